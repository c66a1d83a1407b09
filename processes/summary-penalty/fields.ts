/** The data dictionary of a penalty on the spot (数据项). What it has in common with the ordinary procedure is that of enforcement. */
import { field, inSection } from '../../domain/model/builder-fields.ts';
import { text } from '../../domain/text.ts';
import { executionFields } from '../enforcement/fields-execution.ts';
import { fields as ordinary } from '../enforcement/fields.ts';
import { leadFields } from '../enforcement/lead.ts';

const { text: line, longText, date, moment, phone, choice, choices } = field;
const happened = { past: true } as const;

const spot = {
  officers: field.persons('执法人员', 'Officers', 'officer', { min: 2, max: 6, help: text('两名以上，均应当具有行政执法资格，法律另有规定的除外（行政处罚法§42）；只有所列人员可以作出、送达当场处罚决定和当场收缴罚款', 'Two or more with the qualification to enforce, unless a law says otherwise (Administrative Penalty Law §42); only they decide on the spot, hand the decision over, and collect the fine') }),
  cardNumbers: line('出示的执法证号', 'Enforcement cards shown', { help: text('向当事人出示的每名执法人员的证号', 'The number of each card that was shown to the subject') }),
  spotAt: moment('当场查处的时间', 'Found at', { past: true, help: text('填写实际查处的时间（北京时间）；写入决定书', 'When it was found in fact (Beijing time); stands in the decision') }),
  spotPlace: line('当场查处的地点', 'Place'),
  subjectKind: ordinary.subjectKind,
  legalPerson: line('法定代表人（负责人、经营者）', 'Legal representative', { maxLength: 100, personal: true }),
  subjectIdNumber: line('身份证件号码', 'Identity number', { personal: true, maxLength: 30, help: text('当事人为自然人的填写；当事人的基本情况应当载明（程序规定§68）', 'Of natural persons; who the subject is stands in the decision (§68)') }),
  subjectPhone: phone('当事人联系电话', 'Phone of the subject'),
  finalFacts: ordinary.finalFacts, finalEvidence: ordinary.finalEvidence, lawViolated: ordinary.lawViolated, penaltyBasis: ordinary.penaltyBasis, discretion: ordinary.discretion,
  correction: longText('责令改正的内容', 'To be corrected', { help: text('实施行政处罚时，应当责令改正或者限期改正（行政处罚法§28）', 'With a penalty goes an order to correct (§28)') }),
  /** 当场处罚只有这两种 (行政处罚法 §51). */
  penaltyKinds: choices('处罚种类', 'Kinds of penalty', { warning: ['警告', 'Warning'], fine: ['罚款', 'Fine'] }),
  fineAmount: ordinary.fineAmount,
  collectionWay: choice('罚款缴纳方式', 'How the fine is paid', {
    bank: ['十五日内到指定银行或者通过电子支付系统缴纳', 'Within fifteen days, at the bank or electronically'], small: ['当场收缴：当场处以一百元以下罚款', 'On the spot: up to a hundred yuan'],
    hard: ['当场收缴：不当场收缴事后难以执行', 'On the spot: hard to enforce afterwards'], remote: ['当场收缴：边远、水上、交通不便地区，经当事人提出', 'On the spot: remote, on the water or hard to reach, and the subject asks for it'],
  }),
  spotProblem: choice('是否符合当场处罚条件', 'May it be decided on the spot?', {
    within: ['符合', 'Yes'], fine: ['处罚种类与罚款金额不一致', 'Kinds of penalty and sum do not agree'], amount: ['超过当场处罚的罚款限额，应当转普通程序', 'More than may be fined on the spot: ordinary procedure'],
    way: ['未确定罚款缴纳方式', 'Not said how the fine is paid'], small: ['罚款超过一百元，不得以此理由当场收缴', 'More than a hundred yuan: no ground to collect it'],
  }, { help: text('由系统按照行政处罚法§51、程序规定§§66、72核对', 'Checked against §51 of the law and §§66, 72 of the procedure') }),
  ordinaryReasons: longText('转普通程序的理由', 'Why it needs the ordinary procedure', { help: text('违法事实不清、需要检测鉴定、超过当场处罚的限额、应当没收违法所得等', 'Facts not clear, a test is needed, beyond the limit, income to be confiscated and the like') }),
  ordinaryNumber: line('查处案件案号', 'Number of the penalty case', { maxLength: 100 }),
  noFilingGround: ordinary.noFilingGround, noFilingReasons: ordinary.noFilingReasons,
  correctionServedOn: date('责令改正通知书送达日期', 'Order to correct served on', happened),
};

