/** Cases, tasks, clocks and their record as the API shows them. */
import { z } from 'zod';
import { offerSchema } from './actions.ts';
import { budgetSchema, caseIdSchema, dataSchema, daySchema, instantSchema, pageOf, pageQuerySchema, safeString, textSchema } from './common.ts';

export const lightSchema = z.enum(['green', 'yellow', 'red', 'breached']);
export type Light = z.infer<typeof lightSchema>;
const personSchema = z.object({ id: z.string(), name: z.string() });

export const startCaseSchema = z.strictObject({
  process: z.string().max(80),
  /** The message that starts it, where it is not the plain start event that does (BPMN message start event; `starts` of the process). */
  message: z.string().max(80).optional(),
  /** 承办机关 that receives the case; where absent, the one competent for the region. */
  agency: z.string().max(80),
  data: dataSchema,
  /** 收到日期, where earlier than now. Before 1990 there was none of this law, and no calendar to count by. */
  receivedAt: instantSchema.refine((at) => at >= '1990', { error: 'too-small' }).optional(),
}).meta({ id: 'StartCase' });
export type StartCase = z.infer<typeof startCaseSchema>;

/** Answer to every write: where the record stands now. 200/201: in the record. 202: accepted, not yet in the record. */
export const receiptSchema = z.object({
  caseId: caseIdSchema,
  command: z.string(),
  status: z.enum(['done', 'accepted']),
  /** Sequence number of the last event of this command; absent while 'accepted'. */
  seq: z.number().int().optional(),
  /** 待办环节: what is open in the case once the command has acted (the first 20), so that nobody has to read the case to go on; absent while 'accepted'. */
  open: z.array(z.object({ task: z.number().int(), node: z.string() })).optional(),
}).meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof receiptSchema>;

export const caseSummarySchema = z.object({
  id: caseIdSchema,
  number: z.string().nullable(),
  process: z.string(),
  processName: textSchema,
  title: z.string(),
  status: z.enum(['open', 'suspended', 'closed']),
  outcome: z.string().nullable(),
  outcomeName: textSchema.nullable(),
  agency: z.string(),
  agencyName: textSchema,
  receivedAt: instantSchema,
  closedAt: instantSchema.nullable(),
  updatedAt: instantSchema,
  /** Names of the steps that are open. */
  steps: z.array(textSchema),
  /** The next clock to be due. */
  dueDay: daySchema.nullable(),
  dueAt: instantSchema.nullable(),
  light: lightSchema.nullable(),
  provisional: z.boolean(),
}).meta({ id: 'CaseSummary' });
export type CaseSummary = z.infer<typeof caseSummarySchema>;

/** 历史视图: the case as it stood at an instant of the past. */
export const asOfQuerySchema = z.object({ asOf: instantSchema.refine((at) => at >= '1990', { error: 'too-small' }).optional() });

export const listCasesQuerySchema = pageQuerySchema.extend({
  status: z.enum(['open', 'suspended', 'closed']).optional(),
  process: z.string().max(80).optional(),
  light: lightSchema.optional(),
  /** Part of the number or title. */
  q: safeString(100).optional(),
  sort: z.enum(['due', 'updated']).default('updated'),
});
export const caseListSchema = pageOf(caseSummarySchema).meta({ id: 'CaseList' });

export const worklistItemSchema = z.object({
  caseId: caseIdSchema,
  task: z.number().int(),
  node: z.string(),
  name: textSchema,
  /** 旁办: what it is where it is not the step itself. */
  side: z.enum(['redo', 'ad-hoc', 'extension']).nullable(),
  /** Something else must be done first. */
  waiting: z.boolean(),
  pool: z.string(),
  poolName: textSchema,
  assignee: personSchema.nullable(),
  createdAt: instantSchema,
  claimedAt: instantSchema.nullable(),
  case: caseSummarySchema,
  /** The clock of the case that bears on this task: the next due. */
  dueDay: daySchema.nullable(),
  light: lightSchema.nullable(),
}).meta({ id: 'WorklistItem' });
export type WorklistItem = z.infer<typeof worklistItemSchema>;

export const worklistQuerySchema = pageQuerySchema.extend({
  /** all = mine and claimable; mine = claimed by me; pool = claimable; unstaffed = of posts that nobody holds, for who manages the agency's cases. */
  scope: z.enum(['all', 'mine', 'pool', 'unstaffed']).default('all'),
  process: z.string().max(80).optional(),
  light: lightSchema.optional(),
  q: safeString(100).optional(),
});
export const worklistSchema = pageOf(worklistItemSchema).meta({ id: 'Worklist' });
export const worklistCountsSchema = z.object({
  all: z.number().int(), mine: z.number().int(), pool: z.number().int(),
  yellow: z.number().int(), red: z.number().int(), breached: z.number().int(),
  /** 无人在岗. Not part of `all`. */
  unstaffed: z.number().int(),
}).meta({ id: 'WorklistCounts' });
export type WorklistCounts = z.infer<typeof worklistCountsSchema>;

