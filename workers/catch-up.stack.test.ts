import { beforeAll, expect, it } from 'vitest';
import { createLog } from '../config/log.ts';
import type { ClockDefinition } from '../domain/model/types.ts';
import { text } from '../domain/text.ts';
import { definition, end, flow, officer, start, userTask } from '../test/engine/models.ts';
import { everybody } from '../test/engine/driver.ts';
import { openShell, type Shell } from '../test/support/shell.ts';
import { commandUpdate, freshCase } from '../workflows/messages.ts';
import { registerDefinition } from '../db/definitions.ts';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import { catchUp } from './catch-up.ts';

const basis = { instrument: text('测试办法', 'Test rule'), article: '§1', version: '1', confidence: 'V1' } as const;
const hour = 3_600_000;
const limit: ClockDefinition = {
  id: 'limit', name: text('时限', 'Limit'), rules: [{ budget: { amount: 10, unit: 'hour' }, startDay: 'included', rollOver: 'none', basis }], start: [{ on: 'entered', node: 'a' }],
  stop: [{ on: 'completed', node: 'a' }], duty: officer, warnings: [], breach: 'escalate',
};
const model = definition([start, userTask('a'), end()], [flow('start', 'a'), flow('a', 'end')], { key: 'missed', clocks: [limit] });

let shell: Shell;
beforeAll(async () => {
  shell = await openShell();
});

it('what became due while nothing ran is recorded in the order in which it was due, before anybody works, and once', async () => {
  const { hash } = await registerDefinition(shell.database, model);
  const first = await shell.work();
  // Due a little from now, in no order of their starts.
  const dueFrom = Date.now() + 6_000;
  const cases = Array.from({ length: 40 }, (_, n) => ({ id: randomUUID(), due: dueFrom + ((n * 17) % 40) * 20 }));
  await Promise.all(cases.map(({ id, due }) => {
    const body = { type: 'start', caseId: id, hash, agency: 'gd-amr', region: '440000', data: {}, receivedAt: new Date(due - 10 * hour).toISOString() } as const;
    const startWorkflowOperation = new WithStartWorkflowOperation(model.key, { workflowId: id, taskQueue: shell.taskQueue, args: freshCase(id, hash), workflowIdConflictPolicy: 'USE_EXISTING' });
    return shell.client.workflow.executeUpdateWithStart(commandUpdate, { startWorkflowOperation, updateId: 'start', args: [{ command: { id: 'start', actor: everybody(), body }, digest: 'd' }] });
  }));
  first.shutdown();
  await expect.poll(() => first.getState(), { timeout: 20_000 }).toBe('STOPPED');
  await expect.poll(() => Date.now(), { timeout: 20_000 }).toBeGreaterThan(dueFrom + 1_000);

  const log = createLog('fatal', 'test');
  expect(await catchUp(shell.database, log, () => true)).toBe(0);
  expect(await catchUp(shell.database, log, () => false)).toBe(40);
  expect(await catchUp(shell.database, log, () => false)).toBe(0);
  const missed = await Promise.all(cases.map(async ({ id, due }) => ({ due, at: (await shell.record(id)).find((e) => e.body.type === 'clock.breached')?.at ?? '' })));
  expect(missed.every(({ at }) => at !== '')).toBe(true);
  expect(missed.toSorted((a, b) => a.due - b.due).map(({ at }) => at)).toEqual(missed.map(({ at }) => at).toSorted());

  await shell.work();
  for (const { id } of cases) expect((await shell.audit(id)).filter((e) => e.body.type === 'clock.breached')).toHaveLength(1);
});
