import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditBalances, auditEntries, auditStart } from './audit.ts';
import { entryHash, nothing, opened, post, totalOf } from './ledger.ts';
import type { Balances, FundEntry, Movement, Position, StoredEntry } from './types.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const ceiling = 1_000n;
const projects = ['a', 'b', 'c'] as const;

const movement: fc.Arbitrary<Movement> = fc.oneof(
  fc.record({ operation: fc.constantFrom('reserve' as const, 'commit' as const, 'disburse' as const, 'claw-back' as const), amount: fc.bigInt(-2n, 120n) }),
  fc.record({ operation: fc.constant('release' as const), from: fc.constantFrom('reserved' as const, 'committed' as const), amount: fc.bigInt(-2n, 120n) }),
);

/** What an official with a notebook would keep: per project, how much is where. */
interface Notebook { reserved: number; committed: number; disbursed: number; recovered: number }
const blank = (): Notebook => ({ reserved: 0, committed: 0, disbursed: 0, recovered: 0 });

function note(book: Record<string, Notebook>, project: string, m: Movement): boolean {
  const n = Number(m.amount);
  const own = book[project]!;
  const used = Object.values(book).reduce((sum, p) => sum + p.reserved + p.committed + p.disbursed + p.recovered, 0);
  if (n <= 0) return false;
  switch (m.operation) {
    case 'reserve': if (used + n > Number(ceiling)) return false; own.reserved += n; return true;
    case 'commit': if (own.reserved < n) return false; own.reserved -= n; own.committed += n; return true;
    case 'disburse': if (own.committed < n) return false; own.committed -= n; own.disbursed += n; return true;
    case 'claw-back': if (own.disbursed < n) return false; own.disbursed -= n; own.recovered += n; return true;
    case 'release': if (own[m.from] < n) return false; own[m.from] -= n; return true;
  }
}

interface Ledger { balances: Balances; positions: Record<string, Position>; entries: StoredEntry[] }
function run(steps: readonly { readonly project: string; readonly m: Movement }[], onStep: (allowed: boolean, ledger: Ledger, step: { project: string; m: Movement }) => void): Ledger {
  const ledger: Ledger = { balances: opened(ceiling), positions: Object.fromEntries(projects.map((p) => [p, nothing])), entries: [] };
  const add = (entry: Omit<FundEntry, 'seq' | 'at' | 'note'>): void => {
    const whole: FundEntry = { ...entry, seq: ledger.entries.length + 1, at: '2026-03-02T01:00:00.000Z', note: '' };
    ledger.entries.push({ ...whole, hash: entryHash(ledger.entries.at(-1)?.hash ?? '', 'f', whole, sha256) });
  };
  add({ caseId: null, job: null, operation: 'open', debit: 'available', credit: 'capital', amount: ceiling });
  for (const step of steps) {
    const posting = post(ledger.balances, ledger.positions[step.project]!, step.m);
    if (posting.ok) {
      ledger.balances = posting.balances;
      ledger.positions[step.project] = posting.position;
      add({ caseId: step.project, job: ledger.entries.length, operation: step.m.operation, debit: posting.debit, credit: posting.credit, amount: step.m.amount });
    }
    onStep(posting.ok, ledger, step);
  }
  return ledger;
}

const steps = fc.array(fc.record({ project: fc.constantFrom(...projects), m: movement }), { maxLength: 40, size: 'max' });
const audited = ({ balances, positions, entries }: Ledger) => {
  const state = auditEntries(auditEntries(auditStart, 'f', entries.slice(0, 3), sha256), 'f', entries.slice(3), sha256);
  const held = Object.entries(positions).filter(([, p]) => Object.values(p).some((n) => n !== 0n)).map(([caseId, position]) => ({ caseId, position }));
  return { state, findings: auditBalances(state, { ceiling, seq: entries.length, head: entries.at(-1)!.hash, balances }, held) };
};

describe('the ledger of the fund', () => {
  it('allows and refuses exactly what the notebook would, and holds at any time what it was given', () => {
    let allowed = 0;
    let refused = 0;
    fc.assert(fc.property(steps, (list) => {
      const book = Object.fromEntries(projects.map((p) => [p, blank()]));
      run(list, (ok, { balances, positions }, { project, m }) => {
        expect(ok).toBe(note(book, project, m));
        if (ok) allowed++;
        else refused++;
        expect(totalOf(balances)).toBe(ceiling);
        for (const account of Object.values(balances)) expect(account >= 0n).toBe(true);
        for (const p of projects) expect(Object.fromEntries(Object.entries(positions[p]!).map(([k, v]) => [k, Number(v)]))).toEqual(book[p]);
      });
    }));
    expect(Math.min(allowed, refused)).toBeGreaterThan(100);
  });

  it('passes its own audit after any course: debits = credits, balances and holdings follow from the entries', () => {
    fc.assert(fc.property(steps, (list) => {
      const { state, findings } = audited(run(list, () => undefined));
      expect(findings).toEqual([]);
      expect(state.debits).toBe(state.credits);
      expect(Object.values(state.accounts).reduce((sum, n) => sum + n, 0n)).toBe(0n);
    }));
  });

  it.each<[string, (ledger: Ledger) => void, string]>([
    ['an amount changed', (l) => { l.entries[2] = { ...l.entries[2]!, amount: 999n }; }, 'chain'],
    ['an entry removed', (l) => { l.entries.splice(2, 1); }, 'order'],
    ['a balance raised', (l) => { l.balances = { ...l.balances, available: l.balances.available + 1n }; }, 'balance'],
    ['a holding raised', (l) => { l.positions['a'] = { ...l.positions['a']!, committed: 77n }; }, 'position'],
  ])('an audit finds %s', (_, tamper, kind) => {
    const ledger = run([
      { project: 'a', m: { operation: 'reserve', amount: 100n } }, { project: 'a', m: { operation: 'commit', amount: 60n } }, { project: 'b', m: { operation: 'reserve', amount: 5n } },
    ], () => undefined);
    expect(audited(ledger).findings).toEqual([]);
    tamper(ledger);
    expect(audited(ledger).findings.map((f) => f.kind)).toContain(kind);
  });

  it('says how much there is where it refuses', () => {
    expect(post(opened(10n), nothing, { operation: 'reserve', amount: 11n })).toEqual({ ok: false, code: 'no-money', has: 10n });
    expect(post(opened(10n), { ...nothing, reserved: 3n }, { operation: 'commit', amount: 4n })).toEqual({ ok: false, code: 'not-reserved', has: 3n });
    expect(post(opened(10n), nothing, { operation: 'reserve', amount: 0n })).toMatchObject({ code: 'not-positive' });
  });
});
