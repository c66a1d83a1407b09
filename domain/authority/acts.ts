/** Who may do what to a case (办理权限): the part of the policy that guards commands and offers actions. Null = allowed. */
import type { Rejection } from '../engine/commands.ts';
import type { Actor, CaseState, Named, PersonInPost, Pool, Task } from '../engine/state.ts';
import type { Form, PartyDefinition, ProcessDefinition, UserTask } from '../model/types.ts';
import type { JsonObject } from '../json.ts';
import { officePool, partyPool, personPool, type Agency } from './viewer.ts';

export interface Person { readonly id: string; readonly name: string; readonly pools: readonly Pool[]; readonly covers?: readonly PersonInPost[] }
type Verdict = Rejection | null;

/** Posts of the handling agency that may suspend, resume and terminate its cases (审核人、负责人). */
export const managingRoles = ['section-head', 'agency-head'] as const;
/** A secretariat (秘书处) handles what its body receives, as officers do what their agency receives. */
export const handlingRoles = ['officer', 'secretariat', ...managingRoles] as const;

/** 受理机关: it numbers its cases, and is of a kind that takes such ones. */
export const receives = (model: ProcessDefinition, agency: Agency): boolean => agency.numberHead !== '' && (model.receivedBy ?? ['market']).includes(agency.kind);

/** The pool in which a person may start a case with this data, or null. */
export function startingPool(model: ProcessDefinition, data: JsonObject, agency: string, person: Person): Pool | null {
  for (const starter of model.starters) {
    const party = starter.kind === 'party' ? model.parties[starter.party] : undefined;
    const pool = starter.kind === 'office' ? officePool(starter.role, agency) : !party ? null : 'personField' in party ? personPool(person.id) : poolOfParty(party, data);
    if (pool !== null && person.pools.includes(pool)) return pool;
  }
  return null;
}

/** What stands in the form where this person starts the case: nobody says of themselves that what they report came from another agency. */
export function setsOf({ starters, parties }: Pick<ProcessDefinition, 'starters' | 'parties'>, form: Form, person: Pick<Person, 'id' | 'pools'>): JsonObject {
  if (!person.pools.includes(personPool(person.id))) return {};
  const starter = starters.find((s) => s.kind === 'party' && 'personField' in (parties[s.party] ?? {}));
  const sets = starter?.kind === 'party' ? starter.sets ?? {} : {};
  return Object.fromEntries(Object.entries(sets).filter(([name]) => Object.hasOwn(form, name)));
}

/** Null where the data names nobody: no code, or nobody with an account. */
export function poolOfParty(party: PartyDefinition, data: JsonObject): Pool | null {
  const found = data['personField' in party ? party.personField : party.usccField];
  if (typeof found !== 'string' || found === '') return null;
  return 'personField' in party ? `person:${found}` : partyPool(found);
}

/** May take this task: holds its pool, nobody else has it, and neither separation of duties (职责分离) nor recusal (回避) stands against it. */
export const mayTake = (task: Task, node: UserTask, state: CaseState, person: Person): Verdict => takeAs(task, node, state, person).why;

/**
 * In whose stead a person may take this task: their own (`for` null), or that of an absent person for whom they act (代理). Separation of
 * duties and recusal hold for both of them, so that nobody approves their own work by way of a substitute.
 */
export function takeAs(task: Task, node: UserTask, state: CaseState, person: Person): { readonly why: Verdict; readonly for: Named | null } {
  const barred = barredFrom(task, node, state, person);
  const why = barred ?? mayHold(task, person);
  if (why === null || barred) return { why, for: null };
  for (const absent of person.covers ?? []) {
    if (mayHold(task, absent) === null && barredFrom(task, node, state, absent) === null) return { why: null, for: { id: absent.id, name: absent.name } };
  }
  return { why, for: null };
}

function mayHold(task: Task, { id, pools }: Person): Verdict {
  if (task.owner) return { code: 'task.delegated', params: { task: task.id, by: task.assignee?.name ?? null } };
  if (!pools.includes(task.pool)) return { code: 'forbidden.pool', params: { task: task.id, pool: task.pool } };
  return task.assignee && task.assignee.id !== id ? { code: 'task.claimed-by-other', params: { task: task.id, by: task.assignee.name } } : null;
}

