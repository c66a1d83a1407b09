/**
 * 旁办: tasks beside the flow. None of them moves a token, so none can break the process; each goes when the token that it stands at goes on.
 * Token 0 is the case itself: what stands there goes with the case.
 */
import type { UserTask } from '../../model/types.ts';
import { expressionContext } from '../expressions.ts';
import { knownPool, resolvePool } from '../pools.ts';
import { Refusal } from '../refusal.ts';
import type { Named, Pool, Side, Task } from '../state.ts';
import { emit, nextId, type Transaction } from '../transaction.ts';

/** What can come of a side task that is no step of the process. */
export const sideOutcomes = { 'ad-hoc': ['done'], extension: ['granted', 'refused'] } as const satisfies Record<Exclude<Side['kind'], 'redo'>, readonly string[]>;

/** 退回后直接回到退回人: the earlier step once more, for whoever did it. */
export function openRedo(tx: Transaction, waiting: Task, step: UserTask): void {
  const scope = tx.state.tokens[waiting.token]?.scope ?? 0;
  const pool = resolvePool(tx.state, step.assignment, step.id, () => expressionContext(tx.model, tx.state, scope));
  const last = tx.state.visits[step.id];
  emit(tx, {
    type: 'task.created', task: nextId(tx), token: waiting.token, node: step.id, pool, side: { kind: 'redo' }, before: waiting.id,
    ...(last?.by ? { assignee: { id: last.by, name: last.name } } : {}),
  });
}

export interface AddedStep { readonly pool: Pool; readonly title: string; readonly instructions: string; readonly blocks: boolean }

/** 临时环节. One that blocks stands with its task; any other with the case, and outlives the step. */
export function addStep(tx: Transaction, task: Task, { pool, title, instructions, blocks }: AddedStep, by: Named): void {
  if (blocks && task.waitsFor !== undefined) throw new Refusal('task.waits', { task: task.waitsFor });
  emit(tx, {
    type: 'task.created', task: nextId(tx), token: blocks ? task.token : 0, node: task.node, pool: knownPool(pool, task.node),
    side: { kind: 'ad-hoc', title, instructions, by }, ...(blocks ? { before: task.id } : {}),
  });
}

/** What stands with the case itself, or with what has ended, is asked no longer. */
export function cancelSides(tx: Transaction, gone: (task: Task) => boolean): void {
  for (const task of Object.values(tx.state.tasks)) if (task.side && gone(task)) emit(tx, { type: 'task.cancelled', task: task.id, node: task.node });
}
