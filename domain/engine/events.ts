/**
 * The record (卷宗流水): facts that happened to a case. Events carry all that `evolve` needs, so that the fold never asks the model
 * and an old event means the same for ever. Never change the meaning of a type; add a new one.
 */
import type { ClockRule, Day, Extension, Instant, Pause } from '../calendar/types.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Party, Pool, RecordedActor, Seat } from './state.ts';

export interface FieldChange { readonly field: string; readonly old: Json; readonly new: Json }

export type CaseEventBody =
  | { readonly type: 'case.started'; readonly caseId: string; readonly process: { readonly key: string; readonly version: number; readonly hash: string };
      readonly title: string; readonly agency: string; readonly region: string; readonly receivedAt: Instant;
      readonly initiator: { readonly id: string; readonly name: string }; readonly parties: readonly Party[]; readonly data: JsonObject }
  /** 案号; `number` is filled in by the append, which alone can number without gaps. `series` names the sequence, `format` has {n}. */
  | { readonly type: 'case.numbered'; readonly series: string; readonly format: string; readonly number: string | null }
  | { readonly type: 'case.suspended'; readonly reason: string; readonly basis?: string }
  | { readonly type: 'case.resumed'; readonly comment?: string }
  | { readonly type: 'case.closed'; readonly outcome: string; readonly node: string | null; readonly reason?: string }
  /** `internal`: written by an officer; parties of the case do not see it. */
  | { readonly type: 'comment.added'; readonly text: string; readonly internal: boolean }
  | { readonly type: 'message.received'; readonly message: string; readonly node: string; readonly changes: readonly FieldChange[] }
  | { readonly type: 'data.changed'; readonly changes: readonly FieldChange[]; readonly node: string }
  | { readonly type: 'token.created'; readonly token: number; readonly node: string; readonly flow: string | null; readonly scope: number }
  | { readonly type: 'token.moved'; readonly token: number; readonly node: string; readonly flow: string }
  | { readonly type: 'token.removed'; readonly token: number }
  | { readonly type: 'scope.opened'; readonly scope: number; readonly node: string; readonly token: number; readonly parent: number; readonly index: number | null; readonly item: Json }
  | { readonly type: 'scope.closed'; readonly scope: number }
  | { readonly type: 'multi.opened'; readonly token: number; readonly node: string; readonly items: readonly Json[]; readonly sequential: boolean }
  | { readonly type: 'multi.closed'; readonly token: number; readonly node: string; readonly completed: number }
  | { readonly type: 'task.created'; readonly task: number; readonly token: number; readonly node: string; readonly pool: Pool; readonly seat?: number }
  | { readonly type: 'task.claimed'; readonly task: number; readonly by: { readonly id: string; readonly name: string } }
  | { readonly type: 'task.released'; readonly task: number }
  | { readonly type: 'task.completed'; readonly task: number; readonly node: string; readonly outcome: string;
      readonly by: { readonly id: string; readonly name: string }; readonly changes: readonly FieldChange[]; readonly comment?: string }
  /** 会签 is open; each seat gets its task when its turn comes. */
  | { readonly type: 'signing.opened'; readonly token: number; readonly node: string; readonly seats: readonly Seat[] }
  /** A vote; it closes the task of the seat. */
  | { readonly type: 'vote.cast'; readonly token: number; readonly node: string; readonly seat: number; readonly task: number; readonly outcome: string;
      readonly by: { readonly id: string; readonly name: string }; readonly changes: readonly FieldChange[]; readonly comment?: string }
  /** 改票, while the round is open. */
  | { readonly type: 'vote.changed'; readonly token: number; readonly node: string; readonly seat: number; readonly old: string; readonly outcome: string; readonly comment?: string }
  /** 加签 / 减签. */
  | { readonly type: 'seat.added'; readonly token: number; readonly node: string; readonly seat: Seat; readonly reason: string }
  | { readonly type: 'seat.removed'; readonly token: number; readonly node: string; readonly seat: number; readonly reason: string }
  | { readonly type: 'signing.decided'; readonly token: number; readonly node: string; readonly outcome: string; readonly voters: readonly string[] }
  | { readonly type: 'signing.cancelled'; readonly token: number; readonly node: string }
  | { readonly type: 'task.cancelled'; readonly task: number; readonly node: string }
  | { readonly type: 'job.requested'; readonly job: number; readonly token: number; readonly node: string; readonly service: string; readonly input: JsonObject }
  | { readonly type: 'job.completed'; readonly job: number; readonly node: string }
  | { readonly type: 'job.cancelled'; readonly job: number; readonly node: string }
  | { readonly type: 'timer.armed'; readonly timer: number; readonly node: string; readonly token: number; readonly startedAt: Instant; readonly dueAt: Instant; readonly provisional: boolean;
      /** Follows this clock. */ readonly clockNo?: number }
  | { readonly type: 'timer.fired'; readonly timer: number; readonly node: string }
  | { readonly type: 'timer.cancelled'; readonly timer: number; readonly node: string }
  | { readonly type: 'timer.moved'; readonly timer: number; readonly node: string; readonly dueAt: Instant; readonly provisional: boolean; readonly pauses: readonly Pause[] }
  | { readonly type: 'clock.started'; readonly clockNo: number; readonly clock: string; readonly rule: ClockRule; readonly startedAt: Instant; readonly duty: Pool } & ClockDates
  | { readonly type: 'clock.paused'; readonly clockNo: number; readonly pause: Pause }
  | { readonly type: 'clock.resumed'; readonly clockNo: number; readonly pauses: readonly Pause[] } & ClockDates
  | { readonly type: 'clock.extended'; readonly clockNo: number; readonly extension: Extension } & ClockDates
  | { readonly type: 'clock.recomputed'; readonly clockNo: number; readonly oldDueDay: Day } & ClockDates
  | { readonly type: 'clock.warned'; readonly clockNo: number; readonly level: 'yellow' | 'red' }
  | { readonly type: 'clock.breached'; readonly clockNo: number; readonly clock: string; readonly dueAt: Instant }
  | { readonly type: 'clock.stopped'; readonly clockNo: number; readonly clock: string; readonly reason: 'met' | 'late' | 'cancelled' };

/** What every computation of a clock yields. `warnings` are the lights still to come. */
export interface ClockDates {
  readonly dueAt: Instant;
  readonly dueDay: Day;
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly warnings: readonly { readonly level: 'yellow' | 'red'; readonly at: Instant }[];
}

export type CaseEventType = CaseEventBody['type'];

/** An event as it stands in the record. `hash` = SHA-256 (hex) of previous hash + canonical JSON of the rest (record/chain.ts). */
export interface CaseEvent {
  readonly seq: number;
  readonly at: Instant;
  /** Client's idempotency key, or a name that follows from what was due. All events of one command share it. */
  readonly command: string;
  readonly actor: RecordedActor;
  readonly body: CaseEventBody;
}
export interface StoredEvent extends CaseEvent { readonly hash: string }
