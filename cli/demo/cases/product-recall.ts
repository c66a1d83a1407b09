/**
 * Demo cases: recalls at different stages, of different people, with lights of all colours. Days are counted from the day on which they
 * are filed, so that a fresh demonstration looks alive at any time.
 */
import type { JsonObject } from '../../../domain/json.ts';
import { recall } from '../../../processes/product-recall/walks.ts';
import { upTo } from '../../../processes/walk.ts';
import { demoPerson } from '../people.ts';
import { fromWalk, type DayAt, type DemoCase, type DemoStep } from './types.ts';

/** @param day gives the civil day that many days after the day of filing */
export function recallCases(day: DayAt): readonly DemoCase[] {
  const producer = (person: string, region: string, contact: string): JsonObject => ({
    producerName: demoPerson(person)?.enterprise?.name ?? '', producerUscc: demoPerson(person)?.enterprise?.uscc ?? '', producerRegion: region,
    contactName: demoPerson(person)?.name ?? '', contactPhone: contact,
  });
  const chenguang = producer('chenguang', '440600', '13800138001');
  const haichuan = producer('haichuan', '440100', '13800138002');
  const yuehang = producer('yuehang', '440000', '13800138003');
  const reported = (days: number, found: number): JsonObject => ({ productKind: 'consumer', source: 'producer', discoveredOn: day(-days), producerFindsDefect: true, defectFoundOn: day(-found) });
  const lead = (source: string, days: number): JsonObject => ({ productKind: 'consumer', source, discoveredOn: day(-days), producerFindsDefect: false });

  const plan = (person: string, quantity: number, scope: string, measures: string): DemoStep => ({
    person, node: 'plan', outcome: 'submitted',
    data: {
      planScope: scope, planEmergency: '立即停止使用并断开电源。', planMeasureKinds: ['repair', 'refund'], planMeasures: measures, planOrganisation: '质量管理部',
      planContactPhone: '400-830-8300', planStartOn: day(0), planEndOn: day(180), recallQuantity: quantity, stopSaleOn: day(0), operatorsToldOn: day(0),
    },
  });
  const step = (person: string, node: string, outcome: string, data?: JsonObject): DemoStep => ({ person, node, outcome, ...(data ? { data } : {}) });
  const accepted = (officer: string): DemoStep => step(officer, 'acceptance', 'accepted', { acceptanceOpinion: '材料齐全，属于召回范围，予以受理。' });
  const filed = (officer: string): DemoStep => step(officer, 'planCheck', 'filed', { planOpinion: '计划内容完整，准予备案并公示。' });
  const published = (person: string): DemoStep =>
    step(person, 'producerPublication', 'published', { publicationOn: day(0), publicationChannel: '公司网站、公众号、各经营场所', hotline: '400-830-8300', implementationFrom: day(0) });
  /** From a lead to the recall notice: the producer says that nothing is wrong, the technical body finds otherwise. */
  const noticed = (officer: string, maker: string, head: string, signer: string, servedDaysAgo: number): readonly DemoStep[] => [
    accepted(officer),
    step(officer, 'investigationNotice', 'sent', { investigationDueOn: day(10), noticeContent: '请就反映的问题开展调查分析并报告结果。' }),
    step(maker, 'producerInvestigation', 'notDefective', { investigationReport: '经复测，产品符合标准要求。', testReportNo: 'W-0312' }),
    step(officer, 'investigationReview', 'insufficient', { reviewOpinion: '样本不足，未覆盖可合理预见的误用。' }),
    step(officer, 'openInvestigation', 'interview', { interviewOn: day(0), interviewPlace: '本局会议室', interviewMatters: '样品的选取和试验条件。' }),
    step(officer, 'interview', 'held', { interviewOn: day(0), interviewPeople: '生产者质量负责人、承办人', interviewRecord: '其说明试验未覆盖可合理预见的误用，承诺配合抽样。' }),
    step(officer, 'openInvestigation', 'commissioned', { investigationScope: '市场抽样30件，按可合理预见的使用条件试验。' }),
    step('tang', 'technicalInvestigation', 'defect', { technicalReport: '30件样品中6件不合格，存在危及人身安全的不合理危险。', testReportNo: 'GDQ-118' }),
    step(officer, 'noticeDraft', 'submitted', { recallReasons: '经缺陷调查，该批产品存在缺陷。' }),
    step(head, 'noticeReview', 'agreed'),
    step(signer, 'noticeSign', 'signed'),
    step(officer, 'noticeService', 'served', { noticeServedOn: day(-servedDaysAgo), serviceWay: 'electronic' }),
  ];

  return [
    // The police examine it while the recall goes on.
    fromWalk(recall, 'pram', upTo({ ...recall.walks.crimeInInvestigation, start: { ...recall.walks.crimeInInvestigation.start, productName: '婴儿推车', model: 'HC-T9', defectDescription: '折叠锁扣易松脱，检验报告涉嫌伪造。', harm: '可能夹伤、跌落。' } }, 'technicalInvestigation'), day),
    // A second round, under the eyes of the national authority; owners are still to be told.
    fromWalk(recall, 'suv', upTo({ ...recall.walks.againByProducer, start: { ...recall.walks.againByProducer.start, productName: '插电混动运动型乘用车', model: 'YH6480PHEV' } }, 'ownerNotice'), day),
    // 机动车排放: the plan had to be changed and is to be handed in again; and a recall order about which the ministry of ecology is asked.
    fromWalk(recall, 'catalyst', upTo(recall.walks.emissionVoluntary, 'planChange'), day),
    fromWalk(recall, 'diesel', upTo({ ...recall.walks.emissionOrdered, start: { ...recall.walks.emissionOrdered.start, productName: '轻型柴油货车', model: 'YH1041D6', emissionParts: '选择性催化还原装置（型号SCR-6D）', defectDescription: '选择性催化还原装置使用两年后转化效率下降。' } }, 'orderConsultation'), day),
    fromWalk(recall, 'night-light', upTo(recall.walks.reportedByOperator, 'producerInvestigation'), day),
    fromWalk(recall, 'magnet-toy', upTo({ ...recall.walks.supervised, start: { ...recall.walks.supervised.start, productName: '磁力棒', model: 'HC-22' } }, 'supervision', 3), day),
    fromWalk(recall, 'rattle', upTo({ ...recall.walks.police, start: { ...recall.walks.police.start, productName: '婴儿摇铃', model: 'HC-R2' } }, 'examination'), day),
    {
      process: 'product-recall', key: 'kettle', starter: 'chenguang', agency: 'gd-amr',
      data: {
        ...chenguang, ...reported(2, 2), productName: '电热水壶', brand: '晨光', model: 'CG-1810', batch: '20250801—20251130', quantityInMarket: 21_500, salesAreas: '广东、广西、湖南', defectCategory: 'design',
        defectDescription: '底座温控器长时间使用后可能失效，干烧时不断电。', harm: '可能造成烫伤、火灾。', incidents: 4, injuries: 1,
      },
      steps: [
        accepted('lin'), plan('chenguang', 21_500, 'CG-1810 型 2025年8月至11月生产的批次，温控器缺陷。', '免费更换温控器，或者全额退款，运费由公司承担。'), filed('lin'), published('chenguang'),
        step('chenguang', 'implementation', 'phase', { phaseUntil: day(0), recalledCount: 9_800, repairedCount: 7_100, refundedCount: 2_700, progressNote: '已通知全部经销商，召回率45.6%。' }),
      ],
    },
    {
      process: 'product-recall', key: 'rice-cooker', starter: 'chenguang', agency: 'gd-amr',
      data: {
        ...chenguang, ...reported(13, 12), productName: '电饭煲', brand: '晨光', model: 'CGF-40', quantityInMarket: 8_200, defectCategory: 'manufacturing', defectDescription: '电源线压接不良，使用中可能过热。', harm: '可能引起火灾。',
      },
      steps: [accepted('zhou')],
    },
    {
      process: 'product-recall', key: 'heater', starter: 'chenguang', agency: 'gd-amr',
      data: {
        ...chenguang, ...reported(27, 26), productName: '暖风机', brand: '晨光', model: 'CGN-20', quantityInMarket: 3_600, defectCategory: 'design', defectDescription: '倾倒后不能自动断电。', harm: '可能引燃周围物品。',
      },
      steps: [accepted('lin')],
    },
    {
      process: 'product-recall', key: 'hair-dryer', starter: 'chenguang', agency: 'gd-amr',
      data: {
        ...chenguang, ...reported(1, 1), productName: '电吹风', brand: '晨光', model: 'CGC-12', quantityInMarket: 1_500, defectCategory: 'marking', defectDescription: '缺少“浴室内禁用”警示标识。', harm: '误用可能触电。',
      },
      steps: [
        accepted('zhou'), plan('chenguang', 1_500, 'CGC-12 型全部批次。', '补发警示标识，或者退货。'), filed('zhou'), published('chenguang'),
        step('chenguang', 'implementation', 'finished', { recalledCount: 1_470, refundedCount: 120, completedOn: day(0) }),
        step('chenguang', 'summary', 'submitted', { summaryReport: '应召回1500件，实际召回1470件，其余已报废。', recalledCount: 1_470 }),
        step('tang', 'assessment', 'effective', { effectReport: '召回率98%，措施有效。' }),
        step('huang', 'closing', 'closed', { closingOpinion: '同意结案。' }),
      ],
    },
    {
      process: 'product-recall', key: 'building-blocks', starter: 'haichuan', agency: 'gz-amr',
      data: {
        ...haichuan, ...reported(1, 1), productName: '磁力积木', brand: '海川', model: 'HC-66', quantityInMarket: 5_400, defectCategory: 'design', defectDescription: '磁铁可能脱落。', harm: '儿童吞食可能造成肠道损伤。', incidents: 1, injuries: 1,
      },
      steps: [],
    },
    {
      process: 'product-recall', key: 'plush-bear', starter: 'wu', agency: 'gz-amr',
      data: {
        ...haichuan, ...lead('monitoring', 3), reporterName: '产品伤害监测点', productName: '毛绒玩具熊', brand: '海川', model: 'HC-B20', quantityInMarket: 16_000, defectCategory: 'manufacturing', defectDescription: '眼珠易脱落，产生小零件。', harm: '三岁以下儿童可能窒息。', incidents: 3,
      },
      steps: noticed('wu', 'haichuan', 'deng', 'feng', 11),
    },
    {
      process: 'product-recall', key: 'scooter', starter: 'haichuan', agency: 'gd-amr',
      data: {
        ...haichuan, ...reported(2, 2), productName: '儿童滑板车', brand: '海川', model: 'HC-S3', quantityInMarket: 2_300, defectCategory: 'manufacturing', defectDescription: '折叠锁扣可能松脱。', harm: '可能造成跌伤。',
      },
      steps: [step('lin', 'acceptance', 'supplement', { supplementRequest: '请补充境外销售和召回情况。' })],
    },
    {
      process: 'product-recall', key: 'air-fryer', starter: 'lin', agency: 'gd-amr',
      data: {
        ...chenguang, ...lead('sampling', 6), productName: '空气炸锅', brand: '晨光', model: 'CGZ-55', quantityInMarket: 11_800, defectCategory: 'design', defectDescription: '手柄在额定负载下可能断裂。', harm: '热油溅出可能烫伤。', injuries: 2,
      },
      steps: [
        ...noticed('lin', 'chenguang', 'huang', 'he', 1),
        step('chenguang', 'response', 'object', { objectionReasons: '试验负载超出说明书规定，附第三方检验报告。' }),
        step('zhou', 'expertArgument', 'concluded', { experts: '结构、材料、标准化专家各一名', argumentRecord: '试验负载属于可合理预见的使用。' }),
      ],
    },
    {
      process: 'product-recall', key: 'electric-car', starter: 'lin', agency: 'gd-amr',
      data: {
        ...yuehang, ...lead('complaint', 5), productKind: 'vehicle', productName: '纯电动轿车', brand: '粤航', model: 'YH7001BEV', batch: 'LYH00000000100001—LYH00000000118400', quantityInMarket: 18_400, defectCategory: 'manufacturing',
        defectDescription: '动力电池箱体密封不良，涉水后绝缘电阻下降。', harm: '车辆可能失去动力，极端情况下起火。', incidents: 6,
      },
      steps: [
        ...noticed('lin', 'yuehang', 'huang', 'song', 1),
        step('yuehang', 'response', 'decline', { declineReasons: '不认可存在缺陷。' }),
        step('lin', 'proposal', 'submitted', { proposalReasons: '生产者经通知不实施召回，也未提出异议。' }),
        step('he', 'proposalApproval', 'approved'),
      ],
    },
  ];
}
