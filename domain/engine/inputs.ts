/** What the world tells a case: messages, signals (信号; BPMN §10.5.1), answers of services. Whether it is awaited is for the sender to know; what comes of it is not, and is held where the process cannot go on with it (attempt.ts). */
import { validateForm } from '../model/forms.ts';
import { orIncident } from './attempt.ts';
import { awaitedBy, eventOf, stillWaits, waitingFor, type Waiting } from './catching.ts';
import type { CommandBody } from './commands.ts';
import { documentMade, generate } from './dossier/documents.ts';
import { evaluateFeel, expressionContext } from './expressions.ts';
import { occur, raiseAt } from './event-handling.ts';
import { changesOf, completeActivity } from './flow.ts';
import { manage } from './guards.ts';
import { Refusal } from './refusal.ts';
import type { Actor, Job } from './state.ts';
import { emit, type Transaction } from './transaction.ts';
import type { JsonObject } from '../json.ts';

type Body<T extends CommandBody['type']> = Extract<CommandBody, { type: T }>;

export function message(tx: Transaction, body: Body<'message'>, actor: Actor): void {
  if (actor.kind === 'person') manage(tx, actor);
  else tx.actor = { kind: 'system', id: actor.id };
  const { message: name } = body;
  const [found] = waitingFor(tx, (on) => on.kind === 'message' && on.message === name);
  if (!found) throw new Refusal('message.not-awaited', { message: name });
  const changes = brought(tx, found, name, body.data);
  orIncident(tx, { kind: 'input', body }, eventOf(found), () => {
    emit(tx, { type: 'message.received', message: name, node: eventOf(found), changes });
    occur(tx, found);
  });
}

/** Everything that waits for it goes on, each by itself; what of it the process cannot go on with, it cannot at all. @throws Refusal message.not-awaited */
export function signalled(tx: Transaction, body: Body<'signal'>): void {
  const { signal, data } = body;
  const [first, ...others] = waitingFor(tx, (on) => on.kind === 'signal' && on.signal === signal);
  if (!first) throw new Refusal('message.not-awaited', { message: signal });
  // A signal is for whoever hears it: of what it brings, each takes what it asks for.
  const taken = (one: Waiting): JsonObject => Object.fromEntries(Object.entries(data).filter(([field]) => Object.hasOwn(formOf(one), field)));
  for (const one of [first, ...others]) brought(tx, one, signal, taken(one));
  orIncident(tx, { kind: 'input', body }, eventOf(first), () => {
    for (const one of [first, ...others]) {
      // One that went on before may have withdrawn it.
      if (!stillWaits(tx, one)) continue;
      emit(tx, { type: 'signal.received', signal, node: eventOf(one), changes: brought(tx, one, signal, taken(one)) });
      occur(tx, one);
    }
  });
}

function formOf(waiting: Waiting) {
  const on = awaitedBy(waiting);
  return 'form' in on ? on.form : {};
}

/** @throws Refusal form.invalid */
function brought(tx: Transaction, waiting: Waiting, name: string, given: JsonObject): ReturnType<typeof changesOf> {
  const { data, problems } = validateForm(tx.model, formOf(waiting), [], given, tx.state.data, tx.context.now);
  if (problems.length > 0) throw new Refusal('form.invalid', { message: name }, problems);
  return changesOf(tx.state.data, data);
}

export function jobDone(tx: Transaction, body: Body<'job-done'>, actor: Actor): void {
  const job = tx.state.jobs[body.job];
  if (!job) throw new Refusal('job.not-found', { job: body.job });
  tx.actor = { kind: 'system', id: actor.id };
  // A worker that starts again asks its services again.
  const held = Object.values(tx.state.incidents ?? {}).some(({ of }) => of.kind === 'input' && of.body.type === 'job-done' && of.body.job === job.id);
  if (!held) orIncident(tx, { kind: 'input', body }, job.node, () => answered(tx, job, body.result));
}

function answered(tx: Transaction, job: Job, result: JsonObject | undefined): void {
  const node = tx.index.node(job.node);
  if (job.service === generate) documentMade(tx, job, result);
  const told = Object.entries((node.type === 'serviceTask' ? node.output : undefined) ?? {}).map(([field, name]) => [field, result?.[name] ?? null] as const);
  const changes = changesOf(tx.state.data, Object.fromEntries(told));
  emit(tx, { type: 'job.completed', job: job.id, node: job.node, ...(changes.length > 0 ? { changes } : {}) });
  const code = node.type === 'serviceTask' && node.error !== undefined
    ? evaluateFeel(node.error, { ...expressionContext(tx.model, tx.state, tx.state.tokens[job.token]?.scope), result: result ?? null }, `${node.id}.error`)
    : null;
  if (typeof code !== 'string' || !raiseAt(tx, job.token, { kind: 'error', code })) completeActivity(tx, job.token, null);
}
