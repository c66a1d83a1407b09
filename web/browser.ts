/** A real browser on the console, for the browser tests and the screenshots. */
import chromium from '@sparticuz/chromium';
import { existsSync } from 'node:fs';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** BANJIE_CHROMIUM, or the browser of the machine, or the one that comes as a package. */
export async function launchBrowser(): Promise<Browser> {
  const given = process.env.BANJIE_CHROMIUM;
  const executablePath = given ?? installed.find((path) => existsSync(path)) ?? (await chromium.executablePath());
  // Not the package's own flags: they switch off the same-origin policy, which sign-in is to be tested with.
  // A machine that has set no language would let it name no file in Chinese.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  return playwright.launch({ executablePath, env, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
}

/** Opens `path`, signs in as a demo person on the provider's page, and is back there. */
export async function signIn(page: Page, url: string, person: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: '登录办理' }).click();
  await page.locator(`button[name="person"][value="${person}"]`).click();
  await page.waitForURL(url);
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
}

/** What is on the page is all there: data and fonts. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => { await document.fonts.ready; });
}
