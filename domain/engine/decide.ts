/**
 * decide(model, state, command, context) → events | rejection. Pure: the same arguments give the same answer, anywhere and at any time.
 * First time itself acts (due.ts), then the command. A rejection leaves nothing: not even what time would have brought, which comes by itself.
 */
import { isParty, mayManage, mayRelease, takesPartAs } from '../authority/acts.ts';
import { assertNever } from '../assert-never.ts';
import { instantOf } from '../calendar/civil-day.ts';
import { validateForm } from '../model/forms.ts';
import type { Outcome, ProcessDefinition, UserTask } from '../model/types.ts';
import { childClosed, openingDone, openingRefused, retryCall } from './between/call-answers.ts';
import { fromParent, onBehalf, tellChildren } from './between/cascade.ts';
import { settlePauses } from './clocks.ts';
import { closingDone } from './between/closing-work.ts';
import type { Command, CommandBody, DecideContext, KeptBody, Rejection } from './commands.ts';
import { addFile, agreeService, listEvidence, receive, serve, serveByStep, strikeEvidence } from './dossier/documents.ts';
import { duePerRound, settleDue, tick } from './due.ts';
import { errandDone } from './between/errands.ts';
import type { CaseEvent } from './events.ts';
import { askExtension, grantExtension, nextExtension, pendingExtension } from './tasks/extension.ts';
import { closeCase } from './ending.ts';
import { changesOf, completeActivity } from './flow.ts';
import { actAs, check, holding, manage, mustNotMerge, mustRun, named, openTask, someone, take, takeOrManage, type Acting } from './guards.ts';
import { copy, delegate, readCopy, recall, recuse, resolve as resolveDelegated, transfer, urge } from './tasks/hand-over.ts';
import { keep, releaseKept, standsStill } from './between/kept.ts';
import { link, linked, unlink, unlinked } from './between/links.ts';
import { absorb, merge, mergeAnswered } from './between/merging.ts';
import { migrate } from './change/migrate.ts';
import { clearIncidents, retryIncident, retryIncidents } from './incidents.ts';
import { jobDone, message, signalled } from './inputs.ts';
import { recompute } from './change/recompute.ts';
import { Refusal } from './refusal.ts';
import { reopen } from './between/reopen.ts';
import { reclaim, returnFrom } from './returning.ts';
import { addStep, sideOutcomes } from './tasks/side-tasks.ts';
import type { CaseState, Task } from './state.ts';
import { start } from './start.ts';
import { split } from './between/splitting.ts';
import { addSigners, castVote, changeVote, removeSigner } from './tasks/signing.ts';
import { resumeTimers } from './timers.ts';
import { takeBack } from './taking-back.ts';
import { begin, emit, type Transaction } from './transaction.ts';

export type Decision = { readonly ok: true; readonly events: readonly CaseEvent[] } | { readonly ok: false; readonly rejection: Rejection };
type Body<T extends CommandBody['type']> = Extract<CommandBody, { type: T }>;

export function decide(model: ProcessDefinition, state: CaseState | null, command: Command, context: DecideContext): Decision {
  try {
    const tx = begin(model, state, command.id, context);
    if (command.body.type === 'start') start(tx, state, command.body, command.actor);
    else act(tx, state, command);
    retryIncidents(tx, dispatch);
    settlePauses(tx);
    settleDue(tx, duePerRound);
    clearIncidents(tx);
    return { ok: true, events: tx.events };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, rejection: error.rejection };
    throw error;
  }
}

function act(tx: Transaction, state: CaseState | null, command: Command): void {
  const { body } = command;
  if (state === null) throw new Refusal('case.not-found');
  settleDue(tx, body.type === 'tick' ? duePerRound : Infinity);
  if (body.type === 'tick') return tick(tx);
  // What a closed case still learns of others: it has to see to it that none of them is left behind.
  if (body.type === 'errand-done') return told(tx, body, command);
  if (body.type === 'closing-done') return closingDone(tx, body.closing, command.actor);
  if (body.type === 'opening-done' || body.type === 'opening-refused') return openingAnswered(tx, body, command);
  if (body.type === 'link' || body.type === 'unlink' || body.type === 'linked' || body.type === 'unlinked') return linking(tx, body, command);
  if (body.type === 'reopen') return reopen(tx, body, someone(command.actor));
  if (tx.state.status === 'closed') throw new Refusal('case.closed', { outcome: tx.state.outcome });
  if (isKept(body) && standsStill(tx)) return keep(tx, command, body, dispatch);
  dispatch(tx, command);
}

