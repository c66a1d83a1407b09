/** What time itself brings about: lights that turn, clocks that are missed, timers that fire. */
import { instantOf, msOf } from '../calendar/civil-day.ts';
import type { ClockRule, Instant } from '../calendar/types.ts';
import type { Node } from '../model/types.ts';
import { orIncident } from './attempt.ts';
import { settlePauses, stopClock } from './clocks.ts';
import { stillWaits, type Waiting } from './catching.ts';
import { occur } from './event-handling.ts';
import { deem, openWaitingInstances } from './flow.ts';
import { Refusal } from './refusal.ts';
import { instancesPerRound, toOpen } from './scopes.ts';
import type { CaseState, Held } from './state.ts';
import { armTimer, timerOf } from './timers.ts';
import { emit, engineActor, type Transaction } from './transaction.ts';

type Due =
  | { readonly kind: 'timer'; readonly id: number; readonly at: Instant }
  | { readonly kind: 'breach'; readonly id: number; readonly at: Instant }
  | { readonly kind: 'light'; readonly id: number; readonly at: Instant };

/** Of things due at the same instant a missed clock is recorded before the timer that may end it, and a light before both. */
const rank = { light: 0, breach: 1, timer: 2 } as const;

/** The next thing to become due, or null where nothing waits for time. A suspended case waits for nobody but its resumption. */
export function nextDue(state: Pick<CaseState, 'status' | 'timers' | 'clocks' | 'incidents'>): Due | null {
  if (state.status !== 'open') return null;
  const held = new Set(Object.values(state.incidents ?? {}).map(({ of }) => (of.kind === 'timer' ? of.timer : 0)));
  let best: Due | null = null;
  const consider = (due: Due): void => {
    if (best === null || due.at < best.at || (due.at === best.at && rank[due.kind] < rank[best.kind])) best = due;
  };
  for (const timer of Object.values(state.timers)) {
    const clock = timer.clockNo === undefined ? undefined : state.clocks[timer.clockNo];
    if (!clock?.paused && !held.has(timer.id)) consider({ kind: 'timer', id: timer.id, at: clock?.dueAt ?? timer.dueAt });
  }
  for (const clock of Object.values(state.clocks)) {
    if (clock.paused) continue;
    const light = clock.warnings[0];
    if (light) consider({ kind: 'light', id: clock.id, at: light.at });
    if (clock.breachedAt === null) consider({ kind: 'breach', id: clock.id, at: clock.dueAt });
  }
  return best;
}

/** When the shell must wake the case: milliseconds since the epoch, or null. */
export function wakeAt(state: CaseState): number | null {
  // Instances still to be opened wait for nothing but the next round.
  if (state.status === 'open' && toOpen(state)) return 0;
  const due = nextDue(state);
  return due === null ? null : msOf(due.at);
}

/** So much of what is due is settled where nobody waits for all of it; the rest follows with the next tick. What fails costs more: all before it is folded again. */
export const duePerRound = 500;
const costOfFailure = 10;
/** Timers of one element that are armed anew in one command and due at one and the same instant: more than instances are opened at a time go round in a loop. */
const timersInOneInstant = instancesPerRound + 50;

/**
 * Brings the case up to now. Every command begins with it, so that what was due before an act is in the record before the act. It is never refused: what
 * the process cannot go on with is held, and says why.
 */
export function settleDue(tx: Transaction, most = Infinity): void {
  const actor = tx.actor;
  tx.actor = engineActor;
  const armedHere = tx.base?.nextId ?? 0;
  const seen = new Map<string, number>();
  const loops = (due: Due): boolean => {
    const timer = due.kind === 'timer' && due.id >= armedHere ? tx.state.timers[due.id] : undefined;
    const count = timer ? (seen.get(`${timer.node} ${due.at}`) ?? 0) + 1 : 0;
    if (timer) seen.set(`${timer.node} ${due.at}`, count);
    return count > timersInOneInstant;
  };
  for (let cost = 0, due = nextDue(tx.state); due !== null && msOf(due.at) <= tx.context.now && cost < most; due = nextDue(tx.state)) {
    cost += settle(tx, due, loops(due)) ? 1 : costOfFailure;
    settlePauses(tx);
  }
  tx.actor = actor;
}

