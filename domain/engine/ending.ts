/** How tokens, instances, sub-processes and the case end (BPMN 2.0.2 §13.3.7, §13.5.6). */
import { isTriggered } from '../model/catchers.ts';
import type { EndEvent } from '../model/types.ts';
import { requestClosingWork } from './between/closing-work.ts';
import { tell } from './between/errands.ts';
import { standsAside } from './catching.ts';
import { stopClock, triggerClocks } from './clocks.ts';
import { raise } from './event-handling.ts';
import type { CaseEventBody } from './events.ts';
import { leave } from './flow.ts';
import { Refusal } from './refusal.ts';
import { isComplete, openFurther } from './scopes.ts';
import type { Token } from './state.ts';
import { cancelSides } from './tasks/side-tasks.ts';
import { cancelTimersOf } from './timers.ts';
import { emit, type Transaction } from './transaction.ts';
import { withdrawAt, withdrawInside } from './withdraw.ts';

/** `error`: that nobody caught; `parent`: where it ends together with the case that called it, which then needs no news of it. */
interface Closing { readonly reason?: string; readonly error?: string; readonly parent?: Pick<Extract<CaseEventBody, { type: 'case.closed' }>, 'with' | 'by'> | null }

export function closeCase(tx: Transaction, outcome: string, node: string | null, { reason, error, parent = null }: Closing = {}): void {
  if (reason !== undefined) tx.endedBecause = reason;
  if (parent?.by) tx.onBehalf = parent.by;
  withdrawInside(tx, 0);
  cancelTimersOf(tx, 0);
  cancelSides(tx, () => true);
  for (const clock of Object.values(tx.state.clocks)) stopClock(tx, clock, outcome === 'merged' ? 'merged' : 'cancelled');
  for (const { id } of tx.state.kept ?? []) emit(tx, { type: 'input.dropped', kept: id, code: 'case.closed' });
  emit(tx, { type: 'case.closed', outcome, node, ...(reason === undefined ? {} : { reason }), ...(error === undefined ? {} : { error }), ...parent });
  requestClosingWork(tx);
  if (tx.state.parent?.wait && !parent) tell(tx, tx.state.parent.caseId, { kind: 'closed', call: tx.state.parent.call });
}

/** A token has come to an end event, and has sent what it was to send. */
export function endAt(tx: Transaction, token: Token, node: EndEvent): readonly number[] {
  const { throws } = node;
  triggerClocks(tx, 'completed', node.id, null);
  if (throws?.kind === 'error') {
    const caught = raise(tx, { kind: 'error', code: throws.error }, token, false);
    if (!caught) closeCase(tx, node.outcome, node.id, { error: throws.error });
    return caught ?? [];
  }
  const caught = throws?.kind === 'escalation' ? raise(tx, { kind: 'escalation', code: throws.escalation }, token, false) ?? [] : [];
  return tx.state.tokens[token.id] ? [...caught, ...useUp(tx, token, node.outcome, node.terminate === true)] : caught;
}

/**
 * A token is used up; with the last one its level is complete (§13.5.6). The outcome of a case is that of its own end event, or of the interrupting event
 * sub-process that has taken over; one that runs beside has none of its own, so it is kept in mind while one still runs.
 */
function useUp(tx: Transaction, token: Token, outcome: string | null, terminate: boolean): readonly number[] {
  if (token.scope !== 0) {
    emit(tx, { type: 'token.removed', token: token.id });
    return endInside(tx, token.scope, terminate, outcome);
  }
  const last = Object.keys(tx.state.tokens).length === 1;
  emit(tx, { type: 'token.removed', token: token.id, ...(!last && outcome !== null && tx.index.triggered(undefined).length > 0 ? { ending: outcome } : {}) });
  const final = outcome ?? tx.state.ending;
  if (!terminate && !last) return [];
  if (final === undefined) throw new Refusal('model.no-flow', { where: token.node });
  closeCase(tx, final, token.node);
  return [];
}

/** A token has ended in a sub-process: with the last one, or a terminate end event, the sub-process is complete (§13.5.6). */
function endInside(tx: Transaction, scopeId: number, terminate: boolean, outcome: string | null): readonly number[] {
  const scope = tx.state.scopes[scopeId];
  if (!scope) return [];
  if (terminate) withdrawInside(tx, scopeId);
  if (Object.values(tx.state.tokens).some((t) => t.scope === scopeId)) return [];
  emit(tx, { type: 'scope.closed', scope: scopeId });
  const outside = tx.state.tokens[scope.token];
  if (!outside) return [];
  if (!isTriggered(tx.index.node(outside.node))) return leave(tx, outside, null, tx.index.outgoing(outside.node));
  cancelTimersOf(tx, outside.id);
  triggerClocks(tx, 'completed', outside.node, null);
  return useUp(tx, outside, standsAside(tx.index, outside.node) ? null : outcome, false);
}

/** One instance of a multi-instance activity is complete; with the last one, or by its completion condition, the activity is (§13.3.7). */
export function endInstance(tx: Transaction, token: Token): readonly number[] {
  const scope = tx.state.scopes[token.scope];
  emit(tx, { type: 'token.removed', token: token.id });
  emit(tx, { type: 'scope.closed', scope: token.scope });
  const outside = scope && tx.state.tokens[scope.token];
  const multi = outside && tx.state.multis[outside.id];
  if (!outside || !multi) return [];
  if (isComplete(tx, multi, outside)) return closeInstances(tx, outside);
  return multi.sequential ? openFurther(tx, outside.id) : [];
}

export function closeInstances(tx: Transaction, outside: Token): readonly number[] {
  // With it go the timers beside the activity and, where the condition is met early, the instances that are still open.
  withdrawAt(tx, [outside.id]);
  return leave(tx, outside, tx.state.visits[outside.node]?.outcome ?? null, tx.index.outgoing(outside.node));
}
