/** Which actions a person is offered, and why not the others. The same verdicts guard the commands themselves (decide.ts). */
import { isParty, isRecused, mayManage, mayRelease, mayTake, takesPartAs, type Person } from '../../authority/acts.ts';
import type { ProcessDefinition, UserTask } from '../../model/types.ts';
import type { Rejection } from '../commands.ts';
import { indexModel } from '../index-model.ts';
import { touched } from '../returning.ts';
import type { CaseState, Task } from '../state.ts';
import { mayTakeBack } from '../taking-back.ts';

export interface ActionOffer<A extends string> { readonly action: A; readonly why: Rejection | null }
export type TaskActionName = 'claim' | 'release' | 'complete' | 'return' | 'transfer' | 'delegate' | 'resolve' | 'recall' | 'urge' | 'add-step';
export type CaseActionName = 'comment' | 'suspend' | 'resume' | 'terminate' | 'withdraw' | 'copy' | 'recuse';

const refuse = (code: Rejection['code'], params: Rejection['params'] = {}): Rejection => ({ code, params });
const suspended = (state: CaseState): Rejection | null => (state.suspension ? refuse('case.suspended', { since: state.suspension.since }) : null);

export function taskOffers(model: ProcessDefinition, state: CaseState, taskId: number, person: Person): readonly ActionOffer<TaskActionName>[] {
  const task = state.tasks[taskId];
  const node = task ? indexModel(model).node(task.node) : null;
  if (!task || node?.type !== 'userTask') return [];
  const take = mayTake(task, node, state, person);
  const manage = mayManage(state, person);
  const handle = manage === null ? null : take;
  const party = isParty(state, task.pool) ? refuse('forbidden.party', { task: task.id }) : null;
  return [
    { action: 'claim', why: take },
    { action: 'release', why: mayRelease(task, person) },
    { action: 'complete', why: take ?? suspended(state) ?? waits(task) },
    { action: 'return', why: handle ?? suspended(state) ?? (task.side ? refuse('task.side', { task: task.id }) : party ?? nowhere(model, state, task)) },
    { action: 'transfer', why: handle },
    { action: 'delegate', why: handle },
    { action: 'resolve', why: (task.owner && task.assignee?.id === person.id ? null : refuse('task.not-delegated', { task: task.id })) ?? suspended(state) },
    { action: 'recall', why: task.owner?.id === person.id || task.handedBy?.id === person.id ? null : refuse('task.not-delegated', { task: task.id }) },
    { action: 'urge', why: suspended(state) },
    { action: 'add-step', why: handle ?? suspended(state) ?? party ?? waits(task) },
  ];
}

const waits = (task: Task): Rejection | null => (task.waitsFor === undefined ? null : refuse('task.waits', { task: task.waitsFor }));
const nowhere = (model: ProcessDefinition, state: CaseState, task: Task): Rejection | null =>
  returnableSteps(model, state, task).length === 0 ? refuse('return.not-done', { task: task.id }) : null;

/** Steps that were done and are not open: to these the task may ask to go back. Whether all from there can be done again, the return itself finds out. */
export function returnableSteps(model: ProcessDefinition, state: CaseState, task: Task): readonly UserTask[] {
  const open = new Set(Object.values(state.tokens).map((t) => t.node));
  return model.nodes.filter((n): n is UserTask => n.type === 'userTask' && n.id !== task.node && !open.has(n.id) && state.visits[n.id] !== undefined && !state.visits[n.id]?.undone);
}

/** The steps that this person was the last to complete, and that nobody has acted on since as far as the tokens tell. */
export function reclaimableSteps(state: CaseState, person: Person): readonly string[] {
  if (state.status !== 'open') return [];
  const own = new Set(Object.values(state.tokens).flatMap((t) => (t.origin && t.origin.by === person.id && state.visits[t.origin.node]?.by === person.id ? [t.origin.node] : [])));
  return [...own].filter((node) => Object.values(state.tokens).every((t) => t.origin?.node !== node || !touched(state, t.id)));
}

export function caseOffers(model: ProcessDefinition, state: CaseState, person: Person): readonly ActionOffer<CaseActionName>[] {
  const closed = state.status === 'closed' ? refuse('case.closed', { outcome: state.outcome }) : null;
  const manage = closed ?? mayManage(state, person);
  const as = takesPartAs(state, person);
  const handles = as === null || isParty(state, as) ? refuse('forbidden.party') : null;
  return [
    { action: 'comment', why: closed ?? (as === null ? refuse('forbidden.manage', { pools: state.visibleTo }) : null) },
    { action: 'suspend', why: manage ?? suspended(state) },
    { action: 'resume', why: manage ?? (state.suspension ? null : refuse('case.not-suspended')) },
    { action: 'terminate', why: manage },
    { action: 'withdraw', why: closed ?? mayTakeBack(model, state, person) },
    { action: 'copy', why: closed ?? handles },
    { action: 'recuse', why: closed ?? handles ?? (isRecused(state, person.id) ? refuse('forbidden.recused') : null) },
  ];
}
