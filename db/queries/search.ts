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
  const [all, each] = values === 'seen' ? [list(terms), list(patterns)] : [sql`(select ${list(terms)})`, sql`(select ${list(patterns)})::text[]`];
  return sql`${caseSearch.terms} @> ${all} and ${caseSearch.content} like all(${each})`;
};

export const matches = (caseId: Column, asked: Asked): SQL => sql`${caseId} in (select ${caseSearch.caseId} from ${caseSearch} where ${hasAll(asked)})`;
