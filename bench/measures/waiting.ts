/** 4. Cases that wait cost nothing: CPU and memory while nobody acts. */
import { readFileSync } from 'node:fs';
import { load, perSecond } from '../load.ts';
import { startData } from '../process.ts';
import type { Measured } from '../report.ts';
import type { Services } from '../services.ts';

interface Use { readonly cpuMs: number; readonly megabytes: number }

/** Of one process, from the kernel (Linux); null elsewhere. */
function useOf(pid: number | undefined): Use | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return { cpuMs: (Number(fields[11]) + Number(fields[12])) * 10, megabytes: (pages * 4096) / 2 ** 20 };
  } catch {
    return null;
  }
}

export async function waitingMeasure(services: Services, cases: number, seconds: number): Promise<Measured> {
  const started = await load(16, cases, async () => void (await services.call('POST', '/cases', { process: 'bench-waiting', agency: 'gd-amr', data: startData })));
  const watched = ['worker', 'api', 'temporal'] as const;
  const before = watched.map((name) => useOf(services.pidOf(name)));
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const notes = watched.map((name, i) => {
    const [from, to] = [before[i], useOf(services.pidOf(name))];
    return { what: `${name}, idle for ${seconds} s with ${cases} open cases`, value: from && to ? `${((to.cpuMs - from.cpuMs) / (seconds * 10)).toFixed(1)} % of a core, ${to.megabytes.toFixed(0)} MB` : 'not known on this system' };
  });
  return { measure: '4. Waiting costs nothing', rows: [], notes: [{ what: 'starting', value: `${perSecond(started).toFixed(1)} cases a second, 16 clients` }, ...notes] };
}
