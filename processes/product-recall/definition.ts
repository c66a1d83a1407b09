/** 缺陷产品召回 (粤府〔2020〕50号 measure 一): three roads to a recall, one way through it. */
import { months, under, workingDays } from '../../domain/model/builder-clocks.ts';
import { consumerRecallRule as consumerRule, emissionRecallRule as emissionRule, vehicleRecallMeasures as vehicleMeasures, vehicleRecallRegulation as vehicleRegulation } from '../instruments.ts';
import { internal } from './law.ts';
import { recallSteps } from './steps.ts';
import { national } from './steps-common.ts';

export const productRecall = recallSteps
  .flows(({ path, byOutcome, choose, split, outcome, is }) => [
    path('received', 'authority', 'acceptance'),
    byOutcome('acceptance', { accepted: 'makeReport', urgent: 'makeReport', supplement: 'supplement', elsewhere: 'forwarding', outOfScope: 'outOfScopeEnd' }),
    path('supplement', 'acceptance'),
    path('supplementOver', 'acceptance'),
    path('forwarding', 'makeForwarding', 'forwardedEnd'),
    path('makeReport', 'firstRoad'),
    choose('firstRoad', [[outcome('acceptance', 'urgent'), 'openInvestigation'], ['producerFindsDefect = true', 'voluntaryRoad']], 'investigationNotice'),

    path('investigationNotice', 'investigationDay', 'makeInvestigationNotice', 'tellInvestigation', 'producerInvestigation'),
    byOutcome('producerInvestigation', { defective: 'makeProducerReport', notDefective: 'makeProducerReport' }),
    path('makeProducerReport', 'investigated'),
    choose('investigated', [[outcome('producerInvestigation', 'defective'), 'voluntaryRoad']], 'investigationReview'),
    path('investigationOver', 'openInvestigation'),
    byOutcome('investigationReview', { credible: 'noDefectApproval', insufficient: 'openInvestigation', criminal: 'openTransferBeside' }),
    byOutcome('noDefectApproval', { agreed: 'tellNoDefect', returned: 'openInvestigation' }),
    path('tellNoDefect', 'noDefectEnd'),

    byOutcome('openInvestigation', { commissioned: 'jointly', interview: 'makeInterviewNotice', criminal: 'openTransferBeside' }),
    path('makeInterviewNotice', 'tellInterview', 'interview', 'makeInterviewRecord', 'openInvestigation'),
    choose('jointly', [[is('productKind', 'emission'), 'ecologyInvestigation']], 'technicalInvestigation'),
    path('ecologyInvestigation', 'technicalInvestigation'),
    byOutcome('technicalInvestigation', { defect: 'makeTechnicalReport', noDefect: 'makeTechnicalReport' }),
    path('makeTechnicalReport', 'defectFound'),
    choose('defectFound', [[outcome('technicalInvestigation', 'defect'), 'noticeDraft']], 'noDefectApproval'),
    path('openTransferBeside', 'whereItArose'),
    // Whoever has said so is asked again, and then says something else: one step alone stands at this outcome.
    choose('whereItArose', (['investigationReview', 'openInvestigation', 'noticeDraft', 'expertArgument'] as const).map((step) => [outcome(step, 'criminal'), step] as const), 'proposal'),

    byOutcome('noticeDraft', { submitted: 'noticeReview', criminal: 'openTransferBeside' }),
    byOutcome('noticeReview', { agreed: 'noticeSign', returned: 'noticeDraft' }),
    byOutcome('noticeSign', { signed: 'makeNotice', returned: 'noticeDraft' }),
    path('makeNotice', 'noticeService', 'tellNotice', 'response'),
    byOutcome('response', { recall: 'notifiedRoad', object: 'makeObjection', decline: 'proposal' }),
    path('objectionOver', 'proposal'),

    path('makeObjection', 'expertArgument'),
    byOutcome('expertArgument', { concluded: 'withMinistry', criminal: 'openTransferBeside' }),
    choose('withMinistry', [[is('productKind', 'emission'), 'ministryReview']], 'determination'),
    path('ministryReview', 'determination'),
    path('determination', 'makeDetermination', 'determinationService', 'tellDetermination', 'determined'),
    choose('determined', [[outcome('determination', 'notDefective'), 'noDefectEnd']], 'stance'),
    byOutcome('stance', { recall: 'determinedRoad', decline: 'proposal' }),
    path('stanceOver', 'proposal'),

    byOutcome('proposal', { submitted: 'proposalApproval', criminal: 'openTransferBeside' }),
    byOutcome('proposalApproval', { approved: 'orderExamination', returned: 'proposal' }),
    byOutcome('orderExamination', { order: 'orderWithMinistry', back: 'openInvestigation' }),
    choose('orderWithMinistry', [[is('productKind', 'emission'), 'orderConsultation']], 'order'),
    byOutcome('orderConsultation', { agreed: 'order', differs: 'orderExamination' }),
    byOutcome('order', { ordered: 'makeOrder', returned: 'orderExamination' }),
    path('makeOrder', 'orderService', 'tellOrder', 'recordOrder', 'publishOrder', 'orderedRoad'),

    path('voluntaryRoad', 'plan'),
    path('notifiedRoad', 'plan'),
    path('determinedRoad', 'plan'),
    path('orderedRoad', 'plan'),
    byOutcome('plan', { submitted: 'makePlan', declined: 'planDefault' }),
    path('planOver', 'planDefault'),
    byOutcome('planDefault', { deadline: 'correctionDay', registered: 'makePlan', notice: 'noticeDraft', proposal: 'proposal', transfer: 'transferApproval' }),
    path('correctionDay', 'makeCorrection', 'tellCorrection', 'planLate', 'makePlan', 'tellPlan', 'carrying'),
    path('correctionOver', 'planDefault'),
    byOutcome('transferApproval', { approved: 'transferred', returned: 'planDefault' }),
    choose('transferred', [[is('transferTo', 'police'), 'policeMaterial']], 'openEnforcement'),
    path('policeMaterial', 'openTransfer', 'criminalFiled'),
    choose('criminalFiled', [['criminalOutcome = "filed"', 'policeEnd']], 'openEnforcement'),
    path('openEnforcement', 'enforcementEnd'),

    path('carryingStart', 'planned'),
    split('planned', 'planCheck', 'producerPublication', 'ownersToTell', 'supervision', 'planMayChange'),
    byOutcome('planCheck', { filed: 'publishPlan', revise: 'planRevision' }),
    path('planRevision', 'planCheck'),
    path('publishPlan', 'ready'),
    path('producerPublication', 'ready'),
    path('ready', 'firstPhase', 'implementation'),
    byOutcome('implementation', { phase: 'nextPhase', finished: 'implemented', again: 'againByProducer' }),
    path('nextPhase', 'phaseDay', 'makePhase', 'tellPhase', 'implementation'),
    choose('ownersToTell', [[national, 'ownerNotice']], 'ownersTold'),
    path('ownerNotice', 'ownersTold', 'implemented'),
    choose('planMayChange', [[is('productKind', 'emission'), 'planWatch']], 'asFiled'),
    byOutcome('planWatch', { changed: 'planChange', kept: 'asFiled' }),
    path('planChange', 'makeChangedPlan', 'tellChangedPlan', 'changeCheck'),
    byOutcome('changeCheck', { filed: 'endChangedPlan', revise: 'planChange' }),
    path('endChangedPlan', 'publishChangedPlan', 'planWatch'),
    byOutcome('supervision', { recorded: 'makeSupervision', correction: 'makeOtherCorrection', penalty: 'penaltyInRecall', criminal: 'transferInRecall', again: 'againByOffice' }),
    path('makeSupervision', 'supervision'),
    path('makeOtherCorrection', 'tellOtherCorrection', 'supervision'),
    path('penaltyInRecall', 'supervision'),
    path('transferInRecall', 'supervision'),
    path('implemented', 'carriedOut'),
    path('againByProducer', 'brokenOff'),
    path('againByOffice', 'brokenOff'),
    path('carrying', 'carriedHow'),
    choose('carriedHow', [[is('againBy', 'producer'), 'nextRound'], [is('againBy', 'office'), 'makeAgain']], 'summary'),

    path('summary', 'makeSummary', 'tellSummary', 'assessment', 'expertsNamed'),
    choose('expertsNamed', [['productKind = "vehicle" and assessmentExperts = null', 'assessment']], 'closing'),
    byOutcome('closing', { closed: 'endPlan', again: 'notEffective' }),
    path('notEffective', 'makeAgain', 'tellAgain', 'nextRound', 'replacePlan', 'plan'),
    path('endPlan', 'publishResult', 'byRoad'),
    choose('byRoad', [[is('road', 'voluntary'), 'voluntaryEnd'], [is('road', 'notified'), 'notifiedEnd']], 'orderedEnd'),
  ])
  .clocks(({ clock, entered, completed, office, officeIn, officeOf, party, is }) => {
    const producer = party('producer');
    const officer = office('officer');
    const consumer = { when: is('productKind', 'consumer') };
    const vehicle = { when: is('productKind', 'vehicle') };
    const emission = { when: is('productKind', 'emission') };
    const receiver = officeIn('officer', 'planAgency');
    /** What was still to be done in a round that is broken off is not owed any more: the next round asks for it anew. */
    const over = completed('brokenOff');
    const reported = [completed('plan', 'submitted'), completed('planLate'), completed('planDefault', 'registered')];
    return {
      report: clock('报告缺陷信息', 'Report the defect', {
        duty: producer, startsFrom: 'discoveredOn', start: [completed('received')], stop: [entered('acceptance')],
        rules: [workingDays(2, under(consumerRule, '§8①'), { when: 'productKind = "consumer" and (source = "producer" or source = "overseas")' })],
      }),
      operatorReport: clock('其他经营者报告缺陷信息', 'An operator reports the defect', {
        duty: party('operator', officer), startsFrom: 'discoveredOn', start: [completed('received')], stop: [entered('acceptance')],
        rules: [workingDays(2, under(consumerRule, '§8①'), { when: 'productKind = "consumer" and source = "operator" and operatorUscc != null' })],
      }),
      acceptance: clock('受理审查', 'Acceptance', { duty: officer, rules: [internal.acceptance], start: [entered('acceptance')], stop: [completed('acceptance')], breach: 'record' }),
      supplement: clock('补充缺陷信息', 'Supplement the report', { duty: producer, rules: [internal.supplement], start: [entered('supplement')], stop: [completed('supplement')], breach: 'lapse' }),
      forwarding: clock('转通报生产者所在地省级部门', 'Forward to the producer’s province', {
        duty: officer, rules: [workingDays(2, under(consumerRule, '§8②'), consumer)], start: [completed('acceptance', 'elsewhere')], stop: [completed('forwarding')],
      }),
      investigationNotice: clock('通知生产者调查分析', 'Notice to investigate', {
        duty: officer, startsFrom: 'possibleDefectOn', rules: [workingDays(3, under(consumerRule, '§9②'), { when: 'productKind = "consumer" and producerFindsDefect != true' })], start: [completed('authority')],
        // No notice is owed where the producer has found the defect, where the agency investigates at once, or where the matter is not its own.
        stop: [completed('investigationNotice'), completed('acceptance', 'urgent'), completed('acceptance', 'elsewhere'), completed('acceptance', 'outOfScope'), completed('voluntaryRoad')],
      }),
      objection: clock('提出异议', 'Object to the notice', {
        duty: producer, startsFrom: 'noticeServedOn', start: [entered('response')], stop: [completed('response')], breach: 'lapse',
        rules: [workingDays(10, under(consumerRule, '§13①'), consumer), workingDays(15, under(vehicleRegulation, '§15②'), vehicle), workingDays(15, under(emissionRule, '异议期限（条文号未核）'), emission)],
      }),
      ecology: clock('生态环境部门会同调查', 'Investigation by the department of ecology', {
        duty: officeOf('officer', 'gd-ecology'), rules: [internal.ecology], start: [entered('ecologyInvestigation')], stop: [completed('ecologyInvestigation')], breach: 'record',
      }),
      consultation: clock('会商生态环境部', 'The ministry of ecology is consulted', {
        duty: officeOf('officer', 'mee'), rules: [internal.consultation], start: [entered('ministryReview'), entered('orderConsultation')], stop: [completed('ministryReview'), completed('orderConsultation')], breach: 'record',
      }),
      determination: clock('异议审查和缺陷认定', 'Review of the objection', {
        duty: officeIn('officer', 'decidingAgency'), rules: [internal.determination], start: [completed('response', 'object')], stop: [completed('determination')], breach: 'record',
      }),
      stance: clock('认定后表示是否召回', 'Answer after the determination', {
        duty: producer, startsFrom: 'determinationServedOn', rules: [internal.stance], start: [entered('stance')], stop: [completed('stance')], breach: 'lapse',
      }),
      order: clock('总局审查责令召回', 'SAMR examines the order', {
        duty: officeOf('officer', 'samr'), rules: [internal.order], start: [entered('orderExamination')], stop: [completed('order', 'ordered'), completed('orderExamination', 'back')], breach: 'record',
      }),
      plan: clock('报告召回计划', 'Report the recall plan', {
        duty: producer, startsFrom: 'planFrom', start: [entered('plan')],
        stop: [completed('plan'), completed('planLate'), ...(['registered', 'notice', 'proposal', 'transfer'] as const).map((o) => completed('planDefault', o))],
        rules: [workingDays(10, under(consumerRule, '§17'), consumer), workingDays(5, under(vehicleMeasures, '§24'), vehicle), workingDays(5, under(emissionRule, '召回计划期限（条文号未核）'), emission)],
      }),
      planCheck: clock('审查并公示召回计划', 'Check and publish the plan', { duty: receiver, rules: [internal.planCheck], start: [entered('planCheck')], stop: [completed('planCheck'), over], breach: 'record' }),
      publication: clock('发布召回信息', 'Publish the recall', {
        duty: producer, start: reported, stop: [completed('producerPublication'), over],
        rules: [workingDays(3, under(consumerRule, '§19②'), consumer), workingDays(5, under(vehicleMeasures, '§26'), vehicle), workingDays(5, under(emissionRule, '召回信息发布期限（条文号未核）'), emission)],
      }),
      ownerNotice: clock('告知车主', 'Tell the owners', { duty: producer, start: reported, stop: [completed('ownerNotice'), over], rules: [workingDays(30, under(vehicleMeasures, '§26'), vehicle), workingDays(30, under(emissionRule, '告知车主期限（条文号未核）'), emission)] }),
      planChange: clock('重新提交修改的召回计划', 'Hand a changed plan in', {
        duty: producer, startsFrom: 'planChangedOn', start: [completed('planWatch', 'changed')], stop: [completed('planChange'), over, completed('carriedOut')], rules: [workingDays(5, under(emissionRule, '修改召回计划期限（条文号未核）'), emission)],
      }),
      phaseReport: clock('提交阶段性总结', 'Phase report', {
        duty: producer, startsFrom: 'phaseFrom', start: [entered('implementation')], stop: [completed('implementation'), over],
        rules: [months(3, under(consumerRule, '§21①'), consumer), months(3, under(vehicleMeasures, '§30'), vehicle)],
      }),
      summary: clock('提交召回总结', 'Summary of the recall', {
        duty: producer, startsFrom: 'completedOn', start: [completed('implementation', 'finished')], stop: [completed('summary')],
        rules: [workingDays(15, under(consumerRule, '§21①'), consumer), workingDays(15, under(vehicleMeasures, '§30'), vehicle)],
      }),
      emissionPhase: clock('提交阶段性总结（机动车排放）', 'Phase report (emissions)', {
        duty: producer, startsFrom: 'phaseFrom', start: [entered('implementation')], stop: [completed('implementation'), over], breach: 'lapse', rules: [{ ...internal.emissionPhase, ...emission }],
      }),
      emissionSummary: clock('提交召回总结（机动车排放）', 'Summary of the recall (emissions)', {
        duty: producer, startsFrom: 'completedOn', start: [completed('implementation', 'finished')], stop: [completed('summary')], breach: 'lapse', rules: [{ ...internal.emissionSummary, ...emission }],
      }),
      closing: clock('效果评估和结案', 'Assessment and closing', { duty: receiver, rules: [internal.closing], start: [entered('assessment')], stop: [completed('closing')], breach: 'record' }),
    };
  });
