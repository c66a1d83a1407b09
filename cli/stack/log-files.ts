/** Log files of the children: kept below a size, quoted when something goes wrong. */
import { closeSync, copyFileSync, openSync, readdirSync, readSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

const cap = 10 * 1024 * 1024;
const interval = 30_000;

/** A log above 10 MB is copied to <name>.log.1 and emptied in place: the children append, and need not know. @returns ends the watch */
export function capLogs(folder: string): () => void {
  const rotate = (): void => {
    try {
      for (const name of readdirSync(folder).filter((n) => n.endsWith('.log'))) {
        const file = join(folder, name);
        if (statSync(file).size <= cap) continue;
        copyFileSync(file, `${file}.1`);
        truncateSync(file);
      }
    } catch {
      // A full disk: the children have the same trouble, and say so.
    }
  };
  rotate();
  const timer = setInterval(rotate, interval);
  timer.unref();
  return () => clearInterval(timer);
}

export const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** The last lines that were written since the file had the size `from`. */
export function tail(file: string, from: number, lines = 8): string {
  const size = sizeOf(file);
  const start = Math.max(from, size - 8_192);
  if (size <= start) return '';
  const buffer = Buffer.alloc(size - start);
  const fd = openSync(file, 'r');
  try {
    readSync(fd, buffer, 0, buffer.length, start);
  } finally {
    closeSync(fd);
  }
  return buffer.toString('utf8').trimEnd().split('\n').slice(-lines).map((line) => `    ${line.slice(0, 300)}`).join('\n');
}
