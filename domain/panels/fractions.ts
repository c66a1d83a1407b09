/** Exact fractions, in hundredths of a point. */
export interface Fraction { readonly n: bigint; /** > 0 */ readonly d: bigint }

export const fractionOf = (n: bigint, d: bigint): Fraction => ({ n, d });

/** null sorts before every number. */
export function compareFractions(a: Fraction | null, b: Fraction | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left === right ? 0 : left < right ? -1 : 1;
}

/** Rounded half up. @param f not negative */
export const toHundredths = ({ n, d }: Fraction): number => Number((2n * n + d) / (2n * d));

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** "n/d" in lowest terms. */
export function exactText({ n, d }: Fraction): string {
  const by = gcd(n, d);
  return by === 0n ? '0/1' : `${n / by}/${d / by}`;
}

/** @param sorted ascending, not empty */
export function medianOf(sorted: readonly Fraction[]): Fraction | null {
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return upper && lower ? fractionOf(lower.n * upper.d + upper.n * lower.d, 2n * lower.d * upper.d) : null;
}
