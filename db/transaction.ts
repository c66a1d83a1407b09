/** A transaction on one connection, for what must lock before it decides. */
import type pg from 'pg';
import type { Database } from './pool.ts';

/**
 * Commits what `work` did, or rolls back where it throws.
 * @param stands whether what came of it is to stand; always, where absent
 */
export async function inTransaction<T>({ pool }: Pick<Database, 'pool'>, work: (client: pg.PoolClient) => Promise<T>, stands: (result: T) => boolean = () => true): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query(stands(result) ? 'commit' : 'rollback');
    return result;
  } catch (error) {
    // A connection that cannot even roll back is not given to the next.
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
