/** A calendar as arrays of bytes: what every question about a day is answered from. Built once per calendar and year. */
import type { Text } from '../text.ts';
import { civilOf, dayOfEpoch, epochDayOf, isWeekend, knownDay } from './civil-day.ts';
import { withoutNotice } from './holidays.ts';
import type { WorkCalendar, YearNotice } from './types.ts';

export const dayKind = { weekend: 0, workday: 1, holiday: 2, makeUp: 3 } as const;

export interface YearTable {
  /** Epoch days of 1 January and 31 December. */
  readonly first: number;
  readonly last: number;
  /** One `dayKind` per day of the year. */
  readonly kinds: Uint8Array;
  /** No notice for this year. */
  readonly provisional: boolean;
  /** The entries that apply to this year, the later notice first. */
  readonly sources: readonly YearNotice[];
}

// By identity: a calendar is immutable, and a published year gives a new object.
const cache = new WeakMap<WorkCalendar, Map<number, YearTable>>();

export function yearTable(calendar: WorkCalendar, year: number): YearTable {
  let tables = cache.get(calendar);
  if (!tables) cache.set(calendar, (tables = new Map()));
  let table = tables.get(year);
  if (!table) tables.set(year, (table = build(calendar, year)));
  return table;
}

export const tableOfDay = (calendar: WorkCalendar, n: number): YearTable => yearTable(calendar, civilOf(n).year);

function build(calendar: WorkCalendar, year: number): YearTable {
  const own = calendar.years[year] ?? withoutNotice(year);
  const next = calendar.years[year + 1];
  // A notice may reach back into the last week of December (2019: 12-29 worked, 12-30 off; 2023: 12-31 off), and it is the later word.
  const sources = next && next.notice !== null ? [next, own] : [own];
  const first = epochDayOf(year, 1, 1);
  const last = epochDayOf(year, 12, 31);
  const kinds = new Uint8Array(last - first + 1);
  for (let i = 0; i < kinds.length; i++) kinds[i] = isWeekend(first + i) ? dayKind.weekend : dayKind.workday;
  for (const source of sources.toReversed()) {
    mark(Object.keys(source.daysOff), dayKind.holiday);
    mark(Object.keys(source.makeUpDays), dayKind.makeUp);
  }
  return { first, last, kinds, provisional: own.notice === null, sources };

  function mark(days: readonly string[], kind: number): void {
    for (const day of days) {
      const n = knownDay(day);
      if (n >= first && n <= last) kinds[n - first] = kind;
    }
  }
}

/** The holiday that a day off belongs to, or that a make-up day makes up for. */
export function holidayName(table: YearTable, n: number): Text | undefined {
  const day = dayOfEpoch(n);
  for (const source of table.sources) {
    const name = source.makeUpDays[day] ?? source.daysOff[day];
    if (name) return name;
  }
  return undefined;
}

export interface WorkDays {
  works(n: number): boolean;
  /** Whether any day that was asked for lies in a year without a notice. */
  touchedProvisional(): boolean;
}

/** Answers day by day and remembers whether it had to rely on a year without a notice. */
export function workDays(calendar: WorkCalendar): WorkDays {
  let table: YearTable | null = null;
  let provisional = false;
  return {
    works(n) {
      if (table === null || n < table.first || n > table.last) {
        table = tableOfDay(calendar, n);
        provisional ||= table.provisional;
      }
      const kind = table.kinds[n - table.first];
      return kind === dayKind.workday || kind === dayKind.makeUp;
    },
    touchedProvisional: () => provisional,
  };
}
