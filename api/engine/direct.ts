/**
 * Commands that ask nothing of the execution of a case (domain/engine/quiet.ts) are decided here, on the record, and appended here: the same `decide`, the same
 * compare-and-append (docs/adr/0052). Where that does not come about, the command goes the way of all others, under the same id.
 */
import { calendarOfCase } from '../../db/calendars.ts';
import { definitionByHash } from '../../db/definitions.ts';
import { isUnavailable, type Database } from '../../db/pool.ts';
import { append } from '../../db/record/append.ts';
import { loadCaseState } from '../../db/record/read.ts';
import type { Command, Rejection } from '../../domain/engine/commands.ts';
import { decide } from '../../domain/engine/decide.ts';
import { areQuiet } from '../../domain/engine/quiet.ts';
import { fold } from '../../domain/engine/evolve.ts';
import type { CaseState } from '../../domain/engine/state.ts';
import { openTasks, type OpenTask } from '../../domain/record/open-tasks.ts';
import { project } from '../../domain/record/project.ts';
import { caseGate } from './case-gate.ts';

export type Direct =
  | { readonly kind: 'done'; readonly seq: number; readonly digest: string | null; readonly open: readonly OpenTask[] }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  /** It is for the execution to decide. */
  | { readonly kind: 'engine' };

const engine = { kind: 'engine' } as const;
/** Others may append to the case meanwhile; after so many defeats the execution puts all in order. */
const attempts = 3;
/** Milliseconds for one's turn, where many act in one case at once. */
const patience = 5_000;
/** One at a time in a process: whoever waited finds the record as the one before left it, and has not tried in vain. */
const gate = caseGate(1);
/** Milliseconds for one append. A record that takes longer is the business of the execution, whose commands wait for it without anybody waiting. */
const appendPatience = 2_000;

export const appendDirectly = async (database: Database, state: CaseState, command: Command, digest: string): Promise<Direct> =>
  (await gate.run(state.caseId, Date.now() + patience, () => attempt(database, state, command, digest))) ?? engine;

async function attempt(database: Database, known: CaseState, command: Command, digest: string): Promise<Direct> {
  try {
    let state: CaseState | null = known;
    for (let n = 1; n <= attempts; n++) {
      const [model, calendar] = await Promise.all([definitionByHash(database, state.process.hash), calendarOfCase(database, state.calendar)]);
      const decision = decide(model, state, command, { now: Date.now(), calendar, calendarNo: state.calendar?.no ?? 0 });
      if (!decision.ok) {
        // Refused on what was true when it was read; that may be a while ago for whoever waited.
        const present: CaseState | null = n === 1 ? await loadCaseState(database, known.caseId) : state;
        if (present === null || present.seq === state.seq) return { kind: 'rejected', rejection: decision.rejection };
        state = present;
        continue;
      }
      const { events } = decision;
      if (events.length === 0 || !areQuiet(events)) return engine;
      const result = await inTime(append(database, {
        caseId: state.caseId, expectedSeq: state.seq, head: state.head, commits: [{ command: command.id, digest, events }], rows: project(model, state, events),
      }));
      switch (result?.kind) {
        case undefined:
          return engine;
        case 'appended': {
          const after = fold(state, result.events);
          return { kind: 'done', seq: after?.seq ?? 0, digest, open: after ? openTasks(after) : [] };
        }
        case 'duplicate': {
          const [acted] = result.commands;
          return acted ? { kind: 'done', seq: acted.seq, digest: acted.digest, open: openTasks(state) } : engine;
        }
        case 'behind': {
          const own = result.events.findLast((event) => event.command === command.id);
          state = await loadCaseState(database, known.caseId);
          if (own || state === null) return engine;
        }
      }
    }
    return engine;
  } catch (error) {
    // Whether it was written nobody knows: the execution finds it by its id, or writes it when the database is back.
    if (isUnavailable(error)) return engine;
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
