/** 2. The first page of the worklist, by policy, the most urgent first, as the number of open tasks grows. */
import { sightOf } from '../../domain/authority/policy.ts';
import { demoPerson } from '../../cli/demo/people.ts';
import { createDatabase } from '../../db/pool.ts';
import { listCases } from '../../db/queries/case-list.ts';
import { worklist, worklistCounts } from '../../db/queries/worklist.ts';
import { searchQuery } from '../../db/search-terms.ts';
import { percentile } from '../load.ts';
import type { Measured, Note, Row } from '../report.ts';
import type { Services } from '../services.ts';

const page = 50;
const repeats = 200;
/** Compiled code and statements that are planned once are not what is measured: what comes first must not pay for what follows. */
const warmUp = 400;

const chunk = 20_000;

/** Rows as cases of the measured process leave them, without their events. One case in twenty is of the agency that looks. */
export async function fill({ stack }: Services, from: number, to: number): Promise<void> {
  const database = createDatabase(stack.databaseUrl, { max: 1, statementTimeout: 300_000 });
  try {
    const { rows: [definition] } = await database.pool.query<{ hash: string }>(`select hash from definitions where key = 'bench-approval'`);
    for (let first = from; first <= to; first += chunk) {
      await database.pool.query(
        `with new_cases as (
           insert into cases (id, number, process_key, definition_hash, title, status, agency, region, received_at, initiator_id, open_nodes, due_at, due_day, provisional, light, visible_to, seq, updated_at)
           select ('00000000-0000-4000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, '测〔2026〕' || n || '号', 'bench-approval', $3, '案件 ' || n, 'open', case when n % 20 = 0 then 'gd-amr' else 'gz-amr' end, '440000', now(), 'counter',
                  array['decision1'], now() + (n % 5000) * interval '1 minute', current_date, false, 'green', array['officer@' || case when n % 20 = 0 then 'gd-amr' else 'gz-amr' end], 1, now()
           from generate_series($1::integer, $2::integer) n returning id, agency, due_at, number, title
         ), searched as (
           insert into case_search (case_id, content, terms)
           select c.id, c.number || E'\n' || c.title, (select array_agg(distinct substr(t, i, l)) from unnest(array[c.number, c.title]) t, generate_series(1, 3) l, generate_series(1, char_length(t) - l + 1) i) from new_cases c
         )
         insert into tasks (case_id, task, node, pool, status, created_at, due_at, light)
         select id, 1, 'decision1', 'officer@' || agency, 'open', now(), due_at, 'green' from new_cases`,
        [first, Math.min(to, first + chunk - 1), definition?.hash ?? ''],
      );
    }
    for (const table of ['cases', 'tasks', 'case_search']) await database.pool.query(`vacuum analyze ${table}`);
  } finally {
    await database.close();
  }
}

type Act = () => Promise<unknown>;

/** Milliseconds of each, in turns: whatever else the machine does meets all of them. */
async function medians(...acts: readonly Act[]): Promise<readonly number[]> {
  const latencies = acts.map((): number[] => []);
  for (let i = 0; i < repeats + warmUp; i++) {
    for (const [which, act] of acts.entries()) {
      const from = performance.now();
      await act();
      if (i >= warmUp) latencies[which]?.push(performance.now() - from);
    }
  }
  return latencies.map((all) => percentile(all.sort((a, b) => a - b), 0.5));
}

export async function worklistMeasure(services: Services, sizes: readonly number[]): Promise<Measured> {
  const { database, call } = services;
  const lin = demoPerson('lin');
  if (!lin) throw new Error('there is no such demo person');
  const sight = sightOf(lin);
  const rows: Row[] = [];
  const notes: Note[] = [];
  const pages = new Map<number, number>();
  const pool = 'officer@gd-amr';
  const bare = (name: string, text: string, values: unknown[]): Act => () => database.pool.query({ name: `bare-${name}`, text, values });
  const row = async (what: string, act: Act, beside: Act): Promise<number> => {
    const [ours = Number.NaN, baseline = Number.NaN] = await medians(act, beside);
    process.stderr.write(`  ${what}: ${ours.toFixed(2)} / ${baseline.toFixed(2)} ms\n`);
    rows.push({ what, ours, baseline, unit: 'ms', better: 'less', aim: 1.5 });
    return ours;
  };
  let filled = 0;
  for (const size of sizes) {
    const at = `${size.toLocaleString('en')} open tasks`;
    process.stderr.write(`  filling up to ${at}…\n`);
    await fill(services, filled + 1, size);
    filled = size;
    pages.set(size, await row(`first page at ${at}`, () => worklist(database, sight, { scope: 'all' }, { cursor: undefined, limit: page }), bare('worklist', `select t.*, c.* from tasks t join cases c on c.id = t.case_id where t.status = 'open' and t.assignee_id is null and t.pool = $1 order by t.due_order, t.case_id, t.task limit $2`, [pool, page + 1])));
    await row(`counters at ${at}`, () => worklistCounts(database, sight), bare('counts', `select 'mine', light, count(*)::integer from tasks where status = 'open' and assignee_id = $2 and pool = $1 group by light
      union all select 'pool', light, count(*)::integer from tasks where status = 'open' and assignee_id is null and pool = $1 group by light`, [pool, lin.id]));
    for (const [what, q] of [['a number', `${size - 20}号`], ['a common word', '案件 77']] as const) {
      const found = searchQuery(q);
      const search = `select c.* from case_search s join cases c on c.id = s.case_id where s.terms @> $1::text[] and position($2 in s.content) > 0 and position($3 in s.content) > 0 and c.agency = $4 order by c.updated_at desc, c.id limit 21`;
      await row(`search by ${what} at ${at}`, () => listCases(database, sight, { q, sort: 'updated' }, { cursor: undefined, limit: 20 }), bare('search', search, [found?.terms, q.split(' ')[0], q.split(' ').at(-1), 'gd-amr']));
    }
    const [listed = 0, counted = 0, searched = 0] = await medians(() => call('GET', `/worklist?limit=${page}`), () => call('GET', '/worklist/counts'), () => call('GET', `/cases?q=${encodeURIComponent(`${size - 20}号`)}&limit=20`));
    notes.push({ what: at, value: `over HTTP: page ${listed.toFixed(1)} ms, counters ${counted.toFixed(1)} ms, search by number ${searched.toFixed(1)} ms` });
  }
  const [small = 0, large = 0] = [sizes[0], sizes.at(-1)];
  rows.push({ what: `page at ${large.toLocaleString('en')} against the one at ${small.toLocaleString('en')}`, ours: pages.get(large) ?? Number.NaN, baseline: pages.get(small) ?? Number.NaN, unit: 'ms', better: 'less', aim: 2 });
  return { measure: '2. Worklist', rows, notes };
}
