/** Movements of money as double entries. Pure: db/fund/post.ts applies them under the lock of the fund. */
import { canonicalJson } from '../record/canonical-json.ts';
import type { Sha256 } from '../record/chain.ts';
import type { Balances, FundAccount, FundEntry, FundRefusal, Movement, Position } from './types.ts';

export const nothing: Position = { reserved: 0n, committed: 0n, disbursed: 0n, recovered: 0n };
export const opened = (ceiling: bigint): Balances => ({ available: ceiling, ...nothing });

export interface Sides { readonly debit: FundAccount; readonly credit: FundAccount }

/** From which account to which. Recovered money (追回) is not lent again: it waits on its own account until the treasury takes it back. */
export function sidesOf(movement: Movement): Sides {
  switch (movement.operation) {
    case 'reserve':
      return { credit: 'available', debit: 'reserved' };
    case 'commit':
      return { credit: 'reserved', debit: 'committed' };
    case 'disburse':
      return { credit: 'committed', debit: 'disbursed' };
    case 'claw-back':
      return { credit: 'disbursed', debit: 'recovered' };
    case 'release':
      return { credit: movement.from, debit: 'available' };
  }
}

export type Posting =
  | ({ readonly ok: true; readonly balances: Balances; readonly position: Position } & Sides)
  | { readonly ok: false; readonly code: FundRefusal; /** What there is instead. */ readonly has: bigint };

const shortOf = { available: 'no-money', reserved: 'not-reserved', committed: 'not-committed', disbursed: 'not-disbursed' } as const;

/**
 * A case moves only its own money: it commits what it has reserved, and so on. Only a reservation draws on the fund, so that nothing later
 * in the life of a project can fail for want of money.
 */
export function post(balances: Balances, position: Position, movement: Movement): Posting {
  const { amount } = movement;
  if (amount <= 0n) return { ok: false, code: 'not-positive', has: amount };
  const sides = sidesOf(movement);
  const from = sides.credit as keyof typeof shortOf;
  const has = from === 'available' ? balances.available : position[from];
  if (has < amount) return { ok: false, code: shortOf[from], has };
  return { ok: true, balances: moved(balances, sides, amount), position: moved(position, sides, amount), ...sides };
}

/** Accounts that this holder does not have are left out: a case has no `available`. */
export function moved<T extends Position>(holder: T, { debit, credit }: Sides, amount: bigint): T {
  const next: Record<string, bigint> = { ...holder };
  if (next[credit] !== undefined) next[credit] -= amount;
  if (next[debit] !== undefined) next[debit] += amount;
  return next as unknown as T;
}

export const totalOf = (b: Balances): bigint => b.available + b.reserved + b.committed + b.disbursed + b.recovered;

/** hash = SHA-256(previous hash ‖ canonical JSON of the entry), the amount as a decimal text: JSON numbers are not exact for all of them. */
export const entryHash = (previous: string, fund: string, { seq, at, caseId, job, operation, debit, credit, amount, note }: FundEntry, sha256: Sha256): string =>
  sha256(previous + canonicalJson({ fund, seq, at, caseId, job, operation, debit, credit, amount: String(amount), note }));
