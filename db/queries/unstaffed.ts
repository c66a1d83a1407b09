/** 无人在岗: open tasks of posts that nobody in the directory holds. Nobody would ever see them but who manages cases there. */
import { and, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { Pool } from '../../domain/engine/state.ts';
import type { Database } from '../pool.ts';
import { cases, people, tasks } from '../schema.ts';

/** Of these posts those that nobody holds. */
export async function unstaffedPools({ db }: Database, pools: readonly Pool[]): Promise<readonly Pool[]> {
  if (pools.length === 0) return [];
  const post = sql`jsonb_build_array(jsonb_build_object('role', split_part(pool, '@', 1), 'agency', split_part(pool, '@', 2)))`;
  const rows = await db.select({ pool: sql<string>`pool` }).from(sql`unnest(${sql.param([...pools])}::text[]) as pool`).where(sql`not exists (select from ${people} where ${people.posts} @> ${post})`);
  return rows.map((r) => r.pool);
}

/** Of tasks whose case one of these agencies handles. @param agencies a text[] */
export const handledBy = (agencies: SQL): SQL => sql`exists (select from ${cases} where ${cases.id} = ${tasks.caseId} and ${cases.agency} = any(${agencies}))`;

/** Open and unclaimed in one of these posts, in cases that one of these agencies handles. */
export async function countUnstaffed({ db }: Database, { pools, agencies }: { readonly pools: readonly Pool[]; readonly agencies: readonly string[] }): Promise<number> {
  if (pools.length === 0) return 0;
  const own = handledBy(sql`${sql.param([...agencies])}::text[]`);
  const [row] = await db.select({ n: sql<number>`count(*)::integer` }).from(tasks).where(and(sql`${tasks.status} = 'open'`, isNull(tasks.assigneeId), inArray(tasks.pool, [...pools]), own));
  return row?.n ?? 0;
}
