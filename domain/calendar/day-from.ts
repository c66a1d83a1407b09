/** A day so far from another, counted as limits are: for days that a case has to know by date. */
import { dayOfEpoch, knownDay, startOfDay } from './civil-day.ts';
import { dueDate } from './due-date.ts';
import type { Day, Unit, WorkCalendar } from './types.ts';
import { addWorkingDays } from './work-calendar.ts';

const basis = { instrument: { zh: '', en: '' }, article: '', version: '', confidence: 'V1' } as const;

/**
 * After the day (`amount` ≥ 0): that day is not counted, and a last day off moves to the next working day (程序规定 §80).
 * Before it (`amount` < 0): the day is not counted either; the last day on which something is done that many days before. It does not move: a day off
 * before the limit is no reason to be later.
 * @throws RangeError for months before a day
 */
export function dayFrom(day: Day, amount: number, unit: Exclude<Unit, 'hour' | 'year'>, calendar: WorkCalendar): Day {
  if (amount >= 0) return dueDate({ rule: { budget: { amount, unit }, startDay: 'excluded', rollOver: 'next-working-day', basis }, startedAt: startOfDay(day), pauses: [], extensions: [] }, calendar).dueDay;
  if (unit === 'month') throw new RangeError('no limit is counted back in months');
  return unit === 'working-day' ? addWorkingDays(day, amount, calendar) : dayOfEpoch(knownDay(day) + amount);
}
