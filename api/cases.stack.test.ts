import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerDefinition } from '../db/definitions.ts';
import { productRecall } from '../processes/product-recall/definition.ts';
import { everybody } from '../test/engine/driver.ts';
import { voluntaryReport, voluntarySteps } from '../test/faults/voluntary-recall.ts';
import { openApi, type Answer, type TestApi } from '../test/support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
  await registerDefinition(api.shell.database, productRecall);
});

const startBody = (agency = 'gd-amr', data: object = voluntaryReport) => ({ process: 'product-recall', agency, data });
const start = async (as = 'chenguang', more: object = {}): Promise<string> => {
  const answer = await api.post('/cases', { ...startBody(), ...more }, { as });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.caseId as string;
};
const view = async (caseId: string, as = 'lin') => (await api.get(`/cases/${caseId}`, { as })).body;
/** Between two steps of people a service may be at work; the step opens when it is done. */
const taskAt = async (caseId: string, node: string): Promise<number> => {
  const find = async (): Promise<number | undefined> => (await view(caseId, 'supervisor')).tasks.find((t: { node: string }) => t.node === node)?.task;
  await expect.poll(find, { timeout: 20_000, message: `step ${node}` }).toBeDefined();
  return (await find()) ?? -1;
};
const problem = (answer: Answer) => `${answer.status} ${answer.body.code}`;
const events = (caseId: string) => api.shell.record(caseId);

describe('a recall over HTTP', () => {
  it('goes from the report to the closing by four people, and its record verifies', async () => {
    const caseId = await start();
    for (const { person, node, outcome, data } of voluntarySteps) {
      const path = `/cases/${caseId}/tasks/${await taskAt(caseId, node)}`;
      expect((await api.post(`${path}/claim`, {}, { as: person })).status).toBe(200);
      const answer = await api.post(`${path}/complete`, { outcome, data }, { as: person });
      expect(answer.status, `${node}: ${JSON.stringify(answer.body)}`).toBe(200);
      expect(answer.body).toMatchObject({ caseId, status: 'done' });
      // What a service adds meanwhile comes after it.
      expect((await events(caseId)).slice(0, answer.body.seq).some((e) => e.body.type === 'task.completed' && e.body.node === node)).toBe(true);
    }
    await expect.poll(async () => (await view(caseId)).status, { timeout: 20_000 }).toBe('closed');
    const closed = await view(caseId);
    expect(closed).toMatchObject({ status: 'closed', outcome: 'voluntaryCompleted', outcomeName: { zh: '主动召回完成' }, tasks: [], steps: [], dueDay: null });
    expect(closed.number).toMatch(/^粤市监召〔\d{4}〕\d+号$/);
    expect(closed.progress.every((s: { state: string }) => s.state === 'done')).toBe(true);
    const verified = (await api.get(`/cases/${caseId}/verification`)).body;
    expect(verified).toEqual({ caseId, intact: true, events: (await events(caseId)).length, head: (await events(caseId)).at(-1)?.hash });
  });
});

