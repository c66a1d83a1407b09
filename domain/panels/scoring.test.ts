import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { text } from '../text.ts';
import { rank, rulesProblems, sheetProblems, type ScoringRules, type Sheet } from './scoring.ts';

const rules = (more: Partial<ScoringRules> = {}): ScoringRules => ({
  criteria: [{ id: 'lead', name: text('领导', 'Leadership'), max: 10_000, weight: 60 }, { id: 'result', name: text('结果', 'Results'), max: 10_000, weight: 40 }],
  trim: 1, quorum: 3, places: 2, threshold: null, ties: [], outlier: null, ...more,
});
/** One sheet per number: both criteria get it. */
const sheets = (applicant: string, ...points: number[]): Sheet[] => points.map((p, i) => ({ member: `m${i}`, applicant, scores: { lead: p, result: p } }));
const applicants = (...ids: string[]) => ids.map((id) => ({ id, name: id }));
const places = (result: ReturnType<typeof rank>) => result.ranking.map((r) => [r.applicant, r.rank, r.score, r.status]);

describe('the score of an applicant', () => {
  it('is the weighted mean without the highest and the lowest sheet, exact and then rounded half up', () => {
    const result = rank(rules(), applicants('a'), [
      { member: 'x', applicant: 'a', scores: { lead: 9_000, result: 8_000 } }, { member: 'y', applicant: 'a', scores: { lead: 8_001, result: 8_000 } },
      { member: 'z', applicant: 'a', scores: { lead: 7_000, result: 7_000 } }, { member: 'v', applicant: 'a', scores: { lead: 8_000, result: 8_001 } },
    ]);
    // y = 8000.6, v = 8000.4 remain: 8000.5 → 80.01 points.
    expect(result.ranking[0]).toMatchObject({ score: 8_001, exact: '16001/2', counted: ['v', 'y'], dropped: [{ member: 'z', end: 'lowest' }, { member: 'x', end: 'highest' }] });
    expect(result.ranking[0]!.why.zh).toBe('4份评分，去掉最高、最低各1份，加权平均80.01分，在1个申报人中列第1');
  });
  it('has no floating error: a tenth three times is three tenths', () => {
    const one = rules({ criteria: [{ id: 'c', name: text('c', 'c'), max: 100, weight: 1 }], trim: 0, quorum: 1, places: 1 });
    const points = (applicant: string, ...list: number[]): Sheet[] => list.map((c, i) => ({ member: `m${i}`, applicant, scores: { c } }));
    expect(places(rank(one, applicants('a', 'b'), [...points('a', 10, 10, 10), ...points('b', 30, 0, 0)]))).toEqual([['a', 1, 10, 'undecided-tie'], ['b', 1, 10, 'undecided-tie']]);
  });
});

