/**
 * 举报处理、线索核查 (粤府〔2020〕50号 measures 二 and 四; 令第121号 §§28–36, 程序规定 §§18–20): whatever points to a violation, from wherever it comes, is checked
 * in fifteen working days, and the head decides whether a case is filed.
 *
 * A report does not wait for the case that it leads to. Its limit is that of the decision to file (§18), and it is met by that decision; the case has ninety days
 * of its own (§64). While it waited, further reports of the same matter could not be merged into it (§35②: their limit runs anew from the last), and a
 * reporter whom the law tells only whether a case was filed would be told months late. It stays open only where a law, regulation or rule says that the reporter
 * is told the result of the handling: then it waits for what the case tells it.
 */
import { years, under, workingDays } from '../../domain/model/builder-clocks.ts';
import { describeProcess } from '../../domain/model/builder.ts';
import { text } from '../../domain/text.ts';
import { leadForm } from '../enforcement/lead.ts';
import { movedHere } from '../enforcement/jurisdiction.ts';
import { excluded, exclusionOfCheck } from '../enforcement/law.ts';
import { complaintMeasures, penaltyLaw, penaltyProcedure as procedure } from '../instruments.ts';
import { documents } from './bound-documents.ts';
import { fields } from './fields.ts';
import { formerTelling, inForce, internal } from './law.ts';
import { makeReportSteps } from './steps.ts';

export const reportHead = describeProcess({
  key: 'report',
  version: 3,
  name: text('举报处理和线索核查', 'Reports and leads'),
  summary: text('登记、分送、核查举报和其他来源的违法线索，决定是否立案；法律、法规、规章规定告知的，告知举报人', 'Registers, distributes and checks reports and other leads, decides on filing, and tells the reporter where the law says so'),
  numberWord: '举',
  roles: { officer: text('承办人', 'Case officer'), 'section-head': text('审核人', 'Section head'), 'agency-head': text('负责人', 'Head of the agency') },
  parties: {
    reporter: { name: text('举报人', 'Reporter'), personField: 'reporterAccount' },
    /** So that the case stands with all others of the enterprise. It is asked nothing here, and so sees nothing. */
    subject: { name: text('被举报人', 'Subject'), usccField: 'subjectUscc', sees: 'first-task' },
  },
  fields,
  documents,
  // Where it comes from and since when it is known are the agency's to say: the time to check it runs from that day.
  starters: [{ kind: 'party', party: 'reporter', sets: { sourceKind: 'reporter', sourceNumber: null, foundOn: null } }, { kind: 'office', role: 'officer' }],
  startForm: { ...leadForm, foundOn: 'optional', reporterName: 'optional', reporterPhone: 'optional', reporterAddress: 'optional', reporterIdNumber: 'optional' },
  title: '"线索：" + subjectName',
  outcomes: {
    filed: text('立案查处', 'Case filed'),
    notFiled: text('不予立案', 'Not filed'),
    distributed: text('已分送有权限的机关', 'Distributed to the competent agency'),
    repeated: text('重复举报，不另行处理', 'Repeated, not handled again'),
    notCompetent: text('不具备处理权限，已告知举报人', 'No power, the reporter was told'),
    noPower: text('分送来案不具备处理权限，反馈分送机关', 'Distributed here without power, reported back'),
    transferred: text('移送其他机关', 'Transferred to another agency'),
  },
});
export type ReportStepHelpers = Parameters<Parameters<typeof reportHead.steps>[0]>[0];

