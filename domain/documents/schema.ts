/** The shape of a template of documents that comes from outside. */
import { z } from 'zod';
import { agencyRefSchema, feelSchema, textSchema } from '../model/schema-parts.ts';
import type { DocumentTemplate } from './types.ts';

const opt = z.exactOptional;
const pattern = z.string().max(20_000);
const align = opt(z.enum(['left', 'center', 'right']));
const when = opt(z.string());
const cell = z.strictObject({ text: pattern, label: opt(z.boolean()), span: opt(z.number()), rows: opt(z.number()), upright: opt(z.boolean()), align });
const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), text: pattern, indent: opt(z.boolean()), align, bold: opt(z.boolean()), small: opt(z.boolean()), when }),
  z.strictObject({ kind: z.literal('heading'), text: pattern, when }),
  z.strictObject({
    kind: z.literal('table'), widths: z.array(z.number()).readonly(), head: opt(z.number()), small: opt(z.boolean()), when,
    rows: z.array(z.strictObject({ cells: z.array(cell).readonly(), lines: opt(z.number()), each: opt(z.string()) })).readonly(),
  }),
  z.strictObject({ kind: z.literal('attachments'), items: z.array(pattern).readonly(), when }),
  z.strictObject({ kind: z.literal('lines'), items: z.array(pattern).readonly(), when }),
  z.strictObject({ kind: z.literal('signature'), when }),
  z.strictObject({ kind: z.literal('note'), text: pattern, when }),
  z.strictObject({ kind: z.literal('imprint'), copies: opt(pattern), when }),
]);

export const documentTemplateSchema = z.strictObject({
  title: textSchema, heading: opt(pattern),
  number: opt(z.strictObject({ word: z.string(), ordinal: opt(z.boolean()) })),
  issuer: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('agency'), agency: agencyRefSchema }), z.strictObject({ kind: z.literal('party'), party: z.string() })]),
  letterhead: opt(z.boolean()),
  upward: opt(z.boolean()),
  to: z.array(z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('party'), party: z.string(), name: z.string() }),
    z.strictObject({ kind: z.literal('initiator'), name: z.string() }),
    z.strictObject({ kind: z.literal('agency'), agency: agencyRefSchema, name: z.string() }),
    z.strictObject({ kind: z.literal('other'), name: z.string() }),
  ])).readonly(),
  values: z.record(z.string(), feelSchema),
  addressee: opt(pattern), blocks: z.array(block).readonly(), numerals: opt(z.enum(['hanzi', 'arabic'])), sealed: opt(z.boolean()),
  served: opt(z.strictObject({ on: opt(z.string()), way: opt(z.string()) })),
  listsEvidence: opt(z.boolean()), internal: opt(z.boolean()),
}) satisfies z.ZodType<DocumentTemplate>;
