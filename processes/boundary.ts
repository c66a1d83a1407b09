/** The limits of a process at their last moment (期限边界): data that the tests run on, and that the page of the process shows. */
import { assertNever } from '../domain/assert-never.ts';
import { addMonths, dayOfEpoch, epochDay } from '../domain/calendar/civil-day.ts';
import type { Budget, ClockRule } from '../domain/calendar/types.ts';
import { isDeed, type Act, type Deed, type Walk } from './walk.ts';

/** The days of 2026 that are hard to count: a limit that they do not touch, and one across each of them. */
export const boundaryKinds = ['ordinary', 'springFestival', 'nationalDay', 'makeUpDay'] as const;
export type BoundaryKind = (typeof boundaryKinds)[number];

export interface Boundary {
  readonly clock: string;
  /** Which of the clock's rules applies; the first where absent. */
  readonly rule?: number;
  /** Up to where the clock runs, and what then ends it in time: nothing where it only has to run out (公告期满). */
  readonly way: Walk;
  readonly ends: readonly Act[];
  /** The filing itself ends it: it counts from the day in this field of the start form, which is the start below. */
  readonly since?: string;
  /** Start (civil day at 10:00 of China, or instant) → last day; of hours the moment in China ("2026-10-01 22:30"). Or why there is none. */
  readonly on: Readonly<Record<BoundaryKind, readonly [start: string, last: string] | string>>;
  /** A deed after which every service is away; as soon as they answer the limit is met. */
  readonly outage?: Deed;
  /** Received earlier than the walk begins: under a law of that day. */
  readonly received?: string;
  /** What follows where time has run out and nobody acted: an open step, or an outcome. Absent: the step stays open and the act is late. */
  readonly lapsesTo?: string;
  /** Further starts with their last days. */
  readonly also?: Readonly<Record<string, string>>;
}

/** From 国务院办公厅关于2026年部分节假日安排的通知 (2025-11-04): written down here a second time, so that a table is not held against itself. */
const days2026 = { springFestival: ['2026-02-15', '2026-02-23', '2026-02-24'], nationalDay: ['2026-10-01', '2026-10-07', '2026-10-08'] } as const;
const makeUpDays2026: readonly string[] = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

/** The last day before it is moved over days off; null where it is not a number of days from the start. */
function unmoved(start: string, { amount, unit }: Budget): string | null {
  const from = epochDay(start);
  return unit === 'calendar-day' ? dayOfEpoch(from + amount) : unit === 'month' || unit === 'year' ? dayOfEpoch(addMonths(from, unit === 'year' ? 12 * amount : amount).day) : null;
}

/**
 * Whether a limit that counts from `start` and ends on `last` is of that kind. Working days: it runs across the holiday, or over a day that is worked in
 * its place. Days, months, years: without the holiday it would end in it, or it ends on a weekend day that is worked. Hours: they run on into that day.
 */
export function isOfKind(kind: BoundaryKind, start: string, last: string, { budget, rollOver }: Pick<ClockRule, 'budget' | 'rollOver'>): boolean {
  const end = last.slice(0, 10);
  const raw = unmoved(start, budget);
  const across = (day: string): boolean => start < day && end >= day;
  switch (kind) {
    case 'springFestival':
    case 'nationalDay': {
      const [first, lastOff, after] = days2026[kind];
      if (budget.unit === 'hour') return start < first && end >= first;
      return raw === null ? start < first && end >= after : raw >= first && raw <= lastOff && end === (rollOver === 'none' ? raw : after);
    }
    case 'makeUpDay':
      return raw === null ? makeUpDays2026.some(across) : raw === end && makeUpDays2026.includes(end);
    case 'ordinary':
      return raw === null ? ![...makeUpDays2026, days2026.springFestival[0], days2026.nationalDay[0]].some(across) : raw === end && !makeUpDays2026.includes(end);
    default:
      return assertNever(kind);
  }
}

const nameOf = (act: Act): string => {
  if (isDeed(act)) return act[0];
  if ('waitFor' in act) return act.waitFor;
  if ('told' in act) return act.told;
  if ('closed' in act) return act.closed;
  if ('called' in act) return act.called;
  if ('beside' in act) return act.beside;
  return 'at' in act ? act.deed[0] : act.action;
};

/** A walk up to an act, by its step or name, and that act. @param times how often it was done before */
export function before({ others: _, ...walk }: Walk, name: string, times = 0): Pick<Boundary, 'way' | 'ends'> {
  const index = walk.acts.flatMap((act, i) => (nameOf(act) === name ? [i] : []))[times];
  if (index === undefined) throw new Error(`the walk "${walk.title}" does not come to ${name} a ${times + 1}. time`);
  return { way: { ...walk, acts: walk.acts.slice(0, index), outcome: null }, ends: walk.acts.slice(index, index + 1) };
}

/** Time that has to run out: a walk up to a step, and the act with which that time begins. */
export function runsOut(walk: Walk, step: string, act: Act): Pick<Boundary, 'way' | 'ends'> {
  const { way } = before(walk, step);
  return { way: { ...way, acts: [...way.acts, act] }, ends: [] };
}
