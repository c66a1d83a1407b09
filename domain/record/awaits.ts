/** What a case waits to be told by others: messages and signals by name, so that whoever sends finds the case without reading it. */
import { indexModel } from '../engine/index-model.ts';
import type { CaseState } from '../engine/state.ts';
import type { Node, ProcessDefinition } from '../model/types.ts';

export interface Await { readonly kind: 'message' | 'signal'; readonly name: string }

const asked = (node: Node): readonly Await[] => {
  const on = 'on' in node ? node.on : undefined;
  return on?.kind === 'message' ? [{ kind: 'message', name: on.message }] : on?.kind === 'signal' ? [{ kind: 'signal', name: on.signal }] : [];
};

const asking = new WeakMap<ProcessDefinition, boolean>();
/** Most processes wait for nobody: then nothing is looked for. */
function asksAtAll(model: ProcessDefinition): boolean {
  const known = asking.get(model);
  if (known !== undefined) return known;
  const found = model.nodes.some((node) => asked(node).length > 0);
  asking.set(model, found);
  return found;
}

/** In the order of their names, each once. */
export function awaitsOf(model: ProcessDefinition, state: Pick<CaseState, 'status' | 'tokens' | 'scopes'> | null): readonly Await[] {
  if (state === null || state.status === 'closed' || !asksAtAll(model)) return [];
  const index = indexModel(model);
  const found = new Map<string, Await>();
  for (const { node } of Object.values(state.tokens)) {
    for (const one of [...index.awaitedAt(node), ...index.boundaries(node)].flatMap(asked)) found.set(`${one.kind} ${one.name}`, one);
  }
  for (const level of [undefined, ...Object.values(state.scopes).map((s) => s.node)]) {
    for (const one of index.triggered(level).flatMap((t) => asked(t.start))) found.set(`${one.kind} ${one.name}`, one);
  }
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? []);
}
