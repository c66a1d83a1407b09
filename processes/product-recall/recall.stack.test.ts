/** Every outcome of a recall over HTTP: by the people of the demonstration, on a real database, Temporal server and OpenID provider. */
import { beforeAll, describe, expect, it } from 'vitest';
import { registerDefinition } from '../../db/definitions.ts';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import type { JsonObject } from '../../domain/json.ts';
import { openApi, type TestApi } from '../../test/support/api.ts';
import { productRecall } from './definition.ts';
import { onDay, recallWalks, whoTakes, type Act, type Walk } from './walks.test-support.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
  await registerDefinition(api.shell.database, productRecall);
});

interface OpenTask { readonly task: number; readonly node: string; readonly pool: string }
type Deed = Exclude<Act, { readonly waitFor: string }>;
/** Here time passes as it does; what needs days is walked with the pure engine (walk.test.ts) and on the time-skipping server (test/shell). */
const deedsOf = (way: Walk): readonly Deed[] => way.acts.filter((a): a is Deed => !('waitFor' in a));
const withoutWaiting = Object.values<Walk>(recallWalks).flatMap((way) => {
  const deeds = deedsOf(way);
  return deeds.length === way.acts.length ? [[way.outcome, way.title, way, deeds] as const] : [];
});
const today = dayOf(Date.now());

async function start(way: Walk): Promise<string> {
  const answer = await api.post('/cases', { process: 'product-recall', agency: 'gd-amr', data: onDay(way.start, today) }, { as: way.starter });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.caseId as string;
}

const view = async (caseId: string, as = 'supervisor') => (await api.get(`/cases/${caseId}`, { as })).body;

/** A service may be at work between two people. */
async function openTask(caseId: string, step: string): Promise<OpenTask> {
  let found: OpenTask | undefined;
  await expect.poll(async () => (found = (await view(caseId)).tasks.find((t: OpenTask) => t.node === step)), { timeout: 20_000, message: `step ${step}` }).toBeDefined();
  return found as OpenTask;
}

async function act(caseId: string, [step, outcome, data = {}]: Deed): Promise<void> {
  const { task, pool } = await openTask(caseId, step);
  const answer = await api.post(`/cases/${caseId}/tasks/${task}/complete`, { outcome, data: onDay(data as JsonObject, today) }, { as: whoTakes(step, pool) });
  expect(answer.status, `${step}: ${JSON.stringify(answer.body)}`).toBe(200);
}

async function walk(way: Walk, deeds: readonly Deed[]): Promise<string> {
  const caseId = await start(way);
  for (const deed of deeds) await act(caseId, deed);
  await expect.poll(async () => (await view(caseId)).status, { timeout: 20_000 }).toBe('closed');
  return caseId;
}

describe('each outcome is reached over HTTP, and the record verifies', () => {
  it('the walks reach every outcome that the process declares', () => {
    expect(new Set(withoutWaiting.map(([outcome]) => outcome))).toEqual(new Set(Object.keys(productRecall.outcomes)));
  });
  it.each(withoutWaiting)('%s: %s', async (outcome, _title, way, deeds) => {
    const caseId = await walk(way, deeds);
    const closed = await view(caseId);
    expect(closed).toMatchObject({ outcome, tasks: [], dueDay: null });
    expect(closed.clocks.map((c: { status: string }) => c.status).filter((s: string) => s === 'running' || s === 'paused')).toEqual([]);
    expect((await api.get(`/cases/${caseId}/verification`, { as: 'supervisor' })).body).toMatchObject({ intact: true });
    await api.shell.audit(caseId);
  });
});

describe('what a recall leaves behind', () => {
  it('a published plan and result that anybody reads, without personal data; messages to the officers', async () => {
    const way = recallWalks.voluntary;
    const caseId = await walk(way, deedsOf(way));
    const published = async () => (await api.get('/publications?limit=200', { as: null })).body.items.filter((p: { id: string }) => p.id.startsWith(caseId));
    await expect.poll(async () => (await published()).map((p: { kind: string }) => p.kind).sort(), { timeout: 20_000 }).toEqual(['recall-plan', 'recall-result']);
    const text = JSON.stringify(await published());
    expect(text).toContain('佛山市晨光电器有限公司召回电热水壶');
    for (const personal of [way.start.contactName, way.start.contactPhone]) expect(text).not.toContain(personal);
    const notices = (await api.get('/notices?limit=200', { as: 'lin' })).body.items.filter((n: { caseId: string }) => n.caseId === caseId);
    expect(notices.map((n: { subject: { zh: string } }) => n.subject.zh)).toEqual(expect.arrayContaining(['收到召回计划：电热水壶（CG-1810）', '收到召回阶段性总结：电热水壶（CG-1810）']));
  });
  it('clocks that say why their date is what it is, article by article', async () => {
    const caseId = await start(recallWalks.voluntary);
    await act(caseId, ['acceptance', 'accepted']);
    await openTask(caseId, 'plan');
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
    const way = recallWalks.determined;
    const caseId = await start(way);
    const deeds = deedsOf(way);
    for (const deed of deeds.slice(0, deeds.findIndex(([step]) => step === 'expertArgument'))) await act(caseId, deed);
    const { task } = await openTask(caseId, 'expertArgument');
    const before = await api.shell.record(caseId);
    const refused = await api.post(`/cases/${caseId}/tasks/${task}/claim`, {}, { as: 'lin' });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ code: 'forbidden.separation', params: { step: 'noticeDraft' } });
    expect(await api.shell.record(caseId)).toEqual(before);
  });
});
