/** 企业名录 and 质量信用记录. */
import { z } from 'zod';
import { enterpriseMembers } from '../domain/enterprises/correction.ts';
import { creditKinds } from '../domain/enterprises/types.ts';
import { isRegion, isPhone, isUscc } from '../domain/model/identifiers.ts';
import { daySchema, instantSchema, pageOf, pageQuerySchema, safeString, textSchema } from './common.ts';
import { caseSummarySchema } from './cases.ts';
import { regionCodeSchema } from './register.ts';

export const usccSchema = z.string().refine(isUscc, { error: 'uscc' });

export const enterpriseSummarySchema = z.object({
  uscc: z.string(), name: z.string(), region: z.string(), regionName: textSchema.nullable(), industry: z.string().nullable(),
  /** Where the entry comes from. */
  origin: z.enum(['case', 'sign-in', 'administrator']), updatedAt: instantSchema,
}).meta({ id: 'EnterpriseSummary' });
export type EnterpriseSummary = z.infer<typeof enterpriseSummarySchema>;
/** `region`: a region and all below it. */
export const listEnterprisesQuerySchema = pageQuerySchema.extend({ q: safeString(100).optional(), region: regionCodeSchema.optional() });
export const enterpriseListSchema = pageOf(enterpriseSummarySchema).meta({ id: 'EnterpriseList' });

export const enterpriseSchema = enterpriseSummarySchema.extend({
  /** Masked (张**, 138****8001) for whoever has no need to know them. */
  contacts: z.array(z.object({ name: z.string(), phone: z.string(), duty: z.string().optional() })),
  contactsMasked: z.boolean(),
  cases: z.object({ all: z.number().int(), open: z.number().int(), overdue: z.number().int(), recent: z.number().int() }),
  /** 风险提示, the gravest first; not shown to the enterprise. */
  hints: z.array(z.object({ code: z.string(), level: z.enum(['high', 'medium']), text: textSchema })),
  /** Whether the viewer may correct the entry. */
  editable: z.boolean(),
}).meta({ id: 'Enterprise' });
export type Enterprise = z.infer<typeof enterpriseSchema>;
export const enterpriseCasesSchema = pageOf(caseSummarySchema).meta({ id: 'EnterpriseCases' });

export const creditEntrySchema = z.object({
  id: z.string(), kind: z.enum(creditKinds), kindName: textSchema, adverse: z.boolean(), level: z.string().nullable(), title: textSchema,
  facts: z.array(z.object({ label: textSchema, value: z.string() })),
  caseId: z.string(), agencyName: textSchema, decidedOn: daySchema, publicFrom: daySchema.nullable(), publicUntil: daySchema.nullable(),
  standing: z.enum(['withdrawn', 'not-public', 'public', 'ended']), withdrawnWhy: z.string().nullable(), recordedAt: instantSchema,
}).meta({ id: 'CreditEntry' });
export type CreditEntryView = z.infer<typeof creditEntrySchema>;
export const creditFileSchema = pageOf(creditEntrySchema).meta({ id: 'CreditFile' });

const words = (max: number) => safeString(max).trim().min(1);
const phone = z.string().refine(isPhone, { error: 'phone' });
const opt = z.exactOptional;
const contactSchema = z.strictObject({ name: words(80), phone, duty: opt(words(80)) });
/** One that is there, by its place in the list that was looked at; what is absent stays, also where it was masked. */
const correctedContactSchema = z.strictObject({ stored: z.number().int().min(0).max(19), name: opt(words(80)), phone: opt(phone), duty: opt(words(80).nullable()) });
/** What is to be different: absent = as it is. An enterprise that is new needs name and region. */
export const keepEnterpriseSchema = z.strictObject({
  name: opt(words(200)), region: opt(z.string().refine(isRegion, { error: 'region' })), industry: opt(words(100).nullable()),
  /** Whoever is not in it is taken out. */
  contacts: opt(z.array(z.union([contactSchema, correctedContactSchema])).max(20)),
  /** `updatedAt` of the entry that was looked at; refused where it has been changed since. */
  seen: opt(instantSchema),
  reason: words(500),
}).refine(({ contacts, seen }) => seen !== undefined || !contacts?.some((c) => 'stored' in c), { error: 'contacts by their places need the entry that was looked at', path: ['seen'] });

export const enterpriseHistorySchema = z.object({
  items: z.array(z.object({ id: z.string(), at: instantSchema, by: z.string(), reason: z.string(), entered: z.boolean(), changed: z.array(z.enum(enterpriseMembers)) })),
}).meta({ id: 'EnterpriseHistory' });
