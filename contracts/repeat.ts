/**
 * 复核: a draw, and a ranking, done again from what is shown of them. The console does it in the reader's own browser, so that nobody has to believe the server;
 * whoever wants to may do it with any other SHA-256.
 */
import type { DrawProof, PanelView } from './panels.ts';
import { lots, seating, verifyDraw, type Seat } from '../domain/panels/draw.ts';
import { exactText, fractionOf, toHundredths } from '../domain/panels/fractions.ts';
import type { ScoringRules } from '../domain/panels/scoring.ts';
import { seal } from '../domain/panels/seal.ts';
import type { Sha256 } from '../domain/record/chain.ts';

export type DrawCheck = 'order' | 'list' | 'commitment' | 'seed' | 'lot';
export interface RepeatedDraw { readonly wrong: readonly DrawCheck[]; readonly seats: readonly Seat[] }
export const drawChecks: readonly DrawCheck[] = ['order', 'list', 'commitment', 'seed', 'lot'];

/** @returns null before the number has been shown */
export function repeatDraw(proof: DrawProof, sha256: Sha256): RepeatedDraw | null {
  const { id, plan, candidates, listHash, commitment, nonce, word, seed, order, declined } = proof;
  if (nonce === null || word === null || seed === null || order === null) return null;
  const again = lots(plan, candidates, seed, sha256);
  const same = JSON.stringify(again) === JSON.stringify(order);
  return { wrong: [...verifyDraw(id, { plan, candidates, listHash, commitment, nonce, word, seed }, sha256), ...(same ? [] : (['lot'] as const))], seats: seating(plan, again, declined).seats };
}

export interface RepeatedRanking { readonly digest: string; readonly same: boolean }

/** @returns null for whoever is not shown the result */
export function repeatRanking({ id, criteria, rules, applicants, sheets, result }: PanelView, sha256: Sha256): RepeatedRanking | null {
  if (result === null) return null;
  const all: ScoringRules = { criteria, ...rules };
  const again = seal({ panel: id, rules: all, applicants: applicants.map((a) => ({ id: a.id, name: a.name })), sheets }, sha256);
  const ranks = (list: readonly { readonly applicant: string; readonly rank: number | null; readonly exact: string | null; readonly status: string }[]): string => JSON.stringify(list.map(({ applicant, rank, exact, status }) => [applicant, rank, exact, status]));
  return { digest: again.digest, same: again.digest === result.digest && ranks(again.result.ranking) === ranks(result.ranking) };
}

/** Weighted mean of the points of one sheet, in hundredths: exactly, and as it is shown. */
export function sheetTotal(criteria: PanelView['criteria'], scores: Readonly<Record<string, number>>): { readonly exact: string; readonly shown: number } {
  const weights = criteria.reduce((sum, c) => sum + BigInt(c.weight), 0n);
  const total = fractionOf(criteria.reduce((sum, c) => sum + BigInt(scores[c.id] ?? 0) * BigInt(c.weight), 0n), weights);
  return { exact: exactText(total), shown: toHundredths(total) };
}

/** A mean in hundredths, "n/d", in points: as a decimal where it ends within four places, else as the fraction that it is. */
export function exactMean(exact: string): string {
  const [n = 0n, d = 1n] = exact.split('/').map((part) => BigInt(part));
  const places = 10_000n;
  if ((n * places) % (d * 100n) !== 0n) return exactText(fractionOf(n, d * 100n));
  const digits = String((n * places) / (d * 100n)).padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/0{1,2}$/, '');
}
