/** Commands that go into the record without the execution (docs/adr/0056), between others that go through it. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoPeople } from '../cli/demo/people.ts';
import { registerDefinition } from '../db/definitions.ts';
import { publishNotice } from '../db/calendars.ts';
import { createDatabase } from '../db/pool.ts';
import { noticeOf } from '../domain/calendar/notice-days.ts';
import { lines, longCase, nextYear } from '../test/support/calendars.ts';
import { onFileDone } from '../test/support/cleanup.ts';
import { temporalAddress } from '../test/support/stack.ts';
import { definition, end, flow, start, userTask } from '../test/engine/models.ts';
import { createApp } from './app.ts';
import { createEngineClient } from './engine/client.ts';
import { rememberPerson } from '../db/queries/people.ts';
import { stateQuery } from '../workflows/messages.ts';
import { openApi, type TestApi } from '../test/support/api.ts';
import { officeWork } from '../test/support/office-work.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
  await registerDefinition(api.shell.database, officeWork);
  for (const person of demoPeople) await rememberPerson(api.shell.database, person, new Date().toISOString());
});

/** A case at its first step, which officers may take: lin and zhou. */
const begin = async (): Promise<{ id: string; task: number }> => {
  const { body } = await api.post('/cases', { process: 'office-work', agency: 'gd-amr', data: {} });
  return { id: body.caseId, task: body.open[0].task };
};
const onTask = (id: string, task: number, action: string, body: object, as: string, key?: string) => api.post(`/cases/${id}/tasks/${task}/${action}`, body, { as, ...(key ? { key } : {}) });
const comment = (id: string, text: string, as = 'lin', key?: string) => api.post(`/cases/${id}/actions/comment`, { text }, { as, ...(key ? { key } : {}) });
const lengthOf = async (id: string): Promise<number> => (await api.shell.client.workflow.getHandle(id).fetchHistory()).events?.length ?? 0;
const typesOf = async (id: string): Promise<readonly string[]> => (await api.shell.record(id)).map((e) => e.body.type);
const done = { outcome: 'done', data: {} };

describe('a command that asks nothing of the execution', () => {
  it('is in the record when it is answered, in the lists, in the chain, and nowhere in the history of the execution', async () => {
    const { id, task } = await begin();
    const before = await lengthOf(id);
    const claimed = await onTask(id, task, 'claim', {}, 'lin');
    expect(claimed).toMatchObject({ status: 200, body: { status: 'done', seq: (await api.shell.record(id)).length, open: [{ task, node: 'examine' }] } });
    for (const answer of [await comment(id, '核对材料'), await onTask(id, task, 'urge', { text: '请尽快' }, 'huang'), await onTask(id, task, 'release', {}, 'lin')]) expect(answer.status).toBe(200);
    expect((await typesOf(id)).slice(-4)).toEqual(['task.claimed', 'comment.added', 'task.urged', 'task.released']);
    expect(await lengthOf(id)).toBe(before);
    expect((await api.get(`/cases/${id}/verification`, { as: 'huang' })).body.intact).toBe(true);
    expect((await api.shell.audit(id)).length).toBe(claimed.body.seq + 3);
  });

  it('acts once for one key, and never for another content under it', async () => {
    const { id } = await begin();
    const key = randomUUID();
    const [first, second] = [await comment(id, '一次', 'lin', key), await comment(id, '一次', 'lin', key)];
    expect(second.body).toEqual(first.body);
    expect((await comment(id, '两次', 'lin', key)).body.code).toBe('idempotency.conflict');
    expect((await typesOf(id)).filter((t) => t === 'comment.added')).toHaveLength(1);
  });

  it('is refused on what the record says, with the reason of the policy', async () => {
    const { id, task } = await begin();
    await onTask(id, task, 'claim', {}, 'zhou');
    expect((await onTask(id, task, 'claim', {}, 'lin')).body).toMatchObject({ code: 'task.claimed-by-other' });
    expect((await onTask(id, 999, 'claim', {}, 'lin')).body.code).toBe('task.not-found');
    expect((await comment(id, 'x', 'wu')).body.code).toBe('case.not-found');
  });
});

