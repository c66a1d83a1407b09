/** Days and numbers as official documents write them. */
import type { Day } from '../calendar/types.ts';

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1 to 99: 三, 十, 十二, 二十, 二十四. */
export function hanziNumber(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`;
}

const capitals = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;

/** 大写 of an amount in fen: 叁拾万元整, 壹仟零伍元零叁分. */
export function capitalYuan(fen: number): string {
  const [yuan, jiao, cent] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10];
  const small = `${jiao > 0 ? `${capitals[jiao]}角` : cent > 0 && yuan > 0 ? '零' : ''}${cent > 0 ? `${capitals[cent]}分` : ''}`;
  const whole = yuan > 0 ? `${capitalWhole(yuan)}元` : small === '' ? '零元' : '';
  return `${whole}${small}${cent > 0 ? '' : '整'}`;
}

/** 零 once for any zeros between two other digits; 万 and 亿 where their group has any. */
function capitalWhole(n: number): string {
  const written = String(n);
  let said = '';
  let zeros = false;
  let inGroup = false;
  for (const [i, digit] of [...written].map(Number).entries()) {
    const place = written.length - 1 - i;
    if (digit === 0) zeros = true;
    else {
      said += `${zeros && said !== '' ? '零' : ''}${capitals[digit]}${['', '拾', '佰', '仟'][place % 4]}`;
      [zeros, inGroup] = [false, true];
    }
    if (place % 4 !== 0) continue;
    if (inGroup || (place === 8 && said !== '')) said += ['', '万', '亿', '万'][place / 4] ?? '';
    inGroup = false;
  }
  return said;
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
