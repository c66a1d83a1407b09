/** What a case is called, for other cases that name it. */
import type { CaseRef } from '../../domain/engine/state.ts';
import type { Database } from '../pool.ts';

/** Null where the record has no such case. */
export async function caseRef({ pool }: Database, caseId: string): Promise<CaseRef | null> {
  const { rows } = await pool.query<CaseRef>({
    name: 'case-ref', text: 'select id as "caseId", process_key as process, number, title from cases where id = $1', values: [caseId],
  });
  return rows[0] ?? null;
}

/** The other cases of the process of this one that its agency has, latest first. */
export async function otherCasesOf({ pool }: Database, caseId: string, limit: number): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'other-cases-of', text: `select o.id from cases c join cases o on o.process_key = c.process_key and o.agency = c.agency and o.id <> c.id where c.id = $1 order by o.received_at desc, o.id limit $2`, values: [caseId, limit],
  });
  return rows.map(({ id }) => id);
}

/** A case that somebody names, with what decides whether they may see it. */
export interface NamedCase { readonly ref: CaseRef; readonly agency: string; readonly region: string; readonly initiatorId: string; readonly visibleTo: readonly string[] }

/** By its id or its number (案号). */
export async function findCaseByName({ pool }: Database, name: string): Promise<NamedCase | null> {
  const { rows: [row] } = await pool.query<CaseRef & Omit<NamedCase, 'ref'>>({
    name: 'case-by-name',
    text: `select id as "caseId", process_key as process, number, title, agency, region, initiator_id as "initiatorId", visible_to as "visibleTo" from cases where id = $1 or number = $2 limit 1`,
    values: [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name) ? name : null, name],
  });
  if (!row) return null;
  const { caseId, process, number, title, ...facts } = row;
  return { ref: { caseId, process, number, title }, ...facts };
}
