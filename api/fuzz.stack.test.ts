/** Whatever is sent to whichever route: the answer is never 500, every refusal is a problem document, and the record stays whole. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../contracts/problems.ts';
import { serviceActivities } from '../activities/services.ts';
import { createLog } from '../config/log.ts';
import { registerDefinition } from '../db/definitions.ts';
import { productRecall } from '../processes/product-recall/definition.ts';
import { voluntaryReport } from '../test/faults/voluntary-recall.ts';
import { betweenCases } from '../workers/between-cases.ts';
import { openApi, type TestApi } from '../test/support/api.ts';

let api: TestApi;
let caseId: string;
/** Noise ends a case before long; this one is for that. */
let doomed: string;
let task: number;
let operations: readonly { readonly method: string; readonly path: string }[];

beforeAll(async () => {
  api = await openApi();
  await registerDefinition(api.shell.database, productRecall);
  caseId = (await api.post('/cases', { process: 'product-recall', agency: 'gd-amr', data: voluntaryReport }, { as: 'chenguang' })).body.caseId;
  doomed = (await api.post('/cases', { process: 'product-recall', agency: 'gd-amr', data: voluntaryReport }, { as: 'chenguang' })).body.caseId;
  task = (await api.get(`/cases/${caseId}`)).body.tasks[0].task;
  const serve = async (job: number, service: string, input: object) => (await serviceActivities(api.shell.database, createLog('fatal', 'test'), betweenCases(api.shell.database, api.dependencies.engine)).runService({ caseId, job, service, input: input as never })) ?? {};
  const notice = await serve(901, 'notice.open', { kind: 'award', titleZh: '公示', titleEn: 'Notice', facts: [], amount: 5, unit: 'working-day' });
  ids['publications'] = String(notice['publication']);
  ids['experts'] = (await api.post('/experts', nearBody('/experts', {}, ''), { as: 'tan' })).body.id;
  ids['draws'] = String((await serve(902, 'draw.commit', { subject: '评审', region: null, applicants: [], strata: [{ field: '质量', seats: 1 }] }))['draw']);
  const { paths } = (await api.get('//openapi.json', { as: null })).body;
  operations = Object.entries<object>(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })));
});

const nasty = fc.oneof(
  fc.constantFrom('', '0', '-1', '1e9', '99999999999999999999', 'NaN', 'null', '\u0000', '%', '%00', '..', '../..', "' or 1=1 --", '\ud800', '\uffff', '𠀀', 'a'.repeat(500), '2026-02-30', 'infinity',
    '0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '00000000-0000-0000-0000-000000000000'),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const nastyJson: fc.Arbitrary<unknown> = fc.oneof(
  nasty, fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, -0, -1, 1e308, Number.MAX_SAFE_INTEGER + 2, 5e-324, null, true, [], {}, [[[]]], { constructor: 1, toString: 2, hasOwnProperty: 3 }),
  fc.dictionary(nasty, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 5 }),
);
const fieldNames = Object.keys(productRecall.fields);
const members = ['process', 'agency', 'data', 'receivedAt', 'outcome', 'comment', 'text', 'reason', 'basis'];
const someData = fc.dictionary(fc.constantFrom(...fieldNames, 'toString', 'x'), nastyJson, { maxKeys: 6 });
const someOutcome = fc.constantFrom('accepted', 'supplement', 'nonsense', '');

/** Things of the shared registers that are there. */
const ids: Record<string, string> = { funds: 'gd-quality' };
const idFor = (path: string): string => ids[/^\/?(?:api\/v1\/)?(\w+)/.exec(path)?.[1] ?? ''] ?? 'n';

