/** 放假安排公布: what a published calendar does to a running case, at the edges of the year. */
import { describe, expect, it } from 'vitest';
import { explain } from '../../domain/calendar/explain.ts';
import { publishYear } from '../../domain/calendar/publish-year.ts';
import type { WorkCalendar, YearNotice } from '../../domain/calendar/types.ts';
import { defaultCalendar } from '../../domain/calendar/work-calendar.ts';
import { decide } from '../../domain/engine/decide.ts';
import { fold } from '../../domain/engine/evolve.ts';
import { countMoves, movesIn } from '../../domain/engine/change/recompute-report.ts';
import type { ClockDefinition, Node } from '../../domain/model/types.ts';
import { project } from '../../domain/record/project.ts';
import { text } from '../../domain/text.ts';
import { drive, type Driver } from './driver.ts';
import { definition, end, flow, officer, start, userTask } from './models.ts';

const basis = { instrument: text('测试办法', 'Test rule'), article: '§1', version: '1', confidence: 'V1' } as const;
const workingDays = (amount: number) => ({ budget: { amount, unit: 'working-day' }, startDay: 'excluded', rollOver: 'next-working-day', basis }) as const;
const limit = (amount: number, more: Partial<ClockDefinition> = {}): ClockDefinition => ({
  id: 'limit', name: text('时限', 'Limit'), duty: officer, breach: 'record', start: [{ on: 'entered', node: 'a' }], stop: [{ on: 'completed', node: 'a' }], rules: [workingDays(amount)],
  warnings: [{ level: 'red', when: { left: { amount: 1, unit: 'working-day' } } }], ...more,
});
const model = (amount: number, more: Partial<ClockDefinition> = {}, timer?: Node) => definition(
  [start, userTask('a'), ...(timer ? [timer, userTask('b')] : []), end()],
  [flow('start', 'a'), flow('a', 'end'), ...(timer ? [flow('over', 'b'), flow('b', 'end')] : [])], { clocks: [limit(amount, more)] },
);
const boundary = (amount: number): Node => ({ id: 'over', type: 'boundaryEvent', name: text('期满', 'over'), attachedTo: 'a', interrupting: true, on: { kind: 'timer', timer: { kind: 'after', rule: workingDays(amount) } } });

const day = (list: string) => Object.fromEntries(list.split(' ').filter(Boolean).map((d) => [d, text('节', 'holiday')]));
const statutory = '2027-01-01 2027-05-01 2027-10-01 2027-10-02 2027-10-03';
function publish(off: string, makeUp = '', base: WorkCalendar = defaultCalendar): WorkCalendar {
  const notice: YearNotice = { year: 2027, notice: '国务院办公厅关于2027年部分节假日安排的通知', daysOff: day(`${statutory} ${off}`), makeUpDays: day(makeUp) };
  const published = publishYear(base, notice);
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  return published.calendar;
}

/** Sends the `recompute` of a publication to a case, as the shell does. */
function adopt(d: Driver, calendar: WorkCalendar, no = 1) {
  const body = { type: 'recompute', calendar: { no, version: calendar.version }, year: 2027, notice: '通知' } as const;
  const decision = decide(d.model, d.state, { id: `calendar-${no}`, actor: { kind: 'system', id: 'engine' }, body }, { now: d.now, calendar: defaultCalendar, published: calendar });
  if (!decision.ok) throw new Error(decision.rejection.code);
  const state = fold(d.state, decision.events)!;
  return { state, events: decision.events, moves: movesIn(decision.events), clock: Object.values(state.clocks)[0], types: decision.events.map((e) => e.body.type) };
}

