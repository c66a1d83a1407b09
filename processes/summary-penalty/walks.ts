/** Ways through a penalty on the spot, as people would go them. */
import type { JsonObject } from '../../domain/json.ts';
import { whoTakes } from '../enforcement/walk-parts.ts';
import { day, hoursAgo, type Act, type Walk, type Walks } from '../walk.ts';

const shop: JsonObject = {
  sourceKind: 'inspection', subjectName: '广州海川玩具有限公司', subjectUscc: '91440101MA5CK83P1C', subjectRegion: '440100', subjectAddress: '广州市白云区石井街道',
  leadSummary: '监督检查时发现其门店销售的12件毛绒玩具没有标明生产者的名称和地址。',
};
/** 自然人: has no account here. */
const vendor: JsonObject = { sourceKind: 'inspection', subjectName: '周某某', subjectRegion: '440100', subjectAddress: '广州市越秀区某农贸市场12号摊位', leadSummary: '巡查农贸市场时发现其使用的电子计价秤没有检定合格标志。' };
const at = { starter: 'wu', agency: 'gz-amr', start: shop } as const;
const stall = { ...at, start: vendor } as const;

const shown: JsonObject = { officers: ['wu', 'su'], cardNumbers: '粤A01-0231、粤A01-0458', spotAt: hoursAgo(1), spotPlace: '当事人门店' };
const facts: JsonObject = {
  subjectKind: 'organisation', legalPerson: '郑海', subjectPhone: '020-81234567', finalFacts: '货架上有12件待售毛绒玩具，没有标明生产者的名称和地址，尚未售出。', finalEvidence: '现场检查笔录、照片4张、进货单1份。', lawViolated: '《中华人民共和国产品质量法》第二十七条第一款第二项',
  penaltyBasis: '《中华人民共和国产品质量法》第五十四条', discretion: '数量少，积极配合检查', correction: '停止销售，补齐标识后方可销售',
};
const stallFacts: JsonObject = {
  ...facts, subjectKind: 'person', legalPerson: null, subjectIdNumber: '440104198506150014', subjectPhone: '13800138222', spotPlace: '农贸市场12号摊位', finalFacts: '当事人使用一台没有检定合格标志的电子计价秤销售水果。', finalEvidence: '现场检查笔录、照片2张。', lawViolated: '《中华人民共和国计量法》第九条第一款',
  penaltyBasis: '《中华人民共和国计量法》第二十五条', correction: '停止使用，送检合格后方可使用',
};
const fine = (fineAmount: number, collectionWay: string): JsonObject => ({ penaltyKinds: ['fine'], fineAmount, collectionWay });
const proposed = (penalty: JsonObject): Act => ['spotCheck', 'penalty', { ...shown, ...facts, ...penalty }];
const proposedAtStall = (penalty: JsonObject): Act => ['spotCheck', 'penalty', { ...shown, ...stallFacts, ...penalty }];
const told: Act = ['rightsTold', 'none'];
const signed: readonly Act[] = [['decide', 'signed'], ['decide', 'signed', {}, 'su']];
const handedOver: Act = ['decisionService', 'served', { decisionServedOn: day(0), serviceWay: 'direct', receivedBy: '郑海' }];
const filed: readonly Act[] = [['archiving', 'handed', { archiveList: '当场行政处罚决定书、现场检查笔录、照片、票据存根。' }], ['recording', 'recorded', { archiveOpinion: '材料齐全。' }]];
const upheld: readonly Act[] = [['remedy', 'reconsideration', { remedyOn: day(0), remedyBody: '广州市人民政府' }], ['remedyDeciding', 'upheld', { remedyResultOn: day(0), remedyNote: '维持。' }]];
/** Nobody applies for sixty days. */
const lapsed: Act = { waitFor: 'reconsideration' };
const paying = (paidAmount: number): readonly Act[] => [['payment', 'paid', { paidOn: day(0), paidAmount, receiptNumber: 'P-0101' }], ['paymentCheck', 'confirmed']];
const collected: Act = ['collecting', 'collected', { paidOn: day(0), paidAmount: 10_000, receiptNumber: '粤财罚0012345' }];
const handedIn: readonly Act[] = [['handingIn', 'handed', { handedInOn: day(0) }], ['banking', 'banked', { bankedOn: day(0), bankReceipt: '20260302-118' }]];

