/** What may be asked of a case (办理动作), and how it is refused. */
import type { Budget, CalendarPin, WorkCalendar } from '../calendar/types.ts';
import type { CaseFile, EvidenceItem, ServiceWay } from '../documents/facts.ts';
import type { Json, JsonObject } from '../json.ts';
import type { InternalLimits } from '../model/limits.ts';
import type { ProcessDefinition } from '../model/types.ts';
import type { MigrationMapping } from '../model/version-map.ts';
import type { Actor, CaseRef, Named, ParentRef, PersonInPost, Pool, SplitFacts } from './state.ts';

export type CommandBody =
  | { readonly type: 'start'; readonly caseId: string; readonly hash: string; readonly agency: string; readonly region: string; readonly data: JsonObject;
      /** 收到日期, where it is earlier than now (paper, transfer). Decides which version of the law applies. */ readonly receivedAt?: string;
      /** 内部时限 that administrators have changed, as they stand now. */ readonly limits?: InternalLimits;
      /** By which message, where not by the plain start event. */ readonly message?: string;
      /** Another case calls it; then no person starts it, and any field of the process may be given. */ readonly parent?: ParentRef;
      /** It is split off another; likewise. */ readonly split?: SplitFacts & { readonly from: CaseRef } }
  | { readonly type: 'claim'; readonly task: number }
  | { readonly type: 'release'; readonly task: number }
  /** `people`: those whom the data names by their accounts, as the directory knows them. */
  | { readonly type: 'complete'; readonly task: number; readonly outcome: string; readonly data: JsonObject; readonly people?: readonly PersonInPost[]; readonly comment?: string }
  /** 改票: another vote of one's own while the round is open. */
  | { readonly type: 'change-vote'; readonly node: string; readonly outcome: string; readonly comment?: string }
  /** 加签 / 减签, while the round is open. */
  | { readonly type: 'add-signers'; readonly node: string; readonly pools: readonly string[]; readonly reason: string }
  | { readonly type: 'remove-signer'; readonly node: string; readonly seat: number; readonly reason: string }
  /** `mentions`: who is told of it; colleagues in a post that may see the case (@). */
  | { readonly type: 'comment'; readonly text: string; readonly mentions?: readonly PersonInPost[] }
  /** 退回. 'redo': everything from that step on is done again. 'back': only that step, and then straight back to who returned it. */
  | { readonly type: 'return'; readonly task: number; readonly to: string; readonly policy: 'redo' | 'back'; readonly reason: string }
  /** 拿回: the step that one has completed, while nobody has acted on what followed. */
  | { readonly type: 'reclaim'; readonly node: string; readonly reason: string }
  /** 撤回: by whoever started the case, while nobody has acted on it. */
  | { readonly type: 'withdraw'; readonly reason: string }
  /** 转办 to a colleague (`to`), or to another post (`pool`); one of the two. */
  | { readonly type: 'transfer'; readonly task: number; readonly to: PersonInPost | null; readonly pool: Pool | null; readonly reason: string }
  /** 委派: somebody prepares it, then it comes back. */
  | { readonly type: 'delegate'; readonly task: number; readonly to: PersonInPost; readonly reason: string }
  | { readonly type: 'resolve'; readonly task: number; readonly data: JsonObject; readonly people?: readonly PersonInPost[]; readonly comment?: string }
  /** 拿回 what one has delegated or handed over, while the other has not acted. */
  | { readonly type: 'recall'; readonly task: number }
  | { readonly type: 'urge'; readonly task: number; readonly text?: string }
  /** 抄送 to a post, or to one person in it. */
  | { readonly type: 'copy'; readonly to: readonly { readonly pool: Pool; readonly person: Named | null }[]; readonly text?: string }
  | { readonly type: 'read-copy'; readonly copy: number }
  /** 临时环节, before the task goes on where `blocks`. */
  | { readonly type: 'add-step'; readonly task: number; readonly pool: Pool; readonly title: string; readonly instructions: string; readonly blocks: boolean }
  /** 回避: oneself, or ordered by who manages the case. */
  | { readonly type: 'recuse'; readonly person: Named | null; readonly reason: string }
  /** 延期: asked by who has the duty; granted at once where the approver asks. `budget` where the rule leaves it open. */
  | { readonly type: 'extend'; readonly clockNo: number; readonly budget?: Budget; readonly reason: string }
  /** 送达: recorded by who handles the case; `on` is the day of service, or with 'announcement' the day on which it was announced. */
  | { readonly type: 'serve'; readonly document: number; readonly to: number; readonly way: ServiceWay; readonly on: string; readonly receivedBy?: string; readonly note?: string; readonly proof: readonly string[] }
  /** 电子送达: an addressee who has agreed to it opens the document. */
  | { readonly type: 'receive'; readonly document: number }
  | { readonly type: 'agree-service'; readonly agreed: boolean }
  /** The API has stored the bytes. */
  | ({ readonly type: 'add-file' } & CaseFile)
  | ({ readonly type: 'list-evidence' } & EvidenceItem)
  | { readonly type: 'strike-evidence'; readonly item: number; readonly reason: string }
  /** `with`, `by`: sent by the case that called this one, for whom it was decided there. */
  | { readonly type: 'suspend'; readonly reason: string; readonly basis?: string; readonly with?: string; readonly by?: Named }
  | { readonly type: 'resume'; readonly comment?: string; readonly with?: string; readonly by?: Named }
  | { readonly type: 'terminate'; readonly reason: string; readonly with?: string; readonly by?: Named }
  /** Tells the case what it waits for. Sent by another case or a system, or by whoever manages the case. */
  | { readonly type: 'message'; readonly message: string; readonly data: JsonObject }
  /** To every case that waits for it. Sent by the shell. */
  | { readonly type: 'signal'; readonly signal: string; readonly data: JsonObject }
  /** 版本迁移: from one version of the process to another, both by the hash of their definition. */
  | { readonly type: 'migrate'; readonly from: string; readonly to: string; readonly mapping: MigrationMapping; readonly reason: string }
  /** 放假安排公布: the case counts by the calendar of this publication from now on. Sent by the shell. */
  | { readonly type: 'recompute'; readonly calendar: CalendarPin; readonly year: number; /** Citation of the notice. */ readonly notice: string }
  /** The other case is open, or cannot be opened. Sent by the shell. */
  | { readonly type: 'opening-done'; readonly opening: number; readonly child: CaseRef }
  | { readonly type: 'opening-refused'; readonly opening: number; readonly code: string }
  /** 调用 once more, of a case that could not be opened. */
  | { readonly type: 'retry-call'; readonly call: number }
  /** 流程异常: what waits there is tried again, by whoever manages the case. */
  | { readonly type: 'retry-incident'; readonly incident: number }
  /** A called case is closed. Sent by that case. */
  | { readonly type: 'child-closed'; readonly call: number; readonly child: CaseRef; readonly outcome: string; readonly data: JsonObject; /** With which it ended. */ readonly error?: string }
  /** 关联 by who manages the case; the other case is told with 'linked', 'unlinked'. */
  | { readonly type: 'link'; readonly other: CaseRef; readonly reason: string }
  | { readonly type: 'unlink'; readonly other: string; readonly reason: string }
  /** `relation`: what the other case is to this one, where they are more than merely related (services 'case.link', 'batch.join'). */
  | { readonly type: 'linked'; readonly other: CaseRef; readonly relation?: 'batch' | 'entry' | 'lead' | 'lead-from'; readonly reason: string; readonly by: Named }
  | { readonly type: 'unlinked'; readonly other: string; readonly reason: string; readonly by: Named }
  /** 并案 into a case of the same process and agency; that one is asked with 'absorb'. */
  | { readonly type: 'merge'; readonly into: CaseRef; readonly agency: string; readonly reason: string }
  | { readonly type: 'absorb'; readonly from: CaseRef; readonly agency: string; readonly receivedAt: string; readonly reason: string; readonly by: Named }
  /** 分案 with these fields, what its start form asks, and what `data` says; at the start, or at a step that this case has come to. */
  | { readonly type: 'split'; readonly fields: readonly string[]; readonly data: JsonObject; readonly at?: string; readonly reason: string }
  /** 重新办理 of a closed case, at a step that was done in it. */
  | { readonly type: 'reopen'; readonly to: string; readonly reason: string; readonly basis?: string }
  /** Another case has been told, or did not want to hear. Sent by the shell. */
  | { readonly type: 'errand-done'; readonly errand: number; readonly refused?: string }
  /** What the closed case still had done for it is done. Sent by the shell. */
  | { readonly type: 'closing-done'; readonly closing: number }
  /** A service has done its work. Sent by the shell. */
  | { readonly type: 'job-done'; readonly job: number; /** What it tells the case; the step says which of it goes where. */ readonly result?: JsonObject }
  /** Time has come for something: warnings, breaches, timers. Sent by the shell. */
  | { readonly type: 'tick' };
