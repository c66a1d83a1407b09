/** 关联案件: what a case is linked with, and the walk from one case to the next. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Relation } from '../../domain/engine/events.ts';
import type { Database } from '../pool.ts';
import { caseLinks, cases } from '../schema.ts';

/** Ids of the cases that stand in this relation to a case, oldest link first. */
export async function linkedCases({ db }: Database, caseId: string, relation: Relation, limit: number): Promise<readonly string[]> {
  const rows = await db.select({ id: caseLinks.otherId }).from(caseLinks)
    .where(and(eq(caseLinks.caseId, caseId), eq(caseLinks.relation, relation), isNull(caseLinks.endedAt))).orderBy(asc(caseLinks.at), asc(caseLinks.otherId)).limit(limit);
  return rows.map((row) => row.id);
}

/** The links of these cases, with what is needed of the other case to say whether somebody may see it. One statement however many cases. */
export async function linksOf({ db }: Database, caseIds: readonly string[], limit: number) {
  if (caseIds.length === 0) return [];
  return db.select({
    caseId: caseLinks.caseId, relation: caseLinks.relation, otherId: caseLinks.otherId, reason: caseLinks.reason, at: caseLinks.at, other: cases,
  }).from(caseLinks).innerJoin(cases, eq(cases.id, caseLinks.otherId))
    .where(and(inArray(caseLinks.caseId, [...caseIds]), isNull(caseLinks.endedAt)))
    .orderBy(asc(caseLinks.at), asc(caseLinks.caseId), asc(caseLinks.relation), asc(caseLinks.otherId)).limit(limit);
}
export type CaseLink = Awaited<ReturnType<typeof linksOf>>[number];
