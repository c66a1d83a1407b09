/** 办理动作: what a person may ask of a case or task. One table gives routes, request shapes and OpenAPI. */
import { z } from 'zod';
import { text, type Text } from '../domain/text.ts';
import { dataSchema, safeString } from './common.ts';

const reason = safeString(2000).trim().min(1);
const optionalText = safeString(2000).optional();

export const taskActions = {
  claim: { name: text('签收', 'Claim'), body: z.strictObject({}) },
  release: { name: text('退签', 'Release'), body: z.strictObject({}) },
  complete: {
    name: text('办理', 'Complete'),
    body: z.strictObject({ outcome: z.string().max(80), data: dataSchema.default({}), comment: optionalText }),
  },
} as const satisfies Record<string, { name: Text; body: z.ZodType }>;

export const caseActions = {
  comment: { name: text('批注', 'Comment'), body: z.strictObject({ text: reason }) },
  suspend: { name: text('中止', 'Suspend'), body: z.strictObject({ reason, basis: optionalText }) },
  resume: { name: text('恢复', 'Resume'), body: z.strictObject({ comment: optionalText }) },
  terminate: { name: text('终止', 'Terminate'), body: z.strictObject({ reason }) },
} as const satisfies Record<string, { name: Text; body: z.ZodType }>;

/** 会签, while a round is open at the step `node`. */
export const signingActions = {
  'change-vote': { name: text('改票', 'Change vote'), body: z.strictObject({ node: z.string().max(80), outcome: z.string().max(80), comment: optionalText }) },
  'add-signers': { name: text('加签', 'Add signers'), body: z.strictObject({ node: z.string().max(80), pools: z.array(z.string().max(120)).min(1).max(50), reason }) },
  'remove-signer': { name: text('减签', 'Remove signer'), body: z.strictObject({ node: z.string().max(80), seat: z.number().int().min(1).max(10_000), reason }) },
} as const satisfies Record<string, { name: Text; body: z.ZodType }>;

export type SigningAction = keyof typeof signingActions;
export type TaskAction = keyof typeof taskActions;
export type CaseAction = keyof typeof caseActions;

/** An action on offer, or the reason why it is not. */
export const offerSchema = z.object({
  action: z.string(),
  allowed: z.boolean(),
  /** A problem code (problems.ts) where not allowed. */
  why: z.string().optional(),
  params: z.record(z.string(), z.json()).optional(),
});
export type Offer = z.infer<typeof offerSchema>;
