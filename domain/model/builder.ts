/**
 * The typed builder of process definitions (流程定义). Names are declared first: fields, parties, outcomes, then the steps; after that
 * only declared names can be referred to, and a wrong reference does not compile. What types cannot see (reachability, soundness,
 * FEEL) is for check.ts.
 *
 *   describeProcess({ key, …, fields, parties, outcomes })
 *     .steps((s) => ({ accept: s.user('受理', 'Acceptance', { by: s.office('officer'), … }), … }))
 *     .flows((f) => [f.path('filed', 'accept'), f.byOutcome('accept', { accepted: 'inspect', refused: 'refusedEnd' }), …])
 *     .clocks((c) => ({ acceptance: c.clock('受理期限', 'Acceptance', { … }) }))
 */
import type { AgencyKind } from '../authority/viewer.ts';
import type { DocumentTemplate } from '../documents/types.ts';
import type { DecisionTable } from '../decisions/decision-table.ts';
import type { Json } from '../json.ts';
import type { Text } from '../text.ts';
import { clockHelpers, type ClockHelpers, type ClockSpec } from './builder-clocks.ts';
import { flowHelpers, type FlowHelpers, type FlowPart, type OutcomesOf } from './builder-flows.ts';
import { stepHelpers, type BoundarySpec, type StepHelpers, type StepSpec, type UserSpec } from './builder-steps.ts';
import { checkName } from './names.ts';
import type { Feel, Field, FieldUse, PartyDefinition, ProcessDefinition, StarterRule } from './types.ts';

/** PartyDefinition whose field is one of these. */
type PartyOf<K extends string> = Pick<PartyDefinition, 'name' | 'sees'> & ({ readonly usccField: K } | { readonly personField: K });

/** What a process is called, knows and may come to, before any step is named. */
export interface ProcessHead<F, P, R, O> {
  readonly key: string;
  readonly version: number;
  readonly name: Text;
  readonly summary: Text;
  /** Word in the case number (案号), e.g. 召 in 粤市监召〔2026〕1号. */
  readonly numberWord: string;
  readonly fields: F & Readonly<Record<string, Field>>;
  readonly parties: P & Readonly<Record<string, PartyOf<keyof F & string>>>;
  readonly roles: R & Readonly<Record<string, Text>>;
  /** How a case can end (办结结果). */
  readonly outcomes: O & Readonly<Record<string, Text>>;
  readonly starters: readonly (
    | { readonly kind: 'party'; readonly party: keyof P & string; readonly sets?: { readonly [K in keyof F]?: Json } }
    | { readonly kind: 'office'; readonly role: keyof R & string }
  )[];
  readonly startForm: { readonly [K in keyof F]?: FieldUse };
  /** 撤回 after handling has begun. */
  readonly withdrawal?: { readonly party: keyof P & string; readonly reasons: keyof F & string; readonly ways: readonly { readonly message: string; readonly when?: Feel }[] };
  /** 受理机关的类别; market regulators where absent. */
  readonly receivedBy?: readonly AgencyKind[];
  /** FEEL string: the title of a case, computed when it starts. */
  readonly title: Feel;
  /** 文书式样, by name. */
  readonly documents?: Readonly<Record<string, DocumentTemplate>>;
  /** 决策表 for business rule tasks. */
  readonly decisions?: readonly DecisionTable[];
  readonly extensions?: Readonly<Record<string, Json>>;
}

/** References between steps, which can be checked only when all steps are known. */
type RefersOnlyTo<N> = {
  readonly [K in keyof N]: N[K] extends UserSpec<string, infer S>
    ? [S] extends [keyof N] ? unknown : { readonly 'notSameAs names no step': Exclude<S, keyof N> }
    : N[K] extends BoundarySpec<infer A>
      ? [A] extends [keyof N] ? unknown : { readonly 'the timer is attached to no step': Exclude<A, keyof N> }
      : unknown;
};

export interface WithSteps<F, P, R, N> {
  readonly flows: (make: (helpers: FlowHelpers<F, N>) => readonly FlowPart[]) => WithFlows<F, P, R, N>;
}
export interface WithFlows<F, P, R, N> {
  readonly clocks: (make: (helpers: ClockHelpers<F, P, R, OutcomesOf<N>, N>) => Readonly<Record<string, ClockSpec>>) => ProcessDefinition;
}

export function describeProcess<
  const F extends Readonly<Record<string, Field>>,
  const P extends Readonly<Record<string, PartyDefinition>>,
  const R extends Readonly<Record<string, Text>>,
  const O extends Readonly<Record<string, Text>>,
>(head: ProcessHead<F, P, R, O>): {
  readonly steps: <const N extends Readonly<Record<string, StepSpec>>>(
    make: (helpers: StepHelpers<F, P, R, O>) => N & RefersOnlyTo<N>,
  ) => WithSteps<F, P, R, N>;
} {
  for (const name of Object.keys(head.fields)) checkName('field', name);
  return {
    steps: (make) => {
      const specs: Readonly<Record<string, StepSpec>> = make(stepHelpers as never);
      for (const id of Object.keys(specs)) checkName('step', id);
      return {
        flows: (draw) => {
          const parts = draw(flowHelpers(specs) as never);
          return {
            clocks: (count) => assemble(head as unknown as LooseHead, specs, parts, count(clockHelpers as never)),
          };
        },
      };
    },
  };
}

type LooseHead = Omit<ProcessDefinition, 'nodes' | 'flows' | 'clocks'> & { readonly starters: readonly StarterRule[] };

function assemble(
  head: LooseHead, specs: Readonly<Record<string, StepSpec>>, parts: readonly FlowPart[], clocks: Readonly<Record<string, ClockSpec>>,
): ProcessDefinition {
  const nodes = [...Object.entries(specs).map(([id, spec]) => ({ ...spec, id })), ...parts.flatMap((p) => p.nodes)];
  const definition: ProcessDefinition = {
    key: head.key, version: head.version, name: head.name, summary: head.summary, numberWord: head.numberWord, roles: head.roles,
    parties: head.parties, fields: head.fields, starters: head.starters, startForm: head.startForm, title: head.title, outcomes: head.outcomes,
    nodes: withDefaults(nodes, parts), flows: parts.flatMap((p) => p.flows),
    clocks: Object.entries(clocks).map(([id, clock]) => ({ ...clock, id: checkName('clock', id) })),
    ...(head.withdrawal === undefined ? {} : { withdrawal: head.withdrawal }),
    ...(head.receivedBy === undefined ? {} : { receivedBy: head.receivedBy }),
    ...(head.documents === undefined ? {} : { documents: head.documents }),
    ...(head.decisions === undefined ? {} : { decisions: head.decisions }),
    ...(head.extensions === undefined ? {} : { extensions: head.extensions }),
  };
  return deepFreeze(definition);
}

/** `otherwise` of a gateway is known only from its flows. */
const withDefaults = (nodes: readonly ProcessDefinition['nodes'][number][], parts: readonly FlowPart[]): ProcessDefinition['nodes'] =>
  nodes.map((node) => {
    const byDefault = parts.find((p) => p.defaultOf?.gateway === node.id)?.defaultOf;
    return node.type === 'exclusiveGateway' && byDefault ? { ...node, default: byDefault.flow } : node;
  });

/** A definition is pinned by the hash of its content: nobody may change it after it was made. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
