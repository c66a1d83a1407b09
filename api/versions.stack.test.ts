/** 流程版本 over HTTP: what differs, the migration of all running cases, and looking back and ahead. */
import { beforeAll, describe, expect, it } from 'vitest';
import { registerDefinition } from '../db/definitions.ts';
import type { ProcessDefinition } from '../domain/model/types.ts';
import { text } from '../domain/text.ts';
import { definition, end, flow, start, userTask } from '../test/engine/models.ts';
import { openApi, type Answer, type TestApi } from '../test/support/api.ts';

const limit = (days: number): ProcessDefinition['clocks'] => [{
  id: 'limit', name: text('时限', 'Limit'), start: [{ on: 'entered', node: 'a' }], stop: [{ on: 'completed', node: 'b' }],
  rules: [{ budget: { amount: days, unit: 'working-day' }, startDay: 'excluded', rollOver: 'next-working-day', basis: { instrument: text('办法', 'Rule'), article: `§${days}`, version: '1', confidence: 'R' } }],
  duty: { kind: 'office', role: 'officer', agency: { kind: 'handling' } }, warnings: [{ level: 'red', when: { left: { amount: 1, unit: 'working-day' } } }], breach: 'record',
}];
const fields: ProcessDefinition['fields'] = { opinion: { label: text('意见', 'Opinion'), type: 'text' }, phone: { label: text('电话', 'Phone'), type: 'phone', personal: true } };
const v1 = definition(
  [start, userTask('a', ['done', 'more'], { form: { opinion: 'optional', phone: 'optional' } }), userTask('b'), end()], [flow('start', 'a'), flow('a', 'b'), flow('b', 'end')],
  { key: 'versioned', clocks: limit(10), fields, startForm: { phone: 'optional' } },
);
/** A longer limit under another article; the last step is another one. */
const v2: ProcessDefinition = {
  ...v1, version: 2, clocks: limit(20).map((c) => ({ ...c, stop: [{ on: 'completed', node: 'archive' }] })),
  nodes: v1.nodes.map((n) => (n.id === 'b' ? userTask('archive') : n)), flows: [flow('start', 'a'), flow('a', 'archive'), flow('archive', 'end')],
  outcomes: { ...v1.outcomes, lapsed: text('失效', 'Lapsed') },
};

let api: TestApi;
const begin = async (agency = 'gd-amr', as = 'lin'): Promise<string> => (await api.post('/cases', { process: 'versioned', agency, data: { phone: '13800138000' } }, { as })).body.caseId;
const view = async (caseId: string, as = 'lin', query = ''): Promise<Answer> => api.get(`/cases/${caseId}${query}`, { as });
const task = async (caseId: string, as = 'lin'): Promise<number> => (await view(caseId, as)).body.tasks[0].task;
const complete = async (caseId: string, as = 'lin', outcome = 'done', data = {}): Promise<Answer> => api.post(`/cases/${caseId}/tasks/${await task(caseId, as)}/complete`, { outcome, data }, { as });
const migrate = (body: object, call: object = { as: 'admin' }): Promise<Answer> => api.post('/processes/versioned/migrations', { from: 1, to: 2, reason: '办法修订', dryRun: false, ...body }, call);
async function finished(id: string): Promise<Answer> {
  return expect.poll(() => api.get(`/migrations/${id}`, { as: 'admin' }), { timeout: 30_000, interval: 100 }).toMatchObject({ body: { finishedAt: expect.any(String) } }).then(() => api.get(`/migrations/${id}`, { as: 'admin' }));
}

beforeAll(async () => {
  api = await openApi();
  await registerDefinition(api.shell.database, v1);
});

