/** The register of enterprises, filled from cases and sign-ins. The first to name an enterprise names it; administrators correct. */
import type { EnterpriseRow } from '../domain/enterprises/from-case.ts';
import { normalise, termsOf } from './search-terms.ts';

interface Queryable { query(query: { readonly name: string; readonly text: string; readonly values: unknown[] }): Promise<unknown> }

/** Only what was empty is filled: a form that somebody else fills in must not rename an enterprise. */
export async function registerEnterprises(client: Queryable, rows: readonly EnterpriseRow[], origin: 'case' | 'sign-in', at: string): Promise<void> {
  // In the order of their codes, so that two cases never wait for each other crosswise.
  for (const { uscc, name, region, industry, contacts } of [...rows].sort((a, b) => (a.uscc < b.uscc ? -1 : 1))) {
    await client.query({
      name: 'register-enterprise',
      text: `insert into enterprises as e (uscc, name, region, industry, contacts, origin, content, terms, created_at, updated_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
        on conflict (uscc) do update set name = excluded.name, content = excluded.content, terms = excluded.terms, updated_at = excluded.updated_at,
          industry = coalesce(e.industry, excluded.industry), contacts = case when e.contacts = '[]' then excluded.contacts else e.contacts end
        where e.name = e.uscc and excluded.name <> e.uscc`,
      values: [uscc, name, region, industry, JSON.stringify(contacts), origin, contentOf(uscc, name), termsOf([uscc, name]), at],
    });
    await client.query({
      name: 'complete-enterprise',
      text: `update enterprises set industry = coalesce(industry, $2), contacts = case when contacts = '[]' then $3::jsonb else contacts end, updated_at = $4
        where uscc = $1 and (industry is null and $2::text is not null or contacts = '[]' and $3::jsonb <> '[]')`,
      values: [uscc, industry, JSON.stringify(contacts), at],
    });
  }
}

export const contentOf = (uscc: string, name: string): string => [uscc, name].map(normalise).join('\n');
