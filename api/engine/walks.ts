/** 逐案处理: a walk over running cases is begun here, and again where it was asked for and never began. */
import { describe, type Database } from '../../db/pool.ts';
import { unfinishedWalks } from '../../db/queries/case-walks.ts';
import type { Log } from '../../config/log.ts';
import { againAndAgain } from './background.ts';
import type { EngineClient } from './client.ts';

interface Parts { readonly database: Database; readonly engine: Pick<EngineClient, 'walk'>; readonly log: Log }

/** What was asked for stands in the database: where Temporal is away it begins later, and that is no refusal. */
export function startWalk({ engine, log }: Omit<Parts, 'database'>, walk: string): void {
  engine.walk(walk).catch((error: unknown) => log.warn({ walk, err: describe(error) }, 'a walk over running cases could not be begun yet'));
}

/** Walks that are begun in one look. */
const mostAtOnce = 50;

/** Begins what was asked for while Temporal was away. @returns stops it */
export const keepWalking = ({ database, engine, log }: Parts): () => void => againAndAgain({
  log, failed: 'walks over running cases could not be begun yet', atOnce: true,
  work: async () => {
    for (const walk of await unfinishedWalks(database, mostAtOnce)) await engine.walk(walk);
  },
});
