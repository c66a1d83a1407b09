/** What of the record the execution of a case may not have seen yet: appends that were made without it (docs/adr/0056). */
import type { Unseen } from '../../domain/record/unseen.ts';
import type { Database } from '../pool.ts';
import { readEvents } from './read.ts';

/** Events that a command brings along at most, and characters of JSON: beyond that the execution reads them itself. */
const mostEvents = 40;
const mostCharacters = 60_000;

/**
 * @param seen how far the execution is known to have come; undefined where nobody knows
 * @returns null where it knows all of the record
 */
export async function unseenBy(database: Database, { caseId, seq }: { readonly caseId: string; readonly seq: number }, seen?: number): Promise<Unseen | null> {
  if (seen !== undefined && seen >= seq) return null;
  if (seen !== undefined && seq - seen > mostEvents) return { seq, news: [] };
  const news = await readEvents(database, caseId, { after: seen ?? Math.max(0, seq - mostEvents), limit: mostEvents });
  return { seq: Math.max(seq, news.at(-1)?.seq ?? 0), news: JSON.stringify(news).length > mostCharacters ? [] : news };
}