/** Time has come for the case itself: it opens further instances of a large list. */
export function tick(tx: Transaction): void {
  const multi = tx.state.status === 'open' ? toOpen(tx.state) : undefined;
  if (multi) orIncident(tx, { kind: 'instances', token: multi.token }, multi.node, () => openWaitingInstances(tx, multi.token));
}

/** @returns whether the process could go on with it */
function settle(tx: Transaction, due: Due, loops = false): boolean {
  const timer = due.kind === 'timer' ? tx.state.timers[due.id] : undefined;
  if (timer) {
    return orIncident(tx, { kind: 'timer', timer: timer.id }, timer.node, () => {
      if (loops) throw new Refusal('model.too-many-steps', { where: timer.node });
      fire(tx, timer.id);
    });
  }
  const clock = tx.state.clocks[due.id];
  if (!clock) return true;
  const light = clock.warnings[0];
  const breach = tx.index.clock(clock.clock)?.breach;
  if (due.kind === 'light' && light) {
    emit(tx, { type: 'clock.warned', clockNo: clock.id, level: light.level });
    return true;
  }
  if (breach === 'lapse') return lapse(tx, clock.id);
  emit(tx, { type: 'clock.breached', clockNo: clock.id, clock: clock.clock, dueAt: clock.dueAt });
  if (typeof breach !== 'object' || breach.kind !== 'decide') return true;
  const of = { kind: 'deemed', clockNo: clock.id, outcome: breach.outcome } as const;
  return orIncident(tx, of, breach.step, () => deemBy(tx, of, breach.step));
}

/** 依法视为. @param node the step as it is called in the version of the case now */
export function deemBy(tx: Transaction, { clockNo, outcome }: Extract<Held, { kind: 'deemed' }>, node: string): void {
  const clock = tx.state.clocks[clockNo];
  if (clock) deem(tx, node, outcome, clock.clock);
}

/** A right has ended: whatever waited for that goes on, and the clock is over without a reproach to anybody. */
function lapse(tx: Transaction, clockNo: number): boolean {
  const done = Object.values(tx.state.timers).map((timer) => timer.clockNo !== clockNo || settle(tx, { kind: 'timer', id: timer.id, at: timer.dueAt }));
  const clock = tx.state.clocks[clockNo];
  if (clock) stopClock(tx, clock, 'cancelled');
  return !done.includes(false);
}

/** A timer has run out. */
export function fire(tx: Transaction, id: number): void {
  const timer = tx.state.timers[id];
  if (!timer) return;
  const node = tx.index.node(timer.node);
  const spec = timerOf(node);
  emit(tx, { type: 'timer.fired', timer: timer.id, node: timer.node });
  const waiting = waitingAt(tx, node, timer.token);
  if (!waiting || !stillWaits(tx, waiting)) return;
  occur(tx, waiting);
  const again = spec?.kind === 'after' && spec.repeat === true && waiting.at !== 'token' && stillWaits(tx, waiting);
  if (again) armTimer(tx, node, timer.token, nextPeriodFrom(timer.dueAt, spec.rule));
}

/** @param token at which the timer was armed: that of the level for an event sub-process, 0 for the case itself */
function waitingAt(tx: Transaction, node: Node, token: number): Waiting | null {
  if (node.type === 'catchEvent') return { at: 'token', token, event: node };
  if (node.type === 'boundaryEvent') return { at: 'beside', token, event: node };
  const scope = token === 0 ? 0 : Object.values(tx.state.scopes).find((s) => s.token === token && s.index === null)?.id;
  const triggered = tx.index.triggered(tx.index.node(node.parent ?? '').parent).find((t) => t.start.id === node.id);
  return scope === undefined || !triggered ? null : { at: 'within', scope, triggered };
}

/**
 * Periods follow each other from the moment the last was due, not from when the worker got to it: a late worker must not shift the rhythm.
 * Due is the end of the last day or hour, which is the first instant of the next. Where that in which something begins does not count, it began in the last.
 */
const nextPeriodFrom = (dueAt: Instant, { startDay }: ClockRule): Instant => (startDay === 'included' ? dueAt : instantOf(msOf(dueAt) - 1));
