/** Locks between processes: one stack per home, because two would write the same cluster; one build at a time. A lock whose holder is gone counts for nothing. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { errnoOf, StackFault } from './fault.ts';
import { identify, isRunning, type ProcessIdentity } from './process-identity.ts';

export interface Lock { readonly release: () => void }

/** @throws StackFault where another process holds it */
export async function takeLock(file: string, home: string): Promise<Lock> {
  const lock = await tryLock(file);
  if ('release' in lock) return lock;
  throw new StackFault(`Banjie runs already on ${home} (process ${lock.pid}); stop that one first, or give this one a folder of its own with BANJIE_HOME and ports of its own.`);
}

/** Waits for whoever holds it. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const lock = await tryLock(file);
    if (!('release' in lock)) {
      await sleep(100);
      continue;
    }
    try {
      return await work();
    } finally {
      lock.release();
    }
  }
}

/** @returns the lock, or who holds it */
async function tryLock(file: string): Promise<Lock | ProcessIdentity> {
  const self = identify(process.pid);
  if (!self) throw new StackFault('This system does not tell when a process started (no /proc, no ps), so Banjie could not tell its own processes from others.');
  const content = JSON.stringify(self);
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, content, { flag: 'wx', mode: 0o600 });
      return { release: () => { if (read(file) === content) rmSync(file, { force: true }); } };
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
    const found = read(file);
    const holder = parse(found);
    if (holder && isRunning(holder)) return holder;
    // Just made and not yet written: whoever makes it is given a moment.
    if (found === '' && attempt < 5) await sleep(50);
    else removeStale(file, found);
  }
}

/** Two starters may both have seen the stale lock; the one that comes second must not remove the lock that the first has made meanwhile. */
function removeStale(file: string, judged: string | null): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) === judged) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function parse(content: string | null): ProcessIdentity | null {
  try {
    const value = JSON.parse(content ?? '') as Partial<ProcessIdentity>;
    return typeof value.pid === 'number' && typeof value.startedAt === 'string' ? { pid: value.pid, startedAt: value.startedAt } : null;
  } catch {
    return null;
  }
}
