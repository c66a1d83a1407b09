/** The data dictionary of a recall (数据项). */
import { field, inSection } from '../../domain/model/builder-fields.ts';
import { text } from '../../domain/text.ts';
import { entrusted, serviceWays, suspicion } from '../shared-fields.ts';

const { text: line, longText, integer, date, yesNo, choice, choices, uscc, phone, region } = field;

/** What is reported about the product and the defect: 缺陷信息报告. */
const report = {
  productKind: choice('产品类别', 'Kind of product', { consumer: ['消费品', 'Consumer goods'], vehicle: ['汽车产品', 'Motor vehicles'], emission: ['机动车排放', 'Emissions of motor vehicles'] }, {
    help: text('决定适用的法规和时限：消费品适用总局令第19号，汽车产品适用国务院令第626号，机动车存在排放危害的适用总局、生态环境部令第40号', 'Decides which rules and limits apply: SAMR Order 19 for consumer goods, State Council Order 626 for motor vehicles, Order 40 of SAMR and the ministry of ecology for emission hazards'),
  }),
  source: choice('信息来源', 'Source', {
    producer: ['生产者报告', 'Report by the producer'], overseas: ['境外召回', 'Recall abroad'], operator: ['其他经营者报告', 'Report by another operator'],
    complaint: ['投诉举报', 'Complaint'], monitoring: ['伤害监测、舆情监测', 'Injury or media monitoring'], sampling: ['监督抽查', 'Supervision sampling'],
    transferred: ['其他机关转通报', 'Forwarded by another agency'],
  }),
  reporterName: line('报告人（机关、单位）', 'Reported by', { help: text('其他经营者、转来机关的名称；不填写个人姓名', 'Name of the operator or agency; no names of private persons') }),
  operatorName: line('报告的其他经营者名称', 'Operator that reports', { help: text('销售、租赁、修理等其他经营者自行报告的填写', 'Only where a seller, lessor or repairer reports by itself') }),
  operatorUscc: uscc('报告的其他经营者统一社会信用代码', 'Credit code of the operator that reports', { help: text('销售、租赁、修理等其他经营者自行报告的填写', 'Only where a seller, lessor or repairer reports by itself') }),
  discoveredOn: date('发现之日', 'Discovered on', { past: true, help: text('发现产品可能存在重大缺陷，或得知境外召回的日期。报告时限自次日起算', 'The day on which the possible serious defect or the recall abroad became known. The time to report runs from the next day') }),
};

const producer = {
  producerName: line('生产者名称', 'Producer'),
  producerUscc: uscc('生产者统一社会信用代码', 'Credit code of the producer', { help: text('18位。生产者凭此代码在系统中办理本案', '18 characters. It gives the producer access to the case') }),
  producerRegion: region('生产者所在地', 'Region of the producer'),
  contactName: line('联系人', 'Contact person', { personal: true, maxLength: 50 }),
  contactPhone: phone('联系电话', 'Phone of the contact person'),
};

const product = {
  productName: line('产品名称', 'Product'),
  brand: line('商标', 'Brand', { maxLength: 100 }),
  model: line('型号规格', 'Model', { maxLength: 200 }),
  batch: line('批次', 'Batch', { maxLength: 500 }),
  madeFrom: date('生产起始日期', 'Made from'),
  madeUntil: date('生产截止日期', 'Made until'),
  quantityMade: integer('生产（进口）数量', 'Quantity made or imported'),
  quantityInMarket: integer('市场流通数量', 'Quantity in the market', { help: text('已售出和在售的数量；无法确定时填写估计数', 'Sold and on sale; an estimate where it is not known') }),
  salesAreas: line('销售区域', 'Sold in', { maxLength: 500 }),
};

