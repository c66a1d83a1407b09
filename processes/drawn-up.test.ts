/** Every 文书 of every way of every process, as it is printed: what none of them may say, what each must have, and that both formats hold it on their pages. */
import { describe, expect, it } from 'vitest';
import { printed } from '../documents/fonts.ts';
import { compact, docxParts, docxText, pdfItems, wellFormed } from '../documents/read.test-support.ts';
import { render } from '../documents/render.ts';
import { page } from '../documents/typography.ts';
import type { DocumentContent } from '../domain/documents/types.ts';
import { drawnUp, linesOf, longestOf } from '../test/support/drawn-up.ts';
import { shown } from '../test/support/shown.ts';

const all = drawnUp();
const longest = longestOf(all);
/** Each text once, with where it was found. */
const texts = new Map(all.flatMap((one) => [one.content, one.full()].flatMap((content) => linesOf(content).map((line) => [line, `${one.process}/${one.name} (${one.walk})`] as const))));
const where = (wrong: (line: string) => boolean): readonly string[] => [...texts].filter(([line]) => wrong(line)).map(([line, at]) => `${at}: ${line}`);

it('every template of every process is drawn up on some way', () => {
  const templates = shown.flatMap(({ model }) => Object.keys(model.documents ?? {}).map((name) => `${model.key}/${name}`));
  expect(templates.length).toBeGreaterThan(100);
  expect(templates.filter((name) => !longest.has(name))).toEqual([]);
});

describe('no document says', () => {
  it.each([
    ['what a program says instead of a value', /undefined|\bnull\b|NaN|\[object|\btrue\b|\bfalse\b|[{}]/],
    ['two marks of punctuation side by side', /[，。；、：]{2}|[，。；、：]）。?[，。；]{2}|（[，。；、：]|。[”」]。/],
    ['a full stop before a closing bracket that goes on', /[。；，、：]）[，。；]/],
    ['empty brackets or quotation marks', /（[\s　]*）|“[\s　]*”|《[\s　]*》|〔[\s　]*〕/],
    ['a day as machines write it', /\d{4}-\d{2}-\d{2}/],
    ['an amount that is no sum of 分', /\d\.\d元|\d\.\d{3,}元/],
    ['the sign § for an article', /§/],
    ['a round of an award in digits', /第\d+届/],
    ['a space between Chinese and digits', /\p{Script=Han} \d|\d \p{Script=Han}/u],
    ['a sentence around a blank', /[\p{Script=Han}]　{4}[，。；）]/u],
  ])('%s', (_, pattern) => expect(where((line) => pattern.test(line))).toEqual([]));
});

describe('each document', () => {
  it('has a title; a number where its kind is numbered; its issuer and its day where it is issued', () => {
    const wrong = all.filter(({ template, content: { title, number, letterhead, addressee, blocks } }) => {
      const signatures = blocks.flatMap((b) => (b.kind === 'signature' ? [b] : []));
      const issued = template.sealed === true || template.letterhead === true;
      return title.some((line) => line.trim() === '') || (template.number !== undefined && !/〔\d{4}〕第?1号$/.test(number ?? '')) || (template.letterhead === true && !letterhead)
        || (template.addressee !== undefined && !/^\S+：$/.test(addressee ?? '')) || (issued && signatures.length !== 1) || signatures.some(({ issuer, day }) => issuer.trim() === '' || !/年.{1,3}月.{1,3}日$/.test(day));
    });
    expect(wrong.map(({ process, name, walk }) => `${process}/${name} (${walk})`)).toEqual([]);
  });
  it('ends each paragraph with a mark, unless it is a name with what is filled in', () => {
    const open = all.flatMap(({ process, name, content, full }) => [content, full()].flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === 'paragraph' && b.align === 'left' && !b.small ? b.text.split('\n') : []))).filter((line) => !/[。：！？；…）]$/.test(line) && !/^[^，。：]{2,12}：/.test(line)).map((line) => `${process}/${name}: ${line}`));
    expect(new Set(open)).toEqual(new Set());
  });
  it('is decided with the ways to have it reviewed: to whom, and until when', () => {
    const decisions = ['enforcement/penaltyDecision', 'enforcement/noPenaltyDecision', 'enforcement/seizureDecision', 'product-recall/recallOrder', 'quality-fund/recoveryDecision', 'award-revocation/decision'];
    for (const name of decisions) {
      const said = linesOf(longest.get(name)!.content).join('');
      expect(said, name).toMatch(/六十日内向(国家市场监督管理总局|\S{2,9}人民政府)申请行政复议/);
      expect(said, name).toContain('六个月内依法向人民法院提起行政诉讼');
    }
    // 复议前置: what is decided on the spot does not say that one may sue at once (行政复议法 §23).
    const spot = linesOf(longest.get('summary-penalty/spotDecision')!.content).join('');
    expect(spot).toMatch(/应当先申请行政复议：可以自收到本决定书之日起六十日内向\S{2,9}人民政府申请行政复议/);
    expect(spot).not.toContain('六个月');
  });
  it('is printed in fonts that have every character of it, rare ones in names too', () => {
    expect([...texts.keys()].join('')).toContain('䶮㐂𠮷');
    expect(where((line) => [...line].some((char) => (['regular', 'bold'] as const).some((weight) => printed(char, weight).text !== char)))).toEqual([]);
  });
});

