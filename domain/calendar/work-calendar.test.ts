import { describe, expect, it } from 'vitest';
import { text } from '../text.ts';
import { versionOf } from './calendar-version.ts';
import { notice2026 } from './holidays.ts';
import { publishYear } from './publish-year.ts';
import type { WorkCalendar, YearNotice } from './types.ts';
import { addWorkingDays, defaultCalendar, isWorkingDay, workingDayFrom, workingDaysBetween } from './work-calendar.ts';

const days = (list: string) => list.split(' ');
const status = (day: string) => isWorkingDay(day, defaultCalendar);

describe('the notices of 2025 and 2026', () => {
  it.each([2025, 2026])('%d has 248 working days', (year) => expect(workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, defaultCalendar)).toBe(248));
  it.each(days('2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10'))(
    '%s is a make-up day, worked and named', (day) => expect(status(day)).toMatchObject({ working: true, reason: 'make-up', note: { zh: expect.stringMatching(/节|元旦/) }, provisional: false }));
  it.each([
    ['2026-01-01', '元旦'], ['2026-02-15', '春节'], ['2026-02-23', '春节'], ['2026-04-06', '清明节'], ['2026-05-05', '劳动节'], ['2026-06-19', '端午节'], ['2026-09-25', '中秋节'],
    ['2026-10-03', '国庆节'], ['2026-10-07', '国庆节'], ['2025-10-06', '国庆节、中秋节'],
  ])('%s is %s', (day, zh) => expect(status(day)).toMatchObject({ working: false, reason: 'holiday', note: { zh } }));
  it('ordinary days need no name', () => {
    expect(status('2026-03-02')).toEqual({ working: true, reason: 'counted', provisional: false });
    expect(status('2026-03-07')).toEqual({ working: false, reason: 'weekend', provisional: false });
    expect(status('2026-10-08')).toMatchObject({ working: true, reason: 'counted' });
  });
});

describe('years without a notice', () => {
  const offOnWeekdays = (year: number) => {
    const found: string[] = [];
    for (let day = `${year}-01-01`, t = Date.parse(day); day.startsWith(`${year}`); t += 86_400_000, day = new Date(t).toISOString().slice(0, 10)) {
      if (status(day).reason === 'holiday' && new Date(t).getUTCDay() % 6 !== 0) found.push(day);
    }
    return found;
  };
  it('2027: the statutory days, and working days for those on a weekend', () => expect(offOnWeekdays(2027)).toEqual(days(
    '2027-01-01 2027-02-05 2027-02-08 2027-02-09 2027-02-10 2027-04-05 2027-05-03 2027-05-04 2027-06-09 2027-09-15 2027-10-01 2027-10-04 2027-10-05')));
  it('2028: only the days of fixed date', () => expect(offOnWeekdays(2028)).toEqual(days('2028-01-03 2028-05-01 2028-05-02 2028-10-02 2028-10-03 2028-10-04')));
  it('2 May is a holiday since 2025', () => expect([status('2024-05-02').working, status('2028-05-02').working]).toEqual([true, false]));
  it('are provisional', () => expect([2024, 2025, 2026, 2027, 2028].map((y) => status(`${y}-06-03`).provisional)).toEqual([true, false, false, true, true]));
});

describe('steps on working days', () => {
  it('forward and back', () => {
    expect(addWorkingDays('2026-02-13', 7, defaultCalendar)).toBe('2026-03-02');
    expect(addWorkingDays('2026-03-02', -7, defaultCalendar)).toBe('2026-02-13');
    expect(addWorkingDays('2026-02-15', 0, defaultCalendar)).toBe('2026-02-15');
    expect(workingDaysBetween('2026-02-13', '2026-03-02', defaultCalendar)).toBe(7);
    expect(workingDaysBetween('2026-03-02', '2026-02-13', defaultCalendar)).toBe(0);
    expect(workingDayFrom('2026-10-02', defaultCalendar)).toBe('2026-10-08');
    expect(workingDayFrom('2026-10-08', defaultCalendar)).toBe('2026-10-08');
  });
});

