/** Brings the whole stack up, and down again. */
import { builds, isUpToDate } from './builds.ts';
import { diskFull, freeBytes, homeFiles, prepareHome, type HomeFiles } from './home.ts';
import { errnoOf, messageOf } from './fault.ts';
import { takeLock } from './lock.ts';
import { capLogs } from './log-files.ts';
import { banjieHome, projectRoot } from './places.ts';
import { planStack, type Plan } from './plan.ts';
import { requireFree } from './ports.ts';
import { clearStaleLock, createCluster, databaseUrl, type PostgresOptions } from './postgres.ts';
import { identify } from './process-identity.ts';
import type { Progress } from './progress.ts';
import { release } from './release.ts';
import { readRunRecord, removeRunRecord, stopOrphans, writeRunRecord, type Addresses, type RunRecord } from './run-record.ts';
import { openSecrets, type Secrets } from './secrets.ts';
import { apiService, ensureDatabase, postgresService, providerService, stopOrder, temporalService, workerService } from './services.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';
import { temporalBinary, temporalCli } from './temporal-binary.ts';

export interface Stack {
  readonly plan: Plan;
  readonly files: HomeFiles;
  readonly secrets: Secrets;
}

/** Told as soon as there is something to stop. */
export type OnStarted = (stop: () => Promise<void>) => void;

const nearlyFull = 20 * 1024 * 1024;

/** @throws StackFault; what was started by then is stopped by the caller through `onStarted` */
export async function startStack(progress: Progress, onStarted: OnStarted): Promise<Stack> {
  const files = homeFiles(banjieHome(process.env));
  try {
    return await start(files, progress, onStarted);
  } catch (error) {
    if (errnoOf(error) === 'ENOSPC') throw diskFull(files.home);
    throw error;
  }
}

async function start(files: HomeFiles, progress: Progress, onStarted: OnStarted): Promise<Stack> {
  prepareHome(files);
  const lock = await takeLock(files.lock, files.home);
  onStarted(async () => lock.release());
  await clearLeftovers(files, progress);

  const secrets = await openSecrets(files.secrets);
  const plan = planStack(process.env, { payloadKey: secrets.payloadKey, databaseUrl: (port) => databaseUrl({ port, password: secrets.postgresPassword }) });
  await requireFreePorts(plan);

  const record = createRecord(files, progress);
  const supervisor = createSupervisor({
    logFile: files.log,
    say: progress.say,
    changed: record.children,
    suspect: () => (freeBytes(files.home) < nearlyFull ? diskFull(files.home).message : null),
  });
  const stopCapping = capLogs(files.logs);
  onStarted(async () => {
    await supervisor.stop(stopOrder);
    stopCapping();
    removeRunRecord(files.run);
    lock.release();
  });

  // All at once; the first failure is told at once, and whoever is told stops the others.
  await Promise.all([
    startPostgres(plan, files, secrets, supervisor, progress),
    startTemporal(plan, files, supervisor, progress),
    startProvider(plan, files, supervisor, progress),
    buildWhatChanged(files, supervisor, progress),
  ]);
  await Promise.all([
    progress.step('Worker', () => supervisor.start(workerService(plan))),
    progress.step('API and console', () => supervisor.start(apiService(plan))),
  ]);
  record.addresses({ url: plan.url, issuer: plan.environment.OIDC_ISSUER, localProvider: plan.providerPort !== null });
  return { plan, files, secrets };
}

async function clearLeftovers(files: HomeFiles, progress: Progress): Promise<void> {
  const record = readRunRecord(files.run);
  const stopped = record ? await stopOrphans(record) : [];
  if (stopped.length > 0) progress.say(`  ✓ Stopped what an earlier start, killed before it could, had left running: ${stopped.join(', ')}`);
  await clearStaleLock(files.postgres);
  removeRunRecord(files.run);
}

async function requireFreePorts(plan: Plan): Promise<void> {
  const { HOST, PORT, WORKER_PORT } = plan.environment;
  await requireFree(PORT, 'the API and the console', 'PORT', HOST);
  await requireFree(WORKER_PORT, 'the worker\'s health page', 'WORKER_PORT', HOST);
  if (plan.providerPort !== null) await requireFree(plan.providerPort, 'the sign-in pages', 'BANJIE_OIDC_PORT');
  if (plan.postgresPort !== null) await requireFree(plan.postgresPort, 'Postgres', 'BANJIE_PG_PORT');
  if (plan.temporalPort !== null) await requireFree(plan.temporalPort, 'Temporal', 'BANJIE_TEMPORAL_PORT');
  if (plan.temporalUiPort !== null) await requireFree(plan.temporalUiPort, 'the pages of Temporal', 'BANJIE_TEMPORAL_UI_PORT');
}

interface Register {
  readonly children: (now: RunRecord['children']) => void;
  readonly addresses: (now: Addresses) => void;
}

function createRecord(files: HomeFiles, progress: Progress): Register {
  const supervisor = identify(process.pid);
  let children: RunRecord['children'] = {};
  let addresses: Addresses | null = null;
  const write = (): void => {
    if (!supervisor) return;
    try {
      writeRunRecord(files.run, { supervisor, children, ...(addresses ? { addresses } : {}) });
    } catch (error) {
      // A disk that has become full is no reason to let go of what runs.
      progress.say(`  ! ${files.run} cannot be written: ${messageOf(error)}`);
    }
  };
  return {
    children: (now) => { children = now; write(); },
    addresses: (now) => { addresses = now; write(); },
  };
}

async function startPostgres(plan: Plan, files: HomeFiles, secrets: Secrets, supervisor: Supervisor, progress: Progress): Promise<void> {
  if (plan.postgresPort !== null) {
    const options: PostgresOptions = { folder: files.postgres, port: plan.postgresPort, password: secrets.postgresPassword, durable: true };
    await progress.step(`Postgres on port ${plan.postgresPort}`, async (note) => {
      note('Postgres: creating its data');
      await createCluster(options);
      note('');
      await supervisor.start(postgresService(options));
      await ensureDatabase(options);
    });
  }
  const { changed } = await progress.step('Schema and process definitions', () => release(plan.environment.DATABASE_URL));
  // Somebody works on a definition: no reason to keep them from starting, but they should know what they see.
  for (const name of changed) progress.say(`  ! ${name} has changed since it was registered here, and new cases start with the old one: count its version up, or begin anew with another BANJIE_HOME`);
}

async function startTemporal(plan: Plan, files: HomeFiles, supervisor: Supervisor, progress: Progress): Promise<void> {
  const port = plan.temporalPort;
  if (port === null) return;
  await progress.step(`Temporal on port ${port}`, async (note) => {
    const binary = await temporalBinary(temporalCli, { env: process.env, report: (route) => note(`Temporal: fetching from ${route}`) });
    note('');
    await supervisor.start(temporalService(binary, port, plan.temporalUiPort, files.temporal));
  });
}

async function startProvider(plan: Plan, files: HomeFiles, supervisor: Supervisor, progress: Progress): Promise<void> {
  const port = plan.providerPort;
  if (port !== null) await progress.step(`Sign-in on port ${port}`, () => supervisor.start(providerService(port, plan, files)));
}

async function buildWhatChanged(files: HomeFiles, supervisor: Supervisor, progress: Progress): Promise<void> {
  for (const build of builds.filter((b) => !isUpToDate(b))) {
    await progress.step(build.title, () =>
      supervisor.run(build.title, { file: process.execPath, args: ['cli/bin.mjs', 'build', build.name], cwd: projectRoot }, files.log('build')),
    );
  }
}
