/** Links of a case, and what it waits to be told: rows of the append, written in its transaction. Few appends have any. */
import type { AppendRequest } from '../../domain/record/append.ts';

interface Client { query(query: { readonly name: string; readonly text: string; readonly values: unknown[] }): Promise<unknown> }

export const hasBetween = ({ rows }: AppendRequest): boolean => rows.links !== undefined || rows.awaits !== undefined;

export async function writeBetween(client: Client, { caseId, rows: { links, awaits } }: AppendRequest): Promise<void> {
  if (links) {
    await client.query({
      name: 'write-links',
      text: `insert into case_links (case_id, relation, other_id, reason, at, ended_at)
             select $1, x.relation, x."otherId", x.reason, x.at, x."endedAt" from jsonb_to_recordset($2::jsonb) as x(relation text, "otherId" uuid, reason text, at timestamptz, "endedAt" timestamptz)
             on conflict (case_id, relation, other_id) do update set ended_at = excluded.ended_at,
               at = case when excluded.ended_at is null then excluded.at else case_links.at end, reason = case when excluded.ended_at is null then excluded.reason else case_links.reason end`,
      values: [caseId, JSON.stringify(links)],
    });
  }
  if (!awaits) return;
  const values = [caseId, JSON.stringify(awaits)];
  await client.query({
    name: 'forget-awaits',
    text: 'delete from case_awaits a where a.case_id = $1 and not exists (select from jsonb_to_recordset($2::jsonb) as x(kind text, name text) where x.kind = a.kind and x.name = a.name)', values,
  });
  await client.query({
    name: 'write-awaits',
    text: 'insert into case_awaits (case_id, kind, name) select $1, x.kind, x.name from jsonb_to_recordset($2::jsonb) as x(kind text, name text) on conflict do nothing', values,
  });
}
