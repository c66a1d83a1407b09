import { describe, expect, it } from 'vitest';
import { viewerOf } from './viewer-of-claims.ts';

describe('the claims of a token', () => {
  it('make a viewer', () => {
    expect(viewerOf({ sub: 'lin', name: '林晓', posts: [{ role: 'officer', agency: 'gd-amr' }], iat: 1 })).toEqual({
      id: 'lin', name: '林晓', posts: [{ role: 'officer', agency: 'gd-amr' }], enterprise: null,
    });
    expect(viewerOf({ sub: 'c', uscc: '91440605MA4W2Q7H9C', enterprise_name: '晨光' })).toEqual({ id: 'c', name: 'c', posts: [], enterprise: { uscc: '91440605MA4W2Q7H9C', name: '晨光' } });
  });
  it.each([
    ['no subject', {}], ['a subject with a line break', { sub: 'a\nb' }], ['a name with NUL', { sub: 'a', name: 'a\u0000' }], ['a code with a wrong check character', { sub: 'a', uscc: '91440605MA4W2Q7H90' }],
    ['posts that are no posts', { sub: 'a', posts: ['officer@gd-amr'] }], ['a post that would forge a pool', { sub: 'a', posts: [{ role: 'officer@gd-amr', agency: 'x' }] }],
  ])('with %s are refused', (_, claims) => {
    expect(viewerOf(claims)).toBeNull();
  });
});
