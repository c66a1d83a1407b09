/** BPMN timer events: intermediate (the token waits) and boundary (beside an activity). Counted by the same law as clocks. */
import { startOfDay } from '../calendar/civil-day.ts';
import { dueDate } from '../calendar/due-date.ts';
import type { Instant, Pause } from '../calendar/types.ts';
import type { BoundaryTimer, TimerEvent, TimerSpec } from '../model/types.ts';
import { Refusal } from './refusal.ts';
import type { ArmedTimer } from './state.ts';
import { emit, nextId, type Transaction } from './transaction.ts';

interface Due { readonly dueAt: Instant; readonly provisional: boolean }
type Counted = Exclude<TimerSpec, { readonly kind: 'clock' }>;

function whenDue(tx: Transaction, node: TimerEvent | BoundaryTimer, timer: Counted, startedAt: Instant, pauses: readonly Pause[]): Due {
  if (timer.kind === 'after') return dueDate({ rule: timer.rule, startedAt, pauses, extensions: [] }, tx.context.calendar);
  const day = tx.state.data[timer.field];
  if (typeof day !== 'string') throw new Refusal('model.expression', { where: node.id, expression: timer.field, message: 'the timer has no date' });
  return { dueAt: startOfDay(day), provisional: false };
}

export function armTimer(tx: Transaction, node: TimerEvent | BoundaryTimer, token: number, startedAt = tx.asOf): void {
  const { timer } = node;
  if (timer.kind === 'clock') {
    const clock = Object.values(tx.state.clocks).find((c) => c.clock === timer.clock);
    // The limit does not apply to this case: nothing ever fires.
    if (!clock) return;
    const { startedAt: since, dueAt, provisional } = clock;
    emit(tx, { type: 'timer.armed', timer: nextId(tx), node: node.id, token, startedAt: since, dueAt, provisional, clockNo: clock.id });
    return;
  }
  const { dueAt, provisional } = whenDue(tx, node, timer, startedAt, []);
  emit(tx, { type: 'timer.armed', timer: nextId(tx), node: node.id, token, startedAt, dueAt, provisional });
}

/** Whatever waits beside or at this token no longer does. */
export function cancelTimersOf(tx: Transaction, token: number): void {
  for (const timer of Object.values(tx.state.timers)) {
    if (timer.token === token) emit(tx, { type: 'timer.cancelled', timer: timer.id, node: timer.node });
  }
}

/** A timer that counts a period is pushed by the suspension; one that waits for a date is not. */
export function resumeTimers(tx: Transaction, pause: Pause): void {
  for (const timer of Object.values(tx.state.timers)) {
    const node = tx.index.node(timer.node);
    if ((node.type !== 'timerEvent' && node.type !== 'boundaryTimer') || node.timer.kind !== 'after') continue;
    const pauses = [...timer.pauses, later(pause, timer)];
    emit(tx, { type: 'timer.moved', timer: timer.id, node: timer.node, pauses, ...pick(whenDue(tx, node, node.timer, timer.startedAt, pauses)) });
  }
}

const later = (pause: Pause, timer: ArmedTimer): Pause => (pause.from < timer.startedAt ? { ...pause, from: timer.startedAt } : pause);
const pick = ({ dueAt, provisional }: Due): Due => ({ dueAt, provisional });

