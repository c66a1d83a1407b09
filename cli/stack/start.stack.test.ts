/** `banjie start` as a person would run it, on a home and ports of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseListSchema } from '../../contracts/cases.ts';
import { demoCases } from '../demo/cases/index.ts';
import { homeFiles } from './home.ts';
import { projectRoot } from './places.ts';
import { freePort } from './ports.ts';
import { isRunning, type ProcessIdentity } from './process-identity.ts';
import { readRunRecord, stopOrphans } from './run-record.ts';

const home = mkdtempSync(join(tmpdir(), 'banjie-start-'));
const files = homeFiles(home);
let environment: NodeJS.ProcessEnv;
let url: string;
const supervisors: ChildProcess[] = [];

interface Started { readonly process: ChildProcess; readonly exit: Promise<number | null>; readonly output: () => string }

function banjie(args: readonly string[], more: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, ['cli/bin.mjs', ...args], { cwd: projectRoot, env: { ...environment, ...more }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  supervisors.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return { process: child, exit: once(child, 'close').then(() => child.exitCode), output: () => text };
}

/** @returns what has said that it is up */
async function startUp(): Promise<Started> {
  const stack = banjie(['start']);
  await new Promise<void>((resolve, reject) => {
    stack.process.stdout?.on('data', () => { if (stack.output().includes('Banjie is up')) resolve(); });
    void stack.exit.then(() => reject(new Error(stack.output())));
  });
  return stack;
}

const children = (): Readonly<Record<string, ProcessIdentity>> => readRunRecord(files.run)?.children ?? {};
const running = (processes: Readonly<Record<string, ProcessIdentity>>): readonly string[] => Object.keys(processes).filter((name) => isRunning(processes[name]!));

async function casesSeenBy(person: string): Promise<readonly { readonly id: string; readonly process: string }[]> {
  const token = banjie(['token', person]);
  expect(await token.exit).toBe(0);
  const authorization = `Bearer ${token.output().trim().split('\n').at(-1)}`;
  const page = async (cursor: string | null): Promise<readonly { readonly id: string; readonly process: string }[]> => {
    const response = await fetch(`${url}/api/v1/cases?limit=200${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`, { headers: { authorization } });
    const { items, next } = caseListSchema.parse(await response.json());
    return next === null ? items : [...items, ...(await page(next))];
  };
  return page(null);
}

beforeAll(async () => {
  const [api, worker, oidc, postgres, temporal] = await Promise.all([freePort(), freePort(), freePort(), freePort(), freePort()]);
  url = `http://127.0.0.1:${api}`;
  environment = {
    ...process.env, BANJIE_HOME: home, PORT: String(api), WORKER_PORT: String(worker), BANJIE_OIDC_PORT: String(oidc), BANJIE_PG_PORT: String(postgres),
    BANJIE_TEMPORAL_PORT: String(temporal), DATABASE_URL: '', TEMPORAL_ADDRESS: '', OIDC_ISSUER: '', NODE_NO_WARNINGS: '1',
  };
});

afterAll(async () => {
  const record = readRunRecord(files.run);
  for (const child of supervisors) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  if (record) await stopOrphans(record);
  rmSync(home, { recursive: true, force: true });
});

/** Of processes whose cases no other case opens: as many as were filed, and none twice. */
const alone = ['quality-award', 'award-revocation', 'commendation', 'quality-fund', 'fund-call'];
const countOf = (cases: readonly { readonly process: string }[]) => Object.fromEntries(alone.map((process) => [process, cases.filter((c) => c.process === process).length]));
const filed = countOf(demoCases(() => '2026-01-05'));

describe('banjie start', () => {
  let current: Started;

  it('brings everything up on an empty folder, with demo cases', async () => {
    current = await startUp();
    expect(Object.keys(children()).sort()).toEqual(['api', 'oidc', 'postgres', 'temporal', 'worker']);
    const cases = await casesSeenBy('supervisor');
    expect(countOf(cases)).toEqual(filed);
    expect(cases.length).toBeGreaterThanOrEqual(demoCases(() => '2026-01-05').length);
    expect(current.output()).toContain(url);
    for (const secret of [files.secrets, files.run, files.log('postgres')]) expect([secret, statSync(secret).mode & 0o077]).toEqual([secret, 0]);
  }, 240_000);

  it('serves the console as it is for users, although a test runner asked for it', async () => {
    const page = await (await fetch(`${url}/`)).text();
    const scripts = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path]) => path);
    expect(scripts.some((path) => path?.includes('framework'))).toBe(true);
    const texts = await Promise.all(scripts.map(async (path) => (await fetch(`${url}${path}`)).text()));
    // In React's development build alone.
    expect(scripts.filter((_, n) => texts[n]?.includes('React has detected'))).toEqual([]);
  });

  it('refuses a second stack on the same folder, and ports that are taken, with one sentence each', async () => {
    const second = banjie(['start']);
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain(`Banjie runs already on ${home}`);

    const elsewhere = mkdtempSync(join(tmpdir(), 'banjie-start-'));
    const other = banjie(['start'], { BANJIE_HOME: elsewhere });
    expect(await other.exit).toBe(1);
    expect(other.output()).toContain(`Port ${environment.PORT}, wanted for the API and the console, is taken by another program; choose a free one with PORT=<port>.`);

    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const free = await Promise.all([freePort(), freePort(), freePort()]);
    const third = banjie(['start'], { BANJIE_HOME: elsewhere, PORT: String(free[0]), WORKER_PORT: String(free[1]), BANJIE_OIDC_PORT: String(free[2]), BANJIE_PG_PORT: String(port) });
    expect(await third.exit).toBe(1);
    expect(third.output()).toContain(`Port ${port}, wanted for Postgres, is taken by another program; choose a free one with BANJIE_PG_PORT=<port>.`);
    taken.close();
    expect(existsSync(homeFiles(elsewhere).lock)).toBe(false);
    rmSync(elsewhere, { recursive: true, force: true });
    expect(running(children())).toHaveLength(5);
  });

  it('names the people where a token is wanted for nobody', async () => {
    const token = banjie(['token', 'nobody']);
    expect(await token.exit).toBe(2);
    expect(token.output()).toMatch(/There is no demo person "nobody"[^]*lin [^]*supervisor /);
  });

  it('clears away what a killed start left running, finds its data again, and builds nothing anew', async () => {
    const left = children();
    current.process.kill('SIGKILL');
    await current.exit;
    current = await startUp();
    expect(current.output()).toMatch(/had left running: .*postgres/);
    expect(running(left)).toEqual([]);
    expect(countOf(await casesSeenBy('supervisor'))).toEqual(filed);
    for (const step of ['Demo cases', 'built', 'bundled']) expect(current.output()).not.toContain(step);
  }, 240_000);

  it('on Ctrl-C stops all that it started, and nothing else', async () => {
    const started = children();
    current.process.kill('SIGINT');
    expect(await current.exit).toBe(0);
    expect(running(started)).toEqual([]);
    expect([files.lock, files.run].filter((file) => existsSync(file))).toEqual([]);
    const token = banjie(['token', 'lin']);
    expect(await token.exit).toBe(1);
    expect(token.output()).toContain('does not run; start it with "npm start"');
  });

  it('stops in order also while it is still starting', async () => {
    const stack = banjie(['start']);
    await new Promise<void>((resolve) => stack.process.stdout?.on('data', () => { if (stack.output().includes('✓')) resolve(); }));
    const started = children();
    stack.process.kill('SIGTERM');
    expect(await stack.exit).toBe(0);
    expect(running(started)).toEqual([]);
    expect(existsSync(files.lock)).toBe(false);
  });
});
