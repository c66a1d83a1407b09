/** 流向: how the steps follow each other. */
import { text, type Text } from '../text.ts';
import type { ChoiceField } from './builder-fields.ts';
import type { StepSpec, UserSpec } from './builder-steps.ts';
import type { Feel, Flow, Node, Outcome, UserTask } from './types.ts';

/** Some flows, with the gateways that they need. */
export interface FlowPart {
  readonly nodes: readonly Node[];
  readonly flows: readonly Flow[];
  readonly defaultOf?: { readonly gateway: string; readonly flow: string };
}

type Key<T> = keyof T & string;
/** Steps where a person decides, with the ids of their outcomes. */
export type OutcomesOf<N> = {
  readonly [K in keyof N as N[K] extends { readonly type: 'userTask' } ? K : never]: N[K] extends UserSpec<infer O, infer _S> ? O : never;
};
type StepOf<N, T extends StepSpec['type']> = { [K in Key<N>]: N[K] extends { readonly type: T } ? K : never }[Key<N>];
type ChoiceOf<F> = { [K in Key<F>]: F[K] extends ChoiceField<string> ? K : never }[Key<F>];
type OptionOf<T> = T extends ChoiceField<infer V> ? V : never;

export interface FlowHelpers<F, N> {
  /** One step after the other: path('a', 'b', 'c') is a → b → c. */
  readonly path: (...steps: readonly [Key<N>, Key<N>, ...Key<N>[]]) => FlowPart;
  /** After a step, by what was decided there. Every outcome has its way. Draws the exclusive gateway `<step>Decision`. */
  readonly byOutcome: <K extends Key<OutcomesOf<N>>>(
    step: K, to: { readonly [O in OutcomesOf<N>[K] & string]: Key<N> },
  ) => FlowPart;
  /** Ways out of an exclusive gateway in the order in which they are tried; the last is taken where none holds. */
  readonly choose: (gateway: StepOf<N, 'exclusiveGateway'>, ways: readonly (readonly [when: Feel, to: Key<N>, name?: Text])[], otherwise: Key<N>) => FlowPart;
  readonly split: (gateway: StepOf<N, 'parallelGateway'>, ...to: readonly [Key<N>, Key<N>, ...Key<N>[]]) => FlowPart;

  /** FEEL: the last decision at a step. */
  readonly outcome: <K extends Key<OutcomesOf<N>>>(step: K, is: OutcomesOf<N>[K]) => Feel;
  /** FEEL: a choice field has this value. */
  readonly is: <K extends ChoiceOf<F>>(field: K, option: OptionOf<F[K]>) => Feel;
}

/** What a step can end with: of a step that several sign, the two results of their vote. */
export const decidingOutcomes = ({ outcomes, signing }: Pick<UserTask, 'outcomes' | 'signing'>): readonly Outcome[] =>
  signing ? outcomes.filter((o) => o.id === signing.agree || o.id === signing.disagree) : outcomes;

const flowId = (from: string, to: string): string => `${from}To${to.charAt(0).toUpperCase()}${to.slice(1)}`;
const quote = (value: string): Feel => JSON.stringify(value);
export const outcomeIs = (step: string, outcome: string): Feel => `outcome.${step} = ${quote(outcome)}`;
export const fieldIs = (field: string, option: string): Feel => `${field} = ${quote(option)}`;

type Loose = FlowHelpers<Record<string, ChoiceField<string>>, Record<string, UserSpec<string> & { readonly type: never }>>;

export const flowHelpers = (specs: Readonly<Record<string, StepSpec>>): Loose => ({
  path: (...steps) => ({
    nodes: [],
    flows: steps.slice(1).map((to, i) => ({ id: flowId(steps[i] ?? '', to), from: steps[i] ?? '', to })),
  }),
  byOutcome: (step, to) => {
    const spec = specs[step];
    if (spec?.type !== 'userTask') throw new Error(`byOutcome: ${step} is no step of a person`);
    const gateway = `${step}Decision`;
    return {
      nodes: [{ id: gateway, type: 'exclusiveGateway', name: text(`${spec.name.zh}：结果`, `${spec.name.en}: outcome`), ...(spec.parent === undefined ? {} : { parent: spec.parent }) }],
      flows: [
        { id: flowId(step, gateway), from: step, to: gateway },
        ...decidingOutcomes(spec).map((o): Flow => {
          const target = (to as Readonly<Record<string, string>>)[o.id];
          if (target === undefined) throw new Error(`byOutcome: ${step} has no way for "${o.id}"`);
          return { id: `${step}Is${o.id.charAt(0).toUpperCase()}${o.id.slice(1)}`, from: gateway, to: target, name: o.name, condition: outcomeIs(step, o.id) };
        }),
      ],
    };
  },
  choose: (gateway: string, ways, otherwise) => ({
    nodes: [],
    flows: [
      ...ways.map(([condition, to, name]) => ({ id: flowId(gateway, to), from: gateway, to, condition, ...(name === undefined ? {} : { name }) })),
      { id: `${flowId(gateway, otherwise)}Otherwise`, from: gateway, to: otherwise, name: text('其他', 'Otherwise') },
    ],
    defaultOf: { gateway, flow: `${flowId(gateway, otherwise)}Otherwise` },
  }),
  split: (gateway: string, ...to) => ({ nodes: [], flows: to.map((t) => ({ id: flowId(gateway, t), from: gateway, to: t })) }),
  outcome: outcomeIs,
  is: fieldIs,
});
