/** 流程异常: what nobody is there to be told of is not lost, does not spin, and keeps nobody from working. */
import { describe, expect, it } from 'vitest';
import { wakeAt } from '../../domain/engine/due.ts';
import { awaitedJobs } from '../../domain/engine/incidents.ts';
import { decide } from '../../domain/engine/decide.ts';
import { defaultCalendar } from '../../domain/calendar/work-calendar.ts';
import { field } from '../../domain/model/builder-fields.ts';
import type { Awaited, ClockDefinition, Flow, Node, ProcessDefinition, TimerSpec } from '../../domain/model/types.ts';
import { project } from '../../domain/record/project.ts';
import { text } from '../../domain/text.ts';
import { drive, everybody, person, type Driver } from './driver.ts';
import { definition, end, exclusive, flow, officer, parallel, start, userTask } from './models.ts';

const shell = { kind: 'system', id: 'shell' } as const;
const basis = { instrument: text('测试办法', 'Test rule'), article: '§1', version: '1', confidence: 'V1' } as const;
const rule = { budget: { amount: 3, unit: 'calendar-day' }, startDay: 'excluded', rollOver: 'none', basis } as const;
const after: TimerSpec = { kind: 'after', rule };
const on = (awaited: Awaited, interrupting = true): Node => ({ id: 'event', type: 'boundaryEvent', name: text('事件', 'Event'), attachedTo: 'a', interrupting, on: awaited });
const timer: Awaited = { kind: 'timer', timer: after };

/** Beside step `a` an event whose way on is open only once `go` is true; step `b` in parallel says so. */
const gate = (awaited: Awaited, interrupting = true, condition = 'go', more: Partial<ProcessDefinition> = {}) => definition(
  [start, parallel('split'), userTask('a'), userTask('b', ['done'], { form: { go: 'optional' } }), on(awaited, interrupting), exclusive('x'), userTask('c'), end(), end('end2'), end('end3')],
  [flow('start', 'split'), flow('split', 'a'), flow('split', 'b'), flow('event', 'x'), flow('x', 'c', condition), flow('a', 'end'), flow('b', 'end2'), flow('c', 'end3')],
  { fields: { go: field.yesNo('可以继续', 'Go on') }, ...more },
);
const late = '2026-03-20T00:00:00.000Z';
const incidents = (d: Driver) => Object.values(d.state.incidents ?? {});
const mended = (model: ProcessDefinition): ProcessDefinition => ({ ...model, version: 2, flows: model.flows.map((f): Flow => (f.from === 'x' ? flow(f.from, f.to, 'true') : f)) });

