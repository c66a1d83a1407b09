/** Search by any part of a number or title, one character of Chinese included. */

/** Widths and cases unified (ＡＢ = ab), white space to one blank. */
export const normalise = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** Longest parts that are indexed: the longer, the fewer cases share one. */
const longest = 3;

/** Every part of one to three characters, within each of the texts. */
export function termsOf(texts: readonly string[]): readonly string[] {
  const terms = new Set<string>();
  for (const text of texts) {
    const characters = [...normalise(text)];
    for (let length = 1; length <= longest; length++) for (const part of partsOf(characters, length)) terms.add(part);
  }
  return [...terms];
}

const partsOf = (characters: readonly string[], length: number): readonly string[] =>
  Array.from({ length: Math.max(0, characters.length - length + 1) }, (_, i) => characters.slice(i, i + length).join(''));

export interface SearchQuery {
  /** All of them must be among the terms of the case: answered by the index. */
  readonly terms: readonly string[];
  /** `%word%` for LIKE: each must be a part of the content, checked on what the index found. */
  readonly patterns: readonly string[];
}

/** Words are separated by blanks, and all must be found. Null where there is nothing to look for. */
export function searchQuery(text: string): SearchQuery | null {
  const words = normalise(text).split(' ').filter((word) => word !== '');
  if (words.length === 0) return null;
  const terms = words.flatMap((word) => {
    const characters = [...word];
    return partsOf(characters, Math.min(longest, characters.length));
  });
  return { terms: [...new Set(terms)], patterns: words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`) };
}
