/** 退回、转办、委派、代理、批量、催办、抄送 over HTTP, by people of two agencies. */
import { beforeAll, describe, expect, it } from 'vitest';
import { registerDefinition } from '../db/definitions.ts';
import { rememberPerson } from '../db/queries/people.ts';
import { demoPeople } from '../cli/demo/people.ts';
import { openApi, type TestApi } from '../test/support/api.ts';
import { officeWork } from '../test/support/office-work.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
  await registerDefinition(api.shell.database, officeWork);
  for (const person of demoPeople) await rememberPerson(api.shell.database, person, new Date().toISOString());
});

const begin = async (): Promise<{ id: string; task: number }> => {
  const id = (await api.post('/cases', { process: 'office-work', agency: 'gd-amr', data: {} })).body.caseId;
  return { id, task: (await view(id)).tasks[0].task };
};
const view = async (id: string, as = 'lin') => (await api.get(`/cases/${id}`, { as })).body;
const onTask = (id: string, task: number, action: string, body: object, as = 'lin', key?: string) => api.post(`/cases/${id}/tasks/${task}/${action}`, body, { as, ...(key ? { key } : {}) });
const onCase = (id: string, action: string, body: object, as = 'lin') => api.post(`/cases/${id}/actions/${action}`, body, { as });
const offered = (of: { offers: { action: string; allowed: boolean }[] }): string[] => of.offers.filter((o) => o.allowed).map((o) => o.action).sort();

describe('a step goes back', () => {
  it('is returned to who did it, who sees why; what was decided in between is asked anew', async () => {
    const { id, task } = await begin();
    await onTask(id, task, 'complete', { outcome: 'done' });
    const review = (await view(id, 'zhou')).tasks[0];
    expect(offered(review)).toContain('return');
    expect(review.returnTo).toEqual([{ node: 'examine', name: { zh: '审查', en: 'Examination' } }]);
    expect((await onTask(id, review.task, 'return', { to: 'examine', reason: '事实不清' }, 'zhou')).status).toBe(200);
    expect((await view(id)).tasks).toMatchObject([{ node: 'examine', assignee: { id: 'lin' } }]);
    const { items } = (await api.get(`/cases/${id}/timeline`)).body;
    expect(items.find((e: { type: string }) => e.type === 'step.returned').summary.zh).toBe('周敏由“复核”退回“审查”，其后环节重新办理：事实不清');
    expect((await onTask(id, (await view(id)).tasks[0].task, 'return', { to: 'review', reason: 'x' })).body.code).toBe('return.not-done');
  });
  it('拿回 by who completed it; 撤回 by who started it', async () => {
    const { id, task } = await begin();
    await onTask(id, task, 'complete', { outcome: 'done' });
    expect((await view(id)).reclaimable).toMatchObject([{ node: 'examine' }]);
    expect((await view(id, 'zhou')).reclaimable).toEqual([]);
    expect((await onCase(id, 'reclaim', { node: 'examine', reason: '漏填' }, 'zhou')).body.code).toBe('reclaim.not-yours');
    expect((await onCase(id, 'reclaim', { node: 'examine', reason: '漏填' })).status).toBe(200);
    expect((await onCase(id, 'withdraw', { reason: '重复' })).body.code).toBe('withdraw.acted');
    const fresh = await begin();
    await onCase(fresh.id, 'withdraw', { reason: '重复' });
    expect(await view(fresh.id)).toMatchObject({ status: 'closed', outcome: 'withdrawn', outcomeName: { zh: '撤回', en: 'Withdrawn' } });
  });
});