describe('time', () => {
  it('that the process cannot go on with is told to the record, the case and who manages it; the timer stays as it was', () => {
    const d = drive(gate(timer)).start().until(late);
    expect(d.bodies('incident.raised')).toEqual([{ type: 'incident.raised', incident: expect.any(Number), node: 'event', code: 'model.no-flow', params: { where: 'x' }, of: { kind: 'timer', timer: expect.any(Number) } }]);
    expect(incidents(d)).toMatchObject([{ node: 'event', since: '2026-03-05T16:00:00.000Z' }]);
    expect([d.bodies('timer.fired'), Object.keys(d.state.timers)]).toEqual([[], [expect.any(String)]]);
    expect(d.openNodes()).toEqual(['a', 'b']);
    const raised = d.events.findIndex((e) => e.body.type === 'incident.raised');
    const { notices } = project(d.model, null, d.events.slice(0, raised + 1));
    expect(notices.map(({ key, pool }) => [key, pool])).toEqual([[`e${raised + 1}-incident`, 'section-head@gd-amr']]);
  });
  it('does not wake the case again and again', () => {
    const d = drive(gate(timer)).start().until(late);
    expect(wakeAt(d.state)).toBeNull();
    expect(d.bodies('incident.raised')).toHaveLength(1);
  });
  it('keeps nobody from working', () => {
    const d = drive(gate(timer)).start();
    d.now = Date.parse(late);
    d.act({ type: 'comment', text: '催一下' }).act({ type: 'claim', task: d.task('b') }).complete('b', 'done');
    expect(d.bodies('incident.raised')).toHaveLength(1);
    expect(d.openNodes()).toEqual(['a']);
  });
  it('goes on as soon as the data lets it', () => {
    const d = drive(gate(timer)).start().until(late).complete('b', 'done', { go: true });
    expect([d.openNodes(), incidents(d)]).toEqual([['c'], []]);
    const types = d.events.slice(-8).map((e) => e.body.type);
    expect(types.indexOf('incident.resolved')).toBeLessThan(types.indexOf('timer.fired'));
    expect(d.events.find((e) => e.body.type === 'incident.resolved')?.actor).toEqual({ kind: 'system', id: 'engine' });
  });
  it('goes on when the case is migrated to a mended version', () => {
    const broken = gate(timer);
    const d = drive(broken).start().until(late);
    const migrated = decide(broken, d.state, { id: 'm', actor: person('admin', 'administrator@gd-amr'), body: { type: 'migrate', from: 'h', to: 'h2', mapping: {}, reason: '更正条件' } },
      { now: d.now, calendar: defaultCalendar, target: { hash: 'h2', model: mended(broken) } });
    expect(migrated.ok && migrated.events.map((e) => e.body.type)).toEqual(expect.arrayContaining(['case.migrated', 'incident.resolved', 'timer.fired', 'task.created']));
  });
  it('is over when nothing waits for it any more', () => {
    const d = drive(gate(timer)).start().until(late).complete('a', 'done');
    expect(d.bodies('incident.resolved')).toEqual([expect.objectContaining({ gone: true })]);
    expect(d.complete('b', 'done').state).toMatchObject({ status: 'closed', incidents: {} });
  });
  it('ends with the case', () => {
    const d = drive(gate(timer)).start().until(late).act({ type: 'terminate', reason: '撤案' });
    expect(d.state.incidents).toEqual({});
  });
  it('is not tried while the case is suspended, and is when it goes on', () => {
    const d = drive(gate(timer)).start().until(late).act({ type: 'suspend', reason: '鉴定' });
    const incident = incidents(d)[0]?.id ?? 0;
    expect(d.refused({ type: 'retry-incident', incident }).code).toBe('case.suspended');
    expect(incidents(d.act({ type: 'resume' }))).toHaveLength(1);
  });
  it('a limit whose silence decides: the breach stands in the record, the decision waits', () => {
    const clock: ClockDefinition = { id: 'limit', name: text('时限', 'Limit'), rules: [rule], start: [{ on: 'entered', node: 'a' }], stop: [{ on: 'completed', node: 'a' }], duty: officer, warnings: [], breach: { kind: 'decide', step: 'a', outcome: 'granted' } };
    const model = definition(
      [start, parallel('split'), userTask('a', ['granted']), exclusive('x'), userTask('b', ['done'], { form: { go: 'optional' } }), end(), end('end2')],
      [flow('start', 'split'), flow('split', 'a'), flow('split', 'b'), flow('a', 'x'), flow('x', 'end', 'go'), flow('b', 'end2')],
      { fields: { go: field.yesNo('可以继续', 'Go on') }, clocks: [clock] },
    );
    const d = drive(model).start().until(late);
    expect([d.bodies('clock.breached').length, d.bodies('step.deemed').length, d.openNodes(), wakeAt(d.state)]).toEqual([1, 0, ['a', 'b'], null]);
    expect(incidents(d)).toMatchObject([{ node: 'a', of: { kind: 'deemed', outcome: 'granted' } }]);
    expect(d.complete('b', 'done', { go: true }).state).toMatchObject({ status: 'closed', outcome: 'done' });
    expect(d.bodies('step.deemed')).toHaveLength(1);
  });
  it('goes round in a loop: an incident too', () => {
    const loop = definition([start, userTask('a'), on(timer), exclusive('x'), { id: 'set', type: 'scriptTask', name: text('计', 'Count'), set: {} }, end(), end('end2')],
      [flow('start', 'a'), flow('a', 'end'), flow('event', 'x'), flow('x', 'end2', 'false'), flow('x', 'set', 'true'), flow('set', 'x')]);
    expect(incidents(drive(loop).start().until(late))).toMatchObject([{ node: 'event', code: 'model.too-many-steps' }]);
  });
  it('goes round in a loop by timers that are due at once: an incident too, and nobody else sets it off again', () => {
    const loop = definition([start, parallel('split'), userTask('a'), on({ kind: 'timer', timer: { kind: 'on', field: 'day' } }), exclusive('x'), userTask('b'), end(), end('end2')],
      [flow('start', 'x'), flow('x', 'a'), flow('event', 'x'), flow('a', 'split'), flow('split', 'end'), flow('split', 'b'), flow('b', 'end2')], { fields: { day: field.date('日', 'Day') }, startForm: { day: 'required' } });
    const d = drive(loop, undefined, undefined, { fast: true }).start({ day: '2026-03-01' });
    expect([incidents(d).length, incidents(d)[0]?.code, wakeAt(d.state)]).toEqual([1, 'model.too-many-steps', null]);
    const { length } = d.events;
    d.act({ type: 'suspend', reason: 'r' }).act({ type: 'resume' });
    expect([d.events.length - length, incidents(d).length]).toEqual([2, 1]);
  });
  it('of years is caught up with part by part, or at once where somebody acts', () => {
    const hourly: Awaited = { kind: 'timer', timer: { kind: 'after', repeat: true, rule: { ...rule, budget: { amount: 1, unit: 'hour' } } } };
    const remind = definition([start, userTask('a'), on(hourly, false), { id: 'note', type: 'scriptTask', name: text('记', 'Note'), set: {} }, end(), end('end2')], [flow('start', 'a'), flow('a', 'end'), flow('event', 'note'), flow('note', 'end2')]);
    const d = drive(remind, '2024-03-02T01:00:00.000Z', 'gd-amr', { fast: true }).start();
    d.now = Date.parse('2026-03-02T01:00:00.000Z');
    const all = decide(remind, d.state, { id: 'c', actor: everybody(), body: { type: 'comment', text: '早' } }, { now: d.now, calendar: defaultCalendar });
    expect(all.ok && all.events.filter((e) => e.body.type === 'timer.fired').length).toBe(730 * 24 - 1);
    let ticks = 0;
    for (; (wakeAt(d.state) ?? Infinity) <= d.now; ticks++) d.act({ type: 'tick' }, shell);
    expect(d.bodies('timer.fired')).toHaveLength(730 * 24 - 1);
    expect(ticks).toBe(18);
    expect(incidents(d.complete('a', 'done'))).toEqual([]);
  });
});

