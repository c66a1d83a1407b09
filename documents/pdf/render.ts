/** A content as PDF, for reading. The same content gives the same bytes: no clock, no chance, no compression that depends on the release of Node. */
import PDFDocument from 'pdfkit';
import { assertNever } from '../../domain/assert-never.ts';
import type { ContentBlock, DocumentContent } from '../../domain/documents/types.ts';
import { face } from '../fonts.ts';
import { freeLines, lineHeight, note, page, ruleGap, secondColumn, size, small, textSize } from '../typography.ts';
import { breakEvenly, breakLines, type Line, type Setting } from './lines.ts';
import { bottom, fits, newPage, reserve, room, setLine, type Place, type Sheet } from './sheet.ts';
import { drawTable } from './table.ts';

/** Day of the file itself: it must not tell when it was made, or no two would be equal. */
const made = new Date('2000-01-01T00:00:00.000Z');
const red = '#c8102e';

/** Set on its pages, to be numbered and written. */
function layOut(content: DocumentContent, looseness: number): Sheet {
  const pdf = new PDFDocument({
    size: [page.width, page.height], margin: 0, bufferPages: true, autoFirstPage: false, compress: false, lang: 'zh-CN', displayTitle: true, font: null as never,
    info: { Title: content.title.join(' '), Author: content.letterhead ?? '', Producer: 'Banjie', Creator: 'Banjie', CreationDate: made, ModDate: made },
  });
  for (const name of ['regular', 'bold', 'rare'] as const) pdf.registerFont(name, face(name).bytes);
  const sheet: Sheet = { pdf, y: 0, looseness };
  newPage(sheet);
  drawHead(sheet, content);
  content.blocks.forEach((block, i) => drawBlock(sheet, loosened(block, looseness), content.blocks.slice(i + 1), content.blocks[i - 1]));
  return sheet;
}

/** Rows are as high as their form has them, or lower where a document then takes a page less. */
export const loosened = (block: ContentBlock, looseness: number): ContentBlock =>
  block.kind === 'table' && looseness < 1 ? { ...block, rows: block.rows.map((row) => ({ ...row, lines: 1 + Math.round((row.lines - 1) * looseness) })) } : block;

const pagesOf = ({ pdf }: Sheet): number => pdf.bufferedPageRange().count;

/** As loosely as it may be set and take no page more than if it were set closely: else a 落款, or the last row of a form, stands on a page of its own. */
function fitted(content: DocumentContent): Sheet {
  const loose = layOut(content, 1);
  if (pagesOf(loose) === 1) return loose;
  const close = layOut(content, 0);
  if (pagesOf(loose) === pagesOf(close)) return loose;
  for (const looseness of [0.75, 0.5, 0.25]) {
    const sheet = layOut(content, looseness);
    if (pagesOf(sheet) === pagesOf(close)) return sheet;
  }
  return close;
}

/** 1 to 0, for who sets it without pages. */
export const loosenessOf = (content: DocumentContent): number => fitted(content).looseness;

export async function renderPdf(content: DocumentContent): Promise<Uint8Array> {
  const sheet = fitted(content);
  const { pdf } = sheet;
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => void chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => void pdf.on('end', () => resolve()).on('error', reject));
  numberPages(sheet);
  pdf.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

type Write = Omit<Setting, 'width'> & Pick<Place, 'align' | 'colour'> & { readonly line?: number; readonly x?: number; readonly width?: number; readonly even?: boolean; /** Height of what has to stay with its last lines. */ readonly tail?: number };

/** One line in two columns; where the second does not fit beside the first, they follow one another. */
function writeColumns(sheet: Sheet, text: string, how: Write): void {
  const [left = '', right = ''] = text.split('\t');
  const [first, second] = [left, right].map((part) => breakLines(part, { ...how, indent: 0, width: Number.MAX_SAFE_INTEGER })[0]);
  const start = how.indent ?? 0;
  const at = Math.max(secondColumn, start + (first?.width ?? 0) + how.size);
  if (!first || !second || at + second.width > page.textWidth) return write(sheet, `${left}　　${right}`, how);
  const { line = lineHeight, tail = 0 } = how;
  reserve(sheet, line + tail);
  setLine(sheet, first, { x: page.left + start, top: sheet.y, width: page.textWidth, size: how.size, line });
  setLine(sheet, second, { x: page.left + at, top: sheet.y, width: page.textWidth, size: how.size, line });
  sheet.y += line;
}

function write(sheet: Sheet, text: string, how: Write): void {
  if (text.includes('\t') && !text.includes('\n')) return writeColumns(sheet, text, how);
  writeText(sheet, text, how);
}

