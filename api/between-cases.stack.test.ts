/** 案件之间 over HTTP: a chain of cases that opens, is walked from either end, merged, split, suspended, opened again; by people of two agencies. */
import { beforeAll, describe, expect, it } from 'vitest';
import { registerDefinition } from '../db/definitions.ts';
import { checkCalls, checkDefinition } from '../domain/model/check.ts';
import { field } from '../domain/model/builder-fields.ts';
import type { CallActivity, Node, ProcessDefinition } from '../domain/model/types.ts';
import { text } from '../domain/text.ts';
import { definition, end, flow, start, userTask } from '../test/engine/models.ts';
import { openApi, type TestApi } from '../test/support/api.ts';
import { until } from '../test/support/until.ts';

const roles = { officer: text('承办人', 'Officer'), 'section-head': text('审核人', 'Section head') };
const fields = { matter: field.text('事项', 'Matter'), finding: field.text('结论', 'Finding'), tip: field.text('举报人', 'Who reported', { personal: true }) };
const base = { roles, fields, startForm: { matter: 'required', tip: 'optional' }, title: 'matter', outcomes: { done: text('办结', 'Done') } } satisfies Partial<ProcessDefinition>;
const step = (id: string, zh: string) => userTask(id, ['done'], { name: text(zh, id), form: { finding: 'optional' } });
const transfer = definition([start, step('verify', '核查'), end()], [flow('start', 'verify'), flow('verify', 'end')], { ...base, key: 'transfer', numberWord: '移', name: text('移送', 'Transfer') });
const calls = (id: string, more: Partial<CallActivity>): CallActivity => ({ id, type: 'callActivity', name: text('另案', id), process: 'transfer', input: { matter: 'matter' }, ...more });
const enforcement = definition(
  [start, step('investigate', '调查'), calls('police', { agency: { kind: 'fixed', agency: 'gz-amr' }, output: { finding: 'child.data.finding' } }), step('decide', '决定'), end()],
  [flow('start', 'investigate'), flow('investigate', 'police'), flow('police', 'decide'), flow('decide', 'end')],
  { ...base, key: 'enforcement-sample', numberWord: '罚', name: text('查处', 'Enforcement') });
const report = definition(
  [start, step('check', '核查'), calls('lead', { process: 'enforcement-sample', wait: false, input: { matter: 'matter', tip: 'tip' } }), step('reply', '答复'), end()],
  [flow('start', 'check'), flow('check', 'lead'), flow('lead', 'reply'), flow('reply', 'end')],
  { ...base, key: 'report-sample', numberWord: '举', name: text('举报', 'Report') });
const ofFirm: ProcessDefinition = {
  ...report, key: 'report-firm', parties: { firm: { name: text('企业', 'Firm'), usccField: 'firm' } }, fields: { ...fields, firm: field.uscc('代码', 'Code') }, startForm: { matter: 'required', firm: 'required' },
};
const asking: Node = { id: 'ask', type: 'serviceTask', name: text('通知', 'Tell'), service: 'message.send', input: { to: '"related"', message: '"reply"', data: '{finding: finding}' }, output: { tip: 'reason' } };
const sender = definition([start, step('write', '拟稿'), asking, step('after', '其后'), end()], [flow('start', 'write'), flow('write', 'ask'), flow('ask', 'after'), flow('after', 'end')], { ...base, key: 'sender-sample', numberWord: '发' });
const waiter = definition(
  [start, { id: 'reply', type: 'catchEvent', name: text('等待答复', 'Reply'), on: { kind: 'message', message: 'reply', form: { finding: 'required' } } }, step('after', '其后'), end()],
  [flow('start', 'reply'), flow('reply', 'after'), flow('after', 'end')], { ...base, key: 'waiter-sample', numberWord: '收' });
