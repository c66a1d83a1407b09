/** Laws that hold for every clock, and the same dates by a slow and plain second computation. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, instantOf, msOf } from './civil-day.ts';
import { dueDate } from './due-date.ts';
import { explain } from './explain.ts';
import { lightTimes } from './lights.ts';
import { clock, more } from './test-clocks.ts';
import type { ClockFacts, Pause, Unit } from './types.ts';
import { addWorkingDays, defaultCalendar, isWorkingDay } from './work-calendar.ts';

const hour = 3_600_000;
const fullDay = 24 * hour;
const due = (facts: ClockFacts) => dueDate(facts, defaultCalendar);
const dueMs = (facts: ClockFacts) => msOf(due(facts).dueAt);

const moment = fc.integer({ min: Date.parse('2024-12-01T00:00Z'), max: Date.parse('2027-03-01T00:00Z') });
const dayUnit = fc.constantFrom<Unit>('working-day', 'calendar-day');
const rollOver = fc.constantFrom('next-working-day', 'none');
const startDay = fc.constantFrom('excluded', 'included');
const amount = fc.integer({ min: 1, max: 120 });
/** Stops of minutes to weeks, anywhere near the clocks; some of them end on a day boundary. */
const stop = fc.record({ from: moment, length: fc.oneof(fc.integer({ min: 0, max: 3 * fullDay }), fc.integer({ min: 0, max: 40 * fullDay })), snap: fc.boolean() })
  .map(({ from, length, snap }): Pause => {
    const to = snap ? Math.ceil((from + length + 8 * hour) / fullDay) * fullDay - 8 * hour : from + length;
    return { from: instantOf(from), to: instantOf(to), reason: '检验', by: '承办人' };
  });
const stops = fc.array(stop, { maxLength: 6 });
const base = fc.record({ at: moment, amount, startDay, rollOver, pauses: stops });
type Base = typeof base extends fc.Arbitrary<infer T> ? T : never;
const make = (b: Base, unit: Unit, extensions: ClockFacts['extensions'] = []): ClockFacts =>
  ({ ...clock('2026-01-01', b.amount, unit, { startDay: b.startDay, rollOver: b.rollOver, pauses: b.pauses, extensions }), startedAt: instantOf(b.at) });

/** The law file's tables, typed in a second time: the oracle shares nothing with the code. */
const off = new Set(['2025-01-01', ...range('2025-01-28', '2025-02-04'), ...range('2025-04-04', '2025-04-06'), ...range('2025-05-01', '2025-05-05'), ...range('2025-05-31', '2025-06-02'),
  ...range('2025-10-01', '2025-10-08'), ...range('2026-01-01', '2026-01-03'), ...range('2026-02-15', '2026-02-23'), ...range('2026-04-04', '2026-04-06'), ...range('2026-05-01', '2026-05-05'),
  ...range('2026-06-19', '2026-06-21'), ...range('2026-09-25', '2026-09-27'), ...range('2026-10-01', '2026-10-07')]);
const madeUp = new Set('2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10'.split(' '));
function next(day: string): string { return new Date(Date.parse(day) + fullDay).toISOString().slice(0, 10); }
function range(from: string, to: string): string[] { return from > to ? [] : [from, ...range(next(from), to)]; }
const worked = (day: string) => madeUp.has(day) || (!off.has(day) && ![0, 6].includes(new Date(day).getUTCDay()));
const inChina = (ms: number) => new Date(ms + 8 * hour).toISOString().slice(0, 10);
const stoppedOn = (day: string, pauses: readonly Pause[]) => {
  const from = Date.parse(`${day}T00:00:00+08:00`);
  return pauses.some((p) => p.to !== null && Math.max(Date.parse(p.from), from) < Math.min(Date.parse(p.to), from + fullDay));
};
function slowDueDay(facts: ClockFacts): string {
  const { budget, startDay: rule, rollOver: roll } = facts.rule;
  let day = inChina(Date.parse(facts.startedAt));
  if (rule === 'included') day = new Date(Date.parse(day) - fullDay).toISOString().slice(0, 10);
  for (let left = budget.amount; left > 0;) {
    day = next(day);
    if (!stoppedOn(day, facts.pauses) && (budget.unit === 'calendar-day' || worked(day))) left--;
  }
  if (roll === 'next-working-day' && !worked(day)) do day = next(day); while (!worked(day) || stoppedOn(day, facts.pauses));
  return day;
}

