/** Colleagues at their browsers: a step is returned, handed over, prepared by another, signed by several; a limit is extended; somebody is stood in for. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { registerDefinition } from '../../db/definitions.ts';
import { createDatabase } from '../../db/pool.ts';
import { rememberPerson } from '../../db/queries/people.ts';
import { demoPeople } from '../../cli/demo/people.ts';
import { officeWork } from '../support/office-work.ts';
import { command, decide, desk, faults, fill, look, phone, sitDown } from './people.ts';
import { inChapters, openStage } from './stage.ts';

let lin: Page;
let zhou: Page;
let huang: Page;
let address = '';

const stage = openStage(async () => {
  const database = createDatabase(stage.databaseUrl, { max: 1 });
  await registerDefinition(database, officeWork);
  for (const person of demoPeople) await rememberPerson(database, person, new Date().toISOString());
  await database.close();
});
inChapters();

const open = async (page: Page): Promise<void> => {
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: '内部审批事项' }).waitFor();
};

describe('an office at work', { timeout: 120_000 }, () => {
  it('an officer starts, asks for a step of this case alone, and for more time', async () => {
    lin = await sitDown(stage.browser, `${stage.url}/new/office-work`, 'lin', desk);
    await lin.getByRole('button', { name: '提交' }).click();
    await lin.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    address = lin.url();
    await lin.getByRole('region', { name: '审查' }).getByRole('button', { name: '签收' }).click();
    await lin.getByText('已签收').first().waitFor();
    await look(lin, 'task-with-actions');
    await command(lin, '加临时环节', { select: { 办理岗位: '广东省市场监督管理局审核人', 与本环节的关系: '办结后' }, type: { 环节名称: '法制审核', 要求: '请核对法律依据' } }, '已增加临时环节');
    await lin.getByText('须先办完由本任务发起的环节').first().waitFor();
    await command(lin, '申请延期', { type: { 理由: '案情复杂' } }, '延期申请已提交');
    await look(lin, 'waiting-for-others');
  });

  it('the section head finds both in the worklist and decides them', async () => {
    huang = await sitDown(stage.browser, `${stage.url}/worklist`, 'huang', desk);
    await huang.getByRole('table').getByText('法制审核').waitFor();
    await open(huang);
    await huang.getByRole('region', { name: '法制审核' }).getByText('请核对法律依据').waitFor();
    await look(huang, 'side-tasks');
    await decide(huang, '法制审核', '已办');
    await decide(huang, '延期审批：办理时限延长 5 个工作日', '同意延期');
    await open(lin);
    await decide(lin, '审查', '提出意见', { type: { 审查意见: '符合条件' } });
  });

  it('a colleague returns it; it comes back to who did it, who can take back what nobody has touched', async () => {
    zhou = await sitDown(stage.browser, address, 'zhou', desk);
    await command(zhou, '退回', { select: { 退回到: '审查', 退回方式: '其后环节' }, type: { 理由: '事实不清' } }, '已退回');
    await open(lin);
    await decide(lin, '审查', '提出意见', { type: { 审查意见: '已补充事实' } });
    await lin.getByText('尚无人接办').waitFor();
    await look(lin, 'reclaimable');
    await command(lin, '拿回', { type: { 理由: '漏填' } }, '已拿回');
    await lin.getByRole('region', { name: '审查' }).waitFor();
    await command(lin, '委派', { select: { 人员: '周敏' }, type: { 理由: '请补充' } }, '已委派');
    await open(zhou);
    await fill(zhou, { type: { 审查意见: '补充完毕' } });
    await look(zhou, 'delegated');
    await zhou.getByRole('button', { name: '交回' }).click();
    await zhou.getByText('已交回委派人').waitFor();
    await open(lin);
    await decide(lin, '审查', '提出意见');
    await open(zhou);
    await decide(zhou, '复核', '同意');
  });

  it('several sign; the chair sees who has signed how, a vote is changed, a seat added', async () => {
    await open(huang);
    const round = huang.getByRole('region', { name: '会签：会签决定' });
    await round.getByText('已签 0/3').waitFor();
    await decide(huang, '会签决定', '不同意');
    await round.getByText('已签 1/3').waitFor();
    await command(huang, '改票', { select: { 办理结果: '同意' } }, '已改票', round);
    await command(huang, '加签', { tick: { 办理岗位: ['广东省市场监督管理局承办人'] }, type: { 理由: '会办' } }, '已加签', round);
    await look(huang, 'signing');
    await round.getByText('已签 1/4').waitFor();
    await huang.setViewportSize(phone);
    await look(huang, 'signing-phone');
    await huang.setViewportSize(desk);
  });

  it('whoever goes away names a substitute, who then finds the tasks', async () => {
    await lin.goto(`${stage.url}/away`);
    await lin.getByRole('heading', { level: 1, name: '代理' }).waitFor();
    await lin.getByRole('button', { name: '设置代理' }).click();
    expect(await lin.getByLabel('代理人').getAttribute('aria-invalid')).toBe('true');
    const box = lin.getByRole('combobox', { name: '代理人' });
    const label = (await box.locator('option').allTextContents()).find((o) => o.startsWith('周敏'));
    await box.selectOption({ label: label ?? '' });
    await lin.getByLabel('理由').fill('年休假');
    await lin.getByRole('button', { name: '设置代理' }).click();
    await lin.getByText('周敏 代 林晓').waitFor();
    await look(lin, 'away');
    await lin.setViewportSize(phone);
    await look(lin, 'away-phone');
  });

  it('no page has thrown or complained', () => expect(faults).toEqual([]));
});
