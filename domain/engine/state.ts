/**
 * The state of one case: plain JSON, complete (it is what continue-as-new carries), bounded by the size of the
 * model and of what is open, never by the length of the history.
 */
import type { Budget, CalendarPin, ClockRule, Day, Extension, Instant, Pause } from '../calendar/types.ts';
import type { CaseDocument } from '../documents/facts.ts';
import type { Json, JsonObject } from '../json.ts';
import type { InternalLimits } from '../model/limits.ts';
import type { KeptBody, RejectionCode } from './commands.ts';

/** A pool (候选岗位) is one string, so that eligibility is set membership in code and in SQL alike: "role@agency", "uscc:<code>" or "person:<account>". */
export type Pool = string;

/** Somebody whom the engine hears of, without what they may do. */
export interface Named { readonly id: string; readonly name: string }
/** `pools` are the posts and parties that the person holds at the moment of the command. */
export interface PersonInPost extends Named { readonly pools: readonly Pool[] }

/** Who acts. */
export type Actor =
  | { readonly kind: 'person'; readonly id: string; readonly name: string; readonly pools: readonly Pool[];
      /** 代理: the absent for whom this person acts at present. */ readonly covers?: readonly PersonInPost[] }
  | { readonly kind: 'system'; readonly id: string };

/** What the record keeps of an actor: the act is done in one capacity, not in all that the person holds. */
export type RecordedActor =
  | { readonly kind: 'person'; readonly id: string; readonly name: string; readonly as: Pool | null;
      /** 代理: who was absent; the act is done in their stead. */ readonly for?: Named }
  | { readonly kind: 'system'; readonly id: string };

export interface Token {
  readonly id: number;
  readonly node: string;
  /** The scope it moves in: 0 = the process itself; others are sub-processes and instances of a multi-instance activity. */
  readonly scope: number;
  /** The sequence flow by which it arrived; joins count by it. Null at the start event and at boundary events. */
  readonly flow: string | null;
  /** The last step that somebody completed on its way, for 拿回. */
  readonly origin?: { readonly node: string; readonly by: string };
}

/** A sub-process under way, or one instance of a multi-instance activity. */
export interface Scope {
  readonly id: number;
  /** The sub-process, or the activity of which this is an instance. */
  readonly node: string;
  /** The token that rests at the activity outside. */
  readonly token: number;
  /** The scope of that token. */
  readonly parent: number;
  /** Position and item of an instance; null for the inside of a sub-process. */
  readonly index: number | null;
  readonly item: Json;
}

/** A multi-instance activity under way. By the token that rests at it. */
export interface Multi {
  readonly token: number;
  readonly node: string;
  readonly items: readonly Json[];
  readonly sequential: boolean;
  readonly started: number;
  readonly completed: number;
}

export interface Task {
  readonly id: number;
  readonly token: number;
  readonly node: string;
  readonly pool: Pool;
  readonly assignee: { readonly id: string; readonly name: string } | null;
  readonly createdAt: Instant;
  readonly claimedAt: Instant | null;
  /** The seat that it is to fill, where several sign (tasks/signing.ts). */
  readonly seat?: number;
  /** 委派: to whom it comes back when the present assignee has resolved it. */
  readonly owner?: Named;
  /** 转办: who handed it over, until the new assignee acts. */
  readonly handedBy?: Named;
  /** What it is where it is not the token's own step (tasks/side-tasks.ts). */
  readonly side?: Side;
  /** The side task that must be done first. */
  readonly waitsFor?: number;
  /** 催办: by whom last, and when. */
  readonly urged?: { readonly by: string; readonly at: Instant };
}

/** 旁办: a task beside the flow. It moves no token; it goes when the token that it stands at goes on. */
export type Side =
  /** 退回后直接回到退回人: an earlier step is done again, then the task that waits goes on. */
  | { readonly kind: 'redo' }
  /** 临时环节: a step of this case alone. */
  | { readonly kind: 'ad-hoc'; readonly title: string; readonly instructions: string; readonly by: Named }
  /** 延期审批. `rule` counts the entries of the clock's `extensions`. */
  | { readonly kind: 'extension'; readonly clockNo: number; readonly rule: number; readonly budget: Budget; readonly reason: string; readonly by: Named };

/** One signer's place in a round (会签席位). */
export interface Seat {
  readonly seat: number;
  readonly pool: Pool;
  readonly weight: number;
  readonly chair: boolean;
  readonly vote: { readonly outcome: string; readonly by: string; readonly name: string; readonly at: Instant } | null;
}

/** A step that several sign, while it is open. By token. */
export interface SigningRound {
  readonly token: number;
  readonly node: string;
  readonly seats: readonly Seat[];
}

/** A service task under way. */
export interface Job {
  readonly id: number;
  readonly token: number;
  readonly node: string;
  readonly service: string;
  readonly input: JsonObject;
}

