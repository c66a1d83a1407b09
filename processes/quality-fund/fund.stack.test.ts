/** Projects of the fund over HTTP: a call, applications, the draw and the panel as people do them, and the ceiling that no concurrency exceeds. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { demoExperts } from '../../cli/demo/experts.ts';
import { scorePanel, witnessDraw, type Doing, type People } from '../../cli/demo/beside.ts';
import { registerDefinition } from '../../db/definitions.ts';
import { auditFund, findFund, fundPositionsOf } from '../../db/queries/funds.ts';
import type { Node, ProcessDefinition, ServiceTask } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { definition, exclusive, flow, start, userTask } from '../../test/engine/models.ts';
import { openApi, type TestApi } from '../../test/support/api.ts';
import { until } from '../../test/support/until.ts';
import { waysOverHttp } from '../../test/support/shown.ts';
import { expectEnds, stackWalker, type Beside, type StackWalker } from '../../test/support/walk-stack.ts';
import { fundCall } from '../fund-call/definition.ts';
import { call } from '../fund-call/walks.ts';
import { upTo, type Walk } from '../walk.ts';
import { besideInDatabase, blocker, type Blocker } from '../../test/support/fund-beside.ts';
import { qualityFund } from './definition.ts';
import { fundId } from './law.ts';
import { expectLedger, expectZeroSum } from '../../test/support/fund-ledger.ts';
import { fund } from './walks.ts';

const { walks } = fund;
let api: TestApi;
let walker: StackWalker;
let calls: StackWalker;
let people: People;
let block: Blocker;
let callId: string;
let callNumber: string;
let beside: Beside;

beforeAll(async () => {
  api = await openApi();
  await registerDefinition(api.shell.database, qualityFund);
  await registerDefinition(api.shell.database, fundCall);
  for (const expert of demoExperts) expect((await api.post('/experts', expert, { as: 'tan' })).status).toBe(201);
  people = {
    get: async (as, path) => accepted(await api.get(path, { as })),
    post: async (as, path, body, key) => accepted(await api.post(path, body, { as, key })),
  };
  const by = (doing: Doing) => (caseId: string) => doing(people, caseId, `${caseId}-${doing.name}`);
  beside = {
    ...besideInDatabase(api.shell.database, async (caseId) => (await api.shell.state(caseId)).data['noticeId'] as string),
    draw: by(witnessDraw('drawWitness')), score: by(scorePanel('expertReview', 84)), scoreLow: by(scorePanel('expertReview', 40)),
  };
  walker = stackWalker(api, fund, 'supervisor', beside);
  calls = stackWalker(api, call);
  block = blocker(api.shell.database);
});

function accepted({ status, body }: { readonly status: number; readonly body: unknown }): unknown {
  if (status < 300) return body;
  throw new Error(`${status} ${JSON.stringify(body)}`);
}

it('a call is drafted, reviewed, approved and published, and open for applications; anybody reads it', async () => {
  callId = await calls.walk(call.walks.open);
  await expect.poll(async () => (await api.shell.state(callId)).data['periodOver'], { timeout: 60_000 }).toBe(false);
  callNumber = (await calls.view(callId)).number as string;
  const published = (await api.get('/publications?limit=20', { as: null })).body.items.find((p: { kind: string }) => p.kind === 'fund-call');
  expect(JSON.stringify(published)).toContain(callNumber);
});

it.each(waysOverHttp('fund-call'))('%s, %s: %s', async (_process, _outcome, _title, way) => expectEnds(api, calls, await calls.walk(way), way));

/** The project answers the call that is open. */
const answering = (way: Walk, more: Walk['start'] = {}): Walk => ({ ...way, start: { ...way.start, callNumber, ...more } });
const position = async (caseId: string) => (await fundPositionsOf(api.shell.database, caseId)).find((p) => p.fund === fundId);
const held = async (caseId: string): Promise<bigint> => {
  const own = await position(caseId);
  return (own?.reserved ?? 0n) + (own?.committed ?? 0n);
};
const sound = async (): Promise<void> => expect((await auditFund(api.shell.database, fundId))?.findings).toEqual([]);

