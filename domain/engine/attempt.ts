/** What may fail within a decision that stands: an answer that was kept, what came of another case, what time brings. */
import type { Rejection } from './commands.ts';
import { fork } from './draft.ts';
import { mutate } from './evolve.ts';
import { Refusal } from './refusal.ts';
import type { CaseState, Held } from './state.ts';
import { emit, nextId, type Transaction } from './transaction.ts';

/** The same decision on another state: what it emits counts for nothing. */
export const supposing = (tx: Transaction, state: CaseState): Transaction => ({ ...tx, base: state, state: fork(state), events: [] });

const unset = { endedBecause: undefined, onBehalf: undefined, person: undefined, handTo: undefined, retrying: undefined };

/** Does it wholly or not at all. It costs nothing where it succeeds; where it does not, what was emitted before it is folded anew. @returns why not, or null */
export function attempt(tx: Transaction, act: () => void): Rejection | null {
  const before = { ...tx };
  const emitted = tx.events.length;
  try {
    act();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tx.events.length = emitted;
    const state = fork(tx.base);
    for (const event of tx.events) mutate(state, event);
    Object.assign(tx, unset, before, { state });
    return error.rejection;
  }
}

/** Where the process cannot go on with it, it is held, and the record says why (incidents.ts). A person whose act it is, or who tries it again, is told instead. @returns whether it was done */
export function orIncident(tx: Transaction, of: Held, node: string, act: () => void): boolean {
  if (tx.actor.kind === 'person' || tx.retrying) {
    act();
    return true;
  }
  const refused = attempt(tx, act);
  if (refused) emit(tx, { type: 'incident.raised', incident: nextId(tx), node, code: refused.code, params: refused.params, of });
  return refused === null;
}
