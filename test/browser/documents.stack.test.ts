/** 文书 in the console: a producer agrees to electronic service and downloads the notice, which serves it; an officer uploads, lists evidence and prints it. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it, vi } from 'vitest';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import type { JsonObject } from '../../domain/json.ts';
import { compact, pdfPages } from '../../documents/read.test-support.ts';
import { recall } from '../../processes/product-recall/walks.ts';
import { isDeed, onDay } from '../../processes/walk.ts';
import { drawPage, openReader } from '../support/pdf-pictures.ts';
import { desk, expectAccessible, faults, phone, sitDown } from './people.ts';
import { openStage } from './stage.ts';

let caseId: string;
const today = dayOf(Date.now());

interface Answer { readonly caseId: string; readonly tasks: readonly { readonly node: string; readonly task: number; readonly pool: string }[] }

const stage = openStage(async () => {
  const walk = recall.walks.notified;
  caseId = (await stage.call<Answer>('/cases', walk.starter, { process: 'product-recall', agency: 'gd-amr', data: onDay(walk.start, today) })).body.caseId;
  const signed = walk.acts.findIndex((a) => isDeed(a) && a[0] === 'noticeSign' && a[1] === 'signed');
  for (const act of walk.acts.slice(0, signed + 1)) {
    if (!isDeed(act)) throw new Error('this walk waits for nothing');
    const [step, outcome, data = {}] = act;
    const { task, pool } = await vi.waitFor(async () => {
      const found = (await stage.call<Answer>(`/cases/${caseId}`, 'supervisor')).body.tasks.find((t) => t.node === step);
      if (!found) throw new Error(`${step} is not open`);
      return found;
    }, { timeout: 30_000, interval: 100 });
    expect((await stage.call<Answer>(`/cases/${caseId}/tasks/${task}/complete`, recall.whoTakes(step, pool), { outcome, data: onDay(data as JsonObject, today) })).status, step).toBe(200);
  }
});

const papers = (page: Page) => page.getByRole('region', { name: '文书', exact: true });
async function downloaded(page: Page, button: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) };
}

it('a producer agrees to electronic service, downloads the notice, and is served with it', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/cases/${caseId}`, 'chenguang');
  const notice = papers(page).getByRole('listitem').filter({ hasText: '召回通知书' }).first();
  await notice.getByText('未送达').waitFor();
  await expectAccessible(page);
  await papers(page).getByRole('button', { name: '同意电子送达' }).click();
  await page.getByText('您已同意电子送达').waitFor();
  const { name, bytes } = await downloaded(page, 'PDF 下载召回通知书');
  expect(name).toMatch(/^召回通知书粤市监召通〔\d{4}〕1号\.pdf$/);
  expect(compact((await pdfPages(bytes))[0]!)).toContain('佛山市晨光电器有限公司：经调查，你单位生产的晨光电热水壶（型号：CG-1810');
  await notice.getByText(/电子送达/).waitFor();
  await page.setViewportSize(phone);
  await expectAccessible(page);
  await page.setViewportSize(desk);
  await page.context().close();
}, 120_000);

it('the notice, drawn by a browser, has its text where paper has it', async () => {
  const page = await (await stage.browser.newContext()).newPage();
  const { bytes } = await (async () => {
    const officer = await sitDown(stage.browser, `${stage.url}/cases/${caseId}`, 'lin');
    const file = await downloaded(officer, 'PDF 下载召回通知书');
    await officer.context().close();
    return file;
  })();
  await openReader(page);
  await drawPage(page, bytes);
  const dark = await page.evaluate(() => {
    const canvas = document.querySelector('canvas')!;
    const { data: pixels } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    /** Share of dark pixels in a part of the page, by millimetres of A4. */
    const ink = (left: number, top: number, right: number, bottom: number): number => {
      let count = 0;
      let all = 0;
      for (let y = Math.floor((top / 297) * canvas.height); y < (bottom / 297) * canvas.height; y++) for (let x = Math.floor((left / 210) * canvas.width); x < (right / 210) * canvas.width; x++, all++) if (pixels[(y * canvas.width + x) * 4]! + pixels[(y * canvas.width + x) * 4 + 1]! < 300) count++;
      return count / all;
    };
    return { text: ink(28, 95, 184, 200), aboveText: ink(0, 0, 210, 36), leftMargin: ink(0, 0, 27, 297), rightMargin: ink(185, 0, 210, 297), belowPageNumber: ink(0, 280, 210, 297) };
  });
  if (process.env['BANJIE_PICTURES']) await page.locator('canvas').screenshot({ path: `${process.env['BANJIE_PICTURES']}/recall-notice.png` });
  expect(dark.text).toBeGreaterThan(0.03);
  expect(dark).toMatchObject({ aboveText: 0, leftMargin: 0, rightMargin: 0, belowPageNumber: 0 });
  await page.context().close();
}, 120_000);

it('an officer sees the service, uploads a file, lists evidence with its hash and prints the list', async () => {
  const page = await sitDown(stage.browser, `${stage.url}/cases/${caseId}`, 'lin');
  await papers(page).getByText(/电子送达/).waitFor();
  const [chosen] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '选择文件上传' }).click()]);
  await chosen.setFiles({ name: '干烧试验照片.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]) });
  await page.getByRole('region', { name: '附件', exact: true }).getByText('干烧试验照片.png', { exact: true }).waitFor();
  const evidence = page.getByRole('region', { name: '证据清单', exact: true });
  await evidence.getByRole('button', { name: '列入证据' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('干烧试验照片');
  await dialog.getByLabel('数量').fill('1张');
  await dialog.getByLabel('来源').fill('技术机构拍摄');
  await dialog.getByRole('checkbox', { name: '干烧试验照片.png' }).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '列入证据' }).click();
  await evidence.getByText('技术机构拍摄').waitFor();
  const { name, bytes } = await downloaded(page, '打印清单');
  expect(name).toMatch(/^证据清单粤市监召〔\d{4}〕1号\.pdf$/);
  const hash = (await evidence.locator('code.hash').textContent()) ?? '';
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(compact((await pdfPages(bytes)).join(''))).toContain(hash);
  await expectAccessible(page);
  if (process.env['BANJIE_PICTURES']) await page.screenshot({ path: `${process.env['BANJIE_PICTURES']}/documents-officer.png`, fullPage: true });
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('region', { name: 'Documents', exact: true }).waitFor();
  await expectAccessible(page);
  await page.setViewportSize(phone);
  await expectAccessible(page);
  await page.context().close();
}, 120_000);

it('no window reported an error', () => expect(faults).toEqual([]));
