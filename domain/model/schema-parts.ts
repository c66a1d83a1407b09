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
const office = z.strictObject({ kind: z.literal('office'), role: z.string(), agency: agencyRefSchema });
const pool = z.strictObject({ kind: z.literal('pool'), pool: feelSchema });
/** Whoever stands in for a party is a post, never another party: so the shape ends. */
export const assignmentSchema = z.discriminatedUnion('kind', [
  office, z.strictObject({ kind: z.literal('party'), party: z.string(), otherwise: z.exactOptional(z.discriminatedUnion('kind', [office, pool])) }), pool,
]) satisfies z.ZodType<Assignment>;