describe('who may', () => {
  it('asks for a token, and for a valid one', async () => {
    expect(problem(await api.get('/cases', { as: null }))).toBe('401 auth.required');
    const refusedToken = await api.get('/cases', { as: null, headers: { authorization: 'Bearer not.a.token' } });
    expect(problem(refusedToken)).toBe('401 auth.invalid');
    expect(refusedToken.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(problem(await api.get('/no-such-route', { as: null }))).toBe('401 auth.required');
    expect(problem(await api.get('/no-such-route'))).toBe('404 not-found');
  });

  it('hides a case from who may not see it, for reading and for acting alike', async () => {
    const caseId = await start();
    for (const path of ['', '/timeline', '/clocks', '/verification', '/clocks/1']) {
      expect(problem(await api.get(`/cases/${caseId}${path}`, { as: 'wu' })), path).toBe('404 case.not-found');
      expect(problem(await api.get(`/cases/${randomUUID()}${path}`, { as: 'lin' })), path).toBe('404 case.not-found');
    }
    expect(problem(await api.post(`/cases/${caseId}/actions/comment`, { text: 'x' }, { as: 'haichuan' }))).toBe('404 case.not-found');
    expect(problem(await api.post(`/cases/${randomUUID()}/actions/comment`, { text: 'x' }))).toBe('404 case.not-found');
  });

  it('refuses with a reason what is not theirs to do, and leaves no event', async () => {
    const caseId = await start();
    const task = await taskAt(caseId, 'acceptance');
    const before = await events(caseId);
    const acceptance = { outcome: 'accepted', data: {} };
    const refusals: [string, Answer][] = [
      ['403 forbidden.pool', await api.post(`/cases/${caseId}/tasks/${task}/complete`, acceptance, { as: 'chenguang' })],
      ['403 forbidden.pool', await api.post(`/cases/${caseId}/tasks/${task}/claim`, {}, { as: 'huang' })],
      ['403 task.not-yours', await api.post(`/cases/${caseId}/tasks/${task}/release`, {})],
      ['403 forbidden.manage', await api.post(`/cases/${caseId}/actions/suspend`, { reason: 'x' })],
      ['409 task.not-found', await api.post(`/cases/${caseId}/tasks/${task + 500}/complete`, acceptance)],
      ['409 case.not-suspended', await api.post(`/cases/${caseId}/actions/resume`, {}, { as: 'huang' })],
      ['422 outcome.unknown', await api.post(`/cases/${caseId}/tasks/${task}/complete`, { outcome: 'nonsense' })],
      ['422 form.invalid', await api.post(`/cases/${caseId}/tasks/${task}/complete`, { outcome: 'accepted', data: { unheardOf: 1 } })],
      ['422 form.invalid', await api.post(`/cases/${caseId}/tasks/${task}/complete`, { outcome: 'supplement', data: {} })],
    ];
    for (const [expected, answer] of refusals) {
      expect(problem(answer)).toBe(expected);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.body.texts.title.zh).not.toBe(answer.body.texts.title.en);
    }
    expect(refusals[8]?.[1].body.fields).toEqual([{ field: 'supplementRequest', code: 'required', text: { zh: '必填，请填写', en: 'Required: fill it in' } }]);
    expect(refusals[0]?.[1].body.params).toEqual({ task, pool: 'officer@gd-amr' });
    expect(await events(caseId)).toEqual(before);
  });

  it('may start what the process and the party allow, and a start that is refused leaves neither case nor workflow', async () => {
    const count = async (): Promise<number> => (await api.shell.database.pool.query('select count(*)::integer as n from events')).rows[0].n;
    const before = await count();
    const [key, other] = [randomUUID(), randomUUID()];
    expect(problem(await api.post('/cases', startBody(), { as: 'haichuan', key }))).toBe('403 forbidden.start');
    expect(problem(await api.post('/cases', startBody('gz-amr'), { as: 'lin' }))).toBe('403 forbidden.start');
    expect(problem(await api.post('/cases', startBody('nowhere'), { as: 'chenguang' }))).toBe('422 form.invalid');
    expect(problem(await api.post('/cases', { ...startBody(), process: 'nothing' }))).toBe('404 process.not-found');
    const invalid = await api.post('/cases', startBody('gd-amr', { ...voluntaryReport, producerUscc: '1', quantityInMarket: 'many' }), { as: 'chenguang', key: other });
    expect(problem(invalid)).toBe('422 form.invalid');
    expect(invalid.body.fields.map((f: { field: string; code: string }) => `${f.field} ${f.code}`).sort()).toEqual(['producerUscc uscc', 'quantityInMarket type']);
    expect(await count()).toBe(before);
    // The workflow id follows from person and key: the same key with a content that is allowed starts the case under that id.
    const allowed = await api.post('/cases', startBody(), { as: 'chenguang', key: other });
    expect(allowed.status).toBe(201);
    const { historyLength } = await api.shell.client.workflow.getHandle(allowed.body.caseId).describe();
    expect(historyLength).toBeLessThan(20);
  });
});

