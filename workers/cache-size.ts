/** How many cases a worker keeps in memory: whoever acts in one that is kept does not wait for its history to be replayed. */
import { totalmem } from 'node:os';

/** Measured with the processes of this project: the state, the model and the SDK's own of one case. */
const bytesPerCase = 250_000;
/** Of the memory that the process may have; Postgres, Temporal and the API are often on the same machine. */
const share = 1 / 8;
const [fewest, most] = [200, 5_000] as const;

export const cachedCases = (memory: number = availableMemory()): number => Math.min(most, Math.max(fewest, Math.floor((memory * share) / bytesPerCase)));

/** Of a container its limit; Node gives 0 or an absurd number where there is none. */
function availableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < totalmem() ? limit : totalmem();
}
