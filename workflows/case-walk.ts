/**
 * 逐案处理: one walk over running cases, as a durable job (workflow id `walk-<id>`, type `caseWalk`; no process key can have that name). Its
 * cases, its progress and its results are in Postgres, so this workflow has nothing to carry: it asks for page after page until none is left.
 */
import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { WalkActivities } from '../activities/contract.ts';

const walks = proxyActivities<WalkActivities>({
  // A page of cases; the worker tells every few seconds that it is alive.
  startToCloseTimeout: '15m',
  heartbeatTimeout: '15s',
  // For ever: a walk goes on when the database or the cases' workers are back.
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});

/** Keeps the history of one run short. */
const pagesPerRun = 200;

export async function caseWalk({ walk }: { readonly walk: string }): Promise<void> {
  for (let page = 0; page < pagesPerRun; page++) {
    if (!(await walks.walkPage(walk))) return;
  }
  await continueAsNew<typeof caseWalk>({ walk });
}
