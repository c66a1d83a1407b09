/** Working together: colleagues, substitutes, and doing the same to many tasks at once. */
import { z } from 'zod';
import { caseIdSchema, daySchema, instantSchema, safeString, textSchema } from './common.ts';
import { problemSchema } from './problems.ts';

const reason = safeString(2000).trim().min(1);
const personId = safeString(200).min(1);

/** Somebody to whom a task can be handed. `takes`: may take it themselves (转办); otherwise they can be asked to prepare it (委派). */
export const colleagueSchema = z.object({ id: z.string(), name: z.string(), posts: z.array(textSchema), takes: z.boolean() }).meta({ id: 'Colleague' });
export type Colleague = z.infer<typeof colleagueSchema>;
export const colleagueListSchema = z.object({ items: z.array(colleagueSchema) }).meta({ id: 'ColleagueList' });

/** 代理: `absent` is away from one day through another (China time); `substitute` acts in their stead. */
export const newSubstitutionSchema = z.strictObject({
  /** Oneself where absent; somebody of one's agency where one heads it. */
  absent: personId.optional(), substitute: personId, fromDay: daySchema, untilDay: daySchema, reason,
}).refine((s) => s.fromDay <= s.untilDay, { error: 'too-small', path: ['untilDay'] }).meta({ id: 'NewSubstitution' });
export const substitutionSchema = z.object({
  id: z.uuid(), absent: z.object({ id: z.string(), name: z.string() }), substitute: z.object({ id: z.string(), name: z.string() }), fromDay: daySchema, untilDay: daySchema,
  reason: z.string(), madeAt: instantSchema, revokedAt: instantSchema.nullable(), state: z.enum(['coming', 'in-force', 'over', 'revoked']),
}).meta({ id: 'Substitution' });
export type Substitution = z.infer<typeof substitutionSchema>;
export const substitutionListSchema = z.object({ items: z.array(substitutionSchema) }).meta({ id: 'SubstitutionList' });

/** What became of each of many tasks. One refusal stops none of the others. */
export const bulkResultSchema = z.object({
  done: z.number().int(),
  items: z.array(z.object({ caseId: caseIdSchema, task: z.number().int(), status: z.enum(['done', 'accepted', 'refused']), problem: problemSchema.optional() })),
  /** There were more than one request takes: ask again. */
  more: z.boolean(),
}).meta({ id: 'BulkResult' });
export type BulkResult = z.infer<typeof bulkResultSchema>;

export const bulkLimit = 100;
const items = z.array(z.strictObject({ caseId: caseIdSchema, task: z.number().int().min(0).max(2_147_483_647) })).min(1).max(bulkLimit);
export const bulkSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('claim'), items }),
  z.strictObject({ action: z.literal('release'), items }),
  z.strictObject({ action: z.literal('complete'), items, outcome: z.string().max(80), comment: safeString(2000).optional() }),
  z.strictObject({ action: z.literal('transfer'), items, to: personId, reason }),
]).meta({ id: 'Bulk' });

/** 离职转办: all that one person has claimed, to another. */
export const handoverSchema = z.strictObject({ from: personId, to: personId, reason }).meta({ id: 'Handover' });
