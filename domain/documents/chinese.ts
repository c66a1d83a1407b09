/** Days and numbers as official documents write them. */
import type { Day } from '../calendar/types.ts';

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1 to 99: 三, 十, 十二, 二十, 二十四. */
export function hanziNumber(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`;
}

const parts = (day: Day): readonly [string, number, number] => [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8, 10))];

/** 二〇二六年十一月二十四日. */
export function hanziDay(day: Day): string {
  const [year, month, date] = parts(day);
  return `${[...year].map((d) => digits[Number(d)]).join('')}年${hanziNumber(month)}月${hanziNumber(date)}日`;
}

/** 2026年11月24日: month and day without leading zeros (GB/T 9704-2012 §7.3.5.4 月、日不编虚位). */
export function arabicDay(day: Day): string {
  const [year, month, date] = parts(day);
  return `${year}年${month}月${date}日`;
}