describe('each outcome that needs no days is reached over HTTP, and the record verifies', () => {
  const ways = waysOverHttp('quality-fund');
  it('these are enough of them', () => {
    expect(new Set(ways.map(([, outcome]) => outcome))).toEqual(new Set(['notAccepted', 'notSupported', 'withdrawn']));
  });
  it.each(ways)('%s, %s: %s', async (_process, _outcome, _title, way) => {
    const caseId = await walker.walk(answering(way));
    await expectEnds(api, walker, caseId, way);
    await expect.poll(async () => (await api.shell.state(caseId)).closings, { timeout: 30_000 }).toEqual({});
    expect(await held(caseId)).toBe(0n);
    await expectLedger(api.shell.database, caseId, way);
    await sound();
    await beside['fillFund']?.(caseId);
  });
});

describe('a project and its call', () => {
  it('name each other, the call counts applications and decisions, and an unknown or closed call is seen by the formal review', async () => {
    const before = (await api.shell.state(callId)).data as Record<string, number>;
    const caseId = await walker.start(answering(walks.withdrawnEarly));
    await walker.openTask(caseId, 'formalReview');
    expect((await api.shell.state(caseId)).data).toMatchObject({ callFound: true, callOpen: true, callTitle: call.walks.open.start['callName'] });
    const links = async (of: string) => (await api.get(`/cases/${of}/links`, { as: 'supervisor' })).body;
    expect(JSON.stringify(await links(caseId))).toContain(callId);
    expect(JSON.stringify(await links(callId))).toContain(caseId);
    await walker.act(caseId, ['formalReview', 'withdrawn', { withdrawalReasons: '不再申报。' }]);
    await expect.poll(async () => (await api.shell.state(callId)).data, { timeout: 60_000 }).toMatchObject({ applicationCount: before['applicationCount']! + 1, decidedCount: before['decidedCount']! + 1 });
    const stray = await walker.start({ ...walks.withdrawnEarly, start: { ...walks.withdrawnEarly.start, callNumber: '粤市监基征〔2020〕999号' } });
    await walker.openTask(stray, 'formalReview');
    expect((await api.shell.state(stray)).data).toMatchObject({ callFound: false, callOpen: false });
    await walker.act(stray, ['formalReview', 'withdrawn', { withdrawalReasons: '填错。' }]);
  });
});

describe('the limit of the public notice, where an administrator changes it', () => {
  it('holds for the notice of a case that begins afterwards; one that has begun keeps its own; the score stands there with two decimals', async () => {
    const before = await walker.walk(answering(upTo(walks.completed, 'deliberation', 1), { projectName: '调整前申报的项目' }));
    await walker.openTask(before, 'deliberation');
    const limit = { amount: 7, unit: 'calendar-day' } as const;
    expect((await api.post('/settings/limits/quality-fund/publicNotice', { ...limit, reason: '参照外省做法', version: 0 }, { as: 'admin' })).status).toBeLessThan(300);
    const after = await walker.walk(answering(upTo(walks.completed, 'deliberation', 1), { projectName: '调整后申报的项目' }));
    await walker.openTask(after, 'deliberation');
    for (const [caseId, budget, version] of [[before, { amount: 5, unit: 'working-day' }, ''], [after, limit, '第1次调整']] as const) {
      await walker.act(caseId, ['deliberation', 'support']);
      const notice = async () => (await api.get(`/cases/${caseId}/clocks`, { as: 'supervisor' })).body.items.find((c: { clock: string }) => c.clock === 'publicNotice');
      await expect.poll(notice, { timeout: 60_000 }).toMatchObject({ budget, basis: { version } });
      const { data } = await api.shell.state(caseId);
      const published = (await api.get(`/publications/${data['noticeId'] as string}`, { as: null })).body;
      // What the public is told ends on the same day as the clock of the case.
      expect([published.period.lastDay, data['noticeLastDay']]).toEqual([(await notice()).dueDay, (await notice()).dueDay]);
      expect(published.facts.find((f: { label: { zh: string } }) => f.label.zh === '专家评审得分').value).toMatch(/^\d{2}\.\d{2}$/);
      const score = (await walker.view(caseId)).dossier.find((f: { name: string }) => f.name === 'panelScore');
      expect(score).toMatchObject({ type: 'points', label: { zh: '专家评审得分' } });
      expect((await api.post(`/cases/${caseId}/actions/terminate`, { reason: '项目取消' }, { as: 'huang' })).status).toBe(200);
      await expect.poll(async () => (await api.shell.state(caseId)).closings, { timeout: 60_000 }).toEqual({});
    }
    expect((await api.get('/settings/limits/quality-fund/publicNotice/changes', { as: 'admin' })).body.items).toMatchObject([{ old: { amount: 5, unit: 'working-day' }, new: limit, reason: '参照外省做法', by: '管理员' }]);
  }, 240_000);
});

