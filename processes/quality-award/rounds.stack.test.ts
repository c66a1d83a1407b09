/** Small rounds over HTTP on the real parts, each by a way that the great one (award.stack.test.ts) does not go: what comes back, what fails, what stays empty. */
import { beforeAll, describe, expect, it } from 'vitest';
import { demoExperts } from '../../cli/demo/experts.ts';
import { registerDefinition } from '../../db/definitions.ts';
import type { JsonObject } from '../../domain/json.ts';
import { openApi, type TestApi } from '../../test/support/api.ts';
import { inventedUscc, openOffice, type Office } from '../../test/support/award-office.ts';
import { openRound, type Points, type Round } from '../../test/support/award-round.ts';
import { definitions } from '../registry.ts';
import { day } from '../walk.ts';
import { haichuan } from './application/walks.ts';
import { plan } from './cycle/walks.ts';

const three = ['committee-member@gd-amr', 'committee-member@gd-drc', 'committee-member@gd-industry'];
const members = ['duruo', 'fu', 'gao'];
const long = 400_000;

let api: TestApi;
let office: Office;
let steps: Round;
beforeAll(async () => {
  api = await openApi();
  for (const definition of definitions) await registerDefinition(api.shell.database, definition);
  office = openOffice(api);
  steps = openRound(api, office);
  // Those without an account could be drawn here, where nobody has an interest, and could not hand in a sheet.
  for (const expert of demoExperts.filter((e) => e.person)) expect((await api.post('/experts', expert, { as: 'tan' })).status).toBe(201);
});

let rounds = 0;
/** Rounds follow each other by two years. */
const next = (): JsonObject => ({ edition: 8 + rounds, roundYear: 2026 + 2 * rounds++ });
const seats = { seatsManagement: 1, seatsMetrology: 2, seatsStandards: 1, seatsAudit: 0 };
const open = (more: JsonObject = {}): Promise<string> => office.start('quality-award', 'gd-award-secretariat', 'tan', { ...plan, ...seats, ...next(), ...more });
const numberOf = async (id: string): Promise<string> => (await office.view(id)).number as string;
const outcome = async (id: string): Promise<string> => (await office.closed(id)).outcome as string;

let invented = 100;
/** So many applications are accepted in the round, and declarations are closed. @param individual the first is one of a person */
async function entered(round: string, count: number, individual = false): Promise<readonly string[]> {
  await office.isAt(round, 'closeDeclaration');
  const cycleNumber = await numberOf(round);
  const ids = await Promise.all(Array.from({ length: count }, async (_, i) => {
    const person = individual && i === 0 ? { applicantKind: 'individual', individualName: '叶知秋' } : {};
    const id = await office.start('award-application', 'gz-amr', 'wu', { ...haichuan, cycleNumber, applicantName: `第${++invented}申报单位有限公司`, applicantUscc: inventedUscc(invented), contactName: `联系人${invented}`, ...person });
    await steps.accept({ id, officer: 'wu', head: 'feng', name: '' });
    return id;
  }));
  await office.does('meng', round, 'closeDeclaration', 'closed', { closingReasons: '推荐工作已经完成。' });
  await steps.again(round, 'awaitAccepted');
  return ids;
}
/** Who was entered earlier is better. */
const good: Points = (_criterion, member, { name }) => 9_900 - 20 * (Number(/\d+/.exec(name)?.[0]) - 100) - 2 * member;
const equal: Points = () => 9_000;
const poor: Points = () => 3_000;