const isKept = (body: CommandBody): body is KeptBody => body.type === 'message' || body.type === 'signal' || body.type === 'job-done' || body.type === 'child-closed';
type Handled = Exclude<CommandBody, { type: 'start' | 'tick' | 'errand-done' | 'closing-done' | 'opening-done' | 'opening-refused' | 'link' | 'unlink' | 'linked' | 'unlinked' | 'reopen' }>;

/** What is asked of a case that is not closed. */
function dispatch(tx: Transaction, command: Command): void {
  const body = command.body as Handled;
  switch (body.type) {
    case 'claim':
      return claim(tx, body, someone(command.actor));
    case 'release':
      return release(tx, body, someone(command.actor));
    case 'complete':
      return complete(tx, body, someone(command.actor));
    case 'change-vote':
      return vote(tx, someone(command.actor), (person) => changeVote(tx, body.node, person.id, body.outcome, body.comment));
    case 'add-signers':
      manage(tx, someone(command.actor));
      mustRun(tx);
      return addSigners(tx, body.node, body.pools, body.reason);
    case 'remove-signer':
      manage(tx, someone(command.actor));
      mustRun(tx);
      return removeSigner(tx, body.node, body.seat, body.reason);
    case 'comment':
      return comment(tx, body, someone(command.actor));
    case 'suspend':
      return suspend(tx, body, command);
    case 'resume':
      return resume(tx, body, command);
    case 'terminate': {
      const parent = fromParent(tx, command, body);
      if (!parent) manage(tx, someone(command.actor));
      mustNotMerge(tx);
      return closeCase(tx, 'terminated', null, { reason: body.reason, parent });
    }
    case 'child-closed':
      return childClosed(asCase(tx, command), body);
    case 'merge':
      return merge(tx, body, someone(command.actor));
    case 'absorb':
      return absorb(asCase(tx, command), body);
    case 'split':
      return split(tx, body, someone(command.actor));
    case 'retry-call':
      return retryCall(tx, body, someone(command.actor));
    case 'retry-incident':
      return retryIncident(tx, body, someone(command.actor), dispatch);
    case 'return':
      return sendBack(tx, body, someone(command.actor));
    case 'reclaim':
      mustRun(tx);
      actAs(tx, someone(command.actor), takesPartAs(tx.state, someone(command.actor)));
      return reclaim(tx, body.node, someone(command.actor), body.reason);
    case 'withdraw':
      return takeBack(tx, body.reason, someone(command.actor));
    case 'transfer':
      return transfer(tx, body, someone(command.actor));
    case 'delegate':
      return delegate(tx, body, someone(command.actor));
    case 'resolve':
      mustRun(tx);
      return resolveDelegated(tx, body, someone(command.actor));
    case 'recall':
      return recall(tx, body, someone(command.actor));
    case 'recuse':
      return recuse(tx, body, someone(command.actor));
    case 'urge':
      mustRun(tx);
      return urge(tx, body, someone(command.actor));
    case 'copy':
      return copy(tx, body, someone(command.actor));
    case 'read-copy':
      return readCopy(tx, body, someone(command.actor));
    case 'add-step': {
      const { task, node } = openTask(tx, body.task);
      takeOrManage(tx, task, node, someone(command.actor));
      mustRun(tx);
      if (isParty(tx.state, task.pool)) throw new Refusal('forbidden.party', { task: task.id });
      return addStep(tx, task, body, named(someone(command.actor)));
    }
    case 'serve':
      return serve(tx, body, someone(command.actor));
    case 'receive':
      return receive(tx, body, someone(command.actor));
    case 'agree-service':
      return agreeService(tx, body, someone(command.actor));
    case 'add-file':
      return addFile(tx, body, someone(command.actor));
    case 'list-evidence':
      return listEvidence(tx, body, someone(command.actor));
    case 'strike-evidence':
      return strikeEvidence(tx, body, someone(command.actor));
    case 'migrate':
      mustNotMerge(tx);
      return migrate(tx, body, someone(command.actor));
    case 'extend':
      return extend(tx, body, someone(command.actor));
    case 'recompute':
      return recompute(tx, body);
    case 'message':
      return message(tx, body, command.actor);
    case 'signal':
      return signalled(asCase(tx, command), body);
    case 'job-done':
      return jobDone(tx, body, command.actor);
    default:
      assertNever(body);
  }
}