export type CommandType = CommandBody['type'];
/** What comes from outside and is kept while the case stands still (between/kept.ts). */
export type KeptBody = Extract<CommandBody, { type: 'message' | 'signal' | 'job-done' | 'child-closed' }>;

export interface Command {
  readonly id: string;
  readonly actor: Actor;
  readonly body: CommandBody;
}

/** Facts from outside that a decision depends on. */
export interface DecideContext {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The one that the case counts by (`CaseState.calendar`). */
  readonly calendar: WorkCalendar;
  /** For a case that starts: the number of the publication; absent = the calendar that comes with the program. */
  readonly calendarNo?: number;
  /** The calendar that a `recompute` brings. */
  readonly published?: WorkCalendar;
  /** The definition to which a `migrate` goes. */
  readonly target?: { readonly hash: string; readonly model: ProcessDefinition };
}

/** Stable codes of refusals. Each maps to one HTTP status and one text in both languages (contracts/problems.ts). */
export type RejectionCode =
  | 'case.exists' | 'case.not-found' | 'case.closed' | 'case.suspended' | 'case.not-suspended'
  | 'task.not-found' | 'task.claimed-by-other' | 'task.not-yours' | 'task.waits' | 'task.delegated' | 'task.not-delegated' | 'task.not-eligible' | 'task.side' | 'task.acted' | 'task.urged'
  | 'return.not-done' | 'return.not-here' | 'return.not-sound' | 'return.signed' | 'reclaim.not-yours' | 'reclaim.acted' | 'withdraw.not-yours' | 'withdraw.acted'
  | 'forbidden.recused' | 'forbidden.party' | 'copy.not-found' | 'mention.cannot-see' | 'clock.not-found' | 'clock.not-extendable' | 'clock.pending' | 'clock.over' | 'clock.too-late' | 'clock.budget'
  | 'signing.not-open' | 'signing.no-vote' | 'signing.no-seat' | 'signing.voted' | 'signing.twice' | 'signing.unknown-pool'
  | 'outcome.unknown' | 'form.invalid' | 'forbidden.pool' | 'forbidden.start' | 'forbidden.manage' | 'forbidden.separation' | 'forbidden.designated'
  | 'forbidden.administer' | 'migration.other-version' | 'migration.other-process' | 'migration.no-definition' | 'migration.mapping' | 'migration.refused'
  | 'forbidden.parent' | 'call.not-awaited' | 'call.not-refused' | 'link.self' | 'link.exists' | 'link.not-found' | 'link.too-many'
  | 'merge.other-kind' | 'merge.children' | 'case.merging' | 'case.not-closed' | 'reopen.merged'
  | 'document.not-found' | 'document.not-issued' | 'document.served' | 'document.not-addressed' | 'service.not-agreed' | 'evidence.not-found' | 'forbidden.handling'
  | 'incident.not-found' | 'calendar.superseded' | 'message.not-awaited' | 'job.not-found' | 'model.no-flow' | 'model.expression' | 'model.no-pool' | 'model.too-many-steps';

export interface FieldProblem { readonly field: string; readonly code: FieldProblemCode; readonly params?: Readonly<Record<string, Json>> }
export type FieldProblemCode =
  | 'required' | 'type' | 'too-long' | 'too-small' | 'too-large' | 'not-an-option' | 'uscc' | 'phone' | 'date' | 'moment' | 'region' | 'unknown-field' | 'characters'
  | 'not-in-post' | 'named-twice' | 'too-few' | 'too-many';

export interface Rejection {
  readonly code: RejectionCode;
  readonly params: Readonly<Record<string, Json>>;
  readonly fields?: readonly FieldProblem[];
}

export type Model = ProcessDefinition;