const decision = {
  statementText: ordinary.statementText, statementReview: ordinary.statementReview, decisionOpinion: ordinary.decisionOpinion,
  decidedOn: executionFields.decidedOn, decisionNumber: executionFields.decisionNumber, decisionServedOn: executionFields.decisionServedOn,
  serviceWay: ordinary.serviceWay, receivedBy: ordinary.receivedBy,
  signRefusal: line('拒绝签收的情况', 'Refusal to sign', { help: text('当事人拒绝签收的，在决定书上注明（程序规定§67）', 'Noted on the decision (§67)') }),
};

const execution = {
  landedOn: date('抵岸日期', 'Landed on', { past: true, help: text('在水上当场收缴的填写，交款期限自抵岸之日起算（程序规定§73）', 'Where it was collected on the water: the time to hand it in runs from then (§73)') }),
  handInFrom: date('交款期限起算日', 'Time to hand it in counts from'),
  handedInOn: date('交至本机关日期', 'Handed in on', happened),
  bankedOn: date('缴付指定银行日期', 'Paid to the bank on', happened),
  bankReceipt: line('银行缴款凭证号', 'Receipt of the bank', { maxLength: 60 }),
  totalDue: executionFields.totalDue, payBy: executionFields.payBy, paidOn: executionFields.paidOn, paidAmount: executionFields.paidAmount, paidTotal: executionFields.paidTotal, receiptNumber: executionFields.receiptNumber,
  deferralKind: executionFields.deferralKind, deferralReasons: executionFields.deferralReasons, deferralOpinion: executionFields.deferralOpinion, instalmentPlan: executionFields.instalmentPlan,
  deferredUntil: executionFields.deferredUntil, applicationFrom: executionFields.applicationFrom, nextDueOn: executionFields.nextDueOn,
  lateDays: executionFields.lateDays, lateDaysLeftOut: executionFields.lateDaysLeftOut, lateFrom: executionFields.lateFrom, unpaidFine: executionFields.unpaidFine, lateFine: executionFields.lateFine, arrearsOverOn: executionFields.arrearsOverOn,
  remedyEndsOn: executionFields.remedyEndsOn, remedyPending: executionFields.remedyPending, remedyKind: executionFields.remedyKind, remedyOn: executionFields.remedyOn, remedyBody: executionFields.remedyBody,
  remedyResult: executionFields.remedyResult, remedyResultOn: executionFields.remedyResultOn, remedyNote: executionFields.remedyNote,
  refundNote: longText('变更、撤销后的处理', 'What followed the change', { help: text('已缴款项的退还等', 'What was paid and is returned, and the like') }),
  urgingNumber: executionFields.urgingNumber, urgingServedOn: executionFields.urgingServedOn, courtName: executionFields.courtName, appliedOn: executionFields.appliedOn, courtNote: executionFields.courtNote, enforced: executionFields.enforced,
  archiveList: longText('归档材料', 'Material for the file', { help: text('逐项列明：决定书、证据、笔录、票据等', 'Item by item: decision, evidence, record, receipts') }),
  archiveOpinion: longText('归档备案意见', 'Opinion on the file'),
};

export const fields = {
  ...inSection('违法线索', 'What is suspected', leadFields), ...inSection('当场查处', 'On the spot', spot), ...inSection('告知和决定', 'Notice and decision', decision), ...inSection('送达、执行和归档', 'Service, execution and filing', execution),
} as const;
