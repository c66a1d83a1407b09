/** Tables: rows stay whole where a page can hold them, rows that belong together by a spanning cell too; what is higher than a page goes on over it. */
import type { ContentBlock, ContentCell } from '../../domain/documents/types.ts';
import { ordinary, page, small, uprightLine } from '../typography.ts';
import { breakEvenly, breakLines, widestWord, type Line } from './lines.ts';
import { bottom, newPage, setLine, type Sheet } from './sheet.ts';

type Table = Extract<ContentBlock, { kind: 'table' }>;
interface Type { readonly size: number; readonly line: number }
/** A cell in its place. `lines` are those that are still to be set. */
interface Placed { readonly type: Type; readonly cell: ContentCell; readonly row: number; readonly x: number; readonly width: number; lines: readonly Line[] }

/** Beside the text of a cell, and above and below it. */
export const pad = 4;
const rule = 0.75;

/** @param tail height of what has to stay with its last row: who signs below it does not sign an empty page */
export function drawTable(sheet: Sheet, table: Table, tail = 0): void {
  const cells = placeCells(table);
  const heights = heightsOf(table, cells);
  const headHeight = sum(heights.slice(0, table.head));
  const head = cells.filter((c) => c.row < table.head);
  let first = true;
  const groups = groupsOf(table, cells);
  for (const [i, [from, to]] of groups.entries()) {
    const group = cells.filter((c) => c.row >= from && c.row < to);
    const height = sum(heights.slice(from, to));
    const room = (): number => bottom - sheet.y;
    const withHead = from >= table.head && table.head > 0;
    /** The last row does not go over alone: what stands above it goes with it, unless that is high, or the head or all there is. */
    function keptWithLast(at: number, above: number): number {
      const last = heights.slice(to);
      return at === groups.length - 2 && at > (table.head > 0 ? 1 : 0) && above <= page.textHeight / 4 ? sum(last) + tail : 0;
    }
    const turn = (): void => {
      newPage(sheet);
      if (withHead) drawRows(sheet, head, 0, heights.slice(0, table.head));
    };
    // A heading row does not stay behind alone.
    const whole = first && table.head > 0 ? height + (heights[to] ?? 0) : height;
    const kept = to === heights.length ? tail : keptWithLast(i, height);
    const needed = whole + kept <= page.textHeight ? whole + kept : whole;
    if (needed > room() && needed <= page.textHeight - (withHead ? headHeight : 0) && sheet.y > page.top) turn();
    first = false;
    if (height <= room()) drawRows(sheet, group, from, heights.slice(from, to));
    else drawOver(sheet, group, from, heights.slice(from, to), turn);
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const typeOf = ({ small: smaller }: Pick<Table, 'small'>): Type => (smaller ? small : ordinary);

/** A 统一社会信用代码 that would just not fit is set smaller rather than broken. */
export function typeFor(table: Pick<Table, 'small'>, { text, upright }: ContentCell, width: number): Type {
  const type = typeOf(table);
  if (upright) return { size: type.size, line: uprightLine(type.size) };
  const word = widestWord(text, type.size);
  return word > width && (word * small.size) / type.size <= width ? small : type;
}

function placeCells(table: Table): Placed[] {
  const { widths, rows } = table;
  const share = page.textWidth / sum(widths);
  const taken = new Map<string, true>();
  return rows.flatMap(({ cells }, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken.has(`${row} ${column}`)) column += 1;
      for (let r = row; r < row + cell.rows; r++) for (let c = column; c < column + cell.span; c++) taken.set(`${r} ${c}`, true);
      const x = page.left + share * sum(widths.slice(0, column));
      const width = share * sum(widths.slice(column, column + cell.span));
      column += cell.span;
      const type = typeFor(table, cell, width - 2 * pad);
      const inner = cell.upright ? type.size * 1.05 : width - 2 * pad;
      return { type, cell, row, x, width, lines: (cell.label ? breakEvenly : breakLines)(cell.upright ? [...cell.text].join('\n') : cell.text, { size: type.size, width: inner }) };
    });
  });
}

