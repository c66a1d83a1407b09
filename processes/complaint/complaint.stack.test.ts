/** Every outcome of a complaint, and of what it opens, over HTTP: by the people of the demonstration, on a real database, Temporal server and OpenID provider. */
import { beforeAll, describe, expect, it } from 'vitest';
import { registerDefinition } from '../../db/definitions.ts';
import { openApi, type TestApi } from '../../test/support/api.ts';
import { waysOverHttp } from '../../test/support/shown.ts';
import { expectEnds, stackWalker, type StackWalker } from '../../test/support/walk-stack.ts';
import { complaintEscalation } from '../complaint-escalation/definition.ts';
import { jurisdictionDispute } from '../jurisdiction-dispute/definition.ts';
import { definitions } from '../registry.ts';
import { upTo } from '../walk.ts';
import { complaint } from './definition.ts';
import { complaintWalks } from './walks.ts';

const { walks } = complaintWalks;
let api: TestApi;
let walker: StackWalker;
beforeAll(async () => {
  api = await openApi();
  for (const model of definitions) await registerDefinition(api.shell.database, model);
  walker = stackWalker(api, complaintWalks);
});

/** What needs days is walked on the time-skipping server (days.stack.test.ts). What another case opens is walked there. */
const ways = waysOverHttp('complaint', 'jurisdiction-dispute', 'complaint-escalation');
const outcomesOf = (key: string): Set<string> =>
  new Set(ways.flatMap(([process, outcome, , way]) => (process === key ? [outcome, ...way.acts.flatMap((act) => ('called' in act && act.called === 'distribution' ? [act.outcome] : []))] : [])));

/** Cases of a process that this one has opened and does not wait for. */
const ledTo = async (caseId: string, process: string): Promise<readonly string[]> => {
  const found = await walker.linked(caseId, process);
  expect(found.length, process).toBeGreaterThan(0);
  return found;
};

describe('each outcome is reached over HTTP, and the record verifies', () => {
  it('the walks reach every outcome that the processes declare', () => {
    expect(outcomesOf('complaint')).toEqual(new Set(Object.keys(complaint.outcomes)));
    expect(outcomesOf('complaint-escalation')).toEqual(new Set(Object.keys(complaintEscalation.outcomes)));
    // Seven working days without an answer are walked on the time-skipping server.
    expect(outcomesOf('jurisdiction-dispute')).toEqual(new Set(Object.keys(jurisdictionDispute.outcomes).filter((o) => o !== 'noAnswer')));
  });
  it.each(ways)('%s, %s: %s', async (_process, _outcome, _title, way, { walks: own }) => {
    const mine = stackWalker(api, own);
    await expectEnds(api, mine, await mine.walk(way), way);
  });
});

describe('who sees a complaint, and what of it', () => {
  it('the citizen sees their own with what they wrote; the shop sees it only when it is asked, and nothing of who complains but the name', async () => {
    const caseId = await walker.start(walks.settled);
    expect((await api.get(`/cases/${caseId}`, { as: 'haichuan' })).status).toBe(404);
    const own = (await api.get(`/cases/${caseId}`, { as: 'citizen' })).body;
    const inOwn = Object.fromEntries(own.dossier.map((f: { name: string; value?: unknown }) => [f.name, f.value]));
    expect(inOwn).toMatchObject({ complainantPhone: '13800138009', complainantName: '陈伟' });
    expect(own.parties.map((p: { party: string; uscc: string | null }) => [p.party, p.uscc])).toEqual([['complainant', null], ['respondent', '91440101MA5CK83P1C']]);
    for (const act of upTo(walks.settled, 'preparation').acts) await walker.act(caseId, act);
    await walker.openTask(caseId, 'respondentStands');
    const theirs = (await api.get(`/cases/${caseId}`, { as: 'haichuan' })).body;
    const text = JSON.stringify([theirs, (await api.get(`/cases/${caseId}/timeline?limit=200`, { as: 'haichuan' })).body]);
    for (const secret of ['13800138009', '体育东路']) expect(text).not.toContain(secret);
    expect(JSON.stringify(theirs.tasks.find((t: { node: string }) => t.node === 'respondentStands').form)).toContain('陈伟');
    // The same in the lists.
    expect((await api.get('/worklist?limit=50', { as: 'haichuan' })).body.items.filter((i: { caseId: string }) => i.caseId === caseId).map((i: { node: string }) => i.node)).toEqual(['respondentStands']);
    expect((await api.get('/worklist?limit=50', { as: 'citizen' })).body.items.filter((i: { caseId: string }) => i.caseId === caseId).map((i: { node: string }) => i.node)).toEqual(['complainantStands']);
  });
  it('each agency sees its own case, and the citizen sees both', async () => {
    const caseId = await walker.walk(upTo({ ...walks.takenOver, outcome: null }, 'examination'));
    for (const act of walks.takenOver.acts.slice(1)) await walker.act(caseId, act);
    const [there = ''] = await ledTo(caseId, 'complaint');
    const sees = async (id: string, as: string): Promise<number> => (await api.get(`/cases/${id}`, { as })).status;
    expect([await sees(caseId, 'mo'), await sees(there, 'mo'), await sees(caseId, 'liaoyun'), await sees(there, 'liaoyun'), await sees(caseId, 'citizen'), await sees(there, 'citizen')]).toEqual([200, 404, 404, 200, 200, 200]);
    const opened = (await walker.view(there)).dossier.map((f: { name: string; value: unknown }) => [f.name, f.value]);
    expect(Object.fromEntries(opened)).toMatchObject({ complainantPhone: '13800138009', arrivedBy: 'transfer', fromAgency: 'gz-tianhe-amr' });
    expect(Object.fromEntries(opened)).not.toHaveProperty('disputeReasons');
    const [dispute = ''] = await ledTo(caseId, 'jurisdiction-dispute');
    expect(JSON.stringify((await walker.view(dispute)).dossier)).not.toContain('13800138009');
  });
  it('a citizen files it themselves, agrees to electronic service and reads what is addressed to them', async () => {
    const caseId = await walker.walk(upTo(walks.settled, 'preparation'));
    expect((await api.post(`/cases/${caseId}/actions/agree-service`, { agreed: true }, { as: 'citizen' })).status).toBe(200);
    const papers = async (as: string): Promise<string[]> => (await api.get(`/cases/${caseId}/documents`, { as })).body.items.map((d: { title: { zh: string } }) => d.title.zh);
    await expect.poll(() => papers('citizen'), { timeout: 60_000 }).toEqual(['投诉受理决定书']);
    expect(await papers('haichuan')).toEqual([]);
  });
});

