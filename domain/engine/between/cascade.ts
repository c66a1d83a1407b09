/**
 * 随案中止、恢复、终止: what a case does together with the case that called it. Only a case for which the other waits; only what that other case has itself
 * decided; and what was suspended for a reason of its own is not resumed with another.
 */
import type { Command } from '../commands.ts';
import { decidedBy, tell } from './errands.ts';
import { Refusal } from '../refusal.ts';
import type { ErrandBody, Named } from '../state.ts';
import type { Transaction } from '../transaction.ts';

/** What the record says of a command that came from the case that called this one; null where a person gives it. @throws Refusal forbidden.parent */
export function fromParent(tx: Transaction, { actor }: Command, body: { readonly with?: string; readonly by?: Named }): { readonly with: string; readonly by?: Named } | null {
  if (actor.kind === 'person') return null;
  const { parent } = tx.state;
  if (body.with === undefined || parent?.caseId !== body.with || !parent.wait) throw new Refusal('forbidden.parent', { caseId: body.with ?? null });
  tx.actor = { kind: 'system', id: actor.id };
  return { with: body.with, ...(body.by ? { by: body.by } : {}) };
}

/** To every called case for which this one waits. */
export function tellChildren(tx: Transaction, body: Extract<ErrandBody, { kind: 'suspend' | 'resume' }>): void {
  for (const call of Object.values(tx.state.calls ?? {})) if (call.wait && call.child) tell(tx, call.child.caseId, body);
}

/** On whose behalf this case passes it on: whoever decided it in the first place. */
export const onBehalf = (tx: Transaction, by: Named | undefined): Named => by ?? decidedBy(tx);
