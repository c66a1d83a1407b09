/** The steps of handling a procuratorial opinion. */
import { internalTarget, months } from '../../domain/model/builder-clocks.ts';
import { text } from '../../domain/text.ts';
import { messageTo } from '../between-agencies.ts';
import { handlingHead } from './head.ts';

export const handlingSteps = handlingHead.steps((s) => {
  const officer = s.office('officer');
  const head = s.office('agency-head');
  const matter = s.shows('procuratorateName', 'opinionNumber', 'opinionText', 'replyDueOn', 'nonProsecutionNumber', 'nonProsecutionOn', 'subjectName', 'subjectUscc', 'subjectRegion', 'suspectedOffence', 'caseFacts');
  const dayBefore = { replyCountsFrom: 'if replyDueOn = null then null else string(date(replyDueOn) - duration("P1D"))' };
  const further = s.shows('supplementNumber', 'supplementText');
  return {
    received: s.start('收到检察意见书', 'Opinion received'),
    replyDay: s.script('回复期限', 'Day of the answer', dayBefore),
    supplementDay: s.script('补充回复期限', 'Day of the further answer', dayBefore),
    registration: s.user('登记', 'Register', { by: officer, form: { ...matter, ...s.mayGive('registrationNote') }, outcomes: { registered: s.positive('登记', 'Registered') } }),
    verification: s.user('核查', 'Verify', {
      by: officer, form: { ...matter, ...further, ...s.shows('returnOpinion', 'testResult', 'identificationResult'), ...s.mayGive('verificationOpinion', 'filingReasons', 'noPenaltyReasons', 'testItem', 'identifier') },
      outcomes: {
        file: s.positive('建议立案查处', 'Open a case', { requires: ['verificationOpinion', 'filingReasons'] }), noPenalty: s.neutral('建议不予立案', 'Do not open a case', { requires: ['verificationOpinion', 'noPenaltyReasons'] }),
        test: s.neutral('送检测、检验、检疫、鉴定', 'To be tested', { requires: ['testItem'] }), identify: s.neutral('送权利人辨认、鉴别', 'To be identified by the holder of the right', { requires: ['identifier'] }),
      },
    }),
    testing: s.user('等待检测、检验、检疫、鉴定结论', 'Wait for the test', { by: officer, form: { ...s.shows('testItem'), ...s.asks('testResult') }, outcomes: { known: s.positive('已有结论', 'Result known') } }),
    identification: s.user('等待权利人辨认、鉴别', 'Wait for the identification', { by: officer, form: { ...s.shows('identifier'), ...s.asks('identificationResult') }, outcomes: { known: s.positive('已有结果', 'Result known') } }),
    approval: s.user('负责人决定', 'Decision of the head', {
      by: head, form: { ...matter, ...s.shows('verificationOpinion', 'filingReasons', 'noPenaltyReasons'), ...s.mayGive('returnOpinion') }, notSameAs: ['verification'],
      outcomes: { agreed: s.positive('同意', 'Agreed'), returned: s.negative('退回', 'Returned', { requires: ['returnOpinion'] }) },
    }),
    filing: s.choice('是否立案', 'Open a case?'),
    // Goes its own way: its 90 days are longer than the time to answer.
    openEnforcement: s.call('质量违法案件查处', 'Enforcement', 'enforcement', {
      wait: false, output: { enforcementNumber: 'child.number' },
      input: {
        sourceKind: '"opinion"', sourceNumber: 'case.number', subjectName: 'subjectName', subjectUscc: 'subjectUscc', subjectRegion: 'subjectRegion', subjectAddress: 'null',
        leadSummary: '"检察意见书" + opinionNumber + "：" + substring(opinionText, 1, 3000)', filingReasons: 'filingReasons',
      },
    }),
    replyDraft: s.user('拟制回复函', 'Draft the answer', {
      by: officer, form: { ...matter, ...further, ...s.shows('verificationOpinion', 'noPenaltyReasons', 'enforcementNumber', 'returnOpinion'), ...s.mayGive('replyResult', 'replyText') },
      outcomes: { submitted: s.positive('送签', 'For signature', { requires: ['replyResult', 'replyText'] }), verify: s.neutral('重新核查', 'Verify again') },
      explains: text('要求补充回复的，就所列事项回复；需要改变处理结果的，重新核查', 'Where a further answer is asked for, to what is asked; where the result has to change, the matter is verified again'),
    }),
    replySign: s.user('签发回复函', 'Sign the answer', {
      by: head, form: { ...matter, ...further, ...s.shows('replyResult', 'replyText', 'enforcementNumber'), ...s.mayGive('returnOpinion') }, notSameAs: ['replyDraft'],
      outcomes: { signed: s.positive('签发', 'Signed'), returned: s.negative('退回', 'Returned', { requires: ['returnOpinion'] }) },
    }),
    makeReply: s.document('制作回复函', 'Make the answer', 'reply', { replyNumber: 'number' }),
    sendReply: s.service('回复人民检察院', 'Answer the procuratorate', 'message.deliver', messageTo('opinionCase', 'opinionReply', { replyResult: 'replyResult', replyText: 'replyText', replyNumber: 'replyNumber', handlingCase: 'case.id' })),
    // 纸面往来: nobody tells this case what the procuratorate makes of the answer but whoever has its letter.
    onPaper: s.choice('人民检察院的案件是否在本系统', 'Has the procuratorate a case here?'),
    awaitFurther: s.firstOf('等待人民检察院对回复的意见', 'Waiting for what the procuratorate makes of the answer'),
    furtherAsked: s.message('要求补充回复', 'A further answer is asked for', 'opinionSupplement', { ...s.asks('supplementText', 'replyDueOn'), ...s.mayGive('supplementNumber') }),
    concluded: s.message('人民检察院审查回复完毕', 'The procuratorate has examined the answer', 'opinionConcluded', { ...s.asks('opinionConclusion'), ...s.mayGive('followUpOpinion') }),
    longSilence: s.wait('三个月没有进一步意见', 'Three months without a word', { kind: 'after', rule: months(3, internalTarget) }),
    followUp: s.user('登记人民检察院对回复的意见', 'Register what the procuratorate makes of the answer', {
      by: officer, form: { ...matter, ...s.shows('replyNumber', 'replyText'), ...s.mayGive('opinionConclusion', 'followUpOpinion', 'supplementNumber', 'supplementText', 'replyDueOn') },
      outcomes: {
        closed: s.positive('没有进一步要求，办结', 'Nothing further: close'), supplement: s.neutral('要求补充回复', 'A further answer is asked for', { requires: ['supplementText', 'replyDueOn'] }),
        wait: s.neutral('继续等待', 'Wait on'),
      },
    }),
    result: s.choice('处理结果', 'Result'),
    openedEnd: s.end('立案查处', 'Case opened', 'caseOpened'),
    noPenaltyEnd: s.end('不予行政处罚', 'Not penalised', 'noPenalty'),
  };
});
