/**
 * What the award of the province rests on, as found on 2026-11-23.
 *
 * 广东省政府质量奖管理办法 (粤府办〔2021〕55号) was seen in excerpts only (V3): a round every two years, at most 10 awards and 40 nominations, places may stay empty. It took
 * the place of the rule of 2009 (every three years, at most 5), which many pages still cite. The days of its steps were not found.
 * 中国质量奖管理办法 (总局令第36号, V1) is binding for the national award alone. Where it names a number, the province's steps take it as a model: an internal
 * limit that says what it follows, and that an administrator may change. Everything else is an internal limit without a model.
 */
import type { Basis } from '../../domain/calendar/types.ts';
import { calendarDays, internalTarget, workingDays } from '../../domain/model/builder-clocks.ts';
import { text } from '../../domain/text.ts';
import { nationalAwardMeasures as nationalRule } from '../instruments.ts';

/** 参照: no number stands in the rule of the province; the one of the national award is taken. */
const after = (article: string): Basis => ({
  ...internalTarget, instrument: text(`内部时限（参照《${nationalRule.name.zh}》）`, `Internal target (after the ${nationalRule.name.en})`), article, version: nationalRule.version,
});

/** 粤府办〔2021〕55号 §4. No input of anybody gives more. */
export const ceilings = { award: 10, nomination: 40 } as const;
/** 公示期: 令第36号 §§14, 17, 20, 23, at least so many working days. */
export const noticeDays = { least: 5, most: 60 } as const;
/** 粤府办〔2021〕55号 §4: 每两年评选一届. */
export const yearsBetweenRounds = 2;
/** 近三年无重大质量、安全、环保事故和违法失信 (notice of the seventh round). */
export const yearsWithoutFault = 3;
/** 近四年已获奖的不再参评 (notice of the seventh round). */
export const yearsAfterAward = 4;
/** 令第36号 §12: 内部公示不少于五个工作日. Not seen in the rule of the province: shown, and nobody is turned away for it. */
export const internalNoticeDays = 5;
/** 令第36号 §36: 虚假申报, 五年内不受理; §37①: 骗取, 撤销并十年内不受理; §37②: 获奖后五年内发生重大事故的, 撤销. From which day the years run was not found: here from the decision, so that what came to light late costs no less. */
export const banYears = { falseDeclaration: 5, fraud: 10 } as const;
export const yearsOfConduct = 5;
/** 票决: two thirds of all seats. No share was found in the rule. */
export const passing = { numerator: 2, denominator: 3 } as const;
/** Members that a vote takes at least. Not found in the rule. */
export const leastCommittee = 3;

export const internal = {
  recommendation: workingDays(20, internalTarget),
  supplement: workingDays(10, internalTarget),
  formalReview: workingDays(10, internalTarget),
  departments: workingDays(10, internalTarget),
  acceptance: workingDays(5, internalTarget),
  siteVisit: workingDays(30, internalTarget),
  vote: workingDays(10, internalTarget),
  planning: workingDays(10, internalTarget),
  drawing: workingDays(5, internalTarget),
  scoring: workingDays(20, internalTarget),
  conclusion: workingDays(5, internalTarget),
  report: workingDays(10, internalTarget),
  approval: workingDays(20, internalTarget),
  publication: workingDays(5, internalTarget),
  statement: workingDays(5, internalTarget),
  verification: workingDays(30, internalTarget),
  revocation: calendarDays(60, internalTarget),
  commendation: workingDays(20, internalTarget),
  answer: workingDays(10, internalTarget),
  /** 令第36号 §25: 收到异议材料之日起五个工作日内审查是否受理. */
  objection: workingDays(5, after('§25')),
} as const;
