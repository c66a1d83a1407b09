/**
 * Civil days of China Standard Time (UTC+8, no daylight saving since 1991) as integers: day 0 = 1970-01-01. Pure arithmetic, so that the
 * time zone and the time zone data of the machine cannot change a legal date.
 */
import type { Day, Instant } from './types.ts';

export const msPerHour = 3_600_000;
export const msPerDay = 86_400_000;
const offset = 8 * msPerHour;

/** @throws RangeError outside the years that a date can have. */
export const instantOf = (ms: number): Instant => new Date(ms).toISOString();

/** @throws RangeError where the text is no instant: NaN would compare as "never due" and hide the mistake. */
export function msOf(instant: Instant): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`"${instant}" is not an instant (ISO 8601)`);
  return ms;
}

/** Epoch day, in China, of an instant in milliseconds. */
export const epochDayAt = (ms: number): number => Math.floor((ms + offset) / msPerDay);
/** 00:00 China time, in milliseconds. */
export const startOfEpochDay = (n: number): number => n * msPerDay - offset;

export const dayOf = (at: Instant | number): Day => dayOfEpoch(epochDayAt(typeof at === 'number' ? at : msOf(at)));
/** 00:00 China time. */
export const startOfDay = (day: Day): Instant => instantOf(startOfEpochDay(knownDay(day)));
/** 24:00 China time, the same instant as 00:00 of the next day. */
export const endOfDay = (day: Day): Instant => instantOf(startOfEpochDay(knownDay(day) + 1));

/** A moment as people write it down: day, hour and minute in China ("2026-03-02T10:30"). */
export const isMoment = (value: string): boolean => /^.{10}T([01]\d|2[0-3]):[0-5]\d$/.test(value) && isDay(value.slice(0, 10));
/** @throws RangeError where the text is no moment. */
export function instantAt(moment: string): Instant {
  if (!isMoment(moment)) throw new RangeError(`"${moment}" is not a moment (YYYY-MM-DDTHH:MM)`);
  return instantOf(startOfEpochDay(knownDay(moment.slice(0, 10))) + Number(moment.slice(11, 13)) * msPerHour + Number(moment.slice(14)) * 60_000);
}
/** The minute in which an instant lies. */
export const momentOf = (at: Instant | number): string => instantOf((typeof at === 'number' ? at : msOf(at)) + offset).slice(0, 16);

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (n: number): number => (((n + 4) % 7) + 7) % 7;
export const isWeekend = (n: number): boolean => weekday(n) % 6 === 0;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const monthLength = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0));

interface Civil { readonly year: number; readonly month: number; readonly day: number }

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": the year begins in March, so that the leap day is its last.
export function epochDayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

export function civilOf(n: number): Civil {
  const z = n + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1 };
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

function parse(day: string): Civil | null {
  const match = pattern.exec(day);
  if (!match) return null;
  const civil = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return civil.day >= 1 && civil.day <= monthLength(civil.year, civil.month) ? civil : null;
}

/** Whether the text is a day that exists ("2026-02-29" is none). */
export const isDay = (value: string): boolean => parse(value) !== null;

/** Epoch day of a text that may come from outside; NaN where it is no existing day. */
export function epochDay(day: string): number {
  const civil = parse(day);
  return civil ? epochDayOf(civil.year, civil.month, civil.day) : Number.NaN;
}

/** @throws RangeError where the text is no existing day: a count that begins at NaN would never reach its end. */
export function knownDay(day: Day): number {
  const n = epochDay(day);
  if (Number.isNaN(n)) throw new RangeError(`"${day}" is not a day (YYYY-MM-DD)`);
  return n;
}

/** @throws RangeError beyond the year 9999: such a text would sort before every other day. */
export function dayOfEpoch(n: number): Day {
  const { year, month, day } = civilOf(n);
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`day ${n} lies outside the years 0 to 9999`);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/**
 * The corresponding day (对应日) `months` later, 民法典 §202. `exact` is false where that month has no such day and its last one stands in.
 * Months may be negative.
 */
export function addMonths(n: number, months: number): { readonly day: number; readonly exact: boolean } {
  const from = civilOf(n);
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const length = monthLength(year, month);
  return { day: epochDayOf(year, month, Math.min(from.day, length)), exact: from.day <= length };
}
