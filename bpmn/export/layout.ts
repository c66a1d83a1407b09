/**
 * Where everything stands. bpmn-auto-layout 1.3 draws sub-processes shut and only the first of several; here each is open, drawn from the inside out.
 * Vertical parts of flows keep to the channels between columns, horizontal ones to places of their own: no flow crosses a shape.
 */
import type { Flow, Node, ProcessDefinition } from '../../domain/model/types.ts';
import { layersOf, neighbours, type Edge, type Layers } from './layers.ts';

export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export interface Point { readonly x: number; readonly y: number }
export interface Layout { readonly boxes: ReadonlyMap<string, Box>; readonly ways: ReadonlyMap<string, readonly Point[]> }
interface Level extends Layout { readonly width: number; readonly height: number }

const event = 36;
const gateway = 50;
const task = { width: 100, height: 80 };
const margin = { side: 30, top: 40, bottom: 30 };
const gap = { column: 50, row: 40, track: 12 };
/** Below a step with boundary events (and above it, so that its middle stays the middle): the events, their names, the first part of their flows. */
const belowBoundary = 40;

export function layout(definition: ProcessDefinition): Layout {
  const { boxes, ways } = level(definition, undefined);
  return { boxes, ways };
}

const sizeOf = (node: Node, inner: ReadonlyMap<string, Level>): { readonly width: number; readonly height: number } => {
  const inside = inner.get(node.id);
  if (inside) return { width: Math.max(task.width, inside.width), height: Math.max(task.height, inside.height) };
  if (/Event$/.test(node.type)) return { width: event, height: event };
  if (/Gateway$/.test(node.type)) return { width: gateway, height: gateway };
  return task;
};

function level(definition: ProcessDefinition, parent: string | undefined): Level {
  const known = new Set(definition.nodes.map((n) => n.id));
  const nodes = definition.nodes.filter((n) => n.parent === parent || (parent === undefined && n.parent !== undefined && !known.has(n.parent)));
  const here = new Map(nodes.map((n) => [n.id, n]));
  const inner = new Map(nodes.filter((n) => n.type === 'subProcess').map((n) => [n.id, level(definition, n.id)]));
  const host = (id: string): string => {
    const node = here.get(id);
    return node?.type === 'boundaryEvent' && here.has(node.attachedTo) ? node.attachedTo : id;
  };
  const beside = nodes.filter((n) => host(n.id) !== n.id);
  const flows = definition.flows.filter((f) => here.has(f.from) && here.has(f.to));
  const events = new Map<string, readonly Node[]>();
  for (const node of beside) events.set(host(node.id), [...(events.get(host(node.id)) ?? []), node]);
  // An activity that catches many things is as wide as they need.
  const sizes = new Map(nodes.map((n) => {
    const { width, height } = sizeOf(n, inner);
    return [n.id, { width: Math.max(width, (events.get(n.id)?.length ?? 0) * (event + 14) + 14), height }] as const;
  }));
  const sized = (id: string): { readonly width: number; readonly height: number } => sizes.get(id) ?? task;

  const drawn = nodes.filter((n) => host(n.id) === n.id && !(n.type === 'subProcess' && n.triggered));
  const aside = nodes.filter((n) => host(n.id) === n.id && n.type === 'subProcess' && n.triggered);
  const edges = flows.map((f): Edge => ({ id: f.id, from: host(f.from), to: host(f.to) })).filter((e) => drawn.some((n) => n.id === e.from) && drawn.some((n) => n.id === e.to));
  const layers = layersOf(
    drawn.map((n) => ({ id: n.id, width: sized(n.id).width, height: sized(n.id).height + (events.has(n.id) ? 2 * belowBoundary : 0) })), edges,
    drawn.filter((n) => n.type === 'startEvent').map((n) => n.id),
  );
  const middles = rows(layers);
  const columns = place(layers, edges, middles, sized);
  const boxes = new Map<string, Box>([...columns.boxes]);
  attach(beside, events, boxes);
  const ways = route({ flows, layers, boxes, columns, middles, host, events });
  const bottomOfFlow = Math.max(margin.top + task.height, ...[...boxes.values()].map((b) => b.y + b.height), ...[...ways.values()].flat().map((p) => p.y)) + margin.bottom;
  return withInside(inner, boxes, ways, standAside(aside, sized, boxes, bottomOfFlow));
}

