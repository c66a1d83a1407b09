/** The services of a local stack: how each is started, how one knows that it works, how it is stopped. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createDatabaseIfMissing, databaseUrl, postgresLaunch, postgresStop, probePostgres, type PostgresOptions } from './postgres.ts';
import type { Launch } from './child.ts';
import type { HomeFiles } from './home.ts';
import { projectRoot } from './places.ts';
import type { Plan } from './plan.ts';
import { loopback } from './ports.ts';
import { probeTemporal, temporalLaunch, temporalStop } from './temporal.ts';
import type { Service } from './supervisor.ts';

/** First to be stopped: who asks, then who is asked. */
export const stopOrder = ['api', 'worker', 'oidc', 'temporal', 'postgres'] as const;

const second = 1_000;

export const postgresService = (options: PostgresOptions): Service => ({
  name: 'postgres',
  title: 'Postgres',
  launch: () => postgresLaunch(options),
  probe: () => probePostgres(databaseUrl(options, 'postgres')),
  // After a crash it first reads its write-ahead log again.
  patience: 120 * second,
  stopSignals: postgresStop,
  stopGrace: 20 * second,
  needs: [],
});

export const ensureDatabase = (options: PostgresOptions): Promise<boolean> => createDatabaseIfMissing(databaseUrl(options, 'postgres'), 'banjie');

export const temporalService = (binary: string, port: number, uiPort: number | null, file: string): Service => ({
  name: 'temporal',
  title: 'Temporal',
  launch: () => temporalLaunch({ binary, port, file, ...(uiPort === null ? {} : { uiPort }) }),
  probe: () => probeTemporal(`${loopback}:${port}`),
  patience: 60 * second,
  stopSignals: temporalStop,
  stopGrace: 15 * second,
  needs: [],
});

export const providerService = (port: number, plan: Plan, files: HomeFiles): Service => ({
  name: 'oidc',
  title: 'Sign-in',
  launch: () => nodeProcess('cli/oidc/main.ts', {
    BANJIE_OIDC_PORT: String(port),
    BANJIE_OIDC_STATE: files.providerState,
    BANJIE_SECRETS: files.secrets,
    BANJIE_CONSOLE_ORIGINS: plan.consoleOrigins.join(','),
    OIDC_AUDIENCE: plan.environment.OIDC_AUDIENCE,
    OIDC_CLIENT_ID: plan.environment.OIDC_CLIENT_ID,
  }),
  probe: () => httpOk(`http://${loopback}:${port}/.well-known/openid-configuration`),
  patience: 60 * second,
  stopSignals: ['SIGTERM'],
  stopGrace: 5 * second,
  needs: [],
});

export const workerService = ({ environment }: Plan): Service => ({
  name: 'worker',
  title: 'Worker',
  launch: () => nodeProcess('workers/main.ts', applicationEnvironment(environment), ['workers/workflow-thread.mjs']),
  probe: () => httpOk(`http://${localHost(environment.HOST)}:${environment.WORKER_PORT}/readyz`),
  patience: 90 * second,
  stopSignals: ['SIGTERM'],
  stopGrace: 20 * second,
  needs: ['postgres', 'temporal'],
});

export const apiService = ({ environment, url }: Plan): Service => ({
  name: 'api',
  title: 'API',
  launch: () => nodeProcess('api/main.ts', applicationEnvironment(environment)),
  probe: () => httpOk(`${url}/readyz`),
  patience: 90 * second,
  stopSignals: ['SIGTERM'],
  stopGrace: 20 * second,
  needs: ['postgres', 'temporal', 'oidc'],
});

const applicationEnvironment = (environment: Plan['environment']): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));

/** @param first modules that each thread of the process loads before all others */
function nodeProcess(entry: string, variables: Readonly<Record<string, string>>, first: readonly string[] = []): Launch {
  return {
    file: process.execPath,
    args: [...first.flatMap((file) => ['--import', pathToFileURL(join(projectRoot, file)).href]), '--import', 'tsx', join(projectRoot, entry)],
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production', ...variables },
    ipc: true,
  };
}

const localHost = (host: string): string => (host === '0.0.0.0' || host === '::' ? loopback : host);

async function httpOk(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2 * second) });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
}
