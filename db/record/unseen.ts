/** What of the record the execution of a case may not have seen yet: appends that were made without it (docs/adr/0052). */
import { isQuietType } from '../../domain/engine/quiet.ts';
import type { Unseen } from '../../domain/record/unseen.ts';
import type { Database } from '../pool.ts';
import { readEvents, type CaseHead } from './read.ts';

/** Events that a command brings along at most, and characters of JSON: beyond that the execution reads them itself. */
const mostEvents = 20;
const mostCharacters = 60_000;

/** Null where its last event is one that the execution has appended. */
export async function unseenBy(database: Database, { id, seq, last }: Pick<CaseHead, 'id' | 'seq' | 'last'>): Promise<Unseen | null> {
  if (!isQuietType(last)) return null;
  const events = await readEvents(database, id, { after: Math.max(0, seq - mostEvents), limit: mostEvents });
  const loud = events.findLastIndex((event) => !isQuietType(event.body.type));
  const news = events.slice(loud + 1);
  return { seq: events.at(-1)?.seq ?? seq, news: JSON.stringify(news).length > mostCharacters ? [] : news };
}