function claim(tx: Transaction, body: Body<'claim'>, person: Acting): void {
  const { task, node } = openTask(tx, body.task);
  take(tx, task, node, person);
  // Claiming what one already holds is granted again, so that a second click is no error; the record shows it.
  emit(tx, { type: 'task.claimed', task: task.id, by: { id: person.id, name: person.name } });
}

function release(tx: Transaction, body: Body<'release'>, person: Acting): void {
  const { task } = openTask(tx, body.task);
  check(mayRelease(task, person));
  actAs(tx, person, task.pool);
  emit(tx, { type: 'task.released', task: task.id });
}

function complete(tx: Transaction, body: Body<'complete'>, person: Acting): void {
  const { task, node } = openTask(tx, body.task);
  take(tx, task, node, person);
  mustRun(tx);
  if (task.waitsFor !== undefined) throw new Refusal('task.waits', { task: task.waitsFor });
  if (task.side && task.side.kind !== 'redo') return completeSide(tx, task, task.side, body, person);
  inTime(tx, node, person);
  const outcome: Outcome | undefined = node.outcomes.find((o) => o.id === body.outcome);
  if (!outcome) throw new Refusal('outcome.unknown', { task: task.id, outcomes: node.outcomes.map((o) => o.id) });
  const { data, problems } = validateForm(tx.model, node.form, outcome.requires ?? [], body.data, tx.state.data, tx.context.now, holding(tx, body.people));
  if (problems.length > 0) throw new Refusal('form.invalid', { task: task.id }, problems);
  const changes = changesOf(tx.state.data, data);
  const by = named(person);
  if (node.signing && !task.side) return castVote(tx, node, node.signing, task, { outcome: outcome.id, by, changes, ...(body.comment ? { comment: body.comment } : {}) });
  emit(tx, {
    type: 'task.completed', task: task.id, node: node.id, outcome: outcome.id, by, changes, ...(body.comment ? { comment: body.comment } : {}),
  });
  serveByStep(tx, node, outcome);
  if (!task.side) completeActivity(tx, task.token, outcome.id);
}

/** 逾期不得以通常方式办理: a clock whose breach blocks the step leaves it to who manages the case. */
function inTime(tx: Transaction, node: UserTask, person: Acting): void {
  const missed = Object.values(tx.state.clocks).find((c) => {
    const breach = c.breachedAt === null ? null : tx.index.clock(c.clock)?.breach;
    return typeof breach === 'object' && breach?.kind === 'block' && breach.step === node.id;
  });
  if (missed && mayManage(tx.state, person) !== null) throw new Refusal('clock.too-late', { clock: missed.clock, dueDay: missed.dueDay });
}

function completeSide(tx: Transaction, task: Task, side: Exclude<Task['side'], undefined | { kind: 'redo' }>, body: Body<'complete'>, person: Acting): void {
  const outcomes: readonly string[] = sideOutcomes[side.kind];
  if (!outcomes.includes(body.outcome)) throw new Refusal('outcome.unknown', { task: task.id, outcomes });
  const unknown = Object.keys(body.data)[0];
  if (unknown !== undefined) throw new Refusal('form.invalid', { task: task.id }, [{ field: unknown.slice(0, 80), code: 'unknown-field' }]);
  emit(tx, { type: 'side.completed', task: task.id, node: task.node, kind: side.kind, outcome: body.outcome, by: named(person), ...(body.comment ? { comment: body.comment } : {}) });
  if (side.kind === 'extension' && body.outcome === 'granted') grantExtension(tx, pendingExtension(side), person.name);
}

function sendBack(tx: Transaction, body: Body<'return'>, person: Acting): void {
  const { task, node } = openTask(tx, body.task);
  takeOrManage(tx, task, node, person);
  mustRun(tx);
  if (task.side) throw new Refusal('task.side', { task: task.id });
  if (isParty(tx.state, task.pool)) throw new Refusal('forbidden.party', { task: task.id });
  returnFrom(tx, task, body);
}

