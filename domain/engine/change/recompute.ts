/**
 * 放假安排公布: a published calendar comes into force for a running case. Every clock and timer is counted again with it; what changes is in
 * the record, what does not is left alone.
 *
 * - A date that becomes later takes a light back that has turned too early; one that becomes earlier may turn lights, or be missed, at once
 *   (settleDue follows every command). A date is never bent to spare anybody: it must be what `explain` gives.
 * - A breach (超期) that stands in the record is not undone silently. Where the date becomes later the breach is corrected by an event of its
 *   own, and the limit runs on, or is missed on its new day. Where it becomes earlier, the breach stands as recorded. What has been done
 *   because of a breach (told one level up, a step deemed decided, a timer fired) stays done: people decide about it.
 * - Clocks that have ended stay as they ended: an act was in time or late by the calendar that was in force when it was done.
 */
import { dayOf, msOf } from '../../calendar/civil-day.ts';
import { dueDate } from '../../calendar/due-date.ts';
import { brightness, compute } from '../clocks.ts';
import type { CommandBody } from '../commands.ts';
import { Refusal } from '../refusal.ts';
import type { ArmedTimer, RunningClock } from '../state.ts';
import { timerOf } from '../timers.ts';
import { emit, type Transaction } from '../transaction.ts';

type Recompute = Extract<CommandBody, { type: 'recompute' }>;

export function recompute(tx: Transaction, body: Recompute): void {
  const { calendar: { no, version } } = body;
  const present = tx.state.calendar?.no ?? 0;
  // Two publications may be on their way to a case at once; the older one must not come last.
  if (no <= present) throw new Refusal('calendar.superseded', { no, present });
  const { published } = tx.context;
  if (published?.version !== version) throw new Error(`the tables of calendar ${version} were not supplied`);
  tx.context = { ...tx.context, calendar: published, calendarNo: no };
  emit(tx, { type: 'calendar.adopted', calendar: { no, version }, year: body.year, notice: body.notice });
  for (const clock of Object.values(tx.state.clocks)) recomputeClock(tx, clock, body);
  for (const timer of Object.values(tx.state.timers)) recomputeTimer(tx, timer, body);
}

function recomputeClock(tx: Transaction, clock: RunningClock, { year, notice }: Recompute): void {
  const { warnings: lights, ...due } = compute(tx, clock.clock, clock);
  const later = msOf(due.dueAt) - msOf(clock.dueAt);
  const corrected = clock.breachedAt !== null && later > 0;
  const missed = clock.breachedAt !== null && !corrected;
  const reached = lights.findLast((l) => msOf(l.at) <= tx.context.now)?.level ?? 'green';
  // A light that has come too early goes back; one that should have come already is left to settleDue, which tells people.
  const light = brightness[reached] < brightness[clock.light] ? reached : clock.light;
  const warnings = missed ? [] : lights.filter((l) => brightness[l.level] > brightness[light]);
  const same = later === 0 && due.provisional === clock.provisional && light === clock.light && JSON.stringify(warnings) === JSON.stringify(clock.warnings);
  if (same) return;
  emit(tx, {
    type: 'clock.recomputed', clockNo: clock.id, clock: clock.clock, oldDueDay: clock.dueDay, wasProvisional: clock.provisional, year, notice, ...due, warnings,
    ...(light === clock.light ? {} : { light }),
  });
  if (corrected) emit(tx, { type: 'clock.breach-corrected', clockNo: clock.id, clock: clock.clock, breachedAt: clock.breachedAt, dueDay: due.dueDay, year });
}

/** One that waits for a date does not move, and one that follows a clock moves with it. */
function recomputeTimer(tx: Transaction, timer: ArmedTimer, { year }: Recompute): void {
  const spec = timerOf(tx.index.node(timer.node));
  if (spec?.kind !== 'after') return;
  const { pauses, startedAt, dueAt: oldDueAt } = timer;
  const { dueAt, provisional } = dueDate({ rule: spec.rule, startedAt, pauses, extensions: [] }, tx.context.calendar);
  if (dueAt === oldDueAt && provisional === timer.provisional) return;
  emit(tx, { type: 'timer.moved', timer: timer.id, node: timer.node, dueAt, provisional, pauses, year, oldDueAt, wasProvisional: timer.provisional });
}

/** The last day that is in time: `dueAt` is the first instant that is too late. */
export const lastDayOf = (dueAt: string): string => dayOf(msOf(dueAt) - 1);

/** The id of the command: one for each publication, whoever sends it, so that a case follows each publication once. */
export const recomputeId = (no: number): string => `calendar-${no}`;
