/** The whole stack as `npm start` gives it, in a home and on ports of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { homeFiles } from '../../cli/stack/home.ts';
import { projectRoot } from '../../cli/stack/places.ts';
import { freePort } from '../../cli/stack/ports.ts';
import { databaseUrl } from '../../cli/stack/postgres.ts';
import { readRunRecord, stopOrphans } from '../../cli/stack/run-record.ts';
import { readSecrets } from '../../cli/stack/secrets.ts';
import { until } from '../../cli/stack/wait.ts';

export interface WholeStack {
  readonly url: string;
  readonly databaseUrl: string;
  readonly stop: () => Promise<void>;
}

/** @returns once the API says that it is ready; there are no demo cases */
export async function startWholeStack(): Promise<WholeStack> {
  const home = mkdtempSync(join(tmpdir(), 'banjie-browser-'));
  const files = homeFiles(home);
  const [api, worker, oidc, postgres, temporal] = await Promise.all([freePort(), freePort(), freePort(), freePort(), freePort()]);
  const url = `http://127.0.0.1:${api}`;
  mkdirSync(home, { recursive: true });
  writeFileSync(files.seeded, 'test');
  const supervisor = spawn(process.execPath, ['cli/bin.mjs', 'start'], {
    cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'], detached: true,
    env: {
      ...process.env, BANJIE_HOME: home, PORT: String(api), WORKER_PORT: String(worker), BANJIE_OIDC_PORT: String(oidc), BANJIE_PG_PORT: String(postgres),
      BANJIE_TEMPORAL_PORT: String(temporal), DATABASE_URL: '', TEMPORAL_ADDRESS: '', OIDC_ISSUER: '',
    },
  });
  let said = '';
  for (const stream of [supervisor.stdout, supervisor.stderr]) stream.on('data', (text: Buffer) => { said = (said + text.toString()).slice(-4_000); });
  const stop = async (): Promise<void> => {
    if (supervisor.exitCode === null && supervisor.signalCode === null) {
      supervisor.kill('SIGTERM');
      await once(supervisor, 'exit');
    }
    const left = readRunRecord(files.run);
    if (left) await stopOrphans(left);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await until(async () => {
      const response = await fetch(`${url}/readyz`);
      if (!response.ok) throw new Error('not ready yet');
    }, { within: 180_000, givenUp: () => supervisor.exitCode !== null });
  } catch (error) {
    await stop();
    throw new Error(`the stack did not start:\n${said}`, { cause: error });
  }
  return { url, databaseUrl: databaseUrl({ port: postgres, password: readSecrets(files.secrets)?.postgresPassword ?? '' }, 'banjie'), stop };
}
