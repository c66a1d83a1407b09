/** 质量奖评审 in a browser: the draw, a panel with several applicants, its trimmed ranking with equals, an expert and a member of the committee who are recused from one of them, and the vote (票决). */
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { demoPeople } from '../../cli/demo/people.ts';
import { chenguang, haichuan } from '../../processes/quality-award/application/walks.ts';
import { plan } from '../../processes/quality-award/cycle/walks.ts';
import { inventedUscc, openOffice, type Office } from '../support/award-office.ts';
import { openRound, type Round } from '../support/award-round.ts';
import { decide, expectAccessible, faults, look, phone, sitDown } from './people.ts';
import { inChapters, openStage } from './stage.ts';

inChapters();
const stage = openStage();
const long = 240_000;
const third = '第三申报单位有限公司';
const names = { haichuan: String(haichuan['applicantName']), chenguang: String(chenguang['applicantName']), third };
const criteria = ['质量管理', '质量创新', '质量绩效', '社会影响'];

let round: string;
let panel: { readonly id: string; readonly members: readonly { readonly name: string }[]; readonly applicants: readonly { readonly id: string; readonly name: string }[]; readonly criteria: readonly { readonly id: string }[] };
const accountOf = (name: string): string => demoPeople.find((p) => p.name === name)?.id ?? '';

let client: pg.Client;
let office: Office;
let steps: Round;
let entries: readonly { readonly id: string; readonly officer: string; readonly head: string; readonly name: string }[];
const asked = { get: (path: string, { as }: { readonly as: string }) => stage.call(path, as), post: (path: string, body: unknown, { as }: { readonly as: string }) => stage.call(path, as, body) };
afterAll(() => client?.end());

it('a round comes to the draw of its experts, with three applications', async () => {
  client = new pg.Client({ connectionString: stage.databaseUrl });
  await client.connect();
  // The days of a notice are over by the date in the database; what stands in the fields of a case is not asked for here.
  office = openOffice({ ...asked, shell: { database: { pool: client }, state: () => Promise.reject(new Error('not asked for')) } });
  steps = openRound(asked, office);
  await office.experts();
  round = await office.start('quality-award', 'gd-award-secretariat', 'tan', { ...plan, candidatePlaces: 2, seatsManagement: 1, seatsMetrology: 2, seatsStandards: 1, seatsAudit: 0 });
  await office.does('meng', round, 'planApproval', 'approved');
  await office.isAt(round, 'closeDeclaration');
  const cycleNumber = (await office.view(round)).number as string;
  entries = [
    { id: await office.start('award-application', 'gz-amr', 'haichuan', { ...haichuan, cycleNumber }), officer: 'wu', head: 'feng', name: names.haichuan },
    { id: await office.start('award-application', 'fs-amr', 'chenguang', { ...chenguang, cycleNumber }), officer: 'pan', head: 'pei', name: names.chenguang },
    { id: await office.start('award-application', 'gz-amr', 'wu', { ...haichuan, cycleNumber, applicantName: third, applicantUscc: inventedUscc(3), contactName: '联系人' }), officer: 'wu', head: 'feng', name: third },
  ];
  await Promise.all(entries.map((entry) => steps.accept(entry)));
  await office.does('meng', round, 'closeDeclaration', 'closed', { closingReasons: '推荐工作已经完成。' });
  await steps.again(round, 'awaitAccepted');
  await steps.notice(round);
  await office.isAt(round, 'witness');
}, long);