describe('one process in two versions', () => {
  let atA: string;
  let atB: string;
  let elsewhere: string;

  it('running cases stay on theirs, new ones start with the latest', async () => {
    [atA, atB, elsewhere] = [await begin(), await begin(), await begin('gz-amr', 'wu')];
    await api.post(`/cases/${atA}/tasks/${await task(atA)}/claim`, {}, { as: 'lin' });
    await complete(atB, 'lin', 'done', { opinion: '同意' });
    await registerDefinition(api.shell.database, v2);
    const { body } = await api.get('/processes/versioned/versions', { as: 'admin' });
    expect(body.items).toMatchObject([{ version: 2, latest: true, running: 0 }, { version: 1, latest: false, running: 3 }]);
    expect((await api.get('/processes/versioned/versions')).body.items[0].running).toBeNull();
    expect((await api.get('/processes/nothing/versions')).body.code).toBe('process.not-found');
    const fresh = await begin();
    await complete(fresh);
    expect((await view(fresh)).body.tasks[0].node).toBe('archive');
  });

  it('what differs is told in words of both languages', async () => {
    const { body } = await api.get('/processes/versioned/diff?from=1&to=2');
    expect(body.differences.map((d: { change: string; area: string; id: string; aspect?: string }) => [d.change, d.area, d.id, d.aspect].filter(Boolean).join(' '))).toEqual([
      'removed step b', 'added step archive', 'removed flow a_b', 'removed flow b_end', 'added flow a_archive', 'added flow archive_end',
      'changed clock limit rule.0.budget', 'changed clock limit rule.0.basis', 'changed clock limit stop', 'added outcome lapsed',
    ]);
    expect(body.differences[6]).toMatchObject({ old: { amount: 10, unit: 'working-day' }, new: { amount: 20, unit: 'working-day' }, text: { zh: '时限“时限”的期限由 10 个工作日 改为 20 个工作日' } });
    expect((await api.get('/processes/versioned/diff?from=1&to=9')).body).toMatchObject({ status: 404, code: 'version.not-found' });
    expect((await api.get('/processes/versioned/diff?from=x&to=2')).status).toBe(400);
  });

  it('a dry run tells for each case what would happen, and touches none; only administrators may ask', async () => {
    expect((await migrate({ dryRun: true }, { as: 'he' })).body).toMatchObject({ status: 403, code: 'forbidden.administer' });
    expect((await migrate({ dryRun: true, to: 7 })).body.code).toBe('version.not-found');
    expect((await migrate({ dryRun: true, to: 1 })).body.code).toBe('request.invalid');
    expect((await migrate({ dryRun: true, mapping: { steps: { nowhere: 'a' } } })).body).toMatchObject({ code: 'migration.mapping', params: { names: [{ kind: 'steps', id: 'nowhere', in: 'from' }] } });
    const before = await Promise.all([atA, atB, elsewhere].map((id) => api.shell.record(id)));
    const asked = await migrate({ dryRun: true, mapping: { newRules: ['limit'] } });
    expect(asked.status).toBe(202);
    const { body } = await finished(asked.body.id);
    expect(body).toMatchObject({ dryRun: true, total: 3, counts: { done: 2, refused: 1, pending: 0 }, requestedBy: { id: 'admin' } });
    const results = new Map<string, Answer['body']>(body.results.items.map((r: { caseId: string }) => [r.caseId, r]));
    expect(results.get(atB)).toMatchObject({ outcome: 'refused', refusals: [{ code: 'step.gone', at: 'b', count: 1 }] });
    const [moved] = results.get(atA).clocks;
    expect(moved).toMatchObject({ clock: 'limit', oldLimit: { zh: '10 个工作日' }, limit: { zh: '20 个工作日' } });
    expect(moved.dueDay > moved.oldDueDay).toBe(true);
    expect(await Promise.all([atA, atB, elsewhere].map((id) => api.shell.record(id)))).toEqual(before);
    expect((await api.get(`/migrations/${asked.body.id}`, { as: 'lin' })).status).toBe(403);
    const refused = await api.get(`/migrations/${asked.body.id}?outcome=refused&limit=1`, { as: 'admin' });
    expect(refused.body.results.items.map((r: { caseId: string }) => r.caseId)).toEqual([atB]);
  });

  it('the real run takes every case over that can go, once, however often it is asked for; page by page', async () => {
    const body = { mapping: { steps: { b: 'archive' }, newRules: ['limit'] } };
    const asked = await migrate(body, { as: 'admin', key: 'once' });
    const again = await migrate(body, { as: 'admin', key: 'once' });
    expect(again.body.id).toBe(asked.body.id);
    expect((await migrate({ ...body, reason: '另一理由' }, { as: 'admin', key: 'once' })).body.code).toBe('idempotency.conflict');
    const done = await finished(asked.body.id);
    expect(done.body).toMatchObject({ total: 3, counts: { done: 3, refused: 0, pending: 0 } });
    const first = await api.get(`/migrations/${asked.body.id}?limit=2`, { as: 'admin' });
    const rest = await api.get(`/migrations/${asked.body.id}?limit=2&cursor=${first.body.results.next}`, { as: 'admin' });
    expect([...first.body.results.items, ...rest.body.results.items].map((r: { caseId: string }) => r.caseId).sort()).toEqual([atA, atB, elsewhere].sort());
    expect((await api.get('/processes/versioned/migrations', { as: 'admin' })).body.items.map((m: { dryRun: boolean }) => m.dryRun)).toEqual([false, true]);
    for (const id of [atA, atB, elsewhere]) expect((await api.shell.audit(id)).filter((e) => e.body.type === 'case.migrated')).toHaveLength(1);
    // The claim is kept, and the case finishes under the new version.
    expect((await view(atA)).body.tasks[0].assignee).toMatchObject({ id: 'lin' });
    await complete(atA);
    expect((await view(atA)).body.tasks[0]).toMatchObject({ node: 'archive' });
    await complete(atA);
    await complete(atB);
    for (const id of [atA, atB]) expect((await view(id)).body.status).toBe('closed');
    const later = await finished((await migrate({})).body.id);
    expect(later.body.total).toBe(0);
  });

  it('the timeline tells the migration, and what was before it in the words of its version', async () => {
    const { body } = await api.get(`/cases/${atB}/timeline`);
    const of = (type: string) => body.items.filter((e: { type: string }) => e.type === type).map((e: { summary: { zh: string } }) => e.summary.zh);
    expect(of('case.migrated')).toEqual(['管理员将案件由第 1 版流程迁移至第 2 版：办法修订']);
    expect(of('task.created')).toEqual([expect.stringContaining('“a”'), expect.stringContaining('“b”')]);
    expect(of('clock.rule-changed')[0]).toMatch(/由 10 个工作日 改为 20 个工作日，届满日由 .* 改为 /);
    const { body: why } = await api.get(`/cases/${elsewhere}`, { as: 'wu' });
    const explained = await api.get(`/cases/${elsewhere}/clocks/${why.clocks[0].clockNo}`, { as: 'wu' });
    expect(explained.body).toMatchObject({ clock: { budget: { amount: 20 } } });
    expect(explained.body.days.filter((d: { counted: boolean }) => d.counted)).toHaveLength(20);
  });

  it('as of an instant the case is on the version that it was on then, with its task and clock of then, masked as now, and nothing to do', async () => {
    const events = await api.shell.record(atB);
    const at = events.find((e) => e.body.type === 'case.migrated')!.at;
    const just = new Date(Date.parse(at) - 1).toISOString();
    const then = (await view(atB, 'lin', `?asOf=${just}`)).body;
    expect(then).toMatchObject({ status: 'open', number: expect.any(String), tasks: [{ node: 'b', offers: [], returnTo: [] }], offers: [], clocks: [{ budget: { amount: 10 }, status: 'running' }] });
    expect((await view(atB, 'lin', `?asOf=${at}`)).body).toMatchObject({ tasks: [{ node: 'archive' }], clocks: [{ budget: { amount: 20 } }] });
    expect((await view(atB, 'lin', `?asOf=${events.at(-1)!.at}`)).body).toMatchObject({ status: 'closed', clocks: [{ status: 'met' }] });
    expect((await view(atB, 'lin', '?asOf=2026-01-01T00:00:00Z')).body).toMatchObject({ status: 404, code: 'as-of.before' });
    expect((await view(atB, 'lin', '?asOf=2999-01-01T00:00:00Z')).body.code).toBe('request.invalid');
    expect((await view(atB, 'wu', `?asOf=${just}`)).body.code).toBe('case.not-found');
    expect((await view(atB, 'lin', '?asOf=yesterday')).status).toBe(400);
  });
});

