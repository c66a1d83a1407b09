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

/** The same with placeholders: one statement for all who do not supervise the country, which is planned once. */
export const visibleToPerson: SQL = sql`(${cases.agency} = any(${sql.placeholder('agencies')}::text[]) or ${cases.region} like any(${sql.placeholder('territories')}::text[])
  or ${cases.initiatorId} = ${sql.placeholder('person')} or ${cases.outsidePools} && ${sql.placeholder('pools')}::text[])`;
/** Values for it. */
export const personValues = ({ agencies, territories, person, pools }: Sight): Readonly<Record<string, unknown>> =>
  ({ agencies: [...agencies], territories: territories.map((prefix) => `${prefix}%`), person, pools: [...pools] });

export const textArray = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`;
