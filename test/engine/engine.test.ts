import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClockDefinition, Node } from '../../domain/model/types.ts';
import { project } from '../../domain/record/project.ts';
import { text } from '../../domain/text.ts';
import type { Actor } from '../../domain/engine/state.ts';
import { drive, everybody, person } from './driver.ts';
import { definition, end, exclusive, flow, officer, parallel, soundDefinition, start, userTask } from './models.ts';

const basis = { instrument: text('测试办法', 'Test rule'), article: '§1', version: '1', confidence: 'V1' } as const;
const days = (amount: number, unit: 'working-day' | 'calendar-day' = 'working-day') =>
  ({ budget: { amount, unit }, startDay: 'excluded', rollOver: 'next-working-day', basis }) as const;
const clock = (more: Partial<ClockDefinition>): ClockDefinition => ({
  id: 'limit', name: text('时限', 'Limit'), rules: [days(7)], start: [{ on: 'entered', node: 'a' }], stop: [{ on: 'completed', node: 'a' }],
  duty: officer, warnings: [], breach: 'record', ...more,
});
const oneStep = (more = {}) => definition([start, userTask('a'), end()], [flow('start', 'a'), flow('a', 'end')], more);

describe('the token game', () => {
  it('closes the case with the outcome of the end event when no token is left', () => {
    const d = drive(oneStep()).start().complete('a', 'done');
    expect(d.state).toMatchObject({ status: 'closed', outcome: 'done', tokens: {}, tasks: {} });
  });

  it('a parallel join waits for each incoming flow and goes on once', () => {
    const model = definition(
      [start, parallel('split'), userTask('a'), userTask('b'), parallel('join'), userTask('c'), end()],
      [flow('start', 'split'), flow('split', 'a'), flow('split', 'b'), flow('a', 'join'), flow('b', 'join'), flow('join', 'c'), flow('c', 'end')],
    );
    const d = drive(model).start();
    expect(d.openNodes()).toEqual(['a', 'b']);
    expect(d.complete('b', 'done').openNodes()).toEqual(['a']);
    expect(d.complete('a', 'done').openNodes()).toEqual(['c']);
    expect(d.complete('c', 'done').state.status).toBe('closed');
  });

  it('an exclusive gateway takes the first condition that is true, else the default', () => {
    const model = definition(
      [start, userTask('a', ['yes', 'no']), exclusive('x', 'x_c'), userTask('b'), userTask('c'), end()],
      [flow('start', 'a'), flow('a', 'x'), flow('x', 'b', 'outcome.a = "yes"'), flow('x', 'c'), flow('b', 'end'), flow('c', 'end')],
    );
    expect(drive(model).start().complete('a', 'yes').openNodes()).toEqual(['b']);
    expect(drive(model).start().complete('a', 'no').openNodes()).toEqual(['c']);
  });

  it('where no condition holds and there is no default the act is refused and nothing happens', () => {
    const model = definition(
      [start, userTask('a', ['yes', 'no']), exclusive('x'), end()],
      [flow('start', 'a'), flow('a', 'x'), flow('x', 'end', 'outcome.a = "yes"')],
    );
    const d = drive(model).start();
    const before = d.state;
    expect(d.refused({ type: 'complete', task: d.task('a'), outcome: 'no', data: {} })).toMatchObject({ code: 'model.no-flow', params: { where: 'x' } });
    expect(d.state).toBe(before);
  });

  it('a terminate end event withdraws everything else that is open', () => {
    const model = definition(
      [start, parallel('split'), userTask('a'), userTask('b'), end('stop', true), end()],
      [flow('start', 'split'), flow('split', 'a'), flow('split', 'b'), flow('a', 'stop'), flow('b', 'end')],
    );
    const d = drive(model).start().complete('a', 'done');
    expect(d.state).toMatchObject({ status: 'closed', tasks: {}, tokens: {} });
    expect(d.bodies('task.cancelled').map((b) => b.node)).toEqual(['b']);
  });

  it('a loop of gateways without a human step is refused', () => {
    const model = definition(
      [start, exclusive('x', 'x_y'), exclusive('y', 'y_x'), end()],
      [flow('start', 'x'), flow('x', 'y'), flow('y', 'x'), flow('y', 'end', 'false')],
    );
    expect(drive(model).refused({ type: 'start', caseId: 'c', hash: 'h', agency: 'gd-amr', region: '440000', data: {} }).code).toBe('model.too-many-steps');
  });
});

