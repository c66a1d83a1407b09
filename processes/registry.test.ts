import { expect, it } from 'vitest';
import { definitions } from './registry.ts';

it('a process may be there in several versions, and each of them once', () => {
  const names = definitions.map((d) => `${d.key} ${d.version}`);
  expect(names.length).toBeGreaterThan(0);
  expect(new Set(names).size).toBe(names.length);
});
