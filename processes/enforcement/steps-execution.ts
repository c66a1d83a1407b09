/** 送达、公示、复议诉讼、结案 (程序规定 §§63, 77, 81–82; 令第45号; 复议法; 行诉法). Payment is in steps-payment.ts. */
import { text } from '../../domain/text.ts';
import { fact, short, yuan } from '../feel.ts';
import type { Steps } from './head.ts';
import { common, sumOf, toOfficers, toSubject } from './steps-common.ts';

export const executionSteps = (s: Steps) => {
  const { officer, head, subject, theFinding, tell } = common(s);
  const decided = s.shows('subjectName', 'decisionNumber', 'finalFacts', 'lawViolated', 'penaltyBasis', 'penaltyKinds', 'fineAmount', 'illegalIncome', 'goodsValue', 'decisionServedOn');
  const facts = `[${[
    fact('决定书文号', 'Decision', 'decisionNumber'), fact('当事人', 'Subject', 'subjectName'), fact('统一社会信用代码', 'Credit code', 'subjectUscc'), fact('违法事实', 'Facts', 'substring(finalFacts, 1, 2000)'),
    fact('处罚依据', 'Basis', 'substring(penaltyBasis, 1, 2000)'), fact('罚款（元）', 'Fine (yuan)', yuan('fineAmount')), fact('没收违法所得（元）', 'Confiscated (yuan)', yuan('illegalIncome')), fact('决定日期', 'Decided on', 'decidedOn'),
    fact('公示期满日', 'Published until', 'publicUntil'),
  ].join(', ')}]`;
  return {
    ...s.within('aftermath', {
      decidedStart: s.start('处理结果已经登记', 'The result is registered'),
      byResult: s.choice('处理结果', 'Result'),
      makeDecision: s.document('制作行政处罚决定书', 'Make the penalty decision', 'penaltyDecision', { decisionNumber: 'number', decidedOn: 'issuedOn' }),
      makeNoPenalty: s.document('制作不予行政处罚决定书', 'Make the decision without penalty', 'noPenaltyDecision', { decisionNumber: 'number', decidedOn: 'issuedOn' }),
      decisionService: s.user('送达行政处罚决定书', 'Serve the decision', {
        by: officer, serves: 'penaltyDecision', form: { ...s.shows('subjectName', 'decisionNumber'), ...s.mayGive('decisionServedOn', 'serviceWay', 'receivedBy', 'decisionAnnouncedOn') },
        outcomes: { served: s.positive('已送达', 'Served', { requires: ['decisionServedOn', 'serviceWay'] }), announce: s.neutral('无法送达，公告', 'Announce', { requires: ['decisionAnnouncedOn'] }) },
        explains: text('宣告后当场交付；当事人不在场的，七个工作日内送达（程序规定§81）；公告送达自公告之日起经过三十日（§82）', 'Handed over at once, else served within seven working days (§81); by announcement after thirty days (§82)'),
      }),
      decisionAnnouncement: s.wait('公告送达期间', 'Announcement runs', { kind: 'clock', clock: 'decisionAnnouncement' }),
      decisionAnnouncedDay: s.service('推算视为送达之日', 'Day of deemed service', 'calendar.day', { from: 'decisionAnnouncedOn', amount: '30', unit: '"calendar-day"' }, { decisionServedOn: 'day' }),
      decisionAnnounced: s.user('登记公告送达', 'Register the service by announcement', {
        by: officer, serves: 'penaltyDecision', form: { ...s.shows('decisionNumber', 'decisionAnnouncedOn'), ...s.asks('decisionServedOn', 'serviceWay') }, outcomes: { served: s.positive('公告期满，视为送达', 'Deemed served') },
      }),
      noPenaltyService: s.user('送达不予行政处罚决定书', 'Serve the decision without penalty', {
        by: officer, serves: 'noPenaltyDecision', form: { ...s.shows('subjectName', 'decisionNumber'), ...s.asks('decisionServedOn', 'serviceWay'), ...s.mayGive('receivedBy') }, outcomes: { served: s.positive('已送达', 'Served') },
      }),
      penaltyReceipt: s.document('制作送达回证', 'Make the certificate of service', 'serviceReceipt'),
      otherReceipt: s.document('制作送达回证', 'Make the certificate of service', 'serviceReceipt'),
      served: s.parallel('履行、公示与救济并行', 'Performance, publication and remedies side by side'),
      servedOther: s.parallel('结案与救济并行', 'Closing and remedies side by side'),
      performance: s.subProcess('履行处罚决定', 'Performance'),
      publicity: s.subProcess('行政处罚信息公示', 'Publication of the penalty'),
      executed: s.parallel('执行完毕且已公示', 'Executed and published'),
      departmentSending: s.user('移送其他行政管理部门', 'Send it to the other department', {
        by: officer, form: { ...theFinding, ...s.shows('departmentName'), ...s.asks('transferReasons') }, outcomes: { sent: s.positive('已移送', 'Sent') },
      }),
      makeDepartmentLetter: s.document('制作案件移送函', 'Make the letter of transfer', 'departmentLetter'),

      // 结案
      closing: s.user('撰写结案报告', 'Write the closing report', {
        by: officer, form: { ...s.shows('subjectName', 'caseResult', 'decisionNumber', 'enforced', 'paidTotal', 'lateFine', 'courtNote', 'closingOpinion'), ...s.asks('closingSummary') }, outcomes: { submitted: s.positive('提请结案', 'Submitted') },
      }),
      closingApproval: s.user('审批结案', 'Approve the closing', {
        by: head, notSameAs: ['closing'], form: { ...s.shows('subjectName', 'caseResult', 'closingSummary'), ...s.mayGive('closingOpinion') },
        outcomes: { approved: s.positive('同意结案', 'Closed'), returned: s.negative('退回', 'Returned', { requires: ['closingOpinion'] }) },
        explains: text('执行完毕、终结执行、不予处罚、移送、终止调查等之日起十五个工作日内填写结案审批表（程序规定§77）', 'Within fifteen working days (§77)'),
      }),
      makeClosing: s.document('制作结案审批表', 'Make the record of closing', 'closing'),
      tellSource: s.service('告知来源案件', 'Tell the case it came from', 'message.send', {
        to: '"lead-from"', message: '"enforcement-result"',
        data: '{caseOutcome: caseResult, caseResultSummary: substring(closingSummary, 1, 1000), caseResultNumber: (if decisionNumber = null then case.number else decisionNumber)}',
      }),
      toReward: s.choice('是否来自举报且已查实', 'From a report that proved true?'),
      reward: s.user('认定举报奖励', 'Reward of the reporter', {
        by: officer, form: { ...s.shows('sourceNumber', 'caseResult', 'totalDue'), ...s.mayGive('rewardGrade', 'rewardReasons') },
        outcomes: { eligible: s.positive('符合奖励条件', 'Eligible', { requires: ['rewardGrade', 'rewardReasons'] }), notEligible: s.negative('不符合奖励条件', 'Not eligible', { requires: ['rewardReasons'] }) },
        explains: text('重大违法行为举报奖励暂行办法：一级、二级、三级；认定后告知举报人可以申请', 'Interim Measures on rewards: three grades; the reporter is told that the reward may be asked for'),
      }),
      tellReward: tell('通知办理举报奖励', 'Tell: a reward is due', toOfficers, ['举报奖励', 'Reward of a reporter'], ['"举报（" + (if sourceNumber = null then "" else sourceNumber) + "）经查实，符合奖励条件。" + rewardReasons', '"The report proved true and is eligible for a reward. " + rewardReasons']),
      closedHere: s.done('结案', 'Closed'),

      // 复议、诉讼
      remedies: s.subProcess('行政复议、行政诉讼', 'Reconsideration and litigation'),
      remedyOutcome: s.choice('复议、诉讼结果', 'Outcome of the remedy'),
      withdrawal: s.user('撤回公示的处罚信息', 'Withdraw the publication', {
        by: officer, form: { ...decided, ...s.shows('remedyResult', 'remedyNote'), ...s.asks('withdrawalReasons') }, outcomes: { withdrawn: s.positive('已撤回', 'Withdrawn') },
        explains: text('决定被依法变更、撤销、确认违法或者无效的，三个工作日内撤回公示并说明理由（程序规定§63，令第45号§11）', 'Changed or revoked: withdrawn within three working days, with reasons (§63, Order 45 §11)'),
      }),
      unpublish: s.service('撤回公示', 'Withdraw what was published', 'publish.end', { kind: '"penalty"', until: 'null', why: 'substring(withdrawalReasons, 1, 500)' }),
      onRecord: s.choice('是否有信用记录', 'Is there a credit entry?'),
      strikeCredit: s.service('停止公示信用记录', 'Withdraw the credit entry', 'credit.withdraw', { entry: 'creditEntry', why: 'substring(withdrawalReasons, 1, 500)' }),
      afterWithdrawal: s.choice('变更或者撤销', 'Changed or revoked?'),
      republish: s.service('公示变更后的处罚信息', 'Publish the changed penalty', 'publish', { kind: '"penalty"', titleZh: short('"行政处罚（变更）：" + subjectName'), titleEn: short('"Penalty (changed): " + subjectName'), facts }),
      limitRepublished: s.service('变更公示的期满日', 'End of the changed publication', 'publish.end', { kind: '"penalty"', until: 'publicUntil', why: 'null' }),
      revokedClosing: s.user('撤销后结案审批', 'Close after the revocation', {
        by: head, form: { ...decided, ...s.shows('remedyResult', 'remedyNote', 'paidTotal', 'withdrawalReasons'), ...s.asks('closingOpinion') }, outcomes: { approved: s.positive('同意结案，已缴款项依法退还', 'Closed; what was paid is returned') },
      }),
      revokedEnd: s.done('处罚决定被撤销', 'Revoked', 'all'),
      remediesOver: s.done('救济程序结束', 'Remedies over'),
    }),
    ...s.within('publicity', {
      publicityBegin: s.start('决定已经送达', 'Decision served'),
      tier: s.rule('确定公示档次', 'Tier of publication', 'publicityTier', { publicityTier: 'result.tier', publicityMonths: 'result.months' }),
      toPublish: s.choice('是否公示、由谁公示', 'Is it published, and by whom?'),
      publishing: s.user('公示行政处罚信息', 'Publish the penalty', {
        by: officer, form: { ...decided, ...s.shows('publicityTier', 'publicityMonths'), ...s.asks('publicFrom'), ...s.mayGive('restrictionUntil') }, outcomes: { published: s.positive('已公示', 'Published') },
        explains: text('自作出决定之日起二十个工作日内公示；公示前删除不得公开的信息（令第45号§9）', 'Within twenty working days of the decision, without what may not be public (Order 45 §9)'),
      }),
      pushing: s.user('推送登记地机关', 'Push to the place of registration', {
        by: officer, form: { ...decided, ...s.asks('pushedTo', 'pushedOn') }, outcomes: { pushed: s.positive('已推送', 'Pushed') },
        explains: text('当事人登记地在外省的，自作出决定之日起十个工作日内推送，登记地机关收到后十个工作日内公示（令第45号§10）', 'Registered in another province: pushed within ten working days, published there within ten more (Order 45 §10)'),
      }),
      publishingElsewhere: s.user('登记外省公示情况', 'Register the publication there', {
        by: officer, form: { ...s.shows('subjectName', 'pushedTo', 'pushedOn', 'publicityTier', 'publicityMonths'), ...s.asks('publicFrom'), ...s.mayGive('restrictionUntil') }, outcomes: { published: s.positive('登记地机关已公示', 'Published there') },
      }),
      publicPeriod: s.script('计算公示期满日', 'End of the publication', {
        publicUntil: 'if restrictionUntil != null and date(restrictionUntil) > date(publicFrom) + duration("P" + string(publicityMonths) + "M") then restrictionUntil else string(date(publicFrom) + duration("P" + string(publicityMonths) + "M"))',
      }),
      publish: s.service('公布处罚信息', 'Publish', 'publish', { kind: '"penalty"', titleZh: short('"行政处罚：" + subjectName'), titleEn: short('"Penalty: " + subjectName'), facts }),
      limitPublic: s.service('公示的期满日', 'End of the publication', 'publish.end', { kind: '"penalty"', until: 'publicUntil', why: 'null' }),
      credit: s.service('记入信用记录', 'Enter it in the credit file', 'credit.record', {
        uscc: 'subjectUscc', kind: '"penalty"', level: 'publicityTier', titleZh: short('"行政处罚决定书 " + (if decisionNumber = null then "" else decisionNumber)'), titleEn: short('"Penalty decision " + (if decisionNumber = null then "" else decisionNumber)'),
        facts, decidedOn: 'decidedOn', publicFrom: 'publicFrom', publicUntil: 'publicUntil',
      }, { creditEntry: 'entry' }),
      publicityDone: s.done('已公示', 'Published'),
      unpublished: s.done('不公示', 'Not published'),
    }),
    ...s.within('remedies', {
      remedyBegin: s.start('决定已经送达', 'Decision served'),
      remedy: s.user('申请复议或者提起诉讼', 'Apply or sue', {
        by: subject, form: { ...decided, ...s.asks('remedyOn'), ...s.mayGive('remedyBody', 'remedyNote') },
        outcomes: { reconsideration: s.neutral('申请行政复议', 'Reconsideration'), litigation: s.neutral('提起行政诉讼', 'Litigation') },
        explains: text('自知道行政行为之日起六十日内申请复议（行政复议法§20），或者六个月内提起诉讼（行政诉讼法§46）', 'Reconsideration within sixty days (§20), or litigation within six months (§46)'),
      }),
      remedyLapse: s.deadline('救济期限届满', 'The time for remedies is over', 'remedy', { kind: 'clock', clock: 'litigation' }),
      remedyGoesOn: s.script('登记复议、诉讼', 'A remedy is pending', { remedyPending: 'true', remedyKind: 'outcome.remedy' }),
      remedyDeciding: s.user('登记复议、诉讼结果', 'Register the result', {
        by: officer, form: { ...decided, ...s.shows('remedyKind', 'remedyOn', 'remedyBody'), ...s.asks('remedyResultOn', 'remedyNote'), ...s.mayGive('fineAmount', 'illegalIncome') },
        outcomes: {
          upheld: s.positive('维持、驳回', 'Upheld'),
          changed: s.neutral('变更', 'Changed', { requires: ['fineAmount'] }),
          revoked: s.negative('撤销、确认违法', 'Revoked'),
          sued: s.neutral('复议后提起诉讼', 'Sued after the reconsideration'),
        },
      }),
      remedyResultSet: s.script('登记结果', 'Register the result', { remedyResult: 'outcome.remedyDeciding', remedyPending: 'false', totalDue: sumOf('fineAmount', 'illegalIncome'), remedyEndsOn: 'remedyResultOn' }),
      remedyDone: s.done('救济已有结果', 'Decided'),
      remedyWaived: s.script('未申请复议、未起诉', 'No remedy was sought', { remedyPending: 'false' }),
      remedyUnused: s.done('未行使救济权利', 'Not used'),
      tellRemedy: tell('告知救济结果已登记', 'Tell that the result is registered', toSubject, ['复议、诉讼结果已登记', 'Result of the remedy registered'], ['remedyNote', 'remedyNote']),
    }),
    aftermath: s.subProcess('送达、执行和结案', 'Service, execution and closing'),
    handling: s.subProcess('调查和处理', 'Investigation and decision'),
    ending: s.choice('办结结果', 'How the case ends'),
    performedEnd: s.end('行政处罚，已履行', 'Performed', 'penaltyPerformed'),
    enforcedEnd: s.end('行政处罚，法院强制执行', 'Enforced by the court', 'penaltyEnforced'),
    executionEnd: s.end('行政处罚，终结执行', 'Execution ended', 'penaltyEnded'),
    revokedFinal: s.end('行政处罚被撤销', 'Revoked', 'penaltyRevoked'),
    minorEnd: s.end('不予行政处罚', 'No penalty', 'noPenaltyMinor'),
    unfoundedEnd: s.end('违法事实不能成立', 'Not established', 'noPenaltyUnfounded'),
    departmentEnd: s.end('移送其他部门', 'Another department', 'transferredToDepartment'),
    judiciaryEnd: s.end('移送司法机关', 'Judiciary', 'transferredToJudiciary'),
    terminatedEnd: s.end('终止调查', 'Ended', 'terminated'),
    movedEnd: s.end('移送管辖', 'Moved', 'movedToAgency'),
  };
};
