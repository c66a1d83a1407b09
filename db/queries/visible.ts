/**
 * `maySee` of domain/authority/policy.ts as SQL. A list asks each way of seeing by itself and merges the answers, because each has an index
 * that gives its page in order; an OR over all of them would have to sort everything that the viewer may see.
 */
import { eq, like, or, sql, type SQL } from 'drizzle-orm';
import type { Sight } from '../../domain/authority/policy.ts';
import { cases } from '../schema.ts';

/** One condition on `cases` per way of seeing; a case is visible where at least one holds. */
export function waysOfSeeing(sight: Sight): readonly SQL[] {
  // Whoever supervises the country needs no other way.
  if (sight.territories.includes('')) return [sql`true`];
  return [
    ...sight.agencies.map((agency) => eq(cases.agency, agency)),
    ...sight.territories.map((prefix) => like(cases.region, `${prefix}%`)),
    eq(cases.initiatorId, sight.person),
    ...(sight.pools.length === 0 ? [] : [sql`${cases.outsidePools} && ${textArray(sight.pools)}`]),
  ];
}

/** The same as one condition, for a query that has found its few cases by other means. */
export const visible = (sight: Sight): SQL => or(...waysOfSeeing(sight)) ?? sql`false`;

export const textArray = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`;