/** A field of a form as it is to be shown: definition, use, present value (masked where the viewer has no need to know). */
export const formFieldSchema = z.object({
  name: z.string(),
  label: textSchema,
  type: z.enum(['text', 'long-text', 'integer', 'decimal', 'money', 'points', 'date', 'boolean', 'choice', 'choices', 'uscc', 'phone', 'region', 'moment', 'persons']),
  use: z.enum(['required', 'optional', 'read']),
  help: textSchema.optional(),
  options: z.array(z.object({ value: z.string(), label: textSchema })).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  maxLength: z.number().optional(),
  /** So many out of those in this field. */
  partOf: z.string().optional(),
  /** The text is the id of such a thing, which has a page of its own. */
  refersTo: z.enum(['draw', 'panel', 'notice']).optional(),
  /** 栏目: fields with the same title stand together. */
  section: textSchema.optional(),
  value: z.json().optional(),
  masked: z.boolean().optional(),
}).meta({ id: 'FormField' });
export type FormField = z.infer<typeof formFieldSchema>;

export const outcomeSchema = z.object({
  id: z.string(), name: textSchema,
  tone: z.enum(['positive', 'negative', 'neutral']),
  requires: z.array(z.string()),
});
export type TaskOutcome = z.infer<typeof outcomeSchema>;

export const taskViewSchema = z.object({
  task: z.number().int(),
  node: z.string(),
  name: textSchema,
  documentation: textSchema.optional(),
  pool: z.string(),
  poolName: textSchema,
  assignee: personSchema.nullable(),
  createdAt: instantSchema,
  claimedAt: instantSchema.nullable(),
  /** 委派: to whom it comes back. */
  owner: personSchema.nullable(),
  /** The task that must be done first. */
  waitsFor: z.number().int().nullable(),
  /** What it is where it is not the step itself. */
  side: z.object({ kind: z.enum(['redo', 'ad-hoc', 'extension']), title: textSchema, instructions: z.string(), by: z.string().nullable() }).nullable(),
  /** Number of the seat where several sign. */
  seat: z.number().int().nullable(),
  form: z.array(formFieldSchema),
  outcomes: z.array(outcomeSchema),
  offers: z.array(offerSchema),
  /** Steps to which it may be returned. */
  returnTo: z.array(z.object({ node: z.string(), name: textSchema })),
}).meta({ id: 'TaskView' });
export type TaskView = z.infer<typeof taskViewSchema>;

/** 会签, while it is open. */
export const signingViewSchema = z.object({
  node: z.string(),
  name: textSchema,
  order: z.enum(['together', 'in-turn']),
  rule: z.object({ kind: z.enum(['all', 'any', 'share', 'weight', 'chair']), text: textSchema }),
  outcomes: z.array(outcomeSchema),
  seats: z.array(z.object({
    seat: z.number().int(), poolName: textSchema, weight: z.number(), chair: z.boolean(), asked: z.boolean(),
    vote: z.object({ outcome: z.string(), outcomeName: textSchema, by: personSchema, at: instantSchema }).nullable(),
  })),
  /** change-vote, add-signers, remove-signer. */
  offers: z.array(offerSchema),
}).meta({ id: 'SigningView' });
export type SigningView = z.infer<typeof signingViewSchema>;

/** One line of the list of steps: done (办结), current (在办), or neither yet. */
export const stepSchema = z.object({
  node: z.string(),
  name: textSchema,
  state: z.enum(['done', 'current', 'waiting']),
  times: z.number().int(),
  by: z.string().optional(),
  at: instantSchema.optional(),
  outcomeName: textSchema.optional(),
  poolName: textSchema.optional(),
});
export type Step = z.infer<typeof stepSchema>;

export const clockViewSchema = z.object({
  clockNo: z.number().int(),
  clock: z.string(),
  name: textSchema,
  status: z.enum(['running', 'paused', 'met', 'late', 'cancelled']),
  light: lightSchema,
  startedAt: instantSchema,
  stoppedAt: instantSchema.nullable(),
  dueDay: daySchema,
  dueAt: instantSchema,
  provisional: z.boolean(),
  breachedAt: instantSchema.nullable(),
  budget: z.object({ amount: z.number(), unit: z.enum(['working-day', 'calendar-day', 'hour', 'month', 'year']) }),
  /** `unconfirmed` (依据待核): the text of the article was not read. */
  basis: z.object({ instrument: textSchema, article: z.string(), version: z.string(), confidence: z.string(), internal: z.boolean(), unconfirmed: z.boolean() }),
  dutyName: textSchema,
  /** 延期 that the viewer may ask for or grant now; `budget` null where they have to say how much. */
  extension: z.object({ name: textSchema, budget: budgetSchema.nullable(), approverName: textSchema, grants: z.boolean() }).nullable(),
}).meta({ id: 'ClockView' });
export type ClockView = z.infer<typeof clockViewSchema>;

