/** 异议 to what is on public notice. */
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import type { Named, Pool } from '../../domain/engine/state.ts';
import { handlersOf, mayObject, objectionAnswered, objectionFiled, type NoticeCount, type ObjectionDecision, type ObjectionRefusal } from '../../domain/notices/period.ts';
import { objectionNumber } from '../../domain/notices/receipt.ts';
import type { Database } from '../pool.ts';
import { objections, publications } from '../schema-shared.ts';
import { notices } from '../schema.ts';

export type ObjectionRow = typeof objections.$inferSelect;
export type PublicationRow = typeof publications.$inferSelect;

export async function findPublication({ db }: Database, id: string): Promise<PublicationRow | null> {
  const [row] = await db.select().from(publications).where(eq(publications.id, id));
  return row ?? null;
}

const counts = {
  publication: objections.publication,
  open: sql<number>`count(*) filter (where ${objections.status} = 'open')::integer`,
  upheld: sql<number>`count(*) filter (where ${objections.status} = 'upheld')::integer`,
  rejected: sql<number>`count(*) filter (where ${objections.status} in ('rejected', 'refused'))::integer`,
};
const none: NoticeCount = { open: 0, upheld: 0, rejected: 0 };

/** Numbers only, for all of a page at once. */
export async function objectionCounts({ db }: Database, ids: readonly string[]): Promise<(id: string) => NoticeCount> {
  const rows = ids.length === 0 ? [] : await db.select(counts).from(objections).where(inArray(objections.publication, [...ids])).groupBy(objections.publication);
  const byId = new Map(rows.map((r) => [r.publication, r]));
  return (id) => byId.get(id) ?? none;
}

export const objectionsTo = ({ db }: Database, publication: string, person: string | null): Promise<ObjectionRow[]> =>
  db.select().from(objections).where(and(eq(objections.publication, publication), person === null ? undefined : eq(objections.person, person))).orderBy(asc(objections.filedAt), asc(objections.id)).limit(500);

/** 待处理, oldest first: those that were handled must not push them out of the page. */
export const openObjectionsTo = ({ db }: Database, publication: string): Promise<ObjectionRow[]> =>
  db.select().from(objections).where(and(eq(objections.publication, publication), eq(objections.status, 'open'))).orderBy(asc(objections.filedAt), asc(objections.id)).limit(500);

export interface ObjectionWithNotice { readonly objection: ObjectionRow; readonly notice: PublicationRow }
const withNotice = ({ db }: Database) => db.select({ objection: objections, notice: publications }).from(objections).innerJoin(publications, eq(publications.id, objections.publication));

export const objectionsOf = (database: Database, person: string): Promise<ObjectionWithNotice[]> =>
  withNotice(database).where(eq(objections.person, person)).orderBy(desc(objections.filedAt), asc(objections.id)).limit(100);

export async function objectionByNumber(database: Database, number: string): Promise<ObjectionWithNotice | null> {
  const [row] = await withNotice(database).where(eq(objections.number, number));
  return row ?? null;
}

/** `pool`: where an account is told the answer. */
export interface Objector extends Named { readonly pool?: Pool }
/** Whoever has no account gives a name, and reads the answer by the code. */
export interface Unregistered { readonly name: string; readonly codeSalt: string; readonly codeHash: string }
export interface NewObjection { readonly id: string; readonly publication: string; readonly by: Objector | Unregistered; readonly contact: string; readonly grounds: string; readonly at: string }
export type Filed = { readonly ok: true; readonly row: ObjectionRow } | { readonly ok: false; readonly code: ObjectionRefusal | 'not-found' };

/** Under the lock of the publication, so that its end, a second objection of the same person and one more than may wait cannot slip in between. */
export const fileObjection = ({ db }: Database, { id, publication, by, contact, grounds, at }: NewObjection): Promise<Filed> =>
  db.transaction(async (tx): Promise<Filed> => {
    const [notice] = await tx.select().from(publications).where(eq(publications.id, publication)).for('update');
    if (!notice) return { ok: false, code: 'not-found' };
    const [same] = await tx.select().from(objections).where(and(eq(objections.publication, publication), eq(objections.id, id)));
    if (same) return { ok: true, row: same };
    const known = 'id' in by;
    const [open] = await tx.select({ n: sql<number>`count(*)::integer` }).from(objections)
      .where(and(eq(objections.publication, publication), eq(objections.status, 'open'), known ? eq(objections.person, by.id) : isNull(objections.person)));
    const code = mayObject(notice, known ? { mine: open?.n ?? 0 } : { unregistered: open?.n ?? 0 }, at);
    if (code !== null) return { ok: false, code };
    const { rows: [serial] } = await tx.execute<{ n: number }>(sql`select nextval('objection_numbers')::integer as n`);
    if (!serial) throw new Error('the sequence of objections gave no number');
    const who = known ? { person: by.id, pool: by.pool ?? null, name: by.name } : { name: by.name, codeSalt: by.codeSalt, codeHash: by.codeHash };
    const [row] = await tx.insert(objections).values({ id, publication, number: objectionNumber(dayOf(at), serial.n), caseId: notice.caseId, ...who, contact, grounds, filedAt: at, status: 'open' }).returning();
    if (!row) throw new Error('the objection was not written');
    // In the same transaction: an objection of which nobody is told would be found on the last day, if at all.
    await tx.insert(notices).values(handlersOf(notice.agency).map((pool, i) => ({ id: `${notice.caseId}:objection:${id}:${i}`, caseId: notice.caseId, pool, ...objectionFiled(notice.title), at, publication })));
    return { ok: true, row };
  });

export async function findObjection({ db }: Database, id: string): Promise<{ readonly objection: ObjectionRow; readonly agency: string } | null> {
  const [row] = await db.select({ objection: objections, agency: publications.agency }).from(objections).innerJoin(publications, eq(publications.id, objections.publication)).where(eq(objections.id, id));
  return row ?? null;
}

/** Whoever objected by an account is told in the same transaction. @returns null where somebody has handled it already */
export const handleObjection = ({ db }: Database, id: string, { status, reply, by, at }: { readonly status: ObjectionDecision; readonly reply: string; readonly by: Named; readonly at: string }): Promise<ObjectionRow | null> =>
  db.transaction(async (tx) => {
    const [row] = await tx.update(objections).set({ status, reply, handledBy: { id: by.id, name: by.name }, handledAt: at }).where(and(eq(objections.id, id), eq(objections.status, 'open'))).returning();
    if (!row) return null;
    const { person, pool, caseId, publication, number } = row;
    const [notice] = await tx.select({ title: publications.title }).from(publications).where(eq(publications.id, publication));
    if (person !== null && pool !== null && notice) {
      await tx.insert(notices).values({ id: `${caseId}:objection-answer:${id}`, caseId, pool, person, ...objectionAnswered(notice.title, number), at, publication });
    }
    return row;
  });
