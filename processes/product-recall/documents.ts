/** 文书 of a recall (总局令第19号、令第626号 and their measures name them; no form of them is prescribed). Those of the producer carry no number and no official seal. */
import type { DocumentTemplate } from '../../domain/documents/types.ts';
import type { Feel } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { chosen } from '../feel.ts';
import { hazard, national } from './steps-common.ts';
import { fileNumber, pair, remedies, says, sheet, signed, wide } from '../letters.ts';

const vehicle = 'productKind = "vehicle"';
const consumerRule = '消费品召回管理暂行规定';
const emission = 'productKind = "emission"';
/** Of it the numbers of the articles were not read: it is cited as a whole. */
const emissionRule = '《机动车排放召回管理规定》';
/** Articles for consumer goods and for motor vehicles, as the law is cited in a document. */
const basis = (consumer: string, car: string): Feel => `if ${emission} then "${emissionRule}" else if ${vehicle} then "${car}" else "《${consumerRule}》${consumer}"`;
/** What each of the three rules says of one matter. */
const byRule = (consumer: string, car: string, emissions: string): Feel => `if ${emission} then "${emissions}" else if ${vehicle} then "${car}" else "${consumer}"`;

const product = { productName: 'productName', brand: 'brand', model: 'model', batch: 'batch', quantityInMarket: 'quantityInMarket', producerName: 'producerName', hazard, unit: `if ${national} then "辆" else "件"` } as const;
const defect = { defectCategory: chosen('defectCategory', { design: '设计缺陷', manufacturing: '制造缺陷', marking: '警示标识缺陷', durability: '环境保护耐久性不符合要求' }), defectDescription: 'defectDescription', harm: 'harm' } as const;

/** Where nothing was said, none. */
const counted = (field: string): Feel => `if ${field} = null then 0 else ${field}`;

const producer = { kind: 'party', party: 'producer', name: 'producerName' } as const;
const handling = { kind: 'agency', agency: { kind: 'handling' } } as const;
const deciding = { kind: 'agency', agency: { kind: 'data', field: 'decidingAgency' } } as const;
const byProducer = { issuer: { kind: 'party', party: 'producer' }, to: [], numerals: 'arabic' } as const;
const official = { letterhead: true, sealed: true, to: [producer], addressee: '{producerName}：', numerals: 'arabic' } as const;

