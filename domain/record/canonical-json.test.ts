import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, NotCanonical } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('prints the example of RFC 8785 §3.2.2 as the RFC does', () => {
    const value = { numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001], string: '\u20ac$\u000F\nA\'B"\\\\"/', literals: [null, true, false] };
    expect(canonicalJson(value)).toBe(String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`);
  });

  it('sorts members by UTF-16 code units (RFC 8785 §3.2.3)', () => {
    const value = { '\u20ac': 'Euro', '\r': 'CR', '\ufb33': 'Dalet', '1': 'One', '\ud83d\ude00': 'Smile', '\u0080': 'Control', '\u00f6': 'o' };
    expect(canonicalJson(value)).toBe('{"\\r":"CR","1":"One","\u0080":"Control","\u00f6":"o","\u20ac":"Euro","\ud83d\ude00":"Smile","\ufb33":"Dalet"}');
  });

  it('is the same for the same value, however it was put together, and reads back as that value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const shuffled: unknown = JSON.parse(JSON.stringify(value), (_, v: unknown) =>
          typeof v === 'object' && v !== null && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).reverse()) : v);
        expect(canonicalJson(shuffled)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('leaves out members without a value, as JSON.stringify does', () => {
    expect(canonicalJson({ b: undefined, a: [undefined, 1] })).toBe('{"a":[null,1]}');
  });

  it.each([['NaN', Number.NaN], ['infinity', Infinity], ['a function', () => 1], ['a lone surrogate', '\ud800'], ['a lone surrogate as a name', { '\udfff': 1 }], ['a bigint', 1n]])(
    'refuses %s', (_, value) => {
      expect(() => canonicalJson(value)).toThrow(NotCanonical);
    });
});
