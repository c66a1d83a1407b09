/** A draw repeated from what is shown of it by code of its own: nothing of domain/panels is used, so that what the console repeats is not held against itself. */
import { createHash } from 'node:crypto';

export interface ShownDraw {
  readonly id: string;
  readonly plan: { readonly strata: readonly { readonly field: string; readonly seats: number }[] };
  readonly candidates: readonly { readonly expert: string; readonly fields: readonly string[] }[];
  readonly listHash: string;
  readonly commitment: string;
  readonly nonce: string | null;
  readonly word: string | null;
  readonly seed: string | null;
  readonly declined: readonly { readonly expert: string }[];
}
const sha = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** @returns who sits. @throws where the list, the commitment or the seed is not what was shown */
export function drawByHand({ id, plan: { strata }, candidates, listHash, commitment, nonce, word, seed, declined }: ShownDraw): readonly string[] {
  const holds = (what: string, fits: boolean): void => { if (!fits) throw new Error(`${what} does not fit`); };
  const places = candidates.map(({ expert }) => sha(`${id}\n${expert}`));
  holds('the order of the list', places.every((key, i) => i === 0 || (places[i - 1] ?? '') < key));
  holds('the list', sha(JSON.stringify({ list: candidates.map(({ expert, fields }) => ({ expert, fields })), plan: { strata: strata.map(({ field, seats }) => ({ field, seats })) } })) === listHash);
  holds('the commitment', sha(`${nonce}\n${listHash}`) === commitment);
  holds('the seed', sha(`${nonce}\n${word}\n${listHash}`) === seed);
  const lots = strata.map(({ field }, s) => {
    const lot = candidates.filter((c) => c.fields.includes(field)).map((c) => c.expert);
    let throws = 0;
    for (let i = lot.length - 1; i > 0; i--) {
      const n = i + 1;
      let value: number;
      do value = parseInt(sha(`${seed}:${s}:${throws++}`).slice(0, 12), 16); while (value >= 2 ** 48 - (2 ** 48 % n));
      const j = value % n;
      [lot[i], lot[j]] = [lot[j] as string, lot[i] as string];
    }
    return lot;
  });
  const seats: string[][] = strata.map(() => []);
  const gone: string[] = [];
  const fill = (s: number): void => {
    for (const expert of lots[s] ?? []) if ((seats[s]?.length ?? 0) < (strata[s]?.seats ?? 0) && !seats.flat().includes(expert) && !gone.includes(expert)) seats[s]?.push(expert);
  };
  strata.forEach((_, s) => fill(s));
  for (const { expert } of declined) {
    gone.push(expert);
    const s = seats.findIndex((row) => row.includes(expert));
    if (s < 0) continue;
    seats[s] = (seats[s] ?? []).filter((e) => e !== expert);
    fill(s);
  }
  return seats.flat();
}
