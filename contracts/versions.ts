/** Versions of processes, what differs between them, and the migration of running cases. */
import { z } from 'zod';
import { caseIdSchema, cursorSchema, instantSchema, daySchema, pageOf, safeString, textSchema } from './common.ts';

export const versionSchema = z.object({
  version: z.number().int(), hash: z.string(), registeredAt: instantSchema,
  /** New cases start with this one. */
  latest: z.boolean(),
  /** Cases that run on it, counted to 10,000; null for whoever does not administer. */
  running: z.number().int().nullable(),
}).meta({ id: 'ProcessVersion' });
export const versionListSchema = z.object({ items: z.array(versionSchema) }).meta({ id: 'ProcessVersionList' });

const versionNumber = z.coerce.number().int().min(1).max(2_147_483_647);
export const diffQuerySchema = z.object({ from: versionNumber, to: versionNumber });
export const differenceSchema = z.object({
  area: z.enum(['process', 'role', 'party', 'field', 'step', 'flow', 'clock', 'outcome']),
  id: z.string(), name: textSchema,
  change: z.enum(['added', 'removed', 'changed']),
  /** Of something changed: what of it ("assignment", "form.opinion", "rule.0.budget"). */
  aspect: z.string().optional(),
  old: z.json().optional(), new: z.json().optional(),
  /** One sentence for people. */
  text: textSchema,
}).meta({ id: 'Difference' });
export const diffSchema = z.object({ process: z.string(), from: z.number().int(), to: z.number().int(), differences: z.array(differenceSchema) }).meta({ id: 'VersionDiff' });

const id = safeString(80).min(1);
const renames = z.record(id, id.nullable()).refine((map) => Object.keys(map).length <= 2_000, { error: 'too-large' });
export const mappingSchema = z.strictObject({
  /** Old id → new id; what is not named keeps its id. null: it is given up (a timer; a limit that ends; a field that is no longer shown). */
  steps: renames.optional(), clocks: renames.optional(), fields: renames.optional(),
  /** Running clocks, by their old ids, that go over to the limit of the new version. The others keep the one with which they started. */
  newRules: z.array(id).max(500).optional(),
}).meta({ id: 'MigrationMapping' });

export const requestMigrationSchema = z.strictObject({
  from: z.number().int().min(1).max(2_147_483_647), to: z.number().int().min(1).max(2_147_483_647),
  mapping: mappingSchema.default({}),
  reason: safeString(2_000).refine((s) => s.trim() !== '', { error: 'too-small' }),
  /** Tells for each case what would happen, and changes nothing. */
  dryRun: z.boolean(),
}).meta({ id: 'RequestMigration' });

export const walkOutcomeSchema = z.enum(['pending', 'done', 'unchanged', 'refused', 'skipped', 'unanswered']);
export const walkCountsSchema = z.object({
  pending: z.number().int(), done: z.number().int(), unchanged: z.number().int(), refused: z.number().int(), skipped: z.number().int(), unanswered: z.number().int(),
});

const migrationBase = z.object({
  id: z.uuid(), process: z.string(), from: z.number().int(), to: z.number().int(), dryRun: z.boolean(), reason: z.string(),
  requestedBy: z.object({ id: z.string(), name: z.string() }), requestedAt: instantSchema,
  /** Cases that ran on the old version when it began; null until they are counted. */
  total: z.number().int().nullable(),
  finishedAt: instantSchema.nullable(),
});

export const migrationResultSchema = z.object({
  caseId: caseIdSchema, number: z.string().nullable(),
  /** done: migrated, or can be. skipped: closed or moved on by itself. unanswered: the case did not answer in time; it may still go over. */
  outcome: walkOutcomeSchema, at: instantSchema.nullable(),
  refusals: z.array(z.object({ code: z.string(), at: z.string(), count: z.number().int(), text: textSchema })),
  clocks: z.array(z.object({ clockNo: z.number().int(), clock: z.string(), name: textSchema, oldLimit: textSchema, limit: textSchema, oldDueDay: daySchema, dueDay: daySchema })),
  /** Clocks that end, and those that are overdue at once under their new limit. */
  ended: z.array(textSchema), missed: z.array(textSchema),
  /** Open tasks that go over to another post. */
  posts: z.array(z.object({ task: z.number().int(), name: textSchema, poolName: textSchema })),
}).meta({ id: 'MigrationResult' });
export type MigrationResult = z.infer<typeof migrationResultSchema>;

export const migrationSchema = migrationBase.extend({
  mapping: mappingSchema, counts: walkCountsSchema, results: pageOf(migrationResultSchema),
}).meta({ id: 'Migration' });
export type Migration = z.infer<typeof migrationSchema>;
export const migrationListSchema = pageOf(migrationBase).meta({ id: 'MigrationList' });
export const migrationReceiptSchema = migrationBase.meta({ id: 'MigrationReceipt' });
export type MigrationReceipt = z.infer<typeof migrationReceiptSchema>;

export const migrationQuerySchema = z.object({
  cursor: cursorSchema.optional(), limit: z.coerce.number().int().min(1).max(200).default(50),
  /** Only results of this outcome. */
  outcome: walkOutcomeSchema.optional(),
});
