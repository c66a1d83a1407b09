/**
 * 办结清理: what services have left standing for a case (money that is reserved) is cleared away when the case is closed, whichever way it ends: by its
 * process, terminated by who manages it, withdrawn, merged, or together with the case that called it. No definition has to think of it, and none can
 * forget it. What is to be done stands in the state until it has come about; the execution of the case does not end before (owes.ts).
 * A job that was withdrawn with the case may still be at work: the service that clears away has to see to it that it comes too late (activities/services/fund.ts).
 */
import { clearedBy, type ServiceName } from '../../model/services.ts';
import type { ProcessDefinition } from '../../model/types.ts';
import type { Command } from '../commands.ts';
import { Refusal } from '../refusal.ts';
import { emit, nextId, type Transaction } from '../transaction.ts';

/** Services of the process that leave something standing, each with what clears it away. */
function workOf(model: ProcessDefinition): readonly NonNullable<(typeof clearedBy)[ServiceName]>[] {
  const used = new Set(model.nodes.flatMap((node) => (node.type === 'serviceTask' ? [node.service] : [])));
  return Object.entries(clearedBy).flatMap(([service, work]) => (used.has(service) ? [work] : []));
}

export function requestClosingWork(tx: Transaction): void {
  for (const { service, input } of workOf(tx.model)) emit(tx, { type: 'closing.requested', closing: nextId(tx), service, input });
}

export function closingDone(tx: Transaction, closing: number, actor: Command['actor']): void {
  const known = tx.state.closings?.[closing];
  if (!known) throw new Refusal('job.not-found', { job: closing });
  tx.actor = { kind: 'system', id: actor.id };
  emit(tx, { type: 'closing.done', closing, service: known.service });
}
