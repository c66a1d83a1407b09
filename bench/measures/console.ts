/** 7. What the console sends before somebody can work, and how long it takes a browser until the inbox can be worked with. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { projectRoot } from '../../cli/stack/places.ts';
import { launchBrowser, settled, signIn } from '../../web/browser.ts';
import { load, percentile } from '../load.ts';
import { startData } from '../process.ts';
import type { Measured, Note } from '../report.ts';
import type { Services } from '../services.ts';

const repeats = 9;
const inInbox = 60;

export async function consoleMeasure(services: Services): Promise<Measured> {
  await load(8, inInbox, async () => void (await services.call('POST', '/cases', { process: 'bench-approval', agency: 'gd-amr', data: startData })));
  return { measure: '7. Console', rows: [], notes: [...files(), ...(await inbox(services))] };
}

function files(): readonly Note[] {
  const folder = join(projectRoot, 'dist/console');
  const all = readdirSync(folder, { recursive: true }).map(String).filter((name) => statSync(join(folder, name)).isFile());
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const size = (names: readonly string[]): number => names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
  const first = all.filter((name) => html.includes(name.replaceAll('\\', '/')) && /\.(js|css)$/.test(name));
  const scripts = all.filter((name) => /\.(js|css)$/.test(name));
  return [
    { what: 'named by the page itself (scripts and styles, gzip)', value: kilobytes(size(first)) },
    { what: 'all pages together (scripts and styles, gzip)', value: kilobytes(size(scripts)) },
    { what: 'files of Chinese type, fetched by need', value: String(all.filter((name) => name.endsWith('.woff2')).length) },
  ];
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;

/** Somebody who is signed in loads their inbox: with nothing in the browser's cache, and as on every other day. Beside it, a page of the same server with nothing on it. */
async function inbox({ stack }: Services): Promise<readonly Note[]> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const url = `${stack.url}/worklist`;
    await signIn(page, url, 'lin');
    await settled(page);
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    let received = 0;
    let requests = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      received += encodedDataLength;
      requests += 1;
    });
    const visit = async (cold: boolean): Promise<{ readonly ms: number; readonly received: number; readonly requests: number }> => {
      if (cold) await network.send('Network.clearBrowserCache');
      [received, requests] = [0, 0];
      const ms = await untilUsable(page);
      await settled(page);
      return { ms, received, requests };
    };
    const told = async (what: string, cold: boolean): Promise<Note> => {
      const visits: Awaited<ReturnType<typeof visit>>[] = [];
      for (let n = 0; n < repeats; n++) visits.push(await visit(cold));
      const median = (of: (v: (typeof visits)[number]) => number): number => percentile(visits.map(of).sort((a, b) => a - b), 0.5);
      return { what: `inbox of ${inInbox} tasks until it can be worked with, ${what}`, value: `${median((v) => v.ms).toFixed(0)} ms; ${median((v) => v.requests)} requests, ${kilobytes(median((v) => v.received))} received in all` };
    };
    const notes = [await told('empty cache', true), await told('with the browser\'s cache', false)];
    const empty: number[] = [];
    for (let n = 0; n < repeats; n++) {
      const from = performance.now();
      await page.goto(`${stack.url}/healthz`);
      empty.push(performance.now() - from);
    }
    return [...notes, { what: 'a page of the same server with nothing on it', value: `${percentile(empty.sort((a, b) => a - b), 0.5).toFixed(0)} ms` }];
  } finally {
    await browser.close();
  }
}

/** From the request for the page until the first task stands there and can be opened. */
async function untilUsable(page: Page): Promise<number> {
  const from = performance.now();
  await page.reload({ waitUntil: 'commit' });
  await page.locator('[data-entry]').first().waitFor();
  return performance.now() - from;
}
