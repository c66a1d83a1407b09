import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../domain/documents/types.ts';
import { fillIn } from '../domain/documents/fill.ts';
import { compact, docxParts, docxText, pdfItems, pdfPages, wellFormed } from './read.test-support.ts';
import { breakLines } from './pdf/lines.ts';
import { printed } from './fonts.ts';
import { render } from './render.ts';
import { page as sheet } from './typography.ts';

const longName = '粤港澳大湾区（广东省佛山市顺德区北滘镇）晨光家用电器及智能厨房设备研发制造销售服务一体化股份有限公司顺德第二分公司';
const make = (blocks: readonly Block[], values = {}, more = {}) => fillIn(
  { title: { zh: '投诉受理决定书', en: 'Acceptance' }, issuer: { kind: 'agency', agency: { kind: 'handling' } }, to: [], values: {}, sealed: true, addressee: '{name}：', ...more, blocks },
  { name: '𠮷田㐂子', ...values }, { issuer: '佛山市市场监督管理局', number: '佛市监投受〔2026〕第1号', on: '2026-11-24' },
);
const letter = make([
  { kind: 'paragraph', text: '我局收到你关于{company}生产的{product}的投诉，并决定受理。' }, { kind: 'attachments', items: ['证据材料清单', '身份证明'] }, { kind: 'signature' }, { kind: 'imprint', copies: '广东省市场监督管理局' },
], { company: longName, product: 'CG-1800 “Kettle <3 & more>” 电热水壶' }, { letterhead: true });
const rows = Array.from({ length: 60 }, (_, i) => ({ name: `证据${i + 1}`, sha256: createHash('sha256').update(String(i)).digest('hex') }));
const table = make([{ kind: 'table', widths: [1, 3, 5], head: 1, rows: [
  { cells: [{ text: '序号', label: true }, { text: '名称', label: true }, { text: '校验值', label: true }] }, { each: 'rows', cells: [{ text: '{item.no}' }, { text: '{item.name}' }, { text: '{item.sha256}' }] },
] }], { rows });

