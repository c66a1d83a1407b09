/** Look-ups over a definition, computed once per definition object. */
import { triggeredIn, type Triggered } from '../model/catchers.ts';
import type { BoundaryEvent, CatchEvent, ClockDefinition, ExtensionRule, Flow, Node, ProcessDefinition, Trigger } from '../model/types.ts';
import { waysOf } from '../model/ways.ts';

export interface ModelIndex {
  readonly node: (id: string) => Node;
  readonly outgoing: (id: string) => readonly Flow[];
  readonly incoming: (id: string) => readonly Flow[];
  readonly boundaries: (id: string) => readonly BoundaryEvent[];
  /** Event sub-processes of a level; undefined = the process itself. */
  readonly triggered: (parent: string | undefined) => readonly Triggered[];
  /** What a token that rests at a node waits for: the node itself, or the events behind an event-based gateway (§13.4.4). */
  readonly awaitedAt: (id: string) => readonly CatchEvent[];
  /** A node with the sub-processes around it, the outermost first. */
  readonly pathTo: (node: Node) => readonly Node[];
  readonly clocksStartedBy: (on: Trigger['on'], node: string) => readonly Started[];
  readonly clocksStoppedBy: (on: Trigger['on'], node: string) => readonly Started[];
  /** 集体讨论决定延期: which extension of which clock this step asks for or grants. */
  readonly extensionsDecidedAt: (node: string) => readonly Decided[];
  readonly clock: (id: string) => ClockDefinition | undefined;
  readonly start: Node;
  /** The start event inside a sub-process. */
  readonly startOf: (subProcess: string) => Node;
}
interface Decided { readonly clock: ClockDefinition; readonly rule: number; readonly decided: NonNullable<ExtensionRule['decided']> }
interface Started { readonly clock: ClockDefinition; readonly trigger: Trigger }

const cache = new WeakMap<ProcessDefinition, ModelIndex>();
const none: readonly never[] = [];

export function indexModel(model: ProcessDefinition): ModelIndex {
  const known = cache.get(model);
  if (known) return known;
  const ways = waysOf(model);
  const nodes = new Map(model.nodes.map((n) => [n.id, n]));
  const group = <T>(items: readonly T[], key: (item: T) => string): ((id: string | undefined) => readonly T[]) => {
    const map = new Map<string, T[]>();
    for (const item of items) map.set(key(item), [...(map.get(key(item)) ?? []), item]);
    return (id = '') => map.get(id) ?? none;
  };
  const byClock = (pick: (c: ClockDefinition) => readonly Trigger[]) => {
    const find = group(model.clocks.flatMap((clock) => pick(clock).map((trigger) => ({ clock, trigger }))), (t) => `${t.trigger.on} ${t.trigger.node}`);
    return (on: Trigger['on'], node: string) => find(`${on} ${node}`);
  };
  const decided = model.clocks.flatMap((clock) => (clock.extensions ?? []).flatMap(({ decided }, rule) => (decided ? [{ clock, rule, decided }] : [])));
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
    outgoing: group(ways, (f) => f.from),
    incoming: group(ways, (f) => f.to),
    boundaries: group(model.nodes.filter((n): n is BoundaryEvent => n.type === 'boundaryEvent'), (n) => n.attachedTo),
    triggered: group([undefined, ...model.nodes.flatMap((n) => (n.type === 'subProcess' ? [n.id] : []))].flatMap((parent) => triggeredIn(model, parent)), (t) => t.sub.parent ?? ''),
    awaitedAt: (id) => {
      const node = index.node(id);
      return (node.type === 'eventGateway' ? index.outgoing(id).map((f) => index.node(f.to)) : [node]).filter((n) => n.type === 'catchEvent');
    },
    pathTo: (node) => (node.parent === undefined ? [node] : [...index.pathTo(index.node(node.parent)), node]),
    clocksStartedBy: byClock((c) => c.start),
    clocksStoppedBy: byClock((c) => c.stop),
    extensionsDecidedAt: (node) => decided.filter((d) => d.decided.asked.node === node || d.decided.granted.node === node),
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
