/** Penalty cases over HTTP, with the cases of other agencies that they lead to: by the people of the demonstration, on a real database, Temporal server and OpenID provider. */
import { beforeAll, describe, expect, it } from 'vitest';
import { registerDefinition } from '../../db/definitions.ts';
import { openApi, type TestApi } from '../../test/support/api.ts';
import { waysOverHttp } from '../../test/support/shown.ts';
import { expectEnds, stackWalker, type StackWalker } from '../../test/support/walk-stack.ts';
import { definitions } from '../registry.ts';
import { complaintWalks } from '../complaint/walks.ts';
import { reportWalks } from '../report/walks.ts';
import { isDeed, upTo } from '../walk.ts';
import { enforcement } from './definition.ts';
import * as part from './walk-parts.ts';
import { enforcementWalks } from './walks.ts';

const { walks } = enforcementWalks;
const patience = { timeout: 60_000 };
let api: TestApi;
let walker: StackWalker;
let reports: StackWalker;
let complaints: StackWalker;
beforeAll(async () => {
  api = await openApi();
  for (const model of definitions) await registerDefinition(api.shell.database, model);
  walker = stackWalker(api, enforcementWalks);
  complaints = stackWalker(api, complaintWalks);
  reports = stackWalker(api, { ...reportWalks, whoTakes: (step, pool) => (pool.endsWith('gd-amr') ? reportWalks.whoTakes(step, pool) : enforcementWalks.whoTakes(step, pool)) });
});

/** The case of that process to which this one leads, as soon as it is open. */
async function led(from: StackWalker, caseId: string, process: string): Promise<string> {
  const [found = '', ...others] = await from.linked(caseId, process);
  expect([found, ...others], process).toEqual([expect.any(String)]);
  return found;
}

/** What needs days is walked on the time-skipping server (days-pass.stack.test.ts). */
const ways = waysOverHttp('enforcement', 'jurisdiction-appointment', 'investigation-assistance');

describe('each outcome is reached over HTTP, and each record verifies', () => {
  it('but those that no party can reach before six months are over', () => {
    const reached = new Set(ways.flatMap(([process, outcome]) => (process === enforcement.key ? [outcome] : [])));
    expect(Object.keys(enforcement.outcomes).filter((o) => !reached.has(o))).toEqual(['penaltyEnforced', 'penaltyEnded']);
  });
  it.each(ways)('%s, %s: %s', async (_process, _outcome, _title, way, { walks: own }) => {
    const walker = stackWalker(api, own);
    await expectEnds(api, walker, await walker.walk(way), way);
  });
});

