/** What the ways through a penalty case have in common. */
import type { JsonObject } from '../../domain/json.ts';
import { day, hoursAgo, type Act } from '../walk.ts';

/** Demo person for a pool. The second officer, and whoever else may not be the usual one, is named in the deed. */
const usual: Readonly<Record<string, string>> = {
  'officer@gd-amr': 'lin', 'section-head@gd-amr': 'huang', 'agency-head@gd-amr': 'he', 'legal-reviewer@gd-amr': 'xu', 'officer@gz-amr': 'wu', 'section-head@gz-amr': 'deng', 'agency-head@gz-amr': 'feng', 'legal-reviewer@gz-amr': 'zeng',
  'officer@fs-amr': 'pan', 'section-head@fs-amr': 'kuang', 'officer@gz-police': 'lei', 'section-head@gz-police': 'fang', 'agency-head@gz-police': 'tong', 'uscc:91440605MA4W2Q7H9C': 'chenguang', 'uscc:91440101MA5CK83P1C': 'haichuan',
};
/** The host of the hearing does what the law asks of the host; the review of the case was another's. */
const hosting = new Set(['hearingSchedule', 'hearingHolding', 'hearingReporting']);
export const whoTakes = (step: string, pool: string): string => (hosting.has(step) && pool === 'legal-reviewer@gd-amr' ? 'liao' : usual[pool] ?? `nobody holds ${pool}`);

export const lead: JsonObject = {
  sourceKind: 'inspection', subjectName: '佛山市晨光电器有限公司', subjectUscc: '91440605MA4W2Q7H9C', subjectRegion: '440600', subjectAddress: '佛山市南海区桂城街道',
  leadSummary: '检查发现其销售的CG-1810型电热水壶干烧保护不符合强制性国家标准。',
};

export const filed: readonly Act[] = [['filingCheck', 'propose', { filingReasons: '不符合强制性国家标准，涉嫌违法。', violationEndedOn: day(-20), seriousHarm: false }], ['filingApproval', 'filed', { filedOn: day(0), filingOpinion: '同意。' }]];
const linsCard = '林晓 19000118001';
export const bothCards = `${linsCard}\n周敏 19000118002`;
export const manned: readonly Act[] = [['appointment', 'appointed', { officers: ['lin', 'zhou'], officerPhone: '020-38835000' }], ['officersAccept', 'accepted', { officerCards: linsCard }], ['officersAccept', 'accepted', { officerCards: bothCards }, 'zhou']];
export const investigated: readonly Act[] = [['investigate', 'concluded', { investigationNote: '经现场检查、询问和检验，事实清楚，证据确实充分。' }]];

export const finding: JsonObject = {
  subjectKind: 'organisation', finalFacts: '2025年8月至11月生产、销售CG-1810型电热水壶3200台，干烧保护不符合GB 4706.19的规定，违法所得12000元。', finalEvidence: '检验报告、销售台账、询问笔录、现场检查笔录。',
  lawViolated: '《中华人民共和国产品质量法》第十三条第二款',
};
const penalty: JsonObject = { penaltyBasis: '《中华人民共和国产品质量法》第四十九条', discretion: '初次违法，积极配合调查', publicInterest: false, mitigated: false, qualityField: false, responsiblePerson: false };
/** Below the threshold of a hearing: five myriad yuan of fine. */
export const light: JsonObject = { ...penalty, penaltyKinds: ['fine', 'confiscation'], fineAmount: 5_000_000, illegalIncome: 1_200_000, goodsValue: 0, complexCase: false };
/** Twenty myriad, and grave: hearing and collective discussion. */
export const heavy: JsonObject = { ...penalty, penaltyKinds: ['fine', 'confiscation'], fineAmount: 20_000_000, illegalIncome: 1_200_000, goodsValue: 8_000_000, complexCase: true };

