import { describe, expect, it } from 'vitest';
import { agencyById, roles } from '../../domain/authority/agencies.ts';
import { demoPeople } from './people.ts';

const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100-2015: the sum of all 18 characters, weighted by powers of 3, is a multiple of 31. */
const isUscc = (code: string): boolean =>
  code.length === 18 && [...code].reduce((sum, c, i) => sum + characters.indexOf(c) * (i === 17 ? 1 : Number(3n ** BigInt(i) % 31n)), 0) % 31 === 0;

describe('the demo people', () => {
  it('have posts that exist, in agencies that exist', () => {
    const posts = demoPeople.flatMap((person) => person.posts);
    expect(posts.length).toBeGreaterThan(10);
    for (const { role, agency } of posts) expect([role, roles[role] !== undefined, agencyById(agency)?.id]).toEqual([role, true, agency]);
  });
  it('speak for enterprises with valid credit codes', () => {
    const codes = demoPeople.flatMap((person) => (person.enterprise ? [person.enterprise.uscc] : []));
    expect(codes).toHaveLength(3);
    expect(codes.filter(isUscc)).toEqual(codes);
  });
  it('have different names to sign in with', () => {
    expect(new Set(demoPeople.map((person) => person.id)).size).toBe(demoPeople.length);
  });
});
