/** A holiday notice as people write it (holiday, from, to, make-up days), and as the calendar counts it (day by day). */
import type { Text } from '../text.ts';
import { dayOfEpoch, isWeekend, knownDay } from './civil-day.ts';
import type { Day, YearNotice } from './types.ts';

export interface HolidayLine { readonly name: Text; readonly from: Day; readonly to: Day; readonly makeUpDays: readonly Day[] }
export type LineProblem = { readonly line: number; readonly code: 'order' | 'too-long' | 'twice'; readonly day: Day };

/** The longest holidays have nine days; a month is a slip of the pen. */
const longest = 31;

/** The days of the lines, or what is wrong with them. A line reaches over weekends, which are off anyway. */
export function noticeOf(year: number, notice: string, lines: readonly HolidayLine[]): { readonly notice: YearNotice; readonly problems: readonly LineProblem[] } {
  const daysOff: Record<Day, Text> = {};
  const makeUpDays: Record<Day, Text> = {};
  const problems: LineProblem[] = [];
  const put = (into: Record<Day, Text>, line: number, day: Day, name: Text): void => {
    if (Object.hasOwn(into, day)) problems.push({ line, code: 'twice', day });
    into[day] = name;
  };
  lines.forEach(({ name, from, to, makeUpDays: made }, line) => {
    const [first, last] = [knownDay(from), knownDay(to)];
    if (last < first) problems.push({ line, code: 'order', day: to });
    else if (last - first >= longest) problems.push({ line, code: 'too-long', day: to });
    else for (let n = first; n <= last; n++) put(daysOff, line, dayOfEpoch(n), name);
    for (const day of made) put(makeUpDays, line, day, name);
  });
  return { notice: { year, notice, daysOff, makeUpDays }, problems };
}

/** The lines again: days in a row with one name are one line; its make-up days stand with the first line of that name. */
export function linesOf({ daysOff, makeUpDays }: YearNotice): readonly HolidayLine[] {
  const lines: { name: Text; from: Day; to: Day; makeUpDays: Day[] }[] = [];
  for (const day of Object.keys(daysOff).sort()) {
    const name = daysOff[day];
    const last = lines.at(-1);
    if (!name) continue;
    if (last && last.name.zh === name.zh && last.name.en === name.en && adjoin(last.to, day)) last.to = day;
    else lines.push({ name, from: day, to: day, makeUpDays: [] });
  }
  for (const day of Object.keys(makeUpDays).sort()) lines.find((l) => l.name.zh === makeUpDays[day]?.zh)?.makeUpDays.push(day);
  return lines;
}

/** With nothing but weekend days between them. */
function adjoin(before: Day, day: Day): boolean {
  for (let n = knownDay(before) + 1; n < knownDay(day); n++) if (!isWeekend(n)) return false;
  return true;
}
