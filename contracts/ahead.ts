/** 推演: what will become of a case, if nobody acts or if people act as supposed. Nothing is written. */
import { z } from 'zod';
import { clockViewSchema, lightSchema } from './cases.ts';
import { caseIdSchema, dataSchema, instantSchema, safeString, textSchema } from './common.ts';

const id = safeString(80).min(1);
const budget = z.strictObject({ amount: z.number().int().min(1).max(10_000), unit: clockViewSchema.shape.budget.shape.unit });

/** What somebody who may is supposed to do. Steps and clocks are named as the process names them: a task that is still to come has no number yet. */
const move = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('complete'), at: instantSchema, step: id, outcome: id, data: dataSchema.optional() }),
  z.strictObject({ action: z.literal('return'), at: instantSchema, step: id, to: id }),
  z.strictObject({ action: z.literal('extend'), at: instantSchema, clock: id, budget: budget.optional() }),
  z.strictObject({ action: z.literal('message'), at: instantSchema, message: id, data: dataSchema.optional() }),
  z.strictObject({ action: z.literal('suspend'), at: instantSchema }),
  z.strictObject({ action: z.literal('resume'), at: instantSchema }),
  z.strictObject({ action: z.literal('terminate'), at: instantSchema }),
]);
export type SupposedMove = z.infer<typeof move>;

export const simulateSchema = z.strictObject({
  /** At most ten years ahead. */
  until: instantSchema,
  /** In any order; empty = nobody acts. */
  moves: z.array(move).max(50).default([]),
  /** Whether services answer at once or never. What they would tell the case is left empty. */
  services: z.enum(['answer', 'silent']).default('answer'),
}).meta({ id: 'Simulate' });

export const simulationSchema = z.object({
  caseId: caseIdSchema,
  /** From where in the record, and until when. */
  seq: z.number().int(), from: instantSchema, until: instantSchema,
  /** It stopped earlier, because too much would happen. */
  truncated: z.boolean(),
  happenings: z.array(z.object({
    at: instantSchema, type: z.string(), text: textSchema,
    /** Of a clock: which, and how it stands then. */
    clock: z.string().optional(), light: lightSchema.optional(),
    /** Number of the move that brings it about, counted from 0. */
    move: z.number().int().optional(),
  })),
  /** Moves that would be refused. */
  refused: z.array(z.object({ move: z.number().int().nullable(), at: instantSchema, code: z.string(), text: textSchema, params: z.record(z.string(), z.json()) })),
  then: z.object({
    status: z.enum(['open', 'suspended', 'closed']), outcome: z.string().nullable(), outcomeName: textSchema.nullable(),
    steps: z.array(z.object({ step: z.string(), name: textSchema, poolName: textSchema })),
    clocks: z.array(z.object({ clock: z.string(), name: textSchema, dueDay: z.iso.date(), light: lightSchema, paused: z.boolean(), provisional: z.boolean() })),
  }),
}).meta({ id: 'Simulation' });
export type SimulationView = z.infer<typeof simulationSchema>;