it('a supervisor witnesses the draw, nobody with an interest is on the list, and the secretariat takes the result', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/reviews`, 'supervisor');
  await page.getByRole('link', { name: /^去见证/ }).click();
  const left = page.getByRole('region', { name: '排除的专家' });
  await left.getByRole('row', { name: /梁工/ }).waitFor();
  await left.getByRole('row', { name: /袁顾问/ }).waitFor();
  await page.getByLabel('见证词').fill('质量第一');
  await page.getByRole('button', { name: '揭示并抽取' }).click();
  await expect.poll(() => page.getByRole('region', { name: '抽取结果' }).locator('tbody tr').count()).toBe(4);
  await page.getByRole('button', { name: '重做抽取' }).click();
  await page.getByText('重做的结果与记录完全一致').waitFor();
  await look(page, 'award-draw');
  await page.context().close();
  const secretariat = await sitDown(stage.browser, `${stage.url}/cases/${round}`, 'tan');
  await decide(secretariat, '抽取见证', '已揭示');
  await secretariat.context().close();
  await office.isAt(round, 'scoring');
  const { items: [line] } = (await stage.call<{ items: { id: string }[] }>(`/cases/${round}/panels`, 'tan')).body;
  panel = (await stage.call<typeof panel>(`/panels/${line!.id}`, 'tan')).body;
  expect(panel.applicants.map((a) => a.name).sort()).toEqual(Object.values(names).sort());
}, long);

it('an expert goes from applicant to applicant, and is recused from one; what others hand in stays hidden', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/worklist`, accountOf(panel.members[0]!.name));
  await page.getByRole('link', { name: /^去评分/ }).click();
  const list = page.getByRole('navigation', { name: '申报人' });
  for (const [i, name] of [names.haichuan, names.third].entries()) {
    await list.getByRole('link', { name: new RegExp(name) }).click();
    const sheet = page.getByRole('region', { name: `评分表：${name}` });
    for (const criterion of criteria) await sheet.getByLabel(criterion).fill(i === 0 ? '99' : '80');
    await sheet.getByRole('button', { name: '提交评分' }).click();
    await page.getByText(`评分已提交：${name}`).waitFor();
  }
  await look(page, 'sheets');
  await page.getByRole('link', { name: '下一个未评的申报人' }).click();
  const own = page.getByRole('region', { name: `评分表：${names.chenguang}` });
  await own.getByRole('button', { name: '我应当回避' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('理由').fill('配偶近日入职该单位');
  await dialog.getByRole('button', { name: '我应当回避' }).click();
  await own.getByText('您须回避该申报人，由其他专家评分。').waitFor();
  await page.setViewportSize(phone);
  await expectAccessible(page);
  await page.context().close();

  // The others, over HTTP: equals in everything, but for the first.
  const points = { [names.haichuan]: [8_800, 8_600, 6_000], [names.chenguang]: [8_000, 8_000, 8_000], [names.third]: [8_000, 8_000, 8_000] };
  for (const [m, member] of panel.members.slice(1).entries()) {
    for (const applicant of panel.applicants) {
      const scores = Object.fromEntries(panel.criteria.map((c) => [c.id, points[applicant.name]?.[m]]));
      expect((await stage.call(`/panels/${panel.id}/sheets`, accountOf(member.name), { applicant: applicant.id, scores })).status).toBe(200);
    }
  }
}, long);

it('the secretariat closes it; the ranking says which sheets were left out, who is equal, and that the committee has to vote', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/cases/${round}`, 'tan');
  await page.getByRole('region', { name: '专家抽取和评审' }).getByRole('link', { name: /^查看评审组/ }).click();
  await page.getByText(`配偶近日入职该单位`).waitFor();
  await look(page, 'award-panel');
  await page.getByRole('button', { name: '截止评分' }).click();
  await page.getByRole('dialog').getByText('评分已经交齐').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '截止评分' }).click();
  const ranking = page.getByRole('region', { name: '排名', exact: true });
  const of = (name: string) => ranking.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
  await of(names.haichuan).getByText('87.00', { exact: true }).waitFor();
  await of(names.haichuan).getByText('入选').waitFor();
  await of(names.haichuan).getByRole('button', { name: /^怎样得出/ }).click();
  await of(names.haichuan).getByRole('row', { name: /99\.00.*最高分，去掉/ }).waitFor();
  await of(names.haichuan).getByRole('row', { name: /60\.00.*最低分，去掉/ }).waitFor();
  await of(names.haichuan).getByText('（88.00 + 86.00）÷ 2 = 87.00 分').waitFor();
  for (const [name, other] of [[names.chenguang, names.third], [names.third, names.chenguang]] as const) {
    await of(name).getByText('并列待表决').waitFor();
    await of(name).getByRole('button', { name: /^怎样得出/ }).click();
    await ranking.getByText(`与${other}同分；所列规则不能分出先后，并列`).waitFor();
  }
  // Three of its four experts could judge this one: one of each end is left out, one counts.
  await ranking.getByText('计入 1 份：（80.00）÷ 1 = 80.00 分').waitFor();
  await page.getByRole('button', { name: '重算排名' }).click();
  await page.getByText('重算的排名与封存的完全一致').waitFor();
  await look(page, 'award-ranking');
  await page.setViewportSize(phone);
  await look(page, 'award-ranking-phone');
  await page.context().close();
}, long);

it('equals go on together to the defence and the visit, are scored again, and come to the committee', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/cases/${round}`, 'tan');
  await decide(page, '专家评分', '评分已截止，取得排名');
  await page.context().close();
  // Its file holds hashes, which are longer than a phone is wide.
  const narrow = await sitDown(stage.browser, `${stage.url}/cases/${round}`, 'tan', phone);
  await expectAccessible(narrow);
  await narrow.context().close();
  await steps.notice(round);
  await steps.draw(round);
  for (const { id } of entries) await steps.defend(id);
  await steps.again(round, 'awaitVisited');
  await steps.score(round, (_criterion, member, { name }) => (name === names.haichuan ? 9_400 : name === names.chenguang ? 8_800 : 8_100) + 10 * member);
  await office.does('tan', round, 'report', 'submitted', { reviewReport: '申报组织质量管理成熟度总体较高。' });
  await office.isAt(round, 'convene');
}, long);

