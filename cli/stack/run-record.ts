/**
 * What a supervisor has started, on disk: so that the next one can tell what was left behind when this one died without a chance to stop it
 * (kill -9, power), and stop exactly that.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isRunning, stopProcess, type ProcessIdentity } from './process-identity.ts';

export interface RunRecord {
  readonly supervisor: ProcessIdentity;
  readonly children: Readonly<Record<string, ProcessIdentity>>;
}

export function readRunRecord(file: string): RunRecord | null {
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as Partial<RunRecord>;
    return record.supervisor && record.children ? { supervisor: record.supervisor, children: record.children } : null;
  } catch {
    return null;
  }
}

/** Written aside and renamed: a reader finds the old record or the new one, never half of it. */
export function writeRunRecord(file: string, record: RunRecord): void {
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, JSON.stringify(record), { mode: 0o600 });
  renameSync(aside, file);
}

export const removeRunRecord = (file: string): void => rmSync(file, { force: true });

/** Stops, last started first, what a dead supervisor left running. @returns the names of what was stopped */
export async function stopOrphans(record: RunRecord): Promise<readonly string[]> {
  const stopped: string[] = [];
  for (const [name, identity] of Object.entries(record.children).reverse()) {
    if (!isRunning(identity)) continue;
    // SIGINT is Postgres's fast shutdown and an orderly end for all the others.
    await stopProcess(identity, ['SIGINT', 'SIGKILL'], 10_000);
    stopped.push(name);
  }
  return stopped;
}
