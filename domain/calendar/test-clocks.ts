/** Clocks for the tests of this folder. */
import { text } from '../text.ts';
import { startOfDay } from './civil-day.ts';
import type { Basis, Budget, ClockFacts, ClockRule, Extension, Instant, Pause, Unit } from './types.ts';

const basis: Basis = { instrument: text('规则', 'rule'), article: '§1', version: '2026', confidence: 'V1' };

/** Wall-clock time in China: "2026-02-13 09:30". */
export const china = (at: string): Instant => new Date(`${at.replace(' ', 'T')}+08:00`).toISOString();

/** A clock that starts in the morning of a day, or at a time in China. */
export function clock(start: string, amount: number, unit: Unit, more: Partial<Omit<ClockRule, 'budget' | 'basis'>> & Partial<Pick<ClockFacts, 'pauses' | 'extensions'>> = {}): ClockFacts {
  const { pauses = [], extensions = [], startDay = 'excluded', rollOver = unit === 'hour' ? 'none' : 'next-working-day' } = more;
  return { rule: { budget: { amount, unit }, startDay, rollOver, basis }, startedAt: china(start.length === 10 ? `${start} 09:30` : start), pauses, extensions };
}

export const pause = (from: string, to: string | null, reason = '委托检验'): Pause => ({ from: china(from), to: to === null ? null : china(to), reason, by: '承办人' });
/** A pause of whole days, both included. */
export const pausedDays = (first: string, afterLast: string): Pause => ({ from: startOfDay(first), to: startOfDay(afterLast), reason: '委托检验', by: '承办人' });
export const more = (amount: number, unit: Budget['unit']): Extension => ({ at: china('2026-01-01 09:00'), budget: { amount, unit }, reason: '案情复杂', by: '负责人' });
