/** 关联案件、并案、分案、重新办理: what is done between cases, and what a case is linked with. */
import { z } from 'zod';
import { relations } from '../domain/engine/events.ts';
import { text, type Text } from '../domain/text.ts';
import { caseSummarySchema } from './cases.ts';
import { caseIdSchema, dataSchema, instantSchema, safeString, textSchema } from './common.ts';

const reason = safeString(2000).trim().min(1);
const node = z.string().min(1).max(80);
/** Another case, by its id or its number (案号). */
const another = safeString(120).trim().min(1);

export const betweenActions = {
  link: { name: text('关联案件', 'Link with a case'), body: z.strictObject({ case: another, reason }) },
  unlink: { name: text('解除关联', 'Remove a link'), body: z.strictObject({ case: another, reason }) },
  /** 并案: this case goes on in the other. */
  merge: { name: text('并案', 'Merge into a case'), body: z.strictObject({ into: another, reason }) },
  /** 分案: `fields` are taken from this case, besides what the start form asks; `data` says what is otherwise. `at`: a step that this case has come to; absent = the start. */
  split: { name: text('分案', 'Split off a case'), body: z.strictObject({ fields: z.array(z.string().max(80)).max(500).default([]), data: dataSchema.default({}), at: node.optional(), reason }) },
  reopen: { name: text('重新办理', 'Open again'), body: z.strictObject({ to: node, reason, basis: reason }) },
  /** Of a case that could not be opened (`calls` of the links). */
  'retry-call': { name: text('重新发起', 'Ask for it again'), body: z.strictObject({ call: z.number().int().min(0).max(2_147_483_647) }) },
} as const satisfies Record<string, { name: Text; body: z.ZodType }>;
export type BetweenAction = keyof typeof betweenActions;

export const relationNames: Readonly<Record<(typeof relations)[number], Text>> = {
  parent: text('发起本案的案件', 'Opened this case'), child: text('本案发起的案件', 'Opened by this case'), lead: text('另案处理', 'Handled as a case of its own'), 'lead-from': text('线索来源', 'Source of the lead'),
  related: text('相关案件', 'Related'), 'merged-into': text('已并入', 'Merged into'), 'merged-from': text('并入本案', 'Merged into this one'), 'split-into': text('分出', 'Split off'), 'split-from': text('由其分出', 'Split off from'),
  batch: text('所属批次', 'The round it belongs to'), entry: text('批内申报', 'Entry of this round'),
};

export const linksQuerySchema = z.object({ /** How many links away from the case. */ depth: z.coerce.number().int().min(1).max(6).default(1) });

export const linkSchema = z.object({
  /** The case that is linked: the one asked for, or one on the way. */
  from: caseIdSchema,
  relation: z.enum(relations),
  relationName: textSchema,
  at: instantSchema,
  /** Number of links from the case asked for. */
  depth: z.number().int(),
  /** Null where the viewer may not see the other case: that there is one is all they learn. */
  case: caseSummarySchema.nullable(),
  reason: z.string().nullable(),
}).meta({ id: 'CaseLink' });
export type CaseLinkView = z.infer<typeof linkSchema>;

export const caseCallSchema = z.object({
  call: z.number().int(),
  node: z.string(),
  name: textSchema,
  process: z.string(),
  /** held: the other case has a result with which this one cannot go on. */
  status: z.enum(['opening', 'open', 'refused', 'held']),
  /** Why it could not be opened, or why this case cannot go on. */
  why: textSchema.nullable(),
  /** Whether the viewer may ask for it again. */
  retry: z.boolean(),
});

export const caseLinksSchema = z.object({
  items: z.array(linkSchema),
  /** There are more than are told. */
  truncated: z.boolean(),
  /** Call activities under way. */
  calls: z.array(caseCallSchema),
  /** Steps at which a closed case can be opened again by the viewer. */
  reopenAt: z.array(z.object({ node: z.string(), name: textSchema })),
  /** Steps at which a case split off can begin. */
  splitAt: z.array(z.object({ node: z.string(), name: textSchema })),
  actions: z.array(z.enum(['link', 'merge', 'split', 'reopen'])),
}).meta({ id: 'CaseLinks' });
export type CaseLinksView = z.infer<typeof caseLinksSchema>;
