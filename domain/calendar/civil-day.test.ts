import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, dayOf, dayOfEpoch, endOfDay, epochDay, instantOf, isDay, knownDay, msOf, startOfDay, weekday } from './civil-day.ts';

const anyDay = fc.integer({ min: epochDay('0000-01-01'), max: epochDay('9999-12-31') });

describe('civil days', () => {
  it('agree with the proleptic Gregorian calendar of the platform from 0000 to 9999', () => {
    fc.assert(fc.property(anyDay, (n) => {
      const date = new Date(n * 86_400_000);
      expect(dayOfEpoch(n)).toBe(date.toISOString().slice(0, 10));
      expect(epochDay(dayOfEpoch(n))).toBe(n);
      expect(weekday(n)).toBe(date.getUTCDay());
    }));
  });
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '20260101', '', '2026-01-01T00:00Z'])('"%s" is no day', (value) => {
    expect(isDay(value)).toBe(false);
    expect(epochDay(value)).toBeNaN();
    expect(() => knownDay(value)).toThrow(RangeError);
  });
  it('a day lasts from 00:00 to 24:00 China time', () => {
    expect(startOfDay('2026-03-02')).toBe('2026-03-01T16:00:00.000Z');
    expect(endOfDay('2026-03-02')).toBe('2026-03-02T16:00:00.000Z');
    expect(endOfDay('2026-12-31')).toBe(startOfDay('2027-01-01'));
    expect(dayOf('2026-03-01T15:59:59.999Z')).toBe('2026-03-01');
    expect(dayOf(msOf('2026-03-01T16:00:00.000Z'))).toBe('2026-03-02');
    fc.assert(fc.property(anyDay, (n) => dayOf(startOfDay(dayOfEpoch(n))) === dayOfEpoch(n) && dayOf(msOf(endOfDay(dayOfEpoch(n))) - 1) === dayOfEpoch(n)));
  });
  it('instants survive the round trip', () => expect(instantOf(msOf('2026-03-02T01:30:00.000Z'))).toBe('2026-03-02T01:30:00.000Z'));
  it.each([['2026-01-31', 1, '2026-02-28', false], ['2024-02-29', 12, '2025-02-28', false], ['2026-03-31', -1, '2026-02-28', false], ['2026-01-15', -13, '2024-12-15', true], ['2026-12-31', 2, '2027-02-28', false]])(
    '%s and %d months', (from, months, to, exact) => expect(addMonths(epochDay(from), months)).toEqual({ day: epochDay(to), exact }));
  it('days beyond the year 9999 are refused: their text would sort before all others', () => expect(() => dayOfEpoch(epochDay('9999-12-31') + 1)).toThrow(RangeError));
});
