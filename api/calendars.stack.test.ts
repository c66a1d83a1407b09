/** 放假安排公布 over HTTP, on real parts: who may, what it moves, and that it is done once. */
import { randomUUID } from 'node:crypto';
import { Worker } from '@temporalio/worker';
import { beforeAll, expect, it } from 'vitest';
import { registerDefinition } from '../db/definitions.ts';
import { dueDate } from '../domain/calendar/due-date.ts';
import type { WorkCalendar } from '../domain/calendar/types.ts';
import { defaultCalendar } from '../domain/calendar/work-calendar.ts';
import { openApi, type TestApi } from '../test/support/api.ts';
import { lines, longCase, nextYear, published, shortCase } from '../test/support/calendars.ts';

let api: TestApi;
const citation = '关于放假安排的通知';
const notice = (june = 12) => ({ citation, holidays: lines(june) });
const admin = { as: 'admin' } as const;
const path = `/calendars/years/${nextYear}`;

async function start(process: string): Promise<string> {
  const { status, body } = await api.post('/cases', { process, agency: 'gd-amr', data: {} });
  expect(status).toBe(201);
  return body.caseId;
}
async function report(id: string, query = '') {
  for (;;) {
    const { status, body } = await api.get(`/calendars/publications/${id}${query}`, admin);
    expect(status).toBe(200);
    if (body.status === 'finished') return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
const clockOf = async (caseId: string, clock = 'long') => (await api.get(`/cases/${caseId}/clocks`)).body.items.find((c: { clock: string }) => c.clock === clock);
const dayUnder = async (caseId: string, calendar: WorkCalendar) => {
  const state = await api.shell.state(caseId);
  return dueDate(Object.values(state.clocks)[0]!, calendar).dueDay;
};

beforeAll(async () => {
  api = await openApi();
  await Promise.all([longCase, shortCase].map((model) => registerDefinition(api.shell.database, model)));
});

it('only who administers the province may publish or see what it moves; everybody may see the calendar', async () => {
  for (const as of ['lin', 'he'] as const) {
    expect((await api.post(path, notice(), { as })).body.code).toBe('forbidden');
    expect((await api.post(`${path}/preview`, notice(), { as })).body.code).toBe('forbidden');
    expect((await api.get(`/calendars/publications/${randomUUID()}`, { as })).status).toBe(403);
    expect((await api.post(`/calendars/publications/${randomUUID()}/retry`, {}, { as })).body.code).toBe('forbidden');
    const { body } = await api.get('/calendars', { as });
    expect(body).toMatchObject({ items: [], mayPublish: false, inForce: { version: defaultCalendar.version } });
  }
  expect((await api.get('/calendars', { as: null })).status).toBe(401);
  expect((await api.get('/calendars', admin)).body.mayPublish).toBe(true);
});

it.each([
  ['a day of another year', { citation, holidays: [...lines(5), { name: { zh: '节', en: 'x' }, from: `${nextYear + 1}-01-01`, to: `${nextYear + 1}-01-01`, makeUpDays: [] }] }, 'body.holidays.4', 'notice.outside-year'],
  ['a statutory day that is missing', { citation, holidays: lines(5).slice(1) }, 'body.holidays', 'notice.statutory-day-missing'],
  ['days in the wrong order', { citation, holidays: [...lines(5), { name: { zh: '节', en: 'x' }, from: `${nextYear}-07-05`, to: `${nextYear}-07-01`, makeUpDays: [] }] }, 'body.holidays.4', 'order'],
  ['a day listed twice', { citation, holidays: [...lines(5), lines(5)[0]] }, 'body.holidays.4', 'twice'],
])('%s is refused at its line, in both languages', async (_, body, field, code) => {
  for (const to of [path, `${path}/preview`]) {
    const answer = await api.post(to, body, admin);
    expect(answer).toMatchObject({ status: 422, body: { code: 'calendar.invalid' } });
    expect(answer.body.fields).toContainEqual({ field, code, text: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/^[\x20-\x7e"]+$/) } });
  }
});

it.each([
  ['no citation', { holidays: lines(5) }], ['a blank citation', { citation: '  ', holidays: lines(5) }], ['no days', { citation, holidays: [] }],
  ['a name in one language', { citation, holidays: [{ name: { zh: '节' }, from: `${nextYear}-01-01`, to: `${nextYear}-01-01` }] }],
  ['what is no day', { citation, holidays: [{ name: { zh: '节', en: 'x' }, from: `${nextYear}-02-30`, to: `${nextYear}-02-30` }] }],
])('%s is malformed', async (_, body) => expect((await api.post(path, body, admin)).body).toMatchObject({ code: 'request.invalid', status: 400 }));

it('a preview tells what would move and writes nothing; the publication then moves exactly that, once', async () => {
  const [moving, suspended, short, closed] = [await start('long-case'), await start('long-case'), await start('short-case'), await start('long-case')];
  const boss = { as: 'he' } as const;
  expect((await api.post(`/cases/${suspended}/actions/suspend`, { reason: '等待检测' }, boss)).status).toBe(200);
  expect((await api.post(`/cases/${closed}/actions/terminate`, { reason: '重复' }, boss)).status).toBe(200);
  const [old, expected] = [await dayUnder(moving, defaultCalendar), await dayUnder(moving, published(12))];
  expect(old).not.toBe(expected);
  const before = await api.shell.record(moving);

  const preview = await api.post(`${path}/preview`, notice(), { ...admin, key: 'preview-1' });
  expect(preview).toMatchObject({ status: 202, body: { preview: true, calendar: published(12).version } });
  const would = await report(preview.body.id);
  expect(would).toMatchObject({ preview: true, total: 2, cases: { moved: 2, failed: 0, pending: 0 } });
  const moved = would.items.find((i: { caseId: string }) => i.caseId === moving);
  expect(moved.moves).toEqual([
    { kind: 'clock', no: expect.any(Number), name: { zh: 'long时限', en: 'Limit long' }, from: old, to: expected, wasProvisional: true, provisional: true, overdue: false, corrected: false },
    expect.objectContaining({ kind: 'timer', name: { zh: '期满', en: 'Over' }, from: old, to: expected }),
  ]);
  expect(await api.shell.record(moving)).toEqual(before);
  expect((await api.get('/calendars')).body.inForce.version).toBe(defaultCalendar.version);

  const publish = await api.post(path, notice(), { ...admin, key: 'publish-1' });
  expect(publish.status).toBe(201);
  const again = await api.post(path, notice(), { ...admin, key: 'publish-1' });
  expect(again).toMatchObject({ status: 201, body: publish.body });
  expect((await api.post(path, notice(13), { ...admin, key: 'publish-1' })).body.code).toBe('idempotency.conflict');
  expect((await api.post(path, notice(), { ...admin, key: 'publish-2' })).body.code).toBe('calendar.unchanged');
  const did = await report(publish.body.id);
  // Nothing failed: asking again changes nothing.
  expect((await api.post(`/calendars/publications/${publish.body.id}/retry`, {}, admin)).status).toBe(202);
  expect((await api.post(`/calendars/publications/${randomUUID()}/retry`, {}, admin)).status).toBe(404);
  expect(await report(publish.body.id)).toEqual(did);
  expect(did).toMatchObject({ preview: false, total: 2, cases: would.cases, moves: would.moves });
  const byCase = (items: { caseId: string }[]) => items.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1));
  expect(byCase(did.items)).toEqual(byCase(would.items));

  for (const caseId of [moving, suspended]) {
    const events = await api.shell.audit(caseId);
    expect(events.filter((e) => e.command === 'calendar-1').map((e) => e.body.type)).toEqual(['calendar.adopted', 'clock.recomputed', 'timer.moved']);
    expect((await clockOf(caseId)).dueDay).toBe(expected);
  }
  for (const caseId of [short, closed]) expect((await api.shell.record(caseId)).some((e) => e.body.type === 'calendar.adopted')).toBe(false);

  const timeline = (await api.get(`/cases/${moving}/timeline`)).body.items.map((e: { summary: { zh: string } }) => e.summary.zh);
  expect(timeline).toContain(`因 ${nextYear} 年放假通知公布，“long时限”期限由 ${old} 调整为 ${expected}（暂定）`);
  const clock = await clockOf(moving);
  const explanation = (await api.get(`/cases/${moving}/clocks/${clock.clockNo}`)).body;
  expect(explanation).toMatchObject({ calendar: published(12).version, moved: [{ from: old, to: expected, year: nextYear, notice: citation }] });
  expect(explanation.notices).toContainEqual({ year: nextYear, notice: citation });
  expect(explanation.days.find((d: { day: string }) => d.day === expected)).toBeDefined();
});

it('a case that starts afterwards counts by the new calendar from its first day', async () => {
  const caseId = await start('long-case');
  const state = await api.shell.state(caseId);
  expect(state.calendar).toEqual({ no: 1, version: published(12).version });
  expect(Object.values(state.clocks)[0]).toMatchObject({ calendarVersion: published(12).version, dueDay: await dayUnder(caseId, published(12)) });
  expect((await api.shell.record(caseId)).some((e) => e.body.type === 'calendar.adopted')).toBe(false);
  const history = await api.shell.client.workflow.getHandle(caseId).fetchHistory();
  await Worker.runReplayHistory({ workflowBundle: { codePath: api.shell.bundle }, dataConverter: api.shell.replayConverter }, history, caseId);
});

it('publishing a year again is a correction: it says why, and moves the dates back', async () => {
  const caseId = await start('long-case');
  const second = { citation: `${citation}（更正）`, holidays: lines(1) };
  expect((await api.post(path, second, admin)).body).toMatchObject({ code: 'calendar.invalid', fields: [{ field: 'body.reason', code: 'required' }] });
  const { status, body } = await api.post(path, { ...second, reason: '通知勘误' }, admin);
  expect(status).toBe(201);
  await report(body.id);
  const corrected = published(1, published(12), second.citation);
  expect((await clockOf(caseId)).dueDay).toBe(await dayUnder(caseId, corrected));
  const { items, inForce } = (await api.get('/calendars')).body;
  expect(items.map((p: { no: number; edition: number; reason: string | null }) => [p.no, p.edition, p.reason])).toEqual([[2, 2, '通知勘误'], [1, 1, null]]);
  expect(inForce.version).toBe(corrected.version);
  const first = (await api.get(`/calendars/${items[1].calendar}`)).body;
  expect(first).toMatchObject({ inForce: false, version: published(12).version });
  expect(first.years.find((y: { year: number }) => y.year === nextYear)).toMatchObject({ citation, holidays: expect.arrayContaining([expect.objectContaining({ from: `${nextYear}-06-01`, to: `${nextYear}-06-12` })]) });
  expect((await api.get('/calendars/cn-2099-0000000000000000')).status).toBe(404);
});

it('a case whose dates were not touched counts by the calendar in force as soon as a limit begins', async () => {
  // The limit `late` begins with step c; until then, with a and b done, no date of the case is open.
  const caseId = await start('long-case');
  await api.shell.send(caseId, { type: 'complete', task: Object.values((await api.shell.state(caseId)).tasks).find((t) => t.node === 'a')!.id, outcome: 'done', data: {} });
  expect((await api.shell.state(caseId)).clocks).toEqual({});
  const base = (await api.get('/calendars')).body.inForce.version;
  const { body } = await api.post(path, { citation, holidays: lines(20), reason: '再次更正' }, admin);
  expect((await report(body.id, '?status=unchanged')).items.map((i: { caseId: string }) => i.caseId)).not.toContain(caseId);
  expect((await api.shell.state(caseId)).calendar?.version).toBe(base);
  await api.shell.send(caseId, { type: 'complete', task: Object.values((await api.shell.state(caseId)).tasks)[0]!.id, outcome: 'done', data: {} });
  await expect.poll(async () => (await api.shell.state(caseId)).calendar?.version).toBe(body.calendar);
  expect(await clockOf(caseId, 'late')).toMatchObject({ dueDay: await dayUnder(caseId, published(20, published(12))) });
  await api.shell.audit(caseId);
});
