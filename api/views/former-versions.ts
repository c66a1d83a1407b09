/** Names in the timeline of a case that was migrated: each event is told in the words of the version that was in force when it happened. */
import type { CaseState } from '../../domain/engine/state.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';

/** @param modelOf every definition that the case was ever on */
export function versionAt(state: Pick<CaseState, 'process' | 'former'>, modelOf: (hash: string) => ProcessDefinition): (seq: number) => ProcessDefinition {
  const former = state.former ?? [];
  const now = modelOf(state.process.hash);
  if (former.length === 0) return () => now;
  const all = [...former.map((f) => modelOf(f.process.hash)), now];
  const wordsOf = new Map(all.map((model) => [model, withNamesOf(model, all)]));
  return (seq) => {
    const then = former.find((f) => seq <= f.until);
    const model = then ? modelOf(then.process.hash) : now;
    return wordsOf.get(model) ?? model;
  };
}

/** What another version alone has is called as there: a task has one number under all its names. */
function withNamesOf(model: ProcessDefinition, all: readonly ProcessDefinition[]): ProcessDefinition {
  const others = all.filter((m) => m !== model);
  const known = new Set([...model.nodes, ...model.clocks].map((x) => x.id));
  return {
    ...model, nodes: [...model.nodes, ...others.flatMap((m) => m.nodes.filter((n) => !known.has(n.id)))], clocks: [...model.clocks, ...others.flatMap((m) => m.clocks.filter((c) => !known.has(c.id)))],
    fields: Object.assign({}, ...others.map((m) => m.fields), model.fields) as ProcessDefinition['fields'],
  };
}
