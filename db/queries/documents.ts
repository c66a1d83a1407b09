/** 文书 of a case, their service, and the register of seals. */
import { and, asc, desc, eq, isNotNull, lt, ne, sql } from 'drizzle-orm';
import type { Drafted } from '../../domain/documents/facts.ts';
import type { Database } from '../pool.ts';
import { documents, documentServices } from '../schema-documents.ts';
import { cases } from '../schema.ts';

export type DocumentRow = typeof documents.$inferSelect;
export type ServiceRow = typeof documentServices.$inferSelect;

/** Documents of one case at most on a page of it. */
const most = 500;

export async function documentsOfCase({ db }: Database, caseId: string): Promise<readonly DocumentRow[]> {
  return db.select().from(documents).where(eq(documents.caseId, caseId)).orderBy(asc(documents.document)).limit(most);
}

export async function findDocument({ db }: Database, caseId: string, document: number): Promise<DocumentRow | null> {
  const [found] = await db.select().from(documents).where(and(eq(documents.caseId, caseId), eq(documents.document, document)));
  return found ?? null;
}

export async function servicesOfCase({ db }: Database, caseId: string): Promise<readonly ServiceRow[]> {
  return db.select().from(documentServices).where(eq(documentServices.caseId, caseId)).orderBy(asc(documentServices.document), asc(documentServices.addressee)).limit(most * 4);
}

/**
 * 收到的文书: issued to one of these posts in a case at most two links away. Two, since what is forwarded (转送) comes from a case that is linked with
 * the one in which it was made.
 */
export async function documentsReceived({ db }: Database, caseId: string, pools: readonly string[]): Promise<readonly DocumentRow[]> {
  if (pools.length === 0) return [];
  const near = sql`(select l.other_id from case_links l where l.case_id = ${caseId} and l.ended_at is null
    union select m.other_id from case_links l join case_links m on m.case_id = l.other_id and m.ended_at is null where l.case_id = ${caseId} and l.ended_at is null)`;
  const addressed = sql`exists (select 1 from jsonb_array_elements(${documents.addressees}) a where a ->> 'pool' in ${[...pools]})`;
  return db.select().from(documents)
    .where(and(sql`${documents.caseId} in ${near}`, ne(documents.caseId, caseId), eq(documents.status, 'issued'), eq(documents.internal, false), addressed))
    .orderBy(asc(documents.issuedAt), asc(documents.caseId), asc(documents.document)).limit(most);
}

export interface DraftEvent { readonly seq: number; readonly body: Drafted }

/** As the record has it, with its number; null where no job of that number drew one up, or its document has been made or given up. */
export async function findDraft({ pool }: Database, caseId: string, job: number): Promise<DraftEvent | null> {
  const { rows: [row] } = await pool.query<DraftEvent>({
    name: 'find-draft',
    text: `select e.seq, e.body from documents d join events e on e.case_id = d.case_id and e.seq = d.seq where d.case_id = $1 and d.job = $2 and d.status = 'drafting'`,
    values: [caseId, job],
  });
  return row ?? null;
}

/** 用印登记: latest first, below a number. */
export async function sealEntries({ db }: Database, series: string, { below, limit }: { readonly below: number | undefined; readonly limit: number }) {
  return db
    .select({ no: documents.sealNo, number: documents.number, title: documents.title, approvedBy: documents.approvedBy, issuedAt: documents.issuedAt, caseId: documents.caseId, caseNumber: cases.number, document: documents.document })
    .from(documents).innerJoin(cases, eq(cases.id, documents.caseId))
    .where(and(eq(documents.sealSeries, series), isNotNull(documents.sealNo), ...(below === undefined ? [] : [lt(documents.sealNo, below)])))
    .orderBy(desc(documents.sealNo)).limit(limit);
}
