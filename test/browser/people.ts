/** People at their browsers: each with a window of their own, found by role and label as a screen reader finds things. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { settled, signIn } from '../../web/browser.ts';

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation { readonly id: string; readonly nodes: readonly { readonly html: string }[] }
declare global {
  interface Window { axe: { run: (root: Document, options: object) => Promise<{ violations: readonly Violation[]; passes: readonly unknown[] }> } }
}

/** WCAG 2.2 A and AA, as far as a machine can tell; and nothing wider than the window. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  await page.evaluate(axe);
  const { violations, passes, overflow } = await page.evaluate(async () => {
    const found = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return {
      violations: found.violations.map(({ id, nodes }) => ({ id, where: nodes.slice(0, 3).map((node) => node.html.slice(0, 200)) })),
      passes: found.passes.length, overflow: document.documentElement.scrollWidth - window.innerWidth,
    };
  });
  expect(violations, page.url()).toEqual([]);
  expect(passes).toBeGreaterThan(10);
  expect(overflow, `${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
}

/** Errors that the console wrote or threw, in all windows. Answers such as 422 and 404, which some tests ask for, are no errors. */
export const faults: string[] = [];

export function watch(page: Page, who: string): void {
  page.on('pageerror', (error) => faults.push(`${who}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(`${who}: ${message.text()}`);
  });
}

export async function sitDown(browser: Browser, url: string, person: string, viewport = desk): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'America/New_York' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  watch(page, person);
  await signIn(page, url, person);
  return page;
}

/** What is chosen and typed in a form, by the names that stand there. */
export interface Answers {
  readonly choose?: Readonly<Record<string, string>>;
  readonly tick?: Readonly<Record<string, readonly string[]>>;
  readonly select?: Readonly<Record<string, string>>;
  readonly type?: Readonly<Record<string, string>>;
}

export async function fill(page: Page | Locator, { choose = {}, tick = {}, select = {}, type = {} }: Answers): Promise<void> {
  const folded = page.locator('details.fold:not([open]) > summary');
  while (await folded.count() > 0) await folded.first().click();
  for (const [name, option] of Object.entries(choose)) await page.getByRole('radiogroup', { name, exact: true }).getByRole('radio', { name: option, exact: true }).check();
  for (const [name, options] of Object.entries(tick)) for (const option of options) await page.getByRole('group', { name }).getByRole('checkbox', { name: option, exact: true }).check();
  for (const [name, option] of Object.entries(select)) await page.getByRole('combobox', { name, exact: true }).selectOption({ label: option });
  for (const [name, text] of Object.entries(type)) await page.getByLabel(name, { exact: true }).fill(text);
}

/** Completes a step that is open on this page, perhaps beside others; the page says when it is in the record. */
export async function decide(page: Page, step: string, outcome: string, answers: Answers = {}, { confirm = false } = {}): Promise<void> {
  const card = page.getByRole('region', { name: step, exact: true });
  await card.waitFor();
  await fill(card, answers);
  await card.getByRole('group', { name: '办理结果' }).getByRole('button', { name: outcome, exact: true }).click();
  if (confirm) await page.getByRole('dialog').getByRole('button', { name: '确认提交' }).click();
  await page.getByText(`已办理：${outcome}`).waitFor();
}

/** The page is accessible; with BANJIE_PICTURES=<folder> a picture of it is kept, for whoever wants to look. */
export async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  const folder = process.env['BANJIE_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** Opens the dialog of an act, answers it, and waits until the page says that it is done. An option is named by how it begins. */
export async function command(page: Page, button: string, { select = {}, tick = {}, type = {} }: Answers, done: string, inside: Page | ReturnType<Page['getByRole']> = page): Promise<void> {
  await inside.getByRole('button', { name: button, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await expectAccessible(page);
  for (const [name, option] of Object.entries(select)) {
    const box = dialog.getByRole('combobox', { name });
    const label = (await box.locator('option').allTextContents()).find((o) => o.startsWith(option));
    await box.selectOption({ label: label ?? option });
  }
  for (const [name, options] of Object.entries(tick)) for (const option of options) await dialog.getByRole('group', { name }).getByRole('checkbox', { name: option }).check();
  for (const [name, text] of Object.entries(type)) await dialog.getByLabel(name).fill(text);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await page.getByText(done).first().waitFor();
}
