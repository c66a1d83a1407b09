/** Working days (工作日) of mainland China. */
import type { Text } from '../text.ts';
import { versionOf } from './calendar-version.ts';
import { dayOfEpoch, knownDay } from './civil-day.ts';
import { notice2025, notice2026, provisional2027 } from './holidays.ts';
import type { Day, DayReason, WorkCalendar } from './types.ts';
import { dayKind, holidayName, tableOfDay, workDays } from './year-table.ts';

const years = { 2025: notice2025, 2026: notice2026, 2027: provisional2027 };

/** The calendar that comes with the program. Later notices are added with `publishYear`. */
export const defaultCalendar: WorkCalendar = { version: versionOf(years), years };

export interface DayStatus {
  readonly working: boolean;
  readonly reason: Extract<DayReason, 'counted' | 'make-up' | 'weekend' | 'holiday'>;
  /** Name of the holiday, for days off and for make-up days. */
  readonly note?: Text;
  /** True in a year without a notice. */
  readonly provisional: boolean;
}

export const isWorkingDay = (day: Day, calendar: WorkCalendar): DayStatus => statusOf(knownDay(day), calendar);

export function statusOf(n: number, calendar: WorkCalendar): DayStatus {
  const table = tableOfDay(calendar, n);
  const { provisional } = table;
  const kind = table.kinds[n - table.first];
  if (kind === dayKind.workday) return { working: true, reason: 'counted', provisional };
  if (kind === dayKind.weekend) return { working: false, reason: 'weekend', provisional };
  const working = kind === dayKind.makeUp;
  const note = holidayName(table, n);
  return { working, reason: working ? 'make-up' : 'holiday', ...(note ? { note } : {}), provisional };
}

/** The `count`-th working day after the day (before it, where negative); the day itself for 0, working or not. */
export function addWorkingDays(day: Day, count: number, calendar: WorkCalendar): Day {
  const days = workDays(calendar);
  const step = Math.sign(count);
  let n = knownDay(day);
  for (let left = Math.abs(count); left > 0;) {
    n += step;
    if (days.works(n)) left--;
  }
  return dayOfEpoch(n);
}

/** The day itself where it is worked, else the first working day after it. */
export function workingDayFrom(day: Day, calendar: WorkCalendar): Day {
  const days = workDays(calendar);
  let n = knownDay(day);
  while (!days.works(n)) n++;
  return dayOfEpoch(n);
}

/** Number of working days after `from` up to and including `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkCalendar): number {
  const days = workDays(calendar);
  const last = knownDay(to);
  let count = 0;
  for (let n = knownDay(from) + 1; n <= last; n++) if (days.works(n)) count++;
  return count;
}
