/**
 * The course of a clock: which days or hours it consists of and where it ends. The one place that counts; dates, explanations and lights
 * all read from it.
 *
 * Rules
 * - Start: 'excluded' counts from the day after the event (hours: from the next full hour, 程序规定 §80, also where the event falls on
 *   the full hour); 'included' counts the day itself (hours: from the very moment, 民法典 §201).
 * - Months and years end on the corresponding day, else on the last day of the month (民法典 §202). With the start day included they end
 *   the day before the corresponding day, or on the last day of the month where there is none.
 * - Pauses: see pauses.ts. A period of months in which days are stopped ends that many days later.
 * - Extensions (延期) are counted on one after the other from the end of the period before them, as it is before any roll-over.
 * - Roll-over: once, at the very end. If the last day is a day off, the period runs to 24:00 of the first working day after it that is
 *   not stopped. Hours roll where their last moment lies in a day off.
 *
 * A later start or a larger budget never gives an earlier date, with two exceptions that lie in the rules: periods of months with stops
 * (months differ in length, by up to three days), and hours with roll-over (a time on Monday is before 24:00 of Monday).
 */
import { addMonths, epochDayAt, msOf, msPerHour, startOfEpochDay } from './civil-day.ts';
import { runOn, stopFinder, stopsOf, type Stops } from './pauses.ts';
import type { Budget, ClockFacts, Unit, WorkCalendar } from './types.ts';
import { workDays } from './year-table.ts';

/** Days (or hours) counted by one unit. Spans follow each other without overlap. */
export interface Span {
  readonly unit: Unit;
  /** Epoch days, both included. Empty where last < first. */
  readonly first: number;
  readonly last: number;
  /** Number of days counted; for hours 0. */
  readonly counted: number;
  /** For hours: [from, to) in milliseconds; else the bounds of the days. */
  readonly from: number;
  readonly to: number;
}

export interface Course {
  readonly startDay: number;
  readonly spans: readonly Span[];
  /** Last day before roll-over. */
  readonly endDay: number;
  readonly dueDay: number;
  /** Milliseconds; the first instant that is too late. */
  readonly dueAt: number;
  readonly stops: Stops;
  readonly provisional: boolean;
}

const limits: Readonly<Record<Unit, number>> = { hour: 876_600, 'working-day': 36_525, 'calendar-day': 36_525, month: 1200, year: 100 };

/** A hundred years are more than any limit has; without a bound a slip in a definition would keep a worker busy. */
function checkBudget({ amount, unit }: Budget): void {
  if (!Number.isInteger(amount) || amount < 0 || amount > limits[unit]) {
    throw new RangeError(`a budget of ${amount} ${unit} is not a whole number from 0 to ${limits[unit]}`);
  }
}

/** @throws RangeError for budgets and instants that no definition may have. */
export function courseOf(facts: ClockFacts, calendar: WorkCalendar): Course {
  const included = facts.rule.startDay === 'included';
  const startMs = msOf(facts.startedAt);
  const startDay = epochDayAt(startMs);
  const stops = stopsOf(facts.pauses);
  const days = workDays(calendar);
  const spans: Span[] = [];
  // Where the count stands: the last day that is used up, and the same as an instant.
  let day = included ? startDay - 1 : startDay;
  let ms = included ? startMs : (Math.floor(startMs / msPerHour) + 1) * msPerHour;

  countOn(facts.rule.budget);
  for (const extension of facts.extensions) countOn(extension.budget);

  const byHours = spans.at(-1)?.unit === 'hour';
  const endDay = Math.max(day, startDay);
  const rolled = facts.rule.rollOver === 'next-working-day' ? rollOver(endDay) : endDay;
  return {
    startDay, spans, endDay, dueDay: rolled, dueAt: byHours && rolled === endDay ? ms : startOfEpochDay(rolled + 1),
    stops, provisional: days.touchedProvisional(),
  };

  function countOn(budget: Budget): void {
    checkBudget(budget);
    if (budget.unit === 'hour') return countHours(budget.amount * msPerHour);
    const counted = budget.unit === 'working-day' || budget.unit === 'calendar-day' ? budget.amount : lengthInDays(budget);
    const last = budget.unit === 'working-day' ? countWorkingDays(counted) : countDays(counted);
    spans.push({ unit: budget.unit, first: day + 1, last, counted, from: startOfEpochDay(day + 1), to: startOfEpochDay(last + 1) });
    day = last;
    ms = startOfEpochDay(last + 1);
  }

  function countHours(amount: number): void {
    const to = runOn(ms, amount, stops.exact);
    const last = Math.max(startDay, epochDayAt(to - 1));
    const before = spans.at(-1);
    // Hours after hours are one span, so that each day belongs to one span only.
    const from = before?.unit === 'hour' ? before.from : ms;
    if (before?.unit === 'hour') spans.pop();
    spans.push({ unit: 'hour', first: epochDayAt(from), last, counted: 0, from, to });
    day = last;
    ms = to;
  }

  function lengthInDays({ amount, unit }: Budget): number {
    if (amount === 0) return 0;
    const months = unit === 'year' ? amount * 12 : amount;
    if (!included) return addMonths(day, months).day - day;
    const corresponding = addMonths(day + 1, months);
    return corresponding.day - (corresponding.exact ? 1 : 0) - day;
  }

  function countDays(amount: number): number {
    let last = day + amount;
    if (amount === 0) return last;
    for (const [a, b] of stops.days) {
      if (b <= day) continue;
      if (a > last) break;
      last += b - Math.max(a, day + 1) + 1;
    }
    return last;
  }

  function countWorkingDays(amount: number): number {
    const stopped = stopFinder(stops.days);
    let n = day;
    for (let left = amount; left > 0;) {
      const stop = stopped(++n);
      if (stop !== null) n = stop;
      else if (days.works(n)) left--;
    }
    return n;
  }

  function rollOver(from: number): number {
    if (days.works(from)) return from;
    const stopped = stopFinder(stops.days);
    for (let n = from + 1; ; n++) {
      const stop = stopped(n);
      if (stop !== null) n = stop;
      else if (days.works(n)) return n;
    }
  }
}
