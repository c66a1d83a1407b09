/**
 * 案间事项: what one case has to tell another. It stands in the state of the case that tells until the other has it in its record, so that no crash loses
 * it; the other knows it by the name of the command (`errandId`), so that it acts once however often it is delivered. What is told to one case is
 * delivered in order. A case that is closed still delivers what it has to tell.
 */
import type { Command } from '../commands.ts';
import { Refusal } from '../refusal.ts';
import type { Errand, ErrandBody, Named } from '../state.ts';
import { emit, nextId, type Transaction } from '../transaction.ts';

export const errandId = (from: string, errand: number): string => `errand-${from}-${errand}`;

/** The other case is only just being merged: in a moment it is closed, or goes on. To be taken over by such a case is refused at once, or two would wait for each other. */
export const isForLater = ({ body }: Pick<Errand, 'body'>, code: string): boolean => code === 'case.merging' && body.kind !== 'absorb';

export function tell(tx: Transaction, to: string, body: ErrandBody): void {
  emit(tx, { type: 'errand.requested', errand: nextId(tx), to, body });
}

/** Whose decision it is that another case is told of. */
export const decidedBy = ({ actor, onBehalf }: Pick<Transaction, 'actor' | 'onBehalf'>): Named =>
  onBehalf ?? (actor.kind === 'person' ? { id: actor.id, name: actor.name } : { id: actor.id, name: '系统' });

export function errandDone(tx: Transaction, { errand, refused }: { readonly errand: number; readonly refused?: string }, actor: Command['actor']): Errand {
  const known = tx.state.errands?.[errand];
  if (!known) throw new Refusal('job.not-found', { job: errand });
  tx.actor = { kind: 'system', id: actor.id };
  emit(tx, { type: 'errand.done', errand, to: known.to, ...(refused === undefined ? {} : { refused }) });
  // A link that the other case did not take stands in neither.
  if (known.body.kind === 'linked' && refused !== undefined && tx.state.related?.includes(known.to)) emit(tx, { type: 'case.unlinked', relation: 'related', caseId: known.to, reason: refused });
  return known;
}
