/** The record as the case workflow uses it: local activities, one database round trip each. */
import { calendarOfPublication, newerCalendar } from '../db/calendars.ts';
import { definitionByHash } from '../db/definitions.ts';
import { append } from '../db/record/append.ts';
import { findCommand, loadCaseState, readEvents } from '../db/record/read.ts';
import type { Database } from '../db/pool.ts';
import { isLarge } from '../domain/engine/state-size.ts';
import { recordPage, type AppendResult } from '../domain/record/append.ts';
import type { RecordActivities, RejectedCommand, RoundResult } from './contract.ts';

/** Events in the answer to an append at most. */
const largestAnswer = 1_000;

export interface RecordHooks {
  /** Called when an append has committed and nobody knows yet: the hole in which a worker may die. Tests kill it there. */
  readonly afterAppend?: () => Promise<void>;
}

export const recordActivities = (database: Database, hooks: RecordHooks = {}): RecordActivities => ({
  appendToRecord: async ({ caseId, seq, request, rejected, calendarNo }) => {
    const result = request === null ? await newsAfter(database, caseId, seq, rejected) : await append(database, request);
    if (hooks.afterAppend && result?.kind === 'appended') await hooks.afterAppend();
    // What an activity returns is one payload of the history, and the server takes 2 MB.
    const large = result?.kind === 'appended' && result.events.length > largestAnswer;
    return {
      result: large ? { kind: 'written', seq: result.events.at(-1)?.seq ?? 0 } : result,
      ...(await heldAgainstRecord(database, caseId, rejected)),
      ...(calendarNo === undefined ? {} : await overtakenBy(database, calendarNo, result)),
    };
  },
  readRecord: ({ caseId, after }) => readEvents(database, caseId, { after, limit: recordPage }),
  loadState: async (caseId) => {
    const state = await loadCaseState(database, caseId);
    return state !== null && isLarge(state) ? 'large' : state;
  },
  loadCalendar: async (no) => ({ $calendar: String(no), calendar: (await calendarOfPublication(database, no)).calendar }),
  loadDefinition: async (hash) => ({ $definition: hash, model: await definitionByHash(database, hash) }),
});

/** Nothing is to be appended. A refusal stands only if the record is where the workflow believes it to be: else it is told what it missed. */
async function newsAfter(database: Database, caseId: string, seq: number, rejected: readonly RejectedCommand[]): Promise<AppendResult | null> {
  if (rejected.length === 0) return null;
  const events = await readEvents(database, caseId, { after: seq, limit: recordPage });
  return events.length > 0 ? { kind: 'behind', events } : null;
}

async function overtakenBy(database: Database, calendarNo: number, result: AppendResult | null): Promise<Pick<RoundResult, 'inForce'>> {
  const newer = result === null || result.kind === 'duplicate' ? null : await newerCalendar(database, calendarNo, result.events);
  return newer ? { inForce: { calendar: { no: newer.no, version: newer.calendar.version }, year: newer.year, notice: newer.notice } } : {};
}

/** Refusals after acceptance are rare, so that each may ask whether its command has acted before. */
async function heldAgainstRecord(database: Database, caseId: string, rejected: readonly RejectedCommand[]): Promise<Pick<RoundResult, 'rejected' | 'known'>> {
  const found = await Promise.all(rejected.map(async (r) => ({ r, acted: await findCommand(database, caseId, r.command) })));
  return {
    rejected: found.flatMap(({ r, acted }) => (acted ? [] : [r])),
    known: found.flatMap(({ r, acted }) => (acted ? [{ command: r.command, seq: acted.lastSeq, digest: acted.digest }] : [])),
  };
}
