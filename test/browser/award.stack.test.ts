/** 质量奖材料评审 in a browser: a panel with several applicants, its trimmed ranking with equals, and a member who is recused from one of them. */
import pg from 'pg';
import { expect, it } from 'vitest';
import { demoPeople } from '../../cli/demo/people.ts';
import { chenguang, haichuan } from '../../processes/quality-award/application/walks.ts';
import { plan } from '../../processes/quality-award/cycle/walks.ts';
import { inventedUscc, openOffice, type Office } from '../support/award-office.ts';
import { expectAccessible, faults, look, phone, sitDown } from './people.ts';
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

async function accept(office: Office, id: string, officer: string, head: string): Promise<void> {
  await office.does(officer, id, 'recommendationReview', 'recommended', { recommendationOpinion: '拟推荐。', noticeDays: 5 });
  await office.isAt(id, 'notice');
  await office.noticeIsOver(id);
  await office.does(officer, id, 'notice', 'checked');
  await office.does(head, id, 'recommendation', 'recommended');
  await office.does('tan', id, 'formalReview', 'passed', { formalOpinion: '材料完整。', departments: ['officer@gd-ecology'] });
  await office.does('ji', id, 'departmentCheck', 'answered', { departmentFinding: 'none' });
  await office.does('xiao', id, 'eligibility', 'eligible', { eligibilityOpinion: '符合条件。' });
  await office.does('meng', id, 'acceptance', 'accepted');
}

it('a round comes to the scoring of three applications', async () => {
  const client = new pg.Client({ connectionString: stage.databaseUrl });
  await client.connect();
  const office = openOffice({
    get: (path, { as }) => stage.call(path, as), post: (path, body, { as }) => stage.call(path, as, body),
    // The days of a notice are over by the date in the database; what stands in the fields of a case is not asked for here.
    shell: { database: { pool: client }, state: () => Promise.reject(new Error('not asked for')) },
  });
  await office.experts();
  round = await office.start('quality-award', 'gd-award-secretariat', 'tan', { ...plan, candidatePlaces: 2, seatsManagement: 1, seatsMetrology: 2, seatsStandards: 1, seatsAudit: 0 });
  await office.does('meng', round, 'planApproval', 'approved');
  await office.isAt(round, 'closeDeclaration');
  const cycleNumber = (await office.view(round)).number as string;
  const entries = [
    { id: await office.start('award-application', 'gz-amr', 'haichuan', { ...haichuan, cycleNumber }), officer: 'wu', head: 'feng' },
    { id: await office.start('award-application', 'fs-amr', 'chenguang', { ...chenguang, cycleNumber }), officer: 'pan', head: 'pei' },
    { id: await office.start('award-application', 'gz-amr', 'wu', { ...haichuan, cycleNumber, applicantName: third, applicantUscc: inventedUscc(3), contactName: '联系人' }), officer: 'wu', head: 'feng' },
  ];
  await Promise.all(entries.map(({ id, officer, head }) => accept(office, id, officer, head)));
  await office.does('meng', round, 'closeDeclaration', 'closed', { closingReasons: '推荐工作已经完成。' });
  await office.isAt(round, 'notice');
  await office.noticeIsOver(round);
  await office.does('tan', round, 'notice', 'checked');
  await office.does('tan', round, 'conclusion', 'kept');
  await office.isAt(round, 'witness');
  const { items: [draw] } = (await stage.call<{ items: { id: string }[] }>(`/cases/${round}/draws`, 'tan')).body;
  expect((await stage.call(`/draws/${draw!.id}/reveal`, 'supervisor', { word: '见证' })).status).toBe(200);
  await office.does('tan', round, 'witness', 'revealed');
  await office.isAt(round, 'scoring');
  const { items: [line] } = (await stage.call<{ items: { id: string }[] }>(`/cases/${round}/panels`, 'tan')).body;
  panel = (await stage.call<typeof panel>(`/panels/${line!.id}`, 'tan')).body;
  expect(panel.applicants.map((a) => a.name).sort()).toEqual(Object.values(names).sort());
  await client.end();
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
  expect(faults).toEqual([]);
}, long);