describe('撤回投诉 while it is at the county', () => {
  it('the county’s case ends with that of the city: no step and no limit is left there, and its officer learns why', async () => {
    const distributed = walks.takenBackAtIntake;
    const caseId = await walker.walk({ ...distributed, acts: distributed.acts.slice(0, 1), outcome: null });
    const [there = ''] = await ledTo(caseId, 'complaint');
    await walker.openTask(there, 'examination');
    expect((await walker.view(there, 'mo')).clocks.map((c: { clock: string; status: string }) => [c.clock, c.status])).toEqual([['acceptance', 'running']]);
    await walker.act(caseId, distributed.acts[2] ?? { closed: '', outcome: '' });
    await expect.poll(async () => (await walker.view(there, 'mo')).status, { timeout: 60_000 }).toBe('closed');
    await walker.quiet(caseId);
    expect(await walker.view(there, 'mo')).toMatchObject({ outcome: 'terminated', tasks: [] });
    expect((await walker.view(there, 'mo')).clocks.map((c: { clock: string; status: string }) => [c.clock, c.status])).toEqual([['acceptance', 'cancelled']]);
    expect(await walker.view(caseId)).toMatchObject({ status: 'closed', outcome: 'withdrawn' });
    expect((await api.get('/worklist?limit=100', { as: 'mo' })).body.items.filter((i: { caseId: string }) => i.caseId === there)).toEqual([]);
    expect((await api.get(`/cases/${there}/verification`, { as: 'supervisor' })).body).toMatchObject({ intact: true });
  });
});

describe('what a complaint leads to', () => {
  it('a lead, a danger, fraud and many complaints each open a case of their own, which a supervisor finds from either end', async () => {
    const caseId = await walker.walk(walks.escalated);
    const reports = await ledTo(caseId, 'report');
    expect(reports).toHaveLength(2);
    const [separate = '', lead = ''] = reports;
    const data = async (id: string): Promise<unknown> => Object.fromEntries((await walker.view(id)).dossier.map((f: { name: string; value: unknown }) => [f.name, f.value]));
    // What was reported with it (§9) is the citizen's own report; the lead that the officers found has no reporter.
    expect(await data(separate)).toMatchObject({ sourceKind: 'reporter', reporterName: '陈伟', leadSummary: '该店销售的座椅没有强制性认证标志。' });
    expect([(await api.get(`/cases/${separate}`, { as: 'citizen' })).status, (await api.get(`/cases/${lead}`, { as: 'citizen' })).status]).toEqual([200, 404]);
    expect(await data(lead)).toMatchObject({ sourceKind: 'complaint', sourceNumber: (await walker.view(caseId)).number, subjectUscc: '91440101MA5CK83P1C', leadSummary: '销售的滑板车无厂名厂址。' });
    const [recall = ''] = await ledTo(caseId, 'product-recall');
    expect(await walker.view(recall)).toMatchObject({ agency: 'gd-amr', title: expect.stringContaining('儿童滑板车') });
    const escalations = await ledTo(caseId, 'complaint-escalation');
    expect((await walker.view(escalations.at(-1) ?? '')).agency).toBe('gz-amr');
    expect(await walker.linked(recall, 'complaint')).toContain(caseId);
  });
  it('the third complaint against one enterprise within ninety days goes to the agency above, and the next one does not again', async () => {
    const uscc = '91440605MA4W2Q7H9C';
    const against = { ...walks.settled, start: { ...walks.settled.start, respondentUscc: uscc, respondentName: '佛山市晨光电器有限公司' } };
    const counted = async (): Promise<{ readonly id: string; readonly recent: number; readonly escalated: number }> => {
      const id = await walker.walk(upTo(against, 'preparation'));
      await walker.openTask(id, 'watch');
      const data = Object.fromEntries((await walker.view(id)).dossier.map((f: { name: string; value: unknown }) => [f.name, f.value]));
      return { id, recent: data['recentComplaints'] as number, escalated: (await walker.linked(id, 'complaint-escalation')).length };
    };
    const all = [await counted(), await counted(), await counted(), await counted()];
    expect(all.map(({ recent, escalated }) => [recent, escalated])).toEqual([[1, 0], [2, 0], [3, 1], [4, 0]]);
    const [above = ''] = await walker.linked(all[2]?.id ?? '', 'complaint-escalation');
    expect((await walker.view(above)).dossier.find((f: { name: string }) => f.name === 'complaintCount').value).toBe(3);
  });
});
