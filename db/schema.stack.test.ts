import { readFile } from 'node:fs/promises';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { expect, it } from 'vitest';
import { onFileDone } from '../test/support/cleanup.ts';
import { emptyDatabase, freshDatabase } from '../test/support/stack.ts';
import { migrate } from './migrate.ts';
import { dumpSchema } from './schema-dump.ts';
import * as documents from './schema-documents.ts';
import * as shared from './schema-shared.ts';
import * as schema from './schema.ts';

const tables: readonly PgTable[] = [...Object.values(schema), ...Object.values(shared), ...Object.values(documents)];

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onFileDone(() => client.end());
  return client;
}

interface Shape { columns: string[]; keys: string[]; indexes: string[]; checks: string[] }

function declared(table: PgTable): Shape {
  const { columns, primaryKeys, indexes, checks, uniqueConstraints, foreignKeys } = getTableConfig(table);
  const names = (list: readonly { name?: string }[]): string => list.map((c) => c.name).join(',');
  return {
    columns: columns.map((c) => `${c.name} ${c.getSQLType()}${c.notNull ? ' not null' : ''}${c.generated ? ' generated' : c.hasDefault ? ' default' : ''}`).sort(),
    keys: [
      ...columns.filter((c) => c.primary).map((c) => `p ${c.name}`),
      ...primaryKeys.map((k) => `p ${names(k.columns)}`),
      ...uniqueConstraints.map((u) => `u ${names(u.columns)}`),
      ...foreignKeys.map((f) => `f ${names(f.reference().columns)}`),
    ].sort(),
    indexes: indexes.map(({ config }) => `${config.name} ${config.method ?? 'btree'} ${names(config.columns as { name?: string }[])}${config.where ? ' partial' : ''}`).sort(),
    checks: checks.map((c) => c.name).sort(),
  };
}

async function existing(client: pg.Client, table: string): Promise<Shape> {
  const list = async (text: string): Promise<string[]> => (await client.query<{ line: string }>(text, [table])).rows.map((r) => r.line).sort();
  return {
    columns: await list(`select attname || ' ' || format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end ||
      case when attgenerated <> '' then ' generated' when atthasdef then ' default' else '' end as line
      from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`),
    keys: await list(`select contype::text || ' ' || (select string_agg(attname, ',' order by n) from unnest(conkey) with ordinality k(num, n)
      join pg_attribute on attrelid = conrelid and attnum = num) as line from pg_constraint where conrelid = $1::regclass and contype in ('p', 'u', 'f')`),
    // An index over an expression names no column.
    indexes: await list(`select c.relname || ' ' || amname || ' ' || coalesce((select string_agg(attname, ',' order by n) from unnest(indkey) with ordinality k(num, n)
      join pg_attribute on attrelid = indrelid and attnum = num), '') || case when indpred is null then '' else ' partial' end as line
      from pg_index join pg_class c on c.oid = indexrelid join pg_am on pg_am.oid = relam
      where indrelid = $1::regclass and not exists (select from pg_constraint where conindid = indexrelid)`),
    checks: await list(`select conname as line from pg_constraint where conrelid = $1::regclass and contype = 'c'`),
  };
}

it('the migrated database is the one that the code declares', async () => {
  const client = await connect((await freshDatabase()).url);
  const { rows } = await client.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migrations'`);
  expect(tables.map((t) => getTableConfig(t).name).sort()).toEqual(rows.map((r) => r.name).sort());
  const normal = (shape: Shape): Shape => ({ ...shape, columns: shape.columns.map((c) => c.replace('_text', 'text')) });
  for (const table of tables) expect(normal(await existing(client, getTableConfig(table).name)), getTableConfig(table).name).toEqual(normal(declared(table)));
});

it('schema.sql is what the migrations give', async () => {
  expect(await dumpSchema((await freshDatabase()).url)).toBe(await readFile(new URL('./schema.sql', import.meta.url), 'utf8'));
});

it('several processes may migrate one database at once: one works, the others find nothing to do', async () => {
  const { url } = await emptyDatabase();
  const results = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  const applied = results.map((r) => r.applied.length).sort((a, b) => a - b);
  expect(applied.slice(0, 2)).toEqual([0, 0]);
  expect(applied[2]).toBeGreaterThanOrEqual(3);
  expect(await migrate(url)).toEqual({ applied: [] });
});
