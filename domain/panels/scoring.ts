/**
 * 评分排名: from the sheets of a panel to a ranking that anybody can repeat and that says of each applicant why they stand where they stand.
 * All arithmetic is in whole numbers (points in hundredths, weights whole): applicants are compared by exact fractions, and only what is shown is rounded.
 */
import { text, type Text } from '../text.ts';
import { compareFractions, exactText, fractionOf, medianOf, toHundredths, type Fraction } from './fractions.ts';

export interface Criterion { readonly id: string; readonly name: Text; /** Most points, in hundredths. */ readonly max: number; /** Whole, relative to the others. */ readonly weight: number }

/** How a tie is broken, tried in the order declared: a criterion's mean, the mean without trimming, the lowest sheet that counts. */
export type TieRule = { readonly by: 'criterion'; readonly criterion: string } | { readonly by: 'untrimmed-mean' } | { readonly by: 'lowest-sheet' };

export interface ScoringRules {
  readonly criteria: readonly Criterion[];
  /** 去掉最高分、最低分: so many of each are left out. */
  readonly trim: number;
  /** Sheets that an applicant must have. */
  readonly quorum: number;
  /** 名额. Fewer may be awarded (可以空缺), never more. */
  readonly places: number;
  /** 达标线, in hundredths; null = none. Whoever is below gets no place, also where one stays empty. */
  readonly threshold: number | null;
  readonly ties: readonly TieRule[];
  /** A sheet that lies further than this from the median is reported, in hundredths; null = none is. It counts all the same. */
  readonly outlier: number | null;
}

export interface PanelMember { readonly id: string; readonly name: string; /** Their account. */ readonly person: string | null; /** Applicants whom they may not judge (回避). */ readonly recusedFrom: readonly string[] }
/** 评审回避: a member who may not judge one applicant, found after the panel was opened. */
export interface Recusal { readonly member: string; readonly applicant: string; readonly reason: string; readonly at: string; readonly by: { readonly id: string; readonly name: string } }
export interface Applicant { readonly id: string; readonly name: string }
/** One member's points for one applicant, in hundredths by criterion. */
export interface Sheet { readonly member: string; readonly applicant: string; readonly scores: Readonly<Record<string, number>> }

export type RulesProblem = 'no-criteria' | 'criterion' | 'weights' | 'trim' | 'quorum' | 'places' | 'threshold' | 'tie-criterion';
const isCount = (n: number, from: number): boolean => Number.isSafeInteger(n) && n >= from;

/** What is wrong with the rules themselves; none = they can be used. */
export function rulesProblems({ criteria, trim, quorum, places, threshold, ties }: ScoringRules): readonly RulesProblem[] {
  const ids = new Set(criteria.map((c) => c.id));
  return [
    ...(criteria.length === 0 ? (['no-criteria'] as const) : []),
    ...(ids.size < criteria.length || criteria.some((c) => !isCount(c.max, 1)) ? (['criterion'] as const) : []),
    ...(criteria.some((c) => !isCount(c.weight, 1)) ? (['weights'] as const) : []),
    ...(isCount(trim, 0) ? [] : (['trim'] as const)),
    // After trimming one sheet at least must be left.
    ...(isCount(quorum, Math.max(1, 2 * trim + 1)) ? [] : (['quorum'] as const)),
    ...(isCount(places, 0) ? [] : (['places'] as const)),
    ...(threshold === null || isCount(threshold, 0) ? [] : (['threshold'] as const)),
    ...(ties.some((t) => t.by === 'criterion' && !ids.has(t.criterion)) ? (['tie-criterion'] as const) : []),
  ];
}

export type SheetProblem = { readonly criterion: string; readonly code: 'required' | 'unknown' | 'range' };
export const sheetProblems = ({ criteria }: ScoringRules, scores: Sheet['scores']): readonly SheetProblem[] => [
  ...criteria.flatMap(({ id, max }): SheetProblem[] => {
    const score = Object.hasOwn(scores, id) ? scores[id] : undefined;
    if (score === undefined) return [{ criterion: id, code: 'required' }];
    return isCount(score, 0) && score <= max ? [] : [{ criterion: id, code: 'range' }];
  }),
  ...Object.keys(scores).filter((id) => !criteria.some((c) => c.id === id)).map((criterion): SheetProblem => ({ criterion, code: 'unknown' })),
];

