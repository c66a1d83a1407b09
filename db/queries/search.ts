import { and, sql, type Column, type SQL } from 'drizzle-orm';
import { caseSearch } from '../schema.ts';
import type { SearchQuery } from '../search-terms.ts';
import { textArray } from './visible.ts';

/** The case has all words in its number or title. The index gives what has all parts of the words; the words decide. */
export const matches = (caseId: Column, { terms, words }: SearchQuery): SQL =>
  sql`${caseId} in (select ${caseSearch.caseId} from ${caseSearch} where ${and(
    sql`${caseSearch.terms} @> ${textArray(terms)}`,
    ...words.map((word) => sql`position(${word} in ${caseSearch.content}) > 0`),
  )})`;
