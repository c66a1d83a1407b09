/** BPMN 2.0.2, events: each construct with its model, what must happen, and the section that says so. */
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../domain/model/check.ts';
import type { Awaited, Flow, Node, ProcessDefinition, Thrown } from '../../domain/model/types.ts';
import type { JsonObject } from '../../domain/json.ts';
import { awaitsOf } from '../../domain/record/awaits.ts';
import { text } from '../../domain/text.ts';
import { drive, type Driver } from '../engine/driver.ts';
import { definition, end, exclusive, flow, parallel, start, userTask } from '../engine/models.ts';

const name = (id: string) => text(id, id);
const basis = { instrument: text('测试办法', 'Test rule'), article: '§1', version: '1', confidence: 'V1' } as const;
const days = (amount: number, repeat = false): Awaited => ({ kind: 'timer', timer: { kind: 'after', rule: { budget: { amount, unit: 'calendar-day' }, startDay: 'excluded', rollOver: 'none', basis }, ...(repeat ? { repeat } : {}) } });
const message = (m: string, form = {}): Awaited => ({ kind: 'message', message: m, form });
const signal = (s: string, form = {}): Awaited => ({ kind: 'signal', signal: s, form });
const error = (code?: string): Awaited => ({ kind: 'error', ...(code === undefined ? {} : { error: code }) });
const escalation = (code?: string): Awaited => ({ kind: 'escalation', ...(code === undefined ? {} : { escalation: code }) });
const beside = (id: string, attachedTo: string, on: Awaited, interrupting = true): Node => ({ id, type: 'boundaryEvent', name: name(id), attachedTo, interrupting, on });
const throwing = (id: string, throws?: Thrown): Node => ({ id, type: 'throwEvent', name: name(id), ...(throws ? { throws } : {}) });
const ending = (id: string, throws: Thrown, outcome = 'done'): Node => ({ id, type: 'endEvent', name: name(id), outcome, throws });
const sub = (id: string, more = {}): Node => ({ id, type: 'subProcess', name: name(id), ...more });
const within = (parent: string, ...nodes: Node[]): Node[] => nodes.map((n) => ({ ...n, parent }));
const startOn = (id: string, on: Awaited, interrupting = true): Node => ({ id, type: 'startEvent', name: name(id), on, interrupting });
const plainStart = (id: string): Node => ({ ...start, id });
const thrownError = (code: string): Thrown => ({ kind: 'error', error: code });
const escalated = (code: string): Thrown => ({ kind: 'escalation', escalation: code });
const outcomes = { done: name('done'), failed: name('failed'), objected: name('objected') };
const base = { outcomes, roles: { officer: name('officer') }, fields: { note: { label: name('note'), type: 'text' } } } as const;

const model = (nodes: Node[], flows: Flow[], more: Partial<ProcessDefinition> = {}): ProcessDefinition => {
  const built = definition(nodes, flows, { ...base, ...more });
  expect(checkDefinition(built)).toEqual([]);
  return built;
};
const problems = (nodes: Node[], flows: Flow[], more: Partial<ProcessDefinition> = {}): string[] => checkDefinition(definition(nodes, flows, { ...base, ...more })).map((p) => `${p.code} ${p.element}`);
const tell = (d: Driver, m: string, data = {}): Driver => d.act({ type: 'message', message: m, data }, { kind: 'system', id: 'case:other' });
const broadcast = (d: Driver, s: string, data = {}): Driver => d.act({ type: 'signal', signal: s, data }, { kind: 'system', id: 'shell' });
const closed = (d: Driver, outcome = 'done') => expect(d.state).toMatchObject({ status: 'closed', outcome, tokens: {}, scopes: {}, tasks: {}, timers: {}, jobs: {} });

/** A sub-process in which step `a` decides which way to leave; behind it `after`, behind each boundary event a step named as the event with "By". */
const inSub = (decisions: readonly string[], ends: readonly Node[], besides: readonly Node[]): ProcessDefinition => model(
  [
    start, sub('sub'), ...within('sub', plainStart('in'), userTask('a', decisions), exclusive('x'), ...ends), ...besides, userTask('after'), end(),
    ...besides.flatMap((b) => [userTask(`${b.id}By`), end(`${b.id}End`)]),
  ],
  [
    flow('start', 'sub'), flow('in', 'a'), flow('a', 'x'), ...ends.map((e, i) => flow('x', e.id, `outcome.a = "${decisions[i]}"`)), flow('sub', 'after'), flow('after', 'end'),
    ...besides.flatMap((b) => [flow(b.id, `${b.id}By`), flow(`${b.id}By`, `${b.id}End`)]),
  ],
);

