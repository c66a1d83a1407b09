/** Flows, and the gateways that other engines leave out: conditions after a task, a default that nobody wrote. */
import type { Flow, Node } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { drawnFlow } from '../drawn.ts';
import { bodyOf, childOf, idOf, nameOf, textOf, type Element } from '../moddle.ts';
import type { Collected, FoundFlow } from './collect.ts';
import { reconcileFlow } from './exact.ts';
import { expression } from './expression.ts';
import { extensionsOf } from './extensions.ts';
import type { Reading } from './reading.ts';
import { surround, withEnds, type Graph } from './surround.ts';

/** @param own the file was written by this project: its conditions are FEEL as they stand */
export function flowsOf(reading: Reading, collected: Collected, own: boolean): readonly Flow[] {
  return collected.flows.flatMap((found) => {
    const { element, id, exact } = found;
    const [from, to] = [childOf(element, 'sourceRef'), childOf(element, 'targetRef')];
    if (!from || !to) {
      reading.refuse('reference.unresolved', element, from ? 'targetRef' : 'sourceRef');
      return [];
    }
    const written = bodyOf(element, 'conditionExpression');
    const drawn = { ...drawnFlow({ id, from: collected.idHere(idOf(from)), to: collected.idHere(idOf(to)) }), name: nameOf(element), condition: written || null };
    const { flow, conditionChanged } = exact ? reconcileFlow(exact, drawn) : { flow: plainFlow(drawn), conditionChanged: true };
    const extensions = extensionsOf(reading, element);
    extensions.finish();
    if (!conditionChanged || written === undefined || written === '') return [flow];
    if (own) return [{ ...flow, condition: written }];
    const condition = conditionOf(reading, found, written, flow.from);
    return condition === null ? [flow] : [{ ...flow, condition }];
  });
}

const plainFlow = ({ id, from, to, name }: ReturnType<typeof drawnFlow>): Flow => ({ id, from, to, ...(name === '' ? {} : { name: text(name, name) }) });

function conditionOf(reading: Reading, { element }: FoundFlow, written: string, at: string): string | null {
  const language = textOf(childOf(element, 'conditionExpression'), 'language') ?? '';
  return expression(reading, { element, at }, written, 'boolean', /feel/i.test(language) ? 'feel' : undefined);
}

/** Of a file of another engine: gateways that it leaves out, and steps that it has beside others. */
export function completeGraph(reading: Reading, collected: Collected, nodes: readonly Node[], flows: readonly Flow[]): Graph {
  const elements = new Map(collected.nodes.map((f) => [f.id, f.element]));
  return surround(reading, withEnds(reading, completeGateways(reading, collected, nodes, flows), (id) => elements.get(id)));
}

function completeGateways(reading: Reading, collected: Collected, nodes: readonly Node[], flows: readonly Flow[]): Graph {
  const elements = new Map([...collected.nodes, ...collected.flows].map((f) => [f.id, f.element]));
  return nodes.reduce<Graph>((graph, node) => {
    const ways = graph.flows.filter((f) => f.from === node.id);
    const element = elements.get(node.id);
    if (!element || !ways.some((f) => f.condition !== undefined)) return graph;
    switch (node.type) {
      case 'exclusiveGateway':
        return exclusive(reading, element, node, graph, ways);
      case 'inclusiveGateway':
        return replaced(graph, ways.map((f) => (f.id === node.default ? without(f) : f.condition === undefined ? { ...f, condition: 'true' } : f)));
      case 'parallelGateway':
      case 'eventGateway':
        for (const f of ways) if (f.condition !== undefined) reading.note('element.drawing', elements.get(f.id) ?? element, 'conditionExpression');
        return replaced(graph, ways.map(without));
      default:
        return decidedByGateway(reading, element, collected, node, graph, ways);
    }
  }, { nodes, flows });
}

const without = ({ condition: _, ...flow }: Flow): Flow => flow;
const replaced = (graph: Graph, ways: readonly Flow[]): Graph => {
  const by = new Map(ways.map((f) => [f.id, f]));
  return { ...graph, flows: graph.flows.map((f) => by.get(f.id) ?? f) };
};