/** What stands at the end of a document and, by itself, on no page. */
const endings = ({ blocks }: DocumentContent): ReadonlySet<string> => new Set(blocks.flatMap((b) => (b.kind === 'signature' || b.kind === 'imprint' || b.kind === 'lines' || b.kind === 'attachments' || b.kind === 'note' ? linesOf({ letterhead: null, signatory: null, title: [], number: null, addressee: null, on: '', blocks: [b] }).map(compact) : [])));

/** How often each character is there: lines are broken, and cells stand beside each other. */
const countOf = (text: string): ReadonlyMap<string, number> => [...compact(text)].reduce((counts, char) => counts.set(char, (counts.get(char) ?? 0) + 1), new Map<string, number>());

describe.each([...longest].map(([key, one]) => [key, one.full()] as const))('%s, with much written in it', (_, content) => {
  it('as a PDF keeps to the type area, and ends on a page with text', async () => {
    const pages = await pdfItems(await render(content, 'pdf'));
    const said = countOf(pages.flat().map((item) => item.text).join(''));
    expect([...countOf(linesOf(content).join(''))].filter(([char, times]) => (said.get(char) ?? 0) < times)).toEqual([]);
    // A line that is spread over the width is measured with the space after its last character.
    const outside = pages.flat().filter((item) => item.text.trim() !== '' && (item.left < page.left - 0.5 || item.right > page.left + page.textWidth + 3 || item.baseline < page.top || item.baseline > page.top + page.textHeight + 40));
    expect(outside).toEqual([]);
    const ending = [...endings(content)].join('');
    for (const [i, items] of pages.entries()) {
      const text = compact(items.map((item) => item.text).join('')).replace(`—${i + 1}—`, '');
      expect(ending.includes(text), `page ${i + 1}: ${text}`).toBe(false);
    }
    // Nor with the last word of a sentence alone.
    if (pages.length > 1 && !content.blocks.some((b) => b.kind === 'table')) {
      const body = (pages.at(-1) ?? []).map((item) => compact(item.text)).filter((text) => !ending.includes(text) && !/^—\d+—$/.test(text));
      expect(body.join('').length).toBeGreaterThanOrEqual(5);
    }
    // No heading stands at the foot of a page, below it what it is the heading of on the next.
    const headings = content.blocks.flatMap((b) => (b.kind === 'heading' ? [compact(b.text)] : []));
    for (const items of pages.slice(0, -1)) {
      const lines = items.filter((item) => item.text.trim() !== '' && item.baseline <= page.top + page.textHeight);
      const foot = Math.max(...lines.map((item) => item.baseline));
      expect(headings).not.toContain(compact(lines.filter((item) => item.baseline === foot).map((item) => item.text).join('')));
    }
  });
  it('as a DOCX is well-formed, holds the same text, and has no table wider than its page', async () => {
    const bytes = await render(content, 'docx');
    const parts = docxParts(bytes);
    expect(Object.entries(parts).filter(([, xml]) => !wellFormed(xml)).map(([name]) => name)).toEqual([]);
    const said = compact(docxText(bytes));
    expect(linesOf(content).filter((line) => !said.includes(compact(line)))).toEqual([]);
    // What is set in from both sides keeps room for a line of seven characters: 成文日期 at its shortest, with air.
    for (const [indent] of (parts['word/document.xml'] ?? '').matchAll(/<w:ind [^>]*>/g)) {
      const [left = 0, right = 0] = ['left', 'right'].map((side) => Number(new RegExp(`w:${side}="(\\d+)"`).exec(indent)?.[1] ?? 0));
      expect(page.textWidth * 20 - left - right, indent).toBeGreaterThan(7 * 16 * 20);
    }
    for (const [table] of (parts['word/document.xml'] ?? '').matchAll(/<w:tbl>.*?<\/w:tbl>/gs)) {
      const columns = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
      expect(columns.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(Math.round(page.textWidth * 20) + columns.length);
      for (const [row] of table.matchAll(/<w:tr>.*?<\/w:tr>/gs)) {
        const spans = [...row.matchAll(/<w:tcPr>.*?<\/w:tcPr>/gs)].map(([cell]) => Number(/w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1));
        expect(spans.reduce((a, b) => a + b, 0)).toBe(columns.length);
      }
    }
  });
});
