/**
 * 撤回: whoever started a case takes it back as long as nobody has acted on it, and it is over. After that the party takes it back where the process says how
 * (撤回投诉、撤回申报): the flow waits for it somewhere, and does what has then to be done.
 */
import { isParty, mayWithdraw, takesPartAs, type Person } from '../authority/acts.ts';
import type { ProcessDefinition } from '../model/types.ts';
import { eventOf, waitingFor, type Waiting } from './catching.ts';
import type { Rejection } from './commands.ts';
import { expressionContext, isTrue } from './expressions.ts';
import { closeCase } from './ending.ts';
import { occur } from './event-handling.ts';
import { changesOf } from './flow.ts';
import { actAs, check, mustNotMerge, mustRun, type Acting } from './guards.ts';
import { indexModel } from './index-model.ts';
import type { CaseState } from './state.ts';
import { emit, type Transaction } from './transaction.ts';

interface Open { readonly message: string; readonly reasons: string; readonly waiting: Waiting }

function openWay(model: ProcessDefinition, state: CaseState, person: Person): Open | null {
  const { withdrawal } = model;
  const own = state.parties.find((p) => p.party === withdrawal?.party)?.pool;
  if (!withdrawal || own === undefined || !person.pools.includes(own) || !isParty(state, own)) return null;
  const context = expressionContext(model, state);
  for (const { message, when } of withdrawal.ways) {
    const [waiting] = when === undefined || isTrue(when, context, 'withdrawal') ? waitingFor({ index: indexModel(model), state }, (on) => on.kind === 'message' && on.message === message) : [];
    if (waiting) return { message, reasons: withdrawal.reasons, waiting };
  }
  return null;
}

/** Null = allowed, in the one way or the other. */
export function mayTakeBack(model: ProcessDefinition, state: CaseState, person: Person): Rejection | null {
  const why = mayWithdraw(state, person);
  return why === null || (state.suspension === null && openWay(model, state, person) !== null) ? null : why;
}

/** @throws Refusal withdraw.* */
export function takeBack(tx: Transaction, reason: string, person: Acting): void {
  const why = mayWithdraw(tx.state, person);
  const way = why === null ? null : openWay(tx.model, tx.state, person);
  if (!way) check(why);
  actAs(tx, person, takesPartAs(tx.state, person));
  mustNotMerge(tx);
  if (!way) return closeCase(tx, 'withdrawn', null, { reason });
  mustRun(tx);
  emit(tx, { type: 'message.received', message: way.message, node: eventOf(way.waiting), changes: changesOf(tx.state.data, { [way.reasons]: reason }) });
  occur(tx, way.waiting);
}
