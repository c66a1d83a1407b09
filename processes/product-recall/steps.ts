/** The steps of a recall: who does what, with which form, and what may be decided. */
import { text } from '../../domain/text.ts';
import { chosen, fact, facts, noticeAbout, orEmpty, short } from '../feel.ts';
import { recallHead } from './head.ts';

const planFields = [
  'planScope', 'planEmergency', 'planMeasureKinds', 'planMeasures', 'planOrganisation', 'planContactPhone', 'planStartOn', 'planEndOn', 'recallQuantity', 'stopSaleOn',
] as const;
const toProducer = '"uscc:" + producerUscc';
const toOfficers = '"officer@" + case.agency';
const product = 'productName + "（" + model + "）"';

export const recallSteps = recallHead.steps((s) => {
  const producer = s.party('producer');
  const officer = s.office('officer');
  const theProduct = s.shows('productKind', 'source', 'producerName', 'productName', 'brand', 'model', 'batch', 'quantityInMarket', 'defectCategory', 'defectDescription', 'harm');
  const counts = s.mayGive('repairedCount', 'replacedCount', 'refundedCount', 'scrappedCount');
  const tell = (zh: string, en: string, to: string, subject: readonly [string, string], body: readonly [string, string]) =>
    s.service(zh, en, 'notify', noticeAbout(product, to, subject, body));
  const roadName = chosen('road', { voluntary: '主动召回', notified: '通知召回', ordered: '责令召回' });

  return {
    received: s.start('收到缺陷信息', 'Report received'),
    authority: s.script('确定决定机关', 'Deciding agency', { decidingAgency: 'if productKind = "vehicle" then "samr" else case.agency', recallRound: '1' }),
    acceptance: s.user('受理审查', 'Acceptance', {
      by: officer,
      form: {
        ...theProduct, ...s.shows('discoveredOn', 'producerUscc', 'producerRegion', 'contactName', 'contactPhone', 'incidents', 'injuries', 'overseasRecall', 'producerFindsDefect'),
        ...s.mayGive('acceptanceOpinion', 'supplementRequest', 'forwardTo'),
      },
      outcomes: {
        accepted: s.positive('受理', 'Accepted'),
        urgent: s.positive('情况严重，直接开展缺陷调查', 'Serious: investigate at once', { requires: ['acceptanceOpinion'] }),
        supplement: s.neutral('退回补充', 'To be supplemented', { requires: ['supplementRequest'] }),
        elsewhere: s.neutral('生产者不在本省，转通报', 'Producer is in another province', { requires: ['forwardTo'] }),
        outOfScope: s.negative('不属于召回范围', 'Not a matter for recall', { requires: ['acceptanceOpinion'] }),
      },
      explains: text('核对报告是否完整、生产者是否在本省、产品可能存在的缺陷是否属于召回范围', 'Check that the report is complete, that the producer is in this province, and that the matter is one for recall'),
    }),
    supplement: s.user('补充缺陷信息', 'Supplement the report', {
      by: producer,
      form: {
        ...s.shows('supplementRequest'),
        ...s.asks('model', 'quantityInMarket', 'defectCategory', 'defectDescription', 'harm', 'producerFindsDefect'),
        ...s.mayGive('brand', 'batch', 'madeFrom', 'madeUntil', 'quantityMade', 'salesAreas', 'incidents', 'injuries', 'overseasRecall', 'defectFoundOn'),
      },
      outcomes: { sent: s.positive('已补充', 'Supplemented') },
    }),
    supplementOver: s.deadline('逾期未补充', 'Not supplemented in time', 'supplement', { kind: 'clock', clock: 'supplement' }),
    forwarding: s.user('转通报生产者所在地省级部门', 'Forward to the producer’s province', {
      by: officer, form: { ...theProduct, ...s.asks('forwardTo', 'forwardedOn') }, outcomes: { forwarded: s.neutral('已转通报', 'Forwarded') },
    }),
    makeReport: s.document('制作缺陷信息报告', 'Make the report of the defect', 'defectReport'),
    firstRoad: s.choice('生产者是否已认定缺陷', 'Has the producer found a defect?'),

    // 调查分析
    investigationNotice: s.user('通知生产者调查分析', 'Notice to investigate', {
      by: officer, form: { ...theProduct, ...s.asks('investigationDueOn', 'noticeContent') }, outcomes: { sent: s.positive('发出通知', 'Sent') },
    }),
    investigationDay: s.script('计算逾期之日', 'Day of default', { investigationOverdueOn: 'string(date(investigationDueOn) + duration("P1D"))' }),
    makeInvestigationNotice: s.document('制作调查分析通知书', 'Make the notice to investigate', 'investigationNotice'),
    tellInvestigation: tell('送达调查分析通知', 'Deliver the notice', toProducer, ['请开展缺陷调查分析', 'Investigate a possible defect'],
      ['noticeContent + " 请最迟于 " + investigationDueOn + " 报告调查分析结果。"', 'noticeContent + " Report the result by " + investigationDueOn + "."']),
    producerInvestigation: s.user('生产者调查分析', 'The producer investigates', {
      by: producer, form: { ...s.shows('noticeContent', 'investigationDueOn'), ...s.asks('investigationReport'), ...s.mayGive('testReportNo', 'defectFoundOn') },
      outcomes: {
        defective: s.neutral('认为存在缺陷，主动召回', 'Defective: recall voluntarily', { requires: ['defectFoundOn'] }),
        notDefective: s.neutral('认为不存在缺陷', 'Not defective'),
      },
    }),
    investigationOver: s.deadline('逾期未报告调查结果', 'No result in time', 'producerInvestigation', { kind: 'on', field: 'investigationOverdueOn' }),
    investigationReview: s.user('审核调查分析结果', 'Review the result', {
      by: officer, form: { ...theProduct, ...s.shows('investigationReport', 'testReportNo'), ...s.asks('reviewOpinion') },
      outcomes: { credible: s.positive('结果可信，不存在缺陷', 'Credible: no defect'), insufficient: s.negative('结果不足以证明无缺陷，开展缺陷调查', 'Insufficient: investigate') },
    }),
    noDefectApproval: s.user('审核无缺陷结论', 'Approve: no defect', {
      by: s.office('section-head'), form: { ...theProduct, ...s.shows('investigationReport', 'reviewOpinion', 'technicalReport'), ...s.mayGive('closingOpinion') }, notSameAs: ['investigationReview'],
      outcomes: { agreed: s.positive('同意终止', 'Agreed'), returned: s.negative('不同意，补充缺陷调查', 'Not agreed: investigate further', { requires: ['closingOpinion'] }) },
    }),
    tellNoDefect: tell('告知不存在缺陷', 'Tell: no defect', toProducer, ['未发现缺陷，终止调查', 'No defect found'], ['"经审核，未发现该产品存在缺陷，本案终止。"', '"No defect was found; the case is ended."']),

    // 缺陷调查
    openInvestigation: s.user('组织缺陷调查', 'Organise the defect investigation', {
      by: officer, form: { ...theProduct, ...s.shows('investigationReport'), ...s.asks('investigationScope'), ...s.mayGive('interviewOn', 'interviewRecord') },
      outcomes: { commissioned: s.positive('委托技术机构', 'Technical body commissioned') },
      explains: text('必要时可以约谈生产者（消费品召回管理暂行规定§11），记录约谈日期和内容', 'Where necessary the producer may be called to an interview (§11); record its date and content'),
    }),
    technicalInvestigation: s.user('技术机构缺陷调查', 'Technical investigation', {
      by: s.officeOf('technical-body', 'gd-recall-tech'), form: { ...theProduct, ...s.shows('investigationScope', 'investigationReport'), ...s.asks('technicalReport'), ...s.mayGive('testReportNo') },
      outcomes: { defect: s.negative('存在缺陷', 'Defective'), noDefect: s.positive('不存在缺陷', 'Not defective') },
    }),

    // 召回通知
    noticeDraft: s.user('拟制召回通知书', 'Draft the recall notice', {
      by: officer, form: { ...theProduct, ...s.shows('technicalReport'), ...s.asks('recallReasons') }, outcomes: { submitted: s.positive('送审', 'For review') },
    }),
    noticeReview: s.user('审核召回通知书', 'Review the recall notice', {
      by: s.office('section-head'), form: { ...theProduct, ...s.shows('technicalReport', 'recallReasons') }, notSameAs: ['noticeDraft'],
      outcomes: { agreed: s.positive('同意', 'Agreed'), returned: s.negative('退回修改', 'Returned') },
    }),
    noticeSign: s.user('签发召回通知书', 'Sign the recall notice', {
      by: s.officeIn('agency-head', 'decidingAgency'), form: { ...theProduct, ...s.shows('technicalReport', 'recallReasons') }, notSameAs: ['noticeDraft', 'noticeReview'],
      outcomes: { signed: s.positive('签发', 'Signed'), returned: s.negative('退回修改', 'Returned') },
    }),
    makeNotice: s.document('制作召回通知书', 'Make the recall notice', 'recallNotice', { noticeNumber: 'number' }),
    noticeService: s.user('送达召回通知书', 'Serve the recall notice', {
      by: officer, serves: 'recallNotice', form: { ...s.shows('noticeNumber', 'producerName'), ...s.asks('noticeServedOn', 'serviceWay') }, outcomes: { served: s.positive('已送达', 'Served') },
    }),
    tellNotice: tell('通知生产者召回', 'Tell the producer', toProducer, ['召回通知书', 'Recall notice'],
      [`"召回通知书（" + ${orEmpty('noticeNumber')} + "）已于 " + noticeServedOn + " 送达。请实施召回，或者在期限内提出异议。理由：" + recallReasons`, `"Recall notice " + ${orEmpty('noticeNumber')} + " was served on " + noticeServedOn + ". Carry out the recall, or object in time. Grounds: " + recallReasons`]),
    response: s.user('对召回通知的回应', 'Answer to the recall notice', {
      by: producer, form: { ...s.shows('noticeNumber', 'noticeServedOn', 'recallReasons', 'technicalReport'), ...s.mayGive('objectionReasons', 'declineReasons') },
      outcomes: {
        recall: s.positive('实施召回', 'Recall'),
        object: s.neutral('提出异议', 'Object', { requires: ['objectionReasons'] }),
        decline: s.negative('不召回，也不提出异议', 'Neither recall nor object', { requires: ['declineReasons'] }),
      },
      explains: text('异议应当在期限内书面提出并附证据，逾期视为放弃', 'An objection is made in writing with its evidence within the time given; after that it is waived'),
    }),
    objectionOver: s.deadline('异议期满', 'Time to object is over', 'response', { kind: 'clock', clock: 'objection' }),

    // 异议和缺陷认定
    expertArgument: s.user('组织检验检测、鉴定或者专家论证', 'Organise tests or an expert argument', {
      by: s.officeIn('officer', 'decidingAgency'), form: { ...theProduct, ...s.shows('technicalReport', 'objectionReasons'), ...s.asks('experts', 'argumentRecord'), ...s.mayGive('testReportNo', 'hearingOn') }, notSameAs: ['noticeDraft'],
      outcomes: { concluded: s.positive('论证完成', 'Concluded') },
      explains: text('参加论证的专家与生产者、调查机构不得有利害关系；汽车产品可以组织听证', 'The experts have no interest in the matter; for motor vehicles a hearing may be held'),
    }),
    determination: s.user('缺陷认定', 'Determination of the defect', {
      by: s.officeIn('agency-head', 'decidingAgency'), form: { ...theProduct, ...s.shows('technicalReport', 'objectionReasons', 'experts', 'argumentRecord', 'hearingOn'), ...s.asks('determinationReasons') }, notSameAs: ['expertArgument'],
      outcomes: { confirmed: s.negative('认定存在缺陷', 'Defect confirmed'), notDefective: s.positive('认定不存在缺陷', 'No defect') },
    }),
    makeDetermination: s.document('制作缺陷认定结果通知书', 'Make the determination', 'determination'),
    determinationService: s.user('送达缺陷认定结果', 'Serve the determination', {
      by: officer, serves: 'determination', form: { ...s.shows('determinationReasons'), ...s.asks('determinationServedOn', 'serviceWay') }, outcomes: { served: s.positive('已送达', 'Served') },
    }),
    tellDetermination: tell('告知缺陷认定结果', 'Tell the determination', toProducer, ['缺陷认定结果', 'Determination of the defect'],
      ['determinationReasons', 'determinationReasons']),
    determined: s.choice('认定结果', 'Determination'),
    stance: s.user('认定后是否召回', 'Recall after the determination?', {
      by: producer, form: { ...s.shows('determinationReasons', 'determinationServedOn'), ...s.mayGive('declineReasons') },
      outcomes: { recall: s.positive('实施召回', 'Recall'), decline: s.negative('不召回', 'Not recall', { requires: ['declineReasons'] }) },
    }),
    stanceOver: s.deadline('逾期未表示召回', 'No answer in time', 'stance', { kind: 'clock', clock: 'stance' }),

    // 责令召回
    proposal: s.user('报请责令召回', 'Propose a recall order', {
      by: officer, form: { ...theProduct, ...s.shows('recallReasons', 'objectionReasons', 'determinationReasons', 'declineReasons'), ...s.asks('proposalReasons') }, outcomes: { submitted: s.positive('送审', 'For approval') },
      explains: text('责令召回只能由市场监管总局作出（消费品召回管理暂行规定§14；缺陷汽车产品召回管理条例§15③）', 'Only SAMR may order a recall (§14; §15③)'),
    }),
    proposalApproval: s.user('审批报请', 'Approve the proposal', {
      by: s.office('agency-head'), form: { ...theProduct, ...s.shows('proposalReasons') }, notSameAs: ['proposal'],
      outcomes: { approved: s.positive('同意报请', 'Approved'), returned: s.negative('退回修改', 'Returned') },
    }),
    orderExamination: s.user('总局审查', 'Examination by SAMR', {
      by: s.officeOf('officer', 'samr'), form: { ...theProduct, ...s.shows('technicalReport', 'recallReasons', 'objectionReasons', 'determinationReasons', 'proposalReasons'), ...s.asks('orderOpinion') },
      outcomes: { order: s.positive('建议责令召回', 'Order proposed'), back: s.negative('退回补充缺陷调查', 'Returned for investigation') },
    }),
    order: s.user('签发责令召回通知书', 'Sign the recall order', {
      by: s.officeOf('agency-head', 'samr'), form: { ...theProduct, ...s.shows('proposalReasons', 'orderOpinion') }, notSameAs: ['orderExamination'],
      outcomes: { ordered: s.positive('签发', 'Signed'), returned: s.negative('退回', 'Returned') },
    }),
    makeOrder: s.document('制作责令召回通知书', 'Make the recall order', 'recallOrder', { orderNumber: 'number' }),
    orderService: s.user('送达责令召回通知书', 'Serve the recall order', {
      by: s.officeOf('officer', 'samr'), serves: 'recallOrder', form: { ...s.shows('orderNumber', 'producerName'), ...s.asks('orderServedOn', 'serviceWay') }, outcomes: { served: s.positive('已送达', 'Served') },
    }),
    tellOrder: tell('告知责令召回', 'Tell the order', toProducer, ['责令召回通知书', 'Recall order'],
      [`"责令召回通知书（" + ${orEmpty('orderNumber')} + "）已于 " + orderServedOn + " 送达，请立即停止生产、销售、进口并报告召回计划。"`, `"Recall order " + ${orEmpty('orderNumber')} + " was served on " + orderServedOn + ". Stop production, sale and import at once and report the recall plan."`]),

    // 三种召回方式在此汇合
    voluntaryRoad: s.script('主动召回', 'Voluntary recall', { road: '"voluntary"', planFrom: 'if defectFoundOn = null then case.receivedOn else defectFoundOn' }),
    notifiedRoad: s.script('通知召回', 'Notified recall', { road: '"notified"', planFrom: 'if productKind = "vehicle" then null else noticeServedOn' }),
    determinedRoad: s.script('认定后召回', 'Recall after determination', { road: '"notified"', planFrom: 'if productKind = "vehicle" then null else determinationServedOn' }),
    orderedRoad: s.script('责令召回', 'Ordered recall', { road: '"ordered"', planFrom: 'orderServedOn' }),

    // 召回计划
    plan: s.user('报告召回计划', 'Report the recall plan', {
      by: producer, form: { ...s.shows('road', 'planFrom'), ...s.mayGive(...planFields, 'planOther', 'declineReasons') },
      outcomes: { submitted: s.positive('报告召回计划', 'Report the plan', { requires: planFields }), declined: s.negative('不实施召回', 'Will not recall', { requires: ['declineReasons'] }) },
      explains: text('同时停止生产、销售、进口缺陷产品，并通知经营者停止经营', 'Stop making, selling and importing the product, and tell the operators, at the same time'),
    }),
    planOver: s.deadline('逾期未报告召回计划', 'No plan in time', 'plan', { kind: 'clock', clock: 'plan' }),
    planDefault: s.user('未报告召回计划的处置', 'No plan: what to do', {
      by: officer, form: { ...theProduct, ...s.shows('road', 'planFrom', 'declineReasons'), ...s.mayGive('correctionDueOn', 'transferTo', 'transferReasons', ...planFields, 'planOther') },
      outcomes: {
        deadline: s.neutral('责令限期改正', 'Set a time to correct', { requires: ['correctionDueOn'] }),
        registered: s.positive('生产者已补报，登记召回计划', 'Plan handed in late: register it', { requires: planFields }),
        notice: s.neutral('发出召回通知', 'Issue a recall notice'),
        proposal: s.neutral('报请责令召回', 'Propose a recall order'),
        transfer: s.negative('转行政处罚或移送公安', 'Transfer to enforcement or police', { requires: ['transferTo', 'transferReasons'] }),
      },
    }),
    correctionDay: s.script('计算改正逾期之日', 'Day of default', { correctionOverdueOn: 'string(date(correctionDueOn) + duration("P1D"))' }),
    planLate: s.user('限期改正：报告召回计划', 'Report the plan within the time set', {
      by: producer, form: { ...s.shows('road', 'correctionDueOn'), ...s.mayGive('planOther'), ...s.asks(...planFields) }, outcomes: { submitted: s.positive('报告召回计划', 'Report the plan') },
    }),
    correctionOver: s.deadline('逾期未改正', 'Not corrected in time', 'planLate', { kind: 'on', field: 'correctionOverdueOn' }),
    transferApproval: s.user('审批转送', 'Approve the transfer', {
      by: s.office('agency-head'), form: { ...theProduct, ...s.shows('road', 'declineReasons', 'transferTo', 'transferReasons') }, notSameAs: ['planDefault'],
      outcomes: { approved: s.positive('同意', 'Approved'), returned: s.negative('退回', 'Returned') },
    }),
    transferred: s.choice('转送去向', 'Where to'),
    // Approval, hand-over and what the police decide are matters of the other process; where they do not file, what was done is punished here (移送规定 §10).
    policeMaterial: s.user('准备移送公安机关的材料', 'Prepare the transfer to the police', {
      by: officer,
      form: { ...theProduct, ...s.shows('technicalReport', 'incidents', 'injuries', 'declineReasons', 'transferReasons'), ...s.asks('suspectedOffence', 'criminalFacts', 'evidenceList'), ...s.mayGive('goodsList') },
      outcomes: { prepared: s.positive('材料齐备', 'Ready') },
      explains: text('发现违法事实涉及的情节、后果等涉嫌构成犯罪的，向公安机关移送，不得以行政处罚代替', 'What may be a crime goes to the police; no penalty takes its place'),
    }),
    openTransfer: s.call('移送涉嫌犯罪案件', 'Transfer of a suspected crime', 'criminal-transfer', {
      input: {
        sourceNumber: 'case.number', subjectName: 'producerName', subjectUscc: 'producerUscc', subjectRegion: 'producerRegion', caseFacts: 'criminalFacts', suspectedOffence: 'suspectedOffence', evidenceList: 'evidenceList', goodsList: 'goodsList',
      },
      output: { criminalOutcome: 'child.outcome' },
      explains: text('公安机关立案的，本案移送；不批准移送、不予立案或者退回的，转行政处罚（国务院令第310号§10）', 'Filed by the police: the case is theirs; otherwise it goes on to a penalty case (Order 310 §10)'),
    }),
    criminalFiled: s.choice('公安机关是否立案', 'Have the police filed?'),
    // 另案处理: the recall is over with the decision to transfer it; whether a case is filed, and what becomes of it, is a matter of the other process (程序规定 §18).
    openEnforcement: s.call('质量违法案件查处', 'Enforcement', 'enforcement', {
      wait: false,
      input: {
        sourceKind: '"recall"', sourceNumber: 'case.number', subjectName: 'producerName', subjectUscc: 'producerUscc', subjectRegion: 'producerRegion',
        leadSummary: `substring(${product} + "：" + defectDescription, 1, 2000) + (if transferReasons = null then "" else " 转送理由：" + substring(transferReasons, 1, 1500))`,
      },
    }),

    makePlan: s.document('制作召回计划', 'Make the recall plan', 'recallPlan'),
    tellPlan: tell('召回计划送承办人', 'Plan to the officer', toOfficers, ['收到召回计划', 'Recall plan received'], ['planScope + " " + planMeasures', 'planScope + " " + planMeasures']),
    planned: s.parallel('召回计划已报告', 'Plan reported'),
    planCheck: s.user('审查召回计划', 'Check the plan', {
      by: officer, form: { ...theProduct, ...s.shows('road', ...planFields, 'planOther'), ...s.asks('planOpinion') },
      outcomes: { filed: s.positive('备案并公示', 'Filed, to be published'), revise: s.negative('退回修改', 'To be revised') },
    }),
    planRevision: s.user('修改召回计划', 'Revise the plan', { by: producer, form: { ...s.shows('planOpinion'), ...s.asks(...planFields), ...s.mayGive('planOther') }, outcomes: { resubmitted: s.positive('重新提交', 'Submitted again') } }),
    publishPlan: s.service('公示召回计划', 'Publish the plan', 'publish', {
      kind: '"recall-plan"', titleZh: short(`producerName + "召回" + ${product}`), titleEn: short(`producerName + " recalls " + ${product}`),
      facts: facts(
        fact('召回方式', 'Road', roadName), fact('生产者', 'Producer', 'producerName'), fact('产品', 'Product', 'productName'), fact('商标', 'Brand', 'brand'), fact('型号规格', 'Model', 'model'),
        fact('批次', 'Batch', 'batch'), fact('召回数量', 'Quantity', 'recallQuantity'), fact('缺陷', 'Defect', 'defectDescription'), fact('可能造成的危害', 'Possible harm', 'harm'),
        fact('召回措施', 'Measures', 'planMeasures'), fact('开始日期', 'From', 'planStartOn'), fact('完成日期', 'Until', 'planEndOn'), fact('联系电话', 'Phone', 'planContactPhone'),
      ),
    }),
    producerPublication: s.user('发布召回信息', 'Publish the recall', {
      by: producer, form: { ...s.shows('recallQuantity', 'planMeasures'), ...s.asks('publicationOn', 'publicationChannel', 'hotline', 'implementationFrom') }, outcomes: { published: s.positive('已发布', 'Published') },
      explains: text('向社会发布召回信息并接受咨询', 'Tell the public about the recall and answer questions'),
    }),
    ownersToTell: s.choice('是否需要告知车主', 'Are there owners to tell?'),
    ownerNotice: s.user('告知车主', 'Tell the owners', {
      by: producer, form: s.asks('ownersNotified', 'ownerNoticeOn', 'ownerNoticeWay'), outcomes: { told: s.positive('已告知', 'Told') },
    }),

    ownersTold: s.choice('车主告知完毕', 'Owners told'),

    // 实施
    ready: s.parallel('召回信息已公开', 'The public knows'),
    firstPhase: s.script('开始实施', 'Start', { phaseFrom: 'implementationFrom', phaseCount: '0' }),
    implementation: s.user('实施召回', 'Carry out the recall', {
      by: producer, form: { ...s.shows('recallQuantity', 'planMeasures', 'planEndOn', 'phaseCount'), ...s.mayGive('recalledCount'), ...counts, ...s.mayGive('progressNote', 'completedOn') },
      outcomes: {
        phase: s.neutral('提交阶段性总结', 'Phase report', { requires: ['recalledCount', 'progressNote'] }),
        finished: s.positive('召回计划已完成', 'Plan completed', { requires: ['recalledCount', 'completedOn'] }),
      },
      explains: text('每三个月至少提交一次阶段性总结；召回记录至少保存五年，汽车产品十年', 'At least one phase report every three months; keep the records for five years, for motor vehicles ten'),
    }),
    nextPhase: s.script('登记阶段性总结', 'Register the phase report', { phaseCount: 'phaseCount + 1', phaseFrom: 'null' }),
    makePhase: s.document('制作阶段性总结', 'Make the phase report', 'phaseReport'),
    tellPhase: tell('阶段性总结送承办人', 'Phase report to the officer', toOfficers, ['收到召回阶段性总结', 'Phase report of a recall'],
      ['"已召回 " + string(recalledCount) + " / " + string(recallQuantity) + "。" + progressNote', '"Recalled " + string(recalledCount) + " of " + string(recallQuantity) + ". " + progressNote']),
    implemented: s.parallel('召回实施完毕', 'Recall carried out'),
    summary: s.user('提交召回总结', 'Summary of the recall', {
      by: producer, form: { ...s.shows('recallQuantity', 'completedOn'), ...s.asks('summaryReport', 'recalledCount'), ...counts }, outcomes: { submitted: s.positive('提交', 'Submitted') },
    }),

    makeSummary: s.document('制作召回总结', 'Make the summary', 'recallSummary'),

    // 评估和结案
    assessment: s.user('召回效果评估', 'Assess the effect', {
      by: s.officeOf('technical-body', 'gd-recall-tech'), form: { ...theProduct, ...s.shows('recallQuantity', 'recalledCount', 'repairedCount', 'replacedCount', 'refundedCount', 'scrappedCount', 'planMeasures', 'summaryReport'), ...s.asks('effectReport') },
      outcomes: { effective: s.positive('有效', 'Effective'), ineffective: s.negative('范围不准确或者措施无效', 'Scope wrong or measures without effect') },
    }),
    closing: s.user('结案审批', 'Closing', {
      by: s.office('section-head'), form: { ...theProduct, ...s.shows('road', 'recallQuantity', 'recalledCount', 'summaryReport', 'effectReport', 'recallRound'), ...s.asks('closingOpinion') }, notSameAs: ['planCheck'],
      outcomes: { closed: s.positive('同意结案', 'Close'), again: s.negative('要求重新召回', 'Recall again') },
    }),
    tellAgain: tell('通知重新召回', 'Tell: recall again', toProducer, ['请重新召回', 'Recall again'], ['closingOpinion', 'closingOpinion']),
    nextRound: s.script('重新召回', 'Next round', { recallRound: 'recallRound + 1', planFrom: 'null' }),
    publishResult: s.service('公布召回结果', 'Publish the result', 'publish', {
      kind: '"recall-result"', titleZh: short(`"完成情况：" + producerName + "召回" + ${product}`), titleEn: short(`"Result: " + producerName + " recalls " + ${product}`),
      facts: facts(
        fact('召回方式', 'Road', roadName), fact('生产者', 'Producer', 'producerName'), fact('产品', 'Product', 'productName'), fact('召回数量', 'Quantity to be recalled', 'recallQuantity'),
        fact('已召回数量', 'Recalled', 'recalledCount'), fact('完成日期', 'Completed on', 'completedOn'),
      ),
    }),
    byRoad: s.choice('召回方式', 'Road'),

    voluntaryEnd: s.end('主动召回完成', 'Voluntary recall completed', 'voluntaryCompleted'),
    notifiedEnd: s.end('通知召回完成', 'Notified recall completed', 'notifiedCompleted'),
    orderedEnd: s.end('责令召回完成', 'Ordered recall completed', 'orderedCompleted'),
    noDefectEnd: s.end('不存在缺陷', 'No defect', 'noDefect'),
    outOfScopeEnd: s.end('不属于召回范围', 'Not a matter for recall', 'outOfScope'),
    forwardedEnd: s.end('已转通报', 'Forwarded', 'forwarded'),
    enforcementEnd: s.end('转行政处罚', 'Transferred to enforcement', 'transferredToEnforcement'),
    policeEnd: s.end('移送公安机关', 'Transferred to the police', 'transferredToPolice'),
  };
});
