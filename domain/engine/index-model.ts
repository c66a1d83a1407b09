/** Look-ups over a definition, computed once per definition object. */
import type { BoundaryTimer, ClockDefinition, Flow, Node, ProcessDefinition, Trigger } from '../model/types.ts';

export interface ModelIndex {
  readonly node: (id: string) => Node;
  readonly outgoing: (id: string) => readonly Flow[];
  readonly incoming: (id: string) => readonly Flow[];
  readonly boundaries: (id: string) => readonly BoundaryTimer[];
  /** What a token that rests at a node waits for: the node itself, or the events behind an event-based gateway (§13.4.4). */
  readonly awaitedAt: (id: string) => readonly Node[];
  /** A node with the sub-processes around it, the outermost first. */
  readonly pathTo: (node: Node) => readonly Node[];
  readonly clocksStartedBy: (on: Trigger['on'], node: string) => readonly Triggered[];
  readonly clocksStoppedBy: (on: Trigger['on'], node: string) => readonly Triggered[];
  readonly clock: (id: string) => ClockDefinition | undefined;
  readonly start: Node;
  /** The start event inside a sub-process. */
  readonly startOf: (subProcess: string) => Node;
}
interface Triggered { readonly clock: ClockDefinition; readonly trigger: Trigger }

const cache = new WeakMap<ProcessDefinition, ModelIndex>();
const none: readonly never[] = [];

export function indexModel(model: ProcessDefinition): ModelIndex {
  const known = cache.get(model);
  if (known) return known;
  const nodes = new Map(model.nodes.map((n) => [n.id, n]));
  const group = <T>(items: readonly T[], key: (item: T) => string): ((id: string) => readonly T[]) => {
    const map = new Map<string, T[]>();
    for (const item of items) map.set(key(item), [...(map.get(key(item)) ?? []), item]);
    return (id) => map.get(id) ?? none;
  };
  const triggered = (pick: (c: ClockDefinition) => readonly Trigger[]) => {
    const find = group(model.clocks.flatMap((clock) => pick(clock).map((trigger) => ({ clock, trigger }))), (t) => `${t.trigger.on} ${t.trigger.node}`);
    return (on: Trigger['on'], node: string) => find(`${on} ${node}`);
  };
  const clocks = new Map(model.clocks.map((c) => [c.id, c]));
  const start = model.nodes.find((n) => n.type === 'startEvent' && n.parent === undefined);
  const starts = new Map(model.nodes.filter((n) => n.type === 'startEvent').map((n) => [n.parent, n]));
  if (!start) throw new Error(`definition ${model.key} v${model.version} has no start event; it must not have been registered`);
  const index: ModelIndex = {
    node: (id) => {
      const node = nodes.get(id);
      if (!node) throw new Error(`definition ${model.key} v${model.version} has no node ${id}`);
      return node;
    },
    outgoing: group(model.flows, (f) => f.from),
    incoming: group(model.flows, (f) => f.to),
    boundaries: group(model.nodes.filter((n): n is BoundaryTimer => n.type === 'boundaryTimer'), (n) => n.attachedTo),
    awaitedAt: (id) => {
      const node = index.node(id);
      return node.type === 'eventGateway' ? index.outgoing(id).map((f) => index.node(f.to)) : [node];
    },
    pathTo: (node) => (node.parent === undefined ? [node] : [...index.pathTo(index.node(node.parent)), node]),
    clocksStartedBy: triggered((c) => c.start),
    clocksStoppedBy: triggered((c) => c.stop),
    clock: (id) => clocks.get(id),
    start,
    startOf: (subProcess) => {
      const inner = starts.get(subProcess);
      if (!inner) throw new Error(`sub-process ${subProcess} of ${model.key} v${model.version} has no start event`);
      return inner;
    },
  };
  cache.set(model, index);
  return index;
}
