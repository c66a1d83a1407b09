/** 公示: what everybody may read of a case. */
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../pool.ts';
import { publications } from '../schema-shared.ts';
import { cursorInstant, cursorText, decodeCursor, pageOf, type Page, type PageRequest } from './page.ts';

export type PublicationRow = typeof publications.$inferSelect;

const cursorSchema = z.tuple([cursorInstant, cursorText]);

/** Latest first. @param openAt only those whose period runs at this instant; null = all. @throws CursorError */
export async function listPublications({ db }: Database, { cursor, limit }: PageRequest, openAt: string | null): Promise<Page<PublicationRow>> {
  const from = decodeCursor(cursorSchema, cursor);
  const rows = await db
    .select()
    .from(publications)
    .where(and(
      openAt === null ? undefined : gt(publications.closesAt, openAt),
      from ? and(sql`${publications.publishedAt} <= ${from[0]}`, sql`(${publications.publishedAt} < ${from[0]} or ${publications.id} > ${from[1]})`) : undefined,
    ))
    .orderBy(desc(publications.publishedAt), asc(publications.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.publishedAt, row.id]);
}

/** Whether anything of the case is public. */
export async function hasPublished({ db }: Database, caseId: string): Promise<boolean> {
  const [row] = await db.select({ id: publications.id }).from(publications).where(eq(publications.caseId, caseId)).limit(1);
  return row !== undefined;
}