describe('timers', () => {
  const timer: Node = { id: 'wait', type: 'catchEvent', name: text('等', 'wait'), on: { kind: 'timer', timer: { kind: 'after', rule: days(3) } } };
  const boundary = (interrupting: boolean, repeat = false): Node => ({
    id: 'late', type: 'boundaryEvent', name: text('到期', 'late'), attachedTo: 'a', interrupting, on: { kind: 'timer', timer: { kind: 'after', rule: days(3), repeat } },
  });
  const withBoundary = (b: Node) => definition([start, userTask('a'), b, userTask('b'), end(), end('end2')], [flow('start', 'a'), flow('a', 'end'), flow('late', 'b'), flow('b', 'end2')]);

  it('an intermediate timer lets the token go at 24:00 of the last day, not before', () => {
    const d = drive(definition([start, timer, userTask('a'), end()], [flow('start', 'wait'), flow('wait', 'a'), flow('a', 'end')]), '2025-12-31T02:00:00.000Z').start();
    expect(d.until('2026-01-06T15:59:59.999Z').openNodes()).toEqual([]);
    expect(d.until('2026-01-06T16:00:00.000Z').openNodes()).toEqual(['a']);
  });
  it('an interrupting boundary timer withdraws the task and takes its own path', () => {
    const d = drive(withBoundary(boundary(true))).start().until('2026-03-20T00:00:00.000Z');
    expect(d.openNodes()).toEqual(['b']);
    expect(d.complete('b', 'done').state.status).toBe('closed');
  });
  it('a non-interrupting one leaves the task open beside its own path', () => {
    const d = drive(withBoundary(boundary(false))).start().until('2026-03-20T00:00:00.000Z');
    expect(d.openNodes()).toEqual(['a', 'b']);
  });
  it('a repeating one fires again as long as the task is open, in the rhythm of its due moments', () => {
    const d = drive(withBoundary(boundary(false, true))).start().until('2026-03-14T00:00:00.000Z');
    expect(d.openNodes().filter((n) => n === 'b')).toHaveLength(3);
  });
  it('completing the task disarms its boundary timer', () => {
    const d = drive(withBoundary(boundary(true))).start().complete('a', 'done');
    expect(d.state).toMatchObject({ status: 'closed', timers: {} });
  });
  it('an act that comes after the timer was due finds the timer fired, even if the shell was late', () => {
    const d = drive(withBoundary(boundary(true))).start();
    const task = d.task('a');
    d.now = Date.parse('2026-03-20T00:00:00.000Z');
    expect(d.refused({ type: 'complete', task, outcome: 'done', data: {} }).code).toBe('task.not-found');
  });
});

