import { describe, expect, it } from 'vitest';
import { dueDate } from './due-date.ts';
import { lightTimes } from './lights.ts';
import { clock, china, more, pause, pausedDays } from './test-clocks.ts';
import type { ClockFacts, Unit, Warning } from './types.ts';
import { defaultCalendar } from './work-calendar.ts';

const yellow = (fractionLeft: number): Warning => ({ level: 'yellow', when: { fractionLeft } });
const red = (amount: number, unit: Unit): Warning => ({ level: 'red', when: { left: { amount, unit } } });
const lights = (facts: ClockFacts, ...warnings: Warning[]) => lightTimes(facts, dueDate(facts, defaultCalendar), warnings, defaultCalendar);
const at = (facts: ClockFacts, warning: Warning) => lights(facts, warning)[0]?.at;

describe('an amount left', () => {
  // 2026-02-13 + 7 working days → 2 March; worked: 14, 24–28 February, 2 March.
  const spring = clock('2026-02-13', 7, 'working-day');
  it.each<[number, Unit, string]>([
    [1, 'working-day', '2026-03-02 00:00'], [2, 'working-day', '2026-02-28 00:00'], [6, 'working-day', '2026-02-24 00:00'], [7, 'working-day', '2026-02-14 00:00'],
    [1, 'calendar-day', '2026-03-02 00:00'], [3, 'calendar-day', '2026-02-28 00:00'], [12, 'hour', '2026-03-02 12:00'], [1, 'month', '2026-02-13 09:30'],
  ])('%d %s', (amount, unit, when) => expect(at(spring, red(amount, unit))).toBe(china(when)));
  it('more than the whole: from the start on', () => expect(at(spring, red(30, 'working-day'))).toBe(china('2026-02-13 09:30')));
  it('is measured from the day that the clock rolled to', () => expect(at(clock('2026-08-03', 60, 'calendar-day'), red(1, 'working-day'))).toBe(china('2026-10-08 00:00')));
  it('stopped days are not left', () => {
    const facts = clock('2026-03-02', 5, 'working-day', { pauses: [pausedDays('2026-03-09', '2026-03-12')] });
    expect(at(facts, red(1, 'working-day'))).toBe(china('2026-03-12 00:00'));
    expect(at(facts, red(2, 'working-day'))).toBe(china('2026-03-06 00:00'));
  });
  it('each stopped day is left out once', () => {
    const facts = clock('2026-03-02', 10, 'calendar-day', { rollOver: 'none', pauses: [pausedDays('2026-03-05', '2026-03-08'), pausedDays('2026-03-10', '2026-03-11')] });
    expect([10, 9, 8, 7, 6].map((n) => at(facts, red(n, 'calendar-day')))).toEqual(
      ['2026-03-03', '2026-03-04', '2026-03-08', '2026-03-09', '2026-03-11'].map((d) => china(`${d} 00:00`)));
  });
  it('hours: a light that would turn as a stop ends turns then, not before the stop', () => {
    const facts = clock('2026-03-02 10:00', 24, 'hour', { startDay: 'included', pauses: [pause('2026-03-02 20:00', '2026-03-03 20:00')] });
    expect(at(facts, red(14, 'hour'))).toBe(china('2026-03-03 20:00'));
    expect(at(facts, red(15, 'hour'))).toBe(china('2026-03-02 19:00'));
  });
  it('months and years: the corresponding day before', () => {
    expect(at(clock('2024-03-02', 2, 'year', { rollOver: 'none' }), red(1, 'year'))).toBe(china('2025-03-03 00:00'));
    expect(at(clock('2026-03-31', 3, 'month', { rollOver: 'none' }), red(1, 'month'))).toBe(china('2026-05-31 00:00'));
  });
});

describe('a share left', () => {
  it.each<[string, ClockFacts, number, string]>([
    ['a third of 7 working days is 3', clock('2026-03-02', 7, 'working-day'), 1 / 3, '2026-03-09 00:00'],
    ['a fifth of 15 working days is 3', clock('2026-03-02', 15, 'working-day'), 0.2, '2026-03-19 00:00'],
    ['0.07 of 100 days is 7, not 8', clock('2026-03-02', 100, 'calendar-day', { rollOver: 'none' }), 0.07, '2026-06-04 00:00'],
    ['at least one day', clock('2026-03-02', 2, 'working-day'), 0.01, '2026-03-04 00:00'],
    ['all of it: from the first counted day', clock('2026-03-02', 2, 'working-day'), 1, '2026-03-03 00:00'],
    ['hours', clock('2026-03-02 10:20', 24, 'hour', { startDay: 'included' }), 0.25, '2026-03-03 04:20'],
    ['hours with a stop', clock('2026-03-02 10:00', 24, 'hour', { startDay: 'included', pauses: [pause('2026-03-03 06:00', '2026-03-04 06:00')] }), 0.25, '2026-03-03 04:00'],
    ['extensions belong to the whole', clock('2026-03-02', 10, 'working-day', { extensions: [more(10, 'working-day')] }), 0.5, '2026-03-17 00:00'],
    ['a month by its days', clock('2026-03-02', 1, 'month'), 1 / 31, '2026-04-02 00:00'],
  ])('%s', (_, facts, fraction, when) => expect(at(facts, yellow(fraction))).toBe(china(when)));
});

describe('several lights', () => {
  it('come soonest first, whatever their order in the rule', () =>
    expect(lights(clock('2026-03-02', 7, 'working-day'), red(1, 'working-day'), yellow(1 / 3)).map((l) => l.level)).toEqual(['yellow', 'red']));
  it('a light does not turn back: no yellow with or after a red', () => {
    expect(lights(clock('2026-03-02', 1, 'working-day'), yellow(0.3), red(1, 'working-day')).map((l) => l.level)).toEqual(['red']);
    expect(lights(clock('2026-03-02', 7, 'working-day'), yellow(0.1), red(3, 'working-day')).map((l) => l.level)).toEqual(['red']);
  });
  it('none asked, none given', () => expect(lights(clock('2026-03-02', 7, 'working-day'))).toEqual([]));
});