export interface Ranked {
  readonly applicant: string;
  /** null = not ranked: too few sheets. Equal ranks where no declared rule breaks the tie. */
  readonly rank: number | null;
  /** Trimmed weighted mean in hundredths, rounded half up for showing. */
  readonly score: number | null;
  /** The same exactly, "numerator/denominator" in hundredths. */
  readonly exact: string | null;
  readonly status: 'awarded' | 'beyond-places' | 'below-threshold' | 'no-quorum' | 'undecided-tie';
  readonly counted: readonly string[];
  readonly dropped: readonly { readonly member: string; readonly end: 'highest' | 'lowest' }[];
  readonly outliers: readonly { readonly member: string; readonly total: number; readonly median: number }[];
  /** Who had the same mean, and what decided between them; null = nothing did. */
  readonly tie: { readonly with: readonly string[]; readonly brokenBy: TieRule | null } | null;
  readonly why: Text;
}
export interface PanelResult { readonly ranking: readonly Ranked[]; readonly awarded: readonly string[]; readonly vacant: number }

interface Mark { readonly applicant: string; readonly mean: Fraction | null; readonly facts: Omit<Ranked, 'rank' | 'status' | 'tie' | 'why'>; readonly keys: readonly Fraction[] }

/** @param sheets at most one of a member for an applicant; the order does not matter */
export function rank(rules: ScoringRules, applicants: readonly Applicant[], sheets: readonly Sheet[]): PanelResult {
  const marks = applicants.map((a) => mark(rules, a.id, sheets.filter((s) => s.applicant === a.id)));
  const full = marks.filter((m) => m.mean !== null).sort((a, b) => compareMarks(b, a) || (a.applicant < b.applicant ? -1 : 1));
  const placed: Ranked[] = [];
  for (const m of full) {
    const equal = full.filter((o) => compareMarks(o, m) === 0);
    const position = full.filter((o) => compareMarks(o, m) > 0).length + 1;
    const sameMean = full.filter((o) => o !== m && compareFractions(o.mean, m.mean) === 0);
    const tie = sameMean.length === 0 ? null : { with: sameMean.map((o) => o.applicant).sort(), brokenBy: equal.length > 1 ? null : brokenBy(rules, m, sameMean) };
    const below = rules.threshold !== null && compareFractions(m.mean, fractionOf(BigInt(rules.threshold), 1n)) < 0;
    // Equals stand or fall together: where the last place lies among them, the vote of the committee decides, not this.
    const status = below ? 'below-threshold' : position > rules.places ? 'beyond-places' : position + equal.length - 1 > rules.places ? 'undecided-tie' : 'awarded';
    placed.push({ ...m.facts, rank: position, status, tie, why: whyRanked(rules, m, position, full.length, status, tie) });
  }
  const without = marks.filter((m) => m.mean === null).map((m): Ranked => ({
    ...m.facts, rank: null, status: 'no-quorum', tie: null,
    why: text(`有效评分${m.facts.counted.length}份，少于法定人数${rules.quorum}份，不参加排名`, `${m.facts.counted.length} sheets, ${rules.quorum} are needed: not ranked`),
  }));
  const awarded = placed.filter((r) => r.status === 'awarded').map((r) => r.applicant);
  return { ranking: [...placed, ...without], awarded, vacant: rules.places - awarded.length };
}