function writeText(sheet: Sheet, text: string, { align = 'justify', line: height = lineHeight, colour, x = page.left, width = page.textWidth, even = false, tail = 0, ...setting }: Write): void {
  const lines = (even ? breakEvenly : breakLines)(text, { ...setting, width });
  const cut = cutAt(sheet, lines.length, height, tail);
  lines.forEach((line, i) => {
    if (i === cut && sheet.y > page.top) newPage(sheet);
    else reserve(sheet, height);
    setLine(sheet, line, { x, top: sheet.y, width, size: setting.size, line: height, align, ...(colour === undefined ? {} : { colour }) });
    sheet.y += height;
  });
}

/** The line before which a page is turned early: no last line stands alone on a page, and no 落款 without text above it. */
function cutAt(sheet: Sheet, count: number, height: number, tail: number): number | null {
  const here = Math.floor(room(sheet) / height);
  if (count <= here) return tail === 0 || fits(sheet, count * height + tail) ? null : count <= 3 ? 0 : count - 2;
  if (count - here !== 1) return null;
  return here >= 2 ? here - 1 : tail > 0 ? 0 : null;
}

/** 文号 between 发文机关标志 and 分隔线 (§7.2.5); of a form without one, below its title. */
function drawHead(sheet: Sheet, { letterhead, signatory, title, number, addressee }: DocumentContent): void {
  const { looseness } = sheet;
  if (letterhead !== null) {
    const glyphs = breakLines(letterhead, { size: size.小初, width: Number.MAX_SAFE_INTEGER, weight: 'bold' })[0];
    // 发文机关标志 stands in one line: a long name is set smaller.
    const fitting = Math.min(size.小初, glyphs ? (size.小初 * page.textWidth) / glyphs.width : size.小初);
    write(sheet, letterhead, { size: fitting - 0.01, weight: 'bold', align: 'center', colour: red, line: size.小初 * 1.4 });
    if (number !== null) {
      sheet.y += freeLines(2, looseness);
      drawNumber(sheet, number, signatory);
    }
    sheet.y += number === null ? 4 : ruleGap;
    sheet.pdf.lineWidth(1.5).strokeColor(red).moveTo(page.left, sheet.y).lineTo(page.left + page.textWidth, sheet.y).stroke();
    sheet.y += freeLines(2, looseness);
  }
  for (const line of title) write(sheet, line, { size: size.二号, weight: 'bold', align: 'center', line: size.二号 * 1.6, even: true });
  if (letterhead === null && number !== null) write(sheet, number, { size: textSize, align: 'center' });
  if (letterhead !== null) sheet.y += freeLines(1, looseness);
  else sheet.y += number !== null || addressee !== null ? lineHeight / 2 : lineHeight / 4;
  if (addressee !== null) write(sheet, addressee, { size: textSize });
}

/** In the middle; of an 上行文 one character in from the left, with 签发人 in from the right. */
function drawNumber(sheet: Sheet, number: string, signatory: string | null): void {
  if (signatory === null) return write(sheet, number, { size: textSize, align: 'center' });
  const [left, right] = [number, signatory].map((text) => breakLines(text, { size: textSize, width: page.textWidth })[0]);
  const place = { x: page.left + textSize, top: sheet.y, width: page.textWidth - 2 * textSize, size: textSize };
  if (left) setLine(sheet, left, place);
  if (right) setLine(sheet, right, { ...place, align: 'right' });
  sheet.y += lineHeight;
}

type Paragraph = Extract<ContentBlock, { kind: 'paragraph' }>;
const settingOf = ({ small: smaller, indent, bold }: Paragraph): Omit<Setting, 'width'> => {
  const type = smaller ? small : { size: textSize };
  return { ...type, indent: indent ? 2 * type.size : 0, weight: bold ? 'bold' : 'regular' };
};
const linesOf = (paragraph: Paragraph): number => breakLines(paragraph.text, { ...settingOf(paragraph), width: page.textWidth }).length;

function drawBlock(sheet: Sheet, block: ContentBlock, after: readonly ContentBlock[], before?: ContentBlock): void {
  switch (block.kind) {
    case 'paragraph': {
      const { text, align } = block;
      return write(sheet, text, { ...settingOf(block), ...(block.small ? { line: small.line } : {}), align: align === 'left' ? 'justify' : align, tail: tailOfText(sheet, after) });
    }
    case 'heading':
      reserve(sheet, headed(sheet, after) * lineHeight);
      return write(sheet, block.text, { size: textSize, indent: 2 * textSize, weight: 'bold' });
    case 'table':
      sheet.y += 3;
      drawTable(sheet, block, tailOf(sheet, after));
      sheet.y += 6;
      return;
    case 'attachments':
      // A list over two pages is read as two lists.
      reserve(sheet, keptTogether(block.items) + tailOf(sheet, after));
      return drawAttachments(sheet, block.items);
    case 'lines':
      // Who signs signs beside the others.
      reserve(sheet, keptTogether(block.items) + tailOf(sheet, after));
      sheet.y += lineHeight / 2;
      for (const item of block.items) write(sheet, item, { size: textSize, align: 'left' });
      return;
    case 'signature':
      return drawSignature(sheet, block, tailOf(sheet, after));
    case 'note':
      if (sheet.y > page.top && before?.kind !== 'note') sheet.y += 3;
      reserve(sheet, noteHeight(block.text));
      return write(sheet, block.text, { ...note, tail: tailOf(sheet, after) });
    case 'imprint':
      return drawImprint(sheet, block, after[0]);
    default:
      assertNever(block);
  }
}

