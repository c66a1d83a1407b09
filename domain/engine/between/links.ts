/** 关联案件: two cases name each other. The one is told by a person, the other by the first (errands.ts); each link stands in both records. */
import type { CommandBody } from '../commands.ts';
import type { Relation } from '../events.ts';
import { decidedBy, tell } from './errands.ts';
import { manage, type Acting } from '../guards.ts';
import { Refusal } from '../refusal.ts';
import { emit, type Transaction } from '../transaction.ts';

type Body<T extends CommandBody['type']> = Extract<CommandBody, { type: T }>;
/** The state of a case stays small. Called, merged and split cases are not counted: they stand in the record alone. */
const most = 200;

function mayLink(tx: Transaction, other: string): void {
  const { caseId, related = [] } = tx.state;
  if (other === caseId) throw new Refusal('link.self');
  if (related.includes(other)) throw new Refusal('link.exists', { caseId: other });
  if (related.length >= most) throw new Refusal('link.too-many', { most });
}

export function link(tx: Transaction, { other, reason }: Body<'link'>, person: Acting): void {
  manage(tx, person);
  mayLink(tx, other.caseId);
  emit(tx, { type: 'case.linked', relation: 'related', ...other, reason });
  tell(tx, other.caseId, { kind: 'linked', reason, by: decidedBy(tx) });
}

export function unlink(tx: Transaction, { other, reason }: Body<'unlink'>, person: Acting): void {
  manage(tx, person);
  if (!tx.state.related?.includes(other)) throw new Refusal('link.not-found', { caseId: other });
  emit(tx, { type: 'case.unlinked', relation: 'related', caseId: other, reason });
  tell(tx, other, { kind: 'unlinked', reason, by: decidedBy(tx) });
}

export function linked(tx: Transaction, { other, reason, by, relation: given }: Body<'linked'>): void {
  const relation: Relation = given ?? 'related';
  // A round or a call for applications has hundreds of cases that belong to it: these stand in the record alone.
  if (relation === 'related') mayLink(tx, other.caseId);
  emit(tx, { type: 'case.linked', relation, ...other, reason, by });
}

export function unlinked(tx: Transaction, { other, reason, by }: Body<'unlinked'>): void {
  if (!tx.state.related?.includes(other)) throw new Refusal('link.not-found', { caseId: other });
  emit(tx, { type: 'case.unlinked', relation: 'related', caseId: other, reason, by });
}
