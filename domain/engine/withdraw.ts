/** 撤销: what stands open is taken away, by a boundary event, a return, a terminate event or the end of the case. */
import { withdrawCalls } from './between/calls.ts';
import { voidDocuments } from './dossier/documents.ts';
import type { Scope } from './state.ts';
import { emit, type Transaction } from './transaction.ts';

/** Everything that stands open at these tokens and inside them is withdrawn; the tokens themselves stay. Linear in what is open. */
export function withdrawAt(tx: Transaction, tokens: readonly number[]): void {
  const { state } = tx;
  const all = new Set(tokens);
  const scopes: Scope[] = [];
  // Scopes are numbered in the order in which they were opened: the outer ones come first.
  const opened = Object.values(state.scopes);
  if (opened.length > 0) {
    const inside = new Map<number, number[]>();
    for (const token of Object.values(state.tokens)) {
      const list = inside.get(token.scope);
      if (list) list.push(token.id);
      else inside.set(token.scope, [token.id]);
    }
    for (const scope of opened) {
      if (!all.has(scope.token)) continue;
      scopes.push(scope);
      for (const token of inside.get(scope.id) ?? []) all.add(token);
    }
  }
  for (const task of Object.values(state.tasks)) if (all.has(task.token)) emit(tx, { type: 'task.cancelled', task: task.id, node: task.node });
  for (const round of Object.values(state.signings)) if (all.has(round.token)) emit(tx, { type: 'signing.cancelled', token: round.token, node: round.node });
  for (const job of Object.values(state.jobs)) {
    if (!all.has(job.token)) continue;
    emit(tx, { type: 'job.cancelled', job: job.id, node: job.node });
    voidDocuments(tx, job.id);
  }
  withdrawCalls(tx, all);
  for (const timer of Object.values(state.timers)) if (all.has(timer.token)) emit(tx, { type: 'timer.cancelled', timer: timer.id, node: timer.node });
  for (const multi of Object.values(state.multis)) if (all.has(multi.token)) emit(tx, { type: 'multi.closed', token: multi.token, node: multi.node, completed: multi.completed });
  for (const token of tokens) all.delete(token);
  for (const token of all) emit(tx, { type: 'token.removed', token });
  for (const scope of scopes.reverse()) emit(tx, { type: 'scope.closed', scope: scope.id });
}

export const withdrawInside = (tx: Transaction, scope: number): void => withdraw(tx, Object.values(tx.state.tokens).flatMap((t) => (t.scope === scope ? [t.id] : [])));

/** These tokens, with everything that stands open at them and inside them. */
export function withdraw(tx: Transaction, tokens: readonly number[]): void {
  withdrawAt(tx, tokens);
  for (const token of tokens) emit(tx, { type: 'token.removed', token });
}