/** Vertical middles: each as near to the middle of its neighbours as those above and below allow. */
function rows({ columns, chains }: Layers): ReadonlyMap<string, number> {
  const [left, right] = neighbours([...chains.values()]);
  const y = new Map<string, number>();
  for (const column of columns) stack(column, y, () => undefined);
  for (let sweep = 0; sweep < 8; sweep++) {
    const near = sweep % 2 === 0 ? left : right;
    for (const column of sweep % 2 === 0 ? columns : columns.toReversed()) {
      stack(column, y, (id) => {
        const ys = (near.get(id) ?? []).map((other) => y.get(other) ?? 0).toSorted((a, b) => a - b);
        const middle = Math.floor(ys.length / 2);
        return ys.length === 0 ? y.get(id) : ys.length % 2 === 1 ? ys[middle] : ((ys[middle - 1] ?? 0) + (ys[middle] ?? 0)) / 2;
      });
    }
  }
  const top = Math.min(...columns.flat().map((slot) => (y.get(slot.id) ?? 0) - slot.height / 2), Infinity);
  return new Map([...y].map(([id, at]) => [id, Math.round(at - (Number.isFinite(top) ? top : 0) + margin.top)]));
}

/** Keeps the order and the distance in a column; what wants the same place shares the difference. */
function stack(column: Layers['columns'][number], y: Map<string, number>, wanted: (id: string) => number | undefined): void {
  const least = (i: number): number => ((column[i - 1]?.height ?? 0) + (column[i]?.height ?? 0)) / 2 + gap.row;
  const groups: { from: number; to: number; at: number; weight: number }[] = [];
  column.forEach((slot, i) => {
    let group = { from: i, to: i, at: wanted(slot.id) ?? y.get(slot.id) ?? i * (task.height + gap.row), weight: 1 };
    // `at` is where the first of the group stands; the others follow at the least distance.
    const offset = (from: number, to: number): number => {
      let sum = 0;
      for (let k = from + 1; k <= to; k++) sum += least(k);
      return sum;
    };
    for (let above = groups.at(-1); above !== undefined && above.at + offset(above.from, i) > group.at + offset(group.from, i) - 1e-6; above = groups.at(-1)) {
      groups.pop();
      const shifted = group.at - offset(above.from, group.from);
      group = { from: above.from, to: group.to, at: (above.at * above.weight + shifted * group.weight) / (above.weight + group.weight), weight: above.weight + group.weight };
    }
    groups.push(group);
  });
  for (const group of groups) {
    let at = group.at;
    for (let k = group.from; k <= group.to; k++) {
      if (k > group.from) at += least(k);
      y.set(column[k]?.id ?? '', at);
    }
  }
}

interface Columns { readonly boxes: ReadonlyMap<string, Box>; /** Left and right edge of each column. */ readonly edges: readonly { readonly left: number; readonly right: number }[]; readonly columnOf: ReadonlyMap<string, number> }

function place({ columns, chains, backward }: Layers, edges: readonly Edge[], middles: ReadonlyMap<string, number>, sized: (id: string) => { readonly width: number; readonly height: number }): Columns {
  const columnOf = new Map(columns.flatMap((column, c) => column.map((slot) => [slot.id, c] as const)));
  // Each flow that changes its height in a channel has a track there.
  const tracks = columns.map(() => 0);
  const count = (c: number): void => void (tracks[c] = (tracks[c] ?? 0) + 1);
  for (const chain of chains.values()) for (const id of chain.slice(0, -1)) count(columnOf.get(id) ?? 0);
  let before = 0;
  for (const edge of edges.filter((e) => backward.has(e.id))) {
    count(columnOf.get(edge.from) ?? 0);
    const to = (columnOf.get(edge.to) ?? 0) - 1;
    if (to < 0) before += 1;
    else count(to);
  }
  const boxes = new Map<string, Box>();
  const bounds: { readonly left: number; readonly right: number }[] = [];
  let x = margin.side + before * gap.track;
  columns.forEach((column, c) => {
    const width = Math.max(0, ...column.map((slot) => slot.width));
    bounds.push({ left: x, right: x + width });
    for (const slot of column) {
      if (slot.passes) continue;
      const { width: w, height } = sized(slot.id);
      boxes.set(slot.id, { x: Math.round(x + (width - w) / 2), y: Math.round((middles.get(slot.id) ?? 0) - height / 2), width: w, height });
    }
    x += width + gap.column + (tracks[c] ?? 0) * gap.track;
  });
  return { boxes, edges: bounds, columnOf };
}

/** Boundary events stand on the lower edge of their activity. */
function attach(beside: readonly Node[], events: ReadonlyMap<string, readonly Node[]>, boxes: Map<string, Box>): void {
  for (const node of beside) {
    if (node.type !== 'boundaryEvent') continue;
    const box = boxes.get(node.attachedTo);
    if (!box) continue;
    const place = events.get(node.attachedTo)?.indexOf(node) ?? 0;
    boxes.set(node.id, { x: box.x + 14 + place * (event + 14), y: box.y + box.height - event / 2, width: event, height: event });
  }
}

