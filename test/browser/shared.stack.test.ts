/** Pages for what the processes share: an enterprise's file, internal limits, public notice with an objection. */
import pg from 'pg';
import { expect, it } from 'vitest';
import { voluntaryReport } from '../faults/voluntary-recall.ts';
import { desk, expectAccessible, faults, phone, sitDown } from './people.ts';
import { openStage } from './stage.ts';

let caseId: string;

const stage = openStage(async () => {
  ({ caseId } = (await stage.call<{ caseId: string }>('/cases', 'chenguang', { process: 'product-recall', agency: 'gd-amr', data: voluntaryReport })).body);
  // What the steps of later processes write by their services.
  const client = new pg.Client({ connectionString: stage.databaseUrl });
  await client.connect();
  await client.query(`insert into credit_entries values ('${caseId}:j900', '91440605MA4W2Q7H9C', 'penalty', '一般', '{"zh": "产品不合格罚款", "en": "Fined for a defect"}', '[]', '${caseId}', 'gd-amr', current_date, current_date, current_date + 90, now())`);
  await client.query(`insert into publications (id, case_id, kind, title, agency, facts, published_at, last_day, closes_at, calendar_version)
    values ('${caseId}:j901', '${caseId}', 'award', '{"zh": "获奖建议名单公示", "en": "Winners proposed"}', 'gd-amr', '[{"label": {"zh": "组织", "en": "Organisation"}, "value": "晨光电器"}]', now(), current_date + 5, now() + interval '5 days', 'x')`);
  await client.end();
});

it('an officer finds an enterprise and reads what to look at, its credit file and its cases', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/enterprises`, 'lin');
  await expectAccessible(page);
  await page.getByRole('searchbox').fill('晨光');
  await page.getByRole('link', { name: /晨光/ }).click();
  await page.getByText('近一年有不良质量信用记录：行政处罚').waitFor();
  await page.getByText(String(voluntaryReport['contactPhone'])).waitFor();
  await page.getByRole('link', { name: '产品不合格罚款' }).waitFor();
  expect(await page.getByRole('region', { name: '该企业的案件' }).getByRole('link').count()).toBe(1);
  await expectAccessible(page);
  await page.setViewportSize(phone);
  await expectAccessible(page);
  await page.setViewportSize(desk);
  await page.context().close();
}, 120_000);

it('an administrator changes an internal limit and sees who changed it', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/limits`, 'admin');
  await expectAccessible(page);
  const recall = page.getByRole('region', { name: '缺陷产品召回' });
  await recall.getByRole('button', { name: '查看：受理审查' }).click();
  await page.getByText('没有调整过。').waitFor();
  await page.getByLabel('数量').fill('8');
  await page.getByRole('button', { name: '调整', exact: true }).click();
  expect(await page.getByRole('textbox', { name: '理由' }).getAttribute('aria-invalid')).toBe('true');
  await page.getByRole('textbox', { name: '理由' }).fill('节前来件增多');
  await expectAccessible(page);
  await page.getByRole('button', { name: '调整', exact: true }).click();
  await page.getByText('时限已调整').waitFor();
  const row = recall.getByRole('row', { name: /受理审查/ });
  await row.getByText('8 个工作日').waitFor();
  await row.getByText('3 个工作日').waitFor();
  await row.getByRole('button').click();
  await page.getByText('管理员 · 节前来件增多').waitFor();
  await page.context().close();
}, 120_000);

it('anybody reads a notice; a citizen objects, and the agency decides with a reply that the citizen reads', async () => {
  const reader = await (await stage.browser.newContext({ locale: 'zh-CN' })).newPage();
  await reader.goto(`${stage.url}/public`);
  await reader.getByText('公示中').waitFor();
  await expectAccessible(reader);
  await reader.context().close();

  const citizen = await sitDown(stage.browser, `${stage.url}/notices`, 'citizen');
  await citizen.goto(`${stage.url}/public`);
  await citizen.getByRole('link', { name: '提出异议' }).click();
  await citizen.getByLabel('异议内容和理由').fill('该组织三年内有质量违法行为。');
  await citizen.getByLabel('联系方式').fill('13800138000');
  await citizen.getByRole('button', { name: '提出异议' }).click();
  await citizen.getByText('异议已提交').waitFor();
  await expectAccessible(citizen);

  // The agency is told, and led to where the objection is answered; nobody else is.
  const other = await sitDown(stage.browser, `${stage.url}/notices`, 'wu');
  await other.getByText('没有消息').waitFor();
  await other.context().close();
  const officer = await sitDown(stage.browser, `${stage.url}/notices`, 'lin');
  await officer.getByText('收到异议').waitFor();
  await officer.getByText('对“获奖建议名单公示”有人提出异议').waitFor();
  await expectAccessible(officer);
  await officer.getByRole('link', { name: '办理异议' }).click();
  await officer.getByLabel('处理意见').fill('经核实，该记录属于另一企业。');
  await expectAccessible(officer);
  await officer.getByRole('button', { name: '异议不成立' }).click();
  await officer.getByText('异议已处理').waitFor();

  await citizen.reload();
  await citizen.getByText('经核实，该记录属于另一企业。').waitFor();
  await citizen.context().close();
  await officer.context().close();
  expect(faults).toEqual([]);
}, 120_000);