describe('error events (§10.5.5, §10.5.7, §13.5.3)', () => {
  const ends = [end('fine'), ending('bad', thrownError('unfit')), ending('worse', thrownError('lost'))];
  it.each([['fine', 'after'], ['bad', 'unfitBy'], ['worse', 'anyBy']])('%s: an error end event goes to the boundary event that names its code, then to the one that catches all: %s', (decision, open) => {
    const d = drive(inSub(['fine', 'bad', 'worse'], ends, [beside('any', 'sub', error()), beside('unfit', 'sub', error('unfit'))])).start().complete('a', decision);
    expect(d.openNodes()).toEqual([open]);
    closed(d.complete(open, 'done'));
  });
  it('withdraws everything else in the activity (it always interrupts)', () => {
    const m = model(
      [start, sub('sub'), ...within('sub', plainStart('in'), parallel('split'), userTask('a'), userTask('b'), ending('bad', thrownError('unfit')), end('fine')), beside('caught', 'sub', error('unfit')), userTask('after'), end(), end('end2')],
      [flow('start', 'sub'), flow('in', 'split'), flow('split', 'a'), flow('split', 'b'), flow('a', 'bad'), flow('b', 'fine'), flow('sub', 'end'), flow('caught', 'after'), flow('after', 'end2')],
    );
    const d = drive(m).start().complete('a', 'done');
    expect(d.openNodes()).toEqual(['after']);
    expect(d.bodies('event.thrown')).toEqual([{ type: 'event.thrown', node: 'bad', kind: 'error', code: 'unfit', caught: 'caught' }]);
    expect(d.bodies('task.cancelled').map((t) => t.node)).toEqual(['b']);
  });
  it('climbs from level to level to the innermost that catches it', () => {
    const m = model(
      [start, sub('outer'), ...within('outer', plainStart('in1'), sub('inner'), beside('other', 'inner', error('other')), end('out1'), end('out2')), ...within('inner', plainStart('in2'), userTask('a', ['unfit', 'other']), exclusive('x'), ending('bad', thrownError('unfit')), ending('bad2', thrownError('other'))),
        beside('caught', 'outer', error('unfit')), userTask('after'), end(), end('end2')],
      [flow('start', 'outer'), flow('in1', 'inner'), flow('inner', 'out1'), flow('other', 'out2'), flow('in2', 'a'), flow('a', 'x'), flow('x', 'bad', 'outcome.a = "unfit"'), flow('x', 'bad2', 'outcome.a = "other"'), flow('outer', 'end'), flow('caught', 'after'), flow('after', 'end2')],
    );
    const d = drive(m).start();
    expect(d.complete('a', 'unfit').openNodes()).toEqual(['after']);
    closed(drive(m).start().complete('a', 'other'));
  });
  it('of one of many instances ends all of them (§13.3.7)', () => {
    const m = model(
      [start, sub('each', { multi: { collection: '["x", "y", "z"]', item: 'one' } }), ...within('each', plainStart('in'), userTask('a', ['ok', 'bad']), exclusive('x'), end('fine'), ending('bad', thrownError('unfit'))), beside('caught', 'each', error('unfit')), end(), end('lost')],
      [flow('start', 'each'), flow('in', 'a'), flow('a', 'x'), flow('x', 'fine', 'outcome.a = "ok"'), flow('x', 'bad', 'outcome.a = "bad"'), flow('each', 'end'), flow('caught', 'lost')],
    );
    const d = drive(m).start().complete('a', 'ok');
    expect(d.openNodes()).toEqual(['a', 'a']);
    closed(d.complete('a', 'bad'));
    expect(d.bodies('task.cancelled')).toHaveLength(1);
  });
  it('that nobody catches closes the case with the outcome of the end event, whatever else was going on (§10.5.1)', () => {
    const m = model(
      [start, parallel('split'), sub('sub'), ...within('sub', plainStart('in'), userTask('a'), ending('bad', thrownError('unfit'), 'failed')), userTask('b'), end(), end('end2')],
      [flow('start', 'split'), flow('split', 'sub'), flow('split', 'b'), flow('in', 'a'), flow('a', 'bad'), flow('sub', 'end'), flow('b', 'end2')],
    );
    const d = drive(m).start().complete('a', 'done');
    closed(d, 'failed');
    expect(d.state.error).toBe('unfit');
  });
});

describe('business error of a service task (§10.5.5)', () => {
  const service: Node = { id: 'pay', type: 'serviceTask', name: name('pay'), service: 'fund.reserve', input: { fund: '"f"', amount: '1', note: '"n"' }, error: 'if result.ok then null else result.reason' };
  const m = model([start, service, beside('short', 'pay', error('short')), beside('any', 'pay', error()), userTask('paid'), userTask('unpaid'), userTask('other'), end()],
    [flow('start', 'pay'), flow('pay', 'paid'), flow('short', 'unpaid'), flow('any', 'other'), flow('paid', 'end'), flow('unpaid', 'end'), flow('other', 'end')]);
  const answered = (result: object): Driver => {
    const d = drive(m).start();
    return d.act({ type: 'job-done', job: Object.values(d.state.jobs)[0]?.id ?? 0, result: result as never }, { kind: 'system', id: 'shell' });
  };
  it.each([[{ ok: true, reason: null }, 'paid'], [{ ok: false, reason: 'short' }, 'unpaid'], [{ ok: false, reason: 'closed' }, 'other']])('%j leads to %s', (result, open) => {
    const d = answered(result);
    expect(d.openNodes()).toEqual([open]);
    closed(d.complete(open, 'done'));
  });
  it('has somebody who catches every code, since the code is known only when it comes', () => {
    expect(problems([start, service, beside('short', 'pay', error('short')), end(), end('end2')], [flow('start', 'pay'), flow('pay', 'end'), flow('short', 'end2')])).toEqual(['event.uncaught pay']);
  });
});

