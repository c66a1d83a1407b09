/** The steps of a recall: who does what, with which form, and what may be decided. */
import { text } from '../../domain/text.ts';
import { fact, facts, orEmpty, short } from '../feel.ts';
import { recallHead } from './head.ts';
import { common, hazard, hazardFact, national, product, toProducer } from './steps-common.ts';
import { implementationSteps } from './steps-implementation.ts';
import { planSteps } from './steps-plan.ts';

export const recallSteps = recallHead.steps((s) => {
  const { producer, officer, theProduct, tell, suspicion, suspected, transferBeside } = common(s);
  const ministry = s.officeOf('officer', 'mee');

  return {
    received: s.start('收到缺陷信息', 'Report received'),
    authority: s.script('确定决定机关', 'Deciding agency', {
      decidingAgency: `if ${national} then "samr" else case.agency`, recallRound: '1',
      possibleDefectOn: 'if source = "monitoring" or source = "sampling" then discoveredOn else case.receivedOn',
    }),
    acceptance: s.user('受理审查', 'Acceptance', {
      by: officer,
      form: {
        ...theProduct, ...s.shows('discoveredOn', 'producerUscc', 'producerRegion', 'contactName', 'contactPhone', 'incidents', 'injuries', 'overseasRecall', 'emissionStandard', 'emissionParts', 'producerFindsDefect'),
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
        ...s.mayGive('brand', 'batch', 'madeFrom', 'madeUntil', 'quantityMade', 'salesAreas', 'incidents', 'injuries', 'overseasRecall', 'emissionStandard', 'emissionParts', 'defectFoundOn'),
      },
      outcomes: { sent: s.positive('已补充', 'Supplemented') },
    }),
    supplementOver: s.deadline('逾期未补充', 'Not supplemented in time', 'supplement', { kind: 'clock', clock: 'supplement' }),
    forwarding: s.user('转通报生产者所在地省级部门', 'Forward to the producer’s province', {
      by: officer, form: { ...theProduct, ...s.asks('forwardTo', 'forwardedOn') }, outcomes: { forwarded: s.neutral('已转通报', 'Forwarded') },
    }),
    makeForwarding: s.document('制作转通报函', 'Make the letter of forwarding', 'forwardingLetter', { forwardingNumber: 'number' }),
    makeReport: s.document('制作缺陷信息报告', 'Make the report of the defect', 'defectReport'),
    firstRoad: s.choice('生产者是否已认定缺陷', 'Has the producer found a defect?'),

    // 调查分析
    investigationNotice: s.user('通知生产者调查分析', 'Notice to investigate', {
      by: officer, form: { ...theProduct, ...s.asks('investigationDueOn', 'noticeContent') }, outcomes: { sent: s.positive('发出通知', 'Sent') },
    }),
    investigationDay: s.script('计算逾期之日', 'Day of default', { investigationOverdueOn: 'string(date(investigationDueOn) + duration("P1D"))' }),
    makeInvestigationNotice: s.document('制作调查分析通知书', 'Make the notice to investigate', 'investigationNotice'),
    tellInvestigation: tell('送达调查分析通知', 'Deliver the notice', toProducer, ['请开展调查分析', 'Investigate a possible defect'],
      ['noticeContent + " 请最迟于 " + investigationDueOn + " 报告调查分析结果。"', 'noticeContent + " Report the result by " + investigationDueOn + "."']),
    producerInvestigation: s.user('生产者调查分析', 'The producer investigates', {
      by: producer, form: { ...s.shows('noticeContent', 'investigationDueOn'), ...s.asks('investigationReport'), ...s.mayGive('testReportNo', 'defectFoundOn') },
      outcomes: {
        defective: s.neutral('认为存在缺陷，主动召回', 'Defective: recall voluntarily', { requires: ['defectFoundOn'] }),
        notDefective: s.neutral('认为不存在缺陷', 'Not defective'),
      },
    }),
    makeProducerReport: s.document('制作调查分析报告', 'Make the report of the investigation', 'producerReport'),
    investigated: s.choice('生产者是否认为存在缺陷', 'Does the producer find a defect?'),
    investigationOver: s.deadline('逾期未报告调查结果', 'No result in time', 'producerInvestigation', { kind: 'on', field: 'investigationOverdueOn' }),
    investigationReview: s.user('审核调查分析结果', 'Review the result', {
      by: officer, form: { ...theProduct, ...s.shows('investigationReport', 'testReportNo'), ...s.asks('reviewOpinion'), ...suspicion },
      outcomes: { credible: s.positive('结果可信，不存在缺陷', 'Credible: no defect'), insufficient: s.negative('结果不足以证明无缺陷，开展缺陷调查', 'Insufficient: investigate'), criminal: suspected },
    }),
    noDefectApproval: s.user('审核无缺陷结论', 'Approve: no defect', {
      by: s.office('section-head'), form: { ...theProduct, ...s.shows('investigationReport', 'reviewOpinion', 'technicalReport'), ...s.mayGive('closingOpinion') }, notSameAs: ['investigationReview'],
      outcomes: { agreed: s.positive('同意终止', 'Agreed'), returned: s.negative('不同意，补充缺陷调查', 'Not agreed: investigate further', { requires: ['closingOpinion'] }) },
    }),
    tellNoDefect: tell('告知不存在缺陷', 'Tell: no defect', toProducer, ['未发现缺陷，终止调查', 'No defect found'], [`"经审核，未发现该产品存在" + ${hazard} + "，本案终止。"`, '"No defect was found; the case is ended."']),

    // 缺陷调查
    openInvestigation: s.user('组织缺陷调查', 'Organise the defect investigation', {
      by: officer, form: { ...theProduct, ...s.shows('investigationReport', 'interviewRecord'), ...s.mayGive('investigationScope', 'interviewOn', 'interviewPlace', 'interviewMatters'), ...suspicion },
      outcomes: {
        commissioned: s.positive('委托技术机构', 'Technical body commissioned', { requires: ['investigationScope'] }),
        interview: s.neutral('约谈生产者', 'Call the producer to an interview', { requires: ['interviewOn', 'interviewPlace', 'interviewMatters'] }),
        criminal: suspected,
      },
      explains: text('必要时约谈生产者（消费品召回管理暂行规定§11），约谈后回到本环节；机动车排放召回会同生态环境部门调查', 'Where necessary the producer is called to an interview (§11), and this step follows again; emissions are investigated together with the department of ecology'),
    }),

    // 约谈
    makeInterviewNotice: s.document('制作约谈通知书', 'Make the call to the interview', 'interviewNotice'),
    tellInterview: tell('通知约谈', 'Call to the interview', toProducer, ['约谈通知', 'Call to an interview'], ['"请于 " + interviewOn + " 到" + interviewPlace + "参加约谈。约谈事项：" + interviewMatters', '"Interview on " + interviewOn + ", " + interviewPlace + ". Matters: " + interviewMatters']),
    interview: s.user('约谈', 'Interview', {
      by: officer, form: { ...theProduct, ...s.shows('interviewPlace', 'interviewMatters'), ...s.asks('interviewOn', 'interviewRecord'), ...s.mayGive('interviewPeople') },
      outcomes: { held: s.positive('已约谈', 'Held', { requires: ['interviewPeople'] }), absent: s.negative('生产者未参加约谈', 'The producer did not come') },
      explains: text('记录参加人员、约谈内容和生产者的说明、承诺；未参加的，记录经过', 'Record who took part, what was said and promised; where nobody came, how that was'),
    }),
    makeInterviewRecord: s.document('制作约谈记录', 'Make the record of the interview', 'interviewRecord'),

    jointly: s.choice('是否会同生态环境部门调查', 'Together with the department of ecology?'),
    ecologyInvestigation: s.user('生态环境部门会同调查', 'Investigation by the department of ecology', {
      by: s.officeOf('officer', 'gd-ecology'), form: { ...theProduct, ...s.shows('emissionStandard', 'emissionParts', 'investigationScope', 'investigationReport'), ...s.asks('ecologyReport') },
      outcomes: { told: s.neutral('提出调查意见', 'Opinion given') },
      explains: text('排放检验、在用车检查等情况，是否符合大气污染物排放标准', 'Tests of emissions and of vehicles in use, and whether they meet the standard'),
    }),
    technicalInvestigation: s.user('技术机构缺陷调查', 'Technical investigation', {
      by: s.officeOf('technical-body', 'gd-recall-tech'), form: { ...theProduct, ...s.shows('emissionStandard', 'emissionParts', 'investigationScope', 'investigationReport', 'ecologyReport'), ...s.asks('technicalReport'), ...s.mayGive('testReportNo') },
      outcomes: { defect: s.negative('存在缺陷', 'Defective'), noDefect: s.positive('不存在缺陷', 'Not defective') },
    }),
    makeTechnicalReport: s.document('制作缺陷调查报告', 'Make the report of the technical body', 'technicalReport'),
    defectFound: s.choice('缺陷调查结论', 'Conclusion of the technical body'),

    // 涉嫌犯罪: opened beside the recall, which goes on at the step where it came to light.
    openTransferBeside: transferBeside,
    whereItArose: s.choice('回到发现线索的环节', 'Back to where it came to light'),

    // 召回通知
    noticeDraft: s.user('拟制召回通知书', 'Draft the recall notice', {
      by: officer, form: { ...theProduct, ...s.shows('technicalReport', 'ecologyReport'), ...s.mayGive('recallReasons'), ...suspicion },
      outcomes: { submitted: s.positive('送审', 'For review', { requires: ['recallReasons'] }), criminal: suspected },
    }),
    noticeReview: s.user('审核召回通知书', 'Review the recall notice', {
      by: s.office('section-head'), form: { ...theProduct, ...s.shows('technicalReport', 'ecologyReport', 'recallReasons') }, notSameAs: ['noticeDraft'],
      outcomes: { agreed: s.positive('同意', 'Agreed'), returned: s.negative('退回修改', 'Returned') },
    }),
    noticeSign: s.user('签发召回通知书', 'Sign the recall notice', {
      by: s.officeIn('agency-head', 'decidingAgency'), form: { ...theProduct, ...s.shows('technicalReport', 'ecologyReport', 'recallReasons') }, notSameAs: ['noticeDraft', 'noticeReview'],
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
    makeObjection: s.document('制作异议申请书', 'Make the objection', 'objection'),
    expertArgument: s.user('组织检验检测、鉴定或者专家论证', 'Organise tests or an expert argument', {
      by: s.officeIn('officer', 'decidingAgency'), form: { ...theProduct, ...s.shows('technicalReport', 'objectionReasons'), ...s.mayGive('experts', 'argumentRecord', 'testReportNo', 'hearingOn'), ...suspicion }, notSameAs: ['noticeDraft'],
      outcomes: { concluded: s.positive('论证完成', 'Concluded', { requires: ['experts', 'argumentRecord'] }), criminal: suspected },
      explains: text('参加论证的专家与生产者、调查机构不得有利害关系；汽车产品可以组织听证', 'The experts have no interest in the matter; for motor vehicles a hearing may be held'),
    }),
    withMinistry: s.choice('是否会商生态环境部', 'With the ministry of ecology?'),
    ministryReview: s.user('生态环境部会商异议', 'The ministry of ecology on the objection', {
      by: ministry, form: { ...theProduct, ...s.shows('emissionStandard', 'emissionParts', 'technicalReport', 'ecologyReport', 'objectionReasons', 'experts', 'argumentRecord'), ...s.asks('ministryOpinion') },
      outcomes: { told: s.neutral('提出会商意见', 'Opinion given') },
    }),
    determination: s.user('缺陷认定', 'Determination of the defect', {
      by: s.officeIn('agency-head', 'decidingAgency'), form: { ...theProduct, ...s.shows('technicalReport', 'objectionReasons', 'experts', 'argumentRecord', 'hearingOn', 'ministryOpinion'), ...s.asks('determinationReasons') }, notSameAs: ['expertArgument'],
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
      by: officer, form: { ...theProduct, ...s.shows('recallReasons', 'objectionReasons', 'determinationReasons', 'declineReasons'), ...s.mayGive('proposalReasons'), ...suspicion },
      outcomes: { submitted: s.positive('送审', 'For approval', { requires: ['proposalReasons'] }), criminal: suspected },
      explains: text('责令召回只能由市场监管总局作出（消费品召回管理暂行规定§14；缺陷汽车产品召回管理条例§15③）', 'Only SAMR may order a recall (§14; §15③)'),
    }),
    proposalApproval: s.user('审批报请', 'Approve the proposal', {
      by: s.office('agency-head'), form: { ...theProduct, ...s.shows('proposalReasons') }, notSameAs: ['proposal'],
      outcomes: { approved: s.positive('同意报请', 'Approved'), returned: s.negative('退回修改', 'Returned') },
    }),
    orderExamination: s.user('总局审查', 'Examination by SAMR', {
      by: s.officeOf('officer', 'samr'), form: { ...theProduct, ...s.shows('technicalReport', 'recallReasons', 'objectionReasons', 'determinationReasons', 'proposalReasons', 'ministryOpinion'), ...s.asks('orderOpinion') },
      outcomes: { order: s.positive('建议责令召回', 'Order proposed'), back: s.negative('退回补充缺陷调查', 'Returned for investigation') },
    }),
    orderWithMinistry: s.choice('是否会商生态环境部', 'With the ministry of ecology?'),
    orderConsultation: s.user('会商生态环境部（责令召回）', 'The ministry of ecology on the order', {
      by: ministry, form: { ...theProduct, ...s.shows('technicalReport', 'ecologyReport', 'determinationReasons', 'proposalReasons', 'orderOpinion'), ...s.asks('ministryOpinion') },
      outcomes: { agreed: s.positive('同意责令召回', 'Agrees'), differs: s.negative('有不同意见', 'Differs') },
    }),
    order: s.user('签发责令召回通知书', 'Sign the recall order', {
      by: s.officeOf('agency-head', 'samr'), form: { ...theProduct, ...s.shows('proposalReasons', 'orderOpinion', 'ministryOpinion') }, notSameAs: ['orderExamination'],
      outcomes: { ordered: s.positive('签发', 'Signed'), returned: s.negative('退回', 'Returned') },
    }),
    makeOrder: s.document('制作责令召回通知书', 'Make the recall order', 'recallOrder', { orderNumber: 'number', orderedOn: 'issuedOn' }),
    orderService: s.user('送达责令召回通知书', 'Serve the recall order', {
      by: s.officeOf('officer', 'samr'), serves: 'recallOrder', form: { ...s.shows('orderNumber', 'producerName'), ...s.asks('orderServedOn', 'serviceWay') }, outcomes: { served: s.positive('已送达', 'Served') },
    }),
    tellOrder: tell('告知责令召回', 'Tell the order', toProducer, ['责令召回通知书', 'Recall order'],
      [`"责令召回通知书（" + ${orEmpty('orderNumber')} + "）已于 " + orderServedOn + " 送达，请立即停止生产、销售、进口并报告召回计划。"`, `"Recall order " + ${orEmpty('orderNumber')} + " was served on " + orderServedOn + ". Stop production, sale and import at once and report the recall plan."`]),

    // 令第19号 §27.
    recordOrder: s.service('责令召回记入信用档案', 'The order goes into the credit file', 'credit.record', {
      uscc: 'producerUscc', kind: '"recall"', level: 'null', titleZh: short(`"责令召回：" + ${product}`), titleEn: short(`"Recall ordered: " + ${product}`), decidedOn: 'orderedOn', publicFrom: 'orderServedOn', publicUntil: 'null',
      facts: facts(fact('责令召回通知书', 'Recall order', 'orderNumber'), fact('产品', 'Product', product), hazardFact),
    }),
    publishOrder: s.service('公布责令召回', 'Publish the order', 'publish', {
      kind: '"recall-order"', titleZh: short(`"责令" + producerName + "召回" + ${product}`), titleEn: short(`"Ordered: " + producerName + " recalls " + ${product}`),
      facts: facts(fact('责令召回通知书', 'Recall order', 'orderNumber'), fact('生产者', 'Producer', 'producerName'), fact('产品', 'Product', 'productName'), fact('型号规格', 'Model', 'model'), hazardFact, fact('可能造成的危害', 'Possible harm', 'harm')),
    }),

    // 三种召回方式在此汇合
    voluntaryRoad: s.script('主动召回', 'Voluntary recall', { road: '"voluntary"', planFrom: 'if defectFoundOn = null then case.receivedOn else defectFoundOn', planAgency: `if ${national} then "samr" else case.agency` }),
    notifiedRoad: s.script('通知召回', 'Notified recall', { road: '"notified"', planFrom: `if ${national} then null else noticeServedOn`, planAgency: 'decidingAgency' }),
    determinedRoad: s.script('认定后召回', 'Recall after determination', { road: '"notified"', planFrom: `if ${national} then null else determinationServedOn`, planAgency: 'decidingAgency' }),
    orderedRoad: s.script('责令召回', 'Ordered recall', { road: '"ordered"', planFrom: 'orderServedOn', planAgency: '"samr"' }),

    ...planSteps(s),
    ...implementationSteps(s),

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
