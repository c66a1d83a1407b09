/** The whole stack as `npm start` gives it, in a home and on ports of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { homeFiles, type HomeFiles } from '../../cli/stack/home.ts';
import { projectRoot } from '../../cli/stack/places.ts';
import { freePort } from '../../cli/stack/ports.ts';
import { databaseUrl } from '../../cli/stack/postgres.ts';
import { readRunRecord, stopOrphans } from '../../cli/stack/run-record.ts';
import { readSecrets } from '../../cli/stack/secrets.ts';
import { until } from '../../cli/stack/wait.ts';

export interface WholeStack {
  readonly url: string;
  readonly databaseUrl: string;
  readonly ports: { readonly temporal: number };
  readonly files: HomeFiles;
  /** The process behind `npm start`. */
  readonly supervisor: () => ChildProcess;
  /** Runs `npm start` again in the same home, after the supervisor has ended; resolves when the API says that it is ready. */
  readonly startAgain: () => Promise<void>;
  /** Stops what runs and removes the home. */
  readonly stop: () => Promise<void>;
}

/** @returns once the API says that it is ready; there are no demo cases */
export async function startWholeStack(): Promise<WholeStack> {
  const home = mkdtempSync(join(tmpdir(), 'banjie-stack-'));
  const files = homeFiles(home);
  const [api, worker, oidc, postgres, temporal] = await Promise.all([freePort(), freePort(), freePort(), freePort(), freePort()]);
  const url = `http://127.0.0.1:${api}`;
  writeFileSync(files.seeded, 'test');
  const env = {
    ...process.env, BANJIE_HOME: home, PORT: String(api), WORKER_PORT: String(worker), BANJIE_OIDC_PORT: String(oidc), BANJIE_PG_PORT: String(postgres),
    BANJIE_TEMPORAL_PORT: String(temporal), DATABASE_URL: '', TEMPORAL_ADDRESS: '', OIDC_ISSUER: '',
  };
  let supervisor: ChildProcess | null = null;
  const running = (): ChildProcess => {
    if (!supervisor) throw new Error('the stack was not started');
    return supervisor;
  };
  const ended = (): boolean => supervisor === null || supervisor.exitCode !== null || supervisor.signalCode !== null;
  const stop = async (): Promise<void> => {
    if (!ended()) {
      running().kill('SIGTERM');
      await once(running(), 'exit');
    }
    const left = readRunRecord(files.run);
    if (left) await stopOrphans(left);
    rmSync(home, { recursive: true, force: true });
  };
  const startAgain = async (): Promise<void> => {
    const child = spawn(process.execPath, ['cli/bin.mjs', 'start'], { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'], detached: true, env });
    supervisor = child;
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => { said = (said + text.toString()).slice(-4_000); });
    try {
      await until(async () => {
        const response = await fetch(`${url}/readyz`);
        if (!response.ok) throw new Error('not ready yet');
      }, { within: 180_000, givenUp: () => child.exitCode !== null });
    } catch (error) {
      throw new Error(`the stack did not start:\n${said}`, { cause: error });
    }
  };
  try {
    await startAgain();
  } catch (error) {
    await stop();
    throw error;
  }
  const secrets = readSecrets(files.secrets);
  return { url, databaseUrl: databaseUrl({ port: postgres, password: secrets?.postgresPassword ?? '' }, 'banjie'), ports: { temporal }, files, supervisor: running, startAgain, stop };
}
