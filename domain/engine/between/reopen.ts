/**
 * 重新办理: a closed case is opened again at a step that was done in it. It keeps its number and its record. What was done from that step on counts no more
 * (who did it still may not check it, 职责分离); clocks start anew as their triggers say. Whoever was told of its end is not told otherwise: a case that
 * waited for it has gone on. A case that was merged into another lives on there.
 */
import type { CommandBody } from '../commands.ts';
import { placeTokens } from '../flow.ts';
import { manage, type Acting } from '../guards.ts';
import { planPlacing, stepsFrom } from '../placing.ts';
import { Refusal } from '../refusal.ts';
import { emit, type Transaction } from '../transaction.ts';

export function reopen(tx: Transaction, { to, reason, basis }: Extract<CommandBody, { type: 'reopen' }>, person: Acting): void {
  const { status, outcome, visits } = tx.state;
  if (status !== 'closed') throw new Refusal('case.not-closed');
  manage(tx, person);
  if (outcome === 'merged') throw new Refusal('reopen.merged');
  const target = Object.hasOwn(visits, to) ? tx.index.node(to) : null;
  if (target?.type !== 'userTask') throw new Refusal('return.not-done', { to });
  const placing = planPlacing(tx, target);
  const again = stepsFrom(tx, placing);
  const undone = Object.keys(visits).filter((id) => again.has(id));
  emit(tx, { type: 'case.reopened', to, reason, ...(basis === undefined ? {} : { basis }), outcome, undone });
  placeTokens(tx, placing);
}
