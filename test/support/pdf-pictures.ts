/** Pages of a PDF as a browser draws them, with pdf.js. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** Makes a page of the browser ready: afterwards `drawPage` can be called on it. */
export async function openReader(page: Page): Promise<void> {
  const require = createRequire(import.meta.url);
  const [main, worker] = await Promise.all(['pdfjs-dist/legacy/build/pdf.min.mjs', 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'].map((path) => readFile(require.resolve(path), 'utf8')));
  await page.setContent('<canvas></canvas>');
  // As text: an import in a function would be rewritten by the test runner.
  await page.evaluate(`(async () => {
    const address = (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    window.pdfjs = await import(address(${JSON.stringify(main)}));
    window.pdfjs.GlobalWorkerOptions.workerSrc = address(${JSON.stringify(worker)});
  })()`);
}

/** Draws page `no` on the canvas of `page`. @returns how many pages there are */
export async function drawPage(page: Page, bytes: Uint8Array, no = 1): Promise<number> {
  return page.evaluate(async ([data, at]) => {
    const { pdfjs } = window as unknown as { readonly pdfjs: typeof import('pdfjs-dist') };
    const pdf = await pdfjs.getDocument({ data: Uint8Array.from(atob(data), (c) => c.charCodeAt(0)) }).promise;
    const one = await pdf.getPage(at);
    const viewport = one.getViewport({ scale: 1.5 });
    const canvas = document.querySelector('canvas')!;
    Object.assign(canvas, { width: viewport.width, height: viewport.height });
    await one.render({ canvas, viewport }).promise;
    const { numPages } = pdf;
    await pdf.destroy();
    return numPages;
  }, [Buffer.from(bytes).toString('base64'), no] as const);
}