const insisting: Node = { ...asking, id: 'ask', service: 'message.deliver' };
const insister = definition([start, step('write', '拟稿'), insisting, step('after', '其后'), end()], [flow('start', 'write'), flow('write', 'ask'), flow('ask', 'after'), flow('after', 'end')], { ...base, key: 'insister-sample', numberWord: '达' });
const busy = definition(
  [start, step('prepare', '准备'), { id: 'reply', type: 'catchEvent', name: text('等待答复', 'Reply'), on: { kind: 'message', message: 'reply', form: { finding: 'required' } } }, step('after', '其后'), end()],
  [flow('start', 'prepare'), flow('prepare', 'reply'), flow('reply', 'after'), flow('after', 'end')], { ...base, key: 'busy-sample', numberWord: '忙' });
const alarm = definition(
  [start, step('write', '拟稿'), { id: 'alert', type: 'serviceTask', name: text('预警', 'Alert'), service: 'signal.broadcast', input: { signal: '"recall-alert"', data: '{finding: finding, unasked: "x"}' } }, step('after', '其后'), end()],
  [flow('start', 'write'), flow('write', 'alert'), flow('alert', 'after'), flow('after', 'end')], { ...base, key: 'alarm-sample', numberWord: '警' });
const hearer = definition(
  [start, { id: 'heard', type: 'catchEvent', name: text('预警信号', 'Alert'), on: { kind: 'signal', signal: 'recall-alert', form: { finding: 'optional' } } }, step('after', '其后'), end()],
  [flow('start', 'heard'), flow('heard', 'after'), flow('after', 'end')], { ...base, key: 'hearer-sample', numberWord: '听' });
const all = [alarm, busy, hearer, insister, ofFirm, transfer, enforcement, report, sender, waiter];

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
  for (const model of all) {
    expect(checkDefinition(model)).toEqual([]);
    expect(checkCalls(model, all)).toEqual([]);
    await registerDefinition(api.shell.database, model);
  }
});

const begin = async (process: string, data = {}): Promise<string> => {
  const { status, body } = await api.post('/cases', { process, agency: 'gd-amr', data: { matter: '甲', ...data } });
  expect([status, body.code]).toEqual([201, undefined]);
  return body.caseId;
};
const view = async (id: string, as = 'lin') => (await api.get(`/cases/${id}`, { as })).body;
const links = async (id: string, as = 'lin', depth = 1) => (await api.get(`/cases/${id}/links?depth=${depth}`, { as })).body;
const onCase = (id: string, action: string, body: object, as = 'huang', key?: string) => api.post(`/cases/${id}/actions/${action}`, body, { as, ...(key ? { key } : {}) });
const stands = (id: string, node: string, as = 'lin') => until(async () => (await view(id, as)).tasks.find((t: { node: string }) => t.node === node) ?? null);
const complete = async (id: string, node: string, data = {}, as = 'lin') => {
  const { task } = await stands(id, node, as);
  expect((await api.post(`/cases/${id}/tasks/${task}/complete`, { outcome: 'done', data }, { as })).status).toBe(200);
};
const linked = (id: string, relation: string, as = 'lin'): Promise<string> =>
  until(async () => (await links(id, as)).items.find((l: { relation: string }) => l.relation === relation)?.case?.id ?? null);

