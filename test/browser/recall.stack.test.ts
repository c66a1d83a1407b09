/**
 * A voluntary recall in real browsers, on the whole stack: a producer on a phone, an officer and a section head at their desks, an expert, a
 * supervisor, and somebody who is not signed in at all. Every page that they meet is checked for accessibility on the way.
 */
import pg from 'pg';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { demoPerson } from '../../cli/demo/people.ts';
import { chinaDay } from '../../web/src/lib/dates.ts';
import { decide, desk, expectAccessible, faults, fill, phone, sitDown, watch } from './people.ts';
import { inChapters, openStage } from './stage.ts';

const today = chinaDay(Date.now());
const maker = demoPerson('chenguang');
const product = '电热水壶';
let producer: Page;
let officer: Page;
let caseAddress = '';

const stage = openStage();
inChapters();

const caseLink = (page: Page) => page.getByRole('link', { name: new RegExp(product) }).first();

describe('a recall in the browser', { timeout: 120_000 }, () => {
  it('says what it is to whoever is not signed in, and brings them back to where they wanted to go', async () => {
    const page = await stage.browser.newPage({ viewport: phone });
    watch(page, 'visitor');
    await page.goto(`${stage.url}/my`);
    await page.getByRole('heading', { level: 1, name: /办结/ }).waitFor();
    await expectAccessible(page);
    await page.getByRole('main').getByRole('link', { name: /公示/ }).click();
    await page.getByText('暂无公示').waitFor();
    await expectAccessible(page);
    await page.goto(`${stage.url}/no/such/page`);
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    await expectAccessible(page);
    await page.close();

    producer = await sitDown(stage.browser, `${stage.url}/my`, 'chenguang', phone);
    await producer.getByRole('heading', { level: 1, name: '我的申请' }).waitFor();
    await producer.getByText('您还没有申请').waitFor();
    await expectAccessible(producer);
  });

  it('the producer reports a defect: what is missing or wrong is said at the field, and a reload loses nothing', async () => {
    await producer.getByRole('link', { name: '发起申请' }).first().click();
    await producer.getByRole('link', { name: /缺陷产品召回/ }).waitFor();
    await expectAccessible(producer);
    await producer.getByRole('link', { name: /缺陷产品召回/ }).click();
    await producer.getByRole('button', { name: '提交' }).click();
    const summary = producer.getByRole('alert').filter({ hasText: '需要更正' });
    await summary.waitFor();
    expect(await producer.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    await expectAccessible(producer);

    await fill(producer, {
      choose: { 产品类别: '消费品', 缺陷类型: '设计缺陷', 生产者已认定缺陷并主动召回: '是' },
      select: { 承办机关: '广东省市场监督管理局', 信息来源: '生产者报告' },
      type: {
        发现之日: today, 生产者名称: maker?.enterprise?.name ?? '', 生产者所在地: '440600', 联系人: '梁雪', 联系电话: '12345', 产品名称: product, 型号规格: 'CG-1.5L',
        市场流通数量: '12,000', 缺陷描述: '温控器失效时不能断电', 可能造成的危害: '干烧，可能引起火灾', 生产者认定存在缺陷之日: today,
      },
    });
    // The credit code of the enterprise that is signed in stands there already.
    expect(await producer.getByLabel(/^生产者统一社会信用代码/).inputValue()).toBe(maker?.enterprise?.uscc);
    await producer.reload();
    await producer.getByText('已恢复您上次未提交的内容').waitFor();
    expect(await producer.getByLabel(/^缺陷描述/).inputValue()).toBe('温控器失效时不能断电');
    await producer.getByRole('button', { name: '提交' }).click();
    await summary.getByText(/电话/).first().waitFor();
    expect(await producer.getByLabel(/^联系电话/).getAttribute('aria-invalid')).toBe('true');

    await fill(producer, { type: { 联系电话: '13800138000' } });
    await producer.getByRole('button', { name: '提交' }).click();
    await producer.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    caseAddress = producer.url();
    await producer.getByRole('heading', { level: 1, name: new RegExp(product) }).waitFor();
    await producer.getByRole('region', { name: '办理进程' }).getByText('受理审查').waitFor();
    await expectAccessible(producer);
  });

  it('the officer finds it with the keyboard, claims it from the list, and a colleague is told who has it', async () => {
    officer = await sitDown(stage.browser, `${stage.url}/`, 'lin', desk);
    const colleague = await sitDown(stage.browser, `${stage.url}/worklist?scope=pool`, 'zhou', desk);
    await colleague.getByRole('table').getByText(product).waitFor();
    // Their list stays as it is now, a moment behind: whatever it would ask anew is not answered.
    await colleague.route(/\/api\/v1\/worklist/, (route) => (route.request().method() === 'GET' ? route.abort() : route.continue()));

    await officer.waitForURL(/\/worklist/);
    await officer.getByRole('table').getByText(product).waitFor();
    await expectAccessible(officer);
    await officer.keyboard.press('/');
    await officer.keyboard.type('没有这样的案件');
    await officer.waitForURL(/q=/);
    await officer.getByText('没有符合条件的待办').waitFor();
    await officer.getByRole('button', { name: '清除筛选' }).click();
    await officer.getByRole('button', { name: /^签收：受理审查/ }).click();
    await officer.getByText('已签收：受理审查').waitFor();

    await colleague.getByRole('button', { name: /^签收：受理审查/ }).click();
    await colleague.getByRole('alert').getByText('该待办已由他人签收').waitFor();
    await colleague.getByRole('alert').getByText('林晓').waitFor();
    await expectAccessible(colleague);
    await colleague.unrouteAll();
    await colleague.goto(caseAddress);
    await colleague.getByText('该待办已由他人签收').waitFor();
    expect(await colleague.getByRole('group', { name: '办理结果' }).count()).toBe(0);
    await colleague.context().close();

    await officer.getByRole('link', { name: /^我的/ }).click();
    await officer.waitForURL(/scope=mine/);
    await officer.getByRole('table').getByText(product).waitFor();
    await officer.getByRole('heading', { level: 1 }).click();
    await officer.keyboard.press('j');
    await officer.keyboard.press('Enter');
    await officer.waitForURL(caseAddress);
    await officer.getByRole('region', { name: '受理审查', exact: true }).waitFor();
    await expectAccessible(officer);
  });

  it('the officer sees why a clock is due when it is, and accepts; what waits for the record is said to wait', async () => {
    const clocks = officer.getByRole('region', { name: '法定时限' });
    await clocks.getByRole('button', { name: /为什么是这一天.*受理审查/ }).click();
    await clocks.getByRole('table').first().waitFor();
    await clocks.getByText('起算日不计入').waitFor();
    await clocks.getByText(/第 3 日，|第 3 日、/).first().waitFor({ state: 'attached' });
    await expectAccessible(officer);

    const blocker = new pg.Client({ connectionString: stage.databaseUrl });
    await blocker.connect();
    try {
      // Nobody can append, everybody can read: the command is accepted and waits.
      await blocker.query('begin; lock table events in share mode');
      await officer.getByRole('group', { name: '办理结果' }).getByRole('button', { name: '受理', exact: true }).click();
      await officer.getByText('已受理，正在入卷').waitFor({ timeout: 40_000 });
      await expectAccessible(officer);
    } finally {
      await blocker.query('commit');
      await blocker.end();
    }
    await officer.getByText('已办理：受理').waitFor({ timeout: 40_000 });
    await officer.getByRole('region', { name: '在办环节' }).getByText('报告召回计划').waitFor();
  });

  it('the producer is told what is asked and until when, and reports the plan', async () => {
    await producer.getByRole('link', { name: '我的申请' }).click();
    const asked = producer.getByRole('region', { name: '需要您办理' });
    await asked.getByText('报告召回计划').waitFor();
    await asked.getByText(/请在 \d{4}-\d\d-\d\d 周. 前办理/).waitFor();
    await expectAccessible(producer);
    await asked.getByRole('link', { name: /^去办理：报告召回计划/ }).click();
    await decide(producer, '报告召回计划', '报告召回计划', {
      tick: { 召回措施种类: ['修理', '退货'] },
      type: {
        '召回范围、存在的缺陷': 'CG-1.5L 全部批次，温控器缺陷', 应急处置方式: '停止使用并拔下电源', 具体措施: '免费更换温控器或者退货', 负责机构: '质量部', 召回联系电话: '075788886666',
        计划开始日期: today, 计划完成日期: today, 召回数量: '12000', '停止生产、销售、进口的日期': today, 通知经营者停止经营的日期: today,
      },
    });
  });

  it('the officer files the plan, and it can be read by everybody', async () => {
    await officer.reload();
    await decide(officer, '审查召回计划', '备案并公示', { type: { 召回计划审查意见: '内容完整，准予备案', 办理意见: '请按期发布' } });
    const visitor = await stage.browser.newPage({ viewport: desk });
    watch(visitor, 'visitor');
    await expect.poll(async () => {
      await visitor.goto(`${stage.url}/public`);
      await visitor.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
      return visitor.getByText(product).count();
    }, { timeout: 30_000 }).toBeGreaterThan(0);
    await expectAccessible(visitor);
    await visitor.close();
  });

  it('an answer that is lost on the way is asked for again, and the comment stands in the record once', async () => {
    const said = '已与生产者电话核对';
    let lost = 0;
    await officer.route(/\/actions\/comment$/, async (route) => {
      if (lost++ > 0) return route.continue();
      // It reaches the API and is carried out; only the answer does not come back.
      await route.fetch();
      return route.abort();
    });
    await officer.getByRole('button', { name: '批注', exact: true }).click();
    const dialog = officer.getByRole('dialog', { name: '批注' });
    await expectAccessible(officer);
    await dialog.getByLabel(/^批注内容/).fill(said);
    await dialog.getByRole('button', { name: '批注', exact: true }).click();
    await dialog.getByText('没有收到答复').waitFor();
    await dialog.getByRole('button', { name: '重试提交' }).click();
    await officer.getByText('批注已入卷').waitFor();
    expect(lost).toBe(2);
    await officer.getByRole('region', { name: '案卷流水' }).getByText(said).first().waitFor();
    expect(await officer.getByRole('region', { name: '案卷流水' }).getByText(said).count()).toBe(1);
  });

  it('the producer publishes, carries out and sums up', async () => {
    await producer.reload();
    await decide(producer, '发布召回信息', '已发布', { type: { 向社会发布召回信息的日期: today, 发布渠道: '公司网站', 咨询电话: '4008886666', 召回实施之日: today } });
    await decide(producer, '实施召回', '召回计划已完成', { type: { 已召回数量: '11,000', 召回计划完成日期: today } });
    await decide(producer, '提交召回总结', '提交', { type: { 召回总结: '召回完成，未再发生事故', 已召回数量: '11000' } });
    await expectAccessible(producer);
    await producer.getByRole('link', { name: /^消息/ }).click();
    await producer.getByRole('heading', { level: 1, name: '消息' }).waitFor();
    await expectAccessible(producer);
  });

  it('the expert assesses the effect and the section head closes the case', async () => {
    const expert = await sitDown(stage.browser, caseAddress, 'tang');
    await decide(expert, '召回效果评估', '有效', { type: { 召回效果评估意见: '措施有效' } });
    await expert.context().close();
    const head = await sitDown(stage.browser, `${stage.url}/worklist`, 'huang');
    await head.getByRole('link', { name: '结案审批' }).click();
    await expectAccessible(head);
    await decide(head, '结案审批', '同意结案', { type: { 结案意见: '同意结案' } });
    await head.getByText('案件已办结，结果：主动召回完成。').waitFor();
    await head.context().close();
  });

  it('the record tells it all, proves that it is whole, and takes nothing more', async () => {
    await officer.reload();
    await officer.getByText('案件已办结，结果：主动召回完成。').waitFor();
    await officer.getByRole('region', { name: '完成进度' }).getByText('已召回数量：11,000 / 12,000，91.7%').waitFor();
    const timeline = officer.getByRole('region', { name: '案卷流水' });
    await timeline.getByText(/案件办结：主动召回完成/).waitFor();
    await timeline.getByText('请按期发布').waitFor();
    await officer.getByRole('button', { name: '核验案卷完整性' }).click();
    await officer.getByText('案卷完整').first().waitFor();
    expect(await officer.getByRole('group', { name: '办理结果' }).count()).toBe(0);
    expect(await officer.getByRole('group', { name: '案件操作' }).count()).toBe(0);
    await expectAccessible(officer);
    await officer.getByRole('link', { name: '案件', exact: true }).click();
    await caseLink(officer).waitFor();
    await expectAccessible(officer);
  });

  it('the producer does not see what officers wrote to each other', async () => {
    await producer.goto(caseAddress);
    await producer.getByText('案件已办结，结果：主动召回完成。').waitFor();
    await producer.getByRole('region', { name: '案卷流水' }).getByText(/案件办结/).waitFor();
    expect(await producer.getByText('请按期发布').count()).toBe(0);
  });

  it('the supervisor reads the case in English and can do nothing to it', async () => {
    const supervisor = await sitDown(stage.browser, `${stage.url}/`, 'supervisor');
    await supervisor.waitForURL(/\/cases/);
    await caseLink(supervisor).waitFor();
    await expectAccessible(supervisor);
    await supervisor.getByRole('button', { name: 'English' }).click();
    await supervisor.getByRole('heading', { level: 1, name: 'Supervision' }).waitFor();
    await supervisor.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Closed' });
    await supervisor.waitForURL(/status=closed/);
    await caseLink(supervisor).click();
    await supervisor.getByText('The case is closed. Outcome: Voluntary recall completed.').waitFor();
    expect(await supervisor.getByRole('group', { name: 'Case actions' }).count()).toBe(0);
    await expectAccessible(supervisor);
    await supervisor.reload();
    await supervisor.getByRole('link', { name: 'Supervision' }).waitFor();
    await supervisor.context().close();
  });

  it('signing out ends it: the page asks to sign in again', async () => {
    await officer.getByRole('button', { name: '退出登录' }).click();
    await officer.waitForURL(`${stage.url}/`);
    await officer.getByRole('button', { name: '登录办理' }).waitFor();
    await officer.goto(caseAddress);
    await officer.getByRole('button', { name: '登录办理' }).waitFor();
    expect(await officer.getByText(product).count()).toBe(0);
  });

  it('no window wrote or threw an error on the way', () => expect(faults).toEqual([]));
});
