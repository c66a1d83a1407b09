/** A call over its days, on the time-skipping server: every outcome for which the period has to pass. What projects tell it is in quality-fund/fund.stack.test.ts. */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { openShell, type Shell } from '../../test/support/shell.ts';
import { timeSkippingServer } from '../../test/support/stack.ts';
import { walkThroughDays } from '../../test/support/walk-stack.ts';
import type { Walk } from '../walk.ts';
import { fundCall } from './definition.ts';
import { call } from './walks.ts';

let shell: Shell;
let server: TestWorkflowEnvironment;
beforeAll(async () => {
  server = await timeSkippingServer();
  shell = await openShell({ connections: { client: server.connection, native: server.nativeConnection } });
  await shell.work();
});

const ways = Object.values<Walk>(call.walks).filter((way) => way.outcome !== null).map((way) => [way.outcome, way.title, way] as const);

describe('each outcome of a call', () => {
  it('is among its ways', () => {
    expect(new Set(ways.map(([outcome]) => outcome))).toEqual(new Set(Object.keys(fundCall.outcomes)));
  });
  it.each(ways)('%s: %s', async (outcome, _title, way) => {
    const skip = async (to: number): Promise<void> => void (await server.sleep(Math.max(1, to - (await server.currentTimeMs()))));
    const caseId = await walkThroughDays(shell, skip, fundCall, call, way, await server.currentTimeMs());
    expect(await shell.state(caseId)).toMatchObject({ status: 'closed', outcome, tasks: {}, jobs: {}, timers: {}, clocks: {} });
    await shell.audit(caseId);
  });
});
