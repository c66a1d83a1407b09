/** 文书 over HTTP, on real parts: a step issues one, whom it is addressed to reads it, nobody else does; service, uploads, evidence, the register of seals. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { contentOf } from '../activities/services/documents.ts';
import { documentListSchema, evidenceListSchema, fileListSchema, sealListSchema, type DocumentView } from '../contracts/documents.ts';
import { definitionHash, registerDefinition } from '../db/definitions.ts';
import { readEvents } from '../db/record/read.ts';
import { compact, docxText, pdfPages } from '../documents/read.test-support.ts';
import { render } from '../documents/render.ts';
import type { Drafted } from '../domain/documents/facts.ts';
import { dayOf } from '../domain/calendar/civil-day.ts';
import { describeProcess } from '../domain/model/builder.ts';
import { field } from '../domain/model/builder-fields.ts';
import { internalTarget, workingDays } from '../domain/model/builder-clocks.ts';
import { text } from '../domain/text.ts';
import { openApi, type Answer, type TestApi } from '../test/support/api.ts';

const uscc = { chenguang: '91440605MA4W2Q7H9C', haichuan: '91440101MA5CK83P1C' };
/** Two firms in a dispute: each gets a document of its own. */
const dispute = describeProcess({
  key: 'test-dispute', version: 1, name: text('争议处理', 'Dispute'), summary: text('争议', 'Dispute'), numberWord: '争',
  roles: { officer: text('承办人', 'Officer') }, parties: { one: { name: text('甲方', 'One'), usccField: 'oneUscc' }, other: { name: text('乙方', 'Other'), usccField: 'otherUscc' } },
  fields: {
    oneUscc: field.uscc('甲方代码', 'One'), otherUscc: field.uscc('乙方代码', 'Other'), oneName: field.text('甲方', 'One'), subject: field.text('事由', 'Subject'), decisionNo: field.text('文号', 'Number'),
    servedOn: field.date('送达日期', 'Served on', { past: true }), way: field.text('方式', 'Way'),
  },
  outcomes: { done: text('办结', 'Done') }, starters: [{ kind: 'office', role: 'officer' }], startForm: { oneUscc: 'required', otherUscc: 'required', oneName: 'required', subject: 'required' }, title: '"争议：" + subject',
  documents: {
    decision: {
      title: text('受理决定书', 'Decision'), issuer: { kind: 'agency', agency: { kind: 'handling' } }, number: { word: '争受', ordinal: true }, sealed: true, served: { on: 'servedOn', way: 'way' },
      to: [{ kind: 'party', party: 'one', name: 'name' }], values: { name: 'oneName', subject: 'subject' }, addressee: '{name}：',
      blocks: [{ kind: 'paragraph', text: '关于{subject}的投诉，我局决定受理。' }, { kind: 'signature' }],
    },
  },
})
  .steps((s) => ({
    filed: s.start('提交', 'Filed'),
    sign: s.user('签发', 'Sign', { by: s.office('officer'), form: s.shows('subject'), outcomes: { signed: s.positive('签发', 'Signed') } }),
    make: s.document('制作决定书', 'Make the decision', 'decision', { decisionNo: 'number' }),
    answer: s.user('答复', 'Answer', { by: s.office('officer'), form: { ...s.shows('decisionNo'), ...s.mayGive('servedOn') }, outcomes: { done: s.positive('办结', 'Done') } }),
    end: s.end('办结', 'Done', 'done'),
  }))
  .flows(({ path }) => [path('filed', 'sign', 'make', 'answer', 'end')])
  .clocks(({ clock, office, entered, completed }) => ({ answer: clock('答复时限', 'Answer', { duty: office('officer'), startsFrom: 'servedOn', rules: [workingDays(5, internalTarget)], start: [entered('answer')], stop: [completed('answer')] }) }));

let api: TestApi;
const code = ({ status, body }: Answer): string => `${status} ${body.code ?? ''}`.trim();
const today = dayOf(Date.now());

