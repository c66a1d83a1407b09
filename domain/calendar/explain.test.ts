import { describe, expect, it } from 'vitest';
import { dueDate } from './due-date.ts';
import { explain, explainedDaysLimit, noticesBetween } from './explain.ts';
import { clock, china, more, pause } from './test-clocks.ts';
import type { ClockFacts } from './types.ts';
import { defaultCalendar } from './work-calendar.ts';

/** "02-14 1 make-up 春节" */
const lines = (facts: ClockFacts) =>
  explain(facts, defaultCalendar).days.map((d) => [d.day.slice(5), d.counted ? (d.n ?? '+') : '-', d.reason, d.note?.zh ?? '', d.provisional ? '暂定' : ''].filter((x) => x !== '').join(' '));

describe('why this date', () => {
  it('working days over Spring Festival, with its names and make-up days', () => expect(lines(clock('2026-02-13', 7, 'working-day'))).toEqual([
    '02-13 - start-day', '02-14 1 make-up 春节',
    ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((d) => `02-${d} - holiday 春节`),
    '02-24 2 counted', '02-25 3 counted', '02-26 4 counted', '02-27 5 counted', '02-28 6 make-up 春节', '03-01 - weekend', '03-02 7 counted',
  ]));
  it('calendar days that roll over National Day', () => expect(lines(clock('2026-09-29', 3, 'calendar-day'))).toEqual([
    '09-29 - start-day', '09-30 1 counted', '10-01 2 counted 国庆节', '10-02 3 counted 国庆节',
    '10-03 - holiday 国庆节', '10-04 - holiday 国庆节', '10-05 - holiday 国庆节', '10-06 - holiday 国庆节', '10-07 - holiday 国庆节', '10-08 - roll-over',
  ]));
  it('roll-over onto a make-up day says so', () => expect(lines(clock('2026-10-08', 0, 'calendar-day')).concat(lines(clock('2026-02-12', 3, 'calendar-day')).slice(-2))).toEqual([
    '10-08 - start-day', '02-23 - holiday 春节', '02-24 - roll-over',
  ]));
  it('a stop with its reason', () => expect(lines(clock('2026-03-04', 3, 'working-day', { pauses: [pause('2026-03-06 15:00', '2026-03-09 10:00', '委托检验')] }))).toEqual([
    '03-04 - start-day', '03-05 1 counted', '03-06 - paused 委托检验', '03-07 - paused 委托检验', '03-08 - paused 委托检验', '03-09 - paused 委托检验', '03-10 2 counted', '03-11 3 counted',
  ]));
  it('a day stopped after the end pushes the roll-over on', () => expect(lines(clock('2026-06-05', 1, 'calendar-day', { pauses: [pause('2026-06-08 10:00', '2026-06-08 11:00')] }))).toEqual([
    '06-05 - start-day', '06-06 1 counted', '06-07 - weekend', '06-08 - paused 委托检验', '06-09 - roll-over',
  ]));
  it('numbers go on through an extension of another unit', () => expect(lines(clock('2026-03-05', 1, 'working-day', { extensions: [more(2, 'calendar-day')] }))).toEqual([
    '03-05 - start-day', '03-06 1 counted', '03-07 2 counted', '03-08 3 counted', '03-09 - roll-over',
  ]));
  it('hours: the days in which they ran', () => {
    expect(lines(clock('2026-09-30 23:10', 24, 'hour'))).toEqual(['09-30 - start-day', '10-01 + counted 国庆节']);
    expect(lines(clock('2026-09-30 20:00', 6, 'hour', { startDay: 'included', pauses: [pause('2026-10-01 00:00', '2026-10-02 00:00')] }))).toEqual(
      ['09-30 + counted', '10-01 - paused 委托检验', '10-02 + counted 国庆节']);
  });
  it('names the days that lean on a year without a notice', () => {
    expect(lines(clock('2026-12-31', 2, 'working-day'))).toEqual([
      '12-31 - start-day', '01-01 - holiday 元旦 暂定', '01-02 - weekend 暂定', '01-03 - weekend 暂定', '01-04 1 counted 暂定', '01-05 2 counted 暂定']);
    expect(lines(clock('2026-12-31', 2, 'calendar-day'))).toEqual(['12-31 - start-day', '01-01 1 counted 元旦', '01-02 2 counted 暂定', '01-03 - weekend 暂定', '01-04 - roll-over 暂定']);
  });
  it('a limit of nothing on a day off', () => expect(lines(clock('2026-06-06', 0, 'calendar-day'))).toEqual(['06-06 - start-day', '06-07 - weekend', '06-08 - roll-over']));
});

describe('very long periods', () => {
  it('keep their beginning and end, and the count', () => {
    const facts = clock('2026-03-02', 5, 'year', { rollOver: 'none' });
    const { days, omitted } = explain(facts, defaultCalendar);
    expect(days).toHaveLength(explainedDaysLimit);
    expect(days[0]).toMatchObject({ day: '2026-03-02', reason: 'start-day' });
    expect(days.at(-1)).toMatchObject({ day: '2031-03-02', n: 1826 });
    expect(days[399]?.day.localeCompare(omitted?.from ?? '')).toBe(-1);
    expect(Date.parse(omitted?.from ?? '') - Date.parse(days[399]?.day ?? '')).toBe(86_400_000);
    expect(Date.parse(days[400]?.day ?? '') - Date.parse(omitted?.to ?? '')).toBe(86_400_000);
  });
  it('two years are shown in full', () => expect(explain(clock('2026-03-02', 2, 'year'), defaultCalendar)).not.toHaveProperty('omitted'));
});

it('gives the facts and the date that dueDate gives', () => {
  const facts = clock('2026-08-03', 60, 'calendar-day', { pauses: [pause('2026-08-10 09:00', null)], extensions: [more(30, 'calendar-day')] });
  expect(explain(facts, defaultCalendar)).toMatchObject({ ...dueDate(facts, defaultCalendar), ...facts, startedAt: china('2026-08-03 09:30') });
});

it('names the notices that it leans on', () =>
  expect(noticesBetween('2025-12-31', '2027-01-04', defaultCalendar)).toEqual([
    { year: 2025, notice: expect.stringContaining('2025年') }, { year: 2026, notice: expect.stringContaining('2026年') }, { year: 2027, notice: null },
  ]));
