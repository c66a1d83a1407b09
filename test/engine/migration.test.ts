/** 版本迁移: what a case keeps, what follows, and every reason why it cannot be. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../../domain/calendar/work-calendar.ts';
import type { ClockRule } from '../../domain/calendar/types.ts';
import { decide } from '../../domain/engine/decide.ts';
import type { CaseEvent } from '../../domain/engine/events.ts';
import { evolve, fold } from '../../domain/engine/evolve.ts';
import { planMigration } from '../../domain/engine/change/migrate.ts';
import { migrationEffects } from '../../domain/engine/change/migration-report.ts';
import type { CaseState } from '../../domain/engine/state.ts';
import type { ClockDefinition, Node, ProcessDefinition, UserTask } from '../../domain/model/types.ts';
import type { MigrationMapping } from '../../domain/model/version-map.ts';
import { text } from '../../domain/text.ts';
import { drive, everybody, person, validUscc, type Driver } from './driver.ts';
import { definition, end, exclusive, flow, parallel, soundDefinition, start, userTask } from './models.ts';

const name = (id: string) => text(id, id);
const admin = person('admin', 'administrator@gd-amr');
const rule = (amount: number, article = '§1'): ClockRule => ({ budget: { amount, unit: 'working-day' }, startDay: 'excluded', rollOver: 'next-working-day', basis: { instrument: name('law'), article, version: '1', confidence: 'R' } });
const officer = { kind: 'office', role: 'officer', agency: { kind: 'handling' } } as const;
const head = { kind: 'office', role: 'section-head', agency: { kind: 'handling' } } as const;
const clock = (id: string, days: number, from: string, more: Partial<ClockDefinition> = {}): ClockDefinition => ({
  id, name: name(id), rules: [rule(days)], start: [{ on: 'entered', node: from }], stop: [{ on: 'completed', node: from }], duty: officer, warnings: [{ level: 'red', when: { left: { amount: 1, unit: 'working-day' } } }], breach: 'record', ...more,
});

/** decides `migrate` for the case of a driver, as the shell does: the rest of the case then runs under the new version. */
function migrate(d: Driver, from: ProcessDefinition, to: ProcessDefinition, mapping: MigrationMapping = {}, at = d.now) {
  const command = { id: 'migration', actor: admin, body: { type: 'migrate', from: d.state.process.hash, to: 'v2', mapping, reason: '办法修订' } } as const;
  const decision = decide(from, d.state, command, { now: at, calendar: defaultCalendar, target: { hash: 'v2', model: to } });
  if (!decision.ok) return { refused: decision.rejection, events: [] as readonly CaseEvent[], state: d.state };
  for (let s: CaseState | null = d.state, i = 0; i < decision.events.length; i++) {
    s = evolve(s, decision.events[i]!);
    expect(JSON.parse(JSON.stringify(s))).toEqual(s);
  }
  const state = fold(d.state, decision.events)!;
  expect(fold(null, [...d.events, ...decision.events])).toEqual(state);
  return { refused: null, events: decision.events, state };
}
const codes = (r: ReturnType<typeof migrate>): readonly string[] => {
  if (!r.refused) throw new Error('the migration was not refused');
  expect(r.refused.code).toBe('migration.refused');
  return (r.refused.params['refusals'] as { code: string; at: string; text: { zh: string; en: string } }[]).map((p) => {
    expect(p.text.zh).toMatch(/\p{Script=Han}/u);
    expect(`${p.text.zh}${p.text.en}`).not.toMatch(/undefined|null/);
    return `${p.code} ${p.at}`;
  });
};
/** Goes on under the new version until the case is closed. */
function finish(model: ProcessDefinition, from: CaseState, now: number): CaseState {
  let state = from;
  for (let i = 0; i < 200 && state.status !== 'closed'; i++) {
    const task = Object.values(state.tasks).find((t) => t.waitsFor === undefined);
    if (!task) throw new Error(`nothing to do at ${Object.values(state.tokens).map((t) => t.node).join(', ')}`);
    const node = model.nodes.find((n) => n.id === task.node) as UserTask;
    const outcome = node.outcomes.at(-1)!.id;
    const decision = decide(model, state, { id: `f${i}`, actor: everybody(task.assignee?.id ?? `p${i}`), body: { type: 'complete', task: task.id, outcome, data: {} } }, { now, calendar: defaultCalendar });
    if (!decision.ok) throw new Error(decision.rejection.code);
    state = fold(state, decision.events)!;
  }
  return state;
}

