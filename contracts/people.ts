import { z } from 'zod';
import { formFieldSchema } from './cases.ts';
import { pageQuerySchema, textSchema } from './common.ts';

/** The signed-in person as the API sees them. */
export const meSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** What the console opens with. */
  kind: z.enum(['officer', 'enterprise', 'citizen', 'supervisor', 'administrator']),
  posts: z.array(z.object({ role: z.string(), roleName: textSchema, agency: z.string(), agencyName: textSchema })),
  enterprise: z.object({ uscc: z.string(), name: z.string() }).nullable(),
  /** Whether there is a fund that concerns them. */
  seesFunds: z.boolean(),
  /** Whether they maintain the register of experts (专家库). */
  keepsExperts: z.boolean(),
}).meta({ id: 'Me' });
export type Me = z.infer<typeof meSchema>;

export const processSummarySchema = z.object({
  key: z.string(), version: z.number().int(), hash: z.string(), name: textSchema, summary: textSchema,
  /** Whether the viewer may start one. */
  startable: z.boolean(),
}).meta({ id: 'ProcessSummary' });
export type ProcessSummary = z.infer<typeof processSummarySchema>;
export const processListSchema = z.object({ items: z.array(processSummarySchema) }).meta({ id: 'ProcessList' });
export const processViewSchema = processSummarySchema.extend({
  startForm: z.array(formFieldSchema),
  /** Messages that start a case of it, each with what it has to bring. */
  starts: z.array(z.object({ message: z.string(), name: textSchema, form: z.array(formFieldSchema) })),
  /** Agencies that may receive a case. */
  agencies: z.array(z.object({ id: z.string(), name: textSchema, region: z.string() })),
  outcomes: z.array(z.object({ id: z.string(), name: textSchema })),
}).meta({ id: 'ProcessView' });
export type ProcessView = z.infer<typeof processViewSchema>;

/** 站内消息 to a person, post or party. */
export const noticeSchema = z.object({
  id: z.string(), caseId: z.string(), caseTitle: z.string(), subject: textSchema, body: textSchema,
  at: z.iso.datetime(), readAt: z.iso.datetime().nullable(),
  /** 公示 to which it leads: an objection was filed to it. */
  publication: z.string().nullable(),
  /** The viewer objected to it, and this tells of the answer. */
  answered: z.boolean(),
}).meta({ id: 'Notice' });
export type Notice = z.infer<typeof noticeSchema>;
export const noticeListSchema = z.object({ items: z.array(noticeSchema), next: z.string().nullable(), unread: z.number().int() }).meta({ id: 'NoticeList' });

/** 公示: what is published of a case, without sign-in. */
export const publicationSchema = z.object({
  id: z.string(), kind: z.string(), title: textSchema, agencyName: textSchema, publishedAt: z.iso.datetime(),
  facts: z.array(z.object({ label: textSchema, value: z.string() })),
  /** 撤回、期满: no longer public; then without facts. */
  ended: z.object({ kind: z.enum(['withdrawn', 'over']), on: z.iso.date(), why: z.string().nullable() }).nullable(),
  /** 公示期: null where it only informs. `objections`: how many there are and how they stand; nobody's name. */
  period: z.object({
    lastDay: z.iso.date(), closesAt: z.iso.datetime(), open: z.boolean(), settled: z.boolean(),
    objections: z.object({ open: z.number().int(), upheld: z.number().int(), rejected: z.number().int() }),
  }).nullable(),
}).meta({ id: 'Publication' });
export type Publication = z.infer<typeof publicationSchema>;
/** `open`: only those that take objections now. */
export const listPublicationsQuerySchema = pageQuerySchema.extend({ open: z.enum(['true']).optional() });
export const publicationListSchema = z.object({ items: z.array(publicationSchema), next: z.string().nullable() }).meta({ id: 'PublicationList' });

/** What a browser needs to sign in (OpenID Connect, authorization code with PKCE). */
export const signInSchema = z.object({ issuer: z.string(), clientId: z.string(), scope: z.string() }).meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof signInSchema>;
