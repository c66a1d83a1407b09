/** 当场处罚和当场收缴的条件 (行政处罚法 §§51, 68–69; 程序规定 §§66, 72). Sums in fen; 以下 includes the number (程序规定 §84). */
import type { DecisionTable } from '../../domain/decisions/decision-table.ts';
import { text } from '../../domain/text.ts';

/** What stands in the way of a decision on the spot: an option of `spotProblem`. */
export const spotPower: DecisionTable = {
  id: 'spotPower', name: text('当场处罚条件', 'May it be decided on the spot?'), hitPolicy: 'FIRST',
  inputs: [
    { label: text('处以罚款', 'Fined'), expression: '(if penaltyKinds = null then false else list contains(penaltyKinds, "fine"))' }, { label: text('罚款', 'Fine'), expression: 'if fineAmount = null then 0 else fineAmount' },
    { label: text('当事人类型', 'Kind of subject'), expression: 'subjectKind' }, { label: text('罚款缴纳方式', 'How the fine is paid'), expression: 'if collectionWay = null then "none" else collectionWay' },
  ],
  outputs: [{ name: 'problem', default: '"within"' }],
  rules: [
    { when: ['true', '< 1', '-', '-'], then: ['"fine"'], annotation: '处以罚款而没有金额' },
    { when: ['false', '>= 1', '-', '-'], then: ['"fine"'], annotation: '有罚款金额而处罚种类没有罚款' },
    { when: ['-', '> 20000', '"person"', '-'], then: ['"amount"'], annotation: '对自然人处以二百元以下罚款' },
    { when: ['-', '> 300000', '"organisation"', '-'], then: ['"amount"'], annotation: '对法人或者其他组织处以三千元以下罚款' },
    { when: ['true', '-', '-', '"none"'], then: ['"way"'], annotation: '缴款途径和期限应当载明（程序规定§68）' },
    { when: ['-', '> 10000', '-', '"small"'], then: ['"small"'], annotation: '当场处以一百元以下罚款的，可以当场收缴' },
  ],
};
