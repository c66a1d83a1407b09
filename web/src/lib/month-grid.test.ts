import { expect, test } from 'vitest';
import { addDays } from './dates.ts';
import { monthGrid } from './month-grid.ts';

const run = (from: string, n: number) => Array.from({ length: n }, (_, i) => ({ day: addDays(from, i) }));

test('weeks begin on Monday and every month is whole', () => {
  const [november] = monthGrid(run('2026-11-23', 3));
  expect(november?.month).toBe('2026-11');
  // 2026-11-01 is a Sunday: the first week has six empty cells before it
  expect(november?.weeks[0]?.map((cell) => cell?.day ?? null)).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(november?.weeks.every((week) => week.length === 7)).toBe(true);
  expect(november?.weeks.flat().filter(Boolean)).toHaveLength(30);
});

test('only the days of the run carry a fact', () => {
  const cells = monthGrid(run('2026-09-24', 30)).flatMap((month) => month.weeks.flat()).filter((cell) => cell?.fact);
  expect(cells).toHaveLength(30);
  expect(cells[0]?.day).toBe('2026-09-24');
  expect(cells.at(-1)?.day).toBe('2026-10-23');
});

test('a run over the turn of the year, and over February, skips no month', () => {
  expect(monthGrid(run('2026-12-30', 70)).map((m) => m.month)).toEqual(['2026-12', '2027-01', '2027-02', '2027-03']);
});

test('no days, no months', () => expect(monthGrid([])).toEqual([]));
