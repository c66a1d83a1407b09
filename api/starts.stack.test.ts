/** 立案 by a message: an external system, or an officer for it, names the message that starts a case, and brings what that one asks. */
import { beforeAll, expect, it } from 'vitest';
import { registerDefinition } from '../db/definitions.ts';
import { field } from '../domain/model/builder-fields.ts';
import { describeProcess } from '../domain/model/builder.ts';
import { text } from '../domain/text.ts';
import { openApi, type TestApi } from '../test/support/api.ts';

const model = describeProcess({
  key: 'referrals', version: 1, name: text('线索移送', 'Referrals'), summary: text('线索移送', 'Referrals'), numberWord: '移', title: '"移送"',
  fields: { note: field.text('说明', 'Note'), sender: field.text('移送机关', 'Sender') }, parties: {}, roles: { officer: text('承办人', 'Officer') }, outcomes: { done: text('办结', 'Done') },
  starters: [{ kind: 'office', role: 'officer' }], startForm: { note: 'required' },
})
  .steps((s) => ({
    start: s.start('收到', 'Received'), referred: s.startBy('移送', 'Referred', 'referral', s.asks('sender')), meet: s.choice('汇合', 'Meet'),
    look: s.user('核查', 'Look', { by: s.office('officer'), form: s.shows('note', 'sender'), outcomes: { done: s.positive('完成', 'Done') } }), end: s.end('办结', 'Done', 'done'),
    late: s.eventSubProcess('催办', 'Reminding'),
    ...s.within('late', { due: s.startOn('来电催问', 'They ask', { kind: 'message', message: 'late', form: {} }, 'aside'), remind: s.user('催办', 'Remind', { by: s.office('officer'), form: {}, outcomes: { done: s.neutral('已催', 'Done') } }), reminded: s.done('已催', 'Reminded') }),
  }))
  .flows((f) => [f.path('start', 'meet'), f.path('referred', 'meet', 'look', 'end'), f.path('due', 'remind', 'reminded')])
  .clocks(() => ({}));

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
  await registerDefinition(api.shell.database, model);
});

it('a case begins by the message named, with its form; a key names one start, whatever it was asked', async () => {
  const start = (body: object, key?: string) => api.post('/cases', { process: 'referrals', agency: 'gd-amr', ...body }, key === undefined ? {} : { key });
  const { body: process } = await api.get('/processes/referrals');
  expect(process.startForm.map((f: { name: string }) => f.name)).toEqual(['note']);
  expect(process.starts).toMatchObject([{ message: 'referral', name: { zh: '移送', en: 'Referred' }, form: [{ name: 'sender', use: 'required' }] }]);
  const key = 'referral-1';
  const { status, body: { caseId } } = await start({ message: 'referral', data: { sender: '佛山局' } }, key);
  expect(status).toBe(201);
  expect((await start({ message: 'referral', data: { sender: '佛山局' } }, key)).body.caseId).toBe(caseId);
  expect((await start({ data: { sender: '佛山局' } }, key)).body.code).toBe('idempotency.conflict');
  const view = (await api.get(`/cases/${caseId}`)).body;
  expect(view.tasks.map((t: { node: string }) => t.node)).toEqual(['look']);
  expect((await start({ message: 'referral', data: { note: 'n' } })).body.code).toBe('form.invalid');
  expect((await start({ message: 'other', data: {} })).body).toMatchObject({ status: 409, code: 'message.not-awaited' });
  expect((await start({ data: { note: '来电' } })).status).toBe(201);
});
