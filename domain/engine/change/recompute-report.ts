/** What a published calendar has moved in a case, read from the events of its `recompute`: for the report of a publication and its preview. */
import type { Day } from '../../calendar/types.ts';
import type { CaseEvent } from '../events.ts';
import { lastDayOf } from './recompute.ts';

export interface Move {
  readonly kind: 'clock' | 'timer';
  /** Number in the case, and name in the definition (clock, or node of the timer). */
  readonly no: number;
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly wasProvisional: boolean;
  readonly provisional: boolean;
  /** Missed by the move itself: the new day is over. */
  readonly overdue?: true;
  /** A recorded breach does not count any more. */
  readonly corrected?: true;
}

export interface MoveCounts {
  readonly later: number;
  readonly earlier: number;
  /** 暂定 → 确定, on the same day. */
  readonly confirmed: number;
  readonly overdue: number;
  readonly corrected: number;
}

/** @param events of one command, what time brought about before it included */
export function movesIn(events: readonly CaseEvent[]): readonly Move[] {
  const from = events.findIndex((e) => e.body.type === 'calendar.adopted');
  const after = from < 0 ? [] : events.slice(from + 1).map((e) => e.body);
  const breached = new Set(after.flatMap((b) => (b.type === 'clock.breached' ? [b.clockNo] : [])));
  const corrected = new Set(after.flatMap((b) => (b.type === 'clock.breach-corrected' ? [b.clockNo] : [])));
  return after.flatMap((body): Move[] => {
    if (body.type === 'clock.recomputed') {
      const { clockNo, clock = '', oldDueDay, dueDay, wasProvisional = true, provisional } = body;
      // Only a light has moved: no date did.
      if (oldDueDay === dueDay && wasProvisional === provisional && !corrected.has(clockNo)) return [];
      return [{
        kind: 'clock', no: clockNo, name: clock, from: oldDueDay, to: dueDay, wasProvisional, provisional,
        ...(breached.has(clockNo) ? { overdue: true } : {}), ...(corrected.has(clockNo) ? { corrected: true } : {}),
      }];
    }
    if (body.type === 'timer.moved' && body.oldDueAt !== undefined) {
      const [old, due] = [lastDayOf(body.oldDueAt), lastDayOf(body.dueAt)];
      return [{ kind: 'timer', no: body.timer, name: body.node, from: old, to: due, wasProvisional: body.wasProvisional ?? true, provisional: body.provisional }];
    }
    return [];
  });
}

export function countMoves(moves: readonly Move[]): MoveCounts {
  const count = (is: (move: Move) => boolean): number => moves.filter(is).length;
  return {
    later: count((m) => m.to > m.from), earlier: count((m) => m.to < m.from), confirmed: count((m) => m.to === m.from && m.wasProvisional && !m.provisional),
    overdue: count((m) => m.overdue === true), corrected: count((m) => m.corrected === true),
  };
}
