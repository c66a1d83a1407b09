/**
 * Pauses (中止 / 扣除 / 期间不计入) as intervals.
 *
 * A pause runs from `from` (included) to `to` (not included). A pause of no length, and one that still lasts (`to` null), takes no time
 * away: a paused clock shows the date that it would have if it went on at once, and its final date is known when it is resumed.
 * Overlapping and adjoining pauses are one.
 *
 * For units of days: a day on which the clock was paused at any time is not counted, the days of pausing and of resuming included, even
 * where both are the same day. Nobody is held to a day of which a part was taken away (不计入, the usual practice); and the rule does
 * not depend on how a stop is cut into pieces. For hours, exactly the time of the pause is left out.
 */
import { epochDayAt, msOf } from './civil-day.ts';
import type { Instant, Pause } from './types.ts';

/** [from, to), in milliseconds; or [first, last], in epoch days. Sorted and disjoint. */
export type Intervals = readonly (readonly [number, number])[];

export interface Stops {
  /** Milliseconds, [from, to). */
  readonly exact: Intervals;
  /** Days touched, [first, last]. */
  readonly days: Intervals;
}

/** The ledger when what stood still goes on. */
export const endPauses = (pauses: readonly Pause[], at: Instant): readonly Pause[] => pauses.map((p) => (p.to === null ? { ...p, to: at } : p));

interface Closed { readonly from: number; readonly to: number }

const closed = (pause: Pause): Closed | null => {
  if (pause.to === null) return null;
  const span = { from: msOf(pause.from), to: msOf(pause.to) };
  return span.to > span.from ? span : null;
};

const touched = ({ from, to }: Closed): readonly [number, number] => [epochDayAt(from), epochDayAt(to - 1)];

const none: Stops = { exact: [], days: [] };

export function stopsOf(pauses: readonly Pause[]): Stops {
  if (pauses.length === 0) return none;
  const spans = pauses.map(closed).filter((s) => s !== null);
  return { exact: merge(spans.map((s) => [s.from, s.to]), 0), days: merge(spans.map(touched), 1) };
}

/** `gap`: how far apart two intervals may be and still be one (1 for closed intervals of integers). */
function merge(intervals: (readonly [number, number])[], gap: number): Intervals {
  const sorted = intervals.toSorted((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last && from <= last[1] + gap) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** The last day of the stop that this day lies in, or null. For days that are asked for in ascending order. */
export function stopFinder(days: Intervals): (n: number) => number | null {
  let i = 0;
  return (n) => {
    for (let stop = days[i]; stop && stop[0] <= n; stop = days[++i]) if (n <= stop[1]) return stop[1];
    return null;
  };
}

/** The same for days asked for in descending order: the first day of the stop. */
export function stopFinderBackwards(days: Intervals): (n: number) => number | null {
  let i = days.length - 1;
  return (n) => {
    for (let stop = days[i]; stop && stop[1] >= n; stop = days[--i]) if (n >= stop[0]) return stop[0];
    return null;
  };
}

/** The instant by which `amount` milliseconds have run, the stops not counted. */
export function runOn(from: number, amount: number, exact: Intervals): number {
  let end = from + amount;
  for (const [a, b] of exact) {
    if (b <= from) continue;
    if (a >= end) break;
    end += b - Math.max(a, from);
  }
  return end;
}

/** The instant from which `amount` milliseconds run until `until`, the stops not counted. */
export function runBack(until: number, amount: number, exact: Intervals): number {
  let start = until - amount;
  for (const [a, b] of exact.toReversed()) {
    if (a >= until) continue;
    if (b <= start) break;
    start -= Math.min(b, until) - a;
  }
  return start;
}

/** Milliseconds of [from, to) that are not stopped. */
export const running = (from: number, to: number, exact: Intervals): number =>
  exact.reduce((left, [a, b]) => left - Math.max(0, Math.min(b, to) - Math.max(a, from)), Math.max(0, to - from));

/** Answers which pause took a day away: of several the one that stands first in the ledger. */
export function pauseFinder(pauses: readonly Pause[]): (n: number) => Pause | undefined {
  const ledger = pauses.flatMap((pause) => {
    const span = closed(pause);
    return span ? [{ pause, days: touched(span) }] : [];
  });
  return (n) => ledger.find(({ days }) => days[0] <= n && n <= days[1])?.pause;
}
