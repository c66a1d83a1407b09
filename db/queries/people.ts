/** Directory of people, as their access tokens name them. */
import { inArray, or, sql } from 'drizzle-orm';
import type { Post, Viewer } from '../../domain/authority/viewer.ts';
import { regionOfUscc } from '../../domain/enterprises/from-case.ts';
import { registerEnterprises } from '../enterprises.ts';
import type { Database } from '../pool.ts';
import { people } from '../schema.ts';

export async function rememberPerson({ db, pool }: Database, { id, name, posts, enterprise }: Viewer, lastSeen: string): Promise<void> {
  // The identity provider vouches for the enterprise: it gets its place in the register before its first case.
  if (enterprise) await registerEnterprises(pool, [{ ...enterprise, region: regionOfUscc(enterprise.uscc), industry: null, contacts: [] }], 'sign-in', lastSeen);
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

export interface DirectoryPerson { readonly id: string; readonly name: string; readonly posts: readonly Post[]; readonly enterprise: Viewer['enterprise'] }
const columns = { id: people.id, name: people.name, posts: people.posts, enterprise: people.enterprise };

/** In no particular order; who never signed in is absent. */
export async function peopleByIds({ db }: Database, ids: readonly string[]): Promise<readonly DirectoryPerson[]> {
  return ids.length === 0 ? [] : db.select(columns).from(people).where(inArray(people.id, [...new Set(ids)]));
}

/** Those who hold any of these posts, or act for this enterprise, by name. */
export async function peopleIn({ db }: Database, posts: readonly Partial<Post>[], uscc: string | null, limit: number): Promise<readonly DirectoryPerson[]> {
  const inPosts = posts.map((post) => sql`${people.posts} @> ${JSON.stringify([post])}::jsonb`);
  const found = or(...inPosts, ...(uscc === null ? [] : [sql`${people.enterprise} ->> 'uscc' = ${uscc}`]));
  return found ? db.select(columns).from(people).where(found).orderBy(people.name, people.id).limit(limit) : [];
}
