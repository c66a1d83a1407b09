/** 1. Approval-5 over HTTP against a bare workflow with the same updates, driven through the client. */
import { Client, Connection } from '@temporalio/client';
import { once } from 'node:events';
import { bareApproval, decideUpdate } from '../baseline/workflow.ts';
import { alternately, load, percentile, perSecond, type Side } from '../load.ts';
import { decider, decisionData, startData } from '../process.ts';
import type { Measured, Note, Row } from '../report.ts';
import { bareWorker, type Services } from '../services.ts';

const person = { officer: 'lin', 'section-head': 'huang', 'agency-head': 'he' } as const;
const decisions = [1, 2, 3, 4, 5] as const;
const casesAt: Readonly<Record<number, number>> = { 1: 10, 8: 30, 32: 60 };

interface Receipt { readonly caseId: string; readonly open?: readonly { readonly task: number }[] }

/** One case from its start to the reading of its history; each receipt names the task that comes next. `timed`: each decision. */
const approve = ({ call }: Services, claims: boolean) => async (_: number, time: <T>(act: () => Promise<T>) => Promise<T>): Promise<void> => {
  let receipt = await call<Receipt>('POST', '/cases', { process: 'bench-approval', agency: 'gd-amr', data: startData });
  const { caseId } = receipt;
  for (const n of decisions) {
    const as = person[decider(n)];
    const task = receipt.open?.[0]?.task;
    if (claims) await call('POST', `/cases/${caseId}/tasks/${task}/claim`, {}, as);
    receipt = await time(() => call<Receipt>('POST', `/cases/${caseId}/tasks/${task}/complete`, { outcome: 'approved', data: decisionData(n), comment: '同意' }, as));
  }
  await call('GET', `/cases/${caseId}/timeline`);
};

const busy = (side: Side): string => Object.entries(side.cpu).map(([name, ms]) => `${name} ${ms.toFixed(1)}`).join(', ');
const total = ({ cpu }: Side): number => Object.values(cpu).reduce((sum, ms) => sum + ms, 0);

/** @param slices of each side, in turn; each of some seconds */
export async function approvalMeasure(services: Services, slices: number, only?: string): Promise<Measured> {
  const taskQueue = `bare-${Date.now()}`;
  const worker = await bareWorker(services, taskQueue);
  const connection = await Connection.connect({ address: services.temporalAddress });
  const client = new Client({ connection });
  let serial = 0;
  const bare = (updates: number) => async (_: number, time: <T>(act: () => Promise<T>) => Promise<T>): Promise<void> => {
    const handle = await client.workflow.start(bareApproval, { workflowId: `bare-${process.pid}-${++serial}`, taskQueue, args: [startData, updates] });
    for (let n = 1; n <= updates; n++) await time(() => handle.executeUpdate(decideUpdate, { args: [{ ...decisionData(((n - 1) % 5) + 1), outcome: 'approved', comment: '同意' }] }));
    await handle.result();
  };
  const rows: Row[] = [];
  const notes: Note[] = [];
  const temporal = services.pidOf('temporal');
  const ourProcesses = { client: process.pid, api: services.pidOf('api'), worker: services.pidOf('worker'), temporal, postgres: services.pidOf('postgres') };
  const bareProcesses = { client: process.pid, worker: worker.pid, temporal };
  try {
    await load(4, 40, approve(services, false));
    await load(4, 40, bare(5));
    for (const claims of [false, true]) {
      for (const clients of [1, 8, 32]) {
        const cases = casesAt[clients] ?? 60;
        const what = `${claims ? 'claim + complete' : 'complete'}, ${clients} client${clients === 1 ? '' : 's'}`;
        if (only && !what.startsWith(only)) continue;
        const { ours, baseline } = await alternately(
          slices, { processes: ourProcesses, run: () => load(clients, cases, approve(services, claims)) }, { processes: bareProcesses, run: () => load(clients, cases, bare(claims ? 10 : 5)) },
        );
        process.stderr.write(`  ${what}: ${perSecond(ours).toFixed(1)} / ${perSecond(baseline).toFixed(1)} cases/s, p50 ${percentile(ours.latencies, 0.5).toFixed(1)} / ${percentile(baseline.latencies, 0.5).toFixed(1)} ms; CPU ${total(ours).toFixed(0)} (${busy(ours)}) / ${total(baseline).toFixed(0)} (${busy(baseline)})\n`);
        rows.push({ what: `cases: ${what}`, ours: perSecond(ours), baseline: perSecond(baseline), unit: 'cases/s', better: 'more', aim: 0.8 });
        rows.push({ what: `decision p50: ${what}`, ours: percentile(ours.latencies, 0.5), baseline: percentile(baseline.latencies, 0.5), unit: 'ms', better: 'less', aim: 1.3 });
        notes.push({ what: `CPU of a case, ms: ${what}`, value: `Banjie ${total(ours).toFixed(0)} (${busy(ours)}); baseline ${total(baseline).toFixed(0)} (${busy(baseline)})` });
      }
    }
  } finally {
    worker.disconnect();
    await once(worker, 'exit');
    await connection.close();
  }
  return {
    measure: '1. Approval in five decisions', rows,
    notes: [{ what: 'what a case is', value: 'Banjie over HTTP: start, the acts, the history at the end; baseline: start, the same number of updates, the result. A decision is timed from its request to its answer, a claim before it is not part of it.' }, ...notes],
  };
}
