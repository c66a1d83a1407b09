import { describe, expect, it } from 'vitest';
import { text } from '../text.ts';
import { notice2025, notice2026 } from './holidays.ts';
import { linesOf, noticeOf, type HolidayLine } from './notice-days.ts';
import { publishYear } from './publish-year.ts';
import { defaultCalendar } from './work-calendar.ts';

const name = text('节', 'Holiday');
const line = (from: string, to: string, makeUpDays: readonly string[] = []): HolidayLine => ({ name, from, to, makeUpDays });

describe('a notice as lines', () => {
  it.each([notice2025, notice2026])('says the same as day by day: $year', (notice) => {
    const again = noticeOf(notice.year, notice.notice ?? '', linesOf(notice));
    expect(again.problems).toEqual([]);
    const published = publishYear(defaultCalendar, again.notice);
    // Nothing of the calendar has changed.
    expect(published.ok && published.calendar.version).toBe(defaultCalendar.version);
  });
  it('the make-up days stand with the holiday that they are for', () => {
    expect(linesOf(notice2026).find((l) => l.name.zh === '春节')).toEqual({ name: notice2026.daysOff['2026-02-15'], from: '2026-02-15', to: '2026-02-23', makeUpDays: ['2026-02-14', '2026-02-28'] });
  });
  it.each([
    ['the last day before the first', [line('2027-02-08', '2027-02-05')], { line: 0, code: 'order', day: '2027-02-05' }],
    ['a month and more', [line('2027-02-08', '2027-03-11')], { line: 0, code: 'too-long', day: '2027-03-11' }],
    ['a day in two lines', [line('2027-02-05', '2027-02-08'), line('2027-02-08', '2027-02-08')], { line: 1, code: 'twice', day: '2027-02-08' }],
    ['a make-up day twice', [line('2027-02-05', '2027-02-08', ['2027-02-20', '2027-02-20'])], { line: 0, code: 'twice', day: '2027-02-20' }],
  ])('%s is a problem of its line', (_, lines, problem) => expect(noticeOf(2027, '', lines).problems).toEqual([problem]));
});
