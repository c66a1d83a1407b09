/** Every outcome of a recall over HTTP: by the people of the demonstration, on a real database, Temporal server and OpenID provider. */
import { beforeAll, describe, expect, it } from 'vitest';
import { registerDefinition } from '../../db/definitions.ts';
import { openApi, type TestApi } from '../../test/support/api.ts';
import { waysOverHttp } from '../../test/support/shown.ts';
import { expectEnds, stackWalker, type StackWalker } from '../../test/support/walk-stack.ts';
import { upTo } from '../walk.ts';
import { definitions } from '../registry.ts';
import { productRecall } from './definition.ts';
import { recall } from './walks.ts';

const { walks } = recall;
let api: TestApi;
let walker: StackWalker;
beforeAll(async () => {
  api = await openApi();
  for (const model of definitions) await registerDefinition(api.shell.database, model);
  walker = stackWalker(api, recall);
});

/** What needs days is walked on the time-skipping server (days.stack.test.ts). */
const ways = waysOverHttp('product-recall');

describe('each outcome is reached over HTTP, and the record verifies', () => {
  it('the walks reach every outcome that the process declares', () => {
    expect(new Set(ways.map(([, outcome]) => outcome))).toEqual(new Set(Object.keys(productRecall.outcomes)));
  });
  it.each(ways)('%s, %s: %s', async (_process, _outcome, _title, way) => expectEnds(api, walker, await walker.walk(way), way));
});