describe('clocks', () => {
  it('an act in the last millisecond of the due day meets the clock; at 24:00 it is late', () => {
    const model = oneStep({ clocks: [clock({})] });
    const inTime = drive(model, '2026-02-13T02:00:00.000Z').start();
    expect(Object.values(inTime.state.clocks)[0]).toMatchObject({ dueDay: '2026-03-02', dueAt: '2026-03-02T16:00:00.000Z' });
    inTime.until('2026-03-02T15:59:59.999Z').complete('a', 'done');
    expect(inTime.bodies('clock.stopped')).toMatchObject([{ clock: 'limit', reason: 'met' }]);
    const late = drive(model, '2026-02-13T02:00:00.000Z').start();
    late.now = Date.parse('2026-03-02T16:00:00.000Z');
    late.complete('a', 'done');
    expect(late.bodies('clock.breached')).toHaveLength(1);
    expect(late.bodies('clock.stopped')).toMatchObject([{ reason: 'late' }]);
  });

  it('a clock that counts from a day in the data may be missed already when the case begins', () => {
    const model = oneStep({
      fields: { foundOn: { label: text('发现日期', 'Found on'), type: 'date' } }, startForm: { foundOn: 'required' },
      clocks: [clock({ startsFrom: 'foundOn', rules: [days(2)] })],
    });
    const d = drive(model, '2026-03-10T02:00:00.000Z').start({ foundOn: '2026-03-02' });
    expect(Object.values(d.state.clocks)[0]).toMatchObject({ dueDay: '2026-03-04', breachedAt: '2026-03-04T16:00:00.000Z' });
  });

  it('the rule is chosen by the day of receipt and by the conditions on the data', () => {
    const model = oneStep({
      fields: { car: { label: text('汽车', 'Car'), type: 'boolean' } }, startForm: { car: 'required' },
      clocks: [clock({ rules: [
        { ...days(5), when: 'car = true' },
        { ...days(45), inForceUntil: '2026-04-15' },
        { ...days(60, 'calendar-day'), inForceFrom: '2026-04-15' },
      ] })],
    });
    const budget = (data: { car: boolean }, received: string) =>
      Object.values(drive(model, '2026-05-06T02:00:00.000Z').start(data, everybody(), received).state.clocks)[0]?.rule.budget;
    expect(budget({ car: true }, '2026-05-06T02:00:00.000Z')).toEqual({ amount: 5, unit: 'working-day' });
    expect(budget({ car: false }, '2026-04-14T15:59:59.999Z')).toEqual({ amount: 45, unit: 'working-day' });
    expect(budget({ car: false }, '2026-04-14T16:00:00.000Z')).toEqual({ amount: 60, unit: 'calendar-day' });
  });

  it('coming back to a step does not restart a running clock', () => {
    const model = definition(
      [start, exclusive('m'), userTask('a', ['on', 'again']), exclusive('x'), end()],
      [flow('start', 'm'), flow('m', 'a'), flow('a', 'x'), flow('x', 'm', 'outcome.a = "again"'), flow('x', 'end', 'outcome.a = "on"')],
      { clocks: [clock({ stop: [{ on: 'completed', node: 'a', outcome: 'on' }] })] },
    );
    const d = drive(model).start();
    const due = Object.values(d.state.clocks)[0]?.dueAt;
    d.now += 3 * 86_400_000;
    d.complete('a', 'again');
    expect(Object.values(d.state.clocks).map((c) => c.dueAt)).toEqual([due]);
  });

  it('suspension stops clocks and timers and resumption gives back exactly what was left', () => {
    const model = definition(
      [start, userTask('a'), { id: 'late', type: 'boundaryEvent', name: text('到期', 'late'), attachedTo: 'a', interrupting: true, on: { kind: 'timer', timer: { kind: 'after', rule: days(7) } } }, end(), end('end2')],
      [flow('start', 'a'), flow('a', 'end'), flow('late', 'end2')],
      { clocks: [clock({})] },
    );
    const d = drive(model, '2026-03-02T02:00:00.000Z').start();
    expect(Object.values(d.state.clocks)[0]?.dueDay).toBe('2026-03-11');
    d.now = Date.parse('2026-03-04T02:00:00.000Z');
    d.act({ type: 'suspend', reason: '委托检验' });
    expect(d.refused({ type: 'complete', task: d.task('a'), outcome: 'done', data: {} }).code).toBe('case.suspended');
    d.until('2026-06-01T02:00:00.000Z');
    expect(d.bodies('clock.breached')).toHaveLength(0);
    expect(d.state.status).toBe('suspended');
    d.act({ type: 'resume' });
    const [running] = Object.values(d.state.clocks);
    // 3 March was counted (1 of 7); 4 March to 1 June are the pause; six more working days from 2 June on.
    expect(running).toMatchObject({ dueDay: '2026-06-09', paused: false });
    expect(Object.values(d.state.timers)[0]?.dueAt).toBe(running?.dueAt);
  });

  it('a light that has turned does not turn again after a suspension', () => {
    const d = drive(oneStep({ clocks: [clock({ warnings: [{ level: 'yellow', when: { fractionLeft: 1 / 3 } }, { level: 'red', when: { left: { amount: 1, unit: 'working-day' } } }] })] }), '2026-03-02T02:00:00.000Z').start();
    d.until('2026-03-10T02:00:00.000Z').act({ type: 'suspend', reason: '检验' });
    d.until('2026-06-01T02:00:00.000Z').act({ type: 'resume' }).until('2026-07-01T00:00:00.000Z');
    expect(d.bodies('clock.warned').map((b) => b.level)).toEqual(['yellow', 'red']);
  });

  it('lights turn on the way and each turn is told to whose duty it is', () => {
    const model = oneStep({ clocks: [clock({ warnings: [{ level: 'yellow', when: { fractionLeft: 1 / 3 } }, { level: 'red', when: { left: { amount: 1, unit: 'working-day' } } }], breach: 'escalate' })] });
    const d = drive(model, '2026-03-02T02:00:00.000Z').start().until('2026-03-11T16:00:00.000Z');
    expect(d.bodies('clock.warned').map((b) => b.level)).toEqual(['yellow', 'red']);
    expect(d.bodies('clock.breached')).toHaveLength(1);
    const rows = project(model, null, d.events);
    expect(rows.notices.map((n) => n.pool)).toEqual(['officer@gd-amr', 'officer@gd-amr', 'officer@gd-amr', 'section-head@gd-amr']);
    expect(rows.case.light).toBe('breached');
  });
});