describe('who may', () => {
  it('nobody who proposed a payment, a change or a recovery approves it; an applicant does not see the sheets of the office', async () => {
    const separated = Object.fromEntries(qualityFund.nodes.flatMap((n) => (n.type === 'userTask' && n.notSameAs ? [[n.id, n.notSameAs]] : [])));
    expect(separated).toMatchObject({ paymentApproval: ['milestoneReview'], financeApproval: ['milestoneReview', 'paymentApproval'], changeApproval: ['changeReview'], recoveryDecision: ['recoveryDraft', 'recoveryReview'], stopApproval: ['stopReview'], noRecovery: ['recoveryDraft'] });
    const caseId = await walker.walk(answering(upTo(walks.completed, 'financeCheck')));
    await walker.openTask(caseId, 'financeCheck');
    const titles = async (as: string): Promise<readonly string[]> => (await api.get(`/cases/${caseId}/documents`, { as })).body.items.map((d: { title: { zh: string } }) => d.title.zh);
    expect(await titles('qiu')).toEqual(expect.arrayContaining(['质量提升发展基金项目申请书', '形式审查意见']));
    expect(await titles('chenguang')).toEqual(['质量提升发展基金项目申请书']);
    expect((await api.get(`/cases/${caseId}`, { as: 'haichuan' })).status).toBe(404);
  });
});

describe('a project that ends while its money is being reserved', () => {
  it('has none afterwards, at whatever moment its manager ends it', async () => {
    const projects = await Promise.all([0, 20, 60, 200].map(async (pause) => {
      const caseId = await walker.walk(answering(upTo(walks.completed, 'deliberation', 1), { projectName: `中途终止项目${pause}` }));
      await walker.openTask(caseId, 'deliberation');
      return [caseId, pause] as const;
    }));
    await Promise.all(projects.map(async ([caseId, pause]) => {
      await walker.act(caseId, ['deliberation', 'support']);
      await new Promise((resolve) => setTimeout(resolve, pause));
      expect((await api.post(`/cases/${caseId}/actions/terminate`, { reason: '项目取消' }, { as: 'huang' })).status).toBe(200);
    }));
    for (const [caseId] of projects) {
      await expect.poll(async () => (await api.shell.state(caseId)).closings, { timeout: 60_000 }).toEqual({});
      expect(await held(caseId)).toBe(0n);
      await api.shell.audit(caseId);
    }
    expect(await findFund(api.shell.database, fundId)).toMatchObject({ reserved: 0n, committed: 0n });
    await sound();
  }, 240_000);
});

const amount = 30_000_000;
const service = (id: string, name: string, input: Record<string, string>): ServiceTask => ({ id, type: 'serviceTask', name: text(id, id), service: name, input, output: { granted: 'ok', why: 'reason', left: 'has' } });
const money = { fund: `"${fundId}"`, amount: 'amount', note: '"项目"' };
const endOf = (id: string): Node => ({ id, type: 'endEvent', name: text(id, id), outcome: 'done' });
/** The steps of a project that have to do with the ceiling, alone: so that two hundred of them fit into a test. */
const bare: ProcessDefinition = definition(
  [start, service('reserve', 'fund.reserve', money), exclusive('got', 'got_waiting'), service('commit', 'fund.commit', money), userTask('working'), userTask('waiting'), endOf('end'), endOf('dropped')],
  [flow('start', 'reserve'), flow('reserve', 'got'), flow('got', 'commit', 'granted = true'), flow('got', 'waiting'), flow('commit', 'working'), flow('working', 'end'), flow('waiting', 'dropped')],
  {
    key: 'bare-project', roles: { officer: text('承办人', 'Officer') }, startForm: { amount: 'required' },
    fields: { amount: { label: text('金额', 'Amount'), type: 'money' }, granted: { label: text('批准', 'Granted'), type: 'boolean' }, why: { label: text('原因', 'Why'), type: 'text' }, left: { label: text('余额', 'Left'), type: 'money' } },
  },
);

