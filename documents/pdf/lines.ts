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
  for (let narrow = total / lines.length; narrow < width; narrow += setting.size / 2) {
    const even = breakLines(text, { ...setting, width: narrow });
    if (even.length <= lines.length) return even;
  }
  return lines;
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
