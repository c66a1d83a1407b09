/** 专家库, 随机抽取, 评审组. */
import { z } from 'zod';
import { offerSchema } from './actions.ts';
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
  id: z.string(), agencyName: textSchema,
  /** null as long as nothing of the case has been published: it may name an applicant. */
  subject: z.string().nullable(), plan: z.object({ strata: z.array(z.object({ field: z.string(), seats: z.number().int() })) }),
  candidates: z.array(z.object({ expert: z.string(), fields: z.array(z.string()) })), listHash: z.string(), commitment: z.string(), committedAt: instantSchema,
  /** null before they are shown. */
  nonce: z.string().nullable(), word: z.string().nullable(), seed: z.string().nullable(), revealedAt: instantSchema.nullable(),
  order: z.array(z.array(z.string())).nullable(), declined: z.array(z.object({ expert: z.string(), kind: z.enum(['refused', 'recused']) })),
  /** What does not fit; empty where everything does. Repeat it yourself: domain/panels/draw.ts. */
  findings: z.array(z.enum(['order', 'list', 'commitment', 'seed'])),
}).meta({ id: 'DrawProof' });
export type DrawProof = z.infer<typeof drawProofSchema>;
const seated = z.object({ field: z.string(), expert: z.string(), name: z.string(), employer: z.string() });
export const drawSchema = z.object({
  id: z.string(), caseId: z.string(), subject: z.string(), agencyName: textSchema, committedAt: instantSchema, commitment: z.string(), revealedAt: instantSchema.nullable(), witness: z.string().nullable(),
  strata: z.array(z.object({ field: z.string(), seats: z.number().int() })),
  /** The list as it was fixed: who could be drawn. */
  candidates: z.array(z.object({ expert: z.string(), name: z.string(), employer: z.string(), fields: z.array(z.string()) })),
  excluded: z.array(z.object({ name: z.string(), reasons: z.array(textSchema) })),
  seats: z.array(seated.extend({ /** Whether they can sign in and score. */ account: z.boolean(), acceptedAt: instantSchema.nullable() })).nullable(),
  vacant: z.array(z.object({ field: z.string(), seats: z.number().int() })),
  declined: z.array(z.object({ name: z.string(), kind: z.enum(['refused', 'recused']), reason: z.string(), at: instantSchema })),
  /** reveal, decline. */
  offers: z.array(offerSchema),
}).meta({ id: 'Draw' });
export type DrawView = z.infer<typeof drawSchema>;
export const drawListSchema = z.object({ items: z.array(drawSchema) }).meta({ id: 'DrawList' });
export const revealSchema = z.strictObject({ /** Whatever comes to mind. */ word: words(200) });
export const declineSchema = z.strictObject({ expert: z.uuid(), kind: z.enum(['refused', 'recused']), reason: words(500) });

/** A seat, as the expert who was drawn for it sees it. */
export const invitationSchema = z.object({
  draw: z.string(), subject: z.string(), agencyName: textSchema, field: z.string(), drawnAt: instantSchema, answer: z.enum(['accepted', 'refused', 'recused']).nullable(),
}).meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof invitationSchema>;
export const answerSchema = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('accepted') }),
  z.strictObject({ answer: z.enum(['refused', 'recused']), reason: words(500) }),
]);

export const panelIdSchema = drawIdSchema;
const hundredths = z.number().int().min(0).max(1_000_000_000);
export const sheetSchema = z.object({ member: z.string(), applicant: z.string(), version: z.number().int(), scores: z.record(z.string(), z.number()), comment: z.string().nullable(), at: instantSchema });
const tieRuleSchema = z.union([z.object({ by: z.literal('criterion'), criterion: z.string() }), z.object({ by: z.enum(['untrimmed-mean', 'lowest-sheet']) })]);
export const panelSchema = z.object({
  id: z.string(), caseId: z.string(), name: textSchema, agencyName: textSchema, openedAt: instantSchema, closedAt: instantSchema.nullable(),
  criteria: z.array(z.object({ id: z.string(), name: textSchema, max: z.number().int(), weight: z.number().int() })),
  /** How the ranking is made. */
  rules: z.object({ trim: z.number().int(), quorum: z.number().int(), places: z.number().int(), threshold: z.number().int().nullable(), outlier: z.number().int().nullable(), ties: z.array(tieRuleSchema) }),
  applicants: z.array(z.object({ id: z.string(), name: z.string(), /** 回避 */ recused: z.boolean(), sheets: z.number().int() })),
  members: z.array(z.object({ id: z.string(), name: z.string(), account: z.boolean(), handedIn: z.number().int(), recusedFrom: z.array(z.string()) })),
  /** 回避 declared after the panel was opened. */
  recusals: z.array(z.object({ member: z.string(), applicant: z.string(), reason: z.string(), at: instantSchema, by: z.string() })),
  /** The viewer's own while it is open; all that count when it is closed, for those who run it. */
  sheets: z.array(sheetSchema),
  result: z.object({
    ranking: z.array(z.object({ applicant: z.string(), name: z.string(), rank: z.number().int().nullable(), score: z.number().nullable(), exact: z.string().nullable(), status: z.string(), why: textSchema,
      counted: z.array(z.string()), dropped: z.array(z.object({ member: z.string(), end: z.enum(['highest', 'lowest']) })), outliers: z.array(z.object({ member: z.string(), total: z.number(), median: z.number() })),
      tie: z.object({ with: z.array(z.string()), brokenBy: tieRuleSchema.nullable() }).nullable() })),
    awarded: z.array(z.string()), vacant: z.number().int(), digest: z.string(),
  }).nullable(),
  /** Who the viewer is on it; null = no member. */
  member: z.string().nullable(),
  /** close, recuse. */
  offers: z.array(offerSchema),
}).meta({ id: 'Panel' });
export type PanelView = z.infer<typeof panelSchema>;
export const panelLineSchema = panelSchema.pick({ id: true, caseId: true, name: true, agencyName: true, openedAt: true, closedAt: true }).extend({ /** Sheets that stand, of those that are to come: of the viewer, or of all members. */ sheets: z.number().int(), asked: z.number().int() });
export type PanelLine = z.infer<typeof panelLineSchema>;
export const panelListSchema = z.object({ items: z.array(panelLineSchema) }).meta({ id: 'PanelList' });
/** Points in hundredths. */
export const newSheetSchema = z.strictObject({ applicant: words(200), scores: z.record(z.string().max(40), hundredths), comment: words(2_000).optional() });
/** `member` absent: oneself. */
export const recuseSchema = z.strictObject({ applicant: words(200), member: words(200).optional(), reason: words(500) });

/** 我的评审: what somebody has to do with draws and panels; all empty for whoever has nothing to do with them. */
export const reviewsSchema = z.object({
  /** Seats for which the viewer was drawn, while no panel has been opened. */
  invitations: z.array(invitationSchema),
  /** Panels on which the viewer sits. */
  scoring: z.array(panelLineSchema),
  /** Draws that wait for a witness, which the viewer may be. */
  witnessing: z.array(drawSchema.pick({ id: true, caseId: true, subject: true, agencyName: true, committedAt: true })),
  /** Panels that the viewer runs or supervises. */
  running: z.array(panelLineSchema),
}).meta({ id: 'Reviews' });
export type Reviews = z.infer<typeof reviewsSchema>;
