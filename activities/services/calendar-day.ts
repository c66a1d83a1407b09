/** 推算日期: a day that the flow has to know before anything runs, e.g. the last one on which the notice of a hearing can be served in time. */
import { calendarInForce } from '../../db/calendars.ts';
import { dayFrom } from '../../domain/calendar/day-from.ts';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import { services, type ServiceResult } from '../../domain/model/services.ts';
import type { Run } from './run.ts';

type Told = ServiceResult<'calendar.day'>;

export const calendarDay: Run = async (database, request) => {
  const { from, amount, unit } = services['calendar.day'].parse(request.input);
  const { calendar } = await calendarInForce(database);
  const today = dayOf(Date.now());
  try {
    const day = dayFrom(from === 'today' ? today : from, amount, unit, calendar);
    return { ok: true, reason: null, day, past: day < today } satisfies Told;
  } catch (error) {
    // A day beyond all calendars is a slip of the pen that no repetition mends.
    if (error instanceof RangeError) return { ok: false, reason: 'range', day: null, past: null } satisfies Told;
    throw error;
  }
};
