import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { onFileDone } from '../../test/support/cleanup.ts';
import { freshDatabase } from '../../test/support/stack.ts';
import { createDatabase, type Database } from '../pool.ts';
import { auditFund, findFund, listFundEntries } from '../queries/funds.ts';
import { foundFund, move, type MoveRequest } from './post.ts';

const { url } = await freshDatabase();
const open = (max: number): Database => {
  const database = createDatabase(url, { max });
  onFileDone(() => database.close());
  return database;
};
/** As several workers would be: each with its own connections. */
const workers = [open(12), open(12), open(12), open(12)];
const database = workers[0]!;
const at = '2026-03-02T01:00:00.000Z';
const million = 100_000_000n;
const fund = 'gd-quality';
const request = (caseId: string, job: number, movement: MoveRequest['movement'], of = fund): MoveRequest => ({ fund: of, caseId, job, movement, note: '试验', at });

describe('the fund of 500,000,000.00 yuan', () => {
  it('cannot be broken by 200 commitments at once, each sent twice, from several workers, when 37 more fit', async () => {
    const first = randomUUID();
    const before = await findFund(database, fund);
    expect(before).toMatchObject({ ceiling: 50_000_000_000n, available: 50_000_000_000n });
    expect(await move(database, request(first, 1, { operation: 'reserve', amount: 50_000_000_000n - 37n * million - 50_000_000n }))).toMatchObject({ ok: true });

    const cases = Array.from({ length: 200 }, () => randomUUID());
    const reserved = await Promise.all([...cases, ...cases].map((id, i) => move(workers[i % 4]!, request(id, 1, { operation: 'reserve', amount: million }))));
    const won = cases.filter((_, i) => reserved[i]!.ok);
    expect(won).toHaveLength(37);
    // The two deliveries of one job are told the same.
    cases.forEach((_, i) => expect(reserved[i]!.ok).toBe(reserved[i + 200]!.ok));
    for (const answer of reserved) if (!answer.ok) expect(answer).toEqual({ ok: false, reason: 'no-money', has: 50_000_000n });

    const committed = await Promise.all([...cases, ...cases].map((id, i) => move(workers[i % 4]!, request(id, 2, { operation: 'commit', amount: million }))));
    expect(committed.filter((a) => a.ok)).toHaveLength(74);
    expect(committed.find((a) => !a.ok)).toEqual({ ok: false, reason: 'not-reserved', has: 0n });

    expect(await findFund(database, fund)).toMatchObject({ available: 50_000_000n, reserved: 50_000_000_000n - 37n * million - 50_000_000n, committed: 37n * million, seq: 1 + 1 + 37 + 37 });
    expect(await auditFund(database, fund)).toMatchObject({ entries: 76, findings: [] });
  }, 60_000);

  it('follows a project to its end: disbursed, clawed back, the rest released', async () => {
    const [won] = (await listFundEntries(database, fund, undefined, { limit: 1 })).items;
    const caseId = won!.caseId!;
    expect(await move(database, request(caseId, 3, { operation: 'disburse', amount: 60_000_000n }))).toMatchObject({ ok: true });
    expect(await move(database, request(caseId, 4, { operation: 'disburse', amount: 60_000_000n }))).toEqual({ ok: false, reason: 'not-committed', has: 40_000_000n });
    expect(await move(database, request(caseId, 5, { operation: 'claw-back', amount: 10_000_000n }))).toMatchObject({ ok: true });
    const before = (await findFund(database, fund))!.available;
    expect(await move(database, request(caseId, 6, { operation: 'release', from: 'committed', amount: null }))).toMatchObject({ ok: true, available: before + 40_000_000n });
    // What was clawed back is not lent again.
    expect(await findFund(database, fund)).toMatchObject({ available: before + 40_000_000n, recovered: 10_000_000n, disbursed: 50_000_000n });
    expect((await listFundEntries(database, fund, caseId, { limit: 50 })).items.map((e) => [e.operation, e.credit, e.debit, e.amount])).toEqual([
      ['release', 'committed', 'available', 40_000_000n], ['claw-back', 'disbursed', 'recovered', 10_000_000n], ['disburse', 'committed', 'disbursed', 60_000_000n],
      ['commit', 'reserved', 'committed', million], ['reserve', 'available', 'reserved', million],
    ]);
    expect((await auditFund(database, fund))?.findings).toEqual([]);
  });

  it('is behind a second wall: whoever writes to the tables past the ledger is refused', async () => {
    const refused = (sql: string) => expect(database.pool.query(sql)).rejects.toThrow(/funds_|fund_positions_|are final|fund_entries_/);
    await refused(`update funds set available = available + 1 where id = '${fund}'`);
    await refused(`update funds set available = -1, reserved = reserved + available + 1 where id = '${fund}'`);
    await refused(`update fund_positions set committed = -1`);
    await refused(`update fund_entries set amount = 1`);
    await refused(`delete from fund_entries`);
    await refused(`truncate fund_entries`);
  });

  it('shows an audit what was changed by somebody who can do anything', async () => {
    await foundFund(database, { id: 'small', name: { zh: '小基金', en: 'Small' }, agency: 'gd-amr', ceiling: 1_000n });
    expect(await auditFund(database, 'small')).toMatchObject({ entries: 0, findings: [] });
    const caseId = randomUUID();
    await move(database, request(caseId, 1, { operation: 'reserve', amount: 600n }, 'small'));
    await move(database, request(caseId, 2, { operation: 'commit', amount: 600n }, 'small'));
    await database.pool.query(`alter table fund_entries disable trigger all; update fund_entries set amount = 500 where fund = 'small' and seq = 3; alter table fund_entries enable trigger all`);
    expect((await auditFund(database, 'small'))?.findings.map((f) => f.kind)).toEqual(expect.arrayContaining(['chain', 'balance', 'position']));
    expect(await auditFund(database, 'none')).toBeNull();
    expect(await move(database, request(caseId, 9, { operation: 'reserve', amount: 1n }, 'none'))).toEqual({ ok: false, reason: 'no-fund', has: 0n });
  });
});