export const report = reportHead
  .steps((s) => makeReportSteps(s))
  .flows(({ path, byOutcome, choose, outcome }) => [
    path('received', 'ofReporter'),
    choose('ofReporter', [['sourceKind = "reporter"', 'makeRegistration']], 'triage'),
    path('makeRegistration', 'triage'),
    byOutcome('triage', { handle: 'checking', distribute: 'mayForward', noPower: 'concluded', repeated: 'concluded', notCompetent: 'knownReporter' }),
    // 不得自行移送 (§41②): what was distributed here goes back to who distributed it.
    choose('mayForward', [['fromAgency != null', 'concluded']], 'makeForwarding'),
    choose('knownReporter', [['reporterName != null or reporterAccount != null', 'notifyReporter']], 'concluded'),
    path('notifyReporter', 'tellElsewhere', 'concluded'),
    path('makeForwarding', 'distribution', 'distributedEnd'),
    byOutcome('checking', { file: 'decision', decline: 'decision', test: 'checkTesting', identify: 'checkIdentification', elsewhere: 'movedBefore', transfer: 'transferApproval' }),
    // 不得再自行移送 (程序规定 §14, 处理办法 §41②).
    choose('movedBefore', [[movedHere, 'referral'], ['fromAgency != null', 'concluded']], 'moveApproval'),
    path('referral', 'appointing', 'appointedTo'),
    choose('appointedTo', [['transferAgency = case.agency', 'checking']], 'moveLead'),
    byOutcome('moveApproval', { approved: 'moveLead', returned: 'checking' }),
    path('moveLead', 'concluded'),
    path('checkTesting', 'checking'),
    path('checkIdentification', 'checking'),
    byOutcome('transferApproval', { approved: 'makeTransfer', returned: 'checking' }),
    path('makeTransfer', 'concluded'),
    byOutcome('decision', { filed: 'openEnforcement', notFiled: 'makeNoFiling', returned: 'checking' }),
    path('openEnforcement', 'toTell'),
    path('makeNoFiling', 'toTell'),
    choose('toTell', [
      [`resultDuty = "result" and ${outcome('decision', 'filed')}`, 'awaitCase'],
      // Before the new measures whoever gave a name was told whether a case was filed (令第20号 §31).
      [`resultDuty = "filing" or resultDuty = "result" or (case.receivedOn < "${inForce}" and reporterName != null)`, 'resultDraft'],
    ], 'concluded'),
    path('awaitCase', 'caseResult'),
    path('awaitCase', 'longWait'),
    path('caseResult', 'resultDraft'),
    path('longWait', 'chase'),
    byOutcome('chase', { known: 'resultDraft', wait: 'awaitCase' }),
    path('resultDraft', 'makeResult', 'resultService', 'concluded'),
    choose('concluded', [['fromAgency != null', 'tellSender']], 'byDecision'),
    path('tellSender', 'byDecision'),
    choose('byDecision', [
      [outcome('triage', 'repeated'), 'repeatedEnd'], [outcome('triage', 'notCompetent'), 'notCompetentEnd'], [`${outcome('triage', 'noPower')} or ${outcome('triage', 'distribute')} or (${outcome('checking', 'elsewhere')} and not(${movedHere}) and fromAgency != null)`, 'noPowerEnd'],
      [`${outcome('transferApproval', 'approved')} or ${outcome('checking', 'elsewhere')}`, 'transferredEnd'], [outcome('decision', 'filed'), 'filedEnd'],
    ], 'notFiledEnd'),
  ])
  .clocks(({ clock, entered, completed, office }) => {
    const officer = office('officer');
    const head = office('agency-head');
    const limitation = under(penaltyLaw, '§36');
    return {
      triage: clock('分办、分送', 'Distribute', { duty: officer, rules: [internal.triage], start: [entered('triage')], stop: [completed('triage')], breach: 'record' }),
      check: clock('核查并决定是否立案', 'Check and decide on filing', {
        duty: officer, startsFrom: 'foundOn', rules: [workingDays(15, under(procedure, '§18'))], start: [completed('received')],
        stop: [
          completed('decision', 'filed'), completed('decision', 'notFiled'), completed('triage', 'distribute'), completed('triage', 'noPower'), completed('triage', 'repeated'), completed('triage', 'notCompetent'), completed('transferApproval', 'approved'), entered('concluded'),
        ],
        excludes: [{ during: 'checkTesting', reason: excluded.test, basis: exclusionOfCheck }, { during: 'checkIdentification', reason: excluded.identification, basis: exclusionOfCheck }],
        extensions: [{ name: text('延长核查期限', 'More time to check'), budget: { amount: 15, unit: 'working-day' }, approver: head, basis: under(procedure, '§18') }],
        restartsOnMerge: under(complaintMeasures, '§35②'),
      }),
      limitation: clock('行政处罚时效', 'Limitation', {
        duty: officer, startsFrom: 'violationEndedOn', start: [completed('checking', 'file')], stop: [completed('decision')], breach: 'record',
        rules: [years(5, limitation, { when: 'violationEndedOn != null and seriousHarm = true' }), years(2, limitation, { when: 'violationEndedOn != null' })],
      }),
      tellReporter: clock('告知举报人', 'Tell the reporter', { duty: officer, rules: [formerTelling, internal.tellReporter], start: [entered('resultDraft')], stop: [completed('resultService')], breach: 'record' }),
    };
  });