describe('what a recall leaves behind', () => {
  it('a published plan and result that anybody reads, without personal data; messages to the officers', async () => {
    const way = walks.voluntary;
    const caseId = await walker.walk(way);
    const published = async () => (await api.get('/publications?limit=200', { as: null })).body.items.filter((p: { id: string }) => p.id.startsWith(caseId));
    await expect.poll(async () => (await published()).map((p: { kind: string }) => p.kind).sort(), { timeout: 20_000 }).toEqual(['recall-plan', 'recall-result']);
    const text = JSON.stringify(await published());
    expect(text).toContain('佛山市晨光电器有限公司召回电热水壶');
    for (const personal of [way.start.contactName, way.start.contactPhone]) expect(text).not.toContain(personal);
    const notices = (await api.get('/notices?limit=200', { as: 'lin' })).body.items.filter((n: { caseId: string }) => n.caseId === caseId);
    expect(notices.map((n: { subject: { zh: string } }) => n.subject.zh)).toEqual(expect.arrayContaining(['收到召回计划：电热水壶（CG-1810）', '收到召回阶段性总结：电热水壶（CG-1810）']));
  });
  it('how many have come back of how many, for the bars on the case page', async () => {
    const caseId = await walker.walk(upTo(walks.voluntary, 'summary'));
    const { dossier } = await walker.view(caseId);
    const count = (name: string) => dossier.find((f: { name: string }) => f.name === name);
    expect([count('recallQuantity').value, count('recalledCount')]).toEqual([21_500, expect.objectContaining({ value: 20_300, partOf: 'recallQuantity' })]);
    expect(count('refundedCount')).toMatchObject({ value: 2300, partOf: 'recallQuantity' });
  });
  it('where the law is broken, a penalty case with what the recall knows; each shows the other', async () => {
    const caseId = await walker.walk(walks.enforcement);
    const [opened] = await walker.linked(caseId, 'enforcement');
    const lead = await walker.view(opened ?? '');
    expect(lead).toMatchObject({ process: 'enforcement', title: '涉嫌违法案：佛山市晨光电器有限公司', status: 'open', tasks: [{ node: 'filingCheck' }] });
    expect(JSON.stringify(lead)).toContain('拒不召回，已造成人身伤害。');
    expect(await walker.linked(opened ?? '', 'product-recall')).toEqual([caseId]);
    // Nobody waits: the recall is closed, and the other goes its own way.
    expect((await walker.view(caseId)).status).toBe('closed');
    await api.shell.audit(opened ?? '');
  });
  it('where it may be a crime, a case of the transfer with what the recall knows, and one at the police; a supervisor walks the chain from both ends', async () => {
    const caseId = await walker.walk(walks.police);
    const [transfer = ''] = await walker.linked(caseId, 'criminal-transfer');
    const [police = ''] = await walker.linked(caseId, 'criminal-acceptance');
    const { number } = await walker.view(caseId);
    const opened = await walker.view(transfer);
    expect(opened).toMatchObject({ process: 'criminal-transfer', agency: 'gz-amr', title: '广州海川玩具有限公司涉嫌生产、销售不符合安全标准的产品罪案移送' });
    for (const said of [number, '明知小零件易脱落仍继续生产销售，已造成两名儿童受伤。', '毛绒玩具熊1200件，存放于生产者仓库，已封存。']) expect(JSON.stringify(opened)).toContain(said);
    expect(await walker.linked(transfer, 'product-recall')).toEqual([caseId]);
    expect(await walker.linked(police, 'product-recall')).toEqual([caseId]);
    // The producer is not warned: the transfer is no case of theirs.
    for (const id of [transfer, police]) expect((await api.get(`/cases/${id}`, { as: 'haichuan' })).status).toBe(404);
  });
  it('a suspicion of crime that comes up on the way: the police have it, the recall goes on, and the producer sees nothing of it', async () => {
    const way = upTo(walks.crimeInInvestigation, 'technicalInvestigation');
    const caseId = await walker.walk(way);
    await walker.openTask(caseId, 'technicalInvestigation');
    const [transfer = ''] = await walker.linked(caseId, 'criminal-transfer');
    expect((await walker.view(transfer)).outcome).toBe('filed');
    expect((await walker.view(caseId)).status).toBe('open');
    const seen = await Promise.all(['', '/timeline?limit=200', '/clocks', '/documents', '/links?depth=6'].map(async (part) => {
      const { status, body } = await api.get(`/cases/${caseId}${part}`, { as: 'haichuan' });
      expect([part, status]).toEqual([part, 200]);
      return JSON.stringify(body);
    }));
    for (const told of ['犯罪', '移送', '公安', 'criminal', '内部邮件', transfer]) expect(seen.filter((text) => text.includes(told)), told).toEqual([]);
    expect(JSON.stringify((await api.get(`/cases/${caseId}/timeline?limit=200`, { as: 'wu' })).body)).toContain('发现涉嫌犯罪');
    const notices = JSON.stringify((await api.get('/notices?limit=200', { as: 'haichuan' })).body.items.filter((n: { caseId: string }) => n.caseId === caseId || n.caseId === transfer));
    expect(notices).not.toContain('犯罪');
    expect((await api.get(`/cases/${transfer}`, { as: 'haichuan' })).status).toBe(404);
  });
  it('an order to recall stands in the credit file of the producer, for everybody', async () => {
    const caseId = await walker.walk(walks.ordered);
    const entries = (await api.get(`/enterprises/${walks.ordered.start.producerUscc}/credit`, { as: 'pan' })).body.items.filter((e: { caseId: string }) => e.caseId === caseId);
    expect(entries).toMatchObject([{ kind: 'recall', title: { zh: '责令召回：电热水壶（CG-1810）' }, standing: 'public' }]);
    const published = (await api.get('/publications?limit=200', { as: null })).body.items.filter((p: { id: string }) => p.id.startsWith(caseId)).map((p: { kind: string }) => p.kind);
    expect(published).toContain('recall-order');
  });
  it('who sells the product reports it, and sees the report and nothing of what the agency does with it', async () => {
    const caseId = await walker.walk(upTo(walks.reportedByOperator, 'producerInvestigation'));
    const { body } = await api.get(`/cases/${caseId}`, { as: 'haichuan' });
    expect(body.tasks.filter((t: { offers: unknown[] }) => JSON.stringify(t.offers).includes('"allowed":true'))).toEqual([]);
    expect(JSON.stringify(body.dossier)).toContain('儿童小夜灯');
    expect(JSON.stringify(body.dossier)).not.toContain('请对电热水壶温控器开展调查分析');
  });
  it('where the police do not file, a penalty case follows', async () => {
    const caseId = await walker.walk(walks.policeDoNotFile);
    const [penalty = ''] = await walker.linked(caseId, 'enforcement');
    expect(await walker.view(penalty)).toMatchObject({ process: 'enforcement', agency: 'gz-amr', status: 'open', tasks: [{ node: 'filingCheck' }] });
    expect(await walker.linked(penalty, 'criminal-transfer')).toEqual(await walker.linked(caseId, 'criminal-transfer'));
  });
  it('clocks that say why their date is what it is, article by article', async () => {
    const caseId = await walker.start(walks.voluntary);
    await walker.act(caseId, ['acceptance', 'accepted']);
    await walker.openTask(caseId, 'plan');
    const clocks = (await api.get(`/cases/${caseId}/clocks`, { as: 'chenguang' })).body.items;
    const plan = clocks.find((c: { clock: string }) => c.clock === 'plan');
    expect(plan).toMatchObject({ status: 'running', budget: { amount: 10, unit: 'working-day' }, basis: { article: '§17', internal: false } });
    const why = (await api.get(`/cases/${caseId}/clocks/${plan.clockNo}`, { as: 'chenguang' })).body;
    const counted = why.days.filter((d: { counted: boolean }) => d.counted);
    expect(counted).toHaveLength(10);
    expect(counted.at(-1).day).toBe(plan.dueDay);
    expect(why.days[0]).toMatchObject({ reason: 'start-day', counted: false });
  });
  it('a signature by who drafted the notice is refused, and nothing is written', async () => {
    const caseId = await walker.walk(upTo(walks.determined, 'expertArgument'));
    const { task } = await walker.openTask(caseId, 'expertArgument');
    const before = await api.shell.record(caseId);
    const refused = await api.post(`/cases/${caseId}/tasks/${task}/claim`, {}, { as: 'lin' });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ code: 'forbidden.separation', params: { step: 'noticeDraft' } });
    expect(await api.shell.record(caseId)).toEqual(before);
  });
});
