/** 逐案处理: the tables behind a walk over running cases. What each kind of walk does to a case is in activities/. */
import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Day } from '../../domain/calendar/types.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Await } from '../../domain/record/awaits.ts';
import type { Database } from '../pool.ts';
import { caseAwaits, caseWalkResults, caseWalks, cases } from '../schema.ts';
import { cursorInstant, decodeCursor, pageOf, type Page, type PageRequest } from './page.ts';

export type CaseWalk = typeof caseWalks.$inferSelect;
export type WalkOutcome = (typeof caseWalkResults.$inferSelect)['outcome'];
export type NewWalk = Pick<CaseWalk, 'id' | 'kind' | 'subject' | 'input' | 'digest' | 'dryRun' | 'requestedBy' | 'requestedAt'>;
export interface WalkResult { readonly caseId: string; readonly number: string | null; readonly outcome: WalkOutcome; readonly detail: JsonObject | null; readonly at: string | null }

/** Which running cases are walked over; all of them where it says nothing. */
export interface WalkFilter {
  readonly definitionHash?: string;
  /** Cases whose clocks and timers go on to this day or beyond. */
  readonly countsUntil?: Day;
  /** Prefixes of region codes; '' is the country. */
  readonly territories?: readonly string[];
  /** Cases that wait for this. */
  readonly awaits?: Await;
}

/** The walk of this id as it stands in the database: a request that is repeated finds the one that it has made. */
export async function requestWalk({ db }: Pick<Database, 'db'>, walk: NewWalk): Promise<CaseWalk> {
  await db.insert(caseWalks).values(walk).onConflictDoNothing();
  const [found] = await db.select().from(caseWalks).where(eq(caseWalks.id, walk.id));
  if (!found) throw new Error(`walk ${walk.id} is neither new nor there`);
  return found;
}

export async function findWalk({ db }: Database, id: string): Promise<CaseWalk | null> {
  const [found] = await db.select().from(caseWalks).where(eq(caseWalks.id, id));
  return found ?? null;
}

/** Fixes the cases of a walk, once: whatever happens later, each of them gets exactly one result. */
export async function fixCases({ db }: Database, walk: string, { definitionHash, countsUntil, territories, awaits }: WalkFilter): Promise<void> {
  const chosen = and(
    sql`${cases.status} <> 'closed'`,
    definitionHash === undefined ? undefined : eq(cases.definitionHash, definitionHash),
    countsUntil === undefined ? undefined : gte(cases.countsUntil, countsUntil),
    territories === undefined ? undefined : sql`exists (select from unnest(${sql.param(territories)}::text[]) as t(prefix) where starts_with(${cases.region}, t.prefix))`,
    awaits === undefined ? undefined : sql`${cases.id} in (select a.case_id from ${caseAwaits} a where a.kind = ${awaits.kind} and a.name = ${awaits.name})`,
  );
  await db.transaction(async (tx) => {
    // Locks the walk, so that two workers cannot both fix it.
    const [open] = await tx.select({ id: caseWalks.id }).from(caseWalks).where(and(eq(caseWalks.id, walk), isNull(caseWalks.total))).for('update');
    if (!open) return;
    const found = tx.select({ walk: sql<string>`${walk}::uuid`.as('walk'), caseId: cases.id, outcome: sql<WalkOutcome>`'pending'`.as('outcome') }).from(cases).where(chosen);
    const { rowCount } = await tx.execute(sql`insert into ${caseWalkResults} (walk, case_id, outcome) ${found}`);
    await tx.update(caseWalks).set({ total: rowCount ?? 0 }).where(eq(caseWalks.id, walk));
  });
}

/** Cases that were not visited yet, at most `limit`. */
export async function pendingCases({ db }: Database, walk: string, limit: number): Promise<readonly string[]> {
  const rows = await db
    .select({ caseId: caseWalkResults.caseId }).from(caseWalkResults)
    .where(and(eq(caseWalkResults.walk, walk), eq(caseWalkResults.outcome, 'pending'))).orderBy(asc(caseWalkResults.caseId)).limit(limit);
  return rows.map((row) => row.caseId);
}

