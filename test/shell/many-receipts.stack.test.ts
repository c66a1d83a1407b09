import { beforeAll, expect, it } from 'vitest';
import { definition, end, flow, start, userTask } from '../engine/models.ts';
import { openShell, type Shell } from '../support/shell.ts';

const posts = Array.from({ length: 5_000 }, (_, i) => ['officer@gz-amr', 'officer@sz-amr', 'officer@fs-amr'][i % 3]);
const receipt = userTask('receipt', ['done'], {
  assignment: { kind: 'pool', pool: 'post' }, multi: { collection: JSON.stringify(posts), item: 'post', completion: 'nrOfCompletedInstances >= 3' },
});
const model = definition([start, receipt, end()], [flow('start', 'receipt'), flow('receipt', 'end')]);

let shell: Shell;
beforeAll(async () => {
  shell = await openShell();
  await shell.work();
});

it('5,000 receipts are opened round by round, and withdrawn at once when enough are in: no payload grows too large', async () => {
  const caseId = await shell.start(model);
  const open = async () => Object.values((await shell.state(caseId)).tasks);
  await expect.poll(async () => (await open()).length, { timeout: 60_000, interval: 500 }).toBe(5_000);
  for (const task of (await open()).slice(0, 3)) {
    expect(await shell.send(caseId, { type: 'complete', task: task.id, outcome: 'done', data: {} })).toMatchObject({ kind: 'done' });
  }
  expect(await shell.client.workflow.getHandle(caseId).result()).toEqual({ outcome: 'done' });
  const events = await shell.audit(caseId);
  expect(events.filter((e) => e.body.type === 'task.created')).toHaveLength(5_000);
  expect(events.filter((e) => e.body.type === 'task.cancelled')).toHaveLength(4_997);
}, 180_000);
