/** 随机抽取, as recorded. */
import { asc, eq, sql } from 'drizzle-orm';
import { lots, seating, seedOf, type Declined, type Seating, type Witness } from '../../domain/panels/draw.ts';
import { sha256 } from '../record/append.ts';
import type { Database } from '../pool.ts';
import { draws } from '../schema-shared.ts';
import { cases } from '../schema.ts';

export type DrawRow = typeof draws.$inferSelect;

/** The order of the lot and who sits; null before the number is shown. */
export function seatsOf({ plan, candidates, seed, declined }: DrawRow): Seating | null {
  return seed === null ? null : seating(plan, lots(plan, candidates, seed, sha256), declined);
}

/** The first to fix the candidates has fixed them: a repetition changes nothing. */
export async function commitDraw({ db }: Database, row: Omit<DrawRow, 'witness' | 'seed' | 'revealedAt' | 'declined'>): Promise<DrawRow> {
  await db.insert(draws).values({ ...row, declined: [] }).onConflictDoNothing();
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

/** Appended under the lock of the row: two that decline at once are both recorded, one after the other. @returns null where it was recorded before */
export const declineSeat = ({ db }: Database, id: string, declined: Declined): Promise<DrawRow | null> =>
  db.transaction(async (tx) => {
    const [row] = await tx.select().from(draws).where(eq(draws.id, id)).for('update');
    if (!row || row.declined.some((d) => d.expert === declined.expert)) return null;
    const [changed] = await tx.update(draws).set({ declined: sql`${draws.declined} || ${JSON.stringify([declined])}::jsonb` }).where(eq(draws.id, id)).returning();
    return changed ?? null;
  });
