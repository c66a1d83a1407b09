/** Ways of a complaint on which days must pass, on the time-skipping server: the clocks and timers act by themselves. */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { openShell, type Shell } from '../../test/support/shell.ts';
import { timeSkippingServer } from '../../test/support/stack.ts';
import { walkThroughDays } from '../../test/support/walk-stack.ts';
import { complaintEscalation } from '../complaint-escalation/definition.ts';
import { escalationWalks } from '../complaint-escalation/walks.ts';
import { jurisdictionDispute } from '../jurisdiction-dispute/definition.ts';
import { disputeWalks } from '../jurisdiction-dispute/walks.ts';
import { takesDays, type Walk, type Walks } from '../walk.ts';
import { complaint } from './definition.ts';
import { complaintWalks } from './walks.ts';

let shell: Shell;
let server: TestWorkflowEnvironment;
beforeAll(async () => {
  server = await timeSkippingServer();
  shell = await openShell({ connections: { client: server.connection, native: server.nativeConnection } });
  await shell.work();
});
const skip = async (until: number): Promise<void> => server.sleep(Math.max(0, until - (await server.currentTimeMs())) + 1000);

const slow: readonly (readonly [ProcessDefinition, Walks])[] = [[complaint, complaintWalks], [jurisdictionDispute, disputeWalks], [complaintEscalation, escalationWalks]];
const ways = slow.flatMap(([model, walks]) => Object.values<Walk>(walks.walks).filter(takesDays).map((way) => [model.key, way.outcome, way.title, way, model, walks] as const));

describe('when days pass and nobody acts', () => {
  it('there is something to wait for in each of the three', () => expect(new Set(ways.map(([key]) => key))).toEqual(new Set(slow.map(([model]) => model.key))));
  it.each(ways)('%s %s: %s', async (_key, outcome, _title, way, model, walks) => {
    const caseId = await walkThroughDays(shell, skip, model, walks, way, await server.currentTimeMs());
    expect(await shell.state(caseId)).toMatchObject({ status: 'closed', outcome, tasks: {}, timers: {}, clocks: {} });
    await shell.audit(caseId);
  });
});
