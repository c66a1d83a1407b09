/** Who may do what to a case (办理权限): the part of the policy that guards commands and offers actions. Null = allowed. */
import type { Rejection } from '../engine/commands.ts';
import type { Actor, CaseState, Pool, Task } from '../engine/state.ts';
import type { ProcessDefinition, UserTask } from '../model/types.ts';
import type { JsonObject } from '../json.ts';
import { officePool, partyPool } from './viewer.ts';

export interface Person { readonly id: string; readonly pools: readonly Pool[] }
type Verdict = Rejection | null;

/** Posts of the handling agency that may suspend, resume and terminate its cases (审核人、负责人). */
export const managingRoles = ['section-head', 'agency-head'] as const;
export const handlingRoles = ['officer', ...managingRoles] as const;

/** The pool in which a person may start a case with this data, or null. */
export function startingPool(model: ProcessDefinition, data: JsonObject, agency: string, person: Person): Pool | null {
  for (const starter of model.starters) {
    const uscc = starter.kind === 'party' ? data[model.parties[starter.party]?.usccField ?? ''] : null;
    const pool = starter.kind === 'office' ? officePool(starter.role, agency) : typeof uscc === 'string' ? partyPool(uscc) : null;
    if (pool !== null && person.pools.includes(pool)) return pool;
  }
  return null;
}

/** May take this task: holds its pool, nobody else has it, and separation of duties (职责分离) is kept. */
export function mayTake(task: Task, node: UserTask, state: CaseState, person: Person): Verdict {
  if (!person.pools.includes(task.pool)) return { code: 'forbidden.pool', params: { task: task.id, pool: task.pool } };
  const own = (node.notSameAs ?? []).find((step) => state.visits[step]?.by === person.id || state.visits[step]?.voters?.includes(person.id));
  if (own !== undefined) return { code: 'forbidden.separation', params: { task: task.id, step: own } };
  if (task.assignee && task.assignee.id !== person.id) {
    return { code: 'task.claimed-by-other', params: { task: task.id, by: task.assignee.name } };
  }
  return null;
}

export function mayRelease(task: Task, person: Person): Verdict {
  return task.assignee?.id === person.id ? null : { code: 'task.not-yours', params: { task: task.id } };
}

/** The managing pool that the person holds in the handling agency, or null. */
export const managingPool = (state: CaseState, person: Person): Pool | null =>
  managingRoles.map((role) => officePool(role, state.agency)).find((pool) => person.pools.includes(pool)) ?? null;

export const mayManage = (state: CaseState, person: Person): Verdict =>
  managingPool(state, person) !== null
    ? null
    : { code: 'forbidden.manage', params: { pools: managingRoles.map((role) => officePool(role, state.agency)) } };

/** The capacity in which a person takes part in the case: a post of the handling agency first, then a party or a step's pool. Null = not at all. */
export function takesPartAs(state: CaseState, person: Person): Pool | null {
  const own = handlingRoles.map((role) => officePool(role, state.agency));
  return [...own, ...state.visibleTo].find((pool) => person.pools.includes(pool)) ?? null;
}

export const isParty = (state: CaseState, pool: Pool): boolean => state.parties.some((p) => p.pool === pool);

/** The command came without a person where a person is needed; only a bug in a caller can bring this about. */
export const personOf = (actor: Actor): (Person & { readonly name: string }) | null => (actor.kind === 'person' ? actor : null);
