import { expect, it } from 'vitest';
import { defaultCalendar } from '../calendar/work-calendar.ts';
import { isSettled, maxUnregistered, mayObject, noticePeriod } from './period.ts';

it.each([
  ['2026-04-30T02:00:00.000Z', 5, 'working-day', '2026-05-11'],
  ['2026-02-13T02:00:00.000Z', 7, 'working-day', '2026-03-02'],
  ['2026-09-29T02:00:00.000Z', 3, 'calendar-day', '2026-10-08'],
] as const)('a notice of %s for %i %s ends on %s', (at, amount, unit, last) => expect(noticePeriod({ amount, unit }, at, defaultCalendar).dueDay).toBe(last));

it('is open to objections until the last moment, and settled when all of them are handled', () => {
  const closesAt = noticePeriod({ amount: 5, unit: 'working-day' }, '2026-04-30T02:00:00.000Z', defaultCalendar).dueAt;
  expect(closesAt).toBe('2026-05-11T16:00:00.000Z');
  const now = '2026-05-01T00:00:00.000Z';
  expect(mayObject({ closesAt }, { mine: 0 }, '2026-05-11T15:59:59.999Z')).toBeNull();
  expect(mayObject({ closesAt }, { mine: 0 }, closesAt)).toBe('notice.over');
  expect(mayObject({ closesAt }, { mine: 1 }, now)).toBe('notice.objected');
  expect(mayObject({ closesAt: null }, { mine: 0 }, closesAt)).toBe('notice.not-open');
  // Without an account many may object, and nobody learns whether somebody has; but not so many that the notice never ends.
  expect([mayObject({ closesAt }, { unregistered: maxUnregistered - 1 }, now), mayObject({ closesAt }, { unregistered: maxUnregistered }, now)]).toEqual([null, 'notice.crowded']);
  const handled = { open: 0, upheld: 1, rejected: 2 };
  expect([isSettled(closesAt, handled, '2026-05-11T15:59:59.999Z'), isSettled(closesAt, handled, closesAt), isSettled(closesAt, { ...handled, open: 1 }, closesAt)]).toEqual([false, true, false]);
});
