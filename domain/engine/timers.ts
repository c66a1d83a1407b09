/** BPMN timer events: where a token waits, beside an activity, or at the start of an event sub-process. Counted by the same law as clocks. */
import { startOfDay } from '../calendar/civil-day.ts';
import { dueDate } from '../calendar/due-date.ts';
import type { Instant, Pause } from '../calendar/types.ts';
import type { Catching, Node, TimerSpec } from '../model/types.ts';
import { Refusal } from './refusal.ts';
import type { ArmedTimer } from './state.ts';
import { emit, nextId, type Transaction } from './transaction.ts';

interface Due { readonly dueAt: Instant; readonly provisional: boolean }
type Counted = Exclude<TimerSpec, { readonly kind: 'clock' }>;

/** What a node waits for in time; null where it does not. */
export const timerOf = (node: Node | Catching): TimerSpec | null => ('on' in node && node.on?.kind === 'timer' ? node.on.timer : null);

function whenDue(tx: Transaction, node: Node, timer: Counted, startedAt: Instant, pauses: readonly Pause[]): Due {
  if (timer.kind === 'after') return dueDate({ rule: timer.rule, startedAt, pauses, extensions: [] }, tx.context.calendar);
  const day = tx.state.data[timer.field];
  if (typeof day !== 'string') throw new Refusal('model.expression', { where: node.id, expression: timer.field, message: 'the timer has no date' });
  return { dueAt: startOfDay(day), provisional: false };
}

/** Does nothing for a node that waits for something else. @param token 0 = the case itself @param ahead only where its moment is still to come */
export function armTimer(tx: Transaction, node: Node, token: number, startedAt = tx.asOf, ahead = false): void {
  const timer = timerOf(node);
  if (timer === null) return;
  if (timer.kind === 'clock') {
    const clock = Object.values(tx.state.clocks).find((c) => c.clock === timer.clock);
    // The limit does not apply to this case: nothing ever fires.
    if (!clock) return;
    const { startedAt: since, dueAt, provisional } = clock;
    if (ahead && dueAt <= tx.asOf) return;
    emit(tx, { type: 'timer.armed', timer: nextId(tx), node: node.id, token, startedAt: since, dueAt, provisional, clockNo: clock.id });
    return;
  }
  const { dueAt, provisional } = whenDue(tx, node, timer, startedAt, []);
  if (ahead && dueAt <= tx.asOf) return;
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
    const spec = timerOf(node);
    if (spec?.kind !== 'after') continue;
    const pauses = [...timer.pauses, later(pause, timer)];
    emit(tx, { type: 'timer.moved', timer: timer.id, node: timer.node, pauses, ...pick(whenDue(tx, node, spec, timer.startedAt, pauses)) });
  }
}

const later = (pause: Pause, timer: ArmedTimer): Pause => (pause.from < timer.startedAt ? { ...pause, from: timer.startedAt } : pause);
const pick = ({ dueAt, provisional }: Due): Due => ({ dueAt, provisional });

