/** What all services share. */
import { eq } from 'drizzle-orm';
import type { Database } from '../../db/pool.ts';
import { cases } from '../../db/schema.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { ServiceRequest } from '../contract.ts';

/** @returns what the case is told; null where there is nothing to tell */
export type Run = (database: Database, request: ServiceRequest) => Promise<JsonObject | null>;

/** A repetition of the same job writes to the same key. */
export const keyOf = ({ caseId, job }: ServiceRequest): string => `${caseId}:j${job}`;

export async function caseOf({ db }: Database, { caseId }: ServiceRequest): Promise<{ readonly agency: string; readonly region: string }> {
  const [found] = await db.select({ agency: cases.agency, region: cases.region }).from(cases).where(eq(cases.id, caseId));
  if (!found) throw new Error(`case ${caseId} is not in the record`);
  return found;
}