describe('who may', () => {
  const two = definition([start, userTask('a'), userTask('b', ['done'], { notSameAs: ['a'] }), end()], [flow('start', 'a'), flow('a', 'b'), flow('b', 'end')]);
  const lin = person('lin', 'officer@gd-amr');
  const zhou = person('zhou', 'officer@gd-amr');
  const wu = person('wu', 'officer@gz-amr');

  it('only who holds the pool may claim, and what one claimed no other may complete', () => {
    const d = drive(two).start({}, lin);
    expect(d.refused({ type: 'claim', task: d.task('a') }, wu).code).toBe('forbidden.pool');
    d.act({ type: 'claim', task: d.task('a') }, lin);
    expect(d.refused({ type: 'complete', task: d.task('a'), outcome: 'done', data: {} }, zhou)).toMatchObject({ code: 'task.claimed-by-other', params: { by: 'lin' } });
    expect(d.refused({ type: 'release', task: d.task('a') }, zhou).code).toBe('task.not-yours');
    d.act({ type: 'release', task: d.task('a') }, lin).complete('a', 'done', {}, zhou);
    expect(d.openNodes()).toEqual(['b']);
  });
  it('职责分离: whoever did the step may not check it', () => {
    const d = drive(two).start({}, lin).complete('a', 'done', {}, lin);
    expect(d.refused({ type: 'claim', task: d.task('b') }, lin)).toMatchObject({ code: 'forbidden.separation', params: { step: 'a' } });
    expect(d.complete('b', 'done', {}, zhou).state.status).toBe('closed');
  });
  it('职责分离: whoever did the step in an earlier round may not check it either', () => {
    const rounds = definition(
      [start, userTask('a'), userTask('b', ['good', 'again'], { notSameAs: ['a'] }), exclusive('x', 'toEnd'), end()],
      [flow('start', 'a'), flow('a', 'b'), flow('b', 'x'), flow('x', 'a', 'outcome.b = "again"'), { id: 'toEnd', from: 'x', to: 'end' }],
    );
    const ma = person('ma', 'officer@gd-amr');
    const d = drive(rounds).start({}, lin).complete('a', 'done', {}, lin).complete('b', 'again', {}, ma).complete('a', 'done', {}, zhou);
    for (const one of [lin, zhou]) expect(d.refused({ type: 'claim', task: d.task('b') }, one)).toMatchObject({ code: 'forbidden.separation', params: { step: 'a' } });
    expect(d.complete('b', 'good', {}, ma).state.status).toBe('closed');
  });
  it('指定办理: only who is named takes the step, by name or by account; where nobody is named, whoever holds the post', () => {
    const naming = (who: string) => drive(definition(
      [start, { id: 'name', type: 'scriptTask', name: text('name', 'name'), set: { who } }, userTask('a', ['done'], { designated: 'who' }), end()], [flow('start', 'name'), flow('name', 'a'), flow('a', 'end')],
      { fields: { who: { label: text('人员', 'Who'), type: 'long-text', working: true } } },
    )).start({}, lin);
    const xiao = { ...(lin as Extract<Actor, { kind: 'person' }>), id: 'u-17', name: '林晓' };
    for (const who of ['["林晓"]', '["某某", "u-17"]']) {
      const d = naming(who);
      expect(d.refused({ type: 'claim', task: d.task('a') }, zhou)).toMatchObject({ code: 'forbidden.designated', params: { field: 'who' } });
      expect(d.refused({ type: 'transfer', task: d.task('a'), to: { id: 'zhou', name: 'zhou', pools: ['officer@gd-amr'] }, pool: null, reason: '休假' }, xiao)).toMatchObject({ code: 'task.not-eligible', params: { why: 'forbidden.designated' } });
      expect(d.complete('a', 'done', {}, xiao).state.status).toBe('closed');
    }
    for (const who of ['[]', 'null']) expect(naming(who).complete('a', 'done', {}, zhou).state.status).toBe('closed');
  });
  it('only who may start a case of this kind starts one', () => {
    expect(drive(two).refused({ type: 'start', caseId: 'c', hash: 'h', agency: 'gd-amr', region: '440000', data: {} }, wu).code).toBe('forbidden.start');
  });
  it('a closed case takes no further act', () => {
    const d = drive(oneStep()).start().complete('a', 'done');
    expect(d.refused({ type: 'comment', text: '补充' }).code).toBe('case.closed');
  });
});

