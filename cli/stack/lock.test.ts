import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock, withLock } from './lock.ts';
import { identify, isRunning, stopProcess } from './process-identity.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banjie-lock-'));
  file = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function idleProcess() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore', detached: true });
  await once(child, 'spawn');
  return { child, identity: identify(child.pid!)! };
}

describe('the lock of a home', () => {
  it('keeps a second stack out, with one sentence, until it is given back', async () => {
    const { child, identity } = await idleProcess();
    writeFileSync(file, JSON.stringify(identity));
    await expect(takeLock(file, '/home/of/cases')).rejects.toThrow(`Banjie runs already on /home/of/cases (process ${child.pid})`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = await takeLock(file, folder);
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['a process that is gone', JSON.stringify({ pid: 2 ** 22 - 1, startedAt: 'x/1' })],
    ['a process whose number another has now', JSON.stringify({ pid: process.pid, startedAt: 'another boot/1' })],
    ['a writer that was killed before it wrote', ''],
    ['something unreadable', '{"pid":'],
  ])('does not keep anybody out when it is left by %s', async (_by, content) => {
    writeFileSync(file, content);
    (await takeLock(file, folder)).release();
    expect(existsSync(file)).toBe(false);
  });

  it('is had by one at a time, however many want it', async () => {
    writeFileSync(file, JSON.stringify({ pid: 2 ** 22 - 1, startedAt: 'x/1' }));
    let inside = 0;
    const most: number[] = [];
    await Promise.all(Array.from({ length: 5 }, () => withLock(file, async () => {
      most.push(++inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside--;
    })));
    expect(most).toEqual([1, 1, 1, 1, 1]);
  });
});

describe('a process', () => {
  it('is told from another that has its number later', async () => {
    const { identity } = await idleProcess();
    expect(isRunning(identity)).toBe(true);
    expect(isRunning({ ...identity, startedAt: 'earlier' })).toBe(false);
    await stopProcess({ ...identity, startedAt: 'earlier' }, ['SIGKILL'], 100);
    expect(isRunning(identity)).toBe(true);
    expect(await stopProcess(identity, ['SIGTERM'], 5_000)).toBe(true);
  });
  it('that ignores the first signal is stopped by the next', async () => {
    const child = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); process.send("ready")'], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], detached: true });
    await once(child, 'message');
    expect(await stopProcess(identify(child.pid!)!, ['SIGTERM', 'SIGKILL'], 200)).toBe(true);
  });
});
