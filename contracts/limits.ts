/** 内部时限: limits that no law sets, and their changes. */
import { z } from 'zod';
import { instantSchema, safeString, textSchema } from './common.ts';

const budget = z.object({ amount: z.number().int(), unit: z.enum(['working-day', 'calendar-day', 'hour', 'month', 'year']) });
export const limitSchema = z.object({
  process: z.string(), processName: textSchema, clock: z.string(), name: textSchema, standard: budget, inForce: budget,
  /** Counts the changes; 0 = as in the definition. */
  version: z.number().int(),
}).meta({ id: 'InternalLimit' });
export type LimitView = z.infer<typeof limitSchema>;
export const limitListSchema = z.object({ items: z.array(limitSchema), /** Whether the viewer may change them. */ changeable: z.boolean() }).meta({ id: 'InternalLimitList' });
export const changeLimitSchema = z.strictObject({
  amount: z.number().int().min(1).max(10_000), unit: budget.shape.unit, reason: safeString(500).trim().min(1),
  /** The version that was looked at: what somebody else changed meanwhile is not overwritten unseen. */
  version: z.number().int().min(0).max(1_000_000),
});
export const limitChangeSchema = z.object({ version: z.number().int(), old: budget, new: budget, reason: z.string(), by: z.string(), at: instantSchema }).meta({ id: 'InternalLimitChange' });
export const limitHistorySchema = z.object({ items: z.array(limitChangeSchema) }).meta({ id: 'InternalLimitHistory' });
export const clockParamsSchema = z.object({ process: z.string().regex(/^[a-z][a-z0-9-]{0,79}$/), clock: z.string().regex(/^[a-z][A-Za-z0-9]{0,79}$/) });
