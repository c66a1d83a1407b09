/** A new or corrected notice of the State Council enters the calendar. */
import { text, type Text } from '../text.ts';
import { versionOf } from './calendar-version.ts';
import { dayOfEpoch, epochDayOf, isDay, isWeekend, knownDay } from './civil-day.ts';
import type { Day, WorkCalendar, YearNotice } from './types.ts';

export type NoticeProblemCode =
  | 'notice.year' | 'notice.citation' | 'notice.not-a-day' | 'notice.outside-year' | 'notice.name'
  | 'notice.make-up-on-weekday' | 'notice.make-up-and-off' | 'notice.statutory-day-missing';

export interface NoticeProblem {
  readonly code: NoticeProblemCode;
  readonly day?: Day;
  readonly message: Text;
}

export type Published =
  | { readonly ok: true; readonly calendar: WorkCalendar }
  | { readonly ok: false; readonly problems: readonly NoticeProblem[] };

/** Days of the year, and the last week of the year before: the New Year holiday may begin there (notices of 2019 and 2023). */
const daysBeforeYear = 7;

/** Dates before this day stay whatever the notice of the year says. */
export const firstDayTouched = (year: number): Day => dayOfEpoch(epochDayOf(year, 1, 1) - daysBeforeYear);

/**
 * The calendar with this year's notice in place of what it had; its version follows from its content, so that the same notice published
 * twice changes nothing. Clocks that are provisional are to be computed again with it, and those due in the last week of the year before.
 * All problems are returned at once.
 */
export function publishYear(calendar: WorkCalendar, notice: YearNotice): Published {
  const problems = check(notice);
  if (problems.length > 0) return { ok: false, problems };
  const years = { ...calendar.years, [notice.year]: notice };
  return { ok: true, calendar: { version: versionOf(years), years } };
}

function check({ year, notice, daysOff, makeUpDays }: YearNotice): NoticeProblem[] {
  if (!Number.isInteger(year) || year < 2000 || year > 2199) {
    return [{ code: 'notice.year', message: text(`年份 ${year} 应在 2000 至 2199 之间`, `The year ${year} is not between 2000 and 2199`) }];
  }
  const problems: NoticeProblem[] = [];
  if (notice === null || notice.trim() === '') {
    problems.push({ code: 'notice.citation', message: text('请填写放假通知的名称和文号', 'Name the notice (title and number) that the days are taken from') });
  }
  for (const [day, name] of [...Object.entries(daysOff), ...Object.entries(makeUpDays)]) problems.push(...checkDay(year, day, name));
  if (problems.some((p) => p.code === 'notice.not-a-day')) return problems;

  for (const day of Object.keys(makeUpDays)) {
    if (!isWeekend(knownDay(day))) {
      problems.push({ code: 'notice.make-up-on-weekday', day, message: text(`${day} 不是周六或周日，不能作为调休上班日`, `${day} is not a Saturday or Sunday and cannot be a make-up working day`) });
    }
    if (Object.hasOwn(daysOff, day)) {
      problems.push({ code: 'notice.make-up-and-off', day, message: text(`${day} 既列为放假又列为上班`, `${day} is listed both as a day off and as a working day`) });
    }
  }
  // A table cut short would give early due dates without any sign of it; these days are off in every year by law (放假办法 §2).
  for (const day of ['01-01', '05-01', '10-01', '10-02', '10-03'].map((d) => `${year}-${d}`)) {
    if (!Object.hasOwn(daysOff, day)) {
      problems.push({ code: 'notice.statutory-day-missing', day, message: text(`${day} 为法定节假日，通知中缺少该日`, `${day} is a statutory holiday and is missing from the notice`) });
    }
  }
  return problems;
}

function checkDay(year: number, day: string, name: Text): NoticeProblem[] {
  if (!isDay(day)) return [{ code: 'notice.not-a-day', day, message: text(`“${day}”不是有效日期（YYYY-MM-DD）`, `"${day}" is not an existing day (YYYY-MM-DD)`) }];
  const n = knownDay(day);
  const problems: NoticeProblem[] = [];
  if (n < epochDayOf(year, 1, 1) - daysBeforeYear || n > epochDayOf(year, 12, 31)) {
    problems.push({ code: 'notice.outside-year', day, message: text(`${day} 不在 ${year} 年内（可含上年最后一周）`, `${day} does not lie in ${year} (or the last week before it)`) });
  }
  if (name.zh.trim() === '' || name.en.trim() === '') {
    problems.push({ code: 'notice.name', day, message: text(`请填写 ${day} 的节日名称（中、英文）`, `Name the holiday of ${day} in Chinese and English`) });
  }
  return problems;
}
