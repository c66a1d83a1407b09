/** Which ways on a gateway takes (BPMN §13.4.2, §13.4.3). */
import type { ExclusiveGateway, Flow, InclusiveGateway } from '../model/types.ts';
import { expressionContext, isTrue } from './expressions.ts';
import { Refusal } from './refusal.ts';
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