/** 材料评审 and its notice. */
async function written(round: string, points: Points = good): Promise<void> {
  await steps.draw(round);
  await steps.score(round, points);
}
/** 答辩、现场评审 and their scores. */
async function final(round: string, ids: readonly string[], points: Points = good): Promise<void> {
  await steps.draw(round);
  for (const id of ids) await steps.defend(id);
  await steps.again(round, 'awaitVisited');
  await steps.score(round, points);
}
async function convened(round: string, ids: readonly string[], vote: (id: string) => string, data: JsonObject = {}): Promise<void> {
  await office.does('tan', round, 'report', 'submitted', { reviewReport: '总体较高。' });
  await office.does('meng', round, 'convene', 'convened', { committee: three, ...data });
  await votes(ids, vote);
  await steps.again(round, 'awaitVotes');
}
async function votes(ids: readonly string[], vote: (id: string) => string): Promise<void> {
  for (const id of ids) {
    await office.isAt(id, 'vote');
    for (const member of members.slice(0, 2)) await office.does(member, id, 'vote', vote(id));
  }
}
const agree = (): string => 'agree';
async function granted(round: string): Promise<void> {
  await office.does('meng', round, 'submission', 'submitted', { submissionText: '报请审定。' });
  await office.does('rong', round, 'government', 'approved');
  expect(await outcome(round)).toBe('completed');
  await api.shell.audit(round);
}
/** 空缺: announced to everybody, and nobody was awarded. */
async function vacant(round: string, ids: readonly string[], ends = 'notSelected'): Promise<void> {
  expect(await outcome(round)).toBe('vacant');
  for (const id of ids) expect(await outcome(id)).toBe(ends);
  const titles = (await api.get('/publications?limit=200', { as: null })).body.items.filter((p: { id: string; kind: string }) => p.id.startsWith(round) && p.kind === 'award-decision').map((p: { title: { zh: string } }) => p.title.zh);
  expect(titles).toEqual([expect.stringContaining('空缺公告')]);
  await api.shell.audit(round);
}
/** An objection is filed to the notice that is open, and answered: it does not hold. */
async function objected(round: string): Promise<void> {
  await office.isAt(round, 'notice');
  const publication = String((await office.data(round))['noticeId']);
  expect((await api.post(`/publications/${publication}/objections`, { grounds: '所报业绩不实，附审计报告。', contact: '13800138000' }, { as: 'citizen' })).status).toBe(201);
  const before = new Set(await objectionsOf(round));
  await office.does('tan', round, 'notice', 'checked');
  let objection: string | undefined;
  await expect.poll(async () => (objection = (await objectionsOf(round)).find((id) => !before.has(id))), { timeout: 60_000 }).toBeDefined();
  const id = objection as string;
  await office.does('tan', id, 'acceptance', 'accepted', { acceptanceOpinion: '实名并附证据，予以受理。' });
  await office.does('tan', id, 'examination', 'proposed', { findings: '调取审计报告核对。', reply: '经核查不实。' });
  await office.does('meng', id, 'answer', 'rejected', { reply: '经核查不实。' });
  expect(await outcome(id)).toBe('rejected');
  await steps.notice(round);
}
const objectionsOf = async (round: string): Promise<readonly string[]> =>
  (await api.get(`/cases/${round}/links`, { as: 'supervisor' })).body.items.flatMap((l: { case: { id: string; process: string } | null }) => (l.case?.process === 'award-objection' ? [l.case.id] : []));

describe('every two years', () => {
  it('a plan that cannot be carried out, or comes too soon after another round, does not come to the head; it is mended or dropped', async () => {
    const round = await open({ declarationUntil: day(-1), quorum: 2 });
    await office.isAt(round, 'planRevision');
    expect((await office.data(round))['planNote']).toMatch(/申报截止日期早于开始日期.*有效评分份数应当多于/s);
    await office.does('tan', round, 'planRevision', 'resubmitted', { declarationUntil: day(60), quorum: 3 });
    await office.isAt(round, 'planApproval');
    const { edition, roundYear } = (await office.data(round)) as { edition: number; roundYear: number };
    const soon = await office.start('quality-award', 'gd-award-secretariat', 'tan', { ...plan, ...seats, edition, roundYear: roundYear + 1 });
    await office.isAt(soon, 'planRevision');
    expect((await office.data(soon))['planNote']).toMatch(/每两年评选一届，与以下届次相隔不足两年.*届次重复/s);
    await office.does('tan', soon, 'planRevision', 'dropped');
    expect(await outcome(soon)).toBe('cancelled');
    await office.does('meng', round, 'planApproval', 'returned', { planOpinion: '暂不开展。' });
    await office.does('tan', round, 'planRevision', 'dropped');
    expect(await outcome(round)).toBe('cancelled');
  }, long);
  it('nothing can be declared before the day on which declarations begin', async () => {
    const round = await open({ declarationFrom: day(10) });
    await office.does('meng', round, 'planApproval', 'approved');
    await expect.poll(async () => Object.values((await api.shell.state(round)).tokens).map((t) => t.node), { timeout: 60_000 }).toEqual(['beforeDeclarations']);
    const early = await office.start('award-application', 'gz-amr', 'haichuan', { ...haichuan, cycleNumber: await numberOf(round) });
    await office.isAt(early, 'cycleCorrection');
    expect((await office.data(early))['joinProblem']).toContain('尚未开始');
    await office.does('haichuan', early, 'cycleCorrection', 'abandoned');
    expect((await api.post(`/cases/${round}/actions/terminate`, { reason: '方案调整' }, { as: 'meng' })).status).toBe(200);
  }, long);
});