const warning = proposed({ penaltyKinds: ['warning'] });
const small = proposedAtStall(fine(10_000, 'small'));
const overBank = proposed(fine(300_000, 'bank'));
const toBank: readonly Act[] = [overBank, told, ...signed, handedOver];
const minor: Act = ['spotCheck', 'minor', { ...shown, ...facts, noFilingGround: 'first', noFilingReasons: '初次违法，尚未售出，当场下架改正。' }];
const unpaid: readonly Act[] = [...toBank, ...filed, { waitFor: 'payment' }];
const urged: readonly Act[] = [['urgingService', 'served', { urgingServedOn: day(0), serviceWay: 'mail' }], { waitFor: 'urging' }];
const deferred: readonly Act[] = [['deferralReview', 'examined', { deferralOpinion: '情况属实。' }], ['deferralApproval', 'approved', { nextDueOn: day(30), instalmentPlan: '每月一期，共二期。' }]];
const applied: Act = ['applying', 'apply', { courtName: '广州铁路运输法院' }];

export const summaryWalks = { process: 'summary-penalty', whoTakes, walks: makeWalks(),
  grounds: [{ walk: 'noPenalty', step: 'spotCheck', field: 'noFilingGround', values: ['minor', 'noFault', 'otherwise'] }, { walk: 'collected', step: 'spotCheck', field: 'collectionWay', values: ['hard', 'remote'] }],
} as const satisfies Walks;

