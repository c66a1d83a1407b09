/**
 * The rows that people look at, derived from events. The append writes them in the transaction of the events themselves,
 * so that a list never lags behind the record.
 */
import type { Basis, Budget, Day, Instant } from '../calendar/types.ts';
import type { Relation } from '../engine/events.ts';
import type { Pool } from '../engine/state.ts';
import type { EnterpriseRow } from '../enterprises/from-case.ts';
import type { Text } from '../text.ts';
import type { Await } from './awaits.ts';

export type Light = 'green' | 'yellow' | 'red' | 'breached';

/** One row per case, written whole at every append. */
export interface CaseRow {
  readonly id: string;
  readonly processKey: string;
  readonly definitionHash: string;
  readonly title: string;
  readonly status: 'open' | 'suspended' | 'closed';
  readonly outcome: string | null;
  readonly agency: string;
  readonly region: string;
  readonly receivedAt: Instant;
  readonly closedAt: Instant | null;
  readonly initiatorId: string;
  /** Ids of the nodes where user tasks are open, without duplicates. */
  readonly openNodes: readonly string[];
  /** The next running clock to be due; null where none runs. */
  readonly dueAt: Instant | null;
  readonly dueDay: Day | null;
  /** Last day of the latest of its clocks and timers: a published calendar can move nothing in a case that ends before its days. */
  readonly countsUntil: Day | null;
  readonly provisional: boolean;
  /** The worst light of the running clocks; null where none runs. */
  readonly light: Light | null;
  /** Pools of parties and of every post that has had a task in the case: who may see it (besides the agency and supervisors). */
  readonly visibleTo: readonly Pool[];
  /** It has yet to hear of, or to tell, another case (engine/between/owes.ts). */
  readonly owes: boolean;
  readonly seq: number;
  readonly updatedAt: Instant;
}

export interface TaskRow {
  readonly task: number;
  readonly node: string;
  readonly pool: Pool;
  readonly status: 'open' | 'completed' | 'cancelled';
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly createdAt: Instant;
  readonly claimedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly outcome: string | null;
  /** 旁办: its kind and, for a step of this case alone, its title. */
  readonly side: 'redo' | 'ad-hoc' | 'extension' | null;
  readonly title: string | null;
  /** Something else must be done first. */
  readonly waiting: boolean;
}

export interface ClockRow {
  readonly clockNo: number;
  readonly clock: string;
  readonly status: 'running' | 'paused' | 'met' | 'late' | 'cancelled';
  readonly light: Light;
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  readonly dueAt: Instant;
  readonly dueDay: Day;
  readonly provisional: boolean;
  readonly breachedAt: Instant | null;
  readonly duty: Pool;
  readonly budget: Budget;
  readonly basis: Basis;
}

/** 站内消息 that follows from an event itself (a light turned, a clock was missed). Written with the events, like every other row. */
export interface NoticeRow {
  /** Unique in the case: the same event gives the same notice. */
  readonly key: string;
  readonly pool: Pool;
  /** The one person in the pool whom it is for; null = all of them. */
  readonly person: string | null;
  readonly subject: Text;
  readonly body: Text;
  readonly at: Instant;
}

/** 关联案件, one row on each side. */
export interface LinkRow {
  readonly relation: Relation;
  readonly otherId: string;
  readonly reason: string | null;
  readonly at: Instant;
  readonly endedAt: Instant | null;
}

export interface RowChanges {
  /** Links that were made or ended. */
  readonly links?: readonly LinkRow[];
  /** All that the case waits to be told, where that has changed. */
  readonly awaits?: readonly Await[];
  /** Of a case that starts: whom it names (企业名录). */
  readonly enterprises?: readonly EnterpriseRow[];
  readonly case: CaseRow;
  readonly tasks: readonly TaskRow[];
  readonly clocks: readonly ClockRow[];
  readonly notices: readonly NoticeRow[];
}
