/** Which actions a person is offered, and why not the others. The same verdicts guard the commands themselves (decide.ts). */
import { mayManage, mayRelease, mayTake, takesPartAs, type Person } from '../authority/acts.ts';
import type { ProcessDefinition } from '../model/types.ts';
import type { Rejection } from './commands.ts';
import { indexModel } from './index-model.ts';
import type { CaseState } from './state.ts';

export interface ActionOffer<A extends string> { readonly action: A; readonly why: Rejection | null }
export type TaskActionName = 'claim' | 'release' | 'complete';
export type CaseActionName = 'comment' | 'suspend' | 'resume' | 'terminate';

const refuse = (code: Rejection['code'], params: Rejection['params'] = {}): Rejection => ({ code, params });

export function taskOffers(model: ProcessDefinition, state: CaseState, taskId: number, person: Person): readonly ActionOffer<TaskActionName>[] {
  const task = state.tasks[taskId];
  const node = task ? indexModel(model).node(task.node) : null;
  if (!task || node?.type !== 'userTask') return [];
  const take = mayTake(task, node, state, person);
  return [
    { action: 'claim', why: take },
    { action: 'release', why: mayRelease(task, person) },
    { action: 'complete', why: take ?? (state.status === 'suspended' ? refuse('case.suspended', { since: state.suspension?.since ?? null }) : null) },
  ];
}

export function caseOffers(state: CaseState, person: Person): readonly ActionOffer<CaseActionName>[] {
  const closed = state.status === 'closed' ? refuse('case.closed', { outcome: state.outcome }) : null;
  const manage = closed ?? mayManage(state, person);
  return [
    { action: 'comment', why: closed ?? (takesPartAs(state, person) === null ? refuse('forbidden.manage', { pools: state.visibleTo }) : null) },
    { action: 'suspend', why: manage ?? (state.suspension ? refuse('case.suspended', { since: state.suspension.since }) : null) },
    { action: 'resume', why: manage ?? (state.suspension ? null : refuse('case.not-suspended')) },
    { action: 'terminate', why: manage },
  ];
}
