/**
 * The token game: BPMN 2.0.2 §13 (execution semantics) for the constructs of model/types.ts.
 *
 * A token rests at a node until the node lets it go. Activities and events with several incoming flows are merges (each token passes by
 * itself, §13.3.1); several outgoing flows are a parallel split (§13.3.1). The parallel gateway waits for a token on each incoming flow and
 * takes one from each (§13.4.1). The exclusive gateway tries its conditions in the order of the flows, then its default (§13.4.2).
 * A case ends when no token is left (§13.5.6), or at once at a terminate end event (§13.5.6).
 */
import { assertNever } from '../assert-never.ts';
import { inclusiveJoinReady } from '../model/inclusive-join.ts';
import { isRecused } from '../authority/acts.ts';
import type { ExclusiveGateway, Flow, InclusiveGateway, MessageEvent, Node, ParallelGateway, UserTask } from '../model/types.ts';
import { canonicalJson } from '../record/canonical-json.ts';
import { requestCall, withdrawCalls } from './calls.ts';
import { stopClock, triggerClocks } from './clocks.ts';
import { requestClosingWork } from './closing-work.ts';
import { draftDocument, generate, voidDocuments } from './documents.ts';
import { tell } from './errands.ts';
import type { CaseEventBody, FieldChange } from './events.ts';
import { decideByTable, evaluateAll, expressionContext, isTrue } from './expressions.ts';
import { resolvePool } from './pools.ts';
import { isComplete, isInstance, multiOf, openFurther, openInstances, openSubProcess, toOpen } from './scopes.ts';
import { cancelSides } from './side-tasks.ts';
import { openSigning } from './signing.ts';
import { Refusal } from './refusal.ts';
import type { Scope, Token } from './state.ts';
import { armTimer, cancelTimersOf } from './timers.ts';
import { emit, nextId, type Transaction } from './transaction.ts';
import type { Json, JsonObject } from '../json.ts';

/** More automatic steps than this in one command means a loop without a human step or a timer. */
const maxStepsPerCommand = 1000;

/** Puts a new token at the start event and lets it run until every token rests. */
export function startFlow(tx: Transaction): void {
  const id = nextId(tx);
  emit(tx, { type: 'token.created', token: id, node: tx.index.start.id, flow: null, scope: 0 });
  run(tx, [id]);
}

/** The activity at this token is done: the token goes on. */
export function completeActivity(tx: Transaction, token: number, outcome: string | null): void {
  const at = tx.state.tokens[token];
  if (!at) throw new Error(`token ${token} of case ${tx.state.caseId} is gone while its activity completes`);
  run(tx, leave(tx, at, outcome, tx.index.outgoing(at.node)));
}

/** 依法视为: the limit is over, and whatever is open at the step counts as decided so. */
export function deem(tx: Transaction, node: string, outcome: string, clock: string): void {
  for (const token of Object.values(tx.state.tokens)) {
    if (token.node !== node || !tx.state.tokens[token.id]) continue;
    withdrawAt(tx, [token.id]);
    emit(tx, { type: 'step.deemed', token: token.id, node, outcome, clock });
    completeActivity(tx, token.id, outcome);
  }
}

/** A boundary event fires: its path starts; an interrupting one takes the token of the activity with it (§10.5.4, §13.5.3). */
export function fireBoundary(tx: Transaction, node: string, activityToken: number, interrupting: boolean): void {
  const scope = tx.state.tokens[activityToken]?.scope ?? 0;
  if (interrupting) {
    withdrawAt(tx, [activityToken]);
    emit(tx, { type: 'token.removed', token: activityToken });
  }
  const id = nextId(tx);
  emit(tx, { type: 'token.created', token: id, node, flow: null, scope });
  const token = tx.state.tokens[id];
  if (token) run(tx, leave(tx, token, null, tx.index.outgoing(node)));
}

/** @param parent where it ends together with the case that called it, which then needs no news of it */
export function closeCase(tx: Transaction, outcome: string, node: string | null, reason?: string, parent: Pick<Extract<CaseEventBody, { type: 'case.closed' }>, 'with' | 'by'> | null = null): void {
  if (reason !== undefined) tx.endedBecause = reason;
  if (parent?.by) tx.onBehalf = parent.by;
  withdrawInside(tx, 0);
  cancelSides(tx, () => true);
  for (const clock of Object.values(tx.state.clocks)) stopClock(tx, clock, outcome === 'merged' ? 'merged' : 'cancelled');
  for (const { id } of tx.state.kept ?? []) emit(tx, { type: 'input.dropped', kept: id, code: 'case.closed' });
  emit(tx, { type: 'case.closed', outcome, node, ...(reason === undefined ? {} : { reason }), ...parent });
  requestClosingWork(tx);
  if (tx.state.parent?.wait && !parent) tell(tx, tx.state.parent.caseId, { kind: 'closed', call: tx.state.parent.call });
}

