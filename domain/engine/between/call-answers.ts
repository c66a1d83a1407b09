/** What a case learns of the cases that it has asked to be opened. The rules are in calls.ts. */
import { attempt } from '../attempt.ts';
import { endChild, requestCall } from './calls.ts';
import type { CommandBody } from '../commands.ts';
import { decidedBy, tell } from './errands.ts';
import { evaluateAll, expressionContext } from '../expressions.ts';
import { raiseAt } from '../event-handling.ts';
import { changesOf, completeActivity } from '../flow.ts';
import { manage, mustRun, type Acting } from '../guards.ts';
import { standsStill } from './kept.ts';
import { Refusal } from '../refusal.ts';
import type { Call, CaseRef, Opening } from '../state.ts';
import { emit, type Transaction } from '../transaction.ts';

type Body<T extends CommandBody['type']> = Extract<CommandBody, { type: T }>;

/** What is known of how the other case ended. */
type Told = NonNullable<Call['told']>;
const nothing: Told = { outcome: null, data: {} };

function opening(tx: Transaction, id: number): Opening {
  const found = tx.state.openings?.[id];
  if (!found) throw new Refusal('job.not-found', { job: id });
  return found;
}

export function openingDone(tx: Transaction, { opening: id, child }: Body<'opening-done'>): void {
  const call = learnOf(tx, opening(tx, id), child);
  if (call && !call.wait && !standsStill(tx)) goOn(tx, { ...call, child }, child, nothing);
}

/** The other case is known to be open. @returns the call that waits for it */
function learnOf(tx: Transaction, { id, kind, wait }: Opening, child: CaseRef): Call | undefined {
  const call = tx.state.calls?.[id];
  emit(tx, { type: 'opening.done', opening: id, ...(call ? { node: call.node } : {}), child });
  emit(tx, { type: 'case.linked', relation: kind === 'split' ? 'split-into' : wait ? 'child' : 'lead', ...child });
  // Nobody waits for it any more: the step was withdrawn while it was being opened.
  if (kind === 'call' && wait && !call) endChild(tx, child.caseId);
  const { suspension } = tx.state;
  if (call?.wait && suspension) tell(tx, child.caseId, { kind: 'suspend', reason: suspension.reason, ...(suspension.basis === undefined ? {} : { basis: suspension.basis }), by: decidedBy(tx) });
  return call;
}

export function openingRefused(tx: Transaction, { opening: id, code }: Body<'opening-refused'>): void {
  const { id: known } = opening(tx, id);
  const call = tx.state.calls?.[known];
  emit(tx, { type: 'opening.refused', opening: known, ...(call ? { node: call.node } : {}), code });
}

export function childClosed(tx: Transaction, { call: id, child, outcome, data, error }: Body<'child-closed'>): void {
  const call = tx.state.calls?.[id];
  if (!call?.wait || (call.child !== null && call.child.caseId !== child.caseId)) throw new Refusal('call.not-awaited', { call: id });
  // It was opened and closed before the news of its opening came here.
  const asked = tx.state.openings?.[id];
  if (asked) learnOf(tx, asked, child);
  goOn(tx, call, child, { outcome, data, ...(error === undefined ? {} : { error }) });
}

/** Cases that nobody waits for and that were opened while this one stood still. */
export function finishOpened(tx: Transaction): void {
  for (const call of Object.values(tx.state.calls ?? {})) if (!call.wait && call.child && !call.told && tx.state.calls?.[call.id]) goOn(tx, call, call.child, nothing);
}

/** What came of the other case cannot be refused: it is told once. Where this one cannot go on with it, it is held until somebody sees to it. */
function goOn(tx: Transaction, call: Call, child: CaseRef, told: Told): void {
  const refused = attempt(tx, () => complete(tx, call, child, told));
  if (refused) emit(tx, { type: 'call.held', call: call.id, node: call.node, code: refused.code, ...told });
}

function complete(tx: Transaction, call: Call, { caseId, number, title }: CaseRef, { outcome, data, error }: Told): void {
  const node = tx.index.node(call.node);
  const output = node.type === 'callActivity' ? node.output ?? {} : {};
  const context = { ...expressionContext(tx.model, tx.state, tx.state.tokens[call.token]?.scope), child: { caseId, number, title, outcome, data } };
  const changes = changesOf(tx.state.data, evaluateAll(output, context, call.node));
  emit(tx, { type: 'call.completed', call: call.id, node: call.node, outcome, changes });
  // An error that nobody here catches is an end like any other: its outcome is told, and the flow decides.
  if (error === undefined || !raiseAt(tx, call.token, { kind: 'error', code: error })) completeActivity(tx, call.token, null);
}

/** What came of it is tried again; or it is asked for again, with the data as it stands now, under a new number: whatever the old one may still bring is not this one's. */
export function retryCall(tx: Transaction, { call: id }: Body<'retry-call'>, person: Acting): void {
  manage(tx, person);
  mustRun(tx);
  const call = tx.state.calls?.[id];
  const node = call ? tx.index.node(call.node) : null;
  const token = call && tx.state.tokens[call.token];
  if (!call || !token || node?.type !== 'callActivity' || call.refused === undefined) throw new Refusal('call.not-refused', { call: id });
  if (call.told && call.child) return complete(tx, call, call.child, call.told);
  emit(tx, { type: 'call.withdrawn', call: call.id, node: call.node, ends: false });
  requestCall(tx, node, token);
}
