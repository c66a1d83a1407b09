import { beforeAll, describe, expect, it, vi } from 'vitest';
import { caseViewSchema, timelineSchema, explanationSchema, type CaseView, type TimelineEntry } from '../contracts/cases.ts';
import { registerDefinition } from '../db/definitions.ts';
import { productRecall } from '../processes/product-recall/definition.ts';
import { voluntaryReport, voluntarySteps } from '../test/faults/voluntary-recall.ts';
import { openApi, type TestApi } from '../test/support/api.ts';

let api: TestApi;
let caseId: string;
const see = async (as: string): Promise<CaseView> => caseViewSchema.parse((await api.get(`/cases/${caseId}`, { as })).body);
const timeline = async (as: string, query = ''): Promise<readonly TimelineEntry[]> => timelineSchema.parse((await api.get(`/cases/${caseId}/timeline${query}`, { as })).body).items;
/** Between two steps of people a service may be at work; the step opens when it is done. */
const open = (node: string): Promise<number> => vi.waitFor(async () => {
  const task = (await see('lin')).tasks.find((t) => t.node === node);
  if (!task) throw new Error(`the step ${node} is not open`);
  return task.task;
}, { timeout: 20_000 });
const complete = async (step: (typeof voluntarySteps)[number], comment?: string): Promise<void> => {
  const answer = await api.post(`/cases/${caseId}/tasks/${await open(step.node)}/complete`, { outcome: step.outcome, data: step.data, comment }, { as: step.person });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
};

beforeAll(async () => {
  api = await openApi();
  await registerDefinition(api.shell.database, productRecall);
  caseId = (await api.post('/cases', { process: 'product-recall', agency: 'gd-amr', data: voluntaryReport }, { as: 'chenguang' })).body.caseId;
  // Up to the assessment by the technical body, which then has the step.
  for (const step of voluntarySteps.slice(0, 5)) {
    const data = step.node === 'acceptance' ? { acceptanceOpinion: '拟受理，待核库存' } : step.data;
    await complete({ ...step, data }, step.person === 'lin' ? '同事参阅：材料齐备' : undefined);
  }
  await open('summary');
  const summary = (await api.get('/worklist', { as: 'chenguang' })).body.items[0];
  expect(summary).toMatchObject({ node: 'summary', poolName: (await see('chenguang')).tasks.find((t) => t.node === 'summary')?.poolName });
  await complete(voluntarySteps[5]!);
  await open('assessment');
  await api.post(`/cases/${caseId}/actions/comment`, { text: '内部提醒' }, { as: 'zhou' });
  await api.post(`/cases/${caseId}/actions/comment`, { text: '企业留言' }, { as: 'chenguang' });
});

