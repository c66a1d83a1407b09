/** When a clock is due (到期日). The rules of counting are written down in course.ts and pauses.ts. */
import { dayOfEpoch, instantOf } from './civil-day.ts';
import { courseOf, type Course } from './course.ts';
import type { ClockFacts, DueDate, WorkCalendar } from './types.ts';

/**
 * An act before `dueAt` is in time, an act at `dueAt` is late. While a pause lasts, the date is the one that the clock would have if it
 * were resumed at the moment it was paused; show such a clock as paused.
 * @throws RangeError for budgets and instants that no definition may have.
 */
export const dueDate = (facts: ClockFacts, calendar: WorkCalendar): DueDate => toDueDate(courseOf(facts, calendar), calendar);

export const toDueDate = (course: Course, calendar: WorkCalendar): DueDate => ({
  dueDay: dayOfEpoch(course.dueDay), dueAt: instantOf(course.dueAt), provisional: course.provisional, calendarVersion: calendar.version,
});

/** The date under another calendar, and whether that moves the clock. Where nothing but the version changed, the clock need not be told. */
export function recompute(facts: ClockFacts, old: DueDate, calendar: WorkCalendar): { readonly due: DueDate; readonly changed: boolean } {
  const due = dueDate(facts, calendar);
  return { due, changed: due.dueAt !== old.dueAt || due.provisional !== old.provisional };
}