const twoSteps = (more: Partial<ProcessDefinition> = {}, a: Partial<UserTask> = {}) =>
  definition([start, userTask('a', ['done'], a), userTask('b'), end()], [flow('start', 'a'), flow('a', 'b'), flow('b', 'end')], more);
const v1 = twoSteps({ clocks: [clock('limit', 10, 'a')], fields: { note: { label: name('note'), type: 'text' } } }, { form: { note: 'optional' } });
const v2 = { ...v1, version: 2 };

describe('what a case keeps', () => {
  it('a claimed task keeps its number, its assignee and the moment of its claim; clocks keep start, pauses and date', () => {
    const d = drive(v1).start();
    d.act({ type: 'claim', task: d.task('a') }).act({ type: 'suspend', reason: '检验' });
    d.until('2026-03-05T02:00:00.000Z').act({ type: 'resume' });
    const { state, events } = migrate(d, v1, v2);
    expect(events.map((e) => e.body.type)).toEqual(['case.migrated']);
    expect(events[0]!.actor).toMatchObject({ id: 'admin', as: 'administrator@gd-amr' });
    expect(state).toEqual({ ...d.state, seq: d.state.seq + 1, process: { key: 'sample', version: 2, hash: 'v2' }, former: [{ process: d.state.process, until: d.state.seq }] });
    expect(finish(v2, state, d.now).outcome).toBe('done');
  });

  it('steps, clocks and fields that are called otherwise are renamed wherever the case names them', () => {
    const d = drive(v1).start();
    d.complete('a', 'done', { note: '意见' });
    const renamed = definition(
      [start, userTask('review', ['done']), userTask('b', ['done'], { notSameAs: ['review'] }), end()], [flow('start', 'review'), flow('review', 'b'), flow('b', 'end')],
      { version: 2, clocks: [clock('term', 10, 'review')], fields: { opinion: { label: name('opinion'), type: 'long-text' } } },
    );
    const { state } = migrate(d, v1, renamed, { steps: { a: 'review' }, clocks: { limit: 'term' }, fields: { note: 'opinion' } });
    expect(Object.keys(state.visits)).toEqual(['review']);
    expect(state.data).toEqual({ opinion: '意见' });
    expect(Object.keys(state.past ?? {})).toEqual(['term']);
    expect(Object.values(state.tokens)[0]!.origin).toEqual({ node: 'review', by: 'everybody' });
    // Separation of duties still knows who did the step under its old name.
    const own = decide(renamed, state, { id: 'x', actor: everybody(), body: { type: 'complete', task: Object.values(state.tasks)[0]!.id, outcome: 'done', data: {} } }, { now: d.now, calendar: defaultCalendar });
    expect(own).toMatchObject({ ok: false, rejection: { code: 'forbidden.separation', params: { step: 'review' } } });
  });

  it('a suspended case goes over suspended, and its clocks go on where they stood when it is resumed', () => {
    const d = drive(v1).start();
    const before = Object.values(d.state.clocks)[0]!.dueDay;
    d.act({ type: 'suspend', reason: '检验' }).until('2026-03-04T02:00:00.000Z');
    const { state } = migrate(d, v1, v2);
    expect(state.status).toBe('suspended');
    const decision = decide(v2, state, { id: 'r', actor: everybody(), body: { type: 'resume' } }, { now: Date.parse('2026-03-06T02:00:00.000Z'), calendar: defaultCalendar });
    const resumed = decision.ok ? fold(state, decision.events)! : state;
    expect(resumed.status).toBe('open');
    expect(Object.values(resumed.clocks)[0]!.dueDay > before).toBe(true);
  });

  it('a case with branches at a join goes over, also where every flow has another id', () => {
    const net = (id: (f: string) => string) => definition(
      [start, parallel('split'), userTask('a'), userTask('b'), parallel('join'), userTask('c'), end()],
      [flow('start', 'split'), flow('split', 'a'), flow('split', 'b'), flow('a', 'join'), flow('b', 'join'), flow('join', 'c'), flow('c', 'end')].map((f) => ({ ...f, id: id(f.id) })),
    );
    const [from, to] = [net((f) => f), { ...net((f) => `x-${f}`), version: 2 }];
    const d = drive(from).start();
    d.complete('a', 'done');
    const { state } = migrate(d, from, to);
    expect(finish(to, state, d.now).outcome).toBe('done');
  });
});