describe('one chain', () => {
  /** What a supervisor sees one link away from a case: [what it is to it, its process, its id]. */
  const next = async (caseId: string): Promise<readonly (readonly [relation: string, process: string, id: string])[]> =>
    (await api.get(`/cases/${caseId}/links`, { as: 'supervisor' })).body.items.map((l: { relation: string; case: { process: string; id: string } }) => [l.relation, l.case.process, l.case.id]);
  it('from the complaint to the report, the penalty case, the police and back, and to the credit file; a supervisor walks it link by link from either end', async () => {
    const { withdrawn } = complaintWalks.walks;
    const complaint = await complaints.walk({ ...withdrawn, agency: 'gz-amr', start: { ...withdrawn.start, reportContent: '该公司生产的儿童滑板车无厂名厂址，锁扣强度不符合强制性国家标准。' } });
    const report = await led(complaints, complaint, 'report');
    const acts = reportWalks.walks.toldResult.acts.filter(isDeed);
    for (const act of acts.slice(0, 3)) await reports.act(report, act);
    const opened = await led(reports, report, 'enforcement');
    // The report has met its limit by the decision to file, and waits only to tell the reporter what came of the case.
    expect((await reports.view(report)).clocks.filter((c: { clock: string }) => c.clock === 'check')).toMatchObject([{ status: 'met' }]);
    for (const act of walks.backFromPolice.acts) await walker.act(opened, act);
    await expect.poll(async () => (await walker.view(opened)).status, patience).toBe('closed');
    for (const act of acts.slice(3)) await reports.act(report, act);
    await expect.poll(async () => (await reports.view(report)).status, patience).toBe('closed');
    expect(JSON.stringify(await reports.view(report))).toContain('案件已依法处理完毕。');
    // Who complained is the reporter, and reads what came of it.
    expect((await api.get(`/cases/${report}/documents`, { as: 'citizen' })).body.items.map((d: { title: { zh: string } }) => d.title.zh)).toContain('举报处理结果告知书');

    const [transfer = ''] = await walker.linked(opened, 'criminal-transfer');
    const [police = ''] = await walker.linked(opened, 'criminal-acceptance');
    const chain = [['complaint', complaint], ['report', report], ['enforcement', opened], ['criminal-transfer', transfer], ['criminal-acceptance', police]] as const;
    const [onward, back] = [['lead', 'lead', 'child', 'lead'], ['lead-from', 'lead-from', 'parent', 'lead-from']] as const;
    for (const [i, relation] of onward.entries()) {
      const [[, from], [process, to]] = [chain[i], chain[i + 1]] as unknown as [(typeof chain)[number], (typeof chain)[number]];
      expect(await next(from), `${chain[i]?.[0]} → ${process}`).toContainEqual([relation, process, to]);
      expect(await next(to), `${process} → ${chain[i]?.[0]}`).toContainEqual([back[i], chain[i]?.[0], from]);
    }
    for (const [, id] of chain) expect(await walker.view(id)).toMatchObject({ status: 'closed' });

    // The credit file names the case, and from the case the enterprise is found.
    const credit = async () => (await api.get('/enterprises/91440101MA5CK83P1C/credit', { as: 'supervisor' })).body.items.filter((e: { caseId: string }) => e.caseId === opened);
    await expect.poll(credit, patience).toMatchObject([{ kind: 'penalty', level: 'general' }]);
    const view = await walker.view(opened);
    expect(view.dossier.find((f: { name: string }) => f.name === 'creditEntry').value).toBe((await credit())[0].id);
    expect(view.parties).toMatchObject([{ party: 'subject', uscc: '91440101MA5CK83P1C' }]);
    const published = (await api.get('/publications?limit=200', { as: null })).body.items.filter((p: { id: string }) => p.id.startsWith(opened));
    expect(published.map((p: { kind: string }) => p.kind)).toEqual(['penalty']);
    expect(JSON.stringify(published)).toContain('罚款50000.00元');
  });
  it('a case that is moved is a case of its own at the other agency, which sees its own and not the one it came from', async () => {
    const caseId = await walker.walk(walks.agreed);
    const [moved = ''] = await walker.linked(caseId, 'enforcement');
    expect((await api.get(`/cases/${moved}`, { as: 'pan' })).body).toMatchObject({ agency: 'fs-amr', status: 'open', tasks: [{ node: 'filingCheck' }] });
    expect((await api.get(`/cases/${caseId}`, { as: 'pan' })).status).toBe(404);
    expect((await api.get(`/cases/${moved}`, { as: 'lin' })).status).toBe(404);
    // Its limits run there, from the day on which it has the material.
    const clocks = (await api.get(`/cases/${moved}/clocks`, { as: 'pan' })).body.items;
    expect(clocks).toMatchObject([{ clock: 'check', status: 'running', budget: { amount: 15, unit: 'working-day' }, basis: { article: '§18' } }]);
  });
  it('an agency that is asked for assistance answers in a case of its own', async () => {
    const caseId = await walker.walk(upTo(walks.measured, 'investigate', 1));
    const [asked = ''] = await walker.linked(caseId, 'investigation-assistance');
    await expect.poll(async () => (await api.get(`/cases/${asked}`, { as: 'pan' })).body, patience).toMatchObject({ agency: 'fs-amr', status: 'closed', outcome: 'answered' });
    expect((await api.get(`/cases/${caseId}`, { as: 'pan' })).status).toBe(404);
    await expect.poll(async () => JSON.stringify(await walker.view(caseId)), patience).toContain('台账已调取，销售3200台。');
  });
});

