/** 案件列表: the cases that a viewer may see, by last change or by due date. */
import { and, asc, desc, eq, getTableColumns, sql, type Column, type Placeholder, type SQL } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Sight } from '../../domain/authority/policy.ts';
import type { Light } from '../../domain/record/rows.ts';
import type { Database } from '../pool.ts';
import { cases, caseSearch } from '../schema.ts';
import { lru } from '../record/lru.ts';
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

const cursorOf = (sort: CaseFilter['sort']) => z.tuple([z.literal(sort), cursorInstant, z.uuid()]);
const cursors = { due: cursorOf('due'), updated: cursorOf('updated') };

/** @throws CursorError */
export async function listCases({ db }: Database, sight: Sight, filter: CaseFilter, { cursor, limit }: PageRequest): Promise<Page<CaseLine>> {
  const order = orders[filter.sort];
  const from = decodeCursor(cursors[filter.sort], cursor);
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

/** So many found are looked at one by one; how to go about more depends on how common the words are and how much of it the viewer may see. */
const few = 2_000;

const narrowedBy = (shape: SearchShape): SQL | undefined => {
  const is = (column: Column, value: 'status' | 'process' | 'light'): SQL | undefined => (shape[value] ? sql`${column} = ${sql.placeholder(value)}` : undefined);
  return and(
    shape.everywhere ? undefined : visibleToPerson, is(cases.status, 'status'), is(cases.processKey, 'process'), is(cases.light, 'light'),
    shape.after ? orders[shape.sort].after(sql.placeholder('at'), sql.placeholder('id')) : undefined,
  );
};
// Drizzle takes a number for a parameter; this one is to stand in the text.
const most = (rows: number): Placeholder => literalLimit(rows) as unknown as Placeholder;
const asked = { terms: sql.placeholder('terms'), patterns: sql.placeholder('patterns') };

/** Planned once: of words that are few nothing needs to be known. One row without a case says that none is visible, or that they are not few. */
function fewStatement(db: Database['db'], shape: SearchShape) {
  const hits = db.$with('hits').as(db.select({ id: caseSearch.caseId }).from(caseSearch).where(hasAll(asked, 'unseen')).limit(most(few + 1)));
  const found = db.select({ found: sql<string>`${cases.id}`.as('found') }).from(cases).innerJoin(hits, eq(cases.id, hits.id)).where(narrowedBy(shape)).orderBy(...orders[shape.sort].by).limit(most(shape.rows)).as('page');
  const hit = db.select({ n: sql<number>`count(*)::integer`.as('n') }).from(hits).as('hit');
  return db.with(hits).select({ n: hit.n, line: { ...caseLineColumns } }).from(hit).leftJoin(found, sql`${hit.n} <= ${most(few)}`).leftJoin(cases, eq(cases.id, found.found))
    .orderBy(...orders[shape.sort].by).prepare(`case-search-few-${Object.values(shape).join('-')}`);
}

/** Planned with the words and the viewer each time. */
const manyStatement = (db: Database['db'], shape: SearchShape) =>
  db.select({ ...caseLineColumns }).from(cases).innerJoin(caseSearch, eq(caseSearch.caseId, cases.id)).where(and(hasAll(asked), narrowedBy(shape)))
    .orderBy(...orders[shape.sort].by).limit(most(shape.rows)).prepare('');

/** Words that were not few: they will not be so the next time, and to find that out again costs more than the page. */
const common = lru<string, true>(1_000);
const fewOf = preparedByShape(fewStatement);
const manyOf = preparedByShape(manyStatement);

/** Found by their words first, and then asked whether the viewer may see them: each way of seeing by itself would search once more. */
async function searched(db: Database['db'], sight: Sight, search: SearchQuery, { sort, status, process, light }: CaseFilter, from: readonly [unknown, string, string] | null, rows: number): Promise<CaseLine[]> {
  const shape = { sort, everywhere: sight.territories.includes(''), status: !!status, process: !!process, light: !!light, after: from !== null, rows };
  const values = { ...personValues(sight), terms: search.terms, patterns: search.patterns, status, process, light, at: from?.[1], id: from?.[2] };
  const words = search.patterns.join(' ');
  if (common.get(words)) return manyOf(db, shape).execute(values);
  const lines = await fewOf(db, shape).execute(values);
  if ((lines[0]?.n ?? 0) > few) {
    common.set(words, true);
    return manyOf(db, shape).execute(values);
  }
  return lines.flatMap(({ line }) => (line === null ? [] : [line]));
}
