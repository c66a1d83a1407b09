/** 逾期未记: clocks whose last moment has passed without the record saying so. */
import type { Instant } from '../../domain/calendar/types.ts';
import type { Database } from '../pool.ts';
import { instantFromPostgres } from '../columns.ts';

export interface Overdue { readonly caseId: string; readonly dueAt: Instant }

/** In the order in which they were due. @param until the moment up to which they are asked for; @param after where the last page ended */
export async function overdueClocks({ pool }: Database, until: Instant, limit: number, after: Overdue | null): Promise<readonly Overdue[]> {
  const { rows } = await pool.query<{ caseId: string; dueAt: string }>({
    name: 'overdue-clocks',
    text: `select case_id as "caseId", due_at::text as "dueAt" from clocks where status = 'running' and breached_at is null and due_at <= $1 and (due_at, case_id) > ($2, $3) order by due_at, case_id limit $4`,
    values: [until, after?.dueAt ?? '-infinity', after?.caseId ?? '00000000-0000-0000-0000-000000000000', limit],
  });
  return rows.map(({ caseId, dueAt }) => ({ caseId, dueAt: instantFromPostgres(dueAt) }));
}
