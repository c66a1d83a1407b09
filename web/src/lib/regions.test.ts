import { expect, it } from 'vitest';
import { knownRegions, regionName, regionOf } from './regions.ts';

it('knows Guangdong down to its counties, and the other provinces', () => {
  expect(knownRegions.length).toBeGreaterThan(170);
  expect(['440106', '440000', '330000', '100000'].map((code) => regionName(code)?.zh)).toEqual(['广州市天河区', '广东省', '浙江省', '全国']);
});

it.each([['440106', '440106'], ['广州市天河区', '440106'], ['广东省广州市天河区', '440106'], ['广东省', '440000'], [' 普宁市 ', '445281'], ['tianhe district, guangzhou', '440106'], ['浙江省', '330000']])('takes "%s" for %s', (typed, code) => expect(regionOf(typed)).toBe(code));
it.each([[''], ['天河'], ['999999'], ['广州市天']])('does not guess at "%s"', (typed) => expect(regionOf(typed)).toBeNull());
it('no two regions have one name', () => {
  for (const code of knownRegions) expect(regionOf(regionName(code)?.zh ?? ''), code).toBe(code);
});
