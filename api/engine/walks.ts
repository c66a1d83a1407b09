/** 逐案处理: a walk over running cases is begun here, and again where it was asked for and never began. */
import { describe, type Database } from '../../db/pool.ts';
import { unfinishedWalks } from '../../db/queries/case-walks.ts';
import type { Log } from '../../config/log.ts';
import type { EngineClient } from './client.ts';

interface Parts { readonly database: Database; readonly engine: Pick<EngineClient, 'walk'>; readonly log: Log }

/** What was asked for stands in the database: where Temporal is away it begins later, and that is no refusal. */
export async function beginWalk({ engine, log }: Omit<Parts, 'database'>, walk: string): Promise<void> {
  try {
    await engine.walk(walk);
  } catch (error) {
    log.warn({ walk, err: describe(error) }, 'a walk over running cases could not be begun yet');
  }
}

const mostAtOnce = 50;

/** @throws where Postgres or Temporal is away */
export async function beginUnfinishedWalks({ database, engine }: Parts): Promise<void> {
  for (const walk of await unfinishedWalks(database, mostAtOnce)) await engine.walk(walk);
}
