/** Every page that somebody finds in the navigation, as they find it; and what its registers and long forms promise. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoExperts } from '../../cli/demo/experts.ts';
import { registerDefinition } from '../../db/definitions.ts';
import { createDatabase } from '../../db/pool.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { definition, end, flow, start, userTask } from '../engine/models.ts';
import { voluntaryReport } from '../faults/voluntary-recall.ts';
import { desk, expectAccessible, faults, phone, sitDown } from './people.ts';
import { openStage } from './stage.ts';

const line = (zh: string) => ({ label: text(zh, zh), type: 'text' as const });
/** One step with three results, of which two ask for fields of their own. */
const choosing: ProcessDefinition = definition(
  [
    { ...start, name: text('开始', 'Start') },
    {
      ...userTask('decide', [], { form: { note: 'optional', facts: 'optional', place: 'optional', matter: 'optional', body: 'optional', until: 'optional' } }), name: text('调查', 'Investigation'),
      outcomes: [
        { id: 'finish', name: text('调查终结', 'Finish'), tone: 'positive', requires: ['facts', 'place'] },
        { id: 'test', name: text('委托检测', 'Have it tested'), requires: ['matter', 'body', 'until'] },
        { id: 'drop', name: text('不再调查', 'Drop'), requires: [] },
      ],
    },
    { ...end(), name: text('结束', 'End') },
  ],
  [flow('start', 'decide'), flow('decide', 'end')],
  {
    key: 'choosing', name: text('选择办理结果', 'Choosing'), title: '"选择办理结果"', roles: { officer: text('承办人', 'Case officer') },
    fields: { note: line('备注'), facts: line('事实'), place: line('地点'), matter: line('检测事项'), body: line('检测机构'), until: line('检测期限') },
  },
);

const stage = openStage(async ({ call, databaseUrl }) => {
  const database = createDatabase(databaseUrl, { max: 1 });
  await registerDefinition(database, choosing);
  await database.close();
  await call('/cases', 'chenguang', { process: 'product-recall', agency: 'gd-amr', data: voluntaryReport });
  for (const expert of demoExperts.slice(0, 3)) expect((await call('/experts', 'admin', expert)).status).toBe(201);
});

const menuOf = (page: Page) => page.getByRole('navigation', { name: /^(主导航|Main navigation)$/ });

it.each([
  ['an officer', 'lin', 7], ['a secretariat', 'qiu', 8], ['a supervisor', 'supervisor', 7], ['an administrator', 'admin', 7], ['an expert', 'shen', 4], ['the police', 'lei', 6],
])('%s can use each of their pages: wide in Chinese and light, on a phone in English and dark', async (_, person, least) => {
  const page = await sitDown(stage.browser, `${stage.url}/notices`, person);
  let links: readonly string[] = [];
  await expect.poll(async () => (links = await menuOf(page).getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))).length).toBeGreaterThanOrEqual(least);
  const seen = async (): Promise<void> => {
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.title()).toMatch(/.+ · (办结|Banjie)$/);
    await expectAccessible(page);
  };
  for (const link of links) {
    await page.goto(stage.url + link);
    await seen();
  }
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: '中文' }).waitFor();
  await page.setViewportSize(phone);
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const link of links) {
    await page.goto(stage.url + link);
    await seen();
  }
  await page.context().close();
}, 240_000);

it('who is signed in waits in the frame of the console, not before the menu of those who are not', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/notices`, 'lin');
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => { letGo = resolve; });
  await page.route('**/api/v1/me', async (route) => { await held; await route.continue(); });
  await page.reload({ waitUntil: 'commit' });
  await page.getByText('正在加载…').waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  letGo();
  await menuOf(page).waitFor();
  await page.context().close();
});

it('who chooses a result whose part of the form is folded away is shown what it needs', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/new/choosing`, 'lin', desk);
  await page.getByRole('button', { name: '提交' }).click();
  const step = page.getByRole('region', { name: '调查', exact: true });
  await step.getByLabel('事实').waitFor();
  expect(await step.getByLabel('检测机构').isVisible()).toBe(false);
  await expectAccessible(page);
  await step.getByRole('button', { name: '委托检测' }).click();
  await step.getByRole('alert').getByText('有 3 处需要更正').waitFor();
  await step.getByLabel('检测机构').fill('省质检院');
  await expectAccessible(page);
  await step.getByRole('alert').getByRole('link', { name: '检测事项' }).click();
  await page.keyboard.type('干烧保护');
  await step.getByLabel('检测期限').fill('十日');
  // What was begun is in sight again when one comes back to it.
  await page.reload();
  expect(await step.getByLabel('检测事项').inputValue()).toBe('干烧保护');
  expect(await step.getByLabel('检测机构').isVisible()).toBe(true);
  await step.getByRole('button', { name: '委托检测' }).click();
  await page.getByText('已办理：委托检测').waitFor();
  await page.context().close();
}, 120_000);

it('a long form and its dossier stand under the titles of the data dictionary, in both languages', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/new/product-recall`, 'chenguang', desk);
  const titles = async () => page.locator('.form-section > legend').allTextContents();
  await expect.poll(titles).toEqual(['报告事项', '生产者信息', '产品信息', '缺陷和危害']);
  await page.getByRole('group', { name: '产品信息' }).getByLabel('型号规格').waitFor();
  expect(await page.getByRole('group', { name: '产品信息' }).getByLabel('缺陷描述').count()).toBe(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'English' }).click();
  await expect.poll(titles).toEqual(['The report', 'Producer', 'Product', 'Defect and harm']);
  await page.setViewportSize(phone);
  await expectAccessible(page);
  await page.goto(`${stage.url}/my`);
  await page.getByRole('link', { name: new RegExp(String(voluntaryReport['producerName'])) }).first().click();
  await page.getByRole('region', { name: 'Dossier' }).getByRole('heading', { level: 3, name: 'Defect and harm' }).waitFor();
  await expectAccessible(page);
  await page.context().close();
}, 120_000);

it('an administrator enters an expert with what keeps them out of a draw; others read it without the telephone number', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/experts`, 'admin', desk);
  await page.getByRole('button', { name: '登记专家' }).click();
  const dialog = page.getByRole('dialog');
  for (const [name, value] of Object.entries({ 姓名: '唐文', 工作单位: '华南理工大学', 专业领域: '质量管理、财务审计', 所在地: '440106', 联系电话: '13800138000', 近亲属任职: '配偶' })) await dialog.getByLabel(name, { exact: true }).fill(value);
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByRole('alert').getByRole('link', { name: '近亲属任职' }).waitFor();
  await expectAccessible(page);
  await dialog.getByLabel('近亲属任职', { exact: true }).fill('配偶，佛山市晨光电器有限公司，91440605MA4W2Q7H9C');
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByText('专家信息已保存').waitFor();
  await page.getByRole('combobox', { name: '专业领域' }).selectOption('财务审计');
  const row = page.getByRole('row', { name: /唐文/ });
  await row.getByText('近亲属任职 1 项').waitFor();
  await row.getByText('广州市天河区').waitFor();
  await row.getByText('13800138000').waitFor();
  await page.context().close();

  const reader = await sitDown(stage.browser, `${stage.url}/experts?field=${encodeURIComponent('财务审计')}`, 'supervisor', desk);
  await reader.getByRole('row', { name: /唐文/ }).waitFor();
  expect(await reader.getByText('13800138000').count()).toBe(0);
  expect(await reader.getByRole('button', { name: '登记专家' }).count()).toBe(0);
  await reader.context().close();
}, 120_000);

it('no page has thrown or complained', () => expect(faults).toEqual([]));
