/**
 * What a supervisor has started, on disk: so that the next one can tell what was left behind when this one died without a chance to stop it
 * (kill -9, power), and stop exactly that; and so that other commands find the running stack.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isRunning, stopProcess, type ProcessIdentity } from './process-identity.ts';

export interface Addresses {
  /** Where the API and the console are reached. */
  readonly url: string;
  readonly issuer: string;
  /** True where the stack runs the provider with the demo people. */
  readonly localProvider: boolean;
}

export interface RunRecord {
  readonly supervisor: ProcessIdentity;
  readonly children: Readonly<Record<string, ProcessIdentity>>;
  readonly addresses?: Addresses;
}

export function readRunRecord(file: string): RunRecord | null {
  try {
    const { supervisor, children, addresses } = JSON.parse(readFileSync(file, 'utf8')) as Partial<RunRecord>;
    return supervisor && children ? { supervisor, children, ...(addresses ? { addresses } : {}) } : null;
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