describe('error of a called process (§13.3.7)', () => {
  const m = model([start, { id: 'call', type: 'callActivity', name: name('call'), process: 'other', input: {}, output: {} }, beside('caught', 'call', error('unfit')), userTask('after'), userTask('handled'), end()],
    [flow('start', 'call'), flow('call', 'after'), flow('caught', 'handled'), flow('after', 'end'), flow('handled', 'end')]);
  const child = { caseId: '00000000-0000-4000-8000-00000000000c', process: 'other', number: null, title: 't' };
  const ended = (error?: string): Driver => {
    const d = drive(m).start();
    const call = Object.values(d.state.calls ?? {})[0]?.id ?? 0;
    return d.act({ type: 'child-closed', call, child, outcome: 'failed', data: {}, ...(error === undefined ? {} : { error }) }, { kind: 'system', id: `case:${child.caseId}` });
  };
  it.each([[undefined, 'after'], ['unfit', 'handled'], ['other', 'after']])('error %s: %s', (code, open) => {
    const d = ended(code);
    expect(d.openNodes()).toEqual([open]);
    // It has closed by itself: nobody asks it to end.
    expect(Object.values(d.state.errands ?? {})).toEqual([]);
    closed(d.complete(open, 'done'));
  });
});

describe('escalation events (§10.5.1, §10.5.5)', () => {
  const ends = [end('fine'), ending('up', escalated('late'))];
  it.each([[true, ['toldBy']], [false, ['after', 'toldBy']]])('an escalation end event, caught beside the sub-process, interrupting %s: %j', (interrupting, open) => {
    const d = drive(inSub(['fine', 'up'], ends, [beside('told', 'sub', escalation(), interrupting)])).start().complete('a', 'up');
    expect([...d.openNodes()].sort()).toEqual(open);
    for (const node of d.openNodes()) d.complete(node, 'done');
    closed(d);
  });
  const passing = (interrupting: boolean) => model(
    [start, sub('sub'), ...within('sub', plainStart('in'), throwing('up', escalated('late')), userTask('a'), end('out')), beside('told', 'sub', escalation('late'), interrupting), userTask('boss'), end(), end('end2')],
    [flow('start', 'sub'), flow('in', 'up'), flow('up', 'a'), flow('a', 'out'), flow('sub', 'end'), flow('told', 'boss'), flow('boss', 'end2')],
  );
  it('an intermediate throw event goes on beside who caught it, and not where that one interrupts', () => {
    expect([...drive(passing(false)).start().openNodes()].sort()).toEqual(['a', 'boss']);
    expect(drive(passing(true)).start().openNodes()).toEqual(['boss']);
  });
  it('that nobody catches hinders nobody', () => {
    const m = model([start, throwing('up', escalated('late')), userTask('a'), ending('up2', escalated('late'))], [flow('start', 'up'), flow('up', 'a'), flow('a', 'up2')]);
    const d = drive(m).start();
    expect(d.openNodes()).toEqual(['a']);
    closed(d.complete('a', 'done'));
    expect(d.bodies('event.thrown').map((e) => e.caught)).toEqual([null, null]);
  });
});

describe('message and signal boundary events (§10.5.4)', () => {
  const told = (on: Awaited, interrupting: boolean) => model([start, userTask('a'), beside('told', 'a', on, interrupting), userTask('b'), end(), end('end2')], [flow('start', 'a'), flow('a', 'end'), flow('told', 'b'), flow('b', 'end2')]);
  it('an interrupting one takes the place of the activity, and nothing waits any more', () => {
    const d = tell(drive(told(message('withdrawal', { note: 'required' }), true)).start(), 'withdrawal', { note: '撤回' });
    expect(d.openNodes()).toEqual(['b']);
    expect(d.state.data).toEqual({ note: '撤回' });
    expect(d.refused({ type: 'message', message: 'withdrawal', data: { note: 'x' } }).code).toBe('message.not-awaited');
  });
  it('one that does not interrupt starts a path each time', () => {
    const d = broadcast(broadcast(drive(told(signal('alarm'), false)).start(), 'alarm'), 'alarm');
    expect(d.openNodes()).toEqual(['a', 'b', 'b']);
    for (const node of ['b', 'a', 'b']) d.complete(node, 'done');
    closed(d);
  });
  it('says to others what the case waits for', () => {
    const d = drive(told(message('withdrawal'), true)).start();
    expect(awaitsOf(d.model, d.state)).toEqual([{ kind: 'message', name: 'withdrawal' }]);
  });
  it('beside an activity with instances belongs to all of them', () => {
    const m = model([start, userTask('each', ['done'], { multi: { collection: '["x", "y"]', item: 'one' } }), beside('stop', 'each', message('stop')), end(), end('end2')], [flow('start', 'each'), flow('each', 'end'), flow('stop', 'end2')]);
    const d = drive(m).start();
    expect(d.openNodes()).toEqual(['each', 'each']);
    closed(tell(d, 'stop'));
  });
});

