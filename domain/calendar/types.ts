/**
 * The vocabulary of statutory clocks (法定时限). Types only: no computation here.
 *
 * Instants are ISO 8601 strings in UTC with milliseconds ("2026-02-13T01:30:00.000Z").
 * Days are civil dates in China Standard Time, UTC+8 without daylight saving ("2026-02-13").
 */
import type { Text } from '../text.ts';

export type Instant = string;
export type Day = string;

/** 工作日 / 日(自然日) / 小时 / 月 / 年. */
export type Unit = 'working-day' | 'calendar-day' | 'hour' | 'month' | 'year';

export interface Budget {
  readonly amount: number;
  readonly unit: Unit;
}

/** Legal basis (法律依据) of a limit: what an officer cites. `confidence` is the code of statutory-limits.md. */
export interface Basis {
  readonly instrument: Text;
  readonly article: string;
  /** Order number, revision or date in force, as the instrument is cited. */
  readonly version: string;
  readonly confidence: 'V1' | 'V2' | 'V3' | 'R';
  /** 内部时限: not found in law, set by the agency and configurable. */
  readonly internal?: boolean;
}

/** How one limit is counted. */
export interface ClockRule {
  readonly budget: Budget;
  /** 'excluded': the day (hour) on which the period starts is not counted (程序规定 §80; 民法典 §201). */
  readonly startDay: 'excluded' | 'included';
  /** 'next-working-day': a last day that is a day off moves to the first working day after it (程序规定 §80; 民法典 §203). */
  readonly rollOver: 'next-working-day' | 'none';
  readonly basis: Basis;
}

/** One year of the State Council's holiday notice (国务院办公厅放假通知). */
export interface YearNotice {
  readonly year: number;
  /** Citation of the notice; null = no notice yet: dates in this year are provisional (暂定). */
  readonly notice: string | null;
  /** Days off with the name of the holiday. Ordinary weekends are not listed. May begin in the last week of the year before. */
  readonly daysOff: Readonly<Record<Day, Text>>;
  /** 调休: weekend days on which one works, with the holiday they make up for. */
  readonly makeUpDays: Readonly<Record<Day, Text>>;
}

export interface WorkCalendar {
  /** Changes whenever a year is published or corrected; recorded in every clock that was computed with it. */
  readonly version: string;
  readonly years: Readonly<Record<number, YearNotice>>;
}

/**
 * Which calendar a case counts by. Publications are numbered in the order in which they came into force: of two the higher number holds.
 * 0 is the calendar that comes with the program.
 */
export interface CalendarPin {
  readonly no: number;
  readonly version: string;
}

/** Why a clock does not run for a while (中止 / 扣除 / 期间不计入). */
export interface Pause {
  readonly from: Instant;
  /** null while the pause lasts. */
  readonly to: Instant | null;
  readonly reason: string;
  readonly basis?: string;
  readonly by: string;
}

/** 延期: more time, granted by somebody who may. */
export interface Extension {
  readonly at: Instant;
  readonly budget: Budget;
  readonly reason: string;
  readonly basis?: string;
  readonly by: string;
}

/** Everything from which a due date follows; a pure function of this and the calendar gives the date. */
export interface ClockFacts {
  readonly rule: ClockRule;
  readonly startedAt: Instant;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
}

export interface DueDate {
  /** Last day on which the act is in time. For hour clocks, the day of the last moment that is in time. */
  readonly dueDay: Day;
  /** First instant that is too late: 24:00 China time of `dueDay` (the same instant as 00:00 of the next day); for hours, the end of the last hour. */
  readonly dueAt: Instant;
  /** True where a year without a notice was touched: the date is recomputed when the calendar is published. */
  readonly provisional: boolean;
  readonly calendarVersion: string;
}

export type DayReason =
  | 'start-day'        // the day of the event itself, not counted
  | 'counted'          // an ordinary counted day
  | 'make-up'          // 调休上班: a weekend day that is worked, counted
  | 'weekend'          // skipped
  | 'holiday'          // skipped, with its name
  | 'paused'           // skipped, with the reason of the pause
  | 'roll-over';       // the last day fell on a day off; the period runs on to this day

/** One line of "why this date". */
export interface ExplainedDay {
  readonly day: Day;
  readonly counted: boolean;
  /** Running number of the counted day (1 = first), absent where not counted. */
  readonly n?: number;
  readonly reason: DayReason;
  /** Name of the holiday, reason of the pause. */
  readonly note?: Text;
  readonly provisional?: boolean;
}

export interface Explanation extends DueDate {
  readonly rule: ClockRule;
  readonly startedAt: Instant;
  readonly days: readonly ExplainedDay[];
  /** Days left out of the middle of `days` where the period is very long; the numbers `n` go on across the gap. */
  readonly omitted?: { readonly from: Day; readonly to: Day };
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
}

/** 'yellow' / 'red' lights before a clock is due. */
export interface Warning {
  readonly level: 'yellow' | 'red';
  /** Share of the budget left, or an amount of days/hours left, at which the light turns. */
  readonly when: { readonly fractionLeft: number } | { readonly left: Budget };
}
