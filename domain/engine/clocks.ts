/** Statutory clocks (法定时限) in the life of a case: started and stopped by steps, stopped while the case is suspended, due by themselves. */
import { dayOf, epochDay, instantAt, instantOf, isMoment, msOf, startOfDay } from '../calendar/civil-day.ts';
import { dueDate } from '../calendar/due-date.ts';
import { lightTimes } from '../calendar/lights.ts';
import { endPauses } from '../calendar/pauses.ts';
import type { ClockFacts, ClockRule, Day, Pause, Warning, WorkCalendar } from '../calendar/types.ts';
import { citation } from '../model/citation.ts';
import { ruleFor } from '../model/limits.ts';
import type { ClockDefinition, ClockRuleChoice, Trigger } from '../model/types.ts';
import type { ClockDates } from './events.ts';
import { expressionContext, isTrue } from './expressions.ts';
import { poolOrManagers } from './pools.ts';
import { Refusal } from './refusal.ts';
import { cancelSides } from './tasks/side-tasks.ts';
import type { PastClock, RunningClock } from './state.ts';
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
export function chooseRule({ model, state }: Pick<Transaction, 'model' | 'state'>, clock: ClockDefinition): ClockRuleChoice | undefined {
  const received = dayOf(state.receivedAt);
  const context = expressionContext(model, state);
  return clock.rules.find(
    (rule) =>
      (rule.inForceFrom === undefined || rule.inForceFrom <= received) &&
      (rule.inForceUntil === undefined || received < rule.inForceUntil) &&
      (rule.when === undefined || isTrue(rule.when, context, clock.id)),
  );
}

function startClock(tx: Transaction, clock: ClockDefinition): void {
  const past = tx.state.past?.[clock.id];
  if (past?.continues) return continueClock(tx, past);
  const choice = chooseRule(tx, clock);
  if (!choice) return;
  const from = clock.startsFrom === undefined ? null : tx.state.data[clock.startsFrom];
  const startedAt = typeof from !== 'string' ? tx.asOf : isMoment(from) ? instantAt(from) : startOfDay(from);
  const last = clock.endsOn === undefined ? null : tx.state.data[clock.endsOn];
  if (clock.endsOn !== undefined && typeof last !== 'string') return;
  const counted = ruleFor(choice, tx.state.limits?.[clock.id]);
  const rule = clock.endsOn !== undefined && typeof last === 'string' ? until(counted, dayOf(startedAt), clock.endsOn, last) : counted;
  emit(tx, {
    type: 'clock.started', clockNo: nextId(tx), clock: clock.id, rule, startedAt, duty: poolOrManagers(tx, clock.duty, clock.id, 0).pool,
    ...compute(tx, clock.id, { rule, startedAt, pauses: [], extensions: [] }),
  });
}

/** A limit of a hundred years is a slip of the pen in the year. */
const furthest = 36_525;

/** The day is set: no more is counted than the days that lie between. @throws Refusal form.invalid */
function until(rule: ClockRule, from: Day, field: string, last: Day): ClockRule {
  const amount = epochDay(last) - epochDay(from);
  if (amount > furthest) throw new Refusal('form.invalid', {}, [{ field, code: 'too-large' }]);
  return { ...rule, budget: { amount: Math.max(0, amount), unit: 'calendar-day' }, startDay: 'excluded', rollOver: 'none' };
}

export const brightness = { green: 0, yellow: 1, red: 2 } as const;

/** Dates of a clock from its facts, with the lights that are still to turn: one that people have seen does not turn again after a pause. */
export function compute(tx: Transaction, clock: string, facts: ClockFacts, shown: RunningClock['light'] = 'green'): ClockDates {
  return datesOf(tx.index.clock(clock)?.warnings ?? [], facts, tx.context.calendar, shown);
}

export function datesOf(warnings: readonly Warning[], facts: ClockFacts, calendar: WorkCalendar, shown: RunningClock['light'] = 'green'): ClockDates {
  const due = dueDate(facts, calendar);
  return { ...due, warnings: lightTimes(facts, due, warnings, calendar).filter((light) => brightness[light.level] > brightness[shown]) };
}

export function stopClock(tx: Transaction, clock: RunningClock, reason: 'met' | 'late' | 'cancelled' | 'returned' | 'merged'): void {
  emit(tx, { type: 'clock.stopped', clockNo: clock.id, clock: clock.clock, reason });
  // An extension of what no longer runs is nobody's to grant.
  cancelSides(tx, (t) => t.side?.kind === 'extension' && t.side.clockNo === clock.id);
}

/** After a return: the clock goes on as it stood, and the time in between does not count. */
function continueClock(tx: Transaction, past: PastClock): void {
  const { clock, rule, startedAt, extensions, light, breachedAt, duty } = past;
  const now = instantOf(tx.context.now);
  const open = past.pauses.some((p) => p.to === null);
  const gap: Pause = { from: past.stoppedAt, to: now, reason: returnPause, by: tx.actor.kind === 'person' ? tx.actor.name : tx.actor.id };
  const pauses = open ? endPauses(past.pauses, now) : past.stoppedAt < now ? [...past.pauses, gap] : past.pauses;
  emit(tx, {
    type: 'clock.started', clockNo: nextId(tx), clock, rule, startedAt, duty, pauses, extensions, light, ...(breachedAt === null ? {} : { breachedAt }),
    ...compute(tx, clock, { rule, startedAt, pauses, extensions }, light),
  });
}
const returnPause = '退回，其间不计入';

/**
 * Brings every clock to stand still or run as the case now stands: still while the case is suspended (中止), and while a token is at a step
 * whose time the law leaves out (不计入). Asked after whatever moves tokens, suspends or resumes; a clock started meanwhile is seen too.
 */
export function settlePauses(tx: Transaction): void {
  const now = instantOf(tx.context.now);
  for (const clock of Object.values(tx.state.clocks)) {
    const why = whyStill(tx, clock);
    if (why && !clock.paused) emit(tx, { type: 'clock.paused', clockNo: clock.id, pause: { from: now, to: null, ...why } });
    else if (!why && clock.paused) {
      const pauses = endPauses(clock.pauses, now);
      emit(tx, { type: 'clock.resumed', clockNo: clock.id, pauses, ...compute(tx, clock.clock, { ...clock, pauses }, clock.light) });
    }
  }
}

function whyStill(tx: Transaction, { clock }: RunningClock): Pick<Pause, 'reason' | 'basis' | 'by'> | null {
  const { suspension, tokens } = tx.state;
  const by = tx.actor.kind === 'person' ? tx.actor.name : tx.actor.id;
  if (suspension) return { reason: suspension.reason, by, ...(suspension.basis === undefined ? {} : { basis: suspension.basis }) };
  const excludes = tx.index.clock(clock)?.excludes;
  const left = excludes && Object.values(tokens).flatMap((t) => excludes.filter((e) => e.during === t.node))[0];
  return left ? { reason: left.reason.zh, by, basis: citation(left.basis).zh } : null;
}
