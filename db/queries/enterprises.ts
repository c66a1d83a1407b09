/** 企业名录: lists by territory, one enterprise with its cases and what they tell. */
import { and, asc, desc, eq, getTableColumns, like, or, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { RegisterSight } from '../../domain/authority/enterprise-policy.ts';
import type { Sight } from '../../domain/authority/policy.ts';
import type { CaseCounts } from '../../domain/enterprises/credit.ts';
import { correct, type Correction } from '../../domain/enterprises/correction.ts';
import type { FieldProblem } from '../../domain/engine/commands.ts';
import type { Named } from '../../domain/engine/state.ts';
import { contentOf } from '../enterprises.ts';
import type { Database } from '../pool.ts';
import { creditEntries, enterpriseChanges, enterprises } from '../schema-shared.ts';
import { cases } from '../schema.ts';
import { searchQuery, termsOf } from '../search-terms.ts';
import type { CaseListRow } from './case-list.ts';
import { cursorInstant, cursorText, decodeCursor, pageOf, type Page, type PageRequest } from './page.ts';
import { textArray, visible } from './visible.ts';

export type EnterpriseListRow = typeof enterprises.$inferSelect;
export type CreditRow = typeof creditEntries.$inferSelect;

const territory = (prefix: string): SQL => (prefix === '' ? sql`true` : like(enterprises.region, `${prefix}%`));
const byPlace = z.tuple([z.string().regex(/^\d{6}$/), z.string().regex(/^[0-9A-Z]{18}$/)]);

/** By region and code. @throws CursorError */
export async function listEnterprises({ db }: Database, sight: RegisterSight, filter: { readonly q?: string | undefined; readonly region?: string | undefined }, { cursor, limit }: PageRequest): Promise<Page<EnterpriseListRow>> {
  const from = decodeCursor(byPlace, cursor);
  const search = filter.q === undefined ? null : searchQuery(filter.q);
  const seen = or(...(sight.own === null ? [] : [eq(enterprises.uscc, sight.own)]), ...sight.territories.map(territory));
  if (!seen) return { items: [], next: null };
  const rows = await db
    .select()
    .from(enterprises)
    .where(and(
      seen,
      filter.region === undefined ? undefined : territory(filter.region),
      search ? and(sql`${enterprises.terms} @> ${textArray(search.terms)}`, sql`${enterprises.content} like all(${textArray(search.patterns)})`) : undefined,
      from ? sql`(${enterprises.region}, ${enterprises.uscc}) > (${from[0]}, ${from[1]})` : undefined,
    ))
    .orderBy(asc(enterprises.region), asc(enterprises.uscc))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.region, row.uscc]);
}

export async function findEnterprise({ db }: Database, uscc: string): Promise<EnterpriseListRow | null> {
  const [row] = await db.select().from(enterprises).where(eq(enterprises.uscc, uscc));
  return row ?? null;
}

/** The enterprise is a party, or a step was its own: the index of outside pools gives them. */
const concerns = (uscc: string): SQL => sql`${cases.outsidePools} && ${textArray([`uscc:${uscc}`])}`;
const byChange = z.tuple([cursorInstant, z.uuid()]);

/** 该企业的全部案件, as far as the viewer may see them, latest first. @throws CursorError */
export async function casesOfEnterprise({ db }: Database, sight: Sight, uscc: string, { cursor, limit }: PageRequest): Promise<Page<CaseListRow>> {
  const from = decodeCursor(byChange, cursor);
  const rows = await db
    .select(getTableColumns(cases))
    .from(cases)
    .where(and(concerns(uscc), visible(sight), from ? sql`(${cases.updatedAt} < ${from[0]} or ${cases.updatedAt} = ${from[0]} and ${cases.id} > ${from[1]})` : undefined))
    .orderBy(desc(cases.updatedAt), asc(cases.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.updatedAt, row.id]);
}

export interface EnterpriseCases extends CaseCounts { readonly all: number; readonly agencies: readonly string[] }