describe('the subject', () => {
  it('does not find the case before it is told what it is to be punished for; then it sees that, answers, and reads what is addressed to it', async () => {
    const caseId = await walker.walk(upTo(walks.performed, 'noticeService'));
    const { task } = await walker.openTask(caseId, 'noticeService');
    for (const path of ['', '/documents', '/timeline', '/links']) expect([path, (await api.get(`/cases/${caseId}${path}`, { as: 'chenguang' })).status]).toEqual([path, 404]);
    expect((await api.get('/cases?limit=200', { as: 'chenguang' })).body.items.map((c: { id: string }) => c.id)).not.toContain(caseId);
    await walker.act(caseId, walks.performed.acts[upTo(walks.performed, 'noticeService').acts.length] ?? { closed: '', outcome: '' });
    const { task: own } = await walker.openTask(caseId, 'response');
    expect(own).not.toBe(task);
    const seen = (await api.get(`/cases/${caseId}`, { as: 'chenguang' })).body;
    expect(seen.tasks.map((t: { node: string }) => t.node)).toContain('response');
    const text = JSON.stringify(seen);
    expect(text).toContain('干烧保护不符合GB 4706.19的规定');
    for (const secret of ['粤市监举〔2026〕7号', '有违法事实，依法应当给予行政处罚。', '事实清楚，证据确凿，定性准确，程序合法。']) expect(text, secret).not.toContain(secret);
    const documents = (await api.get(`/cases/${caseId}/documents`, { as: 'chenguang' })).body.items;
    expect(documents.map((d: { title: { zh: string } }) => d.title.zh)).toEqual(['行政处罚告知书']);
    expect((await api.get(`/cases/${caseId}`, { as: 'haichuan' })).status).toBe(404);
  });
  it('numbers and seals: what leaves the agency has both, without gaps; what stays in the file has neither', async () => {
    const caseId = await walker.walk(upTo(walks.performed, 'payment'));
    const documents = (await api.get(`/cases/${caseId}/documents`, { as: 'lin' })).body.items;
    const numbers = Object.fromEntries(documents.map((d: { title: { zh: string }; number: string | null }) => [d.title.zh, d.number]));
    expect(numbers).toMatchObject({ 立案审批表: null, 案件调查终结报告: null, 行政处罚告知书: expect.stringMatching(/^粤市监罚告〔20\d\d〕第\d+号$/), 行政处罚决定书: expect.stringMatching(/^粤市监处罚〔20\d\d〕第\d+号$/), 送达回证: null });
    const seals = (await api.get(`/agencies/gd-amr/seals?year=${new Date().getFullYear()}`, { as: 'lin' })).body.items;
    const all: number[] = seals.map((s: { no: number }) => s.no).sort((a: number, b: number) => a - b);
    expect(all).toEqual(all.map((_, i) => i + 1));
    expect(seals.map((s: { number: string }) => s.number)).toEqual(expect.arrayContaining([numbers['行政处罚告知书'], numbers['行政处罚决定书']]));
  });
  it('办案人员 are chosen from the officers of the agency: the step offers them, two must be two, and who was not chosen takes nothing', async () => {
    const caseId = await walker.walk(upTo(walks.performed, 'appointment'));
    for (const id of ['lin', 'zhou', 'wu']) await api.get('/me', { as: id });
    const { task } = await walker.openTask(caseId, 'appointment');
    const field = async (as: string) => (await walker.view(caseId, as)).tasks.find((t: { task: number }) => t.task === task)?.form.find((f: { name: string }) => f.name === 'officers');
    await expect.poll(async () => (await field('huang')).options, patience).toEqual(expect.arrayContaining([{ value: 'lin', label: { zh: '林晓', en: '林晓' } }, { value: 'zhou', label: { zh: '周敏', en: '周敏' } }]));
    expect(await field('huang')).toMatchObject({ type: 'persons', min: 2, use: 'required' });
    expect((await field('huang')).options.map((o: { value: string }) => o.value)).not.toContain('wu');
    const appoint = (officers: unknown) => api.post(`/cases/${caseId}/tasks/${task}/complete`, { outcome: 'appointed', data: { officers } }, { as: 'huang' });
    for (const [officers, code] of [[['lin', 'lin'], 'named-twice'], [['lin'], 'too-few'], [['lin', 'wu'], 'not-in-post'], [[{ id: 'lin', name: '林晓' }], 'type'], ['林晓、周敏', 'type']] as const) {
      const refused = await appoint(officers);
      expect([refused.status, refused.body.code, refused.body.fields?.map((f: { field: string; code: string }) => [f.field, f.code])]).toEqual([422, 'form.invalid', [['officers', code]]]);
    }
    expect((await appoint(['lin', 'zhou'])).status).toBe(200);
    const accept = await walker.openTask(caseId, 'officersAccept');
    expect(JSON.stringify((await walker.view(caseId, 'lin')).dossier)).toContain('周敏');
    // An officer of the agency who was not chosen; the execution knows by then what the API has appended.
    await api.shell.audit(caseId);
    await api.shell.send(caseId, { type: 'claim', task: accept.task }, { actor: { kind: 'person', id: 'chen', name: '陈科', pools: ['officer@gd-amr'] } }).then(
      () => expect.unreachable('taken'), (error: unknown) => expect(JSON.stringify(error)).toContain('forbidden.designated'));
  });
  it('one officer cannot take the case for two', async () => {
    const caseId = await walker.walk(upTo(walks.performed, 'officersAccept'));
    const first = await walker.openTask(caseId, 'officersAccept');
    expect((await api.post(`/cases/${caseId}/tasks/${first.task}/complete`, { outcome: 'accepted', data: { officerCards: part.bothCards } }, { as: 'lin' })).status).toBe(200);
    let second: { task: number } | undefined;
    await expect.poll(async () => (second = (await walker.view(caseId)).tasks.find((t: { node: string; task: number }) => t.node === 'officersAccept')), patience).toBeDefined();
    const before = await api.shell.record(caseId);
    const refused = await api.post(`/cases/${caseId}/tasks/${second?.task}/complete`, { outcome: 'accepted', data: {} }, { as: 'lin' });
    expect(refused.body).toMatchObject({ code: 'signing.twice' });
    expect(await api.shell.record(caseId)).toEqual(before);
  });
});
