/**
 * The token game: BPMN 2.0.2 §13 (execution semantics) for the constructs of model/types.ts.
 *
 * A token rests at a node until the node lets it go. Activities and events with several incoming flows are merges (each token passes by
 * itself, §13.3.1); several outgoing flows are a parallel split (§13.3.1). The parallel gateway waits for a token on each incoming flow and
 * takes one from each (§13.4.1). The exclusive gateway tries its conditions in the order of the flows, then its default (§13.4.2).
 * What an event does that has occurred is in event-handling.ts, how levels and cases end in ending.ts.
 */
import { assertNever } from '../assert-never.ts';
import { isBarred, isRecused } from '../authority/acts.ts';
import type { Flow, Node, ParallelGateway, Thrown, UserTask } from '../model/types.ts';
import { canonicalJson } from '../record/canonical-json.ts';
import { requestCall } from './between/calls.ts';
import { triggerClocks } from './clocks.ts';
import { draftDocument, generate } from './dossier/documents.ts';
import { closeInstances, endAt, endInstance } from './ending.ts';
import { armTriggered, raise } from './event-handling.ts';
import type { FieldChange } from './events.ts';
import { decideByTable, evaluateAll, evaluateFeel, expressionContext } from './expressions.ts';
import { chooseFlow, chooseFlows, joined, readyInclusiveJoin } from './gateways.ts';
import { poolOrManagers } from './pools.ts';
import { isInstance, multiOf, openFurther, openInstances, openSubProcess } from './scopes.ts';
import { decideExtensions } from './tasks/extension.ts';
import { openSigning } from './tasks/signing.ts';
import { Refusal } from './refusal.ts';
import type { Token } from './state.ts';
import { armTimer, cancelTimersOf } from './timers.ts';
import { emit, nextId, type Transaction } from './transaction.ts';
import { withdrawAt } from './withdraw.ts';
import type { Json, JsonObject } from '../json.ts';

/** More automatic steps than this in one command means a loop without a human step or a timer. */
const maxStepsPerCommand = 1000;

