/** 待办: open tasks that the viewer has claimed or may claim, the most urgent first. */
import { and, asc, eq, getTableColumns, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Sight } from '../../domain/authority/policy.ts';
import type { Database } from '../pool.ts';
import { cases, tasks } from '../schema.ts';
import { searchQuery } from '../search-terms.ts';
import type { CaseListRow } from './case-list.ts';
import { cursorInstant, decodeCursor, pageOf, type Page, type PageRequest } from './page.ts';
import { matches } from './search.ts';

export type TaskListRow = typeof tasks.$inferSelect;
export interface WorklistRow { readonly task: TaskListRow; readonly case: CaseListRow }
export interface WorklistFilter {
  readonly scope: 'all' | 'mine' | 'pool';
  /** Instead of what the viewer may claim: tasks that are nobody's (unstaffed.ts). */
  readonly unstaffed?: SQL;
  readonly process?: string | undefined;
  readonly q?: string | undefined;
}

const open = eq(tasks.status, 'open');

/**
 * One condition per index scan. A task that somebody claimed in a post they have lost since is not listed for them: they may no longer
 * open the case.
 */
export function claims({ person, pools, covers = [] }: Sight, scope: WorklistFilter['scope']): readonly SQL[] {
  if (pools.length === 0) return [];
  const mine = and(open, inArray(tasks.assigneeId, [person, ...covers]), inArray(tasks.pool, [...pools]));
  const claimable = pools.map((pool) => and(open, isNull(tasks.assigneeId), eq(tasks.pool, pool)));
  const wanted = scope === 'mine' ? [mine] : scope === 'pool' ? claimable : [mine, ...claimable];
  return wanted.filter((condition): condition is SQL => condition !== undefined);
}

const cursorSchema = z.tuple([cursorInstant, z.uuid(), z.int()]);
const order = [asc(tasks.dueOrder), asc(tasks.caseId), asc(tasks.task)];

/** @throws CursorError */
export async function worklist({ db }: Database, sight: Sight, filter: WorklistFilter, { cursor, limit }: PageRequest): Promise<Page<WorklistRow>> {
  const from = decodeCursor(cursorSchema, cursor);
  const search = filter.q === undefined ? null : searchQuery(filter.q);
  const narrowed = and(
    filter.process ? sql`exists (select from ${cases} where ${cases.id} = ${tasks.caseId} and ${cases.processKey} = ${filter.process})` : undefined,
    search ? matches(tasks.caseId, search) : undefined,
    from ? sql`(${tasks.dueOrder}, ${tasks.caseId}, ${tasks.task}) > (${from[0]}, ${from[1]}, ${from[2]})` : undefined,
  );
  const part = (claim: SQL) => db.select({ caseId: tasks.caseId, task: tasks.task }).from(tasks).where(and(claim, narrowed)).orderBy(...order).limit(limit + 1);
  const [first, second, ...others] = (filter.unstaffed ? [filter.unstaffed] : claims(sight, filter.scope)).map(part);
  if (!first) return { items: [], next: null };
  const found = (second ? unionAll(first, second, ...others) : first).as('found');
  const rows = await db
    .select({ task: getTableColumns(tasks), case: getTableColumns(cases) })
    .from(found)
    .innerJoin(tasks, and(eq(tasks.caseId, found.caseId), eq(tasks.task, found.task)))
    .innerJoin(cases, eq(cases.id, tasks.caseId))
    .orderBy(...order)
    .limit(limit + 1);
  return pageOf(rows, limit, ({ task }) => [task.dueAt ?? 'infinity', task.caseId, task.task]);
}

export interface WorklistCounts {
  readonly all: number; readonly mine: number; readonly pool: number;
  readonly yellow: number; readonly red: number; readonly breached: number;
}

/** The numbers beside the worklist. Both parts are counted in their index alone. */
export async function worklistCounts({ db }: Database, sight: Sight): Promise<WorklistCounts> {
  const counts = { all: 0, mine: 0, pool: 0, green: 0, yellow: 0, red: 0, breached: 0 };
  const part = (scope: 'mine' | 'pool') => (claim: SQL) =>
    db.select({ scope: sql<'mine' | 'pool'>`${scope}::text`.as('scope'), light: tasks.light, n: sql<number>`count(*)::integer`.as('n') }).from(tasks).where(claim).groupBy(tasks.light);
  const [first, second, ...others] = [...claims(sight, 'mine').map(part('mine')), ...claims(sight, 'pool').map(part('pool'))];
  if (!first) return counts;
  for (const { scope, light, n } of await (second ? unionAll(first, second, ...others) : first)) {
    counts[scope] += n;
    counts.all += n;
    if (light) counts[light] += n;
  }
  const { green: _, ...shown } = counts;
  return shown;
}

/** Open tasks that this person has claimed in posts of these agencies, the most urgent first. */
export async function claimedBy({ db }: Database, person: string, agencies: readonly string[], limit: number): Promise<readonly { readonly caseId: string; readonly task: number }[]> {
  const here = sql`split_part(${tasks.pool}, '@', 2) = any(${sql.param([...agencies])}::text[])`;
  return db.select({ caseId: tasks.caseId, task: tasks.task }).from(tasks).where(and(open, eq(tasks.assigneeId, person), here)).orderBy(...order).limit(limit);
}
