/** fillIn(template, values, frame) → content. Pure: the same arguments give the same document. */
import { assertNever } from '../assert-never.ts';
import { agencyById } from '../authority/agencies.ts';
import { reviewAuthority } from '../authority/review.ts';
import { isMoment } from '../calendar/civil-day.ts';
import type { Json, JsonObject } from '../json.ts';
import { arabicDay, capitalYuan, hanziDay, hanziNumber } from './chinese.ts';
import type { Block, Cell, ContentBlock, ContentCell, DocumentContent, DocumentTemplate, Frame, Pattern, Row } from './types.ts';

/** What stands where nothing was filled in: room to write it by hand. */
export const blank = '　　　　';
/** Stays in one line of a narrow cell. */
const blankDay = '　　　年　　月　　日';
const day = /^\d{4}-\d\d-\d\d$/;
/** As placed in a pattern: name, its member, and how it is to be written. */
export const place = /\{([a-zA-Z]\w*)(?:\.([a-zA-Z]\w*))?(?::([a-z]+)(?:=([\w-]+))?)?\}/g;

export function fillIn(template: DocumentTemplate, values: JsonObject, frame: Frame): DocumentContent {
  const { title, heading, letterhead, upward, addressee, blocks, numerals = 'arabic', sealed = false } = template;
  const fill = filler({ ...values, issuer: frame.issuer, number: frame.number, today: frame.on, reviewer: reviewAuthority(frame.issuer) });
  const signed = { issuer: frame.issuer, seal: sealed, day: numerals === 'hanzi' ? hanziDay(frame.on) : arabicDay(frame.on) };
  const kept = blocks.filter((b) => b.when === undefined || holds(values[b.when]));
  return {
    letterhead: letterhead ? frame.issuer : null, signatory: upward ? `签发人：${blank}` : null, title: fill(heading ?? title.zh).split('\n'), number: frame.number,
    addressee: addressee === undefined ? null : fill(addressee), blocks: kept.map((block) => contentOf(block, values, fill, signed, frame)), on: frame.on,
  };
}

type Fill = (pattern: Pattern, item?: JsonObject) => string;
const holds = (value: Json | undefined): boolean => value !== undefined && value !== null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0);

function contentOf(block: Block, values: JsonObject, fill: Fill, signed: Omit<Extract<ContentBlock, { kind: 'signature' }>, 'kind'>, { issuer, on }: Frame): ContentBlock {
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'paragraph', text: fill(block.text), indent: block.indent ?? (block.align ?? 'left') === 'left', align: block.align ?? 'left', bold: block.bold ?? false, small: block.small ?? false };
    case 'heading':
    case 'note':
      return { kind: block.kind, text: fill(block.text) };
    case 'attachments':
    case 'lines':
      return { kind: block.kind, items: block.items.map((i) => fill(i)) };
    case 'table':
      return { kind: 'table', widths: block.widths, head: block.head ?? 0, small: block.small ?? false, rows: block.rows.flatMap((row) => rowsOf(row, values, fill)) };
    case 'signature':
      return { kind: 'signature', ...signed };
    case 'imprint':
      return { kind: 'imprint', copies: block.copies === undefined ? null : `${fill(block.copies)}。`, printer: issuer, day: arabicDay(on) };
    default:
      return assertNever(block);
  }
}

function rowsOf({ cells, lines = 1, each }: Row, values: JsonObject, fill: Fill) {
  const filled = (item?: JsonObject) => ({ lines, cells: cells.map((cell) => cellOf(cell, (pattern) => fill(pattern, item))) });
  if (each === undefined) return [filled()];
  const list = values[each];
  return (Array.isArray(list) ? list : []).map((item, i) => filled({ ...(isObject(item) ? item : { value: item }), no: i + 1 }));
}

const cellOf = ({ text, label = false, span = 1, rows = 1, upright = false, align }: Cell, fill: Fill): ContentCell =>
  ({ text: fill(text), label, span, rows, upright, align: align ?? (label ? 'center' : 'left') });

const isObject = (value: Json): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

const filler = (values: JsonObject): Fill => (pattern, item) =>
  pattern.replace(place, (placed: string, name: string, member: string | undefined, form: string | undefined, sought: string | undefined, at: number) => {
    const found = name === 'item' && item ? item[member ?? 'value'] : values[name];
    const value = name !== 'item' && member !== undefined && found !== undefined && isObject(found) ? found[member] : found;
    const text = written(value ?? null, form, sought);
    // People end what they type with a full stop or do not: in the middle of a sentence it would stand beside the mark of the template.
    return marks.has(pattern[at + placed.length] ?? '') ? text.replace(endMark, '') : text;
  });

const marks = new Set('，。；、：）”');
const endMark = /(?:[。；，、;,][ \n]*)+$/;

function written(value: Json, form: string | undefined, sought: string | undefined): string {
  if (form === 'tick') return ticked(value, sought ?? 'true') ? '☑' : '□';
  if (value === null || value === '') return form === 'day' ? '' : form === 'date' ? blankDay : blank;
  if (typeof value === 'string' && day.test(value)) {
    if (form === 'date' || form === 'day') return arabicDay(value);
    if (form === 'hanzi') return hanziDay(value);
  }
  if (typeof value === 'string' && isMoment(value) && (form === 'date' || form === 'day')) return `${arabicDay(value.slice(0, 10))}${Number(value.slice(11, 13))}时${value.slice(14)}分`;
  // A field that names an agency holds its id; on paper stands its name.
  if (typeof value === 'string' && form === 'agency') return cleaned(agencyById(value)?.name.zh ?? value);
  if (typeof value === 'number' && form === 'hanzi' && Number.isInteger(value) && value >= 0 && value < 100) return hanziNumber(value);
  // 第8届 in the name of a round: 第八届.
  if (typeof value === 'string' && form === 'hanzi') return cleaned(value.replace(/第(\d{1,2})届/g, (_, n: string) => `第${hanziNumber(Number(n))}届`));
  if (typeof value === 'string' && form === 'sentence') return sentence(cleaned(value));
  // 分.
  if (typeof value === 'number' && form === 'capital') return capitalYuan(value);
  if (typeof value === 'number' && form === 'money') return `${(value / 100).toFixed(2)}元`;
  // 百分之一分.
  if (typeof value === 'number' && form === 'points') return (value / 100).toFixed(2);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map((v) => written(v, form, sought)).join('、');
  return typeof value === 'object' ? '' : cleaned(String(value));
}

/** With a full stop at its end. What is left blank stays so: nobody wants to write between two marks. */
function sentence(text: string): string {
  const said = text.replace(/[；，、;, \n]+$/, '');
  return /[。！？…：]["”’）]?$/.test(said) ? said : `${said}。`;
}

const ticked = (value: Json, sought: string): boolean => (Array.isArray(value) ? value : [value]).some((v) => String(v) === sought);

/** Characters that neither XML nor a line of print can hold. */
const cleaned = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n').replace(/\t/g, '　').replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (c) => (c === '\n' ? c : ''));
