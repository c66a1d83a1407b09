/** 站内消息: addressed to a pool, read by each member for themselves. */
import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Sight } from '../../domain/authority/policy.ts';
import type { Text } from '../../domain/text.ts';
import type { Database } from '../pool.ts';
import { cases, noticeReads, notices } from '../schema.ts';
import { cursorInstant, cursorText, decodeCursor, pageOf, type Page, type PageRequest } from './page.ts';

export interface NoticeListRow {
  readonly id: string; readonly caseId: string; readonly caseTitle: string; readonly at: string; readonly readAt: string | null;
  readonly subject: Text; readonly body: Text; readonly publication: string | null; readonly answered: boolean;
}

const cursorSchema = z.tuple([cursorInstant, cursorText]);
const order = [desc(notices.at), asc(notices.id)];

/** 催办 and 抄送 may be for one of the pool alone. */
const forPerson = (person: string): SQL => sql`(${notices.person} is null or ${notices.person} = ${person})`;

/** @throws CursorError */
export async function listNotices({ db }: Database, { person, pools }: Sight, { cursor, limit }: PageRequest): Promise<Page<NoticeListRow>> {
  const from = decodeCursor(cursorSchema, cursor);
  const after = from ? and(sql`${notices.at} <= ${from[0]}`, sql`(${notices.at} < ${from[0]} or ${notices.id} > ${from[1]})`) : undefined;
  const part = (pool: string) => db.select({ id: notices.id }).from(notices).where(and(eq(notices.pool, pool), forPerson(person), after)).orderBy(...order).limit(limit + 1);
  const [first, second, ...others] = pools.map(part);
  if (!first) return { items: [], next: null };
  const found = (second ? unionAll(first, second, ...others) : first).as('found');
  const rows = await db
    .select({ id: notices.id, caseId: notices.caseId, caseTitle: cases.title, subject: notices.subject, body: notices.body, at: notices.at, publication: notices.publication, answered: sql<boolean>`${notices.publication} is not null and ${notices.person} is not null`, readAt: noticeReads.at })
    .from(found)
    .innerJoin(notices, eq(notices.id, found.id))
    .innerJoin(cases, eq(cases.id, notices.caseId))
    .leftJoin(noticeReads, and(eq(noticeReads.notice, notices.id), eq(noticeReads.person, person)))
    .orderBy(...order)
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.at, row.id]);
}

/** Of each pool's latest notices only these are counted: the number beside the bell must not grow dearer with the years. */
const countedPerPool = 500;

export async function unreadNotices({ db }: Database, { person, pools }: Sight): Promise<number> {
  const part = (pool: string) => db.select({ id: notices.id }).from(notices).where(and(eq(notices.pool, pool), forPerson(person))).orderBy(...order).limit(countedPerPool);
  const [first, second, ...others] = pools.map(part);
  if (!first) return 0;
  const recent = (second ? unionAll(first, second, ...others) : first).as('recent');
  const [row] = await db
    .select({ n: sql<number>`count(*)::integer` })
    .from(recent)
    .where(sql`not exists (select from ${noticeReads} where ${noticeReads.person} = ${person} and ${noticeReads.notice} = ${recent.id})`);
  return row?.n ?? 0;
}

/** @returns false where the viewer has no such notice */
export async function markRead({ db }: Database, { person, pools }: Sight, id: string, at: string): Promise<boolean> {
  const [notice] = await db.select({ pool: notices.pool, person: notices.person }).from(notices).where(eq(notices.id, id)).limit(1);
  if (!notice || !pools.includes(notice.pool) || (notice.person !== null && notice.person !== person)) return false;
  await db.insert(noticeReads).values({ notice: id, person, at }).onConflictDoNothing();
  return true;
}
