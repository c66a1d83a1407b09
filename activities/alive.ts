/** What an activity waits for may take its time; a worker that is killed meanwhile, and a call that was lost on its way to the worker, are noticed all the same, within seconds. */
import { Context } from '@temporalio/activity';

/** Milliseconds; well within the heartbeat timeouts of the workflows that ask. */
const heartbeatEvery = 2_000;

export async function alive<T>(work: () => Promise<T>): Promise<T> {
  const context = caller();
  const beating = context && setInterval(() => context.heartbeat(), heartbeatEvery);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}

/** Undefined where somebody else than Temporal calls: then there is nobody to tell. */
function caller(): Context | undefined {
  try {
    return Context.current();
  } catch {
    return undefined;
  }
}
