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
