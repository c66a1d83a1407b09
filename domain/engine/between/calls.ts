/**
 * Call activities (BPMN §13.3.7): the token rests at the activity until the case that it called is closed. The other case is opened by the shell
 * (activities/between-cases.ts), at most once: its id follows from this case and the number of the call.
 *
 * What is withdrawn while it is called (a boundary event, a return, the end of this case) ends the called case too, unless nobody waits for it
 * (`wait: false`, 另案处理). A case that is only just being opened is ended when it is known to be open, so that none is left behind without a parent.
 * A case that cannot be opened (its form refuses the data, the agency takes no such cases), or whose result cannot be taken (an expression fails,
 * nobody can be found for the next step), leaves the token where it is, for whoever manages this case to see: nothing is skipped or lost in silence.
 */
import type { CallActivity } from '../../model/types.ts';
import { decidedBy, tell } from './errands.ts';
import { evaluateAll, expressionContext } from '../expressions.ts';
import { resolveAgency } from '../pools.ts';
import type { Token } from '../state.ts';
import { emit, nextId, type Transaction } from '../transaction.ts';

/** A process that calls itself would otherwise open cases for ever. */
const deepest = 10;

export function requestCall(tx: Transaction, node: CallActivity, token: Token): void {
  const given = evaluateAll(node.input, expressionContext(tx.model, tx.state, token.scope), node.id);
  const data = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  const agency = node.agency ? resolveAgency(tx.state, node.agency, node.id) : tx.state.agency;
  const opening = nextId(tx);
  emit(tx, { type: 'opening.requested', opening, kind: 'call', process: node.process, agency, data, wait: node.wait !== false, token: token.id, node: node.id });
  if ((tx.state.parent?.depth ?? 0) >= deepest) emit(tx, { type: 'opening.refused', opening, node: node.id, code: 'call.too-deep' });
}

/** Whatever is called from these tokens is no longer wanted. */
export function withdrawCalls(tx: Transaction, tokens: ReadonlySet<number>): void {
  for (const call of Object.values(tx.state.calls ?? {})) {
    if (!tokens.has(call.token)) continue;
    const ends = call.wait && call.refused === undefined;
    emit(tx, { type: 'call.withdrawn', call: call.id, node: call.node, ends });
    if (ends && call.child) endChild(tx, call.child.caseId);
  }
}

export const endChild = (tx: Transaction, caseId: string): void =>
  tell(tx, caseId, { kind: 'terminate', reason: tx.endedBecause ?? '调用本案的环节已经撤销', by: decidedBy(tx) });
