/** The record as the case workflow uses it: local activities, one database round trip each. */
import { append } from '../db/record/append.ts';
import { loadCaseState, readEvents } from '../db/record/read.ts';
import type { Database } from '../db/pool.ts';
import type { RecordActivities } from './contract.ts';

/** Events handed to a workflow at once at most: a local activity's result must stay a small payload. */
const readSize = 500;

export interface RecordHooks {
  /** Called when an append has committed and nobody knows yet: the hole in which a worker may die. Tests kill it there. */
  readonly afterAppend?: () => Promise<void>;
}

export const recordActivities = (database: Database, hooks: RecordHooks = {}): RecordActivities => ({
  appendToRecord: async ({ request, rejected }) => {
    const result = request === null ? null : await append(database, request);
    if (hooks.afterAppend && result?.kind === 'appended') await hooks.afterAppend();
    return { result, rejected };
  },
  readRecord: ({ caseId, after }) => readEvents(database, caseId, { after, limit: readSize }),
  loadState: (caseId) => loadCaseState(database, caseId),
});