const defect = {
  defectCategory: choice('缺陷类型', 'Kind of defect', { design: ['设计缺陷', 'Design'], manufacturing: ['制造缺陷', 'Manufacture'], marking: ['警示标识缺陷', 'Warnings and marking'], durability: ['环境保护耐久性不符合要求', 'Emission control does not last'] }),
  defectDescription: longText('缺陷描述', 'Description of the defect'),
  harm: longText('可能造成的危害', 'Possible harm'),
  incidents: integer('已发生事故（起）', 'Incidents so far'),
  injuries: integer('已造成伤害（人）', 'Persons injured'),
  overseasRecall: longText('境外召回情况', 'Recall abroad', { help: text('国家或地区、日期、措施；仅在境外实施召回时填写', 'Countries, dates, measures; only where there was a recall abroad') }),
  emissionStandard: line('执行的排放标准', 'Emission standard', { maxLength: 100, help: text('仅机动车排放召回填写', 'For recalls for emissions only') }),
  emissionParts: line('涉及的排放零部件', 'Parts of the emission control', { maxLength: 300, help: text('仅机动车排放召回填写：名称、生产者', 'For recalls for emissions only: names and makers') }),
  producerFindsDefect: yesNo('生产者已认定缺陷并主动召回', 'The producer finds a defect and recalls voluntarily'),
  defectFoundOn: date('生产者认定存在缺陷之日', 'Producer found the defect on', { past: true, help: text('主动召回的，报告召回计划的时限自次日起算', 'In a voluntary recall the time to report the plan runs from the next day') }),
};

/** What the authority adds on the way. */
const handling = {
  possibleDefectOn: date('发现可能存在缺陷之日', 'Possible defect known to the agency on', { help: text('本机关监测、抽查发现的，为发现之日；他人报告、转来的，为收到之日。通知生产者的三个工作日自次日起算', 'The day on which the agency found it by its own monitoring or sampling; otherwise the day on which the report reached it. The three working days to notify the producer run from the next day') }),
  decidingAgency: line('决定机关', 'Deciding agency', { help: text('汽车产品、机动车排放召回由市场监管总局决定，消费品由承办机关决定', 'SAMR for motor vehicles and their emissions, the handling agency for consumer goods') }),
  road: choice('召回方式', 'Road', { voluntary: ['主动召回', 'Voluntary'], notified: ['通知召回', 'Notified'], ordered: ['责令召回', 'Ordered'] }),
  acceptanceOpinion: longText('受理意见', 'Opinion on acceptance'),
  supplementRequest: longText('需要补充的内容', 'What is to be supplemented'),
  forwardTo: line('转通报的机关', 'Forwarded to'),
  forwardedOn: date('转通报日期', 'Forwarded on'),
  forwardingNumber: line('转通报函文号', 'Number of the letter of forwarding', { maxLength: 60 }),
  investigationDueOn: date('要求报告调查结果的日期', 'Result of the investigation required by', { help: text('法规未规定日数，按通知要求', 'No number of days in law: as the notice says') }),
  investigationOverdueOn: date('逾期之日', 'Overdue from'),
  noticeContent: longText('通知内容', 'Content of the notice'),
  investigationReport: longText('调查分析结果', 'Result of the investigation'),
  testReportNo: line('检验报告编号', 'Number of the test report'),
  reviewOpinion: longText('审核意见', 'Opinion of the review'),
  investigationScope: longText('缺陷调查范围和方式', 'Scope and manner of the defect investigation'),
  interviewOn: date('约谈日期', 'Interview on'),
  interviewPlace: line('约谈地点', 'Place of the interview'),
  interviewMatters: longText('约谈事项', 'Matters of the interview'),
  interviewPeople: line('参加约谈的人员', 'Who took part', { personal: true, maxLength: 300 }),
  interviewRecord: longText('约谈记录', 'Record of the interview'),
  ecologyReport: longText('生态环境部门调查意见', 'Opinion of the department of ecology'),
  ministryOpinion: longText('生态环境部会商意见', 'Opinion of the ministry of ecology'),
  technicalReport: longText('缺陷调查报告', 'Report of the defect investigation'),
  recallReasons: longText('认为存在缺陷的理由', 'Grounds for finding a defect'),
  noticeNumber: line('召回通知书文号', 'Number of the recall notice', { maxLength: 60 }),
  noticeServedOn: date('召回通知书送达日期', 'Recall notice served on', { past: true, help: text('异议期限自次日起算', 'The time to object runs from the next day') }),
  serviceWay: choice('送达方式', 'Way of service', { ...serviceWays, ...entrusted }),
  objectionReasons: longText('异议理由和证据', 'Grounds and evidence of the objection'),
  declineReasons: longText('不召回的理由', 'Reasons for not recalling'),
  experts: longText('论证专家及其专业', 'Experts and their fields'),
  argumentRecord: longText('检验检测、鉴定或者专家论证意见', 'Opinion of the tests or experts'),
  hearingOn: date('听证日期', 'Hearing on'),
  determinationReasons: longText('缺陷认定理由', 'Grounds of the determination'),
  determinationServedOn: date('认定结果送达日期', 'Determination served on', { past: true }),
  proposalReasons: longText('报请责令召回的理由', 'Grounds of the proposal'),
  orderOpinion: longText('责令召回审查意见', 'Opinion on the order'),
  orderedOn: date('责令召回日期', 'Ordered on'),
  orderNumber: line('责令召回通知书文号', 'Number of the recall order', { maxLength: 60 }),
  orderServedOn: date('责令召回通知书送达日期', 'Recall order served on', { past: true, help: text('报告召回计划的时限自次日起算', 'The time to report the plan runs from the next day') }),
};

