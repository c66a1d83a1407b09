/** 专家库. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Expert } from '../../domain/panels/experts.ts';
import { codeOf, type Database } from '../pool.ts';
import { experts } from '../schema-shared.ts';
import { decodeCursor, pageOf, type Page, type PageRequest } from './page.ts';
import { textArray } from './visible.ts';

export type ExpertRow = typeof experts.$inferSelect;
const cursorSchema = z.tuple([z.string().regex(/^\d{6}$/), z.uuid()]);

/** By region. @throws CursorError */
export async function listExperts({ db }: Database, filter: { readonly field?: string | undefined; readonly active?: boolean | undefined }, { cursor, limit }: PageRequest): Promise<Page<ExpertRow>> {
  const from = decodeCursor(cursorSchema, cursor);
  const rows = await db
    .select()
    .from(experts)
    .where(and(
      filter.field === undefined ? undefined : sql`${experts.fields} @> ${textArray([filter.field])}`,
      filter.active === undefined ? undefined : eq(experts.active, filter.active),
      from ? sql`(${experts.region}, ${experts.id}) > (${from[0]}, ${from[1]}::uuid)` : undefined,
    ))
    .orderBy(asc(experts.region), asc(experts.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.region, row.id]);
}

/** Experts that a draw chooses from at most; the province has some thousands. */
const largestDraw = 5_000;

/** @param fields any of them; @param region prefix of region codes */
export const expertsFor = ({ db }: Database, fields: readonly string[], region: string): Promise<ExpertRow[]> =>
  db.select().from(experts).where(and(sql`${experts.fields} && ${textArray(fields)}`, sql`${experts.region} like ${`${region}%`}`)).orderBy(asc(experts.id)).limit(largestDraw);

export async function expertsById({ db }: Database, ids: readonly string[]): Promise<ReadonlyMap<string, ExpertRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db.select().from(experts).where(inArray(experts.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}

export interface ExpertEntry extends Expert { readonly title: string | null; readonly region: string; readonly phone: string | null }

/** @returns false where another expert has this account already */
export async function keepExpert({ db }: Database, { id, ...facts }: ExpertEntry, updatedAt: string): Promise<boolean> {
  const row = { ...facts, fields: [...facts.fields], updatedAt };
  try {
    await db.insert(experts).values({ id, ...row }).onConflictDoUpdate({ target: experts.id, set: row });
    return true;
  } catch (error) {
    if (codeOf(error) === '23505') return false;
    throw error;
  }
}