describe('a task changes hands', () => {
  it('the directory knows to whom it can be handed', async () => {
    const { id, task } = await begin();
    const { items } = (await api.get(`/cases/${id}/tasks/${task}/colleagues`)).body;
    expect(items.filter((c: { takes: boolean }) => c.takes).map((c: { id: string }) => c.id)).toContain('zhou');
    expect(items.map((c: { id: string }) => c.id)).not.toContain('wu');
    expect(items.find((c: { id: string }) => c.id === 'huang')).toMatchObject({ takes: false, posts: [{ zh: '广东省市场监督管理局审核人' }] });
  });
  it('转办: what the other may do is asked of the directory, never of the request', async () => {
    const { id, task } = await begin();
    expect((await onTask(id, task, 'transfer', { to: 'nobody', reason: '出差' })).body.code).toBe('person.unknown');
    expect((await onTask(id, task, 'transfer', { to: 'wu', reason: '出差' })).body).toMatchObject({ code: 'task.not-eligible', params: { why: 'forbidden.pool' } });
    expect((await onTask(id, task, 'transfer', { reason: '出差' })).status).toBe(400);
    expect((await onTask(id, task, 'transfer', { to: 'zhou', reason: '出差' }, 'lin', 'once')).status).toBe(200);
    expect((await onTask(id, task, 'transfer', { to: 'zhou', reason: '出差' }, 'lin', 'once')).status).toBe(200);
    expect((await onTask(id, task, 'transfer', { to: 'lin', reason: '出差' }, 'lin', 'once')).body.code).toBe('idempotency.conflict');
    expect((await api.get('/worklist?scope=mine', { as: 'zhou' })).body.items.map((i: { caseId: string }) => i.caseId)).toContain(id);
  });
  it('委派: it comes back with what was prepared', async () => {
    const { id, task } = await begin();
    await onTask(id, task, 'claim', {});
    await onTask(id, task, 'delegate', { to: 'huang', reason: '请起草' });
    expect((await view(id)).tasks[0]).toMatchObject({ assignee: { id: 'huang' }, owner: { id: 'lin' } });
    expect(offered((await view(id, 'huang')).tasks[0])).toContain('resolve');
    await onTask(id, task, 'resolve', { data: { opinion: '建议准予' } }, 'huang');
    expect((await view(id)).tasks[0]).toMatchObject({ assignee: { id: 'lin' }, owner: null });
    expect((await view(id)).dossier).toMatchObject([{ name: 'opinion', value: '建议准予' }]);
  });
  it('代理: while somebody is away another acts in their stead, and the record says for whom', async () => {
    const { id, task } = await begin();
    await onTask(id, task, 'claim', {});
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect((await api.post('/substitutions', { absent: 'lin', substitute: 'wu', fromDay: today, untilDay: today, reason: '休假' }, { as: 'zhou' })).status).toBe(403);
    expect((await api.post('/substitutions', { substitute: 'wu', fromDay: today, untilDay: today, reason: '休假' })).body.code).toBe('substitution.elsewhere');
    // Of the same agency, in another post: what the absent may do is what counts.
    await api.get('/me', { as: 'admin' });
    const made = (await api.post('/substitutions', { substitute: 'admin', fromDay: today, untilDay: today, reason: '休假' }, { key: 'leave' })).body;
    expect((await api.post('/substitutions', { substitute: 'admin', fromDay: today, untilDay: today, reason: '休假' }, { key: 'leave' })).body.id).toBe(made.id);
    expect((await api.post('/substitutions', { substitute: 'admin', fromDay: today, untilDay: today, reason: '再次' })).body.code).toBe('substitution.invalid');
    await expect.poll(async () => (await api.get(`/cases/${id}`, { as: 'admin' })).status, { timeout: 15_000 }).toBe(200);
    expect((await api.get('/worklist?scope=mine', { as: 'admin' })).body.items.map((i: { caseId: string }) => i.caseId)).toContain(id);
    expect((await onTask(id, task, 'complete', { outcome: 'done' }, 'admin')).status).toBe(200);
    const { items } = (await api.get(`/cases/${id}/timeline`)).body;
    expect(items.find((e: { type: string }) => e.type === 'task.completed').summary.zh).toContain('管理员（代林晓）');
    expect((await api.post(`/substitutions/${made.id}/revoke`, {})).body.state).toBe('revoked');
    await expect.poll(async () => (await api.get(`/cases/${id}`, { as: 'admin' })).status, { timeout: 15_000 }).toBe(404);
  });
  it('无人在岗: what waits for a post that nobody holds is shown to who manages the agency, and handed on by them', async () => {
    const { id } = await begin();
    const nobodys = async (as: string) => (await api.get('/worklist?scope=unstaffed', { as })).body.items.map((i: { caseId: string }) => i.caseId);
    // Officers of the agency are in the directory as soon as they have signed in once.
    await api.get('/me', { as: 'lin' });
    expect(await nobodys('he')).not.toContain(id);
    const { rows: gone } = await api.shell.database.pool.query(`delete from people where posts @> '[{"role": "officer", "agency": "gd-amr"}]' returning *`);
    expect(await nobodys('he')).toContain(id);
    expect((await api.get('/worklist/counts', { as: 'he' })).body.unstaffed).toBeGreaterThan(0);
    expect([await nobodys('feng'), await nobodys('tang')]).toEqual([[], []]);
    const [task] = (await view(id, 'he')).tasks;
    expect((await onTask(id, task.task, 'transfer', { pool: 'section-head@gd-amr', reason: '岗位空缺' }, 'he')).status).toBe(200);
    await api.get('/me', { as: 'huang' });
    expect(await nobodys('he')).not.toContain(id);
    await api.shell.database.pool.query('insert into people select * from jsonb_populate_recordset(null::people, $1::jsonb)', [JSON.stringify(gone)]);
  });
  it('批注: who is mentioned is told, and only who can read it', async () => {
    const { id } = await begin();
    for (const as of ['zhou', 'wu', 'lin']) await api.get('/me', { as });
    const comment = (mentions: readonly string[]) => api.post(`/cases/${id}/actions/comment`, { text: '请核对报告编号', mentions }, { as: 'lin' });
    expect((await comment(['wu'])).body).toMatchObject({ code: 'mention.cannot-see', params: { person: '吴倩' } });
    expect((await comment(['zhou'])).status).toBe(200);
    expect((await api.get('/notices', { as: 'zhou' })).body.items.map((n: { subject: { zh: string } }) => n.subject.zh)).toContain('批注中提到了您');
  });
  it('批量 and 离职转办: each case for itself, the refusals with their reason', async () => {
    const cases = await Promise.all([begin(), begin(), begin()]);
    const items = cases.map(({ id, task }) => ({ caseId: id, task }));
    await onTask(items[1]!.caseId, items[1]!.task, 'claim', {}, 'zhou');
    const claimed = (await api.post('/worklist/bulk', { action: 'claim', items })).body;
    expect(claimed).toMatchObject({ done: 2, items: [{ status: 'done' }, { status: 'refused', problem: { code: 'task.claimed-by-other' } }, { status: 'done' }] });
    expect((await api.post('/handovers', { from: 'lin', to: 'zhou', reason: '离职' }, { as: 'zhou' })).status).toBe(403);
    const handed = (await api.post('/handovers', { from: 'lin', to: 'zhou', reason: '离职' }, { as: 'huang' })).body;
    expect(handed.items.filter((i: { status: string }) => i.status === 'refused')).toEqual([]);
    for (const { caseId } of items) expect((await view(caseId)).tasks[0].assignee.id).toBe('zhou');
    expect((await api.post('/handovers', { from: 'lin', to: 'zhou', reason: '离职' }, { as: 'huang' })).body).toEqual({ done: 0, items: [], more: false });
  });
});

