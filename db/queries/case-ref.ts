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
