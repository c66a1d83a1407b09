import { describe, expect, it } from 'vitest';
import { endOfDay, instantOf, msOf } from './civil-day.ts';
import { dueDate, recompute } from './due-date.ts';
import { clock, china, more, pause, pausedDays } from './test-clocks.ts';
import type { ClockFacts, Unit } from './types.ts';
import { publishYear } from './publish-year.ts';
import { notice2026 } from './holidays.ts';
import { defaultCalendar } from './work-calendar.ts';

const due = (facts: ClockFacts) => dueDate(facts, defaultCalendar);
const dueDay = (facts: ClockFacts) => due(facts).dueDay;

describe('working days (工作日): weekends and holidays are skipped, make-up days are worked', () => {
  it.each([
    // Vectors of the law file, §1.
    ['2026-02-13', 7, '2026-03-02'], ['2026-02-06', 10, '2026-02-27'], ['2026-04-30', 5, '2026-05-11'],
    ['2026-09-18', 7, '2026-09-29'], ['2026-09-24', 15, '2026-10-22'], ['2025-12-31', 3, '2026-01-06'],
    // Around Spring Festival 2026: 14 and 28 February (Saturdays) are worked, 15 to 23 February are off.
    ['2026-02-13', 1, '2026-02-14'], ['2026-02-13', 2, '2026-02-24'], ['2026-02-14', 1, '2026-02-24'], ['2026-02-18', 1, '2026-02-24'],
    ['2026-02-27', 1, '2026-02-28'], ['2026-02-27', 2, '2026-03-02'],
    // Around National Day 2026: 20 September (Sunday) and 10 October (Saturday) are worked.
    ['2026-09-18', 1, '2026-09-20'], ['2026-09-30', 1, '2026-10-08'], ['2026-09-30', 2, '2026-10-09'], ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-30', 4, '2026-10-12'],
    // Year ends.
    ['2024-12-31', 1, '2025-01-02'], ['2025-12-31', 1, '2026-01-04'], ['2026-12-31', 1, '2027-01-04'],
    // Start on a day off; a whole year of 248 working days.
    ['2026-10-03', 1, '2026-10-08'], ['2025-12-31', 248, '2026-12-31'], ['2025-12-31', 249, '2027-01-04'],
  ])('%s + %d → %s', (start, amount, day) => expect(dueDay(clock(start, amount, 'working-day'))).toBe(day));
});

describe('calendar days (日): all are counted, a last day off rolls to the next working day', () => {
  it.each([
    ['2026-08-03', 60, '2026-10-02', '2026-10-08'], ['2026-07-06', 90, '2026-10-04', '2026-10-08'], ['2026-02-02', 15, '2026-02-17', '2026-02-24'],
    // 310号 "3日" counted strictly as calendar days (law file, D9).
    ['2026-09-29', 3, '2026-10-02', '2026-10-08'], ['2026-08-12', 60, '2026-10-11', '2026-10-12'],
    // A weekend (D14), a Saturday that is worked (no roll), New Year's Eve, the leap day.
    ['2026-06-01', 5, '2026-06-06', '2026-06-08'], ['2026-02-18', 10, '2026-02-28', '2026-02-28'], ['2026-12-30', 1, '2026-12-31', '2026-12-31'],
    ['2028-02-28', 1, '2028-02-29', '2028-02-29'], ['2026-12-31', 1, '2027-01-01', '2027-01-04'],
  ])('%s + %d → %s → %s', (start, amount, unrolled, rolled) => {
    expect(dueDay(clock(start, amount, 'calendar-day', { rollOver: 'none' }))).toBe(unrolled);
    expect(dueDay(clock(start, amount, 'calendar-day'))).toBe(rolled);
  });
});