/** Over all of its cases, also those that the viewer may not open: numbers and agencies only. @param since an instant 90 days ago */
export async function countCases({ db }: Database, uscc: string, since: string): Promise<EnterpriseCases> {
  const [row] = await db
    .select({
      all: sql<number>`count(*)::integer`, open: sql<number>`count(*) filter (where ${cases.status} <> 'closed')::integer`,
      overdue: sql<number>`count(*) filter (where ${cases.status} <> 'closed' and ${cases.light} = 'breached')::integer`,
      recent: sql<number>`count(*) filter (where ${cases.receivedAt} >= ${since})::integer`,
      agencies: sql<string[]>`coalesce(array_agg(distinct ${cases.agency}), '{}')`,
    })
    .from(cases)
    .where(concerns(uscc));
  return row ?? { all: 0, open: 0, overdue: 0, recent: 0, agencies: [] };
}

/** @param since an instant */
export async function countCasesOf({ db }: Database, uscc: string, process: string, since: string): Promise<number> {
  const [row] = await db.select({ count: sql<number>`count(*)::integer` }).from(cases).where(and(concerns(uscc), eq(cases.processKey, process), sql`${cases.receivedAt} >= ${since}`));
  return row?.count ?? 0;
}

const byDay = z.tuple([z.iso.date(), cursorText]);

/** 质量信用记录, latest first. @throws CursorError */
export async function creditOf({ db }: Database, uscc: string, { cursor, limit }: PageRequest): Promise<Page<CreditRow>> {
  const from = decodeCursor(byDay, cursor);
  const rows = await db
    .select()
    .from(creditEntries)
    .where(and(eq(creditEntries.uscc, uscc), from ? sql`(${creditEntries.decidedOn} < ${from[0]} or ${creditEntries.decidedOn} = ${from[0]} and ${creditEntries.id} > ${from[1]})` : undefined))
    .orderBy(desc(creditEntries.decidedOn), asc(creditEntries.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.decidedOn, row.id]);
}

export interface EnterpriseEdit { readonly id: string; readonly uscc: string; readonly correction: Correction; /** `updatedAt` of the row that was looked at. */ readonly seen?: string; readonly by: Named; readonly reason: string; readonly at: string }
export type Kept = 'kept' | 'changed' | { readonly problem: FieldProblem };

/**
 * Entered or corrected by an administrator; what stood before is kept.
 * @returns changed: somebody else has changed the row since it was looked at
 */
export const keepEnterprise = ({ db }: Database, { id, uscc, correction, seen, by, reason, at }: EnterpriseEdit): Promise<Kept> =>
  db.transaction(async (tx) => {
    const [before] = await tx.select().from(enterprises).where(eq(enterprises.uscc, uscc)).for('update');
    // The same request once more: it has been carried out.
    const [done] = await tx.select({ id: enterpriseChanges.id }).from(enterpriseChanges).where(eq(enterpriseChanges.id, id));
    if (done) return 'kept';
    if (seen !== undefined && before?.updatedAt !== seen) return 'changed';
    const old = before ? { name: before.name, region: before.region, industry: before.industry, contacts: before.contacts } : null;
    const corrected = correct(old, correction);
    if ('problem' in corrected) return corrected;
    const { facts } = corrected;
    const row = { ...facts, origin: 'administrator' as const, content: contentOf(uscc, facts.name), terms: [...termsOf([uscc, facts.name])], updatedAt: at };
    const written = await tx.insert(enterpriseChanges).values({ id, uscc, at, byId: by.id, byName: by.name, reason, new: facts, old }).onConflictDoNothing().returning({ id: enterpriseChanges.id });
    // Two at once of an enterprise that was not there.
    if (written.length === 0) return 'kept';
    await tx.insert(enterprises).values({ uscc, createdAt: at, ...row }).onConflictDoUpdate({ target: enterprises.uscc, set: row });
    return 'kept';
  });

export type EnterpriseChangeRow = typeof enterpriseChanges.$inferSelect;

/** Latest first. */
export const enterpriseHistory = ({ db }: Database, uscc: string): Promise<EnterpriseChangeRow[]> =>
  db.select().from(enterpriseChanges).where(eq(enterpriseChanges.uscc, uscc)).orderBy(desc(enterpriseChanges.at), asc(enterpriseChanges.id)).limit(200);
