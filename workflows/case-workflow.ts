/**
 * The Temporal shell of one case: workflow id = case id, type = process key (this default export serves every type).
 * It orders commands, appends what the pure engine decides, and follows what the append returned. It must stay small and must not decide
 * anything itself: histories of years are replayed against this file.
 */
import {
  allHandlersFinished, ApplicationFailure, condition, continueAsNew, log, patched, proxyActivities, proxyLocalActivities, setHandler, sleep, workflowInfo,
} from '@temporalio/workflow';
import type { BetweenActivities, OpeningAnswer, RecordActivities, RejectedCommand, RoundResult, ServiceActivities } from '../activities/contract.ts';
import type { WorkCalendar } from '../domain/calendar/types.ts';
import { defaultCalendar } from '../domain/calendar/work-calendar.ts';
import type { Command } from '../domain/engine/commands.ts';
import { decide, type Decision } from '../domain/engine/decide.ts';
import { wakeAt } from '../domain/engine/due.ts';
import { fold } from '../domain/engine/evolve.ts';
import { recomputeId } from '../domain/engine/change/recompute.ts';
import { awaitedJobs } from '../domain/engine/incidents.ts';
import { owes } from '../domain/engine/between/owes.ts';
import { isLarge } from '../domain/engine/state-size.ts';
import type { StoredEvent } from '../domain/engine/events.ts';
import type { CaseState, ClosingWork, Errand, Job, Opening } from '../domain/engine/state.ts';
import type { JsonObject } from '../domain/json.ts';
import type { ProcessDefinition } from '../domain/model/types.ts';
import { recordPage, type Commit } from '../domain/record/append.ts';
import { openTasks } from '../domain/record/open-tasks.ts';
import { project } from '../domain/record/project.ts';
import { newsFor, stateWith, type Unseen } from '../domain/record/unseen.ts';
import { firstOfEach, Underway } from './effects/underway.ts';
import { WakeTimer } from './effects/wake-timer.ts';
import {
  commandUpdate, nudgeSignal, rejectedType, retryType, stateQuery, type CaseArguments, type CommandAnswer, type CommandMessage, type PinnedCalendar, type PinnedDefinition,
} from './messages.ts';

const record = proxyLocalActivities<RecordActivities>({
  startToCloseTimeout: '10s',
  // For ever: an accepted command is applied when Postgres is back. Beyond a minute the wait is a timer of the server, not of this worker.
  retry: { initialInterval: '100ms', backoffCoefficient: 2, maximumInterval: '10s', nonRetryableErrorTypes: ['MalformedAppend', 'RecordCorruption'] },
  localRetryThreshold: '1m',
});
/**
 * Not handed out with the answer to the workflow task: where that answer is lost (seen on a machine with ten times as much to do as it can), the
 * server believes them under way and the case waits for their time-out.
 */
const allowEagerDispatch = false;
const services = proxyActivities<ServiceActivities>({
  allowEagerDispatch,
  startToCloseTimeout: '1m',
  // A call that was lost on its way to the worker is noticed by its silence, not by the minute.
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10m' },
});

const between = proxyActivities<BetweenActivities>({
  allowEagerDispatch,
  startToCloseTimeout: '1m',
  heartbeatTimeout: '10s',
  // For ever: a case that was called is never left without its parent, nor a parent without the news.
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '1m' },
});

/** The server takes 2,000 updates a run; stay clear of it, and of long histories. */
const updatesPerRun = 1_500;
/** Commands appended together at most: one round must stay short. */
const roundSize = 50;
/** Commands found in the record that a run remembers. */
const mostAdopted = 2_000;
/** How long an execution waits for the command that starts its case. */
const startWait = '1h';
/** Pages read in one workflow task at most. */
const pagesPerTask = 4;
const engine = { kind: 'system', id: 'engine' } as const;

interface Waiting {
  readonly command: Command;
  readonly digest: string | null;
  readonly target?: PinnedDefinition;
  readonly unseen?: Unseen;
  readonly answer: (answer: CommandAnswer) => void;
}

