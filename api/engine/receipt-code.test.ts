import { expect, it } from 'vitest';
import { codeFits, codeOf, newCode } from './receipt-code.ts';

it('a request that is repeated gets the code that it got before, and nobody else gets it', () => {
  const { secret, codeSalt, codeHash } = newCode('key');
  expect(secret).toBe('key');
  const code = codeOf('key', codeSalt);
  expect(codeFits(code, codeHash)).toBe(true);
  expect([codeOf('other', codeSalt), codeOf('key', newCode('key').codeSalt)]).not.toContain(code);
});

it('without a key each code is another one', () => {
  const codes = Array.from({ length: 50 }, () => newCode(null)).map(({ secret, codeSalt }) => codeOf(secret, codeSalt));
  expect(new Set(codes).size).toBe(50);
});

it('no code fits where there is no objection, nor the code of another', () => {
  const { secret, codeSalt, codeHash } = newCode(null);
  const code = codeOf(secret, codeSalt);
  expect([codeFits(code, null), codeFits('', codeHash), codeFits(code.slice(1), codeHash), codeFits(code, newCode(null).codeHash)]).toEqual([false, false, false, false]);
});
