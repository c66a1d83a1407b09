/** The credit file read: what counts today, and what an officer should look at (风险提示). Pure. */
import { addMonths, dayOfEpoch, epochDay } from '../calendar/civil-day.ts';
import type { Day } from '../calendar/types.ts';
import { text, type Text } from '../text.ts';
import type { CreditEntry, CreditKind } from './types.ts';

export const creditKindNames: Readonly<Record<CreditKind, Text>> = {
  penalty: text('行政处罚', 'Penalty'),
  recall: text('缺陷产品召回', 'Product recall'),
  'serious-violation': text('列入严重违法失信名单', 'Listed for serious violations'),
  'failed-check': text('监督抽查不合格', 'Failed supervision sampling'),
  'commitment-broken': text('违反质量安全承诺', 'Commitment broken'),
  award: text('质量奖励', 'Quality award'),
  commendation: text('通报表扬', 'Commended'),
  repaired: text('信用修复', 'Credit repaired'),
};

const adverse: ReadonlySet<CreditKind> = new Set(['penalty', 'recall', 'serious-violation', 'failed-check', 'commitment-broken']);
export const isAdverse = (kind: CreditKind): boolean => adverse.has(kind);

export type CreditStanding = 'withdrawn' | 'not-public' | 'public' | 'ended';

/** Whether anybody may read it on this day. */
export function standing({ publicFrom, publicUntil, withdrawnAt }: CreditEntry, today: Day): CreditStanding {
  if (withdrawnAt !== null) return 'withdrawn';
  if (publicFrom === null || today < publicFrom) return 'not-public';
  return publicUntil !== null && today > publicUntil ? 'ended' : 'public';
}

export interface CaseCounts { readonly open: number; readonly overdue: number; /** Started in the last 90 days. */ readonly recent: number }
export interface RiskHint { readonly code: 'listed' | 'repeated' | 'recent-adverse' | 'overdue' | 'many-cases'; readonly level: 'high' | 'medium'; readonly text: Text }

/** How many it takes: no rule sets these numbers, an agency may choose others. */
export const riskThresholds = { repeatedAdverse: 2, manyRecentCases: 3 } as const;

/** Hints for officers, the gravest first. They decide nothing by themselves. */
export function riskHints(entries: readonly CreditEntry[], cases: CaseCounts, today: Day): readonly RiskHint[] {
  const standingEntries = entries.filter((e) => e.withdrawnAt === null && e.decidedOn <= today);
  const yearAgo = dayOfEpoch(addMonths(epochDay(today), -12).day);
  const lastYear = standingEntries.filter((e) => isAdverse(e.kind) && e.decidedOn > yearAgo);
  const listed = standingEntries.find((e) => e.kind === 'serious-violation' && standing(e, today) === 'public');
  const hints: RiskHint[] = [];
  if (listed) hints.push({ code: 'listed', level: 'high', text: text('在严重违法失信名单公示期内', 'On the list of serious violations') });
  if (lastYear.length >= riskThresholds.repeatedAdverse) {
    hints.push({ code: 'repeated', level: 'high', text: text(`近一年有${lastYear.length}条不良质量信用记录`, `${lastYear.length} adverse entries within a year`) });
  } else if (lastYear[0]) {
    hints.push({ code: 'recent-adverse', level: 'medium', text: text(`近一年有不良质量信用记录：${creditKindNames[lastYear[0].kind].zh}`, `Adverse entry within a year: ${creditKindNames[lastYear[0].kind].en}`) });
  }
  if (cases.overdue > 0) hints.push({ code: 'overdue', level: 'high', text: text(`${cases.overdue}件在办案件有超期时限`, `${cases.overdue} open cases with a missed limit`) });
  if (cases.recent >= riskThresholds.manyRecentCases) hints.push({ code: 'many-cases', level: 'medium', text: text(`近90日新增案件${cases.recent}件`, `${cases.recent} new cases within 90 days`) });
  return hints.sort((a, b) => Number(b.level === 'high') - Number(a.level === 'high'));
}