describe('report → enforcement → transfer to another agency and back', () => {
  it('is one chain that a supervisor walks from either end; an officer sees of the other agency that there is a case, not which', async () => {
    const first = await begin('report-sample', { tip: '张三' });
    await complete(first, 'check');
    await stands(first, 'reply');
    const second = await linked(first, 'lead');
    expect((await view(second)).dossier.find((d: { name: string }) => d.name === 'tip')).toMatchObject({ value: '张三' });
    await complete(second, 'investigate');
    const third = await linked(second, 'child', 'supervisor');
    expect((await view(third, 'wu')).number).toMatch(/移/);
    // 承办机关 of the other end.
    await complete(third, 'verify', { finding: '已立案' }, 'wu');
    await stands(second, 'decide');
    expect((await view(second)).dossier.find((d: { name: string }) => d.name === 'finding')).toMatchObject({ value: '已立案' });

    const ids = async (id: string, as: string, depth: number) => (await links(id, as, depth)).items.map((l: { from: string; relation: string; depth: number; case: { id: string } | null }) => [l.from, l.relation, l.depth, l.case?.id ?? null]);
    expect(await ids(first, 'supervisor', 3)).toEqual([[first, 'lead', 1, second], [second, 'child', 2, third]]);
    expect(await ids(third, 'supervisor', 3)).toEqual([[third, 'parent', 1, second], [second, 'lead-from', 2, first]]);
    expect(await ids(third, 'supervisor', 1)).toEqual([[third, 'parent', 1, second]]);
    expect(await ids(second, 'lin', 3)).toEqual([[second, 'lead-from', 1, first], [second, 'child', 1, null]]);
    expect(await ids(third, 'wu', 3)).toEqual([[third, 'parent', 1, null]]);
    for (const id of [first, second, third]) expect((await api.get(`/cases/${id}/verification`, { as: 'supervisor' })).body.intact).toBe(true);
    // The timeline of one agency's case does not tell the number or title of the other's.
    const told = JSON.stringify((await api.get(`/cases/${third}/timeline`, { as: 'wu' })).body);
    expect(told).not.toContain((await view(second)).number);
    expect((await api.get(`/cases/${third}/links`, { as: 'chenguang' })).status).toBe(404);
  });

  it('a party is told neither that a lead was passed on nor that there is another case', async () => {
    const firm = '91440605MA4W2Q7H9C';
    const filed = await api.post('/cases', { process: 'report-firm', agency: 'gd-amr', data: { matter: '乙', firm } });
    expect(filed.status).toBe(201);
    const id = filed.body.caseId;
    await complete(id, 'check');
    await stands(id, 'reply');
    expect((await links(id, 'lin')).items).toMatchObject([{ relation: 'lead' }]);
    expect((await links(id, 'chenguang'))).toMatchObject({ items: [], calls: [], actions: [] });
    const types = async (as: string): Promise<string[]> => (await api.get(`/cases/${id}/timeline`, { as })).body.items.map((e: { type: string }) => e.type);
    expect(await types('lin')).toEqual(expect.arrayContaining(['case.linked', 'opening.requested', 'call.completed']));
    expect((await types('chenguang')).filter((type) => /^(opening|call|errand)|linked/.test(type))).toEqual([]);
    expect((await types('chenguang'))).toContain('case.started');
  });

  it('suspending goes down to the case that is waited for, in the name of who decided it', async () => {
    const parent = await begin('enforcement-sample');
    await complete(parent, 'investigate');
    const other = await linked(parent, 'child', 'supervisor');
    expect((await onCase(parent, 'suspend', { reason: '等待司法鉴定' })).status).toBe(200);
    await until(async () => ((await view(other, 'wu')).status === 'suspended' ? true : null));
    const { items } = (await api.get(`/cases/${other}/timeline`, { as: 'wu' })).body;
    expect(items.find((e: { type: string }) => e.type === 'case.suspended').summary.zh).toBe('随发起本案的案件（黄志强决定），中止案件：等待司法鉴定');
    await onCase(parent, 'resume', {});
    await until(async () => ((await view(other, 'wu')).status === 'open' ? true : null));
    await onCase(parent, 'terminate', { reason: '撤案' });
    await until(async () => ((await view(other, 'wu')).status === 'closed' ? true : null));
    expect(await view(other, 'wu')).toMatchObject({ outcome: 'terminated' });
  });
});

