/** 内部时限 as administrators have set them. */
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Budget } from '../../domain/calendar/types.ts';
import type { Named } from '../../domain/engine/state.ts';
import type { InternalLimits } from '../../domain/model/limits.ts';
import { codeOf, type Database } from '../pool.ts';
import { limitChanges } from '../schema-shared.ts';

export type LimitChangeRow = typeof limitChanges.$inferSelect;

/** What is in force for cases of this process that start now. */
export async function limitsInForce({ db }: Database, process: string): Promise<InternalLimits> {
  const rows = await db
    .selectDistinctOn([limitChanges.clock], { clock: limitChanges.clock, budget: limitChanges.new, version: limitChanges.version })
    .from(limitChanges)
    .where(eq(limitChanges.process, process))
    .orderBy(limitChanges.clock, desc(limitChanges.version));
  return Object.fromEntries(rows.map(({ clock, budget, version }) => [clock, { budget, version }]));
}

/** Of all processes at once, by process. */
export async function allLimitsInForce({ db }: Database): Promise<(process: string) => InternalLimits> {
  const rows = await db
    .selectDistinctOn([limitChanges.process, limitChanges.clock], { process: limitChanges.process, clock: limitChanges.clock, budget: limitChanges.new, version: limitChanges.version })
    .from(limitChanges)
    .orderBy(limitChanges.process, limitChanges.clock, desc(limitChanges.version));
  return (process) => Object.fromEntries(rows.filter((r) => r.process === process).map(({ clock, budget, version }) => [clock, { budget, version }]));
}

export const limitHistory = ({ db }: Database, process: string, clock: string): Promise<LimitChangeRow[]> =>
  db.select().from(limitChanges).where(and(eq(limitChanges.process, process), eq(limitChanges.clock, clock))).orderBy(desc(limitChanges.version)).limit(200);

export interface LimitChange { readonly id: string; readonly process: string; readonly clock: string; readonly version: number; readonly old: Budget; readonly new: Budget; readonly reason: string; readonly by: Named; readonly at: string }

/** @returns false where somebody else has changed it meanwhile: `version` is taken */
export async function writeLimitChange({ db }: Database, { by, ...change }: LimitChange): Promise<boolean> {
  try {
    await db.insert(limitChanges).values({ ...change, byId: by.id, byName: by.name });
    return true;
  } catch (error) {
    if (codeOf(error) === '23505') return (await db.select({ id: limitChanges.id }).from(limitChanges).where(sql`${limitChanges.id} = ${change.id}`)).length > 0;
    throw error;
  }
}
