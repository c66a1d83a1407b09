/** An administrator publishes the holiday notice of next year: what it moves is looked at first, and the officer finds the new date with its reason. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { registerDefinition } from '../../db/definitions.ts';
import { createDatabase } from '../../db/pool.ts';
import { longCase, nextYear } from '../support/calendars.ts';
import { desk, faults, look, phone, sitDown } from './people.ts';
import { inChapters, openStage } from './stage.ts';

const citation = `国务院办公厅关于${nextYear}年部分节假日安排的通知`;
let officer: Page;
let admin: Page;
let address = '';

const stage = openStage(async () => {
  const database = createDatabase(stage.databaseUrl, { max: 1 });
  await registerDefinition(database, longCase);
  await database.close();
});
inChapters();

const line = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
async function holiday(page: Page, name: string, from: string, to: string, makeUp = ''): Promise<void> {
  await line(page, name).getByLabel('放假首日').fill(`${nextYear}-${from}`);
  await line(page, name).getByLabel('放假末日').fill(`${nextYear}-${to}`);
  await line(page, name).getByLabel('调休上班').fill(makeUp);
}
const firstSaturday = (month: string): string => {
  for (let day = 1; ; day++) if (new Date(`${nextYear}-${month}-0${day}T00:00:00Z`).getUTCDay() === 6) return `${nextYear}-${month}-0${day}`;
};

describe('publishing a calendar', { timeout: 120_000 }, () => {
  it('the officer has a case whose date is provisional', async () => {
    officer = await sitDown(stage.browser, `${stage.url}/new/long-case`, 'lin', desk);
    await officer.getByRole('button', { name: '提交' }).click();
    await officer.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    address = officer.url();
    await officer.getByRole('region', { name: '法定时限' }).getByText('暂定').first().waitFor();
  });

  it('the administrator finds the calendar in force; whoever else looks finds nothing to publish', async () => {
    admin = await sitDown(stage.browser, `${stage.url}/calendars`, 'admin', desk);
    await admin.getByRole('heading', { level: 1, name: '工作日历' }).waitFor();
    await admin.getByRole('region', { name: '2026 年' }).getByText('国庆节').waitFor();
    await look(admin, 'calendars');
    const visitor = await sitDown(stage.browser, `${stage.url}/calendars`, 'huang', desk);
    await visitor.getByRole('region', { name: '2026 年' }).waitFor();
    expect(await visitor.getByRole('link', { name: /^公布|^更正/ }).count()).toBe(0);
    await visitor.goto(`${stage.url}/calendars/publish/${nextYear}`);
    await visitor.getByText('只有省级系统管理员可以公布放假安排').waitFor();
    await visitor.context().close();
  });

  it('what is missing or wrong in the notice is said where it stands', async () => {
    await admin.goto(`${stage.url}/calendars/publish/${nextYear}`);
    await admin.getByRole('button', { name: '预览' }).click();
    await admin.getByLabel('通知名称和文号').waitFor();
    expect(await admin.getByLabel('通知名称和文号').getAttribute('aria-invalid')).toBe('true');
    expect(await admin.evaluate(() => document.activeElement?.id)).toBe('notice-citation');
    await look(admin, 'notice-missing');

    await admin.getByLabel('通知名称和文号').fill(citation);
    await holiday(admin, '元旦', '01-01', '01-03');
    await holiday(admin, '春节', '02-05', '02-12', '02-13');
    await holiday(admin, '清明节', '04-04', '04-06');
    await holiday(admin, '劳动节', '05-01', '05-05', firstSaturday('04'));
    await holiday(admin, '端午节', '06-09', '06-11');
    await holiday(admin, '中秋节', '09-15', '09-17');
    await holiday(admin, '国庆节', '10-01', '10-07');
    await line(admin, '春节').getByLabel('调休上班').fill(`${nextYear}-02-10`);
    await admin.getByRole('button', { name: '预览' }).click();
    await line(admin, '春节').getByRole('alert').getByText(/既列为放假又列为上班/).waitFor();
    await look(admin, 'notice-wrong');
    await line(admin, '春节').getByLabel('调休上班').fill('');
  });

  it('the preview tells what would move, and nothing has moved', async () => {
    await admin.getByRole('button', { name: '预览' }).click();
    const preview = admin.getByRole('region', { name: `${nextYear} 年放假安排预览` });
    await preview.getByText('已完成').waitFor();
    await preview.getByText('已处理 1 件，共 1 件').waitFor();
    await preview.getByText('long时限').waitFor();
    await look(admin, 'preview');
    await officer.reload();
    await officer.getByRole('region', { name: '案卷流水' }).getByText(/“long时限”起算/).waitFor();
    expect(await officer.getByText('放假通知公布').count()).toBe(0);

    // What was changed after the preview cannot be published unseen.
    await line(admin, '端午节').getByLabel('放假末日').fill(`${nextYear}-06-18`);
    await admin.getByText('内容在预览之后有改动').waitFor();
    expect(await admin.getByRole('button', { name: '确认公布' }).isDisabled()).toBe(true);
    await admin.getByRole('button', { name: '预览' }).click();
    await expect.poll(() => admin.getByRole('button', { name: '确认公布' }).isEnabled()).toBe(true);
  });

  it('it is published, and its result can be read on a phone and in English', async () => {
    await admin.getByRole('button', { name: '确认公布' }).click();
    await admin.waitForURL(/\/calendars\/publications\/[0-9a-f-]{36}$/);
    const result = admin.getByRole('region', { name: `${nextYear} 年放假安排公布结果` });
    await result.getByText('已完成').waitFor();
    await result.getByText('推后').first().waitFor();
    await look(admin, 'result');
    await admin.setViewportSize(phone);
    await look(admin, 'result-phone');
    await admin.goto(`${stage.url}/calendars/publish/${nextYear}`);
    await admin.getByLabel('更正原因').waitFor();
    await look(admin, 'correct-phone');
    await admin.goto(`${stage.url}/calendars`);
    await admin.getByText(`${nextYear} 年放假安排`, { exact: true }).waitFor();
    await look(admin, 'calendars-phone');
    await admin.setViewportSize(desk);
    await admin.getByRole('button', { name: 'English' }).click();
    await admin.getByRole('heading', { level: 1, name: 'Work calendar' }).waitFor();
    await admin.getByText('In force').waitFor();
    await look(admin, 'calendars-en');
  });

  it('the officer is told, and finds why', async () => {
    await officer.goto(address);
    await officer.getByRole('region', { name: '案卷流水' }).getByText(new RegExp(`因 ${nextYear} 年放假通知公布，“long时限”期限由 .* 调整为`)).waitFor();
    await officer.getByRole('region', { name: '法定时限' }).getByRole('button', { name: /为什么是这一天/ }).first().click();
    await officer.getByText('因放假安排公布的调整').waitFor();
    await officer.getByText(citation).first().waitFor();
    await look(officer, 'why-moved');
    await officer.getByRole('link', { name: /^消息/ }).click();
    await officer.getByText('期限调整：long时限').waitFor();
    expect(faults).toEqual([]);
  });
});
