/** What a case waits to be told by others: messages and signals by name, so that whoever sends finds the case without reading it. */
import { awaitedBy, waitingFor } from '../engine/catching.ts';
import { indexModel } from '../engine/index-model.ts';
import type { CaseState } from '../engine/state.ts';
import type { Node, ProcessDefinition } from '../model/types.ts';

export interface Await { readonly kind: 'message' | 'signal'; readonly name: string }

const asks = (node: Node): boolean => 'on' in node && (node.on?.kind === 'message' || node.on?.kind === 'signal');

const asking = new WeakMap<ProcessDefinition, boolean>();
/** Most processes wait for nobody: then nothing is looked for. */
function asksAtAll(model: ProcessDefinition): boolean {
  const known = asking.get(model);
  if (known !== undefined) return known;
  const found = model.nodes.some(asks);
  asking.set(model, found);
  return found;
}

/** In the order of their names, each once. */
export function awaitsOf(model: ProcessDefinition, state: Pick<CaseState, 'status' | 'tokens' | 'scopes'> | null): readonly Await[] {
  if (state === null || state.status === 'closed' || !asksAtAll(model)) return [];
  const found = new Map<string, Await>();
  for (const waiting of waitingFor({ index: indexModel(model), state }, (on) => on.kind === 'message' || on.kind === 'signal')) {
    const on = awaitedBy(waiting);
    if (on.kind === 'message' || on.kind === 'signal') {
      const one: Await = { kind: on.kind, name: on.kind === 'message' ? on.message : on.signal };
      found.set(`${one.kind} ${one.name}`, one);
    }
  }
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? []);
}
