/** Ways through a penalty case, as people would go them. The parts that they are made of are in walk-parts.ts. */
import { policeDoNotFile, policeFile } from '../criminal-transfer/walk-parts.ts';
import { day, type Act, type Walk, type Walks } from '../walk.ts';
import * as part from './walk-parts.ts';

const { closed, decided, filed, finding, heavy, investigated, lapsed, lead, light, manned, noticed, paid, published, reported, reviewed, served, upheld } = part;

const at = { starter: 'lin', agency: 'gd-amr', start: lead } as const;
/** 核查案件已经批准立案. */
const filedBefore = { ...at, start: { ...lead, sourceKind: 'reporter', sourceNumber: '粤市监举〔2026〕7号', filingReasons: '有违法事实，依法应当给予行政处罚。', violationEndedOn: day(-20), seriousHarm: false } } as const;
const gz = { starter: 'wu', agency: 'gz-amr', start: { ...filedBefore.start, subjectName: '广州海川玩具有限公司', subjectUscc: '91440101MA5CK83P1C', subjectRegion: '440100' } } as const;
/** 自然人: has no account here. */
const person = { ...at, start: { ...filedBefore.start, sourceKind: 'sampling', subjectName: '周某某', subjectUscc: null, subjectRegion: '440100' } } as const;
const mannedGz: readonly Act[] = [['appointment', 'appointed', { officers: ['wu', 'su'] }], ['officersAccept', 'accepted', { officerCards: '吴倩 19010118001' }], ['officersAccept', 'accepted', {}, 'su'], ['cards', 'corrected', { officerCards: '吴倩 19010118001\n苏婷：19010118002' }]];
const criminal: Act = ['investigate', 'criminal', { suspectedOffence: '生产、销售伪劣产品罪', criminalFacts: '销售金额超过五万元，涉嫌犯罪。', evidenceList: '检验报告、销售台账、询问笔录。' }];
const reportedGz = (outcome: string, more: Parameters<typeof reported>[1]): readonly Act[] => [['finalReport', outcome, { ...finding, ...more }], ['officersSign', 'signed'], ['officersSign', 'signed', {}, 'su']];
const decidedOf = (outcome: string): readonly Act[] => [...reported(outcome, { discretion: '初次违法，危害后果轻微并及时改正。', departmentName: '广东省工业和信息化厅' }), ...reviewed, ['decide', outcome, { decisionOpinion: '同意。' }]];
const noPenaltyServed: Act = ['noPenaltyService', 'served', { decisionServedOn: day(0), serviceWay: 'direct', receivedBy: '梁雪' }];
/** Number of the clock of the decision, where the case is filed when it comes. */
const decisionClock = 2;
const toDecision: readonly Act[] = [...manned, ...investigated, ...reported('penalty', light), ...reviewed, ...noticed, ...decided];
const overdue: readonly Act[] = [...toDecision, ...served, ...published, { waitFor: 'payment' }];
const late = (amount: number): Act => ['arrears', 'paid', { paidOn: day(0), paidAmount: amount, receiptNumber: 'P-0002', lateDaysLeftOut: 0 }];
const instalment = (amount: number): Act => ['instalment', 'paid', { paidOn: day(0), paidAmount: amount, receiptNumber: 'P-0010' }];
const asksToDefer: readonly Act[] = [['payment', 'defer', { deferralKind: 'instalments', deferralReasons: '经营困难，附财务报表。', instalmentPlan: '分三期缴纳。' }], ['deferralReview', 'examined', { deferralOpinion: '情况属实。' }]];
const deferred: readonly Act[] = [...asksToDefer, ['deferralApproval', 'approved', { nextDueOn: day(30), instalmentPlan: '每月一期，共三期。' }]];
const urged: readonly Act[] = [['urgingService', 'served', { urgingServedOn: day(0), serviceWay: 'mail' }], { waitFor: 'urging' }];
const applied: Act = ['applying', 'apply', { courtName: '广州铁路运输法院' }];

export const enforcementWalks = { process: 'enforcement', whoTakes: part.whoTakes, walks: makeWalks(),
  grounds: [
    { walk: 'notFiled', step: 'filingCheck', field: 'noFilingGround', values: ['minor', 'noFault', 'noViolation', 'otherwise'], onStack: true }, { walk: 'terminated', step: 'investigate', field: 'suspensionGround', values: ['interpretation', 'forceMajeure', 'otherwise'], onStack: true },
  ],
} as const satisfies Walks;