describe('what comes back', () => {
  it('too few experts, too few sheets, numbers that are on no list, a committee that is too small, a return by the government: the round goes on from there', async () => {
    const round = await open({ awardPlaces: 1, nominationPlaces: 5, seatsAudit: 1, quorum: 5 });
    await office.does('meng', round, 'planApproval', 'returned', { planOpinion: '请补充财务审计专家。' });
    await office.does('tan', round, 'planRevision', 'resubmitted', { seatsAudit: 9 });
    await office.does('meng', round, 'planApproval', 'approved');
    const ids = await entered(round, 3, true);
    await steps.notice(round, 'removed', { removed: '没有这个案号', removalReasons: '异议成立。' });
    await expect.poll(async () => (await office.data(round))['unknownNumbers'], { timeout: 60_000 }).toBe('没有这个案号');
    await office.does('tan', round, 'conclusion', 'removed', { removed: await numberOf(ids[2] as string), removalReasons: '异议成立。' });
    expect(await outcome(ids[2] as string)).toBe('notSelected');

    await office.does('tan', round, 'drawShort', 'again', { ...seats, seatsAudit: 0, drawAdjustment: '专家库财务审计专家不足，减少名额。' });
    // Nothing has been revealed yet: there is no result to take.
    await office.does('tan', round, 'witness', 'revealed');
    await office.does('tan', round, 'witness', 'redraw');
    await office.does('tan', round, 'drawShort', 'again', { ...seats, drawAdjustment: '重新抽取。' });
    await steps.draw(round);
    // Four experts cannot hand in five sheets.
    await office.does('tan', round, 'panelWrong', 'again', { trim: 1, quorum: 3, threshold: 60, candidatePlaces: 60 });
    await office.does('tan', round, 'scoring', 'closed');
    await expect.poll(async () => (await office.data(round))['rankingDone'], { timeout: 60_000 }).toBe(false);
    await steps.score(round, good);
    await steps.notice(round);
    await final(round, ids.slice(0, 2));

    await office.does('tan', round, 'report', 'submitted', { reviewReport: '总体较高。' });
    await office.does('meng', round, 'convene', 'convened', { committee: ['committee-member@gd-amr'] });
    await expect.poll(async () => (await office.data(round))['committeeNote'], { timeout: 60_000 }).toContain('不足3名');
    const four = [...three, 'committee-member@gd-finance'];
    await office.does('meng', round, 'convene', 'convened', { committee: four, recusals: '没有这件申报 省财政厅' });
    await expect.poll(async () => (await office.data(round))['committeeNote'], { timeout: 60_000 }).toContain('无法识别的回避');
    await office.does('meng', round, 'convene', 'convened', { committee: four, recusals: `${await numberOf(ids[0] as string)} 省财政厅` });
    // Two of three seats carry it where one member is recused, three of four where none is.
    for (const [i, id] of ids.slice(0, 2).entries()) {
      await office.isAt(id, 'vote');
      for (const member of members.slice(0, 2 + i)) await office.does(member, id, 'vote', 'agree');
    }
    await steps.again(round, 'awaitVotes');
    await steps.notice(round);
    await office.does('meng', round, 'submission', 'submitted', { submissionText: '报请审定。' });
    await office.does('rong', round, 'government', 'returned', { governmentOpinion: '请核实环保情况。' });
    const [winner, second] = ids as readonly [string, string];
    await office.does('tan', round, 'conclusion', 'removed', { removed: await numberOf(second), removalReasons: '环保处罚未如实申报。' });
    expect(await outcome(second)).toBe('notSelected');
    await granted(round);
    expect(await outcome(winner)).toBe('awarded');
    // 个人获奖: the person is on the list, and the award stands in the file of the employer under the person's name.
    expect((await office.data(round))['awardsText']).toContain('叶知秋（第');
    const { applicantUscc } = await office.data(winner);
    expect((await api.get(`/enterprises/${String(applicantUscc)}/credit`, { as: 'lin' })).body.items).toMatchObject([{ kind: 'award', level: '质量奖（个人）', title: { zh: expect.stringContaining('叶知秋') } }]);
  }, long);
});

