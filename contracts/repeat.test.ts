import { expect, it } from 'vitest';
import { exactMean, sheetTotal } from './repeat.ts';

it.each([['8500/1', '85.00'], ['0/1', '0.00'], ['5/1', '0.05'], ['32511/4', '81.2775'], ['16255/2', '81.275'], ['49255/6', '9851/120'], ['10000/3', '100/3']])('a mean of %s hundredths is %s points', (exact, points) => {
  expect(exactMean(exact)).toBe(points);
});

it('a sheet is weighed by its criteria, and rounded only where it is shown', () => {
  const name = { zh: '指标', en: 'Criterion' };
  const criteria = [{ id: 'a', name, max: 10_000, weight: 3 }, { id: 'b', name, max: 10_000, weight: 4 }];
  expect(sheetTotal(criteria, { a: 7_625, b: 8_000 })).toEqual({ exact: '54875/7', shown: 7_839 });
  expect(sheetTotal(criteria, {})).toEqual({ exact: '0/1', shown: 0 });
});
