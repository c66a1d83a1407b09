/**
 * The record (卷宗流水): facts that happened to a case. Events carry all that `evolve` needs, so that the fold never asks the model
 * and an old event means the same for ever. Never change the meaning of a type; add a new one.
 */
import type { CalendarPin, ClockRule, Day, Extension, Instant, Pause } from '../calendar/types.ts';
import type { CaseFile, DocumentFile, Drafted, EvidenceItem, SealEntry, Service } from '../documents/facts.ts';
import type { Json, JsonObject } from '../json.ts';
import type { InternalLimits } from '../model/limits.ts';
import type { KeptBody, RejectionCode } from './commands.ts';
import type { CaseRef, ErrandBody, Held, Named, ParentRef, Party, PinnedVersion, Pool, RecordedActor, Seat, Side, SplitFacts, Visit } from './state.ts';

export interface FieldChange { readonly field: string; readonly old: Json; readonly new: Json }

export type CaseEventBody =
  | { readonly type: 'case.started'; readonly caseId: string; readonly process: { readonly key: string; readonly version: number; readonly hash: string };
      readonly title: string; readonly agency: string; readonly region: string; readonly receivedAt: Instant;
      readonly initiator: { readonly id: string; readonly name: string }; readonly parties: readonly Party[]; readonly data: JsonObject;
      /** 内部时限 as changed when the case began. */ readonly limits?: InternalLimits; /** Absent = that of the program. */ readonly calendar?: CalendarPin;
      /** Of a case that another one called. */ readonly parent?: ParentRef }
  /** 案号; `number` is filled in by the append, which alone can number without gaps. `series` names the sequence, `format` has {n}. */
  | { readonly type: 'case.numbered'; readonly series: string; readonly format: string; readonly number: string | null }
  /**
   * 版本迁移: the case goes over to another version of its process. `renamed` is all that is called otherwise there, so that the fold asks neither
   * version; null: the new version does not have it.
   */
  | { readonly type: 'case.migrated'; readonly from: PinnedVersion; readonly to: PinnedVersion; readonly reason: string; readonly renamed: Renamed }
  /** `with`: together with the case that called it, by decision of `by` there. */
  | { readonly type: 'case.suspended'; readonly reason: string; readonly basis?: string; readonly with?: string; readonly by?: Named }
  | { readonly type: 'case.resumed'; readonly comment?: string; readonly with?: string; readonly by?: Named }
  | { readonly type: 'case.closed'; readonly outcome: string; readonly node: string | null; readonly reason?: string; /** Thrown, and caught by nobody here: it goes to the call activity that waits. */ readonly error?: string; readonly with?: string; readonly by?: Named }
  /** 关联案件: the same fact stands in the record of both. */
  | { readonly type: 'case.linked'; readonly relation: Relation; readonly reason?: string; readonly by?: Named } & CaseRef
  | { readonly type: 'case.unlinked'; readonly relation: 'related'; readonly caseId: string; readonly reason: string; readonly by?: Named }
  /** 并案 was asked for; `merge.refused` by the other case, or 'case.linked' and 'case.closed' follow. */
  | { readonly type: 'merge.asked'; readonly errand: number; readonly into: CaseRef; readonly reason: string }
  | { readonly type: 'merge.refused'; readonly into: CaseRef; readonly code: string }
  /** 分案: what was done in the case from which this one was split off. */
  | { readonly type: 'case.inherited'; readonly from: string; readonly visits: Readonly<Record<string, Visit>> }
  /** 重新办理. `outcome`: with what it had been closed. `undone`: steps whose outcome no longer counts. */
  | { readonly type: 'case.reopened'; readonly to: string; readonly reason: string; readonly basis?: string; readonly outcome: string | null; readonly undone: readonly string[] }
  /** It came while the case stood still; it is taken when the case goes on, or dropped where it no longer fits. */
  | { readonly type: 'input.kept'; readonly kept: number; readonly body: KeptBody }
  | { readonly type: 'input.taken'; readonly kept: number }
  | { readonly type: 'input.dropped'; readonly kept: number; readonly code: string }
  /** 流程异常: the process could not go on with what time, a service or another case had brought; it waits. */
  | { readonly type: 'incident.raised'; readonly incident: number; readonly node: string; readonly code: RejectionCode; readonly params: JsonObject; readonly of: Held }
  /** `gone`: nothing waits there any more; else it was tried again, and what follows in the record is what came of it. */
  | { readonly type: 'incident.resolved'; readonly incident: number; readonly node: string; readonly gone?: true }
  /** Another case is to be opened. With a token: by the call activity at which it rests, which is called by the same number. */
  | { readonly type: 'opening.requested'; readonly opening: number; readonly kind: 'call' | 'split'; readonly process: string; readonly agency: string; readonly data: JsonObject;
      readonly wait: boolean; readonly token?: number; readonly node?: string; readonly split?: SplitFacts }
  | { readonly type: 'opening.done'; readonly opening: number; readonly node?: string; readonly child: CaseRef }
  | { readonly type: 'opening.refused'; readonly opening: number; readonly node?: string; readonly code: string }
  | { readonly type: 'call.completed'; readonly call: number; readonly node: string; /** Null where it was not waited for. */ readonly outcome: string | null; readonly changes: readonly FieldChange[] }
  /** The other case is closed (or open, where it is not waited for), but this one cannot go on with what came of it. */
  | { readonly type: 'call.held'; readonly call: number; readonly node: string; readonly code: string; readonly outcome: string | null; readonly data: JsonObject; readonly error?: string }
  /** Whatever called is withdrawn; `ends`: the other case is told to end. */
  | { readonly type: 'call.withdrawn'; readonly call: number; readonly node: string; readonly ends: boolean }
  | { readonly type: 'errand.requested'; readonly errand: number; readonly to: string; readonly body: ErrandBody }
  /** `refused`: why the other case did not act on it. */
  | { readonly type: 'errand.done'; readonly errand: number; readonly to: string; readonly refused?: string }
  /** 办结清理 of what services have left standing, whichever way the case has ended (closing-work.ts). */
  | { readonly type: 'closing.requested'; readonly closing: number; readonly service: string; readonly input: JsonObject }
  | { readonly type: 'closing.done'; readonly closing: number; readonly service: string }
  /** `internal`: written by an officer; parties of the case do not see it. */
  | { readonly type: 'comment.added'; readonly text: string; readonly internal: boolean; /** @: who is told, and as what they see the case. */ readonly mentions?: readonly { readonly person: Named; readonly pool: Pool }[] }
  | { readonly type: 'message.received'; readonly message: string; readonly node: string; readonly changes: readonly FieldChange[] }
  | { readonly type: 'signal.received'; readonly signal: string; readonly node: string; readonly changes: readonly FieldChange[] }
  /** An error or escalation of the process; `caught`: the event that caught it. */
  | { readonly type: 'event.thrown'; readonly node: string; readonly kind: 'error' | 'escalation'; readonly code: string; readonly caught: string | null }
  | { readonly type: 'data.changed'; readonly changes: readonly FieldChange[]; readonly node: string }
  | { readonly type: 'token.created'; readonly token: number; readonly node: string; readonly flow: string | null; readonly scope: number;
      /** The token from which it was split. */ readonly from?: number }
  | { readonly type: 'token.moved'; readonly token: number; readonly node: string; readonly flow: string }
  /** `ending`: the outcome with which the case ends when what still runs beside the flow has ended too. */
  | { readonly type: 'token.removed'; readonly token: number; readonly ending?: string }
  | { readonly type: 'scope.opened'; readonly scope: number; readonly node: string; readonly token: number; readonly parent: number; readonly index: number | null; readonly item: Json }
  | { readonly type: 'scope.closed'; readonly scope: number }
  | { readonly type: 'multi.opened'; readonly token: number; readonly node: string; readonly items: readonly Json[]; readonly sequential: boolean }
  | { readonly type: 'multi.closed'; readonly token: number; readonly node: string; readonly completed: number }
  | { readonly type: 'task.created'; readonly task: number; readonly token: number; readonly node: string; readonly pool: Pool; readonly seat?: number;
      /** 旁办, and the task that waits for it. */ readonly side?: Side; readonly before?: number; readonly assignee?: Named;
      /** 无人可办: nobody could be found for the step; it is with whoever manages the case. */ readonly stray?: true }
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
  /** 转办: to a person, or to another post (`to` is then null). `seat` where it fills one. */
  | { readonly type: 'task.transferred'; readonly task: number; readonly node: string; readonly token: number; readonly from: Named | null; readonly to: Named | null; readonly pool: Pool; readonly seat?: number; readonly reason: string }
  /** 委派, and its end: resolved by who was asked, or called back (拿回) by who had asked. */
  | { readonly type: 'task.delegated'; readonly task: number; readonly node: string; readonly owner: Named; readonly to: Named; readonly pool: Pool; readonly reason: string }
  | { readonly type: 'task.resolved'; readonly task: number; readonly node: string; readonly by: Named; readonly changes: readonly FieldChange[]; readonly comment?: string }
  | { readonly type: 'task.recalled'; readonly task: number; readonly node: string; readonly to: Named }
  | { readonly type: 'task.urged'; readonly task: number; readonly node: string; readonly pool: Pool; readonly by: Named; readonly text?: string }
  /** 旁办 is done. Its token stays where it is. */
  | { readonly type: 'side.completed'; readonly task: number; readonly node: string; readonly kind: Side['kind']; readonly outcome: string; readonly by: Named; readonly comment?: string }
  /**
   * 退回 to an earlier step, or 拿回 of one's own. 'back': the step is done again beside the task that waits. 'redo', 'reclaim': tokens go back.
   * `undone`: steps whose outcome no longer counts. `continues`: clocks that go on where they stopped when they are started again.
   */
  | { readonly type: 'step.returned'; readonly fromTask?: number; readonly node: string; readonly to: string; readonly policy: 'redo' | 'back' | 'reclaim';
      readonly reason: string; readonly undone: readonly string[]; readonly continues: readonly string[] }
  /** 依法视为: the limit is over, and the law says what silence means. */
  | { readonly type: 'step.deemed'; readonly token: number; readonly node: string; readonly outcome: string; readonly clock: string }
  /** 同一人连续审批: whoever did the step before would take this one too, and the process counts it as decided so. */
  | { readonly type: 'step.repeated'; readonly token: number; readonly node: string; readonly outcome: string; readonly by: Named }
  | { readonly type: 'person.recused'; readonly person: Named; readonly reason: string; readonly own: boolean }
  /** 抄送, 已阅. */
  | { readonly type: 'case.copied'; readonly copy: number; readonly pool: Pool; readonly person: Named | null; readonly text?: string }
  | { readonly type: 'copy.read'; readonly copy: number; readonly by: Named }
  | { readonly type: 'job.requested'; readonly job: number; readonly token: number; readonly node: string; readonly service: string; readonly input: JsonObject }
  | { readonly type: 'job.completed'; readonly job: number; readonly node: string; /** What the service told the case. */ readonly changes?: readonly FieldChange[] }
  | { readonly type: 'job.cancelled'; readonly job: number; readonly node: string }
  /** 文书: drawn up with its number, then made (its files are stored), or given up (作废: the number is used). */
  | ({ readonly type: 'document.drafted' } & Drafted)
  | { readonly type: 'document.issued'; readonly document: number; readonly node: string; readonly files: readonly DocumentFile[]; readonly renderer: string; readonly seal: SealEntry | null }
  | { readonly type: 'document.voided'; readonly document: number; readonly node: string }
  /** 送达 on one of those to whom it is addressed, by their place in the list. */
  | ({ readonly type: 'document.served'; readonly document: number; readonly to: number; readonly name: string; readonly title: string; readonly changes: readonly FieldChange[] } & Service)
  /** 同意电子送达, or no longer. */
  | { readonly type: 'service.agreed'; readonly pool: Pool | null; readonly by: Named; readonly agreed: boolean }
  /** Of an uploaded file; its bytes are kept by their hash. */
  | ({ readonly type: 'file.added'; readonly file: number; readonly by: Named; readonly pool: Pool | null } & CaseFile)
  /** 证据清单. */
  | ({ readonly type: 'evidence.listed'; readonly item: number; readonly by: Named } & EvidenceItem)
  | { readonly type: 'evidence.struck'; readonly item: number; readonly reason: string; readonly by: Named }
  | { readonly type: 'timer.armed'; readonly timer: number; readonly node: string; readonly token: number; readonly startedAt: Instant; readonly dueAt: Instant; readonly provisional: boolean;
      /** Follows this clock. */ readonly clockNo?: number }
  | { readonly type: 'timer.fired'; readonly timer: number; readonly node: string }
  | { readonly type: 'timer.cancelled'; readonly timer: number; readonly node: string }
  | { readonly type: 'timer.moved'; readonly timer: number; readonly node: string; readonly dueAt: Instant; readonly provisional: boolean; readonly pauses: readonly Pause[];
      /** Where a published calendar moved it: its year, and what stood before. */ readonly year?: number; readonly oldDueAt?: Instant; readonly wasProvisional?: boolean }
  | { readonly type: 'clock.started'; readonly clockNo: number; readonly clock: string; readonly rule: ClockRule; readonly startedAt: Instant; readonly duty: Pool;
      /** It goes on after a return: what it brings with it. */ readonly pauses?: readonly Pause[]; readonly extensions?: readonly Extension[];
      readonly light?: 'green' | 'yellow' | 'red'; readonly breachedAt?: Instant } & ClockDates
  | { readonly type: 'clock.paused'; readonly clockNo: number; readonly pause: Pause }
  | { readonly type: 'clock.resumed'; readonly clockNo: number; readonly pauses: readonly Pause[] } & ClockDates
  | { readonly type: 'clock.extended'; readonly clockNo: number; readonly extension: Extension; readonly light?: 'green' } & ClockDates
  /** 放假安排公布: the case counts by another calendar from here on. */
  | { readonly type: 'calendar.adopted'; readonly calendar: CalendarPin; readonly year: number; readonly notice: string }
  /** `year`, `notice`: what was published. `light` where it goes back with a date that has become later. */
  | { readonly type: 'clock.recomputed'; readonly clockNo: number; readonly oldDueDay: Day; readonly clock?: string; readonly wasProvisional?: boolean;
      readonly year?: number; readonly notice?: string; readonly light?: 'green' | 'yellow' | 'red' } & ClockDates
  /** 更正: a breach that stands in the record does not count; with the published calendar the limit was not over then. */
  | { readonly type: 'clock.breach-corrected'; readonly clockNo: number; readonly clock: string; /** As it was recorded. */ readonly breachedAt: Instant; readonly dueDay: Day; readonly year: number }
  /** Goes over to the limit of another version of the law (migration). */
  | { readonly type: 'clock.rule-changed'; readonly clockNo: number; readonly clock: string; readonly oldRule: ClockRule; readonly oldDueDay: Day; readonly rule: ClockRule; readonly duty: Pool } & ClockDates
  | { readonly type: 'clock.warned'; readonly clockNo: number; readonly level: 'yellow' | 'red' }
  | { readonly type: 'clock.breached'; readonly clockNo: number; readonly clock: string; readonly dueAt: Instant }
  | { readonly type: 'clock.stopped'; readonly clockNo: number; readonly clock: string; readonly reason: 'met' | 'late' | 'cancelled' | 'returned' | 'merged' };

/** What another case is to this one. */
export const relations = ['parent', 'child', 'lead', 'lead-from', 'related', 'merged-into', 'merged-from', 'split-into', 'split-from', 'batch', 'entry'] as const;
export type Relation = (typeof relations)[number];
export const isRelation = (name: string): name is Relation => (relations as readonly string[]).includes(name);

/** Names in the old version → names in the new; only what is in use and differs. */
export interface Renamed {
  readonly steps: Readonly<Record<string, string | null>>;
  readonly flows: Readonly<Record<string, string | null>>;
  readonly clocks: Readonly<Record<string, string | null>>;
  readonly fields: Readonly<Record<string, string | null>>;
}

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
