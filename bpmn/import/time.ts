/** ISO 8601 times of timers and due dates as limits that a calendar counts. */
import { internalTarget } from '../../domain/model/builder-clocks.ts';
import type { Budget, ClockRule } from '../../domain/calendar/types.ts';
import type { TimerSpec } from '../../domain/model/types.ts';
import { bodyOf, textOf, childOf, type Element } from '../moddle.ts';
import { isExpression } from './expression.ts';
import type { Reading } from './reading.ts';

/** Whole hours, days, weeks, months or years. "P1DT12H" are 36 hours; "P1M2D" is no one budget. null where it cannot be counted so. */
export function budgetOf(duration: string): Budget | null {
  const match = /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?$/.exec(duration.trim());
  if (!match) return null;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(1).map((n) => Number(n ?? 0)) as [number, number, number, number, number, number, number];
  const small = hours + minutes / 60 + seconds / 3_600;
  const parts: Budget[] = [];
  if (years > 0) parts.push({ amount: years, unit: 'year' });
  if (months > 0) parts.push({ amount: months, unit: 'month' });
  const wholeDays = weeks * 7 + days;
  if (small > 0) parts.push({ amount: wholeDays * 24 + small, unit: 'hour' });
  else if (wholeDays > 0) parts.push({ amount: wholeDays, unit: 'calendar-day' });
  const [only, more] = parts;
  return only !== undefined && more === undefined && Number.isInteger(only.amount) ? only : null;
}

/** ISO time knows no days off: what falls on one is due then. */
export const internalRule = (budget: Budget): ClockRule => ({ budget, startDay: 'excluded', rollOver: 'none', basis: internalTarget });

/** null where it was refused. */
export function timerOf(reading: Reading, element: Element, definition: Element, at: string): TimerSpec | null {
  const [duration, date, cycle] = [bodyOf(definition, 'timeDuration'), bodyOf(definition, 'timeDate'), bodyOf(definition, 'timeCycle')];
  const refuse = (code: 'timer.none' | 'timer.duration' | 'timer.cycle' | 'timer.date' | 'timer.expression', detail?: string): null => (reading.refuse(code, element, detail), null);
  if (duration) {
    const written = duration.replace(/^=\s*(?:duration\()?"?([^"()]+)"?\)?$/, '$1');
    const budget = budgetOf(written);
    if (budget) return { kind: 'after', rule: internalRule(budget) };
    return refuse(isExpression(duration) ? 'timer.expression' : 'timer.duration', duration);
  }
  if (date) {
    const variable = dayVariable(date);
    if (variable === null) return refuse('timer.date', date);
    const field = reading.names.field(variable);
    reading.uses.push({ variable, as: 'date', element, at });
    return { kind: 'on', field };
  }
  if (cycle) {
    const written = cycle.replace(/^=\s*(?:cycle\()?"?([^"()]+)"?\)?$/, '$1');
    const match = /^R(\d*)\/(P[^/]+)$/.exec(written);
    const budget = match ? budgetOf(match[2] ?? '') : null;
    if (!match || (match[1] !== '' && match[1] !== '1') || budget === null) return refuse(isExpression(written) ? 'timer.expression' : 'timer.cycle', cycle);
    return { kind: 'after', rule: internalRule(budget), ...(match[1] === '' ? { repeat: true } : {}) };
  }
  return refuse('timer.none', textOf(childOf(definition, 'timeDuration'), 'language'));
}

/** A variable that holds the day. */
export const dayVariable = (written: string): string | null => /^(?:=\s*|[$#]\{\s*)([A-Za-z_]\w*)\s*\}?$/.exec(written.trim())?.[1] ?? null;

const plus: Readonly<Record<string, Budget['unit']>> = { Hours: 'hour', Days: 'calendar-day', Weeks: 'calendar-day', Months: 'month', Years: 'year' };

/** A fixed time from now: an ISO duration, or what Camunda 8 ("=now() + duration(…)") and Camunda 7 ("${dateTime().plusDays(3).toDate()}") write for one. */
export function dueIn(written: string): Budget | null {
  const text = written.trim();
  const joda = /^[$#]\{\s*dateTime\(\)\.plus(Hours|Days|Weeks|Months|Years)\((\d{1,4})\)(?:\.toDate\(\))?\s*\}$/.exec(text);
  if (joda) return { amount: Number(joda[2]) * (joda[1] === 'Weeks' ? 7 : 1), unit: plus[joda[1] ?? ''] ?? 'calendar-day' };
  const fromNow = /^=\s*now\(\)\s*\+\s*@?(?:duration\()?"([^"]+)"\)?$/.exec(text);
  return budgetOf(fromNow?.[1] ?? text);
}