describe('event sub-process (§10.3.5.1, §13.5.4)', () => {
  const aside = (on: Awaited, interrupting: boolean, outcome = 'objected', at?: string): Node[] => [
    { ...sub('esp', { triggered: true }), ...(at ? { parent: at } : {}) }, ...within('esp', startOn('begun', on, interrupting), userTask('handle'), { ...end('handled'), outcome } as Node),
  ];
  const asideFlows = [flow('begun', 'handle'), flow('handle', 'handled')];
  const two = [start, parallel('split'), userTask('a'), userTask('b'), end(), end('end2')];
  const twoFlows = [flow('start', 'split'), flow('split', 'a'), flow('split', 'b'), flow('a', 'end'), flow('b', 'end2')];

  it('of the process, interrupting: everything else is withdrawn, and its end is the end of the case', () => {
    const d = tell(drive(model([...two, ...aside(message('objection'), true)], [...twoFlows, ...asideFlows])).start(), 'objection');
    expect(d.openNodes()).toEqual(['handle']);
    expect(d.bodies('task.cancelled').map((t) => t.node)).toEqual(['a', 'b']);
    // It has taken over: it does not start again while it runs.
    expect(d.refused({ type: 'message', message: 'objection', data: {} }).code).toBe('message.not-awaited');
    closed(d.complete('handle', 'done'), 'objected');
  });
  it('of the process, not interrupting: as often as it is told; the case waits for all of them and ends with the outcome of its own flow', () => {
    const d = tell(tell(drive(model([...two, ...aside(message('objection'), false)], [...twoFlows, ...asideFlows])).start(), 'objection'), 'objection');
    expect(d.openNodes()).toEqual(['a', 'b', 'handle', 'handle']);
    d.complete('a', 'done').complete('b', 'done').complete('handle', 'done');
    expect(d.state).toMatchObject({ status: 'open', ending: 'done' });
    closed(d.complete('handle', 'done'), 'done');
    expect(d.state.ending).toBeUndefined();
  });
  it('in a sub-process: completes it, and the flow outside goes on', () => {
    const m = model([start, sub('sub'), ...within('sub', plainStart('in'), userTask('a'), end('out')), ...aside(signal('alarm'), true, '', 'sub'), userTask('after'), end()], [flow('start', 'sub'), flow('in', 'a'), flow('a', 'out'), flow('sub', 'after'), flow('after', 'end'), ...asideFlows]);
    const d = broadcast(drive(m).start(), 'alarm');
    expect(d.openNodes()).toEqual(['handle']);
    expect(d.complete('handle', 'done').openNodes()).toEqual(['after']);
    expect(d.refused({ type: 'signal', signal: 'alarm', data: {} }, { kind: 'system', id: 'shell' }).code).toBe('message.not-awaited');
    closed(d.complete('after', 'done'));
  });
  it('catches an error of its level before the boundary event outside; what it throws itself goes outside', () => {
    const m = model(
      [start, sub('sub'), ...within('sub', plainStart('in'), userTask('a'), ending('bad', thrownError('unfit'))), sub('esp', { triggered: true, parent: 'sub' }), ...within('esp', startOn('begun', error('unfit')), userTask('handle', ['mended', 'again']), exclusive('x'), end('handled'), ending('again', thrownError('unfit'))),
        beside('caught', 'sub', error('unfit')), userTask('outside'), end(), end('end2')],
      [flow('start', 'sub'), flow('in', 'a'), flow('a', 'bad'), flow('begun', 'handle'), flow('handle', 'x'), flow('x', 'handled', 'outcome.handle = "mended"'), flow('x', 'again', 'outcome.handle = "again"'), flow('sub', 'end'), flow('caught', 'outside'), flow('outside', 'end2')],
    );
    const d = drive(m).start().complete('a', 'done');
    expect(d.openNodes()).toEqual(['handle']);
    expect(drive(m).start().complete('a', 'done').complete('handle', 'again').openNodes()).toEqual(['outside']);
    closed(d.complete('handle', 'mended'));
  });
  it('a timer starts it while its level is under way, and again and again where it repeats', () => {
    const m = model([...two, ...aside(days(3, true), false)], [...twoFlows, ...asideFlows]);
    const d = drive(m).start().until('2026-03-09T00:00:00.000Z');
    expect(d.openNodes()).toEqual(['a', 'b', 'handle', 'handle']);
    d.complete('handle', 'done').complete('handle', 'done').complete('a', 'done');
    closed(d.complete('b', 'done'));
  });
  it('a timer of a sub-process runs from when that is entered until it is left (§13.5.4)', () => {
    const inside = (on: Awaited, interrupting: boolean) => model(
      [start, sub('sub'), ...within('sub', plainStart('in'), userTask('a'), end('out')), ...aside(on, interrupting, '', 'sub'), userTask('after'), end()],
      [flow('start', 'sub'), flow('in', 'a'), flow('a', 'out'), flow('sub', 'after'), flow('after', 'end'), ...asideFlows],
    );
    const taken = drive(inside(days(3), true)).start().until('2026-03-06T00:00:00.000Z');
    expect(taken.openNodes()).toEqual(['handle']);
    expect(taken.state.timers).toEqual({});
    expect(taken.complete('handle', 'done').openNodes()).toEqual(['after']);
    const beside = drive(inside(days(3, true), false)).start().until('2026-03-09T00:00:00.000Z');
    expect(beside.openNodes()).toEqual(['a', 'handle', 'handle']);
    // What runs beside keeps the sub-process open, and its timer with it.
    expect(Object.keys(beside.complete('a', 'done').complete('handle', 'done').state.timers)).toHaveLength(1);
    expect([beside.complete('handle', 'done').openNodes(), beside.state.timers]).toEqual([['after'], {}]);
    const early = drive(inside(days(3), true)).start().complete('a', 'done').until('2026-04-01T00:00:00.000Z');
    expect(early.openNodes()).toEqual(['after']);
  });
  it('each instance of a sub-process has a timer of its own (§13.3.7)', () => {
    const m = model([start, sub('each', { multi: { collection: '["x", "y"]', item: 'one' } }), ...within('each', plainStart('in'), userTask('a'), end('out')), ...aside(days(3), true, '', 'each'), end()],
      [flow('start', 'each'), flow('in', 'a'), flow('a', 'out'), flow('each', 'end'), ...asideFlows]);
    const d = drive(m).start().complete('a', 'done').until('2026-03-06T00:00:00.000Z');
    expect(d.openNodes()).toEqual(['handle']);
    closed(d.complete('handle', 'done'));
  });
  it('a timer for a day in a field starts it on that day, or at once where the day is past', () => {
    const fields = { day: { label: name('day'), type: 'date' } } as const;
    const m = model([...two, ...aside({ kind: 'timer', timer: { kind: 'on', field: 'day' } }, true)], [...twoFlows, ...asideFlows], { fields, startForm: { day: 'required' } });
    expect(drive(m).start({ day: '2026-03-10' }).until('2026-03-09T15:59:59.000Z').openNodes()).toEqual(['a', 'b']);
    expect(drive(m).start({ day: '2026-03-10' }).until('2026-03-09T16:00:00.000Z').openNodes()).toEqual(['handle']);
    expect(drive(m).start({ day: '2026-03-01' }).openNodes()).toEqual(['handle']);
  });
  it('suspending the case pushes its timer by the time of the suspension (§10.5.5; 中止)', () => {
    const d = drive(model([...two, ...aside(days(10), true)], [...twoFlows, ...asideFlows])).start();
    d.act({ type: 'suspend', reason: '鉴定' }).until('2026-03-30T00:00:00.000Z');
    expect(d.openNodes()).toEqual(['a', 'b']);
    d.act({ type: 'resume' }).until('2026-04-08T00:00:00.000Z');
    expect(d.openNodes()).toEqual(['a', 'b']);
    expect(d.until('2026-04-10T00:00:00.000Z').openNodes()).toEqual(['handle']);
  });
  it('an interrupting one disarms the timers of its siblings', () => {
    const sibling = [sub('esp2', { triggered: true }), ...within('esp2', startOn('late', days(2), false), userTask('remind'), end('reminded'))];
    const m = model([...two, ...aside(message('objection'), true), ...sibling], [...twoFlows, ...asideFlows, flow('late', 'remind'), flow('remind', 'reminded')]);
    const d = tell(drive(m).start(), 'objection').until('2026-03-20T00:00:00.000Z');
    expect(d.openNodes()).toEqual(['handle']);
    expect(d.state.timers).toEqual({});
  });
  describe.each(['redo', 'back'] as const)('a return within it, %s', (policy) => {
    const two2: Node[] = [sub('esp', { triggered: true }), ...within('esp', startOn('begun', message('objection'), false), userTask('hear'), userTask('reply'), { ...end('handled'), outcome: 'objected' } as Node)];
    const flows2 = [flow('begun', 'hear'), flow('hear', 'reply'), flow('reply', 'handled')];
    it.each([true, false])('goes to a step of its own, and of the flow beside it nothing moves (interrupting: %s)', (interrupting) => {
      const nodes = two2.map((n) => (n.type === 'startEvent' ? { ...n, interrupting } : n));
      const d = tell(drive(model([...two, ...nodes], [...twoFlows, ...flows2])).start(), 'objection').complete('hear', 'done');
      const outside = interrupting ? [] : ['a', 'b'];
      expect(d.openNodes()).toEqual([...outside, 'reply']);
      d.act({ type: 'return', task: d.task('reply'), to: 'hear', policy, reason: '补正' });
      expect([...d.openNodes()].sort()).toEqual([...outside, 'hear', ...(policy === 'back' ? ['reply'] : [])].sort());
      d.complete('hear', 'done').complete('reply', 'done');
      for (const node of outside) d.complete(node, 'done');
      closed(d, interrupting ? 'objected' : 'done');
    });
    it('of two that run side by side moves only the one', () => {
      const d = tell(tell(drive(model([...two, ...two2], [...twoFlows, ...flows2])).start(), 'objection'), 'objection').complete('hear', 'done').complete('hear', 'done');
      d.act({ type: 'return', task: d.task('reply'), to: 'hear', policy, reason: '补正' });
      expect(d.openNodes().filter((n) => n === 'hear')).toHaveLength(1);
      for (const node of ['hear', 'reply', 'reply', 'a', 'b']) d.complete(node, 'done');
      closed(d);
    });
    it('out of an interrupting one into the flow that it took over: the level waits again for what is still to come', () => {
      const late = [sub('esp2', { triggered: true }), ...within('esp2', startOn('late', days(2), false), userTask('remind'), end('reminded'))];
      const nodes = two2.map((n) => (n.type === 'startEvent' ? { ...n, interrupting: true } : n));
      const m = model([start, userTask('a'), userTask('c'), end(), ...nodes, ...late], [flow('start', 'a'), flow('a', 'c'), flow('c', 'end'), ...flows2, flow('late', 'remind'), flow('remind', 'reminded')]);
      const d = tell(drive(m).start().complete('a', 'done'), 'objection');
      expect(d.state.timers).toEqual({});
      const asked = { type: 'return', task: d.task('hear'), to: 'a', policy, reason: '补正' } as const;
      if (policy === 'back') return void expect([...d.act(asked).openNodes()].sort()).toEqual(['a', 'hear']);
      expect(d.act(asked).openNodes()).toEqual(['a']);
      expect(Object.values(d.state.timers).map((t) => t.node)).toEqual(['late']);
      expect([...d.until('2026-03-20T00:00:00.000Z').openNodes()].sort()).toEqual(['a', 'remind']);
      expect([...tell(d, 'objection').openNodes()].sort()).toEqual(['hear']);
      d.complete('hear', 'done').complete('reply', 'done');
      closed(d, 'objected');
    });
    it('from it into the flow beside it', () => {
      const linear = model([start, userTask('a'), userTask('c'), end(), ...two2], [flow('start', 'a'), flow('a', 'c'), flow('c', 'end'), ...flows2]);
      const d = tell(drive(linear).start().complete('a', 'done'), 'objection');
      const asked = { type: 'return', task: d.task('hear'), to: 'a', policy, reason: '补正' } as const;
      expect([...d.act(asked).openNodes()].sort()).toEqual(policy === 'back' ? ['a', 'c', 'hear'] : ['a', 'hear']);
      for (const node of ['a', 'c', 'hear', 'reply']) d.complete(node, 'done');
      closed(d);
    });
  });
  describe.each(['redo', 'back'] as const)('a return on a side path, %s', (policy) => {
    const m = model([start, userTask('a'), userTask('c'), end(), beside('late', 'c', days(2, true), false), userTask('remind'), userTask('report'), end('reported')],
      [flow('start', 'a'), flow('a', 'c'), flow('c', 'end'), flow('late', 'remind'), flow('remind', 'report'), flow('report', 'reported')]);
    it('goes to a step of that path, and of the flow nothing moves', () => {
      const d = drive(m).start().complete('a', 'done').until('2026-03-05T00:00:00.000Z').complete('remind', 'done');
      d.act({ type: 'return', task: d.task('report'), to: 'remind', policy, reason: '补正' });
      expect([...d.openNodes()].sort()).toEqual(['c', 'remind', ...(policy === 'back' ? ['report'] : [])]);
      for (const node of ['remind', 'report', 'c']) d.complete(node, 'done');
      closed(d);
    });
    it('moves only the one of two that are under way', () => {
      const d = drive(m).start().complete('a', 'done').until('2026-03-07T00:00:00.000Z').complete('remind', 'done').complete('remind', 'done');
      d.act({ type: 'return', task: d.task('report'), to: 'remind', policy, reason: '补正' });
      expect(d.openNodes().filter((n) => n === 'remind')).toHaveLength(1);
      for (const node of ['remind', 'report', 'report', 'c']) d.complete(node, 'done');
      closed(d);
    });
    it('from the flow into it, and where several tokens go on it, is refused; nothing moves (redo)', () => {
      const d = drive(m).start().complete('a', 'done').until('2026-03-05T00:00:00.000Z').complete('remind', 'done');
      if (policy === 'redo') expect(d.refused({ type: 'return', task: d.task('c'), to: 'remind', policy, reason: 'r' }).code).toBe('return.not-sound');
      const wide = model([start, userTask('c'), end(), beside('late', 'c', days(2, true), false), userTask('remind'), parallel('split'), userTask('x'), userTask('y'), end('x2'), end('y2')],
        [flow('start', 'c'), flow('c', 'end'), flow('late', 'remind'), flow('remind', 'split'), flow('split', 'x'), flow('split', 'y'), flow('x', 'x2'), flow('y', 'y2')]);
      const two = drive(wide).start().until('2026-03-05T00:00:00.000Z').complete('remind', 'done');
      if (policy === 'redo') expect(two.refused({ type: 'return', task: two.task('x'), to: 'remind', policy, reason: 'r' }).code).toBe('return.not-sound');
      else expect([...two.act({ type: 'return', task: two.task('x'), to: 'remind', policy, reason: 'r' }).openNodes()].sort()).toEqual(['c', 'remind', 'x', 'y']);
    });
  });
  it('a return leaves alone what runs beside the flow', () => {
    const m = model([start, userTask('a'), userTask('c'), end(), ...aside(message('objection'), false)], [flow('start', 'a'), flow('a', 'c'), flow('c', 'end'), ...asideFlows]);
    const d = tell(drive(m).start().complete('a', 'done'), 'objection');
    d.act({ type: 'return', task: d.task('c'), to: 'a', policy: 'redo', reason: '补正' });
    expect([...d.openNodes()].sort()).toEqual(['a', 'handle']);
    for (const node of ['handle', 'a', 'c']) d.complete(node, 'done');
    closed(d);
  });
});