/** The first result of a case stands: a worker that was thought dead changes nothing. */
export async function recordVisit({ db }: Database, walk: string, caseId: string, outcome: Exclude<WalkOutcome, 'pending'>, detail: JsonObject | null): Promise<void> {
  await db.update(caseWalkResults).set({ outcome, detail, at: new Date().toISOString() })
    .where(and(eq(caseWalkResults.walk, walk), eq(caseWalkResults.caseId, caseId), eq(caseWalkResults.outcome, 'pending')));
}

export async function finishWalk({ db }: Database, walk: string): Promise<void> {
  await db.update(caseWalks).set({ finishedAt: new Date().toISOString() }).where(and(eq(caseWalks.id, walk), isNull(caseWalks.finishedAt)));
}

/** The cases that refused or did not answer are visited once more. @returns false where there is none, or the walk is still under way */
export async function visitAgain({ db }: Database, walk: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [finished] = await tx.select({ id: caseWalks.id }).from(caseWalks).where(and(eq(caseWalks.id, walk), isNotNull(caseWalks.finishedAt))).for('update');
    if (!finished) return false;
    const { rowCount } = await tx.update(caseWalkResults).set({ outcome: 'pending', detail: null, at: null }).where(and(eq(caseWalkResults.walk, walk), inArray(caseWalkResults.outcome, ['refused', 'unanswered'])));
    if (!rowCount) return false;
    await tx.update(caseWalks).set({ finishedAt: null }).where(eq(caseWalks.id, walk));
    return true;
  });
}

/** Walks whose workflow somebody may have asked for without starting it. */
export async function unfinishedWalks({ db }: Database, limit: number): Promise<readonly string[]> {
  const rows = await db.select({ id: caseWalks.id }).from(caseWalks).where(isNull(caseWalks.finishedAt)).orderBy(asc(caseWalks.requestedAt), asc(caseWalks.id)).limit(limit);
  return rows.map((row) => row.id);
}

/** How many cases of each outcome. One walk over one index; a hundred thousand cases take some 20 ms. */
export async function walkCounts({ db }: Database, walk: string): Promise<Readonly<Record<WalkOutcome, number>>> {
  const rows = await db
    .select({ outcome: caseWalkResults.outcome, count: sql<number>`count(*)::integer` }).from(caseWalkResults)
    .where(eq(caseWalkResults.walk, walk)).groupBy(caseWalkResults.outcome);
  return { pending: 0, done: 0, unchanged: 0, refused: 0, skipped: 0, unanswered: 0, ...Object.fromEntries(rows.map((r) => [r.outcome, r.count])) };
}

const walkCursor = z.tuple([cursorInstant, z.uuid()]);
const resultCursor = z.tuple([z.uuid()]);

/** Walks of one kind about one subject, latest first. @throws CursorError */
export async function listWalks({ db }: Database, kind: string, subject: string, { cursor, limit }: PageRequest): Promise<Page<CaseWalk>> {
  const from = decodeCursor(walkCursor, cursor);
  const rows = await db.select().from(caseWalks)
    .where(and(
      eq(caseWalks.kind, kind), eq(caseWalks.subject, subject),
      from ? sql`(${caseWalks.requestedAt} < ${from[0]} or ${caseWalks.requestedAt} = ${from[0]} and ${caseWalks.id} > ${from[1]})` : undefined,
    ))
    .orderBy(desc(caseWalks.requestedAt), asc(caseWalks.id)).limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.requestedAt, row.id]);
}

/** Results in the order of the case ids. @param outcomes only these; all where absent. @throws CursorError */
export async function walkResults(
  { db }: Database, walk: string, { cursor, limit, outcomes }: PageRequest & { readonly outcomes?: readonly WalkOutcome[] | undefined },
): Promise<Page<WalkResult>> {
  const from = decodeCursor(resultCursor, cursor);
  const rows = await db
    .select({ caseId: caseWalkResults.caseId, number: cases.number, outcome: caseWalkResults.outcome, detail: caseWalkResults.detail, at: caseWalkResults.at })
    .from(caseWalkResults).leftJoin(cases, eq(cases.id, caseWalkResults.caseId))
    .where(and(
      eq(caseWalkResults.walk, walk), outcomes ? inArray(caseWalkResults.outcome, [...outcomes]) : undefined, from ? gt(caseWalkResults.caseId, from[0]) : undefined,
    ))
    .orderBy(asc(caseWalkResults.caseId)).limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.caseId]);
}
