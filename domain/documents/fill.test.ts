import { describe, expect, it } from 'vitest';
import { arabicDay, capitalYuan, hanziDay, hanziNumber } from './chinese.ts';
import { fillIn } from './fill.ts';
import type { Block, DocumentTemplate } from './types.ts';

const template = (more: Partial<DocumentTemplate>): DocumentTemplate =>
  ({ title: { zh: '通知书', en: 'Notice' }, issuer: { kind: 'agency', agency: { kind: 'handling' } }, to: [], values: {}, blocks: [], ...more });
const frame = { issuer: '佛山市市场监督管理局', number: '佛市监投受〔2026〕第1号', on: '2026-11-24' };
const textOf = (text: string, values = {}): string => {
  const [block] = fillIn(template({ blocks: [{ kind: 'paragraph', text }] }), values, frame).blocks;
  return block?.kind === 'paragraph' ? block.text : '';
};

it.each([[1, '一'], [9, '九'], [10, '十'], [11, '十一'], [20, '二十'], [24, '二十四'], [31, '三十一'], [99, '九十九'], [0, '〇']])('%d is %s', (n, hanzi) => expect(hanziNumber(n)).toBe(hanzi));
it('days in both ways of writing', () => {
  expect([hanziDay('2026-11-24'), hanziDay('2030-10-10'), arabicDay('2026-01-05')]).toEqual(['二〇二六年十一月二十四日', '二〇三〇年十月十日', '2026年1月5日']);
});

it.each([
  [0, '零元整'], [5, '伍分'], [50, '伍角整'], [100, '壹元整'], [1_003, '壹拾元零叁分'], [100_503, '壹仟零伍元零叁分'], [120_050, '壹仟贰佰元伍角整'], [3_000_000, '叁万元整'], [30_000_000, '叁拾万元整'],
  [10_050_000, '壹拾万零伍佰元整'], [1_000_000_100, '壹仟万零壹元整'], [1_234_567_890, '壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角整'], [98_000_000_000, '玖亿捌仟万元整'], [100_000_000_100, '壹拾亿零壹元整'],
])('%d fen in 大写: %s', (fen, capital) => expect(capitalYuan(fen)).toBe(capital));

describe('what is filled in', () => {
  it.each([
    ['收到{name}的投诉', { name: '𠮷田' }, '收到𠮷田的投诉'],
    ['于{on:date}', { on: '2026-02-03' }, '于2026年2月3日'],
    ['于{at:date}', { at: '2026-02-03T09:05' }, '于2026年2月3日9时05分'],
    ['于{on:hanzi}', { on: '2026-02-03' }, '于二〇二六年二月三日'],
    ['第{n:hanzi}项', { n: 3 }, '第三项'],
    ['{paid:tick=true}是 {paid:tick=false}否', { paid: false }, '□是 ☑否'],
    ['{ways:tick=repair}修理 {ways:tick=refund}退货', { ways: ['refund'] }, '□修理 ☑退货'],
    ['共{sum:money}', { sum: 120_050 }, '共1200.50元'],
    ['共{sum:money}', { sum: 5_000_000 }, '共50000.00元'],
    ['得分{n:points}、{m:points}', { n: 8_500, m: 8_405 }, '得分85.00、84.05'],
    ['{sum:capital}', { sum: 120_050 }, '壹仟贰佰元伍角整'],
    ['鉴于{why}，决定', { why: '初次违法。' }, '鉴于初次违法，决定'],
    ['（{why}）', { why: '初次违法；\n' }, '（初次违法）'],
    ['理由：{why:sentence}', { why: '初次违法' }, '理由：初次违法。'],
    ['理由：{why:sentence}', { why: '初次违法。' }, '理由：初次违法。'],
    ['理由：{why:sentence}', { why: '材料如下：\n一、账册；' }, '理由：材料如下：\n一、账册。'],
    ['关于{round:hanzi}', { round: '第14届广东省政府质量奖' }, '关于第十四届广东省政府质量奖'],
    ['向{reviewer}申请行政复议', {}, '向佛山市人民政府申请行政复议'],
    ['{list}', { list: ['甲', '乙'] }, '甲、乙'],
    ['{who.name}', { who: { name: '林晓' } }, '林晓'],
    ['{issuer}{number}', {}, '佛山市市场监督管理局佛市监投受〔2026〕第1号'],
    ['a\u0000b\u0007\tc\uD800', {}, 'a\u0000b\u0007\tc\uD800'],
    ['{dirty}', { dirty: 'a\u0000b\u0007\tc\r\nd\uD800' }, 'ab　c\nd\uFFFD'],
    ['{name}', { name: '{on:date}', on: '2026-01-01' }, '{on:date}'],
  ])('%s', (pattern, values, text) => expect(textOf(pattern, values)).toBe(text));

  it('what has no value is left blank, a day with its marks', () => {
    expect(textOf('{on:day}')).toBe('');
    expect(textOf('电话：{phone}。请于{on:date}前')).toBe('电话：　　　　。请于　　　年　　月　　日前');
  });
  it('a block stands only where its condition has a value that holds', () => {
    const blocks: Block[] = [{ kind: 'note', text: 'a', when: 'x' }];
    const shown = (x: unknown): number => fillIn(template({ blocks }), { x } as never, frame).blocks.length;
    expect([undefined, null, false, '', []].map(shown)).toEqual([0, 0, 0, 0, 0]);
    expect([true, 'x', 0, ['x']].map(shown)).toEqual([1, 1, 1, 1]);
  });
  it('a row stands once for each item of its list, numbered', () => {
    const [table] = fillIn(template({ blocks: [{ kind: 'table', widths: [1, 2], rows: [{ each: 'items', cells: [{ text: '{item.no}' }, { text: '{item.name}' }] }] }] }), { items: [{ name: '甲' }, { name: '乙' }] }, frame).blocks;
    expect(table).toMatchObject({ rows: [{ cells: [{ text: '1' }, { text: '甲' }] }, { cells: [{ text: '2' }, { text: '乙' }] }] });
  });
  it('the day of issue is in Arabic numerals, or Chinese where the template says so', () => {
    const day = (numerals?: 'hanzi') => fillIn(template({ blocks: [{ kind: 'signature' }], ...(numerals ? { numerals } : {}) }), {}, frame).blocks[0];
    expect([day(), day('hanzi')]).toMatchObject([{ day: '2026年11月24日' }, { day: '二〇二六年十一月二十四日' }]);
  });
});
