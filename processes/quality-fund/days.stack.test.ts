/** Every outcome of a project for which days pass, on the time-skipping server: real database, real workflow, real services, real ledger. */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { auditFund, findFund, fundPositionsOf } from '../../db/queries/funds.ts';
import { openShell, type Shell } from '../../test/support/shell.ts';
import { timeSkippingServer } from '../../test/support/stack.ts';
import { until } from '../../test/support/until.ts';
import { walkThroughDays, type Beside } from '../../test/support/walk-stack.ts';
import { takesDays, upTo, type Walk } from '../walk.ts';
import { besideInDatabase, registerExperts } from '../../test/support/fund-beside.ts';
import { qualityFund } from './definition.ts';
import { fundId } from './law.ts';
import { fund } from './walks.ts';

const { walks } = fund;
let shell: Shell;
let server: TestWorkflowEnvironment;
let beside: Beside;
beforeAll(async () => {
  server = await timeSkippingServer();
  shell = await openShell({ connections: { client: server.connection, native: server.nativeConnection } });
  await shell.work();
  await registerExperts(shell.database);
  beside = besideInDatabase(shell.database, async (caseId) => (await shell.state(caseId)).data['noticeId'] as string);
});
afterEach(() => beside['fillFund']?.(''));

const skip = async (to: number): Promise<void> => void (await server.sleep(Math.max(1, to - (await server.currentTimeMs()))));
const walk = async (way: Walk): Promise<string> => walkThroughDays(shell, skip, qualityFund, fund, way, await server.currentTimeMs(), beside);
const position = async (caseId: string) => (await fundPositionsOf(shell.database, caseId)).find((p) => p.fund === fundId);
const sound = async (): Promise<void> => expect((await auditFund(shell.database, fundId))?.findings).toEqual([]);

/** What each leaves paid, in fen. */
const paid: Partial<Record<keyof typeof walks, readonly [disbursed: bigint, recovered: bigint]>> = {
  completed: [30_000_000n, 0n], everythingTwice: [28_000_000n, 0n], recovered: [3_000_000n, 6_000_000n], enforced: [8_000_000n, 1_000_000n],
  auditRecovers: [28_500_000n, 1_500_000n],
};
/** At least one for each outcome, and one for each thing that the ledger does; the others go the same steps, and are walked purely with the same ledger (walk.test.ts). */
const chosen = ['completed', 'everythingTwice', 'notSupplemented', 'noMoney', 'fromWaitingList', 'contractLapsed', 'resumed', 'recovered', 'enforced', 'auditRecovers', 'lostCommitment'] as const;
const ways = chosen.map((name) => [walks[name].outcome, walks[name].title, name] as const);

it('what is left to the walk over HTTP (fund.stack.test.ts) needs no days', () => {
  const reached = new Set<string>(ways.map(([outcome]) => outcome));
  const others = Object.values<Walk>(walks).filter((way) => way.outcome !== null && !reached.has(way.outcome));
  expect(others.filter(takesDays)).toEqual([]);
});

describe('each way through the days ends as it should, and leaves of the fund what it has paid and nothing else', () => {
  it.each(ways)('%s: %s', async (outcome, _title, name) => {
    const caseId = await walk(walks[name]);
    expect(await shell.state(caseId)).toMatchObject({ status: 'closed', outcome, tasks: {}, jobs: {}, clocks: {}, closings: {} });
    const [disbursed, recovered] = paid[name] ?? [0n, 0n];
    // A project that never had money of the fund has no position in it.
    expect(await position(caseId) ?? { reserved: 0n, committed: 0n, disbursed: 0n, recovered: 0n }).toMatchObject({ reserved: 0n, committed: 0n, disbursed, recovered });
    await shell.audit(caseId);
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
    await sound();
    expect(await findFund(shell.database, fundId)).toMatchObject({ reserved: 0n, committed: 0n });
  });
});
