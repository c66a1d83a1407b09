/** 逐案处理: a walk over running cases is begun here, and again where it was asked for and never began. */
import { describe, type Database } from '../../db/pool.ts';
import { unfinishedWalks } from '../../db/queries/case-walks.ts';
import type { Log } from '../../config/log.ts';
import type { EngineClient } from './client.ts';

interface Parts { readonly database: Database; readonly engine: Pick<EngineClient, 'walk'>; readonly log: Log }

/** What was asked for stands in the database: where Temporal is away it begins later, and that is no refusal. */
export function startWalk({ engine, log }: Omit<Parts, 'database'>, walk: string): void {
  engine.walk(walk).catch((error: unknown) => log.warn({ walk, err: describe(error) }, 'a walk over running cases could not be begun yet'));
}

/** Milliseconds between two looks, and walks that are begun in one. */
const pace = 60_000;
const mostAtOnce = 50;

/** Begins what was asked for while Temporal was away. @returns stops it */
export function keepWalking({ database, engine, log }: Parts): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const look = async (): Promise<void> => {
    try {
      for (const walk of await unfinishedWalks(database, mostAtOnce)) await engine.walk(walk);
    } catch (error) {
      log.warn({ err: describe(error) }, 'walks over running cases could not be begun yet');
    }
    if (!stopped) timer = setTimeout(() => void look(), pace).unref();
  };
  void look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
