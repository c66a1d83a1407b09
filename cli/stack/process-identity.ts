/**
 * A process id alone does not name a process: the system gives it out again. With the moment at which the process started it does,
 * and only such a pair is ever signalled from a file.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { errnoOf } from './fault.ts';

export interface ProcessIdentity { readonly pid: number; readonly startedAt: string }

/** Null where there is no such process. A zombie counts as none: it holds neither files nor ports. */
export function identify(pid: number): ProcessIdentity | null {
  const startedAt = process.platform === 'linux' ? startOnLinux(pid) : startByPs(pid);
  return startedAt === null ? null : { pid, startedAt };
}

export function isRunning(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startedAt === identity.startedAt;
}

/** Signals the group that the process leads, if it is still the same process; on its own where it leads none. */
export function signalGroup(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isRunning(identity)) return;
  try {
    process.kill(process.platform === 'win32' ? identity.pid : -identity.pid, signal);
  } catch (error) {
    if (errnoOf(error) !== 'ESRCH') throw error;
    try {
      process.kill(identity.pid, signal);
    } catch (second) {
      if (errnoOf(second) !== 'ESRCH') throw second;
    }
  }
}

/** Asks with each signal in turn, waiting `grace` milliseconds after each, until the process is gone. */
export async function stopProcess(identity: ProcessIdentity, signals: readonly NodeJS.Signals[], grace: number): Promise<boolean> {
  for (const signal of signals) {
    signalGroup(identity, signal);
    for (const end = Date.now() + grace; Date.now() < end; await sleep(25)) if (!isRunning(identity)) return true;
  }
  return !isRunning(identity);
}

let bootId: string | undefined;

function startOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The command name in parentheses may hold spaces and parentheses; fields count from after the last one: state is the 3rd, starttime the 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    bootId ??= readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return `${bootId}/${fields[19] ?? ''}`;
  } catch {
    return null;
  }
}

function startByPs(pid: number): string | null {
  if (process.platform === 'win32') {
    try {
      process.kill(pid, 0);
      return 'running';
    } catch {
      return null;
    }
  }
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    if (line === '' || line.startsWith('Z')) return null;
    return line.replace(/^\S+\s+/, '');
  } catch {
    return null;
  }
}
