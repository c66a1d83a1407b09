/** An execution that sees only the commands that ask something of it (docs/adr/0056), held beside the record that sees all. */
import { expect } from 'vitest';
import { wakeAt } from '../../domain/engine/due.ts';
import type { CaseEvent } from '../../domain/engine/events.ts';
import { fold } from '../../domain/engine/evolve.ts';
import { asksExecution } from '../../domain/engine/execution.ts';
import type { CaseState } from '../../domain/engine/state.ts';

const wake = (state: CaseState): number => wakeAt(state) ?? Infinity;
const underway = ({ jobs, openings = {}, errands = {}, closings = {} }: CaseState): readonly string[][] => [jobs, openings, errands, closings].map((some) => Object.keys(some));

/**
 * @param events a whole record
 * @returns how many commands passed the execution by
 */
export function followLagging(events: readonly CaseEvent[]): number {
  let state: CaseState | null = null;
  let known: CaseState | null = null;
  let passedBy = 0;
  for (let from = 0; from < events.length;) {
    let to = from;
    while (to < events.length && events[to]?.command === events[from]?.command) to++;
    const group = events.slice(from, to);
    from = to;
    const after: CaseState | null = fold(state, group);
    const byPerson = group.some((event) => event.actor.kind === 'person');
    if (state && after && byPerson && !asksExecution(state, after)) passedBy += 1;
    else known = after;
    state = after;
    if (!state || !known) throw new Error('a record without a case');
    const where = `after ${group.at(-1)?.body.type}`;
    expect(wake(known), `sleeps too long ${where}`).toBeLessThanOrEqual(wake(state));
    expect(underway(known), `does other work ${where}`).toEqual(underway(state));
    expect(known.status === 'closed', `ends ${where}`).toBe(state.status === 'closed');
    expect(known.process.hash).toBe(state.process.hash);
  }
  return passedBy;
}