interface Routing { readonly flows: readonly Flow[]; readonly layers: Layers; readonly boxes: ReadonlyMap<string, Box>; readonly columns: Columns; readonly middles: ReadonlyMap<string, number>; readonly host: (id: string) => string; readonly events: ReadonlyMap<string, readonly Node[]> }

function route({ flows, layers, boxes, columns, middles, host, events }: Routing): ReadonlyMap<string, readonly Point[]> {
  const used = new Map<number, number>();
  /** The next free vertical line in the channel to the right of a column. */
  const track = (column: number): number => {
    const n = used.get(column) ?? 0;
    used.set(column, n + 1);
    const right = column < 0 ? margin.side / 3 : (columns.edges[column]?.right ?? 0) + gap.column / 2;
    return right + n * gap.track;
  };
  const lowest = Math.max(0, ...[...boxes.values()].map((b) => b.y + b.height)) + gap.row / 2;
  let lanes = 0;
  const ways = new Map<string, readonly Point[]>();
  for (const flow of flows) {
    const [from, to] = [boxes.get(flow.from), boxes.get(flow.to)];
    if (!from || !to) continue;
    const attached = host(flow.from) !== flow.from;
    const points: Point[] = attached ? leaveBelow(from, flow.from, events.get(host(flow.from)) ?? []) : [{ x: from.x + from.width, y: from.y + from.height / 2 }];
    const height = (): number => points.at(-1)?.y ?? 0;
    const turn = (x: number, y: number): void => {
      if (y !== height()) points.push({ x, y: height() }, { x, y });
    };
    const end = { x: to.x, y: to.y + to.height / 2 };
    const chain = layers.chains.get(flow.id);
    if (chain) {
      chain.slice(0, -1).forEach((id, i) => {
        const next = chain[i + 1] ?? '';
        turn(track(columns.columnOf.get(id) ?? 0), i + 2 === chain.length ? end.y : middles.get(next) ?? end.y);
      });
    } else {
      const lane = lowest + gap.track * lanes++;
      turn(track(columns.columnOf.get(host(flow.from)) ?? 0), lane);
      turn(track((columns.columnOf.get(host(flow.to)) ?? 0) - 1), end.y);
    }
    ways.set(flow.id, straight([...points, end]));
  }
  return ways;
}

/** From the lower edge of a boundary event, down, then past its activity on the right: the last one nearest, so that none runs through another. */
function leaveBelow(box: Box, id: string, all: readonly Node[]): Point[] {
  const x = box.x + box.width / 2;
  const place = all.length - 1 - all.findIndex((n) => n.id === id);
  const y = box.y + box.height + 4 + place * Math.min(4, 16 / Math.max(1, all.length - 1));
  return [{ x, y: box.y + box.height }, { x, y }];
}

/** Without points in the middle of a straight line. */
const straight = (points: readonly Point[]): readonly Point[] =>
  points.filter((p, i) => {
    const [a, b] = [points[i - 1], points[i + 1]];
    return !a || !b || !((a.x === p.x && p.x === b.x) || (a.y === p.y && p.y === b.y));
  });

/** Event sub-processes stand below the flow, beside each other. */
function standAside(aside: readonly Node[], sized: (id: string) => { readonly width: number; readonly height: number }, boxes: Map<string, Box>, top: number): number {
  let x = margin.side;
  let bottom = top;
  for (const node of aside) {
    const size = sized(node.id);
    boxes.set(node.id, { x, y: top, ...size });
    x += size.width + gap.column;
    bottom = Math.max(bottom, top + size.height + margin.bottom);
  }
  return bottom;
}

function withInside(inner: ReadonlyMap<string, Level>, boxes: Map<string, Box>, ways: ReadonlyMap<string, readonly Point[]>, height: number): Level {
  const all = new Map(ways);
  const width = Math.max(0, ...[...boxes.values()].map((b) => b.x + b.width), ...[...ways.values()].flat().map((p) => p.x)) + margin.side;
  for (const [id, inside] of inner) {
    const box = boxes.get(id);
    if (!box) continue;
    for (const [child, b] of inside.boxes) boxes.set(child, { ...b, x: b.x + box.x, y: b.y + box.y });
    for (const [flow, points] of inside.ways) all.set(flow, points.map((p) => ({ x: p.x + box.x, y: p.y + box.y })));
  }
  return { boxes, ways: all, width, height };
}
