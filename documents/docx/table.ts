/** Tables as Word knows them: spans across by gridSpan, down by vMerge. */
import type { ContentBlock, ContentCell } from '../../domain/documents/types.ts';
import { evenly } from '../pdf/lines.ts';
import { pad, typeFor } from '../pdf/table.ts';
import { ordinary, page, small as smaller } from '../typography.ts';
import { paragraph, paragraphs } from './paragraph.ts';
import { twips } from './parts.ts';

type Table = Extract<ContentBlock, { kind: 'table' }>;
const border = '<w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:left w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:right w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:insideH w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:insideV w:val="single" w:sz="6" w:space="0" w:color="000000"/>';
const tableWidth = twips(page.textWidth);
/** A row goes to the next page as a whole, unless it could be higher than a page. */
const whole = (cells: readonly ContentCell[]): boolean => cells.every((c) => c.text.length < 400);

/** The last row does not go over to the next page alone: a short one above it goes with it. */
const short = (cells: readonly ContentCell[]): boolean => cells.every((c) => c.text.length < 200);

/** What stands at each column of a row: a cell that begins there, or one that comes down from above. */
interface Slot { readonly cell: ContentCell; readonly first: boolean }

/** @param keepLast the last row goes over to the page of what follows */
export function tableXml({ widths, rows, head, small }: Table, keepLast = false): string {
  const type = small ? smaller : ordinary;
  const all = widths.reduce((a, b) => a + b, 0);
  const columns = widths.map((share) => Math.round((tableWidth * share) / all));
  const down: ({ readonly cell: ContentCell; left: number } | undefined)[] = [];
  const body = rows.map(({ cells, lines }, i) => {
    const slots: (Slot & { readonly at: number })[] = [];
    const waiting = [...cells];
    for (let at = 0; at < widths.length;) {
      const above = down[at];
      if (above && above.left > 0) {
        slots.push({ cell: above.cell, first: false, at });
        above.left -= 1;
        at += above.cell.span;
        continue;
      }
      const cell = waiting.shift();
      if (!cell) break;
      slots.push({ cell, first: true, at });
      down[at] = { cell, left: cell.rows - 1 };
      at += cell.span;
    }
    const height = twips(lines * type.line + 4);
    return `<w:tr><w:trPr>${i < head || whole(cells) ? '<w:cantSplit/>' : ''}<w:trHeight w:val="${height}" w:hRule="atLeast"/>${i < head ? '<w:tblHeader/>' : ''}</w:trPr>${slots.map((slot) => cellXml(slot, columns.slice(slot.at, slot.at + slot.cell.span).reduce((a, b) => a + b, 0), small, keepLast && (i === rows.length - 1 || (i === rows.length - 2 && i > head && short(cells))))).join('')}</w:tr>`;
  }).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="${tableWidth}" w:type="dxa"/><w:tblBorders>${border}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="${twips(pad)}" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="${twips(pad)}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${columns.map((c) => `<w:gridCol w:w="${c}"/>`).join('')}</w:tblGrid>${body}</w:tbl>`;
}

function cellXml({ cell, first }: Slot, width: number, small: boolean, keepNext: boolean): string {
  const { text, span, rows, upright, label, align } = cell;
  const merge = rows === 1 ? '' : first ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const middle = label || upright || (!text.includes('\n') && text.length < 20);
  const shown = first ? (upright ? [...text].join('\n') : text) : '';
  const inner = width / 20 - 2 * pad;
  const type = typeFor({ small }, cell, inner);
  const shape = { ...type, align: upright ? 'center' : align, atLeast: true, keepNext } as const;
  const inside = label && !upright && !shown.includes('\n') ? paragraph(evenly(shown, { size: type.size, width: inner }), shape) : paragraphs(shown, shape);
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge}${middle ? '<w:vAlign w:val="center"/>' : ''}</w:tcPr>${inside}</w:tc>`;
}