describe('start events of a process (§10.5.2, §13.5.1)', () => {
  const by = (id: string, m: string, form = {}): Node => ({ ...plainStart(id), on: message(m, form) } as Node);
  const fields = { note: { label: name('note'), type: 'text' }, sender: { label: name('sender'), type: 'text' } } as const;
  const m = model([start, by('received', 'referral', { sender: 'required' }), by('phoned', 'call'), userTask('a'), userTask('b'), exclusive('meet'), userTask('c'), end()],
    [flow('start', 'a'), flow('received', 'b'), flow('phoned', 'meet'), flow('a', 'meet'), flow('b', 'meet'), flow('meet', 'c'), flow('c', 'end')], { fields, startForm: { note: 'required' } });
  const begin = (data: JsonObject, by?: string) => ({ type: 'start', caseId: '00000000-0000-4000-8000-000000000001', hash: 'h', agency: 'gd-amr', region: '440000', data, ...(by === undefined ? {} : { message: by }) }) as const;
  it.each([[undefined, { note: 'n' }, 'a'], ['referral', { sender: 's' }, 'b'], ['call', {}, 'c']] as const)('by %s a case begins with the form of that event, and there: %s', (by_, data, open) => {
    const d = drive(m).act(begin(data, by_));
    expect(d.openNodes()).toEqual([open]);
    if (open !== 'c') d.complete(open, 'done');
    closed(d.complete('c', 'done'));
  });
  it.each([[undefined, { sender: 's' }, 'form.invalid'], ['referral', { note: 'n' }, 'form.invalid'], ['referral', {}, 'form.invalid'], ['nothing', {}, 'message.not-awaited']] as const)('by %s with %j: %s', (by_, data, code) => {
    expect(drive(m).refused(begin(data, by_)).code).toBe(code);
  });
  it('who may start it may by whichever', () => {
    expect(drive(m).refused(begin({ sender: 's' }, 'referral'), { kind: 'person', id: 'x', name: 'x', pools: [] }).code).toBe('forbidden.start');
  });
  it('the only one needs no message named, and asks what the process asks as well', () => {
    const only = model([by('received', 'referral', { sender: 'required' }), userTask('a'), end()], [flow('received', 'a'), flow('a', 'end')], { fields, startForm: { note: 'required' } });
    for (const given of [undefined, 'referral']) expect(drive(only).act(begin({ note: 'n', sender: 's' }, given)).openNodes()).toEqual(['a']);
    expect(drive(only).refused(begin({ sender: 's' })).code).toBe('form.invalid');
  });
  it('soundness looks at what follows each of them', () => {
    const stuck = [start, by('received', 'referral'), parallel('join'), userTask('a'), end()];
    expect(problems(stuck, [flow('start', 'a'), flow('a', 'join'), flow('received', 'join'), flow('join', 'end')])).toContain('soundness.deadlock join');
  });
  it('a return goes to a step behind the one by which the case began', () => {
    const d = drive(m).act(begin({ sender: 's' }, 'referral')).complete('b', 'done');
    d.act({ type: 'return', task: d.task('c'), to: 'b', policy: 'redo', reason: '补正' });
    expect(d.openNodes()).toEqual(['b']);
  });
});

