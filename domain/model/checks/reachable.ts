/** Whether a case of a process can stand where somebody wants it to stand. Returning to a step and migrating to another version ask. */
import type { ProcessDefinition } from '../types.ts';
import { levelAt } from './levels.ts';
import { restingMarkings, type Place } from './soundness.ts';

const cache = new WeakMap<ProcessDefinition, Map<string, readonly (readonly Place[])[] | null>>();

/**
 * Every marking in which one level of a process can stand still; computed once for a level of a definition.
 * @param parent the sub-process; undefined is the process itself
 * @param from the event with which a side path of that level begins; absent = its flow
 * @returns null for a level too large to be explored
 */
export function markingsOf(model: ProcessDefinition, parent: string | undefined, from?: string): readonly (readonly Place[])[] | null {
  const known = cache.get(model) ?? new Map<string, readonly (readonly Place[])[] | null>();
  cache.set(model, known);
  const key = `${parent ?? ''} ${from ?? ''}`;
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const found = restingMarkings(levelAt(model, parent), from);
  known.set(key, found);
  return found;
}

const keys = new WeakMap<readonly (readonly Place[])[], ReadonlySet<string>>();
const keyOf = (marking: readonly Place[]): string => marking.map((p) => `${p.node}/${p.flow}`).sort().join(' ');

/**
 * Whether a case can come by itself to stand with exactly these tokens in this level.
 * @param places `flow` counts at joins only
 * @returns null where the level is too large to tell
 */
export function isReachable(model: ProcessDefinition, parent: string | undefined, places: readonly Place[]): boolean | null {
  const markings = markingsOf(model, parent);
  if (markings === null) return null;
  const known = keys.get(markings) ?? new Set(markings.map(keyOf));
  keys.set(markings, known);
  const joins = new Set(model.nodes.filter((n) => n.type === 'parallelGateway' || n.type === 'inclusiveGateway').map((n) => n.id));
  return known.has(keyOf(places.map(({ node, flow }) => ({ node, flow: joins.has(node) ? flow : '' }))));
}
