/** Ways through a recall, as people would go them. */
import type { JsonObject } from '../../domain/json.ts';
import { headRefuses, policeDecline, policeDoNotFile, policeFile, policeFiles } from '../criminal-transfer/walk-parts.ts';
import { whoTakes as whoTransfers } from '../criminal-transfer/walks.ts';
import { day, type Act, type Walk, type Walks } from '../walk.ts';

/** Demo person for a pool, and for steps that the usual one may not take (职责分离). */
const usual: Readonly<Record<string, string>> = {
  'officer@gd-amr': 'lin', 'section-head@gd-amr': 'huang', 'agency-head@gd-amr': 'he', 'officer@samr': 'guo', 'section-head@samr': 'jin', 'agency-head@samr': 'song',
  'technical-body@gd-recall-tech': 'tang', 'uscc:91440605MA4W2Q7H9C': 'chenguang', 'uscc:91440101MA5CK83P1C': 'haichuan', 'uscc:91440000725456195C': 'yuehang',
  'officer@gd-ecology': 'ji', 'officer@mee': 'wenlan',
};
const whoTakes = (step: string, pool: string): string => (step === 'expertArgument' && pool === 'officer@gd-amr' ? 'zhou' : step === 'expertArgument' && pool === 'officer@gz-amr' ? 'su' : usual[pool] ?? whoTransfers(step, pool));

export const recall = { process: 'product-recall', whoTakes, walks: makeWalks() } as const satisfies Walks;