/** Another case, as it was called when it was named here. */
export interface CaseRef { readonly caseId: string; readonly process: string; readonly number: string | null; readonly title: string }

/** A case that this one has asked to be opened, until it is known whether it was (between/call-answers.ts). By the number that it shares with its call. */
export interface Opening {
  readonly id: number;
  readonly kind: 'call' | 'split';
  readonly process: string;
  readonly agency: string;
  readonly data: JsonObject;
  /** The parent waits until it is closed. */
  readonly wait: boolean;
  readonly split?: SplitFacts;
}

/** What a case that is split off brings with it (splitting.ts). */
export interface SplitFacts {
  /** It is of the same version. */
  readonly hash: string;
  readonly receivedAt: Instant;
  readonly limits?: InternalLimits;
  /** The step at which it begins; null = the start. */
  readonly at: string | null;
  readonly visits: Readonly<Record<string, Visit>>;
  readonly clocks: readonly CarriedClock[];
  readonly reason: string;
  readonly by: Named;
}
export type CarriedClock = Pick<RunningClock, 'clock' | 'rule' | 'startedAt' | 'duty' | 'pauses' | 'extensions' | 'light' | 'breachedAt'>;

/** A call activity under way. */
export interface Call {
  readonly id: number;
  readonly token: number;
  readonly node: string;
  readonly wait: boolean;
  /** Null until the other case is known to be open. */
  readonly child: CaseRef | null;
  /** It could not be opened, or this case could not go on with what came of it (`told`): whoever manages the case has it tried again, or takes the case elsewhere. */
  readonly refused?: string;
  readonly told?: { readonly outcome: string | null; readonly data: JsonObject; readonly error?: string };
}

/** 办结清理: what a closed case still has done for it (engine/between/closing-work.ts). */
export interface ClosingWork { readonly id: number; readonly service: string; readonly input: JsonObject }
/** 案间事项: what this case has yet to tell another, in order; delivered by the shell exactly once (engine/between/errands.ts). */
export interface Errand { readonly id: number; readonly to: string; readonly body: ErrandBody }
export type ErrandBody =
  /** To the parent: the called case is closed. Its data is read from its record when it is delivered. */
  | { readonly kind: 'closed'; readonly call: number }
  /** 随案中止、恢复、终止: to a called case. `by`: whose decision it is. */
  | { readonly kind: 'suspend'; readonly reason: string; readonly basis?: string; readonly by: Named }
  | { readonly kind: 'resume'; readonly by: Named }
  | { readonly kind: 'terminate'; readonly reason: string; readonly by: Named }
  /** 关联, and its end. */
  | { readonly kind: 'linked' | 'unlinked'; readonly reason: string; readonly by: Named }
  /** 并案: to the case that is to take this one over. */
  | { readonly kind: 'absorb'; readonly agency: string; readonly receivedAt: Instant; readonly reason: string; readonly by: Named };

/** The case that called this one. */
export interface ParentRef extends CaseRef {
  readonly call: number;
  readonly wait: boolean;
  /** How many cases stand above this one. */
  readonly depth: number;
}

/** 流程异常: what time, a service or another case has brought, and the process could not go on with (incidents.ts). */
export interface Incident {
  readonly id: number;
  /** The element that was to go on. */
  readonly node: string;
  readonly since: Instant;
  readonly code: RejectionCode;
  readonly params: JsonObject;
  readonly of: Held;
}
/** What waits with it: a timer that stays armed, a decision that the law makes by silence, instances still to be opened, an answer or message with all that it brought. */
export type Held =
  | { readonly kind: 'timer'; readonly timer: number }
  | { readonly kind: 'deemed'; readonly clockNo: number; readonly outcome: string }
  | { readonly kind: 'instances'; readonly token: number }
  | { readonly kind: 'input'; readonly body: Exclude<KeptBody, { readonly type: 'child-closed' }> };

export interface ArmedTimer {
  readonly id: number;
  readonly node: string;
  /** The token that waits (intermediate), or the token of the activity (boundary). */
  readonly token: number;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly provisional: boolean;
  readonly pauses: readonly Pause[];
  /** The clock that it fires with; `dueAt` is then only where that clock stood when the timer was armed. */
  readonly clockNo?: number;
}

export interface RunningClock {
  readonly id: number;
  readonly clock: string;
  readonly rule: ClockRule;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly dueDay: Day;
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly duty: Pool;
  readonly paused: boolean;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  /** Lights still to come, soonest first. */
  readonly warnings: readonly { readonly level: 'yellow' | 'red'; readonly at: Instant }[];
  readonly light: 'green' | 'yellow' | 'red';
  readonly breachedAt: Instant | null;
}

