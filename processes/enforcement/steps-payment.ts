/** 缴款、暂缓分期、加处罚款、催告和申请强制执行 (程序规定 §§72–76; 行政强制法 §§53–54). Sums in fen, exact. */
import { text } from '../../domain/text.ts';
import type { Steps } from './head.ts';
import { common, sumOf, toSubject } from './steps-common.ts';

/** 每日按罚款数额的百分之三，不超过罚款的数额: whole fen, what is less than one is not charged. From the 34th day it is the principal. */
export const lateFine = (fine: string, days: string): string => `if ${fine} = null or ${days} = null then 0 else min(floor(${fine} * 3 * min(${days}, 34) / 100), ${fine})`;
/** Days after the last day to pay, without those of a remedy; none where it was paid in time. */
export const lateDays = (paidOn: string, by: string, leftOut: string): string =>
  `if ${paidOn} = null or ${by} = null then 0 else max((date(${paidOn}) - date(${by})).days - (if ${leftOut} = null then 0 else ${leftOut}), 0)`;

/** @param sums what the decision may have set in money: on the spot nothing is confiscated (summary-penalty) */
export const paymentSteps = (s: Steps, sums: readonly ('fineAmount' | 'illegalIncome')[] = ['fineAmount', 'illegalIncome']) => {
  const { officer, head, subject, tell } = common(s);
  const due = s.shows('decisionNumber', 'decisionServedOn', ...sums, 'totalDue', 'paidTotal', 'payBy');
  const add = { paidTotal: sumOf('paidTotal', 'paidAmount') } as const;
  return s.within('performance', {
    performanceBegin: s.start('决定已经送达', 'Decision served'),
    toPay: s.choice('是否有款项应缴', 'Is anything to be paid?'),
    payDay: s.service('推算缴款期限', 'Last day to pay', 'calendar.day', { from: 'decisionServedOn', amount: '15', unit: '"calendar-day"' }, { payBy: 'day' }),
    remedyDay: s.service('推算救济期限届满日', 'Last day for remedies', 'calendar.day', { from: 'decisionServedOn', amount: '6', unit: '"month"' }, { remedyEndsOn: 'day' }),
    arrearsDay: s.script('救济期限届满次日', 'The day after', { arrearsOverOn: 'string(date(if remedyEndsOn = null then decisionServedOn else remedyEndsOn) + duration("P1D"))' }),
    payment: s.user('缴纳罚没款', 'Pay', {
      by: subject, form: { ...due, ...s.mayGive('paidOn', 'paidAmount', 'receiptNumber', 'deferralKind', 'deferralReasons', 'instalmentPlan'), ...s.shows('deferralOpinion') },
      outcomes: {
        paid: s.positive('已缴款', 'Paid', { requires: ['paidOn', 'paidAmount', 'receiptNumber'] }),
        defer: s.neutral('申请暂缓或者分期缴纳', 'Ask to defer', { requires: ['deferralKind', 'deferralReasons'] }),
      },
      explains: text('自收到决定书之日起十五日内到指定银行或者通过电子支付系统缴款；逾期每日按罚款数额的百分之三加处罚款，不超过罚款数额（程序规定§§72、75）', 'Within fifteen days of receiving the decision; after that three per cent of the fine a day, up to its amount (§§72, 75)'),
    }),
    paymentOver: s.deadline('逾期未缴款', 'Not paid in time', 'payment', { kind: 'clock', clock: 'payment' }),
    paymentCheck: s.user('核对缴款', 'Check the payment', {
      by: officer, form: { ...due, ...s.shows('paidOn', 'paidAmount', 'receiptNumber', 'lateFine', 'lateDays') }, outcomes: { confirmed: s.positive('款项已入库', 'Received'), missing: s.negative('未入库', 'Not received') },
    }),
    paymentAdded: s.script('登记缴款', 'Add the payment', add),
    paidUp: s.choice('是否缴清', 'Paid up?'),

    // 暂缓、分期
    deferralReview: s.user('审查暂缓、分期申请', 'Examine the application', {
      by: officer, form: { ...due, ...s.shows('deferralKind', 'deferralReasons'), ...s.mayGive('instalmentPlan'), ...s.asks('deferralOpinion') }, outcomes: { examined: s.positive('提出意见', 'Examined') },
    }),
    deferralApproval: s.user('审批暂缓、分期缴纳', 'Decide on the application', {
      by: head, notSameAs: ['deferralReview'], form: { ...due, ...s.shows('deferralKind', 'deferralReasons'), ...s.mayGive('instalmentPlan', 'nextDueOn', 'deferralOpinion') },
      outcomes: { approved: s.positive('批准', 'Approved', { requires: ['nextDueOn', 'instalmentPlan'] }), refused: s.negative('不批准', 'Refused', { requires: ['deferralOpinion'] }) },
      explains: text('当事人确有经济困难的，经批准可以暂缓或者分期缴纳（程序规定§74）', 'Where the subject is in real difficulty (§74)'),
    }),
    makeDeferral: s.document('制作延期（分期）缴纳罚款通知书', 'Make the notice of the deferral', 'deferralNotice'),
    tellDeferral: tell('告知暂缓、分期决定', 'Tell the decision', toSubject, ['暂缓、分期缴纳罚款', 'Deferral of the fine'], ['deferralOpinion', 'deferralOpinion']),
    deferralGranted: s.choice('是否批准', 'Approved?'),
    instalment: s.user('按期缴款', 'Pay the instalment', {
      by: subject, form: { ...due, ...s.shows('instalmentPlan', 'nextDueOn'), ...s.asks('paidOn', 'paidAmount', 'receiptNumber') }, outcomes: { paid: s.positive('已缴款', 'Paid') },
    }),
    instalmentOver: s.deadline('本期逾期', 'Not paid in time', 'instalment', { kind: 'clock', clock: 'instalment' }),
    instalmentAdded: s.script('登记本期缴款', 'Add the instalment', add),
    instalmentLeft: s.choice('是否缴清', 'Paid up?'),
    nextInstalment: s.user('确认入库，确定下一期', 'Confirm, and set the next', {
      by: officer, form: { ...due, ...s.shows('instalmentPlan', 'paidOn', 'paidAmount', 'receiptNumber'), ...s.asks('nextDueOn') }, outcomes: { set: s.positive('下一期', 'Next') },
    }),
    deferredBy: s.script('以批准的期限计算逾期', 'Late from the day that was approved', { payBy: 'nextDueOn', deferredUntil: 'nextDueOn' }),

    // 逾期
    overdue: s.script('逾期的罚款数额', 'Fine overdue', { unpaidFine: `max((${sumOf('fineAmount')}) - (${sumOf('paidTotal')}), 0)`, lateFrom: 'payBy', lateFine: sumOf('lateFine') }),
    tellOverdue: tell('告知逾期和加处罚款', 'Tell: overdue', toSubject, ['罚款逾期未缴', 'Fine overdue'], ['"缴款期限 " + payBy + " 已过，每日按罚款数额的百分之三加处罚款。"', '"It was to be paid by " + payBy + "; three per cent of the fine are added each day."']),
    arrears: s.user('逾期未缴', 'In arrears', {
      by: officer, form: { ...due, ...s.shows('unpaidFine', 'arrearsOverOn', 'remedyPending'), ...s.mayGive('paidOn', 'paidAmount', 'receiptNumber', 'lateDaysLeftOut', 'deferralKind', 'deferralReasons') },
      outcomes: {
        paid: s.positive('已补缴', 'Paid late', { requires: ['paidOn', 'paidAmount', 'receiptNumber'] }),
        defer: s.neutral('当事人申请暂缓、分期', 'Asks to defer', { requires: ['deferralKind', 'deferralReasons'] }),
        urge: s.neutral('救济已经终结，发出催告', 'Remedies are over: urge', { requires: ['lateDaysLeftOut'] }),
      },
      explains: text('复议、诉讼期限届满前不得申请强制执行；复议、诉讼期间不计算加处罚款', 'No enforcement before the time for remedies is over; that of a pending remedy adds no late fine'),
    }),
    arrearsOver: s.deadline('救济期限届满', 'The time for remedies is over', 'arrears', { kind: 'on', field: 'arrearsOverOn' }),
    remedyStill: s.choice('复议、诉讼是否正在进行', 'Is a remedy pending?'),
    awaitRemedy: s.user('等待复议、诉讼结果', 'Wait for the remedy', {
      by: officer, form: { ...due, ...s.shows('remedyKind', 'remedyOn', 'remedyPending'), ...s.mayGive('paidOn', 'paidAmount', 'receiptNumber', 'lateDaysLeftOut') },
      outcomes: { over: s.neutral('救济已经终结', 'Over', { requires: ['lateDaysLeftOut'] }), paid: s.positive('已补缴', 'Paid', { requires: ['paidOn', 'paidAmount', 'receiptNumber'] }) },
    }),
    lateSum: s.script('计算逾期日数', 'Days late', { lateDays: lateDays('paidOn', 'lateFrom', 'lateDaysLeftOut') }),
    lateFineSum: s.script('计算加处罚款', 'Late fine', { lateFine: `min((${sumOf('lateFine')}) + (${lateFine('unpaidFine', 'lateDays')}), ${sumOf('fineAmount')})` }),
    /** What is paid goes to the fine first; what is left of it is late from here on. */
    latePayment: s.script('登记补缴', 'Add the late payment', {
      ...add, totalDue: sumOf(...sums, 'lateFine'), unpaidFine: 'max(unpaidFine - paidAmount, 0)', lateFrom: 'if date(paidOn) > date(lateFrom) then paidOn else lateFrom', lateDaysLeftOut: '0',
    }),
    lateCheck: s.choice('本金和加处罚款是否缴清', 'Are principal and late fine paid?'),

    // 催告、申请强制执行
    // 批准延期、分期的，自其期限结束之日起计算 (程序规定 §76②); before the time for remedies is over nobody may apply.
    applicationDay: s.script('申请强制执行期限的起算日', 'From when the time to apply counts', { applicationFrom: 'if deferredUntil != null and (remedyEndsOn = null or date(deferredUntil) > date(remedyEndsOn)) then deferredUntil else remedyEndsOn' }),
    makeUrging: s.document('制作催告书', 'Make the urging letter', 'urging', { urgingNumber: 'number' }),
    urgingService: s.user('送达催告书', 'Serve the urging letter', {
      by: officer, serves: 'urging', form: { ...due, ...s.shows('urgingNumber', 'unpaidFine'), ...s.asks('urgingServedOn', 'serviceWay') }, outcomes: { served: s.positive('已送达', 'Served') },
    }),
    urged: s.user('催告期间', 'After the urging letter', {
      by: officer, form: { ...due, ...s.shows('urgingServedOn'), ...s.mayGive('paidOn', 'paidAmount', 'receiptNumber') }, outcomes: { paid: s.positive('已履行', 'Paid', { requires: ['paidOn', 'paidAmount', 'receiptNumber'] }) },
      explains: text('催告书送达十个工作日后仍未履行的，可以申请人民法院强制执行（行政强制法§54）', 'Ten working days after its service the court may be asked (§54)'),
    }),
    urgingOver: s.deadline('催告后仍未履行', 'Still not performed', 'urged', { kind: 'clock', clock: 'urging' }),
    applying: s.user('申请强制执行', 'Apply to the court', {
      by: officer, form: { ...due, ...s.shows('unpaidFine', 'urgingNumber', 'remedyEndsOn'), ...s.mayGive('courtName', 'paidOn', 'paidAmount', 'receiptNumber') },
      outcomes: { apply: s.neutral('制作申请书并提交法院', 'Apply', { requires: ['courtName'] }), paid: s.positive('已履行', 'Paid', { requires: ['paidOn', 'paidAmount', 'receiptNumber'] }) },
      explains: text('自复议、诉讼期限届满之日起三个月内申请（程序规定§76，行政强制法§53）', 'Within three months from the end of the time for remedies (§76, §53)'),
    }),
    makeApplication: s.document('制作强制执行申请书', 'Make the application', 'courtApplication', { appliedOn: 'issuedOn' }),
    courtCourse: s.user('登记法院执行情况', 'Register what the court does', {
      by: officer, form: { ...due, ...s.shows('courtName', 'appliedOn'), ...s.asks('courtNote'), ...s.mayGive('paidAmount') },
      outcomes: { executed: s.positive('执行完毕', 'Executed', { requires: ['paidAmount'] }), ended: s.negative('终结执行', 'Execution ended'), refused: s.negative('不予受理或者不准予执行', 'Refused') },
    }),
    courtAdded: s.script('登记法院执行款', 'Add what was executed', { ...add, enforced: '"court"' }),
    executionEnded: s.script('登记终结执行', 'Execution ended', { enforced: '"ended"' }),
    performed: s.script('登记履行完毕', 'Performed', { enforced: '"paid"' }),
    nothingDue: s.script('无款项应缴', 'Nothing to pay', { enforced: '"paid"' }),
    performanceDone: s.done('履行结束', 'Performance over'),
  });
};
