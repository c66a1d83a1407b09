/** The name of a calendar's content: two calendars with the same days have the same version, wherever they were built. */
import type { Text } from '../text.ts';
import type { Day, WorkCalendar, YearNotice } from './types.ts';

/** "cn-<last year with a notice>-<hash of the content>". Not a security measure: it tells calendars apart, it does not prove them. */
export function versionOf(years: WorkCalendar['years']): string {
  const all = Object.values(years).sort((a, b) => a.year - b.year);
  const last = all.findLast((y) => y.notice !== null)?.year ?? 'none';
  return `cn-${last}-${hash(JSON.stringify(all.map(content)))}`;
}

const content = ({ year, notice, daysOff, makeUpDays }: YearNotice) => [year, notice, entries(daysOff), entries(makeUpDays)];
const entries = (days: Readonly<Record<Day, Text>>) =>
  Object.keys(days).sort().map((day) => [day, days[day]?.zh, days[day]?.en]);

/** FNV-1a over UTF-16 units, twice 32 bits from different bases, as 16 hex digits. */
function hash(value: string): string {
  let a = 0x811c9dc5;
  let b = 0xcbf29ce4;
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit ^ (i & 0xff), 0x01000193);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
