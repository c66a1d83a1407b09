/** 代理: who acts for whom. */
import { and, desc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm';
import type { Day, Instant } from '../../domain/calendar/types.ts';
import type { Database } from '../pool.ts';
import { people, substitutions } from '../schema.ts';
import type { DirectoryPerson } from './people.ts';

export type SubstitutionRow = typeof substitutions.$inferSelect;
/** One person does not stand in for a whole office. */
export const mostCovered = 20;

export async function addSubstitution({ db }: Database, row: Omit<SubstitutionRow, 'revokedBy' | 'revokedAt'>): Promise<boolean> {
  return (await db.insert(substitutions).values(row).onConflictDoNothing().returning({ id: substitutions.id })).length > 0;
}

export async function findSubstitution({ db }: Database, id: string): Promise<SubstitutionRow | null> {
  const [row] = await db.select().from(substitutions).where(eq(substitutions.id, id)).limit(1);
  return row ?? null;
}

export async function revokeSubstitution({ db }: Database, id: string, by: string, at: Instant): Promise<void> {
  await db.update(substitutions).set({ revokedBy: by, revokedAt: at }).where(and(eq(substitutions.id, id), isNull(substitutions.revokedAt)));
}

/** Those that a person has made or has been given, the latest first. */
export async function substitutionsOf({ db }: Database, person: string, limit: number): Promise<readonly SubstitutionRow[]> {
  return db.select().from(substitutions).where(or(eq(substitutions.absent, person), eq(substitutions.substitute, person))).orderBy(desc(substitutions.untilDay), substitutions.id).limit(limit);
}

/** The absent for whom this person acts on this day, as the directory knows them. */
export async function coveredBy({ db }: Database, person: string, day: Day): Promise<readonly DirectoryPerson[]> {
  return db
    .selectDistinctOn([people.id], { id: people.id, name: people.name, posts: people.posts, enterprise: people.enterprise })
    .from(substitutions)
    .innerJoin(people, eq(people.id, substitutions.absent))
    .where(and(eq(substitutions.substitute, person), isNull(substitutions.revokedAt), lte(substitutions.fromDay, day), gte(substitutions.untilDay, day)))
    .limit(mostCovered);
}

/** Overlaps would only say the same twice. */
export async function overlapping({ db }: Database, absent: string, substitute: string, fromDay: Day, untilDay: Day): Promise<boolean> {
  const [found] = await db.select({ one: sql`1` }).from(substitutions)
    .where(and(eq(substitutions.absent, absent), eq(substitutions.substitute, substitute), isNull(substitutions.revokedAt), lte(substitutions.fromDay, untilDay), gte(substitutions.untilDay, fromDay))).limit(1);
  return found !== undefined;
}