/** The last time a step was completed: for separation of duties, conditions, and returning. */
export interface Visit {
  readonly by: string;
  readonly name: string;
  readonly at: Instant;
  readonly outcome: string;
  readonly count: number;
  /** Ids of those who voted, where several signed (`by` is then empty), and of whoever did the step in earlier rounds: nobody of them checks what they had a part in. */
  readonly voters?: readonly string[];
  /** A return has taken it back: conditions do not see its outcome until it is done again; separation of duties still does. */
  readonly undone?: true;
}

/** A clock that runs no longer, as it was. */
export interface PastClock extends RunningClock {
  readonly stoppedAt: Instant;
  /** A return has undone what stopped it, or what had started it: where it starts again it goes on from here and gives nobody new time. */
  readonly continues?: true;
}

export interface Party {
  readonly party: string;
  readonly pool: Pool;
  /** It sees the case from its first task on. */
  readonly later?: true;
}

/** A version of a process, by the hash of its definition. */
export interface PinnedVersion { readonly key: string; readonly version: number; readonly hash: string }

export interface CaseState {
  readonly caseId: string;
  readonly process: PinnedVersion;
  /** Versions that it was on before, oldest first; `until` is the last event of each. Absent where it was never migrated. */
  readonly former?: readonly { readonly process: PinnedVersion; readonly until: number }[];
  /** Number of events folded so far; the next event has seq + 1. */
  readonly seq: number;
  /** Hash of the last event; '' before the first. */
  readonly head: string;
  readonly status: 'open' | 'suspended' | 'closed';
  /** Handling agency (承办机关). */
  readonly agency: string;
  readonly region: string;
  readonly number: string | null;
  readonly title: string;
  readonly receivedAt: Instant;
  readonly initiator: { readonly id: string; readonly name: string };
  readonly parties: readonly Party[];
  /** Pools of the parties and of every post that has had a task here: who may see the case (besides the agency and supervisors). */
  readonly visibleTo: readonly Pool[];
  readonly data: Readonly<Record<string, Json>>;
  readonly outcome: string | null;
  /** The flow has ended with this outcome, while an event sub-process still runs beside it. */
  readonly ending?: string;
  /** Of a case that an error has closed which nobody in it caught. */
  readonly error?: string;
  readonly closedAt: Instant | null;
  readonly suspension: { readonly reason: string; readonly since: Instant; readonly basis?: string; /** 随案中止: the case with which it was suspended. */ readonly with?: string } | null;
  /** The calendar it counts by; absent = the one that comes with the program. Every clock names the version that it was computed with. */
  readonly calendar?: CalendarPin;
  /** 内部时限 that had been changed when the case began; absent = those of the definition. */
  readonly limits?: InternalLimits;
  readonly tokens: Readonly<Record<number, Token>>;
  readonly tasks: Readonly<Record<number, Task>>;
  readonly scopes: Readonly<Record<number, Scope>>;
  readonly multis: Readonly<Record<number, Multi>>;
  readonly signings: Readonly<Record<number, SigningRound>>;
  readonly jobs: Readonly<Record<number, Job>>;
  readonly timers: Readonly<Record<number, ArmedTimer>>;
  /** Cases that it has asked to be opened, call activities under way, and what it has yet to tell other cases. Absent where it never had any. */
  readonly openings?: Readonly<Record<number, Opening>>;
  readonly calls?: Readonly<Record<number, Call>>;
  readonly errands?: Readonly<Record<number, Errand>>;
  readonly closings?: Readonly<Record<number, ClosingWork>>;
  /** Of a case that another one called. */
  readonly parent?: ParentRef;
  /** 并案 that the other case has not answered yet. */
  readonly merging?: { readonly into: CaseRef; readonly errand: number; readonly reason: string };
  /** 关联案件: those linked by hand. */
  readonly related?: readonly string[];
  /** What came while the case stood still (between/kept.ts), in order. */
  readonly kept?: readonly { readonly id: number; readonly body: KeptBody }[];
  /** 流程异常 that are open. */
  readonly incidents?: Readonly<Record<number, Incident>>;
  readonly clocks: Readonly<Record<number, RunningClock>>;
  /** By clock id: how it stood when it last stopped. Absent in states older than 0.2.0. */
  readonly past?: Readonly<Record<string, PastClock>>;
  /** 回避: people who may no longer take part in handling. */
  readonly recused?: readonly Named[];
  /** 抄送 that nobody has read yet, by number. */
  readonly copies?: Readonly<Record<number, { readonly pool: Pool; readonly person: Named | null }>>;
  /** 文书 under way, those still to be served, and the last of each template for each addressee. */
  readonly documents?: Readonly<Record<number, CaseDocument>>;
  /** 同意电子送达: pools; "person:<account>" of those who are no party. */
  readonly electronicService?: readonly string[];
  /** 证据清单: numbers of the items that stand. */
  readonly evidence?: readonly number[];
  readonly visits: Readonly<Record<string, Visit>>;
  /** Next number for tokens, scopes, tasks, jobs, timers and clocks of this case. */
  readonly nextId: number;
}