describe('others are told', () => {
  it('催办 reaches who has the task, 抄送 whom it is for, with proof of reading', async () => {
    const { id, task } = await begin();
    await onTask(id, task, 'claim', {});
    expect((await onTask(id, task, 'urge', { text: '请尽快' }, 'supervisor')).status).toBe(200);
    expect((await onTask(id, task, 'urge', {}, 'supervisor')).status).toBe(429);
    expect((await api.get('/notices')).body.items[0]).toMatchObject({ caseId: id, subject: { zh: '催办：审查' } });
    expect((await api.get('/notices', { as: 'zhou' })).body.items.filter((n: { caseId: string }) => n.caseId === id)).toEqual([]);
    expect((await api.get(`/cases/${id}`, { as: 'deng' })).status).toBe(404);
    await onCase(id, 'copy', { to: [{ pool: 'section-head@gz-amr', person: 'deng' }], text: '供参考' });
    const [copy] = (await view(id, 'deng')).copies;
    expect((await onCase(id, 'read-copy', { copy }, 'deng')).status).toBe(200);
    expect((await view(id, 'deng')).copies).toEqual([]);
    expect((await onCase(id, 'copy', { to: [{ pool: 'nobody@nowhere' }] })).body.code).toBe('signing.unknown-pool');
  });
});

describe('more time, and steps of this case alone', () => {
  it('延期 is asked by who has the duty, decided by whom the definition names', async () => {
    const { id } = await begin();
    const clock = (await view(id)).clocks[0];
    expect(clock.extension).toMatchObject({ budget: { amount: 5, unit: 'working-day' }, grants: false, approverName: { zh: '广东省市场监督管理局审核人' } });
    expect((await onCase(id, 'extend', { clockNo: clock.clockNo, reason: '案情复杂' })).status).toBe(200);
    expect((await onCase(id, 'extend', { clockNo: clock.clockNo, reason: '案情复杂' })).body.code).toBe('clock.pending');
    const request = (await view(id, 'huang')).tasks.find((t: { side: unknown }) => t.side);
    expect(request).toMatchObject({ side: { kind: 'extension', title: { zh: '延期审批：办理时限延长 5 个工作日' } }, outcomes: [{ id: 'granted' }, { id: 'refused' }], form: [] });
    await onTask(id, request.task, 'complete', { outcome: 'granted' }, 'huang');
    const after = (await view(id)).clocks[0];
    expect(after.dueDay > clock.dueDay).toBe(true);
    expect((await api.get(`/cases/${id}/clocks/${clock.clockNo}`)).body.extensions).toMatchObject([{ by: '黄志强', reason: '案情复杂' }]);
  });
  it('临时环节 is done by its post before the step goes on; 回避 bars who is partial', async () => {
    const { id, task } = await begin();
    await onTask(id, task, 'claim', {});
    await onTask(id, task, 'add-step', { pool: 'section-head@gd-amr', title: '法制审核', instructions: '请核对' });
    expect((await onTask(id, task, 'complete', { outcome: 'done' })).body.code).toBe('task.waits');
    const listed = (await api.get('/worklist?scope=pool', { as: 'huang' })).body.items.find((i: { caseId: string }) => i.caseId === id);
    expect(listed.name).toEqual({ zh: '法制审核', en: '法制审核' });
    await onTask(id, listed.task, 'complete', { outcome: 'done', comment: '无异议' }, 'huang');
    await onCase(id, 'recuse', { person: 'lin', reason: '近亲属' }, 'huang');
    expect((await onTask(id, task, 'complete', { outcome: 'done' })).body.code).toBe('forbidden.recused');
    expect((await view(id)).tasks[0].assignee).toBeNull();
    expect((await onTask(id, task, 'complete', { outcome: 'done' }, 'zhou')).status).toBe(200);
  });
});
