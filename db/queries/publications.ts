/** 公示: what everybody may read of a case. */
import { and, asc, desc, eq, gt, gte, isNull, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import type { Instant } from '../../domain/calendar/types.ts';
import type { Database } from '../pool.ts';
import { publications } from '../schema-shared.ts';
import { cursorInstant, cursorText, decodeCursor, pageOf, type Page, type PageRequest } from './page.ts';

export type PublicationRow = typeof publications.$inferSelect;

const cursorSchema = z.tuple([cursorInstant, cursorText]);

/** Latest first, without what is no longer public. @param open only those whose period runs at `now` @throws CursorError */
export async function listPublications({ db }: Database, { cursor, limit }: PageRequest, { now, open }: { readonly now: Instant; readonly open: boolean }): Promise<Page<PublicationRow>> {
  const from = decodeCursor(cursorSchema, cursor);
  const rows = await db
    .select()
    .from(publications)
    .where(and(
      isNull(publications.withdrawnAt), or(isNull(publications.publicUntil), gte(publications.publicUntil, dayOf(now))), open ? gt(publications.closesAt, now) : undefined,
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
