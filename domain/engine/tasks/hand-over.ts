/** Who has a task: 转办, 委派, 拿回, 回避; and what others are told of it: 催办, 抄送. None of these moves a token or touches a clock. */
import { isParty, mayReceive, takesPartAs } from '../../authority/acts.ts';
import { msOf } from '../../calendar/civil-day.ts';
import { validateForm } from '../../model/forms.ts';
import type { Form, UserTask } from '../../model/types.ts';
import { changesOf } from '../flow.ts';
import type { CommandBody } from '../commands.ts';
import { actAs, holding, manage, named, openTask, takeOrManage, type Acting } from '../guards.ts';
import { knownPool } from '../pools.ts';
import { Refusal } from '../refusal.ts';
import type { PersonInPost, Pool } from '../state.ts';
import { emit, nextId, type Transaction } from '../transaction.ts';

type Body<T extends CommandBody['type']> = Extract<CommandBody, { type: T }>;

export function transfer(tx: Transaction, body: Body<'transfer'>, person: Acting): void {
  const { task, node } = openTask(tx, body.task);
  const { to } = body;
  if (to) {
    takeOrManage(tx, task, node, person);
    const why = mayReceive(task, node, tx.state, to);
    if (why) throw new Refusal('task.not-eligible', { task: task.id, person: to.name, why: why.code });
  } else {
    // Another post, maybe of another agency: for who manages the case. A party's step stays the party's.
    manage(tx, person);
    if (isParty(tx.state, task.pool)) throw new Refusal('forbidden.party', { task: task.id });
  }
  emit(tx, {
    type: 'task.transferred', task: task.id, node: node.id, token: task.token, from: task.assignee, to: to ? named(to) : null,
    pool: to ? task.pool : knownPool(body.pool, node.id), ...(task.seat === undefined ? {} : { seat: task.seat }), reason: body.reason,
  });
}

export function delegate(tx: Transaction, body: Body<'delegate'>, person: Acting): void {
  const { task, node } = openTask(tx, body.task);
  takeOrManage(tx, task, node, person);
  const { to } = body;
  const pool = colleaguePool(task.pool, to);
  if (pool === null || to.id === person.id || tx.state.recused?.some((p) => p.id === to.id)) throw new Refusal('task.not-eligible', { task: task.id, person: to.name, why: 'forbidden.pool' });
  emit(tx, { type: 'task.delegated', task: task.id, node: node.id, owner: task.assignee ?? named(person), to: named(to), pool, reason: body.reason });
}

/** The post in which they can be asked: the task's own, or any in the same agency. A party asks within the party. */
function colleaguePool(pool: Pool, { pools }: PersonInPost): Pool | null {
  const [, agency] = pool.split('@');
  return pools.includes(pool) ? pool : (agency && pools.find((p) => p.endsWith(`@${agency}`))) || null;
}

export function resolve(tx: Transaction, body: Body<'resolve'>, person: Acting): void {
  const { task, node } = openTask(tx, body.task);
  if (!task.owner || task.assignee?.id !== person.id) throw new Refusal('task.not-delegated', { task: task.id });
  // What was prepared need not be complete: who completes the step answers for that.
  const { data, problems } = validateForm(tx.model, task.side && task.side.kind !== 'redo' ? {} : asDraft(node), [], body.data, tx.state.data, tx.context.now, holding(tx, body.people));
  if (problems.length > 0) throw new Refusal('form.invalid', { task: task.id }, problems);
  actAs(tx, person, person.pools.includes(task.pool) ? task.pool : colleaguePool(task.pool, person));
  emit(tx, { type: 'task.resolved', task: task.id, node: node.id, by: named(person), changes: changesOf(tx.state.data, data), ...(body.comment ? { comment: body.comment } : {}) });
}

const asDraft = ({ form, outcomes }: UserTask): Form => ({
  ...Object.fromEntries(outcomes.flatMap((o) => o.requires ?? []).map((f) => [f, 'optional' as const])),
  ...Object.fromEntries(Object.entries(form).map(([f, use]) => [f, use === 'required' ? 'optional' : use])),
});

export function recall(tx: Transaction, { task: id }: Body<'recall'>, person: Acting): void {
  const { task, node } = openTask(tx, id);
  if (task.owner?.id !== person.id && task.handedBy?.id !== person.id) {
    throw new Refusal(task.owner || task.assignee?.id === person.id ? 'task.not-delegated' : 'task.acted', { task: id });
  }
  actAs(tx, person, person.pools.includes(task.pool) ? task.pool : null);
  emit(tx, { type: 'task.recalled', task: id, node: node.id, to: named(person) });
}

export function recuse(tx: Transaction, { person: ordered, reason }: Body<'recuse'>, person: Acting): void {
  const who = ordered ?? named(person);
  if (ordered) manage(tx, person);
  else {
    const as = takesPartAs(tx.state, person);
    if (as === null || isParty(tx.state, as)) throw new Refusal('forbidden.party');
    actAs(tx, person, as);
  }
  emit(tx, { type: 'person.recused', person: who, reason, own: !ordered });
  for (const task of Object.values(tx.state.tasks)) {
    // What was with them is with the post again, or with who had asked them.
    if (task.owner && task.owner.id !== who.id && task.assignee?.id === who.id) emit(tx, { type: 'task.recalled', task: task.id, node: task.node, to: task.owner });
    else if (task.assignee?.id === who.id || task.owner?.id === who.id) emit(tx, { type: 'task.released', task: task.id });
  }
}

const urgeAgainAfterMs = 3_600_000;

/** Whoever may see the case may ask for it to go on; the same person not every minute. */
export function urge(tx: Transaction, body: Body<'urge'>, person: Acting): void {
  const { task, node } = openTask(tx, body.task);
  if (task.urged?.by === person.id && tx.context.now - msOf(task.urged.at) < urgeAgainAfterMs) throw new Refusal('task.urged', { task: task.id, at: task.urged.at });
  actAs(tx, person, takesPartAs(tx.state, person));
  emit(tx, { type: 'task.urged', task: task.id, node: node.id, pool: task.pool, by: named(person), ...(body.text ? { text: body.text } : {}) });
}

export function copy(tx: Transaction, body: Body<'copy'>, person: Acting): void {
  const as = takesPartAs(tx.state, person);
  if (as === null || isParty(tx.state, as)) throw new Refusal('forbidden.party');
  actAs(tx, person, as);
  for (const { pool, person: to } of body.to) {
    emit(tx, { type: 'case.copied', copy: nextId(tx), pool: knownPool(pool, 'copy'), person: to ? named(to) : null, ...(body.text ? { text: body.text } : {}) });
  }
}

export function readCopy(tx: Transaction, { copy: id }: Body<'read-copy'>, person: Acting): void {
  const unread = tx.state.copies?.[id];
  if (!unread || !person.pools.includes(unread.pool) || (unread.person && unread.person.id !== person.id)) throw new Refusal('copy.not-found', { copy: id });
  actAs(tx, person, unread.pool);
  emit(tx, { type: 'copy.read', copy: id, by: named(person) });
}