describe('the same Idempotency-Key', () => {
  it('acts once, and is answered as before, at once, at the same time, and after the case has moved on', async () => {
    const key = randomUUID();
    const [first, second] = await Promise.all([1, 2].map(() => api.post('/cases', startBody(), { as: 'chenguang', key })));
    expect([first!.status, second!.status]).toEqual([201, 201]);
    expect(second!.body).toEqual(first!.body);
    const caseId = first!.body.caseId as string;
    expect(first!.headers.get('location')).toBe(`/api/v1/cases/${caseId}`);
    const complete = `/cases/${caseId}/tasks/${await taskAt(caseId, 'acceptance')}/complete`;
    const answers = await Promise.all([1, 2, 3].map(() => api.post(complete, { outcome: 'accepted' }, { key })));
    // The start had this key in the name of another person.
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map((a) => a.body.seq)).size).toBe(1);
    await api.post(`/cases/${caseId}/actions/comment`, { text: '继续' });
    expect((await api.post(complete, { outcome: 'accepted' }, { key })).body).toEqual(answers[0]!.body);
    expect((await api.post('/cases', startBody(), { as: 'chenguang', key })).body).toEqual(first!.body);
    expect((await events(caseId)).filter((e) => e.body.type === 'task.completed')).toHaveLength(1);
  });

  it('with another content is refused, whether the first is a moment or a run of the workflow ago', async () => {
    const key = randomUUID();
    const caseId = await start();
    const comment = (text: string) => api.post(`/cases/${caseId}/actions/comment`, { text }, { key });
    expect((await comment('one')).status).toBe(200);
    expect(problem(await comment('two'))).toBe('422 idempotency.conflict');
    const startKey = randomUUID();
    await api.post('/cases', startBody(), { as: 'chenguang', key: startKey });
    expect(problem(await api.post('/cases', startBody('fs-amr'), { as: 'chenguang', key: startKey }))).toBe('422 idempotency.conflict');
    const handle = api.shell.client.workflow.getHandle(caseId);
    await handle.terminate('the server lost it');
    expect((await comment('one')).status).toBe(200);
    expect(problem(await comment('two'))).toBe('422 idempotency.conflict');
    expect((await events(caseId)).filter((e) => e.body.type === 'comment.added')).toHaveLength(1);
  });

  it('of a case that is closed is answered from the record', async () => {
    const caseId = await start();
    const key = randomUUID();
    const terminate = () => api.post(`/cases/${caseId}/actions/terminate`, { reason: '重复立案' }, { as: 'huang', key });
    const first = await terminate();
    expect(first.status).toBe(200);
    expect((await terminate()).body).toEqual(first.body);
    expect(problem(await api.post(`/cases/${caseId}/actions/comment`, { text: 'x' }))).toBe('409 case.closed');
    expect(problem(await api.post(`/cases/${caseId}/actions/suspend`, { reason: 'x' }, { as: 'huang' }))).toBe('409 case.closed');
  });
});

describe('an execution that was lost', () => {
  it('is started again from the record by the next command', async () => {
    const caseId = await start();
    await api.shell.client.workflow.getHandle(caseId).terminate('the server lost it');
    const answer = await api.post(`/cases/${caseId}/tasks/${await taskAt(caseId, 'acceptance')}/complete`, { outcome: 'accepted' });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    await expect.poll(async () => (await view(caseId)).tasks.map((t: { node: string }) => t.node), { timeout: 20_000 }).toContain('plan');
    await api.shell.audit(caseId);
  });
});

describe('a case with thousands of acts', () => {
  it('goes on in a new run of its workflow, and nobody who acts meanwhile notices', async () => {
    const caseId = await start();
    const { runId } = await api.shell.client.workflow.getHandle(caseId).describe();
    const { process, definitionHash: hash } = (await api.shell.database.pool.query<{ process: string; definitionHash: string }>('select process_key as process, definition_hash as "definitionHash" from cases where id = $1', [caseId])).rows[0]!;
    let left = 1_600;
    const answers: string[] = [];
    await Promise.all(Array.from({ length: 16 }, async () => {
      // By the road of the commands that need the execution; over HTTP a comment does not (docs/adr/0056).
      while (left-- > 0) {
        const command = { id: randomUUID(), actor: everybody(), body: { type: 'comment', text: '批注' } } as const;
        answers.push((await api.dependencies.engine.send({ caseId, process, hash }, { command, digest: '' }, 'act')).kind);
      }
    }));
    expect(new Set(answers)).toEqual(new Set(['done']));
    expect((await api.shell.client.workflow.getHandle(caseId).describe()).runId).not.toBe(runId);
    expect((await api.shell.audit(caseId)).filter((e) => e.body.type === 'comment.added')).toHaveLength(1_600);
    expect((await api.get(`/cases/${caseId}/verification`)).body.intact).toBe(true);
  }, 120_000);
});

describe('fifty people at once', () => {
  it('comment on one case and see no error', async () => {
    const caseId = await start();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => api.post(`/cases/${caseId}/actions/comment`, { text: `第${i}条` })));
    expect(answers.map(problem).filter((p) => !p.startsWith('200'))).toEqual([]);
    expect((await api.shell.audit(caseId)).filter((e) => e.body.type === 'comment.added')).toHaveLength(50);
  });
});
