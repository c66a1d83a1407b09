/** Reports over HTTP: by the people of the demonstration, on a real database, Temporal server and OpenID provider. */
import { beforeAll, describe, expect, it } from 'vitest';
import { registerDefinition } from '../../db/definitions.ts';
import { openApi, type TestApi } from '../../test/support/api.ts';
import { waysOverHttp } from '../../test/support/shown.ts';
import { expectEnds, stackWalker, type StackWalker } from '../../test/support/walk-stack.ts';
import { definitions } from '../registry.ts';
import { upTo } from '../walk.ts';
import { report } from './definition.ts';
import { reportWalks } from './walks.ts';

const { walks } = reportWalks;
const patience = { timeout: 60_000 };
let api: TestApi;
let walker: StackWalker;
beforeAll(async () => {
  api = await openApi();
  for (const model of definitions) await registerDefinition(api.shell.database, model);
  walker = stackWalker(api, reportWalks);
});

const ways = waysOverHttp('report');

describe('each outcome is reached over HTTP, and the record verifies', () => {
  it('the walks reach every outcome that the process declares', () => expect(new Set(ways.flatMap(([, outcome, , way]) => [outcome, ...(way.others?.['report'] ?? [])]))).toEqual(new Set(Object.keys(report.outcomes))));
  it.each(ways)('%s, %s: %s', async (_process, _outcome, _title, way) => expectEnds(api, walker, await walker.walk(way), way));
});

describe('what a report leads to', () => {
  it('a penalty case that needs no second decision to file: it begins with the officers', async () => {
    const caseId = await walker.walk(walks.filed);
    const [opened = ''] = await walker.linked(caseId, 'enforcement');
    const view = await walker.view(opened);
    expect(view).toMatchObject({ status: 'open', agency: 'gd-amr', tasks: [{ node: 'appointment' }] });
    expect(view.clocks.map((c: { clock: string }) => c.clock).sort()).toEqual(['appointment', 'decision']);
    expect(JSON.stringify(view)).toContain('核查情况：经现场检查，库存3200台，抽样检验不合格。');
    expect(await walker.linked(opened, 'report')).toEqual([caseId]);
  });
  it('distributed: a report of its own at the competent agency, with the reporter and a limit of its own', async () => {
    const caseId = await walker.walk({ ...walks.distributed, acts: walks.distributed.acts.slice(0, 1) });
    const [there = ''] = (await walker.linked(caseId, 'report')).filter((id) => id !== caseId);
    const view = (await api.get(`/cases/${there}`, { as: 'pan' })).body;
    expect(view).toMatchObject({ agency: 'fs-amr', tasks: [{ node: 'triage' }] });
    expect(JSON.stringify(view)).toContain('陈伟');
    expect((await api.get(`/cases/${caseId}`, { as: 'pan' })).status).toBe(404);
    const documents = (await api.get(`/cases/${caseId}/documents`, { as: 'lin' })).body.items;
    expect(documents.map((d: { title: { zh: string } }) => d.title.zh)).toEqual(expect.arrayContaining(['举报登记表', '举报分送通知书']));
    // Reported back (文书式样三): the agency that has distributed it hears what became of it.
    await walker.act(caseId, walks.distributed.acts[1] ?? { closed: '', outcome: '' });
    const told = async (): Promise<string> => JSON.stringify((await api.get('/notices?limit=50', { as: 'lin' })).body.items.filter((n: { caseId: string | null }) => n.caseId === there));
    await expect.poll(told, patience).toContain('违法行为发生地在中山市。');
  });
  it('补充新的事实: a second report of the same matter goes on in the first, whose limit counts anew', async () => {
    const first = await walker.walk(upTo(walks.filed, 'checking'));
    const second = await walker.walk(upTo(walks.filed, 'triage'));
    await walker.openTask(second, 'triage');
    const answer = await api.post(`/cases/${second}/actions/merge`, { into: first, reason: '补充新的事实' }, { as: 'huang' });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    await expect.poll(async () => (await walker.view(second)).outcome, patience).toBe('merged');
    const clocks = async () => (await api.get(`/cases/${first}/clocks`, { as: 'lin' })).body.items.filter((c: { clock: string }) => c.clock === 'check');
    await expect.poll(async () => (await clocks()).length, patience).toBe(2);
    const [before, anew] = (await clocks()).sort((a: { clockNo: number }, b: { clockNo: number }) => a.clockNo - b.clockNo);
    expect(anew.status).toBe('running');
    expect(anew.startedAt > before.startedAt).toBe(true);
  });
  it('the subject finds nothing of a report; the reporter their own, without what the officers wrote', async () => {
    const caseId = await walker.walk(upTo(walks.byCitizen, 'decision'));
    expect((await api.get(`/cases/${caseId}`, { as: 'chenguang' })).status).toBe(404);
    const own = (await api.get(`/cases/${caseId}`, { as: 'citizen' })).body;
    const text = JSON.stringify(own);
    expect(text).toContain('干烧不断电');
    expect(text).not.toContain('经现场检查，库存3200台');
  });
});