/** 召回计划 (总局令第19号 §18) and what follows from it. */
const recall = {
  planAgency: line('接收召回计划的机关', 'Plan reported to', { help: text('主动召回为所在地省级部门，通知召回为发出通知的部门，责令召回和汽车产品、机动车排放召回为市场监管总局', 'The provincial authority in a voluntary recall, who gave the notice in a notified one, SAMR where it ordered the recall, for motor vehicles and for their emissions') }),
  planFrom: date('召回计划时限起算日', 'Time to report the plan runs from'),
  planScope: longText('召回范围、存在的缺陷', 'Scope of the recall and the defect'),
  planEmergency: longText('应急处置方式', 'Emergency measures'),
  planMeasureKinds: choices('召回措施种类', 'Kinds of measures', {
    repair: ['修理', 'Repair'], replace: ['更换', 'Replacement'], refund: ['退货', 'Refund'], marking: ['补充或者修正警示标识', 'Warnings and marking'], destroy: ['销毁', 'Destruction'],
  }),
  planMeasures: longText('具体措施', 'Measures in detail'),
  planOrganisation: line('负责机构', 'Responsible unit'),
  planContactPhone: phone('召回联系电话', 'Phone for the recall', { personal: false }),
  planStartOn: date('计划开始日期', 'Planned start'),
  planEndOn: date('计划完成日期', 'Planned completion'),
  recallQuantity: integer('召回数量', 'Quantity to be recalled', { min: 1 }),
  stopSaleOn: date('停止生产、销售、进口的日期', 'Production, sale and import stopped on'),
  operatorsToldOn: date('通知经营者停止经营的日期', 'Operators told to stop on', { help: text('生产者应当立即停止生产、销售、进口，并通知其他经营者停止经营', 'Production, sale and import stop at once, and the operators are told to stop') }),
  planOther: longText('其他需要报告的内容', 'Other'),
  planOpinion: longText('召回计划审查意见', 'Opinion on the plan'),
  planChangedOn: date('召回计划修改之日', 'Plan changed on', { past: true, help: text('重新提交召回计划的时限自次日起算', 'The time to hand the changed plan in runs from the next day') }),
  planChangeReasons: longText('修改召回计划的理由', 'Why the plan is changed'),
  correctionItems: longText('责令改正的事项', 'What is to be corrected'),
  correctionDueOn: date('责令改正的期限', 'To be corrected by'),
  correctionOverdueOn: date('改正逾期之日', 'Correction overdue from'),
  transferTo: choice('转送', 'Transfer to', { enforcement: ['转行政处罚', 'Administrative penalty'], police: ['涉嫌犯罪，移送公安机关', 'Suspected crime: police'] }),
  transferReasons: longText('转送理由', 'Grounds of the transfer'),
  ...suspicion,
  publicationOn: date('向社会发布召回信息的日期', 'Published by the producer on'),
  publicationChannel: longText('发布渠道', 'Published through', { help: text('网站、公众号、经营场所等，注明网址', 'Website, official accounts, premises; give the address') }),
  hotline: phone('咨询电话', 'Hotline', { personal: false }),
  implementationFrom: date('召回实施之日', 'Recall carried out from', { help: text('阶段性总结每三个月一次，自此日起算', 'Phase reports are due every three months from this day') }),
  ownersNotified: integer('已告知车主（人）', 'Owners informed'),
  ownerNoticeOn: date('告知车主完成日期', 'Owners informed by'),
  ownerNoticeWay: longText('告知方式', 'How they were informed'),
  phaseFrom: date('本阶段起算日', 'Phase runs from'),
  phaseUntil: date('阶段性总结截至日期', 'Phase report covers until', { past: true, help: text('自召回实施之日起每三个月为一个阶段；同一阶段内多次提交的，不推后下一次的期限', 'Each three months from the day of implementation are a phase; a second report within one does not move the next limit') }),
  phasesDone: integer('已经总结的阶段（个）', 'Phases reported'),
  phaseCount: integer('已提交阶段性总结（次）', 'Phase reports so far'),
  phaseHistory: longText('各阶段进度', 'Progress by phase'),
  recalledCount: integer('已召回数量', 'Recalled so far', { partOf: 'recallQuantity' }),
  repairedCount: integer('已修理数量', 'Repaired', { partOf: 'recallQuantity' }),
  replacedCount: integer('已更换数量', 'Replaced', { partOf: 'recallQuantity' }),
  refundedCount: integer('已退货数量', 'Refunded', { partOf: 'recallQuantity' }),
  scrappedCount: integer('已销毁数量', 'Scrapped', { partOf: 'recallQuantity' }),
  progressNote: longText('实施进展', 'Progress'),
  supervisionOn: date('监督检查日期', 'Inspected on', { past: true }),
  supervisionRecord: longText('监督检查情况', 'What was found'),
  againBy: choice('重新召回的提出', 'Recalled again by', { producer: ['生产者', 'The producer'], office: ['市场监督管理部门', 'The authority'] }),
  againReasons: longText('范围不准确或者措施无效的情况', 'Why the scope is wrong or the measures have no effect'),
  completedOn: date('召回计划完成日期', 'Plan completed on', { past: true, help: text('召回总结的时限自次日起算', 'The time for the summary runs from the next day') }),
  summaryReport: longText('召回总结', 'Summary of the recall'),
  assessmentExperts: longText('参加评估的专家', 'Experts of the assessment', { help: text('与生产者没有利害关系的专家；汽车产品召回应当填写', 'Without interest in the producer; named for motor vehicles') }),
  effectReport: longText('召回效果评估意见', 'Assessment of the effect'),
  closingOpinion: longText('结案意见', 'Opinion on closing'),
  recallRound: integer('召回轮次', 'Round of recall'),
};

export const fields = {
  ...inSection('报告事项', 'The report', report), ...inSection('生产者信息', 'Producer', producer), ...inSection('产品信息', 'Product', product), ...inSection('缺陷和危害', 'Defect and harm', defect),
  ...inSection('受理、调查和认定', 'Acceptance, investigation, determination', handling), ...inSection('召回计划和实施', 'Plan and implementation', recall),
} as const;
