/**
 * The draft of one decision: events as they are emitted, and the state as the fold will give it after them.
 * Everything in this folder that decides works on a Transaction; nothing here reads a clock or draws a number by chance.
 */
import { instantOf } from '../calendar/civil-day.ts';
import type { Instant } from '../calendar/types.ts';
import type { ProcessDefinition } from '../model/types.ts';
import type { DecideContext } from './commands.ts';
import { fork, type Draft } from './draft.ts';
import type { CaseEvent, CaseEventBody } from './events.ts';
import { mutate } from './evolve.ts';
import { indexModel, type ModelIndex } from './index-model.ts';
import type { CaseState, Named, PersonInPost, RecordedActor } from './state.ts';

export interface Transaction {
  /** Changes once at most: when the case goes over to another version (migrate.ts). */
  model: ProcessDefinition;
  index: ModelIndex;
  /** Changes once at most: when a published calendar comes into force (recompute.ts). */
  context: DecideContext;
  readonly command: string;
  /** Before the first of the events. */
  readonly base: CaseState | null;
  /** Replaced where an attempt is undone: nothing may hold on to it across one. */
  state: Draft;
  readonly events: CaseEvent[];
  actor: RecordedActor;
  /** Since when the act counts in law: the day of receipt (收到之日) for a start, else now. Clocks and timers start from it. */
  asOf: Instant;
  /** Why the case ends, while it does: told to those that end with it. */
  endedBecause?: string;
  /** By whose decision in another case. */
  onBehalf?: Named;
  /** The person who acts, with what they hold; none where they stand in for somebody. */
  person?: PersonInPost;
  /** Who gets the task of this step if it is made now: somebody did the step before. */
  handTo?: { readonly node: string; readonly person: Named };
  /** What an incident is about is tried again: that it fails is said to whoever tries. */
  retrying?: boolean;
}

export const engineActor: RecordedActor = { kind: 'system', id: 'engine' };

export const begin = (model: ProcessDefinition, state: CaseState | null, command: string, context: DecideContext): Transaction => ({
  model, index: indexModel(model), context, command, base: state, state: fork(state), events: [], actor: engineActor, asOf: instantOf(context.now),
});

export function emit(tx: Transaction, body: CaseEventBody): void {
  const event: CaseEvent = { seq: tx.state.seq + 1, at: instantOf(tx.context.now), command: tx.command, actor: tx.actor, body };
  mutate(tx.state, event);
  tx.events.push(event);
}

export const nextId = (tx: Transaction): number => tx.state.nextId;
