/**
 * Pictures of the running console for README and docs: `npx tsx web/screenshots.ts [url]` while the stack runs with its demo cases.
 * They show what the demo people see; nothing is changed by taking them.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, settled, signIn } from './browser.ts';

const base = process.argv[2] ?? process.env.BANJIE_URL ?? 'http://127.0.0.1:3000';
const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

interface Shot {
  readonly name: string;
  /** null = not signed in. */
  readonly person: string | null;
  readonly path: string;
  readonly viewport?: typeof desk;
  readonly lang?: 'en';
  readonly prepare?: (page: Page) => Promise<void>;
}

/** The first case of a list whose step the person may take, so that the picture has a form in it. */
const openFirst = async (page: Page): Promise<void> => {
  await page.locator('[data-entry]').first().click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
  await page.getByRole('region', { name: /法定时限|Statutory clocks/ }).waitFor();
};
const showWhy = async (page: Page): Promise<void> => {
  await openFirst(page);
  await page.getByRole('button', { name: /为什么是这一天|Why this date/ }).first().click();
  await page.getByRole('region', { name: /法定时限|Statutory clocks/ }).getByRole('table').first().waitFor();
};

/** A draw that was witnessed, done again in this browser. */
const openDraw = async (page: Page): Promise<void> => {
  await openRanking(page);
  await page.getByRole('link', { name: '打开案件' }).click();
  await page.getByRole('link', { name: '查看抽取' }).first().click();
  await page.getByRole('button', { name: '重做抽取' }).click();
  await page.getByText('重做的结果与记录完全一致').waitFor();
};
/** A panel that has been closed. */
const openRanking = async (page: Page): Promise<void> => {
  await page.getByRole('listitem').filter({ hasText: '已截止' }).getByRole('link', { name: /^查看/ }).first().click();
  await page.getByRole('button', { name: '重算排名' }).click();
  await page.getByText('重算的排名与封存的完全一致').waitFor();
};
const openSheet = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: /^(查看|去评分)/ }).first().click();
  await page.getByRole('region', { name: /^评分表/ }).waitFor();
};

const shots: readonly Shot[] = [
  { name: 'welcome', person: null, path: '/' },
  { name: 'publications', person: null, path: '/public' },
  { name: 'worklist', person: 'lin', path: '/worklist' },
  { name: 'worklist-en', person: 'lin', path: '/worklist', lang: 'en' },
  { name: 'worklist-phone', person: 'lin', path: '/worklist', viewport: phone },
  { name: 'case', person: 'lin', path: '/worklist', prepare: showWhy },
  { name: 'case-en', person: 'lin', path: '/worklist', lang: 'en', prepare: showWhy },
  { name: 'applications', person: 'chenguang', path: '/my' },
  { name: 'applications-phone', person: 'chenguang', path: '/my', viewport: phone },
  { name: 'apply', person: 'chenguang', path: '/new/product-recall' },
  { name: 'supervision', person: 'supervisor', path: '/cases' },
  { name: 'calendars', person: 'admin', path: '/calendars' },
  { name: 'draw', person: 'qiu', path: '/reviews', prepare: openDraw },
  { name: 'ranking', person: 'qiu', path: '/reviews', prepare: openRanking },
  { name: 'score-sheet', person: 'gu', path: '/reviews', viewport: phone, prepare: openSheet },
];

async function take(browser: Browser, { name, person, path, viewport = desk, lang, prepare }: Shot): Promise<void> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', deviceScaleFactor: viewport === phone ? 2 : 1 });
  try {
    const page = await context.newPage();
    if (person === null) await page.goto(base + path);
    else await signIn(page, base + path, person);
    if (lang === 'en') {
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('button', { name: '中文' }).waitFor();
    }
    await settled(page);
    await prepare?.(page);
    await settled(page);
    await page.mouse.move(0, 0);
    await page.screenshot({ path: `${folder}${name}.png` });
    process.stdout.write(`docs/screenshots/${name}.png\n`);
  } finally {
    await context.close();
  }
}

mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
try {
  for (const shot of shots) await take(browser, shot);
} finally {
  await browser.close();
}
