/** What time itself brings about: lights that turn, clocks that are missed, timers that fire. */
import { instantOf, msOf } from '../calendar/civil-day.ts';
import type { Instant, Unit } from '../calendar/types.ts';
import type { Node } from '../model/types.ts';
import { settlePauses, stopClock } from './clocks.ts';
import { stillWaits, type Waiting } from './catching.ts';
import { deem, occur } from './flow.ts';
import { toOpen } from './scopes.ts';
import { Refusal } from './refusal.ts';
import type { CaseState } from './state.ts';
import { armTimer, timerOf } from './timers.ts';
import { emit, engineActor, type Transaction } from './transaction.ts';

type Due =
  | { readonly kind: 'timer'; readonly id: number; readonly at: Instant }
  | { readonly kind: 'breach'; readonly id: number; readonly at: Instant }
  | { readonly kind: 'light'; readonly id: number; readonly at: Instant };

/** Of things due at the same instant a missed clock is recorded before the timer that may end it, and a light before both. */
const rank = { light: 0, breach: 1, timer: 2 } as const;

/** The next thing to become due, or null where nothing waits for time. A suspended case waits for nobody but its resumption. */
export function nextDue(state: Pick<CaseState, 'status' | 'timers' | 'clocks'>): Due | null {
  if (state.status !== 'open') return null;
  let best: Due | null = null;
  const consider = (due: Due): void => {
    if (best === null || due.at < best.at || (due.at === best.at && rank[due.kind] < rank[best.kind])) best = due;
  };
  for (const timer of Object.values(state.timers)) {
    const clock = timer.clockNo === undefined ? undefined : state.clocks[timer.clockNo];
    if (!clock?.paused) consider({ kind: 'timer', id: timer.id, at: clock?.dueAt ?? timer.dueAt });
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

/** Brings the case up to now. Every command begins with it, so that what was due before an act is in the record before the act. */
export function settleDue(tx: Transaction): void {
  const actor = tx.actor;
  tx.actor = engineActor;
  for (let n = 0; ; n++) {
    const due = nextDue(tx.state);
    if (due === null || msOf(due.at) > tx.context.now) break;
    if (n > 10_000) throw new Refusal('model.too-many-steps', { steps: n });
    settle(tx, due);
    settlePauses(tx);
  }
  tx.actor = actor;
}

function settle(tx: Transaction, due: Due): void {
  if (due.kind === 'timer') return fire(tx, due.id);
  const clock = tx.state.clocks[due.id];
  if (!clock) return;
  const light = clock.warnings[0];
  const breach = tx.index.clock(clock.clock)?.breach;
  if (due.kind === 'light' && light) return emit(tx, { type: 'clock.warned', clockNo: clock.id, level: light.level });
  if (breach === 'lapse') return lapse(tx, clock.id);
  emit(tx, { type: 'clock.breached', clockNo: clock.id, clock: clock.clock, dueAt: clock.dueAt });
  if (typeof breach === 'object' && breach.kind === 'decide') deem(tx, breach.step, breach.outcome, clock.clock);
}

/** A right has ended: whatever waited for that goes on, and the clock is over without a reproach to anybody. */
function lapse(tx: Transaction, clockNo: number): void {
  for (const timer of Object.values(tx.state.timers)) if (timer.clockNo === clockNo) fire(tx, timer.id);
  const clock = tx.state.clocks[clockNo];
  if (clock) stopClock(tx, clock, 'cancelled');
}

function fire(tx: Transaction, id: number): void {
  const timer = tx.state.timers[id];
  if (!timer) return;
  const node = tx.index.node(timer.node);
  const spec = timerOf(node);
  emit(tx, { type: 'timer.fired', timer: timer.id, node: timer.node });
  const waiting = waitingAt(tx, node, timer.token);
  if (!waiting || !stillWaits(tx, waiting)) return;
  occur(tx, waiting);
  const again = spec?.kind === 'after' && spec.repeat === true && waiting.at !== 'token' && stillWaits(tx, waiting);
  if (again) armTimer(tx, node, timer.token, nextPeriodFrom(timer.dueAt, spec.rule.budget.unit));
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
 * Due is 24:00 of the last day, which is the first instant of the next; a period of days starts on the last day itself.
 */
const nextPeriodFrom = (dueAt: Instant, unit: Unit): Instant => (unit === 'hour' ? dueAt : instantOf(msOf(dueAt) - 1));
