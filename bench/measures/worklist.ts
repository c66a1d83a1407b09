/** 2. The first page of the worklist, by policy, the most urgent first, as the number of open tasks grows. */
import { sightOf } from '../../domain/authority/policy.ts';
import { demoPerson } from '../../cli/demo/people.ts';
import { worklist, worklistCounts } from '../../db/queries/worklist.ts';
import { percentile } from '../load.ts';
import type { Measured, Row } from '../report.ts';
import type { Services } from '../services.ts';

const page = 50;
const repeats = 40;

/** Rows as cases of the measured process leave them, without their events. */
async function fill({ database }: Services, from: number, to: number): Promise<void> {
  const { rows: [definition] } = await database.pool.query<{ hash: string }>(`select hash from definitions where key = 'bench-approval'`);
  await database.pool.query(
    `with new_cases as (
       insert into cases (id, number, process_key, definition_hash, title, status, agency, region, received_at, initiator_id, open_nodes, due_at, due_day, provisional, light, visible_to, seq, updated_at)
       select ('00000000-0000-4000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, '测〔2026〕' || n || '号', 'bench-approval', $3, '案件 ' || n, 'open', case when n % 20 = 0 then 'gd-amr' else 'gz-amr' end, '440000', now(), 'lin',
              array['decision1'], now() + (n % 5000) * interval '1 minute', current_date, false, 'green', array['officer@gd-amr'], 1, now()
       from generate_series($1::integer, $2::integer) n returning id, agency, due_at)
     insert into tasks (case_id, task, node, pool, status, created_at, due_at, light)
     select id, 1, 'decision1', 'officer@' || agency, 'open', now(), due_at, 'green' from new_cases`,
    [from, to, definition?.hash ?? ''],
  );
  await database.pool.query('analyze cases');
  await database.pool.query('analyze tasks');
}

async function median(act: () => Promise<unknown>): Promise<number> {
  const latencies: number[] = [];
  for (let i = 0; i < repeats + 5; i++) {
    const from = performance.now();
    await act();
    if (i >= 5) latencies.push(performance.now() - from);
  }
  return percentile(latencies.sort((a, b) => a - b), 0.5);
}

export async function worklistMeasure(services: Services, sizes: readonly number[]): Promise<Measured> {
  const { database, call } = services;
  const lin = demoPerson('lin');
  if (!lin) throw new Error('there is no such demo person');
  const sight = sightOf(lin);
  const rows: Row[] = [];
  const notes: { what: string; value: string }[] = [];
  const pages = new Map<number, number>();
  let filled = 0;
  for (const size of sizes) {
    for (; filled < size; filled = Math.min(size, filled + 100_000)) await fill(services, filled + 1, Math.min(size, filled + 100_000));
    const bare = await median(() => database.pool.query({
      name: 'bare-worklist',
      text: `select t.*, c.* from tasks t join cases c on c.id = t.case_id where t.status = 'open' and t.assignee_id is null and t.pool = $1 order by t.due_order, t.case_id, t.task limit $2`,
      values: ['officer@gd-amr', page + 1],
    }));
    const ours = await median(() => worklist(database, sight, { scope: 'all' }, { cursor: undefined, limit: page }));
    const http = await median(() => call('GET', `/worklist?limit=${page}`));
    pages.set(size, ours);
    rows.push({ what: `first page at ${size.toLocaleString('en')} open tasks`, ours, baseline: bare, unit: 'ms', better: 'less', aim: 1.5 });
    notes.push({ what: `${size.toLocaleString('en')} open tasks`, value: `page over HTTP ${http.toFixed(1)} ms, counters ${(await median(() => worklistCounts(database, sight))).toFixed(1)} ms, search ${(await median(() => call('GET', '/cases?q=案件 77&limit=20'))).toFixed(1)} ms` });
  }
  const [small = 0, large = 0] = [sizes[0], sizes.at(-1)];
  rows.push({ what: `page at ${large.toLocaleString('en')} against the one at ${small.toLocaleString('en')}`, ours: pages.get(large) ?? Number.NaN, baseline: pages.get(small) ?? Number.NaN, unit: 'ms', better: 'less', aim: 2 });
  return { measure: '2. Worklist', rows, notes };
}