function exclusive(reading: Reading, element: Element, node: Extract<Node, { type: 'exclusiveGateway' }>, graph: Graph, ways: readonly Flow[]): Graph {
  if (node.default !== undefined) return replaced(graph, ways.map((f) => (f.id === node.default ? without(f) : f)));
  const open = ways.filter((f) => f.condition === undefined);
  const last = ways.at(-1);
  const [first, second, third] = ways;
  // Tried in their order, a way without condition is always taken: as the last it is the default.
  const byRest = open.length === 1 && open[0] === last ? last : undefined;
  const complement = open.length === 0 && first && second && !third && complementary(first.condition ?? '', second.condition ?? '') ? second : undefined;
  const exhausted = open.length === 0 && complement === undefined && last && everyValue(reading, ways) ? last : undefined;
  const byDefault = byRest ?? complement ?? exhausted;
  if (!byDefault) return graph;
  if (!byRest) reading.note('gateway.default', element, byDefault.condition);
  return { nodes: graph.nodes.map((n) => (n === node ? { ...node, default: byDefault.id } : n)), flows: graph.flows.map((f) => (f.id === byDefault.id ? without(f) : f)) };
}

/** Whether the conditions name each value of one choice: all options of a field, or all that there is of a variable that nothing declares. */
function everyValue(reading: Reading, ways: readonly Flow[]): boolean {
  const compared = ways.map((f) => /^([A-Za-z]\w*) = ("(?:[^"\\]|\\.)*")$/.exec(plain(f.condition ?? '')));
  const [first] = compared;
  const name = first?.[1];
  if (name === undefined || compared.some((c) => c?.[1] !== name)) return false;
  const values = [...new Set(compared.map((c) => JSON.parse(c?.[2] ?? '""') as string))];
  const variable = reading.names.variableOf(name);
  const known = reading.fields.get(name) ?? (reading.options.fields && Object.hasOwn(reading.options.fields, variable) ? reading.options.fields[variable] : undefined);
  if (known) return known.type === 'choice' && (known.options ?? []).every((o) => values.includes(o.value));
  if (reading.assigned.has(name) || ways.length < 2) return false;
  const before = reading.choices.get(variable);
  if (before && before.toSorted().join('\n') !== values.toSorted().join('\n')) return false;
  reading.choices.set(variable, values);
  return true;
}

/** Without brackets around the whole and with one space about the sign. */
const plain = (feel: string): string => feel.trim().replace(/^\(([^()]*)\)$/, '$1').trim().replace(/^([\w.]+)\s*(!=|<=|>=|=|<|>)\s*(\S.*)$/, '$1 $2 $3');
const opposite: Readonly<Record<string, string>> = { '=': '!=', '!=': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>' };
/** Whether one of two conditions holds where the other does not: said the other way round, of one comparison or one truth value. */
export function complementary(a: string, b: string): boolean {
  [a, b] = [plain(a), plain(b)];
  if (b === `not(${a})` || a === `not(${b})`) return true;
  const parts = (feel: string): readonly string[] | null => (/ (and|or) |^if /.test(feel) ? null : /^(.+?) (=|!=|<=|>=|<|>) (.+)$/.exec(feel));
  const [one, other] = [parts(a), parts(b)];
  if (!one || !other || one[1] !== other[1]) return false;
  if (one[3] === other[3]) return opposite[one[2] ?? ''] === other[2];
  const truths = new Set([one[3], other[3]]);
  return one[2] === '=' && other[2] === '=' && truths.has('true') && truths.has('false');
}

/** BPMN §13.3: conditions after an activity decide as an inclusive gateway does, and a flow without one is always taken. */
function decidedByGateway(reading: Reading, element: Element, collected: Collected, node: Node, graph: Graph, ways: readonly Flow[]): Graph {
  const id = reading.names.step(`${node.id}Ways`);
  const named = childOf(element, 'default');
  const byDefault = named ? collected.idHere(idOf(named)) : undefined;
  reading.note('gateway.added', element, id);
  // Of one condition and a default it is one or the other.
  const type = byDefault !== undefined && ways.length === 2 ? 'exclusiveGateway' : 'inclusiveGateway';
  const gateway: Node = { id, type, name: text(`${node.name.zh}：去向`, `${node.name.en}: ways on`), ...(node.parent === undefined ? {} : { parent: node.parent }), ...(byDefault === undefined ? {} : { default: byDefault }) };
  const moved = new Map(ways.map((f) => [f.id, { ...(f.id === byDefault ? without(f) : f.condition === undefined ? { ...f, condition: 'true' } : f), from: id }]));
  return { nodes: [...graph.nodes, gateway], flows: [...graph.flows.map((f) => moved.get(f.id) ?? f), { id: reading.names.flow(`${node.id}ToWays`), from: node.id, to: id }] };
}
