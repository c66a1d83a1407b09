/** 1. Approval-5 over HTTP against a bare workflow with the same updates, driven through the client. */
import { Client, Connection } from '@temporalio/client';
import { once } from 'node:events';
import { bareApproval, decideUpdate } from '../baseline/workflow.ts';
import { alternately, load, percentile, type Load } from '../load.ts';
import { decider, decisionData, startData } from '../process.ts';
import type { Measured, Row } from '../report.ts';
import { bareWorker, type Services } from '../services.ts';

const person = { officer: 'lin', 'section-head': 'huang', 'agency-head': 'he' } as const;
const decisions = [1, 2, 3, 4, 5] as const;
const casesAt: Readonly<Record<number, number>> = { 1: 15, 8: 60, 32: 120 };

interface Started { readonly caseId: string }
interface View { readonly tasks: readonly { readonly task: number }[] }

/** One case from its start to the reading of its history. `timed`: each decision. */
const approve = ({ call }: Services, claims: boolean) => async (_: number, time: <T>(act: () => Promise<T>) => Promise<T>): Promise<void> => {
  const { caseId } = await call<Started>('POST', '/cases', { process: 'bench-approval', agency: 'gd-amr', data: startData });
  for (const n of decisions) {
    const as = person[decider(n)];
    const task = (await call<View>('GET', `/cases/${caseId}`, undefined, as)).tasks[0]?.task;
    if (claims) await time(() => call('POST', `/cases/${caseId}/tasks/${task}/claim`, {}, as));
    await time(() => call('POST', `/cases/${caseId}/tasks/${task}/complete`, { outcome: 'approved', data: decisionData(n), comment: '同意' }, as));
  }
  await call('GET', `/cases/${caseId}/timeline`);
};

export async function approvalMeasure(services: Services, rounds: number): Promise<Measured> {
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
  try {
    await load(4, 12, approve(services, false));
    await load(4, 12, bare(5));
    for (const claims of [false, true]) {
      for (const clients of [1, 8, 32]) {
        const cases = casesAt[clients] ?? 60;
        const both = await alternately<Load>(rounds, () => load(clients, cases, approve(services, claims)), () => load(clients, cases, bare(claims ? 10 : 5)), (l) => l.perSecond);
        process.stderr.write(`  ${clients} clients${claims ? ', with claims' : ''}: ${both.ours.perSecond.toFixed(1)} / ${both.baseline.perSecond.toFixed(1)} cases/s\n`);
        const what = `${claims ? 'claim + complete' : 'complete'}, ${clients} client${clients === 1 ? '' : 's'}`;
        rows.push({ what: `cases: ${what}`, ours: both.ours.perSecond, baseline: both.baseline.perSecond, unit: 'cases/s', better: 'more', aim: 0.8 });
        rows.push({ what: `decision p50: ${what}`, ours: percentile(both.ours.latencies, 0.5), baseline: percentile(both.baseline.latencies, 0.5), unit: 'ms', better: 'less', aim: 1.3 });
      }
    }
  } finally {
    worker.disconnect();
    await once(worker, 'exit');
    await connection.close();
  }
  return {
    measure: '1. Approval in five decisions', rows,
    notes: [{ what: 'what a case is', value: 'Banjie over HTTP: start, per decision the case page and the act, the history at the end; baseline: start, the same number of updates, the result. Also counted against Banjie: five reads of the case page.' }],
  };
}
