/** Articles in the short form "§13①(2)" and as they are cited: 第十三条第一款第二项, Article 13(1)(2). */
import type { Basis } from '../calendar/types.ts';
import { text, type Text } from '../text.ts';

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const paragraphs = '①②③④⑤⑥⑦⑧⑨⑩';

/** 1 to 999 as it is written in the number of an article: 十三, 二十, 一百零五. */
export function chineseNumber(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const head = hundreds > 0 ? `${digits[hundreds]}百` : '';
  const middle = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十` : hundreds > 0 && ones > 0 ? '零' : '';
  return head + middle + (ones > 0 ? digits[ones] : '');
}

/** @param article short form; anything else is returned as it is */
export function articleText(article: string): Text {
  const match = /^§(\d{1,3})([①-⑩])?(?:\((\d{1,2})\))?$/.exec(article);
  if (!match) return text(article, article);
  const [, number = '', paragraph, item] = match;
  const n = paragraph === undefined ? 0 : paragraphs.indexOf(paragraph) + 1;
  return text(
    `第${chineseNumber(Number(number))}条${n > 0 ? `第${chineseNumber(n)}款` : ''}${item === undefined ? '' : `第${chineseNumber(Number(item))}项`}`,
    `Article ${number}${n > 0 ? `(${n})` : ''}${item === undefined ? '' : `(${item})`}`,
  );
}

/** 依据待核: cited from memory; the text was not read. What no law sets has no text that could be. */
export const isUnconfirmed = ({ confidence, internal }: Pick<Basis, 'confidence' | 'internal'>): boolean => confidence === 'R' && internal !== true;

/** As it is cited in a ledger or a page: 《程序规定》第十八条. */
export function citation({ instrument, article }: Pick<Basis, 'instrument' | 'article'>): Text {
  const { zh, en } = articleText(article);
  return text(`《${instrument.zh}》${zh}`, `${instrument.en}, ${en}`);
}
