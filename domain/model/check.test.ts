import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definition as bare, end, exclusive, flow, officer, parallel, soundDefinition, start, userTask } from '../../test/engine/models.ts';
import { text } from '../text.ts';
import { hours, internalTarget, workingDays } from './builder-clocks.ts';
import { field } from './builder-fields.ts';
import { checkDefinition, type ModelProblemCode } from './check.ts';
import { checkExpression } from './checks/expressions.ts';
import { checkSoundness } from './checks/soundness.ts';
import { sample } from './sample.test-support.ts';
import type { ClockDefinition, Flow, Node, ProcessDefinition, TimerSpec } from './types.ts';

const roles = { officer: text('承办人', 'Officer') };
const definition = (nodes: readonly Node[], flows: readonly Flow[], more: Partial<ProcessDefinition> = {}): ProcessDefinition => bare(nodes, flows, { roles, ...more });

const found = (model: ProcessDefinition): readonly string[] => checkDefinition(model).map((p) => `${p.code} ${p.element}`);
const after = (more = {}): TimerSpec => ({ kind: 'after', rule: workingDays(3, internalTarget), ...more });
const boundary = (id: string, attachedTo: string, interrupting: boolean, timer = after()): Node => ({ id, type: 'boundaryEvent', name: text(id, id), attachedTo, interrupting, on: { kind: 'timer', timer } });
const straight = (nodes: readonly Node[] = [], more: Partial<ProcessDefinition> = {}): ProcessDefinition =>
  definition([start, userTask('a'), end(), ...nodes], [flow('start', 'a'), flow('a', 'end')], more);
const decided = (ways: readonly string[], outcomes = ['yes', 'no']): ProcessDefinition =>
  definition([start, userTask('a', outcomes), exclusive('x'), end()], [flow('start', 'a'), flow('a', 'x'), ...ways.map((w, i) => ({ ...flow('x', 'end', w), id: `w${i}` }))]);

describe('good models', () => {
  it.each<[string, ProcessDefinition]>([
    ['the sample of the builder', sample],
    ['one step', straight()],
    ['a decision that covers every outcome needs no default', decided(['outcome.a = "yes"', 'outcome.a = "no"'])],
    ['a step beside which a reminder goes out, which ends by itself', definition(
      [start, userTask('a'), boundary('late', 'a', false), userTask('b'), end(), end('end2')], [flow('start', 'a'), flow('a', 'end'), flow('late', 'b'), flow('b', 'end2')])],
    ['a repeating reminder', definition(
      [start, userTask('a'), boundary('late', 'a', false, after({ repeat: true })), userTask('b'), end(), end('end2')], [flow('start', 'a'), flow('a', 'end'), flow('late', 'b'), flow('b', 'end2')])],
    ['a step that is withdrawn when time is up', definition(
      [start, userTask('a'), boundary('late', 'a', true), end(), end('end2')], [flow('start', 'a'), flow('a', 'end'), flow('late', 'end2')])],
    ['two flows out of a step are a split', definition(
      [start, userTask('a'), userTask('b'), userTask('c'), parallel('j'), end()], [flow('start', 'a'), flow('a', 'b'), flow('a', 'c'), flow('b', 'j'), flow('c', 'j'), flow('j', 'end')])],
    ['a terminate end takes the other path with it', definition(
      [start, parallel('p'), userTask('a'), userTask('b'), end('stop', true), end()], [flow('start', 'p'), flow('p', 'a'), flow('p', 'b'), flow('a', 'stop'), flow('b', 'end')])],
  ])('%s', (_title, model) => expect(checkDefinition(model)).toEqual([]));

  it('whatever is built of matching blocks is sound', () => {
    fc.assert(fc.property(soundDefinition, (model) => {
      const problems = checkSoundness(model, 3000).filter((p) => p.code !== 'soundness.too-large');
      expect(problems).toEqual([]);
    }), { numRuns: 100 });
  });
});

