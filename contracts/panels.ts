/** 专家库, 随机抽取, 评审组. */
import { z } from 'zod';
import { daySchema, instantSchema, pageOf, pageQuerySchema, safeString, textSchema } from './common.ts';
import { usccSchema } from './enterprises.ts';
import { isPhone, isRegion } from '../domain/model/identifiers.ts';

const words = (max: number) => safeString(max).trim().min(1);

export const expertSchema = z.object({
  id: z.string(), name: z.string(), title: z.string().nullable(), employer: z.string(), employerUscc: z.string().nullable(), region: z.string(), fields: z.array(z.string()),
  phone: z.string().nullable(), person: z.string().nullable(), active: z.boolean(),
  kin: z.array(z.object({ name: z.string(), relation: z.string(), uscc: z.string().optional() })),
  advised: z.array(z.object({ name: z.string(), uscc: z.string().optional(), until: daySchema.nullable() })),
}).meta({ id: 'Expert' });
export type ExpertView = z.infer<typeof expertSchema>;
export const listExpertsQuerySchema = pageQuerySchema.extend({ field: safeString(80).optional(), active: z.enum(['true', 'false']).optional() });
export const expertListSchema = pageOf(expertSchema).meta({ id: 'ExpertList' });
export const keepExpertSchema = z.strictObject({
  name: words(80), title: words(80).nullable(), employer: words(200), employerUscc: usccSchema.nullable(), region: z.string().refine(isRegion, { error: 'region' }),
  fields: z.array(words(80)).min(1).max(20), phone: z.string().refine(isPhone, { error: 'phone' }).nullable(), person: words(200).nullable(), active: z.boolean(),
  kin: z.array(z.strictObject({ name: words(200), relation: words(40), uscc: usccSchema.optional() })).max(50),
  advised: z.array(z.strictObject({ name: words(200), uscc: usccSchema.optional(), until: daySchema.nullable() })).max(100),
});

export const drawIdSchema = z.string().regex(/^[0-9a-f-]{36}:j\d{1,10}$/);
/** What anybody may know of a draw and needs to repeat it: experts by number, no names. */
export const drawProofSchema = z.object({
  id: z.string(), subject: z.string(), plan: z.object({ strata: z.array(z.object({ field: z.string(), seats: z.number().int() })) }),
  candidates: z.array(z.object({ expert: z.string(), fields: z.array(z.string()) })), listHash: z.string(), commitment: z.string(), committedAt: instantSchema,
  /** null before they are shown. */
  nonce: z.string().nullable(), word: z.string().nullable(), seed: z.string().nullable(), revealedAt: instantSchema.nullable(),
  order: z.array(z.array(z.string())).nullable(), declined: z.array(z.object({ expert: z.string(), kind: z.enum(['refused', 'recused']) })),
  /** What does not fit; empty where everything does. Repeat it yourself: domain/panels/draw.ts. */
  findings: z.array(z.enum(['order', 'list', 'commitment', 'seed'])),
}).meta({ id: 'DrawProof' });
export const drawSchema = z.object({
  id: z.string(), caseId: z.string(), subject: z.string(), agencyName: textSchema, committedAt: instantSchema, commitment: z.string(), revealedAt: instantSchema.nullable(), witness: z.string().nullable(),
  candidates: z.number().int(), excluded: z.array(z.object({ name: z.string(), reasons: z.array(textSchema) })),
  seats: z.array(z.object({ field: z.string(), expert: z.string(), name: z.string(), employer: z.string() })).nullable(),
  vacant: z.array(z.object({ field: z.string(), seats: z.number().int() })),
  declined: z.array(z.object({ name: z.string(), kind: z.enum(['refused', 'recused']), reason: z.string(), at: instantSchema })),
  /** Whether the viewer may witness it now. */
  witnessable: z.boolean(),
}).meta({ id: 'Draw' });
export type DrawView = z.infer<typeof drawSchema>;
export const drawListSchema = z.object({ items: z.array(drawSchema) }).meta({ id: 'DrawList' });
export const revealSchema = z.strictObject({ /** Whatever comes to mind. */ word: words(200) });
export const declineSchema = z.strictObject({ expert: z.uuid(), kind: z.enum(['refused', 'recused']), reason: words(500) });

export const panelIdSchema = drawIdSchema;
const hundredths = z.number().int().min(0).max(1_000_000_000);
export const sheetSchema = z.object({ member: z.string(), applicant: z.string(), version: z.number().int(), scores: z.record(z.string(), z.number()), comment: z.string().nullable(), at: instantSchema });
export const panelSchema = z.object({
  id: z.string(), caseId: z.string(), name: textSchema, agencyName: textSchema, openedAt: instantSchema, closedAt: instantSchema.nullable(),
  criteria: z.array(z.object({ id: z.string(), name: textSchema, max: z.number().int(), weight: z.number().int() })),
  applicants: z.array(z.object({ id: z.string(), name: z.string(), /** 回避 */ recused: z.boolean(), sheets: z.number().int() })),
  members: z.array(z.object({ id: z.string(), name: z.string(), handedIn: z.number().int() })),
  /** The viewer's own while it is open; all of them when it is closed, for those who run it. */
  sheets: z.array(sheetSchema),
  result: z.object({
    ranking: z.array(z.object({ applicant: z.string(), name: z.string(), rank: z.number().int().nullable(), score: z.number().nullable(), exact: z.string().nullable(), status: z.string(), why: textSchema,
      counted: z.array(z.string()), dropped: z.array(z.object({ member: z.string(), end: z.enum(['highest', 'lowest']) })), outliers: z.array(z.object({ member: z.string(), total: z.number(), median: z.number() })) })),
    awarded: z.array(z.string()), vacant: z.number().int(), digest: z.string(),
  }).nullable(),
  mine: z.boolean(), runnable: z.boolean(),
}).meta({ id: 'Panel' });
export type PanelView = z.infer<typeof panelSchema>;
export const panelListSchema = z.object({ items: z.array(panelSchema.pick({ id: true, caseId: true, name: true, agencyName: true, openedAt: true, closedAt: true })) }).meta({ id: 'PanelList' });
/** Points in hundredths. */
export const newSheetSchema = z.strictObject({ applicant: words(200), scores: z.record(z.string().max(40), hundredths), comment: words(2_000).optional() });
