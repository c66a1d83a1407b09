/**
 * Milliseconds of CPU of processes, from the kernel (Linux): on a machine that others use as well they say more than the time on the wall.
 * What a process has started counts with it, also what has ended since: Postgres is a process per connection.
 */
import { readdirSync, readFileSync } from 'node:fs';

interface Stat { readonly pid: number; readonly parent: number; /** Of itself and of children that have ended. */ readonly ms: number }

/** USER_HZ is 100 on every Linux that Node runs on. */
const tick = 10;

function statOf(pid: number): Stat | null {
  try {
    // The name of the program stands in brackets and may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ').map(Number);
    const [parent = 0, spent] = [fields[1], fields.slice(11, 15).reduce((sum, n) => sum + n, 0)];
    return { pid, parent, ms: spent * tick };
  } catch {
    return null;
  }
}

/** Null where the kernel does not tell. */
export function cpuOf(pid: number | undefined): number | null {
  const own = pid === undefined ? null : statOf(pid);
  if (own === null) return null;
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => statOf(Number(name))).filter((s): s is Stat => s !== null);
  const below = (of: number): number => all.filter((s) => s.parent === of).reduce((sum, s) => sum + s.ms + below(s.pid), 0);
  return own.ms + below(own.pid);
}

/** Resident memory, in megabytes; null where the kernel does not tell. */
export function memoryOf(pid: number | undefined): number | null {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096) / 2 ** 20;
  } catch {
    return null;
  }
}

/** What each of these processes has used while something was done. This process counts itself without what it has started. */
export async function spent<T>(processes: Readonly<Record<string, number | undefined>>, act: () => Promise<T>): Promise<{ readonly result: T; readonly ms: Readonly<Record<string, number>> }> {
  const look = (): Readonly<Record<string, number | null>> => Object.fromEntries(Object.entries(processes).map(([name, pid]) => [name, pid === process.pid ? own() : cpuOf(pid)]));
  const before = look();
  const result = await act();
  const after = look();
  return { result, ms: Object.fromEntries(Object.entries(after).flatMap(([name, ms]) => (ms === null ? [] : [[name, ms - (before[name] ?? 0)]]))) };
}

const own = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
