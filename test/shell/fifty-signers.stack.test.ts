import { beforeAll, expect, it } from 'vitest';
import { act } from '../../api/engine/perform.ts';
import { definition, end, flow, officer, start, userTask } from '../engine/models.ts';
import { openApi, type TestApi } from '../support/api.ts';

const signers = Array.from({ length: 50 }, () => ({ by: officer }));
const model = definition(
  [start, userTask('sign', ['agree', 'object'], { signing: { signers, order: 'together', rule: { kind: 'all' }, agree: 'agree', disagree: 'object' } }), end()],
  [flow('start', 'sign'), flow('sign', 'end')],
);

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});

/** Temporal takes ten Updates at once, and loses workflow tasks under such a rush: the API waits its turn and asks the record. */
it('fifty people sign at once: no error, one outcome, every vote in the record once', async () => {
  const { shell, dependencies } = api;
  const caseId = await shell.start(model);
  const tasks = Object.values((await shell.state(caseId)).tasks);
  expect(tasks).toHaveLength(50);
  const answers = await Promise.all(
    tasks.map((task, i) => {
      const viewer = { id: `signer-${i}`, name: `签署人${i}`, posts: [{ role: 'officer', agency: 'gd-amr' }], enterprise: null };
      return act(dependencies, viewer, null, caseId, { type: 'complete', task: task.id, outcome: 'agree', data: {} });
    }),
  );
  expect(answers.map((a) => a.status)).toEqual(Array(50).fill(200));
  const events = await shell.audit(caseId);
  expect(events.filter((e) => e.body.type === 'vote.cast')).toHaveLength(50);
  expect(events.filter((e) => e.body.type === 'signing.decided')).toHaveLength(1);
  expect((await shell.state(caseId)).outcome).toBe('done');
});