describe('which of several gets a message', () => {
  it('a catch event before a boundary event before an event sub-process; a signal goes to all of them', () => {
    const m = model(
      [start, parallel('split'), { id: 'caught', type: 'catchEvent', name: name('caught'), on: message('m') }, userTask('a'), beside('told', 'a', message('m'), false), userTask('afterCaught'), userTask('afterTold'), end(), end('end2'), end('end3'),
        sub('esp', { triggered: true }), ...within('esp', startOn('begun', message('m'), false), userTask('handle'), end('handled'))],
      [flow('start', 'split'), flow('split', 'caught'), flow('split', 'a'), flow('caught', 'afterCaught'), flow('afterCaught', 'end'), flow('a', 'end2'), flow('told', 'afterTold'), flow('afterTold', 'end3'), flow('begun', 'handle'), flow('handle', 'handled')],
    );
    const d = tell(drive(m).start(), 'm');
    expect([...d.openNodes()].sort()).toEqual(['a', 'afterCaught']);
    expect([...tell(d, 'm').openNodes()].sort()).toEqual(['a', 'afterCaught', 'afterTold']);
    d.complete('a', 'done');
    expect([...tell(d, 'm').openNodes()].sort()).toEqual(['afterCaught', 'afterTold', 'handle']);
  });
});

