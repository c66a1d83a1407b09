/** 待办: open tasks that the viewer has claimed or may claim, the most urgent first. */
import { and, asc, eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Sight } from '../../domain/authority/policy.ts';
import type { Pool } from '../../domain/engine/state.ts';
import type { Light } from '../../domain/record/rows.ts';
import type { Database } from '../pool.ts';
import { cases, tasks } from '../schema.ts';
import { searchQuery } from '../search-terms.ts';
import { caseLineColumns, type CaseLine } from './case-list.ts';
import { cursorInstant, decodeCursor, literalLimit, pageOf, type Page, type PageRequest } from './page.ts';
import { preparedByShape } from './prepared.ts';
import { matches } from './search.ts';
import { handledBy } from './unstaffed.ts';

export type TaskListRow = typeof tasks.$inferSelect;
export interface WorklistRow { readonly task: TaskListRow; readonly case: CaseLine }
export interface WorklistFilter {
  readonly scope: 'all' | 'mine' | 'pool' | 'unstaffed';
  /** For the scope 'unstaffed' (unstaffed.ts): posts that nobody holds, and the agencies of whose cases it is asked. */
  readonly unstaffed?: { readonly pools: readonly Pool[]; readonly agencies: readonly string[] };
  readonly process?: string | undefined;
  readonly light?: Light | undefined;
  readonly q?: string | undefined;
}

const cursorSchema = z.tuple([cursorInstant, z.uuid(), z.int()]);
const order = [asc(tasks.dueOrder), asc(tasks.caseId), asc(tasks.task)];

/** As the partial indexes of `tasks` say it: a parameter in its place would keep the planner from them. */
const open = sql`${tasks.status} = 'open'`;
/**
 * From a sub-select, so that the planner never looks at the values: what it would know of them makes no difference to a page that indexes give in order, but it
 * would take the statement planned with them for the cheaper one, and plan it anew each time, which takes longer than the page.
 */
const persons = sql`any((select ${sql.placeholder('persons')}::text[])::text[])`;
const pools = sql`(select ${sql.placeholder('pools')}::text[])::text[]`;

/** Which conditions a page has; their values are parameters, so that few statements serve everybody. */
interface Shape {
  readonly scope: WorklistFilter['scope']; readonly process: boolean; readonly light: boolean; readonly search: boolean; readonly cursor: boolean;
  /** At most. */
  readonly rows: number;
}

/**
 * One index scan for what is claimed and one for each pool, each ending with the page. A task that somebody claimed in a post they have lost
 * since is not listed for them: they may no longer open the case.
 */
function pageQuery(db: Database['db'], { scope, process, light, search, cursor, rows }: Shape) {
  const limited = sql`order by ${sql.join(order, sql`, `)} limit ${literalLimit(rows)}`;
  const narrowed = sql.join([
    process ? sql`and exists (select from ${cases} where ${cases.id} = ${tasks.caseId} and ${cases.processKey} = ${sql.placeholder('process')})` : sql``,
    light ? sql`and ${tasks.light} = ${sql.placeholder('light')}` : sql``,
    search ? sql`and ${matches(tasks.caseId, { terms: sql.placeholder('terms'), patterns: sql.placeholder('patterns') })}` : sql``,
    cursor ? sql`and (${tasks.dueOrder}, ${tasks.caseId}, ${tasks.task}) > (${sql.placeholder('dueOrder')}, ${sql.placeholder('caseId')}, ${sql.placeholder('task')})` : sql``,
  ], sql` `);
  const scan = (claim: SQL): SQL => sql`(select ${tasks.caseId}, ${tasks.task}, ${tasks.dueOrder} from ${tasks} where ${open} and ${claim} ${narrowed} ${limited})`;
  const mine = scan(sql`${tasks.assigneeId} = ${persons} and ${tasks.pool} = any(${pools})`);
  const claimable = sql`(select t.* from unnest(${pools}) as p(pool) cross join lateral ${scan(sql`${tasks.assigneeId} is null and ${tasks.pool} = p.pool`)} t)`;
  const nobodys = sql`(select t.* from unnest(${pools}) as p(pool) cross join lateral ${scan(sql`${tasks.assigneeId} is null and ${tasks.pool} = p.pool and ${handledBy(sql`${sql.placeholder('agencies')}::text[]`)}`)} t)`;
  const found = scope === 'mine' ? mine : scope === 'pool' ? claimable : scope === 'unstaffed' ? nobodys : sql`(${mine} union all ${claimable})`;
  const first = sql`(select * from ${found} as one order by due_order, case_id, task limit ${literalLimit(rows)})`;
  return db
    .select({ task: getTableColumns(tasks), case: caseLineColumns })
    .from(sql`${first} as found`)
    .innerJoin(tasks, sql`${tasks.caseId} = found.case_id and ${tasks.task} = found.task`)
    .innerJoin(cases, eq(cases.id, tasks.caseId))
    .orderBy(...order)
    // Planning takes longer than the page itself, so it is done once per connection; but how to search depends on how common a word is.
    .prepare(search ? '' : `worklist-${scope}${process ? '-process' : ''}${light ? '-light' : ''}${cursor ? '-after' : ''}-${rows}`);
}

