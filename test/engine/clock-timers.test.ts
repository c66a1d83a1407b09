import { describe, expect, it } from 'vitest';
import { field } from '../../domain/model/builder-fields.ts';
import type { ClockDefinition, Node } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { drive } from './driver.ts';
import { definition, end, flow, officer, start, userTask } from './models.ts';

const basis = { instrument: text('测试办法', 'Test rule'), article: '§1', version: '1', confidence: 'V1' } as const;
const clock = (more: Partial<ClockDefinition>): ClockDefinition => ({
  id: 'limit', name: text('时限', 'Limit'), duty: officer, warnings: [], breach: 'lapse', start: [{ on: 'entered', node: 'a' }], stop: [{ on: 'completed', node: 'a' }],
  rules: [{ budget: { amount: 10, unit: 'working-day' }, startDay: 'excluded', rollOver: 'next-working-day', basis }], ...more,
});
const whenDue: Node = { id: 'over', type: 'boundaryEvent', name: text('期满', 'over'), attachedTo: 'a', interrupting: true, on: { kind: 'timer', timer: { kind: 'clock', clock: 'limit' } } };
const model = (more: Partial<ClockDefinition> = {}) =>
  definition([start, userTask('a'), whenDue, userTask('b'), end()], [flow('start', 'a'), flow('a', 'end'), flow('over', 'b'), flow('b', 'end')], {
    clocks: [clock(more)], fields: { foundOn: field.date('发现日', 'Found on') }, startForm: { foundOn: 'optional' },
  });

describe('a timer that follows a clock', () => {
  it('fires when the clock is due, and the right ends without a breach', () => {
    const d = drive(model(), '2026-03-02T02:00:00.000Z').start();
    expect(d.until('2026-03-16T15:59:59.999Z').openNodes()).toEqual(['a']);
    expect(d.until('2026-03-16T16:00:00.000Z').openNodes()).toEqual(['b']);
    expect(d.bodies('clock.breached')).toHaveLength(0);
    expect(d.bodies('clock.stopped')).toEqual([expect.objectContaining({ clock: 'limit', reason: 'cancelled' })]);
  });
  it('with a clock that is a duty, the breach is in the record first', () => {
    const d = drive(model({ breach: 'record', stop: [{ on: 'completed', node: 'b' }] }), '2026-03-02T02:00:00.000Z').start().until('2026-03-16T16:00:00.000Z');
    expect(d.openNodes()).toEqual(['b']);
    const order = d.events.map((e) => e.body.type).filter((t) => t === 'clock.breached' || t === 'timer.fired');
    expect(order).toEqual(['clock.breached', 'timer.fired']);
  });
  it('counts from where the clock counts', () => {
    const d = drive(model({ startsFrom: 'foundOn' }), '2026-03-06T02:00:00.000Z').start({ foundOn: '2026-03-02' });
    expect(d.until('2026-03-16T15:59:59.999Z').openNodes()).toEqual(['a']);
    expect(d.until('2026-03-16T16:00:00.000Z').openNodes()).toEqual(['b']);
  });
  it('moves when the clock is moved by a suspension', () => {
    const d = drive(model(), '2026-03-02T02:00:00.000Z').start();
    d.now = Date.parse('2026-03-04T02:00:00.000Z');
    d.act({ type: 'suspend', reason: '检验' }).until('2026-06-01T02:00:00.000Z').act({ type: 'resume' });
    const due = Object.values(d.state.clocks)[0]!.dueAt;
    expect(due > '2026-06-01').toBe(true);
    expect(d.until(new Date(Date.parse(due) - 1).toISOString()).openNodes()).toEqual(['a']);
    expect(d.until(due).openNodes()).toEqual(['b']);
  });
  it.each([['excluded', 'calendar-day', 1, 24], ['included', 'calendar-day', 1, 24], ['included', 'calendar-day', 3, 72], ['excluded', 'hour', 1, 1], ['included', 'hour', 1, 1], ['excluded', 'hour', 5, 5]] as const)('one that repeats does so in even periods: first one %s, %s × %i', (startDay, unit, amount, hours) => {
    const again: Node = { ...whenDue, interrupting: false, on: { kind: 'timer', timer: { kind: 'after', repeat: true, rule: { budget: { amount, unit }, startDay, rollOver: 'none', basis } } } };
    const d = drive(definition([start, userTask('a'), again, end('told'), end()], [flow('start', 'a'), flow('a', 'end'), flow('over', 'told')]), '2026-03-02T02:17:00.000Z').start().until('2026-03-20T00:00:00.000Z');
    const fired = d.events.filter((e) => e.body.type === 'timer.fired').map((e) => Date.parse(e.at) / 3_600_000);
    expect(fired.length).toBeGreaterThan(3);
    expect(new Set(fired.slice(1).map((at, i) => at - (fired[i] ?? 0)))).toEqual(new Set([hours]));
  });
  it('never fires where the limit does not apply', () => {
    const d = drive(model({ rules: [] }), '2026-03-02T02:00:00.000Z').start();
    expect(d.until('2027-03-02T02:00:00.000Z').openNodes()).toEqual(['a']);
  });
});

describe('what has begun before the case was registered', () => {
  const report = (breach: ClockDefinition['breach']) => definition([start, userTask('a'), end()], [flow('start', 'a'), flow('a', 'end')], {
    fields: { foundOn: field.date('发现日', 'Found on') }, startForm: { foundOn: 'required' },
    clocks: [clock({ id: 'report', breach, startsFrom: 'foundOn', start: [{ on: 'completed', node: 'start' }], stop: [{ on: 'entered', node: 'a' }] }), clock({ breach })],
  });
  it('a report made after its limit is late, though the clock starts and stops in one act', () => {
    const d = drive(report('record'), '2026-03-17T02:00:00.000Z').start({ foundOn: '2026-03-02' });
    expect(d.bodies('clock.breached')).toEqual([expect.objectContaining({ clock: 'report' })]);
    expect(d.bodies('clock.stopped')).toEqual([expect.objectContaining({ clock: 'report', reason: 'late' })]);
  });
  it('a report in time is met, also when the office registers it later; the limits of the office run from receipt (收到之日)', () => {
    const d = drive(report('record'), '2026-03-20T02:00:00.000Z').start({ foundOn: '2026-03-02' }, undefined, '2026-03-10T02:00:00.000Z');
    expect(d.bodies('clock.stopped')).toEqual([expect.objectContaining({ clock: 'report', reason: 'met' })]);
    expect(Object.values(d.state.clocks)).toEqual([expect.objectContaining({ clock: 'limit', startedAt: '2026-03-10T02:00:00.000Z', dueDay: '2026-03-24' })]);
  });
});