describe('what is open inside goes over with it', () => {
  const inSub = (id: (s: string) => string, version: number, multi?: UserTask['multi']): ProcessDefinition => definition(
    [start, { id: id('sub'), type: 'subProcess', name: name('sub'), ...(multi ? { multi } : {}) }, { ...start, id: 'in', parent: id('sub') }, { ...parallel('p'), parent: id('sub') },
      userTask(id('a'), ['done'], { parent: id('sub') }), userTask(id('b'), ['done'], { parent: id('sub') }), { ...parallel('j'), parent: id('sub') }, { ...end('out'), parent: id('sub') }, end()],
    [flow('start', id('sub')), flow('in', 'p'), flow('p', id('a')), flow('p', id('b')), flow(id('a'), 'j'), flow(id('b'), 'j'), flow('j', 'out'), flow(id('sub'), 'end')], { version },
  );
  const signed = (id: string, version: number): ProcessDefinition => definition(
    [start, userTask(id, ['yes', 'no'], { signing: { signers: [{ by: officer }, { by: head }], order: 'together', rule: { kind: 'all' }, agree: 'yes', disagree: 'no' } }), end()], [flow('start', id), flow(id, 'end')], { version },
  );
  const many = (id: string, item: string, version: number): ProcessDefinition => definition(
    [start, userTask(id, ['done'], { multi: { collection: '["officer@gd-amr", "officer@gz-amr"]', item }, assignment: { kind: 'pool', pool: item } }), end()], [flow('start', id), flow(id, 'end')], { version },
  );
  const other = (s: string): string => `${s}New`;
  const own = (s: string): string => s;

  it.each<[string, ProcessDefinition, ProcessDefinition, readonly string[]]>([
    ['a sub-process with one branch at its join', inSub(own, 1), inSub(other, 2), ['sub', 'a', 'b']],
    ['a sub-process that runs once for each item', inSub(own, 1, { collection: '[1, 2]', item: 'n' }), inSub(other, 2, { collection: '[1, 2]', item: 'n' }), ['sub', 'a', 'b']],
    ['a round of signing in which one has voted', signed('a', 1), signed('aNew', 2), ['a']],
    ['a step that many do, under another name for its item', many('a', 'to', 1), many('aNew', 'receiver', 2), ['a']],
  ])('%s', (_, from, to, renamed) => {
    const d = drive(from).start();
    d.complete('a', (from.nodes.find((n) => n.id === 'a') as UserTask).outcomes[0]!.id);
    const before = Object.values(d.state.tasks).map((t) => ({ ...t, node: other(t.node) }));
    const { state, refused, events } = migrate(d, from, to, { steps: Object.fromEntries(renamed.map((id) => [id, other(id)])) });
    expect(refused).toBeNull();
    expect(events.map((e) => e.body.type)).toEqual(['case.migrated']);
    expect(Object.values(state.tasks)).toEqual(before);
    expect(finish(to, state, d.now).status).toBe('closed');
  });
});

