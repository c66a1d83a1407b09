import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalList, commitmentTo, listHash, lots, seating, seedOf, shortFields, shuffled, verifyDraw, type Candidate, type DrawPlan } from './draw.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const fields = ['quality', 'metrology', 'standards'];
const someCandidates = fc.uniqueArray(fc.record({ expert: fc.integer({ min: 1, max: 60 }).map((n) => `e${n}`), fields: fc.subarray(fields, { minLength: 1 }) }), { selector: (c) => c.expert, maxLength: 25 });
const somePlan: fc.Arbitrary<DrawPlan> = fc.subarray(fields, { minLength: 1 }).chain((chosen) =>
  fc.tuple(...chosen.map((field) => fc.record({ field: fc.constant(field), seats: fc.integer({ min: 1, max: 4 }) }))).map((strata) => ({ strata })));

const drawn = (plan: DrawPlan, candidates: readonly Candidate[], nonce = 'n', word = 'w') => {
  const list = canonicalList('d', candidates, sha256);
  const hash = listHash(plan, list, sha256);
  const seed = seedOf(nonce, word, hash, sha256);
  return { record: { plan, candidates: list, listHash: hash, commitment: commitmentTo(nonce, hash, sha256), nonce, word, seed }, order: lots(plan, list, seed, sha256) };
};

describe('a drawing by lot', () => {
  it('can be repeated by anybody, in whatever order the candidates were entered', () => {
    fc.assert(fc.property(somePlan, someCandidates, fc.string(), fc.string(), (plan, candidates, nonce, word) => {
      const one = drawn(plan, candidates, nonce, word);
      expect(drawn(plan, [...candidates].reverse(), nonce, word)).toEqual(one);
      expect(verifyDraw('d', one.record, sha256)).toEqual([]);
    }));
  });

  it.each([
    ['another number than the one committed to', { nonce: 'other' }, ['commitment', 'seed']],
    ['another word', { word: 'other' }, ['seed']],
    ['a candidate added afterwards', { candidates: [{ expert: 'late', fields: ['quality'] }] }, ['list']],
    ['a seed of one’s choice', { seed: 'f'.repeat(64) }, ['seed']],
  ])('is found out with %s', (_, change, findings) => {
    const { record } = drawn({ strata: [{ field: 'quality', seats: 1 }] }, [{ expert: 'a', fields: ['quality'] }, { expert: 'b', fields: ['quality'] }]);
    const changed = { ...record, ...change, ...('candidates' in change ? { candidates: [...change.candidates, ...record.candidates] } : {}) };
    expect(verifyDraw('d', changed, sha256)).toEqual(expect.arrayContaining(findings));
  });

  it('seats nobody twice, nobody outside their field, nobody who declined, and as many as there are', () => {
    fc.assert(fc.property(somePlan, someCandidates, fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 15 }), (plan, candidates, refusals) => {
      const { order } = drawn(plan, candidates);
      const declined = refusals.map((n) => ({ expert: `e${n}` }));
      const { seats, substitutes, vacant } = seating(plan, order, declined);
      const experts = seats.map((s) => s.expert);
      expect(new Set(experts).size).toBe(experts.length);
      for (const { field, expert } of seats) expect(candidates.find((c) => c.expert === expert)?.fields).toContain(field);
      for (const { expert } of declined) expect(experts).not.toContain(expert);
      for (const { field, seats: wanted } of plan.strata) {
        const missing = vacant.find((v) => v.field === field)?.seats ?? 0;
        expect(seats.filter((s) => s.field === field)).toHaveLength(wanted - missing);
        if (missing > 0) expect(substitutes.find((s) => s.field === field)?.experts).toEqual([]);
      }
    }));
  });

  it('gives the seat of one who declines to the next of the same field, and moves nobody else', () => {
    fc.assert(fc.property(somePlan, someCandidates, (plan, candidates) => {
      const { order } = drawn(plan, candidates);
      const before = seating(plan, order, []);
      const [leaver] = before.seats;
      fc.pre(leaver !== undefined);
      const next = before.substitutes.find((s) => s.field === leaver.field)?.experts[0];
      const after = seating(plan, order, [leaver]);
      const stayed = before.seats.filter((s) => s !== leaver);
      expect(after.seats.filter((s) => s.expert !== next)).toEqual(stayed);
      if (next) expect(after.seats).toContainEqual({ field: leaver.field, expert: next });
    }));
  });

  it('is fair: over many seeds each candidate comes first about equally often', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const first = new Map<string, number>();
    for (let i = 0; i < 5_000; i++) {
      const winner = shuffled(names, sha256(`seed ${i}`), sha256)[0]!;
      first.set(winner, (first.get(winner) ?? 0) + 1);
    }
    // Five standard deviations of a binomial with n = 5000, p = 1/5; the seeds are fixed, so this never fails by chance.
    for (const name of names) expect(Math.abs((first.get(name) ?? 0) - 1_000)).toBeLessThan(142);
  });

  it('does not begin where a field has fewer candidates than seats', () => {
    const plan = { strata: [{ field: 'quality', seats: 2 }, { field: 'metrology', seats: 1 }] };
    expect(shortFields(plan, [{ expert: 'a', fields: ['quality', 'metrology'] }])).toEqual([{ field: 'quality', seats: 2, candidates: 1 }]);
  });
});
