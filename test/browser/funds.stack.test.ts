/** 基金账 in a browser: what it holds, its entries, those of one case, and its audit, for those whose concern it is. */
import pg from 'pg';
import { expect, it } from 'vitest';
import { demoExperts } from '../../cli/demo/experts.ts';
import { scorePanel, witnessDraw, type Doing, type People } from '../../cli/demo/beside.ts';
import { fund } from '../../processes/quality-fund/walks.ts';
import { upTo } from '../../processes/walk.ts';
import { stackWalker } from '../support/walk-stack.ts';
import { expectAccessible, faults, look, phone, sitDown } from './people.ts';
import { inChapters, openStage } from './stage.ts';

inChapters();
const stage = openStage();

const people: People = {
  get: async (as, path) => (await stage.call(path, as)).body,
  post: async (as, path, body) => (await stage.call(path, as, body)).body,
};
const asked = {
  get: (path: string, { as }: { readonly as: string }) => stage.call(path, as),
  post: (path: string, body: unknown, { as }: { readonly as: string }) => stage.call(path, as, body),
};

it('a project is carried, and its money is reserved while the notice is open', async () => {
  for (const expert of demoExperts) expect((await stage.call('/experts', 'tan', expert)).status).toBe(201);
  const by = (doing: Doing) => (id: string) => doing(people, id, id);
  const walker = stackWalker(asked, fund, 'supervisor', { draw: by(witnessDraw('drawWitness')), score: by(scorePanel('expertReview', 84)) });
  await walker.walk(upTo(fund.walks.completed, 'closeNotice'));
  await expect.poll(async () => (await stage.call<{ items: { reserved: number }[] }>('/funds', 'cai')).body.items[0]?.reserved, { timeout: 60_000 }).toBe(30_000_000);
}, 240_000);

it('the money officer sees what is free and what is reserved, audits the ledger, and reads the entries of one case', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/worklist`, 'cai');
  await page.getByRole('navigation').getByRole('link', { name: '基金账' }).click();
  const balances = page.getByRole('region', { name: '广东省质量提升发展基金' });
  await balances.getByText('¥500,000,000.00').waitFor();
  await balances.getByText('¥499,700,000.00').waitFor();
  await balances.getByText('¥300,000.00').waitFor();
  const entries = page.getByRole('region', { name: '分录', exact: true });
  await entries.getByText('预留', { exact: true }).waitFor();
  await expect.poll(() => entries.getByRole('row').count()).toBe(3);
  await page.getByRole('button', { name: '审计账目' }).click();
  await page.getByText('账目完整、平衡').waitFor();
  await page.getByText('¥500,300,000.00').first().waitFor();
  await look(page, 'fund');

  await entries.getByRole('link', { name: '只看本案' }).click();
  const own = page.getByRole('region', { name: /^分录：/ });
  await own.waitFor();
  await expect.poll(() => own.getByRole('row').count()).toBe(2);
  await own.getByRole('link', { name: /电热水壶温控可靠性提升/ }).waitFor();
  await look(page, 'fund-case');
  await page.setViewportSize(phone);
  await look(page, 'fund-phone');
  await page.getByRole('link', { name: '全部分录' }).click();
  await page.getByText('¥500,000,000.00').first().waitFor();
  await expectAccessible(page);
  await page.context().close();
}, 120_000);

it('it speaks English too, and is nowhere for whom it does not concern', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/funds`, 'supervisor');
  await page.getByRole('heading', { name: '基金账' }).waitFor();
  await page.getByRole('button', { name: 'English' }).first().click();
  await page.getByRole('heading', { name: 'Funds' }).waitFor();
  await page.getByText('Debit Reserved · credit Free').waitFor();
  await look(page, 'fund-english');
  await page.context().close();

  const maker = await sitDown(stage.browser, `${stage.url}/funds`, 'chenguang');
  await maker.getByText('没有您可以查看的基金。').waitFor();
  expect(await maker.getByRole('navigation').getByRole('link', { name: '基金账' }).count()).toBe(0);
  await maker.context().close();
}, 120_000);

it('an audit shows what somebody changed who can do anything', async () => {
  const client = new pg.Client({ connectionString: stage.databaseUrl });
  await client.connect();
  await client.query(`alter table fund_entries disable trigger all; update fund_entries set amount = 29000000 where fund = 'gd-quality' and seq = 2; alter table fund_entries enable trigger all`);
  await client.end();
  const page = await sitDown(stage.browser, `${stage.url}/funds`, 'qiu');
  await page.getByRole('button', { name: '审计账目' }).click();
  await page.getByText(/发现 \d+ 处问题/).waitFor();
  await page.getByText('哈希链断裂 · 第 2 号分录').waitFor();
  await page.getByText('余额不符 · 已预留 · 账载 ¥300,000.00，应为 ¥290,000.00').waitFor();
  await look(page, 'fund-unsound');
  await page.context().close();
  expect(faults).toEqual([]);
}, 120_000);
