import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { allot, type Voted } from './allot.ts';

const levels = [{ id: 'award', places: 2 }, { id: 'nomination', places: 2 }];
const list = (...ranks: readonly (number | null)[]): readonly Voted[] => ranks.map((rank, i) => ({ id: `c${i + 1}`, rank, passed: true }));
const ask = { order: [], ties: 'ask' } as const;
const given = (result: ReturnType<typeof allot>) => Object.fromEntries(result.assigned.map((a) => [a.id, a.level]));

describe('places go by rank to those that were voted for', () => {
  it('the highest level first, then the next; beyond the places nobody', () => {
    expect(given(allot(levels, list(1, 2, 3, 4, 5), ask))).toEqual({ c1: 'award', c2: 'award', c3: 'nomination', c4: 'nomination' });
  });
  it('who did not pass, or has no rank, gets none, and the place stays empty', () => {
    expect(given(allot(levels, [{ id: 'a', rank: 1, passed: false }, ...list(2, null)], ask))).toEqual({ c1: 'award' });
  });
  it('equals who all fit share a level', () => {
    expect(given(allot(levels, list(1, 1, 3), ask))).toEqual({ c1: 'award', c2: 'award', c3: 'nomination' });
  });
  it('equals at the last place stop everything until somebody decides between them', () => {
    expect(allot(levels, list(1, 2, 2), ask)).toEqual({ assigned: [], tied: ['c2', 'c3'] });
  });
  it('an order that names all of them decides; one that does not, does not', () => {
    expect(given(allot(levels, list(1, 2, 2), { order: ['c3', 'c2'], ties: 'ask' }))).toEqual({ c1: 'award', c3: 'award', c2: 'nomination' });
    expect(allot(levels, list(1, 2, 2), { order: ['c3'], ties: 'ask' }).tied).toEqual(['c2', 'c3']);
  });
  it('left empty, none of the equals gets the place, nor anybody below them; all are considered for the next level', () => {
    expect(given(allot(levels, list(1, 2, 2, 4), { order: [], ties: 'vacate' }))).toEqual({ c1: 'award', c2: 'nomination', c3: 'nomination' });
  });
});

it('agrees with a search of all that may be given: never more than there are, nobody is passed over by a lower rank at the same or a higher level', () => {
  const votes = fc.array(fc.record({ rank: fc.option(fc.integer({ min: 1, max: 8 })), passed: fc.boolean() }), { maxLength: 20 });
  fc.assert(fc.property(votes, fc.nat(5), fc.nat(6), fc.constantFrom('ask' as const, 'vacate' as const), (all, first, second, ties) => {
    const candidates = all.map((v, i) => ({ ...v, id: `c${i}` }));
    const { assigned, tied } = allot([{ id: 'a', places: first }, { id: 'b', places: second }], candidates, { order: [], ties });
    const height = new Map(assigned.map((a) => [a.id, a.level === 'a' ? 2 : 1]));
    const of = (id: string): number => height.get(id) ?? 0;
    expect(assigned.filter((a) => a.level === 'a').length).toBeLessThanOrEqual(first);
    expect(assigned.filter((a) => a.level === 'b').length).toBeLessThanOrEqual(second);
    for (const x of candidates) {
      if (!x.passed || x.rank === null) expect(of(x.id)).toBe(0);
      for (const y of candidates) if (x.passed && y.passed && x.rank !== null && y.rank !== null && x.rank < y.rank && tied.length === 0) expect(of(x.id)).toBeGreaterThanOrEqual(of(y.id));
    }
    if (ties === 'vacate') expect(tied).toEqual([]);
  }));
});
