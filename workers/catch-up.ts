/**
 * 补记逾期: what became due while nothing ran. Temporal hands out all timers that are past at once, in any order, and each costs a workflow task; so the
 * record is brought up to date first, in the order in which things were due, by the same append that needs no execution (docs/adr/0056). The executions wake
 * afterwards and find nothing left to say.
 */
import { appendDirectly } from '../api/engine/direct.ts';
import type { Log } from '../config/log.ts';
import type { Database } from '../db/pool.ts';
import { overdueClocks, type Overdue } from '../db/queries/overdue.ts';
import { loadCaseState } from '../db/record/read.ts';

/** Cases read, and then acted upon, at once; the times in the record are in their order all the same. */
const atOnce = 16;
const pageSize = 512;

/**
 * What the executions have to carry out themselves is left to them.
 * @returns how many cases were brought up to date
 */
export async function catchUp(database: Database, log: Log, stopping: () => boolean): Promise<number> {
  const began = Date.now();
  const until = new Date(began).toISOString();
  let settled = 0;
  for (let last: Overdue | null = null; ;) {
    const page: readonly Overdue[] = await overdueClocks(database, until, pageSize, last);
    for (let from = 0; from < page.length; from += atOnce) {
      if (stopping()) return settled;
      settled += await settle(database, page.slice(from, from + atOnce));
    }
    last = page.at(-1) ?? null;
    if (page.length < pageSize || last === null) break;
  }
  if (settled > 0) log.info({ settled, seconds: (Date.now() - began) / 1000 }, 'what became due while nothing ran is in the record');
  return settled;
}

async function settle(database: Database, overdue: readonly Overdue[]): Promise<number> {
  // A case that has missed several is brought up to date by the first.
  const states = await Promise.all([...new Set(overdue.map(({ caseId }) => caseId))].map((caseId) => loadCaseState(database, caseId)));
  // The name that the execution would give it: whichever comes first acts.
  const answers = await Promise.all(states.flatMap((state) => (state === null ? [] : [appendDirectly(database, {
    caseId: state.caseId, command: { id: `tick-${state.seq}`, actor: { kind: 'system', id: 'engine' }, body: { type: 'tick' } }, digest: null, visible: () => true,
  })])));
  return answers.filter(({ kind }) => kind === 'done').length;
}
