/** 随机抽取, as recorded. */
import { and, asc, desc, eq, gte, isNull, notExists, sql } from 'drizzle-orm';
import type { Sight } from '../../domain/authority/policy.ts';
import { lots, seating, seedOf, type Declined, type Seating, type Witness } from '../../domain/panels/draw.ts';
import { sha256 } from '../record/append.ts';
import type { Database } from '../pool.ts';
import { draws, experts, panels } from '../schema-shared.ts';
import { cases } from '../schema.ts';
import { visible } from './visible.ts';

export type DrawRow = typeof draws.$inferSelect;

/** The order of the lot and who sits; null before the number is shown. */
export function seatsOf({ plan, candidates, seed, declined }: DrawRow): Seating | null {
  return seed === null ? null : seating(plan, lots(plan, candidates, seed, sha256), declined);
}

/** The first to fix the candidates has fixed them: a repetition changes nothing. */
export async function commitDraw({ db }: Database, row: Omit<DrawRow, 'witness' | 'seed' | 'revealedAt' | 'declined' | 'accepted'>): Promise<DrawRow> {
  await db.insert(draws).values({ ...row, declined: [], accepted: [] }).onConflictDoNothing();
  const [stands] = await db.select().from(draws).where(eq(draws.id, row.id));
  if (!stands) throw new Error(`draw ${row.id} was not written`);
  return stands;
}

export async function findDraw({ db }: Database, id: string): Promise<{ readonly draw: DrawRow; readonly region: string } | null> {
  const [row] = await db.select({ draw: draws, region: cases.region }).from(draws).innerJoin(cases, eq(cases.id, draws.caseId)).where(eq(draws.id, id));
  return row ?? null;
}

export const drawsOfCase = ({ db }: Database, caseId: string): Promise<DrawRow[]> => db.select().from(draws).where(eq(draws.caseId, caseId)).orderBy(asc(draws.committedAt), asc(draws.id)).limit(100);

/** @returns null where the number has been shown already */
export const revealDraw = ({ db }: Database, id: string, witness: Witness, at: string): Promise<DrawRow | null> =>
  db.transaction(async (tx) => {
    const [row] = await tx.select().from(draws).where(eq(draws.id, id)).for('update');
    if (!row || row.seed !== null) return null;
    const [revealed] = await tx.update(draws).set({ witness, seed: seedOf(row.nonce, witness.word, row.listHash, sha256), revealedAt: at }).where(eq(draws.id, id)).returning();
    return revealed ?? null;
  });

/** A panel of the case that was opened after the lot was drawn: the seats have become its members. */
const opened = (db: Pick<Database['db'], 'select'>) =>
  db.select({ id: panels.id }).from(panels).where(and(eq(panels.caseId, draws.caseId), gte(panels.openedAt, draws.revealedAt)));

export async function isSeated({ db }: Database, id: string): Promise<boolean> {
  const [row] = await db.select({ id: draws.id }).from(draws).where(and(eq(draws.id, id), notExists(opened(db))));
  return row === undefined;
}

/** Appended under the lock of the row: two that decline at once are both recorded, one after the other. @returns null where it was recorded before */
export const declineSeat = ({ db }: Database, id: string, declined: Declined): Promise<DrawRow | null> =>
  db.transaction(async (tx) => {
    const [row] = await tx.select().from(draws).where(eq(draws.id, id)).for('update');
    if (!row || row.declined.some((d) => d.expert === declined.expert)) return null;
    const [changed] = await tx.update(draws).set({ declined: sql`${draws.declined} || ${JSON.stringify([declined])}::jsonb` }).where(eq(draws.id, id)).returning();
    return changed ?? null;
  });

/** 应邀. @returns null where the expert does not sit */
export const acceptSeat = ({ db }: Database, id: string, expert: string, at: string): Promise<DrawRow | null> =>
  db.transaction(async (tx) => {
    const [row] = await tx.select().from(draws).where(eq(draws.id, id)).for('update');
    if (!row || !seatsOf(row)?.seats.some((s) => s.expert === expert)) return null;
    if (row.accepted.some((a) => a.expert === expert)) return row;
    const [changed] = await tx.update(draws).set({ accepted: [...row.accepted, { expert, at }] }).where(eq(draws.id, id)).returning();
    return changed ?? null;
  });

/** Draws of cases that the viewer sees and whose number has not been shown. */
export const unrevealedInSight = async ({ db }: Database, sight: Sight): Promise<readonly { readonly draw: DrawRow; readonly region: string }[]> =>
  db.select({ draw: draws, region: cases.region }).from(draws).innerJoin(cases, eq(cases.id, draws.caseId)).where(and(isNull(draws.seed), eq(cases.status, 'open'), visible(sight)))
    .orderBy(desc(draws.committedAt), asc(draws.id)).limit(100);

/** Draws in which the person sits, while no panel has been opened. */
export async function seatsOfPerson({ db }: Database, person: string): Promise<readonly { readonly draw: DrawRow; readonly expert: string }[]> {
  const [own] = await db.select({ id: experts.id }).from(experts).where(eq(experts.person, person));
  if (!own) return [];
  const rows = await db.select({ draw: draws }).from(draws).innerJoin(cases, eq(cases.id, draws.caseId))
    .where(and(sql`${draws.candidates} @> ${JSON.stringify([{ expert: own.id }])}::jsonb`, sql`${draws.seed} is not null`, eq(cases.status, 'open'), notExists(opened(db))))
    .orderBy(desc(draws.revealedAt), asc(draws.id)).limit(100);
  return rows.flatMap(({ draw }) => (seatsOf(draw)?.seats.some((s) => s.expert === own.id) ? [{ draw, expert: own.id }] : []));
}