function mark(rules: ScoringRules, applicant: string, sheets: readonly Sheet[]): Mark {
  const weights = rules.criteria.reduce((sum, c) => sum + BigInt(c.weight), 0n);
  // Equal sheets are ordered by member, so that which of them is dropped does not depend on who was quicker.
  const totals = sheets
    .map((sheet) => ({ sheet, total: rules.criteria.reduce((sum, c) => sum + BigInt(sheet.scores[c.id] ?? 0) * BigInt(c.weight), 0n) }))
    .sort((a, b) => (a.total === b.total ? (a.sheet.member < b.sheet.member ? -1 : 1) : a.total < b.total ? -1 : 1));
  const enough = totals.length >= rules.quorum;
  const kept = enough ? totals.slice(rules.trim, totals.length - rules.trim) : totals;
  const mean = enough ? fractionOf(kept.reduce((sum, t) => sum + t.total, 0n), weights * BigInt(kept.length)) : null;
  const median = totals.length === 0 ? null : medianOf(totals.map((t) => fractionOf(t.total, weights)));
  const far = (total: Fraction): boolean => {
    if (median === null || rules.outlier === null) return false;
    const gap = total.n * median.d - median.n * total.d;
    return (gap < 0n ? -gap : gap) > BigInt(rules.outlier) * total.d * median.d;
  };
  const tieKey = (rule: TieRule): Fraction => {
    if (rule.by === 'untrimmed-mean') return fractionOf(totals.reduce((sum, t) => sum + t.total, 0n), weights * BigInt(totals.length));
    if (rule.by === 'lowest-sheet') return fractionOf(kept[0]?.total ?? 0n, weights);
    return fractionOf(kept.reduce((sum, t) => sum + BigInt(t.sheet.scores[rule.criterion] ?? 0), 0n), BigInt(kept.length));
  };
  return {
    applicant, mean, keys: mean === null ? [] : rules.ties.map(tieKey),
    facts: {
      applicant, score: mean && toHundredths(mean), exact: mean && exactText(mean),
      counted: kept.map((t) => t.sheet.member).sort(),
      dropped: enough ? [
        ...totals.slice(0, rules.trim).map((t) => ({ member: t.sheet.member, end: 'lowest' as const })),
        ...totals.slice(totals.length - rules.trim).map((t) => ({ member: t.sheet.member, end: 'highest' as const })),
      ] : [],
      outliers: totals.filter((t) => far(fractionOf(t.total, weights)))
        .map((t) => ({ member: t.sheet.member, total: toHundredths(fractionOf(t.total, weights)), median: median === null ? 0 : toHundredths(median) })),
    },
  };
}

function compareMarks(a: Mark, b: Mark): number {
  const byMean = compareFractions(a.mean, b.mean);
  if (byMean !== 0) return byMean;
  for (const [i, key] of a.keys.entries()) {
    const byRule = compareFractions(key, b.keys[i] ?? null);
    if (byRule !== 0) return byRule;
  }
  return 0;
}

/** The last of the rules that were needed to tell this one from all others with the same mean. */
const brokenBy = (rules: ScoringRules, m: Mark, others: readonly Mark[]): TieRule | null =>
  rules.ties[Math.max(...others.map((o) => m.keys.findIndex((key, i) => compareFractions(key, o.keys[i] ?? null) !== 0)))] ?? null;

const points = (hundredths: number): string => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;

function tieName({ criteria }: ScoringRules, rule: TieRule): Text {
  if (rule.by === 'untrimmed-mean') return text('全部评分平均分', 'the mean of all sheets');
  if (rule.by === 'lowest-sheet') return text('计入评分中的最低分', 'the lowest sheet that counts');
  return criteria.find((c) => c.id === rule.criterion)?.name ?? text(rule.criterion, rule.criterion);
}

function whyRanked(rules: ScoringRules, { facts }: Mark, position: number, of: number, status: Ranked['status'], tie: Ranked['tie']): Text {
  const { score, counted, dropped } = facts;
  const shown = points(score ?? 0);
  const zh = [`${counted.length + dropped.length}份评分${dropped.length > 0 ? `，去掉最高、最低各${rules.trim}份` : ''}，加权平均${shown}分，在${of}个申报人中列第${position}`];
  const en = [`${counted.length + dropped.length} sheets${dropped.length > 0 ? `, highest and lowest ${rules.trim} left out` : ''}, weighted mean ${shown}: place ${position} of ${of}`];
  if (tie?.brokenBy) {
    const by = tieName(rules, tie.brokenBy);
    zh.push(`与${tie.with.length}个申报人同分，按“${by.zh}”排序`);
    en.push(`same mean as ${tie.with.length} other(s), ordered by ${by.en}`);
  } else if (tie) {
    zh.push('同分，所列规则不能分出先后，并列');
    en.push('a tie that no declared rule breaks: equal rank');
  }
  const last: Readonly<Partial<Record<Ranked['status'], Text>>> = {
    'below-threshold': text(`未达到${points(rules.threshold ?? 0)}分的达标线`, `below the threshold of ${points(rules.threshold ?? 0)}`),
    'beyond-places': text(`名额${rules.places}个已满`, `all ${rules.places} places are taken`),
    'undecided-tie': text('并列者多于剩余名额，由评审委员会表决', 'more equals than places left: the committee votes'),
  };
  const end = last[status];
  if (end) {
    zh.push(end.zh);
    en.push(end.en);
  }
  return text(zh.join('；'), en.join('; '));
}
