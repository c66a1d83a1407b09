/** 办理进度: the steps done in the order in which they were, those under way, and those that may still come from where the case stands. */
import type { Step } from '../../contracts/cases.ts';
import type { CaseState, Task } from '../../domain/engine/state.ts';
import { indexModel } from '../../domain/engine/index-model.ts';
import type { ProcessDefinition, UserTask } from '../../domain/model/types.ts';
import { assigneeName, outcomeName, poolName } from './names.ts';

/** @param internal whether the viewer is told how officers decided; parties are told of their own steps only */
export function progress(model: ProcessDefinition, state: CaseState, internal: boolean): Step[] {
  const open = new Map(Object.values(state.tasks).filter((task) => !task.side || task.side.kind === 'redo').map((task) => [task.node, task]));
  // What only a missed deadline would bring is no step to expect.
  const ahead = state.status === 'closed' ? new Set<string>() : reachable(model, Object.values(state.tokens).map((t) => t.node), false);
  const steps = stepsInOrder(model).flatMap((node) => step(model, state, node, { task: open.get(node.id), ahead: ahead.has(node.id), internal }));
  // Sorting is stable: steps of one rank and time stay in the order of the process.
  return steps.sort((a, b) => rank[a.state] - rank[b.state] || (a.state === 'done' ? (a.at ?? '').localeCompare(b.at ?? '') : 0));
}

const rank = { done: 0, current: 1, waiting: 2 } as const;

interface Standing { readonly task: Task | undefined; readonly ahead: boolean; readonly internal: boolean }

function step(model: ProcessDefinition, state: CaseState, node: UserTask, { task, ahead, internal }: Standing): Step[] {
  const visit = state.visits[node.id];
  if (!visit && !task && !ahead) return [];
  const told = internal || node.assignment.kind === 'party';
  const last = visit ? { by: visit.name, at: visit.at, ...(told ? { outcomeName: outcomeName(model, node.id, visit.outcome) } : {}) } : {};
  return [{
    node: node.id, name: node.name, times: visit?.count ?? 0, state: task ? 'current' : visit ? 'done' : 'waiting', ...last,
    poolName: task ? poolName(task.pool, model, state.parties) : assigneeName(node.assignment, model, state.agency),
  }];
}

const orders = new WeakMap<ProcessDefinition, readonly UserTask[]>();

/** User tasks in the order in which a case meets them first: breadth first from the start. */
function stepsInOrder(model: ProcessDefinition): readonly UserTask[] {
  let order = orders.get(model);
  if (!order) {
    const met = reachable(model, [indexModel(model).start.id], true);
    const nodes = [...met].map((id) => indexModel(model).node(id));
    orders.set(model, (order = nodes.filter((n): n is UserTask => n.type === 'userTask')));
  }
  return order;
}

/** Nodes that can be reached from these, themselves included, in breadth-first order, sub-processes with what is in them; with boundaries, also by way of the events beside steps. */
function reachable(model: ProcessDefinition, from: readonly string[], boundaries: boolean): Set<string> {
  const index = indexModel(model);
  const into = (id: string): readonly string[] => (index.node(id).type === 'subProcess' ? [index.startOf(id).id] : []);
  const next = (id: string): readonly string[] => [...into(id), ...index.outgoing(id).map((f) => f.to), ...(boundaries ? index.boundaries(id).map((b) => b.id) : [])];
  const met = new Set(from);
  for (const id of met) for (const to of next(id)) met.add(to);
  return met;
}
