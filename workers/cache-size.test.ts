import { describe, expect, it } from 'vitest';
import { cachedCases } from './cache-size.ts';

const gigabyte = 2 ** 30;

describe('the number of cases that a worker keeps', () => {
  it.each([[0.25, 200], [1, 536], [4, 2147], [64, 5_000]])('with %s GB is %s', (gigabytes, cases) => expect(cachedCases(gigabytes * gigabyte)).toBe(cases));
  it('follows the machine where nothing else is said', () => expect(cachedCases()).toBeGreaterThanOrEqual(200));
});
