/** The process itself and each of its sub-processes as a definition of its own: inside, a sub-process is a process that begins and ends (BPMN §10.3.5). */
import { interrupts, triggeredIn } from '../catchers.ts';
import type { Node, ProcessDefinition } from '../types.ts';

/** 事件子流程 of the process itself that withdraws everything else: its end is the end of the case. */
export function takesOverCase(model: ProcessDefinition, sub: string): boolean {
  return triggeredIn(model, undefined).some((t) => t.sub.id === sub && interrupts(t.start));
}

/** Any other end inside a sub-process closes no case, so it has no outcome there. */
const inside = (node: Node): Node => (node.type === 'endEvent' ? { ...node, outcome: '' } : node);

export function levelsOf(model: ProcessDefinition): readonly ProcessDefinition[] {
  return [undefined, ...model.nodes.filter((n) => n.type === 'subProcess').map((n) => n.id)].map((parent) => levelAt(model, parent));
}

/** @param parent the sub-process; undefined is the process itself */
export function levelAt(model: ProcessDefinition, parent: string | undefined): ProcessDefinition {
  const nodes = model.nodes.filter((n) => n.parent === parent).map((n) => (parent === undefined || takesOverCase(model, parent) ? n : inside(n)));
  const ids = new Set(nodes.map((n) => n.id));
  return { ...model, nodes, flows: model.flows.filter((f) => ids.has(f.from) && ids.has(f.to)) };
}
