/** Directory of people, as their access tokens name them. */
import { inArray, sql } from 'drizzle-orm';
import type { Viewer } from '../../domain/authority/viewer.ts';
import type { Database } from '../pool.ts';
import { people } from '../schema.ts';

export async function rememberPerson({ db }: Database, { id, name, posts, enterprise }: Viewer, lastSeen: string): Promise<void> {
  await db
    .insert(people)
    .values({ id, name, posts, enterprise, lastSeen })
    .onConflictDoUpdate({ target: people.id, set: { name: sql`excluded.name`, posts: sql`excluded.posts`, enterprise: sql`excluded.enterprise`, lastSeen: sql`excluded.last_seen` } });
}

/** Names by id; who never signed in is absent. */
export async function namesOf({ db }: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, [...new Set(ids)]));
  return new Map(rows.map((r) => [r.id, r.name]));
}
