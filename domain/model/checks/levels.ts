/** The process itself and each of its sub-processes as a definition of its own: inside, a sub-process is a process that begins and ends (BPMN §10.3.5). */
import type { Node, ProcessDefinition } from '../types.ts';

/** An end inside a sub-process closes no case, so it has no outcome there. */
const inside = (node: Node): Node => (node.type === 'endEvent' ? { ...node, outcome: '' } : node);

export function levelsOf(model: ProcessDefinition): readonly ProcessDefinition[] {
  const parents = [undefined, ...model.nodes.filter((n) => n.type === 'subProcess').map((n) => n.id)];
  return parents.map((parent) => {
    const nodes = model.nodes.filter((n) => n.parent === parent).map((n) => (parent === undefined ? n : inside(n)));
    const ids = new Set(nodes.map((n) => n.id));
    return { ...model, nodes, flows: model.flows.filter((f) => ids.has(f.from) && ids.has(f.to)) };
  });
}
