import { BpmnModdle } from 'bpmn-moddle';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportBpmn } from '../../bpmn/export/export.ts';
import { layout, type Box, type Point } from '../../bpmn/export/layout.ts';
import { childOf, childrenOf, createModdle, idOf, type Element, readTree } from '../../bpmn/moddle.ts';
import type { Flow, Node, ProcessDefinition } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { definitions } from '../../processes/registry.ts';
import { definition, end, flow, soundDefinition, start, userTask } from '../engine/models.ts';

const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const inside = (a: Box, b: Box): boolean => a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
const onBorder = ({ x, y }: Point, b: Box): boolean => x >= b.x && x <= b.x + b.width && y >= b.y && y <= b.y + b.height && (x === b.x || x === b.x + b.width || y === b.y || y === b.y + b.height);
/** A level or upright line that goes through what is drawn there. */
const crosses = (a: Point, b: Point, box: Box): boolean =>
  Math.max(a.x, b.x) > box.x && Math.min(a.x, b.x) < box.x + box.width && Math.max(a.y, b.y) > box.y && Math.min(a.y, b.y) < box.y + box.height;

interface Drawing { readonly boxes: ReadonlyMap<string, Box>; readonly ways: ReadonlyMap<string, readonly Point[]> }

function wellDrawn(model: ProcessDefinition, { boxes, ways }: Drawing = layout(model)): void {
  const box = (id: string): Box => boxes.get(id)!;
  expect([...boxes.keys()].toSorted()).toEqual(model.nodes.map((n) => n.id).toSorted());
  expect([...ways.keys()].toSorted()).toEqual(model.flows.map((f) => f.id).toSorted());
  const hosted = (n: Node): boolean => n.type === 'boundaryEvent';
  const isHostOf = (host: Node, n: Node): boolean => n.type === 'boundaryEvent' && n.attachedTo === host.id;
  for (const node of model.nodes) {
    for (const other of model.nodes) {
      if (node.id < other.id && node.parent === other.parent && !isHostOf(node, other) && !isHostOf(other, node)) expect(overlap(box(node.id), box(other.id)), `${node.id} and ${other.id} overlap`).toBe(false);
    }
    const { x, y, width, height } = box(node.id);
    expect([x, y].every((n) => n >= 0) && width > 0 && height > 0, `${node.id} has no place`).toBe(true);
    if (node.parent !== undefined) expect(inside(box(node.id), box(node.parent)), `${node.id} is not inside ${node.parent}`).toBe(true);
    if (node.type === 'boundaryEvent') {
      expect(onBorder({ x: x + width / 2, y: y + height / 2 }, box(node.attachedTo)), `${node.id} is not on ${node.attachedTo}`).toBe(true);
    }
  }
  for (const f of model.flows) {
    const points = ways.get(f.id)!;
    expect(onBorder(points[0]!, box(f.from)), `${f.id} does not begin at ${f.from}`).toBe(true);
    expect(onBorder(points.at(-1)!, box(f.to)), `${f.id} does not end at ${f.to}`).toBe(true);
    const parent = model.nodes.find((n) => n.id === f.from)?.parent;
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1]!, points[i]!];
      expect(a.x === b.x || a.y === b.y, `${f.id} runs askew`).toBe(true);
      for (const other of model.nodes) if (other.parent === parent && !hosted(other)) expect(crosses(a, b, box(other.id)), `${f.id} runs through ${other.id}`).toBe(false);
    }
  }
}

/** As any modeler reads the file: BPMN alone, without what this project adds. */
async function asOthersRead(model: ProcessDefinition): Promise<Drawing> {
  const { rootElement, warnings } = await new BpmnModdle({}).fromXML(await exportBpmn(model));
  expect(warnings).toEqual([]);
  const drawn = childrenOf(childOf(childrenOf(rootElement, 'diagrams')[0], 'plane'), 'planeElement');
  const point = (e: Element): Point => ({ x: Number(e['x']), y: Number(e['y']) });
  const named = <T>(type: string, of: (e: Element) => T): [string, T][] => drawn.filter((e) => e.$type === type).map((e) => [idOf(childOf(e, 'bpmnElement')!), of(e)]);
  return {
    boxes: new Map(named('bpmndi:BPMNShape', (e) => {
      const bounds = childOf(e, 'bounds')!;
      return { ...point(bounds), width: Number(bounds['width']), height: Number(bounds['height']) };
    })),
    ways: new Map(named('bpmndi:BPMNEdge', (e) => childrenOf(e, 'waypoint').map(point))),
  };
}

