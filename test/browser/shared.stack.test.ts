/** Pages for what the processes share: an enterprise's file, internal limits, public notice with an objection. */
import pg from 'pg';
import { expect, it } from 'vitest';
import { voluntaryReport } from '../faults/voluntary-recall.ts';
import { desk, expectAccessible, faults, look, phone, sitDown, watch } from './people.ts';
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
  await expect.poll(() => page.getByRole('region', { name: '该企业的案件' }).getByRole('link').count()).toBe(1);
  await expectAccessible(page);
  await page.setViewportSize(phone);
  await expectAccessible(page);
  await page.setViewportSize(desk);
  await page.context().close();
}, 120_000);

it('an administrator corrects an entry: what they do not write stays, also what they may not read; who corrected it can be read', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/enterprises/91440605MA4W2Q7H9C`, 'admin');
  await page.getByRole('button', { name: '更正信息' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('没有更正过。').waitFor();
  await expectAccessible(page);
  const contact = dialog.getByRole('group', { name: /^联系人 / });
  expect(await contact.getByLabel('姓名').inputValue()).toBe('');
  await dialog.getByLabel('更正理由').fill('企业来函');
  await dialog.getByRole('button', { name: '保存更正' }).click();
  await dialog.getByText('没有更改').waitFor();
  await contact.getByLabel('联系电话').fill('12');
  await dialog.getByRole('button', { name: '保存更正' }).click();
  await dialog.getByRole('alert').getByRole('link', { name: '联系电话' }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('13900139000');
  await dialog.getByLabel('行业').fill('小家电制造');
  await dialog.getByRole('button', { name: '增加联系人' }).click();
  const added = dialog.getByRole('group', { name: '新增联系人' });
  await added.getByLabel('姓名').fill('王芳');
  await added.getByLabel('联系电话').fill('13700137000');
  await page.setViewportSize(phone);
  await expectAccessible(page);
  await page.setViewportSize(desk);
  await dialog.getByRole('button', { name: '保存更正' }).click();
  await page.getByText('企业信息已更正').waitFor();
  await page.getByText('小家电制造').waitFor();
  await page.getByRole('button', { name: '更正信息' }).click();
  await page.getByText('管理员 · 企业来函').waitFor();
  await dialog.getByText('行业、联系人', { exact: true }).waitFor();
  await page.context().close();

  const own = await sitDown(stage.browser, `${stage.url}/enterprises/91440605MA4W2Q7H9C`, 'chenguang');
  await own.getByText(`${String(voluntaryReport['contactName'])} 13900139000`).waitFor();
  await own.getByText('王芳 13700137000').waitFor();
  expect(await own.getByRole('button', { name: '更正信息' }).count()).toBe(0);
  await own.context().close();
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
  await reader.getByText('公示中', { exact: true }).waitFor();
  await expectAccessible(reader);
  await reader.context().close();

  const citizen = await sitDown(stage.browser, `${stage.url}/notices`, 'citizen');
  await citizen.goto(`${stage.url}/public`);
  await citizen.getByRole('link', { name: '提出异议' }).click();
  await citizen.getByLabel('异议内容和理由').fill('该组织三年内有质量违法行为。');
  await citizen.getByLabel('联系方式').fill('13800138000');
  await citizen.getByRole('button', { name: '提交异议' }).click();
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

  // The citizen is told, and reads the answer, its date and who gave it.
  await citizen.goto(`${stage.url}/notices`);
  await citizen.getByText('异议已答复').waitFor();
  await citizen.getByRole('link', { name: '查看答复' }).click();
  await citizen.getByText('经核实，该记录属于另一企业。').waitFor();
  await citizen.goto(`${stage.url}/my`);
  const mine = citizen.getByRole('region', { name: '我的异议' });
  await mine.getByText('经核实，该记录属于另一企业。').waitFor();
  await mine.getByText(/广东省市场监督管理局 · 答复人：林晓/).waitFor();
  await look(citizen, 'my-objections');
  await citizen.context().close();
  await officer.context().close();
  expect(faults).toEqual([]);
}, 120_000);

it('somebody without an account objects under their own name, gets a receipt, and reads the answer by it', async () => {
  const context = await stage.browser.newContext({ locale: 'zh-CN', viewport: phone });
  const page = await context.newPage();
  watch(page, 'nobody');
  await page.goto(`${stage.url}/public`);
  await page.getByRole('checkbox', { name: '只看公示中的' }).check();
  await page.getByRole('link', { name: '获奖建议名单公示', exact: true }).click();
  await page.getByRole('button', { name: '提交异议' }).click();
  for (const label of ['姓名或者单位名称', '联系方式', '异议内容和理由']) expect(await page.getByLabel(label).getAttribute('aria-invalid'), label).toBe('true');
  await page.getByLabel('姓名或者单位名称').fill('李明');
  await page.getByLabel('联系方式').fill('请勿联系');
  await page.getByLabel('异议内容和理由').fill('该组织的获奖材料与公开数据不符。');
  await page.getByRole('button', { name: '提交异议' }).click();
  await page.getByText('请填写手机号、带区号的电话或者电子邮箱').waitFor();
  await look(page, 'objection-form');
  await page.getByLabel('联系方式').fill('liming@example.cn');
  await page.getByRole('button', { name: '提交异议' }).click();
  await page.getByText('请现在保存编号和查询码').waitFor();
  const [number, code] = await page.locator('.receipt dd').allTextContents();
  await look(page, 'objection-receipt');

  await page.getByRole('link', { name: '查询异议答复' }).click();
  await page.getByRole('button', { name: '查询', exact: true }).click();
  expect(await page.getByLabel('异议编号').getAttribute('aria-invalid')).toBe('true');
  const ask = async (secret: string): Promise<void> => {
    await page.getByLabel('异议编号').fill(number ?? '');
    await page.getByLabel('查询码').fill(secret);
    await page.getByRole('button', { name: '查询', exact: true }).click();
  };
  await ask('XXXX-XXXX-XXXX');
  await page.getByText('异议编号或者查询码不对').waitFor();
  await look(page, 'objection-no-match');
  await ask(code ?? '');
  await page.getByText('发布机关正在核实，答复后在此显示。').waitFor();

  const officer = await sitDown(stage.browser, `${stage.url}/objections/${encodeURIComponent(`${caseId}:j901`)}`, 'lin');
  const item = officer.getByRole('listitem').filter({ hasText: '李明' });
  await item.getByText('未登录提出，身份待核实').waitFor();
  await item.getByLabel('处理意见').fill('经核实，材料与公开数据的口径不同，没有不符。');
  await look(officer, 'objections-officer');
  await item.getByRole('button', { name: '异议不成立' }).click();
  await officer.getByText('异议已处理').waitFor();
  await officer.context().close();

  await page.getByRole('button', { name: '查询', exact: true }).click();
  await page.getByText('经核实，材料与公开数据的口径不同，没有不符。').waitFor();
  await page.getByText(/广东省市场监督管理局 · 答复人：林晓/).waitFor();
  await look(page, 'objection-answer');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Answer to an objection' }).waitFor();
  await look(page, 'objection-answer-en');
  await context.close();
  expect(faults).toEqual([]);
}, 120_000);

it('a citizen reports a violation: the place by its name, a paper with it; where the report comes from is not asked', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/new`, 'citizen', phone);
  await page.getByRole('link', { name: /^举报/ }).click();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('有 4 处需要更正').waitFor();
  expect(await page.getByLabel('当事人所在地').getAttribute('aria-invalid')).toBe('true');
  for (const not of ['案件来源', '来源案号', '发现线索、收到材料之日']) expect(await page.getByLabel(not).count(), not).toBe(0);
  await look(page, 'start-report-errors');
  await page.getByRole('combobox', { name: '承办机关' }).selectOption({ label: '广州市天河区市场监督管理局' });
  await page.getByLabel('当事人名称（姓名）').fill('天河某商行');
  await page.getByLabel('当事人所在地').fill('广州市天河区');
  await page.locator('span', { hasText: /^440106$/ }).waitFor();
  await page.getByLabel('违法行为线索').fill('销售无合格证明的电热水壶。');
  await page.locator('input[type=file]').setInputFiles([{ name: '票据.txt', mimeType: 'text/plain', buffer: Buffer.from('电热水壶 一只') }, { name: '误选.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }]);
  await page.getByRole('button', { name: '移除误选.txt' }).click();
  await look(page, 'start-report');
  await page.getByRole('button', { name: '提交' }).click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
  await page.getByRole('region', { name: '附件' }).getByText('票据.txt', { exact: true }).waitFor();
  expect(await page.getByText('误选.txt').count()).toBe(0);
  await page.context().close();

  const officer = await sitDown(stage.browser, page.url(), 'mo');
  const file = officer.getByRole('region', { name: '案卷', exact: true });
  await file.getByText('广州市天河区 (440106)').waitFor();
  await file.getByText('举报', { exact: true }).waitFor();
  await officer.context().close();
  expect(faults).toEqual([]);
}, 120_000);

it('an address that is not there looks like a page, with a way on', async () => {
  const context = await stage.browser.newContext({ locale: 'zh-CN', viewport: phone });
  const page = await context.newPage();
  watch(page, 'nobody');
  for (const [path, words] of [['/nowhere', '没有这个页面'], ['/public/none', '没有这项公示。请核对地址。'], ['/public/draws/none', '没有这次抽取。请核对地址。']] as const) {
    await page.goto(stage.url + path);
    await page.getByText(words).waitFor();
    await look(page, `gone${path.replaceAll('/', '-')}`);
    await page.getByRole('main').getByRole('link').first().waitFor();
  }
  await context.close();
  expect(faults).toEqual([]);
}, 60_000);
