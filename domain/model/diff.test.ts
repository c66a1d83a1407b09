import { describe, expect, it } from 'vitest';
import { diffDefinitions } from './diff.ts';
import { sample } from './sample.test-support.ts';
import type { ClockDefinition, Node, ProcessDefinition, UserTask } from './types.ts';
import { text } from '../text.ts';

const next = (more: Partial<ProcessDefinition>): ProcessDefinition => ({ ...sample, version: 2, ...more });
const withStep = (id: string, change: (step: UserTask) => Node): ProcessDefinition => next({ nodes: sample.nodes.map((n) => (n.id === id && n.type === 'userTask' ? change(n) : n)) });
const withClock = (change: (clock: ClockDefinition) => ClockDefinition): ProcessDefinition => next({ clocks: sample.clocks.map((c, i) => (i === 0 ? change(c) : c)) });
const step = sample.nodes.find((n): n is UserTask => n.type === 'userTask' && Object.keys(n.form).length > 1) ?? (sample.nodes.find((n) => n.type === 'userTask') as UserTask);
const clock = sample.clocks[0]!;
const told = (to: ProcessDefinition) => diffDefinitions(sample, to).map((d) => `${d.change} ${d.area} ${d.id}${d.aspect === undefined ? '' : ` ${d.aspect}`}`);

describe('the difference of two versions', () => {
  it('is nothing where only the version counts on, or the same is written in another order', () => {
    expect(told(next({}))).toEqual([]);
    const turned = Object.fromEntries(Object.entries(sample.fields).reverse());
    expect(told(next({ nodes: sample.nodes.toReversed(), flows: sample.flows.toReversed(), clocks: sample.clocks.toReversed(), fields: turned }))).toEqual([]);
    expect(told(JSON.parse(JSON.stringify(next({}))) as ProcessDefinition)).toEqual([]);
  });

  it.each<[string, ProcessDefinition, readonly string[]]>([
    ['a step that is called otherwise is one removed and one added', next({ nodes: sample.nodes.map((n) => (n.id === step.id ? { ...n, id: 'other' } : n)) }), [`removed step ${step.id}`, 'added step other']],
    ['a field', next({ fields: { ...sample.fields, extra: { label: text('补充', 'Extra'), type: 'text' } } }), ['added field extra']],
    ['an outcome of the case', next({ outcomes: { ...sample.outcomes, lapsed: text('失效', 'Lapsed') } }), ['added outcome lapsed']],
    ['who does a step', withStep(step.id, (s) => ({ ...s, assignment: { kind: 'office', role: 'agency-head', agency: { kind: 'handling' } } })), [`changed step ${step.id} assignment`]],
    ['what a step can decide', withStep(step.id, (s) => ({ ...s, outcomes: [...s.outcomes, { id: 'more', name: text('补正', 'More') }] })), [`changed step ${step.id} outcome.more`]],
    ['what a form asks', withStep(step.id, (s) => ({ ...s, form: Object.fromEntries(Object.entries(s.form).map(([f]) => [f, 'read' as const])) })),
      Object.entries(step.form).filter(([, use]) => use !== 'read').map(([f]) => `changed step ${step.id} form.${f}`)],
    ['the budget of a clock', withClock((c) => ({ ...c, rules: [{ ...c.rules[0]!, budget: { amount: 99, unit: 'month' } }, ...c.rules.slice(1)] })), [`changed clock ${clock.id} rule.0.budget`]],
    ['the article of a clock', withClock((c) => ({ ...c, rules: [{ ...c.rules[0]!, basis: { ...c.rules[0]!.basis, article: '§99' } }, ...c.rules.slice(1)] })), [`changed clock ${clock.id} rule.0.basis`]],
    ['when a clock stops', withClock((c) => ({ ...c, stop: [] })), [`changed clock ${clock.id} stop`]],
    ['a member that this comparison has no words for', withStep(step.id, (s) => ({ ...s, unheard: 'of' }) as unknown as Node), [`changed step ${step.id} unheard`]],
  ])('%s', (_, to, expected) => {
    expect(told(to)).toEqual(expected);
  });

  it('is said in both languages, with what was and what is', () => {
    const [d] = diffDefinitions(sample, withClock((c) => ({ ...c, rules: c.rules.map((r) => ({ ...r, budget: { amount: 7, unit: 'working-day' } })) })));
    expect(d).toMatchObject({ area: 'clock', change: 'changed', old: clock.rules[0]!.budget, new: { amount: 7, unit: 'working-day' } });
    expect(d!.text.zh).toMatch(/^时限“.*”的.*期限由 .* 改为 7 个工作日$/);
    expect(d!.text.en).toMatch(/^Clock ".*": .*limit changed from .* to 7 working days$/);
  });

  it('runs backwards: what was added is removed', () => {
    const to = next({ fields: { ...sample.fields, extra: { label: text('补充', 'Extra'), type: 'text' } }, numberWord: '另' });
    const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
    expect(diffDefinitions(to, sample).map((d) => `${d.change} ${d.id}`).sort()).toEqual(diffDefinitions(sample, to).map((d) => `${turned[d.change]} ${d.id}`).sort());
  });
});
