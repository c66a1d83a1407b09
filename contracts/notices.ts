/** 公示 with objections (异议). */
import { z } from 'zod';
import { instantSchema, safeString, type Text } from './common.ts';
import { publicationSchema } from './people.ts';

const words = (max: number) => safeString(max).trim().min(1);

export const publicationViewSchema = publicationSchema.extend({ caseId: z.string() }).meta({ id: 'PublicationView' });

export const objectionSchema = z.object({
  id: z.string(), publication: z.string(), name: z.string(), contact: z.string().nullable(), grounds: z.string(), filedAt: instantSchema,
  status: z.enum(['open', 'upheld', 'rejected']), handledAt: instantSchema.nullable(), handledBy: z.string().nullable(), reply: z.string().nullable(),
}).meta({ id: 'Objection' });
export type Objection = z.infer<typeof objectionSchema>;
export const objectionListSchema = z.object({ items: z.array(objectionSchema), /** Whether the viewer may handle them. */ handles: z.boolean() }).meta({ id: 'ObjectionList' });
/** 实名异议: under the name of the account, with a way to answer. */
export const newObjectionSchema = z.strictObject({ grounds: words(5_000), contact: words(100) });
export const handleObjectionSchema = z.strictObject({ decision: z.enum(['upheld', 'rejected']), reply: words(5_000) });

export const objectionNames = {
  open: { zh: '待处理', en: 'Open' }, upheld: { zh: '异议成立', en: 'Upheld' }, rejected: { zh: '异议不成立', en: 'Rejected' },
} as const satisfies Record<Objection['status'], Text>;
