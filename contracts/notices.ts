/** 公示 with objections (异议). */
import { z } from 'zod';
import { instantSchema, safeString, textSchema, type Text } from './common.ts';
import { publicationSchema } from './people.ts';
import { isPhone } from '../domain/model/identifiers.ts';

const words = (max: number) => safeString(max).trim().min(1);

export const publicationViewSchema = publicationSchema.extend({
  caseId: z.string(),
  /** 随机抽取 of the same case, each of which anybody can repeat. */
  draws: z.array(z.object({ id: z.string(), subject: z.string(), committedAt: instantSchema, revealedAt: instantSchema.nullable() })),
}).meta({ id: 'PublicationView' });
export type PublicationView = z.infer<typeof publicationViewSchema>;

const statusSchema = z.enum(['open', 'upheld', 'rejected', 'refused']);
export type ObjectionStatus = z.infer<typeof statusSchema>;

/** As the agency, its supervisors and the objector see it. */
export const objectionSchema = z.object({
  id: z.string(), number: z.string(), publication: z.string(), name: z.string(), contact: z.string().nullable(), grounds: z.string(), filedAt: instantSchema,
  status: statusSchema, handledAt: instantSchema.nullable(), handledBy: z.string().nullable(), reply: z.string().nullable(),
  /** Filed by an account; otherwise the name is what somebody wrote, and the agency has to ask. */
  registered: z.boolean(),
  /** The viewer's own, which they do not handle. */
  mine: z.boolean(),
}).meta({ id: 'Objection' });
export type Objection = z.infer<typeof objectionSchema>;
export const objectionListSchema = z.object({ items: z.array(objectionSchema), /** Whether the viewer may handle them. */ handles: z.boolean() }).meta({ id: 'ObjectionList' });
/** 实名异议: under the name of the account, with a way to answer. */
export const newObjectionSchema = z.strictObject({ grounds: words(5_000), contact: words(100) });
export const handleObjectionSchema = z.strictObject({ decision: z.enum(['upheld', 'rejected', 'refused']), reply: words(5_000) });

const email = /^[^\s@]{1,64}@[^\s@]+\.[^\s@.]{2,}$/;
/** Somebody who has no account can be asked and answered only by telephone or e-mail. */
export const isReachable = (contact: string): boolean => isPhone(contact.replace(/\s/g, '')) || email.test(contact.trim());
/** The same without an account: a name of at least two characters. */
export const unregisteredObjectionSchema = z.strictObject({
  name: safeString(60).trim().min(2), contact: words(100).refine(isReachable, { error: 'contact' }), grounds: words(5_000),
});
/** 异议回执. `code`: shown this once; without it nobody reads the answer. */
export const objectionReceiptSchema = z.object({ number: z.string(), code: z.string(), publication: z.string(), filedAt: instantSchema }).meta({ id: 'ObjectionReceipt' });
export type ObjectionReceipt = z.infer<typeof objectionReceiptSchema>;
export const objectionLookupSchema = z.strictObject({ number: words(40), code: words(40) });

/** An objection as whoever filed it follows it: what was filed, to what, and the answer with its date and who is responsible. No name, no contact. */
export const ownObjectionSchema = z.object({
  number: z.string(), publication: z.string(), title: textSchema, agencyName: textSchema, grounds: z.string(), filedAt: instantSchema,
  status: statusSchema, handledAt: instantSchema.nullable(), handledBy: z.string().nullable(), reply: z.string().nullable(),
}).meta({ id: 'OwnObjection' });
export type OwnObjection = z.infer<typeof ownObjectionSchema>;
export const ownObjectionListSchema = z.object({ items: z.array(ownObjectionSchema) }).meta({ id: 'OwnObjectionList' });

export const objectionNames = {
  open: { zh: '待处理', en: 'Open' }, upheld: { zh: '异议成立', en: 'Upheld' }, rejected: { zh: '异议不成立', en: 'Rejected' }, refused: { zh: '不予受理', en: 'Not taken up' },
} as const satisfies Record<ObjectionStatus, Text>;