function makeWalks() {
  return {
    performed: {
      ...filedBefore, title: '举报查实，处罚，按期缴款，起诉后维持，符合奖励条件', outcome: 'penaltyPerformed',
      acts: [...toDecision, ...served, ...paid, ...published, ...upheld, ...closed, ['reward', 'eligible', { rewardGrade: 'second', rewardReasons: '举报事实与查明事实一致。' }]],
    },
    filedHere: {
      ...at, title: '线索核查后立案，检测后处罚；缴款未入库、分次缴清；退回结案报告；复议后起诉', outcome: 'penaltyPerformed',
      acts: [
        ['filingCheck', 'test', { testItem: '干烧保护', testInstitution: '广东产品质量监督检验研究院' }], ['filingTest', 'known', { testResult: '不合格' }], ['filingCheck', 'propose', { filingReasons: '不符合强制性标准。', violationEndedOn: day(-20) }],
        ['filingApproval', 'returned', { filingOpinion: '补充销售数量。' }], ...filed, ['appointment', 'appointed', { officers: ['lin', 'zhou'] }], ['officersAccept', 'declined', { recusalReasons: '与当事人有利害关系。' }], ...manned,
        ['investigate', 'test', { testItem: '干烧保护', testInstitution: '国家家用电器质量检验检测中心' }], ['testing', 'known', { testResult: '30件样品6件不合格。' }], ['investigate', 'identify', { identifier: '商标权利人' }],
        ['identification', 'known', { identificationResult: '为本公司产品。' }], ['investigate', 'refund', part.refund(5)], ['refundApproval', 'refused', { measureOpinion: '请核对人数。' }],
        ['investigate', 'refund'], ['refundApproval', 'approved'], part.refundServed, part.refunded, ...investigated,
        ['finalReport', 'unfinished'], ...investigated, ['finalReport', 'penalty', { ...finding, ...light }], ['officersSign', 'objected', { investigationNote: '数量有误。' }], ...reported('penalty', light),
        ['review', 'correct', { reviewOpinion: '裁量不当。' }], ...reported('penalty', light), ['review', 'supplement', { reviewOpinion: '补充询问笔录。' }], ...investigated, ...reported('penalty', light), ...reviewed, ...noticed,
        ['decide', 'returned', { decisionOpinion: '请核对违法所得。' }], ...reported('penalty', light), ...reviewed, ...noticed, ...decided, ...served,
        ['payment', 'paid', { paidOn: day(0), paidAmount: 2_000_000, receiptNumber: 'P-0001' }], ['paymentCheck', 'missing'], ['payment', 'paid', { paidOn: day(0), paidAmount: 2_000_000, receiptNumber: 'P-0001' }], ['paymentCheck', 'confirmed'],
        ['payment', 'paid', { paidOn: day(0), paidAmount: 4_200_000, receiptNumber: 'P-0002' }], ['paymentCheck', 'confirmed'], ...published, ['closing', 'submitted', { closingSummary: '处罚决定已履行。' }],
        ['closingApproval', 'returned', { closingOpinion: '补充缴款票据。' }], ...closed, ['remedy', 'reconsideration', { remedyOn: day(0), remedyBody: '广东省人民政府' }],
        ['remedyDeciding', 'sued', { remedyResultOn: day(0), remedyNote: '复议维持，当事人起诉。' }], ['remedyDeciding', 'upheld', { remedyResultOn: day(0), remedyNote: '驳回诉讼请求。' }],
      ],
    },
    heard: {
      ...at, title: '重大案件：登记保存、查封扣押、协助调查、听证、集体讨论', outcome: 'penaltyPerformed',
      acts: [
        ...filed, ...manned, ...part.assisted, ['assistance', 'closed'],
        ...investigated, ...reported('penalty', heavy), ...reviewed, ['noticeService', 'served', { noticeServedOn: day(0), serviceWay: 'electronic' }], ['response', 'hearing', { hearingRequest: '请求举行听证。' }],
        ...part.hearingSet(day(-1)), ...part.hearingSet(day(20)), ...part.hearingCalled, ['hearingComing', 'postponed', { hearingEndNote: '当事人申请延期。' }], ...part.hearingSet(day(25)), ...part.hearingCalled, { waitFor: 'hearingDay' },
        ['hearingHolding', 'adjourned', { hearingEndNote: '需通知新的证人。' }], ...part.hearingSet(day(30)), ...part.hearingCalled, { waitFor: 'hearingDay' }, ...part.hearingHeld, ['hearingReview', 'agreed', { reviewOpinion: '听证程序合法，同意。' }], ...part.measures,
        ['discussion', 'agreed', { discussionRecord: '一致同意。' }], ['discussion', 'abstained', {}, 'peng'], ['discussion', 'agreed', {}, 'du'], ...decided, ['measuresSettling', 'settled'],
        ['seizureDisposal', 'decided', { seizureHandling: '随处罚决定没收。' }], ['measuresSettling', 'settled'], ...served, ...part.paidHeavy, ...published, ...closed, ...lapsed,
      ],
    },
    measured: {
      ...at, title: '登记保存、查封扣押、协助调查并行，随决定处理', outcome: 'noPenaltyMinor', others: { 'investigation-assistance': ['answered'] },
      acts: [
        ...filed, ...manned, ...part.measures, ...part.assisted, ...investigated, ...decidedOf('noPenaltyMinor'), ['measuresSettling', 'settled'], ['seizureDisposal', 'decided', { seizureHandling: '改正后退还。' }], ['measuresSettling', 'settled'],
        noPenaltyServed, ...upheld, ...closed,
      ],
    },
    heardNot: {
      ...filedBefore, title: '要求听证后撤回；法制审核纠正；集体讨论否决后重报', outcome: 'penaltyPerformed',
      acts: [
        ...manned, ...investigated, ...reported('penalty', heavy), ...reviewed, ['noticeService', 'served', { noticeServedOn: day(0), serviceWay: 'direct' }], ['response', 'hearing', { hearingRequest: '请求听证。' }], ...part.hearingSet(day(20), false),
        part.hearingNotified, ['hearingComing', 'withdrawn', { hearingEndNote: '当事人撤回申请。' }], ['discussion', 'rejected', { discussionRecord: '裁量偏重。' }], ['discussion', 'rejected', {}, 'peng'],
        ...reported('penalty', heavy), ...reviewed, ['noticeService', 'served', { noticeServedOn: day(0), serviceWay: 'direct' }], ['response', 'hearing', { hearingRequest: '请求听证。' }], ...part.hearingSet(day(20), false), part.hearingNotified,
        { waitFor: 'hearingDay' }, ...part.hearingHeld, ['hearingReview', 'correct', { reviewOpinion: '采纳听证报告，降低罚款。' }], ...reported('penalty', light), ...reviewed, ...noticed, ['discussion', 'agreed', { discussionRecord: '同意。' }], ['discussion', 'agreed', {}, 'peng'], ...decided, ...served, ...paid, ...published, ...closed, ['reward', 'notEligible', { rewardReasons: '举报前已掌握。' }], ...lapsed,
      ],
    },
    absent: {
      ...filedBefore, title: '当事人缺席听证，终止听证后决定', outcome: 'penaltyPerformed',
      acts: [
        ...manned, ...investigated, ...reported('penalty', heavy), ...reviewed, ['noticeService', 'served', { noticeServedOn: day(0), serviceWay: 'direct' }], { waitFor: 'statement' }, ['paperCheck', 'hearing', { hearingRequest: '期内邮寄听证申请。' }],
        ...part.hearingSet(day(20), false), part.hearingNotified, { waitFor: 'hearingDay' }, ['hearingHolding', 'ended', { hearingEndNote: '无正当理由缺席。' }], ['discussion', 'agreed', { discussionRecord: '同意。' }], ['discussion', 'agreed', {}, 'peng'],
        ...decided, ...served, ...part.paidHeavy, ...published, ...closed, ...lapsed, ['reward', 'notEligible', { rewardReasons: '举报前已掌握。' }],
      ],
    },
    minor: { ...at, title: '违法行为轻微，不予行政处罚', outcome: 'noPenaltyMinor', acts: [...filed, ...manned, ...investigated, ...decidedOf('noPenaltyMinor'), noPenaltyServed, ...upheld, ...closed] },
    unfounded: { ...at, title: '违法事实不能成立，不予行政处罚', outcome: 'noPenaltyUnfounded', acts: [...filed, ...manned, ...investigated, ...decidedOf('noPenaltyUnfounded'), noPenaltyServed, ...upheld, ...closed] },
    department: {
      ...at, title: '移送其他行政管理部门', outcome: 'transferredToDepartment', acts: [...filed, ...manned, ...investigated, ...decidedOf('department'), ['departmentSending', 'sent', { transferReasons: '属于该部门职责。' }], ...closed],
    },
    judiciary: {
      ...gz, title: '决定移送司法，公安机关立案', outcome: 'transferredToJudiciary', others: { 'criminal-transfer': ['filed'], 'criminal-acceptance': ['filed'] },
      acts: [
        ...mannedGz, ...investigated, ...reportedGz('judiciary', { suspectedOffence: '生产、销售伪劣产品罪', criminalFacts: '销售金额超过五万元。', evidenceList: '检验报告、台账。' }), ...reviewed, ['decide', 'judiciary', { decisionOpinion: '涉嫌犯罪，移送。' }],
        ['judiciaryMaterial', 'prepared'], ...policeFile, ...closed, ['reward', 'notEligible', { rewardReasons: '待司法机关处理。' }],
      ],
    },
    backFromPolice: {
      ...gz, title: '移送后公安机关不予立案，依法继续给予行政处罚', outcome: 'penaltyPerformed', others: { 'criminal-transfer': ['notFiled'], 'criminal-acceptance': ['notFiled'] },
      acts: [
        ...mannedGz, criminal, ...policeDoNotFile, ...investigated, ...reportedGz('penalty', light), ...reviewed, ...noticed, ...decided, ...served, ...paid, ...published, ...upheld, ...closed, ['reward', 'notEligible', { rewardReasons: '不属于重大违法行为。' }],
      ],
    },
    terminated: {
      ...at, title: '中止、恢复后终止调查', outcome: 'terminated',
      acts: [
        ...filed, ...manned, ['investigate', 'suspend', { suspensionGround: 'missing', suspensionReasons: '当事人下落不明。' }], ['suspensionApproval', 'refused', { measureOpinion: '先行查找。' }],
        ['investigate', 'suspend', { suspensionGround: 'prejudicial', suspensionReasons: '等待民事判决。' }], ['suspensionApproval', 'approved'], ['suspended', 'resumed', { resumptionReasons: '判决已生效。' }],
        ['investigate', 'terminate', { terminationReasons: '法人已经注销。' }], ['terminationApproval', 'refused', { measureOpinion: '核实是否有承继人。' }], ['investigate', 'terminate', { terminationReasons: '法人已经注销，无权利义务承受人。' }],
        ['terminationApproval', 'approved'], ...closed,
      ],
    },
    agreed: {
      ...at, title: '管辖争议，协商由对方管辖，移送', outcome: 'movedToAgency',
      acts: [
        ...filed, ...manned, ...part.disputed, ['negotiation', 'ours', { negotiatedOn: day(0), negotiators: '林国栋、潘志明', negotiationRecord: '由我局管辖。' }], ...part.disputed, ['negotiation', 'theirs', { negotiatedOn: day(0), negotiationRecord: '由佛山管辖。', transferAgency: 'fs-amr', transferReasons: '违法行为发生地在佛山。' }],
        ['moveApproval', 'refused', { measureOpinion: '请说明主要违法行为地。' }], ['investigate', 'move', { transferAgency: 'fs-amr', transferReasons: '违法行为发生地在佛山。' }], ['moveApproval', 'approved'], ...closed,
      ],
    },
    appointedOther: {
      ...gz, title: '协商不成，共同上一级指定由其他机关管辖', outcome: 'movedToAgency', others: { 'jurisdiction-appointment': ['appointed'] },
      acts: [...mannedGz, ...part.disputed, ['negotiation', 'failed', { negotiatedOn: day(0), negotiationRecord: '意见不一。', superiorAgency: 'gd-amr' }], ...part.appointed('fs-amr'), ...closed],
    },
    appointedOurs: {
      ...gz, title: '七个工作日内协商不成，报请指定，由本机关管辖', outcome: 'terminated',
      acts: [...mannedGz, ...part.disputed, { waitFor: 'negotiation' }, ['reportUp', 'sent', { negotiationRecord: '七个工作日内未能协商一致。', superiorAgency: 'gd-amr' }], ...part.appointed('gz-amr'), ['investigate', 'terminate', { terminationReasons: '法人已经注销。' }], ['terminationApproval', 'approved'], ...closed],
    },
    furtherTime: {
      ...filedBefore, title: '延长三十日后仍不能决定，集体讨论一次未通过，再次讨论同意继续延期', outcome: 'terminated',
      acts: [
        ...manned, { waitFor: 'furtherDue' }, { action: 'extend', by: 'he', body: { clockNo: decisionClock, reason: '案情复杂。' } },
        ['furtherTime', 'proposed', { furtherReasons: '鉴定机构尚需复核，涉及多地经营者。', furtherDays: 90 }], ['furtherDiscussion', 'rejected', { furtherRecord: '期限过长。' }], ['furtherDiscussion', 'rejected', {}, 'peng'],
        ['furtherTime', 'proposed', { furtherDays: 60 }], ['furtherDiscussion', 'agreed'], ['furtherDiscussion', 'abstained', {}, 'peng'], ['furtherDiscussion', 'agreed', {}, 'du'],
        ['furtherRecording', 'recorded', { furtherDiscussedOn: day(0), furtherRecord: '何建国、杜蓉同意，彭海弃权；决定延长六十日。' }],
        ['investigate', 'terminate', { terminationReasons: '法人已经注销。' }], ['terminationApproval', 'approved'], ...closed,
      ],
    },
    timesOver: {
      ...filedBefore, title: '责令退款期满未退还；检测检验期间届满，延长查封扣押未获批准、告知书未送达，期满解除', outcome: 'terminated',
      acts: [
        ...manned, ['investigate', 'refund', part.refund(5)], ['refundApproval', 'approved'], part.refundServed, { waitFor: 'refundOver' }, ...part.seizureTimes, ['investigate', 'terminate', { terminationReasons: '法人已经注销。' }],
        ['terminationApproval', 'approved'], ...closed,
      ],
    },
    noFurtherTime: {
      ...filedBefore, title: '立案满九十日，不需要继续延期', outcome: 'terminated',
      acts: [...manned, { waitFor: 'furtherDue' }, ['furtherTime', 'closed'], ['investigate', 'terminate', { terminationReasons: '法人已经注销。' }], ['terminationApproval', 'approved'], ...closed],
    },
    notFiled: { ...at, title: '不予立案', outcome: 'notFiled', acts: [['filingCheck', 'decline', { noFilingGround: 'first', noFilingReasons: '初次违法，已改正。' }], ['filingApproval', 'notFiled', { filingOpinion: '同意。' }]] },
    elsewhere: {
      ...at, title: '不属于本机关管辖，线索移送', outcome: 'movedToAgency',
      acts: [['filingCheck', 'elsewhere', { transferAgency: 'fs-amr', transferReasons: '当事人住所地。' }], ['leadMoveApproval', 'returned', { filingOpinion: '核对住所。' }], ['filingCheck', 'elsewhere'], ['leadMoveApproval', 'approved']],
    },
    movedTwice: {
      ...gz, start: { ...part.lead, sourceKind: 'transferred', sourceNumber: '佛市监案〔2026〕5号' }, title: '由其他机关移送而来的线索，不得再自行移送，报请指定管辖：先指定由本机关，再次报请后指定由佛山', outcome: 'movedToAgency', others: { 'jurisdiction-appointment': ['appointed', 'appointed'] },
      acts: [
        ['filingCheck', 'elsewhere', { transferAgency: 'fs-amr', transferReasons: '当事人住所地和违法行为发生地均在佛山。' }], ['leadReferral', 'sent', { disputeWith: '佛山市市场监督管理局', superiorAgency: 'gd-amr' }], ...part.appointed('gz-amr'),
        ['filingCheck', 'elsewhere', { transferAgency: 'fs-amr', transferReasons: '补充核查表明生产地也在佛山。' }], ['leadReferral', 'sent', { disputeWith: '佛山市市场监督管理局', superiorAgency: 'gd-amr' }], ...part.appointed('fs-amr'),
      ],
    },
    movedInInvestigation: {
      ...gz, start: { ...filedBefore.start, sourceKind: 'transferred', sourceNumber: '佛市监案〔2026〕6号' }, title: '由其他机关移送而来的案件，调查中认为不属于本机关管辖，报请指定，由佛山管辖', outcome: 'movedToAgency', others: { 'jurisdiction-appointment': ['appointed'] },
      acts: [
        ...mannedGz, ['investigate', 'move', { transferAgency: 'fs-amr', transferReasons: '违法行为发生地在佛山。' }], ['referral', 'sent', { disputeWith: '佛山市市场监督管理局', superiorAgency: 'gd-amr' }], ...part.appointed('fs-amr'), ...closed,
      ],
    },
    late: { ...filedBefore, title: '逾期缴款，加处罚款，分两次缴清', outcome: 'penaltyPerformed', acts: [...overdue, late(6_200_000), late(150_000), ...upheld, ...closed, ['reward', 'notEligible', { rewardReasons: '未达到标准。' }]] },
    court: {
      ...filedBefore, title: '不履行，催告后申请人民法院强制执行', outcome: 'penaltyEnforced',
      acts: [
        ...overdue, { waitFor: 'remedyLapse' }, ...urged, applied, ['courtCourse', 'refused', { courtNote: '材料不全。' }], applied, ['courtCourse', 'executed', { courtNote: '划拨银行存款。', paidAmount: 11_200_000 }], ...closed, ['reward', 'notEligible', { rewardReasons: '未达到标准。' }],
      ],
    },
    courtEnded: {
      ...filedBefore, title: '诉讼期间等待，催告后部分履行，终结执行', outcome: 'penaltyEnded',
      acts: [
        ...overdue, ['remedy', 'litigation', { remedyOn: day(0), remedyBody: '广州铁路运输法院' }], { waitFor: 'arrearsOver' }, ['awaitRemedy', 'paid', { paidOn: day(0), paidAmount: 100_000, receiptNumber: 'P-0003' }],
        ['remedyDeciding', 'upheld', { remedyResultOn: day(0), remedyNote: '维持。' }], ['awaitRemedy', 'over', { lateDaysLeftOut: 120 }], ['urgingService', 'served', { urgingServedOn: day(0), serviceWay: 'direct' }],
        ['urged', 'paid', { paidOn: day(0), paidAmount: 100_000, receiptNumber: 'P-0004' }], ...urged, ['applying', 'paid', { paidOn: day(0), paidAmount: 100_000, receiptNumber: 'P-0005' }],
        ...urged, applied, ['courtCourse', 'ended', { courtNote: '无财产可供执行。' }], ...closed, ['reward', 'notEligible', { rewardReasons: '未达到标准。' }],
      ],
    },
    instalments: {
      ...filedBefore, title: '分期缴纳：先不批准，后批准，一期逾期后再申请，缴清', outcome: 'penaltyPerformed',
      acts: [
        ...toDecision, ...served, ...published, ...asksToDefer, ['deferralApproval', 'refused', { deferralOpinion: '材料不足。' }], ...deferred, instalment(2_000_000), ['nextInstalment', 'set', { nextDueOn: day(30) }], { waitFor: 'instalmentOver' },
        ['arrears', 'defer', { deferralKind: 'deferral', deferralReasons: '资金周转困难。' }], ['deferralReview', 'examined', { deferralOpinion: '可以暂缓。' }], ['deferralApproval', 'refused', { deferralOpinion: '不同意。' }],
        ['arrears', 'defer', { deferralKind: 'deferral', deferralReasons: '资金周转困难，附证明。' }], ['deferralReview', 'examined', { deferralOpinion: '情况属实。' }], ['deferralApproval', 'approved', { nextDueOn: day(30), instalmentPlan: '暂缓三十日，一次缴清。' }],
        instalment(4_200_000), ...upheld, ...closed, ['reward', 'notEligible', { rewardReasons: '未达到标准。' }],
      ],
    },
    urgedBefore: {
      ...filedBefore, title: '诉讼终结后即催告，催告期内履行', outcome: 'penaltyPerformed',
      acts: [
        ...overdue, ...upheld, ['arrears', 'urge', { lateDaysLeftOut: 0 }], ['urgingService', 'served', { urgingServedOn: day(0), serviceWay: 'direct' }], ['urged', 'paid', { paidOn: day(0), paidAmount: 11_200_000, receiptNumber: 'P-0006' }], ...closed,
        ['reward', 'notEligible', { rewardReasons: '未达到标准。' }],
      ],
    },
    revoked: {
      ...filedBefore, title: '法院判决撤销处罚决定，撤回公示，退还款项', outcome: 'penaltyRevoked',
      acts: [
        ...toDecision, ...served, ...paid, ...published, ['remedy', 'litigation', { remedyOn: day(0), remedyBody: '广州铁路运输法院' }], ['remedyDeciding', 'revoked', { remedyResultOn: day(0), remedyNote: '程序违法，判决撤销。' }],
        ['withdrawal', 'withdrawn', { withdrawalReasons: '处罚决定被判决撤销。' }], ['revokedClosing', 'approved', { closingOpinion: '退还已缴款项。' }],
      ],
    },
    changed: {
      ...filedBefore, title: '复议变更罚款数额，撤回并重新公示', outcome: 'penaltyPerformed',
      acts: [
        ...toDecision, ...served, ...published, ['remedy', 'reconsideration', { remedyOn: day(0), remedyBody: '广东省人民政府' }], ['remedyDeciding', 'changed', { remedyResultOn: day(0), remedyNote: '罚款变更为三万元。', fineAmount: 3_000_000 }],
        ['withdrawal', 'withdrawn', { withdrawalReasons: '处罚决定变更。' }], ['payment', 'paid', { paidOn: day(0), paidAmount: 4_200_000, receiptNumber: 'P-0007' }], ['paymentCheck', 'confirmed'], ...closed, ['reward', 'notEligible', { rewardReasons: '未达到标准。' }],
      ],
    },
    otherProvince: {
      ...filedBefore, start: { ...filedBefore.start, subjectRegion: '330100' }, title: '登记地在外省，推送登记地机关公示', outcome: 'penaltyPerformed',
      acts: [
        ...toDecision, ...served, ...paid, ['pushing', 'pushed', { pushedTo: '杭州市市场监督管理局', pushedOn: day(0) }], ['publishingElsewhere', 'published', { publicFrom: day(0) }], ...upheld, ...closed, ['reward', 'notEligible', { rewardReasons: '未达到标准。' }],
      ],
    },
    person: {
      ...person, title: '自然人：公告送达，代为登记意见，采纳后改为警告', outcome: 'penaltyPerformed',
      acts: [
        ...manned, ...part.measuresLapse, ...investigated, ...reported('penalty', { ...light, subjectKind: 'person', responsiblePerson: false }), ...reviewed, ['noticeService', 'announce', { noticeAnnouncedOn: day(0) }], { waitFor: 'noticeAnnouncement' },
        ['noticeAnnounced', 'served', { serviceWay: 'announcement' }], ['response', 'statement', { statementText: '情节轻微。' }], ['statementReviewing', 'adopted', { statementReview: '采纳。' }],
        ...reported('penalty', { ...light, subjectKind: 'person', penaltyKinds: ['warning'], fineAmount: 0, illegalIncome: 0 }), ...reviewed, ['noticeService', 'served', { noticeServedOn: day(0), serviceWay: 'left' }], ['response', 'hearing', { hearingRequest: '请求听证。' }],
        ['statementReviewing', 'kept', { statementReview: '不符合听证条件，意见不予采纳。' }], ...decided, ['decisionService', 'announce', { decisionAnnouncedOn: day(0) }], { waitFor: 'decisionAnnouncement' }, ['decisionAnnounced', 'served', { serviceWay: 'announcement' }],
        ...closed, ...lapsed,
      ],
    },
    onPaper: {
      ...filedBefore, title: '逾期未答复：书面意见期内到达，或者视为放弃；查封扣押期满解除；补批未准', outcome: 'noPenaltyMinor',
      acts: [
        ...manned, ...part.measuresRefused, ...investigated, ...reported('penalty', light), ...reviewed, ['noticeService', 'served', { noticeServedOn: day(0), serviceWay: 'mail' }], { waitFor: 'statement' }, ['paperCheck', 'statement', { statementText: '已改正。' }],
        ['statementReviewing', 'adopted', { statementReview: '采纳。' }], ...reported('noPenaltyMinor', { discretion: '已改正。' }), ...reviewed, ['decide', 'penalty', { decisionOpinion: '仍应处罚。' }], ...reported('penalty', light), ...reviewed,
        ['noticeService', 'served', { noticeServedOn: day(0), serviceWay: 'mail' }], { waitFor: 'statement' }, ['paperCheck', 'none'], ['decide', 'noPenaltyMinor', { decisionOpinion: '不予处罚。' }], noPenaltyServed, ...upheld, ...closed,
      ],
    },
  } as const satisfies Record<string, Walk>;
}

