/** 专家抽取、评审、票决 of a project in a browser: a witness draws the lot, experts answer and score, the office closes the panel and reads how each number came about, the meeting votes. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoExperts } from '../../cli/demo/experts.ts';
import { demoPeople } from '../../cli/demo/people.ts';
import { fund } from '../../processes/quality-fund/walks.ts';
import { upTo } from '../../processes/walk.ts';
import { drawByHand } from '../support/draw-by-hand.ts';
import { stackWalker } from '../support/walk-stack.ts';
import { decide, desk, expectAccessible, faults, look, phone, sitDown, watch } from './people.ts';
import { inChapters, openStage } from './stage.ts';

inChapters();
const stage = openStage();
const long = 180_000;

const asked = {
  get: (path: string, { as }: { readonly as: string }) => stage.call(path, as),
  post: (path: string, body: unknown, { as }: { readonly as: string }) => stage.call(path, as, body),
};
interface Draw { readonly seats: readonly { readonly name: string; readonly expert: string }[]; readonly declined: readonly { readonly name: string }[] }

let caseId: string;
/** Accounts of those who sit on the panel. */
let panel: readonly string[];
const accountOf = (name: string): string => demoPeople.find((p) => p.name === name)?.id ?? '';
const drawn = async (): Promise<Draw> => (await stage.call<{ items: Draw[] }>(`/cases/${caseId}/draws`, 'qiu')).body.items[0] as Draw;

async function inEnglish(page: Page, heading: string): Promise<void> {
  await page.getByRole('button', { name: 'English' }).first().click();
  await page.getByRole('heading', { name: heading }).first().waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: '中文' }).first().click();
}

it('a project comes to the draw of its experts', async () => {
  for (const expert of demoExperts) expect((await stage.call('/experts', 'tan', expert)).status).toBe(201);
  caseId = await stackWalker(asked, fund, 'supervisor').walk(upTo(fund.walks.completed, 'draw'));
  await expect.poll(async () => (await stage.call<{ witnessing: unknown[] }>('/reviews', 'supervisor')).body.witnessing.length, { timeout: 60_000 }).toBe(1);
}, long);

