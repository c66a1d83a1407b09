/** The shape that is accepted from outside has every member that the types have, and no other: a member that the schema forgets would refuse definitions that are good. */
import { expect, it } from 'vitest';
import type { z } from 'zod';
import type { DecisionTable } from '../decisions/decision-table.ts';
import type { documentTemplateSchema } from '../documents/schema.ts';
import type { Block, DocumentTemplate } from '../documents/types.ts';
import type { decisionTableSchema, definitionSchema, fieldSchema, flowSchema, nodeSchema } from './schema.ts';
import type { Awaited as Awaits, ClockDefinition, Field, Flow, MultiInstance, Node, ProcessDefinition, Signing, Thrown } from './types.ts';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : { readonly missing: Exclude<A, B> }) : { readonly missing: Exclude<A, B> | Exclude<B, A> };
/** "userTask.form", "message.to", …: the members of each kind of a union. */
type Members<T> = T extends { readonly type: infer K extends string } | { readonly kind: infer K extends string } ? `${K}.${Extract<keyof T, string>}` : never;
type ReadNode = z.infer<typeof nodeSchema>;
type Task<T> = Extract<T, { readonly type: 'userTask' }>;
type OnOf<T> = T extends { readonly on?: infer A } ? NonNullable<A> : never;
type ThrowsOf<T> = T extends { readonly throws?: infer A } ? NonNullable<A> : never;
type Read = z.infer<typeof definitionSchema>;

it('names every member', () => {
  const complete: readonly true[] = [
    true satisfies Same<keyof ProcessDefinition, keyof Read>, true satisfies Same<Members<Node>, Members<ReadNode>>, true satisfies Same<keyof Flow, keyof z.infer<typeof flowSchema>>,
    true satisfies Same<keyof Field, keyof z.infer<typeof fieldSchema>>, true satisfies Same<keyof ClockDefinition, keyof Read['clocks'][number]>,
    true satisfies Same<keyof ClockDefinition['rules'][number], keyof Read['clocks'][number]['rules'][number]>,
    true satisfies Same<keyof Signing, keyof NonNullable<Task<ReadNode>['signing']>>, true satisfies Same<keyof MultiInstance, keyof NonNullable<Task<ReadNode>['multi']>>,
    true satisfies Same<keyof Task<Node>['outcomes'][number], keyof Task<ReadNode>['outcomes'][number]>,
    true satisfies Same<Members<Awaits>, Members<OnOf<ReadNode>>>, true satisfies Same<Members<Thrown>, Members<ThrowsOf<ReadNode>>>,
    true satisfies Same<keyof DecisionTable, keyof z.infer<typeof decisionTableSchema>>, true satisfies Same<keyof DocumentTemplate, keyof z.infer<typeof documentTemplateSchema>>,
    true satisfies Same<Members<Block>, Members<z.infer<typeof documentTemplateSchema>['blocks'][number]>>,
  ];
  // The compiler is the test; this only keeps it from being optimised into nothing.
  expect(complete).not.toContain(false);
});