function makeWalks() {
  return {
    warned: { ...at, title: '警告，没有陈述申辩，期满未申请复议', outcome: 'warned', acts: [warning, told, ...signed, handedOver, ...filed, lapsed] },
    warnedUpheld: {
      ...at, title: '警告，拒绝签收，复议维持后起诉，判决维持', outcome: 'warned',
      acts: [
        warning, told, ...signed, ['decisionService', 'refused', { decisionServedOn: day(0), serviceWay: 'left', signRefusal: '当事人拒绝签收，已在决定书上注明，现场摄像。' }], ...filed, ['remedy', 'reconsideration', { remedyOn: day(0), remedyBody: '广州市人民政府' }],
        ['remedyDeciding', 'sued', { remedyResultOn: day(0), remedyNote: '复议维持，当事人起诉。' }], ['remedyDeciding', 'upheld', { remedyResultOn: day(0), remedyNote: '驳回诉讼请求。' }],
      ],
    },
    collected: { ...stall, title: '自然人，罚款一百元，当场收缴；归档材料补齐；复议维持', outcome: 'collected', acts: [
      small, told, ...signed, handedOver, collected, ...handedIn, ['archiving', 'handed', { archiveList: '当场行政处罚决定书。' }], ['recording', 'incomplete', { archiveOpinion: '缺少专用票据存根。' }], ...filed, ...upheld,
    ] },
    collectedLapsed: { ...stall, title: '自然人，在水上当场收缴，抵岸后上交，期满未申请复议', outcome: 'collected', acts: [
      proposedAtStall({ ...fine(20_000, 'remote'), spotPlace: '珠江水域渔船' }), told, ...signed, handedOver, ['collecting', 'collected', { paidOn: day(0), paidAmount: 20_000, receiptNumber: '粤财罚0012346', landedOn: day(0) }], ...handedIn, ...filed, lapsed,
    ] },
    paid: { ...at, title: '企业，警告并罚款三千元，银行缴纳，未入库后补缴，复议维持', outcome: 'paid', acts: [
      proposed({ ...fine(300_000, 'bank'), penaltyKinds: ['warning', 'fine'] }), told, ...signed, handedOver, ['payment', 'paid', { paidOn: day(0), paidAmount: 300_000, receiptNumber: 'P-0100' }], ['paymentCheck', 'missing'], ...paying(300_000), ...filed, ...upheld,
    ] },
    notPaidThere: { ...stall, title: '未当场缴纳，改为银行缴纳', outcome: 'paid', acts: [small, told, ...signed, handedOver, ['collecting', 'notPaid'], ...paying(10_000), ...filed, ...upheld] },
    partly: { ...stall, title: '当场收缴一部分，其余银行缴纳', outcome: 'paid', acts: [
      proposedAtStall(fine(20_000, 'hard')), told, ...signed, handedOver, collected, ...handedIn, ...paying(10_000), ...filed, ...upheld,
    ] },
    beyondFirst: { ...at, title: '超过限额、没有金额、没有缴款方式、超过一百元当场收缴，逐次更正', outcome: 'paid', acts: [
      proposed(fine(300_001, 'bank')), proposed({ penaltyKinds: ['fine'], fineAmount: 0 }), proposed({ penaltyKinds: ['warning'], fineAmount: 300_000 }), proposed({ penaltyKinds: ['fine'], fineAmount: 300_000, collectionWay: null }), proposed(fine(300_000, 'small')),
      overBank, told, ...signed, handedOver, ...paying(300_000), ...filed, ...upheld,
    ] },
    heard: { ...at, title: '陈述申辩采纳，一名执法人员不同意，改为警告；再次陈述未采纳；复议维持', outcome: 'warned', acts: [
      overBank, ['rightsTold', 'statement', { statementText: '进货时间短，已当场下架。' }], ['statementReviewing', 'adopted', { statementReview: '情况属实，降低罚款。' }], proposed(fine(100_000, 'bank')), told, ['decide', 'objected'],
      proposed({ penaltyKinds: ['warning'], fineAmount: null, collectionWay: null }), ['rightsTold', 'statement', { statementText: '请求不予处罚。' }], ['statementReviewing', 'kept', { statementReview: '违法事实清楚，警告与情节相当，不予采纳。' }], ...signed, handedOver, ...filed, ...upheld,
    ] },
    ordinary: { ...at, title: '现场发现数量较大，需要检验，转普通程序', outcome: 'toOrdinary', acts: [['spotCheck', 'ordinary', { finalFacts: '仓库内另有同款玩具2600件。', finalEvidence: '现场检查笔录。', ordinaryReasons: '数量较大，需要抽样检验，不能当场查清。' }]] },
    unclear: { ...at, title: '当事人对事实有异议，转普通程序', outcome: 'toOrdinary', acts: [
      overBank, ['rightsTold', 'statement', { statementText: '该批玩具为供货商寄存，不是待售商品。' }], ['statementReviewing', 'unclear', { statementReview: '需要向供货商调查。', ordinaryReasons: '是否属于待售商品尚不清楚，需要进一步调查。' }],
    ] },
    noPenalty: { ...at, title: '首次违法并当场改正：退回补充后，不予处罚，责令改正', outcome: 'noPenalty', acts: [
      minor, ['noPenaltyApproval', 'returned', { decisionOpinion: '请查明是否初次违法。' }], minor, ['noPenaltyApproval', 'approved', { decisionOpinion: '同意。' }], ['correctionService', 'served', { correctionServedOn: day(0), serviceWay: 'direct', receivedBy: '郑海' }],
    ] },
    noViolation: { ...at, title: '核实后没有违法事实，不予立案', outcome: 'noViolation', acts: [['spotCheck', 'none', { finalFacts: '标识印在内侧吊牌上，内容齐全。', noFilingReasons: '没有违法事实。' }], ['noPenaltyApproval', 'approved', { decisionOpinion: '同意。' }]] },
    changed: { ...at, title: '复议变更罚款数额', outcome: 'paid', acts: [
      ...toBank, ...filed, ['remedy', 'reconsideration', { remedyOn: day(0), remedyBody: '广州市人民政府' }], ['remedyDeciding', 'changed', { remedyResultOn: day(0), remedyNote: '罚款变更为一千元。', fineAmount: 100_000 }], ['refunding', 'settled', { refundNote: '按变更后的数额缴纳。' }], ...paying(100_000),
    ] },
    revoked: { ...at, title: '复议撤销，退还罚款', outcome: 'revoked', acts: [
      ...toBank, ...paying(300_000), ...filed, ['remedy', 'reconsideration', { remedyOn: day(0), remedyBody: '广州市人民政府' }], ['remedyDeciding', 'revoked', { remedyResultOn: day(0), remedyNote: '适用依据错误，撤销。' }], ['refunding', 'settled', { refundNote: '罚款三千元已退还。' }],
    ] },
    instalments: { ...at, title: '分期缴纳：先不批准，后批准，缴清', outcome: 'paid', acts: [
      ...toBank, ['payment', 'defer', { deferralKind: 'instalments', deferralReasons: '经营困难。', instalmentPlan: '分二期。' }], ['deferralReview', 'examined', { deferralOpinion: '材料不足。' }], ['deferralApproval', 'refused', { deferralOpinion: '不同意。' }],
      ['payment', 'defer', { deferralKind: 'instalments', deferralReasons: '经营困难，附财务报表。', instalmentPlan: '分二期。' }], ...deferred,
      ['instalment', 'paid', { paidOn: day(0), paidAmount: 150_000, receiptNumber: 'P-0110' }], ['nextInstalment', 'set', { nextDueOn: day(30) }], ['instalment', 'paid', { paidOn: day(0), paidAmount: 150_000, receiptNumber: 'P-0111' }], ...filed, ...upheld,
    ] },
    late: { ...at, title: '逾期缴款，加处罚款后缴清', outcome: 'paid', acts: [
      ...unpaid, ['arrears', 'paid', { paidOn: day(0), paidAmount: 300_000, receiptNumber: 'P-0102', lateDaysLeftOut: 0 }], ['arrears', 'paid', { paidOn: day(0), paidAmount: 9_000, receiptNumber: 'P-0103', lateDaysLeftOut: 0 }], lapsed,
    ] },
    urgedPaid: { ...at, title: '不缴纳，期满未申请复议，催告后缴纳', outcome: 'paid', acts: [
      ...unpaid, { waitFor: 'remedyLapse' }, ['urgingService', 'served', { urgingServedOn: day(0), serviceWay: 'direct' }], ['urged', 'paid', { paidOn: day(0), paidAmount: 600_000, receiptNumber: 'P-0104' }],
    ] },
    urgedBefore: { ...at, title: '复议维持后即催告，催告期内缴纳', outcome: 'paid', acts: [
      ...unpaid, ...upheld, ['arrears', 'urge', { lateDaysLeftOut: 0 }], ['urgingService', 'served', { urgingServedOn: day(0), serviceWay: 'direct' }], ['urged', 'paid', { paidOn: day(0), paidAmount: 600_000, receiptNumber: 'P-0105' }],
    ] },
    deferredLate: { ...at, title: '分期一期逾期，再申请暂缓，缴清', outcome: 'paid', acts: [
      ...toBank, ...filed, ['payment', 'defer', { deferralKind: 'instalments', deferralReasons: '经营困难，附财务报表。', instalmentPlan: '分二期。' }], ...deferred, { waitFor: 'instalmentOver' }, ['arrears', 'defer', { deferralKind: 'deferral', deferralReasons: '资金周转困难，附证明。' }], ...deferred,
      ['instalment', 'paid', { paidOn: day(0), paidAmount: 300_000, receiptNumber: 'P-0112' }], ...upheld,
    ] },
    court: { ...at, title: '不缴纳，催告后申请人民法院强制执行', outcome: 'enforced', acts: [
      ...unpaid, { waitFor: 'remedyLapse' }, ...urged, applied, ['courtCourse', 'refused', { courtNote: '材料不全。' }], applied, ['courtCourse', 'executed', { courtNote: '划拨银行存款。', paidAmount: 600_000 }],
    ] },
    courtEnded: { ...at, title: '复议期间等待，催告后部分缴纳，申请强制执行，终结执行', outcome: 'executionEnded', acts: [
      ...unpaid, ['remedy', 'reconsideration', { remedyOn: day(0), remedyBody: '广州市人民政府' }], { waitFor: 'arrearsOver' }, ['awaitRemedy', 'paid', { paidOn: day(0), paidAmount: 10_000, receiptNumber: 'P-0106' }], ['remedyDeciding', 'upheld', { remedyResultOn: day(0), remedyNote: '维持。' }],
      ['awaitRemedy', 'over', { lateDaysLeftOut: 45 }], ...urged, ['applying', 'paid', { paidOn: day(0), paidAmount: 10_000, receiptNumber: 'P-0107' }], ...urged, applied, ['courtCourse', 'ended', { courtNote: '无财产可供执行。' }],
    ] },
  } as const satisfies Record<string, Walk>;
}
