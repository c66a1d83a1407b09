/** Clients that work without a pause, and what they measured. */

export interface Load { /** Units done in a second. */ readonly perSecond: number; /** Milliseconds, ascending. */ readonly latencies: readonly number[] }

/** So many clients share so many units; each takes the next when it is done with one. */
export async function load(clients: number, units: number, one: (unit: number, time: <T>(act: () => Promise<T>) => Promise<T>) => Promise<void>): Promise<Load> {
  const latencies: number[] = [];
  const time = async <T>(act: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const result = await act();
    latencies.push(performance.now() - from);
    return result;
  };
  let next = 0;
  const from = performance.now();
  await Promise.all(Array.from({ length: clients }, async () => {
    for (let unit = next++; unit < units; unit = next++) await one(unit, time);
  }));
  return { perSecond: (units / (performance.now() - from)) * 1000, latencies: latencies.sort((a, b) => a - b) };
}

export const percentile = (sorted: readonly number[], p: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;

/** Runs of both sides in turn, so that neither has the warmer machine; the middle one of each counts. */
export async function alternately<T>(rounds: number, ours: () => Promise<T>, baseline: () => Promise<T>, rank: (result: T) => number): Promise<{ readonly ours: T; readonly baseline: T }> {
  const both: { ours: T[]; baseline: T[] } = { ours: [], baseline: [] };
  for (let round = 0; round < rounds; round++) {
    both.baseline.push(await baseline());
    both.ours.push(await ours());
  }
  const middle = (results: T[]): T => {
    const found = results.sort((a, b) => rank(a) - rank(b))[Math.floor(results.length / 2)];
    if (found === undefined) throw new Error('nothing was measured');
    return found;
  };
  return { ours: middle(both.ours), baseline: middle(both.baseline) };
}
