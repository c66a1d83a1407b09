/**
 * Where a case is put that comes from nowhere in its own process: opened again (重新办理), or split off another (分案). The rule is that of a return
 * (returning.ts): it must stand where it could have come to by itself, at the step alone, with tokens beside it only at joins whose branches are done.
 */
import type { Place } from '../model/checks/soundness.ts';
import type { Node, ProcessDefinition } from '../model/types.ts';
import { indexModel } from './index-model.ts';
import { Refusal } from './refusal.ts';
import { bestMarking } from './returning.ts';
import { multiOf } from './scopes.ts';
import type { CaseState } from './state.ts';
import type { Transaction } from './transaction.ts';

export interface Placing { readonly path: readonly Node[]; readonly scope: 0; readonly joins: readonly (readonly Place[])[] }
type Model = Pick<Transaction, 'model' | 'index'>;

/** @throws Refusal return.not-here, return.not-sound */
export function planPlacing({ model, index }: Model, target: Node): Placing {
  const path = index.pathTo(target);
  // What lies in instances of a list is nobody's one step.
  if (path.some((node) => node !== target && multiOf(node))) throw new Refusal('return.not-here', { to: target.id });
  const joins = path.map((node) => bestMarking(model, node, [])?.joins);
  if (joins.some((found) => found === undefined)) throw new Refusal('return.not-sound', { to: target.id });
  return { path, scope: 0, joins: joins.map((found) => found ?? []) };
}

/** The step, all that can follow it, and all that lies inside of these: what is done from there on is done again. */
export function stepsFrom({ model, index }: Model, { path }: Pick<Placing, 'path'>): ReadonlySet<string> {
  const around = new Set(path.slice(0, -1).map((node) => node.id));
  const found = new Set<string>();
  const open = path.map((node) => node.id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...[id, ...index.boundaries(id).map((b) => b.id)].flatMap((n) => index.outgoing(n).map((f) => f.to)));
    if (!around.has(id)) open.push(...model.nodes.filter((n) => n.parent === id).map((n) => n.id));
  }
  return found;
}

/** Steps at which the case could be put: 'done' in it, or 'reached' by it. What is refused with it, decide refuses by the same rule. */
export function placeableSteps(model: ProcessDefinition, { visits, tokens }: Pick<CaseState, 'visits' | 'tokens'>, which: 'done' | 'reached'): readonly string[] {
  const index = indexModel(model);
  const open = new Set(Object.values(tokens).map((t) => t.node));
  return model.nodes.filter((node) => {
    if (node.type !== 'userTask') return false;
    if (!(Object.hasOwn(visits, node.id) && (which === 'done' || !visits[node.id]?.undone)) && !(which === 'reached' && open.has(node.id))) return false;
    try {
      planPlacing({ model, index }, node);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }).map((node) => node.id);
}
