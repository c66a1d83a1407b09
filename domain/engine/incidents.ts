/**
 * 流程异常 (incident): the process cannot go on with what time, a service or another case has brought: an expression cannot be evaluated, no way on is open, it
 * goes round in a loop. Nobody is there to be told, as a person is whose act is refused; to refuse it would lose it, or ask for it again and again. So
 * it is undone wholly, what it was waits as it stood, the record says why, and the rest of the case goes on. It is tried again whenever something has moved
 * in the case (the data, the version), and when whoever manages the case asks for it; it is over when nothing waits there any more.
 */
import { attempt } from './attempt.ts';
import { waitingFor } from './catching.ts';
import type { Command, CommandBody } from './commands.ts';
import type { CaseEventBody } from './events.ts';
import { deemBy, fire } from './due.ts';
import { openWaitingInstances } from './flow.ts';
import { manage, mustRun, type Acting } from './guards.ts';
import { Refusal } from './refusal.ts';
import type { CaseState, Held, Incident } from './state.ts';
import { emit, engineActor, type Transaction } from './transaction.ts';

/** By these nothing changes that a process could ask about. */
const inert: ReadonlySet<CaseEventBody['type']> = new Set(['task.claimed', 'task.released', 'comment.added', 'task.urged', 'case.copied', 'copy.read', 'clock.warned', 'incident.raised']);

type Dispatch = (tx: Transaction, command: Command) => void;

/** Services that are awaited: an answer that waits is not asked for again. */
export function awaitedJobs({ jobs, incidents = {} }: Pick<CaseState, 'jobs' | 'incidents'>): CaseState['jobs'] {
  const answered = new Set(Object.values(incidents).flatMap(({ of }) => (of.kind === 'input' && of.body.type === 'job-done' ? [of.body.job] : [])));
  return answered.size === 0 ? jobs : Object.fromEntries(Object.entries(jobs).filter(([id]) => !answered.has(Number(id))));
}

function waits(tx: Transaction, of: Held): boolean {
  const { state } = tx;
  if (state.status === 'closed') return false;
  switch (of.kind) {
    case 'timer':
      return state.timers[of.timer] !== undefined;
    case 'deemed':
      return state.clocks[of.clockNo] !== undefined;
    case 'instances':
      return state.multis[of.token] !== undefined;
    case 'input': {
      const { body } = of;
      if (body.type === 'job-done') return state.jobs[body.job] !== undefined;
      return waitingFor(tx, (on) => (body.type === 'message' ? on.kind === 'message' && on.message === body.message : on.kind === 'signal' && on.signal === body.signal)).length > 0;
    }
  }
}

/** @throws Refusal with the reason why it still cannot go on */
function tryAgain(tx: Transaction, { id, node, of }: Incident, dispatch: Dispatch): void {
  emit(tx, { type: 'incident.resolved', incident: id, node });
  const { actor } = tx;
  Object.assign(tx, { actor: engineActor, retrying: true });
  if (of.kind === 'timer') fire(tx, of.timer);
  else if (of.kind === 'deemed') deemBy(tx, of, node);
  else if (of.kind === 'instances') openWaitingInstances(tx, of.token);
  else dispatch(tx, { id: tx.command, actor: { kind: 'system', id: 'engine' }, body: of.body });
  Object.assign(tx, { actor, retrying: false });
}

/**
 * Once the command has acted. Of those at one element the first that fails stands for the others: a list of thousands must not be gone through each time. What goes
 * round in a loop would do so each time, so it is left to whoever mends the process, or asks for it.
 */
export function retryIncidents(tx: Transaction, dispatch: Dispatch): void {
  if (!tx.state.incidents || tx.state.status !== 'open' || tx.events.every(({ body }) => inert.has(body.type))) return;
  const { actor } = tx;
  tx.actor = engineActor;
  const migrated = tx.events.some(({ body }) => body.type === 'case.migrated');
  const failed = new Set<string>();
  // What this very command has raised is as it was a moment ago.
  const known = new Set(Object.keys(tx.base?.incidents ?? {}));
  for (const incident of Object.values(tx.state.incidents)) {
    if (incident.code === 'model.too-many-steps' && !migrated) continue;
    if (!known.has(String(incident.id)) || failed.has(incident.node) || tx.state.merging || !waits(tx, incident.of)) continue;
    if (attempt(tx, () => tryAgain(tx, incident, dispatch))) failed.add(incident.node);
  }
  tx.actor = actor;
}

/** What has been withdrawn, or has gone on in another way, is no incident any more. */
export function clearIncidents(tx: Transaction): void {
  for (const { id, node, of } of Object.values(tx.state.incidents ?? {})) if (!waits(tx, of)) emit(tx, { type: 'incident.resolved', incident: id, node, gone: true });
}

export function retryIncident(tx: Transaction, { incident: id }: Extract<CommandBody, { type: 'retry-incident' }>, person: Acting, dispatch: Dispatch): void {
  manage(tx, person);
  mustRun(tx);
  const incident = tx.state.incidents?.[id];
  if (!incident) throw new Refusal('incident.not-found', { incident: id });
  tryAgain(tx, incident, dispatch);
}