/** "Why this date": every day that was counted or skipped. */
export const explanationSchema = z.object({
  clock: clockViewSchema,
  startDayRule: z.enum(['excluded', 'included']),
  rollOver: z.enum(['next-working-day', 'none']),
  days: z.array(z.object({
    day: daySchema,
    counted: z.boolean(),
    n: z.number().int().optional(),
    reason: z.enum(['start-day', 'counted', 'make-up', 'weekend', 'holiday', 'paused', 'roll-over']),
    note: textSchema.optional(),
    provisional: z.boolean().optional(),
  })),
  /** Days left out of the middle of `days` where the period is very long. */
  omitted: z.object({ from: daySchema, to: daySchema }).optional(),
  pauses: z.array(z.object({ from: instantSchema, to: instantSchema.nullable(), reason: z.string(), basis: z.string().optional(), by: z.string() })),
  extensions: z.array(z.object({ at: instantSchema, budget: clockViewSchema.shape.budget, reason: z.string(), basis: z.string().optional(), by: z.string() })),
  /** Notices of the State Council that were used. */
  notices: z.array(z.object({ year: z.number().int(), notice: z.string().nullable() })),
  /** Version of the calendar that it was computed with. */
  calendar: z.string(),
  /** Where published calendars have moved it, or made it certain. */
  moved: z.array(z.object({ at: instantSchema, from: daySchema, to: daySchema, provisional: z.boolean(), year: z.number().int().nullable(), notice: z.string().nullable() })),
}).meta({ id: 'ClockExplanation' });
export type ClockExplanation = z.infer<typeof explanationSchema>;

/** 流程异常: the process cannot go on with what time, a service or another case has brought. */
export const incidentSchema = z.object({
  incident: z.number().int(),
  /** Element of the process, and its name. */
  node: z.string(),
  name: textSchema,
  /** How many there are at this element (one for each of a list); what helps one is tried on all. */
  count: z.number().int(),
  since: instantSchema,
  /** What it was that came. */
  what: textSchema,
  /** A problem code, what it means, and what to do about it. */
  code: z.string(),
  why: textSchema,
  advice: textSchema,
  /** Where exactly: the element (a gateway, a flow, `step.parameter`), and the expression that failed, if it was one. */
  at: z.object({ element: z.string(), expression: z.string().nullable() }).nullable(),
  /** Whether the viewer may have it tried again. */
  retry: z.boolean(),
}).meta({ id: 'Incident' });
export type IncidentView = z.infer<typeof incidentSchema>;

export const caseViewSchema = caseSummarySchema.extend({
  seq: z.number().int(),
  initiator: personSchema,
  /** `uscc` null: a natural person. */
  parties: z.array(z.object({
    party: z.string(), name: textSchema, uscc: z.string().nullable(),
    /** What the enterprise is called in this case. */
    enterprise: z.string().nullable(),
    /** Whether the viewer may open it in the register (企业名录). */
    register: z.boolean(),
  })),
  suspension: z.object({ reason: z.string(), since: instantSchema, basis: z.string().optional() }).nullable(),
  /** 流程异常 that are open; for who handles the case. */
  incidents: z.array(incidentSchema),
  /** Open steps of the case; the form and the actions are filled for those that the viewer may see. */
  tasks: z.array(taskViewSchema),
  progress: z.array(stepSchema),
  /** Dossier: all fields that have a value. */
  dossier: z.array(formFieldSchema),
  clocks: z.array(clockViewSchema),
  /** Rounds of signing; for who handles the case. */
  signings: z.array(signingViewSchema),
  /** Steps that the viewer has completed and may take back. */
  reclaimable: z.array(z.object({ node: z.string(), name: textSchema })),
  /** Posts of the handling agency, for who adds a step or sends a copy. */
  posts: z.array(z.object({ pool: z.string(), name: textSchema })),
  /** 抄送 to the viewer, not read yet. */
  copies: z.array(z.number().int()),
  /** 回避. */
  recused: z.array(personSchema),
  /** Whether experts are drawn and score in such a case, and the viewer may see it. */
  reviewed: z.boolean(),
  offers: z.array(offerSchema),
}).meta({ id: 'CaseView' });
export type CaseView = z.infer<typeof caseViewSchema>;

export const timelineEntrySchema = z.object({
  seq: z.number().int(),
  at: instantSchema,
  type: z.string(),
  /** One sentence for people. */
  summary: textSchema,
  actor: z.object({ kind: z.enum(['person', 'system']), id: z.string(), name: z.string(), as: textSchema.nullable() }),
  comment: z.string().optional(),
  changes: z.array(z.object({ field: z.string(), label: textSchema, old: z.json(), new: z.json(), masked: z.boolean().optional() })),
  command: z.string(),
  hash: z.string(),
}).meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
export const timelineQuerySchema = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});
export const timelineSchema = z.object({ items: z.array(timelineEntrySchema), next: z.number().int().nullable() }).meta({ id: 'Timeline' });

export const verificationSchema = z.object({
  caseId: caseIdSchema,
  intact: z.boolean(),
  events: z.number().int(),
  head: z.string(),
  /** First event whose hash is wrong, or a gap. */
  brokenAt: z.number().int().optional(),
}).meta({ id: 'Verification' });
export type Verification = z.infer<typeof verificationSchema>;
