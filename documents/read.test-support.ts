/** What a reader finds in a file that was rendered: the text of a PDF page by page, the text of a DOCX paragraph by paragraph. */
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export async function pdfPages(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise;
  const pages: string[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await pdf.destroy();
  return pages;
}

/** Without what only spaces lines apart. */
export const compact = (text: string): string => text.replaceAll(/[\s　]/g, '');

export function docxParts(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

const unescaped: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
export const docxText = (bytes: Uint8Array): string =>
  (docxParts(bytes)['word/document.xml'] ?? '').replaceAll('</w:p>', '\n').replaceAll('<w:tab/>', '\t').replaceAll(/<[^>]*>/g, '').replaceAll(/&(amp|lt|gt|quot);/g, (e) => unescaped[e] ?? e);