it('a supervisor finds the draw in the menu, sees who is on the list and who was left out, and gives a word; the draw repeats itself', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/cases`, 'supervisor');
  await page.getByRole('navigation').getByRole('link', { name: /评审/ }).click();
  await look(page, 'reviews');
  await page.getByRole('link', { name: /^去见证/ }).click();
  const left = page.getByRole('region', { name: '排除的专家' });
  await left.getByRole('row', { name: /梁工.*任职单位为申报人/ }).waitFor();
  const list = page.getByRole('region', { name: '候选名单' });
  await list.getByText('沈知行').waitFor();
  expect(await list.getByText('梁工').count()).toBe(0);
  expect(await page.getByRole('region', { name: '抽取结果' }).count()).toBe(0);
  await page.getByRole('button', { name: '揭示并抽取' }).click();
  expect(await page.getByLabel('见证词').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('见证词').fill('岭南秋色好');
  await look(page, 'draw-word');
  await page.getByRole('button', { name: '揭示并抽取' }).click();
  const result = page.getByRole('region', { name: '抽取结果' });
  await result.waitFor();
  expect(await result.locator('tbody tr').count()).toBe(3);
  await page.getByText('罗明加入见证词“岭南秋色好”').waitFor();
  // What the browser computes by itself names the same three as the record.
  await page.getByRole('button', { name: '重做抽取' }).click();
  await page.getByText('重做的结果与记录完全一致').waitFor();
  await page.getByText(`重做得出：${(await drawn()).seats.map((s) => s.name).join('、')}`).waitFor();
  // Whoever believes neither the server nor the console computes it by code of their own, from what stands on the page.
  const fact = async (name: string): Promise<string> => page.locator('.review-facts > div').filter({ has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) }).locator('dd').innerText();
  const rows = page.locator('.draw-fixed li');
  const listed = await Promise.all((await rows.all()).map(async (row) => ({ expert: await row.locator('code').innerText(), fields: (await row.locator('span').innerText()).split(' '), text: await row.innerText() })));
  const strata = (await fact('各专业名额')).split(' ').map((one) => one.split(':')).map(([field = '', seats = '']) => ({ field, seats: Number(seats) }));
  const byHand = drawByHand({
    id: await fact('抽取编号'), plan: { strata }, candidates: listed, listHash: await fact('名单的哈希'), commitment: await fact('承诺值'), nonce: await fact('随机数'), word: await fact('加入的见证词'), seed: await fact('种子'), declined: [],
  });
  const names = (await result.locator('tbody tr').allInnerTexts()).join('\n');
  expect(byHand).toHaveLength(3);
  for (const expert of byHand) expect(names).toContain(listed.find((l) => l.expert === expert)?.text.split(' ')[0]);
  await look(page, 'draw-drawn');
  await page.setViewportSize(phone);
  await expectAccessible(page);
  await inEnglish(page, 'Result');
  await page.context().close();
}, long);

it('anybody verifies the draw without signing in: by number, without names; a record that was tampered with is found out', async () => {
  const { id } = (await stage.call<{ items: { id: string }[] }>(`/cases/${caseId}/draws`, 'qiu')).body.items[0]!;
  const seats = (await drawn()).seats;
  const context = await stage.browser.newContext({ locale: 'zh-CN', viewport: desk });
  const page = await context.newPage();
  watch(page, 'nobody');
  const proof = await (await fetch(`${stage.url}/api/v1/draws/${encodeURIComponent(id)}/proof`)).json() as { candidates: { expert: string }[]; seed: string };
  await page.goto(`${stage.url}/public/draws/${encodeURIComponent(id)}`);
  await page.getByText('重做的结果与记录完全一致').waitFor();
  const result = page.getByRole('region', { name: '抽取结果（按编号）' });
  for (const { expert } of seats) await result.getByText(`${proof.candidates.findIndex((c) => c.expert === expert) + 1} 号`).first().waitFor();
  // The office finds the names beside the same numbers.
  const office = await sitDown(stage.browser, `${stage.url}/draws/${encodeURIComponent(id)}`, 'qiu');
  for (const { name, expert } of seats) await office.getByRole('region', { name: '抽取结果' }).getByRole('row', { name: new RegExp(`${name}\\s*${proof.candidates.findIndex((c) => c.expert === expert) + 1} 号`) }).waitFor();
  await office.context().close();
  // Nothing of the project has been published yet: neither it nor anybody is named.
  await page.getByText('评审专家抽取', { exact: true }).waitFor();
  const shown = await page.locator('body').innerText();
  for (const name of [...seats.map((s) => s.name), '罗明', '晨光']) expect(shown).not.toContain(name);
  await look(page, 'public-draw');
  await page.setViewportSize(phone);
  await look(page, 'public-draw-phone');
  await inEnglish(page, 'Verify a draw by lot');

  await page.route('**/proof', (route) => route.fulfill({ json: { ...proof, candidates: [...proof.candidates].reverse() } }));
  await page.reload();
  await page.getByText('重做的结果与记录不一致').waitFor();
  await context.close();
}, long);

it('who was drawn and cannot come is replaced by the next of the list; experts find the invitation in their inbox and answer it', async () => {
  const office = await sitDown(stage.browser, `${stage.url}/cases/${caseId}`, 'qiu');
  await office.getByRole('region', { name: '专家抽取和评审' }).getByRole('link', { name: '查看抽取' }).click();
  for (let n = 0; n < 3; n++) {
    const out = (await drawn()).seats.find((s) => accountOf(s.name) === '');
    if (!out) break;
    await office.getByRole('button', { name: `递补：${out.name}` }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByRole('radio', { name: '放弃' }).check();
    await dialog.getByLabel('理由').fill('出差，不能参加');
    await dialog.getByRole('button', { name: `${out.name}不参加评审` }).click();
    await office.getByRole('region', { name: '抽取结果' }).getByText('出差，不能参加').nth(n).waitFor();
  }
  // One of those drawn says by themselves that they may not judge this one: the next takes the seat.
  const [first] = (await drawn()).seats;
  const leaver = await sitDown(stage.browser, `${stage.url}/worklist`, accountOf(first!.name));
  await leaver.getByRole('region', { name: '待我评审' }).getByRole('button', { name: '应当回避' }).click();
  const why = leaver.getByRole('dialog');
  await why.getByRole('button', { name: '应当回避' }).click();
  expect(await why.getByLabel('理由').getAttribute('aria-invalid')).toBe('true');
  await expectAccessible(leaver);
  await why.getByLabel('理由').fill('曾为该企业作过评审');
  await why.getByRole('button', { name: '应当回避' }).click();
  await leaver.getByText('已记录您的回避，由候补专家递补').waitFor();
  await expect.poll(() => leaver.getByRole('region', { name: '待我评审' }).count()).toBe(0);
  await leaver.context().close();

  await expect.poll(async () => (await drawn()).declined.some((d) => d.name === first!.name)).toBe(true);
  const { seats } = await drawn();
  expect(seats).toHaveLength(3);
  expect(seats.map((s) => s.name)).not.toContain(first!.name);
  for (const out of seats.filter((s) => accountOf(s.name) === '')) await stage.call(`/draws/${encodeURIComponent((await stage.call<{ items: { id: string }[] }>(`/cases/${caseId}/draws`, 'qiu')).body.items[0]!.id)}/decline`, 'qiu', { expert: out.expert, kind: 'refused', reason: '出差' });
  panel = (await drawn()).seats.map((s) => accountOf(s.name));
  for (const expert of panel) {
    const page = await sitDown(stage.browser, `${stage.url}/worklist`, expert);
    await page.getByRole('button', { name: '参加', exact: true }).click();
    await page.getByText('已记录您参加评审').waitFor();
    await page.context().close();
  }
  await office.reload();
  await expect.poll(() => office.getByRole('region', { name: '抽取结果' }).getByText('参加', { exact: true }).count()).toBe(3);
  await look(office, 'draw-answers');
  await office.context().close();
}, long);

const points: readonly (readonly [string, string, string, string])[] = [['88', '90', '85.5', '80'], ['76.25', '80', '82', '90'], ['92', '70', '88', '61.5']];
/** Of each sheet, by weights 3, 3, 2, 2. */
const totals = ['86.50', '81.28', '78.50'];

it('the supervisor completes the step, and each of three experts scores by themselves, wrong points being refused at the field', async () => {
  const witness = await sitDown(stage.browser, `${stage.url}/worklist`, 'supervisor');
  await witness.locator('[data-entry]').first().click();
  await decide(witness, '见证抽取', '已见证');
  await witness.context().close();
  await expect.poll(async () => (await stage.call<{ scoring: unknown[] }>('/reviews', panel[0]!)).body.scoring.length, { timeout: 60_000 }).toBe(1);

  for (const [i, expert] of panel.entries()) {
    const page = await sitDown(stage.browser, `${stage.url}/worklist`, expert, i === 1 ? phone : undefined);
    await page.getByRole('region', { name: '待我评审' }).getByRole('link', { name: /^去评分/ }).click();
    const sheet = page.getByRole('region', { name: /^评分表：/ });
    const fields = ['必要性', '可行性', '预期效益', '预算合理性'];
    if (i === 0) {
      await sheet.getByLabel('必要性').fill('120');
      await sheet.getByLabel('可行性').fill('优');
      await sheet.getByRole('button', { name: '提交评分' }).click();
      await sheet.getByText('有 4 处需要更正').waitFor();
      await sheet.getByText('不能大于 100.00').first().waitFor();
      for (const field of fields) expect(await sheet.getByLabel(field).getAttribute('aria-invalid'), field).toBe('true');
      await look(page, 'sheet-wrong');
      // What was typed is there after a reload.
      await page.reload();
      await expect.poll(() => sheet.getByLabel('必要性').inputValue()).toBe('120');
    }
    for (const [f, field] of fields.entries()) await sheet.getByLabel(field).fill(points[i]![f]!);
    await sheet.getByText(totals[i]!).waitFor();
    await sheet.getByLabel('评语').fill(`意见${i + 1}`);
    await look(page, `sheet-${i}`);
    await sheet.getByRole('button', { name: '提交评分' }).click();
    await page.getByText(/^评分已提交：/).waitFor();
    await sheet.getByText(/^第 1 次提交/).waitFor();
    // Nobody sees another's points, and nobody of them ends it.
    for (const other of panel.keys()) if (other !== i) expect(await page.getByText(`意见${other + 1}`).count()).toBe(0);
    expect(await page.getByRole('button', { name: '截止评分' }).count()).toBe(0);
    if (i === 0) await inEnglish(page, 'Rules of scoring');
    await page.context().close();
  }
}, long);

it('the office closes the panel and reads the ranking with every number; it repeats itself, also for the supervisor', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/reviews`, 'qiu');
  await page.getByText('已交 3/3 份').waitFor();
  await page.getByRole('link', { name: /^查看/ }).click();
  await page.getByText('截止以前，谁都看不到他人的评分').waitFor();
  expect(await page.getByRole('region', { name: '排名' }).count()).toBe(0);
  await look(page, 'panel-open');
  await page.getByRole('button', { name: '截止评分' }).click();
  await page.getByRole('dialog').getByText('评分已经交齐').waitFor();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: '截止评分' }).click();
  const ranking = page.getByRole('region', { name: '排名', exact: true });
  await ranking.getByText('入选').waitFor();
  for (const total of totals) await ranking.getByText(total, { exact: true }).waitFor();
  // 86.5, 81.275 and 78.5 give 82.0916…, which no decimal ends.
  await ranking.getByText(/÷ 3 = 9851\/120 ≈ 82\.09 分/).waitFor();
  await page.getByRole('button', { name: '重算排名' }).click();
  await page.getByText('重算的排名与封存的完全一致').waitFor();
  await look(page, 'panel-closed');
  await page.setViewportSize(phone);
  await expectAccessible(page);
  await inEnglish(page, 'Ranking');
  await page.context().close();

  const supervisor = await sitDown(stage.browser, `${stage.url}/cases/${caseId}`, 'supervisor');
  await supervisor.getByRole('region', { name: '专家抽取和评审' }).getByRole('link', { name: /^查看评审组/ }).click();
  await supervisor.getByRole('button', { name: '重算排名' }).click();
  await supervisor.getByText('重算的排名与封存的完全一致').waitFor();
  await supervisor.context().close();
}, long);

