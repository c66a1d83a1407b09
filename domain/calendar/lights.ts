/**
 * Lights (预警灯): when a clock turns yellow or red before it is due. Measured back from `dueAt`, since that is the time which is left.
 *
 * - `left` in working or calendar days: 00:00 of the day from which on exactly that many days are left, the due day among them. Stopped
 *   days are not among them. "1 working day left" turns at 00:00 of the last working day.
 * - `left` in months or years: 24:00 of the corresponding day before the due day.
 * - `left` in hours: that many hours before `dueAt`, stops not counted.
 * - `fractionLeft` of a budget in hours: that share of its hours. Of a budget in days, months or years: that share of its counted days
 *   (base and extensions), rounded up and at least one, as `left` in that unit. A mixed budget is measured in calendar days.
 * - Never before the start: a warning that asks for more than the whole period turns at once.
 * - A light does not turn back: a yellow that would come with or after a red is left out.
 */
import { addMonths, instantOf, knownDay, msOf, msPerHour, startOfEpochDay } from './civil-day.ts';
import { courseOf, type Course } from './course.ts';
import { runBack, stopFinderBackwards } from './pauses.ts';
import type { Budget, ClockFacts, DueDate, Instant, Unit, Warning, WorkCalendar } from './types.ts';
import { workDays } from './year-table.ts';

export interface LightTime { readonly level: Warning['level']; readonly at: Instant }

/** Soonest first. `due` is what `dueDate` gave for these facts and this calendar. */
export function lightTimes(facts: ClockFacts, due: DueDate, warnings: readonly Warning[], calendar: WorkCalendar): readonly LightTime[] {
  if (warnings.length === 0) return [];
  const course = courseOf(facts, calendar);
  const start = msOf(facts.startedAt);
  const dueAt = msOf(due.dueAt);
  const dueDay = knownDay(due.dueDay);
  const times = warnings.map(({ level, when }) => {
    const at = 'left' in when ? whenLeft(when.left) : whenFraction(when.fractionLeft);
    return { level, at: Math.max(start, at) };
  });
  const red = Math.min(...times.filter((t) => t.level === 'red').map((t) => t.at));
  return times
    .filter((t) => t.level === 'red' || t.at < red)
    .sort((a, b) => a.at - b.at)
    .map((t) => ({ level: t.level, at: instantOf(t.at) }));

  function whenLeft({ amount, unit }: Budget): number {
    switch (unit) {
      case 'hour': return runBack(dueAt, amount * msPerHour, course.stops.exact);
      case 'month': return startOfEpochDay(addMonths(dueDay, -amount).day + 1);
      case 'year': return startOfEpochDay(addMonths(dueDay, -12 * amount).day + 1);
      case 'working-day':
      case 'calendar-day': return startOfEpochDay(daysBack(amount, unit));
    }
  }

  function whenFraction(fraction: number): number {
    const share = Math.min(1, Math.max(0, fraction));
    const unit = unitOf(course);
    if (unit === 'hour') {
      const hours = [facts.rule.budget, ...facts.extensions.map((e) => e.budget)].reduce((sum, b) => sum + b.amount, 0);
      return runBack(dueAt, hours * msPerHour * share, course.stops.exact);
    }
    const counted = course.spans.reduce((sum, s) => sum + (s.unit === 'hour' ? s.last - s.first + 1 : s.counted), 0);
    // 0.07 × 100 is a little more than 7 in binary: that must not cost a day.
    return whenLeft({ amount: Math.max(1, Math.ceil(share * counted - 1e-9)), unit });
  }

  /** The first of the last `amount` days of this unit; not earlier than the start day. */
  function daysBack(amount: number, unit: Unit): number {
    const stopped = stopFinderBackwards(course.stops.days);
    const days = workDays(calendar);
    let n = dueDay + 1;
    for (let left = amount; left > 0 && n > course.startDay;) {
      const stop = stopped(--n);
      if (stop !== null) n = stop;
      else if (unit === 'calendar-day' || days.works(n)) left--;
    }
    return n;
  }
}

/** The unit in which a share of the whole is measured. */
function unitOf({ spans }: Course): 'hour' | 'working-day' | 'calendar-day' {
  if (spans.every((s) => s.unit === 'hour')) return 'hour';
  return spans.every((s) => s.unit === 'working-day') ? 'working-day' : 'calendar-day';
}
