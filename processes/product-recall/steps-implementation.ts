/** A recall is carried out (实施召回): plan on file and published, owners told, phase reports, supervision; then summary, assessment and closing, or another round. */
import { text } from '../../domain/text.ts';
import { chosen, fact, facts, noted, short } from '../feel.ts';
import type { Steps } from './head.ts';
import { common, hazardFact, planFields, product, toProducer } from './steps-common.ts';

/** How far each phase has come. */
const phaseLine = '"第" + string(phaseCount + 1) + "次（截至" + string(date(phaseUntil).year) + "年" + string(date(phaseUntil).month) + "月" + string(date(phaseUntil).day) + "日）：已召回" + string(recalledCount) + "，共" + string(recallQuantity) + "，完成" + string(floor(recalledCount * 1000 / recallQuantity) / 10) + "%"';
const roadName = chosen('road', { voluntary: '主动召回', notified: '通知召回', ordered: '责令召回' });

export const implementationSteps = (s: Steps) => {
  const { producer, officer, theProduct, tell, suspicion, suspected, transferBeside, penaltyBeside } = common(s);
  /** 接到召回计划的机关 (令第19号 §§17, 19①, 21①). */
  const receiver = s.officeIn('officer', 'planAgency');
  const counts = s.mayGive('repairedCount', 'replacedCount', 'refundedCount', 'scrappedCount');
  const recalled = s.shows('recallQuantity', 'recalledCount', 'repairedCount', 'replacedCount', 'refundedCount', 'scrappedCount');

  const planPublication = {
    kind: '"recall-plan"', titleZh: short(`producerName + "召回" + ${product}`), titleEn: short(`producerName + " recalls " + ${product}`),
    facts: facts(
      fact('召回方式', 'Road', roadName), fact('生产者', 'Producer', 'producerName'), fact('产品', 'Product', 'productName'), fact('商标', 'Brand', 'brand'), fact('型号规格', 'Model', 'model'),
      fact('批次', 'Batch', 'batch'), fact('召回数量', 'Quantity', 'recallQuantity'), hazardFact, fact('可能造成的危害', 'Possible harm', 'harm'),
      fact('召回措施', 'Measures', 'planMeasures'), fact('开始日期', 'From', 'planStartOn'), fact('完成日期', 'Until', 'planEndOn'), fact('联系电话', 'Phone', 'planContactPhone'),
    ),
  };

  return {
    carrying: s.subProcess('实施召回', 'The recall is carried out'),
    ...s.within('carrying', {
      carryingStart: s.start('召回计划已报告', 'Plan reported'),
      planned: s.parallel('备案、发布、告知、监督', 'File, publish, tell, supervise'),
      planCheck: s.user('审查召回计划', 'Check the plan', {
        by: receiver, form: { ...theProduct, ...s.shows('road', ...planFields, 'planOther'), ...s.asks('planOpinion') },
        outcomes: { filed: s.positive('备案并公示', 'Filed, to be published'), revise: s.negative('退回修改', 'To be revised') },
      }),
      planRevision: s.user('修改召回计划', 'Revise the plan', { by: producer, form: { ...s.shows('planOpinion'), ...s.asks(...planFields), ...s.mayGive('planOther') }, outcomes: { resubmitted: s.positive('重新提交', 'Submitted again') } }),
      publishPlan: s.service('公示召回计划', 'Publish the plan', 'publish', planPublication),
      producerPublication: s.user('发布召回信息', 'Publish the recall', {
        by: producer, form: { ...s.shows('recallQuantity', 'planMeasures'), ...s.asks('publicationOn', 'publicationChannel', 'hotline', 'implementationFrom') }, outcomes: { published: s.positive('已发布', 'Published') },
        explains: text('向社会发布召回信息并接受咨询', 'Tell the public about the recall and answer questions'),
      }),
      ownersToTell: s.choice('是否需要告知车主', 'Are there owners to tell?'),
      ownerNotice: s.user('告知车主', 'Tell the owners', {
        by: producer, form: s.asks('ownersNotified', 'ownerNoticeOn', 'ownerNoticeWay'), outcomes: { told: s.positive('已告知', 'Told') },
      }),
      ownersTold: s.choice('车主告知完毕', 'Owners told'),

      ready: s.parallel('召回信息已公开', 'The public knows'),
      firstPhase: s.script('开始实施', 'Start', { phaseFrom: 'implementationFrom', phaseCount: '0', phasesDone: '0', phaseHistory: 'null' }),
      implementation: s.user('实施召回', 'Carry out the recall', {
        by: producer, form: { ...s.shows('recallQuantity', 'planMeasures', 'planEndOn', 'phaseCount', 'phaseFrom'), ...s.mayGive('recalledCount'), ...counts, ...s.mayGive('phaseUntil', 'progressNote', 'completedOn', 'againReasons') },
        outcomes: {
          phase: s.neutral('提交阶段性总结', 'Phase report', { requires: ['phaseUntil', 'recalledCount', 'progressNote'] }),
          finished: s.positive('召回计划已完成', 'Plan completed', { requires: ['recalledCount', 'completedOn'] }),
          again: s.negative('范围不准确或者措施无效，重新召回', 'Scope wrong or measures without effect: recall again', { requires: ['againReasons'] }),
        },
        explains: text('自召回实施之日起每三个月至少提交一次阶段性总结，机动车排放召回按内部时限提交；召回记录至少保存五年，汽车产品十年', 'At least one phase report for every three months from the day of implementation, for emissions within the internal limit; keep the records for five years, for motor vehicles ten'),
      }),
      // A report within a phase that has been reported moves nothing; one that comes late counts for the phase that it is late for.
      nextPhase: s.script('登记阶段性总结', 'Register the phase report', { phaseCount: 'phaseCount + 1', phasesDone: 'if date(phaseUntil) > date(phaseFrom) then phasesDone + 1 else phasesDone', phaseHistory: noted('phaseHistory', phaseLine) }),
      // Of emissions no day was found: an internal limit, which an administrator may change, runs on from what was reported last.
      phaseDay: s.script('下一阶段起算日', 'Next phase runs from', { phaseFrom: 'if productKind = "emission" then (if date(phaseUntil) > date(phaseFrom) then phaseUntil else phaseFrom) else if phasesDone = 0 then implementationFrom else string(date(implementationFrom) + duration("P" + string(3 * phasesDone) + "M"))' }),
      makePhase: s.document('制作阶段性总结', 'Make the phase report', 'phaseReport'),
      tellPhase: tell('阶段性总结送接报机关', 'Phase report to the authority', '"officer@" + planAgency', ['收到召回阶段性总结', 'Phase report of a recall'],
        ['"已召回 " + string(recalledCount) + " / " + string(recallQuantity) + "。" + progressNote', '"Recalled " + string(recalledCount) + " of " + string(recallQuantity) + ". " + progressNote']),

      supervision: s.user('监督召回实施', 'Supervise the recall', {
        by: officer,
        form: {
          ...theProduct, ...s.shows('road', 'planMeasures', 'planEndOn', 'publicationOn', 'publicationChannel', 'implementationFrom', 'ownersNotified', 'phaseCount', 'phaseHistory', 'progressNote'), ...recalled,
          ...s.mayGive('supervisionOn', 'supervisionRecord', 'correctionItems', 'correctionDueOn', 'againReasons', 'transferReasons'), ...suspicion,
        },
        outcomes: {
          recorded: s.positive('记入监督记录，继续监督', 'Recorded; goes on', { requires: ['supervisionOn', 'supervisionRecord'] }),
          correction: s.neutral('责令限期改正，召回继续', 'To be corrected; the recall goes on', { requires: ['correctionItems', 'correctionDueOn'] }),
          penalty: s.negative('逾期未改正等，转行政处罚，召回继续', 'Not corrected: penalty case; the recall goes on', { requires: ['transferReasons'] }),
          criminal: suspected,
          again: s.negative('范围不准确或者措施无效，通知重新召回', 'Scope wrong or measures without effect: recall again', { requires: ['againReasons'] }),
        },
        explains: text('召回实施期间随时办理，召回计划完成时自动结束；未按规定发布信息、提交总结等的，责令限期改正，逾期未改正的转行政处罚（消费品召回管理暂行规定§§24、25）', 'Open as long as the recall is carried out; it ends with it. What was not published or reported is to be corrected; what is not corrected is punished (§§24, 25)'),
      }),
      makeSupervision: s.document('制作召回监督记录', 'Make the record of the supervision', 'supervisionRecord'),
      makeOtherCorrection: s.document('制作责令限期改正通知书', 'Make the order to correct', 'correctionOrder'),
      tellOtherCorrection: tell('责令限期改正', 'Order to correct', toProducer, ['责令限期改正', 'To be corrected'], ['correctionItems + " 改正期限：" + correctionDueOn', 'correctionItems + " To be corrected by " + correctionDueOn']),
      penaltyInRecall: penaltyBeside,
      transferInRecall: transferBeside,

      // 机动车排放: a plan that has to be changed is handed in again (令第40号), while the recall goes on.
      planMayChange: s.choice('修改计划是否须重新提交', 'Is a changed plan handed in again?'),
      asFiled: s.done('按备案的计划实施', 'As filed'),
      planWatch: s.user('修改召回计划（实施期间）', 'Change of the plan while it is carried out', {
        by: producer, form: { ...s.shows(...planFields, 'planOther'), ...s.mayGive('planChangedOn', 'planChangeReasons') },
        outcomes: { changed: s.neutral('召回计划修改，重新提交', 'Changed: to be handed in again', { requires: ['planChangedOn', 'planChangeReasons'] }), kept: s.positive('不再修改召回计划', 'No further change') },
        explains: text('召回实施期间确需修改召回计划的，随时办理，说明理由；没有修改的不需要办理，召回计划完成时自动结束', 'Only where the plan has to be changed, with the reasons; where it is not, this ends with the recall'),
      }),
      planChange: s.user('重新提交召回计划', 'Hand the changed plan in', {
        by: producer, form: { ...s.shows('planChangedOn', 'planChangeReasons', 'planOpinion'), ...s.asks(...planFields), ...s.mayGive('planOther') }, outcomes: { filed: s.positive('重新提交', 'Handed in') },
      }),
      makeChangedPlan: s.document('制作修改后的召回计划', 'Make the changed plan', 'recallPlan'),
      tellChangedPlan: tell('修改后的召回计划送接报机关', 'Changed plan to the authority', '"officer@" + planAgency', ['收到修改后的召回计划', 'Changed recall plan received'], ['planChangeReasons', 'planChangeReasons']),
      changeCheck: s.user('审查修改后的召回计划', 'Check the changed plan', {
        by: receiver, form: { ...theProduct, ...s.shows('planChangedOn', 'planChangeReasons', ...planFields, 'planOther'), ...s.asks('planOpinion') }, outcomes: { filed: s.positive('备案并公示', 'Filed, to be published'), revise: s.negative('退回修改', 'To be revised') },
      }),
      endChangedPlan: s.service('原召回计划公示期满', 'The earlier plan is no longer public', 'publish.end', { kind: '"recall-plan"', until: '"today"', why: 'null' }),
      publishChangedPlan: s.service('公示修改后的召回计划', 'Publish the changed plan', 'publish', planPublication),

      implemented: s.parallel('召回实施完毕', 'Recall carried out'),
      carriedOut: s.done('召回计划已完成', 'Plan completed', 'all'),
      againByProducer: s.script('登记：生产者重新召回', 'Again, by the producer', { againBy: '"producer"' }),
      againByOffice: s.script('登记：通知重新召回', 'Again, by the authority', { againBy: '"office"' }),
      brokenOff: s.done('本轮召回终止，重新召回', 'Round ended: recall again', 'all'),
    }),
    carriedHow: s.choice('是否重新召回', 'Again?'),

    summary: s.user('提交召回总结', 'Summary of the recall', {
      by: producer, form: { ...s.shows('recallQuantity', 'completedOn'), ...s.asks('summaryReport', 'recalledCount'), ...counts }, outcomes: { submitted: s.positive('提交', 'Submitted') },
    }),
    makeSummary: s.document('制作召回总结', 'Make the summary', 'recallSummary'),
    tellSummary: tell('召回总结送接报机关', 'Summary to the authority', '"officer@" + planAgency', ['收到召回总结', 'Summary of a recall'], ['summaryReport', 'summaryReport']),

    assessment: s.user('召回效果评估', 'Assess the effect', {
      by: s.officeOf('technical-body', 'gd-recall-tech'), form: { ...theProduct, ...recalled, ...s.shows('planMeasures', 'phaseHistory', 'summaryReport'), ...s.asks('effectReport'), ...s.mayGive('assessmentExperts') },
      outcomes: { effective: s.positive('有效', 'Effective'), ineffective: s.negative('范围不准确或者措施无效', 'Scope wrong or measures without effect') },
      explains: text('汽车产品召回由与生产者没有利害关系的专家评估，须写明专家，否则退回（缺陷汽车产品召回管理条例§21、实施办法§34）', 'Of motor vehicles experts without interest in the producer assess it; they are named, or it comes back (§21; measures §34)'),
    }),
    expertsNamed: s.choice('是否写明评估专家', 'Are the experts named?'),
    closing: s.user('结案审批', 'Closing', {
      by: s.officeIn('section-head', 'planAgency'), form: { ...theProduct, ...s.shows('road', 'recallQuantity', 'recalledCount', 'phaseHistory', 'summaryReport', 'effectReport', 'assessmentExperts', 'recallRound'), ...s.asks('closingOpinion') }, notSameAs: ['planCheck'],
      outcomes: { closed: s.positive('同意结案', 'Close'), again: s.negative('要求重新召回', 'Recall again') },
    }),
    notEffective: s.script('登记：评估后重新召回', 'Again, after the assessment', { againReasons: 'closingOpinion' }),
    makeAgain: s.document('制作重新召回通知书', 'Make the notice to recall again', 'recallAgain'),
    tellAgain: tell('通知重新召回', 'Tell: recall again', toProducer, ['请重新召回', 'Recall again'], ['againReasons', 'againReasons']),
    nextRound: s.script('重新召回', 'Next round', { recallRound: 'recallRound + 1', planFrom: 'null', againBy: 'null', assessmentExperts: 'null', planChangedOn: 'null', planChangeReasons: 'null' }),
    // A plan that is carried out anew is replaced by the next one.
    replacePlan: s.service('原召回计划公示期满', 'The earlier plan is no longer public', 'publish.end', { kind: '"recall-plan"', until: '"today"', why: 'null' }),
    endPlan: s.service('召回计划公示期满', 'The plan is no longer public', 'publish.end', { kind: '"recall-plan"', until: '"today"', why: 'null' }),
    publishResult: s.service('公布召回结果', 'Publish the result', 'publish', {
      kind: '"recall-result"', titleZh: short(`"完成情况：" + producerName + "召回" + ${product}`), titleEn: short(`"Result: " + producerName + " recalls " + ${product}`),
      facts: facts(
        fact('召回方式', 'Road', roadName), fact('生产者', 'Producer', 'producerName'), fact('产品', 'Product', 'productName'), fact('召回数量', 'Quantity to be recalled', 'recallQuantity'),
        fact('已召回数量', 'Recalled', 'recalledCount'), fact('完成日期', 'Completed on', 'completedOn'),
      ),
    }),
    byRoad: s.choice('召回方式', 'Road'),
  } as const;
};
