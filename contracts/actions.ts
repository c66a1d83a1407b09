/** 办理动作: what a person may ask of a case or task. One table gives routes, request shapes and OpenAPI. */
import { z } from 'zod';
import { text, type Text } from '../domain/text.ts';
import { budgetSchema, dataSchema, safeString } from './common.ts';

const reason = safeString(2000).trim().min(1);
const optionalText = safeString(2000).optional();
const personId = safeString(200).min(1);
const pool = z.string().min(1).max(120);
const node = z.string().max(80);
const number = z.number().int().min(0).max(2_147_483_647);

export const taskActions = {
  claim: { name: text('签收', 'Claim'), body: z.strictObject({}) },
  release: { name: text('退签', 'Release'), body: z.strictObject({}) },
  complete: {
    name: text('办理', 'Complete'),
    body: z.strictObject({ outcome: z.string().max(80), data: dataSchema.default({}), comment: optionalText }),
  },
  return: {
    name: text('退回', 'Return'),
    /** 'redo' = all from that step on is done again; 'back' = that step alone, then straight back to this task. */
    body: z.strictObject({ to: z.string().max(80), policy: z.enum(['redo', 'back']).default('redo'), reason }),
  },
  /** To a colleague (`to`, an id of the directory) or, by who manages the case, to another post (`pool`). */
  transfer: { name: text('转办', 'Transfer'), body: z.strictObject({ to: personId.optional(), pool: pool.optional(), reason }).refine((b) => (b.to === undefined) !== (b.pool === undefined), { error: 'invalid' }) },
  delegate: { name: text('委派', 'Delegate'), body: z.strictObject({ to: personId, reason }) },
  resolve: { name: text('交回', 'Resolve'), body: z.strictObject({ data: dataSchema.default({}), comment: optionalText }) },
  recall: { name: text('拿回', 'Recall'), body: z.strictObject({}) },
  urge: { name: text('催办', 'Urge'), body: z.strictObject({ text: optionalText }) },
  'add-step': { name: text('增加临时环节', 'Add a step'), body: z.strictObject({ pool, title: safeString(100).trim().min(1), instructions: safeString(2000).default(''), blocks: z.boolean().default(true) }) },
} as const satisfies Record<string, { name: Text; body: z.ZodType }>;

export const caseActions = {
  comment: { name: text('批注', 'Comment'), body: z.strictObject({ text: reason, /** @: ids of people who are told. */ mentions: z.array(personId).max(20).optional() }) },
  suspend: { name: text('中止', 'Suspend'), body: z.strictObject({ reason, basis: optionalText }) },
  resume: { name: text('恢复', 'Resume'), body: z.strictObject({ comment: optionalText }) },
  terminate: { name: text('终止', 'Terminate'), body: z.strictObject({ reason }) },
} as const satisfies Record<string, { name: Text; body: z.ZodType }>;

/** Of the case as a whole too; the console offers each of these where it belongs. */
export const moreCaseActions = {
  withdraw: { name: text('撤回', 'Withdraw'), body: z.strictObject({ reason }) },
  /** 拿回 a step that one has completed. */
  reclaim: { name: text('拿回', 'Reclaim'), body: z.strictObject({ node, reason }) },
  /** Without `person` oneself. */
  recuse: { name: text('回避', 'Recuse'), body: z.strictObject({ person: personId.optional(), reason }) },
  copy: { name: text('抄送', 'Copy'), body: z.strictObject({ to: z.array(z.strictObject({ pool, person: personId.optional() })).min(1).max(50), text: optionalText }) },
  'read-copy': { name: text('已阅', 'Read'), body: z.strictObject({ copy: number }) },
  /** 流程异常: what waits there is tried again (`incidents` of the case). */
  'retry-incident': { name: text('重试流程异常', 'Retry an incident'), body: z.strictObject({ incident: number }) },
  extend: { name: text('延期', 'Extend'), body: z.strictObject({ clockNo: number, reason, budget: budgetSchema.optional() }) },
} as const satisfies Record<string, { name: Text; body: z.ZodType }>;

/** 会签, while a round is open at the step `node`. */
export const signingActions = {
  'change-vote': { name: text('改票', 'Change vote'), body: z.strictObject({ node: z.string().max(80), outcome: z.string().max(80), comment: optionalText }) },
  'add-signers': { name: text('加签', 'Add signers'), body: z.strictObject({ node: z.string().max(80), pools: z.array(z.string().max(120)).min(1).max(50), reason }) },
  'remove-signer': { name: text('减签', 'Remove signer'), body: z.strictObject({ node: z.string().max(80), seat: z.number().int().min(1).max(10_000), reason }) },
} as const satisfies Record<string, { name: Text; body: z.ZodType }>;

export type SigningAction = keyof typeof signingActions;
export type MoreCaseAction = keyof typeof moreCaseActions;
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