const [first, second, last] = [0, 1, 2] as const;
const idOf = (place: number): string => entries[place]!.id;

it('the head convenes the committee, and a member who is recused from one application has no seat there', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/cases/${round}`, 'meng');
  await decide(page, '召开评选表彰委员会', '提交票决', {
    tick: { 评选表彰委员会委员: ['省市场监管局', '省发展改革委', '省工业和信息化厅', '省财政厅'] }, type: { 委员回避: `${(await office.view(idOf(first))).number as string} 省财政厅` },
  });
  await page.context().close();
  for (const { id } of entries) await office.isAt(id, 'vote');
  const hu = await sitDown(stage.browser, `${stage.url}/worklist`, 'hu');
  await expect.poll(() => hu.locator('[data-entry]').count()).toBe(2);
  expect(await hu.getByText(names.haichuan).count()).toBe(0);
  await hu.goto(`${stage.url}/cases/${idOf(first)}`);
  await expect.poll(() => hu.getByRole('region', { name: '评选表彰委员会票决', exact: true }).count()).toBe(0);
  await hu.context().close();
}, long);

it('members vote one by one: counted as they come, carried by two thirds of the seats, decided as soon as no vote can change it', async () => {
  const vote = async (who: string, place: number, outcome: string, counted: string): Promise<void> => {
    const page = await sitDown(stage.browser, `${stage.url}/cases/${idOf(place)}`, who);
    await page.getByRole('region', { name: '会签：评选表彰委员会票决' }).getByText(counted).waitFor();
    if (who === 'hu') await look(page, 'award-vote');
    await decide(page, '评选表彰委员会票决', outcome, {}, { confirm: outcome === '不同意' });
    await page.context().close();
  };
  await vote('duruo', first, '同意', '已签 0/3');
  await vote('fu', first, '同意', '已签 1/3');
  await vote('duruo', second, '同意', '已签 0/4');
  await vote('fu', second, '不同意', '已签 1/4');
  await vote('gao', second, '同意', '已签 2/4');
  const page = await sitDown(stage.browser, `${stage.url}/cases/${idOf(second)}`, 'supervisor');
  const tally = page.getByRole('region', { name: '会签：评选表彰委员会票决' }).locator('.tally');
  await expect.poll(() => tally.innerText()).toMatch(/同意\s+2 票\s+不同意\s+1 票\s+弃权\s+0 票\s+未投\s+1 票/);
  await look(page, 'award-vote-count');
  await page.context().close();
  await vote('hu', second, '同意', '已签 3/4');
  await vote('duruo', last, '不同意', '已签 0/4');
  await vote('gao', last, '不同意', '已签 1/4');
  const ends = async (place: number): Promise<string | undefined> => (await office.view(idOf(place))).progress.find((s: { node: string }) => s.node === 'vote')?.outcomeName?.zh;
  await expect.poll(async () => [await ends(first), await ends(second), await ends(last)], { timeout: 60_000 }).toEqual(['同意', '同意', '不同意']);
}, long);

it('the secretariat collects the votes, and the winners proposed are on notice for everybody: who was voted down is not among them', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/cases/${round}`, 'tan');
  await decide(page, '等待票决', '重新汇总');
  await page.context().close();
  await office.isAt(round, 'notice');
  const { items } = (await stage.call<{ items: { id: string; title: { zh: string } }[] }>('/publications?limit=200', 'citizen')).body;
  const winners = items.find((p) => p.id.startsWith(round) && p.title.zh.includes('拟奖名单'));
  const shown = JSON.stringify((await stage.call(`/publications/${encodeURIComponent(winners!.id)}`, 'citizen')).body);
  for (const name of [names.haichuan, names.chenguang]) expect(shown).toContain(`质量奖：${name}`);
  expect(shown).not.toContain(third);
  expect(faults).toEqual([]);
}, long);