describe('links', () => {
  it('are made by who manages the case, with a case that they may see, and stand on both sides', async () => {
    const [a, b] = [await begin('transfer'), await begin('transfer')];
    const { number } = await view(b);
    expect((await onCase(a, 'link', { case: number, reason: '同一企业' }, 'lin')).body.code).toBe('forbidden.manage');
    expect((await onCase(a, 'link', { case: '不存在', reason: '同一企业' })).body.code).toBe('link.no-case');
    const elsewhere = (await api.post('/cases', { process: 'transfer', agency: 'gz-amr', data: { matter: '乙' } }, { as: 'wu' })).body.caseId;
    expect((await onCase(a, 'link', { case: elsewhere, reason: '同一企业' })).body.code).toBe('link.no-case');
    expect((await onCase(a, 'link', { case: number, reason: '同一企业' }, 'huang', 'once')).status).toBe(200);
    expect((await onCase(a, 'link', { case: number, reason: '同一企业' }, 'huang', 'once')).status).toBe(200);
    expect((await onCase(a, 'link', { case: number, reason: '同一企业' })).body.code).toBe('link.exists');
    expect(await linked(b, 'related')).toBe(a);
    await onCase(b, 'unlink', { case: a, reason: '有误' });
    await until(async () => ((await links(a)).items.length === 0 ? true : null));
    expect((await onCase(b, 'unlink', { case: a, reason: '有误' })).body.code).toBe('link.not-found');
  });
});

describe('merging and splitting', () => {
  it('并案: one closes and is linked into the other, where it is still read', async () => {
    const [a, b] = [await begin('transfer', { matter: '先' }), await begin('transfer', { matter: '后' })];
    expect((await links(a, 'huang')).actions).toEqual(['link', 'merge', 'split']);
    expect((await links(a, 'lin')).actions).toEqual([]);
    expect((await onCase(b, 'merge', { into: a, reason: '同一事项' }, 'lin')).body.code).toBe('forbidden.manage');
    expect((await onCase(b, 'merge', { into: b, reason: '同一事项' })).body.code).toBe('link.self');
    expect((await onCase(b, 'merge', { into: (await view(a)).number, reason: '同一事项' })).status).toBe(200);
    await until(async () => ((await view(b)).status === 'closed' ? true : null));
    expect(await view(b)).toMatchObject({ outcome: 'merged', outcomeName: { zh: '并案', en: 'Merged' } });
    const into = await linked(a, 'merged-from');
    expect((await view(into)).dossier.find((d: { name: string }) => d.name === 'matter')).toMatchObject({ value: '后' });
    expect((await onCase(b, 'reopen', { to: 'verify', reason: 'x', basis: 'y' })).body.code).toBe('reopen.merged');
  });

  it('分案: a new case with its own number and the chosen data', async () => {
    const a = await begin('transfer', { matter: '甲乙两家' });
    expect((await links(a, 'huang')).splitAt).toEqual([{ node: 'verify', name: { zh: '核查', en: 'verify' } }]);
    expect((await onCase(a, 'split', { data: { matter: null }, reason: '两家企业' })).body.code).toBe('form.invalid');
    expect((await onCase(a, 'split', { data: { matter: '乙' }, at: 'verify', reason: '两家企业' })).status).toBe(200);
    const b = await linked(a, 'split-into');
    expect(await view(b)).toMatchObject({ title: '乙', receivedAt: (await view(a)).receivedAt });
    expect((await view(b)).number).not.toBe((await view(a)).number);
    await complete(b, 'verify');
    await complete(a, 'verify');
  });
});

describe('opening again', () => {
  it('brings a closed case back into the lists; of two who do so at once one acts', async () => {
    const a = await begin('transfer');
    await complete(a, 'verify');
    expect(await view(a)).toMatchObject({ status: 'closed' });
    const { number } = await view(a);
    expect((await links(a, 'huang'))).toMatchObject({ actions: ['link', 'reopen'], reopenAt: [{ node: 'verify' }] });
    expect((await onCase(a, 'reopen', { to: 'verify', reason: '新证据' })).status).toBe(400);
    const again = (as: string) => onCase(a, 'reopen', { to: 'verify', reason: '新证据', basis: '《程序规定》' }, as);
    expect((await again('lin')).body.code).toBe('forbidden.manage');
    const both = await Promise.all([again('huang'), again('he'), again('huang')]);
    expect(both.map((r) => r.status).toSorted()).toEqual([200, 409, 409]);
    expect(both.filter((r) => r.status === 409).map((r) => r.body.code)).toEqual(['case.not-closed', 'case.not-closed']);
    expect(await view(a)).toMatchObject({ status: 'open', outcome: null, number });
    const { items } = (await api.get('/worklist')).body;
    expect(items.filter((t: { caseId: string }) => t.caseId === a)).toHaveLength(1);
    await complete(a, 'verify');
    expect(await view(a)).toMatchObject({ status: 'closed' });
    await api.shell.audit(a);
  });
});

