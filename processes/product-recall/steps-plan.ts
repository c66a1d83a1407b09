/** The plan of a recall (召回计划), and what follows where it does not come. */
import { text } from '../../domain/text.ts';
import type { Steps } from './head.ts';
import { common, penaltyInput, planFields, toProducer, transferInput } from './steps-common.ts';

export const planSteps = (s: Steps) => {
  const { producer, officer, theProduct, tell } = common(s);
  return {
    plan: s.user('报告召回计划', 'Report the recall plan', {
      by: producer, form: { ...s.shows('road', 'planFrom'), ...s.mayGive(...planFields, 'planOther', 'declineReasons') },
      outcomes: { submitted: s.positive('报告召回计划', 'Report the plan', { requires: planFields }), declined: s.negative('不实施召回', 'Will not recall', { requires: ['declineReasons'] }) },
      explains: text('立即停止生产、销售、进口缺陷产品，并通知经营者停止经营（消费品召回管理暂行规定§15）', 'Stop making, selling and importing the product at once, and tell the operators to stop (§15)'),
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
    correctionDay: s.script('计算改正逾期之日', 'Day of default', { correctionOverdueOn: 'string(date(correctionDueOn) + duration("P1D"))', correctionItems: '"按照规定报告召回计划"' }),
    makeCorrection: s.document('制作责令限期改正通知书', 'Make the order to correct', 'correctionOrder'),
    tellCorrection: tell('责令限期改正', 'Order to correct', toProducer, ['责令限期改正：报告召回计划', 'To be corrected: report the recall plan'],
      ['"请最迟于 " + correctionDueOn + " 报告召回计划。逾期未改正的，依法给予行政处罚。"', '"Report the recall plan by " + correctionDueOn + ". After that a penalty follows."']),
    planLate: s.user('限期改正：报告召回计划', 'Report the plan within the time set', {
      by: producer, form: { ...s.shows('road', 'correctionDueOn'), ...s.mayGive('planOther'), ...s.asks(...planFields) }, outcomes: { submitted: s.positive('报告召回计划', 'Report the plan') },
    }),
    correctionOver: s.deadline('逾期未改正', 'Not corrected in time', 'planLate', { kind: 'on', field: 'correctionOverdueOn' }),
    transferApproval: s.user('审批转送', 'Approve the transfer', {
      by: s.office('agency-head'), form: { ...theProduct, ...s.shows('road', 'declineReasons', 'transferTo', 'transferReasons') }, notSameAs: ['planDefault'],
      outcomes: { approved: s.positive('同意', 'Approved'), returned: s.negative('退回', 'Returned') },
    }),
    transferred: s.choice('转送去向', 'Where to'),
    // Approval, hand-over and what the police decide are matters of the other process; where they do not file, what was done is punished here (移送规定 §10). The producer sees
    // the names of the steps: this one does not say where the material goes.
    policeMaterial: s.user('准备转送材料', 'Prepare the material to be passed on', {
      by: officer,
      form: { ...theProduct, ...s.shows('technicalReport', 'incidents', 'injuries', 'declineReasons', 'transferReasons'), ...s.asks('suspectedOffence', 'criminalFacts', 'evidenceList'), ...s.mayGive('goodsList') },
      outcomes: { prepared: s.positive('材料齐备', 'Ready') },
      explains: text('发现违法事实涉及的情节、后果等涉嫌构成犯罪的，向公安机关移送，不得以行政处罚代替', 'What may be a crime goes to the police; no penalty takes its place'),
    }),
    openTransfer: s.call('移送涉嫌犯罪案件', 'Transfer of a suspected crime', 'criminal-transfer', {
      input: transferInput, output: { criminalOutcome: 'child.outcome' },
      explains: text('公安机关立案的，本案移送；不批准移送、不予立案或者退回的，转行政处罚（国务院令第310号§10）', 'Filed by the police: the case is theirs; otherwise it goes on to a penalty case (Order 310 §10)'),
    }),
    criminalFiled: s.choice('公安机关是否立案', 'Have the police filed?'),
    // 另案处理: the recall is over with the decision to transfer it; whether a case is filed, and what becomes of it, is a matter of the other process (程序规定 §18).
    openEnforcement: s.call('质量违法案件查处', 'Enforcement', 'enforcement', { wait: false, input: penaltyInput }),

    makePlan: s.document('制作召回计划', 'Make the recall plan', 'recallPlan'),
    tellPlan: tell('召回计划送接报机关', 'Plan to the authority', '"officer@" + planAgency', ['收到召回计划', 'Recall plan received'], ['planScope + " " + planMeasures', 'planScope + " " + planMeasures']),
  } as const;
};
