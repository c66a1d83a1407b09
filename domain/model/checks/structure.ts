/** Nodes and flows as a graph: what BPMN 2.0.2 asks of a process before anybody runs it. */
import type { ExclusiveGateway, Flow, Node, ProcessDefinition } from '../types.ts';
import { closure } from './closure.ts';
import { levelsOf } from './levels.ts';
import { nameProblem } from '../names.ts';
import { decidingOutcomes, outcomeIs } from '../builder-flows.ts';
import { problem, type ModelProblem } from './problem.ts';

export function checkStructure(model: ProcessDefinition): readonly ModelProblem[] {
  const ids = new Map(model.nodes.map((n) => [n.id, n]));
  const levels = levelsOf(model);
  return [
    ...checkIds(model),
    ...levels.flatMap(countEvents),
    ...checkParents(model, ids),
    ...model.flows.flatMap((flow) => checkFlow(flow, ids)),
    ...model.nodes.flatMap((node) => checkNode(model, node, ids)),
    ...levels.flatMap((level) => checkReach(level, new Map(level.nodes.map((n) => [n.id, n])))),
  ];
}

function checkIds(model: ProcessDefinition): readonly ModelProblem[] {
  const all = [...model.nodes.map((n) => n.id), ...model.flows.map((f) => f.id)];
  const clocks = model.clocks.map((c) => c.id);
  return [
    ...(/^[a-z][a-z0-9-]{0,79}$/.test(model.key) ? [] : [problem('key.shape', model.key)]),
    ...[...repeated(all), ...repeated(clocks)].map((id) => problem('id.duplicate', id)),
    ...model.nodes.filter((n) => nameProblem('step', n.id) !== null).map((n) => problem('id.name', n.id)),
    ...Object.keys(model.fields).filter((f) => nameProblem('field', f) !== null).map((f) => problem('id.name', f)),
    ...model.clocks.filter((c) => nameProblem('clock', c.id) !== null).map((c) => problem('id.name', c.id)),
  ];
}

export const repeated = (items: readonly string[]): readonly string[] => [...new Set(items.filter((item, i) => items.indexOf(item) !== i))];

/** §10.3.5: a node stands in a sub-process that exists, and no flow leads into it or out of it. */
function checkParents(model: ProcessDefinition, nodes: ReadonlyMap<string, Node>): readonly ModelProblem[] {
  return [
    ...model.nodes.filter((n) => n.parent !== undefined && nodes.get(n.parent)?.type !== 'subProcess').map((n) => problem('sub-process.unknown', n.id, n.parent)),
    ...model.flows.filter((f) => nodes.has(f.from) && nodes.has(f.to) && nodes.get(f.from)?.parent !== nodes.get(f.to)?.parent).map((f) => problem('sub-process.crossed', f.id)),
  ];
}

function countEvents(model: ProcessDefinition): readonly ModelProblem[] {
  const starts = model.nodes.filter((n) => n.type === 'startEvent');
  return [
    ...(starts.length === 1 ? [] : [problem('start.count', model.key, String(starts.length))]),
    ...(model.nodes.some((n) => n.type === 'endEvent') ? [] : [problem('end.count', model.key)]),
  ];
}

function checkFlow(flow: Flow, nodes: ReadonlyMap<string, Node>): readonly ModelProblem[] {
  const from = nodes.get(flow.from);
  const to = nodes.get(flow.to);
  const found: ModelProblem[] = [];
  if (!from) found.push(problem('flow.unknown-node', flow.id, flow.from));
  if (!to) found.push(problem('flow.unknown-node', flow.id, flow.to));
  if (to?.type === 'startEvent' || to?.type === 'boundaryTimer') found.push(problem('flow.into-start', flow.id, flow.to));
  if (from && from.type !== 'exclusiveGateway' && from.type !== 'inclusiveGateway' && flow.condition !== undefined) found.push(problem('flow.condition-ignored', flow.id));
  return found;
}

const awaitable = (node: Node | undefined): boolean => node?.type === 'timerEvent' || node?.type === 'messageEvent' || node?.type === 'signalEvent';

