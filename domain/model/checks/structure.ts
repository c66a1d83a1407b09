/** Nodes and flows as a graph: what BPMN 2.0.2 asks of a process before anybody runs it. */
import type { Awaited, BoundaryEvent, EndEvent, ExclusiveGateway, Flow, Node, ProcessDefinition, StartEvent } from '../types.ts';
import { catcherOf, interrupts, isTriggered } from '../catchers.ts';
import { linkEvents, waysOf } from '../ways.ts';
import { closure } from './closure.ts';
import { levelsOf, takesOverCase } from './levels.ts';
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

/** One level. A process may begin in several ways: plainly, and by messages of different names. A sub-process begins in one (§10.5.2). */
function countEvents(model: ProcessDefinition): readonly ModelProblem[] {
  const starts = model.nodes.filter((n): n is StartEvent => n.type === 'startEvent');
  const ways = starts.map((n) => (n.parent === undefined && n.on?.kind === 'message' ? `message ${n.on.message}` : ''));
  return [
    ...(starts.length > 0 && repeated(ways).length === 0 ? [] : [problem('start.count', model.key, String(starts.length))]),
    ...(model.nodes.some((n) => n.type === 'endEvent') ? [] : [problem('end.count', model.key)]),
  ];
}

function checkFlow(flow: Flow, nodes: ReadonlyMap<string, Node>): readonly ModelProblem[] {
  const from = nodes.get(flow.from);
  const to = nodes.get(flow.to);
  const found: ModelProblem[] = [];
  if (!from) found.push(problem('flow.unknown-node', flow.id, flow.from));
  if (!to) found.push(problem('flow.unknown-node', flow.id, flow.to));
  if (to?.type === 'startEvent' || to?.type === 'boundaryEvent') found.push(problem('flow.into-start', flow.id, flow.to));
  if (isTriggered(from) || isTriggered(to)) found.push(problem('event-sub-process.flow', flow.id, isTriggered(from) ? flow.from : flow.to));
  if ((from?.type === 'linkEvent' && from.end === 'throw') || (to?.type === 'linkEvent' && to.end === 'catch')) found.push(problem('link.flow', flow.id));
  if (from && from.type !== 'exclusiveGateway' && from.type !== 'inclusiveGateway' && flow.condition !== undefined) found.push(problem('flow.condition-ignored', flow.id));
  return found;
}

const awaitable = (node: Node | undefined): boolean => node?.type === 'catchEvent';
/** What may wait where (BPMN 2.0.2 Table 10.93). */
const allowed = {
  catch: ['timer', 'message', 'signal'], boundary: ['timer', 'message', 'signal', 'error', 'escalation'], start: ['timer', 'message', 'signal', 'error', 'escalation'],
  throw: ['escalation', 'message', 'signal'], end: ['error', 'escalation', 'message', 'signal'],
} as const;

function checkNode(model: ProcessDefinition, node: Node, nodes: ReadonlyMap<string, Node>): readonly ModelProblem[] {
  const outgoing = model.flows.filter((f) => f.from === node.id);
  if (node.type === 'endEvent') {
    return [
      ...(outgoing.length > 0 ? [problem('end.outgoing', node.id)] : []),
      ...(!closesCase(model, node) || Object.hasOwn(model.outcomes, node.outcome) ? [] : [problem('end.outcome', node.id, node.outcome)]),
      ...(node.throws && !is(allowed.end, node.throws.kind) ? [problem('event.kind', node.id, node.throws.kind)] : []),
    ];
  }
  const goesOn = !isTriggered(node) && !(node.type === 'linkEvent' && node.end === 'throw');
  const found: ModelProblem[] = outgoing.length === 0 && goesOn ? [problem('node.no-outgoing', node.id)] : [];
  found.push(...checkEvent(model, node, nodes));
  if (node.type === 'inclusiveGateway' && node.default !== undefined && !outgoing.some((f) => f.id === node.default && f.condition === undefined)) {
    found.push(problem('gateway.default', node.id, node.default));
  }
  if (node.type === 'eventGateway') {
    // BPMN §10.6.6: only events follow it, and each of them is reached from it alone.
    const others = outgoing.filter((f) => !awaitable(nodes.get(f.to)) || model.flows.filter((g) => g.to === f.to).length > 1);
    found.push(...others.map((f) => problem('gateway.event-target', node.id, f.to)));
  }
  if (node.type === 'exclusiveGateway') found.push(...checkGateway(model, node, outgoing, nodes));
  return found;
}

const is = (kinds: readonly string[], kind: string): boolean => kinds.includes(kind);

/** Ends the process itself, or an event sub-process that has taken it over, or throws an error that nobody catches. */
export function closesCase(model: ProcessDefinition, node: EndEvent): boolean {
  if (node.throws?.kind === 'error') return catcherOf(model, node, { kind: 'error', code: node.throws.error }, false) === null;
  return node.parent === undefined || takesOverCase(model, node.parent);
}

