import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { attemptDecided, attemptKey } from './attempt.ts';

beforeEach(() => {
  const held = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (k: string) => held.get(k) ?? null,
    setItem: (k: string, v: string) => void held.set(k, v),
    removeItem: (k: string) => void held.delete(k),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('the same submission sent again keeps its key', () => {
  const key = attemptKey('/cases', { process: 'product-recall', data: { units: 3 } });
  expect(attemptKey('/cases', { process: 'product-recall', data: { units: 3 } })).toBe(key);
});

test('another content is another submission', () => {
  const key = attemptKey('/cases', { data: { units: 3 } });
  expect(attemptKey('/cases', { data: { units: 4 } })).not.toBe(key);
});

test('another address is another submission', () => {
  expect(attemptKey('/cases/1/actions/comment', { text: '同意' })).not.toBe(attemptKey('/cases/2/actions/comment', { text: '同意' }));
});

test('once decided, the same content is a new submission', () => {
  const key = attemptKey('/cases/1/tasks/7/claim', {});
  attemptDecided('/cases/1/tasks/7/claim');
  expect(attemptKey('/cases/1/tasks/7/claim', {})).not.toBe(key);
});

test('a damaged note gives a new key, not an error', () => {
  sessionStorage.setItem('banjie.attempt:/x', '{');
  expect(attemptKey('/x', {})).toMatch(/^[0-9a-f-]{36}$/);
});
