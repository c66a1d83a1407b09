/** What only time brings about, on the time-skipping server. */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { beforeAll, expect, it } from 'vitest';
import { registerDefinition } from '../../db/definitions.ts';
import { openShell, type Shell } from '../../test/support/shell.ts';
import { timeSkippingServer } from '../../test/support/stack.ts';
import { walkThroughDays } from '../../test/support/walk-stack.ts';
import type { Walk } from '../walk.ts';
import { qualityAward } from './cycle/definition.ts';
import { cycle } from './cycle/walks.ts';
import { awardRevocation } from './revocation/definition.ts';
import { revocation } from './revocation/walks.ts';

let shell: Shell;
let server: TestWorkflowEnvironment;
beforeAll(async () => {
  server = await timeSkippingServer();
  shell = await openShell({ connections: { client: server.connection, native: server.nativeConnection, address: server.address } });
  await shell.work();
  for (const definition of [qualityAward, awardRevocation]) await registerDefinition(shell.database, definition);
});
const skip = async (until: number): Promise<void> => server.sleep(Math.max(1_000, until - (await server.currentTimeMs()) + 1_000));

it('a round that nobody entered is over after its last day, and vacant', async () => {
  const way: Walk = { ...cycle.walks.nobody, acts: cycle.walks.nobody.acts.filter((act) => !('told' in act)) };
  const caseId = await walkThroughDays(shell, skip, qualityAward, cycle, way);
  expect(await shell.state(caseId)).toMatchObject({ status: 'closed', outcome: 'vacant', data: { filedCount: 0 } });
  await shell.audit(caseId);
});

it('a holder who says nothing for five working days has waived the statement', async () => {
  await shell.database.pool.query(
    `insert into credit_entries (id, uscc, kind, level, title, facts, case_id, agency, decided_on, recorded_at) values ('w:j1', $1, 'award', '质量奖', '{"zh":"第7届","en":"Round 7"}', '[]', $2, 'gd-award-secretariat', current_date - 400, now())`,
    ['91440101MA5CK83P1C', crypto.randomUUID()],
  );
  const caseId = await walkThroughDays(shell, skip, awardRevocation, revocation, revocation.walks.accident);
  const state = await shell.state(caseId);
  expect(state).toMatchObject({ status: 'closed', outcome: 'revoked', data: { withdrawn: true } });
  expect(Object.keys(state.visits)).not.toContain('statement');
  await shell.audit(caseId);
});