describe('the graph', () => {
  it.each<[string, ProcessDefinition, readonly string[]]>([
    ['ids used twice', straight([userTask('a')]), ['id.duplicate a']],
    ['ids that FEEL cannot read', definition([start, userTask('a-b'), end()], [{ ...flow('start', 'a-b') }, { ...flow('a-b', 'end') }]), ['id.name a-b']],
    ['a second start', straight([{ ...start, id: 'start2' }]), ['start.count sample']],
    ['no end', definition([start, userTask('a')], [flow('start', 'a'), flow('a', 'a')]), ['end.count sample', 'node.no-way-to-end start', 'node.no-way-to-end a']],
    ['an unknown outcome', definition([start, { ...end(), outcome: 'other' } as Node], [flow('start', 'end')]), ['end.outcome end']],
    ['a flow to nowhere', definition([start, userTask('a'), end()], [flow('start', 'a'), flow('a', 'end'), flow('a', 'b')]), ['flow.unknown-node a_b']],
    ['a flow into the start', definition([start, userTask('a', ['y']), end()], [flow('start', 'a'), flow('a', 'end'), flow('a', 'start')]), ['flow.into-start a_start']],
    ['a flow out of the end', definition([start, userTask('a'), end()], [flow('start', 'a'), flow('a', 'end'), flow('end', 'a')]), ['end.outgoing end']],
    ['a condition where nobody reads it', definition([start, userTask('a'), end()], [flow('start', 'a'), flow('a', 'end', 'true')]), ['flow.condition-ignored a_end']],
    ['an island', straight([userTask('b')]), ['node.no-outgoing b', 'node.unreachable b', 'node.no-way-to-end b']],
    ['a timer beside a gateway', definition([start, exclusive('x'), boundary('late', 'x', true), end()], [flow('start', 'x'), flow('x', 'end'), flow('late', 'end')]), ['boundary.attached late']],
    ['a repeating timer that interrupts', definition([start, userTask('a'), boundary('late', 'a', true, after({ repeat: true })), end()], [flow('start', 'a'), flow('a', 'end'), flow('late', 'end')]), ['boundary.repeat late']],
  ])('%s', (_title, model, expected) => expect(found(model)).toEqual(expect.arrayContaining([...expected])));

  it('a decision without a default must cover every outcome', () => {
    expect(found(decided(['outcome.a = "yes"', 'outcome.a = "no"'], ['yes', 'no', 'later']))).toContain('gateway.not-exhaustive x');
  });
  it('conditions that cover the outcomes of a step further back prove nothing: it may not have happened', () => {
    const model = definition([start, userTask('a', ['yes', 'no']), userTask('b'), exclusive('x'), end()],
      [flow('start', 'a'), flow('a', 'b'), flow('b', 'x'), { ...flow('x', 'end', 'outcome.a = "yes"'), id: 'w1' }, { ...flow('x', 'end', 'outcome.a = "no"'), id: 'w2' }]);
    expect(found(model)).toEqual(['gateway.not-exhaustive x']);
  });
  it('a default is one of the flows and has no condition', () => {
    const model = decided(['outcome.a = "yes"', 'outcome.a = "no"']);
    const nodes = (byDefault: string) => model.nodes.map((n) => (n.id === 'x' ? { ...n, default: byDefault } as Node : n));
    expect(found({ ...model, nodes: nodes('w1') })).toEqual(['gateway.default x']);
    expect(found({ ...model, nodes: nodes('w9') })).toEqual(['gateway.default x']);
  });
});

