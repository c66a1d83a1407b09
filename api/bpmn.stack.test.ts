/** 流程导入导出 over HTTP, on real parts: who may, what is told, and that a case runs on what came in. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { registerDefinition } from '../db/definitions.ts';
import { definitions } from '../processes/registry.ts';
import { openApi, type TestApi } from '../test/support/api.ts';
import { createApp } from './app.ts';
import { createImporter } from './imports/importer.ts';

let api: TestApi;
const admin = { as: 'admin' } as const;
const sample = (name: string): string => readFileSync(new URL(`../test/bpmn/samples/${name}`, import.meta.url), 'utf8');
const file = sample('camunda7-purchase-approval.bpmn');
const post = (xml: string, options: object, dryRun: boolean, call: object = admin) => api.post('/processes/import', { xml, options, dryRun }, call);

beforeAll(async () => {
  api = await openApi();
  for (const model of definitions) await registerDefinition(api.shell.database, model);
});

it('a process comes out as BPMN XML for whoever is signed in, and the file of it says who made it', async () => {
  const { status, headers, body } = await api.get('/processes/product-recall/bpmn', { as: 'chenguang' });
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/xml');
  expect(headers.get('content-disposition')).toContain('.bpmn');
  expect(body).toMatch(/^<\?xml[\s\S]*<bpmn:process id="product-recall"[\s\S]*<bpmndi:BPMNShape/);
  expect((await api.get('/processes/product-recall/bpmn', { as: 'chenguang', headers: { 'if-none-match': headers.get('etag')! } })).status).toBe(304);
  expect((await api.get(`/processes/product-recall/bpmn?version=${definitions.find((d) => d.key === 'product-recall')!.version}`)).status).toBe(200);
  expect((await api.get('/processes/product-recall/bpmn?version=99')).body.code).toBe('version.not-found');
  expect((await api.get('/processes/nothing/bpmn')).body.code).toBe('process.not-found');
  expect((await api.get('/processes/product-recall/bpmn', { as: null })).status).toBe(401);
});

it('only who administers the province may bring one in', async () => {
  for (const as of ['lin', 'he', 'chenguang']) expect((await post(file, { role: 'officer' }, true, { as })).body.code).toBe('forbidden');
});

it('everything that stands in the way is told at once, by the ids of the file', async () => {
  const { status, body } = await post(sample('camunda7-complaint-handling.bpmn'), {}, true);
  expect([status, body.code]).toEqual([422, 'process.refused']);
  expect(body.fields.map((f: { field: string; code: string }) => `${f.code} ${f.field}`)).toEqual([
    'task.several-groups Activity_1xnw9ct', 'task.person Activity_1ah68yv', 'script.language Activity_1c4othj', 'service.unknown Activity_02d2luj', 'extension.listener Event_02yqsn9', 'extension.listener Activity_19r7cmg',
  ]);
  expect(body.fields[3].text).toEqual({ zh: expect.stringContaining('没有该服务'), en: expect.stringContaining('no such service') });
  // What only the checks at registration find is named so as well.
  const unsound = await post(sample('camunda7-fee-refund.bpmn'), { role: 'officer' }, true);
  expect(unsound.body.fields.map((f: { field: string; code: string }) => `${f.code} ${f.field}`)).toEqual(['event.never-thrown Event_10vt072', 'event.never-thrown Event_0vmxya6']);
  expect((await post(sample('camunda7-licence-renewal.bpmn'), {}, true)).body.fields).toMatchObject([{ code: 'call.process', field: 'Activity_0y59mzy' }]);
});

it('tried, nothing is there; registered, a case runs on it; again, nothing changes', async () => {
  const options = { role: 'officer', numberWord: '票' };
  const tried = await post(file, options, true);
  expect([tried.status, tried.body]).toEqual([200, expect.objectContaining({ process: 'office-purchase', version: 1, outcome: 'possible', steps: 9 })]);
  expect(tried.body.notices).toContainEqual(expect.objectContaining({ code: 'form.elsewhere', element: 'Activity_15192ap' }));
  expect((await api.get('/processes/office-purchase')).status).toBe(404);

  const done = await post(file, options, false);
  expect([done.status, done.body.outcome, done.headers.get('location')]).toEqual([201, 'registered', '/api/v1/processes/office-purchase']);
  expect((await post(file, options, false)).body).toMatchObject({ outcome: 'unchanged', version: 1 });
  expect((await post(file, { ...options, numberWord: '据' }, false)).body).toMatchObject({ outcome: 'registered', version: 2 });

  const { body: { caseId } } = await api.post('/cases', { process: 'office-purchase', agency: 'gd-amr', data: {} });
  for (const data of [{ approved: true }, { supplier: '甲公司' }, {}]) {
    const { body: { tasks } } = await api.get(`/cases/${caseId}`);
    const { status } = await api.post(`/cases/${caseId}/tasks/${tasks[0].task}/complete`, { outcome: 'done', data });
    expect(status).toBe(200);
  }
  await expect.poll(async () => (await api.get(`/cases/${caseId}`)).body.status).toBe('closed');
});

it('what comes out goes in again as it was; under the key of the release it does not', async () => {
  const { body: xml } = await api.get('/processes/office-purchase/bpmn');
  expect((await post(xml, {}, false)).body).toMatchObject({ outcome: 'unchanged', version: 2, notices: [] });
  const { body: own } = await api.get('/processes/product-recall/bpmn');
  expect((await post(own, {}, false)).body.code).toBe('process.of-release');
  expect((await post(own, { key: 'product-recall-local' }, false)).body).toMatchObject({ outcome: 'registered', process: 'product-recall-local', version: 1 });
});

it.each([
  ['no XML', 'nonsense'], ['entities', `<!DOCTYPE x [<!ENTITY a "&b;">]>${file}`], ['cut off', file.slice(0, 900)], ['another root', '<a/>'],
])('%s is refused as a problem document', async (_, xml) => {
  const { status, body } = await post(xml, {}, false);
  expect([status, body.code, body.fields.length]).toEqual([422, 'process.refused', 1]);
});

it('too much is refused, and so are options that do not exist', async () => {
  expect((await post('x'.repeat(2_000_001), {}, true)).status).toBe(400);
  expect((await post('x'.repeat(8_000_001), {}, true)).status).toBe(413);
  expect((await post(file, { password: 'x' }, true)).status).toBe(400);
  expect((await post(file, { fields: { a: { type: 'bytes', label: { zh: 'a', en: 'a' } } } }, true)).status).toBe(400);
  const { paths } = (await api.get('//openapi.json', { as: null })).body;
  expect(paths['/api/v1/processes/{key}/bpmn'].get.responses['200'].content).toHaveProperty('application/xml');
  expect(paths['/api/v1/processes/import'].post.responses['422'].description).toContain('process.refused');
});

it('while a file is checked that nobody could check in time, others are answered', async () => {
  // Well below what the check takes where nothing else runs (4 s to 5 s).
  const importer = createImporter({ patience: 2_000 });
  const app = await createApp({ ...api.dependencies, importer });
  try {
    const headers = { authorization: `Bearer ${await api.provider.tokenFor('admin')}` };
    const asked = app.inject({ method: 'POST', url: '/api/v1/processes/import', headers, payload: { xml: sideBySide(600), options: {}, dryRun: true } });
    const state = { done: false };
    const refused = asked.then((answer) => {
      state.done = true;
      return answer.json();
    });
    let answered = 0;
    while (!state.done && answered < 20) {
      const { statusCode } = await app.inject({ method: 'GET', url: '/api/v1/processes/product-recall', headers });
      expect(statusCode).toBe(200);
      answered += 1;
    }
    expect(answered).toBeGreaterThanOrEqual(5);
    // In this process the check would have come to an end, however late; the limit shows that it did not run here.
    expect((await refused).fields).toEqual([expect.objectContaining({ code: 'check.too-long', text: { zh: expect.stringContaining('请拆成几个流程'), en: expect.stringContaining('Split it') } })]);
  } finally {
    await app.close();
    await importer.close();
  }
});

/** So many steps at the same time have more states than can be looked through. */
function sideBySide(steps: number): string {
  const step = (i: number): string => `<bpmn:userTask id="t${i}" camunda:candidateGroups="officer"/><bpmn:sequenceFlow sourceRef="g" targetRef="t${i}"/><bpmn:sequenceFlow sourceRef="t${i}" targetRef="j"/>`;
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x"><bpmn:process id="wide" isExecutable="true">
    <bpmn:startEvent id="s"/><bpmn:parallelGateway id="g"/><bpmn:parallelGateway id="j"/><bpmn:endEvent id="e"/><bpmn:sequenceFlow sourceRef="s" targetRef="g"/><bpmn:sequenceFlow sourceRef="j" targetRef="e"/>
    ${Array.from({ length: steps }, (_, i) => step(i)).join('')}</bpmn:process></bpmn:definitions>`;
}