describe('over random sound models and random commands', () => {
  it('a case never deadlocks, loses or doubles a task, and can always finish', () => {
    fc.assert(
      fc.property(soundDefinition, fc.infiniteStream(fc.nat()), (model, choices) => {
        const d = drive(model).start();
        const pick = (n: number): number => (choices.next().value as number) % n;
        for (let i = 0; d.state.status !== 'closed' && i < 400; i++) {
          const tasks = Object.values(d.state.tasks);
          // Something is always open, each task stands at a token of its own, and no token rests but at a task or a join.
          expect(tasks.length).toBeGreaterThan(0);
          expect(new Set(tasks.map((t) => t.token)).size).toBe(tasks.length);
          for (const token of Object.values(d.state.tokens)) {
            expect(token.node.startsWith('j') || tasks.some((t) => t.token === token.id)).toBe(true);
          }
          const task = tasks[pick(tasks.length)]!;
          const node = model.nodes.find((n) => n.id === task.node);
          const outcomes = node?.type === 'userTask' ? node.outcomes.map((o) => o.id) : [];
          // After a while leave every loop, so that each run is finite.
          const outcome = i > 40 && outcomes.includes('on') ? 'on' : outcomes[pick(outcomes.length)]!;
          const act = pick(10);
          if (act === 0) d.act({ type: 'claim', task: task.id });
          else if (act === 1) d.act({ type: 'suspend', reason: 'r' }).act({ type: 'resume' });
          else d.act({ type: 'complete', task: task.id, outcome, data: {} });
        }
        expect(d.state).toMatchObject({ status: 'closed', tokens: {}, tasks: {}, timers: {}, clocks: {} });
        expect(d.events.map((e) => e.seq)).toEqual(d.events.map((_, i) => i + 1));
      }),
      { numRuns: 150 },
    );
  });
});
