/** Statutory clocks (法定时限) in the life of a case: started and stopped by steps, stopped while the case is suspended, due by themselves. */
import { dayOf, instantOf, msOf, startOfDay } from '../calendar/civil-day.ts';
import { dueDate } from '../calendar/due-date.ts';
import { lightTimes } from '../calendar/lights.ts';
import type { ClockFacts, ClockRule } from '../calendar/types.ts';
import type { ClockDefinition, ClockRuleChoice, Trigger } from '../model/types.ts';
import type { ClockDates } from './events.ts';
import { expressionContext, isTrue } from './expressions.ts';
import { resolvePool } from './pools.ts';
import type { RunningClock } from './state.ts';
import { emit, nextId, type Transaction } from './transaction.ts';

const running = (tx: Transaction, clock: string): RunningClock | undefined =>
  Object.values(tx.state.clocks).find((c) => c.clock === clock);

const applies = (trigger: Trigger, outcome: string | null): boolean => trigger.outcome === undefined || trigger.outcome === outcome;

/** The clocks that a step starts or stops by being entered or completed. Stops come first: one clock may hand over to the next. */
export function triggerClocks(tx: Transaction, on: Trigger['on'], node: string, outcome: string | null): void {
  for (const { clock, trigger } of tx.index.clocksStoppedBy(on, node)) {
    const found = applies(trigger, outcome) ? running(tx, clock.id) : undefined;
    if (!found) continue;
    // A limit that was over when its clock started (a report made too late) has had no moment of its own to be missed in.
    const missed = found.breachedAt === null && msOf(found.dueAt) <= msOf(tx.asOf) && clock.breach !== 'lapse';
    if (missed) emit(tx, { type: 'clock.breached', clockNo: found.id, clock: clock.id, dueAt: found.dueAt });
    stopClock(tx, found, missed || found.breachedAt !== null ? 'late' : 'met');
  }
  for (const { clock, trigger } of tx.index.clocksStartedBy(on, node)) {
    // A clock that runs is not started again: coming back to a step gives nobody new time.
    if (applies(trigger, outcome) && !running(tx, clock.id)) startClock(tx, clock);
  }
}

/** The version of the limit for this case: by the day of receipt and by the conditions of the rule. None = the limit does not apply. */
function chooseRule(tx: Transaction, clock: ClockDefinition): ClockRuleChoice | undefined {
  const received = dayOf(tx.state.receivedAt);
  const context = expressionContext(tx.model, tx.state);
  return clock.rules.find(
    (rule) =>
      (rule.inForceFrom === undefined || rule.inForceFrom <= received) &&
      (rule.inForceUntil === undefined || received < rule.inForceUntil) &&
      (rule.when === undefined || isTrue(rule.when, context, clock.id)),
  );
}

function startClock(tx: Transaction, clock: ClockDefinition): void {
  const choice = chooseRule(tx, clock);
  if (!choice) return;
  const rule: ClockRule = { budget: choice.budget, startDay: choice.startDay, rollOver: choice.rollOver, basis: choice.basis };
  const from = clock.startsFrom === undefined ? null : tx.state.data[clock.startsFrom];
  const startedAt = typeof from === 'string' ? startOfDay(from) : tx.asOf;
  emit(tx, {
    type: 'clock.started', clockNo: nextId(tx), clock: clock.id, rule, startedAt, duty: resolvePool(tx.state, clock.duty, clock.id, () => expressionContext(tx.model, tx.state)),
    ...compute(tx, clock.id, { rule, startedAt, pauses: [], extensions: [] }),
  });
  // A service may answer while the case is suspended; what it starts must not run either.
  const { suspension } = tx.state;
  if (suspension) pauseClocks(tx, suspension.reason, 'engine', suspension.basis);
}

const brightness = { green: 0, yellow: 1, red: 2 } as const;

/** Dates of a clock from its facts, with the lights that are still to turn: one that people have seen does not turn again after a pause. */
export function compute(tx: Transaction, clock: string, facts: ClockFacts, shown: RunningClock['light'] = 'green'): ClockDates {
  const due = dueDate(facts, tx.context.calendar);
  const lights = lightTimes(facts, due, tx.index.clock(clock)?.warnings ?? [], tx.context.calendar);
  return { ...due, warnings: lights.filter((light) => brightness[light.level] > brightness[shown]) };
}

export function stopClock(tx: Transaction, clock: RunningClock, reason: 'met' | 'late' | 'cancelled'): void {
  emit(tx, { type: 'clock.stopped', clockNo: clock.id, clock: clock.clock, reason });
}

export function pauseClocks(tx: Transaction, reason: string, by: string, basis?: string): void {
  for (const clock of Object.values(tx.state.clocks)) {
    if (clock.paused) continue;
    emit(tx, {
      type: 'clock.paused', clockNo: clock.id,
      pause: { from: instantOf(tx.context.now), to: null, reason, by, ...(basis === undefined ? {} : { basis }) },
    });
  }
}

export function resumeClocks(tx: Transaction): void {
  for (const clock of Object.values(tx.state.clocks)) {
    if (!clock.paused) continue;
    const pauses = clock.pauses.map((p) => (p.to === null ? { ...p, to: instantOf(tx.context.now) } : p));
    emit(tx, { type: 'clock.resumed', clockNo: clock.id, pauses, ...compute(tx, clock.clock, { ...clock, pauses }, clock.light) });
  }
}
