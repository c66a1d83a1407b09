import { expect, test } from 'vitest';
import type { FormField, TaskOutcome } from '../../../../../contracts/cases.ts';
import { groupByOutcome } from './outcome-groups.ts';

const field = (name: string, use: FormField['use'] = 'optional'): FormField => ({ name, label: { zh: name, en: name }, type: 'text', use });
const outcome = (id: string, requires: readonly string[]): TaskOutcome => ({ id, name: { zh: id, en: id }, tone: 'neutral', requires: [...requires] });
const names = (fields: readonly FormField[]): string[] => fields.map((one) => one.name);

test('what only one result asks for stands under it, in the order of the results; what several ask for stands once', () => {
  const outcomes = [outcome('finish', ['findings']), outcome('test', ['matter', 'body']), outcome('suspend', ['why', 'reason']), outcome('stop', ['reason'])];
  const { common, groups } = groupByOutcome(['note', 'reason', 'matter', 'body', 'why', 'findings'].map((name) => field(name)), outcomes);
  expect(names(common)).toEqual(['note']);
  expect(groups.map((group) => [group.outcomes.map((one) => one.id), names(group.fields)])).toEqual([
    [['finish'], ['findings']], [['test'], ['matter', 'body']], [['suspend', 'stop'], ['reason']], [['suspend'], ['why']],
  ]);
});

test('a field that every result needs is no part of a group', () => {
  const { common, groups } = groupByOutcome([field('always', 'required'), ...['a', 'b', 'c', 'd', 'e'].map((name) => field(name))], [outcome('x', ['always', 'a', 'b']), outcome('y', ['c', 'd', 'e'])]);
  expect(names(common)).toEqual(['always']);
  expect(groups.map((group) => names(group.fields))).toEqual([['a', 'b'], ['c', 'd', 'e']]);
});

test.each([
  ['few fields', ['a', 'b', 'c', 'd'], [outcome('x', ['a', 'b']), outcome('y', ['c', 'd'])]],
  ['one group', ['a', 'b', 'c', 'd', 'e', 'f'], [outcome('x', ['a', 'b', 'c', 'd', 'e', 'f']), outcome('y', [])]],
])('%s are not taken apart', (_, fields, outcomes) => {
  const form = fields.map((name) => field(name));
  expect(groupByOutcome(form, outcomes)).toEqual({ common: form, groups: [] });
});