/** Height of what follows and cannot stand on a page without text: attachments, who signs, 落款, 版记. */
function tailOf(sheet: Sheet, [next, ...after]: readonly ContentBlock[]): number {
  switch (next?.kind) {
    case 'attachments':
    case 'lines':
      return keptTogether(next.items) + tailOf(sheet, after);
    case 'signature':
      return signatureHeight(sheet, next) + tailOf(sheet, after.filter((block) => block.kind !== 'note'));
    case 'imprint':
      return imprintHeight(imprintCopies(next));
    case 'note':
      return tailOf(sheet, after) === 0 ? 0 : 3 + noteHeight(next.text) + tailOf(sheet, after);
    default:
      return 0;
  }
}

/** A last short sentence (特此告知。) is no more than what stands below it: it takes the text above with it. */
function tailOfText(sheet: Sheet, [next, ...after]: readonly ContentBlock[]): number {
  const tail = tailOf(sheet, after);
  return next?.kind === 'paragraph' && after[0]?.kind !== 'paragraph' && tail > 0 && linesOf(next) === 1 ? lineHeight + tail : tailOf(sheet, [...(next ? [next] : []), ...after]);
}

/** Lines that stay with a heading: its own and the first below, or all of a short text that goes over to the next page with a 落款. */
function headed(sheet: Sheet, [next, ...after]: readonly ContentBlock[]): number {
  if (next?.kind !== 'paragraph') return 2;
  const lines = linesOf(next);
  return lines <= 3 && tailOfText(sheet, after) > 0 ? 1 + lines + tailOfText(sheet, after) / lineHeight : 2;
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

const noteHeight = (text: string): number => breakLines(text, { ...note, width: page.textWidth }).length * note.line;

/** Where four characters stay free to the right of it. */
export const signatureWidth = page.textWidth - 4 * textSize;
const signatureLines = ({ issuer, day }: Extract<ContentBlock, { kind: 'signature' }>): readonly Line[] =>
  [...breakEvenly(issuer, { size: textSize, width: signatureWidth }), ...breakLines(day, { size: textSize, width: signatureWidth })];
/** Room for the seal. */
export const signatureLead = (seal: boolean, looseness: number): number => (seal ? 1 + looseness : 1) * lineHeight;
const signatureGap = ({ looseness }: Sheet, seal: boolean): number => signatureLead(seal, looseness);
const signatureHeight = (sheet: Sheet, signature: Extract<ContentBlock, { kind: 'signature' }>): number => signatureGap(sheet, signature.seal) + signatureLines(signature).length * lineHeight + lineHeight / 2;

/** 署名 above 成文日期, with room for the seal across both; four characters in from the right. They stay together. */
function drawSignature(sheet: Sheet, signature: Extract<ContentBlock, { kind: 'signature' }>, tail: number): void {
  const lines = signatureLines(signature);
  reserve(sheet, signatureHeight(sheet, signature) - lineHeight / 2 + tail);
  sheet.y += signatureGap(sheet, signature.seal);
  const widest = Math.max(...lines.map((l) => l.width));
  const x = page.left + signatureWidth - widest;
  for (const line of lines) {
    setLine(sheet, line, { x, top: sheet.y, width: widest, size: textSize, align: 'center' });
    sheet.y += lineHeight;
  }
  sheet.y += lineHeight / 2;
}

type Imprint = Extract<ContentBlock, { kind: 'imprint' }>;
const four = { size: size.四号, x: page.left + size.四号, width: page.textWidth - 2 * size.四号, line: 22 } as const;
const imprintCopies = ({ copies }: Imprint): readonly Line[] => (copies === null ? [] : breakLines(`抄送：${copies}`, { size: size.四号, width: four.width }));
const imprintHeight = (copies: readonly Line[]): number => (copies.length + 1) * four.line + 2;

/** 版记 at the foot of the last page, between two lines. */
function drawImprint(sheet: Sheet, imprint: Imprint, next: ContentBlock | undefined): void {
  const { copies, printer, day } = imprint;
  const needed = imprintHeight(imprintCopies(imprint));
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
  sheet.y += four.line;
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