describe('days at the edge of the year', () => {
  // 2026-12-21 is a Monday. Ten working days lead into 2027, which has no notice.
  it.each([
    ['31 December off: a clock due that day moves into January', 8, '2026-12-21T01:00:00Z', '2026-12-31', '', '2026-12-31', '2027-01-04'],
    ['31 December off, 27 December (Sunday) worked: due a day earlier than without the make-up day', 5, '2026-12-21T01:00:00Z', '', '2026-12-27', '2026-12-28', '2026-12-27'],
    ['the first day that a notice may name: 25 December', 4, '2026-12-21T01:00:00Z', '2026-12-25', '', '2026-12-25', '2026-12-28'],
    ['what ends before 25 December never moves', 3, '2026-12-21T01:00:00Z', '2026-12-25', '', '2026-12-24', '2026-12-24'],
    ['a longer Spring Festival', 3, '2027-02-03T01:00:00Z', '2027-02-05 2027-02-08 2027-02-09 2027-02-10 2027-02-11', '', '2027-02-12', '2027-02-15'],
    ['a make-up Saturday before it', 3, '2027-01-27T01:00:00Z', '', '2027-01-30', '2027-02-01', '2027-01-30'],
  ])('%s', (_, amount, at, off, makeUp, before, after) => {
    const d = drive(model(amount), at).start();
    expect(Object.values(d.state.clocks)[0]?.dueDay).toBe(before);
    const calendar = publish(off, makeUp);
    const { clock } = adopt(d, calendar);
    expect(clock?.dueDay).toBe(after);
    expect(clock?.dueDay).toBe(explain(clock!, calendar).dueDay);
  });

  it('a date that stays, and is certain now, is told; its lights are those of the new calendar', () => {
    const d = drive(model(5), '2027-03-01T01:00:00Z').start();
    const { moves, clock, state } = adopt(d, publish(''));
    expect(moves).toEqual([{ kind: 'clock', no: clock?.id, name: 'limit', from: '2027-03-08', to: '2027-03-08', wasProvisional: true, provisional: false }]);
    expect(countMoves(moves)).toEqual({ later: 0, earlier: 0, confirmed: 1, overdue: 0, corrected: 0 });
    expect(state.calendar).toEqual({ no: 1, version: publish('').version });
  });

  it('a case whose days the year does not touch notes the calendar, and nothing else', () => {
    const d = drive(model(5), '2026-03-02T01:00:00Z').start();
    expect(adopt(d, publish('2026-12-31')).types).toEqual(['calendar.adopted']);
  });
});