describe('the PDF', () => {
  it('holds the text that was meant, rare characters and a long name over several lines too', async () => {
    const pages = await pdfPages(await render(letter, 'pdf'));
    expect(pages).toHaveLength(1);
    expect(compact(pages[0]!)).toBe(compact(`佛山市市场监督管理局佛市监投受〔2026〕第1号投诉受理决定书𠮷田㐂子：我局收到你关于${longName}生产的CG-1800 “Kettle <3 & more>” 电热水壶的投诉，并决定受理。附件：1. 证据材料清单2. 身份证明佛山市市场监督管理局2026年11月24日抄送：广东省市场监督管理局。佛山市市场监督管理局2026年11月24日印发— 1 —`));
  });
  it('carries a table over pages: each row whole, the heading on each', async () => {
    const pages = await pdfPages(await render(table, 'pdf'));
    expect(pages.length).toBeGreaterThan(3);
    for (const [i, page] of pages.entries()) {
      expect(compact(page)).toContain('序号名称校验值');
      expect(page).toContain(`— ${i + 1} —`);
    }
    const all = compact(pages.join(''));
    for (const { name, sha256 } of rows) expect(all).toContain(`${name}${sha256}`);
  });
  it('carries a cell over pages that is higher than a page, without losing a character', async () => {
    const story = Array.from({ length: 3_000 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
    const pages = await pdfPages(await render(make([{ kind: 'table', widths: [1, 6], rows: [{ cells: [{ text: '事实依据', label: true, upright: true }, { text: '{story}' }] }] }], { story }), 'pdf'));
    expect(pages.length).toBeGreaterThan(2);
    const body = compact(pages.map((p) => p.replace(/— \d+ —/, '')).join('')).replace('投诉受理决定书佛市监投受〔2026〕第1号𠮷田㐂子：', '').replace('事实依据', '');
    expect(body).toBe(story);
  });
  it('has the 文号 above the title and in the middle under a letterhead; below the title where there is none', async () => {
    const places = async (more: object) => {
      const [first = []] = await pdfItems(await render(make([{ kind: 'paragraph', text: '现予受理。' }, { kind: 'signature' }], {}, more), 'pdf'));
      const at = (text: string) => first.find((item) => item.text.includes(text))!;
      return { title: at('投诉受理决定书'), number: at('〔2026〕'), signatory: first.find((item) => item.text.includes('签发人')) };
    };
    const downward = await places({ letterhead: true });
    expect(downward.number.baseline).toBeLessThan(downward.title.baseline);
    expect((downward.number.left + downward.number.right) / 2).toBeCloseTo(sheet.left + sheet.textWidth / 2, 0);
    expect(downward.signatory).toBeUndefined();
    const form = await places({});
    expect(form.number.baseline).toBeGreaterThan(form.title.baseline);
    // 上行文.
    const { number, signatory, title } = await places({ letterhead: true, upward: true });
    expect(number.baseline).toBeLessThan(title.baseline);
    expect(number.left).toBeLessThan(sheet.left + 20);
    expect(signatory!.baseline).toBe(number.baseline);
    expect(signatory!.left).toBeGreaterThan(sheet.left + sheet.textWidth / 2);
  });
  it('sets a form closer rather than leave its last row or its 落款 to a page of their own', async () => {
    const form = (lines: number) => make([{ kind: 'table', widths: [1, 3], rows: [...Array.from({ length: 3 }, (_, i) => ({ cells: [{ text: `第${i}栏`, label: true }, { text: '无' }], lines })), { cells: [{ text: '结论', label: true }, { text: '通过' }] }] }, { kind: 'signature' }]);
    for (const lines of [4, 9]) expect(await pdfPages(await render(form(lines), 'pdf')), String(lines)).toHaveLength(1);
    const rows = (content: Parameters<typeof render>[0]) => render(content, 'docx').then((bytes) => [...docxParts(bytes)['word/document.xml']!.matchAll(/<w:trHeight w:val="(\d+)"/g)].map(([, height]) => Number(height)));
    // As high as the form has them where there is room: so many lines of 20 points.
    expect((await rows(form(4)))[0]).toBe((4 * 20 + 4) * 20);
    expect((await rows(form(9)))[0]).toBeLessThan((9 * 20 + 4) * 20);
  });
  it('sets what follows a tab in the second column, and after what is longer', async () => {
    const [first = []] = await pdfItems(await render(make([{ kind: 'paragraph', text: '投诉人：李某\t联系电话：13800138000' }, { kind: 'paragraph', text: '被投诉人：{company}\t联系人：李某' }], { company: longName }), 'pdf'));
    const [one, two] = [first.find((item) => item.text.includes('投诉人'))!, first.find((item) => item.text.includes('联系电话'))!];
    expect([two.baseline, two.left > one.right]).toEqual([one.baseline, true]);
    expect(compact(first.map((item) => item.text).join(''))).toContain('被投诉人：'.concat(longName, '联系人：李某'));
  });
  it('prints 〓 for what no font has, and never an empty box', () => {
    expect([printed('𠮷', 'regular'), printed('㐂', 'bold'), printed('☑', 'regular'), printed('😀', 'regular')]).toEqual([
      { font: 'rare', text: '𠮷' }, { font: 'bold', text: '㐂' }, { font: 'rare', text: '☑' }, { font: 'regular', text: '〓' },
    ]);
  });
});

describe('lines', () => {
  const text = fc.array(fc.constantFrom('缺', '陷', '，', '。', '（', '）', '《', '》', '“', '”', 'a', 'B', '7', ' ', '𠮷', '—'), { maxLength: 120 }).map((c) => c.join(''));
  it('lose nothing but the space at which a line ends, and are never wider than the page', () => {
    fc.assert(fc.property(text, fc.integer({ min: 60, max: 400 }), (whole, width) => {
      const lines = breakLines(whole, { size: 16, width, indent: 32 });
      expect(lines.flatMap((l) => l.glyphs.map((g) => g.text)).join('').replaceAll(' ', '')).toBe(whole.replaceAll(' ', ''));
      for (const line of lines) expect(line.width + line.indent).toBeLessThanOrEqual(width + 16);
    }));
  });
  it('do not begin with closing marks nor end with opening ones (避头尾)', () => {
    const lines = breakLines('根据《市场监督管理投诉举报处理办法》（以下简称“办法”）的规定，我局决定受理。'.repeat(6), { size: 16, width: 200 }).map((l) => l.glyphs.map((g) => g.text).join(''));
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      expect('，。》）”').not.toContain(line[0]);
      expect('《（“').not.toContain(line.at(-1));
    }
  });
});

describe('the DOCX', () => {
  it('holds the same text', async () => {
    expect(docxText(await render(letter, 'docx'))).toContain(`我局收到你关于${longName}生产的CG-1800 “Kettle <3 & more>” 电热水壶的投诉，并决定受理。`);
    const cells = docxText(await render(table, 'docx'));
    for (const { name, sha256 } of rows) expect(cells).toContain(`${name}\n${sha256}\n`);
  });
  it('names Chinese fonts, with others where these are missing, and indents by two characters', async () => {
    const parts = docxParts(await render(letter, 'docx'));
    expect(parts['word/styles.xml']).toContain('w:eastAsia="仿宋_GB2312"');
    expect(parts['word/fontTable.xml']).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
    expect(parts['word/document.xml']).toContain('w:firstLineChars="200"');
  });
  it('breaks a title and a label where the PDF does, within one paragraph', async () => {
    const title = `关于${longName}缺陷信息的调查分析通知书`;
    const body = docxParts(await render(make([{ kind: 'table', widths: [29, 127], rows: [{ cells: [{ text: '涉案单位（个人）', label: true }, { text: '无' }] }] }], {}, { title: { zh: title, en: 'Notice' } }), 'docx'))['word/document.xml'] ?? '';
    expect(body).toMatch(/涉案单位<\/w:t><\/w:r><w:r>(?:(?!<w:t ).)*<w:br\/><w:t xml:space="preserve">（个人）/);
    const [first = ''] = body.split('</w:p>');
    const lines = first.replaceAll('<w:br/>', '\n').replaceAll(/<[^>]*>/g, '').split('\n');
    expect(lines.join('')).toBe(title);
    expect(Math.max(...lines.map((l) => l.length)) - Math.min(...lines.map((l) => l.length))).toBeLessThanOrEqual(4);
    expect(lines.length).toBeGreaterThan(1);
  });
  it('is well-formed: every part opens and closes what it has', async () => {
    for (const content of [letter, table]) {
      for (const [name, xml] of Object.entries(docxParts(await render(content, 'docx')))) expect(wellFormed(xml), name).toBe(true);
    }
  });
});

describe('both', () => {
  it.each(['pdf', 'docx'] as const)('%s: the same content gives the same bytes, also in another time zone and another process', async (format) => {
    const sha256 = createHash('sha256').update(await render(letter, format)).digest('hex');
    expect(createHash('sha256').update(await render(letter, format)).digest('hex')).toBe(sha256);
    const script = `import { render } from './documents/render.ts'; import { createHash } from 'node:crypto'; console.log(createHash('sha256').update(await render(${JSON.stringify(letter)}, '${format}')).digest('hex'));`;
    const other = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { env: { ...process.env, TZ: 'America/New_York' }, encoding: 'utf8' });
    expect(other.trim()).toBe(sha256);
  });
});
