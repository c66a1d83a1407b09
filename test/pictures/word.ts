/** A DOCX as a browser lays it out, with docx-preview: what Word would make of fonts, of the line grid and of tab stops (a space here) it does not show. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { face, type FontName } from '../../documents/fonts.ts';
import { fonts } from '../../documents/docx/parts.ts';

interface Preview { readonly renderAsync: (data: Blob, into: Element, styles: undefined, options: { readonly breakPages: boolean; readonly ignoreLastRenderedPageBreak: boolean }) => Promise<unknown> }

export async function openWord(page: Page): Promise<void> {
  const require = createRequire(import.meta.url);
  await page.route('http://fonts/*', (route) => route.fulfill({ contentType: 'font/ttf', headers: { 'access-control-allow-origin': '*' }, body: face(route.request().url().split('/').at(-1) as FontName).bytes }));
  const faceOf = (name: string, font: FontName, more = ''): string => `@font-face{font-family:'${name}';src:url(http://fonts/${font});${more}}`;
  const named = Object.values(fonts).map((name) => faceOf(name, name === fonts.title || name === fonts.heading ? 'bold' : 'regular') + faceOf(name, 'rare', 'unicode-range:U+20000-3FFFF')).join('');
  // Word keeps to the widths of a fixed table and breaks what is longer than a line; docx-preview does neither by itself.
  await page.setContent(`<style>${named} body{margin:0} .docx-wrapper{padding:0!important;background:#888!important} .docx table{table-layout:fixed!important;width:156mm!important} .docx td{overflow-wrap:anywhere}</style><main></main>`);
  const preview = dirname(require.resolve('docx-preview'));
  const zip = dirname(createRequire(preview).resolve('jszip'));
  for (const path of [join(zip, '../dist/jszip.min.js'), join(preview, 'docx-preview.min.js')]) await page.addScriptTag({ content: await readFile(path, 'utf8') });
}

export async function drawWord(page: Page, bytes: Uint8Array): Promise<void> {
  await page.evaluate(async (data) => {
    const { docx } = window as unknown as { readonly docx: Preview };
    const into = document.querySelector('main')!;
    into.replaceChildren();
    await docx.renderAsync(new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))]), into, undefined, { breakPages: true, ignoreLastRenderedPageBreak: true });
    await document.fonts.ready;
  }, Buffer.from(bytes).toString('base64'));
}
