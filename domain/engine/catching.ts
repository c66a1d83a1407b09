/**
 * Where a case waits for an event: a token at (or at the gateway before) a catch event, an activity with a boundary event beside it, a level with an
 * event sub-process. Looked up in what stands open; nothing of it is kept in the state.
 *
 * BPMN leaves open who gets a message for which several wait. Here: a catch event before a boundary event before an event sub-process, so that the
 * least is interrupted; among equals the innermost, then the one that has waited longest. A signal is for all of them (§10.5.1), in that order.
 */
import type { Awaited, BoundaryEvent, CatchEvent, SubProcess } from '../model/types.ts';
import { catcherOf, interrupts, type ThrownCode, type Triggered } from '../model/catchers.ts';
import { isInstance } from './scopes.ts';
import type { CaseState, Token } from './state.ts';
import type { Transaction } from './transaction.ts';

export type Waiting =
  | { readonly at: 'token'; readonly token: number; readonly event: CatchEvent }
  | { readonly at: 'beside'; readonly token: number; readonly event: BoundaryEvent }
  | { readonly at: 'within'; readonly scope: number; readonly triggered: Triggered };

/** A case under a definition. */
export type At = Pick<Transaction, 'index'> & { readonly state: Pick<CaseState, 'status' | 'tokens' | 'scopes'> };

export const awaitedBy = (waiting: Waiting): Awaited => (waiting.at === 'within' ? waiting.triggered.start.on : waiting.event.on);
export const eventOf = (waiting: Waiting): string => (waiting.at === 'within' ? waiting.triggered.start.id : waiting.event.id);

/** Whether it still waits: what came before may have taken it away. */
export const stillWaits = (tx: Transaction, waiting: Waiting): boolean =>
  tx.state.status !== 'closed' && (waiting.at === 'within' ? (waiting.scope === 0 || tx.state.scopes[waiting.scope] !== undefined) && !isTakenOver(tx, waiting.scope) : tx.state.tokens[waiting.token] !== undefined);

/** An interrupting event sub-process has taken over the level; nothing else starts there any more (§13.5.4). */
export const isTakenOver = ({ index, state }: At, scope: number): boolean =>
  levelHas(index, state, scope) && Object.values(state.tokens).some((t) => t.scope === scope && index.triggered(levelOf(state, scope)).some(({ sub, start }) => sub.id === t.node && interrupts(start)));

const levelOf = (state: Pick<CaseState, 'scopes'>, scope: number): string | undefined => state.scopes[scope]?.node;
const levelHas = (index: Transaction['index'], state: Pick<CaseState, 'scopes'>, scope: number): boolean => index.triggered(levelOf(state, scope)).length > 0;

const rank = { token: 0, beside: 1, within: 2 } as const;

/** Whoever waits for it, in the order in which they are asked. */
export function waitingFor(tx: At, wanted: (on: Awaited) => boolean): readonly Waiting[] {
  const { index, state } = tx;
  const found: { readonly one: Waiting; readonly depth: number; readonly since: number }[] = [];
  const depths = new Map<number, number>([[0, 0]]);
  // Scopes are numbered in the order in which they were opened: the outer ones come first.
  for (const scope of Object.values(state.scopes)) depths.set(scope.id, (depths.get(scope.parent) ?? 0) + 1);
  for (const token of Object.values(state.tokens)) {
    const depth = depths.get(token.scope) ?? 0;
    for (const event of index.awaitedAt(token.node)) if (wanted(event.on)) found.push({ one: { at: 'token', token: token.id, event }, depth, since: token.id });
    if (isInstance(tx, token)) continue;
    for (const event of index.boundaries(token.node)) if (wanted(event.on)) found.push({ one: { at: 'beside', token: token.id, event }, depth, since: token.id });
  }
  for (const scope of [0, ...Object.values(state.scopes).flatMap((s) => (s.index === null ? [s.id] : []))]) {
    if (!levelHas(index, state, scope) || isTakenOver(tx, scope)) continue;
    for (const triggered of index.triggered(levelOf(state, scope))) if (wanted(triggered.start.on)) found.push({ one: { at: 'within', scope, triggered }, depth: depths.get(scope) ?? 0, since: scope });
  }
  return found.sort((a, b) => rank[a.one.at] - rank[b.one.at] || b.depth - a.depth || a.since - b.since).map(({ one }) => one);
}

/**
 * Who catches what is thrown at this token; null where nobody does (model/catchers.ts).
 * @param own the activity at the token throws it itself
 */
export function catches(tx: Transaction, thrown: ThrownCode, token: Token, own: boolean): Waiting | null {
  const caught = catcherOf(tx.model, tx.index.node(token.node), thrown, own);
  if (!caught) return null;
  if (caught.at === 'beside') return { at: 'beside', token: outsideOf(tx, token, caught.event.attachedTo), event: caught.event };
  const { parent } = caught.triggered.sub;
  return { at: 'within', scope: parent === undefined ? 0 : scopeOf(tx, token, parent), triggered: caught.triggered };
}

/** The token that rests at this activity around (or at) another one; of one with instances that which stands for all of them. */
function outsideOf(tx: Transaction, token: Token, activity: string): number {
  for (let at: Token | undefined = token; at; at = tx.state.tokens[tx.state.scopes[at.scope]?.token ?? -1]) if (at.node === activity && !isInstance(tx, at)) return at.id;
  throw new Error(`no token of case ${tx.state.caseId} rests at ${activity} around token ${token.id}`);
}

function scopeOf(tx: Transaction, token: Token, level: string): number {
  for (let at = tx.state.scopes[token.scope]; at; at = tx.state.scopes[at.parent]) if (at.node === level && at.index === null) return at.id;
  throw new Error(`token ${token.id} of case ${tx.state.caseId} is in no ${level}`);
}

/** An event sub-process that is under way beside the flow of its level, and leaves it alone. */
export const standsAside = (index: Transaction['index'], node: string): boolean => {
  const at = index.node(node) as SubProcess;
  return at.type === 'subProcess' && at.triggered === true && index.triggered(at.parent).some(({ sub, start }) => sub.id === node && !interrupts(start));
};