describe('due dates', () => {
  it('agree with a plain day-by-day count in 2025 and 2026', () => {
    fc.assert(fc.property(base, dayUnit, (b, unit) => {
      const facts = make(b, unit);
      const expected = slowDueDay(facts);
      fc.pre(inChina(b.at) >= '2025-01-01' && expected <= '2026-12-31');
      expect(due(facts)).toMatchObject({ dueDay: expected, provisional: false });
    }), { numRuns: 1500 });
  });

  it('hours agree with a plain count of the time that ran', () => {
    fc.assert(fc.property(base, (b) => {
      const facts = make({ ...b, rollOver: 'none' }, 'hour');
      const from = b.startDay === 'included' ? b.at : Math.floor(b.at / hour + 1) * hour;
      const edges = b.pauses.flatMap((p) => [Date.parse(p.from), Date.parse(p.to ?? p.from)]).concat(from, dueMs(facts)).filter((t) => t >= from && t <= dueMs(facts)).sort((x, y) => x - y);
      const ran = edges.reduce((sum, t, i) => {
        const since = edges[i - 1] ?? t;
        return b.pauses.some((p) => Date.parse(p.from) <= since && t <= Date.parse(p.to ?? p.from)) ? sum : sum + t - since;
      }, 0);
      expect(ran).toBe(b.amount * hour);
    }), { numRuns: 500 });
  });

  it('never come earlier for a later start', () => {
    fc.assert(fc.property(base, dayUnit, fc.integer({ min: 0, max: 10 * fullDay }), (b, unit, later) => dueMs(make(b, unit)) <= dueMs(make({ ...b, at: b.at + later }, unit))), { numRuns: 1000 });
    fc.assert(fc.property(base, fc.integer({ min: 0, max: 10 * fullDay }), ({ rollOver: _, ...b }, later) => dueMs(make({ ...b, rollOver: 'none' }, 'hour')) <= dueMs(make({ ...b, rollOver: 'none', at: b.at + later }, 'hour'))));
    fc.assert(fc.property(base, fc.constantFrom<Unit>('month', 'year'), fc.integer({ min: 0, max: 10 * fullDay }), ({ pauses: _, ...b }, unit, later) => {
      const short = { ...b, pauses: [], amount: b.amount % 30 };
      return dueMs(make(short, unit)) <= dueMs(make({ ...short, at: b.at + later }, unit));
    }), { numRuns: 1000 });
  });

  it('never come earlier for a larger budget, a longer stop or an extension', () => {
    const unit = fc.constantFrom<Unit>('working-day', 'calendar-day', 'month', 'hour');
    fc.assert(fc.property(base, unit, stop, fc.integer({ min: 0, max: 5 }), (b, u, extra, by) => {
      const plain = u === 'hour' ? { ...b, rollOver: 'none' as const } : b;
      const date = dueMs(make(plain, u));
      expect(dueMs(make({ ...plain, amount: plain.amount + by }, u))).toBeGreaterThanOrEqual(date);
      expect(dueMs(make({ ...plain, pauses: [...plain.pauses, extra] }, u))).toBeGreaterThanOrEqual(date);
      expect(dueMs(make(plain, u, [more(by, u)]))).toBeGreaterThanOrEqual(date);
    }), { numRuns: 600 });
  });

  it('an extension in the same unit of days is as good as a larger budget', () => {
    fc.assert(fc.property(base, dayUnit, fc.integer({ min: 0, max: 40 }), (b, unit, by) =>
      dueMs(make(b, unit, [more(by, unit)])) === dueMs(make({ ...b, amount: b.amount + by }, unit))));
  });

  it('are provisional exactly where a day of a year without a notice was asked for', () => {
    fc.assert(fc.property(base, dayUnit, (b, unit) => {
      const facts = make({ ...b, amount: Math.min(b.amount, 60) }, unit);
      const { days, provisional } = explain(facts, defaultCalendar);
      expect(days.some((d) => d.provisional === true)).toBe(provisional);
      const leansOn = days.filter((d) => d.reason !== 'start-day' && d.reason !== 'paused' && (unit === 'working-day' || (b.rollOver === 'next-working-day' && (!d.counted || d === days.findLast((l) => l.counted)))));
      expect(provisional).toBe(leansOn.some((d) => isWorkingDay(d.day, defaultCalendar).provisional));
    }), { numRuns: 600 });
  });

  it('survive JSON: facts, calendar, date and explanation', () => {
    const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
    fc.assert(fc.property(base, fc.constantFrom<Unit>('working-day', 'calendar-day', 'hour', 'month'), (b, unit) => {
      const facts = make(b, unit);
      expect(dueDate(copy(facts), copy(defaultCalendar))).toEqual(copy(due(facts)));
      expect(copy(explain(facts, defaultCalendar))).toEqual(explain(copy(facts), copy(defaultCalendar)));
    }), { numRuns: 100 });
  });
});