function heightsOf(table: Table, cells: readonly Placed[]): number[] {
  const { line } = typeOf(table);
  const heights = table.rows.map(({ lines }) => lines * line + 2 * pad);
  const need = (c: Placed): number => c.lines.length * (c.cell.upright ? c.type.line : line) + 2 * pad;
  for (const c of cells) if (c.cell.rows === 1) heights[c.row] = Math.max(heights[c.row] ?? 0, need(c));
  for (const c of cells) {
    if (c.cell.rows === 1) continue;
    const last = c.row + c.cell.rows - 1;
    const short = need(c) - sum(heights.slice(c.row, last + 1));
    if (short > 0) heights[last] = (heights[last] ?? 0) + short;
  }
  return heights;
}

/** Runs of rows that a cell holds together. */
function groupsOf({ rows }: Table, cells: readonly Placed[]): readonly (readonly [number, number])[] {
  const groups: [number, number][] = [];
  let start = 0;
  let end = 0;
  for (let row = 0; row < rows.length; row++) {
    for (const c of cells) if (c.row === row) end = Math.max(end, row + c.cell.rows);
    if (row + 1 < Math.max(end, row + 1)) continue;
    groups.push([start, row + 1]);
    start = row + 1;
  }
  return groups;
}

function drawRows(sheet: Sheet, cells: readonly Placed[], from: number, heights: readonly number[]): void {
  for (const c of cells) {
    const top = sheet.y + sum(heights.slice(0, c.row - from));
    drawCell(sheet, c, c.lines, top, sum(heights.slice(c.row - from, c.row - from + c.cell.rows)));
  }
  sheet.y += sum(heights);
}

/** Row by row over as many pages as it takes; a cell that spans rows is set on the first and goes on empty. */
function drawOver(sheet: Sheet, cells: readonly Placed[], from: number, heights: readonly number[], turn: () => void): void {
  const line = cells.find((c) => !c.cell.upright)?.type.line ?? ordinary.line;
  const spanning = cells.filter((c) => c.cell.rows > 1);
  heights.forEach((height, i) => {
    const row = cells.filter((c) => c.row === from + i && c.cell.rows === 1);
    let left = height;
    if (left > bottom - sheet.y && left <= page.textHeight / 3) turn();
    while (left > 0.01) {
      const slice = Math.min(left, bottom - sheet.y);
      const count = Math.floor((slice - 2 * pad + 0.01) / line);
      if (count < 1 && left > slice) {
        turn();
        continue;
      }
      for (const c of row) {
        drawCell(sheet, c, c.lines.slice(0, count), sheet.y, slice);
        c.lines = c.lines.slice(count);
      }
      for (const c of spanning) {
        if (from + i < c.row || from + i >= c.row + c.cell.rows) continue;
        drawCell(sheet, c, c.lines, sheet.y, Math.max(slice, 0));
        c.lines = [];
      }
      sheet.y += slice;
      // What is cut has its margins on both pages.
      left = left - slice > 0.01 ? Math.max(left - slice + 2 * pad, Math.max(0, ...row.map((c) => c.lines.length)) * line + 2 * pad) : 0;
      if (left > 0.01) turn();
    }
  });
}

function drawCell(sheet: Sheet, { type, cell, x, width }: Placed, lines: readonly Line[], top: number, height: number): void {
  sheet.pdf.lineWidth(rule).strokeColor('#000000').rect(x, top, width, height).stroke();
  const free = height - lines.length * type.line;
  const middle = cell.label || cell.upright || lines.length === 1;
  let at = top + (middle ? free / 2 : pad);
  for (const line of lines) {
    setLine(sheet, line, { x: x + pad, top: at, width: width - 2 * pad, size: type.size, line: type.line, align: cell.upright ? 'center' : cell.align });
    at += type.line;
  }
}
