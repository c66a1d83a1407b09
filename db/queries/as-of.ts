/** 历史视图: a case as it stood at a past instant, by the same fold and the same rows as the record itself. */
import { fold } from '../../domain/engine/evolve.ts';
import type { CaseState } from '../../domain/engine/state.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { project } from '../../domain/record/project.ts';
import type { CaseRow, ClockRow } from '../../domain/record/rows.ts';
import type { Database } from '../pool.ts';
import { storedEvent, type EventRow } from '../record/read.ts';

export interface CaseAsOf {
  readonly state: CaseState;
  readonly row: CaseRow;
  /** All clocks that it had had by then, in the order in which they started. */
  readonly clocks: readonly ClockRow[];
}

const pageSize = 1_000;

/**
 * Reads no event after the instant, page by page: never more than one page is in memory beside the state.
 * @param modelOf every definition that the case was ever on
 * @returns null where the case did not exist yet
 */
export async function caseAsOf(database: Database, caseId: string, at: string, modelOf: (hash: string) => ProcessDefinition): Promise<CaseAsOf | null> {
  const clocks = new Map<number, ClockRow>();
  let state: CaseState | null = null;
  let row: CaseRow | null = null;
  for (;;) {
    // Times never fall along the record, so the first event after the instant ends it.
    const { rows } = await database.pool.query<EventRow>({
      name: 'events-until',
      text: 'select seq, at, command, actor, body, hash from events where case_id = $1 and seq > $2 and at <= $3 order by seq limit $4',
      values: [caseId, state?.seq ?? 0, at, pageSize],
    });
    const events = rows.map(storedEvent);
    if (events.length > 0) {
      const changes = project(modelOf, state, events);
      for (const clock of changes.clocks) clocks.set(clock.clockNo, clock);
      row = changes.case;
      state = fold(state, events);
    }
    if (events.length < pageSize) break;
  }
  return state && row ? { state, row, clocks: [...clocks.values()].sort((a, b) => a.clockNo - b.clockNo) } : null;
}
