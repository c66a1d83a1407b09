/** One paragraph per line of text. The order of elements is that of the schema: Word refuses another. */
import { halves, runFonts, twips, xml } from './parts.ts';

export interface Shape {
  readonly size?: number;
  readonly line?: number;
  /** Lines grow with what stands in them. */
  readonly atLeast?: boolean;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  readonly font?: string;
  readonly bold?: boolean;
  readonly colour?: string;
  /** In characters. */
  readonly indent?: { readonly firstLine?: number; readonly left?: number; readonly right?: number; readonly hanging?: number };
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
  /** Lines above and below, in eighths of a point; `space` between them and the text in points. */
  readonly rules?: { readonly top?: number; readonly bottom?: number; readonly colour?: string; readonly space?: number };
  readonly tab?: { readonly at: number; readonly align: 'left' | 'right' };
}

export const paragraphs = (text: string, shape: Shape): string => text.split('\n').map((line) => paragraph(line, shape)).join('');

export function paragraph(text: string, { size, line, atLeast = false, align, font, bold = false, colour, indent, before = 0, after = 0, keepNext = false, rules, tab }: Shape): string {
  const edge = (side: 'top' | 'bottom', weight: number | undefined): string => (weight === undefined ? '' : `<w:${side} w:val="single" w:sz="${weight}" w:space="${Math.round(rules?.space ?? 1)}" w:color="${rules?.colour ?? '000000'}"/>`);
  const spacing = line !== undefined || before > 0 || after > 0
    ? `<w:spacing w:before="${twips(before)}" w:after="${twips(after)}"${line === undefined ? '' : ` w:line="${twips(line)}" w:lineRule="${atLeast ? 'atLeast' : 'exact'}"`}/>` : '';
  const properties = [
    keepNext ? '<w:keepNext/>' : '', rules ? `<w:pBdr>${edge('top', rules.top)}${edge('bottom', rules.bottom)}</w:pBdr>` : '',
    tab === undefined ? '' : `<w:tabs><w:tab w:val="${tab.align}" w:pos="${twips(tab.at)}"/></w:tabs>`, line === undefined ? '' : '<w:snapToGrid w:val="0"/>', spacing, indent ? indentXml(indent, size ?? 16) : '', align ? `<w:jc w:val="${align}"/>` : '',
  ].join('');
  const run = [
    font === undefined ? '' : runFonts(font), bold ? '<w:b/>' : '', colour === undefined ? '' : `<w:color w:val="${colour}"/>`,
    size === undefined ? '' : `<w:sz w:val="${halves(size)}"/><w:szCs w:val="${halves(size)}"/>`,
  ].join('');
  return `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${runs(text, run)}</w:p>`;
}

/** In hundredths of a character, and beside it in twips for what does not know characters. */
function indentXml({ firstLine = 0, left = 0, right = 0, hanging = 0 }: NonNullable<Shape['indent']>, size: number): string {
  const attribute = (name: string, chars: number): string => (chars === 0 ? '' : ` w:${name}Chars="${Math.round(chars * 100)}" w:${name}="${twips(chars * size)}"`);
  return `<w:ind${attribute('left', left)}${attribute('right', right)}${attribute('hanging', hanging)}${attribute('firstLine', firstLine)}/>`;
}

function runs(text: string, properties: string): string {
  if (text === '') return '';
  const set = (inner: string): string => (properties ? `<w:rPr>${properties}</w:rPr>${inner}` : inner);
  // A line feed within a paragraph is where a title or a label is broken evenly.
  return text.split(/(?=[\t\n])/).map((piece) => `<w:r>${set(`${piece.startsWith('\t') ? '<w:tab/>' : piece.startsWith('\n') ? '<w:br/>' : ''}<w:t xml:space="preserve">${xml(piece.replace(/^[\t\n]/, ''))}</w:t>`)}</w:r>`).join('');
}

