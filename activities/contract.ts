/** What the case workflow may ask of the world. The workflow imports these types only; workers/main.ts wires the functions. */
import type { CalendarPin, WorkCalendar } from '../domain/calendar/types.ts';
import type { StoredEvent } from '../domain/engine/events.ts';
import type { Rejection } from '../domain/engine/commands.ts';
import type { CaseRef, CaseState, Errand, Opening } from '../domain/engine/state.ts';
import type { JsonObject } from '../domain/json.ts';
import type { ProcessDefinition } from '../domain/model/types.ts';
import type { AppendRequest, AppendResult } from '../domain/record/append.ts';

/** All written, and too many events to hand back at once: read them from the record. */
export interface WrittenUnseen { readonly kind: 'written'; readonly seq: number }

export interface RejectedCommand { readonly command: string; readonly rejection: Rejection }

export interface Round {
  readonly caseId: string;
  /** Where the workflow believes the record to be. */
  readonly seq: number;
  readonly request: AppendRequest | null;
  /** The publication of the calendar that the workflow counts by. Histories of before there were publications have none. */
  readonly calendarNo?: number;
  readonly rejected: readonly RejectedCommand[];
}
export interface RoundResult {
  readonly result: AppendResult | WrittenUnseen | null;
  /** Refusals that stand. */
  readonly rejected: readonly RejectedCommand[];
  /** The calendar that is in force, where dates were computed with an older one. */
  readonly inForce?: { readonly calendar: CalendarPin; readonly year: number; readonly notice: string };
  /** Commands that were refused here on what they have themselves brought about: they are in the record. */
  readonly known: readonly { readonly command: string; readonly seq: number; readonly digest: string | null }[];
}

/** Short, local, on the hot path: run as local activities. */
export interface RecordActivities {
  /**
   * Appends, and hands back the refusals of the same round, held against the record first: everything that the workflow does after a round follows from this
   * answer, which history keeps, so that a later version of `decide` cannot make a replay differ.
   */
  readonly appendToRecord: (round: Round) => Promise<RoundResult>;
  /** Events after a seq, at most 500. */
  readonly readRecord: (from: { readonly caseId: string; readonly after: number }) => Promise<readonly StoredEvent[]>;
  /** The calendar of a publication; it travels by reference. */
  readonly loadCalendar: (no: number) => Promise<{ readonly $calendar: string; readonly calendar?: WorkCalendar }>;
  /** The fold of the whole record; null where there is no such case, 'large' where it does not fit one payload: fold the events page by page. */
  readonly loadState: (caseId: string) => Promise<CaseState | null | 'large'>;
  /** A definition that the execution does not know, met in the record; the payload codec takes the model out of the history and puts it in again. */
  readonly loadDefinition: (hash: string) => Promise<{ readonly $definition: string; readonly model?: ProcessDefinition }>;
}

export interface ServiceRequest {
  readonly caseId: string;
  readonly job: number;
  readonly service: string;
  readonly input: JsonObject;
}

/** What leaves the case: run as regular activities, idempotent by (caseId, job). */
export interface ServiceActivities {
  readonly runService: (request: ServiceRequest) => Promise<JsonObject | null>;
}

export type OpeningAnswer = { readonly ok: true; readonly child: CaseRef } | { readonly ok: false; readonly code: string };

/** Between cases; each is idempotent by the case and the number of what it asks for, and is repeated until it has come about. */
export interface BetweenActivities {
  readonly openCase: (request: { readonly caseId: string; readonly depth: number; readonly opening: Opening }) => Promise<OpeningAnswer>;
  /** `refused`: why the other case did not act on it; null where it did. */
  readonly tellCase: (request: { readonly caseId: string; readonly errand: Errand }) => Promise<{ readonly refused: string | null }>;
}

/** 逐案处理: walks over running cases (workflows/case-walk.ts). */
export interface WalkActivities {
  /** Visits the next cases of a walk. @returns false where none is left */
  readonly walkPage: (walk: string) => Promise<boolean>;
}
