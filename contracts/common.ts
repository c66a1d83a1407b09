/** Shapes that all routes share. All instants are ISO 8601 UTC; all days are civil dates of China Standard Time. */
import { z } from 'zod';

export const textSchema = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Text' });
export type Text = z.infer<typeof textSchema>;
export const instantSchema = z.iso.datetime();
export const daySchema = z.iso.date();

/** Text that Postgres jsonb and canonical JSON can both hold: no NUL, no lone surrogate. */
export const safeString = (max: number) =>
  z.string().max(max).refine((s) => !s.includes('\u0000') && s.isWellFormed(), { error: 'characters' });

export const caseIdSchema = z.uuid();
export const cursorSchema = z.string().max(500);
export const idempotencyKeySchema = z.string().regex(/^[\x21-\x7e]{1,200}$/);

/** 期限: an amount of working days, calendar days, hours, months or years. */
export const budgetSchema = z.strictObject({ amount: z.number().int().min(1).max(3_650), unit: z.enum(['working-day', 'calendar-day', 'hour', 'month', 'year']) });

export const pageQuerySchema = z.object({
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** Case data as sent by a client. Each value is checked against its field by the engine. */
export const dataSchema = z.record(z.string().max(80), z.json());
