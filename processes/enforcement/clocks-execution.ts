/** The limits after the decision: service, payment, publication, remedies, enforcement, closing. */
import { calendarDays, months, under, workingDays } from '../../domain/model/builder-clocks.ts';
import type { Clocks } from './definition-parts.ts';
import { compulsionLaw, litigationLaw, penaltyProcedure as procedure, penaltyPublicity as publicityRule, reconsiderationLaw } from '../instruments.ts';
import { internal } from './law.ts';

const published = 'subjectUscc != null';
const sameProvince = 'substring(subjectRegion, 1, 2) = substring(case.region, 1, 2)';

export const executionClocks = ({ clock, entered, completed, office, party }: Clocks) => {
  const officer = office('officer');
  const subject = party('subject', officer);
  return {
    decisionService: clock('送达决定书', 'Serve the decision', {
      duty: officer, startsFrom: 'decidedOn', rules: [workingDays(7, under(procedure, '§81'))], start: [completed('makeDecision'), completed('makeNoPenalty')], stop: [completed('decisionService'), completed('noPenaltyService')],
    }),
    decisionAnnouncement: clock('决定书公告送达', 'Decision served by announcement', {
      duty: officer, startsFrom: 'decisionAnnouncedOn', rules: [calendarDays(30, under(procedure, '§82(5)'))], start: [entered('decisionAnnouncement')], stop: [completed('decisionAnnouncement')], breach: 'lapse',
    }),
    payment: clock('缴纳罚没款', 'Pay', {
      duty: subject, startsFrom: 'decisionServedOn', rules: [calendarDays(15, under(procedure, '§72'))], start: [entered('payment')], breach: 'record',
      stop: [
        completed('payment', 'paid'), completed('deferralApproval', 'approved'), completed('arrears', 'paid'), completed('awaitRemedy', 'paid'), completed('urged'), completed('applying', 'paid'), completed('courtCourse', 'executed'),
        completed('courtCourse', 'ended'),
      ],
    }),
    /** The day is the one that the approval has set; nothing is counted. */
    instalment: clock('按批准的期限缴款', 'Pay by the day that was approved', {
      duty: subject, endsOn: 'nextDueOn', rules: [calendarDays(1, under(procedure, '§74'))], start: [entered('instalment')], breach: 'record',
      stop: [completed('instalment'), completed('deferralApproval', 'approved'), completed('arrears', 'paid'), completed('awaitRemedy', 'paid'), completed('urged'), completed('applying', 'paid'), completed('courtCourse')],
    }),
    paymentCheck: clock('核对缴款', 'Check the payment', { duty: officer, rules: [internal.paymentCheck], start: [entered('paymentCheck')], stop: [completed('paymentCheck')], breach: 'record' }),
    publication: clock('公示处罚信息（省内）', 'Publish (same province)', {
      duty: officer, startsFrom: 'decidedOn', rules: [workingDays(20, under(publicityRule, '§9'), { when: `${published} and ${sameProvince}` })], start: [completed('makeDecision')], stop: [completed('publishing'), entered('unpublished')],
    }),
    push: clock('推送处罚信息（跨省）', 'Push to the other province', {
      duty: officer, startsFrom: 'decidedOn', rules: [workingDays(10, under(publicityRule, '§10'), { when: `${published} and not(${sameProvince})` })], start: [completed('makeDecision')], stop: [completed('pushing'), entered('unpublished')],
    }),
    publicationElsewhere: clock('登记地机关公示（跨省）', 'Published in the other province', {
      duty: officer, startsFrom: 'pushedOn', rules: [workingDays(10, under(publicityRule, '§10'))], start: [completed('pushing')], stop: [completed('publishingElsewhere')], breach: 'record',
    }),
    withdrawal: clock('撤回公示', 'Withdraw the publication', {
      duty: officer, startsFrom: 'remedyResultOn', rules: [workingDays(3, under(publicityRule, '§11'))], start: [completed('remedyDeciding', 'changed'), completed('remedyDeciding', 'revoked')], stop: [completed('withdrawal')],
    }),
    reconsideration: clock('申请行政复议', 'Apply for reconsideration', {
      duty: subject, startsFrom: 'decisionServedOn', rules: [calendarDays(60, under(reconsiderationLaw, '§20'))], start: [entered('remedy')], stop: [completed('remedy')], breach: 'lapse',
    }),
    litigation: clock('提起行政诉讼', 'Sue', { duty: subject, startsFrom: 'decisionServedOn', rules: [months(6, under(litigationLaw, '§46'))], start: [entered('remedy')], stop: [completed('remedy')], breach: 'lapse' }),
    urging: clock('催告后履行', 'Perform after the urging letter', {
      duty: subject, startsFrom: 'urgingServedOn', rules: [workingDays(10, under(compulsionLaw, '§54'))], start: [entered('urged')], stop: [completed('urged')], breach: 'lapse',
    }),
    application: clock('申请强制执行', 'Apply to the court', {
      duty: officer, startsFrom: 'applicationFrom', rules: [months(3, under(compulsionLaw, '§53'))], start: [entered('makeUrging')], stop: [completed('applying'), completed('urged')],
    }),
    departmentTransfer: clock('移送其他部门', 'Send it to the other department', { duty: officer, rules: [internal.departmentTransfer], start: [entered('departmentSending')], stop: [completed('departmentSending')], breach: 'record' }),
    closing: clock('结案', 'Close', {
      duty: officer, rules: [workingDays(15, under(procedure, '§77'))],
      start: [completed('performance'), completed('noPenaltyService'), completed('departmentSending'), completed('judiciaryResult'), completed('terminatedResult'), completed('movedResult')], stop: [completed('closingApproval', 'approved')],
    }),
    revokedClosing: clock('撤销后结案', 'Close after the revocation', { duty: officer, rules: [workingDays(15, under(procedure, '§77'))], start: [completed('remedyDeciding', 'revoked')], stop: [completed('revokedClosing')] }),
    reward: clock('认定举报奖励', 'Reward of the reporter', { duty: officer, rules: [internal.reward], start: [entered('reward')], stop: [completed('reward')], breach: 'record' }),
  };
};
