/** A content as PDF, for reading. The same content gives the same bytes: no clock, no chance, no compression that depends on the release of Node. */
import PDFDocument from 'pdfkit';
import { assertNever } from '../../domain/assert-never.ts';
import type { ContentBlock, DocumentContent } from '../../domain/documents/types.ts';
import { face } from '../fonts.ts';
import { lineHeight, note, page, size, small, textSize } from '../typography.ts';
import { breakLines, type Line, type Setting } from './lines.ts';
import { bottom, fits, newPage, reserve, setLine, type Place, type Sheet } from './sheet.ts';
import { drawTable } from './table.ts';

/** Day of the file itself: it must not tell when it was made, or no two would be equal. */
const made = new Date('2000-01-01T00:00:00.000Z');
const red = '#c8102e';

export async function renderPdf(content: DocumentContent): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: [page.width, page.height], margin: 0, bufferPages: true, autoFirstPage: false, compress: false, lang: 'zh-CN', displayTitle: true, font: null as never,
    info: { Title: content.title.join(' '), Author: content.letterhead ?? '', Producer: 'Banjie', Creator: 'Banjie', CreationDate: made, ModDate: made },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => void chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => void pdf.on('end', () => resolve()).on('error', reject));
  for (const name of ['regular', 'bold', 'rare'] as const) pdf.registerFont(name, face(name).bytes);
  const sheet: Sheet = { pdf, y: 0 };
  newPage(sheet);
  drawHead(sheet, content);
  content.blocks.forEach((block, i) => drawBlock(sheet, block, content.blocks[i + 1]));
  numberPages(sheet);
  pdf.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

type Write = Omit<Setting, 'width'> & Pick<Place, 'align' | 'colour'> & { readonly line?: number; readonly x?: number; readonly width?: number };

function write(sheet: Sheet, text: string, { align = 'justify', line: height = lineHeight, colour, x = page.left, width = page.textWidth, ...setting }: Write): void {
  for (const line of breakLines(text, { ...setting, width })) {
    reserve(sheet, height);
    setLine(sheet, line, { x, top: sheet.y, width, size: setting.size, line: height, align, ...(colour === undefined ? {} : { colour }) });
    sheet.y += height;
  }
}

function drawHead(sheet: Sheet, { letterhead, title, number, addressee }: DocumentContent): void {
  if (letterhead !== null) {
    const glyphs = breakLines(letterhead, { size: size.小初, width: Number.MAX_SAFE_INTEGER, weight: 'bold' })[0];
    // 发文机关标志 stands in one line: a long name is set smaller.
    const fitting = Math.min(size.小初, glyphs ? (size.小初 * page.textWidth) / glyphs.width : size.小初);
    write(sheet, letterhead, { size: fitting - 0.01, weight: 'bold', align: 'center', colour: red, line: size.小初 * 1.4 });
    sheet.pdf.lineWidth(1.5).strokeColor(red).moveTo(page.left, sheet.y + 4).lineTo(page.left + page.textWidth, sheet.y + 4).stroke();
    sheet.y += lineHeight;
  }
  for (const line of title) write(sheet, line, { size: size.二号, weight: 'bold', align: 'center', line: size.二号 * 1.6 });
  if (number !== null) write(sheet, number, { size: textSize, align: 'center' });
  if (letterhead !== null || number !== null || addressee !== null) sheet.y += lineHeight / 2;
  else sheet.y += lineHeight / 4;
  if (addressee !== null) write(sheet, addressee, { size: textSize });
}

function drawBlock(sheet: Sheet, block: ContentBlock, next: ContentBlock | undefined): void {
  switch (block.kind) {
    case 'paragraph': {
      const { text, indent, align, bold } = block;
      if (block.small) return write(sheet, text, { ...small, indent: indent ? 2 * small.size : 0, align: align === 'left' ? 'justify' : align, weight: bold ? 'bold' : 'regular' });
      if (next?.kind === 'signature') turnWithSignature(sheet, breakLines(text, { size: textSize, width: page.textWidth, indent: indent ? 2 * textSize : 0 }).length, next);
      return write(sheet, text, { size: textSize, indent: indent ? 2 * textSize : 0, align: align === 'left' ? 'justify' : align, weight: bold ? 'bold' : 'regular' });
    }
    case 'heading':
      reserve(sheet, 2 * lineHeight);
      return write(sheet, block.text, { size: textSize, indent: 2 * textSize, weight: 'bold' });
    case 'table':
      drawTable(sheet, block);
      sheet.y += 6;
      return;
    case 'attachments':
      // A list over two pages is read as two lists.
      reserve(sheet, keptTogether(block.items));
      return drawAttachments(sheet, block.items);
    case 'lines':
      // Who signs signs beside the others.
      reserve(sheet, keptTogether(block.items));
      sheet.y += lineHeight / 2;
      for (const item of block.items) write(sheet, item, { size: textSize, align: 'left' });
      return;
    case 'signature':
      return drawSignature(sheet, block);
    case 'note':
      if (sheet.y > page.top) sheet.y += 3;
      return write(sheet, block.text, note);
    case 'imprint':
      return drawImprint(sheet, block, next);
    default:
      assertNever(block);
  }
}

