/** From an action of a person to its answer: who asks, what it is called, what became of it. */
import type { Receipt } from '../../contracts/cases.ts';
import { agencyById } from '../../domain/authority/agencies.ts';
import { maySee, sightOf } from '../../domain/authority/policy.ts';
import { poolsOf, type Viewer } from '../../domain/authority/viewer.ts';
import type { Command, CommandBody } from '../../domain/engine/commands.ts';
import { decide } from '../../domain/engine/decide.ts';
import { recomputeId } from '../../domain/engine/change/recompute.ts';
import type { CaseState } from '../../domain/engine/state.ts';
import { openTasks, type OpenTask } from '../../domain/record/open-tasks.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import { calendarLatelyInForce, calendarOfCase } from '../../db/calendars.ts';
import { definitionByHash, latestDefinition } from '../../db/definitions.ts';
import { findCaseHead, findCommand, loadCaseState, stateAt, type CaseHead } from '../../db/record/read.ts';
import type { Database } from '../../db/pool.ts';
import { unseenBy } from '../../db/record/unseen.ts';
import { limitsInForce } from '../../db/queries/limits.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { ProblemError, refused } from '../http/problem.ts';
import { apiRoot, type Reply } from '../http/route.ts';
import { commandOutcomes } from '../metrics.ts';
import type { CaseTarget, Sent } from './client.ts';
import { appendDirectly, type Direct } from './direct.ts';
import { commandId, contentDigest, startedCaseId } from './ids.ts';

interface Request {
  readonly target: CaseTarget;
  readonly command: Command;
  readonly digest: string;
  /** The client named the command: it may have been sent before. */
  readonly named: boolean;
}

const commandOf = (viewer: Viewer, id: string, body: CommandBody): Command => ({
  id, actor: { kind: 'person', id: viewer.id, name: viewer.name, pools: poolsOf(viewer), ...(viewer.covers?.length ? { covers: viewer.covers } : {}) }, body,
});

/**
 * @param asked what the client sent, where the command holds more than that: the same request must be the same although the directory has changed
 * @throws ProblemError
 */
export async function act(dependencies: ApiDependencies, viewer: Viewer, key: string | null, caseId: string, body: CommandBody, asked: Json = jsonOf(body)): Promise<Reply<Receipt>> {
  const { database, engine } = dependencies;
  const command = commandOf(viewer, commandId(viewer.id, key), body);
  const digest = contentDigest({ caseId, body: asked });
  const visible = (state: CaseState): boolean => maySee(sightOf(viewer), { ...state, initiatorId: state.initiator.id });
  const direct = await appendDirectly(database, { caseId, command, digest, visible });
  const state = direct.kind === 'hidden' ? null : direct.kind === 'engine' ? await loadCaseState(database, caseId) : direct.on;
  if (state === null || !visible(state)) throw new ProblemError('case.not-found');
  const request: Request = { target: { caseId, process: state.process.key, hash: state.process.hash }, command, digest, named: key !== null };
  if (direct.kind === 'done') follow(dependencies, request, direct);
  if (direct.kind === 'done' || direct.kind === 'rejected') return answer(dependencies, request, direct, 200);
  const unseen = await unseenBy(database, state, engine.seen(caseId));
  const message = { command, digest, ...(unseen ? { unseen } : {}) };
  const sent = await engine.send(request.target, message, 'act');
  if (sent.kind !== 'missing') return answer(dependencies, request, sent, 200);
  const earlier = await recorded(dependencies, { ...request, named: true });
  if (earlier) return receipt(dependencies, request, earlier, 200);
  await refuseByRecord(dependencies, request);
  return answer(dependencies, request, await engine.send(request.target, message, 'resume'), 200);
}

/** Events that an execution is left behind its record at most before it is told to look: it then has little to read at a time. */
const leftBehind = 250;

/** What a command that was appended without the execution leaves to be said to it, once it has been answered. */
function follow(dependencies: ApiDependencies, request: Request, { on, seq, overtaken }: Extract<Direct, { kind: 'done' }>): void {
  const { target } = request;
  if (overtaken) {
    const { no, calendar, year, notice } = overtaken;
    const command: Command = { id: recomputeId(no), actor: { kind: 'system', id: 'engine' }, body: { type: 'recompute', calendar: { no, version: calendar.version }, year, notice } };
    // The walk of the publication sends the same under the same name: whichever comes first acts.
    dependencies.engine.send(target, { command, digest: contentDigest(jsonOf(command.body)), unseen: { seq, news: [] } }, 'act')
      .catch((error: unknown) => dependencies.log.error({ caseId: target.caseId, err: error }, 'a case that was decided on a replaced calendar could not be told'));
  } else if (Math.floor(seq / leftBehind) > Math.floor(on.seq / leftBehind)) nudge(dependencies, request);
}

export interface StartRequest { readonly process: string; readonly agency: string; readonly data: JsonObject; readonly receivedAt?: string | undefined; /** That starts it. */ readonly message?: string | undefined }