const statementFor = preparedByShape(pageQuery);

/** @throws CursorError */
export async function worklist({ db }: Database, sight: Sight, { scope, process, light, q, unstaffed }: WorklistFilter, { cursor, limit }: PageRequest): Promise<Page<WorklistRow>> {
  const from = decodeCursor(cursorSchema, cursor);
  const search = q === undefined ? null : searchQuery(q);
  if ((unstaffed ?? sight).pools.length === 0) return { items: [], next: null };
  const rows = await statementFor(db, { scope, process: process !== undefined && process !== '', light: light !== undefined, search: search !== null, cursor: from !== null, rows: limit + 1 }).execute({
    ...claimants(sight), ...(unstaffed ? { pools: [...unstaffed.pools], agencies: [...unstaffed.agencies] } : {}), process, light, terms: search?.terms, patterns: search?.patterns, dueOrder: from?.[0], caseId: from?.[1], task: from?.[2],
  });
  return pageOf(rows, limit, ({ task }) => [task.dueAt ?? 'infinity', task.caseId, task.task]);
}

const claimants = ({ person, pools: held, covers = [] }: Sight): { readonly persons: readonly string[]; readonly pools: readonly string[] } => ({ persons: [person, ...covers], pools: [...new Set(held)] });

export interface WorklistCounts {
  readonly all: number; readonly mine: number; readonly pool: number;
  readonly yellow: number; readonly red: number; readonly breached: number;
}

/** The numbers beside the worklist. Both parts are counted in their index alone. */
export async function worklistCounts({ pool }: Database, sight: Sight): Promise<WorklistCounts> {
  const counts = { all: 0, mine: 0, pool: 0, green: 0, yellow: 0, red: 0, breached: 0 };
  const { persons: who, pools: held } = claimants(sight);
  if (held.length > 0) {
    // Without a name: planned with these very posts. A plan for any post reckons with one of the average size, and then reads the whole table.
    const { rows } = await pool.query<{ scope: 'mine' | 'pool'; light: Light | null; n: number }>(
      `select 'mine' as scope, light, count(*)::integer as n from tasks where status = 'open' and assignee_id = any($1::text[]) and pool = any($2::text[]) group by light
       union all select 'pool', light, count(*)::integer from tasks where status = 'open' and assignee_id is null and pool = any($2::text[]) group by light`,
      [who, held],
    );
    for (const { scope, light, n } of rows) {
      counts[scope] += n;
      counts.all += n;
      if (light) counts[light] += n;
    }
  }
  const { green: _, ...shown } = counts;
  return shown;
}

/** Open tasks that this person has claimed in posts of these agencies, the most urgent first. */
export async function claimedBy({ db }: Database, person: string, agencies: readonly string[], limit: number): Promise<readonly { readonly caseId: string; readonly task: number }[]> {
  const here = sql`split_part(${tasks.pool}, '@', 2) = any(${sql.param([...agencies])}::text[])`;
  return db.select({ caseId: tasks.caseId, task: tasks.task }).from(tasks).where(and(open, eq(tasks.assigneeId, person), here)).orderBy(...order).limit(limit);
}
