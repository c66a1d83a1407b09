/** 审核、告知、陈述申辩 (程序规定 §§48–58) and 听证 (听证办法). */
import { text } from '../../domain/text.ts';
import type { Steps } from './head.ts';
import { common, toSubject } from './steps-common.ts';

/** 审核人员不得是办案人员 (程序规定 §§48–55): whoever checked the lead, took measures, gathered evidence or wrote of it. */
export const investigators = [
  'filingCheck', 'filingTest', 'officersAccept', 'investigate', 'testing', 'identification', 'refundService', 'refunding', 'registration', 'registrationDisposal', 'seizure', 'seizureService', 'seizureDisposal', 'seizureTestService',
  'seizureTesting', 'seizureExtensionService', 'seizureLifting', 'finalReport', 'officersSign', 'statementReviewing',
] as const;

export const hearingSteps = (s: Steps) => {
  const { officer, head, reviewer, subject, theFinding, tell } = common(s);
  const told = s.shows('subjectName', 'finalFacts', 'lawViolated', 'penaltyBasis', 'discretion', 'penaltyKinds', 'fineAmount', 'illegalIncome', 'goodsValue', 'hearingRight', 'noticeNumber', 'noticeServedOn');
  return {
    ...s.within('handling', {
      hearingThreshold: s.rule('是否达到听证标准', 'Threshold for a hearing', 'hearingThreshold', { hearingRight: 'proposedResult = "penalty" and result = true' }),
      caseGrade: s.rule('确定审核类别', 'Kind of review', 'caseGrade', { reviewKind: 'result.review', collectiveNeeded: 'proposedResult = "penalty" and result.collective = true' }),
      review: s.user('法制审核、案件审核', 'Legal or case review', {
        by: reviewer, notSameAs: investigators, form: { ...theFinding, ...s.shows('reviewKind', 'hearingRight', 'investigationNote', 'criminalOutcome'), ...s.asks('reviewOpinion') },
        outcomes: { agreed: s.positive('同意', 'Agreed'), correct: s.negative('纠正：定性、依据、程序或者裁量', 'To be corrected'), supplement: s.negative('补充调查', 'Investigate further') },
        explains: text('由办案人员以外的审核人员自接到审核材料之日起十个工作日内完成，特殊情况经负责人批准可以延长（程序规定§55）', 'By others than the officers of the case, within ten working days; the head may extend it (§55)'),
      }),
      toNotice: s.choice('是否拟给予行政处罚', 'Is a penalty proposed?'),

      makeNotice: s.document('制作行政处罚告知书', 'Make the notice of penalty', 'penaltyNotice', { noticeNumber: 'number' }),
      noticeService: s.user('送达行政处罚告知书', 'Serve the notice', {
        by: officer, serves: 'penaltyNotice', form: { ...s.shows('subjectName', 'noticeNumber'), ...s.mayGive('noticeServedOn', 'serviceWay', 'receivedBy', 'noticeAnnouncedOn') },
        outcomes: { served: s.positive('已送达', 'Served', { requires: ['noticeServedOn', 'serviceWay'] }), announce: s.neutral('无法送达，公告', 'Announce', { requires: ['noticeAnnouncedOn'] }) },
      }),
      noticeAnnouncement: s.wait('公告送达期间', 'Announcement runs', { kind: 'clock', clock: 'noticeAnnouncement' }),
      noticeAnnouncedDay: s.service('推算视为送达之日', 'Day of deemed service', 'calendar.day', { from: 'noticeAnnouncedOn', amount: '30', unit: '"calendar-day"' }, { noticeServedOn: 'day' }),
      noticeAnnounced: s.user('登记公告送达', 'Register the service by announcement', {
        by: officer, serves: 'penaltyNotice', form: { ...s.shows('noticeNumber', 'noticeAnnouncedOn'), ...s.asks('noticeServedOn', 'serviceWay') }, outcomes: { served: s.positive('公告期满，视为送达', 'Deemed served') },
      }),
      response: s.user('陈述、申辩，要求听证', 'Statement or hearing', {
        by: subject, form: { ...told, ...s.mayGive('statementText', 'hearingRequest') },
        outcomes: {
          none: s.neutral('放弃陈述、申辩和听证', 'Waived'),
          statement: s.neutral('提出陈述、申辩', 'Statement', { requires: ['statementText'] }),
          hearing: s.neutral('要求听证', 'Hearing', { requires: ['hearingRequest'] }),
        },
        explains: text('自告知书送达之日起五个工作日内提出，逾期视为放弃；不因陈述、申辩而给予更重的处罚', 'Within five working days of service, else it is waived; a statement never makes the penalty heavier'),
      }),
      responseOver: s.deadline('逾期未行使权利', 'Time to answer is over', 'response', { kind: 'clock', clock: 'statement' }),
      paperCheck: s.user('核对期内收到的书面意见', 'Look for what came on paper in time', {
        by: officer, form: { ...told, ...s.mayGive('statementText', 'hearingRequest') },
        outcomes: {
          none: s.positive('期内未提出，视为放弃', 'Nothing came: waived'),
          statement: s.neutral('期内已书面提出陈述、申辩', 'A statement came in time', { requires: ['statementText'] }),
          hearing: s.neutral('期内已书面要求听证', 'A request for a hearing came in time', { requires: ['hearingRequest'] }),
        },
      }),
      hearingEntitled: s.choice('是否符合听证条件', 'Is there a right to a hearing?'),
      statementReviewing: s.user('复核陈述、申辩', 'Review the statement', {
        by: officer, form: { ...theFinding, ...s.shows('statementText', 'hearingRequest', 'hearingRight'), ...s.asks('statementReview') },
        outcomes: { kept: s.neutral('不采纳，说明理由', 'Not adopted'), adopted: s.positive('采纳，修改处理意见', 'Adopted') },
        explains: text('要求听证但不符合听证条件的，告知理由，作为陈述、申辩复核', 'A request without right to a hearing is reviewed as a statement, and the reason is told'),
      }),
      hearing: s.subProcess('听证', 'Hearing', text('听证的时间不计入案件办理期限（程序规定§64）', 'The time of the hearing does not count (§64)')),
      afterHearing: s.choice('听证是否举行', 'Was it held?'),
      gradeHeard: s.rule('听证后确定审核类别', 'Kind of review after the hearing', 'caseGrade', { reviewKind: 'result.review', collectiveNeeded: 'proposedResult = "penalty" and result.collective = true' }),
      hearingReview: s.user('听证后法制审核', 'Legal review after the hearing', {
        by: reviewer, notSameAs: investigators, form: { ...theFinding, ...s.shows('hearingRecord', 'hearingReport'), ...s.asks('reviewOpinion') },
        outcomes: { agreed: s.positive('同意', 'Agreed'), correct: s.negative('纠正', 'To be corrected') },
        explains: text('经过听证程序的案件，决定前应当经过法制审核', 'What was heard is legally reviewed before it is decided'),
      }),
    }),
    ...s.within('hearing', {
      hearingBegin: s.start('收到听证申请', 'Request received'),
      hearingHosting: s.user('确定听证主持人', 'Appoint the host', {
        by: head, form: { ...s.shows('subjectName', 'hearingRequest'), ...s.asks('hearingHost') }, outcomes: { appointed: s.positive('确定', 'Appointed') },
        explains: text('自收到听证申请之日起三个工作日内确定；主持人不得是本案办案人员（听证办法§18）', 'Within three working days; not an officer of the case (§18)'),
      }),
      hearingMaterials: s.user('移交案件材料', 'Hand over the material', {
        by: officer, form: { ...s.shows('hearingHost'), ...s.asks('hearingMaterialsNote') }, outcomes: { handed: s.positive('已移交', 'Handed over') },
      }),
      hearingSchedule: s.user('确定听证时间、地点', 'Set time and place', {
        by: reviewer, notSameAs: investigators, designated: 'hearingHost',
        form: { ...s.shows('hearingHost', 'hearingTooSoon', 'hearingEndNote'), ...s.asks('hearingOn', 'hearingTime', 'hearingPlace', 'hearingPublic') }, outcomes: { set: s.positive('确定', 'Set') },
        explains: text('自接到材料之日起五个工作日内确定；听证通知书在听证的七个工作日前送达，公开听证的三个工作日前公告（听证办法§§20–22）', 'Within five working days; the notice is served seven, the announcement made three working days before the hearing (§§20–22)'),
      }),
      hearingNoticeDay: s.service('推算通知最迟之日', 'Last day for the notice', 'calendar.day', { from: 'hearingOn', amount: '-7', unit: '"working-day"' }, { hearingNoticeBy: 'day', hearingTooSoon: 'past' }),
      hearingAnnounceDay: s.service('推算公告最迟之日', 'Last day for the announcement', 'calendar.day', { from: 'hearingOn', amount: '-3', unit: '"working-day"' }, { hearingAnnounceBy: 'day' }),
      hearingSoonEnough: s.choice('是否来得及通知', 'Is there time for the notice?'),
      makeHearingNotice: s.document('制作听证通知书', 'Make the notice of the hearing', 'hearingNotice'),
      hearingCalls: s.parallel('通知和公告', 'Notice and announcement'),
      hearingNoticeService: s.user('送达听证通知书', 'Serve the notice of the hearing', {
        by: reviewer, serves: 'hearingNotice', form: { ...s.shows('subjectName', 'hearingOn', 'hearingTime', 'hearingPlace', 'hearingNoticeBy'), ...s.asks('hearingNoticeServedOn', 'serviceWay') },
        outcomes: { served: s.positive('已送达当事人、第三人和办案人员', 'Served on all') },
      }),
      tellHearing: tell('通知当事人参加听证', 'Tell the subject of the hearing', toSubject, ['听证通知书', 'Notice of a hearing'], ['"定于" + hearingOn + " " + hearingTime + "在" + hearingPlace + "举行听证。"', '"The hearing is on " + hearingOn + " " + hearingTime + " at " + hearingPlace + "."']),
      hearingIsPublic: s.choice('是否公开听证', 'In public?'),
      hearingAnnouncing: s.user('公告听证', 'Announce the hearing', {
        by: reviewer, form: { ...s.shows('subjectName', 'hearingOn', 'hearingTime', 'hearingPlace', 'hearingAnnounceBy'), ...s.asks('hearingAnnouncedOn') }, outcomes: { announced: s.positive('已公告', 'Announced') },
      }),
      publishHearing: s.service('公布听证公告', 'Publish the announcement', 'publish', {
        kind: '"hearing"', titleZh: 'substring("听证公告：" + subjectName, 1, 500)', titleEn: 'substring("Hearing: " + subjectName, 1, 500)',
        facts: '[{labelZh: "当事人", labelEn: "Subject", value: subjectName}, {labelZh: "时间", labelEn: "Time", value: hearingOn + " " + hearingTime}, {labelZh: "地点", labelEn: "Place", value: hearingPlace}]',
      }),
      limitHearing: s.service('听证公告的期满日', 'Public until the day of the hearing', 'publish.end', { kind: '"hearing"', until: 'hearingOn', why: 'null' }),
      // Of a hearing that does not take place on that day nobody is told the old one.
      withdrawAnnouncement: s.service('撤回听证公告，另行公告', 'Withdraw the announcement: another follows', 'publish.end', { kind: '"hearing"', until: 'null', why: '"听证改期，另行公告"' }),
      cancelAnnouncement: s.service('撤回听证公告', 'Withdraw the announcement', 'publish.end', { kind: '"hearing"', until: 'null', why: '"听证终止"' }),
      hearingAnnounced: s.choice('公告办理完毕', 'Announced or not public'),
      hearingReady: s.parallel('通知和公告完毕', 'Everybody is called'),
      hearingComing: s.user('等待听证日期', 'Until the day of the hearing', {
        by: reviewer, notSameAs: investigators, form: { ...s.shows('subjectName', 'hearingOn', 'hearingTime', 'hearingPlace', 'hearingNoticeServedOn'), ...s.mayGive('hearingEndNote') },
        outcomes: {
          postponed: s.neutral('延期或者通知不及时，重新确定时间', 'Put off, or called too late', { requires: ['hearingEndNote'] }),
          withdrawn: s.negative('当事人撤回听证申请，终止听证', 'Request withdrawn: ended', { requires: ['hearingEndNote'] }),
        },
      }),
      hearingDay: s.deadline('听证之日', 'The day of the hearing', 'hearingComing', { kind: 'on', field: 'hearingOn' }),
      hearingHolding: s.user('举行听证', 'Hold the hearing', {
        by: reviewer, notSameAs: investigators, designated: 'hearingHost',
        form: { ...theFinding, ...s.shows('hearingRequest', 'hearingOn', 'hearingTime', 'hearingPlace', 'hearingNoticeServedOn'), ...s.mayGive('hearingHeldOn', 'hearingRecord', 'hearingEndNote') },
        outcomes: {
          held: s.positive('听证举行', 'Held', { requires: ['hearingHeldOn', 'hearingRecord'] }),
          adjourned: s.neutral('延期，重新确定时间', 'Put off', { requires: ['hearingEndNote'] }),
          ended: s.negative('当事人无正当理由缺席或者中途退出，终止听证', 'Absent or left: ended', { requires: ['hearingEndNote'] }),
        },
      }),
      makeHearingRecord: s.document('制作听证笔录', 'Make the record of the hearing', 'hearingRecord'),
      hearingReporting: s.user('撰写听证报告', 'Write the report of the hearing', {
        by: reviewer, notSameAs: investigators, designated: 'hearingHost', form: { ...s.shows('hearingHeldOn', 'hearingRecord'), ...s.asks('hearingReport') }, outcomes: { submitted: s.positive('提交', 'Submitted') },
        explains: text('自听证结束之日起五个工作日内撰写听证报告（听证办法§29）', 'Within five working days after the hearing (§29)'),
      }),
      makeHearingReport: s.document('制作听证报告', 'Make the report of the hearing', 'hearingReport'),
      hearingDone: s.done('听证结束', 'Hearing over'),
      hearingEnded: s.done('听证终止', 'Hearing ended'),
    }),
  };
};
