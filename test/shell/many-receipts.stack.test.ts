import { beforeAll, expect, it } from 'vitest';
import { act } from '../../api/engine/perform.ts';
import { definition, end, flow, start, userTask } from '../engine/models.ts';
import { openApi, type TestApi } from '../support/api.ts';

const agencies = ['gz-amr', 'sz-amr', 'fs-amr'];
const posts = Array.from({ length: 5_000 }, (_, i) => `officer@${agencies[i % 3]}`);
const receipt = userTask('receipt', ['done'], {
  assignment: { kind: 'pool', pool: 'post' }, multi: { collection: JSON.stringify(posts), item: 'post', completion: 'nrOfCompletedInstances >= 3' },
});
const model = definition([start, receipt, end()], [flow('start', 'receipt'), flow('receipt', 'end')]);
const everyAgency = { id: 'clerk', name: '收件人', posts: agencies.map((agency) => ({ role: 'officer', agency })), enterprise: null };

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});

it('5,000 receipts are opened round by round, and withdrawn at once when enough are in: no payload grows too large', async () => {
  const { shell, dependencies } = api;
  const caseId = await shell.start(model);
  const open = async () => Object.values((await shell.state(caseId)).tasks);
  await expect.poll(async () => (await open()).length, { timeout: 120_000, interval: 500 }).toBe(5_000);
  for (const task of (await open()).slice(0, 3)) {
    // What takes longer than a caller waits is said to be accepted, and is in the record afterwards.
    const answer = await act(dependencies, everyAgency, null, caseId, { type: 'complete', task: task.id, outcome: 'done', data: {} });
    expect([200, 202]).toContain(answer.status);
  }
  await expect.poll(async () => (await shell.state(caseId)).status, { timeout: 60_000, interval: 500 }).toBe('closed');
  expect(await shell.client.workflow.getHandle(caseId).result()).toEqual({ outcome: 'done' });
  const events = await shell.audit(caseId);
  const count = (type: string) => events.filter((e) => e.body.type === type).length;
  expect([count('task.created'), count('task.completed'), count('task.cancelled')]).toEqual([5_000, 3, 4_997]);
}, 300_000);
