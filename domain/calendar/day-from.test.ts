import { describe, expect, it } from 'vitest';
import { dayFrom } from './day-from.ts';
import { defaultCalendar } from './work-calendar.ts';

const from = (...args: readonly [string, number, 'working-day' | 'calendar-day' | 'month']) => dayFrom(...args, defaultCalendar);

describe('after a day, as limits are counted', () => {
  it.each([
    ['2026-02-13', 7, 'working-day', '2026-03-02', 'Spring Festival; 14 and 28 February are worked'],
    ['2026-09-24', 15, 'working-day', '2026-10-22', 'Mid-Autumn and National Day; 20 September and 10 October are worked'],
    ['2026-02-02', 15, 'calendar-day', '2026-02-24', 'the last day, 17 February, is a holiday'],
    ['2026-08-03', 60, 'calendar-day', '2026-10-08', 'the last day, 2 October, is a holiday'],
    ['2026-08-31', 6, 'month', '2027-03-01', 'no 31 February: its last day, a Sunday, moves'],
    ['2026-03-02', 0, 'calendar-day', '2026-03-02', 'nothing to count'],
  ] as const)('%s + %i %s = %s (%s)', (day, amount, unit, due, _why) => expect(from(day, amount, unit)).toBe(due));
});

describe('before a day', () => {
  it.each([
    ['2026-03-16', -7, 'working-day', '2026-03-05', 'an ordinary fortnight'],
    ['2026-02-26', -3, 'working-day', '2026-02-14', 'Spring Festival: 25 and 24 February, then the make-up day before it'],
    ['2026-10-14', -7, 'working-day', '2026-09-29', '10 October is worked, 1 to 7 are not'],
    ['2026-10-08', -3, 'calendar-day', '2026-10-05', 'a day off stays: later would be too late'],
  ] as const)('%s − %i %s = %s (%s)', (day, amount, unit, last, _why) => expect(from(day, amount, unit)).toBe(last));
  it('and what is done on that day is in time by the count forward as well: seven working days after it the hearing is held', () => {
    expect(from(from('2026-03-16', -7, 'working-day'), 7, 'working-day')).toBe('2026-03-16');
  });
  it('months are not counted back', () => expect(() => from('2026-03-16', -1, 'month')).toThrow(RangeError));
});