async function open(subject = '𠮷田牌电热水壶'): Promise<string> {
  const data = { oneUscc: uscc.chenguang, otherUscc: uscc.haichuan, oneName: '佛山市晨光电器有限公司', subject };
  return (await api.post('/cases', { process: 'test-dispute', agency: 'gd-amr', data })).body.caseId;
}
const documents = async (caseId: string, as = 'lin') => documentListSchema.parse((await api.get(`/cases/${caseId}/documents`, { as })).body);
async function issue(caseId: string): Promise<DocumentView> {
  const { tasks } = (await api.get(`/cases/${caseId}`)).body;
  expect((await api.post(`/cases/${caseId}/tasks/${tasks[0].task}/complete`, { outcome: 'signed' })).status).toBe(200);
  return vi.waitFor(async () => {
    const [found] = (await documents(caseId)).items;
    if (found?.status !== 'issued') throw new Error('the document is not issued yet');
    return found;
  }, { timeout: 30_000, interval: 50 });
}
async function fetchFile(path: string, as: string, headers: Record<string, string> = {}): Promise<Response> {
  const { status, headers: told, ...answer } = await fetch(`${api.url}/api/v1${path}`, { headers: { authorization: `Bearer ${await api.provider.tokenFor(as)}`, ...headers } }).then(async (r) => ({ status: r.status, headers: r.headers, bytes: await r.arrayBuffer() }));
  // Read to its end: a connection with an answer nobody reads keeps the app from closing.
  return new Response(status === 304 ? null : answer.bytes, { status, headers: told });
}
async function upload(caseId: string, name: string, bytes: Uint8Array, { as = 'lin', purpose = 'evidence' } = {}): Promise<Answer> {
  const response = await fetch(`${api.url}/api/v1/cases/${caseId}/files?name=${encodeURIComponent(name)}&purpose=${purpose}`, {
    method: 'POST', body: bytes as unknown as BodyInit, headers: { authorization: `Bearer ${await api.provider.tokenFor(as)}`, 'content-type': 'application/octet-stream' },
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
const png = (n: number): Uint8Array => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, n]);

beforeAll(async () => {
  api = await openApi();
  await registerDefinition(api.shell.database, dispute);
});

describe('a document that a step issues', () => {
  it('is numbered, sealed, and read by whom it is addressed to; another party learns nothing of it', async () => {
    const caseId = await open();
    const document = await issue(caseId);
    expect(document).toMatchObject({ number: `粤市监争受〔${today.slice(0, 4)}〕第1号`, status: 'issued', seal: { series: `粤市监用印〔${today.slice(0, 4)}〕`, by: '林晓' }, addressees: [{ name: '佛山市晨光电器有限公司', mine: false, service: null }] });
    const path = `/cases/${caseId}/documents/${document.document}/file`;
    const mine = await fetchFile(`${path}?format=pdf`, 'chenguang');
    const bytes = new Uint8Array(await mine.arrayBuffer());
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect([mine.status, mine.headers.get('content-type'), mine.headers.get('etag')]).toEqual([200, 'application/pdf', `"${sha256}"`]);
    expect(document.files.find((f) => f.format === 'pdf')?.sha256).toBe(sha256);
    expect(mine.headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent('受理决定书粤市监争受')}`);
    expect(mine.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(mine.headers.get('content-security-policy')).toContain('sandbox');
    expect(compact((await pdfPages(bytes))[0]!)).toContain('关于𠮷田牌电热水壶的投诉，我局决定受理。');
    expect(docxText(new Uint8Array(await (await fetchFile(`${path}?format=docx`, 'chenguang')).arrayBuffer()))).toContain('关于𠮷田牌电热水壶的投诉，我局决定受理。');
    expect((await fetchFile(`${path}?format=pdf`, 'chenguang', { 'if-none-match': `"${sha256}"` })).status).toBe(304);

    expect(code(await api.get(path, { as: 'haichuan' }))).toBe('404 file.not-found');
    expect((await documents(caseId, 'haichuan')).items).toEqual([]);
    expect(JSON.stringify((await api.get(`/cases/${caseId}/timeline`, { as: 'haichuan' })).body)).not.toContain('受理决定书');
    expect(code(await api.get(path, { as: 'yuehang' }))).toBe('404 case.not-found');
    expect((await documents(caseId, 'chenguang')).items).toHaveLength(1);
    expect((await documents(caseId, 'supervisor')).items).toHaveLength(1);
    expect((await api.get(`/cases/${caseId}`)).body.dossier.find((f: { name: string }) => f.name === 'decisionNo').value).toBe(document.number);
  });

  it('can be made again from the record, to the very bytes that were stored', async () => {
    const caseId = await open('重制');
    const document = await issue(caseId);
    const events = await readEvents(api.shell.database, caseId, { after: 0, limit: 500 });
    const drafted = events.find((e) => e.body.type === 'document.drafted')!;
    expect(drafted.body).toMatchObject({ number: document.number, definition: definitionHash(dispute) });
    const content = await contentOf(api.shell.database, caseId, { seq: drafted.seq, body: drafted.body as unknown as Drafted });
    for (const { format, sha256 } of document.files) expect(createHash('sha256').update(await render(content, format)).digest('hex')).toBe(sha256);
  });

  it('many at once get numbers without gaps, and so do their seals', async () => {
    const cases = await Promise.all(Array.from({ length: 6 }, (_, i) => open(`争议${i}`)));
    const issued = await Promise.all(cases.map(issue));
    const { rows } = await api.shell.database.pool.query<{ number: string; seal_no: number }>('select number, seal_no from documents');
    const count = (n: string): number => Number(/第(\d+)号/.exec(n)![1]);
    expect(rows.map((r) => count(r.number)).sort((a, b) => a - b)).toEqual(rows.map((_, i) => i + 1));
    expect(rows.map((r) => r.seal_no).sort((a, b) => a - b)).toEqual(rows.map((_, i) => i + 1));
    const register = sealListSchema.parse((await api.get(`/agencies/gd-amr/seals?year=${today.slice(0, 4)}&limit=2`)).body);
    expect(register.items.map((i) => i.no)).toEqual([rows.length, rows.length - 1]);
    expect(sealListSchema.parse((await api.get(`/agencies/gd-amr/seals?year=${today.slice(0, 4)}&before=${register.next}`)).body).items[0]!.no).toBe(rows.length - 2);
    expect(code(await api.get(`/agencies/gd-amr/seals?year=2026`, { as: 'chenguang' }))).toBe('403 forbidden');
    expect(issued).toHaveLength(6);
    for (const id of cases) expect((await api.get(`/cases/${id}/verification`)).body).toMatchObject({ intact: true });
  });
});

describe('service', () => {
  it('is recorded once with its proof; the clock counts from its day', async () => {
    const caseId = await open('送达');
    const { document } = await issue(caseId);
    const proof = (await upload(caseId, '送达回证.png', png(1), { purpose: 'proof' })).body;
    const { file } = fileListSchema.parse((await api.get(`/cases/${caseId}/files`)).body).items[0]!;
    const serve = (body: object, as = 'lin') => api.post(`/cases/${caseId}/documents/${document}/serve`, { to: 0, way: 'mail', on: today, ...body }, { as });
    expect(code(await serve({ proof: [file] }, 'chenguang'))).toBe('403 forbidden.handling');
    expect(code(await serve({}))).toBe('422 form.invalid');
    expect(code(await serve({ proof: [9_999] }))).toBe('400 request.invalid');
    expect(code(await serve({ way: 'electronic' }))).toBe('409 service.not-agreed');
    expect((await serve({ proof: [file], note: '挂号信' })).status).toBe(200);
    expect(code(await serve({ proof: [file] }))).toBe('409 document.served');
    expect((await documents(caseId)).items[0]!.addressees[0]!.service).toMatchObject({ way: 'mail', on: today, proof: [proof.sha256], recordedBy: '林晓', note: '挂号信' });
    // The party sees that it was served, not the officers' notes.
    expect((await documents(caseId, 'chenguang')).items[0]!.addressees[0]!.service).toMatchObject({ way: 'mail', note: null, proof: [] });
    expect((await api.get(`/cases/${caseId}`)).body.dossier.find((f: { name: string }) => f.name === 'servedOn').value).toBe(today);
  });
  it('is done by the download of a party that has agreed to it, and not before', async () => {
    const caseId = await open('电子送达');
    const { document } = await issue(caseId);
    const path = `/cases/${caseId}/documents/${document}/file`;
    expect((await fetchFile(path, 'chenguang')).status).toBe(200);
    expect((await documents(caseId, 'chenguang'))).toMatchObject({ electronic: { offered: true, agreed: false }, items: [{ addressees: [{ mine: true, service: null }] }] });
    expect((await api.post(`/cases/${caseId}/actions/agree-service`, { agreed: true }, { as: 'chenguang' })).status).toBe(200);
    expect(code(await api.post(`/cases/${caseId}/actions/agree-service`, { agreed: true }, { as: 'lin' }))).toBe('403 document.not-addressed');
    // An officer who looks at it serves nobody.
    await fetchFile(path, 'lin');
    expect((await documents(caseId)).items[0]!.addressees[0]!.service).toBeNull();
    await Promise.all([fetchFile(path, 'chenguang'), fetchFile(path, 'chenguang')]);
    expect((await documents(caseId)).items[0]!.addressees[0]!.service).toMatchObject({ way: 'electronic', on: today, receivedBy: '梁雪' });
    const events = await readEvents(api.shell.database, caseId, { after: 0, limit: 500 });
    expect(events.filter((e) => e.body.type === 'document.served')).toHaveLength(1);
  });
});

describe('uploads and evidence', () => {
  it('a file is taken for what it is, not for what it is called', async () => {
    const caseId = await open('附件');
    expect((await upload(caseId, '../照片.png', png(2))).body).toMatchObject({ status: 'done', media: 'image/png', sha256: createHash('sha256').update(png(2)).digest('hex') });
    expect(code(await upload(caseId, '照片.png', new TextEncoder().encode('<!doctype html><script>')))).toBe('422 file.type');
    expect(code(await upload(caseId, '空.png', new Uint8Array()))).toBe('422 file.empty');
    expect(code(await upload(caseId, '大.png', new Uint8Array(20_971_521)))).toBe('413 file.too-large');
    expect(code(await upload(caseId, '照片.png', png(3), { as: 'yuehang' }))).toBe('404 case.not-found');
    expect(fileListSchema.parse((await api.get(`/cases/${caseId}/files`)).body).items.map((f) => f.name)).toEqual(['照片.png']);
  });
  it('a party reads its own uploads, the agency all', async () => {
    const caseId = await open('各自的附件');
    await upload(caseId, '甲方材料.png', png(4), { as: 'chenguang', purpose: 'application' });
    const [file] = fileListSchema.parse((await api.get(`/cases/${caseId}/files`, { as: 'chenguang' })).body).items;
    expect((await api.get(`/cases/${caseId}/files`, { as: 'haichuan' })).body.items).toEqual([]);
    expect(code(await api.get(`/cases/${caseId}/files/${file!.file}/content`, { as: 'haichuan' }))).toBe('404 file.not-found');
    const read = await fetchFile(`/cases/${caseId}/files/${file!.file}/content`, 'lin');
    expect([read.status, read.headers.get('content-type'), new Uint8Array(await read.arrayBuffer())]).toEqual([200, 'image/png', png(4)]);
  });
  it('evidence is listed with the hashes of its files, struck out with a reason, and printed', async () => {
    const caseId = await open('证据');
    const { sha256 } = (await upload(caseId, '现场照片.png', png(5))).body;
    const { file } = fileListSchema.parse((await api.get(`/cases/${caseId}/files`)).body).items[0]!;
    const item = { name: '现场照片', quantity: '1张', source: '办案人员拍摄', place: '顺德区北滘镇', obtainedOn: today, files: [file] };
    expect(code(await api.post(`/cases/${caseId}/evidence`, item, { as: 'chenguang' }))).toBe('403 forbidden.handling');
    expect((await api.post(`/cases/${caseId}/evidence`, item)).status).toBe(200);
    expect((await api.post(`/cases/${caseId}/evidence`, { name: '电热水壶', quantity: '1台', source: '抽取' })).status).toBe(200);
    const list = async () => evidenceListSchema.parse((await api.get(`/cases/${caseId}/evidence`)).body).items;
    const [first, second] = await list();
    expect(first).toMatchObject({ name: '现场照片', files: [{ sha256, name: '现场照片.png' }], by: '林晓', struck: null });
    expect((await api.post(`/cases/${caseId}/evidence/${second!.item}/strike`, { reason: '登记错误' })).status).toBe(200);
    expect(code(await api.post(`/cases/${caseId}/evidence/${second!.item}/strike`, { reason: '再次' }))).toBe('409 evidence.not-found');
    expect((await list())[1]!.struck).toEqual({ why: '登记错误', by: '林晓' });
    expect(code(await api.get(`/cases/${caseId}/evidence`, { as: 'chenguang' }))).toBe('403 forbidden');
    const printed = compact((await pdfPages(new Uint8Array(await (await fetchFile(`/cases/${caseId}/evidence/manifest`, 'lin')).arrayBuffer()))).join(''));
    expect(printed).toContain(sha256);
    expect(printed).toContain('现场照片1张办案人员拍摄');
    expect(printed).not.toContain('电热水壶1台');
  });
});
