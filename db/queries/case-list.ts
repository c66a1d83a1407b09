/** 案件列表: the cases that a viewer may see, by last change or by due date. */
import { and, asc, desc, eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Sight } from '../../domain/authority/policy.ts';
import type { Light } from '../../domain/record/rows.ts';
import type { Database } from '../pool.ts';
import { cases } from '../schema.ts';
import { searchQuery } from '../search-terms.ts';
import { cursorInstant, decodeCursor, pageOf, type Page, type PageRequest } from './page.ts';
import { matches } from './search.ts';
import { waysOfSeeing } from './visible.ts';

export type CaseListRow = typeof cases.$inferSelect;

export interface CaseFilter {
  readonly status?: 'open' | 'suspended' | 'closed' | undefined;
  readonly process?: string | undefined;
  readonly light?: Light | undefined;
  readonly q?: string | undefined;
  readonly sort: 'due' | 'updated';
}

interface Order {
  readonly by: readonly SQL[];
  readonly after: (at: string, id: string) => SQL | undefined;
  readonly position: (row: CaseListRow) => string;
}

const orders: Readonly<Record<CaseFilter['sort'], Order>> = {
  updated: {
    by: [desc(cases.updatedAt), asc(cases.id)],
    // The first condition bounds the index scan; the second cannot, because the two columns run in opposite directions.
    after: (at, id) => and(sql`${cases.updatedAt} <= ${at}`, sql`(${cases.updatedAt} < ${at} or ${cases.id} > ${id})`),
    position: (row) => row.updatedAt,
  },
  due: {
    by: [asc(cases.dueOrder), asc(cases.id)],
    after: (at, id) => sql`(${cases.dueOrder}, ${cases.id}) > (${at}, ${id})`,
    position: (row) => row.dueAt ?? 'infinity',
  },
};

const cursorSchema = z.tuple([z.enum(['due', 'updated']), cursorInstant, z.uuid()]);

/** @throws CursorError */
export async function listCases({ db }: Database, sight: Sight, filter: CaseFilter, { cursor, limit }: PageRequest): Promise<Page<CaseListRow>> {
  const order = orders[filter.sort];
  const from = decodeCursor(cursorSchema.refine(([sort]) => sort === filter.sort), cursor);
  const search = filter.q === undefined ? null : searchQuery(filter.q);
  const narrowed = and(
    filter.status ? eq(cases.status, filter.status) : undefined,
    filter.process ? eq(cases.processKey, filter.process) : undefined,
    filter.light ? eq(cases.light, filter.light) : undefined,
    search ? matches(cases.id, search) : undefined,
    from ? order.after(from[1], from[2]) : undefined,
  );
  const part = (way: SQL) =>
    db.select({ id: cases.id }).from(cases).where(and(way, narrowed)).orderBy(...order.by).limit(limit + 1);
  const [first, second, ...others] = waysOfSeeing(sight).map(part);
  if (!first) return { items: [], next: null };
  const found = (second ? unionAll(first, second, ...others) : first).as('found');
  const rows = await db
    .select(getTableColumns(cases))
    .from(cases)
    .where(sql`${cases.id} in (select ${found.id} from ${found})`)
    .orderBy(...order.by)
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [filter.sort, order.position(row), row.id]);
}