describe('clocks, posts and timers of the new version', () => {
  const longer = { ...v2, clocks: [clock('limit', 20, 'a')] };

  it('a clock keeps the rule with which it started, unless it is asked to go over: then its start counts for the new one', () => {
    const d = drive(v1).start();
    d.until('2026-03-04T02:00:00.000Z');
    expect(migrate(d, v1, longer).events.map((e) => e.body.type)).toEqual(['case.migrated']);
    const { events, state } = migrate(d, v1, longer, { newRules: ['limit'] });
    const [moved] = Object.values(state.clocks);
    expect(moved).toMatchObject({ startedAt: Object.values(d.state.clocks)[0]!.startedAt, rule: { budget: { amount: 20 } }, dueDay: '2026-03-30' });
    expect(migrationEffects(events).clocks).toMatchObject([{ clockNo: moved!.id, oldDueDay: '2026-03-16', dueDay: '2026-03-30' }]);
  });

  it('a clock that is over under the new rule is missed at once, and the record says so', () => {
    const d = drive(v1).start();
    d.until('2026-03-10T02:00:00.000Z');
    const { events, state } = migrate(d, v1, { ...v2, clocks: [clock('limit', 3, 'a')] }, { newRules: ['limit'] });
    expect(Object.values(state.clocks)[0]!.breachedAt).not.toBeNull();
    expect(migrationEffects(events).missed).toMatchObject([{ clock: 'limit' }]);
  });

  it('a limit that the mapping gives up ends, together with what was asked about it', () => {
    const d = drive(v1).start();
    const { state, events } = migrate(d, v1, { ...v2, clocks: [] }, { clocks: { limit: null } });
    expect(state.clocks).toEqual({});
    expect(state.past).toEqual({});
    expect(migrationEffects(events).ended).toMatchObject([{ clock: 'limit' }]);
  });

  it('a step that belongs to another post goes there and loses its claim; one that was handed over by hand stays', () => {
    const to = twoSteps({ version: 2, clocks: v1.clocks, fields: v1.fields }, { form: { note: 'optional' }, assignment: head });
    const d = drive(v1).start();
    d.act({ type: 'claim', task: d.task('a') });
    const { state } = migrate(d, v1, to);
    expect(Object.values(state.tasks)).toMatchObject([{ id: d.task('a'), pool: 'section-head@gd-amr', assignee: null }]);
    const handed = drive(v1).start();
    handed.act({ type: 'transfer', task: handed.task('a'), to: null, pool: 'officer@gz-amr', reason: '属地' });
    expect(Object.values(migrate(handed, v1, to).state.tasks)).toMatchObject([{ pool: 'officer@gz-amr' }]);
  });

  const timed = (timer: Node | null, version = 1): ProcessDefinition => definition(
    [start, userTask('a'), ...(timer ? [timer, userTask('late')] : []), end(), ...(timer ? [end('end2')] : [])],
    [flow('start', 'a'), flow('a', 'end'), ...(timer ? [flow(timer.id, 'late'), flow('late', 'end2')] : [])], { version },
  );
  const beside = (id: string, days: number): Node => ({ id, type: 'boundaryEvent', name: name(id), attachedTo: 'a', interrupting: false, on: { kind: 'timer', timer: { kind: 'after', rule: rule(days) } } });

  it('a timer with the same rule is carried, with another rule counts anew from its own start, and a new one begins now', () => {
    const d = drive(timed(beside('t', 5))).start();
    const armed = Object.values(d.state.timers)[0]!;
    expect(migrate(d, timed(beside('t', 5)), timed(beside('t', 5), 2)).state.timers).toEqual({ [armed.id]: armed });
    const moved = migrate(d, timed(beside('t', 5)), timed(beside('t', 7), 2)).state.timers;
    expect(moved).toEqual({ [armed.id]: { ...armed, dueAt: '2026-03-11T16:00:00.000Z' } });
    const none = drive(timed(null)).start();
    none.until('2026-03-04T02:00:00.000Z');
    expect(Object.values(migrate(none, timed(null), timed(beside('t', 5), 2)).state.timers)).toMatchObject([{ node: 't', startedAt: '2026-03-04T02:00:00.000Z' }]);
  });

  it('a timer that has fired is not armed again', () => {
    const d = drive(timed(beside('t', 1))).start();
    d.until('2026-03-05T02:00:00.000Z');
    expect(d.openNodes()).toEqual(['a', 'late']);
    expect(migrate(d, timed(beside('t', 1)), timed(beside('t', 1), 2)).state.timers).toEqual({});
  });
});