describe('推演', () => {
  const ahead = (caseId: string, body: object, as = 'lin'): Promise<Answer> => api.post(`/cases/${caseId}/simulation`, body, { as });
  const inDays = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString();

  it('tells when lights turn and clocks break if nobody acts, and writes nothing anywhere', async () => {
    const caseId = await begin();
    const handle = api.shell.client.workflow.getHandle(caseId);
    const [record, history] = [await api.shell.record(caseId), (await handle.fetchHistory()).events?.length];
    const { status, body } = await ahead(caseId, { until: inDays(90) });
    expect(status).toBe(200);
    expect(body.happenings.map((h: { type: string; clock: string; light: string }) => [h.type, h.clock, h.light])).toEqual([['clock.warned', 'limit', 'red'], ['clock.breached', 'limit', 'breached']]);
    expect(body.then).toMatchObject({ status: 'open', steps: [{ step: 'a' }], clocks: [{ clock: 'limit', light: 'breached' }] });
    expect(await api.shell.record(caseId)).toEqual(record);
    expect((await handle.fetchHistory()).events?.length).toBe(history);
  });

  it('people act as supposed, on tasks that are still to come; what would be refused is named', async () => {
    const caseId = await begin();
    const { body } = await ahead(caseId, {
      until: inDays(90),
      moves: [
        { action: 'complete', at: inDays(3), step: 'archive', outcome: 'done' }, { action: 'complete', at: inDays(2), step: 'a', outcome: 'done', data: { opinion: '同意' } },
        { action: 'complete', at: inDays(4), step: 'a', outcome: 'done' },
      ],
    });
    expect(body.then).toMatchObject({ status: 'closed', outcome: 'done', steps: [], clocks: [] });
    expect(body.happenings.filter((h: { move?: number }) => h.move !== undefined).map((h: { type: string; move: number }) => [h.type, h.move])).toContainEqual(['task.completed', 1]);
    expect(body.refused).toMatchObject([{ move: 2, code: 'case.closed' }]);
  });

  it('is for who handles or supervises the case, and within bounds', async () => {
    const caseId = await begin();
    expect((await ahead(caseId, { until: inDays(1) }, 'supervisor')).status).toBe(200);
    expect((await ahead(caseId, { until: inDays(1) }, 'wu')).body.code).toBe('case.not-found');
    expect((await ahead(caseId, { until: inDays(1) }, 'admin')).body.code).toBe('case.not-found');
    expect((await ahead(caseId, { until: inDays(9_999) })).body.code).toBe('request.invalid');
    expect((await ahead(caseId, { until: inDays(1), moves: Array.from({ length: 51 }, () => ({ action: 'suspend', at: inDays(1) })) })).status).toBe(400);
    for (const step of ['__proto__', 'constructor', 'nowhere']) {
      const { status, body } = await ahead(caseId, { until: inDays(2), moves: [{ action: 'return', at: inDays(1), step: 'a', to: step }, { action: 'complete', at: inDays(1), step, outcome: 'done' }] });
      expect([status, body.refused.length]).toEqual([200, 2]);
    }
  });
});
