/** 审计: whether a ledger is what it says. Page by page, so that its length does not matter. */
import type { Sha256 } from '../record/chain.ts';
import { entryHash, moved, nothing } from './ledger.ts';
import type { Balances, FundAccount, Position, StoredEntry } from './types.ts';

export type AuditFinding =
  | { readonly kind: 'chain' | 'order' | 'negative' | 'sides'; readonly seq: number }
  | { readonly kind: 'ceiling'; readonly is: bigint; readonly should: bigint }
  | { readonly kind: 'balance'; readonly account: FundAccount; readonly is: bigint; readonly should: bigint }
  | { readonly kind: 'position'; readonly caseId: string; readonly account: FundAccount; readonly is: bigint; readonly should: bigint };

export interface AuditState {
  readonly seq: number;
  readonly head: string;
  readonly debits: bigint;
  readonly credits: bigint;
  /** All accounts as the entries give them; `capital` is the one that is below zero. */
  readonly accounts: Readonly<Record<FundAccount, bigint>>;
  readonly positions: ReadonlyMap<string, Position>;
  readonly findings: readonly AuditFinding[];
}

export const auditStart: AuditState = {
  seq: 0, head: '', debits: 0n, credits: 0n, positions: new Map(), findings: [],
  accounts: { capital: 0n, available: 0n, reserved: 0n, committed: 0n, disbursed: 0n, recovered: 0n },
};

/** @returns the audit after these further entries */
export function auditEntries(before: AuditState, fund: string, entries: readonly StoredEntry[], sha256: Sha256): AuditState {
  let { seq, head, debits, credits } = before;
  const accounts = { ...before.accounts };
  const positions = new Map(before.positions);
  const findings = [...before.findings];
  for (const entry of entries) {
    if (entry.seq !== seq + 1) findings.push({ kind: 'order', seq: entry.seq });
    if (entry.hash !== entryHash(head, fund, entry, sha256)) findings.push({ kind: 'chain', seq: entry.seq });
    seq = entry.seq;
    head = entry.hash;
    debits += entry.amount;
    credits += entry.amount;
    accounts[entry.debit] += entry.amount;
    accounts[entry.credit] -= entry.amount;
    if (entry.debit === entry.credit || entry.amount <= 0n) findings.push({ kind: 'sides', seq: entry.seq });
    if (Object.entries(accounts).some(([account, balance]) => account !== 'capital' && balance < 0n)) findings.push({ kind: 'negative', seq: entry.seq });
    if (entry.caseId === null) continue;
    const position = moved(positions.get(entry.caseId) ?? nothing, entry, entry.amount);
    positions.set(entry.caseId, position);
    if (Object.values(position).some((balance) => balance < 0n)) findings.push({ kind: 'negative', seq: entry.seq });
  }
  return { seq, head, debits, credits, accounts, positions, findings };
}

const held = ['reserved', 'committed', 'disbursed', 'recovered'] as const;

/** What the tables say against what the entries give. */
export function auditBalances(
  state: AuditState,
  fund: { readonly ceiling: bigint; readonly seq: number; readonly head: string; readonly balances: Balances },
  positions: readonly { readonly caseId: string; readonly position: Position }[],
): readonly AuditFinding[] {
  const findings: AuditFinding[] = [...state.findings];
  if (fund.seq !== state.seq || fund.head !== state.head) findings.push({ kind: 'chain', seq: fund.seq });
  // A fund that nobody has used yet has no entries, and all its money.
  const accounts = state.seq === 0 ? { ...state.accounts, capital: -fund.ceiling, available: fund.ceiling } : state.accounts;
  if (-accounts.capital !== fund.ceiling) findings.push({ kind: 'ceiling', is: fund.ceiling, should: -accounts.capital });
  for (const account of ['available', ...held] as const) {
    if (accounts[account] !== fund.balances[account]) findings.push({ kind: 'balance', account, is: fund.balances[account], should: accounts[account] });
  }
  const told = new Map(positions.map((p) => [p.caseId, p.position]));
  for (const caseId of new Set([...state.positions.keys(), ...told.keys()])) {
    const [is, should] = [told.get(caseId) ?? nothing, state.positions.get(caseId) ?? nothing];
    for (const account of held) if (is[account] !== should[account]) findings.push({ kind: 'position', caseId, account, is: is[account], should: should[account] });
  }
  return findings;
}
