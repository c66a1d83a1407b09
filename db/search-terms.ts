/** Search by any part of a number or title, two characters of Chinese included: an index of single characters and of pairs. */

/** Widths and cases unified (ＡＢ = ab), white space to one blank. */
export const normalise = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** Every character and every pair of neighbours, within each of the texts. */
export function termsOf(texts: readonly string[]): readonly string[] {
  const terms = new Set<string>();
  for (const text of texts) {
    let before = '';
    for (const character of normalise(text)) {
      terms.add(character);
      if (before !== '') terms.add(before + character);
      before = character;
    }
  }
  return [...terms];
}

export interface SearchQuery {
  /** All of them must be among the terms of the case: answered by the index. */
  readonly terms: readonly string[];
  /** Each must be a part of the content: checked on what the index found. */
  readonly words: readonly string[];
}

/** Words are separated by blanks, and all must be found. Null where there is nothing to look for. */
export function searchQuery(text: string): SearchQuery | null {
  const words = normalise(text).split(' ').filter((word) => word !== '');
  if (words.length === 0) return null;
  const terms = new Set<string>();
  for (const word of words) {
    const characters = [...word];
    if (characters.length === 1) terms.add(word);
    for (let i = 1; i < characters.length; i++) terms.add(`${characters[i - 1]}${characters[i]}`);
  }
  return { terms: [...terms], words };
}
