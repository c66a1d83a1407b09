/** A section head at his browser: cases are linked, split off, merged and opened again; the chain of cases is seen on the page of each. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { registerDefinition } from '../../db/definitions.ts';
import { createDatabase } from '../../db/pool.ts';
import { field } from '../../domain/model/builder-fields.ts';
import { text } from '../../domain/text.ts';
import { definition, end, flow, start, userTask } from '../engine/models.ts';
import { command, decide, faults, fill, look, sitDown, type Answers } from './people.ts';
import { openStage } from './stage.ts';

const verify = userTask('verify', ['done'], { name: text('核查', 'Verification'), outcomes: [{ id: 'done', name: text('已核查', 'Verified') }] });
const model = definition([start, verify, end()], [flow('start', 'verify'), flow('verify', 'end')], {
  key: 'tip', numberWord: '举', name: text('举报核查', 'Tips'), roles: { officer: text('承办人', 'Officer') }, fields: { matter: field.text('举报事项', 'Matter') }, startForm: { matter: 'required' },
  title: 'matter', outcomes: { done: text('已办结', 'Done') },
});

const stage = openStage(async () => {
  const database = createDatabase(stage.databaseUrl, { max: 1 });
  await registerDefinition(database, model);
  await database.close();
});

const links = (page: Page) => page.getByRole('region', { name: '关联案件' });

/** What one does in the panel of linked cases. */
const act = (page: Page, name: string, answers: Answers, done: string): Promise<void> => command(page, name, answers, done, links(page));

it('links, splits, merges and opens cases again', { timeout: 240_000 }, async () => {
  const lin = await sitDown(stage.browser, `${stage.url}/worklist`, 'lin');
  const begin = async (matter: string): Promise<{ readonly address: string; readonly number: string }> => {
    await lin.goto(`${stage.url}/new/tip`);
    await fill(lin, { type: { 举报事项: matter } });
    await lin.getByRole('button', { name: '提交' }).click();
    await lin.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    return { address: lin.url(), number: /粤市监举〔\d+〕\d+号/.exec(await lin.locator('.case-number').innerText())?.[0] ?? '' };
  };
  const [first, second] = [await begin('甲厂电热水壶漏电'), await begin('甲厂电水壶外壳过热')];
  expect(second.number).toContain('举');
  // An officer has nothing to do with links as long as there are none.
  expect(await links(lin).count()).toBe(0);
  const huang = await sitDown(stage.browser, first.address, 'huang');
  await act(huang, '关联案件', { type: { 案号: second.number, 理由: '同一企业同类产品' } }, '已关联');
  await links(huang).getByRole('link', { name: second.number }).waitFor();
  await look(huang, 'linked');
  await act(huang, '分案', { tick: { 带入新案的内容: ['举报事项'] }, select: { 环节: '核查' }, type: { 理由: '涉及两个批次' } }, '分案已发出');
  await links(huang).getByText('分出').waitFor();
  await look(huang, 'split');
  await act(huang, '并案', { type: { 案号: second.number, 理由: '合并处理' } }, '并案已发出');
  await huang.getByText('已并入').waitFor();
  await lin.goto(second.address);
  await links(lin).getByText('并入本案').waitFor();
  await links(lin).getByRole('button', { name: '查看全部链条' }).click();
  await links(lin).getByText('分出').waitFor();
  await look(lin, 'chain');
  await decide(lin, '核查', '已核查');
  await huang.goto(second.address);
  await act(huang, '重新办理', { select: { 环节: '核查' }, type: { 理由: '新的检验报告', 依据: '《市场监督管理行政处罚程序规定》' } }, '案件已重新办理');
  await lin.reload();
  await decide(lin, '核查', '已核查');
  expect(faults).toEqual([]);
});