describe('refusals: each by its name, all at once', () => {
  const choice = { label: name('kind'), type: 'choice', options: [{ value: 'x', label: name('x') }, { value: 'y', label: name('y') }] } as const;
  const service: Node = { id: 's', type: 'serviceTask', name: name('s'), service: 'notify', input: { to: '"officer@gd-amr"', subjectZh: '"a"', subjectEn: '"a"', bodyZh: '"a"', bodyEn: '"a"' } };
  const straight = (node: Node, version = 1) => definition([start, node, end()], [flow('start', node.id), flow(node.id, 'end')], { version });
  const signed = (kind: 'all' | 'any'): UserTask => userTask('a', ['yes', 'no'], { signing: { signers: [{ by: officer }, { by: head }], order: 'together', rule: { kind }, agree: 'yes', disagree: 'no' } });
  const many = (sequential: boolean): UserTask => userTask('a', ['done'], { multi: { collection: '[1, 2]', item: 'i', ...(sequential ? { sequential } : {}) } });
  const withSub = (inside: boolean, version = 1): ProcessDefinition => {
    const own = inside ? { parent: 'sub' } : {};
    return inside
      ? definition([start, { id: 'sub', type: 'subProcess', name: name('sub') }, { ...start, id: 'in', parent: 'sub' }, userTask('a', ['done'], own), { ...end('out'), parent: 'sub' }, end()],
          [flow('start', 'sub'), flow('in', 'a'), flow('a', 'out'), flow('sub', 'end')], { version })
      : definition([start, userTask('a'), end()], [flow('start', 'a'), flow('a', 'end')], { version });
  };
  const two = (join: boolean, version = 1) => join
    ? definition([start, parallel('p'), userTask('a'), userTask('b'), parallel('j'), end()], [flow('start', 'p'), flow('p', 'a'), flow('p', 'b'), flow('a', 'j'), flow('b', 'j'), flow('j', 'end')], { version })
    : definition([start, userTask('b'), exclusive('x', 'x_end'), userTask('a', ['done', 'again']), end()], [flow('start', 'b'), flow('b', 'a'), flow('a', 'x'), flow('x', 'b', 'outcome.a = "again"'), flow('x', 'end')], { version });

  it.each<[string, ProcessDefinition, ProcessDefinition, MigrationMapping, readonly string[]]>([
    ['the step is gone', v1, definition([start, userTask('b'), end()], [flow('start', 'b'), flow('b', 'end')], { version: 2, clocks: [clock('limit', 10, 'b')], fields: v1.fields }), {}, ['step.gone a']],
    ['the step is of another kind', straight(userTask('s')), straight(service, 2), {}, ['step.kind s']],
    ['the step has moved into a sub-process', withSub(false), withSub(true, 2), {}, ['step.level a']],
    ['two branches stand where the new version has one after the other', two(true), two(false, 2), {}, ['marking.unreachable sample']],
    ['the step has instances now', straight(userTask('a')), straight(many(false), 2), {}, ['step.instances a']],
    ['its instances come one after the other now', straight(many(false)), straight(many(true), 2), {}, ['step.instances a']],
    ['an open round is signed by another rule', straight(signed('all')), straight(signed('any'), 2), {}, ['step.signing a']],
    ['the step is signed now', straight(userTask('a', ['yes', 'no'])), straight(signed('all'), 2), {}, ['step.signing a']],
    ['the clock has no counterpart', v1, { ...v2, clocks: [] }, {}, ['clock.gone limit']],
    ['no rule of the new clock applies', v1, { ...v2, clocks: [clock('limit', 10, 'a', { rules: [{ ...rule(5), inForceFrom: '2030-01-01' }] })] }, { newRules: ['limit'] }, ['clock.no-rule limit']],
    ['nobody can be found for the step', straight(userTask('a')), straight(userTask('a', ['done'], { assignment: { kind: 'office', role: 'officer', agency: { kind: 'data', field: 'where' } } }), 2), {}, ['step.pool a']],
  ])('%s', (_, from, to, mapping, expected) => {
    const d = drive(from).start();
    expect(codes(migrate(d, from, to, mapping))).toEqual(expected);
  });

  it('another service waits', () => {
    const d = drive(straight(service)).start();
    expect(codes(migrate(d, straight(service), straight({ ...service, service: 'publish' } as Node, 2)))).toEqual(['step.service s']);
  });

  it('a timer without counterpart, unless the mapping gives it up', () => {
    const beside: Node = { id: 't', type: 'boundaryEvent', name: name('t'), attachedTo: 'a', interrupting: true, on: { kind: 'timer', timer: { kind: 'after', rule: rule(5) } } };
    const from = definition([start, userTask('a'), beside, end(), end('end2')], [flow('start', 'a'), flow('a', 'end'), flow('t', 'end2')]);
    const to = { ...straight(userTask('a'), 2) };
    const d = drive(from).start();
    expect(codes(migrate(d, from, to))).toEqual(['timer.gone t']);
    expect(migrate(d, from, to, { steps: { t: null } }).state.timers).toEqual({});
  });

  it('a clock that is overdue does not go over to another rule', () => {
    const d = drive(v1).start();
    d.until('2026-04-10T02:00:00.000Z');
    expect(codes(migrate(d, v1, { ...v2, clocks: [clock('limit', 90, 'a')] }, { newRules: ['limit'] }))).toEqual(['clock.breached limit']);
  });

  it('fields under which something is stored', () => {
    const fields = { note: { label: name('note'), type: 'text' }, kind: choice, sum: { label: name('sum'), type: 'integer' }, code: { label: name('code'), type: 'uscc' } } as const;
    const form = { note: 'optional', kind: 'optional', sum: 'optional', code: 'optional' } as const;
    const from = twoSteps({ fields }, { form });
    const to = twoSteps({ version: 2, fields: { kind: { ...choice, options: [choice.options[1]] }, sum: { label: name('sum'), type: 'money' }, code: fields.code } });
    const d = drive(from).start();
    d.complete('a', 'done', { note: 'n', kind: 'x', sum: 3, code: validUscc });
    expect(codes(migrate(d, from, to))).toEqual(['field.gone note', 'field.value kind', 'field.type sum']);
    expect(codes(migrate(d, from, to, { fields: { note: null, kind: null, sum: 'code' } }))).toEqual(['field.type sum', 'field.taken code']);
    const same = twoSteps({ version: 2, fields: { ...fields, code: { label: name('code'), type: 'text' } } });
    expect(codes(migrate(d, from, same, { fields: { note: 'code', code: null, kind: 'code' } }))).toEqual(['field.taken kind']);
    const { state } = migrate(d, from, to, { fields: { note: null, kind: null, sum: null } });
    expect(state.data).toEqual({ code: validUscc });
  });

  it('several at once', () => {
    const d = drive(v1).start();
    const to = definition([start, userTask('b'), end()], [flow('start', 'b'), flow('b', 'end')], { version: 2 });
    expect(codes(migrate(d, v1, to))).toEqual(['step.gone a', 'clock.gone limit']);
  });

  it('names that do not exist, another process, another version, somebody who does not administer the territory', () => {
    const d = drive(v1).start();
    expect(migrate(d, v1, v2, { steps: { a: 'nowhere', nobody: 'b' }, newRules: ['none'] }).refused).toMatchObject({
      code: 'migration.mapping', params: { names: [{ kind: 'steps', id: 'nowhere', in: 'to' }, { kind: 'steps', id: 'nobody', in: 'from' }, { kind: 'newRules', id: 'none', in: 'from' }] },
    });
    expect(migrate(d, v1, { ...v2, key: 'other' }).refused?.code).toBe('migration.other-process');
    const body = { type: 'migrate', from: 'elsewhere', to: 'v2', mapping: {}, reason: '' } as const;
    expect(d.refused(body, admin).code).toBe('migration.other-version');
    expect(d.refused({ ...body, from: 'h' }, admin).code).toBe('migration.no-definition');
    expect(d.refused(body, everybody()).code).toBe('forbidden.administer');
    expect(d.refused(body, person('other', 'administrator@gz-amr')).code).toBe('forbidden.administer');
  });
});

