/**
 * `npx tsx test/pictures/documents.ts <folder> [beginning]`: every 文书 of every process (or those whose `process/name` begins so) as PDF, as DOCX, and its
 * pages as pictures, to be looked at (the DOCX as docx-preview lays it out, with Noto Serif for the fonts of Word). Of each the longest of all walks, as it is (`-a`) and with as much written in it as people write (`-b`);
 * sheet-….png have eight pages each.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { render } from '../../documents/render.ts';
import { documentFormats, type DocumentContent } from '../../domain/documents/types.ts';
import { launchBrowser } from '../../web/browser.ts';
import { drawnUp, longestOf } from '../support/drawn-up.ts';
import { drawPage, openReader } from '../support/pdf-pictures.ts';
import { drawWord, openWord } from './word.ts';

const [folder, beginning = ''] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Usage: npx tsx test/pictures/documents.ts <folder> [process/name]\n');
  process.exit(2);
}

const longest = [...longestOf(drawnUp(beginning.split('/')[0]))].filter(([key]) => key.startsWith(beginning));

interface Picture { readonly name: string; readonly png: Buffer }
const pictures: Picture[] = [];
const browser = await launchBrowser();
try {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 900, height: 1270 } });
  await openReader(page);
  const word = await browser.newPage({ viewport: { width: 900, height: 1270 } });
  await openWord(word);
  for (const [key, { content, full }] of longest) {
    const name = join(folder, key.replace('/', '.'));
    await draw(`${name}-a`, content);
    await draw(`${name}-b`, full());
  }
  for (let from = 0; from < pictures.length; from += 8) await contactSheet(`sheet-${String(from / 8 + 1).padStart(2, '0')}.png`, pictures.slice(from, from + 8));
  process.stdout.write(`${longest.length} documents, ${pictures.length} pages\n`);

  async function draw(path: string, content: DocumentContent): Promise<void> {
    for (const format of documentFormats) await writeFile(`${path}.${format}`, await render(content, format));
    await drawWord(word, await render(content, 'docx'));
    await word.screenshot({ path: `${path}-docx.png`, fullPage: true });
    const pdf = await render(content, 'pdf');
    let pages = 1;
    for (let no = 1; no <= pages; no++) {
      pages = await drawPage(page, pdf, no);
      pictures.push({ name: `${path}-${no}.png`, png: await page.locator('canvas').screenshot({ path: `${path}-${no}.png` }) });
    }
  }
  async function contactSheet(name: string, pages: readonly Picture[]): Promise<void> {
    const sheet = await browser.newPage({ viewport: { width: 2080, height: 1480 } });
    await sheet.setContent(`<style>body{margin:0;display:flex;flex-wrap:wrap;align-items:flex-start;align-content:flex-start;background:#888}img{width:512px;margin:4px}</style>${pages.map(({ png }) => `<img src="data:image/png;base64,${png.toString('base64')}">`).join('')}`);
    await sheet.screenshot({ path: join(folder ?? '', name), fullPage: true });
    await sheet.close();
  }
} finally {
  await browser.close();
}