function run(tx: Transaction, arrived: readonly number[]): void {
  const queue = [...arrived];
  for (let steps = 0; queue.length > 0 && tx.state.status !== 'closed'; steps++) {
    if (steps > maxStepsPerCommand) throw new Refusal('model.too-many-steps', { steps });
    const id = queue.shift();
    const token = id === undefined ? undefined : tx.state.tokens[id];
    if (token) queue.push(...enter(tx, token));
    // What may still come to an inclusive join is known only when every other token has come to rest.
    if (queue.length === 0) queue.push(...passInclusiveJoin(tx));
  }
}

/** @returns tokens that have moved to a further node. */
function enter(tx: Transaction, token: Token): readonly number[] {
  const node = tx.index.node(token.node);
  const instance = isInstance(tx, token);
  if (!instance) triggerClocks(tx, 'entered', node.id, null);
  const multi = multiOf(node);
  if (multi && !instance) {
    armBoundaries(tx, node, token);
    const opened = openInstances(tx, node, multi, token);
    return opened.length > 0 ? opened : closeInstances(tx, token);
  }
  switch (node.type) {
    case 'startEvent':
    case 'boundaryTimer':
      return leave(tx, token, null, tx.index.outgoing(node.id));
    case 'userTask':
      if (node.signing) openSigning(tx, node, node.signing, token);
      else openTask(tx, node, token);
      if (!instance) armBoundaries(tx, node, token);
      return [];
    case 'subProcess':
      if (!instance) armBoundaries(tx, node, token);
      return openSubProcess(tx, node, token);
    case 'serviceTask': {
      const input = evaluateAll(node.input, expressionContext(tx.model, tx.state, token.scope), node.id);
      const job = nextId(tx);
      emit(tx, { type: 'job.requested', job, token: token.id, node: node.id, service: node.service, input });
      if (node.service === generate) draftDocument(tx, node, job, token, input);
      armBoundaries(tx, node, token);
      return [];
    }
    case 'callActivity':
      requestCall(tx, node, token);
      if (!instance) armBoundaries(tx, node, token);
      return [];
    case 'scriptTask': {
      const changes = changesOf(tx.state.data, evaluateAll(node.set, expressionContext(tx.model, tx.state, token.scope), node.id));
      if (changes.length > 0) emit(tx, { type: 'data.changed', changes, node: node.id });
      return leave(tx, token, null, tx.index.outgoing(node.id));
    }
    case 'businessRuleTask': {
      const context = expressionContext(tx.model, tx.state, token.scope);
      const changes = changesOf(tx.state.data, evaluateAll(node.set, { ...context, result: decideByTable(tx.model, node, context) }, node.id));
      if (changes.length > 0) emit(tx, { type: 'data.changed', changes, node: node.id });
      return leave(tx, token, null, tx.index.outgoing(node.id));
    }
    case 'exclusiveGateway':
      return leave(tx, token, null, [chooseFlow(tx, node, token.scope)]);
    case 'parallelGateway':
      return join(tx, token, node);
    case 'inclusiveGateway':
      return tx.index.incoming(node.id).length > 1 ? [] : leave(tx, token, null, chooseFlows(tx, node, token.scope));
    case 'eventGateway':
      for (const flow of tx.index.outgoing(node.id)) {
        const event = tx.index.node(flow.to);
        if (event.type === 'timerEvent') armTimer(tx, event, token.id);
      }
      return [];
    case 'timerEvent':
      armTimer(tx, node, token.id);
      return [];
    case 'messageEvent':
    case 'signalEvent':
      return [];
    case 'endEvent':
      triggerClocks(tx, 'completed', node.id, null);
      emit(tx, { type: 'token.removed', token: token.id });
      if (token.scope !== 0) return endInside(tx, token.scope, node.terminate === true);
      if (node.terminate || Object.keys(tx.state.tokens).length === 0) closeCase(tx, node.outcome, node.id);
      return [];
    default:
      return assertNever(node);
  }
}

function openTask(tx: Transaction, node: UserTask, token: Token): void {
  const pool = resolvePool(tx.state, node.assignment, node.id, () => expressionContext(tx.model, tx.state, token.scope));
  const before = tx.handTo?.node === node.id && !isRecused(tx.state, tx.handTo.person.id) ? tx.handTo.person : null;
  emit(tx, { type: 'task.created', task: nextId(tx), token: token.id, node: node.id, pool, ...(before ? { assignee: before } : {}) });
}

