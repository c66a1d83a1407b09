/**
 * 会签: a step with several seats. Each seat is a task of its own; a vote closes the task and stays changeable until the round is decided.
 * The rule (voting.ts) decides; then the tasks still open are withdrawn and the step goes on with its one outcome.
 */
import type { Assignment, Signing, UserTask } from '../../model/types.ts';
import { completeActivity } from '../flow.ts';
import { knownPool, poolOrManagers } from '../pools.ts';
import { Refusal } from '../refusal.ts';
import type { FieldChange } from '../events.ts';
import type { Pool, Seat, SigningRound, Task, Token } from '../state.ts';
import { emit, nextId, type Transaction } from '../transaction.ts';
import { tally, type Voice } from './voting.ts';

export function openSigning(tx: Transaction, node: UserTask, signing: Signing, token: Token): void {
  const seats = seatsOf(tx, node, signing, token.scope);
  if (seats.length === 0) throw new Refusal('model.no-pool', { where: node.id });
  emit(tx, { type: 'signing.opened', token: token.id, node: node.id, seats });
  askNext(tx, signing, token.id);
}

function seatsOf(tx: Transaction, node: UserTask, { signers }: Signing, scope: number): readonly Seat[] {
  const seatFor = (by: Assignment): { readonly pool: Pool } => ({ pool: poolOrManagers(tx, by, node.id, scope).pool });
  if ('field' in signers) {
    const pools = tx.state.data[signers.field];
    return (Array.isArray(pools) ? pools : []).map((pool, i) => ({ seat: i + 1, pool: knownPool(pool, node.id), weight: 1, chair: false, vote: null }));
  }
  return signers.map(({ by, weight = 1, chair = false }, i) => ({ seat: i + 1, ...seatFor(by), weight, chair, vote: null }));
}

/** Gives a task to each seat whose turn it is: all of them, or in turn the first that has not voted. */
function askNext(tx: Transaction, signing: Signing, token: number): void {
  const round = tx.state.signings[token];
  if (!round) return;
  const asked = new Set(Object.values(tx.state.tasks).filter((t) => t.token === token).map((t) => t.seat));
  const waiting = round.seats.filter((s) => s.vote === null);
  for (const seat of signing.order === 'together' ? waiting : waiting.slice(0, 1)) {
    if (!asked.has(seat.seat)) emit(tx, { type: 'task.created', task: nextId(tx), token, node: round.node, pool: seat.pool, seat: seat.seat });
  }
}

export interface Vote { readonly outcome: string; readonly by: { readonly id: string; readonly name: string }; readonly changes: readonly FieldChange[]; readonly comment?: string }

export function castVote(tx: Transaction, node: UserTask, signing: Signing, task: Task, vote: Vote): void {
  const round = tx.state.signings[task.token];
  if (!round || task.seat === undefined) throw new Refusal('signing.not-open', { node: node.id });
  // 同一审批人: two seats that one person could fill are still two people's.
  const other = round.seats.find((s) => s.vote?.by === vote.by.id);
  if (other) throw new Refusal('signing.twice', { node: node.id, seat: other.seat });
  emit(tx, { type: 'vote.cast', token: task.token, node: node.id, seat: task.seat, task: task.id, ...vote });
  settleRound(tx, signing, task.token);
}

function settleRound(tx: Transaction, signing: Signing, token: number): void {
  const round = tx.state.signings[token];
  if (!round) return;
  const result = tally(signing.rule, round.seats.map(({ weight, chair, vote }) => ({ weight, chair, voice: vote === null ? null : voiceOf(signing, vote.outcome) })));
  if (result === null) return askNext(tx, signing, token);
  const outcome = result === 'agree' ? signing.agree : signing.disagree;
  withdrawTasks(tx, token);
  emit(tx, { type: 'signing.decided', token, node: round.node, outcome, voters: round.seats.flatMap((s) => (s.vote ? [s.vote.by] : [])) });
  completeActivity(tx, token, outcome);
}

const voiceOf = (signing: Signing, outcome: string): Voice => (outcome === signing.agree ? 'agree' : outcome === signing.disagree ? 'disagree' : 'abstain');

function withdrawTasks(tx: Transaction, token: number, seat?: number): void {
  for (const task of Object.values(tx.state.tasks)) {
    if (task.token === token && (seat === undefined || task.seat === seat)) emit(tx, { type: 'task.cancelled', task: task.id, node: task.node });
  }
}

/** @throws Refusal signing.not-open */
export function openRound(tx: Transaction, nodeId: string): { readonly round: SigningRound; readonly node: UserTask; readonly signing: Signing } {
  const round = Object.values(tx.state.signings).find((r) => r.node === nodeId);
  const node = round ? tx.index.node(round.node) : null;
  if (!round || node?.type !== 'userTask' || !node.signing) throw new Refusal('signing.not-open', { node: nodeId });
  return { round, node, signing: node.signing };
}

export function changeVote(tx: Transaction, nodeId: string, person: string, outcome: string, comment?: string): void {
  const { round, node, signing } = openRound(tx, nodeId);
  const seat = round.seats.find((s) => s.vote?.by === person);
  if (!seat?.vote) throw new Refusal('signing.no-vote', { node: nodeId });
  if (!node.outcomes.some((o) => o.id === outcome)) throw new Refusal('outcome.unknown', { outcomes: node.outcomes.map((o) => o.id) });
  emit(tx, { type: 'vote.changed', token: round.token, node: nodeId, seat: seat.seat, old: seat.vote.outcome, outcome, ...(comment === undefined ? {} : { comment }) });
  settleRound(tx, signing, round.token);
}

export function addSigners(tx: Transaction, nodeId: string, pools: readonly Pool[], reason: string): void {
  const { round, signing } = openRound(tx, nodeId);
  let last = Math.max(0, ...round.seats.map((s) => s.seat));
  for (const pool of pools) {
    const seat: Seat = { seat: ++last, pool: knownPool(pool, nodeId), weight: 1, chair: false, vote: null };
    emit(tx, { type: 'seat.added', token: round.token, node: nodeId, seat, reason });
  }
  askNext(tx, signing, round.token);
}

export function removeSigner(tx: Transaction, nodeId: string, number: number, reason: string): void {
  const { round, signing } = openRound(tx, nodeId);
  const seat = round.seats.find((s) => s.seat === number);
  if (!seat) throw new Refusal('signing.no-seat', { node: nodeId, seat: number });
  if (seat.vote) throw new Refusal('signing.voted', { node: nodeId, seat: number });
  withdrawTasks(tx, round.token, number);
  emit(tx, { type: 'seat.removed', token: round.token, node: nodeId, seat: number, reason });
  settleRound(tx, signing, round.token);
}
