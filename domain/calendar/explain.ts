/** "Why this date" (期限说明): every day from the event to the due day, with the reason why it was counted or not. */
import { text } from '../text.ts';
import { civilOf, dayOfEpoch, knownDay, startOfEpochDay } from './civil-day.ts';
import { courseOf, type Span } from './course.ts';
import { toDueDate } from './due-date.ts';
import { pauseFinder, running, stopFinder } from './pauses.ts';
import type { ClockFacts, Day, ExplainedDay, Explanation, WorkCalendar } from './types.ts';
import { statusOf } from './work-calendar.ts';

/** At most this many lines, half from the beginning and half from the end; a limit of five years would have 1,826. */
export const explainedDaysLimit = 800;

/**
 * For day units `n` numbers the counted days, across extensions. For hours a day is counted if any counted hour lies in it, and has no
 * number. A clock that is paused now is explained as `dueDate` computes it.
 * @throws RangeError as `dueDate`.
 */
export function explain(facts: ClockFacts, calendar: WorkCalendar): Explanation {
  const course = courseOf(facts, calendar);
  const { startDay, endDay, dueDay, stops } = course;
  const spans = course.spans.filter((s) => s.last >= s.first);
  const rolls = facts.rule.rollOver === 'next-working-day';
  const stopped = stopFinder(stops.days);
  const pauseOn = pauseFinder(facts.pauses);
  const total = dueDay - startDay + 1;
  const half = explainedDaysLimit / 2;
  const gap = total > explainedDaysLimit ? { from: startDay + half, to: dueDay - half } : null;

  const days: ExplainedDay[] = [];
  let at = 0;
  let n = 0;
  for (let day = startDay; day <= dueDay; day++) {
    while (at < spans.length - 1 && day > (spans[at]?.last ?? 0)) at++;
    const line = explainDay(day, spans[at]);
    if (gap === null || day < gap.from || day > gap.to) days.push(line());
  }
  return {
    ...toDueDate(course, calendar), rule: facts.rule, startedAt: facts.startedAt, days, pauses: facts.pauses, extensions: facts.extensions,
    ...(gap ? { omitted: { from: dayOfEpoch(gap.from), to: dayOfEpoch(gap.to) } } : {}),
  };

  /** Counts the day at once; the line with its names is only made where it is shown. */
  function explainDay(day: number, span: Span | undefined): () => ExplainedDay {
    if (span?.unit === 'hour' && day >= span.first && day <= endDay) return explainHours(day, span);
    const isStopped = stopped(day) !== null;
    if (day > startDay && isStopped) return () => pausedLine(day);
    if (day > endDay) return () => afterEnd(day);
    if (!span || day < span.first) return () => startLine(day);
    if (isStopped) return () => pausedLine(day);
    const status = span.unit === 'working-day' || (rolls && day === endDay) ? statusOf(day, calendar) : null;
    const isCounted = span.unit !== 'working-day' || status?.working === true;
    const number = isCounted ? ++n : 0;
    return () => {
      const { reason, note } = statusOf(day, calendar);
      return {
        day: dayOfEpoch(day), counted: isCounted, ...(isCounted ? { n: number } : {}),
        reason: span.unit === 'working-day' ? reason : 'counted', ...(note ? { note } : {}), ...(status?.provisional ? { provisional: true } : {}),
      };
    };
  }

  function explainHours(day: number, span: Span): () => ExplainedDay {
    const from = Math.max(span.from, startOfEpochDay(day));
    const to = Math.min(span.to, startOfEpochDay(day + 1));
    const isCounted = running(from, to, stops.exact) > 0;
    if (!isCounted && pauseOn(day)) return () => pausedLine(day);
    return () => {
      const { note, provisional } = statusOf(day, calendar);
      return {
        day: dayOfEpoch(day), counted: isCounted, reason: isCounted ? 'counted' : 'start-day', ...(note ? { note } : {}),
        ...(rolls && day === endDay && provisional ? { provisional } : {}),
      };
    };
  }

  function startLine(day: number): ExplainedDay {
    const provisional = rolls && day === endDay && statusOf(day, calendar).provisional;
    return { day: dayOfEpoch(day), counted: false, reason: 'start-day', ...(provisional ? { provisional } : {}) };
  }

  function pausedLine(day: number): ExplainedDay {
    const reason = pauseOn(day)?.reason ?? '';
    return { day: dayOfEpoch(day), counted: false, reason: 'paused', note: text(reason, reason) };
  }

  function afterEnd(day: number): ExplainedDay {
    const { working, reason, note, provisional } = statusOf(day, calendar);
    return {
      day: dayOfEpoch(day), counted: false, reason: working ? 'roll-over' : reason, ...(note ? { note } : {}), ...(provisional ? { provisional } : {}),
    };
  }
}

/** The notices behind an explanation: one for each year from the start day to the due day; null where the year has none. */
export function noticesBetween(from: Day, to: Day, calendar: WorkCalendar): readonly { readonly year: number; readonly notice: string | null }[] {
  const first = civilOf(knownDay(from)).year;
  const count = Math.max(0, civilOf(knownDay(to)).year - first + 1);
  return Array.from({ length: count }, (_, i) => ({ year: first + i, notice: calendar.years[first + i]?.notice ?? null }));
}
