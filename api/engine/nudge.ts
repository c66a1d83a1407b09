/** After a start nobody knows which executions fell behind their record while the Temporal server was lost: the latest cases are asked to look. */
import type { Database } from '../../db/pool.ts';
import { recentlyAppended } from '../../db/record/read.ts';
import type { Log } from '../../config/log.ts';
import type { EngineClient } from './client.ts';
import { targetOf } from './perform.ts';

export interface NudgeOptions { readonly limit?: number; readonly concurrency?: number }

/**
 * Nudges the cases last appended to; an open case, or one that owes another case word, whose execution is gone is started again from its record.
 * @returns how many were nudged and how many started again
 * @throws where Postgres or Temporal is away
 */
export async function nudgeRecent(
  { database, engine, log }: { readonly database: Database; readonly engine: EngineClient; readonly log: Log }, { limit = 200, concurrency = 8 }: NudgeOptions = {},
): Promise<{ readonly nudged: number; readonly resumed: number }> {
  const waiting = [...(await recentlyAppended(database, limit))];
  let nudged = 0;
  let resumed = 0;
  const work = async (): Promise<void> => {
    for (let head = waiting.shift(); head; head = waiting.shift()) {
      if (await engine.nudge(targetOf(head))) nudged += 1;
      else if (head.status !== 'closed' || head.owes) {
        await engine.resume(targetOf(head));
        resumed += 1;
        log.warn({ caseId: head.id }, 'the execution of a case was gone and is started again from its record');
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return { nudged, resumed };
}