/** Height of a short list, in lines of one line each. */
const keptTogether = (items: readonly string[]): number => (items.length <= 8 ? (items.length + 0.5) * lineHeight : 0);

/** 附件：1. … below one another; the second line of one begins under its first character (GB/T 9704-2012 §7.3.4). */
function drawAttachments(sheet: Sheet, items: readonly string[]): void {
  const label = '附件：';
  sheet.y += lineHeight / 2;
  items.forEach((item, i) => {
    const text = items.length === 1 ? item : `${i + 1}. ${item}`;
    const x = page.left + 5 * textSize;
    const [first] = breakLines(label, { size: textSize, width: page.textWidth });
    reserve(sheet, lineHeight);
    if (i === 0 && first) setLine(sheet, first, { x: page.left + 2 * textSize, top: sheet.y, width: page.textWidth, size: textSize });
    write(sheet, text, { size: textSize, x, width: page.textWidth - 5 * textSize, align: 'left' });
  });
}

const signatureLines = ({ issuer, day }: Extract<ContentBlock, { kind: 'signature' }>): readonly Line[] =>
  [...breakLines(issuer, { size: textSize, width: page.textWidth * 0.62 }), ...breakLines(day, { size: textSize, width: page.textWidth * 0.62 })];
const signatureGap = (seal: boolean): number => (seal ? 2 * lineHeight : lineHeight);

/** 落款 does not stand on a page without text: where it would, a short paragraph before it goes over to that page with it. */
function turnWithSignature(sheet: Sheet, lines: number, signature: Extract<ContentBlock, { kind: 'signature' }>): void {
  const needed = signatureGap(signature.seal) + signatureLines(signature).length * lineHeight;
  const here = lines * lineHeight;
  if (lines <= 3 && fits(sheet, here) && !fits(sheet, here + needed)) newPage(sheet);
}

/** 署名 above 成文日期, with room for the seal across both; four characters in from the right. They stay together. */
function drawSignature(sheet: Sheet, signature: Extract<ContentBlock, { kind: 'signature' }>): void {
  const lines = signatureLines(signature);
  const gap = signatureGap(signature.seal);
  reserve(sheet, gap + lines.length * lineHeight);
  sheet.y += gap;
  const widest = Math.max(...lines.map((l) => l.width));
  const x = Math.min(page.left + page.textWidth - 4 * textSize - widest, page.left + page.textWidth - widest);
  for (const line of lines) {
    setLine(sheet, line, { x, top: sheet.y, width: widest, size: textSize, align: 'center' });
    sheet.y += lineHeight;
  }
  sheet.y += lineHeight / 2;
}

/** 版记 at the foot of the last page, between two lines. */
function drawImprint(sheet: Sheet, { copies, printer, day }: Extract<ContentBlock, { kind: 'imprint' }>, next: ContentBlock | undefined): void {
  const height = 22;
  const four = { size: size.四号, x: page.left + size.四号, width: page.textWidth - 2 * size.四号, line: height };
  const copyLines = copies === null ? [] : breakLines(`抄送：${copies}`, { size: size.四号, width: four.width });
  const needed = (copyLines.length + 1) * height + 2;
  reserve(sheet, needed);
  if (next === undefined) sheet.y = bottom - needed;
  const stroke = (width: number): void => void sheet.pdf.lineWidth(width).strokeColor('#000000').moveTo(page.left, sheet.y).lineTo(page.left + page.textWidth, sheet.y).stroke();
  stroke(1);
  if (copies !== null) {
    write(sheet, `抄送：${copies}`, { ...four, align: 'left' });
    stroke(0.7);
  }
  const [left, right] = [breakLines(printer, { size: size.四号, width: four.width })[0], breakLines(`${day}印发`, { size: size.四号, width: four.width })[0]];
  if (left) setLine(sheet, left, { ...four, top: sheet.y });
  if (right) setLine(sheet, right, { ...four, top: sheet.y, align: 'right' });
  sheet.y += height;
  stroke(1);
}

/** “— 1 —” below the text: odd pages to the right, even ones to the left, one character in (§7.5). */
function numberPages(sheet: Sheet): void {
  const { start, count } = sheet.pdf.bufferedPageRange();
  for (let i = 0; i < count; i++) {
    sheet.pdf.switchToPage(start + i);
    const [line] = breakLines(`— ${i + 1} —`, { size: size.四号, width: page.textWidth });
    const place = { x: page.left + size.四号, width: page.textWidth - 2 * size.四号, top: bottom + 14, size: size.四号, line: 20 };
    if (line) setLine(sheet, line, { ...place, align: i % 2 === 0 ? 'right' : 'left' });
  }
}
