/** 案件列表: the cases that a viewer may see, by last change or by due date. */
import { createHash } from 'node:crypto';
import { and, asc, desc, eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Sight } from '../../domain/authority/policy.ts';
import type { Light } from '../../domain/record/rows.ts';
import type { Database } from '../pool.ts';
import { cases, caseSearch } from '../schema.ts';
import { searchQuery, type SearchQuery } from '../search-terms.ts';
import { cursorInstant, decodeCursor, pageOf, type Page, type PageRequest } from './page.ts';
import { hasAll } from './search.ts';
import { visible, waysOfSeeing } from './visible.ts';

export type CaseListRow = typeof cases.$inferSelect;

/** What one line of a list needs; who may see the case is long decided then, and costs most to read. */
const { visibleTo: _, outsidePools: __, ...lineColumns } = getTableColumns(cases);
export const caseLineColumns = lineColumns;
export type CaseLine = Omit<CaseListRow, 'visibleTo' | 'outsidePools'>;

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
  readonly position: (row: CaseLine) => string;
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
export async function listCases({ db }: Database, sight: Sight, filter: CaseFilter, { cursor, limit }: PageRequest): Promise<Page<CaseLine>> {
  const order = orders[filter.sort];
  const from = decodeCursor(cursorSchema.refine(([sort]) => sort === filter.sort), cursor);
  const search = filter.q === undefined ? null : searchQuery(filter.q);
  const narrowed = and(
    filter.status ? eq(cases.status, filter.status) : undefined,
    filter.process ? eq(cases.processKey, filter.process) : undefined,
    filter.light ? eq(cases.light, filter.light) : undefined,
    from ? order.after(from[1], from[2]) : undefined,
  );
  if (search) return page(await searched(db, sight, search, narrowed, order, limit), filter.sort, order, limit);
  const part = (way: SQL) =>
    db.select({ id: cases.id }).from(cases).where(and(way, narrowed)).orderBy(...order.by).limit(limit + 1);
  const [first, second, ...others] = waysOfSeeing(sight).map(part);
  if (!first) return { items: [], next: null };
  const found = (second ? unionAll(first, second, ...others) : first).as('found');
  const rows = await db
    .select(caseLineColumns)
    .from(cases)
    .where(sql`${cases.id} in (select ${found.id} from ${found})`)
    .orderBy(...order.by)
    .limit(limit + 1);
  return page(rows, filter.sort, order, limit);
}

const page = (rows: readonly CaseLine[], sort: CaseFilter['sort'], order: Order, limit: number): Page<CaseLine> => pageOf(rows, limit, (row) => [sort, order.position(row), row.id]);

/** Found by their words first, and then asked whether the viewer may see them: each way of seeing by itself would search once more. */
function searched(db: Database['db'], sight: Sight, search: SearchQuery, narrowed: SQL | undefined, order: Order, limit: number): Promise<CaseLine[]> {
  const query = db.select(caseLineColumns).from(cases).innerJoin(caseSearch, eq(caseSearch.caseId, cases.id))
    .where(and(hasAll(search), visible(sight), narrowed)).orderBy(...order.by).limit(limit + 1);
  // One text for all who see in the same ways: named, so that it is not planned anew where one plan serves all words.
  const name = `case-search-${createHash('sha256').update(query.toSQL().sql).digest('base64url').slice(0, 20)}`;
  return query.prepare(name).execute();
}
