/** Clients that work without a pause, and what they measured. */
import { spent } from './cpu.ts';

export interface Load {
  readonly units: number;
  readonly seconds: number;
  /** Milliseconds, ascending. */
  readonly latencies: readonly number[];
}

type One = (unit: number, time: <T>(act: () => Promise<T>) => Promise<T>) => Promise<void>;

/** So many clients share so many units; each takes the next when it is done with one. */
export async function load(clients: number, units: number, one: One): Promise<Load> {
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
  return { units, seconds: (performance.now() - from) / 1000, latencies: latencies.sort((a, b) => a - b) };
}

export const percentile = (sorted: readonly number[], p: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
export const perSecond = ({ units, seconds }: Load): number => units / seconds;

/** What one side did in all its slices, and the milliseconds of CPU that each process spent on a unit. */
export interface Side extends Load { readonly cpu: Readonly<Record<string, number>> }
export interface Sliced { readonly processes: Readonly<Record<string, number | undefined>>; readonly run: () => Promise<Load> }

/** Short slices of both sides in turn, so that neither has the warmer or the quieter machine. */
export async function alternately(slices: number, ours: Sliced, baseline: Sliced): Promise<{ readonly ours: Side; readonly baseline: Side }> {
  const done: { readonly ours: Spent[]; readonly baseline: Spent[] } = { ours: [], baseline: [] };
  for (let slice = 0; slice < slices; slice++) {
    done.baseline.push(await spent(baseline.processes, baseline.run));
    done.ours.push(await spent(ours.processes, ours.run));
  }
  return { ours: together(done.ours), baseline: together(done.baseline) };
}

type Spent = Awaited<ReturnType<typeof spent<Load>>>;

function together(slices: readonly Spent[]): Side {
  const sum = (of: (slice: Spent) => number): number => slices.reduce((total, slice) => total + of(slice), 0);
  const units = sum(({ result }) => result.units);
  const names = Object.keys(slices[0]?.ms ?? {});
  return {
    units, seconds: sum(({ result }) => result.seconds), latencies: slices.flatMap(({ result }) => result.latencies).sort((a, b) => a - b),
    cpu: Object.fromEntries(names.map((name) => [name, sum(({ ms }) => ms[name] ?? 0) / units])),
  };
}