describe('the ceiling', () => {
  it('200 cases that ask at once, projects among them, get exactly what fits; every other is told so and goes its way; the ledger balances to the fen and its chain is whole', async () => {
    const fits = 37;
    // Projects that lack one vote: with it their money is asked for.
    const projects = await Promise.all([walks.completed, walks.completed, walks.completed].map((way, i) => walker.walk(answering(upTo(way, 'deliberation', 1), { projectName: `同时申报项目${i + 1}` }))));
    for (const caseId of projects) await walker.openTask(caseId, 'deliberation');
    await block.take(BigInt(fits * amount + 999));
    const before = await findFund(api.shell.database, fundId);
    expect(before).toMatchObject({ available: BigInt(fits * amount + 999) });

    await registerDefinition(api.shell.database, bare);
    // A server that has too much to do says so (503); the same request under the same key is then sent again, as every client does.
    const begin = (_: unknown, i: number): Promise<string> => until(async () => {
      const { status, body } = await api.post('/cases', { process: bare.key, agency: 'gd-amr', data: { amount } }, { as: 'lin', key: `bare-${i}` });
      expect([201, 202, 503], JSON.stringify(body)).toContain(status);
      return status === 201 ? (body.caseId as string) : null;
    }, { within: 120_000 });
    const [bareIds] = await Promise.all([
      Promise.all(Array.from({ length: 200 - projects.length }, begin)),
      ...projects.map((caseId) => walker.act(caseId, ['deliberation', 'support'])),
    ]);
    const settled = async (caseId: string, ...steps: readonly string[]): Promise<string> => vi.waitFor(async () => {
      const { tokens } = await api.shell.state(caseId);
      const at = Object.values(tokens).map((t) => t.node).find((node) => steps.includes(node));
      if (at === undefined) throw new Error(`${caseId} is at ${Object.values(tokens).map((t) => t.node).join(', ')}`);
      return at;
    }, { timeout: 120_000, interval: 200 });
    const bareAt = await Promise.all(bareIds.map((id) => settled(id, 'working', 'waiting')));
    const projectsAt = await Promise.all(projects.map((id) => settled(id, 'noticePeriod', 'waitingList')));
    const won = [...bareIds.filter((_, i) => bareAt[i] === 'working'), ...projects.filter((_, i) => projectsAt[i] === 'noticePeriod')];
    const lost = [...bareIds.filter((_, i) => bareAt[i] === 'waiting'), ...projects.filter((_, i) => projectsAt[i] === 'waitingList')];
    expect(won).toHaveLength(fits);
    expect(lost).toHaveLength(200 - fits);
    expect(await findFund(api.shell.database, fundId)).toMatchObject({ available: 999n });
    for (const caseId of won) expect(await held(caseId)).toBe(BigInt(amount));
    for (const caseId of lost) expect(await held(caseId)).toBe(0n);
    // Told why, and how much there is: to the case, and of a project to the applicant.
    for (const caseId of lost) {
      const { data } = await api.shell.state(caseId);
      expect(data['why'] ?? data['moneyReason']).toBe('no-money');
      expect(Number(data['left'] ?? data['fundHas'])).toBeLessThan(amount);
    }
    const told = (await api.get('/notices?limit=200', { as: 'chenguang' })).body.items;
    for (const caseId of projects.filter((id) => lost.includes(id))) {
      expect(told.filter((n: { caseId: string; subject: { zh: string } }) => n.caseId === caseId && n.subject.zh.startsWith('列入候补'))).toHaveLength(1);
    }
    await sound();

    // Money that becomes free goes to who waits; all that is ended leaves nothing behind.
    const [first] = won.filter((id) => bareIds.includes(id));
    await api.shell.send(first!, { type: 'terminate', reason: '项目取消' });
    await expect.poll(async () => (await findFund(api.shell.database, fundId))?.available, { timeout: 30_000 }).toBe(BigInt(amount + 999));
    await block.give();
    for (const caseId of projects) expect((await api.post(`/cases/${caseId}/actions/terminate`, { reason: '项目取消' }, { as: 'huang' })).status).toBe(200);
    for (const [i, caseId] of bareIds.entries()) {
      if (caseId === first) continue;
      const { tasks } = await api.shell.state(caseId);
      const task = Object.values(tasks)[0];
      await api.shell.send(caseId, i % 2 === 0 ? { type: 'complete', task: task!.id, outcome: 'done', data: {} } : { type: 'terminate', reason: '项目取消' });
    }
    await expect.poll(async () => findFund(api.shell.database, fundId), { timeout: 120_000 }).toMatchObject({ available: 50_000_000_000n, reserved: 0n, committed: 0n });
    await expectZeroSum(api.shell.database);
    await sound();
    for (const caseId of [...projects, ...bareIds.slice(0, 10)]) await api.shell.audit(caseId);
  }, 400_000);
});
