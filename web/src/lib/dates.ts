/**
 * Dates for people, always in China Standard Time (UTC+8, no daylight saving), whatever the machine is set to.
 * A day is "2026-11-23"; an instant is ISO 8601 UTC.
 */
export type Lang = 'zh-CN' | 'en';

const dayMs = 86_400_000;
const chinaOffsetMs = 8 * 3_600_000;
const weekdays = { 'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export const chinaDay = (instant: string | number): string => new Date(new Date(instant).getTime() + chinaOffsetMs).toISOString().slice(0, 10);
export const chinaTime = (instant: string): string => new Date(new Date(instant).getTime() + chinaOffsetMs).toISOString().slice(11, 16);

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs;
/** 0 = Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
export const addDays = (day: string, n: number): string => new Date((dayNumber(day) + n) * dayMs).toISOString().slice(0, 10);
/** Calendar days from one day to the other; negative where `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** A day as people type it (2026-2-13, 20260213, 2026/02/13, 2026年2月13日); null where it is none. */
export function parseDay(text: string): string | null {
  const match = /^(\d{4})(?:[-/.年]?)(\d{1,2})(?:[-/.月]?)(\d{1,2})日?$/.exec(text.trim());
  if (!match) return null;
  const day = `${match[1] ?? ''}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`;
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) ? day : null;
}

/** A moment as people type it (2026-02-13 9:30, 2026年2月13日09:30, and as the browser's own field gives it: 2026-02-13T09:30), in China; null where it is none. */
export function parseMoment(text: string): string | null {
  const match = /^(.+?)[T\s]*(?<!\d)(\d{1,2})[:：时](\d{2})分?$/.exec(text.trim());
  const day = parseDay(match?.[1] ?? '');
  const [hour, minute] = [Number(match?.[2]), Number(match?.[3])];
  return day !== null && hour < 24 && minute < 60 ? `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null;
}
/** In the one form in which it is written for people: 2026-02-13 09:30. */
export const momentText = (moment: string): string => moment.replace('T', ' ');

export const weekdayName = (day: string, lang: Lang): string => weekdays[lang][weekdayOf(day)] ?? '';

/** "2026-11-23 周一" / "Mon 23 Nov 2026". */
export function formatDay(day: string, lang: Lang): string {
  if (lang === 'zh-CN') return `${day} ${weekdayName(day, lang)}`;
  return `${weekdayName(day, lang)} ${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
}
/** "2026-11-23 周一 14:05", of a moment in China. */
export const formatMoment = (moment: string, lang: Lang): string => `${formatDay(moment.slice(0, 10), lang)} ${moment.slice(11)}`;
export const formatInstantDay = (instant: string, lang: Lang): string => formatDay(chinaDay(instant), lang);
/** With minutes: "2026-11-23 周一 14:05". */
export const formatInstant = (instant: string, lang: Lang): string => `${formatInstantDay(instant, lang)} ${chinaTime(instant)}`;
/** "2026年11月" / "Nov 2026", of a month given as "2026-11". */
export const formatMonth = (month: string, lang: Lang): string =>
  lang === 'zh-CN' ? `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月` : `${months[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;
