import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRunning, type ProcessIdentity } from './process-identity.ts';
import { createSupervisor, type Service, type Supervisor } from './supervisor.ts';
import { until } from './wait.ts';

let folder: string;
let said: string[];
let children: Readonly<Record<string, ProcessIdentity>>;
let supervisor: Supervisor;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banjie-supervisor-'));
  said = [];
  children = {};
  supervisor = createSupervisor({ logFile: (name) => join(folder, `${name}.log`), say: (line) => said.push(line), changed: (now) => { children = now; }, suspect: () => null });
});
afterEach(async () => {
  await supervisor.stop(['first', 'second']);
  rmSync(folder, { recursive: true, force: true });
});

/** Writes a file when it is up, appends its name to `ended` when it is asked to end. */
const service = (name: string, more: Partial<Service> = {}, code = ''): Service => ({
  name,
  title: name,
  launch: () => ({
    file: process.execPath,
    args: ['-e', `${code}; const fs = require('fs'); process.on('SIGTERM', () => { fs.appendFileSync('${folder}/ended', '${name} '); process.exit(0); }); fs.writeFileSync('${folder}/${name}', String(process.pid)); setInterval(() => {}, 1000)`],
  }),
  probe: async () => {
    if (!children[name] || readFileSync(join(folder, name), 'utf8') !== String(children[name].pid)) throw new Error('not up');
  },
  patience: 10_000, stopSignals: ['SIGTERM'], stopGrace: 5_000, needs: [], ...more,
});

describe('a service', () => {
  it('that is killed is started again, and the others stay', async () => {
    await supervisor.start(service('first'));
    await supervisor.start(service('second', { needs: ['first'] }));
    const [victim, other] = [children.first!, children.second!];
    process.kill(victim.pid, 'SIGKILL');
    await until(async () => expect(said.at(-1)).toContain('first is back'), { within: 10_000 });
    expect(said[0]).toContain('first was ended by SIGKILL; it is started again');
    expect(children.first!.pid).not.toBe(victim.pid);
    expect([isRunning(children.first!), isRunning(other)]).toEqual([true, true]);
  });

  it('that does not start is named, with the last lines of its log', async () => {
    const failing = supervisor.start(service('first', {}, `console.error('no such table'); process.exit(3)`));
    await expect(failing).rejects.toThrow(/first did not start: ended with exit code 3[^]*first\.log[^]*no such table/);
    expect(children).toEqual({});
  });

  it('that is never ready is given up and stopped', async () => {
    const hanging = supervisor.start(service('first', { patience: 500, probe: () => Promise.reject(new Error('still asleep')) }));
    await expect(hanging).rejects.toThrow('first did not start: not ready after 0.5 s: still asleep');
    expect(children.first && isRunning(children.first)).toBeFalsy();
  });
});

describe('stopping', () => {
  it('goes in the order asked for, once, however often it is asked', async () => {
    await Promise.all([supervisor.start(service('first')), supervisor.start(service('second'))]);
    await Promise.all([supervisor.stop(['second', 'first']), supervisor.stop(['first', 'second'])]);
    expect(readFileSync(join(folder, 'ended'), 'utf8')).toBe('second first ');
    expect(children).toEqual({});
  });

  it('reaches what is still coming up, and starts nothing any more', async () => {
    const coming = supervisor.start(service('first', { probe: () => Promise.reject(new Error('not yet')) }));
    coming.catch(() => undefined);
    await until(async () => expect(existsSync(join(folder, 'first'))).toBe(true), { within: 10_000 });
    const { first } = children;
    await supervisor.stop(['first']);
    await expect(coming).rejects.toThrow('Stopped before everything was up');
    expect(isRunning(first!)).toBe(false);
    await expect(supervisor.start(service('second'))).rejects.toThrow('Stopped before everything was up');
  });

  it('insists where a service does not listen', async () => {
    await supervisor.start(service('first', { stopGrace: 300, stopSignals: ['SIGUSR2'] }, `process.on('SIGUSR2', () => {})`));
    const { first } = children;
    await supervisor.stop(['first']);
    expect(isRunning(first!)).toBe(false);
  });
});

describe('a program that is run to its end', () => {
  it('fails with its last words', async () => {
    writeFileSync(join(folder, 'build.log'), 'words of an earlier run\n');
    const run = supervisor.run('Console built', { file: process.execPath, args: ['-e', `console.error('syntax error in line 3'); process.exit(1)`] }, join(folder, 'build.log'));
    await expect(run).rejects.toThrow(/Console built failed[^]*syntax error in line 3/);
    await expect(run).rejects.not.toThrow('words of an earlier run');
  });
});
