/** 日历管理 screens: publications, latest first, and the report of one. */
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { MoveCounts } from '../../domain/engine/change/recompute-report.ts';
import type { Database } from '../pool.ts';
import { calendarPublications, calendars, cases, caseWalkResults } from '../schema.ts';
import { decodeCursor, pageOf, type Page, type PageRequest } from './page.ts';

export type CalendarPublicationRow = typeof calendarPublications.$inferSelect;

const cursorSchema = z.tuple([z.number().int().min(1)]);

/** @throws CursorError */
export async function listCalendarPublications({ db }: Database, { cursor, limit }: PageRequest): Promise<Page<CalendarPublicationRow>> {
  const from = decodeCursor(cursorSchema, cursor);
  const rows = await db.select().from(calendarPublications).where(from ? lt(calendarPublications.no, from[0]) : undefined).orderBy(desc(calendarPublications.no)).limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.no]);
}

export async function calendarIsKnown({ db }: Database, version: string): Promise<boolean> {
  const rows = await db.select({ version: calendars.version }).from(calendars).where(eq(calendars.version, version));
  return rows.length > 0;
}

/** How many clocks and timers of the cases that have moved: some 30 ms for a hundred thousand cases. */
export async function moveCounts({ db }: Database, walk: string): Promise<MoveCounts> {
  const sum = (name: keyof MoveCounts) => sql<number>`coalesce(sum((${caseWalkResults.detail} ->> ${sql.raw(`'${name}'`)})::integer), 0)::integer`;
  const [row] = await db
    .select({ later: sum('later'), earlier: sum('earlier'), confirmed: sum('confirmed'), overdue: sum('overdue'), corrected: sum('corrected') })
    .from(caseWalkResults).where(and(eq(caseWalkResults.walk, walk), eq(caseWalkResults.outcome, 'done')));
  return row ?? { later: 0, earlier: 0, confirmed: 0, overdue: 0, corrected: 0 };
}

/** The versions that cases are on, by case: their names of clocks and steps. */
export async function definitionsOfCases({ db }: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.select({ id: cases.id, hash: cases.definitionHash }).from(cases).where(sql`${cases.id} = any(${sql.param(ids)}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.hash]));
}