describe('throw and end events that send (§10.5.4, §10.5.3)', () => {
  const sent: Thrown = { kind: 'message', message: 'finding', to: '"parent"', data: { note: 'note' } };
  it('the token rests until the message is on its way', () => {
    const d = drive(model([start, throwing('send', sent), userTask('a'), end()], [flow('start', 'send'), flow('send', 'a'), flow('a', 'end')], { startForm: { note: 'optional' } })).start({ note: '已核实' });
    const [job] = Object.values(d.state.jobs);
    expect(job).toMatchObject({ service: 'message.send', input: { to: 'parent', message: 'finding', data: { note: '已核实' } } });
    expect(d.act({ type: 'job-done', job: job?.id ?? 0 }, { kind: 'system', id: 'shell' }).openNodes()).toEqual(['a']);
  });
  it('an end event sends before it ends', () => {
    const d = drive(model([start, userTask('a'), ending('tell', { kind: 'signal', signal: 'alarm', data: {} })], [flow('start', 'a'), flow('a', 'tell')])).start().complete('a', 'done');
    expect(d.state.status).toBe('open');
    const [job] = Object.values(d.state.jobs);
    expect(job).toMatchObject({ service: 'signal.broadcast', input: { signal: 'alarm', data: {} } });
    closed(d.act({ type: 'job-done', job: job?.id ?? 0 }, { kind: 'system', id: 'shell' }));
  });
  it('one that throws nothing marks that the case has come here', () => {
    expect(drive(model([start, throwing('here'), userTask('a'), end()], [flow('start', 'here'), flow('here', 'a'), flow('a', 'end')])).start().openNodes()).toEqual(['a']);
  });
});