describe('months and years end on the corresponding day, else on the last of the month (民法典 §202)', () => {
  it.each<[string, number, Unit, string, string]>([
    ['2026-01-15', 1, 'month', '2026-02-15', '2026-02-24'], ['2026-01-31', 1, 'month', '2026-02-28', '2026-02-28'], ['2026-08-31', 1, 'month', '2026-09-30', '2026-09-30'],
    ['2026-11-30', 3, 'month', '2027-02-28', '2027-03-01'], ['2026-02-28', 1, 'month', '2026-03-28', '2026-03-30'], ['2025-11-30', 3, 'month', '2026-02-28', '2026-02-28'],
    ['2028-01-31', 1, 'month', '2028-02-29', '2028-02-29'], ['2024-02-29', 1, 'year', '2025-02-28', '2025-02-28'], ['2024-02-29', 4, 'year', '2028-02-29', '2028-02-29'],
    ['2025-10-02', 1, 'year', '2026-10-02', '2026-10-08'], ['2026-12-31', 6, 'month', '2027-06-30', '2027-06-30'],
  ])('%s + %d %s → %s → %s', (start, amount, unit, unrolled, rolled) => {
    expect(dueDay(clock(start, amount, unit, { rollOver: 'none' }))).toBe(unrolled);
    expect(dueDay(clock(start, amount, unit))).toBe(rolled);
  });

  it.each([
    ['2026-03-01', '2026-03-31'], ['2026-01-15', '2026-02-14'], ['2026-01-28', '2026-02-27'], ['2026-01-29', '2026-02-28'], ['2026-01-31', '2026-02-28'], ['2026-02-01', '2026-02-28'],
  ])('with the start day included one month from %s ends on %s', (start, day) =>
    expect(dueDay(clock(start, 1, 'month', { startDay: 'included', rollOver: 'none' }))).toBe(day));
});

describe('hours run through nights and days off', () => {
  it.each<[string, 'excluded' | 'included', string]>([
    ['2026-09-30 17:20', 'included', '2026-10-01 17:20'], ['2026-09-30 17:20', 'excluded', '2026-10-01 18:00'],
    // The hour that begins with the event is the hour of the event (程序规定 §80).
    ['2026-09-30 17:00', 'excluded', '2026-10-01 18:00'], ['2026-09-30 23:59', 'excluded', '2026-10-02 00:00'], ['2026-12-31 23:30', 'included', '2027-01-01 23:30'],
  ])('24 hours from %s, start %s → %s', (start, startDay, at) =>
    expect(due(clock(start, 24, 'hour', { startDay }))).toMatchObject({ dueAt: china(at), provisional: false }));

  it('a period that ends at 24:00 is due on that day, not on the next', () =>
    expect(due(clock('2026-09-30 23:59', 24, 'hour'))).toMatchObject({ dueDay: '2026-10-01', dueAt: endOfDay('2026-10-01') }));

  it('roll, where the rule says so, to the end of the first working day', () => {
    expect(due(clock('2026-09-30 17:20', 24, 'hour', { startDay: 'included', rollOver: 'next-working-day' }))).toMatchObject({ dueDay: '2026-10-08', dueAt: endOfDay('2026-10-08') });
    expect(due(clock('2026-10-08 17:20', 24, 'hour', { startDay: 'included', rollOver: 'next-working-day' })).dueAt).toBe(china('2026-10-09 17:20'));
  });

  it('a pause that begins when the last hour is over comes too late', () => {
    const pauses = [pause('2026-10-01 17:20', '2026-10-05 00:00')];
    expect(due(clock('2026-09-30 17:20', 24, 'hour', { startDay: 'included', pauses })).dueAt).toBe(china('2026-10-01 17:20'));
  });
  it('lose exactly the time of a pause', () => {
    const pauses = [pause('2026-09-30 20:00', '2026-10-03 07:30:00.001')];
    expect(due(clock('2026-09-30 17:20', 24, 'hour', { startDay: 'included', pauses })).dueAt).toBe(instantOf(msOf(china('2026-10-04 04:50')) + 1));
  });
});