/** A case that has gone on for as many steps as there are choices, or to its end. */
function played(model: ProcessDefinition, choices: readonly number[]): Driver {
  const d = drive(model, undefined, undefined, { fast: true }).start();
  for (const n of choices) {
    const tasks = Object.values(d.state.tasks);
    const task = tasks[n % Math.max(1, tasks.length)];
    if (!task) break;
    const { outcomes } = model.nodes.find((x) => x.id === task.node) as UserTask;
    d.complete(task.node, outcomes[n % outcomes.length]!.id);
  }
  return d;
}

it('migrating to an identical model of another version changes nothing but the pin, wherever a case stands; and the case can still finish', () => {
  fc.assert(fc.property(soundDefinition, fc.array(fc.nat(99), { maxLength: 12 }), (model, choices) => {
    const d = played(model, choices);
    if (d.state.status === 'closed') return;
    const next = { ...model, version: 2 };
    const planned = planMigration(model, next, d.state, {}, { now: d.now, calendar: defaultCalendar });
    expect(planned).toEqual({ ok: true, plan: { renamed: { steps: {}, flows: {}, clocks: {}, fields: {} }, ended: [], posts: [], clocks: [], timers: [] } });
    const { state } = migrate(d, model, next);
    const { former: _, ...rest } = state;
    expect({ ...rest, seq: 0, process: null }).toEqual({ ...d.state, seq: 0, process: null });
    expect(finish(next, state, d.now).status).toBe('closed');
  }), { numRuns: 60 });
});

