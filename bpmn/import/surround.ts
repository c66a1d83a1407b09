/** What an element of the file does before and after itself, or several times, as steps of their own: what other engines write beside an activity, the model has as nodes. */
import type { Feel, Flow, MultiInstance, Node, ScriptTask } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import type { Element } from '../moddle.ts';
import type { Reading } from './reading.ts';

export interface Graph { readonly nodes: readonly Node[]; readonly flows: readonly Flow[] }
export interface Surroundings {
  readonly element: Element;
  /** One after the other, between whatever leads to it and the element. */
  readonly before: Node[];
  readonly after: Node[];
  /** The element with what stands before and after it, once for each of a list. `first`: what is set before the first. */
  multi?: MultiInstance;
  readonly first: Record<string, Feel>;
}

export function surroundingsOf(reading: Reading, id: string, element: Element): Surroundings {
  const known = reading.surroundings.get(id) ?? { element, before: [], after: [], first: {} };
  reading.surroundings.set(id, known);
  return known;
}

/** A step that sets fields, beside the node whose id it carries on. */
export function setting(reading: Reading, { id, name, parent }: Pick<Node, 'id' | 'name'> & { readonly parent?: string }, suffix: string, said: { readonly zh: string; readonly en: string }, set: Readonly<Record<string, Feel>>): ScriptTask {
  const own = reading.names.step(`${id}${suffix}`);
  return { id: own, type: 'scriptTask', name: text(`${name.zh}：${said.zh}`, `${name.en}: ${said.en}`), set, ...(parent === undefined ? {} : { parent }) };
}

export function surround(reading: Reading, graph: Graph): Graph {
  return [...reading.surroundings].reduce((found, [id, surroundings]) => {
    const node = found.nodes.find((n) => n.id === id);
    return node ? put(reading, found, node, surroundings) : found;
  }, graph);
}

function put(reading: Reading, graph: Graph, node: Node, { element, before, after, multi, first }: Surroundings): Graph {
  const added = (id: string): string => (reading.derived.set(id, element), id);
  for (const n of [...before, ...after]) added(n.id);
  if (!multi) {
    const chain = [...before, node, ...after];
    return { nodes: [...graph.nodes, ...before, ...after], flows: [...between(graph.flows, node.id, chain[0]?.id ?? node.id, chain.at(-1)?.id ?? node.id), ...inARow(reading, chain)] };
  }
  const around = node.parent === undefined ? {} : { parent: node.parent };
  const whole: Node = { id: added(reading.names.step(`${node.id}All`)), type: 'subProcess', name: node.name, multi, ...around };
  const within = { parent: whole.id };
  const start: Node = { id: added(reading.names.step(`${node.id}Start`)), type: 'startEvent', name: text('开始', 'Start'), ...within };
  const end: Node = { id: added(reading.names.step(`${node.id}End`)), type: 'endEvent', name: text('结束', 'End'), outcome: '', ...within };
  const chain = [start, ...before, node, ...after, end].map((n): Node => ({ ...n, ...within }));
  const firstSet = Object.keys(first).length > 0 ? [setting(reading, node, 'First', { zh: '清空结果', en: 'no results yet' }, first)] : [];
  for (const n of firstSet) added(n.id);
  const outside = [...firstSet, whole];
  const inside = new Map(chain.map((n) => [n.id, n]));
  const attached = graph.nodes.map((n): Node => inside.get(n.id) ?? (n.type === 'boundaryEvent' && n.attachedTo === node.id ? { ...n, attachedTo: whole.id } : n));
  return {
    nodes: [...attached, ...outside, ...chain.filter((n) => n.id !== node.id)],
    flows: [...between(graph.flows, node.id, outside[0]?.id ?? whole.id, whole.id), ...inARow(reading, outside), ...inARow(reading, chain)],
  };
}

/** Flows that led to the node now lead to the first, those that left it leave the last. */
const between = (flows: readonly Flow[], id: string, first: string, last: string): readonly Flow[] =>
  flows.map((f) => ({ ...f, ...(f.to === id ? { to: first } : {}), ...(f.from === id ? { from: last } : {}) }));
const inARow = (reading: Reading, nodes: readonly Node[]): readonly Flow[] =>
  nodes.slice(1).map((n, i) => ({ id: reading.names.flow(`${nodes[i]?.id ?? ''}To${n.id.charAt(0).toUpperCase()}${n.id.slice(1)}`), from: nodes[i]?.id ?? '', to: n.id }));

/** BPMN §10.3, §10.5.2: whatever nothing leaves ends there, and whatever nothing leads to is where it starts. The model has each drawn. */
export function withEnds(reading: Reading, graph: Graph, elementOf: (id: string) => Element | undefined): Graph {
  const leaves = new Set(graph.flows.map((f) => f.from));
  const entered = new Set(graph.flows.map((f) => f.to));
  const nodes: Node[] = [];
  const flows: Flow[] = [];
  const levels = new Map<string, Node[]>();
  for (const n of graph.nodes) levels.set(n.parent ?? '', [...(levels.get(n.parent ?? '') ?? []), n]);
  for (const [parent, level] of levels) {
    const around = parent === '' ? {} : { parent };
    if (!level.some((n) => n.type === 'startEvent')) {
      const firsts = level.filter((n) => !entered.has(n.id) && n.type !== 'boundaryEvent' && !(n.type === 'subProcess' && n.triggered) && !(n.type === 'linkEvent' && n.end === 'catch'));
      const [only, more] = firsts;
      const element = only && elementOf(only.id);
      if (only && element && more === undefined) {
        const id = reading.names.step(`${only.id}Begin`);
        reading.derived.set(id, element);
        nodes.push({ id, type: 'startEvent', name: text('开始', 'Start'), ...around });
        flows.push({ id: reading.names.flow(`${id}On`), from: id, to: only.id });
        reading.note('start.added', element);
      }
    }
    for (const node of level) {
      const element = elementOf(node.id);
      const over = node.type === 'endEvent' || node.type === 'startEvent' || (node.type === 'subProcess' && node.triggered) || (node.type === 'linkEvent' && node.end === 'throw');
      if (leaves.has(node.id) || over || !element) continue;
      const id = reading.names.step(`${node.id}Done`);
      reading.derived.set(id, element);
      nodes.push({ id, type: 'endEvent', name: node.name, outcome: parent === '' ? id : '', ...around });
      flows.push({ id: reading.names.flow(`${node.id}On`), from: node.id, to: id });
      reading.note('end.added', element);
    }
  }
  return nodes.length === 0 ? graph : { nodes: [...graph.nodes, ...nodes], flows: [...graph.flows, ...flows] };
}
