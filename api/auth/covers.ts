/** 代理: for whom a person acts today. Asked with every request, so it is remembered for a moment. */
import { coveredBy } from '../../db/queries/substitutions.ts';
import { describe } from '../../db/pool.ts';
import { lru } from '../../db/record/lru.ts';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import type { PersonInPost } from '../../domain/engine/state.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { inPost } from '../engine/directory.ts';

/** A substitution that is made or revoked takes effect after so long at the latest. */
const rememberedMs = 3_000;

export function coverDirectory({ database, log }: Pick<ApiDependencies, 'database' | 'log'>): (person: string) => Promise<readonly PersonInPost[]> {
  const known = lru<string, { readonly until: number; readonly found: Promise<readonly PersonInPost[]> }>(10_000);
  const load = async (person: string): Promise<readonly PersonInPost[]> => {
    try {
      return (await coveredBy(database, person, dayOf(Date.now()))).map(inPost);
    } catch (error) {
      // Without the directory nobody stands in for anybody; what the person may do in their own name goes on.
      log.warn({ err: describe(error) }, 'substitutions could not be read');
      return [];
    }
  };
  return (person) => {
    const now = Date.now();
    const remembered = known.get(person);
    if (remembered && remembered.until > now) return remembered.found;
    const found = load(person);
    known.set(person, { until: now + rememberedMs, found });
    return found;
  };
}
