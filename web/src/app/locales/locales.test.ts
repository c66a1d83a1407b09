import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

function flat(tree: object, path = ''): Map<string, string> {
  const out = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') out.set(path + key, value);
    else for (const [k, v] of flat(value as object, `${path}${key}.`)) out.set(k, v);
  }
  return out;
}
const slots = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1] as string).sort();
const zh = flat(zhCN);
const english = flat(en);

test('both languages have the same keys, and there are some', () => {
  expect(zh.size).toBeGreaterThan(200);
  expect([...english.keys()].sort()).toEqual([...zh.keys()].sort());
});

test('no part of a dictionary stands in two files, where the later would hide the earlier', async () => {
  const files = await Promise.all(readdirSync(new URL('./zh/', import.meta.url)).map((name) => import(`./zh/${name}`) as Promise<Record<string, object>>));
  const parts = files.flatMap((file) => Object.entries(file)).flatMap(([name, part]) => (name === 'reviews' ? [name] : Object.keys(part)));
  expect(parts.length).toBeGreaterThan(30);
  expect([...new Set(parts)]).toEqual(parts);
  expect([...parts].sort()).toEqual(Object.keys(zhCN).sort());
});

test('every text says something in both languages and takes the same values', () => {
  const wrong = [...zh].filter(([key, text]) => {
    const other = english.get(key) ?? '';
    return text.trim() === '' || other.trim() === '' || slots(other).join() !== slots(text).join();
  });
  expect(wrong).toEqual([]);
});

test('no English text contains Chinese', () => {
  expect([...english].filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
});
