/** A case may take its time to answer; a worker that is killed meanwhile is noticed all the same, within seconds. */
import { heartbeat } from '@temporalio/activity';

/** Milliseconds; well within the heartbeat timeouts of the workflows that ask. */
const heartbeatEvery = 2_000;

export async function alive<T>(work: () => Promise<T>): Promise<T> {
  const beating = setInterval(heartbeat, heartbeatEvery);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}
