/** 公示: what everybody may read of a case. */
import { and, asc, desc, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../pool.ts';
import { publications } from '../schema-shared.ts';
import { cursorInstant, cursorText, decodeCursor, pageOf, type Page, type PageRequest } from './page.ts';

export type PublicationRow = typeof publications.$inferSelect;

const cursorSchema = z.tuple([cursorInstant, cursorText]);

/** Latest first. @throws CursorError */
export async function listPublications({ db }: Database, { cursor, limit }: PageRequest): Promise<Page<PublicationRow>> {
  const from = decodeCursor(cursorSchema, cursor);
  const rows = await db
    .select()
    .from(publications)
    .where(from ? and(sql`${publications.publishedAt} <= ${from[0]}`, sql`(${publications.publishedAt} < ${from[0]} or ${publications.id} > ${from[1]})`) : undefined)
    .orderBy(desc(publications.publishedAt), asc(publications.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.publishedAt, row.id]);
}
