/** Part of the record that travels with a command to an execution which may not have seen it (docs/adr/0056). */
import { fold } from '../engine/evolve.ts';
import type { StoredEvent } from '../engine/events.ts';
import type { CaseState } from '../engine/state.ts';

export interface Unseen {
  /** Where the record stood when the command was sent. */
  readonly seq: number;
  /** Its last events; none where they are too many to be brought along. */
  readonly news: readonly StoredEvent[];
}

/** Of what was brought along, what follows the state without a gap. */
export function newsFor(state: Pick<CaseState, 'seq'>, { news }: Unseen): readonly StoredEvent[] {
  const later = news.filter((event) => event.seq > state.seq);
  return later[0]?.seq === state.seq + 1 ? later : [];
}

/** The state as whoever sent the command saw the record; null where too little was brought along to know. */
export function stateWith(state: CaseState, unseen: Unseen): CaseState | null {
  const seen = fold(state, newsFor(state, unseen));
  return seen !== null && seen.seq >= unseen.seq ? seen : null;
}