function checkEvent(model: ProcessDefinition, node: Node, nodes: ReadonlyMap<string, Node>): readonly ModelProblem[] {
  const found: ModelProblem[] = [];
  const repeats = 'on' in node && node.on?.kind === 'timer' && node.on.timer.kind === 'after' && node.on.timer.repeat === true;
  switch (node.type) {
    case 'catchEvent':
      if (!is(allowed.catch, node.on.kind)) found.push(problem('event.kind', node.id, node.on.kind));
      if (repeats) found.push(problem('boundary.repeat', node.id));
      return found;
    case 'throwEvent':
      return node.throws && !is(allowed.throw, node.throws.kind) ? [problem('event.kind', node.id, node.throws.kind)] : [];
    case 'startEvent': {
      const inTriggered = isTriggered(nodes.get(node.parent ?? ''));
      const begins = node.parent === undefined && node.on?.kind === 'message' && node.interrupting === undefined;
      if (inTriggered ? node.on === undefined : node.on !== undefined && !begins) found.push(problem('start.event', node.id));
      if (repeats && interrupts(node)) found.push(problem('boundary.repeat', node.id));
      if (node.on?.kind === 'timer' && node.on.timer.kind === 'clock') found.push(problem('event.clock', node.id, node.on.timer.clock));
      return node.on && inTriggered ? [...found, ...checkThrown(model, node, node.on, nodes)] : found;
    }
    case 'boundaryEvent': {
      const activity = nodes.get(node.attachedTo);
      const stands = activity?.type === 'userTask' || activity?.type === 'serviceTask' || activity?.type === 'callActivity' || (activity?.type === 'subProcess' && !activity.triggered);
      if (!stands) found.push(problem('boundary.attached', node.id, node.attachedTo));
      if (node.on.kind === 'error' && !node.interrupting) found.push(problem('boundary.error', node.id));
      if (repeats && node.interrupting) found.push(problem('boundary.repeat', node.id));
      return [...found, ...checkThrown(model, node, node.on, nodes)];
    }
    case 'linkEvent': {
      const others = linkEvents(model, node.end === 'throw' ? 'catch' : 'throw').filter((o) => o.link === node.link && o.parent === node.parent);
      const twins = node.end === 'catch' ? linkEvents(model, 'catch').filter((o) => o.link === node.link && o.parent === node.parent) : [];
      return (node.end === 'throw' ? others.length === 1 : others.length > 0 && twins.length === 1) ? [] : [problem('link.pair', node.id, node.link)];
    }
    case 'subProcess':
      return node.triggered && node.multi ? [problem('event-sub-process.multi', node.id)] : [];
    case 'serviceTask':
      // What the expression gives is known only when the service has answered.
      return node.error !== undefined && catcherOf(model, node, { kind: 'error', code: null }, true) === null ? [problem('event.uncaught', node.id)] : [];
    default:
      return [];
  }
}

/** Whoever catches errors or escalations stands where some can come from. */
function checkThrown(model: ProcessDefinition, node: StartEvent | BoundaryEvent, on: Awaited, nodes: ReadonlyMap<string, Node>): readonly ModelProblem[] {
  if (on.kind !== 'error' && on.kind !== 'escalation') return [];
  const catchesHere = (thrower: Node, code: string | null, own: boolean): boolean => {
    const found = catcherOf(model, thrower, { kind: on.kind, code }, own);
    return (found?.at === 'beside' ? found.event.id : found?.triggered.start.id) === node.id;
  };
  const thrown = [...nodes.values()].some((n) => {
    if ((n.type === 'endEvent' || n.type === 'throwEvent') && n.throws?.kind === on.kind) return catchesHere(n, n.throws.kind === 'error' ? n.throws.error : n.throws.escalation, false);
    // Which codes come out of a service or of another case is not known here: whoever stands on their way may be meant for any.
    if (on.kind === 'error' && (n.type === 'callActivity' || (n.type === 'serviceTask' && n.error !== undefined))) return catchesHere(n, on.error ?? null, true);
    return false;
  });
  return thrown ? [] : [problem('event.never-thrown', node.id)];
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
    ...waysOf(model).map((f) => [f.from, f.to] as const),
    ...model.nodes.flatMap((n) => (n.type === 'boundaryEvent' ? [[n.attachedTo, n.id] as const] : [])),
  ];
  const aside = model.nodes.filter(isTriggered).map((n) => n.id);
  const starts = [...model.nodes.filter((n) => n.type === 'startEvent').map((n) => n.id), ...aside];
  const ends = [...model.nodes.filter((n) => n.type === 'endEvent').map((n) => n.id), ...aside];
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
