/** A run of days as months of whole weeks, Monday first: what the calendar of "why this date" draws. */
import { addDays, weekdayOf } from './dates.ts';

export interface Month<D> {
  /** "2026-11" */
  readonly month: string;
  /** Weeks of seven cells; null outside of the month. `fact` is null for days of the month that the run does not contain. */
  readonly weeks: readonly (readonly ({ readonly day: string; readonly fact: D | null } | null)[])[];
}

/** @param days in ascending order */
export function monthGrid<D extends { readonly day: string }>(days: readonly D[]): readonly Month<D>[] {
  const first = days[0]?.day;
  const last = days.at(-1)?.day;
  if (first === undefined || last === undefined) return [];
  const facts = new Map(days.map((day) => [day.day, day]));
  const months: Month<D>[] = [];
  for (let month = first.slice(0, 7); month <= last.slice(0, 7); month = addDays(`${month}-28`, 4).slice(0, 7)) {
    const weeks: ({ day: string; fact: D | null } | null)[][] = [];
    let week: ({ day: string; fact: D | null } | null)[] = Array.from({ length: (weekdayOf(`${month}-01`) + 6) % 7 }, () => null);
    for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) {
      if (week.length === 7) { weeks.push(week); week = []; }
      week.push({ day, fact: facts.get(day) ?? null });
    }
    weeks.push([...week, ...Array.from({ length: 7 - week.length }, () => null)]);
    months.push({ month, weeks });
  }
  return months;
}
