/**
 * Sub-processes and multi-instance activities: a token rests outside at the activity, others move in a scope inside.
 * An instance of a multi-instance activity is a scope with one token at that same activity (§13.3.7).
 */
import type { Json } from '../json.ts';
import type { MultiInstance, Node, SubProcess } from '../model/types.ts';
import { evaluateFeel, expressionContext } from './expressions.ts';
import { Refusal } from './refusal.ts';
import type { CaseState, Multi, Token } from './state.ts';
import { emit, nextId, type Transaction } from './transaction.ts';

/** Instances opened by one command at most: a round must stay small enough for one payload. The rest follow by themselves, tick by tick. */
export const instancesPerRound = 200;

export const multiOf = (node: Node): MultiInstance | undefined => (node.type === 'userTask' || node.type === 'subProcess' || node.type === 'callActivity' ? node.multi : undefined);

/** True for the token of one instance, false for the token that rests at the activity outside. */
export const isInstance = (tx: { readonly state: Pick<CaseState, 'scopes'> }, token: Token): boolean => tx.state.scopes[token.scope]?.node === token.node;

/** @returns the token at the start event inside */
export function openSubProcess(tx: Transaction, node: SubProcess, token: Token): readonly number[] {
  const scope = nextId(tx);
  emit(tx, { type: 'scope.opened', scope, node: node.id, token: token.id, parent: token.scope, index: null, item: null });
  const inside = nextId(tx);
  emit(tx, { type: 'token.created', token: inside, node: tx.index.startOf(node.id).id, flow: null, scope });
  return [inside];
}

/** @returns tokens of the instances opened now; none where the list is empty */
export function openInstances(tx: Transaction, node: Node, multi: MultiInstance, token: Token): readonly number[] {
  const items = evaluateFeel(multi.collection, expressionContext(tx.model, tx.state, token.scope), node.id);
  if (!Array.isArray(items)) throw new Refusal('model.expression', { where: node.id, expression: multi.collection, message: 'the value is no list' });
  emit(tx, { type: 'multi.opened', token: token.id, node: node.id, items: items as readonly Json[], sequential: multi.sequential === true });
  return openFurther(tx, token.id);
}

/** Opens the next instances: one in a sequence, else as many as a round takes. */
export function openFurther(tx: Transaction, tokenId: number): readonly number[] {
  const multi = tx.state.multis[tokenId];
  const token = tx.state.tokens[tokenId];
  if (!multi || !token) return [];
  const count = multi.sequential ? 1 : instancesPerRound;
  return multi.items.slice(multi.started, multi.started + count).map((item, i) => {
    const scope = nextId(tx);
    emit(tx, { type: 'scope.opened', scope, node: multi.node, token: tokenId, parent: token.scope, index: multi.started + i, item });
    const inside = nextId(tx);
    emit(tx, { type: 'token.created', token: inside, node: multi.node, flow: null, scope });
    return inside;
  });
}

/** A parallel multi-instance activity that has instances to open, and can; in a sequence each waits for the one before. */
export const toOpen = ({ multis, incidents = {} }: Pick<CaseState, 'multis' | 'incidents'>): Multi | undefined =>
  Object.values(multis).find((m) => m.started < m.items.length && !m.sequential && !Object.values(incidents).some(({ of }) => of.kind === 'instances' && of.token === m.token));

/** Whether the activity is complete now that one more instance is. */
export function isComplete(tx: Transaction, multi: Multi, token: Token): boolean {
  if (multi.completed === multi.items.length) return true;
  const completion = multiOf(tx.index.node(multi.node))?.completion;
  if (completion === undefined) return false;
  const context = {
    ...expressionContext(tx.model, tx.state, token.scope),
    nrOfInstances: multi.items.length, nrOfActiveInstances: multi.started - multi.completed, nrOfCompletedInstances: multi.completed,
  };
  return evaluateFeel(completion, context, multi.node) === true;
}