describe('messages between cases', () => {
  it('reach every case of a relation once; one that nobody waits for is an answer, not a failure', async () => {
    const [from, to, deaf] = [await begin('sender-sample'), await begin('waiter-sample'), await begin('waiter-sample')];
    await onCase(from, 'link', { case: to, reason: '来文' });
    await linked(to, 'related');
    const { rows } = await api.shell.database.pool.query('select kind, name from case_awaits where case_id = $1', [to]);
    expect(rows).toEqual([{ kind: 'message', name: 'reply' }]);
    await complete(from, 'write', { finding: '同意' });
    await stands(to, 'after');
    expect((await view(to)).dossier.find((d: { name: string }) => d.name === 'finding')).toMatchObject({ value: '同意' });
    await stands(from, 'after');
    expect((await view(deaf)).tasks).toEqual([]);
    expect((await api.shell.database.pool.query('select from case_awaits where case_id = $1', [to])).rowCount).toBe(0);
    const alone = await begin('sender-sample');
    await complete(alone, 'write', { finding: 'x' });
    await stands(alone, 'after');
    expect((await api.shell.state(alone)).data['tip']).toBe('no-such-case');
  });

  it('what must arrive is told again until the other case waits for it; one that is closed can no longer be told', async () => {
    const [from, to] = [await begin('insister-sample'), await begin('busy-sample')];
    await onCase(from, 'link', { case: to, reason: '来文' });
    await linked(to, 'related');
    await complete(from, 'write', { finding: '同意' });
    await until(async () => (Object.keys((await api.shell.state(from)).jobs).length > 0 ? true : null));
    await complete(to, 'prepare');
    await stands(to, 'after');
    await stands(from, 'after');
    expect((await view(to)).dossier.find((d: { name: string }) => d.name === 'finding')).toMatchObject({ value: '同意' });
    expect((await api.shell.record(to)).filter((e) => e.body.type === 'message.received')).toHaveLength(1);

    const [late, gone] = [await begin('insister-sample'), await begin('busy-sample')];
    await onCase(late, 'link', { case: gone, reason: '来文' });
    await linked(gone, 'related');
    await complete(late, 'write', { finding: 'x' });
    await onCase(gone, 'terminate', { reason: '撤案' });
    await stands(late, 'after');
    expect((await api.shell.state(late)).data['tip']).toBe('case.closed');
  });

  it('a signal reaches every case that waits for it, however it stands, once; a suspended one acts when it is resumed', async () => {
    const hearers = await Promise.all(Array.from({ length: 12 }, () => begin('hearer-sample')));
    const [deaf = '', still = ''] = hearers;
    await onCase(deaf, 'terminate', { reason: '撤案' });
    await onCase(still, 'suspend', { reason: '中止' });
    const from = await begin('alarm-sample');
    await complete(from, 'write', { finding: '召回' });
    for (const id of hearers.slice(2)) await stands(id, 'after');
    await stands(from, 'after');
    const received = async (id: string): Promise<string[]> => (await api.shell.record(id)).flatMap(({ body }) => (body.type === 'signal.received' ? [body.signal] : []));
    await until(async () => ((await api.shell.record(still)).some((e) => e.body.type === 'input.kept') ? true : null));
    expect(await received(still)).toEqual([]);
    await onCase(still, 'resume', {});
    for (const id of hearers.slice(1)) expect(await received(id)).toEqual(['recall-alert']);
    expect((await api.shell.state(still)).data['finding']).toBe('召回');
    const { rows } = await api.shell.database.pool.query("select outcome, count(*)::int from case_walk_results group by outcome");
    expect(rows).toEqual([{ outcome: 'done', count: 11 }]);
  });
});
