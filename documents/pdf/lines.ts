/** Breaks text into lines (避头尾: no line begins with closing punctuation or ends with opening), Latin words whole where they fit. */
import { advance, printed, type Glyphs } from '../fonts.ts';

export type Weight = 'regular' | 'bold';
export interface Line { readonly glyphs: readonly Glyphs[]; /** Points. */ readonly width: number; /** The last of its paragraph. */ readonly last: boolean; readonly indent: number }

const notAtStart = new Set('，。、；：！？）》」』】〕〉”’…—％%‰℃°·,.;:!?)]}〗');
const notAtEnd = new Set('（《「『【〔〈“‘([{〖￥');
const latin = /[\u0021-\u007e\u00a1-\u024f]/;

/** What counts what a number says stays beside it: no line begins with 元 or 号. */
const counted = new Set('元号年月日时条款项期届次名件台份个万亿');

/** What is not broken: a character, or a word in Latin letters; a number with its unit. */
function* units(text: string): Generator<readonly string[]> {
  let word: string[] = [];
  for (const char of text) {
    if (latin.test(char)) {
      word.push(char);
      continue;
    }
    if (counted.has(char) && /\d/.test(word.at(-1) ?? '')) {
      yield [...word, char];
      word = [];
      continue;
    }
    if (word.length > 0) yield word;
    word = [];
    yield [char];
  }
  if (word.length > 0) yield word;
}

interface Part { readonly glyphs: readonly Glyphs[]; readonly width: number; readonly chars: string }

function partsOf(text: string, weight: Weight, size: number, width: number): readonly Part[] {
  const part = (chars: readonly string[]): Part => {
    const glyphs = chars.map((c) => printed(c, weight));
    return { glyphs, width: glyphs.reduce((sum, g) => sum + advance(g), 0) * size, chars: chars.join('') };
  };
  return [...units(text)].flatMap((chars) => {
    const whole = part(chars);
    return whole.width > width && chars.length > 1 ? chars.map((c) => part([c])) : [whole];
  });
}

export interface Setting { readonly size: number; readonly width: number; readonly weight?: Weight; /** Of the first line. */ readonly indent?: number }

export function breakLines(text: string, { size, width, weight = 'regular', indent = 0 }: Setting): readonly Line[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, { size, width, weight, indent }));
}

/** Width of the longest of what is not broken. */
export const widestWord = (text: string, size: number): number => Math.max(0, ...[...units(text)].map((chars) => chars.reduce((sum, c) => sum + advance(printed(c, 'regular')), 0) * size));

/** In as many lines as it takes, of much the same length: a title, a name or a label does not end in a line of one character (排列对称). */
export function breakEvenly(text: string, { width, ...setting }: Setting): readonly Line[] {
  const lines = breakLines(text, { ...setting, width });
  if (lines.length < 2 || text.includes('\n')) return lines;
  const total = lines.reduce((sum, line) => sum + line.width, 0);
  const joint = lines.length === 2 ? brokenAtJoint(text, { ...setting, width }, total / 3) : null;
  if (joint) return joint;
  for (let narrow = total / lines.length; narrow < width; narrow += setting.size / 2) {
    const even = breakLines(text, { ...setting, width: narrow });
    if (even.length <= lines.length) return even;
  }
  return lines;
}

/** Before a bracket or after a 、 where both lines are at least `least` wide: 涉案单位 /（个人）, 审核、/ 审批意见. */
function brokenAtJoint(text: string, setting: Setting, least: number): readonly Line[] | null {
  const ways = [...text.matchAll(/(?<=[^（、])(?=（)|(?<=、)/g)].map(({ index }) => breakLines(`${text.slice(0, index)}\n${text.slice(index)}`, setting));
  const narrowest = (lines: readonly Line[]): number => Math.min(...lines.map((line) => line.width));
  return ways.filter((lines) => lines.length === 2 && narrowest(lines) >= least).sort((a, b) => narrowest(b) - narrowest(a))[0] ?? null;
}

/** The same as text with a line feed at each break, for who sets it without pages; a space is not kept where it is broken. */
export function evenly(text: string, setting: Setting): string {
  if (text.includes('\n')) return text;
  const chars = [...text];
  let at = 0;
  return breakEvenly(text, setting).map(({ glyphs }) => {
    if (at > 0 && chars[at] === ' ') at += 1;
    return chars.slice(at, (at += glyphs.length)).join('');
  }).join('\n');
}

function breakParagraph(text: string, { size, width, weight, indent }: Required<Setting>): readonly Line[] {
  const lines: Line[] = [];
  let current: Part[] = [];
  let used = indent;
  const flush = (last: boolean): void => {
    const kept = last ? current : withoutEndSpace(current);
    lines.push({ glyphs: kept.flatMap((p) => p.glyphs), width: kept.reduce((sum, p) => sum + p.width, 0), last, indent: lines.length === 0 ? indent : 0 });
  };
  for (const part of partsOf(text, weight, size, width)) {
    if (used + part.width > width + 0.01 && current.length > 0) {
      const carried = carriedOver(current, part);
      current = current.slice(0, current.length - carried.length);
      flush(false);
      current = [...carried];
      used = carried.reduce((sum, p) => sum + p.width, 0);
      if (part.chars === ' ' && current.length === 0) continue;
    }
    current.push(part);
    used += part.width;
  }
  flush(true);
  return lines;
}

const withoutEndSpace = (parts: readonly Part[]): readonly Part[] => (parts.at(-1)?.chars === ' ' ? parts.slice(0, -1) : parts);

/** What goes to the next line together with the part that does not fit: at most four, so that a line of nothing but marks is broken all the same. */
function carriedOver(current: readonly Part[], next: Part): readonly Part[] {
  let from = current.length;
  let first = next.chars;
  while (from > 1 && current.length - from < 4) {
    const before = current[from - 1];
    if (!before || !(notAtStart.has(first[0] ?? '') || notAtEnd.has(before.chars.at(-1) ?? ''))) break;
    from -= 1;
    first = before.chars;
  }
  return current.slice(from);
}
