/** 4. Cases that wait cost nothing: CPU and memory while nobody acts; and what became due while everything was stopped comes about afterwards. */
import { once } from 'node:events';
import { cpuOf, memoryOf } from '../cpu.ts';
import { load, perSecond } from '../load.ts';
import { startData } from '../process.ts';
import type { Measured, Note } from '../report.ts';
import type { Services } from '../services.ts';

const clients = 16;
/** Seconds over which the cases become due, one after the other. */
const spread = 30;
/** Of the process that is measured (bench/process.ts). */
const budgetMs = 720 * 3_600_000;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

export async function waitingMeasure(services: Services, cases: number, seconds: number): Promise<Measured> {
  const start = async (dueAt: number): Promise<void> => void (await services.call('POST', '/cases', {
    process: 'bench-waiting', agency: 'gd-amr', data: startData, receivedAt: new Date(dueAt - budgetMs).toISOString(),
  }));
  const empty = await idle(services, seconds);
  const trial = await load(clients, 64, () => start(Date.now() + budgetMs));
  // All must have been started, and have idled, before the first is due: a third more than the time that the trial foretells.
  const firstDue = Date.now() + (1.33 * (cases / perSecond(trial)) + seconds + 30) * 1000;
  const started = await load(clients, cases, (n) => start(firstDue + Math.round((n / cases) * spread * 1000)));
  const full = await idle(services, seconds);
  const notes: Note[] = [
    { what: 'starting', value: `${perSecond(started).toFixed(1)} cases a second, ${clients} clients` },
    ...full.map((now, i): Note => ({ what: `${now.name}, idle for ${seconds} s with ${cases} open cases`, value: `${said(now)}; before there was a case: ${empty[i] ? said(empty[i]) : ''}` })),
    ...(await restarted(services, cases, firstDue)),
  ];
  return { measure: '4. Waiting costs nothing', rows: [], notes };
}

interface Idle { readonly name: string; readonly percent: number | null; readonly memory: number | null }

/** What each process takes while nobody acts. @returns percent of a core over so many seconds, and megabytes at their end */
async function idle(services: Services, seconds: number): Promise<readonly Idle[]> {
  const watched = ['worker', 'api', 'temporal', 'postgres'] as const;
  const before = watched.map((name) => cpuOf(services.pidOf(name)));
  await sleep(seconds * 1000);
  return watched.map((name, i) => {
    const [from, to] = [before[i], cpuOf(services.pidOf(name))];
    return { name, percent: from == null || to === null ? null : (to - from) / (seconds * 10), memory: memoryOf(services.pidOf(name)) };
  });
}

const said = ({ percent, memory }: Idle): string => (percent === null || memory === null ? 'not known on this system' : `${percent.toFixed(1)} % of a core, ${memory.toFixed(0)} MB`);

interface Breach { readonly due: number; readonly at: number }

/** Everything is stopped before the first clock is due, and started after the last. */
async function restarted({ stack, database }: Services, cases: number, firstDue: number): Promise<readonly Note[]> {
  const early = firstDue - Date.now();
  const supervisor = stack.supervisor();
  supervisor.kill('SIGTERM');
  await once(supervisor, 'exit');
  await sleep(firstDue + (spread + 1) * 1000 - Date.now());
  const from = performance.now();
  await stack.startAgain();
  const ready = performance.now();
  const missed = async (): Promise<readonly Breach[]> => (await database.pool.query<Breach>({
    text: `select extract(epoch from k.due_at)::float8 * 1000 as due, extract(epoch from e.at)::float8 * 1000 as at
           from events e join clocks k on k.case_id = e.case_id and k.clock_no = (e.body ->> 'clockNo')::integer where e.type = 'clock.breached' order by e.at, k.due_at`,
  })).rows;
  let breaches = await missed();
  for (let seen = -1, quiet = 0; breaches.length < cases && quiet < 240; breaches = await missed()) {
    quiet = breaches.length === seen ? quiet + 1 : 0;
    seen = breaches.length;
    await sleep(250);
  }
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  return [
    { what: `${cases} clocks that became due within ${spread} s while everything was stopped`, value: `${breaches.length} missed in the record, ${seconds(performance.now() - ready)} s after the API was ready (${seconds(ready - from)} s after the start)${early < 0 ? '; some were due before the stop' : ''}` },
    { what: 'in the order in which they were due', value: inOrder(breaches) },
  ];
}

/** How much later something was due than what was acted upon after it. */
function inOrder(breaches: readonly Breach[]): string {
  let latest = Number.NEGATIVE_INFINITY;
  const late = breaches.map(({ due }) => {
    const by = Math.max(0, latest - due);
    latest = Math.max(latest, due);
    return by;
  }).sort((a, b) => a - b);
  const at = (p: number): string => ((late[Math.floor((late.length - 1) * p)] ?? 0) / 1000).toFixed(1);
  return `overtaken by at most ${at(1)} s of due time (median ${at(0.5)} s)`;
}