describe('who manages the case', () => {
  const fails = (d: Driver) => d.refused({ type: 'retry-incident', incident: incidents(d)[0]?.id ?? 0 });
  it('may have it tried again, and is told why it still does not go on; nothing is changed then', () => {
    const d = drive(gate(timer)).start().until(late);
    expect(fails(d)).toMatchObject({ code: 'model.no-flow', params: { where: 'x' } });
    expect(d.refused({ type: 'retry-incident', incident: 999 }).code).toBe('incident.not-found');
  });
  it('nobody else may', () => {
    const d = drive(gate(timer)).start().until(late);
    expect(d.refused({ type: 'retry-incident', incident: incidents(d)[0]?.id ?? 0 }, person('lin', 'officer@gd-amr')).code).toBe('forbidden.manage');
  });
  it('has one of many tried that stand behind another which still fails', () => {
    const inside: Node[] = [{ id: 'in', type: 'startEvent', name: text('始', 'Start'), parent: 'each' }, { id: 'wait', type: 'catchEvent', name: text('等', 'Wait'), on: timer, parent: 'each' }, { ...exclusive('x'), parent: 'each' }, { ...end('out'), parent: 'each' }];
    const model = definition([start, parallel('split'), { id: 'each', type: 'subProcess', name: text('各', 'Each'), multi: { collection: '[1, 2]', item: 'n' } }, ...inside, userTask('b', ['done'], { form: { go: 'optional' } }), end(), end('end2')],
      [flow('start', 'split'), flow('split', 'each'), flow('split', 'b'), flow('in', 'wait'), flow('wait', 'x'), flow('x', 'out', 'go and n = 2'), flow('each', 'end'), flow('b', 'end2')], { fields: { go: field.yesNo('可以继续', 'Go on') } });
    const d = drive(model).start().until(late);
    const { notices } = project(d.model, null, d.events);
    expect([incidents(d).length, notices.filter((n) => n.key.endsWith('-incident')).length]).toEqual([2, 1]);
    const second = incidents(d.complete('b', 'done', { go: true }))[1]?.id ?? 0;
    d.act({ type: 'retry-incident', incident: second });
    expect(d.events.find((e) => e.body.type === 'incident.resolved')?.actor).toMatchObject({ kind: 'person', id: 'everybody', as: 'section-head@gd-amr' });
    expect([incidents(d).length, d.bodies('job.requested').length, d.openNodes()]).toEqual([1, 0, []]);
  });
});

