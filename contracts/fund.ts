/** 基金账. Money in fen (分). */
import { z } from 'zod';
import { caseIdSchema, instantSchema, pageOf, pageQuerySchema, textSchema } from './common.ts';

const fen = z.number().int();
export const fundIdSchema = z.string().regex(/^[a-z-]{1,40}$/);
export const fundSchema = z.object({
  id: z.string(), name: textSchema, agencyName: textSchema, ceiling: fen,
  /** 可用、已预留、已承诺、已拨付、已追回: together the ceiling. */
  available: fen, reserved: fen, committed: fen, disbursed: fen, recovered: fen, entries: z.number().int(),
}).meta({ id: 'Fund' });
export type FundView = z.infer<typeof fundSchema>;
export const fundListSchema = z.object({ items: z.array(fundSchema) }).meta({ id: 'FundList' });
export const listFundEntriesQuerySchema = pageQuerySchema.extend({ caseId: caseIdSchema.optional() });
export const fundEntrySchema = z.object({
  seq: z.number().int(), at: instantSchema, operation: z.enum(['open', 'reserve', 'commit', 'disburse', 'claw-back', 'release']), operationName: textSchema,
  debit: z.string(), credit: z.string(), amount: fen, note: z.string(), caseId: z.string().nullable(), caseNumber: z.string().nullable(), caseTitle: z.string().nullable(), hash: z.string(),
}).meta({ id: 'FundEntry' });
export type FundEntryView = z.infer<typeof fundEntrySchema>;
export const fundEntryListSchema = pageOf(fundEntrySchema).meta({ id: 'FundEntryList' });
export const fundAuditSchema = z.object({
  fund: z.string(), checkedAt: instantSchema, entries: z.number().int(), debits: fen, credits: fen, head: z.string(),
  sound: z.boolean(), findings: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
}).meta({ id: 'FundAudit' });