function checkNode(model: ProcessDefinition, node: Node, nodes: ReadonlyMap<string, Node>): readonly ModelProblem[] {
  const outgoing = model.flows.filter((f) => f.from === node.id);
  if (node.type === 'endEvent') {
    return [
      ...(outgoing.length > 0 ? [problem('end.outgoing', node.id)] : []),
      ...(node.parent !== undefined || Object.hasOwn(model.outcomes, node.outcome) ? [] : [problem('end.outcome', node.id, node.outcome)]),
    ];
  }
  const found: ModelProblem[] = outgoing.length === 0 ? [problem('node.no-outgoing', node.id)] : [];
  if (node.type === 'inclusiveGateway' && node.default !== undefined && !outgoing.some((f) => f.id === node.default && f.condition === undefined)) {
    found.push(problem('gateway.default', node.id, node.default));
  }
  if (node.type === 'eventGateway') {
    // BPMN §10.6.6: only events follow it, and each of them is reached from it alone.
    const others = outgoing.filter((f) => !awaitable(nodes.get(f.to)) || model.flows.filter((g) => g.to === f.to).length > 1);
    found.push(...others.map((f) => problem('gateway.event-target', node.id, f.to)));
  }
  if (node.type === 'exclusiveGateway') found.push(...checkGateway(model, node, outgoing, nodes));
  if (node.type === 'boundaryTimer') {
    const activity = nodes.get(node.attachedTo);
    if (activity?.type !== 'userTask' && activity?.type !== 'serviceTask' && activity?.type !== 'subProcess' && activity?.type !== 'callActivity') found.push(problem('boundary.attached', node.id, node.attachedTo));
    if (node.timer.kind === 'after' && node.timer.repeat && node.interrupting) found.push(problem('boundary.repeat', node.id));
  }
  return found;
}

function checkGateway(model: ProcessDefinition, gateway: ExclusiveGateway, outgoing: readonly Flow[], nodes: ReadonlyMap<string, Node>): readonly ModelProblem[] {
  const found: ModelProblem[] = [];
  const byDefault = gateway.default === undefined ? undefined : outgoing.find((f) => f.id === gateway.default);
  if (gateway.default !== undefined && (!byDefault || byDefault.condition !== undefined)) found.push(problem('gateway.default', gateway.id, gateway.default));
  if (outgoing.length < 2 && outgoing.every((f) => f.condition === undefined)) return found;
  for (const flow of outgoing) {
    if (flow.condition === undefined && flow.id !== gateway.default) found.push(problem('gateway.condition-missing', gateway.id, flow.id));
  }
  if (gateway.default === undefined && !coversOutcomes(model, gateway, outgoing, nodes)) found.push(problem('gateway.not-exhaustive', gateway.id));
  return found;
}

/** Only right after the step itself is it certain that one of its outcomes stands. */
function coversOutcomes(model: ProcessDefinition, gateway: ExclusiveGateway, outgoing: readonly Flow[], nodes: ReadonlyMap<string, Node>): boolean {
  const before = new Set(model.flows.filter((f) => f.to === gateway.id).map((f) => f.from));
  const [only] = before;
  const step = before.size === 1 && only !== undefined ? nodes.get(only) : undefined;
  if (step?.type !== 'userTask') return false;
  const conditions = new Set(outgoing.map((f) => f.condition));
  return decidingOutcomes(step).every((o) => conditions.has(outcomeIs(step.id, o.id)));
}

/** Graph reachability, blind to tokens: a first, cheap look with clear words. soundness.ts sees the rest. */
function checkReach(model: ProcessDefinition, nodes: ReadonlyMap<string, Node>): readonly ModelProblem[] {
  const edges = [
    ...model.flows.map((f) => [f.from, f.to] as const),
    ...model.nodes.flatMap((n) => (n.type === 'boundaryTimer' ? [[n.attachedTo, n.id] as const] : [])),
  ];
  const starts = model.nodes.filter((n) => n.type === 'startEvent').map((n) => n.id);
  const ends = model.nodes.filter((n) => n.type === 'endEvent').map((n) => n.id);
  const forward = closure(starts, group(edges));
  const backward = closure(ends, group(edges.map(([a, b]) => [b, a] as const)));
  return [...nodes.keys()].flatMap((id) => [
    ...(forward.has(id) ? [] : [problem('node.unreachable', id)]),
    ...(backward.has(id) ? [] : [problem('node.no-way-to-end', id)]),
  ]);
}

function group(edges: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const [a, b] of edges) {
    const list = map.get(a);
    if (list) list.push(b);
    else map.set(a, [b]);
  }
  return map;
}
