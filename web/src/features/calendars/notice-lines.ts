/** A notice while it is being typed: everything is text until it is sent. */
import type { CalendarYear, Holiday, NoticeRequest } from '../../../../contracts/calendars.ts';
import { parseDay } from '../../lib/dates.ts';

export interface Line { readonly key: number; readonly zh: string; readonly en: string; readonly from: string; readonly to: string; readonly makeUp: string }
export interface Typed { readonly citation: string; readonly reason: string; readonly lines: readonly Line[] }
export type LineField = Exclude<keyof Line, 'key'>;
/** Problem codes of the form by field; `lines.0.from`. */
export type Wrong = Readonly<Record<string, 'required' | 'date'>>;

const usual: readonly (readonly [string, string, string])[] = [
  ['元旦', "New Year's Day", '01-01'], ['春节', 'Spring Festival', ''], ['清明节', 'Qingming Festival', ''], ['劳动节', 'Labour Day', '05-01'],
  ['端午节', 'Dragon Boat Festival', ''], ['中秋节', 'Mid-Autumn Festival', ''], ['国庆节', 'National Day', '10-01'],
];

let keys = 0;
const line = (more: Partial<Line>): Line => ({ zh: '', en: '', from: '', to: '', makeUp: '', ...more, key: ++keys });
export const emptyLine = (): Line => line({});

/** A year that is corrected begins with what it has; one that has no notice with the holidays of every year, whose days the notice names. */
export function typedFrom(year: number, published: CalendarYear | undefined): Typed {
  if (published?.citation != null) {
    return { citation: published.citation, reason: '', lines: published.holidays.map((h) => line({ ...h.name, from: h.from, to: h.to, makeUp: h.makeUpDays.join(' ') })) };
  }
  return { citation: '', reason: '', lines: usual.map(([zh, en, day]) => line({ zh, en, from: day && `${year}-${day}` })) };
}

const daysIn = (text: string): readonly (string | null)[] => text.split(/[\s,，、;；]+/).filter(Boolean).map(parseDay);

export function check({ citation, reason, lines }: Typed, correction: boolean): { readonly wrong: Wrong; readonly notice: NoticeRequest } {
  const wrong: Record<string, 'required' | 'date'> = {};
  const required = (name: string, value: string): string => {
    if (value.trim() === '') wrong[name] = 'required';
    return value.trim();
  };
  const day = (name: string, value: string): string => {
    const found = parseDay(required(name, value));
    if (found === null && wrong[name] === undefined) wrong[name] = 'date';
    return found ?? '';
  };
  required('citation', citation);
  if (correction) required('reason', reason);
  const holidays = lines.map(({ zh, en, from, to, makeUp }, i): Holiday => {
    const makeUpDays = daysIn(makeUp);
    if (makeUpDays.includes(null)) wrong[`lines.${i}.makeUp`] = 'date';
    return {
      name: { zh: required(`lines.${i}.zh`, zh), en: required(`lines.${i}.en`, en) }, from: day(`lines.${i}.from`, from),
      // One day off is written once.
      to: to.trim() === '' ? day(`lines.${i}.from`, from) : day(`lines.${i}.to`, to), makeUpDays: makeUpDays.filter((d) => d !== null),
    };
  });
  return { wrong, notice: { citation: citation.trim(), holidays, ...(correction ? { reason: reason.trim() } : {}) } };
}
