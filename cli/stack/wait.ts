import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from './fault.ts';

export interface Wait {
  /** Milliseconds in all. */
  readonly within: number;
  /** Milliseconds between two tries. */
  readonly every?: number;
  /** True when it is no use to go on: what is waited for has ended. */
  readonly givenUp?: () => boolean;
}

/** Tries until the probe resolves. @throws Error with the last reason when the time is over or `givenUp` says so */
export async function until<T>(probe: () => Promise<T>, { within, every = 50, givenUp }: Wait): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    try {
      return await probe();
    } catch (error) {
      if (givenUp?.()) throw new Error('it ended', { cause: error });
      if (Date.now() > end) throw new Error(`not ready after ${within / 1000} s: ${messageOf(error)}`, { cause: error });
    }
    await sleep(every);
  }
}