export const reported = (outcome: string, more: JsonObject): readonly Act[] => [['finalReport', outcome, { ...finding, ...more }], ['officersSign', 'signed'], ['officersSign', 'signed', {}, 'zhou']];
export const reviewed: readonly Act[] = [['review', 'agreed', { reviewOpinion: '事实清楚，证据确凿，定性准确，程序合法。' }]];
export const noticed: readonly Act[] = [['noticeService', 'served', { noticeServedOn: day(0), serviceWay: 'direct', receivedBy: '梁雪' }], ['response', 'none']];
export const decided: readonly Act[] = [['decide', 'penalty', { decisionOpinion: '同意处罚。' }]];
export const served: readonly Act[] = [['decisionService', 'served', { decisionServedOn: day(0), serviceWay: 'direct', receivedBy: '梁雪' }]];
const paying = (paidAmount: number): readonly Act[] => [['payment', 'paid', { paidOn: day(0), paidAmount, receiptNumber: 'P-0001' }], ['paymentCheck', 'confirmed']];
/** What `light` comes to. */
export const paid = paying(6_200_000);
/** What `heavy` comes to. */
export const paidHeavy = paying(21_200_000);
export const published: readonly Act[] = [['publishing', 'published', { publicFrom: day(0) }]];
export const upheld: readonly Act[] = [['remedy', 'litigation', { remedyOn: day(0), remedyBody: '广州铁路运输法院' }], ['remedyDeciding', 'upheld', { remedyResultOn: day(0), remedyNote: '驳回诉讼请求，判决生效。' }]];
/** Nobody sues for six months. */
export const lapsed: readonly Act[] = [{ waitFor: 'litigation' }];
export const closed: readonly Act[] = [['closing', 'submitted', { closingSummary: '案件已依法处理完毕。' }], ['closingApproval', 'approved', { closingOpinion: '同意。' }]];

