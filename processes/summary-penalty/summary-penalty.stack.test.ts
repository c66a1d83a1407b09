/** Penalties on the spot over HTTP, with the penalty case that one may lead to: by the people of the demonstration, on a real database, Temporal server and OpenID provider. */
import { beforeAll, describe, expect, it } from 'vitest';
import { registerDefinition } from '../../db/definitions.ts';
import { openApi, type TestApi } from '../../test/support/api.ts';
import { waysOverHttp } from '../../test/support/shown.ts';
import { expectEnds, stackWalker, type StackWalker } from '../../test/support/walk-stack.ts';
import { enforcementWalks } from '../enforcement/walks.ts';
import { definitions } from '../registry.ts';
import { upTo, type Act } from '../walk.ts';
import { summaryPenalty } from './definition.ts';
import { summaryWalks } from './walks.ts';

const { walks } = summaryWalks;
let api: TestApi;
let walker: StackWalker;
beforeAll(async () => {
  api = await openApi();
  for (const model of definitions) await registerDefinition(api.shell.database, model);
  walker = stackWalker(api, summaryWalks);
});

const ways = waysOverHttp('summary-penalty');

describe('each outcome is reached over HTTP, and each record verifies', () => {
  it('but those that nobody can reach before a fine is in arrears', () => {
    const reached = new Set(ways.map(([, outcome]) => outcome));
    expect(Object.keys(summaryPenalty.outcomes).filter((o) => !reached.has(o))).toEqual(['enforced', 'executionEnded']);
  });
  it.each(ways)('%s, %s: %s', async (_process, _outcome, _title, way) => expectEnds(api, walker, await walker.walk(way), way));
});

describe('what cannot be decided on the spot', () => {
  it('is a penalty case of its own, which knows where it comes from and what was found, and in which the head has yet to decide on filing', async () => {
    const caseId = await walker.walk(walks.unclear);
    const [opened = ''] = await walker.linked(caseId, 'enforcement');
    const case_ = await walker.view(caseId);
    const seen = await walker.view(opened, 'wu');
    expect(seen).toMatchObject({ agency: 'gz-amr', status: 'open', tasks: [{ node: 'filingCheck' }], parties: [{ party: 'subject', uscc: '91440101MA5CK83P1C' }] });
    const told = JSON.stringify(seen.dossier);
    for (const words of [case_.number, '没有标明生产者的名称和地址', '该批玩具为供货商寄存', '是否属于待售商品尚不清楚']) expect(told).toContain(words);
    expect((await api.get(`/cases/${opened}/clocks`, { as: 'wu' })).body.items).toMatchObject([{ clock: 'check', status: 'running', budget: { amount: 15, unit: 'working-day' } }]);
    // And it goes on there like any other.
    const there = stackWalker(api, enforcementWalks);
    for (const act of [['filingCheck', 'propose', { filingReasons: '涉嫌销售标识不合格的产品。' }], ['filingApproval', 'returned', { filingOpinion: '先核对进货单。' }]] satisfies readonly Act[]) await there.act(opened, act);
    await there.openTask(opened, 'filingCheck');
  });
});

describe('the decision', () => {
  it('is numbered and sealed, names the way to reconsideration first, and is read by the subject, who sees nothing of the case before', async () => {
    const caseId = await walker.walk(upTo(walks.paid, 'decide'));
    expect((await api.get(`/cases/${caseId}`, { as: 'haichuan' })).status).toBe(404);
    for (const act of walks.paid.acts.slice(2, 5)) await walker.act(caseId, act);
    await walker.openTask(caseId, 'payment');
    const { items } = (await api.get(`/cases/${caseId}/documents`, { as: 'haichuan' })).body;
    expect(items).toMatchObject([{ title: { zh: '当场行政处罚决定书' }, number: expect.stringMatching(/^穗市监当罚〔20\d\d〕\d+号$/) }]);
    expect(items[0].files.map((f: { format: string }) => f.format).sort()).toEqual(['docx', 'pdf']);
    expect((await api.get(`/cases/${caseId}`, { as: 'chenguang' })).status).toBe(404);
  });
  it('is for the officers who are named: nobody else of the post takes it, and one of them cannot sign for two', async () => {
    const caseId = await walker.walk(upTo(walks.warned, 'decide'));
    const { task } = await walker.openTask(caseId, 'decide');
    expect((await api.post(`/cases/${caseId}/tasks/${task}/complete`, { outcome: 'signed', data: {} }, { as: 'wu' })).status).toBe(200);
    let second = 0;
    await expect.poll(async () => (second = (await walker.view(caseId)).tasks.find((t: { node: string; task: number }) => t.node === 'decide' && t.task !== task)?.task ?? 0), { timeout: 60_000 }).toBeGreaterThan(0);
    expect((await api.post(`/cases/${caseId}/tasks/${second}/complete`, { outcome: 'signed', data: {} }, { as: 'wu' })).body).toMatchObject({ code: 'signing.twice' });
  });
  it('is published nowhere, and stands in no credit file (令第45号 §2)', async () => {
    const caseId = await walker.walk(walks.paid);
    const published = (await api.get('/publications?limit=200', { as: null })).body.items.filter((p: { id: string }) => p.id.startsWith(caseId));
    const credit = (await api.get('/enterprises/91440101MA5CK83P1C/credit', { as: 'supervisor' })).body.items.filter((e: { caseId: string }) => e.caseId === caseId);
    expect([published, credit]).toEqual([[], []]);
  });
});
