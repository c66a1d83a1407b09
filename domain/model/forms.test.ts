import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json.ts';
import { field } from './builder-fields.ts';
import { validateForm } from './forms.ts';
import type { Field, Form } from './types.ts';

const fields: Readonly<Record<string, Field>> = {
  name: field.text('名称', 'Name', { maxLength: 10 }), reason: field.longText('理由', 'Reason'), pieces: field.integer('件数', 'Pieces', { min: 1, max: 100 }),
  share: field.decimal('比例', 'Share', { min: 0, max: 1 }), fine: field.money('罚款', 'Fine'), day: field.date('日期', 'Day'), agreed: field.yesNo('同意', 'Agreed'),
  road: field.choice('方式', 'Road', { sea: ['海', 'Sea'], land: ['陆', 'Land'] }), harms: field.choices('危害', 'Harms', { fire: ['火', 'Fire'], cut: ['割', 'Cut'] }),
  code: field.uscc('代码', 'Code'), phone: field.phone('电话', 'Phone'), region: field.region('地区', 'Region'),
};
const all = Object.fromEntries(Object.keys(fields).map((name) => [name, 'optional'])) as Form;
const check = (data: JsonObject, form: Form = all, requires: readonly string[] = [], stored?: JsonObject) => validateForm({ fields }, form, requires, data, stored);
const codes = (...args: Parameters<typeof check>) => check(...args).problems.map((p) => `${p.field}: ${p.code}`);

describe('who may send what', () => {
  it('a field that is not in the form, or only shown, is refused', () => {
    expect(codes({ name: '甲', reason: '乙', other: 1 }, { name: 'read', reason: 'optional' })).toEqual(['name: unknown-field', 'other: unknown-field']);
  });
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is an unknown field like any other', (name) => {
    expect(codes(JSON.parse(`{"${name}": 1}`) as JsonObject)).toEqual([`${name}: unknown-field`]);
  });
  it('what the outcome requires may be sent and must be there', () => {
    expect(codes({}, { reason: 'optional' }, ['name'])).toEqual(['name: required']);
    expect(check({ name: '甲' }, { reason: 'optional' }, ['name'])).toEqual({ data: { name: '甲' }, problems: [] });
  });
});

describe('人员: people of the agency, named by their accounts', () => {
  const who = { officers: field.persons('办案人员', 'Officers', 'officer', { min: 2, max: 3 }) };
  const people = ['lin', 'zhou', 'wu', 'su'].map((id) => ({ id, name: `姓名${id}` }));
  const holding = (role: string) => (role === 'officer' ? people : []);
  const named = (value: Json, held = holding) => validateForm({ fields: who }, { officers: 'required' }, [], { officers: value }, {}, undefined, held);
  it('are kept with the names that the directory gives them, in the order in which they were chosen', () => {
    expect(named(['zhou', 'lin'])).toEqual({ data: { officers: [{ id: 'zhou', name: '姓名zhou' }, { id: 'lin', name: '姓名lin' }] }, problems: [] });
  });
  it.each<readonly [why: string, value: Json, code: string]>([
    ['two must be two people', ['lin', 'lin'], 'named-twice'], ['one is too few', ['lin'], 'too-few'], ['four are too many', ['lin', 'zhou', 'wu', 'su'], 'too-many'], ['nobody knows them', ['lin', 'nobody'], 'not-in-post'],
    ['nobody is chosen', [], 'required'], ['a name is no list', '林晓', 'type'], ['what somebody says of people is not believed', [{ id: 'lin', name: '林晓' }, { id: 'zhou', name: '周敏' }], 'type'],
  ])('%s', (_why, value, code) => expect(named(value).problems.map((p) => p.code)).toEqual([code]));
  it('where nobody is looked up nobody can be named: a message, an opening, a start', () => {
    expect(validateForm({ fields: who }, { officers: 'optional' }, [], { officers: ['lin', 'zhou'] }).problems).toMatchObject([{ code: 'not-in-post' }]);
    expect(named(['lin', 'zhou'], () => []).problems).toMatchObject([{ code: 'not-in-post' }]);
  });
});

describe('required', () => {
  const form: Form = { name: 'required', harms: 'required', agreed: 'required' };
  it('blank text, null, an empty list and nothing at all are missing; false is an answer', () => {
    expect(codes({ name: '  　', harms: [], agreed: false }, form)).toEqual(['name: required', 'harms: required']);
    expect(codes({ name: null }, form)).toEqual(['name: required', 'harms: required', 'agreed: required']);
  });
  it('left out, the value in the case stands; sent as null it does not', () => {
    const stored = { name: '甲', harms: ['fire'], agreed: true };
    expect(check({}, form, [], stored)).toEqual({ data: {}, problems: [] });
    expect(codes({ name: null }, form, [], stored)).toEqual(['name: required']);
  });
  it('an optional field is cleared by null or blank', () => {
    expect(check({ reason: ' ' }, { reason: 'optional' }, [], { reason: '旧' })).toEqual({ data: { reason: null }, problems: [] });
    expect(check({ reason: null }, { reason: 'optional' })).toEqual({ data: {}, problems: [] });
  });
});

