/** 截止评分: the ranking of the sheets that count, sealed by a digest over all that it follows from. Pure: SHA-256 is passed in. */
import { canonicalJson } from '../record/canonical-json.ts';
import type { Sha256 } from '../record/chain.ts';
import { rank, type Applicant, type PanelMember, type PanelResult, type ScoringRules, type Sheet } from './scoring.ts';

export interface Scored {
  readonly panel: string;
  readonly rules: ScoringRules;
  readonly applicants: readonly Applicant[];
  /** The last sheet of each member for each applicant. */
  readonly sheets: readonly Sheet[];
}
export interface SealedResult { readonly result: PanelResult; readonly digest: string }

/** Sheets of members who may judge that applicant (回避): what a member handed in before they were recused stays in the record and does not count. */
export const sheetsThatCount = <S extends Sheet>(members: readonly PanelMember[], sheets: readonly S[]): readonly S[] =>
  sheets.filter((s) => !members.some((m) => m.id === s.member && m.recusedFrom.includes(s.applicant)));

export function seal({ panel, rules, applicants, sheets }: Scored, sha256: Sha256): SealedResult {
  // The digest must not depend on how a database orders text.
  const key = (s: Sheet): string => `${s.applicant}\n${s.member}`;
  const sorted = sheets.map(({ member, applicant, scores }): Sheet => ({ member, applicant, scores })).sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const result = rank(rules, applicants, sorted);
  return { result, digest: sha256(canonicalJson({ panel, rules, applicants, sheets: sorted, result })) };
}
