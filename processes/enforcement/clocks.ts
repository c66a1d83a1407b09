/** The limits of a penalty case up to the decision; those of its execution are in clocks-execution.ts. */
import { calendarDays, hours, under, workingDays, years } from '../../domain/model/builder-clocks.ts';
import { text } from '../../domain/text.ts';
import type { Clocks } from './definition-parts.ts';
import { hearingMeasures as hearingRule, penaltyLaw, penaltyProcedure as procedure } from '../instruments.ts';
import { excluded, exclusionOfCheck, exclusionOfDecision, internal } from './law.ts';

const limitation = under(penaltyLaw, '§36');

export const handlingClocks = ({ clock, entered, completed, office, party }: Clocks) => {
  const officer = office('officer');
  const head = office('agency-head');
  const reviewer = office('legal-reviewer');
  const subject = party('subject', officer);
  const left = <N extends Parameters<typeof entered>[0]>(during: N, reason: { readonly zh: string; readonly en: string }, basis = exclusionOfDecision) => ({ during, reason, basis });
  return {
    check: clock('核查并决定是否立案', 'Check and decide on filing', {
      duty: officer, rules: [workingDays(15, under(procedure, '§18'))], start: [entered('filingCheck')], stop: [completed('filingApproval', 'filed'), completed('filingApproval', 'notFiled'), completed('leadMoveApproval', 'approved'), completed('moveLead')],
      excludes: [left('filingTest', text('检测、检验、检疫、鉴定，权利人辨认、鉴别', 'Tests and identification'), exclusionOfCheck)],
      extensions: [{ name: text('延长核查期限', 'More time to check'), budget: { amount: 15, unit: 'working-day' }, approver: head, basis: under(procedure, '§18') }],
    }),
    limitation: clock('行政处罚时效', 'Limitation', {
      duty: officer, startsFrom: 'violationEndedOn', start: [completed('filingCheck', 'propose')], stop: [completed('filingApproval')], breach: 'record',
      rules: [years(5, limitation, { when: 'violationEndedOn != null and seriousHarm = true' }), years(2, limitation, { when: 'violationEndedOn != null' })],
    }),
    appointment: clock('指定办案人员', 'Appoint the officers', { duty: office('section-head'), rules: [internal.appointment], start: [entered('appointment')], stop: [completed('officersAccept', 'accepted')], breach: 'record' }),
    decision: clock('作出处理决定', 'Decide', {
      duty: officer, startsFrom: 'filedOn', rules: [calendarDays(90, under(procedure, '§64'))], start: [completed('filedByCheck'), completed('filingApproval', 'filed')],
      stop: [completed('penaltyResult'), completed('otherResult'), completed('judiciaryResult'), completed('terminatedResult'), completed('movedResult')],
      excludes: [
        left('testing', excluded.test), left('identification', excluded.identification), left('refunding', text('责令退还多收价款', 'Refund ordered')), left('suspended', text('中止调查', 'Suspended')),
        left('hearing', text('听证', 'Hearing')), left('noticeAnnouncement', text('公告', 'Announcement')), left('criminalTransfer', text('移送公安机关期间中止调查', 'Suspended while it is with the police')),
      ],
      extensions: [
        { name: text('负责人批准延长三十日', 'Thirty days more, by the head'), budget: { amount: 30, unit: 'calendar-day' }, approver: head, basis: under(procedure, '§64') },
        {
          name: text('负责人集体讨论决定继续延期', 'Further time, by the heads together'), budget: null, approver: head, basis: under(procedure, '§64'),
          decided: { asked: completed('furtherTime', 'proposed'), granted: completed('furtherDiscussion', 'agreed'), days: 'furtherDays', reasons: 'furtherReasons' },
        },
      ],
    }),
    negotiation: clock('协商管辖', 'Negotiate jurisdiction', { duty: officer, rules: [workingDays(7, under(procedure, '§13'))], start: [completed('investigate', 'dispute')], stop: [completed('negotiation')], breach: 'lapse' }),

    registration: clock('先行登记保存', 'Registered evidence', {
      duty: officer, startsFrom: 'registeredAt', rules: [workingDays(7, under(procedure, '§35'))], start: [completed('registrationApproval', 'approved'), completed('registration', 'onTheSpot')],
      stop: [...(['recorded', 'tested', 'seized', 'confiscated'] as const).map((o) => completed('registrationDisposal', o)), completed('registrationLiftApproval', 'approved'), completed('registrationMakeUp', 'refused')], breach: 'lapse',
    }),
    registrationMakeUp: clock('补办批准（先行登记保存）', 'Make up the approval (registration)', { duty: officer, startsFrom: 'registeredAt', rules: [hours(24, under(procedure, '§33'))], start: [completed('registration', 'onTheSpot')], stop: [completed('registrationMakeUp'), entered('registrationLapsed')] }),
    seizure: clock('查封、扣押', 'Seizure', {
      duty: officer, startsFrom: 'seizedAt', rules: [calendarDays(30, under(procedure, '§38'))], start: [completed('seizureApproval', 'approved'), completed('seizure', 'onTheSpot')],
      stop: [completed('seizureLifting'), completed('seizureDisposal', 'decided')],
      excludes: [left('seizureTestService', excluded.test, under(procedure, '§38')), left('seizureTesting', excluded.test, under(procedure, '§38'))],
      // By the step alone, so that none is granted of which the subject is not told.
      extensions: [{
        name: text('情况复杂，负责人批准延长不超过三十日', 'At most thirty days more, by the head'), budget: null, approver: head, basis: under(procedure, '§38'),
        decided: { asked: completed('seizureDisposal', 'extend'), granted: completed('seizureExtensionApproval', 'approved'), days: 'seizureExtensionDays', reasons: 'seizureExtensionReasons' },
      }],
    }),
    seizureMakeUp: clock('补办批准（查封、扣押）', 'Make up the approval (seizure)', { duty: officer, startsFrom: 'seizedAt', rules: [hours(24, under(procedure, '§36'))], start: [completed('seizure', 'onTheSpot')], stop: [completed('seizureMakeUp'), entered('seizureLifting')] }),
    lifting: clock('解除查封、扣押', 'Lift the seizure', { duty: officer, rules: [internal.lift], start: [entered('seizureLifting')], stop: [completed('seizureLifting')], breach: 'record' }),

    review: clock('法制审核、案件审核', 'Review', {
      duty: reviewer, rules: [workingDays(10, under(procedure, '§55'))], start: [entered('review'), entered('hearingReview')], stop: [completed('review'), completed('hearingReview')],
      extensions: [{ name: text('特殊情况延长审核期限', 'More time in special cases'), budget: null, approver: head, basis: under(procedure, '§55') }],
    }),
    noticeAnnouncement: clock('告知书公告送达', 'Notice served by announcement', {
      duty: officer, startsFrom: 'noticeAnnouncedOn', rules: [calendarDays(30, under(procedure, '§82(5)'))], start: [entered('noticeAnnouncement')], stop: [completed('noticeAnnouncement')], breach: 'lapse',
    }),
    statement: clock('陈述、申辩，要求听证', 'Answer the notice', { duty: subject, startsFrom: 'noticeServedOn', rules: [workingDays(5, under(procedure, '§57'))], start: [entered('response')], stop: [completed('response')], breach: 'lapse' }),
    statementReview: clock('复核陈述、申辩', 'Review the statement', { duty: officer, rules: [internal.statementReview], start: [entered('statementReviewing')], stop: [completed('statementReviewing')], breach: 'record' }),
    hearingHost: clock('确定听证主持人', 'Appoint the host', { duty: head, rules: [workingDays(3, under(hearingRule, '§18'))], start: [completed('response', 'hearing'), completed('paperCheck', 'hearing')], stop: [completed('hearingHosting'), completed('statementReviewing')] }),
    hearingMaterials: clock('移交听证材料', 'Hand over the material', { duty: officer, rules: [workingDays(3, under(hearingRule, '§19'))], start: [completed('hearingHosting')], stop: [completed('hearingMaterials')] }),
    hearingSchedule: clock('确定听证时间、地点', 'Set time and place', { duty: reviewer, rules: [workingDays(5, under(hearingRule, '§20'))], start: [completed('hearingMaterials')], stop: [entered('makeHearingNotice')] }),
    hearingNotice: clock('送达听证通知书（听证的七个工作日前）', 'Serve the notice (seven working days before)', {
      duty: reviewer, endsOn: 'hearingNoticeBy', rules: [workingDays(7, under(hearingRule, '§20'))], start: [entered('hearingNoticeService')], stop: [completed('hearingNoticeService')],
    }),
    hearingAnnouncement: clock('公告听证（听证的三个工作日前）', 'Announce the hearing (three working days before)', {
      duty: reviewer, endsOn: 'hearingAnnounceBy', rules: [workingDays(3, under(hearingRule, '§22'))], start: [entered('hearingAnnouncing')], stop: [completed('hearingAnnouncing')],
    }),
    hearingReport: clock('撰写听证报告', 'Report of the hearing', { duty: reviewer, startsFrom: 'hearingHeldOn', rules: [workingDays(5, under(hearingRule, '§29'))], start: [completed('hearingHolding', 'held')], stop: [completed('hearingReporting')] }),
    discussion: clock('集体讨论', 'Discussion of the heads', { duty: head, rules: [internal.discussion], start: [entered('discussion')], stop: [completed('discussion')], breach: 'record' }),
    deciding: clock('负责人审批处理决定', 'The head decides', { duty: head, rules: [internal.decision], start: [entered('decide')], stop: [completed('decide')], breach: 'record' }),
  };
};

