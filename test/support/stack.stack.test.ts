import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { emptyDatabase, freshDatabase, freshTaskQueue, nativeConnection, temporalConnection, timeSkippingServer } from './stack.ts';

async function tables(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' order by 1`);
  await client.end();
  return rows.map((row) => row.name);
}

describe('what a test file gets', () => {
  it('a migrated database that no other file sees', async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
    expect(one.name).not.toBe(other.name);
    expect(await tables(one.url)).toContain('schema_migrations');
    const client = new pg.Client({ connectionString: one.url });
    await client.connect();
    await client.query('create table only_here (x int)');
    await client.end();
    expect(await tables(other.url)).not.toContain('only_here');
  });

  it('an empty database to migrate', async () => {
    expect(await tables((await emptyDatabase()).url)).toEqual([]);
  });

  it('a real Temporal server, for clients and workers', async () => {
    const connection = await temporalConnection();
    const { serverVersion } = await connection.workflowService.getSystemInfo({});
    expect(serverVersion).toMatch(/^1\.\d+/);
    const native = await nativeConnection();
    expect((await native.workflowService.getSystemInfo({})).serverVersion).toBe(serverVersion);
    expect(freshTaskQueue()).not.toBe(freshTaskQueue());
  });

  it('a Temporal server whose clock can be moved', async () => {
    const environment = await timeSkippingServer();
    const before = await environment.currentTimeMs();
    await environment.sleep('30 days');
    expect((await environment.currentTimeMs()) - before).toBeGreaterThanOrEqual(30 * 86_400_000);
  });
});
