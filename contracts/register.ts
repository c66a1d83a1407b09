/** Agencies and regions (机关、行政区划). */
import { z } from 'zod';
import { safeString, textSchema } from './common.ts';

const kinds = ['market', 'police', 'procuratorate', 'government', 'department', 'inspection', 'technical', 'body'] as const;

export const regionCodeSchema = z.string().regex(/^\d{6}$/);
export const agencySchema = z.object({
  id: z.string(), name: textSchema, kind: z.enum(kinds), region: z.string(), regionName: textSchema.nullable(), superior: z.string().nullable(),
}).meta({ id: 'Agency' });
/** `region`: the region itself and all below it. */
export const listAgenciesQuerySchema = z.object({ kind: z.enum(kinds).optional(), region: regionCodeSchema.optional(), q: safeString(100).optional() });
export const agencyListSchema = z.object({ items: z.array(agencySchema) }).meta({ id: 'AgencyList' });
export type AgencyView = z.infer<typeof agencySchema>;

export const regionSchema = z.object({
  code: z.string(), name: textSchema, level: z.enum(['country', 'province', 'prefecture', 'county']), parent: z.string().nullable(),
}).meta({ id: 'Region' });
export const listRegionsQuerySchema = z.object({ parent: regionCodeSchema.optional() });
export const regionListSchema = z.object({ items: z.array(regionSchema) }).meta({ id: 'RegionList' });
