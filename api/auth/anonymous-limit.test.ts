import { expect, it } from 'vitest';
import { anonymousLimit } from './anonymous-limit.ts';

it('counts each address by the minute, and says how long to wait', () => {
  let now = 60_000 * 100;
  const limit = anonymousLimit(2, 1, () => now);
  expect([limit.hit('a'), limit.hit('a'), limit.hit('b')]).toEqual([null, null, null]);
  now += 45_000;
  expect(limit.hit('a')).toBe(15);
  now += 15_000;
  expect(limit.hit('a')).toBeNull();
});

it('counts by the hour where a route says so', () => {
  let now = 3_600_000 * 100;
  const limit = anonymousLimit(1, 60, () => now);
  limit.hit('a');
  now += 59 * 60_000;
  expect(limit.hit('a')).toBe(60);
  now += 60_000;
  expect(limit.hit('a')).toBeNull();
});
