/** Starts, once for all files of the project "stack", the Postgres and the Temporal server that they share, and stops them at the end. */
import { mkdtempSync, mkdirSync, chmodSync, readdirSync, rmSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { launch, type Child } from '../../cli/stack/child.ts';
import { freePort, loopback } from '../../cli/stack/ports.ts';
import { createCluster, createDatabaseIfMissing, databaseUrl, postgresLaunch, postgresStop, probePostgres } from '../../cli/stack/postgres.ts';
import { identify, isRunning } from '../../cli/stack/process-identity.ts';
import { readRunRecord, stopOrphans, writeRunRecord } from '../../cli/stack/run-record.ts';
import { temporalBinary, temporalCli } from '../../cli/stack/temporal-binary.ts';
import { probeTemporal, temporalLaunch, temporalStop } from '../../cli/stack/temporal.ts';
import { until } from '../../cli/stack/wait.ts';
import { migrate } from '../../db/migrate.ts';

export interface SharedStack {
  /** Superuser's connection to the database `postgres`. */
  readonly adminUrl: string;
  /** A migrated database that nobody connects to, to be copied. */
  readonly template: string;
  readonly temporalAddress: string;
}

declare module 'vitest' {
  export interface ProvidedContext { stack: SharedStack }
}

const prefix = 'banjie-test-';
const template = 'banjie_template';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const home = mkdtempSync(join(tmpdir(), prefix));
  // The user that Postgres runs as where the tests run as root must be able to pass.
  chmodSync(home, 0o755);
  const started: [string, Child, readonly NodeJS.Signals[]][] = [];
  const keep = async (name: string, child: Promise<Child>, signals: readonly NodeJS.Signals[]): Promise<Child> => {
    started.push([name, await child, signals]);
    const self = identify(process.pid);
    if (self) writeRunRecord(join(home, 'run.json'), { supervisor: self, children: Object.fromEntries(started.map(([n, c]) => [n, c.identity])) });
    return child;
  };
  const stop = async (): Promise<void> => {
    for (const [, child, signals] of started.reverse()) await child.stop(signals, 10_000);
    rmSync(home, { recursive: true, force: true });
  };

  const startPostgres = async (): Promise<string> => {
    const options = { folder: join(home, 'postgres'), port: await freePort(), password: randomBytes(16).toString('hex'), durable: false };
    await createCluster(options);
    const log = join(home, 'postgres.log');
    const child = await keep('postgres', launch(postgresLaunch(options), log), postgresStop);
    const url = databaseUrl(options, 'postgres');
    await ready(() => probePostgres(url), child, log);
    await createDatabaseIfMissing(url, template);
    await migrate(databaseUrl(options, template));
    return url;
  };
  const startTemporal = async (): Promise<string> => {
    const binary = await temporalBinary(temporalCli, { env: process.env, report: (route) => process.stderr.write(`Fetching Temporal from ${route}\n`) });
    const port = await freePort();
    const log = join(home, 'temporal.log');
    const child = await keep('temporal', launch(temporalLaunch({ binary, port }), log), temporalStop);
    const address = `${loopback}:${port}`;
    await ready(() => probeTemporal(address), child, log);
    return address;
  };

  try {
    mkdirSync(home, { recursive: true });
    const [adminUrl, temporalAddress] = await Promise.all([startPostgres(), startTemporal()]);
    project.provide('stack', { adminUrl, template, temporalAddress });
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ready(probe: () => Promise<void>, child: Child, log: string): Promise<void> {
  try {
    await until(probe, { within: 60_000, givenUp: () => !child.running() });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : ''}\n${readFileSync(log, 'utf8').slice(-2_000)}`, { cause: error });
  }
}

/** A run that was killed could stop nothing; the next one does. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((n) => n.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const record = readRunRecord(join(folder, 'run.json'));
    if (!record || isRunning(record.supervisor)) continue;
    await stopOrphans(record);
    rmSync(folder, { recursive: true, force: true });
  }
}
