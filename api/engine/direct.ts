/**
 * Commands that ask nothing of the execution of a case (domain/engine/execution.ts) are decided here, on the record, and appended here: the same `decide`,
 * the same compare-and-append (docs/adr/0056). Where that does not come about, the command goes to the execution, under the same id.
 */
import { calendarOfCase, newerCalendar, type InForce } from '../../db/calendars.ts';
import { definitionByHash } from '../../db/definitions.ts';
import { isUnavailable, type Database } from '../../db/pool.ts';
import { append } from '../../db/record/append.ts';
import { lastSeenState, loadCaseState, rememberState } from '../../db/record/read.ts';
import type { Command, Rejection } from '../../domain/engine/commands.ts';
import { decide } from '../../domain/engine/decide.ts';
import { fold } from '../../domain/engine/evolve.ts';
import { asksExecution, bringsAlong } from '../../domain/engine/execution.ts';
import type { CaseState } from '../../domain/engine/state.ts';
import { openTasks, type OpenTask } from '../../domain/record/open-tasks.ts';
import { project } from '../../domain/record/project.ts';
import { caseGate } from './case-gate.ts';

/** `on`: the state on which it was decided. */
export type Direct =
  | { readonly kind: 'done'; readonly on: CaseState; readonly seq: number; readonly digest: string | null; readonly open: readonly OpenTask[];
      /** Its dates were computed with a calendar that has been replaced meanwhile: the case is to be told (docs/adr/0021). */ readonly overtaken?: InForce }
  | { readonly kind: 'rejected'; readonly on: CaseState; readonly rejection: Rejection }
  /** There is no such case, or none that this person may see. */
  | { readonly kind: 'hidden' }
  /** It is for the execution to decide. */
  | { readonly kind: 'engine' };

export interface DirectRequest {
  readonly caseId: string;
  readonly command: Command;
  /** Null for the system's own. */
  readonly digest: string | null;
  readonly visible: (state: CaseState) => boolean;
}

const engine = { kind: 'engine' } as const;
const hidden = { kind: 'hidden' } as const;
/** Others may append to the case meanwhile; after so many defeats the execution puts all in order. */
const attempts = 4;
/** Milliseconds for one's turn, where many act in one case at once. */
const patience = 5_000;
/** One at a time in a process: whoever waited finds the record as the one before left it, and has not tried in vain. */
const gate = caseGate(1);
/** Milliseconds for one append. A record that takes longer is the business of the execution, whose commands wait for it without anybody waiting. */
const appendPatience = 2_000;

export const appendDirectly = async (database: Database, request: DirectRequest): Promise<Direct> =>
  (await gate.run(request.caseId, Date.now() + patience, () => attempt(database, request))) ?? engine;

async function attempt(database: Database, { caseId, command, digest, visible }: DirectRequest): Promise<Direct> {
  // What this process has last seen of the case is nearly always how it stands; where it is not, the append finds out.
  let state = lastSeenState(database, caseId);
  let fresh = state === null;
  try {
    for (let n = 1; n <= attempts; n++) {
      if (fresh) state = await loadCaseState(database, caseId);
      if (state === null || !visible(state)) {
        if (fresh) return hidden;
        fresh = true;
        continue;
      }
      if (bringsAlong(command.body)) return engine;
      const [model, calendar] = await Promise.all([definitionByHash(database, state.process.hash), calendarOfCase(database, state.calendar)]);
      const calendarNo = state.calendar?.no ?? 0;
      const decision = decide(model, state, command, { now: Date.now(), calendar, calendarNo });
      if (!decision.ok) {
        // Refused on what was so when it was last read.
        if (fresh) return { kind: 'rejected', on: state, rejection: decision.rejection };
        fresh = true;
        continue;
      }
      const { events } = decision;
      const decided = fold(state, events);
      if (events.length === 0 || decided === null || asksExecution(state, decided)) return engine;
      const result = await inTime(append(database, {
        caseId, expectedSeq: state.seq, head: state.head, commits: [{ command: command.id, digest, events }], rows: project(model, state, events),
      }));
      switch (result?.kind) {
        case undefined:
          return engine;
        case 'appended': {
          const after = fold(state, result.events);
          if (after) rememberState(database, after);
          const overtaken = await newerCalendar(database, calendarNo, result.events).catch(() => null);
          return { kind: 'done', on: state, seq: after?.seq ?? 0, digest, open: after ? openTasks(after) : [], ...(overtaken ? { overtaken } : {}) };
        }
        case 'duplicate': {
          const [acted] = result.commands;
          return acted ? { kind: 'done', on: state, seq: acted.seq, digest: acted.digest, open: openTasks(state) } : engine;
        }
        case 'behind':
          if (result.events.some((event) => event.command === command.id)) return engine;
          fresh = true;
      }
    }
    return engine;
  } catch (error) {
    // Whether it was written nobody knows: the execution finds it by its id, or writes it when the database is back.
    if (isUnavailable(error) && state !== null) return engine;
    throw error;
  }
}

/** Null where it takes too long. It may be written all the same, and is then found by its id. */
async function inTime<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([work, new Promise<null>((resolve) => { timer = setTimeout(() => resolve(null), appendPatience); })]);
  } finally {
    clearTimeout(timer);
    // Whoever stopped waiting does not hear of its failure either.
    work.catch(() => undefined);
  }
}
