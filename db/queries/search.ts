import { sql, type Column, type Placeholder, type SQL } from 'drizzle-orm';
import { caseSearch } from '../schema.ts';
import type { SearchQuery } from '../search-terms.ts';

type Asked = SearchQuery | { readonly terms: Placeholder; readonly words: Placeholder };
const list = (values: SearchQuery['terms'] | Placeholder): SQL => sql`${Array.isArray(values) ? sql.param([...values]) : values}::text[]`;

/** A row of the search has all words in its number or title. The index gives what has all parts of the words; the words decide. */
export const hasAll = ({ terms, words }: Asked): SQL =>
  sql`${caseSearch.terms} @> ${list(terms)} and not exists (select from unnest(${list(words)}) as word where position(word in ${caseSearch.content}) = 0)`;

export const matches = (caseId: Column, asked: Asked): SQL => sql`${caseId} in (select ${caseSearch.caseId} from ${caseSearch} where ${hasAll(asked)})`;
