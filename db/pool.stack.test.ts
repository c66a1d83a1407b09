import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { onFileDone } from '../test/support/cleanup.ts';
import { freshDatabase } from '../test/support/stack.ts';
import { createDatabase, isUnavailable } from './pool.ts';
import { append } from './record/append.ts';
import { requestFor, sampleModel, startSample, testDatabase } from '../test/support/sample-cases.ts';

describe('connections', () => {
  it('are made anew after the server closed them all, idle or at work', async () => {
    const database = await testDatabase(4);
    const sample = await startSample(database);
    const busy = Promise.all([1, 2].map(() => database.pool.query('select pg_sleep(30)').catch((e: unknown) => e)));
    const other = new pg.Client({ connectionString: database.pool.options.connectionString });
    await other.connect();
    onFileDone(() => other.end());
    await expect.poll(async () => (await other.query(`select from pg_stat_activity where query like '%pg_sleep%' and pid <> pg_backend_pid()`)).rowCount).toBe(2);
    await other.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
    const errors = await busy;
    expect(errors.map(isUnavailable)).toEqual([true, true]);
    const request = requestFor(sampleModel, sample.state, sample.caseId, [{ id: 'after', body: { type: 'comment', text: 'x' } }]);
    // A connection may be taken before its end is noticed; whoever repeats, as the workflow does, gets another.
    const result = await vi.waitFor(() => append(database, request).catch((error: unknown) => {
      expect(isUnavailable(error)).toBe(true);
      throw error;
    }), { timeout: 10_000 });
    expect(result.kind).toBe('appended');
  });

  it('give up a statement that takes too long, which is no fault of the request', async () => {
    const database = createDatabase((await freshDatabase()).url, { max: 1, statementTimeout: 50 });
    onFileDone(() => database.close());
    const error: unknown = await database.pool.query('select pg_sleep(10)').catch((e: unknown) => e);
    expect(isUnavailable(error)).toBe(true);
  });

  it('know a server that is away from a statement that is wrong', async () => {
    const away = createDatabase('postgresql://nobody@127.0.0.1:1/none', { max: 1 });
    onFileDone(() => away.close());
    expect(isUnavailable(await away.pool.query('select 1').catch((e: unknown) => e))).toBe(true);
    const database = await testDatabase();
    expect(isUnavailable(await database.pool.query('select * from nowhere').catch((e: unknown) => e))).toBe(false);
  });
});
