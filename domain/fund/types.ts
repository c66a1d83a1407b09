/** 基金账 (plan measure 二十二): the vocabulary of the ledger. Money is in fen (分), as whole numbers. */
import type { Instant } from '../calendar/types.ts';

/**
 * `capital` is what the fund was given and stands opposite to all others: every entry debits one account and credits another, so that at any time
 * available + reserved + committed + disbursed + recovered = capital = the ceiling.
 */
export type FundAccount = 'capital' | 'available' | 'reserved' | 'committed' | 'disbursed' | 'recovered';
/** 设立、预留、承诺、拨付、追回、释放. */
export type FundOperation = 'open' | 'reserve' | 'commit' | 'disburse' | 'claw-back' | 'release';

/** Accounts with their balances, `capital` left out: it is the sum of these. */
export interface Balances {
  readonly available: bigint;
  readonly reserved: bigint;
  readonly committed: bigint;
  readonly disbursed: bigint;
  readonly recovered: bigint;
}
/** What of it belongs to one case. */
export type Position = Omit<Balances, 'available'>;

export type Movement =
  | { readonly operation: 'reserve' | 'commit' | 'disburse' | 'claw-back'; readonly amount: bigint }
  /** Gives back what was reserved or committed and is not needed. */
  | { readonly operation: 'release'; readonly from: 'reserved' | 'committed'; readonly amount: bigint };

/** 分录: `amount` goes from the credited account to the debited one. */
export interface FundEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly caseId: string | null;
  readonly job: number | null;
  readonly operation: FundOperation;
  readonly debit: FundAccount;
  readonly credit: FundAccount;
  readonly amount: bigint;
  readonly note: string;
}
export interface StoredEntry extends FundEntry { readonly hash: string }

/** Why money does not move. Not an error: the case goes on by another way. */
export type FundRefusal = 'no-money' | 'not-reserved' | 'not-committed' | 'not-disbursed' | 'not-positive';
