/** Agencies that have a fund, kept for a while: everybody is asked about at each sign-in, and a fund is set up once in years. */
import { isUnavailable, type Database } from '../db/pool.ts';
import { listFunds } from '../db/queries/funds.ts';

const keptMs = 60_000;
interface Kept { readonly at: number; readonly agencies: readonly string[] }
/** By database: one process may serve several in tests. */
const kept = new WeakMap<Database, Kept>();

/** Who somebody is does not depend on the record: while it is away, what was known last is told, or nothing. */
export async function fundAgencies(database: Database, now = Date.now()): Promise<readonly string[]> {
  const known = kept.get(database);
  if (known && now - known.at < keptMs) return known.agencies;
  try {
    const agencies = [...new Set((await listFunds(database)).map((fund) => fund.agency))];
    kept.set(database, { at: now, agencies });
    return agencies;
  } catch (error) {
    if (isUnavailable(error)) return known?.agencies ?? [];
    throw error;
  }
}