describe('a case', () => {
  it('offers each person what they may do, and says why not the rest', async () => {
    const offers = async (as: string) => Object.fromEntries((await see(as)).tasks[0]!.offers.map((o) => [o.action, o.allowed ? true : o.why]));
    expect(await offers('tang')).toEqual({
      claim: true, release: 'task.not-yours', complete: true, return: true, transfer: true, delegate: true, resolve: 'task.not-delegated', recall: 'task.not-delegated', urge: true, 'add-step': true,
    });
    expect(await offers('lin')).toEqual({
      claim: 'forbidden.pool', release: 'task.not-yours', complete: 'forbidden.pool', return: 'forbidden.pool', transfer: 'forbidden.pool', delegate: 'forbidden.pool', resolve: 'task.not-delegated',
      recall: 'task.not-delegated', urge: true, 'add-step': 'forbidden.pool',
    });
    const onCase = async (as: string) => Object.fromEntries((await see(as)).offers.map((o) => [o.action, o.allowed ? true : o.why]));
    expect(await onCase('huang')).toMatchObject({ comment: true, suspend: true, resume: 'case.not-suspended', terminate: true, withdraw: 'withdraw.not-yours', copy: true, recuse: true });
    expect(await onCase('chenguang')).toMatchObject({ comment: true, suspend: 'forbidden.manage', resume: 'forbidden.manage', terminate: 'forbidden.manage', withdraw: 'withdraw.acted', copy: 'forbidden.party', recuse: 'forbidden.party' });
    expect(await onCase('supervisor')).toMatchObject({ comment: 'forbidden.manage' });
  });

  it('shows a form with its values to who oversees it; to a party, that the step is open and at whom', async () => {
    const forOfficer = (await see('lin')).tasks[0]!;
    expect(forOfficer.form.length).toBeGreaterThan(0);
    expect(forOfficer.form.find((f) => f.use === 'read' && f.value !== undefined)).toBeDefined();
    expect((await see('chenguang')).tasks[0]).toMatchObject({ node: 'assessment', poolName: forOfficer.poolName, form: [], outcomes: [], offers: [] });
  });

  it('masks personal data for who has no need to know it', async () => {
    const contact = async (as: string) => (await see(as)).dossier.find((f) => f.name === 'contactPhone');
    expect(await contact('lin')).toMatchObject({ value: '13800138000' });
    expect(await contact('chenguang')).toMatchObject({ value: '13800138000' });
    expect(await contact('supervisor')).toMatchObject({ value: '13800138000' });
    const masked = await contact('tang');
    expect(masked).toMatchObject({ masked: true });
    expect(masked).not.toHaveProperty('value');
    expect(JSON.stringify([await see('tang'), await timeline('tang')]).includes('13800138000')).toBe(false);
    expect((await see('tang')).dossier.find((f) => f.name === 'contactName')).toMatchObject({ masked: true });
  });

  it('shows a party what its own forms show, not the working papers', async () => {
    const fields = new Set((await see('chenguang')).dossier.map((f) => f.name));
    expect(fields).toContain('planScope');
    expect(fields).not.toContain('acceptanceOpinion');
    const agency = (await see('lin')).dossier.find((f) => f.name === 'decidingAgency');
    expect(agency?.options?.find((o) => o.value === agency.value)?.label.zh).toBe('广东省市场监督管理局');
    expect((await see('lin')).dossier.map((f) => f.name)).toContain('acceptanceOpinion');
  });

  it('names the steps done, those under way, and those that may still come; roads not taken are left out', async () => {
    const steps = (await see('lin')).progress;
    expect(steps.find((s) => s.node === 'acceptance')).toMatchObject({ state: 'done', by: '林晓', times: 1, outcomeName: { zh: '受理' } });
    expect(steps.find((s) => s.node === 'assessment')).toMatchObject({ state: 'current', poolName: { zh: '广东省缺陷产品召回技术机构技术机构人员' } });
    expect(steps.find((s) => s.node === 'closing')).toMatchObject({ state: 'waiting' });
    expect(steps.find((s) => s.node === 'forwarding')).toBeUndefined();
    expect((await see('chenguang')).progress.find((s) => s.node === 'acceptance')).not.toHaveProperty('outcomeName');
  });

  it('agrees with the lists that show it', async () => {
    const shown = await see('tang');
    const [listed] = (await api.get('/cases?status=open', { as: 'tang' })).body.items;
    expect(shown).toMatchObject(listed);
    const [item] = (await api.get('/worklist', { as: 'tang' })).body.items;
    expect(item).toMatchObject({ caseId, task: shown.tasks[0]!.task, name: shown.tasks[0]!.name, poolName: shown.tasks[0]!.poolName, case: listed, dueDay: shown.dueDay, light: shown.light });
    expect((await api.get('/worklist/counts', { as: 'tang' })).body).toMatchObject({ all: 1, mine: 0, pool: 1 });
    expect((await api.get('/worklist', { as: 'lin' })).body.items).toEqual([]);
    expect((await api.get(`/cases?q=${encodeURIComponent('水壶')}`, { as: 'huang' })).body.items).toHaveLength(1);
  });
});