describe('publishing a notice', () => {
  const name = text('节', 'holiday');
  const off = (list: string) => Object.fromEntries(days(list).map((d) => [d, name]));
  const statutory = '2027-01-01 2027-05-01 2027-10-01 2027-10-02 2027-10-03';
  const notice = (more: Partial<YearNotice> = {}): YearNotice => ({ year: 2027, notice: '国务院办公厅通知', daysOff: off(statutory), makeUpDays: {}, ...more });
  const publish = (n: YearNotice, calendar: WorkCalendar = defaultCalendar): WorkCalendar => {
    const result = publishYear(calendar, n);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.calendar;
  };
  const codes = (n: YearNotice) => {
    const result = publishYear(defaultCalendar, n);
    return result.ok ? [] : result.problems.map((p) => [p.code, p.day]);
  };

  it('makes the year certain and leaves the others and the old calendar alone', () => {
    const calendar = publish(notice());
    expect(isWorkingDay('2027-06-09', calendar)).toEqual({ working: true, reason: 'counted', provisional: false });
    expect(isWorkingDay('2026-10-10', calendar)).toEqual(status('2026-10-10'));
    expect(status('2027-06-09')).toMatchObject({ working: false, provisional: true });
  });
  it('the version follows from the content alone', () => {
    const calendar = publish(notice());
    expect(calendar.version).not.toBe(defaultCalendar.version);
    expect(calendar.version).toMatch(/^cn-2027-[0-9a-f]{16}$/);
    expect(publish(notice(), calendar).version).toBe(calendar.version);
    expect(publish(notice({ daysOff: Object.fromEntries(Object.entries(off(statutory)).toReversed()) })).version).toBe(calendar.version);
    expect(publish(JSON.parse(JSON.stringify(notice())) as YearNotice, JSON.parse(JSON.stringify(defaultCalendar)) as WorkCalendar).version).toBe(calendar.version);
    expect(publish(notice({ daysOff: off(`${statutory} 2027-02-09`) })).version).not.toBe(calendar.version);
    expect(versionOf(defaultCalendar.years)).toBe(defaultCalendar.version);
  });
  it('a correction of a year replaces it', () => {
    const { '2026-10-07': _, ...daysOff } = notice2026.daysOff;
    const calendar = publish({ ...notice2026, daysOff });
    expect(isWorkingDay('2026-10-07', calendar).working).toBe(true);
    expect(calendar.version).not.toBe(defaultCalendar.version);
  });
  it('may begin in the last week of the year before, as those of 2019 and 2023 did', () => {
    const calendar = publish(notice({ daysOff: off(`${statutory} 2026-12-31`), makeUpDays: off('2026-12-27') }));
    expect(isWorkingDay('2026-12-31', calendar)).toEqual({ working: false, reason: 'holiday', note: name, provisional: false });
    expect(isWorkingDay('2026-12-27', calendar)).toMatchObject({ working: true, reason: 'make-up', note: name });
  });
  it('where two notices speak of one day, the later one is right', () => {
    const before = publish({ ...notice2026, makeUpDays: { ...notice2026.makeUpDays, '2026-12-27': text('旧', 'old') } });
    expect(isWorkingDay('2026-12-27', before).working).toBe(true);
    const calendar = publish(notice({ daysOff: off(`${statutory} 2026-12-27`) }), before);
    expect(isWorkingDay('2026-12-27', calendar)).toEqual({ working: false, reason: 'holiday', note: name, provisional: false });
  });
  it.each<[string, YearNotice, unknown]>([
    ['a day of another year', notice({ daysOff: off(`${statutory} 2028-01-01`) }), [['notice.outside-year', '2028-01-01']]],
    ['a day too early in the year before', notice({ daysOff: off(`${statutory} 2026-12-24`) }), [['notice.outside-year', '2026-12-24']]],
    ['a make-up day on a weekday', notice({ makeUpDays: off('2027-02-15') }), [['notice.make-up-on-weekday', '2027-02-15']]],
    ['a make-up day that is off', notice({ makeUpDays: off('2027-10-02') }), [['notice.make-up-and-off', '2027-10-02']]],
    ['no day at all', notice({ daysOff: off(`${statutory} 2027-02-30`) }), [['notice.not-a-day', '2027-02-30']]],
    ['a statutory day left out', notice({ daysOff: off('2027-01-01 2027-05-01 2027-10-01 2027-10-02') }), [['notice.statutory-day-missing', '2027-10-03']]],
    ['no citation', notice({ notice: ' ' }), [['notice.citation', undefined]]],
    ['a provisional year', notice({ notice: null }), [['notice.citation', undefined]]],
    ['a holiday without a name', notice({ makeUpDays: { '2027-02-13': text('', '') } }), [['notice.name', '2027-02-13']]],
    ['a year that is none', notice({ year: 27 }), [['notice.year', undefined]]],
    ['all faults at once', notice({ notice: '', makeUpDays: off('2027-10-02 2027-10-04') }), [['notice.citation', undefined], ['notice.make-up-and-off', '2027-10-02'], ['notice.make-up-on-weekday', '2027-10-04']]],
  ])('%s is refused with its reason', (_, n, expected) => expect(codes(n)).toEqual(expected));
});

it('a text that is no day is refused at once, not counted from', () => {
  expect(() => addWorkingDays('2026-02-30', 1, defaultCalendar)).toThrow(/"2026-02-30" is not a day/);
  expect(() => isWorkingDay('', defaultCalendar)).toThrow(RangeError);
});