export default async function caseWorkflow(args: CaseArguments, pinned: PinnedDefinition, counted?: PinnedCalendar): Promise<{ outcome: string | null }> {
  const { caseId } = args;
  /** Definitions by hash: the one that this run began with, and those to which the case has been migrated since (docs/adr/0008). */
  const models = new Map<string, ProcessDefinition>();
  know(pinned);
  /** Calendars by the number of their publication, likewise (docs/adr/0021); 0 comes with the program. */
  const calendars = new Map<number, WorkCalendar>([[0, defaultCalendar]]);
  if (counted) knowCalendar(counted);
  const firstCalendar = counted ? Number(counted.$calendar) : 0;
  const queue: Waiting[] = [];
  let state: CaseState | null = args.from.kind === 'carried' ? args.from.state : null;
  // A resumed case does not know its state yet: commands that come before it does are accepted, and decided when it does.
  let ready = args.from.kind !== 'resume';
  /**
   * Commands that this run found in the record without having appended them, with the seq of their last event: they acted, but the worker died
   * or its task was lost before Temporal knew. When Temporal delivers such a command again it is answered, not refused on what it has itself done.
   */
  const adopted = new Map<string, number>();
  let nudged = false;
  let draining = false;
  let accepted = 0;
  const wake = new WakeTimer();
  const jobs = new Underway<Job, JsonObject | null | undefined>(
    ({ id, service, input }) => services.runService({ caseId, job: id, service, input }),
    // Histories of before services had results hold none.
    (job, result) => enqueue({ id: `job-${job}`, actor: engine, body: { type: 'job-done', job, ...(result ? { result } : {}) } }),
  );
  const openings = new Underway<Opening, OpeningAnswer>(
    (opening) => between.openCase({ caseId, depth: state?.parent?.depth ?? 0, opening }),
    (opening, answer) => enqueue({ id: `opening-${opening}`, actor: engine, body: answer.ok ? { type: 'opening-done', opening, child: answer.child } : { type: 'opening-refused', opening, code: answer.code } }),
  );
  const errands = new Underway<Errand, { readonly refused: string | null }>(
    (errand) => between.tellCase({ caseId, errand }),
    (errand, { refused }) => enqueue({ id: `errand-${errand}`, actor: engine, body: { type: 'errand-done', errand, ...(refused === null ? {} : { refused }) } }),
  );
  /** Run like any other service; the number of the closing work is that of its job. */
  const closings = new Underway<ClosingWork, JsonObject | null>(
    ({ id, service, input }) => services.runService({ caseId, job: id, service, input }),
    (closing) => enqueue({ id: `closing-${closing}`, actor: engine, body: { type: 'closing-done', closing } }),
  );

  function know(definition: PinnedDefinition): void {
    models.set(definition.$definition, modelIn(definition));
  }
  const modelOf = (hash: string): ProcessDefinition => {
    const model = models.get(hash);
    if (!model) throw new Error(`definition ${hash} was not loaded`);
    return model;
  };
  /** A migration that was met in the record, and not decided here, may have brought the case to a version that this run has never seen. */
  const unknown = (): string | null => (state === null || models.has(state.process.hash) ? null : state.process.hash);
  function knowCalendar({ $calendar, calendar }: PinnedCalendar): void {
    if (!calendar) throw new Error('the payload codec did not supply the calendar');
    calendars.set(Number($calendar), calendar);
  }
  const calendarNo = (at: CaseState | null): number => (at === null ? firstCalendar : at.calendar?.no ?? 0);
  const brings = ({ body }: Command): number => (body.type === 'recompute' ? body.calendar.no : 0);
  /** Like a version of the definition, a calendar may have been met in the record; a `recompute` names one. */
  const uncounted = (commands: readonly Command[]): readonly number[] => [calendarNo(state), ...commands.map(brings)].filter((no) => !calendars.has(no));
  function decideOn(at: CaseState | null, command: Command, target: PinnedDefinition | undefined): Decision {
    const no = calendarNo(at);
    const [calendar, published] = [calendars.get(no), calendars.get(brings(command))];
    if (!calendar) throw new Error(`calendar ${no} was not loaded`);
    return decide(modelOf(at?.process.hash ?? pinned.$definition), at, command, {
      now: Date.now(), calendar, calendarNo: no, ...(published ? { published } : {}), ...(target ? { target: { hash: target.$definition, model: modelIn(target) } } : {}),
    });
  }

  const enqueue = (command: Command): void => void queue.push({ command, digest: null, answer: () => undefined });

  setHandler(stateQuery, () => state);
  setHandler(nudgeSignal, () => {
    nudged = true;
  });
  setHandler(
    commandUpdate,
    ({ command, digest, unseen }: CommandMessage, target?: PinnedDefinition) => {
      accepted += 1;
      if (target) know(target);
      return new Promise<CommandAnswer>((answer) => queue.push({ command, digest, answer, ...(target ? { target } : {}), ...(unseen ? { unseen } : {}) }));
    },
    {
      validator: ({ command, unseen }: CommandMessage, target?: PinnedDefinition) => {
        if (draining) throw ApplicationFailure.create({ type: retryType, nonRetryable: true, message: 'continuing as new' });
        if (!ready || unknown() !== null || uncounted([command]).length > 0 || adopted.has(command.id)) return;
        // Nothing may be kept here: what is refused leaves no history, and a replay would know less.
        const seen = state && unseen ? stateWith(state, unseen) : state;
        // It stands further behind than the command could tell, or has yet to learn that it began: nothing may be refused on what is no longer so.
        if (seen === null && (state !== null || unseen)) return;
        const decision = decideOn(seen, command, target);
        if (!decision.ok) {
          throw ApplicationFailure.create({ type: rejectedType, nonRetryable: true, message: decision.rejection.code, details: [decision.rejection] });
        }
      },
    },
  );

  const done = (seq: number, digest: string | null): CommandAnswer => ({ kind: 'done', seq, digest, open: state ? openTasks(state) : [] });

  function answeredBefore({ command, digest, answer }: Waiting): boolean {
    const seq = adopted.get(command.id);
    if (seq !== undefined) answer(done(seq, digest));
    return seq !== undefined;
  }

  function adopt(events: readonly StoredEvent[]): void {
    state = fold(state, events);
    for (const event of events) adopted.set(event.command, event.seq);
    // Of one that is older than these, the record is asked when its repetition is refused.
    for (const command of adopted.keys()) {
      if (adopted.size <= mostAdopted) break;
      adopted.delete(command);
    }
  }

  /** Commands bring along what the record holds beyond the execution; where that is too much, it is read. */
  async function meet(taken: readonly Waiting[]): Promise<void> {
    for (const { unseen } of taken) {
      if (!unseen) continue;
      if (state === null) {
        // The start is in the record, and the task that appended it was lost: the command came before its repetition, or without it.
        if (patched('begun-in-the-record')) await catchUp();
        continue;
      }
      adopt(newsFor(state, unseen));
      if (state.seq < unseen.seq) await catchUp();
    }
  }

  /** Decides all that waits, appends it in one go, follows the answer. */
  async function round(): Promise<void> {
    const taken = queue.splice(0, roundSize);
    await meet(taken);
    const missing = unknown();
    if (missing !== null) know(await recorded(() => record.loadDefinition(missing)));
    const waiting = taken.filter((entry) => !answeredBefore(entry));
    for (const no of new Set(uncounted(waiting.map((entry) => entry.command)))) knowCalendar(await recorded(() => record.loadCalendar(no)));
    const commits: Commit[] = [];
    const rejected: RejectedCommand[] = [];
    let draft = state;
    for (const { command, digest, target } of waiting) {
      const decision = decideOn(draft, command, target);
      if (!decision.ok) rejected.push({ command: command.id, rejection: decision.rejection });
      else if (decision.events.length > 0) {
        commits.push({ command: command.id, digest, events: decision.events });
        draft = fold(draft, decision.events);
      }
    }
    const events = commits.flatMap((c) => c.events);
    const request = events.length === 0 ? null
      : { caseId, expectedSeq: state?.seq ?? 0, head: state?.head ?? '', commits, rows: project(modelOf, state, events) };
    const answer = await recorded(() => record.appendToRecord({ caseId, seq: state?.seq ?? 0, request, rejected, calendarNo: calendarNo(draft) }));
    // Too much to be handed back: it is read page by page, and the commands are found there.
    if (answer.result?.kind === 'written') await catchUp();
    follow(answer, waiting);
    // A full page: there may be more, and nothing may be decided on half of a command.
    if (answer.result?.kind === 'behind' && answer.result.events.length >= recordPage) await catchUp();
  }

  function follow({ result, rejected, known, inForce }: RoundResult, waiting: readonly Waiting[]): void {
    const acted = [...known, ...(result?.kind === 'duplicate' ? result.commands : [])];
    const answered = new Map<string, { seq: number; digest?: string | null }>(acted.map((a) => [a.command, a]));
    if (result?.kind === 'appended') {
      state = fold(state, result.events);
      for (const event of result.events) answered.set(event.command, { seq: event.seq });
    } else if (result?.kind === 'behind') {
      adopt(result.events);
    }
    // Refusals were decided on what this worker believed; they stand only if the record was where it believed.
    const final = result === null || result.kind === 'appended' || result.kind === 'written';
    const refusals = new Map(rejected.map((r) => [r.command, r.rejection]));
    const again: Waiting[] = [];
    for (const entry of waiting) {
      if (answeredBefore(entry)) continue;
      const found = answered.get(entry.command.id);
      const rejection = refusals.get(entry.command.id);
      if (found) entry.answer(done(found.seq, found.digest === undefined ? entry.digest : found.digest));
      else if (!final) again.push(entry);
      else if (rejection) entry.answer({ kind: 'rejected', rejection });
    }
    queue.unshift(...again);
    // The name under which the publication itself sends it: whichever comes first acts.
    if (inForce && inForce.calendar.no > calendarNo(state)) enqueue({ id: recomputeId(inForce.calendar.no), actor: engine, body: { type: 'recompute', ...inForce } });
  }

  /** The record may be ahead of this execution: fold what it has. */
  async function catchUp(): Promise<void> {
    nudged = false;
    for (let page = 1; ; page++) {
      const events = await recorded(() => record.readRecord({ caseId, after: state?.seq ?? 0 }));
      if (events.length === 0) return;
      adopt(events);
      // All that one workflow task has learned is sent to the server in one message of at most 4 MB: a timer ends the task.
      if (page % pagesPerTask === 0) await sleep(1);
    }
  }

  if (args.from.kind === 'resume') {
    const known = await recorded(() => record.loadState(caseId));
    if (known === 'large') await catchUp();
    else state = known;
    // What this fold met was no news to Temporal's memory of this run.
    adopted.clear();
    ready = true;
  }

  for (;;) {
    // Reassigned by closures, which flow analysis does not see.
    const now = state as CaseState | null;
    if (now?.status !== 'closed') {
      wake.set(now === null ? null : wakeAt(now));
      jobs.follow(now ? awaitedJobs(now) : {});
    } else {
      wake.set(null);
      jobs.follow({});
    }
    // What goes on between cases does not end with the case.
    closings.follow(now?.closings ?? {});
    openings.follow(now?.openings ?? {});
    errands.follow(firstOfEach(now?.errands ?? {}));
    draining ||= accepted >= updatesPerRun || workflowInfo().continueAsNewSuggested;
    const idle = (): boolean => queue.length === 0 && !nudged && allHandlersFinished();
    const finished = now === null ? accepted > 0 || args.from.kind === 'resume' : now.status === 'closed' && !owes(now);
    const something = (): boolean => queue.length > 0 || nudged || wake.due || ((draining || finished) && idle());
    if (now !== null || something()) await condition(something);
    // Temporal made the execution, but the command that was to start the case never came: nobody will miss it.
    else if (!(await condition(something, startWait))) return { outcome: null };
    if (nudged) await catchUp();
    else if (queue.length > 0) await round();
    else if (wake.due) {
      wake.acknowledge();
      enqueue({ id: `tick-${now?.seq ?? 0}`, actor: engine, body: { type: 'tick' } });
    } else if (finished) return { outcome: now?.outcome ?? null };
    else if (now !== null) {
      await continueAsNew<typeof caseWorkflow>({ caseId, from: isLarge(now) ? { kind: 'resume' } : { kind: 'carried', state: now } }, { $definition: now.process.hash }, ...pinnedCalendar(calendarNo(now)));
    }
  }
}

/** A run that is counted by the calendar of the program has no third argument, as before there were publications. */
const pinnedCalendar = (no: number): [PinnedCalendar?] => (no === 0 ? [] : [{ $calendar: String(no) }]);

function modelIn({ model }: PinnedDefinition): ProcessDefinition {
  if (!model) throw new Error('the payload codec did not supply the definition');
  return model;
}

/** A failure of the record that no retry can mend is a bug or a corruption: fail the task, visibly and for ever, never the case. */
async function recorded<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    log.error('the record refused', { error: error instanceof Error ? error.message : 'unknown' });
    throw new Error('the record refused; see the worker log', { cause: error });
  }
}