describe('the ranking', () => {
  it('does not depend on who handed in first, and every rank is one more than the number of better ones', () => {
    const some = fc.array(fc.record({ applicant: fc.constantFrom('a', 'b', 'c', 'd'), member: fc.constantFrom('m1', 'm2', 'm3', 'm4', 'm5'), p: fc.integer({ min: 0, max: 20 }).map((n) => n * 500) }), { maxLength: 20 })
      .map((list) => [...new Map(list.map((s) => [`${s.applicant}${s.member}`, s])).values()].map(({ applicant, member, p }): Sheet => ({ applicant, member, scores: { lead: p, result: 10_000 - p } })));
    fc.assert(fc.property(some, fc.integer({ min: 0, max: 3 }), fc.option(fc.integer({ min: 0, max: 10_000 })), (list, seats, threshold) => {
      const r = rules({ places: seats, threshold, ties: [{ by: 'criterion', criterion: 'result' }, { by: 'untrimmed-mean' }] });
      const all = applicants('a', 'b', 'c', 'd');
      const result = rank(r, all, list);
      expect(rank(r, [...all].reverse(), [...list].reverse())).toEqual({ ...result, ranking: expect.arrayContaining(result.ranking as []) });
      expect(result.awarded.length + result.vacant).toBe(seats);
      expect(result.vacant).toBeGreaterThanOrEqual(0);
      const ranked = result.ranking.filter((x) => x.rank !== null);
      for (const x of ranked) expect(x.rank).toBe(ranked.filter((y) => y.rank! < x.rank!).length + 1);
    }));
  });
  it('breaks a tie by the declared rules, and says by which', () => {
    const list = [
      { member: 'm1', applicant: 'a', scores: { lead: 8_000, result: 8_000 } }, { member: 'm1', applicant: 'b', scores: { lead: 7_000, result: 9_500 } },
    ];
    const declared = rules({ trim: 0, quorum: 1, places: 1, ties: [{ by: 'untrimmed-mean' }, { by: 'criterion', criterion: 'result' }] });
    const result = rank(declared, applicants('a', 'b'), list);
    expect(places(result)).toEqual([['b', 1, 8_000, 'awarded'], ['a', 2, 8_000, 'beyond-places']]);
    expect(result.ranking[0]!.tie).toEqual({ with: ['a'], brokenBy: { by: 'criterion', criterion: 'result' } });
    expect(result.ranking[0]!.why.en).toContain('same mean as 1 other(s), ordered by Results');
    expect(rank({ ...declared, ties: [] }, applicants('a', 'b'), list).ranking.map((r) => r.status)).toEqual(['undecided-tie', 'undecided-tie']);
  });
  it('leaves a place empty where nobody reaches the threshold', () => {
    const result = rank(rules({ threshold: 8_000, places: 2 }), applicants('a', 'b'), [...sheets('a', 8_000, 8_000, 8_000), ...sheets('b', 7_999, 7_999, 7_999)]);
    expect(places(result)).toEqual([['a', 1, 8_000, 'awarded'], ['b', 2, 7_999, 'below-threshold']]);
    expect(result.vacant).toBe(1);
  });
  it('leaves out whom too few have judged', () => {
    const result = rank(rules(), applicants('a', 'b'), [...sheets('a', 9_000, 9_000), ...sheets('b', 5_000, 5_000, 5_000)]);
    expect(places(result)).toEqual([['b', 1, 5_000, 'awarded'], ['a', null, null, 'no-quorum']]);
  });
  it('reports the sheet that lies far from the others, and counts it all the same', () => {
    const [first] = rank(rules({ trim: 0, outlier: 1_500 }), applicants('a'), sheets('a', 8_000, 8_200, 8_100, 3_000)).ranking;
    expect(first).toMatchObject({ outliers: [{ member: 'm3', total: 3_000, median: 8_050 }], counted: ['m0', 'm1', 'm2', 'm3'] });
  });
});

describe('rules and sheets', () => {
  it.each<[Partial<ScoringRules>, string]>([
    [{ quorum: 2 }, 'quorum'], [{ trim: -1 }, 'trim'], [{ criteria: [] }, 'no-criteria'], [{ ties: [{ by: 'criterion', criterion: 'x' }] }, 'tie-criterion'], [{ places: 0.5 }, 'places'],
  ])('that cannot work are refused: %j', (more, problem) => expect(rulesProblems(rules(more))).toContain(problem));
  it('that can work are not', () => expect(rulesProblems(rules({ ties: [{ by: 'lowest-sheet' }] }))).toEqual([]));
  it('say what is wrong with a sheet', () => {
    expect(sheetProblems(rules(), { lead: 10_001, other: 1 })).toEqual([
      { criterion: 'lead', code: 'range' }, { criterion: 'result', code: 'required' }, { criterion: 'other', code: 'unknown' }]);
    expect(sheetProblems(rules(), { lead: 0, result: 10_000 })).toEqual([]);
    expect(sheetProblems(rules(), { lead: 0.5, result: 1 })).toEqual([{ criterion: 'lead', code: 'range' }]);
  });
});
