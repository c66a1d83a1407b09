import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, searchQuery, termsOf } from './search-terms.ts';

const text = fc.string({ unit: fc.constantFrom(...'召回粤市监〔2026〕1号 ＡAb\u{20000}'), maxLength: 30 });

describe('search terms', () => {
  it('finds every part of a text, however short', () => {
    fc.assert(fc.property(text, fc.nat(), fc.nat(), (content, from, length) => {
      const characters = [...content];
      const start = from % Math.max(1, characters.length);
      const part = characters.slice(start, start + 1 + (length % 5)).join('');
      const query = searchQuery(part);
      if (query === null) return;
      const terms = termsOf([content]);
      for (const term of query.terms) expect(terms).toContain(term);
      for (const pattern of query.patterns) expect(normalise(content)).toContain(pattern.slice(1, -1).replace(/\\(.)/gu, '$1'));
    }));
  });

  it('takes wide and narrow letters, capitals and small ones for the same', () => {
    expect(searchQuery('ＡＢ')).toEqual(searchQuery('ab'));
  });

  it('asks for all words', () => {
    expect(searchQuery(' 召回  2026 ')).toEqual({ terms: ['召回', '202', '026'], patterns: ['%召回%', '%2026%'] });
  });

  it('looks for nothing in white space', () => {
    expect(searchQuery(' \u3000 ')).toBeNull();
  });
});
