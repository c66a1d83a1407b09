/**
 * 行政处罚简易程序（当场处罚） (行政处罚法 §§51–53; 程序规定 ch. 4): decided where the violation is found, by those who found it.
 *
 * Who does not pay is urged, and the court asked, as after any other decision (程序规定 §§72–76): those steps are the ones of enforcement, and run in this case. Nothing
 * is published, and nothing goes to the credit file: 令第45号 §2 has penalties of the ordinary procedure recorded and published, and no others. 结案审批 (§77) is of the
 * ordinary procedure too; here the case ends when the penalty is performed, the material filed, and the time for reconsideration over.
 */
import { under, workingDays } from '../../domain/model/builder-clocks.ts';
import { executionClocks } from '../enforcement/clocks-execution.ts';
import { paymentFlows } from '../enforcement/flows-payment.ts';
import { penaltyProcedure as procedure } from '../instruments.ts';
import { internal } from './law.ts';
import { summarySteps } from './steps.ts';

export const summaryPenalty = summarySteps
  .flows((f) => {
    const { path, byOutcome, choose, split, is } = f;
    return [
      path('received', 'spotCheck'),
      byOutcome('spotCheck', { penalty: 'spotPower', minor: 'noPenaltyApproval', none: 'noGround', ordinary: 'openOrdinary' }),
      path('spotPower', 'withinPower'),
      choose('withinPower', [[is('spotProblem', 'within'), 'rightsTold']], 'spotCheck'),
      byOutcome('rightsTold', { none: 'decide', statement: 'makeStatement' }),
      path('makeStatement', 'statementReviewing'),
      byOutcome('statementReviewing', { kept: 'decide', adopted: 'spotCheck', unclear: 'openOrdinary' }),
      byOutcome('decide', { signed: 'sums', objected: 'spotCheck' }),
      path('sums', 'makeDecision', 'decisionService', 'afterService'),
      split('afterService', 'aftermath', 'archiving'),
      path('openOrdinary', 'ordinaryEnd'),
      path('noGround', 'noPenaltyApproval'),
      byOutcome('noPenaltyApproval', { approved: 'makeNoFiling', returned: 'spotCheck' }),
      path('makeNoFiling', 'toCorrect'),
      choose('toCorrect', [[is('noFilingGround', 'noViolation'), 'noViolationEnd']], 'makeCorrection'),
      path('makeCorrection', 'correctionService', 'noPenaltyEnd'),

      path('archiving', 'recording'),
      byOutcome('recording', { recorded: 'makeArchive', incomplete: 'archiving' }),
      path('makeArchive', 'allDone'),
      path('aftermath', 'allDone', 'ending'),
      choose('ending', [
        [is('remedyResult', 'revoked'), 'revokedFinal'], ['not(list contains(penaltyKinds, "fine"))', 'warnedEnd'], [is('enforced', 'court'), 'enforcedEnd'], [is('enforced', 'ended'), 'executionEnd'], [is('enforced', 'paid'), 'paidEnd'],
      ], 'collectedEnd'),

      path('decidedStart', 'executionWays'),
      split('executionWays', 'toCollect', 'remedies'),
      choose('toCollect', [['totalDue > 0 and collectionWay != "bank"', 'collecting']], 'performance'),
      byOutcome('collecting', { collected: 'collectedSum', notPaid: 'performance' }),
      path('collectedSum', 'handingIn', 'banking', 'collectedAll'),
      choose('collectedAll', [['paidTotal >= totalDue', 'collectedDone']], 'performance'),
      path('performance', 'performedDone'),
      ...paymentFlows(f as unknown as Parameters<typeof paymentFlows>[0]),

      path('remedies', 'remedyOutcome'),
      choose('remedyOutcome', [['remedyResult = "changed" or remedyResult = "revoked"', 'refunding']], 'remediesOver'),
      path('refunding', 'afterRefund'),
      choose('afterRefund', [[is('remedyResult', 'revoked'), 'revokedEnd']], 'remediesOver'),
      path('remedyBegin', 'remedy', 'remedyGoesOn', 'remedyDeciding'),
      byOutcome('remedyDeciding', { upheld: 'remedyResultSet', changed: 'remedyResultSet', revoked: 'remedyResultSet', sued: 'remedySued' }),
      path('remedySued', 'remedyDeciding'),
      path('remedyResultSet', 'tellRemedy', 'remedyDone'),
      path('remedyLapse', 'remedyWaived', 'remedyUnused'),
    ];
  })
  .clocks((c) => {
    const { clock, entered, completed, office } = c;
    const officer = office('officer');
    const { payment, instalment, paymentCheck, reconsideration, urging, application } = executionClocks(c as unknown as Parameters<typeof executionClocks>[0]);
    return {
      onTheSpot: clock('当场处理', 'Deal with it on the spot', {
        duty: officer, rules: [internal.onTheSpot], start: [completed('received')], stop: [completed('makeDecision'), completed('noPenaltyApproval', 'approved'), completed('openOrdinary')], breach: 'record',
      }),
      archiving: clock('案件材料归档', 'File the material', { duty: officer, startsFrom: 'decidedOn', rules: [workingDays(7, under(procedure, '§70'))], start: [completed('makeDecision')], stop: [completed('archiving')] }),
      recording: clock('归档备案', 'Take it into the file', { duty: office('section-head'), rules: [internal.recording], start: [completed('archiving')], stop: [completed('recording')], breach: 'record' }),
      completion: clock('补齐归档材料', 'Complete the file', { duty: officer, rules: [internal.completion], start: [completed('recording', 'incomplete')], stop: [completed('archiving')], breach: 'record' }),
      handingIn: clock('当场收缴的罚款交至本机关', 'Hand the collected fine in', { duty: officer, startsFrom: 'handInFrom', rules: [workingDays(2, under(procedure, '§73'))], start: [entered('handingIn')], stop: [completed('handingIn')] }),
      banking: clock('罚款缴付指定银行', 'Pay the fine to the bank', { duty: office('section-head'), startsFrom: 'handedInOn', rules: [workingDays(2, under(procedure, '§73'))], start: [entered('banking')], stop: [completed('banking')] }),
      payment, instalment, paymentCheck, reconsideration, urging, application,
    };
  });
