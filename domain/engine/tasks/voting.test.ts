import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SigningRule } from '../../model/types.ts';
import { tally, type Ballot, type Voice } from './voting.ts';

const voices = (...list: (Voice | null)[]): Ballot[] => list.map((voice, i) => ({ voice, weight: i + 1, chair: i === 0 }));
const share = (numerator: number, denominator: number): SigningRule => ({ kind: 'share', of: { numerator, denominator } });

describe('a round is decided as soon as, and only when, no open vote could change it', () => {
  it.each<[string, SigningRule, Ballot[], ReturnType<typeof tally>]>([
    ['all: one objection', { kind: 'all' }, voices('agree', 'disagree', null), 'disagree'],
    ['all: one still open', { kind: 'all' }, voices('agree', 'agree', null), null],
    ['all: everybody', { kind: 'all' }, voices('agree', 'agree', 'abstain'), 'agree'],
    ['all: nobody agreed', { kind: 'all' }, voices('abstain', 'abstain'), 'disagree'],
    ['any: one consent', { kind: 'any' }, voices('disagree', 'agree', null), 'agree'],
    ['any: one left who could consent', { kind: 'any' }, voices('disagree', 'disagree', null), null],
    ['any: nobody', { kind: 'any' }, voices('disagree', 'abstain'), 'disagree'],
    ['two thirds of three', share(2, 3), voices('agree', 'agree', null), 'agree'],
    ['two thirds of three can no longer be', share(2, 3), voices('disagree', 'disagree', null), 'disagree'],
    ['two thirds of three are open', share(2, 3), voices('agree', 'disagree', null), null],
    ['half of two is one', share(1, 2), voices('agree', null), 'agree'],
    ['weight 5 of 1+2+3', { kind: 'weight', needed: 5 }, voices(null, 'agree', 'agree'), 'agree'],
    ['weight 5 of 1+2+3 without the third', { kind: 'weight', needed: 5 }, voices(null, null, 'disagree'), 'disagree'],
    ['chair before the others', { kind: 'chair' }, voices('agree', null, 'agree'), null],
    ['chair against the others', { kind: 'chair' }, voices('agree', 'disagree', 'disagree'), 'agree'],
    ['no seats', { kind: 'any' }, [], 'disagree'],
  ])('%s', (_, rule, ballots, result) => expect(tally(rule, ballots)).toBe(result));
});

const rule = fc.oneof(
  fc.constantFrom<SigningRule>({ kind: 'all' }, { kind: 'any' }, { kind: 'chair' }),
  fc.record({ kind: fc.constant('share' as const), of: fc.record({ numerator: fc.integer({ min: 1, max: 4 }), denominator: fc.integer({ min: 4, max: 5 }) }) }),
  fc.record({ kind: fc.constant('weight' as const), needed: fc.integer({ min: 1, max: 30 }) }),
);

describe('for every rule and every set of votes', () => {
  it('the order in which the votes come does not change the result', () => {
    const vote = fc.record({ weight: fc.integer({ min: 1, max: 5 }), voice: fc.constantFrom<Voice>('agree', 'disagree', 'abstain') });
    const votes = fc.array(vote, { minLength: 1, maxLength: 8 }).chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list.map((_, i) => i), { minLength: list.length })));
    fc.assert(
      fc.property(rule, votes, (r, [list, order]) => {
        const all = list.map((v, i) => ({ ...v, chair: i === 0 }));
        const final = tally(r, all);
        const seen = new Set<number>();
        let first: ReturnType<typeof tally> = null;
        for (const next of order) {
          seen.add(next);
          first ??= tally(r, all.map((b, i) => (seen.has(i) ? b : { ...b, voice: null })));
        }
        expect(final).not.toBeNull();
        expect(first).toBe(final);
      }),
    );
  });
});
