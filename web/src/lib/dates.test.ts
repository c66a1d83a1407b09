import { expect, test } from 'vitest';
import { addDays, chinaDay, chinaTime, daysBetween, formatDay, formatInstant, formatMonth, parseDay, weekdayOf } from './dates.ts';

test('an instant late in the evening UTC is the next day in China', () => {
  expect(chinaDay('2026-02-13T16:00:00.000Z')).toBe('2026-02-14');
  expect(chinaDay('2026-02-13T15:59:59.999Z')).toBe('2026-02-13');
  expect(chinaTime('2026-02-13T01:30:00.000Z')).toBe('09:30');
});

test('days are counted on the calendar, over months and leap days', () => {
  expect(daysBetween('2026-11-23', '2026-11-23')).toBe(0);
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-11-24', '2026-11-23')).toBe(-1);
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});

test('a date carries its weekday in both languages', () => {
  expect(weekdayOf('2026-11-23')).toBe(1);
  expect(formatDay('2026-11-23', 'zh-CN')).toBe('2026-11-23 周一');
  expect(formatDay('2026-11-23', 'en')).toBe('Mon 23 Nov 2026');
  expect(formatInstant('2026-11-22T16:05:00.000Z', 'zh-CN')).toBe('2026-11-23 周一 00:05');
  expect(formatMonth('2026-02', 'zh-CN')).toBe('2026年2月');
  expect(formatMonth('2026-02', 'en')).toBe('Feb 2026');
});

test.each([
  ['2026-02-13', '2026-02-13'], ['2026-2-3', '2026-02-03'], ['20260213', '2026-02-13'], ['2026/02/13', '2026-02-13'], [' 2026年2月13日 ', '2026-02-13'],
  ['2026-02-30', null], ['2026-13-01', null], ['13-02-2026', null], ['', null], ['2026', null],
])('%j is the day %s', (typed, day) => expect(parseDay(typed)).toBe(day));
