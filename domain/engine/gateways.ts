/** Which ways on a gateway takes, and when a join lets its tokens on (BPMN §13.4.1–§13.4.3). */
import { inclusiveJoinReady } from '../model/inclusive-join.ts';
import type { ExclusiveGateway, Flow, InclusiveGateway, ParallelGateway } from '../model/types.ts';
import { expressionContext, isTrue } from './expressions.ts';
import { Refusal } from './refusal.ts';
import type { Token } from './state.ts';
import type { Transaction } from './transaction.ts';

/** The first flow whose condition is true, else the default. */
export function chooseFlow(tx: Transaction, gateway: ExclusiveGateway, scope: number): Flow {
  const context = expressionContext(tx.model, tx.state, scope);
  const flows = tx.index.outgoing(gateway.id);
  const chosen =
    flows.find((f) => f.id !== gateway.default && (f.condition === undefined ? flows.length === 1 : isTrue(f.condition, context, f.id))) ??
    flows.find((f) => f.id === gateway.default);
  if (!chosen) throw new Refusal('model.no-flow', { where: gateway.id });
  return chosen;
}

/** §13.4.3: every flow whose condition is true; the default where none is. */
export function chooseFlows(tx: Transaction, gateway: InclusiveGateway, scope: number): readonly Flow[] {
  const context = expressionContext(tx.model, tx.state, scope);
  const flows = tx.index.outgoing(gateway.id);
  const chosen = flows.filter((f) => f.id !== gateway.default && (f.condition === undefined || isTrue(f.condition, context, f.id)));
  const taken = chosen.length > 0 ? chosen : flows.filter((f) => f.id === gateway.default);
  if (taken.length === 0) throw new Refusal('model.no-flow', { where: gateway.id });
  return taken;
}

/** §13.4.1: one token of each incoming flow, the first of which goes on; none while one is missing. */
export function joined(tx: Transaction, gateway: ParallelGateway, scope: number): readonly Token[] {
  const waiting = Object.values(tx.state.tokens).filter((t) => t.node === gateway.id && t.scope === scope);
  const taken = tx.index.incoming(gateway.id).flatMap((flow) => waiting.find((t) => t.flow === flow.id) ?? []);
  return taken.length === tx.index.incoming(gateway.id).length ? taken : [];
}

interface Ready { readonly gateway: InclusiveGateway; readonly kept: Token; readonly rest: readonly Token[] }

/** §13.4.3: an inclusive join for which nothing can come any more, with its tokens. */
export function readyInclusiveJoin(tx: Transaction): Ready | null {
  const tokens = Object.values(tx.state.tokens);
  const next = (node: string): readonly Flow[] => [...tx.index.outgoing(node), ...tx.index.boundaries(node).flatMap((b) => tx.index.outgoing(b.id))];
  for (const token of tokens) {
    const gateway = tx.index.node(token.node);
    if (gateway.type !== 'inclusiveGateway') continue;
    const arrived = new Map(tokens.flatMap((t) => (t.node === gateway.id && t.scope === token.scope ? [[t.flow ?? '', t] as const] : [])));
    const ready = inclusiveJoinReady({
      gateway: gateway.id, incoming: tx.index.incoming(gateway.id).map((f) => f.id), arrived: new Set(arrived.keys()),
      elsewhere: tokens.filter((t) => t.scope === token.scope && t.node !== gateway.id).map((t) => t.node), next,
    });
    const [kept, ...rest] = arrived.values();
    if (ready && kept) return { gateway, kept, rest };
  }
  return null;
}