describe('values', () => {
  const good: readonly (readonly [string, Json])[] = [
    ['name', '十个字以内的产品名'], ['reason', '两行\n文字'], ['pieces', 1], ['pieces', 100], ['share', 0.5], ['fine', 1230], ['day', '2024-02-29'], ['agreed', false],
    ['road', 'sea'], ['harms', ['fire', 'cut']], ['code', '91440300708461136T'], ['phone', '020-38835000'], ['region', '440300'], ['name', '𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷'],
  ];
  it.each(good)('%s takes %j', (name, value) => {
    expect(check({ [name]: value })).toEqual({ data: { [name]: value }, problems: [] });
  });
  const bad: readonly (readonly [string, Json, string])[] = [
    ['name', '一二三四五六七八九十多', 'too-long'], ['name', 5, 'type'], ['name', 'a\u0000b', 'characters'], ['name', 'a\nb', 'characters'], ['name', 'a\ud800b', 'characters'],
    ['reason', 'a\u0007', 'characters'], ['reason', 'x'.repeat(4001), 'too-long'], ['pieces', '5', 'type'], ['pieces', 1.5, 'type'], ['pieces', 0, 'too-small'],
    ['pieces', 101, 'too-large'], ['pieces', 2 ** 53, 'type'], ['share', '0.5', 'type'], ['share', 1.1, 'too-large'], ['fine', 12.3, 'type'], ['fine', -1, 'too-small'],
    ['day', '2026-02-29', 'date'], ['day', 20260101, 'type'], ['agreed', 'true', 'type'], ['agreed', 1, 'type'], ['road', 'air', 'not-an-option'], ['road', ['sea'], 'type'],
    ['harms', 'fire', 'type'], ['harms', ['fire', 'fire'], 'type'], ['harms', ['fire', 'flood'], 'not-an-option'], ['harms', [1], 'type'],
    ['code', '914403007084611361', 'uscc'], ['phone', '12345', 'phone'], ['region', '441000', 'region'], ['region', { a: 1 }, 'type'],
  ];
  it.each(bad)('%s refuses %j: %s', (name, value, code) => {
    expect(codes({ [name]: value })).toEqual([`${name}: ${code}`]);
  });
  it('says the limit that was passed', () => {
    expect(check({ name: '一二三四五六七八九十多', pieces: 0 }).problems).toEqual([
      { field: 'name', code: 'too-long', params: { max: 10 } }, { field: 'pieces', code: 'too-small', params: { min: 1 } },
    ]);
  });
  it('a day that must have happened is today or earlier', () => {
    const past = { on: field.date('送达日期', 'Served on', { past: true }) };
    const at = (day: string) => validateForm({ fields: past }, { on: 'required' }, [], { on: day }, {}, '2026-03-02');
    expect(at('2026-03-02')).toEqual({ data: { on: '2026-03-02' }, problems: [] });
    expect(at('2026-03-03').problems).toEqual([{ field: 'on', code: 'too-large', params: { max: '2026-03-02' } }]);
  });
  it('a moment that must have happened is no later than the present minute in China; it has an hour and a minute that exist', () => {
    const past = { at: field.moment('采取措施的时间', 'Taken at', { past: true }) };
    const at = (moment: Json) => validateForm({ fields: past }, { at: 'required' }, [], { at: moment }, {}, '2026-03-02T02:30:59.999Z');
    expect(at('2026-03-02T10:30')).toEqual({ data: { at: '2026-03-02T10:30' }, problems: [] });
    expect(at('2026-03-02T10:31').problems).toEqual([{ field: 'at', code: 'too-large', params: { max: '2026-03-02 10:30' } }]);
    expect(['2026-03-02', '2026-03-02 09:30', '2026-02-29T09:30', '2026-03-01T24:00', '2026-03-01T09:60', '2026-03-01T09:30Z', '1026-03-01T09:30'].map((m) => at(m).problems.map((p) => p.code))).toEqual(Array(7).fill(['moment']));
    expect(at(5).problems).toMatchObject([{ code: 'type' }]);
  });
  it('texts are trimmed, numbers are never -0', () => {
    expect(check({ name: ' 甲 ' }).data).toEqual({ name: '甲' });
    expect(Object.is(check({ fine: -0 }).data['fine'], 0)).toBe(true);
  });
});

it('whatever JSON is sent, there is an answer, and what is accepted is accepted unchanged a second time', () => {
  fc.assert(fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(fields)), fc.string()), fc.jsonValue()), (raw) => {
    const data = JSON.parse(JSON.stringify(raw)) as JsonObject;
    const first = check(data);
    if (first.problems.length > 0) return;
    expect(check(first.data)).toEqual({ data: first.data, problems: [] });
  }));
});
