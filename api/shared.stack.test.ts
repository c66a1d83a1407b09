/** Register of enterprises, agencies, public notice, experts, panels, fund and internal limits over HTTP, each as the people who use it. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { agencyListSchema, regionListSchema } from '../contracts/register.ts';
import { creditFileSchema, enterpriseHistorySchema, enterpriseListSchema, enterpriseSchema } from '../contracts/enterprises.ts';
import { fundAuditSchema, fundListSchema } from '../contracts/fund.ts';
import { limitHistorySchema, limitListSchema } from '../contracts/limits.ts';
import { objectionListSchema, objectionReceiptSchema, objectionSchema, ownObjectionListSchema, ownObjectionSchema, publicationViewSchema } from '../contracts/notices.ts';
import { drawProofSchema, drawSchema, panelSchema, reviewsSchema } from '../contracts/panels.ts';
import { repeatDraw, repeatRanking } from '../contracts/repeat.ts';
import { noticeListSchema, publicationListSchema } from '../contracts/people.ts';
import { registerDefinition } from '../db/definitions.ts';
import { createDatabase } from '../db/pool.ts';
import { sha256 } from '../db/record/append.ts';
import { serviceActivities } from '../activities/services.ts';
import { dayOf } from '../domain/calendar/civil-day.ts';
import { createLog } from '../config/log.ts';
import { lots, verifyDraw } from '../domain/panels/draw.ts';
import { productRecall } from '../processes/product-recall/definition.ts';
import { voluntaryReport } from '../test/faults/voluntary-recall.ts';
import { betweenCases } from '../workers/between-cases.ts';
import { fundAgencies } from './fund-agencies.ts';
import { openApi, type Answer, type TestApi } from '../test/support/api.ts';

let api: TestApi;
let caseId: string;
let job = 1_000;
/** A service as a step of the case would call it. */
const serve = async (service: string, input: object) => {
  const { runService } = serviceActivities(api.shell.database, createLog('fatal', 'test'), betweenCases(api.shell.database, api.dependencies.engine));
  const told = await runService({ caseId, job: ++job, service, input: input as never });
  return told as Record<string, never>;
};
const code = (answer: Answer) => `${answer.status} ${answer.body.code ?? ''}`.trim();
const uscc = '91440605MA4W2Q7H9C';

beforeAll(async () => {
  api = await openApi();
  await registerDefinition(api.shell.database, productRecall);
  caseId = (await api.post('/cases', { process: 'product-recall', agency: 'gd-amr', data: voluntaryReport }, { as: 'chenguang' })).body.caseId;
});

