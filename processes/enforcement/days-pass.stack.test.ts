/**
 * What days bring to a penalty case, on the time-skipping server: rights that lapse, measures that end, arrears that go to the court. That server knows no
 * update-with-start, so a case cannot open another there: ways that do are walked over HTTP and with the pure engine.
 */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { openShell, type Shell } from '../../test/support/shell.ts';
import { timeSkippingServer } from '../../test/support/stack.ts';
import { walkThroughDays } from '../../test/support/walk-stack.ts';
import { takesDays, type Walk } from '../walk.ts';
import { enforcement } from './definition.ts';
import { enforcementWalks } from './walks.ts';

let shell: Shell;
let server: TestWorkflowEnvironment;
beforeAll(async () => {
  server = await timeSkippingServer();
  shell = await openShell({ connections: { client: server.connection, native: server.nativeConnection } });
  await shell.work();
});

const alone = ({ acts }: Walk): boolean => !acts.some((act) => 'closed' in act);
const ways = Object.values<Walk>(enforcementWalks.walks).flatMap((way) => (takesDays(way) && alone(way) ? [[way.outcome, way.title, way] as const] : []));

describe('when nobody acts and days pass', () => {
  it('here the outcomes are reached that take longer than six months', () => expect(ways.map(([outcome]) => outcome)).toEqual(expect.arrayContaining(['penaltyEnforced', 'penaltyEnded'])));
  it.each(ways)('%s: %s', async (outcome, _title, way) => {
    const skip = async (until: number): Promise<void> => {
      const now = await server.currentTimeMs();
      if (until > now) await server.sleep(until - now);
    };
    const caseId = await walkThroughDays(shell, skip, enforcement, enforcementWalks, way, await server.currentTimeMs());
    expect(await shell.state(caseId)).toMatchObject({ status: 'closed', outcome });
    const left = await shell.state(caseId);
    expect([left.tasks, left.clocks, left.timers, left.jobs]).toEqual([{}, {}, {}, {}]);
    await shell.audit(caseId);
  });
});
