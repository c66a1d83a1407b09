/** What somebody types where a region is asked for: a code of GB/T 2260, or a name in full. */
import { regionNames } from '../../../contracts/regions.ts';

const codes: ReadonlyMap<string, string> = new Map([...regionNames].flatMap(([code, { zh, en }]) => [[zh, code], [en.toLowerCase(), code]] as const));

/** @returns the code; null where it is neither a code that is known nor a name */
export function regionOf(typed: string): string | null {
  const plain = typed.trim().replace(/^广东省(?=.)/, '');
  return regionNames.has(plain) ? plain : codes.get(plain) ?? codes.get(plain.toLowerCase()) ?? null;
}