describe('agencies and regions', () => {
  it('are found by kind, region and name', async () => {
    const list = async (query: string) => agencyListSchema.parse((await api.get(`/agencies?${query}`)).body).items.map((a) => a.id);
    expect(await list('kind=market&region=440100')).toHaveLength(12);
    expect(await list('kind=police&region=440100')).toEqual(['gz-police']);
    expect(await list(`q=${encodeURIComponent('天河')}`)).toEqual(['gz-tianhe-amr']);
    expect(regionListSchema.parse((await api.get('/regions?parent=440100')).body).items).toHaveLength(11);
  });
  it('are not sent again to who has them', async () => {
    const first = await api.get('/agencies');
    const tag = first.headers.get('etag')!;
    const again = await api.get('/agencies', { headers: { 'if-none-match': tag } });
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', tag]);
    expect((await api.get('/agencies', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    expect((await api.get('/agencies', { as: null })).status).toBe(401);
  });
});

describe('the register of enterprises', () => {
  it('is filled by the case itself, and shown by territory', async () => {
    const names = async (as: string, query = '') => enterpriseListSchema.parse((await api.get(`/enterprises?${query}`, { as })).body).items.map((e) => e.uscc);
    expect(await names('lin')).toContain(uscc);
    expect(await names('pan')).toContain(uscc);
    expect(await names('wu')).not.toContain(uscc);
    expect(await names('chenguang')).toEqual([uscc]);
    expect(await names('citizen')).toEqual([]);
    expect(await names('lin', `q=${encodeURIComponent('晨光')}`)).toEqual([uscc]);
    expect(await names('lin', 'q=nothing')).toEqual([]);
    expect(code(await api.get(`/enterprises/${uscc}`, { as: 'wu' }))).toBe('404 not-found');
    expect(code(await api.get('/enterprises/91440605MA4W2Q7H9D'))).toBe('400 request.invalid');
  });
  it('shows contacts to who handles a case of it and to itself, masked to everybody else', async () => {
    const contact = async (as: string) => enterpriseSchema.parse((await api.get(`/enterprises/${uscc}`, { as })).body);
    const clear = await contact('lin');
    expect(clear.contactsMasked).toBe(false);
    expect(clear.contacts[0]?.phone).toBe(voluntaryReport['contactPhone']);
    expect((await contact('chenguang')).contacts).toEqual(clear.contacts);
    for (const as of ['pan', 'supervisor']) expect((await contact(as)).contacts[0]?.phone, as).toMatch(/^\d{3}\*{4}\d{4}$/);
    expect(clear.cases).toMatchObject({ all: 1, open: 1 });
  });
  it('lists the cases of an enterprise, as far as one may see them', async () => {
    const cases = async (as: string) => (await api.get(`/enterprises/${uscc}/cases`, { as })).body.items.map((c: { id: string }) => c.id);
    expect([await cases('lin'), await cases('chenguang'), await cases('pan')]).toEqual([[caseId], [caseId], []]);
  });
  it('keeps its credit file from cases, with what is public and until when', async () => {
    const entry = { uscc, kind: 'recall', level: null, titleZh: '召回', titleEn: 'Recall', facts: [], decidedOn: '2026-03-02', publicFrom: '2026-03-02', publicUntil: null };
    const told = await serve('credit.record', entry);
    await serve('credit.record', { ...entry, kind: 'penalty', decidedOn: '2026-11-01' });
    expect(await serve('credit.record', { ...entry, uscc: '91440605MA4W2Q7H9D' })).toMatchObject({ ok: false, reason: 'uscc' });
    const file = async (as: string) => creditFileSchema.parse((await api.get(`/enterprises/${uscc}/credit`, { as })).body).items;
    expect((await file('pan')).map((e) => [e.kind, e.standing])).toEqual([['penalty', 'public'], ['recall', 'public']]);
    await serve('credit.withdraw', { entry: told['entry'], why: '决定被撤销' });
    expect((await file('chenguang')).map((e) => [e.standing, e.withdrawnWhy])).toEqual([['public', null], ['withdrawn', '决定被撤销']]);
    expect(enterpriseSchema.parse((await api.get(`/enterprises/${uscc}`)).body).hints.length).toBeGreaterThan(0);
    expect(enterpriseSchema.parse((await api.get(`/enterprises/${uscc}`, { as: 'chenguang' })).body).hints).toEqual([]);
  });
  it('is corrected by administrators alone; what stood before is kept', async () => {
    const correction = { name: '佛山市晨光电器股份有限公司', region: '440605', industry: '家用电器制造', contacts: [], reason: '更名' };
    expect(code(await api.post(`/enterprises/${uscc}`, correction, { as: 'lin' }))).toBe('403 forbidden');
    for (let i = 0; i < 2; i++) expect((await api.post(`/enterprises/${uscc}`, correction, { as: 'admin', key: 'rename' })).body).toMatchObject({ name: correction.name, origin: 'administrator', editable: true });
    const { rows } = await api.shell.database.pool.query('select old, reason, by_id from enterprise_changes');
    expect(rows).toMatchObject([{ reason: '更名', by_id: 'admin', old: { region: expect.any(String) } }]);
    // A later case does not undo it.
    await api.post('/cases', { process: 'product-recall', agency: 'gd-amr', data: voluntaryReport }, { as: 'chenguang' });
    expect((await api.get(`/enterprises/${uscc}`)).body.name).toBe(correction.name);
  });
  it('keeps what a correction does not name, also contacts that the administrator sees masked', async () => {
    const other = '91440101MA5CK83P1C';
    const read = async (as: string) => enterpriseSchema.parse((await api.get(`/enterprises/${other}`, { as })).body);
    const post = (body: object, key?: string) => api.post(`/enterprises/${other}`, { reason: '更正', ...body }, { as: 'admin', ...(key === undefined ? {} : { key }) });
    expect((await post({ region: '440100' })).body).toMatchObject({ code: 'form.invalid', fields: [{ field: 'name', code: 'required' }] });
    await post({ name: '广州海川玩具有限公司', region: '440100', contacts: [{ name: '郑海', phone: '13800138001', duty: '经理' }, { name: '钱进', phone: '13800138002' }] });
    const seen = await read('admin');
    expect(seen.contacts).toEqual([{ name: '郑**', phone: '138****8001', duty: '经理' }, { name: '钱**', phone: '138****8002' }]);

    const correction = { seen: seen.updatedAt, contacts: [{ stored: 0, phone: '13900139000' }, { stored: 1 }] };
    for (let i = 0; i < 2; i++) expect(code(await post(correction, 'telephone'))).toBe('200');
    expect(await read('haichuan')).toMatchObject({ name: '广州海川玩具有限公司', region: '440100', contacts: [{ name: '郑海', phone: '13900139000', duty: '经理' }, { name: '钱进', phone: '13800138002' }] });

    // Places in the list are those of the entry that was looked at.
    expect(code(await post({ ...correction, contacts: [{ stored: 1 }] }))).toBe('409 enterprise.changed');
    expect(code(await post({ contacts: [{ stored: 0 }] }))).toBe('400 request.invalid');
    const { updatedAt } = await read('admin');
    expect((await post({ seen: updatedAt, contacts: [{ stored: 2 }] })).body).toMatchObject({ code: 'form.invalid', fields: [{ field: 'contacts', code: 'not-an-option' }] });
    await post({ industry: '玩具制造' });
    expect((await read('haichuan')).contacts).toHaveLength(2);

    const history = enterpriseHistorySchema.parse((await api.get(`/enterprises/${other}/changes`, { as: 'admin' })).body).items;
    expect(history.map(({ by, entered, changed }) => [by, entered, changed])).toEqual([['管理员', false, ['industry']], ['管理员', false, ['contacts']], ['管理员', true, ['name', 'region', 'contacts']]]);
    expect(code(await api.get(`/enterprises/${other}/changes`, { as: 'haichuan' }))).toBe('403 forbidden');
  });
});

describe('a public notice', () => {
  it('is read by anybody, objected to by anybody with a name, and handled by the agency', async () => {
    const { publication: id } = await serve('notice.open', { kind: 'award', titleZh: '获奖名单公示', titleEn: 'Winners', facts: [{ labelZh: '组织', labelEn: 'Organisation', value: '晨光' }], amount: 5, unit: 'working-day' });
    const page = async () => publicationViewSchema.parse((await api.get(`/publications/${id}`, { as: null })).body);
    expect((await page()).period).toMatchObject({ open: true, settled: false, objections: { open: 0 } });
    expect(publicationListSchema.parse((await api.get('/publications', { as: null })).body).items[0]).toMatchObject({ id, period: { open: true } });
    expect((await api.get('/publications?open=true', { as: null })).body.items.map((p: { id: string }) => p.id)).toContain(id);
    const objection = { grounds: '申报材料不实', contact: '13800138000' };
    expect(code(await api.post(`/publications/${id}/objections`, objection, { as: null }))).toBe('401 auth.required');
    const filed = objectionSchema.parse((await api.post(`/publications/${id}/objections`, objection, { as: 'citizen', key: 'o1' })).body);
    expect((await api.post(`/publications/${id}/objections`, objection, { as: 'citizen', key: 'o1' })).body.id).toBe(filed.id);
    expect(code(await api.post(`/publications/${id}/objections`, { ...objection, grounds: '另一理由' }, { as: 'citizen', key: 'o1' }))).toBe('422 idempotency.conflict');
    expect(code(await api.post(`/publications/${id}/objections`, objection, { as: 'citizen' }))).toBe('409 notice.objected');
    // 收到异议: the agency is told once, and is led to where it is answered; nobody else is told.
    const told = async (as: string) => noticeListSchema.parse((await api.get('/notices', { as })).body).items.filter((n) => n.publication === id);
    expect((await told('lin')).map((n) => [n.subject.zh, n.caseId])).toEqual([['收到异议', caseId]]);
    for (const as of ['citizen', 'chenguang', 'wu', 'supervisor']) expect(await told(as), as).toEqual([]);
    const list = async (as: string) => objectionListSchema.parse((await api.get(`/publications/${id}/objections`, { as })).body);
    expect((await list('lin')).items[0]).toMatchObject({ name: '陈伟', contact: objection.contact });
    expect((await list('supervisor')).items[0]).toMatchObject({ contact: null });
    expect((await list('chenguang')).items).toEqual([]);
    expect((await list('citizen')).items).toHaveLength(1);
    expect((await page()).period).toMatchObject({ objections: { open: 1 } });
    expect(JSON.stringify(await page())).not.toContain('陈伟');

    const decision = { decision: 'rejected', reply: '经核实，材料属实' };
    expect(code(await api.post(`/objections/${filed.id}/handle`, decision, { as: 'chenguang' }))).toBe('404 not-found');
    expect(code(await api.post(`/objections/${filed.id}/handle`, decision, { as: 'citizen' }))).toBe('403 forbidden');
    expect((await api.post(`/objections/${filed.id}/handle`, decision, { as: 'lin' })).body).toMatchObject({ status: 'rejected', handledBy: '林晓' });
    expect((await api.post(`/objections/${filed.id}/handle`, decision, { as: 'lin' })).status).toBe(200);
    expect(code(await api.post(`/objections/${filed.id}/handle`, decision, { as: 'zhou' }))).toBe('409 objection.handled');
    expect((await list('citizen')).items[0]).toMatchObject({ status: 'rejected', reply: decision.reply });
    // The objector is told, and finds state and answer in a list of their own.
    expect((await told('citizen')).map((n) => [n.subject.zh, n.answered])).toEqual([['异议已答复', true]]);
    const own = async (as: string) => ownObjectionListSchema.parse((await api.get('/objections/mine', { as })).body).items;
    expect(await own('citizen')).toMatchObject([{ number: filed.number, title: { zh: '获奖名单公示' }, agencyName: { zh: '广东省市场监督管理局' }, status: 'rejected', handledBy: '林晓', handledAt: expect.any(String), reply: decision.reply }]);
    expect(await own('haichuan')).toEqual([]);
    expect(code(await api.get('/objections/mine', { as: null }))).toBe('401 auth.required');
    await api.shell.database.pool.query(`update publications set closes_at = now() - interval '1 second' where id = $1`, [id]);
    expect(code(await api.post(`/publications/${id}/objections`, objection, { as: 'haichuan' }))).toBe('409 notice.over');
    expect((await page()).period).toMatchObject({ open: false, settled: true });
    expect((await api.get('/publications?open=true', { as: null })).body.items.map((p: { id: string }) => p.id)).not.toContain(id);
  });
  it('takes at most one open objection of a person, also when they click many times at once', async () => {
    const { publication: id } = await serve('notice.open', { kind: 'award', titleZh: '公示', titleEn: 'Notice', facts: [], amount: 5, unit: 'working-day' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => api.post(`/publications/${id}/objections`, { grounds: '异议', contact: '1' }, { as: 'citizen' })));
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
  });
});

describe('what is published', () => {
  const penalty = { kind: 'penalty', titleZh: '行政处罚：晨光', titleEn: 'Penalty', facts: [{ labelZh: '罚款', labelEn: 'Fine', value: '50000' }] };
  const shown = async () => publicationListSchema.parse((await api.get('/publications', { as: null })).body).items.filter((p) => p.kind === 'penalty').map((p) => p.id);
  const one = async (id: string) => publicationViewSchema.parse((await api.get(`/publications/${id}`, { as: null })).body);
  it('is public until its last day, and a withdrawn one leaves the reason alone; what is published anew stays', async () => {
    await serve('publish', penalty);
    const first = `${caseId}:j${job}`;
    await serve('publish.end', { kind: 'penalty', until: '2099-01-01', why: null });
    expect([await shown(), (await one(first)).ended]).toEqual([[first], null]);
    await serve('publish.end', { kind: 'penalty', until: '2026-01-01', why: null });
    expect([await shown(), await one(first)]).toMatchObject([[], { ended: { kind: 'over', on: '2026-01-01' }, facts: [] }]);
    // What is over does not come back because its like is published again.
    await serve('publish.end', { kind: 'penalty', until: '2099-01-01', why: null });
    expect(await shown()).toEqual([]);
    await serve('publish', { ...penalty, kind: 'recall-plan' });
    const plan = `${caseId}:j${job}`;
    await serve('publish.end', { kind: 'recall-plan', until: 'today', why: null });
    expect([(await one(plan)).ended, (await api.shell.database.pool.query('select public_until::text from publications where id = $1', [plan])).rows[0].public_until]).toEqual([null, dayOf(Date.now())]);
    const withdrawing = ++job;
    const withdraw = () => serviceActivities(api.shell.database, createLog('fatal', 'test'), betweenCases(api.shell.database, api.dependencies.engine)).runService({ caseId, job: withdrawing, service: 'publish.end', input: { kind: 'penalty', until: null, why: '决定被依法撤销' } });
    await withdraw();
    await serve('publish', { ...penalty, facts: [] });
    const second = `${caseId}:j${job}`;
    await withdraw(); // told once more, late
    expect([await shown(), await one(first)]).toMatchObject([[second], { ended: { kind: 'withdrawn', why: '决定被依法撤销' }, facts: [], period: null }]);
    // Of the case of somebody else, or of another kind, it ends nothing.
    await serve('publish.end', { kind: 'award', until: null, why: 'x' });
    expect(await shown()).toEqual([second]);
  });
});

describe('an objection without an account', () => {
  const letter = { name: '李明', contact: '13900139000', grounds: '名单第三项与事实不符，附照片' };
  const lookup = (number: string, secret: string) => api.post('/objections/lookup', { number, code: secret }, { as: null });
  let id: string;
  const object = (body: object, key?: string) => api.post(`/publications/${id}/objections/unregistered`, body, { as: null, ...(key === undefined ? {} : { key }) });

  it('gives a receipt, by which the objector, and nobody else, reads the answer', async () => {
    ({ publication: id } = await serve('notice.open', { kind: 'award', titleZh: '受理名单公示', titleEn: 'Applicants', facts: [], amount: 5, unit: 'working-day' }) as unknown as { publication: string });
    const filed = await object(letter, 'letter-1');
    expect(filed.status).toBe(201);
    const receipt = objectionReceiptSchema.parse(filed.body);
    expect(receipt).toMatchObject({ publication: id, number: expect.stringMatching(/^YY\d{8}-\d{5}$/), code: expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/) });
    // A lost answer: the same request gets the same receipt; another content under the same key gets none.
    expect((await object(letter, 'letter-1')).body).toEqual(receipt);
    expect(code(await object({ ...letter, grounds: '另一理由' }, 'letter-1'))).toBe('422 idempotency.conflict');

    // 实名: who it is and how to reach them is asked, and told to the agency alone, with the warning that nobody has checked it.
    for (const wrong of [{ ...letter, name: '' }, { ...letter, contact: '不告诉你' }, { grounds: letter.grounds, contact: letter.contact }]) expect(code(await object(wrong))).toBe('400 request.invalid');
    const page = await api.get(`/publications/${id}`, { as: null });
    expect(page.body.period.objections).toEqual({ open: 1, upheld: 0, rejected: 0 });
    const openToAll = JSON.stringify([page.body, (await api.get('/publications', { as: null })).body, (await api.get(`/publications/${id}/objections`, { as: 'haichuan' })).body]);
    for (const secret of [letter.name, letter.contact, letter.grounds, receipt.code]) expect(openToAll).not.toContain(secret);
    const list = objectionListSchema.parse((await api.get(`/publications/${id}/objections`)).body).items;
    expect(list).toMatchObject([{ number: receipt.number, name: letter.name, contact: letter.contact, registered: false, mine: false }]);
    expect(await serve('notice.objections', { publication: id })).toMatchObject({ objections: [{ name: letter.name, contact: `${letter.contact}（未登录提出，身份待核实）` }] });
    const { rows } = await api.shell.database.pool.query('select code_hash, code_salt from objections where number = $1', [receipt.number]);
    expect(JSON.stringify(rows)).not.toContain(receipt.code.replaceAll('-', ''));

    const waiting = ownObjectionSchema.parse((await lookup(receipt.number, receipt.code)).body);
    expect(waiting).toMatchObject({ status: 'open', reply: null, grounds: letter.grounds });
    expect(JSON.stringify(waiting)).not.toMatch(new RegExp(`${letter.name}|${letter.contact}`));
    expect((await api.post(`/objections/${list[0]!.id}/handle`, { decision: 'refused', reply: '与公示事项无关，不予受理' }, { as: 'lin' })).status).toBe(200);
    // As it is read out or typed: small letters, blanks instead of dashes.
    const answered = ownObjectionSchema.parse((await lookup(` ${receipt.number.toLowerCase()}`, receipt.code.toLowerCase().replaceAll('-', ' '))).body);
    expect(answered).toMatchObject({ status: 'refused', handledBy: '林晓', agencyName: { zh: '广东省市场监督管理局' }, reply: '与公示事项无关，不予受理', handledAt: expect.any(String) });
    expect((await api.get(`/publications/${id}`, { as: null })).body.period.objections).toEqual({ open: 0, upheld: 0, rejected: 1 });
  });

  it('answered by a case, it names whoever decided the case last', async () => {
    const deciding = (await api.post('/cases', { process: 'product-recall', agency: 'gd-amr', data: voluntaryReport }, { as: 'chenguang' })).body.caseId;
    const { rows: [waiting] } = await api.shell.database.pool.query(`insert into objections (id, number, publication, case_id, name, contact, grounds, filed_at, status, person)
      values (gen_random_uuid(), 'YY1', $1, $2, '陈伟', 'x', 'x', now(), 'open', 'tan') returning id`, [id, caseId]);
    const { tasks: [first] } = (await api.get(`/cases/${deciding}`)).body;
    expect((await api.post(`/cases/${deciding}/tasks/${first.task}/complete`, { outcome: 'accepted', data: {} }, { as: 'zhou' })).status).toBe(200);
    const { runService } = serviceActivities(api.shell.database, createLog('fatal', 'test'), betweenCases(api.shell.database, api.dependencies.engine));
    const answer = { caseId: deciding, job: 900, service: 'objection.answer', input: { objection: waiting.id, decision: 'upheld', reply: '属实' } };
    expect([await runService(answer), await runService(answer)]).toEqual([{ ok: true, reason: null }, { ok: true, reason: null }]);
    expect(ownObjectionListSchema.parse((await api.get('/objections/mine', { as: 'tan' })).body).items).toMatchObject([{ status: 'upheld', handledBy: '周敏', reply: '属实' }]);
  });

  it('says the same to a wrong number, a wrong code and the number of somebody with an account, and soon says nothing more', async () => {
    const [other] = ownObjectionListSchema.parse((await api.get('/objections/mine', { as: 'citizen' })).body).items;
    const { rows: [mine] } = await api.shell.database.pool.query('select number from objections where person is null');
    const answers = [];
    for (const number of [mine.number, 'YY19990101-00001', other!.number]) answers.push(await lookup(number, 'XXXX-XXXX-XXXX'));
    expect(answers.map(code)).toEqual(['404 objection.no-match', '404 objection.no-match', '404 objection.no-match']);
    expect(new Set(answers.map((a) => JSON.stringify({ ...a.body, instance: '' }))).size).toBe(1);
    // A minute may end in between: it takes a few more then.
    let last = answers[0]!;
    for (let i = 0; i < 25 && last.status !== 429; i++) last = await lookup(mine.number, 'XXXX-XXXX-XXXX');
    expect([code(last), Number(last.headers.get('retry-after')) <= 60]).toEqual(['429 request.too-many', true]);
  });

  it('cannot be filed by the thousand: an address files ten in an hour, and so many wait for one notice that it still ends; whoever signs in may always object', async () => {
    await api.shell.database.pool.query(`insert into objections (id, number, publication, case_id, name, contact, grounds, filed_at, status, code_salt, code_hash)
      select gen_random_uuid(), 'F' || n, $1, $2, 'x', 'x', 'x', now(), 'open', 'x', 'x' || n from generate_series(1, 100) n`, [id, caseId]);
    let answer = await object(letter);
    expect(code(answer)).toBe('409 notice.crowded');
    expect((await api.post(`/publications/${id}/objections`, { grounds: '异议', contact: '1' }, { as: 'haichuan' })).status).toBe(201);
    for (let i = 0; i < 25 && answer.status !== 429; i++) answer = await object(letter);
    expect(code(answer)).toBe('429 request.too-many');
  });
});

describe('experts, the lot and the panel', () => {
  it('a secretariat keeps the register, a supervisor witnesses, anybody repeats the draw, experts score and nobody sees another’s points', async () => {
    const expert = (name: string, person: string | null) =>
      ({ name, title: null, employer: '华南理工大学', employerUscc: null, region: '440000', fields: ['质量'], phone: '13800138009', person, active: true, kin: [], advised: [] });
    expect(code(await api.post('/experts', expert('甲', null), { as: 'lin' }))).toBe('403 forbidden');
    for (const [name, person] of [['沈知行', 'shen'], ['范思远', 'fan'], ['顾言', 'gu'], ['丁', null]] as const) {
      expect((await api.post('/experts', expert(name, person), { as: 'tan' })).status).toBe(201);
    }
    expect(code(await api.post('/experts', expert('又一人', 'shen'), { as: 'tan' }))).toBe('409 expert.account');
    expect((await api.get(`/experts?field=${encodeURIComponent('质量')}`, { as: 'lin' })).body.items.map((e: { phone: null }) => e.phone)).toEqual([null, null, null, null]);
    expect(code(await api.get('/experts', { as: 'chenguang' }))).toBe('403 forbidden');

    const { draw: id } = await serve('draw.commit', { subject: '质量奖评审', region: null, applicants: [], strata: [{ field: '质量', seats: 3 }] });
    const proof = async () => drawProofSchema.parse((await api.get(`/draws/${id}/proof`, { as: null })).body);
    const before = await proof();
    // Its subject may name an applicant: it is public when the case has published something, which this one has.
    expect(before).toMatchObject({ subject: '质量奖评审', agencyName: { zh: '广东省市场监督管理局' } });
    expect([before.nonce, before.seed, before.order]).toEqual([null, null, null]);
    const { rows: [secret] } = await api.shell.database.pool.query('select nonce from draws where id = $1', [id]);
    expect(JSON.stringify([before, (await api.get(`/cases/${caseId}/draws`)).body])).not.toContain(secret.nonce);
    expect(code(await api.post(`/draws/${id}/reveal`, { word: '随便' }, { as: 'lin' }))).toBe('403 draw.not-witness');
    const drawn = drawSchema.parse((await api.post(`/draws/${id}/reveal`, { word: '风调雨顺' }, { as: 'supervisor' })).body);
    expect(drawn.seats).toHaveLength(3);
    expect(code(await api.post(`/draws/${id}/reveal`, { word: '再来一次' }, { as: 'supervisor' }))).toBe('409 draw.revealed');
    const after = await proof();
    expect([after.commitment, after.listHash]).toEqual([before.commitment, before.listHash]);
    expect(verifyDraw(after.id, { ...after, nonce: after.nonce!, word: after.word!, seed: after.seed! }, sha256)).toEqual([]);
    expect(lots(after.plan, after.candidates, after.seed!, sha256)).toEqual(after.order);
    // Nobody's name, employer or account is in it; a notice of the same case leads to it.
    for (const name of ['沈知行', '范思远', '顾言', '华南理工大学', 'shen', '罗明', 'supervisor']) expect(JSON.stringify(after)).not.toContain(name);
    const [notice] = publicationListSchema.parse((await api.get('/publications', { as: null })).body).items;
    expect(publicationViewSchema.parse((await api.get(`/publications/${notice!.id}`, { as: null })).body).draws).toMatchObject([{ id, revealedAt: after.revealedAt }]);

    // The one without an account declines: the fourth takes the seat.
    const fourth = drawn.seats!.some((s) => s.name === '丁') ? '丁' : drawn.seats![0]!.name;
    const out = drawn.seats!.find((s) => s.name === fourth)!;
    const refilled = drawSchema.parse((await api.post(`/draws/${id}/decline`, { expert: out.expert, kind: 'refused', reason: '出差' }, { as: 'lin' })).body);
    expect(refilled.seats!.map((s) => s.name)).not.toContain(fourth);
    expect(refilled.seats).toHaveLength(3);
    expect(code(await api.post(`/draws/${id}/decline`, { expert: out.expert, kind: 'refused', reason: '出差' }, { as: 'lin' }))).toBe('422 draw.not-drawn');

    // 应邀: whoever was drawn says so; nobody else learns that there was a draw.
    const accounts: Record<string, string> = { 沈知行: 'shen', 范思远: 'fan', 顾言: 'gu' };
    const [comes, other] = refilled.seats!.flatMap((s) => accounts[s.name] ?? []) as [string, string];
    const reviews = async (as: string) => reviewsSchema.parse((await api.get('/reviews', { as })).body);
    expect((await reviews(comes)).invitations).toMatchObject([{ draw: id, field: '质量', answer: null }]);
    expect((await api.post(`/draws/${id}/answer`, { answer: 'accepted' }, { as: comes })).body).toMatchObject({ answer: 'accepted' });
    expect(code(await api.post(`/draws/${id}/answer`, { answer: 'accepted' }, { as: 'citizen' }))).toBe('404 not-found');
    expect(code(await api.post(`/draws/${id}/decline`, { expert: refilled.seats![0]!.expert, kind: 'refused', reason: '出差' }, { as: other }))).toBe('403 panel.not-runner');
    const shown = drawSchema.parse((await api.get(`/draws/${id}`, { as: 'supervisor' })).body);
    expect(shown.seats!.filter((s) => s.acceptedAt !== null).map((s) => accounts[s.name])).toEqual([comes]);
    for (const as of ['chenguang', 'wu', comes]) expect(code(await api.get(`/draws/${id}`, { as })), as).toMatch(/^404/);
    expect(repeatDraw(await proof(), sha256)).toEqual({ wrong: [], seats: shown.seats!.map(({ field, expert }) => ({ field, expert })) });
    expect(repeatDraw({ ...(await proof()), word: '别的词' }, sha256)?.wrong).toEqual(['seed']);

    const { panel } = await serve('panel.open', {
      draw: id, nameZh: '评审组', nameEn: 'Panel', applicants: [{ id: 'a', name: '甲公司', uscc: null, people: [] }, { id: 'b', name: '乙公司', uscc: null, people: [] }],
      criteria: [{ id: 'lead', zh: '领导', en: 'Leadership', max: 10_000, weight: 1 }], trim: 0, quorum: 2, places: 1, threshold: null, outlier: null, ties: [],
    });
    const seated = [['沈知行', 'shen'], ['范思远', 'fan'], ['顾言', 'gu']].filter(([name]) => refilled.seats!.some((s) => s.name === name)).map(([, person]) => person!);
    expect(seated.length).toBeGreaterThanOrEqual(2);
    expect(code(await api.post(`/draws/${id}/answer`, { answer: 'refused', reason: '出差' }, { as: comes }))).toBe('409 draw.seated');
    expect((await reviews('lin')).running).toMatchObject([{ id: panel, sheets: 0, asked: 6 }]);
    expect((await reviews('chenguang')).running).toEqual([]);
    const hand = (as: string, applicant: string, lead: number) => api.post(`/panels/${panel}/sheets`, { applicant, scores: { lead } }, { as });
    for (const as of seated) {
      expect((await hand(as, 'a', 9_000)).status).toBe(200);
      expect((await hand(as, 'b', 5_000)).status).toBe(200);
    }
    expect((await hand(seated[0]!, 'b', 6_000)).status).toBe(200);
    expect(code(await hand(seated[0]!, 'b', 10_001))).toBe('422 panel.sheet');
    expect(code(await hand('lin', 'a', 1))).toBe('403 panel.not-member');
    expect(code(await hand('citizen', 'a', 1))).toBe('404 not-found');
    const seen = async (as: string) => panelSchema.parse((await api.get(`/panels/${panel}`, { as })).body);
    expect((await seen(seated[1]!)).sheets.map((s) => s.scores['lead'])).toEqual([9_000, 5_000]);
    expect((await seen('lin')).sheets).toEqual([]);
    expect((await reviews(seated[0]!)).scoring).toMatchObject([{ id: panel, sheets: 2, asked: 2 }]);
    expect(code(await api.post(`/panels/${panel}/close`, {}, { as: seated[0]! }))).toBe('403 panel.members-score');
    expect(code(await api.post(`/panels/${panel}/close`, {}, { as: 'supervisor' }))).toBe('403 panel.not-runner');
    const closed = panelSchema.parse((await api.post(`/panels/${panel}/close`, {}, { as: 'lin' })).body);
    expect(closed.result).toMatchObject({ awarded: ['a'], vacant: 0, ranking: [{ name: '甲公司', rank: 1, score: 9_000 }, { rank: 2 }] });
    expect((await seen('lin')).sheets.length).toBe(seated.length * 2);
    expect(code(await hand(seated[0]!, 'a', 1))).toBe('409 panel.closed');
    // The ranking follows from what is shown, under the digest that was sealed.
    expect(repeatRanking(await seen('supervisor'), sha256)).toEqual({ digest: closed.result!.digest, same: true });
    const forged = await seen('lin');
    forged.sheets[0]!.scores['lead'] = 9_999;
    expect(repeatRanking(forged, sha256)?.same).toBe(false);
  });
});

describe('a recusal on a panel', () => {
  it('takes a member from one applicant, with what they have handed in for it, and is theirs or the office’s to declare', async () => {
    const { draw } = await serve('draw.commit', { subject: '回避', region: null, applicants: [], strata: [{ field: '质量', seats: 3 }] });
    let { seats } = drawSchema.parse((await api.post(`/draws/${draw}/reveal`, { word: '见证' }, { as: 'supervisor' })).body);
    const accounts: Record<string, string> = { 沈知行: 'shen', 范思远: 'fan', 顾言: 'gu' };
    for (const s of seats!.filter((one) => accounts[one.name] === undefined)) ({ seats } = drawSchema.parse((await api.post(`/draws/${draw}/decline`, { expert: s.expert, kind: 'refused', reason: '出差' }, { as: 'lin' })).body));
    const applicant = (id: string) => ({ id, name: `${id}公司`, uscc: null, people: [] });
    const { panel } = await serve('panel.open', {
      draw, nameZh: '评审组', nameEn: 'Panel', applicants: [applicant('a'), applicant('b')], criteria: [{ id: 'lead', zh: '领导', en: 'Leadership', max: 10_000, weight: 1 }],
      trim: 0, quorum: 2, places: 1, threshold: null, outlier: null, ties: [],
    });
    const hand = (as: string, id: string, lead: number) => api.post(`/panels/${panel}/sheets`, { applicant: id, scores: { lead } }, { as });
    const [first, second, third] = seats!.map((s) => accounts[s.name]!) as [string, string, string];
    for (const [as, points] of [[first, 9_900], [second, 6_000], [third, 6_000]] as const) for (const id of ['a', 'b']) expect((await hand(as, id, points)).status).toBe(200);
    const recuse = (as: string, body: object) => api.post(`/panels/${panel}/recuse`, body, { as });
    const reason = '配偶近日入职该单位';
    expect(code(await recuse('supervisor', { applicant: 'a', member: seats![0]!.expert, reason }))).toBe('403 panel.not-runner');
    expect(code(await recuse(second, { applicant: 'a', member: seats![0]!.expert, reason }))).toBe('403 panel.not-runner');
    expect(code(await recuse(first, { applicant: 'c', reason }))).toBe('422 panel.sheet');
    expect(panelSchema.parse((await recuse(first, { applicant: 'a', reason })).body).applicants).toMatchObject([{ id: 'a', recused: true }, { id: 'b', recused: false }]);
    expect(code(await hand(first, 'a', 9_900))).toBe('403 panel.recused');
    expect(panelSchema.parse((await recuse('lin', { applicant: 'b', member: seats![1]!.expert, reason })).body).recusals.map((r) => [r.applicant, r.by])).toEqual([['a', expect.any(String)], ['b', '林晓']]);
    // Of a: 60 and 60; of b: 99 and 60.
    const closed = panelSchema.parse((await api.post(`/panels/${panel}/close`, {}, { as: 'lin' })).body);
    expect(closed.result!.ranking.map((r) => [r.applicant, r.score])).toEqual([['b', 7_950], ['a', 6_000]]);
    expect(closed.sheets).toHaveLength(4);
    expect(repeatRanking(closed, sha256)?.same).toBe(true);
    expect(code(await recuse('lin', { applicant: 'a', member: seats![2]!.expert, reason }))).toBe('409 panel.closed');
  });
});

describe('the fund', () => {
  it('is a matter of few agencies, which are kept for a minute and not asked for at each sign-in', async () => {
    const { database } = api.shell;
    const now = Date.now();
    const before = await fundAgencies(database, now);
    expect(before).toContain('gd-amr');
    await database.pool.query(`insert into funds (id, name, agency, ceiling, available, reserved, committed, disbursed, recovered, seq, head) select 'gz-quality', name, 'gz-amr', 1, 1, 0, 0, 0, 0, 0, '' from funds where id = 'gd-quality'`);
    expect(await fundAgencies(database, now + 59_999)).toBe(before);
    expect(await fundAgencies(database, now + 60_000)).toContain('gz-amr');
    await database.pool.query(`delete from funds where id = 'gz-quality'`);
    const away = createDatabase('postgres://nobody@127.0.0.1:1/nothing', { max: 1, log: createLog('fatal', 'test') });
    expect(await fundAgencies(away)).toEqual([]);
    await away.pool.end();
  });
  it('is seen with its entries and its audit by those whose concern it is', async () => {
    await serve('fund.reserve', { fund: 'gd-quality', amount: 100, note: '项目' });
    for (const as of ['lin', 'qiu', 'cai', 'supervisor']) expect(fundListSchema.parse((await api.get('/funds', { as })).body).items, as).toMatchObject([{ id: 'gd-quality', ceiling: 50_000_000_000, reserved: 100 }]);
    for (const as of ['chenguang', 'wu', 'tang']) expect((await api.get('/funds', { as })).body.items, as).toEqual([]);
    expect((await api.get('/funds/gd-quality/entries?limit=1', { as: 'cai' })).body).toMatchObject({ items: [{ operation: 'reserve', amount: 100, caseId }], next: expect.any(String) });
    expect(fundAuditSchema.parse((await api.get('/funds/gd-quality/audit', { as: 'supervisor' })).body)).toMatchObject({ sound: true, entries: 2, debits: 50_000_000_100 });
    expect(code(await api.get('/funds/gd-quality/audit', { as: 'chenguang' }))).toBe('404 not-found');
  });
});

describe('internal limits', () => {
  const acceptance = async (id: string) => vi.waitFor(async () => {
    const clock = (await api.get(`/cases/${id}/clocks`)).body.items.find((c: { clock: string }) => c.clock === 'acceptance');
    if (!clock) throw new Error('the clock has not started');
    return clock;
  }, { timeout: 20_000 });
  it('are changed by an administrator of the province with a reason, for cases that start afterwards', async () => {
    const change = (body: object, call: { as: string; key?: string }) => api.post('/settings/limits/product-recall/acceptance', { amount: 8, unit: 'working-day', reason: '人手不足', version: 0, ...body }, call);
    expect(code(await change({}, { as: 'lin' }))).toBe('403 forbidden');
    expect(code(await change({ version: 4 }, { as: 'admin' }))).toBe('409 limit.changed');
    for (let i = 0; i < 2; i++) expect((await change({}, { as: 'admin', key: 'limit-1' })).body).toMatchObject({ standard: { amount: 3 }, inForce: { amount: 8 }, version: 1 });
    expect(code(await change({}, { as: 'admin' }))).toBe('409 limit.changed');
    expect(code(await api.post('/settings/limits/product-recall/plan', { amount: 8, unit: 'working-day', reason: '想要', version: 0 }, { as: 'admin' }))).toBe('404 limit.unknown');
    const old = await acceptance(caseId);
    expect(old.budget.amount).toBe(3);
    const later = (await api.post('/cases', { process: 'product-recall', agency: 'gd-amr', data: voluntaryReport }, { as: 'chenguang', key: randomUUID() })).body.caseId;
    expect(await acceptance(later)).toMatchObject({ budget: { amount: 8 }, basis: { version: '第1次调整' } });
    expect(limitHistorySchema.parse((await api.get('/settings/limits/product-recall/acceptance/changes')).body).items).toMatchObject([{ version: 1, old: { amount: 3 }, new: { amount: 8 }, reason: '人手不足', by: '管理员' }]);
    const list = limitListSchema.parse((await api.get('/settings/limits', { as: 'admin' })).body);
    expect(list.changeable).toBe(true);
    expect(list.items.map((l) => l.clock)).toEqual(expect.arrayContaining(['acceptance', 'closing']));
    expect(list.items.map((l) => l.clock)).not.toContain('plan');
  });
});
