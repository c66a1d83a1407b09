/** What the steps of a penalty case share: who acts, what is shown, how somebody is told. */
import { noticeAbout, orEmpty } from '../feel.ts';
import type { Steps } from './head.ts';

/** A subject without an account is told by the officers of the case. */
export const toSubject = '(if subjectUscc = null then "officer@" + case.agency else "uscc:" + subjectUscc)';
export const toOfficers = '"officer@" + case.agency';
export const sumOf = (...fields: readonly string[]): string => fields.map((f) => `(if ${f} = null then 0 else ${f})`).join(' + ');
export const common = (s: Steps) => ({
  officer: s.office('officer'),
  sectionHead: s.office('section-head'),
  head: s.office('agency-head'),
  reviewer: s.office('legal-reviewer'),
  /** 负责人集体讨论: three heads, two thirds of them agree. */
  collectively: { signers: [{ by: s.office('agency-head') }, { by: s.office('agency-head') }, { by: s.office('agency-head') }], order: 'together', rule: { kind: 'share', of: { numerator: 2, denominator: 3 } } } as const,
  /** The subject itself; where it has no account, an officer who registers what it says on paper or by word. */
  subject: s.party('subject', s.office('officer')),
  theLead: s.shows('sourceKind', 'sourceNumber', 'subjectName', 'subjectUscc', 'subjectRegion', 'subjectAddress', 'leadSummary'),
  theFinding: s.shows('subjectName', 'finalFacts', 'finalEvidence', 'lawViolated', 'penaltyBasis', 'discretion', 'proposedResult', 'penaltyKinds', 'fineAmount', 'illegalIncome', 'goodsValue'),
  tell: (zh: string, en: string, to: string, subject: readonly [zh: string, en: string], body: readonly [zh: string, en: string]) =>
    s.service(zh, en, 'notify', noticeAbout('subjectName', to, subject, [orEmpty(body[0]), orEmpty(body[1])])),
});
