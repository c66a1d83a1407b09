/** What a reader finds in a file that was rendered: the text of a PDF page by page, the text of a DOCX paragraph by paragraph. */
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text in its place: points from the left and from the top of the page. */
export interface Printed { readonly text: string; readonly left: number; readonly right: number; readonly baseline: number }

export async function pdfItems(bytes: Uint8Array): Promise<readonly (readonly Printed[])[]> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise;
  const pages: (readonly Printed[])[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    const [, , , height = 0] = page.view;
    const { items } = await page.getTextContent();
    pages.push(items.flatMap((item) => ('str' in item ? [{ text: item.str, left: item.transform[4] as number, right: (item.transform[4] as number) + item.width, baseline: height - (item.transform[5] as number) }] : [])));
  }
  await pdf.destroy();
  return pages;
}

export const pdfPages = async (bytes: Uint8Array): Promise<readonly string[]> => (await pdfItems(bytes)).map((items) => items.map((item) => item.text).join(''));

/** Without what only spaces lines apart. */
export const compact = (text: string): string => text.replaceAll(/[\s　]/g, '');

export function docxParts(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

const unescaped: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
export const docxText = (bytes: Uint8Array): string =>
  (docxParts(bytes)['word/document.xml'] ?? '').replaceAll('</w:p>', '\n').replaceAll('<w:tab/>', '\t').replaceAll(/<[^>]*>/g, '').replaceAll(/&(amp|lt|gt|quot);/g, (e) => unescaped[e] ?? e);

/** Every part opens and closes what it has, and no character stands in it that XML keeps for itself. */
export function wellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, close, name, empty] of xml.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
    if (close) {
      if (open.pop() !== name) return false;
    } else if (!empty) open.push(name ?? '');
  }
  return open.length === 0 && !/&(?!amp;|lt;|gt;|quot;)/.test(xml);
}
