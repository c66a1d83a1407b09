/**
 * The contract of the compare-and-append (architecture, point 4). `db/record/append.ts` fulfils it, `workflows/case-workflow.ts` calls it
 * through a local activity.
 */
import type { CaseEvent, StoredEvent } from '../engine/events.ts';
import type { RowChanges } from './rows.ts';

/**
 * Events that the record hands out at once. Whoever gets fewer knows that there are no more: the append, the activities and the workflow must
 * agree on it.
 */
export const recordPage = 500;

export interface Commit {
  /** Command id: the client's idempotency key, or a name that follows from what was due. */
  readonly command: string;
  /** Digest of the command's content, so that the same key with another content is noticed; null for the system's own. */
  readonly digest: string | null;
  /** At least one event; seqs are contiguous over all commits, from expectedSeq + 1. */
  readonly events: readonly CaseEvent[];
}

export interface AppendRequest {
  readonly caseId: string;
  readonly expectedSeq: number;
  /** Hash of the event at expectedSeq; '' where expectedSeq is 0. */
  readonly head: string;
  readonly commits: readonly Commit[];
  readonly rows: RowChanges;
}

export type AppendResult =
  /** All written: the events as they stand now, with their hashes and the case number filled in. */
  | { readonly kind: 'appended'; readonly events: readonly StoredEvent[] }
  /** Nothing written: another append stood first. These events stand after expectedSeq, all that there are (at most recordPage; ask again for more). */
  | { readonly kind: 'behind'; readonly events: readonly StoredEvent[] }
  /** Nothing written: these commands are in the record already, at or before expectedSeq. */
  | { readonly kind: 'duplicate'; readonly commands: readonly { readonly command: string; readonly seq: number; readonly digest: string | null }[] };
