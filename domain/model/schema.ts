/** The shape of a process definition that comes from outside (a file, a request). Whether it makes sense is for check.ts, which relies on this shape. */
import { z } from 'zod';
import type { Json } from '../json.ts';
import { documentTemplateSchema } from '../documents/schema.ts';
import { agencyRefSchema, assignmentSchema, feelSchema, textSchema } from './schema-parts.ts';
import type { Flow, Node, ProcessDefinition } from './types.ts';

const name = z.string().min(1).max(200);
const feel = feelSchema;
const feels = z.record(z.string(), feel);
const strings = z.record(z.string(), z.string());
const opt = z.exactOptional;

const budget = z.strictObject({ amount: z.number(), unit: z.enum(['working-day', 'calendar-day', 'hour', 'month', 'year']) });
const basis = z.strictObject({ instrument: textSchema, article: z.string(), version: z.string(), confidence: z.enum(['V1', 'V2', 'V3', 'R']), internal: opt(z.boolean()) });
const ruleShape = { budget, startDay: z.enum(['excluded', 'included']), rollOver: z.enum(['next-working-day', 'none']), basis };
const rule = z.strictObject(ruleShape);

const fieldUse = z.enum(['required', 'optional', 'read']);
const form = z.record(z.string(), fieldUse);
export const fieldSchema = z.strictObject({
  label: textSchema, help: opt(textSchema),
  type: z.enum(['text', 'long-text', 'integer', 'decimal', 'money', 'points', 'date', 'boolean', 'choice', 'choices', 'uscc', 'phone', 'region', 'moment', 'persons']),
  options: opt(z.array(z.strictObject({ value: z.string(), label: textSchema })).readonly()),
  min: opt(z.number()), max: opt(z.number()), maxLength: opt(z.number()), role: opt(z.string()), past: opt(z.boolean()), personal: opt(z.boolean()), refersTo: opt(z.enum(['agency', 'draw', 'panel', 'notice', 'case', 'objection'])), working: opt(z.boolean()), partOf: opt(z.string()), section: opt(textSchema),
});

const timer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('after'), rule, repeat: opt(z.boolean()) }),
  z.strictObject({ kind: z.literal('on'), field: z.string() }),
  z.strictObject({ kind: z.literal('clock'), clock: z.string() }),
]);
const awaited = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('timer'), timer }),
  z.strictObject({ kind: z.literal('message'), message: z.string(), form }),
  z.strictObject({ kind: z.literal('signal'), signal: z.string(), form }),
  z.strictObject({ kind: z.literal('error'), error: opt(z.string()) }),
  z.strictObject({ kind: z.literal('escalation'), escalation: opt(z.string()) }),
]);
const thrown = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('error'), error: z.string() }),
  z.strictObject({ kind: z.literal('escalation'), escalation: z.string() }),
  z.strictObject({ kind: z.literal('message'), message: z.string(), to: feel, data: feels }),
  z.strictObject({ kind: z.literal('signal'), signal: z.string(), data: feels }),
]);
const multi = z.strictObject({ collection: feel, item: z.string(), sequential: opt(z.boolean()), completion: opt(feel) });

const signing = z.strictObject({
  signers: z.union([
    z.array(z.strictObject({ by: assignmentSchema, weight: opt(z.number()), chair: opt(z.boolean()) })).readonly(),
    z.strictObject({ field: z.string() }),
  ]),
  order: z.enum(['together', 'in-turn']),
  rule: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all') }), z.strictObject({ kind: z.literal('any') }), z.strictObject({ kind: z.literal('chair') }),
    z.strictObject({ kind: z.literal('share'), of: z.strictObject({ numerator: z.number(), denominator: z.number() }) }),
    z.strictObject({ kind: z.literal('weight'), needed: z.number() }),
  ]),
  agree: z.string(), disagree: z.string(),
});
const outcome = z.strictObject({ id: name, name: textSchema, tone: opt(z.enum(['positive', 'negative', 'neutral'])), requires: opt(z.array(z.string()).readonly()) });

