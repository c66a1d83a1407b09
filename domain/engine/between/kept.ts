/**
 * What comes to a case from outside while it is suspended (中止), or while it is being merged: an answer of a service, a message, the end of a called case.
 * It is kept, in order, and acts when the case goes on. The other way, to refuse it, would lose it: whoever sends it (another agency, a court) cannot be asked
 * to try again for months, and the law that stops a case does not stop its mail. What would be refused at any time is refused at once.
 */
import { finishOpened } from './call-answers.ts';
import type { Command, KeptBody } from '../commands.ts';
import { attempt, supposing } from '../attempt.ts';
import { Refusal } from '../refusal.ts';
import { emit, nextId, type Transaction } from '../transaction.ts';

export type Dispatch = (tx: Transaction, command: Command) => void;

/** A sender that does not stop must not fill the state of the case. */
const most = 200;

export const standsStill = ({ state }: Pick<Transaction, 'state'>): boolean => state.suspension !== null || state.merging !== undefined;

export function keep(tx: Transaction, command: Command, body: KeptBody, dispatch: Dispatch): void {
  const kept = tx.state.kept ?? [];
  // A worker that starts again asks its services again.
  if (body.type === 'job-done' && kept.some((k) => k.body.type === 'job-done' && k.body.job === body.job)) return;
  if (kept.length >= most) throw new Refusal('case.suspended', { since: tx.state.suspension?.since ?? null });
  const { merging: _, ...going } = tx.state;
  const trial = supposing(tx, { ...going, suspension: null, status: 'open' });
  dispatch(trial, command);
  tx.actor = trial.actor;
  emit(tx, { type: 'input.kept', kept: nextId(tx), body });
}

/** The case goes on: what was kept acts, in the order in which it came. What no longer fits is dropped, and the record says why. */
export function releaseKept(tx: Transaction, dispatch: Dispatch): void {
  for (const { id, body } of tx.state.kept ?? []) {
    const { actor } = tx;
    const refused = attempt(tx, () => {
      if (tx.state.status === 'closed') throw new Refusal('case.closed');
      emit(tx, { type: 'input.taken', kept: id });
      dispatch(tx, { id: tx.command, actor: { kind: 'system', id: 'engine' }, body });
    });
    tx.actor = actor;
    if (refused) emit(tx, { type: 'input.dropped', kept: id, code: refused.code });
  }
  if (tx.state.status === 'open') finishOpened(tx);
}
