import { beforeAll, expect, it } from 'vitest';
import { registerDefinition } from '../db/definitions.ts';
import { definition, end, flow, start, userTask } from '../test/engine/models.ts';
import { openApi, type TestApi } from '../test/support/api.ts';

const office = (role: string) => ({ kind: 'office', role, agency: { kind: 'handling' } }) as const;
const model = definition(
  [
    start,
    userTask('sign', ['agree', 'object'], {
      signing: { signers: [{ by: office('officer') }, { by: office('section-head') }], order: 'together', rule: { kind: 'all' }, agree: 'agree', disagree: 'object' },
    }),
    end(),
  ],
  [flow('start', 'sign'), flow('sign', 'end')], { key: 'joint-signature' },
);

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
  await registerDefinition(api.shell.database, model);
});

it('会签 over HTTP: a vote, a signer more and one less, a vote that is changed, and the case goes by the rule', async () => {
  const started = await api.post('/cases', { process: model.key, agency: 'gd-amr', data: {} }, { as: 'lin' });
  expect(started.status).toBe(201);
  const { caseId } = started.body;
  const act = (action: string, body: unknown, as: string) => api.post(`/cases/${caseId}/actions/${action}`, body, { as });
  const taskOf = async (as: string, pool: string) => (await api.get(`/cases/${caseId}`, { as })).body.tasks.find((t: { pool: string }) => t.pool === pool)?.task;

  expect((await act('change-vote', { node: 'sign', outcome: 'object' }, 'lin')).body.code).toBe('signing.no-vote');
  const vote = await api.post(`/cases/${caseId}/tasks/${await taskOf('lin', 'officer@gd-amr')}/complete`, { outcome: 'agree' }, { as: 'lin' });
  expect(vote.status).toBe(200);
  expect((await act('add-signers', { node: 'sign', pools: ['agency-head@gd-amr'], reason: '请负责人会签' }, 'lin')).body.code).toBe('forbidden.manage');
  expect((await act('add-signers', { node: 'sign', pools: ['agency-head@gd-amr'], reason: '请负责人会签' }, 'huang')).status).toBe(200);
  expect((await act('add-signers', { node: 'sign', pools: ['nobody'], reason: '误' }, 'huang')).body).toMatchObject({ status: 422, code: 'signing.unknown-pool' });
  expect((await act('remove-signer', { node: 'sign', seat: 1, reason: '回避' }, 'huang')).body.code).toBe('signing.voted');
  expect((await act('remove-signer', { node: 'sign', seat: 3, reason: '不需要' }, 'huang')).status).toBe(200);
  expect((await act('change-vote', { node: 'sign', outcome: 'object' }, 'lin')).status).toBe(200);
  const view = await api.get(`/cases/${caseId}`, { as: 'lin' });
  expect(view.body).toMatchObject({ status: 'closed' });
  const timeline = await api.get(`/cases/${caseId}/timeline`, { as: 'huang' });
  expect(timeline.body.items.map((e: { type: string }) => e.type)).toEqual(expect.arrayContaining(['signing.opened', 'vote.cast', 'seat.added', 'seat.removed', 'vote.changed', 'signing.decided']));
});
