/** Uploads and the list of evidence of a case. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import type { Database } from '../pool.ts';
import { caseFiles, evidence } from '../schema-documents.ts';

export type CaseFileRow = typeof caseFiles.$inferSelect;
export type EvidenceRow = typeof evidence.$inferSelect;

const most = 1_000;

export async function filesOfCase({ db }: Database, caseId: string): Promise<readonly CaseFileRow[]> {
  return db.select().from(caseFiles).where(eq(caseFiles.caseId, caseId)).orderBy(asc(caseFiles.file)).limit(most);
}

export async function findCaseFile({ db }: Database, caseId: string, file: number): Promise<CaseFileRow | null> {
  const [found] = await db.select().from(caseFiles).where(and(eq(caseFiles.caseId, caseId), eq(caseFiles.file, file)));
  return found ?? null;
}

/** Uploads of this case by their numbers. */
export async function filesByNumber({ db }: Database, caseId: string, numbers: readonly number[]): Promise<readonly CaseFileRow[]> {
  return numbers.length === 0 ? [] : db.select().from(caseFiles).where(and(eq(caseFiles.caseId, caseId), inArray(caseFiles.file, [...numbers]))).orderBy(asc(caseFiles.file));
}

export async function evidenceOfCase({ db }: Database, caseId: string): Promise<readonly EvidenceRow[]> {
  return db.select().from(evidence).where(eq(evidence.caseId, caseId)).orderBy(asc(evidence.item)).limit(most);
}

/** One row of the printed list. */
export interface ListedEvidence {
  readonly name: string; readonly quantity: string; readonly source: string; readonly place: string; readonly obtainedOn: string | null; readonly note: string;
  /** Of each of its files: name and SHA-256, one below the other. */
  readonly digests: string;
  readonly by: string;
  readonly on: string;
}

/** The list as it stood after this event of the case. */
export async function evidenceListed({ db }: Database, caseId: string, seq: number): Promise<readonly ListedEvidence[]> {
  const rows = await db.select().from(evidence).where(eq(evidence.caseId, caseId)).orderBy(asc(evidence.item));
  return rows.filter((r) => r.listedSeq <= seq && (r.struckSeq === null || r.struckSeq > seq)).map(listed);
}

export const listed = ({ name, quantity, source, place, obtainedOn, note, files, byName, at }: EvidenceRow): ListedEvidence => ({
  name, quantity, source, place, obtainedOn, note, digests: files.map((f) => `${f.name}\n${f.sha256}`).join('\n') || '—', by: byName, on: dayOf(Date.parse(at)),
});
