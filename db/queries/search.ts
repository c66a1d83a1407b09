import { sql, type Column, type Placeholder, type SQL } from 'drizzle-orm';
import { caseSearch } from '../schema.ts';
import type { SearchQuery } from '../search-terms.ts';

type Asked = SearchQuery | { readonly terms: Placeholder; readonly patterns: Placeholder };
const list = (values: SearchQuery['terms'] | Placeholder): SQL => sql`${Array.isArray(values) ? sql.param([...values]) : values}::text[]`;

/**
 * A row of the search has all words in its number or title. The index gives what has all parts of the words; the words decide. LIKE ALL is planned in half the
 * time of a sub-select over them.
 * @param values 'unseen': from a sub-select, so that the planner does not look at them and plans the statement once
 */
export const hasAll = ({ terms, patterns }: Asked, values: 'seen' | 'unseen' = 'seen'): SQL => {
  // Whoever has all parts nearly always has the words. The planner would take the two for independent, believe in a twentieth of what is found, and gather and sort all
  // of it instead of reading the cases in order until the page is full: of a condition in `coalesce` it believes that half passes.
  if (values === 'seen') return sql`${caseSearch.terms} @> ${list(terms)} and coalesce(${caseSearch.content} like all(${list(patterns)}), false)`;
  return sql`${caseSearch.terms} @> (select ${list(terms)}) and ${caseSearch.content} like all((select ${list(patterns)})::text[])`;
};

export const matches = (caseId: Column, asked: Asked): SQL => sql`${caseId} in (select ${caseSearch.caseId} from ${caseSearch} where ${hasAll(asked)})`;
