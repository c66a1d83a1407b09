/** What stands before a command: what it is about, in what capacity it is done, and whether the case takes it now. */
import { isRecused, managingPool, mayManage, personOf, takeAs, type Person } from '../authority/acts.ts';
import { officePool } from '../authority/viewer.ts';
import type { Node, UserTask } from '../model/types.ts';
import type { Rejection } from './commands.ts';
import { Refusal } from './refusal.ts';
import type { Actor, Named, PersonInPost, Task } from './state.ts';
import type { Transaction } from './transaction.ts';

export type Acting = Person & Named;

/** Only a bug of a caller brings an act that asks for a person without one. */
export function someone(actor: Actor): Acting {
  const person = personOf(actor);
  if (person === null) throw new Error(`${actor.id} is no person`);
  return person;
}

/** What the record keeps of somebody: never what they hold. */
export const named = ({ id, name }: Named): Named => ({ id, name });

/** @param absent in whose stead (代理) */
export const actAs = (tx: Transaction, person: Named, as: string | null, absent: Named | null = null): void => {
  tx.actor = { kind: 'person', id: person.id, name: person.name, as, ...(absent ? { for: absent } : {}) };
};

export const check = (verdict: Rejection | null): void => {
  if (verdict) throw new Refusal(verdict.code, verdict.params, verdict.fields);
};

export const mustNotMerge = (tx: Transaction): void => {
  if (tx.state.merging) throw new Refusal('case.merging', { into: tx.state.merging.into.caseId });
};

export const mustRun = (tx: Transaction): void => {
  mustNotMerge(tx);
  if (tx.state.suspension) throw new Refusal('case.suspended', { since: tx.state.suspension.since });
};

/** @throws Refusal task.not-found */
export function openTask(tx: Transaction, id: number): { readonly task: Task; readonly node: UserTask } {
  const task = tx.state.tasks[id];
  const node: Node | null = task ? tx.index.node(task.node) : null;
  if (!task || node?.type !== 'userTask') throw new Refusal('task.not-found', { task: id });
  return { task, node };
}

/** The person acts on the task as who may take it. */
export function take(tx: Transaction, task: Task, node: UserTask, person: Acting): void {
  const { why, for: absent } = takeAs(task, node, tx.state, person);
  check(why);
  actAs(tx, person, task.pool, absent);
  if (!absent) tx.person = { ...named(person), pools: person.pools };
}

/** Who of these holds a post of the handling agency and may act in the case. */
export const holding = ({ state }: Transaction, people: readonly PersonInPost[] = []) => (role: string): readonly Named[] =>
  people.filter((p) => p.pools.includes(officePool(role, state.agency)) && !isRecused(state, p.id));

export function manage(tx: Transaction, person: Acting): void {
  check(mayManage(tx.state, person));
  actAs(tx, person, managingPool(tx.state, person));
}

/** As who holds the task, or as who manages the case. @throws Refusal with the reason why they do not hold it */
export function takeOrManage(tx: Transaction, task: Task, node: UserTask, person: Acting): void {
  if (mayManage(tx.state, person) === null && takeAs(task, node, tx.state, person).why !== null) return manage(tx, person);
  take(tx, task, node, person);
}
