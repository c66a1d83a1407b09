/** The embedded Postgres: created once, started durable, listening on the loopback address only. */
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { StackFault } from './fault.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { asServiceUser, serviceUser } from './unprivileged.ts';
import { loopback } from './ports.ts';
import type { Launch } from './child.ts';
import { identify, stopProcess } from './process-identity.ts';

export interface PostgresOptions {
  /** Folder of the cluster; created where it does not exist. */
  readonly folder: string;
  readonly port: number;
  readonly password: string;
  /** False only for data that need not outlive the machine: no waiting for the disk. */
  readonly durable: boolean;
}

export const superuser = 'banjie';

export const databaseUrl = (options: Pick<PostgresOptions, 'port' | 'password'>, database = 'banjie'): string =>
  `postgres://${superuser}:${options.password}@${loopback}:${options.port}/${database}`;

/**
 * Creates the cluster where there is none. A creation that was interrupted leaves no half cluster behind that would pass for one.
 * @throws StackFault with the output of initdb
 */
export async function createCluster({ folder, password }: PostgresOptions): Promise<'created' | 'found'> {
  if (existsSync(join(folder, 'created'))) return 'found';
  const user = serviceUser();
  const { initdb } = postgresBinaries();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
  // The builtin provider sorts alike on every machine and does not depend on the locales that happen to be installed.
  const args = [
    '--pgdata', dataFolder(folder), '--username', superuser, '--pwfile', passwordFile, '--auth', 'scram-sha-256', '--encoding', 'UTF8',
    '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--data-checksums', '--no-instructions',
  ];
  try {
    await run(asServiceUser({ file: initdb, args, env: plainEnvironment() }, user, [initdb, folder]));
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(join(folder, 'created'), '');
  return 'created';
}

const dataFolder = (folder: string): string => join(folder, 'data');

export function postgresLaunch({ folder, port, durable }: PostgresOptions): Launch {
  const { postgres } = postgresBinaries();
  const settings: Readonly<Record<string, string | number>> = {
    listen_addresses: loopback,
    // No socket file in a shared folder: the port is the only way in.
    unix_socket_directories: '',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    max_connections: 200,
    shared_buffers: '128MB',
    // The statements are short; compiling them would take longer than running them.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    // Parameters hold personal data, and a log file is no place for them.
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  };
  const args = ['-D', dataFolder(folder), '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  return asServiceUser({ file: postgres, args, env: plainEnvironment() }, serviceUser(), [postgres, folder]);
}

/** PG* variables of the person who starts the stack are meant for another server. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

/** Fast shutdown first (it ends sessions and writes a checkpoint), then at once. */
export const postgresStop = ['SIGINT', 'SIGQUIT'] as const satisfies readonly NodeJS.Signals[];

/**
 * Makes way for a new server: a server that nobody watches any more is stopped, and a lock whose number now belongs to another program is
 * removed, because Postgres would take that program for a server.
 */
export async function clearStaleLock(folder: string): Promise<void> {
  const file = join(dataFolder(folder), 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : Number.NaN;
  const holder = Number.isInteger(pid) && pid > 1 ? identify(pid) : null;
  if (!holder) return;
  if (commandOf(pid).includes(dataFolder(folder))) await stopProcess(holder, [...postgresStop, 'SIGKILL'], 20_000);
  else rmSync(file, { force: true });
}

function commandOf(pid: number): string {
  try {
    return process.platform === 'linux' ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Resolves when the server answers a query. @throws whatever pg says, while it does not */
export async function probePostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @param options.template copied in full where given */
export async function createDatabaseIfMissing(adminUrl: string, name: string, options: { readonly template?: string } = {}): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return false;
    const template = options.template ? ` template ${client.escapeIdentifier(options.template)}` : '';
    await client.query(`create database ${client.escapeIdentifier(name)}${template}`);
    return true;
  } finally {
    await client.end();
  }
}

function run(command: Launch): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command.file, command.args, { env: command.env, uid: command.uid, gid: command.gid, stdio: ['ignore', 'pipe', 'pipe'], cwd: '/' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new StackFault(`Postgres could not be created: ${output.trim().split('\n').slice(-3).join(' ')}`))));
  });
}
