/** 决策表: what follows from the penalty that is proposed. Sums in fen; 以上、以下 include the number (程序规定 §84, 听证办法 §31). */
import type { DecisionTable } from '../../domain/decisions/decision-table.ts';
import { text } from '../../domain/text.ts';

/** Of a list that was not filled in nothing is known: without the comparison a cell that gives null would match it. */
const holds = (test: string): string => `(${test}) = true`;
const has = (...kinds: readonly string[]): string => holds(kinds.map((k) => `list contains(?, "${k}")`).join(' or '));
const only = (...kinds: readonly string[]): string => holds(`every k in ? satisfies list contains(${JSON.stringify(kinds)}, k)`);
const kinds = { label: text('处罚种类', 'Kinds of penalty'), expression: 'penaltyKinds' };
const fine = { label: text('罚款', 'Fine'), expression: 'fineAmount' };
const subject = { label: text('当事人类型', 'Kind of subject'), expression: 'subjectKind' };

/** 听证办法 §5: from which penalty on the subject must be told that it may ask for a hearing. */
export const hearingTable: DecisionTable = {
  id: 'hearingThreshold', name: text('听证标准', 'Threshold for a hearing'), hitPolicy: 'ANY',
  inputs: [subject, fine, { label: text('没收违法所得和非法财物价值', 'Confiscated'), expression: '(if illegalIncome = null then 0 else illegalIncome) + (if goodsValue = null then 0 else goodsValue)' }, kinds],
  outputs: [{ name: 'right', default: 'false' }],
  rules: [
    { when: ['"person"', '>= 1000000', '-', '-'], then: ['true'], annotation: '对自然人处以一万元以上罚款' },
    { when: ['"organisation"', '>= 10000000', '-', '-'], then: ['true'], annotation: '对法人、其他组织处以十万元以上罚款' },
    { when: ['"person"', '-', '>= 1000000', '-'], then: ['true'], annotation: '对自然人没收一万元以上' },
    { when: ['"organisation"', '-', '>= 10000000', '-'], then: ['true'], annotation: '对法人、其他组织没收十万元以上' },
    { when: ['-', '-', '-', has('suspension', 'closure', 'restriction')], then: ['true'], annotation: '责令停产停业、责令关闭、限制从业' },
    { when: ['-', '-', '-', has('downgrade', 'revocation')], then: ['true'], annotation: '降低资质等级、吊销许可证件' },
  ],
};

/** 程序规定 §§50–52, 60②: which review it gets, and whether the heads discuss it together: what is legally reviewed by §50① they discuss. */
export const gradeTable: DecisionTable = {
  id: 'caseGrade', name: text('审核类别和集体讨论', 'Kind of review, and collective discussion'), hitPolicy: 'FIRST',
  inputs: [
    { label: text('情节复杂或者重大', 'Complex or grave'), expression: 'complexCase' }, kinds,
    { label: text('重大公共利益或者重大权益', 'Major interest'), expression: 'publicInterest' }, { label: text('已经听证', 'Heard'), expression: 'hearingHeldOn != null' },
    { label: text('有权要求听证', 'Hearing right'), expression: 'hearingRight' },
  ],
  outputs: [{ name: 'review', default: '"case"' }, { name: 'collective', default: 'false' }],
  rules: [
    { when: ['true', '-', '-', '-', '-'], then: ['"legal"', 'true'], annotation: '案件情况疑难复杂、情节复杂或者重大违法行为' },
    { when: ['-', has('suspension', 'closure', 'revocation'), '-', '-', '-'], then: ['"legal"', 'true'], annotation: '责令停产停业、责令关闭、吊销' },
    { when: ['-', '-', 'true', '-', '-'], then: ['"legal"', 'true'], annotation: '涉及重大公共利益' },
    { when: ['-', '-', '-', 'true', '-'], then: ['"legal"', 'true'], annotation: '直接关系当事人或者第三人重大权益，经过听证程序' },
    { when: ['-', '-', '-', '-', 'true'], then: ['"legal"', 'false'], annotation: '可能经过听证程序：未经听证的，不须集体讨论' },
  ],
};

/** 令第107号 §§7–9, 令第45号 §§13–15: three tiers. What is minor stays so in every field (§8①(1): 除轻微违法失信信息外); what §8①(3) names is published for three years, whatever is repaired. */
export const publicityTable: DecisionTable = {
  id: 'publicityTier', name: text('行政处罚信息公示期', 'How long a penalty is published'), hitPolicy: 'FIRST',
  inputs: [kinds, { label: text('从轻、减轻', 'Mitigated'), expression: 'mitigated' }, { label: text('责任人员个人', 'Individual'), expression: 'responsiblePerson' }, fine, { label: text('重点领域', 'Key field'), expression: 'qualityField' }],
  outputs: [{ name: 'tier', default: '"general"' }, { name: 'months', default: '12' }],
  rules: [
    { when: [has('revocation', 'downgrade', 'closure'), '-', '-', '-', '-'], then: ['"fixed"', '36'], annotation: '降低资质等级、吊销、责令关闭，公示三年' },
    { when: [only('warning'), '-', '-', '-', '-'], then: ['"none"', '0'], annotation: '仅警告，不公示' },
    { when: [has('suspension', 'restriction'), '-', '-', '-', '-'], then: ['"serious"', '36'], annotation: '严重：最短一年可申请，最长三年' },
    { when: [only('warning', 'criticism'), '-', '-', '-', '-'], then: ['"minor"', '3'], annotation: '通报批评，三个月' },
    { when: [only('warning', 'criticism', 'fine'), 'true', 'true', '<= 500000', '-'], then: ['"minor"', '3'], annotation: '仅受到较低数额罚款：从轻、减轻，责任人员五千元以下' },
    { when: [only('warning', 'criticism', 'fine'), 'true', 'not(true)', '<= 5000000', '-'], then: ['"minor"', '3'], annotation: '仅受到较低数额罚款：从轻、减轻，单位五万元以下' },
    { when: ['-', '-', '-', '-', 'true'], then: ['"serious"', '36'], annotation: '食品药品、特种设备、重点工业产品等领域' },
  ],
};

export const tables = [hearingTable, gradeTable, publicityTable] as const;