/** Bodies that are nearly right get further than noise. */
function nearBody(path: string, data: object, outcome: string): unknown {
  if (path.endsWith('/cases')) return { process: 'product-recall', agency: 'gd-amr', data: { ...voluntaryReport, ...data } };
  if (path.endsWith('/complete')) return { outcome, data };
  if (path.endsWith('/comment')) return { text: '批注' };
  if (path.endsWith('/change-vote')) return { node: 'acceptance', outcome };
  if (path.endsWith('/add-signers')) return { node: 'acceptance', pools: ['officer@gz-amr'], reason: '会办' };
  if (path.endsWith('/remove-signer')) return { node: 'acceptance', seat: 1, reason: '回避' };
  if (path.endsWith('/objections')) return { grounds: '材料不实', contact: '13800138000' };
  if (path.endsWith('/unregistered')) return { name: '陈伟', contact: '13800138000', grounds: '材料不实' };
  if (path.endsWith('/lookup')) return { number: 'YY20261125-00001', code: 'XXXX-XXXX-XXXX' };
  if (path.endsWith('/handle')) return { decision: 'rejected', reply: '查无实据' };
  if (path.endsWith('/reveal')) return { word: '见证' };
  if (path.endsWith('/decline')) return { expert: caseId, kind: 'refused', reason: '时间冲突' };
  if (path.endsWith('/answer')) return { answer: 'accepted' };
  if (path.endsWith('/recuse')) return { applicant: 'a', member: 'x', reason: '亲属' };
  if (path.endsWith('/sheets')) return { applicant: 'a', scores: { lead: 8_000 } };
  if (path.includes('/experts')) return { name: '专家', title: null, employer: '大学', employerUscc: null, region: '440000', fields: ['质量'], phone: null, person: null, active: true, kin: [], advised: [] };
  if (path.includes('/enterprises/')) return { name: '晨光', region: '440600', industry: null, contacts: [], reason: '更正' };
  if (path.includes('/settings/limits/')) return { amount: 5, unit: 'working-day', reason: '提速', version: 0 };
  if (path.includes('/calendars/')) return { citation: '通知', reason: '更正', holidays: ['01-01', '05-01', '10-01', '10-02', '10-03'].map((d) => ({ name: { zh: '节', en: 'Holiday' }, from: `2027-${d}`, to: `2027-${d}`, makeUpDays: [] })) };
  if (path.endsWith('/link')) return { case: doomed, reason: '关联' };
  if (path.endsWith('/unlink')) return { case: doomed, reason: '有误' };
  if (path.endsWith('/merge')) return { into: caseId, reason: '同一事项' };
  if (path.endsWith('/split')) return { fields: Object.keys(data).slice(0, 3), data, at: outcome === '' ? 'acceptance' : outcome, reason: '分案' };
  if (path.endsWith('/reopen')) return { to: 'acceptance', reason: '新证据', basis: '程序规定' };
  if (path.endsWith('/retry-call')) return { call: 5 };
  if (path.endsWith('/retry-incident')) return { incident: 5 };
  if (path.endsWith('/migrations')) return { from: 1, to: 2, mapping: { steps: data }, reason: '修订', dryRun: true };
  if (path.endsWith('/serve')) return { to: 0, way: 'direct', on: '2026-03-02', receivedBy: '陈' };
  if (path.endsWith('/evidence')) return { name: '照片', quantity: '1张', source: '现场' };
  if (path.endsWith('/strike')) return { reason: '登记错误' };
  if (path.endsWith('/agree-service')) return { agreed: true };
  if (path.endsWith('/simulation')) return { until: new Date(Date.now() + 86_400_000).toISOString(), moves: [{ action: 'complete', at: new Date(Date.now() + 60_000).toISOString(), step: 'acceptance', outcome, data }] };
  return /suspend|terminate/.test(path) ? { reason: '理由' } : {};
}
const noise = fc.oneof(nastyJson.map((b) => JSON.stringify(b) ?? ''), fc.dictionary(fc.constantFrom(...members), nastyJson).map((b) => JSON.stringify(b)), nasty);
const someQuery = fc.dictionary(fc.constantFrom('asOf', 'from', 'to', 'outcome', 'cursor', 'limit', 'status', 'process', 'light', 'q', 'sort', 'scope', 'after', 'x'), nasty, { maxKeys: 4 });
const someCursor = fc.array(fc.oneof(nasty, fc.integer(), fc.constantFrom('due', 'updated', '2026-01-01T00:00:00.000Z', 'infinity')), { maxLength: 4 })
  .map((position) => Buffer.from(JSON.stringify(position)).toString('base64url'));

