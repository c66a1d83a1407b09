/**
 * What nobody does in time, on the time-skipping server: the limits of each agency run out in its own case, by themselves. That server knows no
 * update-with-start, so a case cannot open another there: the ways of the regulator and of the opinion are walked with the pure engine.
 */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { openShell, type Shell } from '../../test/support/shell.ts';
import { timeSkippingServer } from '../../test/support/stack.ts';
import { walkThroughDays } from '../../test/support/walk-stack.ts';
import { criminalAcceptance } from '../criminal-acceptance/definition.ts';
import { acceptance } from '../criminal-acceptance/walks.ts';
import { filingSupervision } from '../filing-supervision/definition.ts';
import { supervision } from '../filing-supervision/walks.ts';
import { takesDays, type Walk, type Walks } from '../walk.ts';

let shell: Shell;
let server: TestWorkflowEnvironment;
beforeAll(async () => {
  server = await timeSkippingServer();
  shell = await openShell({ connections: { client: server.connection, native: server.nativeConnection } });
  await shell.work();
});

const ways = ([[criminalAcceptance, acceptance], [filingSupervision, supervision]] as const).flatMap(([model, walks]) =>
  Object.values<Walk>((walks as Walks).walks).flatMap((way) => (takesDays(way) ? [[model.key, way.title, model, walks, way] as const] : [])));

describe('when nobody acts and days pass', () => {
  it('there are such ways at the police and at the procuratorate', () => expect(new Set(ways.map(([key]) => key)).size).toBe(2));
  it.each(ways)('%s: %s', async (_key, _title, model, walks, way) => {
    const skip = async (until: number): Promise<void> => {
      const now = await server.currentTimeMs();
      if (until > now) await server.sleep(until - now);
    };
    const caseId = await walkThroughDays(shell, skip, model, walks, way);
    expect(await shell.state(caseId)).toMatchObject({ status: 'closed', outcome: way.outcome, clocks: {}, timers: {} });
  });
});