export const documents = {
  /** 令第19号 §8, 实施办法 §12. */
  defectReport: {
    ...byProducer, title: text('缺陷信息报告', 'Report of a defect'), heading: '{hazard}信息报告',
    // Reported by others too: then it is their name, or that of the agency that took it down.
    values: {
      ...product, ...defect, issuerName: 'if operatorName != null then operatorName else if reporterName != null then reporterName else producerName', caseNumber: 'case.number', discoveredOn: 'discoveredOn', madeFrom: 'madeFrom', madeUntil: 'madeUntil', quantityMade: 'quantityMade',
      salesAreas: 'salesAreas', incidents: 'incidents', injuries: 'injuries', overseasRecall: 'overseasRecall', ofEmissions: emission, standard: 'emissionStandard', parts: 'emissionParts', contactName: 'contactName', contactPhone: 'contactPhone', producerUscc: 'producerUscc',
    },
    blocks: [
      fileNumber('案号'),
      sheet([
        wide('生产者', '{producerName}\n统一社会信用代码：{producerUscc}'), pair('联系人', '{contactName}', '联系电话', '{contactPhone}'), pair('产品名称', '{productName}', '商标', '{brand}'), pair('型号规格', '{model}', '批次', '{batch}'),
        pair('生产日期', '{madeFrom:date}至\n{madeUntil:date}', '生产数量', '{quantityMade}{unit}'), pair('市场流通数量', '{quantityInMarket}{unit}', '销售区域', '{salesAreas}'), pair('发现之日', '{discoveredOn:date}', '{hazard}类型', '{defectCategory}'),
        wide('{hazard}描述', '{defectDescription}', 3), wide('可能造成的危害', '{harm}', 2), pair('已发生事故（起）', '{incidents}', '已造成伤害（人）', '{injuries}'), wide('境外召回情况', '{overseasRecall}', 2),
      ]),
      { ...sheet([wide('执行的排放标准', '{standard}'), wide('涉及的排放零部件', '{parts}', 2)]), when: 'ofEmissions' },
      signed,
    ],
  },
  investigationNotice: {
    ...official, title: text('调查分析通知书', 'Notice to investigate'), issuer: handling, number: { word: '召查' }, served: {},
    values: { ...product, harm: 'harm', content: 'noticeContent', dueOn: 'investigationDueOn', basis: basis('第九条', '《缺陷汽车产品召回管理条例》第十二条') },
    blocks: [
      says('我局获知你单位生产的{brand}{productName}（型号：{model}）可能存在{hazard}。危害情况：{harm:sentence}'), says('根据{basis}的规定，请你单位立即组织调查分析，并于{dueOn:date}前将调查分析结果书面报告我局。'),
      says('{content:sentence}'), says('逾期不报告，或者报告的结果不足以证明产品不存在{hazard}的，我局将依法组织调查。'), signed, { kind: 'imprint' },
    ],
  },
  recallNotice: {
    ...official, title: text('召回通知书', 'Recall notice'), issuer: deciding, number: { word: '召通' }, served: { on: 'noticeServedOn', way: 'serviceWay' },
    values: {
      ...product, reasons: 'recallReasons', report: 'technicalReport', basis: basis('第十二条', '《缺陷汽车产品召回管理条例实施办法》第二十二条第一款'),
      objection: byRule(
        `自收到本通知书之日起10个工作日内向我局提出书面异议，并提交相关证明材料（《${consumerRule}》第十三条第一款）`, '自收到本通知书之日起15个工作日内向我局提出书面异议，并提供证明材料（《缺陷汽车产品召回管理条例》第十五条第二款）',
        `自收到本通知书之日起15个工作日内向我局提出书面异议，并提供证明材料（${emissionRule}）`,
      ),
    },
    blocks: [
      says('经调查，你单位生产的{brand}{productName}（型号：{model}，批次：{batch}）存在{hazard}。理由如下：'), says('{reasons:sentence}'), says('调查情况：{report:sentence}', 'report'),
      says('根据{basis}的规定，请你单位对上述产品实施召回，立即停止生产、销售、进口，并按规定报告召回计划。'), says('你单位认为产品不存在{hazard}的，可以{objection}。逾期不提出的，视为放弃。'),
      says('既不实施召回又不提出异议的，依法责令召回。'), signed, { kind: 'imprint' },
    ],
  },
  determination: {
    ...official, title: text('缺陷认定结果通知书', 'Determination of the defect'), heading: '{hazard}认定结果通知书', issuer: deciding, number: { word: '召认' }, served: { on: 'determinationServedOn', way: 'serviceWay' },
    values: {
      ...product, objection: 'objectionReasons', argument: 'argumentRecord', experts: 'experts', ministry: `if ${emission} then ministryOpinion else null`, reasons: 'determinationReasons', noticeNumber: 'noticeNumber', confirmed: 'outcome.determination = "confirmed"', cleared: 'outcome.determination = "notDefective"',
      basis: basis('第十三条第二款', '《缺陷汽车产品召回管理条例实施办法》第二十二条'),
    },
    blocks: [
      says('你单位对召回通知书（{noticeNumber}）提出的异议收悉。我局根据{basis}的规定组织了检验检测、鉴定或者论证。'), says('论证意见：{argument:sentence}', 'argument'), says('本认定经会商生态环境部。', 'ministry'),
      { kind: 'paragraph', text: '经审查，认定你单位生产的{brand}{productName}（型号：{model}）存在{hazard}。理由：{reasons:sentence}', when: 'confirmed' },
      { kind: 'paragraph', text: '请你单位实施召回。拒不召回的，依法责令召回。', when: 'confirmed' },
      { kind: 'paragraph', text: '经审查，认定你单位生产的{brand}{productName}（型号：{model}）不存在{hazard}。理由：{reasons:sentence}', when: 'cleared' }, signed, { kind: 'imprint' },
    ],
  },
  recallOrder: {
    ...official, title: text('责令召回通知书', 'Recall order'), issuer: { kind: 'agency', agency: { kind: 'fixed', agency: 'samr' } }, number: { word: '召责' }, served: { on: 'orderServedOn', way: 'serviceWay' },
    values: {
      ...product, reasons: 'recallReasons', proposal: 'proposalReasons', ministry: `if ${emission} then ministryOpinion else null`, basis: basis('第十四条', '《缺陷汽车产品召回管理条例》第十五条第三款'),
      plan: byRule(`自被责令召回之日起10个工作日内报告召回计划（《${consumerRule}》第十七条）`, '自被责令召回之日起5个工作日内报告召回计划（《缺陷汽车产品召回管理条例实施办法》第二十四条）', `自收到本通知书之日起5个工作日内报告召回计划（${emissionRule}）`),
    },
    blocks: [
      says('你单位生产的{brand}{productName}（型号：{model}，批次：{batch}）存在{hazard}，你单位未按规定实施召回。'), says('理由：{reasons:sentence}'), says('本通知经会商生态环境部。', 'ministry'), says('根据{basis}的规定，责令你单位立即停止生产、销售、进口上述产品，实施召回，并{plan}。'),
      says(remedies('通知书')), signed, { kind: 'imprint' },
    ],
  },
  /** 令第19号 §18. */
  recallPlan: {
    ...byProducer, title: text('召回计划', 'Recall plan'),
    values: {
      ...product, issuerName: 'producerName', road: chosen('road', { voluntary: '主动召回', notified: '通知召回', ordered: '责令召回' }), scope: 'planScope', emergency: 'planEmergency', kinds: 'planMeasureKinds', measures: 'planMeasures', organisation: 'planOrganisation',
      phone: 'planContactPhone', from: 'planStartOn', until: 'planEndOn', quantity: 'recallQuantity', stopped: 'stopSaleOn', operatorsTold: 'operatorsToldOn', other: 'planOther', round: 'recallRound', changed: 'planChangedOn', changeReasons: 'planChangeReasons',
    },
    blocks: [sheet([
      wide('生产者', '{producerName}'), pair('产品', '{productName}', '型号规格', '{model}'), pair('召回方式', '{road}', '召回轮次', '第{round}轮'), wide('召回数量', '{quantity}{unit}'), pair('停产停售日期', '{stopped:date}', '通知经营者\n日期', '{operatorsTold:date}'), wide('召回范围、存在的{hazard}', '{scope}', 3),
      wide('应急处置方式', '{emergency}', 2), wide('召回措施', '{kinds:tick=repair}修理　{kinds:tick=replace}更换　{kinds:tick=refund}退货\n{kinds:tick=marking}补充或者修正警示标识　{kinds:tick=destroy}销毁'), wide('具体措施', '{measures}', 3),
      pair('负责机构', '{organisation}', '联系电话', '{phone}'), pair('开始日期', '{from:date}', '完成日期', '{until:date}'), wide('其他需要\n报告的内容', '{other}', 2),
    ]), { ...sheet([wide('召回计划修改之日', '{changed:date}'), wide('修改理由', '{changeReasons}', 3)]), when: 'changed' }, signed],
  },
  /** §21①: at least every three months. */
  phaseReport: {
    ...byProducer, title: text('召回阶段性总结', 'Phase report of a recall'), heading: '召回阶段性总结（第{count}次）',
    values: { ...product, issuerName: 'producerName', count: 'phaseCount', quantity: 'recallQuantity', recalled: 'recalledCount', repaired: counted('repairedCount'), replaced: counted('replacedCount'), refunded: counted('refundedCount'), scrapped: counted('scrappedCount'), progress: 'progressNote', until: 'phaseUntil' },
    blocks: [sheet([
      wide('产品', '{productName}（{model}）'), wide('截至日期', '{until:date}'), pair('召回数量', '{quantity}{unit}', '已召回数量', '{recalled}{unit}'), pair('已修理', '{repaired}{unit}', '已更换', '{replaced}{unit}'), pair('已退货', '{refunded}{unit}', '已销毁', '{scrapped}{unit}'), wide('实施进展', '{progress}', 4),
    ]), signed],
  },
  /** §21①: within 15 working days of completion. */
  recallSummary: {
    ...byProducer, title: text('召回总结', 'Summary of a recall'),
    values: { ...product, issuerName: 'producerName', quantity: 'recallQuantity', recalled: 'recalledCount', repaired: counted('repairedCount'), replaced: counted('replacedCount'), refunded: counted('refundedCount'), scrapped: counted('scrappedCount'), completedOn: 'completedOn', phases: 'phaseHistory', summary: 'summaryReport', keep: `if ${emission} then null else if ${vehicle} then "十年（《缺陷汽车产品召回管理条例实施办法》第二十九条）" else "五年（《${consumerRule}》第二十一条第二款）"` },
    blocks: [sheet([
      wide('产品', '{productName}（{model}）'), pair('召回数量', '{quantity}{unit}', '已召回数量', '{recalled}{unit}'), pair('已修理', '{repaired}{unit}', '已更换', '{replaced}{unit}'), pair('已退货', '{refunded}{unit}', '已销毁', '{scrapped}{unit}'), wide('完成日期', '{completedOn:date}'), wide('总结', '{summary}', 6),
    ]), { ...sheet([wide('各阶段进度', '{phases}', 2)]), when: 'phases' }, signed, { kind: 'note', text: '注：召回记录的保存期不少于{keep}。', when: 'keep' }],
  },
  /** 令第19号 §8②. */
  forwardingLetter: {
    ...official, title: text('缺陷信息转通报函', 'Letter that forwards a report'), heading: '{hazard}信息转通报函', issuer: handling, number: { word: '召转' }, to: [{ kind: 'other', name: 'forwardTo' }], addressee: '{forwardTo}：',
    values: { ...product, ...defect, forwardTo: 'forwardTo', discoveredOn: 'discoveredOn', basis: basis('第八条第二款', '《缺陷汽车产品召回管理条例》') },
    blocks: [
      says('我局收到关于{producerName}生产的{brand}{productName}（型号：{model}，批次：{batch}）可能存在{hazard}的信息，生产者在你行政区域内。根据{basis}的规定，现将有关情况转通报你局。'),
      says('发现之日：{discoveredOn:date}。{hazard}描述：{defectDescription:sentence}'), says('可能造成的危害：{harm:sentence}'), signed, { kind: 'imprint' },
    ],
  },
  /** §9: what the producer has found. */
  producerReport: {
    ...byProducer, title: text('调查分析报告', 'Report of the producer’s investigation'),
    values: { ...product, issuerName: 'producerName', report: 'investigationReport', test: 'testReportNo', due: 'investigationDueOn', found: `if outcome.producerInvestigation = "defective" then "认为存在" + ${hazard} + "，主动召回" else "认为不存在" + ${hazard}`, on: 'defectFoundOn' },
    blocks: [sheet([
      wide('生产者', '{producerName}'), pair('产品', '{productName}', '型号规格', '{model}'), pair('要求报告日期', '{due:date}', '检验报告编号', '{test}'), wide('调查分析结果', '{report}', 8), pair('结论', '{found}', '认定{hazard}之日', '{on:date}'),
    ]), signed],
  },
  /** §10; 实施办法 §20: kept in the file, and quoted in the notice. */
  technicalReport: {
    title: text('缺陷调查报告', 'Report of the defect investigation'), heading: '{hazard}调查报告', issuer: { kind: 'agency', agency: { kind: 'fixed', agency: 'gd-recall-tech' } }, to: [], internal: true, numerals: 'arabic',
    values: { ...product, ...defect, scope: 'investigationScope', interviewOn: 'interviewOn', interview: 'interviewRecord', report: 'technicalReport', test: 'testReportNo', ecology: 'ecologyReport', found: `if outcome.technicalInvestigation = "defect" then "存在" + ${hazard} else "不存在" + ${hazard}` },
    blocks: [sheet([
      wide('生产者', '{producerName}'), pair('产品', '{productName}', '型号规格', '{model}'), wide('{hazard}描述', '{defectDescription}', 2), wide('调查范围和方式', '{scope}', 2), pair('约谈日期', '{interviewOn:date}', '检验报告编号', '{test}'), wide('约谈情况', '{interview}', 2),
      wide('{hazard}调查情况', '{report}', 6), wide('结论', '{found}'),
    ]), { ...sheet([wide('生态环境部门调查意见', '{ecology}', 4)]), when: 'ecology' }, { kind: 'lines', items: ['调查人员（签名）：', '调查人员（签名）：'] }, signed],
  },
  /** §11. */
  interviewNotice: {
    ...official, title: text('约谈通知书', 'Call to an interview'), issuer: handling, number: { word: '召谈' }, served: {},
    values: { ...product, on: 'interviewOn', place: 'interviewPlace', matters: 'interviewMatters', basis: `if ${national} then "为查明情况" else "根据《${consumerRule}》第十一条的规定"` },
    blocks: [
      says('我局正在调查你单位生产的{brand}{productName}（型号：{model}）可能存在的{hazard}。{basis}，请你单位负责人于{on:date}到{place}参加约谈。'), says('约谈事项：{matters:sentence}'), says('请携带与上述事项有关的材料；不能参加的，请在约谈前书面说明理由。'), signed, { kind: 'imprint' },
    ],
  },
  interviewRecord: {
    title: text('约谈记录', 'Record of the interview'), issuer: handling, to: [], internal: true, numerals: 'arabic',
    values: { ...product, caseNumber: 'case.number', on: 'interviewOn', place: 'interviewPlace', matters: 'interviewMatters', people: 'interviewPeople', record: 'interviewRecord', absent: 'outcome.interview = "absent"' },
    blocks: [
      fileNumber('案号'),
      sheet([
        wide('被约谈单位', '{producerName}'), pair('产品', '{productName}', '型号规格', '{model}'), pair('约谈日期', '{on:date}', '约谈地点', '{place}'), wide('参加人员', '{people}'), wide('约谈事项', '{matters}', 3), wide('约谈情况', '{record}', 8),
        wide('是否参加', '{absent:tick=false}参加　{absent:tick=true}未参加'),
      ]), { kind: 'lines', items: ['被约谈人（签名）：', '约谈人员（签名）：', '约谈人员（签名）：'] }, signed,
    ],
  },
  /** §13①; 条例 §15②. */
  objection: {
    ...byProducer, title: text('异议申请书', 'Objection to a recall notice'), to: [{ kind: 'agency', agency: { kind: 'data', field: 'decidingAgency' }, name: 'receiver' }], addressee: '{receiver}：',
    values: { ...product, receiver: 'null', issuerName: 'producerName', noticeNumber: 'noticeNumber', servedOn: 'noticeServedOn', reasons: 'objectionReasons', basis: basis('第十三条第一款', '《缺陷汽车产品召回管理条例》第十五条第二款') },
    blocks: [says('我单位于{servedOn:date}收到召回通知书（{noticeNumber}），认为所通知召回的{brand}{productName}（型号：{model}）不存在{hazard}，根据{basis}的规定提出异议。'), says('异议理由和证据：{reasons:sentence}'), signed],
  },
  /** §24. */
  correctionOrder: {
    ...official, title: text('责令限期改正通知书', 'Order to correct'), issuer: handling, number: { word: '召改' },
    values: { ...product, items: 'correctionItems', dueOn: 'correctionDueOn', basis: basis('第二十四条', '《缺陷汽车产品召回管理条例》') },
    blocks: [says('你单位生产的{brand}{productName}（型号：{model}）的召回，未按规定履行义务。根据{basis}的规定，责令你单位于{dueOn:date}前改正以下事项：'), says('{items:sentence}'), says('逾期未改正的，依法给予行政处罚。'), signed, { kind: 'imprint' }],
  },
  supervisionRecord: {
    title: text('召回监督记录', 'Record of the supervision'), issuer: handling, to: [], internal: true, numerals: 'arabic',
    values: { ...product, caseNumber: 'case.number', on: 'supervisionOn', record: 'supervisionRecord', quantity: 'recallQuantity', recalled: 'if recalledCount = null then "尚未报告" else string(recalledCount) + (if productKind = "consumer" then "件" else "辆")', published: 'publicationOn', channel: 'publicationChannel', phases: 'phaseCount', round: 'recallRound' },
    blocks: [
      fileNumber('案号'),
      sheet([
        wide('生产者', '{producerName}'), pair('产品', '{productName}', '型号规格', '{model}'), pair('监督检查日期', '{on:date}', '召回轮次', '第{round}轮'), pair('召回数量', '{quantity}{unit}', '已召回数量', '{recalled}'), pair('发布召回信息日期', '{published:date}', '已提交阶段性总结（次）', '{phases}'),
        wide('发布渠道', '{channel}'), wide('监督检查情况', '{record}', 8),
      ]), { kind: 'lines', items: ['监督检查人员（签名）：', '监督检查人员（签名）：'] }, signed,
    ],
  },
  /** §22; 条例 §21. */
  recallAgain: {
    ...official, title: text('重新召回通知书', 'Notice to recall again'), issuer: { kind: 'agency', agency: { kind: 'data', field: 'planAgency' } }, number: { word: '召重' },
    values: {
      ...product, reasons: 'againReasons', basis: basis('第二十二条', '《缺陷汽车产品召回管理条例》第二十一条'),
      plan: byRule(`10个工作日内重新报告召回计划（《${consumerRule}》第十七条）`, '5个工作日内重新报告召回计划（《缺陷汽车产品召回管理条例实施办法》第二十四条）', `5个工作日内重新报告召回计划（${emissionRule}）`),
    },
    blocks: [says('你单位对{brand}{productName}（型号：{model}）实施的召回，召回范围不准确或者召回措施未能消除{hazard}：'), says('{reasons:sentence}'), says('根据{basis}的规定，请你单位重新实施召回，并自接到本通知书之日起{plan}。'), signed, { kind: 'imprint' }],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
