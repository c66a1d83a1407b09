/**
 * 旁路: what a boundary event that does not interrupt starts beside the flow, and that never meets the flow again: a reminder, a report. It begins as often as
 * its event occurs and ends by itself, so where the flow stands says nothing of it, and it nothing of the flow. The soundness check looks at each by
 * itself: in a loop its tokens would otherwise pile up, though each of them only goes its way to the end.
 */
import { interrupts } from './catchers.ts';
import type { BoundaryEvent, ProcessDefinition } from './types.ts';
import { waysOf } from './ways.ts';

export interface SidePath { readonly event: BoundaryEvent; /** The event itself and all that follows it. */ readonly nodes: ReadonlySet<string> }

const cache = new WeakMap<object, readonly SidePath[]>();

/** In the whole definition, or in one level of it. */
export function sidePathsOf(model: ProcessDefinition): readonly SidePath[] {
  const known = cache.get(model);
  if (known) return known;
  const ways = waysOf(model);
  const beside = (id: string): readonly string[] => model.nodes.flatMap((n) => (n.type === 'boundaryEvent' && n.attachedTo === id ? [n.id] : []));
  const found = model.nodes.flatMap((event): readonly SidePath[] => {
    if (event.type !== 'boundaryEvent' || interrupts(event)) return [];
    const nodes = new Set([event.id]);
    for (const id of nodes) for (const next of [...ways.flatMap((w) => (w.from === id ? [w.to] : [])), ...(id === event.id ? [] : beside(id))]) nodes.add(next);
    const meets = ways.some((w) => nodes.has(w.to) && !nodes.has(w.from)) || nodes.has(event.attachedTo);
    return meets ? [] : [{ event, nodes }];
  });
  cache.set(model, found);
  return found;
}

/** The path on which a node lies; of paths within paths the innermost. */
export const sidePathAt = (model: ProcessDefinition, node: string): SidePath | undefined =>
  sidePathsOf(model).filter((path) => path.nodes.has(node)).toSorted((a, b) => a.nodes.size - b.nodes.size)[0];

const aside = new WeakMap<object, ReadonlySet<string>>();
/** Whether a node lies on a side path. */
export function isOnSidePath(model: ProcessDefinition, node: string): boolean {
  const known = aside.get(model) ?? new Set(sidePathsOf(model).flatMap((path) => [...path.nodes]));
  aside.set(model, known);
  return known.has(node);
}