describe('steps of the flow', () => {
  it('are taken without the execution as long as nothing becomes due sooner; the one that ends the case is its own', async () => {
    const { id, task } = await begin();
    const before = await lengthOf(id);
    const review = await onTask(id, task, 'complete', done, 'lin');
    const signing = await onTask(id, review.body.open[0].task, 'complete', done, 'zhou');
    expect(signing.body.open).toHaveLength(3);
    const seatOf = async (as: string, pool: string): Promise<number> => (await api.get(`/cases/${id}`, { as })).body.tasks.find((t: { pool: string }) => t.pool === pool)?.task;
    for (const [as, role] of [['lin', 'officer'], ['huang', 'section-head']] as const) expect((await onTask(id, await seatOf(as, `${role}@gd-amr`), 'complete', { outcome: 'agree', data: {} }, as)).status).toBe(200);
    expect(await lengthOf(id)).toBe(before);
    expect((await api.get(`/cases/${id}`, { as: 'huang' })).body.status).toBe('open');
    expect(await onTask(id, await seatOf('he', 'agency-head@gd-amr'), 'complete', { outcome: 'agree', data: {} }, 'he')).toMatchObject({ status: 200, body: { open: [] } });
    await expect.poll(async () => (await api.shell.client.workflow.getHandle(id).describe()).status.name).toBe('COMPLETED');
    await api.shell.audit(id);
  });

  it('of fifty clerks at once in two processes of the API are taken once each, in one unbroken chain', async () => {
    const { id, task } = await begin();
    const other = await createApp({ ...api.dependencies, engine: createEngineClient({ address: temporalAddress(), namespace: 'default', taskQueue: api.shell.taskQueue, keys: api.shell.keys }), database: createDatabase(String(api.shell.database.pool.options.connectionString), { max: 5 }) });
    onFileDone(() => other.close());
    const headers = { authorization: `Bearer ${await api.provider.tokenFor('zhou')}` };
    const answers = await Promise.all([
      ...Array.from({ length: 25 }, async (_, n) => (await comment(id, `此 ${n}`)).status),
      ...Array.from({ length: 25 }, async (_, n) => (await other.inject({ method: 'POST', url: `/api/v1/cases/${id}/actions/comment`, headers, payload: { text: `彼 ${n}` } })).statusCode),
      onTask(id, task, 'complete', done, 'lin').then(({ status }) => status),
    ]);
    expect(answers).toEqual(answers.map(() => 200));
    expect((await api.shell.audit(id)).filter((e) => e.body.type === 'comment.added')).toHaveLength(50);
  });

  it('that were decided on a calendar which has been replaced count by the new one, although nobody walks over the case', async () => {
    const limits = (node: string) => ({ ...longCase.clocks[0]!, id: node, start: [{ on: 'entered', node }], stop: [{ on: 'completed', node }] }) as const;
    const model = definition([start, userTask('a'), userTask('c'), end()], [flow('start', 'a'), flow('a', 'c'), flow('c', 'end')], { key: 'two-limits', clocks: [limits('a'), limits('c')] });
    await registerDefinition(api.shell.database, model);
    const { body: { caseId, open } } = await api.post('/cases', { process: 'two-limits', agency: 'gd-amr', data: {} });
    const published = await publishNotice(
      api.shell.database, { id: randomUUID(), notice: noticeOf(nextYear, '关于放假安排的通知', lines(5)).notice, reason: null, by: { id: 'admin', name: '管理员' }, at: new Date().toISOString() }, () => Promise.resolve(),
    );
    expect(published.kind).toBe('published');
    const before = await lengthOf(caseId);
    expect((await onTask(caseId, open[0].task, 'complete', done, 'lin')).status).toBe(200);
    await expect.poll(async () => (await api.shell.state(caseId)).calendar?.no, { timeout: 20_000 }).toBe(1);
    expect((await typesOf(caseId)).slice(-3)).toContain('calendar.adopted');
    expect(await lengthOf(caseId)).toBeGreaterThan(before);
    await api.shell.audit(caseId);
  });
});

describe('a command of the flow after it', () => {
  it('is judged by what the record holds, not by what the execution has seen', async () => {
    const { id, task } = await begin();
    await onTask(id, task, 'claim', {}, 'lin');
    expect((await onTask(id, task, 'complete', done, 'zhou')).body.code).toBe('task.claimed-by-other');
    // The execution learns of the claim with this refusal or later; that it was given back it has not seen.
    await onTask(id, task, 'release', {}, 'lin');
    expect(await onTask(id, task, 'complete', done, 'zhou')).toMatchObject({ status: 200, body: { open: [{ node: 'review' }] } });
    expect((await typesOf(id)).filter((t) => t === 'task.completed')).toHaveLength(1);
    await api.shell.audit(id);
  });

  it('works beside many of them at once, in one unbroken chain', async () => {
    const { id, task } = await begin();
    const answers = await Promise.all([
      ...Array.from({ length: 40 }, (_, n) => comment(id, `第 ${n} 条`, n % 2 ? 'lin' : 'huang')), onTask(id, task, 'complete', done, 'lin'),
    ]);
    expect(answers.map((a) => a.status)).toEqual(answers.map(() => 200));
    expect((await api.shell.audit(id)).filter((e) => e.body.type === 'comment.added')).toHaveLength(40);
    expect((await api.get(`/cases/${id}`, { as: 'zhou' })).body.tasks).toMatchObject([{ node: 'review' }]);
  });

  it('finds what is more than it could bring along, and the execution is never left far behind', async () => {
    const { id, task } = await begin();
    const long = '长'.repeat(1_900);
    for (let n = 0; n < 25; n++) expect((await comment(id, `${n} ${long}`)).status).toBe(200);
    expect((await api.post(`/cases/${id}/actions/terminate`, { reason: '重复' }, { as: 'huang' })).status).toBe(200);
    await api.shell.audit(id);
    expect(task).toBeGreaterThan(0);
  });

  it('and in a long case the execution is told to look from time to time', async () => {
    const { id } = await begin();
    await Promise.all(Array.from({ length: 260 }, (_, n) => comment(id, `第 ${n} 条`)));
    await expect.poll(async () => (await api.shell.record(id)).length - ((await api.shell.client.workflow.getHandle(id).query(stateQuery))?.seq ?? 0), { timeout: 20_000 }).toBeLessThan(250);
  });
});
