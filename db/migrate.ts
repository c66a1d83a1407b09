/**
 * Forward-only migrations: migrations/<name>.sql in the order of their names, each in a transaction of its own, under an advisory lock,
 * remembered with the SHA-256 of the file. Why no tool: docs/adr/0003.
 */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import pg from 'pg';

/** The database cannot be brought to this release's schema; the message says which file is in the way. */
export class MigrationError extends Error {}

interface Migration { readonly name: string; readonly sql: string; readonly checksum: string }

const folder = new URL('./migrations/', import.meta.url);
/** Any number that no other user of the database takes: "banjie" on a phone's keypad. */
const lockKey = 226543;

/**
 * Brings the database to the schema of this release. Several processes may call it at once; one works, the others wait and find nothing to do.
 * @throws MigrationError where an applied file was changed, or the database is ahead of this release
 */
export async function migrate(databaseUrl: string): Promise<{ applied: string[] }> {
  const migrations = await readMigrations();
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000, options: '-c timezone=UTC', application_name: 'banjie-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query(`create table if not exists schema_migrations (name text primary key, checksum text not null, applied_at timestamptz(3) not null default now())`);
    const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migrations order by name');
    const pending = pendingAfter(rows, migrations);
    for (const migration of pending) await apply(client, migration);
    return { applied: pending.map((m) => m.name) };
  } finally {
    // Ending the session gives the advisory lock back.
    await client.end();
  }
}

/** @throws MigrationError */
export function pendingAfter(applied: readonly { readonly name: string; readonly checksum: string }[], migrations: readonly Migration[]): readonly Migration[] {
  const byName = new Map(migrations.map((m) => [m.name, m]));
  for (const { name, checksum } of applied) {
    const migration = byName.get(name);
    if (!migration) throw new MigrationError(`The database has migration ${name}, which this release does not know. Run a newer release.`);
    if (migration.checksum !== checksum) throw new MigrationError(`Migration ${name} was changed after it was applied. Put the file back and write a new migration.`);
  }
  const done = new Set(applied.map((a) => a.name));
  const last = applied.at(-1)?.name ?? '';
  const pending = migrations.filter((m) => !done.has(m.name));
  const early = pending.find((m) => m.name < last);
  if (early) throw new MigrationError(`Migration ${early.name} comes before ${last}, which is applied already. Give it a later number.`);
  return pending;
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new MigrationError(`Migration ${name} failed and left nothing behind: ${error instanceof Error ? error.message : 'unknown'}`, { cause: error });
  }
}

async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (file) => {
      const sql = await readFile(new URL(file, folder), 'utf8');
      return { name: file.slice(0, -'.sql'.length), sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
