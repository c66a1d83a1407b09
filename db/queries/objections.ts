/** 异议 to what is on public notice. */
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Named } from '../../domain/engine/state.ts';
import { handlersOf, mayObject, objectionFiled, type NoticeCount, type ObjectionRefusal } from '../../domain/notices/period.ts';
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
  rejected: sql<number>`count(*) filter (where ${objections.status} = 'rejected')::integer`,
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

export const objectionsOf = ({ db }: Database, person: string): Promise<ObjectionRow[]> =>
  db.select().from(objections).where(eq(objections.person, person)).orderBy(desc(objections.filedAt), asc(objections.id)).limit(100);

export interface NewObjection { readonly id: string; readonly publication: string; readonly by: Named; readonly contact: string; readonly grounds: string; readonly at: string }
export type Filed = { readonly ok: true; readonly row: ObjectionRow } | { readonly ok: false; readonly code: ObjectionRefusal | 'not-found' };

/** Under the lock of the publication, so that its end and a second objection of the same person cannot slip in between. */
export const fileObjection = ({ db }: Database, { id, publication, by, contact, grounds, at }: NewObjection): Promise<Filed> =>
  db.transaction(async (tx): Promise<Filed> => {
    const [notice] = await tx.select().from(publications).where(eq(publications.id, publication)).for('update');
    if (!notice) return { ok: false, code: 'not-found' };
    const mine = await tx.select().from(objections).where(and(eq(objections.publication, publication), eq(objections.person, by.id)));
    const same = mine.find((o) => o.id === id);
    if (same) return { ok: true, row: same };
    const code = mayObject(notice, mine.some((o) => o.status === 'open'), at);
    if (code !== null) return { ok: false, code };
    const [row] = await tx.insert(objections).values({ id, publication, caseId: notice.caseId, person: by.id, name: by.name, contact, grounds, filedAt: at, status: 'open' }).returning();
    if (!row) throw new Error('the objection was not written');
    // In the same transaction: an objection of which nobody is told would be found on the last day, if at all.
    await tx.insert(notices).values(handlersOf(notice.agency).map((pool, i) => ({ id: `${notice.caseId}:objection:${id}:${i}`, caseId: notice.caseId, pool, ...objectionFiled(notice.title), at, publication })));
    return { ok: true, row };
  });

export async function findObjection({ db }: Database, id: string): Promise<{ readonly objection: ObjectionRow; readonly agency: string } | null> {
  const [row] = await db.select({ objection: objections, agency: publications.agency }).from(objections).innerJoin(publications, eq(publications.id, objections.publication)).where(eq(objections.id, id));
  return row ?? null;
}

/** @returns null where somebody has handled it already */
export async function handleObjection({ db }: Database, id: string, { status, reply, by, at }: { readonly status: 'upheld' | 'rejected'; readonly reply: string; readonly by: Named; readonly at: string }): Promise<ObjectionRow | null> {
  const [row] = await db.update(objections).set({ status, reply, handledBy: { id: by.id, name: by.name }, handledAt: at }).where(and(eq(objections.id, id), eq(objections.status, 'open'))).returning();
  return row ?? null;
}
