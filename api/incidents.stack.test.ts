/** 流程异常 over HTTP: who handles the case is told where, why and what to do, in both languages; parties are not; who manages it may have it tried again. */
import { beforeAll, expect, it } from 'vitest';
import { registerDefinition } from '../db/definitions.ts';
import { field } from '../domain/model/builder-fields.ts';
import type { Node } from '../domain/model/types.ts';
import { text } from '../domain/text.ts';
import { definition, end, flow, parallel, start, userTask } from '../test/engine/models.ts';
import { openApi, type TestApi } from '../test/support/api.ts';

const count: Node = { id: 'count', type: 'serviceTask', name: text('计日', 'Count the days'), service: 'calendar.day', input: { from: '"2026-03-02"', amount: '5', unit: '"working-day"' }, output: { day: 'day' } };
const many: Node = { id: 'many', type: 'subProcess', name: text('逐项', 'Each'), multi: { collection: 'items', item: 'one' } };
const model = definition(
  [start, parallel('split'), count, many, { ...start, id: 'in', parent: 'many' }, { ...end('out'), parent: 'many' }, userTask('a', ['done'], { form: { note: 'optional' } }), end(), end('end2')],
  [flow('start', 'split'), flow('split', 'count'), flow('split', 'a'), flow('count', 'many'), flow('in', 'out'), flow('many', 'end'), flow('a', 'end2')],
  { key: 'stuck', fields: { day: field.date('日', 'Day'), items: field.working('各项', 'Items'), note: field.text('说明', 'Note') } },
);

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
  await registerDefinition(api.shell.database, model);
});

it('is on the page of the case, in the notices of who manages it and in the timeline; it can be tried again, and says why it still fails', async () => {
  const { body: { caseId } } = await api.post('/cases', { process: 'stuck', agency: 'gd-amr', data: {} });
  const page = async (as: string, query = '') => (await api.get(`/cases/${caseId}${query}`, { as })).body;
  await expect.poll(async () => (await page('lin')).incidents, { timeout: 20_000 }).toMatchObject([{
    node: 'count', name: { zh: '计日', en: 'Count the days' }, count: 1, what: { zh: '系统任务的结果', en: 'The result of a service' }, code: 'model.expression',
    why: { zh: '流程表达式无法计算', en: 'An expression of the process cannot be evaluated' }, advice: { zh: expect.stringContaining('重试'), en: expect.stringContaining('retry') },
    at: { element: 'many', expression: 'items' }, retry: false,
  }]);
  const [incident] = (await page('huang')).incidents;
  expect(incident).toMatchObject({ retry: true });
  const notices = (await api.get('/notices', { as: 'huang' })).body.items;
  expect(notices).toEqual(expect.arrayContaining([expect.objectContaining({ subject: { zh: '流程异常：计日', en: 'Incident: Count the days' } })]));
  const timeline = (await api.get(`/cases/${caseId}/timeline`, { as: 'huang' })).body.items;
  expect(timeline.find((e: { type: string }) => e.type === 'incident.raised').summary).toEqual({ zh: expect.stringContaining('流程异常：“计日”（count）'), en: expect.stringContaining('Count the days') });
  const retry = (id: number, as: string) => api.post(`/cases/${caseId}/actions/retry-incident`, { incident: id }, { as });
  expect((await retry(incident.incident, 'lin')).body).toMatchObject({ status: 403, code: 'forbidden.manage' });
  expect((await retry(incident.incident, 'huang')).body).toMatchObject({ status: 422, code: 'model.expression' });
  expect((await retry(999, 'huang')).body).toMatchObject({ status: 409, code: 'incident.not-found' });
  // As it stood, nothing can be done about it; and people go on with what is theirs.
  expect((await page('huang', `?asOf=${timeline.at(-1).at}`)).incidents).toMatchObject([{ retry: false }]);
  const [task] = (await page('lin')).tasks;
  expect((await api.post(`/cases/${caseId}/tasks/${task.task}/complete`, { outcome: 'done', data: { note: '已看' } })).status).toBe(200);
  expect((await page('lin')).incidents).toHaveLength(1);
  expect((await api.post(`/cases/${caseId}/actions/terminate`, { reason: '撤案' }, { as: 'huang' })).status).toBe(200);
  expect((await page('huang')).incidents).toEqual([]);
});