const registered: JsonObject = { registeredGoods: '成品库内CG-1810型电热水壶120台、销售账册二本', registrationReasons: '可能被转移、销毁', registrationPlace: '当事人成品库' };
const seized: JsonObject = { seizedGoods: '成品库内CG-1810型电热水壶120台', seizureReasons: '不符合强制性国家标准，依据《中华人民共和国产品质量法》第十八条' };
const seizureServed: Act = ['seizureService', 'served', { seizureServedOn: day(0), serviceWay: 'direct', receivedBy: '梁雪' }];
/** Evidence registered on the spot and dealt with; goods seized with approval, tested, and held until the decision. */
export const measures: readonly Act[] = [
  ['registration', 'onTheSpot', { ...registered, registeredAt: hoursAgo(1) }], ['registrationMakeUp', 'approved', { makeUpOpinion: '同意补办。' }], ['registrationDisposal', 'recorded', { registrationHandling: '账册已复制，封存解除。' }],
  ['registration', 'propose', registered], ['registrationApproval', 'refused', { measureOpinion: '已有复制件。' }], ['registration', 'propose', registered], ['registrationApproval', 'approved', { registeredAt: hoursAgo(0) }],
  ['registrationDisposal', 'seized', { registrationHandling: '转为扣押。' }],
  ['seizure', 'propose', seized], ['seizureApproval', 'refused', { measureOpinion: '请明确数量。' }], ['seizure', 'propose', seized], ['seizureApproval', 'approved', { seizedAt: hoursAgo(0) }], seizureServed,
  ['seizureDisposal', 'extend', { seizureExtensionReasons: '涉及多家经销商，需要逐一核对。', seizureExtensionDays: 30 }], ['seizureExtensionApproval', 'refused', { measureOpinion: '先送检验。' }],
  ['seizureDisposal', 'test', { seizureTest: '干烧保护检验。', seizureTestUntil: day(10) }], ['seizureTestService', 'served', { seizureTestServedOn: day(0), serviceWay: 'direct', receivedBy: '梁雪' }], ['seizureTesting', 'known', { testResult: '不合格' }],
  ['seizureDisposal', 'extend'], ['seizureExtensionApproval', 'approved'], ['seizureExtensionService', 'served', { seizureExtensionServedOn: day(0), serviceWay: 'direct', receivedBy: '梁雪' }],
];
/** Times that the notices name, and that nobody meets: a test that is over before its notice is served, and before its result is known; more time that comes too late, and that is not told. */
export const seizureTimes: readonly Act[] = (() => {
  const [holds, test, extend, lifted]: readonly [readonly Act[], Act, Act, Act] = [
    [['seizure', 'propose', seized], ['seizureApproval', 'approved', { seizedAt: hoursAgo(0) }], seizureServed], ['seizureDisposal', 'test', { seizureTest: '干烧保护检验。', seizureTestUntil: day(5) }],
    ['seizureDisposal', 'extend', { seizureExtensionReasons: '涉及多家经销商。', seizureExtensionDays: 10 }], ['seizureLifting', 'lifted', { seizureHandling: '期满解除，退还。' }],
  ];
  return [
    ...holds, test, { waitFor: 'seizureTestServiceOver' }, test, ['seizureTestService', 'served', { seizureTestServedOn: day(0), serviceWay: 'mail' }], { waitFor: 'seizureTestOver' }, extend, { waitFor: 'seizureExtensionOver' }, lifted,
    ...holds, extend, ['seizureExtensionApproval', 'approved'], { waitFor: 'seizureExtensionServiceOver' }, lifted, ['seizure', 'closed'],
  ];
})();
export const assisted: readonly Act[] = [
  ['assistance', 'ask', { assistingAgency: 'fs-amr', assistanceRequest: '请调取经销商销售台账。' }], { at: 'investigation-assistance', deed: ['investigate', 'answered', { assistanceReply: '台账已调取，销售3200台。' }] },
  { at: 'investigation-assistance', deed: ['approve', 'approved'] }, { closed: 'investigation-assistance', outcome: 'answered', data: { assistanceReply: '台账已调取，销售3200台。' } },
];
/** 解除 needs the head: refused once, then approved. */
const liftedWithApproval: readonly Act[] = [['registrationLiftApproval', 'refused', { measureOpinion: '账册尚未复制。' }], ['registrationDisposal', 'lifted', { registrationHandling: '账册已复制，解除。' }], ['registrationLiftApproval', 'approved']];
/** Nobody deals with what was registered: it is lifted by itself. What was seized is lifted at its end, or when the approval does not come. */
export const measuresLapse: readonly Act[] = [
  ['registration', 'propose', registered], ['registrationApproval', 'approved', { registeredAt: hoursAgo(0) }], { waitFor: 'registration' }, ['registration', 'onTheSpot', { ...registered, registeredAt: hoursAgo(1) }], { waitFor: 'registrationMakeUpOver' },
  ...(['tested', 'confiscated', 'lifted'] as const).flatMap((how): readonly Act[] => [['registration', 'propose', registered], ['registrationApproval', 'approved', { registeredAt: hoursAgo(0) }], ['registrationDisposal', how, { registrationHandling: '已处理。' }], ...(how === 'lifted' ? liftedWithApproval : [])]),
  ['registration', 'propose', registered], ['registrationApproval', 'approved', { registeredAt: hoursAgo(0) }], ['registrationDisposal', 'lifted', { registrationHandling: '不再需要。' }], { waitFor: 'registrationLiftOver' },
  ['registration', 'closed'],
  ['seizure', 'propose', seized], ['seizureApproval', 'approved', { seizedAt: hoursAgo(0) }], { waitFor: 'seizureServiceOver' }, ['seizureLifting', 'lifted', { seizureHandling: '期满解除，退还。' }],
  ['seizure', 'onTheSpot', { ...seized, seizedAt: hoursAgo(1) }], { waitFor: 'seizureMakeUpOver' }, ['seizureLifting', 'lifted', { seizureHandling: '未获批准，期满解除。' }],
  ['seizure', 'propose', seized], ['seizureApproval', 'approved', { seizedAt: hoursAgo(0) }], seizureServed, ['seizureDisposal', 'lift', { seizureHandling: '不再需要。' }], { waitFor: 'seizureLiftOver' }, ['seizureLifting', 'lifted', { seizureHandling: '期满解除。' }], ['seizure', 'closed'],
];
export const measuresRefused: readonly Act[] = [
  ['registration', 'onTheSpot', { ...registered, registeredAt: hoursAgo(1) }], ['registrationMakeUp', 'refused', { makeUpOpinion: '没有必要。' }], ['seizure', 'onTheSpot', { ...seized, seizedAt: hoursAgo(1) }], ['seizureMakeUp', 'refused', { makeUpOpinion: '与违法行为无关。' }],
  ['seizureLifting', 'lifted', { seizureHandling: '立即解除，退还。' }], ['seizure', 'onTheSpot', { ...seized, seizedAt: hoursAgo(1) }], ['seizureMakeUp', 'approved', { makeUpOpinion: '同意。' }], seizureServed, { waitFor: 'seizureExpiry' },
  ['seizureLifting', 'lifted', { seizureHandling: '期满解除，退还。' }], ['seizure', 'propose', seized], ['seizureApproval', 'approved', { seizedAt: hoursAgo(0) }], seizureServed, ['seizureDisposal', 'lift', { seizureHandling: '不再需要。' }],
  ['seizureLiftApproval', 'refused', { measureOpinion: '请核对数量。' }], ['seizureDisposal', 'lift', { seizureHandling: '数量已核对，不再需要。' }], ['seizureLiftApproval', 'approved'], ['seizureLifting', 'lifted', { seizureHandling: '解除并退还。' }],
];

