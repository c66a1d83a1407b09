import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormField } from '../../../contracts/cases.ts';
import { collect, fenOf, formatValue, typedOf, yuanOf } from './field-values.ts';

const field = (patch: Partial<FormField> & Pick<FormField, 'name' | 'type'>): FormField => ({ label: { zh: '字段', en: 'Field' }, use: 'optional', ...patch });

describe('money', () => {
  test('every amount of fen survives being shown in yuan and read again', () => {
    fc.assert(fc.property(fc.integer({ min: -1e14, max: 1e14 }), (fen) => fenOf(yuanOf(fen)) === fen));
  });
  test.each([['1,234.5', 123450], ['１２', null], ['0.07', 7], ['1.005', null], ['', null], ['-3', -300], ['1e3', null]])('%s yuan = %s fen', (yuan, fen) => {
    expect(fenOf(yuan)).toBe(fen);
  });
  test('is shown in yuan in both languages', () => {
    expect(formatValue({ type: 'money' }, 50_000_000_000, 'zh-CN')).toBe('¥500,000,000.00');
    expect(formatValue({ type: 'money' }, 7, 'en')).toBe('¥0.07');
  });
});

test('points of an expert panel are shown and typed with two decimals, and sent in hundredths', () => {
  for (const lang of ['zh-CN', 'en'] as const) expect([8_500, 8_405, 7, 0].map((n) => formatValue({ type: 'points' }, n, lang))).toEqual(['85.00', '84.05', '0.07', '0.00']);
  expect(typedOf(field({ name: 'score', type: 'points', value: 8_500 }))).toBe('85.00');
  const form = [field({ name: 'score', type: 'points' })];
  expect(collect(form, { score: '84.5' })).toEqual({ data: { score: 8_450 }, problems: [] });
  expect(collect(form, { score: '84.505' }).problems).toEqual([{ field: 'score', code: 'type' }]);
});

describe('collect', () => {
  test('an outcome may require fields that the form leaves open', () => {
    const form = [field({ name: 'opinion', type: 'long-text' })];
    expect(collect(form, {}).problems).toEqual([]);
    expect(collect(form, { opinion: ' ' }, { requires: ['opinion'] }).problems).toEqual([{ field: 'opinion', code: 'required' }]);
  });
  test('numbers, amounts and codes are sent as the record stores them', () => {
    const form = [
      field({ name: 'units', type: 'integer' }), field({ name: 'rate', type: 'decimal' }), field({ name: 'cost', type: 'money' }),
      field({ name: 'maker', type: 'uscc' }), field({ name: 'injuries', type: 'boolean' }), field({ name: 'kinds', type: 'choices' }),
    ];
    expect(collect(form, { units: '12,000', rate: '0.35', cost: '99.9', maker: ' 91440101ma5abcde1x', injuries: 'false', kinds: ['a', 'b'] })).toEqual({
      data: { units: 12000, rate: 0.35, cost: 9990, maker: '91440101MA5ABCDE1X', injuries: false, kinds: ['a', 'b'] }, problems: [],
    });
  });
  test('what cannot be read is a problem at its field, not a silent zero', () => {
    expect(collect([field({ name: 'units', type: 'integer' })], { units: '1.5' }).problems).toEqual([{ field: 'units', code: 'type' }]);
  });
  test('a value taken away is sent as null; one never given is left out; what is only read or masked is never sent', () => {
    const form = [
      field({ name: 'a', type: 'text', value: 'old' }), field({ name: 'b', type: 'text' }),
      field({ name: 'c', type: 'text', use: 'read', value: 'x' }), field({ name: 'd', type: 'phone', masked: true, value: '138****0000' }),
    ];
    expect(collect(form, { a: '', b: '', c: 'y', d: 'z' }).data).toEqual({ a: null });
  });
});

test('a stored value fills its control', () => {
  expect(typedOf(field({ name: 'm', type: 'money', value: 9990 }))).toBe('99.90');
  expect(typedOf(field({ name: 'b', type: 'boolean', value: false }))).toBe('false');
  expect(typedOf(field({ name: 'k', type: 'choices', value: ['x'] }))).toEqual(['x']);
  expect(typedOf(field({ name: 't', type: 'text' }))).toBe('');
});

test('a moment is typed with a blank, sent with a T, and shown with its weekday', () => {
  const taken = field({ name: 't', type: 'moment', value: '2026-02-13T09:05' });
  expect([typedOf(taken), formatValue(taken, '2026-02-13T09:05', 'zh-CN'), formatValue(taken, '2026-02-13T09:05', 'en')]).toEqual(['2026-02-13 09:05', '2026-02-13 周五 09:05', 'Fri 13 Feb 2026 09:05']);
  for (const typed of ['2026-02-13 09:05', '2026-2-13 9:05', '2026年2月13日9时05分', '2026-02-13T09:05', '20260213 9:05']) expect(collect([taken], { t: typed }), typed).toEqual({ data: { t: '2026-02-13T09:05' }, problems: [] });
  for (const typed of ['2026-02-13', '09:05', '2026-02-30 09:05', '2026-02-13 24:00', '2026-02-13 9:60', '2026-02-1309:05']) expect(collect([taken], { t: typed }).problems, typed).toEqual([{ field: 't', code: 'moment' }]);
});

test('people are named by their accounts and shown by their names', () => {
  const value = [{ id: 'lin', name: '林晓' }, { id: 'zhou', name: '周敏' }];
  const officers = field({ name: 'o', type: 'persons', use: 'required', value, options: [] });
  expect(typedOf(officers)).toEqual(['lin', 'zhou']);
  expect(collect([officers], { o: ['lin', 'wu'] })).toEqual({ data: { o: ['lin', 'wu'] }, problems: [] });
  expect(collect([officers], { o: [] }).problems).toEqual([{ field: 'o', code: 'required' }]);
  expect(formatValue({ type: 'persons' }, value, 'zh-CN')).toBe('林晓、周敏');
  expect(formatValue(undefined, value, 'en')).toBe('林晓, 周敏');
});

test('options, dates and regions are shown by name; what only services read is not spelt out', () => {
  const options = [{ value: 'hot', label: { zh: '过热', en: 'Overheating' } }];
  expect(formatValue({ type: 'choices', options }, ['hot'], 'en')).toBe('Overheating');
  expect(formatValue({ type: 'date' }, '2026-11-23', 'zh-CN')).toBe('2026-11-23 周一');
  expect(formatValue({ type: 'integer' }, 2026, 'zh-CN')).toBe('2026');
  expect(formatValue({ type: 'integer' }, 21500, 'zh-CN')).toBe('21,500');
  expect(formatValue({ type: 'region' }, '440100', 'zh-CN')).toBe('广州市 (440100)');
  expect(formatValue({ type: 'region' }, '440605', 'zh-CN')).toBe('佛山市南海区 (440605)');
  expect(formatValue({ type: 'region' }, '460000', 'en')).toBe('Hainan (460000)');
  expect(formatValue(undefined, { odd: 1 }, 'en')).toBe('(system data)');
  expect(formatValue(undefined, [{ odd: 1 }], 'zh-CN')).toBe('（系统数据）');
});
