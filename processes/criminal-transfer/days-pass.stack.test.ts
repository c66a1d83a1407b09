/** What nobody does in time, on the time-skipping server: the limits of each agency run out in its own case, by themselves. */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerDefinition } from '../../db/definitions.ts';
import { enforcementSample } from '../../test/support/enforcement-sample.ts';
import { openShell, type Shell } from '../../test/support/shell.ts';
import { timeSkippingServer } from '../../test/support/stack.ts';
import { walkThroughDays } from '../../test/support/walk-stack.ts';
import { criminalAcceptance } from '../criminal-acceptance/definition.ts';
import { acceptance } from '../criminal-acceptance/walks.ts';
import { filingSupervision } from '../filing-supervision/definition.ts';
import { supervision } from '../filing-supervision/walks.ts';
import { opinionHandling } from '../opinion-handling/definition.ts';
import { procuratorialOpinion } from '../procuratorial-opinion/definition.ts';
import { opinion } from '../procuratorial-opinion/walks.ts';
import { takesDays, type Walk, type Walks } from '../walk.ts';
import { criminalTransfer } from './definition.ts';
import { transfer } from './walks.ts';

let shell: Shell;
let server: TestWorkflowEnvironment;
beforeAll(async () => {
  server = await timeSkippingServer();
  shell = await openShell({ connections: { client: server.connection, native: server.nativeConnection } });
  await shell.work();
  for (const model of [criminalTransfer, criminalAcceptance, filingSupervision, procuratorialOpinion, opinionHandling, enforcementSample]) await registerDefinition(shell.database, model);
});

const all = [[criminalTransfer, transfer], [criminalAcceptance, acceptance], [filingSupervision, supervision], [procuratorialOpinion, opinion]] as const;
const ways = all.flatMap(([model, walks]) => Object.values<Walk>((walks as Walks).walks).flatMap((way) => (takesDays(way) ? [[model.key, way.title, model, walks, way] as const] : [])));

describe('when nobody acts and days pass', () => {
  it('there are such ways in four of the processes', () => expect(new Set(ways.map(([key]) => key)).size).toBe(4));
  it.each(ways)('%s: %s', async (_key, _title, model, walks, way) => {
    const skip = async (until: number): Promise<void> => {
      const now = await server.currentTimeMs();
      if (until > now) await server.sleep(until - now);
    };
    const caseId = await walkThroughDays(shell, skip, model, walks, way);
    expect(await shell.state(caseId)).toMatchObject({ status: 'closed', outcome: way.outcome, clocks: {}, timers: {} });
  });
});
