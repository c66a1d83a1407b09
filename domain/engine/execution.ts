/**
 * What the execution of a case (its Temporal workflow) carries out, and nobody else: it wakes at the next due moment, runs services, opens and tells
 * other cases, and ends. A command that leaves all of that as it was asks nothing of it, only of the record (docs/adr/0056).
 */
import type { CommandBody } from './commands.ts';
import { wakeAt } from './due.ts';
import type { CaseState } from './state.ts';

/** They bring along what only the message to an execution can carry: another definition, another calendar; or there is no state yet. */
const carrying: ReadonlySet<CommandBody['type']> = new Set(['start', 'migrate', 'recompute']);
export const bringsAlong = ({ type }: CommandBody): boolean => carrying.has(type);

/**
 * An execution that knew `before`, or that slept no longer than `before` allowed, would have something to do at `after`. To wake too early is no
 * harm: it looks, finds nothing due, and sleeps again. To wake too late would be.
 */
export function asksExecution(before: CaseState, after: CaseState): boolean {
  return before.status === 'closed' || after.status === 'closed' || wake(after) < wake(before) || before.process.hash !== after.process.hash || before.calendar?.no !== after.calendar?.no
    || !sameKeys(before.jobs, after.jobs) || !sameKeys(before.openings, after.openings) || !sameKeys(before.errands, after.errands) || !sameKeys(before.closings, after.closings);
}

const wake = (state: CaseState): number => wakeAt(state) ?? Infinity;

/** What is under way has a number that is never used again: the same numbers are the same work. */
function sameKeys(before: Readonly<Record<number, unknown>> = {}, after: Readonly<Record<number, unknown>> = {}): boolean {
  if (before === after) return true;
  const [some, others] = [Object.keys(before), Object.keys(after)];
  return some.length === others.length && others.every((id) => id in before);
}