/** Puts tokens where a case has been brought to, other than by the flow: at joins they rest, at the last node of the path the case goes on. */
export function placeTokens(tx: Transaction, { path, scope, joins }: { readonly path: readonly Node[]; readonly scope: number; readonly joins: readonly (readonly { readonly node: string; readonly flow: string }[])[] }): void {
  let at = scope;
  path.forEach((node, depth) => {
    for (const join of joins[depth] ?? []) emit(tx, { type: 'token.created', token: nextId(tx), node: join.node, flow: join.flow, scope: at });
    const id = nextId(tx);
    emit(tx, { type: 'token.created', token: id, node: node.id, flow: null, scope: at });
    if (depth === path.length - 1) return run(tx, [id]);
    const outside = tx.state.tokens[id];
    triggerClocks(tx, 'entered', node.id, null);
    if (outside) armBoundaries(tx, node, outside);
    const inside = nextId(tx);
    emit(tx, { type: 'scope.opened', scope: inside, node: node.id, token: id, parent: at, index: null, item: null });
    at = inside;
  });
}

/** A token has ended in a sub-process: with the last one, or a terminate end event, the sub-process is complete (§13.5.6). */
function endInside(tx: Transaction, scopeId: number, terminate: boolean): readonly number[] {
  const scope = tx.state.scopes[scopeId];
  if (!scope) return [];
  if (terminate) withdrawInside(tx, scopeId);
  if (Object.values(tx.state.tokens).some((t) => t.scope === scopeId)) return [];
  emit(tx, { type: 'scope.closed', scope: scopeId });
  const outside = tx.state.tokens[scope.token];
  return outside ? leave(tx, outside, null, tx.index.outgoing(outside.node)) : [];
}

/** One instance of a multi-instance activity is complete; with the last one, or by its completion condition, the activity is (§13.3.7). */
function endInstance(tx: Transaction, token: Token): readonly number[] {
  const scope = tx.state.scopes[token.scope];
  emit(tx, { type: 'token.removed', token: token.id });
  emit(tx, { type: 'scope.closed', scope: token.scope });
  const outside = scope && tx.state.tokens[scope.token];
  const multi = outside && tx.state.multis[outside.id];
  if (!outside || !multi) return [];
  if (isComplete(tx, multi, outside)) return closeInstances(tx, outside);
  return multi.sequential ? openFurther(tx, outside.id) : [];
}

function closeInstances(tx: Transaction, outside: Token): readonly number[] {
  // With it go the timers beside the activity and, where the condition is met early, the instances that are still open.
  withdrawAt(tx, [outside.id]);
  return leave(tx, outside, tx.state.visits[outside.node]?.outcome ?? null, tx.index.outgoing(outside.node));
}

/** Further instances of a large multi-instance activity: each tick opens some, so that no round grows beyond one payload. */
export function openWaitingInstances(tx: Transaction): void {
  const multi = toOpen(tx.state);
  if (multi) run(tx, openFurther(tx, multi.token));
}

function armBoundaries(tx: Transaction, node: Node, token: Token): void {
  for (const boundary of tx.index.boundaries(node.id)) armTimer(tx, boundary, token.id);
}

/** The token goes on by the first flow; further flows get tokens of their own. */
function leave(tx: Transaction, token: Token, outcome: string | null, flows: readonly Flow[]): readonly number[] {
  if (isInstance(tx, token)) return endInstance(tx, token);
  cancelTimersOf(tx, token.id);
  triggerClocks(tx, 'completed', token.node, outcome);
  const [first, ...others] = flows;
  if (!first) throw new Refusal('model.no-flow', { where: token.node });
  emit(tx, { type: 'token.moved', token: token.id, node: first.to, flow: first.id });
  const ids = [token.id];
  for (const flow of others) {
    const id = nextId(tx);
    emit(tx, { type: 'token.created', token: id, node: flow.to, flow: flow.id, scope: token.scope, ...(token.origin ? { from: token.id } : {}) });
    ids.push(id);
  }
  return ids;
}

function chooseFlow(tx: Transaction, gateway: ExclusiveGateway, scope: number): Flow {
  const context = expressionContext(tx.model, tx.state, scope);
  const flows = tx.index.outgoing(gateway.id);
  const chosen =
    flows.find((f) => f.id !== gateway.default && (f.condition === undefined ? flows.length === 1 : isTrue(f.condition, context, f.id))) ??
    flows.find((f) => f.id === gateway.default);
  if (!chosen) throw new Refusal('model.no-flow', { where: gateway.id });
  return chosen;
}

