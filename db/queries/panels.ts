/** 评审组 and their score sheets. */
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { canonicalJson } from '../../domain/record/canonical-json.ts';
import { rank, type PanelResult, type Sheet } from '../../domain/panels/scoring.ts';
import { sha256 } from '../record/append.ts';
import type { Database } from '../pool.ts';
import { panels, panelScores } from '../schema-shared.ts';
import { cases } from '../schema.ts';
import { textArray } from './visible.ts';

export type PanelRow = typeof panels.$inferSelect;
export type SheetRow = typeof panelScores.$inferSelect;

export async function openPanel({ db }: Database, row: Omit<PanelRow, 'closedAt' | 'result' | 'digest' | 'memberAccounts'>): Promise<void> {
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

export interface SealedResult { readonly result: PanelResult; readonly digest: string }

/** Ranks on the sheets that stand and seals the result; a panel that is closed stays as it is. */
export const closePanel = ({ db }: Database, id: string, at: string): Promise<SealedResult | null> =>
  db.transaction(async (tx) => {
    const [panel] = await tx.select().from(panels).where(eq(panels.id, id)).for('update');
    if (!panel) return null;
    if (panel.result !== null && panel.digest !== null) return { result: panel.result, digest: panel.digest };
    const sheets = (await sheetsOf({ db: tx as unknown as Database['db'] }, id)).map(({ member, applicant, scores }): Sheet => ({ member, applicant, scores }));
    // The digest must not depend on how this database orders text.
    const key = (s: Sheet): string => `${s.applicant}\n${s.member}`;
    sheets.sort((a, b) => (key(a) < key(b) ? -1 : 1));
    const result = rank(panel.rules, panel.applicants, sheets);
    const digest = sha256(canonicalJson({ panel: id, rules: panel.rules, applicants: panel.applicants, sheets, result }));
    await tx.update(panels).set({ closedAt: at, result, digest }).where(eq(panels.id, id));
    return { result, digest };
  });