it('renaming every step, and asking for the marking instead of the net, still finds every standing case reachable', () => {
  fc.assert(fc.property(soundDefinition, fc.array(fc.nat(99), { maxLength: 8 }), (model, choices) => {
    const d = played(model, choices);
    if (d.state.status === 'closed') return;
    const id = (s: string): string => `${s}n`;
    const text2 = (s: string | undefined): string | undefined => s?.replace(/outcome\.(\w+)/g, 'outcome.$1n');
    // A further step before the end: the net is another one, so the markings themselves must answer.
    const last = model.flows.find((f) => f.to === 'end')!;
    const next: ProcessDefinition = {
      ...model, version: 2,
      nodes: [...model.nodes.map((n) => ({ ...n, id: id(n.id) })), userTask('archive')],
      flows: [...model.flows.filter((f) => f !== last).map((f) => ({ ...f, from: id(f.from), to: id(f.to), ...(f.condition ? { condition: text2(f.condition)! } : {}) })),
        { ...last, from: id(last.from), to: 'archive', ...(last.condition ? { condition: text2(last.condition)! } : {}) }, flow('archive', 'endn')],
    };
    const steps = Object.fromEntries(model.nodes.map((n) => [n.id, id(n.id)]));
    const { state, refused } = migrate(d, model, next, { steps });
    expect(refused).toBeNull();
    expect(finish(next, state, d.now).visits['archive']?.count).toBe(1);
  }), { numRuns: 60 });
});