describe('stops', () => {
  it('k whole working days of stop move a clock of working days by exactly k working days', () => {
    fc.assert(fc.property(moment, amount, fc.nat(), fc.integer({ min: 1, max: 30 }), (at, days, where, k) => {
      const facts = { ...clock('2026-01-01', days, 'working-day'), startedAt: instantOf(at) };
      // From 00:00 of one of its working days to 24:00 of the k-th.
      const first = addWorkingDays(dayOf(at), 1 + (where % days), defaultCalendar);
      const last = addWorkingDays(first, k - 1, defaultCalendar);
      const pauses = [{ from: instantOf(Date.parse(`${first}T00:00:00+08:00`)), to: instantOf(Date.parse(`${last}T00:00:00+08:00`) + fullDay), reason: '检验', by: '承办人' }];
      expect(due({ ...facts, pauses }).dueDay).toBe(addWorkingDays(due(facts).dueDay, k, defaultCalendar));
    }));
  });

  it('cutting a stop in two, naming it twice or in another order changes nothing', () => {
    fc.assert(fc.property(base, fc.constantFrom<Unit>('working-day', 'calendar-day', 'hour', 'month'), fc.double({ min: 0, max: 1, noNaN: true }), (b, unit, share) => {
      const cut = b.pauses.flatMap((p) => {
        const middle = instantOf(Math.round(msOf(p.from) + (msOf(p.to ?? p.from) - msOf(p.from)) * share));
        return [{ ...p, from: middle }, { ...p, to: middle }];
      });
      const { dueAt } = due(make(b, unit));
      expect(due(make({ ...b, pauses: cut }, unit)).dueAt).toBe(dueAt);
      expect(due(make({ ...b, pauses: [...b.pauses, ...b.pauses].toReversed() }, unit)).dueAt).toBe(dueAt);
    }), { numRuns: 500 });
  });
});

describe('explanations', () => {
  it('count as many days as the budget has, line every day, and end on the due day', () => {
    fc.assert(fc.property(base, dayUnit, fc.integer({ min: 0, max: 20 }), (b, unit, by) => {
      const facts = make(b, unit, by > 0 ? [more(by, unit)] : []);
      const { days, dueDay } = explain(facts, defaultCalendar);
      const counted = days.filter((d) => d.counted);
      expect(counted.map((d) => d.n)).toEqual(Array.from({ length: b.amount + by }, (_, i) => i + 1));
      expect(days[0]?.day).toBe(dayOf(b.at));
      expect(days.every((d, i) => i === 0 || d.day === next(days[i - 1]?.day ?? ''))).toBe(true);
      const last = days.at(-1);
      expect(last?.day).toBe(dueDay);
      expect(last?.counted === true || last?.reason === 'roll-over').toBe(true);
      expect(days.filter((d) => d.reason === 'roll-over').length).toBe(last?.counted === true ? 0 : 1);
    }), { numRuns: 500 });
  });
});

describe('lights', () => {
  it('turn in order, between start and due, and never back', () => {
    const when = fc.oneof(
      fc.record({ fractionLeft: fc.double({ min: 0.01, max: 1, noNaN: true }) }),
      fc.record({ left: fc.record({ amount: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom<Unit>('working-day', 'calendar-day', 'hour', 'month') }) }),
    );
    const warnings = fc.array(fc.record({ level: fc.constantFrom('yellow', 'red'), when }), { maxLength: 4 });
    fc.assert(fc.property(base, fc.constantFrom<Unit>('working-day', 'calendar-day', 'hour', 'month'), warnings, (b, unit, w) => {
      const facts = make(b, unit);
      const times = lightTimes(facts, due(facts), w, defaultCalendar);
      expect(times.map((t) => t.at)).toEqual(times.map((t) => t.at).toSorted());
      for (const { at } of times) expect(at >= facts.startedAt && at < due(facts).dueAt).toBe(true);
      expect(times.findLastIndex((t) => t.level === 'yellow')).toBeLessThan(times.findIndex((t) => t.level === 'red') === -1 ? Infinity : times.findIndex((t) => t.level === 'red'));
      expect(times.filter((t) => t.level === 'red')).toHaveLength(w.filter((x) => x.level === 'red').length);
    }), { numRuns: 500 });
  });
});
