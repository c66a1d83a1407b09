import { describe, expect, it } from 'vitest';
import { decodeXml } from './decode.ts';

const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('the bytes of a file as the text that they are', () => {
  it('UTF-8, with a mark and without', () => {
    expect(decodeXml(Buffer.from('<a n="受理"/>'))).toBe('<a n="受理"/>');
    expect(decodeXml(Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-8"?><a n="受理"/>'))).toBe('<?xml version="1.0" encoding="UTF-8"?><a n="受理"/>');
  });
  it('UTF-16, either way round', () => {
    for (const big of [false, true]) {
      expect(decodeXml(utf16('<a n="受理"/>', big))).toBe('<a n="受理"/>');
      expect(decodeXml(utf16('\ufeff<a n="受理"/>', big))).toBe('<a n="受理"/>');
    }
  });
  it('what the file says that it is', () => {
    const declared = (encoding: string, bytes: readonly number[]): string => decodeXml(Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><a n="`), Buffer.from(bytes), Buffer.from('"/>')]));
    expect(declared('GBK', [0xca, 0xdc, 0xc0, 0xed])).toContain('n="受理"');
    expect(declared('ISO-8859-1', [0xe9])).toContain('n="é"');
    expect(declared('no-such-encoding', [0x41])).toContain('n="A"');
  });
});