const base = { id: name, name: textSchema, documentation: opt(textSchema), parent: opt(z.string()) };
export const nodeSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('startEvent'), on: opt(awaited), interrupting: opt(z.boolean()) }),
  z.strictObject({ ...base, type: z.literal('endEvent'), terminate: opt(z.boolean()), throws: opt(thrown), outcome: z.string() }),
  z.strictObject({
    ...base, type: z.literal('userTask'), assignment: assignmentSchema, form, outcomes: z.array(outcome).readonly(), notSameAs: opt(z.array(z.string()).readonly()), designated: opt(z.string()),
    serves: opt(z.string()), signing: opt(signing), multi: opt(multi), sameApprover: opt(z.strictObject({ outcome: z.string() })),
  }),
  z.strictObject({ ...base, type: z.literal('serviceTask'), service: z.string(), input: feels, output: opt(strings), error: opt(feel) }),
  z.strictObject({ ...base, type: z.literal('callActivity'), process: z.string(), input: feels, output: opt(feels), agency: opt(agencyRefSchema), wait: opt(z.boolean()), multi: opt(multi) }),
  z.strictObject({ ...base, type: z.literal('scriptTask'), set: feels }),
  z.strictObject({ ...base, type: z.literal('businessRuleTask'), decision: z.string(), set: feels }),
  z.strictObject({ ...base, type: z.literal('subProcess'), multi: opt(multi), triggered: opt(z.literal(true)) }),
  z.strictObject({ ...base, type: z.literal('exclusiveGateway'), default: opt(z.string()) }),
  z.strictObject({ ...base, type: z.literal('parallelGateway') }),
  z.strictObject({ ...base, type: z.literal('inclusiveGateway'), default: opt(z.string()) }),
  z.strictObject({ ...base, type: z.literal('eventGateway') }),
  z.strictObject({ ...base, type: z.literal('catchEvent'), on: awaited }),
  z.strictObject({ ...base, type: z.literal('throwEvent'), throws: opt(thrown) }),
  z.strictObject({ ...base, type: z.literal('linkEvent'), link: z.string(), end: z.enum(['throw', 'catch']) }),
  z.strictObject({ ...base, type: z.literal('boundaryEvent'), attachedTo: z.string(), interrupting: z.boolean(), on: awaited }),
]) satisfies z.ZodType<Node>;
export const flowSchema = z.strictObject({ id: name, from: z.string(), to: z.string(), name: opt(textSchema), condition: opt(feel) }) satisfies z.ZodType<Flow>;

const trigger = z.strictObject({ on: z.enum(['entered', 'completed']), node: z.string(), outcome: opt(z.string()) });
const clock = z.strictObject({
  id: name, name: textSchema,
  rules: z.array(z.strictObject({ ...ruleShape, when: opt(feel), inForceFrom: opt(z.string()), inForceUntil: opt(z.string()) })).readonly(),
  start: z.array(trigger).readonly(), stop: z.array(trigger).readonly(), startsFrom: opt(z.string()), endsOn: opt(z.string()), duty: assignmentSchema,
  warnings: z.array(z.strictObject({
    level: z.enum(['yellow', 'red']), when: z.union([z.strictObject({ fractionLeft: z.number() }), z.strictObject({ left: budget })]),
  })).readonly(),
  breach: z.union([
    z.enum(['record', 'escalate', 'lapse']), z.strictObject({ kind: z.literal('block'), step: z.string() }),
    z.strictObject({ kind: z.literal('decide'), step: z.string(), outcome: z.string() }),
  ]),
  excludes: opt(z.array(z.strictObject({ during: z.string(), reason: textSchema, basis })).readonly()),
  restartsOnMerge: opt(basis),
  extensions: opt(z.array(z.strictObject({
    name: textSchema, budget: budget.nullable(), approver: assignmentSchema, basis, decided: opt(z.strictObject({ asked: trigger, granted: trigger, days: z.string(), reasons: z.string() })),
  })).readonly()),
});

export const decisionTableSchema = z.strictObject({
  id: name, name: textSchema, hitPolicy: z.enum(['UNIQUE', 'ANY', 'PRIORITY', 'FIRST', 'OUTPUT ORDER', 'RULE ORDER', 'COLLECT']),
  aggregation: opt(z.enum(['SUM', 'MIN', 'MAX', 'COUNT'])),
  inputs: z.array(z.strictObject({ label: textSchema, expression: feel })).readonly(),
  outputs: z.array(z.strictObject({ name: z.string(), values: opt(z.array(z.string()).readonly()), default: opt(feel) })).readonly(),
  rules: z.array(z.strictObject({ when: z.array(z.string()).readonly(), then: z.array(z.string()).readonly(), annotation: opt(z.string()) })).readonly(),
});

const partySchema = z.union([
  z.strictObject({ name: textSchema, sees: opt(z.literal('first-task')), usccField: z.string() }),
  z.strictObject({ name: textSchema, sees: opt(z.literal('first-task')), personField: z.string() }),
]);

export const definitionSchema = z.strictObject({
  key: name, version: z.number().int().min(1).max(2_147_483_647), name: textSchema, summary: textSchema, numberWord: z.string().min(1).max(20),
  roles: z.record(z.string(), textSchema), parties: z.record(z.string(), partySchema),
  fields: z.record(z.string(), fieldSchema),
  starters: z.array(z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('party'), party: z.string(), sets: opt(z.record(z.string(), z.json() as z.ZodType<Json>)) }), z.strictObject({ kind: z.literal('office'), role: z.string() })])).readonly(),
  withdrawal: opt(z.strictObject({ party: z.string(), reasons: z.string(), ways: z.array(z.strictObject({ message: z.string(), when: opt(feel) })).readonly() })),
  receivedBy: opt(z.array(z.enum(['market', 'police', 'procuratorate', 'government', 'department', 'inspection', 'technical', 'body'])).readonly()),
  startForm: form, title: feel, outcomes: z.record(z.string(), textSchema),
  nodes: z.array(nodeSchema).readonly(), flows: z.array(flowSchema).readonly(), clocks: z.array(clock).readonly(),
  decisions: opt(z.array(decisionTableSchema).readonly()),
  documents: opt(z.record(z.string(), documentTemplateSchema)),
  extensions: opt(z.record(z.string(), z.json() as z.ZodType<Json>)),
}) satisfies z.ZodType<ProcessDefinition>;