describe('link events (§10.5.5)', () => {
  const link = (id: string, where: 'throw' | 'catch', called = 'on'): Node => ({ id, type: 'linkEvent', name: name(id), link: called, end: where });
  it('the token goes on at the catching event of the same name, from wherever it is thrown', () => {
    const m = model([start, userTask('a', ['x', 'y']), exclusive('x'), link('from1', 'throw'), link('from2', 'throw'), link('to', 'catch'), userTask('b'), end()],
      [flow('start', 'a'), flow('a', 'x'), flow('x', 'from1', 'outcome.a = "x"'), flow('x', 'from2', 'outcome.a = "y"'), flow('to', 'b'), flow('b', 'end')]);
    for (const way of ['x', 'y']) closed(drive(m).start().complete('a', way).complete('b', 'done'));
  });
  it.each<[string, Node[], Flow[], string[]]>([
    ['a throw without a catch', [start, link('from', 'throw'), end()], [flow('start', 'from')], ['link.pair from', 'node.no-way-to-end from', 'node.no-way-to-end start', 'node.unreachable end']],
    ['two of one name that catch', [start, link('from', 'throw'), link('to', 'catch'), link('to2', 'catch'), end(), end('end2')], [flow('start', 'from'), flow('to', 'end'), flow('to2', 'end2')], ['link.pair from', 'link.pair to', 'link.pair to2']],
  ])('refused: %s', (_what, nodes, flows, expected) => {
    expect(problems(nodes, flows).sort()).toEqual(expected.sort());
  });
});

describe('what does not fit is refused, with its element', () => {
  const simple = [start, userTask('a'), end()];
  const simpleFlows = [flow('start', 'a'), flow('a', 'end')];
  const withAside = (start_: Node, more: Partial<Extract<Node, { type: 'subProcess' }>> = {}): Node[] => [...simple, sub('esp', { triggered: true, ...more }), ...within('esp', start_, end('handled'))];
  it.each<[string, Node[], Flow[], string]>([
    ['a process that time starts', [{ ...start, on: days(3) } as Node, userTask('a'), end()], simpleFlows, 'start.event start'],
    ['a process that a signal starts', [{ ...start, on: signal('s') } as Node, userTask('a'), end()], simpleFlows, 'start.event start'],
    ['two plain starts of a process', [start, plainStart('start2'), userTask('a'), end()], [...simpleFlows, flow('start2', 'a')], 'start.count sample'],
    ['two starts by one message', [{ ...start, on: message('m') } as Node, { ...plainStart('start2'), on: message('m') } as Node, userTask('a'), end()], [...simpleFlows, flow('start2', 'a')], 'start.count sample'],
    ['a sub-process that a message starts', [start, sub('a'), ...within('a', { ...plainStart('in'), on: message('m') } as Node, end('out')), end()], [...simpleFlows, flow('in', 'out')], 'start.event in'],
    ['a form of a message that starts it with a field that there is not', [{ ...start, on: message('m', { nothing: 'required' }) } as Node, userTask('a'), end()], simpleFlows, 'form.field start'],
    ['an event sub-process that nothing starts', withAside(plainStart('begun')), [...simpleFlows, flow('begun', 'handled')], 'start.event begun'],
    ['a flow to an event sub-process', withAside(startOn('begun', message('m'))), [...simpleFlows, flow('begun', 'handled'), flow('a', 'esp')], 'event-sub-process.flow a_esp'],
    ['instances of an event sub-process', withAside(startOn('begun', message('m')), { multi: { collection: '[1]', item: 'i' } }), [...simpleFlows, flow('begun', 'handled')], 'event-sub-process.multi esp'],
    ['an error that nothing can throw', withAside(startOn('begun', error('unfit'))), [...simpleFlows, flow('begun', 'handled')], 'event.never-thrown begun'],
    ['an escalation beside a user task', [...simple, beside('up', 'a', escalation()), end('end2')], [...simpleFlows, flow('up', 'end2')], 'event.never-thrown up'],
    ['an error caught in the middle of a flow', [start, { id: 'a', type: 'catchEvent', name: name('a'), on: error('unfit') }, end()], simpleFlows, 'event.kind a'],
    ['an error thrown in the middle of a flow', [start, throwing('a', thrownError('unfit')), end()], simpleFlows, 'event.kind a'],
    ['an outcome that is not declared, of an error that nobody catches', [start, userTask('a'), ending('end', thrownError('unfit'), 'nothing')], simpleFlows, 'end.outcome end'],
    ['an error boundary event that would not interrupt', [start, sub('a'), ...within('a', plainStart('in'), ending('bad', thrownError('x'))), beside('caught', 'a', error('x'), false), end(), end('end2')], [...simpleFlows, flow('in', 'bad'), flow('caught', 'end2')], 'boundary.error caught'],
    ['a boundary event beside a gateway', [start, exclusive('a'), beside('told', 'a', message('m')), end(), end('end2')], [...simpleFlows, flow('told', 'end2')], 'boundary.attached told'],
    ['a message form with a field that there is not', [start, { id: 'a', type: 'catchEvent', name: name('a'), on: message('m', { nothing: 'required' }) }, end()], simpleFlows, 'form.field a'],
    ['an expression of what is sent that does not parse', [start, throwing('a', { kind: 'signal', signal: 's', data: { note: 'note +' } }), end()], simpleFlows, 'feel.syntax a'],
  ])('%s', (_what, nodes, flows, expected) => {
    expect(problems(nodes, flows)).toContain(expected);
  });
  it('a clock that would start an event sub-process', () => {
    const clock = { id: 'limit', name: name('limit'), rules: [{ budget: { amount: 3, unit: 'working-day' }, startDay: 'excluded', rollOver: 'none', basis }], start: [{ on: 'entered', node: 'a' }], stop: [{ on: 'completed', node: 'a' }], duty: { kind: 'office', role: 'officer', agency: { kind: 'handling' } }, warnings: [], breach: 'record' } as const;
    expect(problems(withAside(startOn('begun', { kind: 'timer', timer: { kind: 'clock', clock: 'limit' } })), [...simpleFlows, flow('begun', 'handled')], { clocks: [clock] })).toContain('event.clock begun');
  });
});
