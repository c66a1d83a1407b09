/** 分录: what each way of a project leaves in the ledger of the fund, entry by entry; and the ledger as anybody adds it up, without the engine's own audit. */
import { expect } from 'vitest';
import { findFund } from '../../db/queries/funds.ts';
import type { Database } from '../../db/pool.ts';
import { fundId } from '../../processes/quality-fund/law.ts';
import { fund } from '../../processes/quality-fund/walks.ts';

const { walks } = fund;
type Way = keyof typeof walks;
type Line = readonly [operation: 'reserve' | 'commit' | 'disburse' | 'claw-back' | 'release', from: string, to: string, fen: number];

const whole = 30_000_000;
const reserve: Line = ['reserve', 'available', 'reserved', whole];
const commit: Line = ['commit', 'reserved', 'committed', whole];
const paid = (fen: number): Line => ['disburse', 'committed', 'disbursed', fen];
const back = (fen: number): Line => ['claw-back', 'disbursed', 'recovered', fen];
/** 释放: what is free again. */
const unreserved: Line = ['release', 'reserved', 'available', whole];
const uncommitted = (fen: number): Line => ['release', 'committed', 'available', fen];

/** Ways that are not named here never had money of the fund. */
const ledger: Partial<Readonly<Record<Way, readonly Line[]>>> = {
  completed: [reserve, commit, paid(9_000_000), paid(12_000_000), paid(9_000_000)],
  everythingTwice: [reserve, unreserved, reserve, unreserved, reserve, commit, paid(9_000_000), uncommitted(2_000_000), paid(10_000_000), paid(9_000_000)],
  oneInstalment: [reserve, commit, paid(whole)],
  // 撤回、放弃、取消
  takenBackAfterReserve: [reserve, unreserved], fromWaitingList: [reserve, unreserved], objectionUpheld: [reserve, unreserved], objectionKept: [reserve, unreserved], contractLapsed: [reserve, unreserved],
  // 终止
  quit: [reserve, commit, uncommitted(whole)], resumed: [reserve, commit, uncommitted(whole)], acceptanceFailed: [reserve, commit, uncommitted(whole)], lostCommitment: [reserve, commit, uncommitted(whole)],
  nothingRecovered: [reserve, commit, paid(9_000_000), uncommitted(21_000_000)],
  // 追回: what is back waits for the treasury and is not lent again
  recovered: [reserve, commit, paid(9_000_000), uncommitted(21_000_000), back(2_000_000), back(4_000_000)],
  enforced: [reserve, commit, paid(9_000_000), uncommitted(21_000_000), back(1_000_000)],
  recoveredLate: [reserve, commit, paid(9_000_000), uncommitted(21_000_000), back(3_000_000)],
  midtermFailed: [reserve, commit, paid(9_000_000), paid(12_000_000), uncommitted(9_000_000), back(5_000_000)],
  auditRecovers: [reserve, commit, paid(whole), back(1_500_000)], auditPardons: [reserve, commit, paid(whole)],
};
const nameOf = (title: string): Way | undefined => (Object.keys(walks) as Way[]).find((name) => walks[name].title === title);

/** Every entry of the case stands in the ledger as the way says, and the ledger as a whole adds up to nothing. */
export async function expectLedger(database: Database, caseId: string, way: { readonly title: string }): Promise<void> {
  const name = nameOf(way.title);
  expect(name, way.title).toBeDefined();
  const { rows } = await database.pool.query<{ operation: string; credit: string; debit: string; amount: string }>('select operation, credit, debit, amount from fund_entries where fund = $1 and case_id = $2 order by seq', [fundId, caseId]);
  expect(rows.map((r) => [r.operation, r.credit, r.debit, Number(r.amount)]), way.title).toEqual((name && ledger[name]) ?? []);
  await expectZeroSum(database);
}

/** 借贷相等: all accounts, the capital among them, add up to nothing; each stands in the table of the fund as its entries give it; nothing is below zero and nothing above the ceiling. */
export async function expectZeroSum(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ account: string; balance: string }>(
    `select account, sum(amount)::text as balance from (select debit as account, amount from fund_entries where fund = $1 union all select credit, -amount from fund_entries where fund = $1) as sides group by account`, [fundId],
  );
  const balances = Object.fromEntries(rows.map((r) => [r.account, BigInt(r.balance)]));
  if (rows.length === 0) return;
  expect(Object.values(balances).reduce((sum, b) => sum + b, 0n)).toBe(0n);
  const of = (account: string): bigint => balances[account] ?? 0n;
  const stands = await findFund(database, fundId);
  expect(stands).toMatchObject({ available: of('available'), reserved: of('reserved'), committed: of('committed'), disbursed: of('disbursed'), recovered: of('recovered') });
  expect(stands?.ceiling).toBe(50_000_000_000n);
  expect(-of('capital')).toBe(stands?.ceiling);
  for (const account of ['available', 'reserved', 'committed', 'disbursed', 'recovered']) expect(of(account), account).toBeGreaterThanOrEqual(0n);
  // What is free is the ceiling without what is held, paid and recovered.
  expect(of('available')).toBe(50_000_000_000n - of('reserved') - of('committed') - of('disbursed') - of('recovered'));
}