/** 延期: who may grant it does so at once; whose duty it is, or who manages the case, asks for it. */
function extend(tx: Transaction, body: Body<'extend'>, person: Acting): void {
  const { clock, rule, approver } = nextExtension(tx, body);
  if (person.pools.includes(approver)) {
    actAs(tx, person, approver);
    return grantExtension(tx, { ...body, rule }, person.name);
  }
  if (person.pools.includes(clock.duty)) actAs(tx, person, clock.duty);
  else manage(tx, person);
  askExtension(tx, body, named(person));
}

function vote(tx: Transaction, person: Acting, act: (person: Acting) => void): void {
  mustRun(tx);
  actAs(tx, person, takesPartAs(tx.state, person));
  act(person);
}

function comment(tx: Transaction, body: Body<'comment'>, person: Acting): void {
  const pool = takesPartAs(tx.state, person);
  if (pool === null) throw new Refusal('forbidden.manage', { pools: tx.state.visibleTo });
  actAs(tx, person, pool);
  const internal = !isParty(tx.state, pool);
  const mentions = (body.mentions ?? []).map((someone) => {
    const as = takesPartAs(tx.state, someone);
    // Who is told of a comment can read it.
    if (as === null || (internal && isParty(tx.state, as))) throw new Refusal('mention.cannot-see', { person: someone.name });
    return { person: named(someone), pool: as };
  });
  emit(tx, { type: 'comment.added', text: body.text, internal, ...(mentions.length > 0 ? { mentions } : {}) });
}

function suspend(tx: Transaction, body: Body<'suspend'>, command: Command): void {
  const { reason, basis, by } = body;
  const parent = fromParent(tx, command, body);
  if (!parent) manage(tx, someone(command.actor));
  mustRun(tx);
  const why = { reason, ...(basis === undefined ? {} : { basis }) };
  emit(tx, { type: 'case.suspended', ...why, ...parent });
  tellChildren(tx, { kind: 'suspend', ...why, by: onBehalf(tx, by) });
}

function resume(tx: Transaction, body: Body<'resume'>, command: Command): void {
  const parent = fromParent(tx, command, body);
  if (!parent) manage(tx, someone(command.actor));
  const { suspension } = tx.state;
  // What was suspended by its own people stays so, whatever becomes of the case that called it.
  if (!suspension || (parent && suspension.with !== parent.with)) throw new Refusal('case.not-suspended');
  emit(tx, { type: 'case.resumed', ...(body.comment === undefined ? {} : { comment: body.comment }), ...parent });
  const by = onBehalf(tx, body.by);
  tellChildren(tx, { kind: 'resume', by });
  settlePauses(tx);
  resumeTimers(tx, { from: suspension.since, to: instantOf(tx.context.now), reason: suspension.reason, by: by.name });
  releaseKept(tx, dispatch);
}

/** On behalf of another case. */
function asCase(tx: Transaction, { actor, body }: Command): Transaction {
  if (actor.kind === 'person') throw new Refusal('forbidden.parent', { command: body.type });
  tx.actor = { kind: 'system', id: actor.id };
  return tx;
}

function linking(tx: Transaction, body: Body<'link' | 'unlink' | 'linked' | 'unlinked'>, command: Command): void {
  switch (body.type) {
    case 'link':
      return link(tx, body, someone(command.actor));
    case 'unlink':
      return unlink(tx, body, someone(command.actor));
    case 'linked':
      return linked(asCase(tx, command), body);
    case 'unlinked':
      return unlinked(asCase(tx, command), body);
    default:
      assertNever(body);
  }
}

function told(tx: Transaction, body: Body<'errand-done'>, { actor }: Command): void {
  if (errandDone(tx, body, actor).body.kind === 'absorb') mergeAnswered(tx, body.refused, dispatch);
}

function openingAnswered(tx: Transaction, body: Body<'opening-done' | 'opening-refused'>, { actor }: Command): void {
  tx.actor = { kind: 'system', id: actor.id };
  if (body.type === 'opening-done') openingDone(tx, body);
  else openingRefused(tx, body);
}