describe('equals', () => {
  it('objections to all three notices are answered one by one; the committee orders equals, and what it has not ordered it is asked again', async () => {
    const round = await open({ awardPlaces: 1, nominationPlaces: 5 });
    await office.does('meng', round, 'planApproval', 'approved');
    const ids = await entered(round, 2);
    await objected(round);
    await written(round, equal);
    await objected(round);
    await final(round, ids, equal);
    await convened(round, ids, agree);
    const [first, second] = ids as readonly [string, string];
    await office.does('tan', round, 'tieProposal', 'proposed', { tieOrder: '没有这件申报' });
    for (const member of members.slice(0, 2)) await office.does(member, round, 'tieVote', 'adopted');
    await office.does('tan', round, 'tieProposal', 'proposed', { tieOrder: `${await numberOf(second)}\n${await numberOf(first)}` });
    for (const member of members.slice(0, 2)) await office.does(member, round, 'tieVote', 'adopted');
    await objected(round);
    await granted(round);
    expect([await outcome(second), await outcome(first)]).toEqual(['awarded', 'nominated']);
  }, long);
  it('an order that is not adopted leaves the place empty', async () => {
    const round = await open({ awardPlaces: 1, nominationPlaces: 5 });
    await office.does('meng', round, 'planApproval', 'approved');
    const ids = await entered(round, 2);
    await steps.notice(round);
    await written(round, equal);
    await steps.notice(round);
    await final(round, ids, equal);
    await convened(round, ids, agree);
    await office.does('tan', round, 'tieProposal', 'proposed', { tieOrder: await numberOf(ids[0] as string) });
    await office.does('duruo', round, 'tieVote', 'abstain');
    await office.does('fu', round, 'tieVote', 'vacated');
    await steps.notice(round);
    await granted(round);
    expect(await office.data(round)).toMatchObject({ awardCount: 0, nominationCount: 2 });
  }, long);
});

describe('本届空缺: a round that comes to nothing says so', () => {
  const begun = async (count = 1): Promise<readonly [string, readonly string[]]> => {
    const round = await open();
    await office.does('meng', round, 'planApproval', 'approved');
    return [round, await entered(round, count)];
  };
  it('all accepted are removed', async () => {
    const [round, ids] = await begun();
    await steps.notice(round, 'removed', { removed: await numberOf(ids[0] as string), removalReasons: '异议成立。' });
    await vacant(round, ids);
  }, long);
  it('none reaches the threshold', async () => {
    const [round, ids] = await begun();
    await steps.notice(round);
    await written(round, poor);
    await vacant(round, ids);
  }, long);
  it('all candidates give up, one before the defence and one before the visit', async () => {
    const [round, ids] = await begun(2);
    await steps.notice(round);
    await written(round);
    await steps.notice(round);
    await steps.draw(round);
    await office.does('tan', ids[0] as string, 'defence', 'withdrawn');
    await office.does('tan', ids[1] as string, 'defence', 'held', { defenceOn: day(0), defenceRecord: '答辩6个问题。' });
    await office.does('tan', ids[1] as string, 'siteVisit', 'withdrawn');
    for (const id of ids) await outcome(id);
    await steps.again(round, 'awaitVisited');
    await vacant(round, ids, 'withdrawn');
  }, long);
  it.each([['the committee votes all down', 'disagree'], ['all winners are removed after the last notice', 'agree']] as const)('%s', async (_, vote) => {
    const [round, ids] = await begun();
    await steps.notice(round);
    await written(round);
    await steps.notice(round);
    await final(round, ids);
    await convened(round, ids, () => vote);
    if (vote === 'agree') await steps.notice(round, 'removed', { removed: await numberOf(ids[0] as string), removalReasons: '异议成立。' });
    await vacant(round, ids);
  }, long);
});
