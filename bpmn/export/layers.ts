/** Columns and rows of one level (Sugiyama): flows run from left to right, long ones through places of their own in the columns between. */

export interface Edge { readonly id: string; readonly from: string; readonly to: string }
/** A node, or the place where a long flow passes a column. */
export interface Slot { readonly id: string; readonly height: number; readonly width: number; readonly passes: boolean }
export interface Layers {
  readonly columns: readonly (readonly Slot[])[];
  /** By flow: what it passes from its source to its target, in columns. Flows against the direction are not here. */
  readonly chains: ReadonlyMap<string, readonly string[]>;
  readonly backward: ReadonlySet<string>;
}

export function layersOf(nodes: readonly { readonly id: string; readonly width: number; readonly height: number }[], edges: readonly Edge[], starts: readonly string[]): Layers {
  const backward = backwardEdges(nodes.map((n) => n.id), edges, starts);
  const forward = edges.filter((e) => !backward.has(e.id));
  const rank = ranks(nodes.map((n) => n.id), forward);
  const columns: Slot[][] = Array.from({ length: Math.max(0, ...rank.values()) + 1 }, () => []);
  for (const node of nodes) columns[rank.get(node.id) ?? 0]?.push({ ...node, passes: false });
  const chains = new Map<string, readonly string[]>();
  for (const edge of forward) {
    const [from, to] = [rank.get(edge.from) ?? 0, rank.get(edge.to) ?? 0];
    const chain = [edge.from];
    for (let column = from + 1; column < to; column++) {
      // A space cannot stand in an id of the definition.
      const id = `${edge.id} ${column}`;
      columns[column]?.push({ id, height: 20, width: 0, passes: true });
      chain.push(id);
    }
    chains.set(edge.id, [...chain, edge.to]);
  }
  return { columns: ordered(columns, [...chains.values()]), chains, backward };
}

/** Flows that lead back to a step on the way to them, found by depth-first search from the starts. */
function backwardEdges(ids: readonly string[], edges: readonly Edge[], starts: readonly string[]): ReadonlySet<string> {
  const out = grouped(edges, (e) => e.from);
  const state = new Map<string, 'open' | 'done'>();
  const backward = new Set<string>();
  for (const root of [...starts, ...ids]) {
    if (state.has(root)) continue;
    const stack = [{ id: root, next: 0 }];
    state.set(root, 'open');
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const edge = out.get(top.id)?.[top.next++];
      if (!edge) {
        state.set(top.id, 'done');
        stack.pop();
      } else if (state.get(edge.to) === 'open') backward.add(edge.id);
      else if (!state.has(edge.to)) {
        state.set(edge.to, 'open');
        stack.push({ id: edge.to, next: 0 });
      }
    }
  }
  return backward;
}

/** Longest way from the left. */
function ranks(ids: readonly string[], edges: readonly Edge[]): ReadonlyMap<string, number> {
  const out = grouped(edges, (e) => e.from);
  const open = new Map(ids.map((id) => [id, 0]));
  for (const { to } of edges) open.set(to, (open.get(to) ?? 0) + 1);
  const rank = new Map(ids.map((id) => [id, 0]));
  const ready = ids.filter((id) => open.get(id) === 0);
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    for (const { to } of out.get(id) ?? []) {
      rank.set(to, Math.max(rank.get(to) ?? 0, (rank.get(id) ?? 0) + 1));
      const left = (open.get(to) ?? 1) - 1;
      open.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return rank;
}

/** Fewer crossings: each column is sorted by the mean place of its neighbours, to and fro. */
function ordered(columns: readonly (readonly Slot[])[], chains: readonly (readonly string[])[]): readonly (readonly Slot[])[] {
  const [left, right] = neighbours(chains);
  let current = columns.map((c) => [...c]);
  for (let sweep = 0; sweep < 6; sweep++) {
    const near = sweep % 2 === 0 ? left : right;
    const order = sweep % 2 === 0 ? current.keys() : [...current.keys()].reverse();
    const place = new Map(current.flatMap((column) => column.map((slot, i) => [slot.id, i] as const)));
    const next = [...current];
    for (const c of order) {
      const column = next[c] ?? [];
      const key = new Map(column.map((slot, i) => [slot.id, mean((near.get(slot.id) ?? []).map((id) => place.get(id) ?? 0)) ?? i]));
      next[c] = column.toSorted((a, b) => (key.get(a.id) ?? 0) - (key.get(b.id) ?? 0));
      next[c]?.forEach((slot, i) => place.set(slot.id, i));
    }
    current = next;
  }
  return current;
}

const mean = (numbers: readonly number[]): number | undefined => (numbers.length === 0 ? undefined : numbers.reduce((a, b) => a + b, 0) / numbers.length);

/** Of every slot, those in the column before and after to which a flow leads. */
export function neighbours(chains: readonly (readonly string[])[]): readonly [ReadonlyMap<string, readonly string[]>, ReadonlyMap<string, readonly string[]>] {
  const left = new Map<string, string[]>();
  const right = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, id: string, other: string): void => void map.set(id, [...(map.get(id) ?? []), other]);
  for (const chain of chains) {
    for (let i = 1; i < chain.length; i++) {
      const [a = '', b = ''] = [chain[i - 1], chain[i]];
      add(left, b, a);
      add(right, a, b);
    }
  }
  return [left, right];
}

function grouped<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const item of items) {
    const list = map.get(key(item));
    if (list) list.push(item);
    else map.set(key(item), [item]);
  }
  return map;
}