function makeWalks() {
  const kettle: JsonObject = {
    productKind: 'consumer', source: 'producer', discoveredOn: day(-3), producerName: '佛山市晨光电器有限公司', producerUscc: '91440605MA4W2Q7H9C', producerRegion: '440600',
    contactName: '梁雪', contactPhone: '13800138000', productName: '电热水壶', brand: '晨光', model: 'CG-1810', batch: '20250801—20251130', madeFrom: '2025-08-01', madeUntil: '2025-11-30',
    quantityMade: 26_000, quantityInMarket: 21_500, salesAreas: '广东、广西、湖南', defectCategory: 'design', defectDescription: '底座温控器在长时间使用后可能失效，干烧时不断电。', harm: '可能造成烫伤、火灾。',
    incidents: 4, injuries: 1, producerFindsDefect: true, defectFoundOn: day(-3),
  };
  const car: JsonObject = {
    ...kettle, productKind: 'vehicle', producerName: '广东粤航汽车有限公司', producerUscc: '91440000725456195C', producerRegion: '440100', contactName: '曾宇', productName: '纯电动轿车', brand: '粤航',
    model: 'YH7001BEV', batch: 'LYH00000000100001—LYH00000000118400', quantityMade: 18_400, quantityInMarket: 18_400, defectCategory: 'manufacturing',
    defectDescription: '动力电池箱体密封不良，涉水后绝缘电阻下降。', harm: '车辆可能失去动力，极端情况下起火。',
  };
  const emissions: JsonObject = {
    ...car, productKind: 'emission', productName: '轻型汽油车', model: 'YH6450E6', batch: 'LYH00000000200001—LYH00000000209600', quantityMade: 9600, quantityInMarket: 9600, defectCategory: 'durability',
    defectDescription: '三元催化器在使用两年后转化效率下降。', harm: '氮氧化物排放超过国家标准。', incidents: null, injuries: null, emissionStandard: '国六b', emissionParts: '三元催化器（型号TWC-6B）',
  };
  /** An officer starts the case from a lead; the producer has not said anything yet. */
  const lead: JsonObject = { ...kettle, source: 'monitoring', reporterName: '产品伤害监测点', producerFindsDefect: false, defectFoundOn: null };

  const planData: JsonObject = {
    planScope: '2025年8月至11月生产的CG-1810型电热水壶，温控器缺陷。', planEmergency: '立即停止使用并断开电源。', planMeasureKinds: ['replace', 'refund'], planMeasures: '免费更换新壶或者全额退款，运费由本公司承担。',
    planOrganisation: '售后服务部', planContactPhone: '400-830-8300', planStartOn: day(7), planEndOn: day(187), recallQuantity: 21_500, stopSaleOn: day(0), operatorsToldOn: day(0),
  };
  const plan: readonly Act[] = [['plan', 'submitted', planData]];
  const accepted: Act = ['acceptance', 'accepted'];
  const publication: Act = ['producerPublication', 'published', { publicationOn: day(1), publicationChannel: '公司网站、公众号和各经营场所', hotline: '400-830-8300', implementationFrom: day(7) }];
  const published: readonly Act[] = [['planCheck', 'filed', { planOpinion: '内容完整，予以备案。' }], publication];
  const finished: Act = ['implementation', 'finished', { recalledCount: 20_300, replacedCount: 18_000, refundedCount: 2300, completedOn: day(0) }];
  const summed: Act = ['summary', 'submitted', { summaryReport: '应召回21500件，实际召回20300件。', recalledCount: 20_300 }];
  const assessed: Act = ['assessment', 'effective', { effectReport: '召回率94.4%，措施有效。' }];
  /** Of motor vehicles: by experts who are named. */
  const byExperts: Act = ['assessment', 'effective', { effectReport: '召回率94.4%，措施有效。', assessmentExperts: '电池安全、整车专家各一名，与生产者没有利害关系。' }];
  const closed: Act = ['closing', 'closed', { closingOpinion: '同意结案。' }];
  const vehicleCarriedOut: readonly Act[] = [...published, finished, summed, byExperts, closed];
  const carriedOut: readonly Act[] = [...published, finished, summed, assessed, closed];

  const emissionPlanData: JsonObject = {
    planScope: '2025年8月至11月生产的YH6450E6型汽车，三元催化器耐久性不足。', planEmergency: '请尽快预约更换。', planMeasureKinds: ['repair'], planMeasures: '免费更换三元催化器。', planOrganisation: '售后服务部', planContactPhone: '400-830-8300', planStartOn: day(7), planEndOn: day(187), recallQuantity: 9600,
    stopSaleOn: day(0), operatorsToldOn: day(0),
  };
  const emissionPlan: readonly Act[] = [['plan', 'submitted', emissionPlanData]];
  const ownersTold: Act = ['ownerNotice', 'told', { ownersNotified: 9600, ownerNoticeOn: day(5), ownerNoticeWay: '挂号信和短信' }];
  const emissionCarriedOut: readonly Act[] = [
    ...published, ownersTold, ['implementation', 'finished', { recalledCount: 9400, repairedCount: 9400, completedOn: day(0) }], ['summary', 'submitted', { summaryReport: '应召回9600辆，实际召回9400辆。', recalledCount: 9400 }], assessed, closed,
  ];

  const notice: Act = ['investigationNotice', 'sent', { investigationDueOn: day(10), noticeContent: '请对电热水壶温控器开展调查分析。' }];
  const found = (outcome: string, more: JsonObject = {}): Act => ['producerInvestigation', outcome, { investigationReport: '经复测，温控器符合标准。', testReportNo: 'W2026-0312', ...more }];
  const insufficient: Act = ['investigationReview', 'insufficient', { reviewOpinion: '样本不足，未覆盖干烧工况。' }];
  const opened: Act = ['openInvestigation', 'commissioned', { investigationScope: '抽取市场样品30台做干烧试验。' }];
  const invited: Act = ['openInvestigation', 'interview', { interviewOn: day(3), interviewPlace: '省局五楼会议室', interviewMatters: '样品选取、干烧工况的试验情况。' }];
  const interviewed: readonly Act[] = [invited, ['interview', 'held', { interviewOn: day(0), interviewPeople: '生产者质量负责人梁雪，承办人两名', interviewRecord: '其说明试验未覆盖干烧工况，承诺配合抽样。' }]];
  const notInterviewed: readonly Act[] = [invited, ['interview', 'absent', { interviewOn: day(0), interviewRecord: '生产者未参加约谈，也未说明理由。' }]];
  const technical = (outcome: string): Act => ['technicalInvestigation', outcome, { technicalReport: '30台样品中6台温控器失效。', testReportNo: 'GDQ-2026-118' }];
  const investigated: readonly Act[] = [opened, technical('defect')];
  const drafted: Act = ['noticeDraft', 'submitted', { recallReasons: '温控器失效，干烧不断电，存在危及人身财产安全的不合理危险。' }];
  const reviewed: Act = ['noticeReview', 'agreed'];
  const signed: Act = ['noticeSign', 'signed'];
  const served: Act = ['noticeService', 'served', { noticeServedOn: day(0), serviceWay: 'direct' }];
  const noticed: readonly Act[] = [drafted, reviewed, signed, served];
  const argued: Act = ['expertArgument', 'concluded', { experts: '热工、电气安全、家电标准专家各一名', argumentRecord: '试验条件属于可合理预见的使用。' }];
  const objected: readonly Act[] = [['response', 'object', { objectionReasons: '试验条件超出正常使用范围，附第三方检验报告。' }], argued];
  const determined = (outcome: string): readonly Act[] => [
    ['determination', outcome, { determinationReasons: outcome === 'confirmed' ? '专家一致认为存在缺陷。' : '专家认为不构成缺陷。' }],
    ['determinationService', 'served', { determinationServedOn: day(0), serviceWay: 'electronic' }],
  ];
  const declined: JsonObject = { declineReasons: '不认可存在缺陷。' };
  const proposed: readonly Act[] = [['proposal', 'submitted', { proposalReasons: '生产者经通知不召回。' }], ['proposalApproval', 'approved']];
  const ordered: readonly Act[] = [
    ['orderExamination', 'order', { orderOpinion: '事实清楚，建议责令召回。' }], ['order', 'ordered'],
    ['orderService', 'served', { orderServedOn: day(0), serviceWay: 'direct' }],
  ];
  const transfer = (to: string): Act => ['planDefault', 'transfer', { transferTo: to, transferReasons: '拒不召回，已造成人身伤害。' }];
  const transferred: Act = ['transferApproval', 'approved'];
  const material: Act = [
    'policeMaterial', 'prepared',
    { suspectedOffence: '生产、销售不符合安全标准的产品罪', criminalFacts: '明知小零件易脱落仍继续生产销售，已造成两名儿童受伤。', evidenceList: '缺陷调查报告、销售台账、病历资料。', goodsList: '毛绒玩具熊1200件，存放于生产者仓库，已封存。' },
  ];
  const crime: JsonObject = {
    suspectedOffence: '生产、销售不符合安全标准的产品罪', criminalFacts: '明知小零件易脱落仍继续生产销售，已造成两名儿童受伤。', evidenceList: '生产记录、内部邮件、病历资料。', goodsList: '毛绒玩具熊1200件，存放于生产者仓库，已封存。',
  };
  const toyReport: JsonObject = {
    ...kettle, producerName: '广州海川玩具有限公司', producerUscc: '91440101MA5CK83P1C', producerRegion: '440100', contactName: '郑海', productName: '毛绒玩具熊', brand: '海川', model: 'HC-B20',
    defectDescription: '眼睛等小零件易脱落。', harm: '三岁以下儿童可能窒息。', injuries: 2,
  };
  const toy = { starter: 'haichuan', agency: 'gz-amr', start: toyReport } as const;
  /** The city's agency finds it by itself. */
  const toyLead = { starter: 'wu', agency: 'gz-amr', start: { ...toyReport, source: 'monitoring', reporterName: '产品伤害监测点', producerFindsDefect: false, defectFoundOn: null } } as const;
  const producer = { starter: 'chenguang', agency: 'gd-amr', start: kettle };
  const officer = { starter: 'lin', agency: 'gd-amr', start: lead };

  return {
    voluntary: {
      ...producer, title: '主动召回（消费品），补充材料、修改计划、阶段性总结', outcome: 'voluntaryCompleted',
      acts: [
        ['acceptance', 'supplement', { supplementRequest: '请补充境外销售情况。' }], ['supplement', 'sent', { overseasRecall: '未在境外销售。' }], accepted, ...plan,
        ['planCheck', 'revise', { planOpinion: '请补充退款方式。' }], ['planRevision', 'resubmitted', { planMeasures: '免费更换新壶，或者五个工作日内原路全额退款。' }],
        ...published, ['implementation', 'phase', { phaseUntil: day(0), recalledCount: 9800, progressNote: '已通知全部经销商，召回率45.6%。' }], finished, summed, assessed, closed,
      ],
    },
    voluntaryVehicle: {
      starter: 'yuehang', agency: 'gd-amr', start: car, title: '主动召回（汽车），告知车主，评估无效后重新召回，没有写明评估专家的退回', outcome: 'voluntaryCompleted',
      acts: [
        accepted, ...plan, ['ownerNotice', 'told', { ownersNotified: 18_400, ownerNoticeOn: day(5), ownerNoticeWay: '挂号信和短信' }], ...published, finished, summed,
        ['assessment', 'ineffective', { effectReport: '部分批次未列入范围。', assessmentExperts: '电池安全、整车专家各一名。' }], ['closing', 'again', { closingOpinion: '召回范围不准确，应当重新召回。' }],
        ...plan, ['ownerNotice', 'told', { ownersNotified: 2100, ownerNoticeOn: day(5), ownerNoticeWay: '挂号信' }], ...published, finished, summed, assessed, byExperts, closed,
      ],
    },
    foundByProducer: {
      ...officer, title: '通知调查后生产者认定缺陷，主动召回', outcome: 'voluntaryCompleted',
      acts: [accepted, notice, found('defective', { defectFoundOn: day(0) }), ...plan, ...carriedOut],
    },
    notified: {
      ...officer, title: '通知召回：生产者调查不足，约谈，缺陷调查，通知书两次退回修改', outcome: 'notifiedCompleted',
      acts: [
        accepted, notice, found('notDefective'), insufficient, ...interviewed, ...investigated, drafted, ['noticeReview', 'returned'], drafted, reviewed, ['noticeSign', 'returned'], ...noticed,
        ['response', 'recall'], ...plan, ...carriedOut,
      ],
    },
    notifiedVehicle: {
      starter: 'lin', agency: 'gd-amr', start: { ...car, source: 'complaint', producerFindsDefect: false, defectFoundOn: null }, title: '通知召回（汽车）：由总局签发通知书', outcome: 'notifiedCompleted',
      acts: [
        ['acceptance', 'urgent', { acceptanceOpinion: '已发生起火，情况严重。' }], ...investigated, ...noticed, ['response', 'recall'], ...plan,
        ['ownerNotice', 'told', { ownersNotified: 18_400, ownerNoticeOn: day(5), ownerNoticeWay: '挂号信和短信' }], ...vehicleCarriedOut,
      ],
    },
    determined: {
      ...officer, title: '异议后认定存在缺陷，生产者召回', outcome: 'notifiedCompleted',
      acts: [['acceptance', 'urgent', { acceptanceOpinion: '已造成伤害。' }], ...investigated, ...noticed, ...objected, ...determined('confirmed'), ['stance', 'recall'], ...plan, ...carriedOut],
    },
    ordered: {
      ...officer, title: '责令召回：认定后仍不召回，总局退回一次后责令', outcome: 'orderedCompleted',
      acts: [
        ['acceptance', 'urgent', { acceptanceOpinion: '已造成伤害。' }], ...investigated, ...noticed, ...objected, ...determined('confirmed'), ['stance', 'decline', declined],
        ['proposal', 'submitted', { proposalReasons: '拒不召回。' }], ['proposalApproval', 'returned'], ...proposed,
        ['orderExamination', 'order', { orderOpinion: '建议责令召回。' }], ['order', 'returned'], ...ordered, ...plan, ...carriedOut,
      ],
    },
    noDefect: {
      ...officer, title: '不存在缺陷：审核人要求补充调查后终止', outcome: 'noDefect',
      acts: [
        accepted, notice, found('notDefective'), ['investigationReview', 'credible', { reviewOpinion: '结果可信。' }], ['noDefectApproval', 'returned', { closingOpinion: '请委托技术机构核实。' }],
        opened, technical('noDefect'), ['noDefectApproval', 'agreed'],
      ],
    },
    objectionUpheld: {
      ...officer, title: '异议成立，认定不存在缺陷', outcome: 'noDefect',
      acts: [['acceptance', 'urgent', { acceptanceOpinion: '情况严重。' }], ...investigated, ...noticed, ...objected, ...determined('notDefective')],
    },
    returnedBySamr: {
      ...officer, title: '总局退回补充缺陷调查，生产者未参加约谈，结论为无缺陷', outcome: 'noDefect',
      acts: [
        ['acceptance', 'urgent', { acceptanceOpinion: '情况严重。' }], ...investigated, ...noticed, ['response', 'decline', declined], ...proposed, ['orderExamination', 'back', { orderOpinion: '证据不足。' }],
        ...notInterviewed, opened, technical('noDefect'), ['noDefectApproval', 'agreed'],
      ],
    },
    forwarded: {
      ...officer, title: '生产者不在本省，转通报', outcome: 'forwarded',
      acts: [['acceptance', 'elsewhere', { forwardTo: '浙江省市场监督管理局' }], ['forwarding', 'forwarded', { forwardedOn: day(0) }]],
    },
    outOfScope: { ...officer, title: '不属于召回范围', outcome: 'outOfScope', acts: [['acceptance', 'outOfScope', { acceptanceOpinion: '属于售后纠纷，告知可以投诉。' }]] },
    enforcement: {
      ...producer, title: '拒绝实施召回，转行政处罚', outcome: 'transferredToEnforcement',
      acts: [accepted, ['plan', 'declined', declined], transfer('enforcement'), ['transferApproval', 'returned'], transfer('enforcement'), transferred],
    },
    neverCorrected: {
      ...producer, title: '责令限期改正后仍不改正，转行政处罚', outcome: 'transferredToEnforcement',
      acts: [accepted, ['plan', 'declined', declined], ['planDefault', 'deadline', { correctionDueOn: day(10) }], { waitFor: 'correctionOver' }, transfer('enforcement'), transferred],
    },
    police: {
      ...toy, title: '拒绝实施召回，涉嫌犯罪，移送公安机关，公安机关立案', outcome: 'transferredToPolice', others: { 'criminal-transfer': ['filed'], 'criminal-acceptance': ['filed'] },
      acts: [accepted, ['plan', 'declined', declined], transfer('police'), transferred, material, ...policeFile],
    },
    policeDoNotFile: {
      ...toy, title: '移送公安机关后不予立案，转行政处罚', outcome: 'transferredToEnforcement', others: { 'criminal-transfer': ['notFiled'], 'criminal-acceptance': ['notFiled'] },
      acts: [accepted, ['plan', 'declined', declined], transfer('police'), transferred, material, ...policeDoNotFile],
    },
    corrected: {
      ...producer, title: '逾期未报告计划，责令限期改正后补报', outcome: 'voluntaryCompleted',
      acts: [accepted, { waitFor: 'plan' }, ['planDefault', 'deadline', { correctionDueOn: day(60) }], ['planLate', 'submitted', planData], ...carriedOut],
    },
    registered: {
      ...producer, title: '逾期后生产者书面补报，承办人登记', outcome: 'voluntaryCompleted',
      acts: [accepted, { waitFor: 'plan' }, ['planDefault', 'registered', planData], ...carriedOut],
    },
    noticeAfterDefault: {
      ...producer, title: '主动召回后不报告计划，发出召回通知，不召回也不异议，责令召回', outcome: 'orderedCompleted',
      acts: [accepted, { waitFor: 'plan' }, ['planDefault', 'notice'], ...noticed, { waitFor: 'objection' }, ...proposed, ...ordered, ...plan, ...carriedOut],
    },
    everythingLapses: {
      ...officer, title: '补充、调查、表态均逾期', outcome: 'orderedCompleted',
      acts: [
        ['acceptance', 'supplement', { supplementRequest: '请补充销售数量。' }], { waitFor: 'supplement' }, accepted, notice, { waitFor: 'investigationOver' }, ...investigated, ...noticed,
        ...objected, ...determined('confirmed'), { waitFor: 'stance' }, ...proposed, ...ordered, ['plan', 'declined', declined], ['planDefault', 'proposal'], ...proposed, ...ordered, ...plan, ...carriedOut,
      ],
    },
    reportedByOperator: {
      starter: 'haichuan', agency: 'gd-amr', title: '其他经营者报告，生产者经通知后主动召回', outcome: 'voluntaryCompleted',
      start: { ...lead, source: 'operator', operatorName: '广州海川玩具有限公司', operatorUscc: '91440101MA5CK83P1C', discoveredOn: day(-1), productName: '儿童小夜灯', model: 'CG-N3' },
      acts: [accepted, notice, found('defective', { defectFoundOn: day(0) }), ...plan, ...carriedOut],
    },
    supervised: {
      ...toy, title: '监督召回实施：责令限期改正、转行政处罚、发现涉嫌犯罪，通知重新召回', outcome: 'voluntaryCompleted', others: { 'criminal-transfer': ['filed'], 'criminal-acceptance': ['filed'] },
      acts: [
        accepted, ...plan, ['planCheck', 'filed', { planOpinion: '内容完整，予以备案。' }],
        ['supervision', 'correction', { correctionItems: '向社会发布召回信息。', correctionDueOn: day(5) }], ['supervision', 'penalty', { transferReasons: '逾期未发布召回信息。' }], publication,
        ['supervision', 'recorded', { supervisionOn: day(0), supervisionRecord: '抽查三家门店，均已下架并张贴召回公告。' }], ['supervision', 'criminal', crime], ...policeFiles,
        ['supervision', 'again', { againReasons: '同一模具生产的HC-B22未列入召回范围。' }], ...plan, ...carriedOut,
      ],
    },
    emissionVoluntary: {
      starter: 'yuehang', agency: 'gd-amr', start: emissions, title: '主动召回（机动车排放），实施中修改召回计划并重新提交', outcome: 'voluntaryCompleted',
      acts: [
        accepted, ...emissionPlan, ['planCheck', 'filed', { planOpinion: '内容完整，予以备案。' }],
        ['planWatch', 'changed', { planChangedOn: day(0), planChangeReasons: '另有600辆使用同一批次的催化器。' }], ['planChange', 'filed', { ...emissionPlanData, recallQuantity: 10_200 }],
        ['changeCheck', 'revise', { planOpinion: '请补充新增车辆的识别代号范围。' }], ['planChange', 'filed', { ...emissionPlanData, planScope: '9600辆和新增的600辆（LYH00000000209601—LYH00000000210200）。', recallQuantity: 10_200 }], ['changeCheck', 'filed', { planOpinion: '予以备案。' }],
        publication, ownersTold, ['implementation', 'phase', { phaseUntil: day(0), recalledCount: 4100, repairedCount: 4100, progressNote: '已更换4100辆。' }],
        ['implementation', 'finished', { recalledCount: 9900, repairedCount: 9900, completedOn: day(0) }], ['summary', 'submitted', { summaryReport: '应召回10200辆，实际召回9900辆。', recalledCount: 9900 }], assessed, closed,
      ],
    },
    emissionOrdered: {
      starter: 'lin', agency: 'gd-amr', start: { ...emissions, source: 'transferred', reporterName: '广东省生态环境厅', producerFindsDefect: false, defectFoundOn: null }, outcome: 'orderedCompleted',
      title: '责令召回（机动车排放）：会同生态环境部门调查，异议和责令召回会商生态环境部',
      acts: [
        ['acceptance', 'urgent', { acceptanceOpinion: '生态环境部门抽测超标，直接开展调查。' }], ['openInvestigation', 'commissioned', { investigationScope: '抽取在用车10辆做排放检验。' }],
        ['ecologyInvestigation', 'told', { ecologyReport: '在用车抽测10辆，7辆氮氧化物超标。' }], ['technicalInvestigation', 'defect', { technicalReport: '催化器涂层脱落，转化效率低于要求。', testReportNo: 'GDQ-2026-231' }],
        ['noticeDraft', 'submitted', { recallReasons: '催化器的耐久性不符合要求，同一批次车辆普遍超标。' }], reviewed, signed, served, ['response', 'object', { objectionReasons: '抽测车辆保养不当，附检验报告。' }],
        ['expertArgument', 'concluded', { experts: '排放、后处理专家各一名', argumentRecord: '保养情况不足以造成所测结果。' }], ['ministryReview', 'told', { ministryOpinion: '同意认定存在排放危害。' }],
        ['determination', 'confirmed', { determinationReasons: '专家和生态环境部均认为存在排放危害。' }], ['determinationService', 'served', { determinationServedOn: day(0), serviceWay: 'electronic' }], ['stance', 'decline', declined],
        ...proposed, ['orderExamination', 'order', { orderOpinion: '建议责令召回。' }], ['orderConsultation', 'differs', { ministryOpinion: '请补充说明召回车辆范围。' }],
        ['orderExamination', 'order', { orderOpinion: '范围为同一批次9600辆，建议责令召回。' }], ['orderConsultation', 'agreed', { ministryOpinion: '同意责令召回。' }], ['order', 'ordered'], ['orderService', 'served', { orderServedOn: day(0), serviceWay: 'direct' }],
        ...emissionPlan, ...emissionCarriedOut,
      ],
    },
    emissionNotified: {
      starter: 'lin', agency: 'gd-amr', start: { ...emissions, source: 'monitoring', reporterName: null, producerFindsDefect: false, defectFoundOn: null }, title: '通知召回（机动车排放）', outcome: 'notifiedCompleted',
      acts: [
        ['acceptance', 'urgent', { acceptanceOpinion: '在用车抽测普遍超标。' }], ['openInvestigation', 'commissioned', { investigationScope: '抽取在用车10辆做排放检验。' }], ['ecologyInvestigation', 'told', { ecologyReport: '7辆超标。' }],
        ['technicalInvestigation', 'defect', { technicalReport: '催化器涂层脱落。' }], ['noticeDraft', 'submitted', { recallReasons: '同一批次车辆普遍超标。' }], reviewed, signed, served, ['response', 'recall'], ...emissionPlan, ['planWatch', 'kept'], ...emissionCarriedOut,
      ],
    },
    againByProducer: {
      starter: 'yuehang', agency: 'gd-amr', start: car, title: '生产者在实施中发现范围不准确，重新召回（汽车）', outcome: 'voluntaryCompleted',
      acts: [
        accepted, ...plan, ...published, ['implementation', 'again', { againReasons: '另有一批次使用了同一密封件。' }],
        ...plan, ['ownerNotice', 'told', { ownersNotified: 20_500, ownerNoticeOn: day(5), ownerNoticeWay: '挂号信' }], ...vehicleCarriedOut,
      ],
    },
    crimeInInvestigation: {
      ...toyLead, title: '缺陷调查中发现涉嫌犯罪，另案移送，公安机关立案，召回继续', outcome: 'notifiedCompleted', others: { 'criminal-transfer': ['filed'], 'criminal-acceptance': ['filed'] },
      acts: [['acceptance', 'urgent', { acceptanceOpinion: '已造成伤害。' }], ['openInvestigation', 'criminal', crime], ...policeFiles, ...investigated, ...noticed, ['response', 'recall'], ...plan, ...carriedOut],
    },
    crimeInReview: {
      ...toyLead, title: '审核调查结果时发现涉嫌犯罪，公安机关不予立案，另案处罚；缺陷调查结论为无缺陷', outcome: 'noDefect', others: { 'criminal-transfer': ['notFiled'], 'criminal-acceptance': ['notFiled'] },
      acts: [
        accepted, notice, found('notDefective'), ['investigationReview', 'criminal', { ...crime, reviewOpinion: '检验报告涉嫌伪造。' }], ...policeDecline,
        insufficient, opened, technical('noDefect'), ['noDefectApproval', 'agreed'],
      ],
    },
    crimeAtNotice: {
      ...toyLead, title: '拟制召回通知书时发现涉嫌犯罪，负责人不批准移送，召回继续', outcome: 'notifiedCompleted', others: { 'criminal-transfer': ['notApproved'] },
      acts: [['acceptance', 'urgent', { acceptanceOpinion: '已造成伤害。' }], ...investigated, ['noticeDraft', 'criminal', crime], ...headRefuses, ...noticed, ['response', 'recall'], ...plan, ...carriedOut],
    },
    crimeInDetermination: {
      ...toyLead, title: '缺陷认定中发现涉嫌犯罪，另案移送，公安机关立案，认定存在缺陷后召回', outcome: 'notifiedCompleted', others: { 'criminal-transfer': ['filed'], 'criminal-acceptance': ['filed'] },
      acts: [
        ['acceptance', 'urgent', { acceptanceOpinion: '已造成伤害。' }], ...investigated, ...noticed, ['response', 'object', { objectionReasons: '附检验报告。' }],
        ['expertArgument', 'criminal', crime], ...policeFiles, argued, ...determined('confirmed'), ['stance', 'recall'], ...plan, ...carriedOut,
      ],
    },
    crimeAtProposal: {
      ...toyLead, title: '报请责令召回时发现涉嫌犯罪，另案移送，责令召回继续', outcome: 'orderedCompleted', others: { 'criminal-transfer': ['notApproved'] },
      acts: [
        ['acceptance', 'urgent', { acceptanceOpinion: '已造成伤害。' }], ...investigated, ...noticed, ['response', 'decline', declined], ['proposal', 'criminal', crime], ...headRefuses,
        ...proposed, ...ordered, ...plan, ...carriedOut,
      ],
    },
  } as const satisfies Record<string, Walk>;
}
