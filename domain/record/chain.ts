/**
 * The chain of a case: each event carries the SHA-256 of the hash before it and of its own canonical JSON. Whoever changes, removes or
 * inserts an event must change every hash after it. Pure: SHA-256 is passed in (Node here, a browser or another language elsewhere).
 */
import type { CaseEvent, StoredEvent } from '../engine/events.ts';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 over the UTF-8 bytes of a text, as 64 lower-case hex digits. */
export type Sha256 = (text: string) => string;

/**
 * hash = SHA-256(previous hash ‖ canonical JSON of {actor, at, body, caseId, command, seq}); the first event has '' before it.
 * @throws NotCanonical
 */
export function eventHash(previous: string, event: CaseEvent, caseId: string, sha256: Sha256): string {
  const { seq, at, command, actor, body } = event;
  return sha256(previous + canonicalJson({ caseId, seq, at, command, actor, body }));
}

/** The events with their hashes, the first one linked to `previous`. */
export function chain(previous: string, events: readonly CaseEvent[], caseId: string, sha256: Sha256): readonly StoredEvent[] {
  let head = previous;
  return events.map((event) => {
    head = eventHash(head, event, caseId, sha256);
    return { ...event, hash: head };
  });
}

export interface ChainLink { readonly seq: number; readonly head: string }

export type ChainCheck =
  | ({ readonly intact: true } & ChainLink)
  /** `brokenAt`: seq at which the first event is missing, out of order, or does not fit its hash. */
  | { readonly intact: false; readonly brokenAt: number };

/** Checks events that follow `from` (the start of the case where absent); long cases are checked page by page. */
export function verifyChain(events: readonly StoredEvent[], caseId: string, sha256: Sha256, from: ChainLink = { seq: 0, head: '' }): ChainCheck {
  let { seq, head } = from;
  for (const event of events) {
    if (event.seq !== seq + 1) return { intact: false, brokenAt: seq + 1 };
    if (event.hash !== eventHash(head, event, caseId, sha256)) return { intact: false, brokenAt: event.seq };
    seq = event.seq;
    head = event.hash;
  }
  return { intact: true, seq, head };
}
