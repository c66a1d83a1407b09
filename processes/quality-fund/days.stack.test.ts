/** Every outcome of a project for which days pass, on the time-skipping server: real database, real workflow, real services, real ledger. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { auditFund, findFund, fundPositionsOf } from '../../db/queries/funds.ts';
import type { Shell } from '../../test/support/shell.ts';
import { shownOf, waysThroughDays } from '../../test/support/shown.ts';
import { until } from '../../test/support/until.ts';
import { openDays, type Days } from '../../test/support/walk-days.ts';
import type { Beside } from '../../test/support/walk-stack.ts';
import { upTo, type Walk } from '../walk.ts';
import { besideInDatabase, registerExperts } from '../../test/support/fund-beside.ts';
import { fundId } from './law.ts';
import { expectLedger, expectZeroSum } from '../../test/support/fund-ledger.ts';
import { fund } from './walks.ts';

const { walks } = fund;
let days: Days;
let shell: Shell;
let beside: Beside;
beforeAll(async () => {
  days = await openDays();
  ({ shell } = days);
  await registerExperts(shell.database);
  beside = besideInDatabase(shell.database, async (caseId) => (await shell.state(caseId)).data['noticeId'] as string);
});
afterEach(() => beside['fillFund']?.(''));

const walk = (way: Walk): Promise<string> => days.walk(shownOf('quality-fund'), way, beside);
const position = async (caseId: string) => (await fundPositionsOf(shell.database, caseId)).find((p) => p.fund === fundId);
const sound = async (): Promise<void> => expect((await auditFund(shell.database, fundId))?.findings).toEqual([]);

/** What each leaves paid, in fen: what it has paid out, and got back. */
const paid: Partial<Record<keyof typeof walks, readonly [disbursed: bigint, recovered: bigint]>> = {
  completed: [30_000_000n, 0n], everythingTwice: [28_000_000n, 0n], oneInstalment: [30_000_000n, 0n], auditPardons: [30_000_000n, 0n], nothingRecovered: [9_000_000n, 0n],
  recovered: [3_000_000n, 6_000_000n], enforced: [8_000_000n, 1_000_000n], recoveredLate: [6_000_000n, 3_000_000n], midtermFailed: [16_000_000n, 5_000_000n], auditRecovers: [28_500_000n, 1_500_000n],
};
const nameOf = (way: Walk): keyof typeof walks => (Object.keys(walks) as (keyof typeof walks)[]).find((name) => walks[name] === way) ?? 'vehicles';

describe('each way through the days ends as it should, and leaves of the fund what it has paid and nothing else', () => {
  it.each(waysThroughDays('quality-fund'))('%s, %s: %s', async (_process, _outcome, _title, way) => {
    const caseId = await walk(way);
    await until(async () => (Object.keys((await shell.state(caseId)).closings ?? { none: 1 }).length === 0 ? true : null));
    await days.expectEnds(caseId, way);
    const [disbursed, recovered] = paid[nameOf(way)] ?? [0n, 0n];
    // A project that never had money of the fund has no position in it.
    expect(await position(caseId) ?? { reserved: 0n, committed: 0n, disbursed: 0n, recovered: 0n }).toMatchObject({ reserved: 0n, committed: 0n, disbursed, recovered });
    await expectLedger(shell.database, caseId, way);
    await sound();
  });
});

describe('a case that its managers end leaves nothing reserved or committed, at whatever stage', () => {
  it.each([
    ['while the notice is open', upTo(walks.completed, 'closeNotice')], ['before the first payment', upTo(walks.completed, 'implementation')], ['between two payments', upTo(walks.completed, 'implementation', 1)],
  ] as const)('%s', async (_, way) => {
    const caseId = await walk(way);
    // The time-skipping server cannot cancel an activity that ends in the same moment; on the real one it is tried over HTTP (fund.stack.test.ts).
    const held = await until(async () => (Object.keys((await shell.state(caseId)).jobs).length === 0 ? (await position(caseId)) ?? null : null));
    expect(held.reserved + held.committed).toBeGreaterThan(0n);
    await shell.send(caseId, { type: 'terminate', reason: '项目取消' });
    await until(async () => (Object.keys((await shell.state(caseId)).closings ?? { none: 1 }).length === 0 ? true : null));
    expect(await position(caseId)).toMatchObject({ reserved: 0n, committed: 0n, disbursed: held.disbursed });
    await expectZeroSum(shell.database);
    await sound();
    expect(await findFund(shell.database, fundId)).toMatchObject({ reserved: 0n, committed: 0n });
  });
});