describe('the answer of a service', () => {
  const pay: Node = { id: 'pay', type: 'serviceTask', name: text('付', 'Pay'), service: 'calendar.day', input: { from: '"2026-03-02"' }, output: { on: 'day' } };
  const model = definition([start, parallel('split'), pay, exclusive('x'), userTask('b', ['done'], { form: { go: 'optional' } }), userTask('c'), end(), end('end2')],
    [flow('start', 'split'), flow('split', 'pay'), flow('split', 'b'), flow('pay', 'x'), flow('x', 'c', 'go and on = "2026-03-09"'), flow('b', 'end2'), flow('c', 'end')], { fields: { go: field.yesNo('可以继续', 'Go on'), on: field.text('日', 'Day') } });
  const answered = () => {
    const d = drive(model).start();
    return d.act({ type: 'job-done', job: Object.values(d.state.jobs)[0]?.id ?? 0, result: { day: '2026-03-09' } }, shell);
  };
  it('is kept as it came, and the service is not asked again', () => {
    const d = answered();
    expect(incidents(d)).toMatchObject([{ node: 'pay', code: 'model.no-flow', of: { kind: 'input', body: { type: 'job-done', result: { day: '2026-03-09' } } } }]);
    expect([Object.keys(d.state.jobs).length, awaitedJobs(d.state), d.state.data['on']]).toEqual([1, {}, undefined]);
    d.act({ type: 'job-done', job: Object.values(d.state.jobs)[0]?.id ?? 0, result: { day: '2027-01-01' } }, shell);
    expect(d.bodies('incident.raised')).toHaveLength(1);
  });
  it('acts when it can', () => {
    const d = answered().complete('b', 'done', { go: true });
    expect([d.openNodes(), d.state.jobs, d.state.data['on'], incidents(d)]).toEqual([['c'], {}, '2026-03-09', []]);
  });
  it('that comes while the case is suspended waits for that first', () => {
    const d = drive(model).start().act({ type: 'suspend', reason: '鉴定' });
    d.act({ type: 'job-done', job: Object.values(d.state.jobs)[0]?.id ?? 0, result: { day: '2026-03-09' } }, shell);
    expect([incidents(d), d.state.kept?.length]).toEqual([[], 1]);
    expect(incidents(d.act({ type: 'resume' }))).toHaveLength(1);
    expect(d.complete('b', 'done', { go: true }).openNodes()).toEqual(['c']);
  });
});

describe.each([
  ['message', { kind: 'message', message: 'm', form: { note: 'required' } }, { type: 'message', message: 'm', data: { note: '来函' } }],
  ['signal', { kind: 'signal', signal: 'm', form: { note: 'required' } }, { type: 'signal', signal: 'm', data: { note: '来函' } }],
] as const)('a %s', (_kind, awaited, body) => {
  const model = gate(awaited, true, 'go', { fields: { go: field.yesNo('可以继续', 'Go on'), note: field.text('来函', 'Letter') } });
  it('of another case is taken, and not lost', () => {
    const d = drive(model).start().act(body, shell);
    expect([incidents(d).length, d.openNodes(), d.state.data['note']]).toEqual([1, ['a', 'b'], undefined]);
    d.complete('b', 'done', { go: true });
    expect([incidents(d), d.openNodes(), d.state.data['note']]).toEqual([[], ['c'], '来函']);
  });
  it('that does not fit is refused to who sends it', () => {
    const d = drive(model).start();
    expect(d.refused({ ...body, data: {} }, shell).code).toBe('form.invalid');
    expect(d.refused({ ...body, [body.type]: 'other' }, shell).code).toBe('message.not-awaited');
  });
  it('is over when nothing waits for it any more', () => {
    const d = drive(model).start().act(body, shell).complete('a', 'done');
    expect(d.bodies('incident.resolved')).toEqual([expect.objectContaining({ gone: true })]);
  });
});

it('a message that an officer passes on is refused to them with the reason', () => {
  expect(drive(gate({ kind: 'message', message: 'm', form: {} })).start().refused({ type: 'message', message: 'm', data: {} }, everybody()).code).toBe('model.no-flow');
});

it('further instances of a large list wait, and are opened when the process can', () => {
  const inside: Node[] = [{ id: 'in', type: 'startEvent', name: text('始', 'Start'), parent: 'each' }, { ...exclusive('x'), parent: 'each' }, { ...userTask('i'), parent: 'each' }, { ...end('out'), parent: 'each' }];
  const model = definition([start, parallel('split'), { id: 'each', type: 'subProcess', name: text('各', 'Each'), multi: { collection: 'for n in 1..450 return n', item: 'n' } }, ...inside, userTask('b', ['done'], { form: { go: 'optional' } }), end(), end('end2')],
    [flow('start', 'split'), flow('split', 'each'), flow('split', 'b'), flow('in', 'x'), flow('x', 'i', 'go or n < 300'), flow('i', 'out'), flow('each', 'end'), flow('b', 'end2')], { fields: { go: field.yesNo('可以继续', 'Go on') } });
  const d = drive(model, undefined, undefined, { fast: true }).start().until(late);
  expect(d.openNodes().filter((n) => n === 'i')).toHaveLength(200);
  expect(incidents(d)).toMatchObject([{ node: 'each', of: { kind: 'instances' } }]);
  d.complete('b', 'done', { go: true }).until('2026-03-21T00:00:00.000Z');
  expect(d.openNodes()).toHaveLength(450);
});
