import { describe, expect, it } from 'vitest';
import type { FormField } from '../../../contracts/cases.ts';
import { sectionsOf } from './sections.ts';

const both = (said: string) => ({ zh: said, en: said });
const fields = (count: number, section?: string): FormField[] =>
  Array.from({ length: count }, (_, i) => ({ name: `${section ?? 'x'}${i}`, label: both('x'), type: 'text', use: 'optional', ...(section === undefined ? {} : { section: both(section) }) }));
const told = (form: readonly FormField[]) => sectionsOf(form).map(({ title, fields: own }) => [title?.zh ?? null, own.length]);

describe('a long form', () => {
  it('stands under the titles of its fields, in the order in which they first come', () => {
    expect(told([...fields(4, '产品'), ...fields(5, '缺陷'), ...fields(2, '产品')])).toEqual([['产品', 6], ['缺陷', 5]]);
  });
  it('keeps fields without a title together', () => {
    expect(told([...fields(1), ...fields(8, '产品'), ...fields(3)])).toEqual([[null, 4], ['产品', 8]]);
  });
  it('has no titles where it is short, or all of one kind', () => {
    expect(told([...fields(4, '产品'), ...fields(5, '缺陷')])).toEqual([[null, 9]]);
    expect(told(fields(20, '产品'))).toEqual([[null, 20]]);
    expect(told([])).toEqual([[null, 0]]);
  });
});
