/** The folder in which a stack keeps its data: what lies where, and whether it can be used at all. */
import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errnoOf, StackFault } from './fault.ts';

export interface HomeFiles {
  readonly home: string;
  readonly lock: string;
  /** Processes and addresses of the running stack (run-record.ts). */
  readonly run: string;
  readonly secrets: string;
  readonly postgres: string;
  readonly temporal: string;
  readonly providerState: string;
  /** There once the demo cases are filed. */
  readonly seeded: string;
  readonly logs: string;
  readonly log: (name: string) => string;
}

export const homeFiles = (home: string): HomeFiles => ({
  home,
  lock: join(home, 'lock'),
  run: join(home, 'run.json'),
  secrets: join(home, 'secrets.json'),
  postgres: join(home, 'postgres'),
  temporal: join(home, 'temporal.db'),
  providerState: join(home, 'sign-in.json'),
  seeded: join(home, 'seeded'),
  logs: join(home, 'logs'),
  log: (name) => join(home, 'logs', `${name}.log`),
});

const MB = 1024 * 1024;
/** A new cluster, its write-ahead log and Temporal's file need about 150 MB; the rest is room to work. */
const wanted = 400 * MB;

/** @throws StackFault where the folder cannot be made or written, or its disk is nearly full */
export function prepareHome(files: HomeFiles): void {
  try {
    makeFolder(files.logs);
    accessSync(files.home, constants.W_OK);
  } catch (error) {
    if (errnoOf(error) === 'ENOSPC') throw diskFull(files.home);
    throw new StackFault(`The folder ${files.home} cannot be written (${errnoOf(error)}); choose another with BANJIE_HOME.`);
  }
  if (freeBytes(files.home) < wanted) throw diskFull(files.home);
}

/** Not `recursive`: where a parent exists but takes no folders (/proc), Node tries that for ever. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Endless where the system does not say. */
export function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

export const diskFull = (home: string): StackFault =>
  new StackFault(`The disk of ${home} is full: ${Math.floor(freeBytes(home) / MB)} MB are free and Banjie wants ${wanted / MB} MB; make room, or choose a folder on another disk with BANJIE_HOME.`);
