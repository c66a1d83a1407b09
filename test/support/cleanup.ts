/** What a test file opened is closed when the file is done, the last opened first. */
import { afterAll } from 'vitest';

const closers: (() => Promise<unknown> | unknown)[] = [];

export function onFileDone(close: () => Promise<unknown> | unknown): void {
  closers.push(close);
}

afterAll(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
