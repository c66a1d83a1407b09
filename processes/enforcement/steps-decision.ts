/** 决定 (程序规定 §§60–64): the head decides, where the matter is grave after the heads have discussed it together. */
import { text } from '../../domain/text.ts';
import type { Steps } from './head.ts';
import { common, sumOf } from './steps-common.ts';

export const decisionSteps = (s: Steps) => {
  const { officer, sectionHead, head, theFinding, collectively } = common(s);
  const before = s.shows('reviewOpinion', 'statementText', 'statementReview', 'hearingReport', 'criminalOutcome');
  return s.within('handling', {
    deliberation: s.choice('是否须集体讨论', 'Is it to be discussed by the heads?'),
    discussion: s.signed('负责人集体讨论', 'The heads discuss it', {
      by: head, form: { ...theFinding, ...before, ...s.mayGive('discussionRecord') },
      outcomes: { agreed: s.positive('同意处理意见', 'Agreed'), rejected: s.negative('不同意，退回', 'Rejected', { requires: ['discussionRecord'] }), abstained: s.neutral('弃权', 'Abstained') },
      ...collectively, agree: 'agreed', disagree: 'rejected', notSameAs: ['review', 'hearingReview'],
      explains: text('应当法制审核的重大案件（涉及重大公共利益、经过听证、疑难复杂等，程序规定§50①），拟给予行政处罚的，由负责人集体讨论决定（§60②）', 'Penalties in the grave cases of §50① (major public interest, heard, complex) are discussed by the heads together (§60②)'),
    }),
    decide: s.user('作出处理决定', 'Decide', {
      by: head, notSameAs: ['finalReport', 'officersSign', 'review', 'hearingReview'],
      form: { ...theFinding, ...before, ...s.shows('discussionRecord', 'collectiveNeeded'), ...s.mayGive('decisionOpinion', 'departmentName') },
      outcomes: {
        penalty: s.negative('行政处罚', 'Penalty'),
        noPenaltyMinor: s.positive('有违法行为，依法不予行政处罚', 'Violation without penalty'),
        noPenaltyUnfounded: s.positive('违法事实不能成立，不予行政处罚', 'Not established'),
        department: s.neutral('移送其他行政管理部门', 'Another department', { requires: ['departmentName'] }),
        judiciary: s.negative('涉嫌犯罪，移送司法机关', 'Judiciary'),
        returned: s.neutral('退回办案机构', 'Returned', { requires: ['decisionOpinion'] }),
      },
      explains: text('自立案之日起九十日内作出处理决定；经负责人批准可以延长三十日；案情特别复杂的，由负责人集体讨论决定是否继续延期和合理期限（程序规定§64）', 'Within ninety days of filing; thirty more with the head’s approval; beyond that the heads decide together how long (§64)'),
    }),
    noticed: s.choice('处罚是否已经告知', 'Was the penalty announced to the subject?'),
    penaltyResult: s.script('登记：行政处罚', 'Result: penalty', { caseResult: '"penalty"', totalDue: sumOf('fineAmount', 'illegalIncome'), paidTotal: '0' }),
    otherResult: s.script('登记处理结果', 'Register the result', { caseResult: 'outcome.decide' }),
    judiciaryMaterial: s.user('准备移送公安机关的材料', 'Prepare the transfer to the police', {
      by: officer, form: { ...theFinding, ...s.shows('decisionOpinion'), ...s.asks('suspectedOffence', 'criminalFacts', 'evidenceList'), ...s.mayGive('goodsList') }, outcomes: { prepared: s.positive('材料齐备', 'Ready') },
    }),
    measuresLeft: s.choice('是否有未处理的登记保存、查封扣押', 'Is anything still registered or seized?'),
    measuresSettling: s.user('处理登记保存、查封扣押的物品', 'Settle what is registered or seized', {
      by: sectionHead, form: s.shows('subjectName', 'caseResult', 'registrationHeld', 'registeredGoods', 'seizureHeld', 'seizedGoods'), outcomes: { settled: s.positive('已在相应环节处理', 'Settled in its own step') },
      explains: text('在“处理先行登记保存的证据”“查封、扣押期间”环节作出没收、移送或者解除的处理后，方可办结本环节', 'First the steps of the registration and of the seizure are done: confiscated, handed over or lifted'),
    }),
    handled: s.done('处理决定已经作出', 'Decided', 'all'),
  });
};
