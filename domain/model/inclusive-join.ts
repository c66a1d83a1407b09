/**
 * When an inclusive gateway lets its tokens on (BPMN 2.0.2 §13.4.3): at least one incoming flow has a token, and no token elsewhere could still
 * bring one to an empty incoming flow, unless it could as well come by a flow that has one already. Paths do not go through the gateway itself;
 * so a loop that leads back through the gateway is not waited for. The engine and the soundness check both ask here.
 */
export interface Way { readonly id: string; readonly to: string }

export interface InclusiveJoin {
  readonly gateway: string;
  /** Ids of all incoming flows. */
  readonly incoming: readonly string[];
  /** Ids of the incoming flows at which a token waits. */
  readonly arrived: ReadonlySet<string>;
  /** Nodes where the other tokens of the same scope are. */
  readonly elsewhere: readonly string[];
  /** Flows by which a token at a node may go on, those of its boundary events included. */
  readonly next: (node: string) => readonly Way[];
}

export function inclusiveJoinReady({ gateway, incoming, arrived, elsewhere, next }: InclusiveJoin): boolean {
  if (arrived.size === 0) return false;
  const empty = new Set(incoming.filter((id) => !arrived.has(id)));
  if (empty.size === 0) return true;
  return [...new Set(elsewhere)].every((node) => {
    const reached = reachedFlows(node, gateway, next);
    return !reached.some((id) => empty.has(id)) || reached.some((id) => arrived.has(id));
  });
}

/** Incoming flows of the gateway that a token at `from` can reach without passing it. */
function reachedFlows(from: string, gateway: string, next: InclusiveJoin['next']): readonly string[] {
  const flows: string[] = [];
  const seen = new Set([from]);
  const open = [from];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const way of next(node)) {
      if (way.to === gateway) flows.push(way.id);
      else if (!seen.has(way.to)) {
        seen.add(way.to);
        open.push(way.to);
      }
    }
  }
  return flows;
}