const request = fc.record({
  operation: fc.nat(),
  parameter: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, nasty),
  query: fc.oneof(someQuery, someCursor.map((cursor): Record<string, string> => ({ cursor })), someCursor.map((cursor): Record<string, string> => ({ cursor, sort: 'due' }))),
  noise: fc.option(noise),
  data: someData,
  outcome: someOutcome,
  as: fc.constantFrom('lin', 'chenguang', 'huang', 'supervisor', 'citizen', 'tang', 'admin', 'tan'),
  headers: fc.record({
    'idempotency-key': fc.constantFrom(undefined, undefined, undefined, undefined, 'k1', 'k2', 'with blank', 'x'.repeat(300)), 'accept-language': fc.constantFrom(undefined, 'en', ';;;q=', ','.repeat(300)),
    'content-type': fc.oneof({ weight: 20, arbitrary: fc.constant('application/json') }, fc.constantFrom('text/plain', 'application/json; charset=utf-16', 'x')),
  }),
});

describe('every route, whatever is sent', () => {
  it('never answers with 500', async () => {
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(request, async ({ operation, parameter, query, noise: sent, data, outcome, as, headers }) => {
        const { method, path } = operations[operation % operations.length]!;
        const known: Record<string, string> = {
          caseId: /\/(terminate|merge|reopen)$/.test(path) ? doomed : caseId, task: String(task), key: 'product-recall', clockNo: '5', command: 'c', document: '5', file: '5', item: '5', agency: 'gd-amr', id: idFor(path),
          uscc: '91440605MA4W2Q7H9C', process: 'product-recall', clock: 'acceptance', year: '2027', version: 'cn-2026-0',
        };
        const url = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent((parameter ?? known[name] ?? '').toWellFormed()));
        const search = new URLSearchParams(query).toString();
        const body = sent ?? JSON.stringify(nearBody(path, data, outcome));
        const present = Object.fromEntries(Object.entries(headers).filter((h): h is [string, string] => h[1] !== undefined));
        const answer = method === 'GET'
          ? await api.get(`/${url}?${search}`, { as })
          : await api.post(`/${url}`, body.toWellFormed(), { as, headers: present });
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        expect(answer.status, JSON.stringify(answer.body).slice(0, 500)).not.toBe(500);
        expect(answer.status).not.toBe(503);
        if (answer.status >= 400) expect(problemSchema.parse(answer.body).status).toBe(answer.status);
      }),
      // A refusal by the engine needs the right route, person and body at once: with these many the counts below are far from chance.
      { numRuns: 5_000 },
    );
    // The noise reached handlers and the engine, and was not all turned away at the door.
    for (const status of [200, 400, 403, 404, 422]) expect(statuses.get(status) ?? 0, `answers ${status}`).toBeGreaterThan(2);
  }, 240_000);

  it('leaves every record whole', async () => {
    const { rows } = await api.shell.database.pool.query<{ id: string }>('select id from cases');
    for (const { id } of rows) expect((await api.get(`/cases/${id}/verification`, { as: 'supervisor' })).body).toMatchObject({ intact: true });
  });
});

describe('addresses that are not well-formed', () => {
  it.each(['/api/v1/cases/%', '/api/v1/cases/%ff', '/api/v1/%2e%2e/x', '//', '/api/v1/cases/%00/timeline', '/\u0000', '/api/v1/cases?cursor=%ff', '/api/v1/cases?process=%00', '/api/v1/worklist?q=a%00b', '/api/v1/cases/%00'])('"%s" are refused', async (url) => {
    const { statusCode } = await api.app.inject({ url, headers: { authorization: `Bearer ${await api.provider.tokenFor('lin')}` } });
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(statusCode).toBeLessThan(500);
  });
});
