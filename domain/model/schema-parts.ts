/** Shapes that definitions and documents share. */
import { z } from 'zod';
import type { Text } from '../text.ts';
import type { AgencyRef, Assignment } from './types.ts';

export const textSchema = z.strictObject({ zh: z.string().max(20_000), en: z.string().max(20_000) }) satisfies z.ZodType<Text>;
export const feelSchema = z.string().max(10_000);
export const agencyRefSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('handling') }),
  z.strictObject({ kind: z.literal('fixed'), agency: z.string() }),
  z.strictObject({ kind: z.literal('data'), field: z.string() }),
]) satisfies z.ZodType<AgencyRef>;
export const assignmentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('office'), role: z.string(), agency: agencyRefSchema }),
  z.strictObject({ kind: z.literal('party'), party: z.string() }),
  z.strictObject({ kind: z.literal('pool'), pool: feelSchema }),
]) satisfies z.ZodType<Assignment>;