describe('what is named', () => {
  const clock = (more: Partial<ClockDefinition>): ClockDefinition => ({
    id: 'limit', name: text('时限', 'Limit'), rules: [workingDays(3, internalTarget)], start: [{ on: 'entered', node: 'a' }], stop: [{ on: 'completed', node: 'a' }], duty: officer, warnings: [], breach: 'record', ...more,
  });
  const fields = { code: field.uscc('代码', 'Code'), note: field.text('备注', 'Note'), day: field.date('日', 'Day') };
  const base = { roles, fields, starters: [{ kind: 'office', role: 'officer' }] } as const;
  const task = (more: object) => definition([start, { ...userTask('a'), ...more } as Node, end()], [flow('start', 'a'), flow('a', 'end')], base);
  const service = (more: object) => straight([], { ...base, nodes: [start, { id: 'a', type: 'serviceTask', name: text('发', 'Send'), service: 'notify', input: { to: '"x"', subjectZh: '"x"', subjectEn: '"x"', bodyZh: '"x"', bodyEn: '"x"' }, ...more } as Node, end()] });
  const signed = (more: object) => task({
    outcomes: ['yes', 'no', 'abstain'].map((id) => ({ id, name: text(id, id) })), signing: { signers: [{ by: officer }, { by: officer }], order: 'together', rule: { kind: 'all' }, agree: 'yes', disagree: 'no', ...more },
  });
  const timer = (spec: TimerSpec) => definition([start, { id: 'a', type: 'catchEvent', name: text('等', 'Wait'), on: { kind: 'timer', timer: spec } }, end()], [flow('start', 'a'), flow('a', 'end')], base);
  it('the basis of these tests is good', () => {
    for (const model of [task({}), signed({}), service({}), timer(after()), straight([], { ...base, clocks: [clock({})] })]) expect(checkDefinition(model)).toEqual([]);
  });
  it.each<[ModelProblemCode, ProcessDefinition]>([
    ['form.field', task({ form: { other: 'read' } })],
    ['form.field', straight([], { ...base, startForm: { other: 'required' } })],
    ['form.requires', task({ outcomes: [{ id: 'y', name: text('是', 'Yes'), requires: ['other'] }] })],
    ['form.requires', task({ form: { note: 'read' }, outcomes: [{ id: 'y', name: text('是', 'Yes'), requires: ['note'] }] })],
    ['task.outcomes', task({ outcomes: [] })],
    ['task.separation', task({ notSameAs: ['a'] })],
    ['task.separation', task({ notSameAs: ['start'] })],
    ['process.withdrawal', straight([], { ...base, parties: { owner: { name: text('人', 'Owner'), usccField: 'code' } }, startForm: { code: 'required' }, withdrawal: { party: 'nobody', reasons: 'note', ways: [{ message: 'nobody-waits' }] } })],
    ['process.withdrawal', straight([], { ...base, parties: { owner: { name: text('人', 'Owner'), usccField: 'code' } }, startForm: { code: 'required' }, withdrawal: { party: 'owner', reasons: 'nothing', ways: [{ message: 'nobody-waits' }] } })],
    ['process.withdrawal', straight([], { ...base, parties: { owner: { name: text('人', 'Owner'), usccField: 'code' } }, startForm: { code: 'required' }, withdrawal: { party: 'owner', reasons: 'note', ways: [{ message: 'nobody-waits' }] } })],
    ['task.designated', task({ designated: 'nobody' })],
    ['signing.outcomes', signed({ disagree: 'yes' })],
    ['signing.outcomes', signed({ agree: 'perhaps' })],
    ['signing.signers', signed({ signers: [] })],
    ['signing.signers', signed({ signers: { field: 'note' } })],
    ['signing.rule', signed({ rule: { kind: 'share', of: { numerator: 4, denominator: 3 } } })],
    ['signing.rule', signed({ rule: { kind: 'weight', needed: 3 } })],
    ['signing.rule', signed({ rule: { kind: 'chair' } })],
    ['assignment.role', task({ assignment: { kind: 'office', role: 'clerk', agency: { kind: 'handling' } } })],
    ['assignment.party', task({ assignment: { kind: 'party', party: 'firm' } })],
    ['assignment.agency', task({ assignment: { kind: 'office', role: 'officer', agency: { kind: 'fixed', agency: 'nowhere' } } })],
    ['assignment.agency', task({ assignment: { kind: 'office', role: 'officer', agency: { kind: 'data', field: 'other' } } })],
    ['party.field', straight([], { ...base, parties: { firm: { name: text('企业', 'Firm'), usccField: 'code' } } })],
    ['party.field', straight([], { ...base, parties: { firm: { name: text('企业', 'Firm'), usccField: 'note' } }, startForm: { note: 'required' } })],
    ['starter', straight([], { ...base, starters: [{ kind: 'party', party: 'firm' }] })],
    ['service.unknown', service({ service: 'telegraph' })],
    ['service.input', service({ input: { to: '"x"' } })],
    ['service.input', service({ input: { to: '"x"', subjectZh: '"x"', subjectEn: '"x"', bodyZh: '"x"', bodyEn: '"x"', colour: '"red"' } })],
    ['timer.field', timer({ kind: 'on', field: 'note' })],
    ['timer.clock', timer({ kind: 'clock', clock: 'none' })],
    ['clock.trigger', straight([], { ...base, clocks: [clock({ start: [{ on: 'entered', node: 'b' }] })] })],
    ['clock.trigger', straight([], { ...base, clocks: [clock({ stop: [{ on: 'completed', node: 'a', outcome: 'other' }] })] })],
    ['clock.never-stops', straight([], { ...base, clocks: [clock({ stop: [] })] })],
    ['clock.rules', straight([], { ...base, clocks: [clock({ rules: [] })] })],
    ['clock.rules', straight([], { ...base, clocks: [clock({ rules: [workingDays(1.5, internalTarget)] })] })],
    ['clock.field', straight([], { ...base, clocks: [clock({ startsFrom: 'note' })] })],
    // Hours from a day would begin at midnight.
    ['clock.field', straight([], { ...base, fields: { ...fields, on: field.date('日', 'Day') }, clocks: [clock({ startsFrom: 'on', rules: [hours(24, internalTarget)] })] })],
    ['clock.field', straight([], { ...base, fields: { ...fields, at: field.moment('时', 'Moment') }, clocks: [clock({ endsOn: 'at' })] })],
    ['clock.breach', straight([], { ...base, clocks: [clock({ breach: { kind: 'block', step: 'end' } })] })],
    ['clock.breach', straight([], { ...base, clocks: [clock({ breach: { kind: 'decide', step: 'a', outcome: 'nothing' } })] })],
    ['clock.excludes', straight([], { ...base, clocks: [clock({ excludes: [{ during: 'end', reason: text('检验', 'Testing'), basis: internalTarget }] })] })],
    ['clock.trigger', straight([], { ...base, fields: { ...fields, more: field.integer('日', 'Days') }, clocks: [clock({ extensions: [{ name: text('延', 'More'), budget: null, approver: officer, basis: internalTarget, decided: { asked: { on: 'completed', node: 'nowhere' }, granted: { on: 'completed', node: 'a' }, days: 'more', reasons: 'note' } }] })] })],
    ['clock.extension', straight([], { ...base, clocks: [clock({ extensions: [{ name: text('延', 'More'), budget: null, approver: officer, basis: internalTarget, decided: { asked: { on: 'completed', node: 'a' }, granted: { on: 'completed', node: 'a' }, days: 'note', reasons: 'note' } }] })] })],
    ['clock.extension', straight([], { ...base, clocks: [clock({ extensions: [{ name: text('延', 'More'), budget: { amount: 0, unit: 'hour' }, approver: officer, basis: internalTarget }] })] })],
    ['assignment.role', straight([], { ...base, clocks: [clock({ extensions: [{ name: text('延', 'More'), budget: null, approver: { ...officer, role: 'nobody' }, basis: internalTarget }] })] })],
    ['clock.basis', straight([], { ...base, clocks: [clock({ rules: [workingDays(3, { ...internalTarget, internal: false })] })] })],
    ['field.options', straight([], { ...base, fields: { ...fields, kind: { label: text('类', 'Kind'), type: 'choice', options: [] } } })],
    ['field.range', straight([], { ...base, fields: { ...fields, pieces: field.integer('件', 'Pieces', { min: 5, max: 1 }) } })],
    ['field.role', straight([], { ...base, fields: { ...fields, who: field.persons('人员', 'People', 'nobody') } })],
    ['field.role', straight([], { ...base, fields: { ...fields, pieces: { ...field.integer('件', 'Pieces'), role: 'officer' } } })],
    ['form.persons', straight([], { ...base, fields: { ...fields, who: field.persons('人员', 'People', 'officer') }, startForm: { who: 'required' } })],
    ['field.past', straight([], { ...base, fields: { ...fields, pieces: field.integer('件', 'Pieces', { past: true }) } })],
    ['field.refers-to', straight([], { ...base, fields: { ...fields, other: { ...field.integer('案', 'Case'), refersTo: 'case' } } })],
    ['field.part-of', straight([], { ...base, fields: { ...fields, pieces: field.integer('件', 'Pieces', { partOf: 'pieces' }) } })],
    ['text.missing', straight([], { ...base, outcomes: { done: text('完', ' ') } })],
  ])('%s', (code, model) => expect([...new Set(checkDefinition(model).map((p) => p.code))]).toEqual([code]));
});

