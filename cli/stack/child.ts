/**
 * Child processes. Each leads a process group of its own, so that Ctrl-C in the terminal reaches the supervisor alone, which stops them in
 * the right order; their output goes straight to a file, so that it neither needs the supervisor nor fills the terminal.
 */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { identify, isRunning, stopProcess, type ProcessIdentity } from './process-identity.ts';
import { StackFault, messageOf } from './fault.ts';

export interface Launch {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
  /** A channel whose end tells a Node child that its parent is gone. */
  readonly ipc?: boolean;
}

export interface Exit { readonly code: number | null; readonly signal: NodeJS.Signals | null }

export interface Child {
  readonly identity: ProcessIdentity;
  readonly exited: Promise<Exit>;
  readonly running: () => boolean;
  /** Asks with the first signal, insists with the following ones; resolves when the process is gone. */
  readonly stop: (signals: readonly NodeJS.Signals[], grace: number) => Promise<void>;
}

/** @throws StackFault where the program cannot be started at all */
export async function launch(command: Launch, logFile: string): Promise<Child> {
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child = spawn(command.file, command.args, {
      cwd: command.cwd,
      env: command.env ?? process.env,
      uid: command.uid,
      gid: command.gid,
      detached: true,
      windowsHide: true,
      stdio: command.ipc ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
    });
    const exited = new Promise<Exit>((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (error) => reject(new StackFault(`${command.file} cannot be started: ${messageOf(error)}.`)));
    });
    // A child may end before it is looked at; its identity then matches nothing, which is right.
    const identity = identify(child.pid ?? -1) ?? { pid: child.pid ?? -1, startedAt: 'ended' };
    let ended = false;
    void exited.then(() => (ended = true));
    return {
      identity,
      exited,
      running: () => !ended && isRunning(identity),
      stop: async (signals, grace) => {
        // Gone, and known to be gone: who waited for its end has been told.
        if (!ended && (await stopProcess(identity, [...signals, 'SIGKILL'], grace))) await exited;
      },
    };
  } finally {
    closeSync(log);
  }
}