describe('the timeline', () => {
  it('has one sentence for each event, without the mechanics, in both languages', async () => {
    const entries = await timeline('lin');
    expect(entries.map((e) => e.seq)).toEqual(entries.map((e) => e.seq).toSorted((a, b) => a - b));
    expect(entries.filter((e) => e.type.startsWith('token.'))).toEqual([]);
    for (const { summary } of entries) for (const part of [summary.zh, summary.en]) expect(part).not.toMatch(/undefined|\[object|^\s*$/);
    expect(entries.map((e) => e.summary.zh)).toContain('林晓办理“受理审查”：受理');
    expect(entries.map((e) => e.summary.en)).toContain('林晓 completed "Acceptance": Accepted');
    expect(entries[0]).toMatchObject({ type: 'case.started', actor: { kind: 'person', name: '梁雪', as: { zh: '生产者' } } });
    expect(entries[0]!.changes.find((c) => c.field === 'productName')).toEqual({ field: 'productName', label: expect.anything(), old: null, new: '电热水壶' });
  });

  it('keeps from a party what officers write for one another and how they decide', async () => {
    const [officers, party] = [await timeline('lin'), await timeline('chenguang')];
    const says = (entries: readonly TimelineEntry[], what: string): boolean => JSON.stringify(entries).includes(what);
    expect(says(officers, '内部提醒')).toBe(true);
    expect(officers.filter((e) => e.comment === '同事参阅：材料齐备').length).toBeGreaterThan(0);
    expect(says(party, '企业留言')).toBe(true);
    for (const secret of ['内部提醒', '同事参阅', '待核库存', '林晓办理“受理审查”：受理']) expect(says(party, secret), secret).toBe(false);
    expect(party.map((e) => e.summary.zh)).toContain('“受理审查”已办理');
  });

  it('comes in pages that together are the whole', async () => {
    const whole = await timeline('lin');
    const pages: TimelineEntry[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page = timelineSchema.parse((await api.get(`/cases/${caseId}/timeline?limit=7&after=${after}`)).body);
      pages.push(...page.items);
      after = page.next;
    }
    expect(pages).toEqual(whole);
  });

  it('carries the hashes by which the record is verified', async () => {
    const record = await api.shell.record(caseId);
    for (const entry of await timeline('lin')) expect(entry.hash).toBe(record[entry.seq - 1]!.hash);
  });
});

describe('clocks', () => {
  it('explain every day from the event to the due day, running or stopped', async () => {
    const { items } = (await api.get(`/cases/${caseId}/clocks`)).body;
    expect(items.length).toBeGreaterThan(2);
    expect(new Set(items.map((c: { status: string }) => c.status)).size).toBeGreaterThan(1);
    for (const clock of items) {
      const answer = await api.get(`/cases/${caseId}/clocks/${clock.clockNo}`);
      const explanation = explanationSchema.parse(answer.body);
      expect(explanation.clock).toEqual(clock);
      expect(explanation.days.at(-1)?.day).toBe(clock.dueDay);
      expect(explanation.notices.length).toBeGreaterThan(0);
      if (clock.budget.unit === 'working-day') expect(Math.max(...explanation.days.map((d) => d.n ?? 0))).toBe(clock.budget.amount);
    }
    expect((await api.get(`/cases/${caseId}/clocks/9999`)).body.code).toBe('not-found');
  });
});

describe('notices and publications', () => {
  it('reach those they are for, are read by each for themselves, and are counted', async () => {
    const before = (await api.get('/notices')).body;
    const [notice] = before.items;
    expect(notice).toMatchObject({ caseId, readAt: null });
    expect((await api.post(`/notices/${encodeURIComponent(notice.id)}/read`, {}, { as: 'haichuan' })).status).toBe(404);
    expect((await api.post(`/notices/${encodeURIComponent(notice.id)}/read`, {})).status).toBe(200);
    const after = (await api.get('/notices')).body;
    expect(after.unread).toBe(before.unread - 1);
    expect(after.items.find((n: { id: string }) => n.id === notice.id).readAt).not.toBeNull();
    expect((await api.get('/notices', { as: 'zhou' })).body.unread).toBe(before.unread);
  });

  it('are published without sign-in', async () => {
    await expect.poll(async () => (await api.get('/publications', { as: null })).body.items.length, { timeout: 20_000 }).toBeGreaterThan(0);
    const [publication] = (await api.get('/publications?limit=1', { as: null })).body.items;
    expect(publication).toMatchObject({ agencyName: { zh: '广东省市场监督管理局' } });
    expect(JSON.stringify(publication)).not.toContain('13800138000');
  });
});

describe('what one may start', () => {
  it('is listed with its form and the agencies that take it', async () => {
    const startable = async (as: string) => (await api.get('/processes', { as })).body.items.map((p: { key: string; startable: boolean }) => [p.key, p.startable]);
    expect(await startable('chenguang')).toEqual([['product-recall', true]]);
    expect(await startable('supervisor')).toEqual([['product-recall', false]]);
    const forOfficer = (await api.get('/processes/product-recall', { as: 'wu' })).body;
    expect(forOfficer.agencies).toEqual([{ id: 'gz-amr', name: expect.anything(), region: '440100' }]);
    expect(forOfficer.startForm.map((f: { name: string }) => f.name)).toEqual(Object.keys(productRecall.startForm));
    expect((await api.get('/processes/product-recall', { as: 'chenguang' })).body.agencies.length).toBeGreaterThan(3);
    expect((await api.get('/processes/nothing')).body.code).toBe('process.not-found');
  });

  it('depends on who one is', async () => {
    const kinds = await Promise.all(['lin', 'chenguang', 'citizen', 'supervisor', 'admin'].map(async (as) => (await api.get('/me', { as })).body.kind));
    expect(kinds).toEqual(['officer', 'enterprise', 'citizen', 'supervisor', 'administrator']);
    await expect.poll(async () => (await api.shell.database.pool.query(`select name from people where id = 'citizen'`)).rows).toEqual([{ name: '陈伟' }]);
  });
});
