/** What services that speak to other cases need of the worker. */
import type { BetweenCases } from '../activities/services.ts';
import type { EngineClient } from '../api/engine/client.ts';
import { startedCaseId } from '../api/engine/ids.ts';
import type { Database } from '../db/pool.ts';
import { sendToCase } from './send-to-case.ts';

export const betweenCases = (database: Database, engine: Pick<EngineClient, 'send' | 'ready' | 'walk'>): BetweenCases => ({
  send: sendToCase(database, engine), walkId: (caseId, job) => startedCaseId(`signal-${caseId}-${job}`), begin: (walk) => engine.walk(walk),
});
