/** The sheets of a PDF under way: where the next line goes, and how a line is set. */
import type PDFDocument from 'pdfkit';
import { lineHeight, page } from '../typography.ts';
import { advance as advanceOf, type Glyphs } from '../fonts.ts';
import type { Line } from './lines.ts';

export interface Sheet { readonly pdf: InstanceType<typeof PDFDocument>; /** 1 to 0. */ readonly looseness: number; y: number }

export const bottom = page.top + page.textHeight;
/** A hair: sums of line heights are not exact. */
const tolerance = 0.5;

export const fits = (sheet: Sheet, height: number): boolean => sheet.y + height <= bottom + tolerance;

export const room = (sheet: Sheet): number => bottom + tolerance - sheet.y;

export function newPage(sheet: Sheet): void {
  sheet.pdf.addPage();
  sheet.y = page.top;
}

/** Room for so much; on the next page where there is not enough here. */
export function reserve(sheet: Sheet, height: number): void {
  if (!fits(sheet, height) && sheet.y > page.top + tolerance) newPage(sheet);
}

export interface Place { readonly x: number; readonly top: number; readonly width: number; readonly size: number; readonly line?: number; readonly align?: 'left' | 'center' | 'right' | 'justify'; readonly colour?: string }

/** Characters stand in the middle of their line; full lines are spread over the width. */
export function setLine({ pdf }: Sheet, line: Line, { x, top, width, size, line: height = lineHeight, align = 'left', colour = '#000000' }: Place): void {
  const free = width - line.indent - line.width;
  const count = line.glyphs.length;
  const spread = align === 'justify' && !line.last && count > 1 && free < size * 2.5 ? free / (count - 1) : 0;
  let at = x + line.indent + (align === 'center' ? free / 2 : align === 'right' ? free : 0);
  const baseline = top + (height - size) / 2 + size * 0.88;
  for (const run of runsOf(line.glyphs)) {
    pdf.font(run.font).fontSize(size).fillColor(colour);
    pdf.text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic', characterSpacing: spread, features: asMeasured as never });
    at += run.advance * size + spread * run.count;
  }
}

/** Each character by itself: with contextual alternates a digit after a letter would be wider than it was measured, and a line would leave its cell. */
const asMeasured = { kern: false, liga: false, clig: false, calt: false };

function runsOf(glyphs: readonly Glyphs[]): readonly { readonly font: string; readonly text: string; readonly advance: number; readonly count: number }[] {
  const runs: { font: string; text: string; advance: number; count: number }[] = [];
  for (const glyph of glyphs) {
    const last = runs.at(-1);
    const width = advanceOf(glyph);
    if (last?.font === glyph.font) {
      last.text += glyph.text;
      last.advance += width;
      last.count += 1;
    } else runs.push({ font: glyph.font, text: glyph.text, advance: width, count: 1 });
  }
  return runs;
}