describe('expressions', () => {
  const model = definition([start, userTask('a', ['yes', 'no']), end()], [flow('start', 'a'), flow('a', 'end')], {
    fields: { kind: field.choice('类', 'Kind', { simple: ['简', 'Simple'] }), pieces: field.integer('件', 'Pieces'), note: field.text('注', 'Note') },
  });
  it.each([
    'outcome.a = "yes" and kind = "simple"', 'case.agency', 'if note = null then "" else note', 'for x in [1, 2] return x + pieces', 'some x in [1, 2] satisfies x = pieces',
    '[{label: "件", value: pieces}]', 'list contains(["simple"], kind)', 'string(date(case.receivedOn) + duration("P3M"))', '[1, 2][item > pieces]', 'substring(note, 1, 20)', 'kind != null',
  ])('good: %s', (e) => expect(checkExpression(model, 'e', e)).toEqual([]));
  it.each([
    ['feel.syntax', 'outcome.a ='], ['feel.syntax', ''], ['feel.syntax', 'if kind then'], ['feel.name', 'piece > 1'], ['feel.name', 'outcome.b = "yes"'], ['feel.name', 'outcome = "yes"'],
    ['feel.name', 'case.office'], ['feel.name', 'nosuch(1)'], ['feel.option', 'outcome.a = "maybe"'], ['feel.option', 'kind = "complex"'], ['feel.option', '"complex" = kind'],
    ['feel.impure', 'today() > date("2026-01-01")'], ['feel.impure', 'now()'],
  ])('%s: %s', (code, e) => expect(checkExpression(model, 'e', e).map((p) => p.code)).toEqual([code]));
});

