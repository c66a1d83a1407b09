/** The record as the case workflow uses it: local activities, one database round trip each. */
import { append } from '../db/record/append.ts';
import { loadCaseState, readEvents } from '../db/record/read.ts';
import type { Database } from '../db/pool.ts';
import { isLarge } from '../domain/engine/state-size.ts';
import type { RecordActivities } from './contract.ts';

/** Events handed to a workflow at once at most: a local activity's result must stay a small payload. */
const readSize = 500;

/** Events in the answer to an append at most. */
const largestAnswer = 1_000;

export interface RecordHooks {
  /** Called when an append has committed and nobody knows yet: the hole in which a worker may die. Tests kill it there. */
  readonly afterAppend?: () => Promise<void>;
}

export const recordActivities = (database: Database, hooks: RecordHooks = {}): RecordActivities => ({
  appendToRecord: async ({ request, rejected }) => {
    const result = request === null ? null : await append(database, request);
    if (hooks.afterAppend && result?.kind === 'appended') await hooks.afterAppend();
    // What an activity returns is one payload of the history, and the server takes 2 MB.
    const large = result?.kind === 'appended' && result.events.length > largestAnswer;
    return { result: large ? { kind: 'written', seq: result.events.at(-1)?.seq ?? 0 } : result, rejected };
  },
  readRecord: ({ caseId, after }) => readEvents(database, caseId, { after, limit: readSize }),
  loadState: async (caseId) => {
    const state = await loadCaseState(database, caseId);
    return state !== null && isLarge(state) ? 'large' : state;
  },
});