/** A step that opens into a process of its own, with events beside it. */
function nested(inner: ProcessDefinition, outer: ProcessDefinition, boundaries: number): ProcessDefinition {
  const steps = outer.nodes.filter((n) => n.type === 'userTask');
  const host = steps[0]?.id ?? '';
  const named = (n: Node): Node => ({ ...n, id: `in${n.id}`, parent: n.parent === undefined ? host : `in${n.parent}`, ...(n.type === 'boundaryEvent' ? { attachedTo: `in${n.attachedTo}` } : {}) }) as Node;
  const events = Array.from({ length: boundaries }, (_, i): Node => ({ id: `late${i}`, type: 'boundaryEvent', name: text('逾期', 'Late'), attachedTo: host, interrupting: i % 2 === 0, on: { kind: 'error' } }));
  const aside: Node[] = [
    { id: 'aside', type: 'subProcess', name: text('撤回', 'Withdrawal'), triggered: true }, { ...start, id: 'asideStart', parent: 'aside', on: { kind: 'message', message: 'withdraw', form: {} } } as Node, { ...end('asideEnd'), parent: 'aside' } as Node,
  ];
  return {
    ...outer, nodes: [...outer.nodes.map((n): Node => (n.id === host ? { id: host, type: 'subProcess', name: n.name } : n)), ...inner.nodes.map(named), ...events, ...aside],
    flows: [...outer.flows, ...inner.flows.map((f): Flow => ({ ...f, id: `in${f.id}`, from: `in${f.from}`, to: `in${f.to}` })), ...events.map((e) => flow(e.id, 'end')), flow('asideStart', 'asideEnd')],
  };
}

describe('the diagram', () => {
  it.each(definitions.map((d) => [d.key, d] as const))('of %s: nothing overlaps, no flow runs through a step', (_, model) => wellDrawn(model));

  it('of every sound process', () => {
    fc.assert(fc.property(soundDefinition, (model) => wellDrawn(model)), { numRuns: 150 });
  });

  it('as it stands in the file, read by a tool that knows BPMN alone', async () => {
    for (const model of definitions) wellDrawn(model, await asOthersRead(model));
    await fc.assert(fc.asyncProperty(soundDefinition, soundDefinition, fc.nat(4), async (inner, outer, n) => {
      const model = nested(inner, outer, n);
      wellDrawn(model, await asOthersRead(model));
    }), { numRuns: 40 });
  });

  it('of processes with sub-processes in each other, events beside them and event sub-processes', () => {
    fc.assert(fc.property(soundDefinition, soundDefinition, soundDefinition, fc.nat(4), (a, b, c, n) => {
      const once = nested(a, b, n);
      wellDrawn(once);
      wellDrawn(nested({ ...once, nodes: once.nodes, flows: once.flows }, c, n));
    }), { numRuns: 60 });
  });

  it('each of several events beside a step leaves at a height of its own', () => {
    const { ways } = layout(nested(definition([start, userTask('a'), end()], [flow('start', 'a'), flow('a', 'end')]), definition([start, userTask('b'), end()], [flow('start', 'b'), flow('b', 'end')]), 5));
    const heights = [0, 1, 2, 3, 4].map((i) => ways.get(`late${i}_end`)![1]!.y);
    expect(new Set(heights).size).toBe(5);
    expect(heights).toEqual(heights.toSorted((a, b) => b - a));
  });

  it('has a shape for every node, open where it is a sub-process, an edge for every flow, and labels', async () => {
    const model = nested(definition([start, userTask('a'), end()], [flow('start', 'a'), flow('a', 'end')]), definition([start, userTask('b'), end()], [flow('start', 'b'), { ...flow('b', 'end'), name: text('办结', 'Closed') }]), 2);
    const { root, warnings } = await readTree(createModdle(), 'bpmn:Definitions', await exportBpmn(model));
    expect(warnings).toEqual([]);
    const drawn = childrenOf(childOf(childrenOf(root ?? undefined, 'diagrams')[0], 'plane'), 'planeElement');
    const of = (type: string) => drawn.filter((e) => e.$type === type).map((e) => idOf(childOf(e, 'bpmnElement')!)).toSorted();
    expect(of('bpmndi:BPMNShape')).toEqual(model.nodes.map((n) => n.id).toSorted());
    expect(of('bpmndi:BPMNEdge')).toEqual(model.flows.map((f) => f.id).toSorted());
    expect(drawn.filter((e) => e['isExpanded'] === true).map((e) => idOf(childOf(e, 'bpmnElement')!)).toSorted()).toEqual(['aside', 'b']);
    const labelled = drawn.filter((e) => childOf(e, 'label')).map((e) => idOf(childOf(e, 'bpmnElement')!));
    expect(labelled).toEqual(expect.arrayContaining(['start', 'end', 'late0', 'late1', 'b_end']));
    expect(new Set(drawn.map(idOf)).size).toBe(drawn.length);
  });
});