describe('the flow of tokens', () => {
  it('an exclusive split before a parallel join gets stuck; the way there is told', () => {
    const model = definition([start, userTask('a', ['yes', 'no']), exclusive('x'), userTask('b'), userTask('c'), parallel('j'), end()],
      [flow('start', 'a'), flow('a', 'x'), flow('x', 'b', 'outcome.a = "yes"'), flow('x', 'c', 'outcome.a = "no"'), flow('b', 'j'), flow('c', 'j'), flow('j', 'end')]);
    const problems = checkDefinition(model);
    expect(problems[0]).toMatchObject({ code: 'soundness.deadlock', element: 'j', path: ['start', 'a', 'x', 'b'] });
    expect(problems.map((p) => `${p.code} ${p.element}`)).toEqual(['soundness.deadlock j', 'soundness.dead j', 'soundness.dead end']);
  });
  it('two ways on from a step do not come back into one by an exclusive gateway: the rest happens twice, and a loop piles up', () => {
    const model = definition([start, exclusive('m'), userTask('a', ['again', 'on']), parallel('p'), exclusive('x'), userTask('b'), end()],
      [flow('start', 'm'), flow('m', 'a'), flow('a', 'p'), flow('p', 'x'), flow('p', 'b'), flow('x', 'm', 'outcome.a = "again"'), { ...flow('x', 'end'), id: 'out' }, flow('b', 'end')]);
    const nodes = model.nodes.map((n) => (n.id === 'x' ? { ...n, default: 'out' } as Node : n));
    expect(checkDefinition({ ...model, nodes })).toEqual([expect.objectContaining({ code: 'soundness.unbounded', element: 'b' })]);
  });
  it('a step that leads only back to itself', () => {
    const model = definition([start, userTask('a', ['yes', 'no']), exclusive('x'), userTask('b'), end()],
      [flow('start', 'a'), flow('a', 'x'), flow('x', 'end', 'outcome.a = "yes"'), flow('x', 'b', 'outcome.a = "no"'), flow('b', 'b')]);
    expect(found(model)).toEqual(['node.no-way-to-end b']);
    expect(checkSoundness(model)).toEqual([expect.objectContaining({ code: 'soundness.no-completion', element: 'x', path: ['start', 'a', 'x'] })]);
  });
  it('a wait for something that goes round for ever', () => {
    const model = definition([start, parallel('p'), userTask('a'), exclusive('m'), userTask('b', ['again', 'over']), exclusive('x'), parallel('j'), end(), end('off')],
      [flow('start', 'p'), flow('p', 'a'), flow('p', 'm'), flow('m', 'b'), flow('b', 'x'), flow('x', 'm', 'outcome.b = "again"'), flow('x', 'off', 'outcome.b = "over"'), flow('a', 'j'), { ...flow('off', 'j'), id: 'none', from: 'a', to: 'j' }, flow('j', 'end')]);
    // Both flows into the join leave the same step at once, so it opens; this model is sound.
    expect(found(model)).toEqual([]);
    const broken = { ...model, flows: model.flows.map((f) => (f.id === 'none' ? { ...f, from: 'x', condition: 'false' } : f)) };
    expect(found(broken)).toEqual(expect.arrayContaining(['soundness.deadlock j']));
  });
  it('an outcome that depends on who is last', () => {
    const model = definition([start, parallel('p'), userTask('a'), userTask('b'), end('good'), { ...end('bad'), outcome: 'other' } as Node],
      [flow('start', 'p'), flow('p', 'a'), flow('p', 'b'), flow('a', 'good'), flow('b', 'bad')], { outcomes: { done: text('完', 'Done'), other: text('另', 'Other') } });
    expect(found(model)).toEqual(expect.arrayContaining(['soundness.outcome-by-order good', 'soundness.outcome-by-order bad']));
  });
  describe('what a reminder starts in a loop', () => {
    const loop = (nodes: Node[], flows: Flow[], more = {}) => definition([start, userTask('a', ['again', 'on']), boundary('late', 'a', false), exclusive('x'), end(), ...nodes],
      [flow('start', 'a'), flow('a', 'x'), flow('x', 'a', 'outcome.a = "again"'), flow('x', 'end', 'outcome.a = "on"'), ...flows], more);
    it('may come about in each round, where it goes its own way to the end', () => {
      expect(found(loop([userTask('b'), end('end2')], [flow('late', 'b'), flow('b', 'end2')]))).toEqual([]);
    });
    it('piles up where it leads back into the flow', () => {
      expect(found(loop([userTask('b')], [flow('late', 'b'), flow('b', 'a')]))).toEqual(expect.arrayContaining(['soundness.unbounded a', 'soundness.unbounded b']));
    });
    it('is looked at like any other way: it must come to an end', () => {
      expect(found(loop([parallel('p'), parallel('j'), userTask('b', ['one', 'two']), end('end2'), exclusive('y')], [flow('late', 'p'), flow('p', 'j'), flow('p', 'b'), flow('b', 'y'), flow('y', 'j', 'outcome.b = "one"'), flow('y', 'end2', 'outcome.b = "two"'), { ...flow('j', 'end2'), id: 'j2' }]))).toEqual(expect.arrayContaining(['soundness.deadlock j']));
    });
    it('does not decide with which outcome the case ends', () => {
      expect(found(loop([userTask('b'), { ...end('end2'), outcome: 'other' } as Node], [flow('late', 'b'), flow('b', 'end2')], { outcomes: { done: text('完', 'Done'), other: text('另', 'Other') } }))).toEqual(['soundness.outcome-by-order end2']);
    });
  });
  it('says so where there is too much to look at', () => {
    expect(checkSoundness(sample, 3)).toEqual([expect.objectContaining({ code: 'soundness.too-large', element: 'sample-permit' })]);
  });
  it('a merge that waits where only one comes is noticed, whatever is around it', () => {
    fc.assert(fc.property(soundDefinition, (model) => {
      const merges = model.nodes.filter((n) => n.id.startsWith('m') && model.flows.filter((f) => f.to === n.id).length > 1);
      fc.pre(merges.length > 0);
      const nodes = model.nodes.map((n) => (n.id === merges[0]!.id ? { ...n, type: 'parallelGateway' } as Node : n));
      const codes = checkSoundness({ ...model, nodes }, 20_000).map((p) => p.code);
      expect(codes.some((c) => c === 'soundness.deadlock' || c === 'soundness.no-completion' || c === 'soundness.too-large')).toBe(true);
    }), { numRuns: 50 });
  });
});