/** Puts a new token at a start event and lets it run until every token rests. */
export function startFlow(tx: Transaction, start: string): void {
  const id = nextId(tx);
  emit(tx, { type: 'token.created', token: id, node: start, flow: null, scope: 0 });
  armTriggered(tx, undefined, 0);
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

export function run(tx: Transaction, arrived: readonly number[]): void {
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
    case 'boundaryEvent':
    case 'linkEvent':
      return leave(tx, token, null, tx.index.outgoing(node.id));
    case 'userTask':
      if (repeats(tx, node, token)) return leave(tx, token, node.sameApprover?.outcome ?? null, tx.index.outgoing(node.id));
      if (node.signing) openSigning(tx, node, node.signing, token);
      else openTask(tx, node, token);
      if (!instance) armBoundaries(tx, node, token);
      return [];
    case 'subProcess':
      if (!instance) armBoundaries(tx, node, token);
      armTriggered(tx, node.id, token.id);
      return openSubProcess(tx, node, token);
    case 'serviceTask': {
      const input = evaluateAll(node.input, expressionContext(tx.model, tx.state, token.scope), node.id);
      const job = requestJob(tx, token, node.service, input);
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
      return join(tx, node, token.scope);
    case 'inclusiveGateway':
      return tx.index.incoming(node.id).length > 1 ? [] : leave(tx, token, null, chooseFlows(tx, node, token.scope));
    case 'eventGateway':
      for (const event of tx.index.awaitedAt(node.id)) armTimer(tx, event, token.id);
      return [];
    case 'catchEvent':
      armTimer(tx, node, token.id);
      return [];
    case 'throwEvent': {
      if (sends(tx, token, node.throws)) return [];
      const caught = node.throws?.kind === 'escalation' ? raise(tx, { kind: 'escalation', code: node.throws.escalation }, token, false) ?? [] : [];
      // Whoever caught it may have taken the thrower away.
      return tx.state.tokens[token.id] ? [...caught, ...leave(tx, token, null, tx.index.outgoing(node.id))] : caught;
    }
    case 'endEvent':
      return sends(tx, token, node.throws) ? [] : endAt(tx, token, node);
    default:
      return assertNever(node);
  }
}

function requestJob(tx: Transaction, token: Token, service: string, input: JsonObject): number {
  const job = nextId(tx);
  emit(tx, { type: 'job.requested', job, token: token.id, node: token.node, service, input });
  return job;
}

/** A message or signal that is thrown leaves the case: the token rests until it is on its way. */
function sends(tx: Transaction, token: Token, throws: Thrown | undefined): boolean {
  if (throws?.kind !== 'message' && throws?.kind !== 'signal') return false;
  const context = expressionContext(tx.model, tx.state, token.scope);
  const data = evaluateAll(throws.data, context, token.node);
  if (throws.kind === 'signal') requestJob(tx, token, 'signal.broadcast', { signal: throws.signal, data });
  else requestJob(tx, token, 'message.send', { to: evaluateFeel(throws.to, context, token.node), message: throws.message, data });
  return true;
}

/** 同一人连续审批: who has just done the step before holds this one's post too, nothing bars them, and the process says what that counts as. */
function repeats(tx: Transaction, node: UserTask, token: Token): boolean {
  const { person } = tx;
  if (!node.sameApprover || !person || token.origin?.by !== person.id || !tx.events.some((e) => e.body.type === 'task.completed' && e.body.node === token.origin?.node)) return false;
  const { pool, stray } = poolOrManagers(tx, node.assignment, node.id, token.scope);
  if (stray || !person.pools.includes(pool) || isBarred(node, tx.state, person)) return false;
  emit(tx, { type: 'step.repeated', token: token.id, node: node.id, outcome: node.sameApprover.outcome, by: { id: person.id, name: person.name } });
  return true;
}

function openTask(tx: Transaction, node: UserTask, token: Token): void {
  const found = poolOrManagers(tx, node.assignment, node.id, token.scope);
  const before = tx.handTo?.node === node.id && !isRecused(tx.state, tx.handTo.person.id) ? tx.handTo.person : null;
  emit(tx, { type: 'task.created', task: nextId(tx), token: token.id, node: node.id, ...found, ...(before ? { assignee: before } : {}) });
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
    armTriggered(tx, node.id, id);
    const inside = nextId(tx);
    emit(tx, { type: 'scope.opened', scope: inside, node: node.id, token: id, parent: at, index: null, item: null });
    at = inside;
  });
}

/** Further instances of a large multi-instance activity: each tick opens some, so that no round grows beyond one payload. */
export const openWaitingInstances = (tx: Transaction, multi: number): void => run(tx, openFurther(tx, multi));

function armBoundaries(tx: Transaction, node: Node, token: Token): void {
  for (const boundary of tx.index.boundaries(node.id)) armTimer(tx, boundary, token.id);
}

/** The token goes on by the first flow; further flows get tokens of their own. */
export function leave(tx: Transaction, token: Token, outcome: string | null, flows: readonly Flow[]): readonly number[] {
  if (isInstance(tx, token)) return endInstance(tx, token);
  const node = tx.index.node(token.node);
  if (node.type === 'endEvent') return endAt(tx, token, node);
  cancelTimersOf(tx, token.id);
  decideExtensions(tx, token.node, outcome);
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

/** Lets one inclusive join go on whose time has come. @returns its tokens that have moved */
function passInclusiveJoin(tx: Transaction): readonly number[] {
  const ready = readyInclusiveJoin(tx);
  if (!ready) return [];
  const { kept, rest, gateway } = ready;
  for (const other of rest) emit(tx, { type: 'token.removed', token: other.id });
  return leave(tx, kept, null, chooseFlows(tx, gateway, kept.scope));
}

function join(tx: Transaction, gateway: ParallelGateway, scope: number): readonly number[] {
  const [kept, ...rest] = joined(tx, gateway, scope);
  if (!kept) return [];
  for (const other of rest) emit(tx, { type: 'token.removed', token: other.id });
  return leave(tx, kept, null, tx.index.outgoing(gateway.id));
}

export function changesOf(data: Readonly<Record<string, Json>>, set: JsonObject): readonly FieldChange[] {
  return Object.entries(set).flatMap(([field, value]) => {
    const old = data[field] ?? null;
    return canonicalJson(old) === canonicalJson(value) ? [] : [{ field, old, new: value }];
  });
}