function barredFrom(task: Task, node: UserTask, state: CaseState, person: Named): Verdict {
  const { id } = person;
  if (isRecused(state, id)) return { code: 'forbidden.recused', params: { task: task.id } };
  // Whoever asks for more time does not grant it; a step of this case alone is nobody's second pair of eyes.
  if (task.side && task.side.kind !== 'redo') return task.side.kind === 'extension' && task.side.by.id === id ? { code: 'forbidden.separation', params: { task: task.id, step: task.node } } : null;
  const own = ownStep(node, state, id);
  if (own !== undefined) return { code: 'forbidden.separation', params: { task: task.id, step: own } };
  return isDesignated(node, state, person) ? null : { code: 'forbidden.designated', params: { task: task.id, field: node.designated ?? null } };
}

/** A step from which this one must be kept apart, and which this person did. */
const ownStep = (node: UserTask, state: CaseState, id: string): string | undefined => (node.notSameAs ?? []).find((step) => state.visits[step]?.by === id || state.visits[step]?.voters?.includes(id));

/** 指定办理. A name that two people of one agency share is told apart by their accounts. */
function isDesignated({ designated }: UserTask, { data }: CaseState, { id, name }: Named): boolean {
  const named = designated === undefined ? null : data[designated];
  return !Array.isArray(named) || named.length === 0 || named.some((who) => who === name || who === id);
}

export const isBarred = (node: UserTask, state: CaseState, person: Named): boolean => isRecused(state, person.id) || ownStep(node, state, person.id) !== undefined || !isDesignated(node, state, person);

export const isRecused = (state: CaseState, id: string): boolean => state.recused?.some((p) => p.id === id) ?? false;

/** 转办、委派 to somebody: they must be able to take it. An assignee of another is no hindrance, since it is that one who hands it over. */
export function mayReceive(task: Task, node: UserTask, state: CaseState, to: PersonInPost): Verdict {
  const { owner: _, ...own } = task;
  return mayTake({ ...own, assignee: null }, node, state, to);
}

export function mayRelease(task: Task, person: Person): Verdict {
  return task.assignee?.id === person.id ? null : { code: 'task.not-yours', params: { task: task.id } };
}

/** 撤回: the applicant takes the application back before anybody has taken it up. */
export function mayWithdraw({ initiator, visits, tasks, signings }: CaseState, person: Person): Verdict {
  if (initiator.id !== person.id) return { code: 'withdraw.not-yours', params: {} };
  const acted = Object.keys(visits).length > 0 || Object.values(tasks).some((t) => t.assignee) || Object.values(signings).some((r) => r.seats.some((s) => s.vote));
  return acted ? { code: 'withdraw.acted', params: {} } : null;
}

/** The managing pool that the person holds in the handling agency, or null. */
export const managingPool = (state: CaseState, person: Person): Pool | null =>
  managingRoles.map((role) => officePool(role, state.agency)).find((pool) => person.pools.includes(pool)) ?? null;

export const mayManage = (state: CaseState, person: Person): Verdict =>
  isRecused(state, person.id)
    ? { code: 'forbidden.recused', params: {} }
    : managingPool(state, person) !== null
    ? null
    : { code: 'forbidden.manage', params: { pools: managingRoles.map((role) => officePool(role, state.agency)) } };

/** The capacity in which a person takes part in the case: a post of the handling agency first, then a party or a step's pool. Null = not at all. */
export function takesPartAs(state: CaseState, person: Person): Pool | null {
  const own = handlingRoles.map((role) => officePool(role, state.agency));
  return [...own, ...state.visibleTo].find((pool) => person.pools.includes(pool)) ?? null;
}

export const isParty = (state: CaseState, pool: Pool): boolean => state.parties.some((p) => p.pool === pool);

/** The command came without a person where a person is needed; only a bug in a caller can bring this about. */
export const personOf = (actor: Actor): PersonInPost & Person | null => (actor.kind === 'person' ? actor : null);
