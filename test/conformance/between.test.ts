/** BPMN 2.0.2, call activity and signal: each construct with its model, what must happen, and the section that says so. */
import { describe, expect, it } from 'vitest';
import { checkCalls, checkDefinition } from '../../domain/model/check.ts';
import { checkSoundness } from '../../domain/model/checks/soundness.ts';
import { field } from '../../domain/model/builder-fields.ts';
import type { CallActivity, Flow, Node, ProcessDefinition } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { definition, end, flow, parallel, start, userTask } from '../engine/models.ts';
import { world } from '../engine/world.ts';

const name = (id: string) => text(id, id);
const roles = { officer: name('officer') };
const fields = { matter: field.text('事项', 'Matter'), finding: field.text('结论', 'Finding') };
const called = definition([start, userTask('look', ['done'], { form: { finding: 'optional' } }), end()], [flow('start', 'look'), flow('look', 'end')], { key: 'called', roles, fields, startForm: { matter: 'required' } });
const call = (more: Partial<CallActivity> = {}): CallActivity => ({ id: 'call', type: 'callActivity', name: name('call'), process: 'called', input: { matter: 'matter' }, ...more });
const process = (nodes: Node[], flows: Flow[]): ProcessDefinition => {
  const model = definition([start, ...nodes, end()], flows, { key: 'calling', roles, fields, startForm: { matter: 'required' } });
  expect(checkDefinition(model)).toEqual([]);
  expect(checkCalls(model, [called])).toEqual([]);
  return model;
};

describe('call activity (§10.3.7, §13.3.7)', () => {
  it('activates the called process with its input and completes when that completes, with its output', () => {
    const w = world([called]);
    const id = w.start(process([call({ output: { finding: 'child.data.finding' } }), userTask('after')], [flow('start', 'call'), flow('call', 'after'), flow('after', 'end')]), { matter: '甲' });
    w.settle();
    const [other = ''] = w.opened(id);
    expect(w.state(other).data).toEqual({ matter: '甲' });
    w.complete(other, 'look', { finding: '属实' });
    w.settle();
    expect([w.open(id), w.state(id).data['finding']]).toEqual([['after'], '属实']);
  });

  it('several outgoing flows are a parallel split, as of any activity (§13.3.1)', () => {
    const w = world([called]);
    const id = w.start(process([call(), userTask('a'), userTask('b'), parallel('join')], [flow('start', 'call'), flow('call', 'a'), flow('call', 'b'), flow('a', 'join'), flow('b', 'join'), flow('join', 'end')]), { matter: '甲' });
    w.settle();
    w.complete(w.opened(id)[0] ?? '', 'look');
    w.settle();
    expect(w.open(id)).toEqual(['a', 'b']);
  });

  it.each([true, false])('multi-instance, sequential %s (§10.3.8): one called process for each item', (sequential) => {
    const w = world([called]);
    const id = w.start(process([call({ input: { matter: 'one' }, multi: { collection: '["甲", "乙"]', item: 'one', sequential } }), userTask('after')], [flow('start', 'call'), flow('call', 'after'), flow('after', 'end')]), { matter: '甲' });
    w.settle();
    expect(w.opened(id)).toHaveLength(sequential ? 1 : 2);
    w.complete(w.opened(id)[0] ?? '', 'look');
    w.settle();
    expect(w.open(id)).toEqual([]);
    w.complete(w.opened(id)[1] ?? '', 'look');
    w.settle();
    expect(w.open(id)).toEqual(['after']);
  });

  it('is one step to the soundness check; a flow that it must take and cannot is found', () => {
    expect(checkSoundness(definition([start, call(), end()], [flow('start', 'call'), flow('call', 'end')])).length).toBe(0);
    const stuck = definition([start, call(), userTask('a'), parallel('join'), end()], [flow('start', 'call'), flow('call', 'join'), flow('a', 'join'), flow('join', 'end')]);
    expect(checkSoundness(stuck).map((p) => p.code)).toContain('soundness.deadlock');
  });

  it.each([
    ['call.process', call({ process: 'nobody' })], ['call.input', call({ input: { matter: 'matter', nothing: 'matter' } })], ['call.input', call({ input: {} })], ['call.output', call({ output: { finding: 'child.data.nothing' } })],
  ] as const)('what does not fit the called process is refused at registration: %s', (code, node) => {
    const model = definition([start, node, end()], [flow('start', 'call'), flow('call', 'end')], { key: 'calling', fields });
    expect(checkCalls(model, [called]).map((p) => [p.code, p.element])).toEqual([[code, 'call']]);
  });
  it.each([
    ['call.output', call({ output: { nothing: 'child.outcome' } })], ['feel.name', call({ input: { matter: 'nothing' } })], ['feel.name', call({ input: { matter: 'child.outcome' } })],
    ['feel.syntax', call({ output: { finding: 'child..' } })], ['assignment.agency', call({ agency: { kind: 'fixed', agency: 'nowhere' } })],
  ] as const)('and what does not fit its own process: %s', (code, node) => {
    const model = definition([start, node, end()], [flow('start', 'call'), flow('call', 'end')], { key: 'calling', roles, fields });
    expect(checkDefinition(model).map((p) => p.code)).toContain(code);
  });
});

describe('signal intermediate catch event (§10.5.4)', () => {
  const heard: Node = { id: 'heard', type: 'catchEvent', name: name('heard'), on: { kind: 'signal', signal: 'alarm', form: { finding: 'optional' } } };
  const signal = { type: 'signal', signal: 'alarm', data: { finding: '召回', other: 'x' } } as const;
  const from = { kind: 'system', id: 'case:x' } as const;
  it('lets every token that waits for it go on, each by itself', () => {
    const both: Node = { ...heard, id: 'heard2' };
    const model = definition([start, parallel('split'), heard, both, userTask('a'), userTask('b'), parallel('join'), end()],
      [flow('start', 'split'), flow('split', 'heard'), flow('split', 'heard2'), flow('heard', 'a'), flow('heard2', 'b'), flow('a', 'join'), flow('b', 'join'), flow('join', 'end')], { roles, fields });
    expect(checkDefinition(model)).toEqual([]);
    const w = world([]);
    const id = w.start(model);
    w.act(id, signal, from);
    expect([w.open(id), w.state(id).data]).toEqual([['a', 'b'], { finding: '召回' }]);
    expect(w.refused(id, signal, from).code).toBe('message.not-awaited');
  });
  it('is one of the events that an event-based gateway waits for (§10.6.6)', () => {
    const model = definition([start, { id: 'first', type: 'eventGateway', name: name('first') }, heard, { id: 'told', type: 'catchEvent', name: name('told'), on: { kind: 'message', message: 'm', form: {} } }, userTask('a'), userTask('b'), end()],
      [flow('start', 'first'), flow('first', 'heard'), flow('first', 'told'), flow('heard', 'a'), flow('told', 'b'), flow('a', 'end'), flow('b', 'end')], { roles, fields });
    expect(checkDefinition(model)).toEqual([]);
    const w = world([]);
    const id = w.start(model);
    w.act(id, signal, from);
    expect(w.open(id)).toEqual(['a']);
    expect(w.refused(id, { type: 'message', message: 'm', data: {} }).code).toBe('message.not-awaited');
  });
});
