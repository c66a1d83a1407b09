/** What an event that has occurred does (BPMN 2.0.2 §10.5.7, §13.4.4, §13.5.3, §13.5.4): the token that waits for it goes on, a path begins beside an activity, an event sub-process begins. Who catches what is in catching.ts. */
import { assertNever } from '../assert-never.ts';
import { interrupts, type Triggered } from '../model/catchers.ts';
import type { BoundaryEvent } from '../model/types.ts';
import { catches, eventOf, type Waiting } from './catching.ts';
import { triggerClocks } from './clocks.ts';
import { leave, run } from './flow.ts';
import type { Token } from './state.ts';
import { armTimer, cancelTimersOf } from './timers.ts';
import { emit, nextId, type Transaction } from './transaction.ts';
import { withdrawAt, withdrawInside } from './withdraw.ts';

/** What was awaited has come about. */
export const occur = (tx: Transaction, waiting: Waiting): void => run(tx, begun(tx, waiting));

/** An error or escalation comes out of the activity at this token (§10.5.7). @returns false where nobody catches it */
export function raiseAt(tx: Transaction, token: number, thrown: { readonly kind: 'error' | 'escalation'; readonly code: string }): boolean {
  const at = tx.state.tokens[token];
  const caught = at ? raise(tx, thrown, at, true) : null;
  if (caught) run(tx, caught);
  return caught !== null;
}

/** @returns the tokens that move on because of it; null where nobody catches it */
export function raise(tx: Transaction, thrown: { readonly kind: 'error' | 'escalation'; readonly code: string }, token: Token, own: boolean): readonly number[] | null {
  const caught = catches(tx, thrown, token, own);
  emit(tx, { type: 'event.thrown', node: token.node, ...thrown, caught: caught && eventOf(caught) });
  return caught && begun(tx, caught);
}

/** @returns the tokens that move on */
function begun(tx: Transaction, waiting: Waiting): readonly number[] {
  switch (waiting.at) {
    case 'token':
      return caughtAt(tx, waiting.token, waiting.event.id);
    case 'beside':
      return fireBoundary(tx, waiting.event, waiting.token);
    case 'within':
      return startTriggered(tx, waiting.scope, waiting.triggered);
    default:
      return assertNever(waiting);
  }
}

/** A boundary event fires: its path starts; an interrupting one takes the token of the activity with it (§10.5.4, §13.5.3). */
function fireBoundary(tx: Transaction, event: BoundaryEvent, activityToken: number): readonly number[] {
  const scope = tx.state.tokens[activityToken]?.scope ?? 0;
  if (interrupts(event)) {
    withdrawAt(tx, [activityToken]);
    emit(tx, { type: 'token.removed', token: activityToken });
  }
  const id = nextId(tx);
  emit(tx, { type: 'token.created', token: id, node: event.id, flow: null, scope });
  const token = tx.state.tokens[id];
  return token ? leave(tx, token, null, tx.index.outgoing(event.id)) : [];
}

/** An event sub-process begins; an interrupting one takes over its level, and nothing waits there any more but it (§13.5.4). */
function startTriggered(tx: Transaction, scope: number, { sub, start }: Triggered): readonly number[] {
  if (interrupts(start)) {
    withdrawInside(tx, scope);
    const level = tx.state.scopes[scope]?.token ?? 0;
    const starts = new Set(tx.index.triggered(sub.parent).map((t) => t.start.id));
    for (const timer of Object.values(tx.state.timers)) if (timer.token === level && starts.has(timer.node)) emit(tx, { type: 'timer.cancelled', timer: timer.id, node: timer.node });
  }
  const id = nextId(tx);
  emit(tx, { type: 'token.created', token: id, node: sub.id, flow: null, scope });
  return [id];
}

/** Timers that start event sub-processes run as long as their level is under way. @param level its token; 0 = the case itself @param ahead only those whose moment is still to come */
export function armTriggered(tx: Transaction, parent: string | undefined, level: number, ahead = false): void {
  for (const { start } of tx.index.triggered(parent)) armTimer(tx, start, level, tx.asOf, ahead);
}

/**
 * 退回 out of an interrupting event sub-process: its level is the flow's again, and waits for what it waited for before. A moment that has passed does not come a second
 * time: it would take the level over again at once.
 */
export function giveBackLevel(tx: Transaction, scope: number, removed: readonly Token[]): void {
  const of = tx.state.scopes[scope];
  if (removed.some((t) => tx.index.triggered(of?.node).some(({ sub, start }) => sub.id === t.node && interrupts(start)))) armTriggered(tx, of?.node, of?.token ?? 0, true);
}

/** An awaited event has come to a token that rests at it, or at the event-based gateway before it (§13.4.4): the first event takes the token. */
function caughtAt(tx: Transaction, tokenId: number, event: string): readonly number[] {
  const token = tx.state.tokens[tokenId];
  const flow = token && token.node !== event ? tx.index.outgoing(token.node).find((f) => f.to === event) : undefined;
  if (flow) {
    cancelTimersOf(tx, tokenId);
    triggerClocks(tx, 'completed', flow.from, null);
    emit(tx, { type: 'token.moved', token: tokenId, node: event, flow: flow.id });
    triggerClocks(tx, 'entered', event, null);
  }
  const at = tx.state.tokens[tokenId];
  return at ? leave(tx, at, null, tx.index.outgoing(event)) : [];
}
