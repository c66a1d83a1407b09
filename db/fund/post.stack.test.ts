import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { onFileDone } from '../../test/support/cleanup.ts';
import { freshDatabase } from '../../test/support/stack.ts';
import { createDatabase, type Database } from '../pool.ts';
import { auditFund, findFund, listFundEntries } from '../queries/funds.ts';
import { foundFund, move, settle, type MoveRequest } from './post.ts';

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

describe('a case that ends', () => {
  const fresh = async (ceiling = 1_000n): Promise<string> => {
    const id = `f-${'abcdefghij'[made++]}`;
    await foundFund(database, { id, name: { zh: '基金', en: 'Fund' }, agency: 'gd-amr', ceiling });
    return id;
  };
  let made = 0;
  const ask = (id: string, job: number, operation: 'reserve' | 'commit' | 'disburse', amount: bigint, caseId: string) => move(database, request(caseId, job, { operation, amount }, id));

  it('gives back what it has reserved and committed, of every fund, in one settlement; what was paid stays paid', async () => {
    const [one, two] = [await fresh(), await fresh()];
    const caseId = randomUUID();
    await ask(one, 1, 'reserve', 600n, caseId);
    await ask(one, 2, 'commit', 500n, caseId);
    await ask(one, 3, 'disburse', 200n, caseId);
    await ask(two, 4, 'reserve', 70n, caseId);
    const settled = await settle(database, { caseId, job: 5, note: '清账', at });
    expect(settled).toBe(100n + 300n + 70n);
    expect(await findFund(database, one)).toMatchObject({ available: 800n, reserved: 0n, committed: 0n, disbursed: 200n });
    expect(await findFund(database, two)).toMatchObject({ available: 1_000n });
    // Delivered again, it is told the same and does nothing.
    expect(await settle(database, { caseId, job: 5, note: '清账', at })).toBe(settled);
    for (const id of [one, two]) expect((await auditFund(database, id))?.findings).toEqual([]);
  });

  it('gets no money any more by a job that was withdrawn with it and comes too late; when it is opened again it may ask anew', async () => {
    const id = await fresh();
    const caseId = randomUUID();
    expect(await settle(database, { caseId, job: 5, note: '清账', at })).toBe(0n);
    expect(await ask(id, 4, 'reserve', 100n, caseId)).toEqual({ ok: false, reason: 'settled', has: 0n });
    expect(await ask(id, 6, 'reserve', 100n, caseId)).toMatchObject({ ok: true });
    // A settlement of before, which comes only now, takes nothing away from it.
    expect(await settle(database, { caseId, job: 5, note: '清账', at })).toBe(0n);
    expect(await findFund(database, id)).toMatchObject({ reserved: 100n });
  });

  it('leaves nothing reserved however its last requests and its settlement cross each other', async () => {
    const id = await fresh(100_000n);
    const cases = Array.from({ length: 60 }, () => randomUUID());
    await Promise.all(cases.flatMap((caseId, i) => {
      const asked = () => move(workers[i % 4]!, request(caseId, 1, { operation: 'reserve', amount: 100n }, id));
      const ended = () => settle(workers[(i + 1) % 4]!, { caseId, job: 2, note: '清账', at });
      return i % 2 === 0 ? [asked(), ended()] : [ended(), asked()];
    }));
    expect(await findFund(database, id)).toMatchObject({ available: 100_000n, reserved: 0n });
    expect((await auditFund(database, id))?.findings).toEqual([]);
  });
});