export const refund = (days: number): JsonObject => ({ refundPayees: '购买CG-1810型电热水壶的42名消费者（名单附后）', refundAmount: 84_000, refundBasis: '《中华人民共和国价格法》', refundDueOn: day(days) });
export const refundServed: Act = ['refundService', 'served', { refundServedOn: day(0), serviceWay: 'direct', receivedBy: '梁雪' }];
export const refunded: Act = ['refunding', 'refunded', { refundedOn: day(0), refundedAmount: 84_000, refundResult: '已退还42人，附转账凭证。' }];
export const disputed: readonly Act[] = [['investigate', 'dispute', { disputeWith: '佛山市市场监督管理局', disputeReasons: '双方均认为由己方管辖。' }]];
export const appointed = (agency: string): readonly Act[] => [
  { at: 'jurisdiction-appointment', deed: ['examine', 'submitted', { examinationOpinion: '主要违法行为地明确。', appointedAgency: agency, appointmentReasons: '主要违法行为地。' }] }, { at: 'jurisdiction-appointment', deed: ['decide', 'appointed'] },
  { at: 'jurisdiction-appointment', deed: ['handOver', 'sent'] }, { closed: 'jurisdiction-appointment', outcome: 'appointed', data: { appointedAgency: agency } },
];

export const hearingSet = (on: string, openly = true): readonly Act[] => {
  const schedule: Act = ['hearingSchedule', 'set', { hearingOn: on, hearingTime: '上午九时', hearingPlace: '本局听证室', hearingPublic: openly }];
  return on === day(-1) ? [['hearingHosting', 'appointed', { hearingHost: ['liao'] }], ['hearingMaterials', 'handed', { hearingMaterialsNote: '案卷一册。' }], schedule] : openly ? [schedule] : [['hearingHosting', 'appointed', { hearingHost: ['liao'] }], ['hearingMaterials', 'handed', { hearingMaterialsNote: '案卷一册。' }], schedule];
};
export const hearingNotified: Act = ['hearingNoticeService', 'served', { hearingNoticeServedOn: day(0), serviceWay: 'direct' }];
export const hearingCalled: readonly Act[] = [hearingNotified, ['hearingAnnouncing', 'announced', { hearingAnnouncedOn: day(0) }]];
export const hearingHeld: readonly Act[] = [['hearingHolding', 'held', { hearingHeldOn: day(0), hearingRecord: '双方就事实、证据、依据进行了陈述、质证和辩论。' }], ['hearingReporting', 'submitted', { hearingReport: '建议维持拟处罚意见。' }]];