/** @throws ProblemError */
export async function start(dependencies: ApiDependencies, viewer: Viewer, key: string | null, asked: StartRequest): Promise<Reply<Receipt>> {
  const { database, engine } = dependencies;
  const [definition, { no: calendarNo, calendar }, limits] = await Promise.all([
    latestDefinition(database, asked.process), calendarLatelyInForce(database), limitsInForce(database, asked.process),
  ]);
  if (definition === null) throw new ProblemError('process.not-found', { params: { process: asked.process } });
  const id = commandId(viewer.id, key);
  const caseId = startedCaseId(id);
  const receivedAt = asked.receivedAt === undefined ? {} : { receivedAt: new Date(asked.receivedAt).toISOString() };
  const message = asked.message === undefined ? {} : { message: asked.message };
  const body: CommandBody = {
    type: 'start', caseId, hash: definition.hash, agency: asked.agency, region: agencyById(asked.agency)?.region ?? '', data: asked.data, ...receivedAt, ...message,
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
  };
  const request: Request = {
    target: { caseId, process: asked.process, hash: definition.hash, calendarNo }, command: commandOf(viewer, id, body), named: key !== null,
    // Not of the command: a new version of the process must not make another request of the same one.
    digest: contentDigest({ start: { process: asked.process, agency: asked.agency, data: asked.data, ...receivedAt, ...message } }),
  };
  const earlier = await recorded(dependencies, request);
  if (earlier) return receipt(dependencies, request, earlier, 201);
  // Before there is a workflow: a start that is refused leaves nothing anywhere.
  const decision = decide(definition.model, null, request.command, { now: Date.now(), calendar, calendarNo });
  if (!decision.ok) {
    count('rejected');
    throw refused(decision.rejection);
  }
  return answer(dependencies, request, await engine.send(request.target, { command: request.command, digest: request.digest }, 'start'), 201);
}

/** @throws ProblemError case.not-found, also for cases that the viewer may not see */
export async function visibleHead({ database }: ApiDependencies, viewer: Viewer, caseId: string): Promise<CaseHead> {
  const head = await findCaseHead(database, caseId);
  if (head === null || !maySee(sightOf(viewer), head)) throw new ProblemError('case.not-found');
  return head;
}

export const targetOf = ({ id, process, hash }: CaseHead): CaseTarget => ({ caseId: id, process, hash });

async function answer(dependencies: ApiDependencies, request: Request, sent: Sent, status: 200 | 201): Promise<Reply<Receipt>> {
  switch (sent.kind) {
    case 'done':
      sameContent(request, sent.digest);
      return receipt(dependencies, request, sent, status);
    case 'rejected': {
      // A command that acted in an earlier run of the execution, or whose first answer was lost on the way, is refused on what it has itself
      // brought about: also one that the client did not name, since it may have been delivered twice below.
      const earlier = await recorded(dependencies, { ...request, named: true });
      if (earlier) return receipt(dependencies, request, earlier, status);
      count('rejected');
      throw refused(sent.rejection);
    }
    case 'accepted':
      count('accepted');
      nudge(dependencies, request);
      return {
        status: 202, location: `${apiRoot}/cases/${request.target.caseId}/commands/${request.command.id}`,
        body: { caseId: request.target.caseId, command: request.command.id, status: 'accepted' },
      };
    case 'missing':
    case 'unavailable': {
      count('unavailable');
      nudge(dependencies, request);
      throw new ProblemError(sent.kind === 'unavailable' && sent.why === 'busy' ? 'busy' : 'engine.unavailable', { retryAfter: 2, params: { command: request.command.id } });
    }
  }
}

function receipt(_: ApiDependencies, { target, command }: Request, { seq, open }: { readonly seq: number; readonly open: readonly OpenTask[] }, status: 200 | 201): Reply<Receipt> {
  count('done');
  return {
    status, body: { caseId: target.caseId, command: command.id, status: 'done', seq, open: [...open] },
    ...(status === 201 ? { location: `${apiRoot}/cases/${target.caseId}` } : {}),
  };
}

/** Where the command acted already, and what was open then: a repetition is answered as the first time was. Asked only for commands that the client has named. @throws ProblemError idempotency.conflict */
async function recorded({ database }: ApiDependencies, request: Request): Promise<{ readonly seq: number; readonly open: readonly OpenTask[] } | null> {
  if (!request.named) return null;
  const found = await findCommand(database, request.target.caseId, request.command.id);
  if (found === null) return null;
  sameContent(request, found.digest);
  return { seq: found.lastSeq, open: await openAfter(database, request.target.caseId, found.lastSeq) };
}

export async function openAfter(database: Database, caseId: string, seq: number): Promise<OpenTask[]> {
  const state = await stateAt(database, caseId, seq);
  return state ? [...openTasks(state)] : [];
}

function sameContent({ digest }: Request, acted: string | null): void {
  if (acted === digest) return;
  count('conflict');
  throw new ProblemError('idempotency.conflict');
}

/** The execution is gone. Where the case is closed that is as it should be, and the record says why the command is refused. */
async function refuseByRecord({ database }: ApiDependencies, { target, command }: Request): Promise<void> {
  const [model, state] = await Promise.all([definitionByHash(database, target.hash), loadCaseState(database, target.caseId)]);
  const decision = decide(model, state, command, { now: Date.now(), calendar: await calendarOfCase(database, state?.calendar) });
  if (decision.ok) return;
  count('rejected');
  throw refused(decision.rejection);
}

/** Whoever got no answer asks the execution to look into the record: it may have lost its way with the server that was lost. */
function nudge({ engine, log }: ApiDependencies, { target }: Request): void {
  engine.nudge(target).catch(() => log.debug({ caseId: target.caseId }, 'the case could not be nudged'));
}

const count = (outcome: 'done' | 'rejected' | 'accepted' | 'unavailable' | 'conflict'): void => commandOutcomes.inc({ outcome });

/** A command body is JSON but for members that are undefined, which canonical JSON leaves out. */
const jsonOf = (body: CommandBody): Json => body as unknown as Json;
