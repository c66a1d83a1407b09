import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idNumberCheckCharacter, isCivilDay, isIdNumber, isPhone, isRegion, isUscc, usccCheckCharacter } from './identifiers.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const character = fc.constantFrom(...alphabet);
const digits = (n: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: n, maxLength: n });
const uscc = fc
  .tuple(fc.string({ unit: character, minLength: 2, maxLength: 2 }), digits(6), fc.string({ unit: character, minLength: 9, maxLength: 9 }))
  .map(([office, region, body]) => office + region + body)
  .map((first17) => first17 + usccCheckCharacter(first17));
const birthday = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10).replaceAll('-', ''));
const idNumber = fc
  .tuple(fc.constantFrom('440106', '440300', '110101', '653101'), birthday, digits(3))
  .map((parts) => parts.join(''))
  .map((first17) => first17 + idNumberCheckCharacter(first17));
const replaceAt = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1);

describe('unified social credit code (GB 32100-2015)', () => {
  it.each(['91440300708461136T', '914403001922038216', '91110000802100433B'])('%s is one', (code) => {
    expect(isUscc(code)).toBe(true);
  });
  it.each([
    ['914403007084611361', 'wrong check character'], ['91440300708461136t', 'lower case'], ['9144030070846113', 'too short'],
    ['91440300708461136T ', 'blank at the end'], ['91I40300708461136T', 'letter that the standard leaves out'], ['', 'empty'],
  ])('%j is none: %s', (code) => {
    expect(isUscc(code)).toBe(false);
  });
  it('every single wrong character is noticed', () => {
    fc.assert(fc.property(uscc, fc.nat(17), character, (code, at, wrong) => {
      fc.pre(code[at] !== wrong);
      expect(isUscc(code)).toBe(true);
      expect(isUscc(replaceAt(code, at, wrong))).toBe(false);
    }));
  });
  it('every swap of two neighbouring characters is noticed', () => {
    fc.assert(fc.property(uscc, fc.nat(16), (code, at) => {
      fc.pre(code[at] !== code[at + 1]);
      expect(isUscc(replaceAt(replaceAt(code, at, code[at + 1] as string), at + 1, code[at] as string))).toBe(false);
    }));
  });
});

describe('id number (GB 11643-1999)', () => {
  it('the example of the standard is one', () => {
    expect(isIdNumber('11010519491231002X')).toBe(true);
    expect(isIdNumber('440524188001010014')).toBe(false); // born before 1900: the check character is right, the person is not
  });
  it.each([['11010519490231002X', 'no such day'], ['99010519491231002X', 'no such province'], ['11010519491231002x', 'lower case']])('%s is none: %s', (n) => {
    expect(isIdNumber(n)).toBe(false);
  });
  it('every single wrong character is noticed', () => {
    fc.assert(fc.property(idNumber, fc.nat(17), fc.constantFrom(...'0123456789X'), (number, at, wrong) => {
      fc.pre(number[at] !== wrong);
      expect(isIdNumber(number)).toBe(true);
      expect(isIdNumber(replaceAt(number, at, wrong))).toBe(false);
    }));
  });
});

describe('civil day', () => {
  it.each(['2026-02-28', '2024-02-29', '1900-01-01', '2199-12-31'])('%s is one', (day) => expect(isCivilDay(day)).toBe(true));
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-2-3', '20260203', '2026-02-03T00:00:00Z', '0026-01-01', ''])('%j is none', (day) => expect(isCivilDay(day)).toBe(false));
});

describe('region (GB/T 2260)', () => {
  it.each(['100000', '440000', '440100', '440305', '445300', '110101', '659001', '820000'])('%s is one', (code) => expect(isRegion(code)).toBe(true));
  it.each(['441000', '445400', '000000', '990000', '44010', '4401000', 'x40100'])('%s is none', (code) => expect(isRegion(code)).toBe(false));
});

describe('phone', () => {
  it.each(['13800138000', '+8613800138000', '020-38835000', '0755-26013388-8001', '02038835000', '400-830-8300'])('%s is one', (n) => expect(isPhone(n)).toBe(true));
  it.each(['12345', '12800138000', '1380013800', '138001380000', '020-1234567', 'abc'])('%s is none', (n) => expect(isPhone(n)).toBe(false));
});
