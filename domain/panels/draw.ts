/**
 * 随机抽取: a drawing by lot that anybody can repeat, and that nobody could steer.
 * 1. The list of candidates is fixed in an order that follows from hashes, and hashed. A secret number is thrown; its hash is written down (承诺).
 * 2. A witness, who knows the list but not the number, adds a word of their own.
 * 3. The number is shown. Seed = SHA-256 of number, word and list; the order of each field is a Fisher–Yates shuffle from the seed alone.
 * Who throws the number cannot know the word, and who says the word cannot know the number. Pure: SHA-256 is passed in.
 */
import { canonicalJson } from '../record/canonical-json.ts';
import type { Sha256 } from '../record/chain.ts';
import type { Conflict } from './experts.ts';

/** How many seats of which field. An expert of several fields takes one seat at most. */
export interface DrawPlan { readonly strata: readonly { readonly field: string; readonly seats: number }[] }
export interface Candidate { readonly expert: string; readonly fields: readonly string[] }
export interface ExcludedExpert { readonly expert: string; readonly conflicts: readonly Conflict[] }
/** 见证人 and the word that they added. */
export interface Witness { readonly id: string; readonly name: string; readonly word: string }
/** A drawn expert who cannot or may not come. */
export interface Declined { readonly expert: string; readonly kind: 'refused' | 'recused'; readonly reason: string; readonly at: string; readonly by: string }

/** 应邀: a drawn expert who said that they come. */
export interface Accepted { readonly expert: string; readonly at: string }

/** The order of the list follows from the draw and the experts, not from who typed it in. */
export function canonicalList(draw: string, candidates: readonly Candidate[], sha256: Sha256): readonly Candidate[] {
  const keyed = new Map(candidates.map((c) => [c.expert, { key: sha256(`${draw}\n${c.expert}`), candidate: { expert: c.expert, fields: [...c.fields].sort() } }]));
  return [...keyed.values()].sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ candidate }) => candidate);
}

export const listHash = (plan: DrawPlan, list: readonly Candidate[], sha256: Sha256): string =>
  sha256(canonicalJson({ plan: { strata: plan.strata.map(({ field, seats }) => ({ field, seats })) }, list: list.map(({ expert, fields }) => ({ expert, fields: [...fields] })) }));

/** What is published before: it binds the number without showing it. */
export const commitmentTo = (nonce: string, list: string, sha256: Sha256): string => sha256(`${nonce}\n${list}`);
export const seedOf = (nonce: string, word: string, list: string, sha256: Sha256): string => sha256(`${nonce}\n${word}\n${list}`);

/** Fields for which there are fewer candidates than seats: the draw must not begin. */
export const shortFields = ({ strata }: DrawPlan, list: readonly Candidate[]): readonly { readonly field: string; readonly seats: number; readonly candidates: number }[] =>
  strata
    .map(({ field, seats }) => ({ field, seats, candidates: list.filter((c) => c.fields.includes(field)).length }))
    .filter(({ seats, candidates }) => candidates < seats);

/** For each field its candidates in the order of the lot: those who sit first, then the substitutes in order. */
export const lots = (plan: DrawPlan, list: readonly Candidate[], seed: string, sha256: Sha256): readonly (readonly string[])[] =>
  plan.strata.map(({ field }, i) => shuffled(list.filter((c) => c.fields.includes(field)).map((c) => c.expert), `${seed}:${i}`, sha256));

/** Fisher–Yates (Durstenfeld). */
export function shuffled<T>(items: readonly T[], seed: string, sha256: Sha256): readonly T[] {
  const list = [...items];
  const below = numbers(seed, sha256);
  for (let i = list.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}

const range = 2 ** 48;

/** Whole numbers below n from SHA-256(seed:counter). Numbers from the incomplete last stretch are thrown again: otherwise small ones came a little too often. */
function numbers(seed: string, sha256: Sha256): (n: number) => number {
  let counter = 0;
  return (n) => {
    for (;;) {
      const value = Number.parseInt(sha256(`${seed}:${counter++}`).slice(0, 12), 16);
      if (value < range - (range % n)) return value % n;
    }
  };
}

export interface Seat { readonly field: string; readonly expert: string }
export interface Seating {
  readonly seats: readonly Seat[];
  /** Who is next in each field. */
  readonly substitutes: readonly { readonly field: string; readonly experts: readonly string[] }[];
  /** Seats that nobody is left for. */
  readonly vacant: readonly { readonly field: string; readonly seats: number }[];
}

/** Who sits, after all that declined, in the order in which they declined: a seat that falls free goes to the next of its own field, and nobody else moves. */
export function seating(plan: DrawPlan, order: readonly (readonly string[])[], declined: readonly Pick<Declined, 'expert'>[]): Seating {
  const out = new Set<string>();
  const taken = new Set<string>();
  const rows = plan.strata.map(({ seats }) => ({ wanted: seats, experts: [] as string[] }));
  const fill = (i: number): void => {
    const row = rows[i];
    for (const expert of order[i] ?? []) {
      if (!row || row.experts.length >= row.wanted) return;
      if (taken.has(expert) || out.has(expert)) continue;
      row.experts.push(expert);
      taken.add(expert);
    }
  };
  rows.forEach((_, i) => fill(i));
  for (const { expert } of declined) {
    out.add(expert);
    const i = rows.findIndex((row) => row.experts.includes(expert));
    const row = rows[i];
    if (!row) continue;
    row.experts = row.experts.filter((e) => e !== expert);
    fill(i);
  }
  return {
    seats: rows.flatMap((row, i) => row.experts.map((expert) => ({ field: plan.strata[i]?.field ?? '', expert }))),
    substitutes: plan.strata.map(({ field }, i) => ({ field, experts: (order[i] ?? []).filter((e) => !taken.has(e) && !out.has(e)) })),
    vacant: rows.flatMap((row, i) => (row.experts.length < row.wanted ? [{ field: plan.strata[i]?.field ?? '', seats: row.wanted - row.experts.length }] : [])),
  };
}

export interface DrawRecord { readonly plan: DrawPlan; readonly candidates: readonly Candidate[]; readonly listHash: string; readonly commitment: string; readonly nonce: string; readonly word: string; readonly seed: string }

/** Repeats the draw from what is published of it. @returns what does not fit; nothing where all does */
export function verifyDraw(draw: string, { plan, candidates, listHash: list, commitment, nonce, word, seed }: DrawRecord, sha256: Sha256): readonly ('order' | 'list' | 'commitment' | 'seed')[] {
  const canonical = canonicalList(draw, candidates, sha256);
  return [
    ...(canonical.some((c, i) => c.expert !== candidates[i]?.expert) || canonical.length !== candidates.length ? (['order'] as const) : []),
    ...(listHash(plan, candidates, sha256) === list ? [] : (['list'] as const)),
    ...(commitmentTo(nonce, list, sha256) === commitment ? [] : (['commitment'] as const)),
    ...(seedOf(nonce, word, list, sha256) === seed ? [] : (['seed'] as const)),
  ];
}