describe('the day of the event', () => {
  it('is not counted, however late in the day', () => {
    for (const start of ['2026-03-02 00:00', '2026-03-02 23:59:59.999']) expect(dueDay(clock(start, 1, 'working-day'))).toBe('2026-03-03');
  });
  it('is counted where the rule includes it', () => {
    expect(dueDay(clock('2026-03-02', 1, 'working-day', { startDay: 'included' }))).toBe('2026-03-02');
    expect(dueDay(clock('2026-03-01', 1, 'working-day', { startDay: 'included' }))).toBe('2026-03-02');
    expect(dueDay(clock('2026-03-02', 3, 'calendar-day', { startDay: 'included' }))).toBe('2026-03-04');
  });
  it('is the day in China: 16:00 UTC is the next day', () => {
    expect(dueDay({ ...clock('2026-03-02', 1, 'working-day'), startedAt: '2026-03-02T15:59:59.999Z' })).toBe('2026-03-03');
    expect(dueDay({ ...clock('2026-03-02', 1, 'working-day'), startedAt: '2026-03-02T16:00:00.000Z' })).toBe('2026-03-04');
  });
  it('a limit of nothing is the day itself', () => {
    expect(dueDay(clock('2026-03-02', 0, 'working-day'))).toBe('2026-03-02');
    expect(dueDay(clock('2026-02-20', 0, 'calendar-day', { startDay: 'included' }))).toBe('2026-02-24');
  });
});

describe('the last moment', () => {
  it('23:59:59.999 of the due day is in time, 24:00 is late', () => {
    const dueAt = msOf(due(clock('2026-02-13', 7, 'working-day')).dueAt);
    expect(msOf(china('2026-03-02 23:59:59.999')) < dueAt).toBe(true);
    expect(msOf(china('2026-03-03 00:00')) < dueAt).toBe(false);
    expect(dueAt - 1).toBe(msOf(china('2026-03-02 23:59:59.999')));
  });
});

describe('pauses (中止 / 扣除)', () => {
  // Monday 2 March 2026 + 5 working days → Monday 9 March.
  it.each([
    ['the days of pausing and resuming are not counted', [pause('2026-03-04 15:00', '2026-03-05 10:00')], '2026-03-11'],
    ['a stop within one day takes that day', [pause('2026-03-04 15:00', '2026-03-04 15:01')], '2026-03-10'],
    ['a stop until 24:00 does not touch the next day', [pause('2026-03-04 15:00', '2026-03-05 00:00')], '2026-03-10'],
    ['two stops on one day take one day', [pause('2026-03-04 09:00', '2026-03-04 10:00'), pause('2026-03-04 15:00', '2026-03-04 16:00')], '2026-03-10'],
    ['overlapping stops are one', [pause('2026-03-04 09:00', '2026-03-05 10:00'), pause('2026-03-03 15:00', '2026-03-04 16:00')], '2026-03-12'],
    ['a stop on a weekend takes nothing', [pause('2026-03-07 09:00', '2026-03-08 10:00')], '2026-03-09'],
    ['a stop on the day of the event takes nothing', [pause('2026-03-02 10:00', '2026-03-02 11:00')], '2026-03-09'],
    ['a stop that still lasts takes nothing yet', [pause('2026-03-04 15:00', null)], '2026-03-09'],
    ['a stop of no length takes nothing', [pause('2026-03-04 15:00', '2026-03-04 15:00')], '2026-03-09'],
    ['a stop after the due day takes nothing', [pausedDays('2026-03-10', '2026-03-20')], '2026-03-09'],
    ['a stop on the due day', [pause('2026-03-09 23:59:59.999', '2026-03-10 00:00')], '2026-03-10'],
  ])('%s', (_, pauses, day) => expect(dueDay(clock('2026-03-02', 5, 'working-day', { pauses }))).toBe(day));

  it('calendar days: weekends in the stop are taken too', () =>
    expect(dueDay(clock('2026-03-02', 10, 'calendar-day', { pauses: [pausedDays('2026-03-06', '2026-03-10')] }))).toBe('2026-03-16'));
  it('months: the due day moves by the stopped days', () => {
    expect(dueDay(clock('2026-03-02', 1, 'month', { rollOver: 'none', pauses: [pausedDays('2026-03-06', '2026-03-10')] }))).toBe('2026-04-06');
    // A second stop that only the first one moved into the period.
    expect(dueDay(clock('2026-03-02', 1, 'month', { rollOver: 'none', pauses: [pausedDays('2026-03-06', '2026-03-10'), pausedDays('2026-04-04', '2026-04-06')] }))).toBe('2026-04-08');
  });
  it('the day that a clock rolled to may be stopped as well: it rolls on', () => {
    const facts = clock('2026-06-01', 5, 'calendar-day');
    expect(dueDay(facts)).toBe('2026-06-08');
    expect(dueDay({ ...facts, pauses: [pause('2026-06-08 10:00', '2026-06-10 10:00')] })).toBe('2026-06-11');
  });
});