describe('what the move brings about', () => {
  it('a light that turned too early goes back, and turns again on its new day', () => {
    const d = drive(model(8), '2026-12-21T01:00:00Z').start().until('2026-12-31T01:00:00Z');
    expect(Object.values(d.state.clocks)[0]?.light).toBe('red');
    const { clock } = adopt(d, publish('2026-12-31'));
    expect(clock).toMatchObject({ light: 'green', dueDay: '2027-01-04', warnings: [{ level: 'red', at: '2027-01-03T16:00:00.000Z' }] });
  });

  it('a light whose time has come by the move turns at once', () => {
    const d = drive(model(5), '2026-12-21T01:00:00Z').start().until('2026-12-27T01:00:00Z');
    expect(Object.values(d.state.clocks)[0]).toMatchObject({ light: 'green', dueDay: '2026-12-28' });
    const { clock, types } = adopt(d, publish('', '2026-12-27'));
    expect(types).toEqual(['calendar.adopted', 'clock.recomputed', 'clock.warned']);
    expect(clock?.light).toBe('red');
  });

  it('a day that is over by the move is missed at once, and the report says so', () => {
    const d = drive(model(5), '2026-12-21T01:00:00Z').start().until('2026-12-28T01:00:00Z');
    const { moves, clock } = adopt(d, publish('', '2026-12-27'));
    expect(moves).toMatchObject([{ from: '2026-12-28', to: '2026-12-27', overdue: true }]);
    expect(clock?.breachedAt).toBe('2026-12-27T16:00:00.000Z');
  });

  it('a breach in the record is corrected by an event of its own, and the limit runs on', () => {
    const d = drive(model(8), '2026-12-21T01:00:00Z').start().until('2027-01-02T01:00:00Z');
    expect(Object.values(d.state.clocks)[0]?.breachedAt).toBe('2026-12-31T16:00:00.000Z');
    const { clock, types, moves, events, state } = adopt(d, publish('2026-12-31'));
    expect(types).toEqual(['calendar.adopted', 'clock.recomputed', 'clock.breach-corrected']);
    expect(clock).toMatchObject({ breachedAt: null, light: 'green', dueDay: '2027-01-04', warnings: [{ level: 'red' }] });
    expect(moves).toMatchObject([{ corrected: true }]);
    const rows = project(() => d.model, d.state, events);
    expect(rows.clocks).toMatchObject([{ light: 'green', breachedAt: null, dueDay: '2027-01-04', provisional: false }]);
    expect(rows.notices.map((n) => n.subject.zh)).toEqual(['期限调整：时限', '超期更正：时限']);
    expect(rows.case).toMatchObject({ light: 'green', countsUntil: '2027-01-04' });
    expect(state.calendar?.no).toBe(1);
  });

  it('a later day that is over as well is missed anew, on that day', () => {
    const d = drive(model(8), '2026-12-21T01:00:00Z').start().until('2027-01-05T01:00:00Z');
    const { types, clock } = adopt(d, publish('2026-12-31'));
    expect(types).toEqual(['calendar.adopted', 'clock.recomputed', 'clock.breach-corrected', 'clock.breached']);
    expect(clock?.breachedAt).toBe('2027-01-04T16:00:00.000Z');
  });

  it('a breach of a day that becomes earlier stands as it was recorded', () => {
    const d = drive(model(5), '2026-12-21T01:00:00Z').start().until('2026-12-29T01:00:00Z');
    const { clock, types } = adopt(d, publish('', '2026-12-27'));
    expect(types).toEqual(['calendar.adopted', 'clock.recomputed']);
    expect(clock).toMatchObject({ breachedAt: '2026-12-28T16:00:00.000Z', dueDay: '2026-12-27' });
  });

  it('timers that count days move as clocks do', () => {
    const d = drive(model(8, {}, boundary(8)), '2026-12-21T01:00:00Z').start();
    const { moves, state } = adopt(d, publish('2026-12-31'));
    expect(moves.map((m) => [m.kind, m.from, m.to])).toEqual([['clock', '2026-12-31', '2027-01-04'], ['timer', '2026-12-31', '2027-01-04']]);
    expect(Object.values(state.timers)[0]?.dueAt).toBe('2027-01-04T16:00:00.000Z');
  });

  it('a suspended case moves too, and stands still', () => {
    const d = drive(model(8), '2026-12-21T01:00:00Z').start();
    d.now = Date.parse('2026-12-22T01:00:00Z');
    d.act({ type: 'suspend', reason: '检验' });
    const { clock, state } = adopt(d, publish('2026-12-31'));
    expect(clock).toMatchObject({ paused: true, dueDay: '2027-01-04' });
    expect(state.status).toBe('suspended');
  });
});

describe('the order of publications', () => {
  it('an older publication that comes late changes nothing, nor does the same one twice', () => {
    const d = drive(model(8), '2026-12-21T01:00:00Z').start();
    const corrected = adopt(d, publish('2026-12-31'), 2).state;
    for (const no of [1, 2]) {
      const body = { type: 'recompute', calendar: { no, version: 'x' }, year: 2027, notice: '通知' } as const;
      expect(decide(d.model, corrected, { id: 'late', actor: { kind: 'system', id: 'engine' }, body }, { now: d.now, calendar: defaultCalendar })).toMatchObject({ ok: false, rejection: { code: 'calendar.superseded' } });
    }
  });

  it('a correction takes a day back', () => {
    const d = drive(model(8), '2026-12-21T01:00:00Z').start();
    const first = publish('2026-12-31');
    const { state } = adopt(d, first);
    expect(Object.values(state.clocks)[0]?.dueDay).toBe('2027-01-04');
    const second = publish('', '', first);
    const body = { type: 'recompute', calendar: { no: 2, version: second.version }, year: 2027, notice: '更正' } as const;
    const decision = decide(d.model, state, { id: 'c', actor: { kind: 'system', id: 'engine' }, body }, { now: d.now, calendar: first, published: second });
    expect(decision.ok && movesIn(decision.events)).toMatchObject([{ from: '2027-01-04', to: '2026-12-31', provisional: false }]);
  });
});