/** §13.4.3: every flow whose condition is true; the default where none is. */
function chooseFlows(tx: Transaction, gateway: InclusiveGateway, scope: number): readonly Flow[] {
  const context = expressionContext(tx.model, tx.state, scope);
  const flows = tx.index.outgoing(gateway.id);
  const chosen = flows.filter((f) => f.id !== gateway.default && (f.condition === undefined || isTrue(f.condition, context, f.id)));
  const taken = chosen.length > 0 ? chosen : flows.filter((f) => f.id === gateway.default);
  if (taken.length === 0) throw new Refusal('model.no-flow', { where: gateway.id });
  return taken;
}

/** Lets one inclusive join go on whose time has come. @returns its tokens that have moved */
function passInclusiveJoin(tx: Transaction): readonly number[] {
  const tokens = Object.values(tx.state.tokens);
  const next = (node: string): readonly Flow[] => [...tx.index.outgoing(node), ...tx.index.boundaries(node).flatMap((b) => tx.index.outgoing(b.id))];
  for (const token of tokens) {
    const node = tx.index.node(token.node);
    if (node.type !== 'inclusiveGateway') continue;
    const here = tokens.filter((t) => t.node === node.id && t.scope === token.scope);
    const arrived = new Map(here.map((t) => [t.flow ?? '', t]));
    const ready = inclusiveJoinReady({
      gateway: node.id, incoming: tx.index.incoming(node.id).map((f) => f.id), arrived: new Set(arrived.keys()),
      elsewhere: tokens.filter((t) => t.scope === token.scope && t.node !== node.id).map((t) => t.node), next,
    });
    if (!ready) continue;
    const [kept, ...rest] = arrived.values();
    if (!kept) continue;
    for (const other of rest) emit(tx, { type: 'token.removed', token: other.id });
    return leave(tx, kept, null, chooseFlows(tx, node, token.scope));
  }
  return [];
}

/** An awaited event has come to a token that rests at it, or at the event-based gateway before it (§13.4.4): the first event takes the token. */
export function eventOccurs(tx: Transaction, tokenId: number, event: string): void {
  const token = tx.state.tokens[tokenId];
  const flow = token && token.node !== event ? tx.index.outgoing(token.node).find((f) => f.to === event) : undefined;
  if (flow) {
    cancelTimersOf(tx, tokenId);
    triggerClocks(tx, 'completed', flow.from, null);
    emit(tx, { type: 'token.moved', token: tokenId, node: event, flow: flow.id });
    triggerClocks(tx, 'entered', event, null);
  }
  completeActivity(tx, tokenId, null);
}

/** The token that waits for this message, at the event itself or at a gateway before it; the one that has waited longest. */
export function awaiting(tx: Transaction, message: string): { readonly token: Token; readonly event: MessageEvent } | null {
  for (const token of Object.values(tx.state.tokens)) {
    const event = tx.index.awaitedAt(token.node).find((e): e is MessageEvent => e.type === 'messageEvent' && e.message === message);
    if (event) return { token, event };
  }
  return null;
}

function join(tx: Transaction, token: Token, gateway: ParallelGateway): readonly number[] {
  const waiting = Object.values(tx.state.tokens).filter((t) => t.node === gateway.id && t.scope === token.scope);
  const taken: Token[] = [];
  for (const flow of tx.index.incoming(gateway.id)) {
    const one = waiting.find((t) => t.flow === flow.id);
    if (!one) return [];
    taken.push(one);
  }
  const [kept, ...rest] = taken;
  if (!kept) return leave(tx, token, null, tx.index.outgoing(gateway.id));
  for (const other of rest) emit(tx, { type: 'token.removed', token: other.id });
  return leave(tx, kept, null, tx.index.outgoing(gateway.id));
}

/** Everything that stands open at these tokens and inside them is withdrawn; the tokens themselves stay. Linear in what is open. */
function withdrawAt(tx: Transaction, tokens: readonly number[]): void {
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

const withdrawInside = (tx: Transaction, scope: number): void => withdraw(tx, Object.values(tx.state.tokens).flatMap((t) => (t.scope === scope ? [t.id] : [])));

/** These tokens, with everything that stands open at them and inside them. */
export function withdraw(tx: Transaction, tokens: readonly number[]): void {
  withdrawAt(tx, tokens);
  for (const token of tokens) emit(tx, { type: 'token.removed', token });
}

export function changesOf(data: Readonly<Record<string, Json>>, set: JsonObject): readonly FieldChange[] {
  return Object.entries(set).flatMap(([field, value]) => {
    const old = data[field] ?? null;
    return canonicalJson(old) === canonicalJson(value) ? [] : [{ field, old, new: value }];
  });
}