it('the meeting votes: each seat by its own, counted as they come, and carried by two thirds', async () => {
  const way = fund.walks.completed;
  const from = upTo(way, 'deliberation').acts.length;
  const before = upTo(way, 'expertReview').acts.length;
  const walker = stackWalker(asked, fund, 'supervisor');
  for (const act of way.acts.slice(before, from)) await walker.act(caseId, act);
  await walker.openTask(caseId, 'deliberation');
  const vote = async (who: string, outcome: string, counted: string): Promise<void> => {
    const page = await sitDown(stage.browser, `${stage.url}/cases/${caseId}`, who);
    const signing = page.getByRole('region', { name: '会签：集体审议' });
    await signing.getByText(counted).waitFor();
    if (who === 'he') await look(page, 'vote');
    await decide(page, '集体审议', outcome, {}, { confirm: outcome === '不同意支持' });
    await page.context().close();
  };
  await vote('huang', '同意支持', '已签 0/3');
  await vote('cai', '不同意支持', '已签 1/3');
  const page = await sitDown(stage.browser, `${stage.url}/cases/${caseId}`, 'supervisor');
  const tally = page.getByRole('region', { name: '会签：集体审议' }).locator('.tally');
  await expect.poll(() => tally.innerText()).toMatch(/同意支持\s+1 票\s+不同意支持\s+1 票\s+弃权\s+0 票\s+未投\s+1 票/);
  await look(page, 'vote-count');
  await page.context().close();
  await vote('he', '同意支持', '已签 2/3');
  await expect.poll(async () => (await stage.call<{ progress: { node: string; outcomeName?: { zh: string } }[] }>(`/cases/${caseId}`, 'supervisor')).body.progress.find((s) => s.node === 'deliberation')?.outcomeName?.zh, { timeout: 60_000 }).toBe('同意支持');
}, long);

it('it is nowhere for whom it does not concern, and what is not there is said so', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/reviews`, 'haichuan');
  await page.getByText('没有需要您参加、见证或者组织的评审。').waitFor();
  expect(await page.getByRole('navigation').getByRole('link', { name: /评审/ }).count()).toBe(0);
  const { items: [draw] } = (await stage.call<{ items: { id: string }[] }>(`/cases/${caseId}/draws`, 'qiu')).body;
  const { items: [of] } = (await stage.call<{ items: { id: string }[] }>(`/cases/${caseId}/panels`, 'qiu')).body;
  for (const path of [`/draws/${draw!.id}`, `/panels/${of!.id}`]) {
    await page.goto(stage.url + path);
    await page.getByText('没有这项评审，或者您无权查看。').waitFor();
    await expectAccessible(page);
  }
  // The applicant sees its case, and nothing of who judged it.
  const own = await sitDown(stage.browser, `${stage.url}/cases/${caseId}`, 'chenguang');
  await own.getByRole('region', { name: '法定时限' }).waitFor();
  expect(await own.getByRole('region', { name: '专家抽取和评审' }).count()).toBe(0);
  await own.context().close();
  await page.context().close();
  expect(faults).toEqual([]);
}, long);
