import { expect, it } from 'vitest';
import { codeFrom, objectionNumber, readCode, readNumber, shownCode } from './receipt.ts';

it('numbers an objection by its day and its place among all', () => {
  expect([objectionNumber('2026-11-25', 7), objectionNumber('2026-11-25', 123_456)]).toEqual(['YY20261125-00007', 'YY20261125-123456']);
});

it('makes a code of twelve letters and figures, each as likely as any other, none of which looks like another', () => {
  const seen = new Set(Array.from({ length: 256 }, (_, byte) => codeFrom(new Uint8Array(12).fill(byte))));
  expect(seen.size).toBe(32);
  for (const code of seen) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
  expect(shownCode('7K3Q9MXT2B4H')).toBe('7K3Q-9MXT-2B4H');
});

it.each([['7k3q-9mxt-2b4h'], ['7K3Q 9MXT 2B4H'], [' 7K3Q9MXT2B4H'], ['７Ｋ３Ｑ-９ＭＸＴ-２Ｂ４Ｈ']])('takes the code as people type it: "%s"', (typed) => expect(readCode(typed)).toBe('7K3Q9MXT2B4H'));
it('takes letters that look like figures for them', () => expect(readCode('oil0-OIL1-abcd')).toBe('01100111ABCD'));
it('takes the number as people type it', () => expect(readNumber(' yy20261125-00007 ')).toBe('YY20261125-00007'));
