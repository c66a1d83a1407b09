/** 案件列表: the cases that a viewer may see, by last change or by due date. */
import { and, asc, desc, eq, getTableColumns, sql, type Column, type Placeholder, type SQL } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Sight } from '../../domain/authority/policy.ts';
import type { Light } from '../../domain/record/rows.ts';
import type { Database } from '../pool.ts';
import { cases, caseSearch } from '../schema.ts';
import { searchQuery, type SearchQuery } from '../search-terms.ts';
import { cursorInstant, decodeCursor, literalLimit, pageOf, type Page, type PageRequest } from './page.ts';
import { preparedByShape } from './prepared.ts';
import { hasAll } from './search.ts';
import { personValues, visibleToPerson, waysOfSeeing } from './visible.ts';

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
  readonly after: (at: string | Placeholder, id: string | Placeholder) => SQL | undefined;
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
  if (search) return page(await searched(db, sight, search, filter, from, limit + 1), filter.sort, order, limit);
  const narrowed = and(
    filter.status ? eq(cases.status, filter.status) : undefined,
    filter.process ? eq(cases.processKey, filter.process) : undefined,
    filter.light ? eq(cases.light, filter.light) : undefined,
    from ? order.after(from[1], from[2]) : undefined,
  );
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

/** Which conditions a search has; their values are parameters, so that few statements serve everybody, each built and planned once per connection. */
interface SearchShape {
  readonly sort: CaseFilter['sort']; readonly everywhere: boolean; readonly status: boolean; readonly process: boolean; readonly light: boolean; readonly after: boolean; readonly rows: number;
}

function searchStatement(db: Database['db'], shape: SearchShape) {
  const { by, after } = orders[shape.sort];
  const is = (column: Column, value: 'status' | 'process' | 'light'): SQL | undefined => (shape[value] ? sql`${column} = ${sql.placeholder(value)}` : undefined);
  const found = db.select({ ...caseLineColumns }).from(cases).innerJoin(caseSearch, eq(caseSearch.caseId, cases.id)).where(and(
    hasAll({ terms: sql.placeholder('terms'), words: sql.placeholder('words') }), shape.everywhere ? undefined : visibleToPerson,
    is(cases.status, 'status'), is(cases.processKey, 'process'), is(cases.light, 'light'), shape.after ? after(sql.placeholder('at'), sql.placeholder('id')) : undefined,
  ));
  // Drizzle takes a number for a parameter; this one is to stand in the text.
  return found.orderBy(...by).limit(literalLimit(shape.rows) as unknown as Placeholder).prepare(`case-search-${Object.values(shape).join('-')}`);
}

const statementFor = preparedByShape(searchStatement);

/** Found by their words first, and then asked whether the viewer may see them: each way of seeing by itself would search once more. */
function searched(db: Database['db'], sight: Sight, search: SearchQuery, { sort, status, process, light }: CaseFilter, from: readonly [unknown, string, string] | null, rows: number): Promise<CaseLine[]> {
  const shape = { sort, everywhere: sight.territories.includes(''), status: !!status, process: !!process, light: !!light, after: from !== null, rows };
  return statementFor(db, shape).execute({ ...personValues(sight), terms: search.terms, words: search.words, status, process, light, at: from?.[1], id: from?.[2] });
}