describe('extensions (延期) are counted on from the end before roll-over', () => {
  it.each<[string, number, Unit, ReturnType<typeof more>[], string]>([
    ['2026-08-03', 60, 'calendar-day', [more(30, 'calendar-day')], '2026-11-02'], // 10-02 + 30 = 11-01 (Sunday), not 10-08 + 30
    ['2026-09-24', 15, 'working-day', [more(15, 'working-day')], '2026-11-12'],
    ['2026-01-31', 1, 'month', [more(1, 'month')], '2026-03-30'], // 02-28 → 03-28 (Saturday)
    ['2026-03-02', 90, 'calendar-day', [more(1, 'month')], '2026-06-30'], // 05-31 → 06-30
    ['2026-03-02', 5, 'working-day', [more(2, 'calendar-day'), more(1, 'working-day')], '2026-03-12'],
    ['2026-03-02 10:20', 24, 'hour', [more(1, 'working-day')], '2026-03-04'],
  ])('%s + %d %s', (start, amount, unit, extensions, day) => expect(dueDay(clock(start, amount, unit, { extensions }))).toBe(day));
  it('hours are counted on from 24:00 of the last day', () =>
    expect(due(clock('2026-03-02', 1, 'working-day', { extensions: [more(12, 'hour'), more(12, 'hour')] }))).toMatchObject({ dueDay: '2026-03-04', dueAt: endOfDay('2026-03-04') }));
});

describe('provisional (暂定): the date leans on a year without a notice', () => {
  it.each<[string, ClockFacts, boolean]>([
    ['working days within 2026', clock('2026-12-30', 1, 'working-day'), false],
    ['working days into 2027', clock('2026-12-30', 2, 'working-day'), true],
    ['calendar days that only pass through 2024', clock('2024-12-20', 60, 'calendar-day'), false],
    ['calendar days that end in 2027', clock('2026-12-20', 30, 'calendar-day'), true],
    ['the same without roll-over', clock('2026-12-20', 30, 'calendar-day', { rollOver: 'none' }), false],
    ['a roll-over into 2027', clock('2026-12-20', 12, 'calendar-day'), true],
    ['years', clock('2026-12-20', 3, 'year'), true],
    ['hours', clock('2026-12-31', 48, 'hour'), false],
  ])('%s', (_, facts, provisional) => expect(due(facts).provisional).toBe(provisional));

  it('is computed again when the notice comes', () => {
    const facts = clock('2027-02-03', 3, 'working-day');
    const old = due(facts);
    expect(old).toMatchObject({ dueDay: '2027-02-12', provisional: true });
    const shift = (days: typeof notice2026.daysOff) => Object.fromEntries(Object.entries(days).filter(([d]) => !d.startsWith('2026-02')).map(([d, name]) => [d.replace('2026', '2027'), name]));
    const springDays = Object.fromEntries(['05', '06', '07', '08', '09', '10', '11', '12'].map((d) => [`2027-02-${d}`, { zh: '春节', en: 'Spring Festival' }]));
    const published = publishYear(defaultCalendar, { year: 2027, notice: '测试用通知', daysOff: { ...shift(notice2026.daysOff), ...springDays }, makeUpDays: { '2027-02-13': { zh: '春节', en: 'Spring Festival' } } });
    if (!published.ok) throw new Error(JSON.stringify(published.problems));
    expect(recompute(facts, old, published.calendar)).toEqual({
      due: { dueDay: '2027-02-15', dueAt: endOfDay('2027-02-15'), provisional: false, calendarVersion: published.calendar.version }, changed: true,
    });
    const early = clock('2026-03-02', 5, 'working-day');
    expect(recompute(early, due(early), published.calendar).changed).toBe(false);
  });
});

describe('facts that no definition may have', () => {
  it.each([-1, 1.5, Number.NaN, 40_000])('a budget of %d days', (amount) => expect(() => due(clock('2026-03-02', amount, 'working-day'))).toThrow(RangeError));
  it('a start that is no instant', () => expect(() => due({ ...clock('2026-03-02', 1, 'working-day'), startedAt: 'soon' })).toThrow(/"soon" is not an instant/));
});
