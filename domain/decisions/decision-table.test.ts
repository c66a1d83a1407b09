import { describe, expect, it } from 'vitest';
import { text } from '../text.ts';
import { evaluateTable, type DecisionTable } from './decision-table.ts';

/** 举报奖励等级 as an example: grade and share by the kind of evidence and the money involved. */
const table = (more: Partial<DecisionTable>): DecisionTable => ({
  id: 't', name: text('表', 'table'), hitPolicy: 'UNIQUE',
  inputs: [{ label: text('证据', 'evidence'), expression: 'evidence' }, { label: text('金额', 'amount'), expression: 'amount / 100' }],
  outputs: [{ name: 'grade' }],
  rules: [
    { when: ['"full"', '>= 100'], then: ['1'] },
    { when: ['"full", "part"', '[10..100)'], then: ['2'] },
    { when: ['-', '< 10'], then: ['3'] },
  ],
  ...more,
});
const run = (t: DecisionTable, evidence: string, amount: number) => evaluateTable(t, { evidence, amount });

describe('input cells are FEEL unary tests over the input expression (DMN 1.5 §8.2.9)', () => {
  it.each([
    ['full', 10_000, 1, [1]], ['full', 9_999, 2, [2]], ['part', 1_000, 2, [2]], ['none', 999, 3, [3]], ['part', 10_000, null, []],
  ])('%s, %d → %s', (evidence, amount, value, matched) => {
    expect(run(table({}), evidence, amount)).toEqual({ ok: true, value, matched });
  });
});

describe('hit policies (§8.2.8)', () => {
  const overlapping = { rules: [{ when: ['-', '> 0'], then: ['30'] }, { when: ['-', '> 5'], then: ['10'] }, { when: ['-', '> 8'], then: ['20'] }, { when: ['-', '> 8'], then: ['10'] }] };
  const values = { outputs: [{ name: 'grade', values: ['20', '10', '30'] }] };
  const at10 = (more: Partial<DecisionTable>) => run(table({ ...overlapping, ...more }), 'x', 1_000);
  it('UNIQUE refuses two matches and names them', () => expect(at10({})).toMatchObject({ ok: false, code: 'not-unique', rules: [1, 2, 3, 4] }));
  it('FIRST takes the first rule', () => expect(at10({ hitPolicy: 'FIRST' })).toMatchObject({ value: 30, matched: [1] }));
  it('ANY wants the same result from all', () => {
    expect(at10({ hitPolicy: 'ANY' })).toMatchObject({ ok: false, code: 'not-the-same' });
    expect(at10({ hitPolicy: 'ANY', rules: [overlapping.rules[1]!, overlapping.rules[3]!] })).toMatchObject({ ok: true, value: 10 });
  });
  it('PRIORITY takes the highest output value', () => expect(at10({ hitPolicy: 'PRIORITY', ...values })).toMatchObject({ value: 20, matched: [3] }));
  it('PRIORITY without ranked values is refused', () => expect(at10({ hitPolicy: 'PRIORITY' })).toMatchObject({ ok: false, code: 'no-priority' }));
  it('OUTPUT ORDER lists by priority, equal ones by rule', () => expect(at10({ hitPolicy: 'OUTPUT ORDER', ...values })).toMatchObject({ value: [20, 10, 10, 30], matched: [3, 2, 4, 1] }));
  it('RULE ORDER lists by rule', () => expect(at10({ hitPolicy: 'RULE ORDER' })).toMatchObject({ value: [30, 10, 20, 10] }));
  it('COLLECT lists all', () => expect(at10({ hitPolicy: 'COLLECT' })).toMatchObject({ value: [30, 10, 20, 10] }));
  it.each([['SUM', 70], ['MIN', 10], ['MAX', 30], ['COUNT', 3]] as const)('COLLECT %s → %d', (aggregation, value) =>
    expect(at10({ hitPolicy: 'COLLECT', aggregation })).toMatchObject({ value }));
  it('SUM of what is no number is refused', () =>
    expect(run(table({ hitPolicy: 'COLLECT', aggregation: 'SUM', rules: [{ when: ['-', '-'], then: ['"a"'] }] }), 'x', 1)).toMatchObject({ ok: false, code: 'not-a-number' }));
});

describe('where no rule matches', () => {
  const none = (more: Partial<DecisionTable>) => run(table({ rules: [], ...more }), 'x', 1);
  it('the result is null, an empty list, or zero for COUNT', () => {
    expect(none({})).toMatchObject({ ok: true, value: null });
    expect(none({ hitPolicy: 'COLLECT' })).toMatchObject({ value: [] });
    expect(none({ hitPolicy: 'COLLECT', aggregation: 'COUNT' })).toMatchObject({ value: 0 });
  });
  it('defaults apply (§8.2.11)', () => expect(none({ outputs: [{ name: 'grade', default: '9' }] })).toMatchObject({ value: 9, matched: [] }));
  it('several outputs give an object', () =>
    expect(run(table({ outputs: [{ name: 'a' }, { name: 'b' }], rules: [{ when: ['-', '-'], then: ['1', '"x"'] }] }), 'x', 1)).toMatchObject({ value: { a: 1, b: 'x' } }));
});

it('a cell that is no FEEL is refused as a value, not thrown', () => {
  expect(run(table({ rules: [{ when: ['((', '-'], then: ['1'] }] }), 'x', 1)).toMatchObject({ ok: false, code: 'expression' });
});
