/** 评审组 and their score sheets. */
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Sight } from '../../domain/authority/policy.ts';
import type { Recusal, Sheet } from '../../domain/panels/scoring.ts';
import { seal, sheetsThatCount, type SealedResult } from '../../domain/panels/seal.ts';
import { sha256 } from '../record/append.ts';
import type { Database } from '../pool.ts';
import { panels, panelScores } from '../schema-shared.ts';
import { cases } from '../schema.ts';
import { textArray, visible } from './visible.ts';

export type PanelRow = typeof panels.$inferSelect;
export type SheetRow = typeof panelScores.$inferSelect;

export async function openPanel({ db }: Database, row: Omit<PanelRow, 'closedAt' | 'result' | 'digest' | 'memberAccounts' | 'recusals'>): Promise<void> {
  const memberAccounts = row.members.flatMap((m) => (m.person === null ? [] : [m.person]));
  await db.insert(panels).values({ ...row, memberAccounts }).onConflictDoNothing();
}

export async function findPanel({ db }: Database, id: string): Promise<{ readonly panel: PanelRow; readonly region: string } | null> {
  const [row] = await db.select({ panel: panels, region: cases.region }).from(panels).innerJoin(cases, eq(cases.id, panels.caseId)).where(eq(panels.id, id));
  return row ?? null;
}

/** Panels of one's own, those that are open first. */
export const panelsOf = ({ db }: Database, person: string): Promise<PanelRow[]> =>
  db.select().from(panels).where(sql`${panels.memberAccounts} @> ${textArray([person])}`).orderBy(sql`${panels.closedAt} is not null`, desc(panels.openedAt), asc(panels.id)).limit(100);

export const panelsOfCase = ({ db }: Database, caseId: string): Promise<PanelRow[]> => db.select().from(panels).where(eq(panels.caseId, caseId)).orderBy(asc(panels.openedAt), asc(panels.id)).limit(100);

/** Panels of cases that the viewer sees, those that are open first. */
export const panelsInSight = async ({ db }: Database, sight: Sight): Promise<readonly { readonly panel: PanelRow; readonly region: string }[]> =>
  db.select({ panel: panels, region: cases.region }).from(panels).innerJoin(cases, eq(cases.id, panels.caseId)).where(visible(sight))
    .orderBy(sql`${panels.closedAt} is not null`, desc(panels.openedAt), asc(panels.id)).limit(100);

/** How many sheets stand in each panel, and how many of them are of this member. */
export async function sheetCounts({ db }: Database, ids: readonly string[]): Promise<(panel: string, member?: string) => number> {
  const rows = ids.length === 0 ? [] : await db
    .select({ panel: panelScores.panel, member: panelScores.member, n: sql<number>`count(distinct ${panelScores.applicant})::integer` })
    .from(panelScores).where(inArray(panelScores.panel, [...ids])).groupBy(panelScores.panel, panelScores.member);
  return (panel, member) => rows.filter((r) => r.panel === panel && (member === undefined || r.member === member)).reduce((sum, r) => sum + r.n, 0);
}

/** The last sheet of each member for each applicant. */
export const sheetsOf = ({ db }: Pick<Database, 'db'>, panel: string): Promise<SheetRow[]> =>
  db.selectDistinctOn([panelScores.member, panelScores.applicant]).from(panelScores).where(eq(panelScores.panel, panel))
    .orderBy(panelScores.member, panelScores.applicant, desc(panelScores.version)) as Promise<SheetRow[]>;

export interface NewSheet extends Sheet { readonly panel: string; readonly comment: string | null; readonly by: { readonly id: string; readonly name: string }; readonly at: string }

/** @returns false where the panel has been closed meanwhile */
export const handIn = ({ db }: Database, { by, ...sheet }: NewSheet): Promise<boolean> =>
  db.transaction(async (tx) => {
    // Shared: members do not wait for one another, only closing waits for them, and they for it.
    const [panel] = await tx.select({ closedAt: panels.closedAt }).from(panels).where(eq(panels.id, sheet.panel)).for('share');
    if (!panel || panel.closedAt !== null) return false;
    const of = and(eq(panelScores.panel, sheet.panel), eq(panelScores.member, sheet.member), eq(panelScores.applicant, sheet.applicant));
    // One member has one account and one pen: two sheets at once from two windows take turns by this lock.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${sheet.panel} ${sheet.member} ${sheet.applicant}`}, 0))`);
    const [last] = await tx.select({ version: sql<number>`coalesce(max(${panelScores.version}), 0)::integer` }).from(panelScores).where(of);
    await tx.insert(panelScores).values({ ...sheet, scores: { ...sheet.scores }, version: (last?.version ?? 0) + 1, byId: by.id, byName: by.name });
    return true;
  });

/** Ranks on the sheets that count and seals the result; a panel that is closed stays as it is. */
export const closePanel = ({ db }: Database, id: string, at: string): Promise<SealedResult | null> =>
  db.transaction(async (tx) => {
    const [panel] = await tx.select().from(panels).where(eq(panels.id, id)).for('update');
    if (!panel) return null;
    if (panel.result !== null && panel.digest !== null) return { result: panel.result, digest: panel.digest };
    const sheets = sheetsThatCount(panel.members, await sheetsOf({ db: tx as unknown as Database['db'] }, id));
    const sealed = seal({ panel: id, rules: panel.rules, applicants: panel.applicants, sheets }, sha256);
    await tx.update(panels).set({ closedAt: at, ...sealed }).where(eq(panels.id, id));
    return sealed;
  });

/** 评审回避, under the lock of the panel, so that it cannot slip in while the ranking is made. @returns null where the panel has been closed meanwhile */
export const recuseMember = ({ db }: Database, id: string, recusal: Recusal): Promise<PanelRow | null> =>
  db.transaction(async (tx) => {
    const [panel] = await tx.select().from(panels).where(eq(panels.id, id)).for('update');
    if (!panel || panel.closedAt !== null) return null;
    const { member, applicant } = recusal;
    if (panel.members.some((m) => m.id === member && m.recusedFrom.includes(applicant))) return panel;
    const members = panel.members.map((m) => (m.id === member ? { ...m, recusedFrom: [...m.recusedFrom, applicant] } : m));
    const [changed] = await tx.update(panels).set({ members, recusals: [...panel.recusals, recusal] }).where(eq(panels.id, id)).returning();
    return changed ?? null;
  });
