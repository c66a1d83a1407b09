/** What an API process does beside its requests, once and again. */
import { describe } from '../../db/pool.ts';
import type { Log } from '../../config/log.ts';

/** Milliseconds between two looks. */
const pace = 60_000;

export interface Round { readonly log: Log; readonly work: () => Promise<unknown>; /** Said where it could not be done: it is tried again. */ readonly failed: string; /** The first look is at once. */ readonly atOnce: boolean }

/** @returns stops it */
export function againAndAgain({ log, work, failed, atOnce }: Round): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const later = (): void => { timer = setTimeout(() => void look(), pace).unref(); };
  const look = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.warn({ err: describe(error) }, failed);
    }
    if (!stopped) later();
  };
  if (atOnce) void look();
  else later();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
