/**
 * A content as DOCX, for Word and WPS. Written part by part: what the file says of fonts, indents in characters and the line grid is then just
 * what GB/T 9704-2012 asks for, and nothing in it depends on when or where it was made.
 */
import { strToU8, zipSync } from 'fflate';
import { assertNever } from '../../domain/assert-never.ts';
import type { ContentBlock, DocumentContent } from '../../domain/documents/types.ts';
import { evenly } from '../pdf/lines.ts';
import { loosened, loosenessOf, signatureLead, signatureWidth } from '../pdf/render.ts';
import { freeLines, lineHeight, note, page, ruleGap, secondColumn, size, small, textSize } from '../typography.ts';
import { paragraph, paragraphs } from './paragraph.ts';
import { contentTypes, core, documentRels, fonts, fontTable, footer, packageRels, settings, styles, wholeDocument } from './parts.ts';
import { tableXml } from './table.ts';

/** Local parts, which is how a ZIP keeps its times: the same in every time zone. */
const made = new Date(2000, 0, 1);
const red = 'C8102E';

export function renderDocx(content: DocumentContent): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes, '_rels/.rels': packageRels, 'docProps/core.xml': core(content.title.join(' '), content.letterhead ?? ''),
    'word/document.xml': wholeDocument(bodyOf(content)), 'word/_rels/document.xml.rels': documentRels, 'word/styles.xml': styles, 'word/settings.xml': settings,
    'word/fontTable.xml': fontTable, 'word/footer-odd.xml': footer('odd'), 'word/footer-even.xml': footer('even'),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { mtime: made, level: 6 });
}

function bodyOf(content: DocumentContent): string {
  const { letterhead, signatory, title, number, addressee, blocks } = content;
  const looseness = loosenessOf(content);
  const wide = page.textWidth / Math.max(1, [...(letterhead ?? '')].length);
  const head = [
    letterhead === null ? '' : paragraph(letterhead, { size: Math.min(size.小初, Math.floor(wide * 2 - 0.5) / 2), line: size.小初 * 1.4, align: 'center', font: fonts.title, bold: true, colour: red, ...(number === null ? { ...underRule, after: freeLines(2, looseness) } : { after: freeLines(2, looseness) }) }),
    letterhead === null || number === null ? '' : numberXml(number, signatory, freeLines(2, looseness)),
    ...title.map((line, i) => paragraph(evenly(line, { size: size.二号, width: page.textWidth, weight: 'bold' }), { size: size.二号, line: size.二号 * 1.6, align: 'center', font: fonts.title, bold: true, ...(letterhead !== null && i === title.length - 1 ? { after: freeLines(1, looseness) } : {}) })),
    number === null || letterhead !== null ? '' : paragraph(number, { align: 'center', after: lineHeight / 2 }),
    number === null && letterhead === null ? paragraph('', { line: lineHeight / 2 }) : '',
    addressee === null ? '' : paragraphs(addressee, {}),
  ];
  return [...head, ...blocks.map((block, i) => blockXml(loosened(block, looseness), blocks.slice(i + 1), looseness))].join('');
}

const underRule = { rules: { bottom: 12, colour: red, space: ruleGap } } as const;

/** In the middle; of an 上行文 one character in from the left, with 签发人 in from the right. */
const numberXml = (number: string, signatory: string | null, after: number): string =>
  signatory === null ? paragraph(number, { ...underRule, align: 'center', after })
    : paragraph(`　${number}\t${signatory}`, { ...underRule, align: 'left', tab: { at: page.textWidth - size.三号, align: 'right' }, after });

/** What does not stand on a page without the text above it. */
const stays = (next: ContentBlock | undefined): boolean => next !== undefined && ['attachments', 'lines', 'signature', 'imprint'].includes(next.kind);
/** A last short sentence (特此告知。) takes the text above with it. */
const staysWithText = ([next, after]: readonly ContentBlock[]): boolean => stays(next) || (next?.kind === 'paragraph' && next.text.length <= 26 && stays(after));
const columns = { tab: { at: secondColumn, align: 'left' } } as const;

function blockXml(block: ContentBlock, after: readonly ContentBlock[], looseness: number): string {
  const [next] = after;
  switch (block.kind) {
    case 'paragraph':
      return paragraphs(block.text, { ...(block.small ? small : {}), ...(block.align === 'left' ? {} : { align: block.align }), ...(block.bold ? { bold: true } : {}), ...(block.indent ? { indent: { firstLine: 2 } } : {}), ...(block.text.includes('\t') ? columns : {}), keepNext: staysWithText(after) });
    case 'heading':
      return paragraphs(block.text, { font: fonts.heading, indent: { firstLine: 2 }, keepNext: true });
    case 'table':
      // Two tables that follow each other would be one.
      return `${tableXml(block, stays(next))}${paragraph('', { line: 6, keepNext: stays(next) })}`;
    case 'attachments':
      return block.items.map((item, i) => paragraph(`${i === 0 ? '附件：' : '　　　'}${block.items.length === 1 ? item : `${i + 1}. ${item}`}`, { indent: { left: 5, hanging: 3 }, align: 'left', keepNext: i < block.items.length - 1 || stays(next), ...(i === 0 ? { before: lineHeight / 2 } : {}) })).join('');
    case 'lines':
      return block.items.map((item, i) => paragraph(item, { align: 'left', ...columns, keepNext: i < block.items.length - 1 || stays(next), ...(i === 0 ? { before: lineHeight / 2 } : {}) })).join('');
    case 'signature':
      return signatureXml(block, stays(next), looseness);
    case 'note':
      return paragraphs(block.text, note);
    case 'imprint':
      return imprintXml(block);
    default:
      return assertNever(block);
  }
}

/** 署名 is centred over 成文日期, the widest line four characters in from the right; a character more on both sides, for fonts that are wider. */
function signatureXml({ issuer, day, seal }: Extract<ContentBlock, { kind: 'signature' }>, keepNext: boolean, looseness: number): string {
  // In characters: digits are half as wide.
  const wide = (text: string): number => [...text].reduce((sum, char) => sum + (char < '\u0080' ? 0.5 : 1), 0);
  const name = evenly(issuer, { size: textSize, width: signatureWidth });
  const widest = Math.max(...[...name.split('\n'), day].map(wide));
  const place = { align: 'center', indent: { left: Math.max(0, page.textWidth / textSize - 5 - widest), right: 3 } } as const;
  return paragraph(name, { ...place, before: signatureLead(seal, looseness), keepNext: true }) + paragraph(day, { ...place, after: lineHeight / 2, keepNext });
}

function imprintXml({ copies, printer, day }: Extract<ContentBlock, { kind: 'imprint' }>): string {
  // The lines are as wide as the text (§7.4): an indent would make them shorter.
  const shape = { size: size.四号, line: 22 } as const;
  const above = copies === null ? '' : paragraph(`　抄送：${copies}`, { ...shape, align: 'left', rules: { top: 8 }, before: lineHeight, keepNext: true });
  return above + paragraph(`　${printer}\t${day}印发`, { ...shape, align: 'left', rules: { top: copies === null ? 8 : 6, bottom: 8 }, tab: { at: page.textWidth - size.四号, align: 'right' }, ...(copies === null ? { before: lineHeight } : {}) });
}
