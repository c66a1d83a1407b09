/** The steps of a process as its author writes them. Ids come from the object that holds them. */
import { text, type Text } from '../text.ts';
import type { ResultOf, services, ServiceName } from './services.ts';
import type {
  AgencyRef, Assignment, Awaited, BoundaryEvent, BusinessRuleTask, CallActivity, CatchEvent, EndEvent, EventGateway, ExclusiveGateway, Feel, FieldUse, Form, MultiInstance, Outcome, ParallelGateway, ScriptTask, ServiceTask, Signing,
  SigningRule, StartEvent, SubProcess, TimerSpec, UserTask,
} from './types.ts';

type Named<T> = Omit<T, 'id'>;
declare const outcomeIds: unique symbol;
declare const separateFrom: unique symbol;
declare const attachedToStep: unique symbol;

/** O: ids of its outcomes; S: steps whose people may not take it. Both exist in the type alone. */
export interface UserSpec<O extends string, S extends string = never> extends Named<UserTask> { readonly [outcomeIds]?: O; readonly [separateFrom]?: S }
export interface BoundarySpec<A extends string> extends Named<BoundaryEvent> { readonly [attachedToStep]?: A }
/** Without the phantom members: as a constraint they would be inferred back into the helpers. */
export type StepSpec =
  | Named<UserTask> | Named<BoundaryEvent>
  | Named<CallActivity> | Named<SubProcess> | Named<EventGateway>
  | Named<StartEvent> | Named<EndEvent> | Named<ServiceTask> | Named<ScriptTask> | Named<BusinessRuleTask> | Named<ExclusiveGateway> | Named<ParallelGateway> | Named<CatchEvent>;

type Key<T> = keyof T & string;
type FormOf<F> = { readonly [K in keyof F]?: FieldUse };
/** What an outcome needs beyond its name. */
export type OutcomeSpec<F> = Omit<Outcome, 'id' | 'requires'> & { readonly requires?: readonly Key<F>[] };
type More<F> = { readonly requires?: readonly Key<F>[] };

export interface StepHelpers<F, P, R, O> {
  readonly start: (zh: string, en: string) => Named<StartEvent>;
  /** A message starts a case (外部消息立案): sent by a system or an officer, with the form that it has to bring. */
  readonly startBy: (zh: string, en: string, message: string, form: FormOf<F>) => Named<StartEvent>;
  /** 事件子流程 (§13.5.4), written with `within`: what starts it stands in its `startOn`; it withdraws everything else of its level unless it runs `aside`. */
  readonly eventSubProcess: (zh: string, en: string, explains?: Text) => Named<SubProcess>;
  readonly startOn: (zh: string, en: string, on: Awaited, aside?: 'aside') => Named<StartEvent>;
  /** The case is closed with this outcome when no other path is open. */
  readonly end: (zh: string, en: string, outcome: Key<O>) => Named<EndEvent>;
  /** End inside a sub-process: it closes no case, so it has no outcome. `all`: whatever else is open in the sub-process is withdrawn. */
  readonly done: (zh: string, en: string, all?: 'all') => Named<EndEvent>;
  /** Closes the case at once and withdraws whatever else is open. */
  readonly terminate: (zh: string, en: string, outcome: Key<O>) => Named<EndEvent>;
  /** 人工步骤. */
  readonly user: <const D extends Readonly<Record<string, OutcomeSpec<F>>>, const S extends string = never>(
    zh: string, en: string,
    step: { readonly by: Assignment; readonly form: FormOf<F>; readonly outcomes: D; readonly notSameAs?: readonly S[]; /** 指定办理. */ readonly designated?: Key<F>; readonly explains?: Text; /** 送达: the document whose service it records. */ readonly serves?: string; readonly multi?: MultiInstance;
      /** 同一人连续审批. */ readonly sameApprover?: { readonly outcome: Key<D> } },
  ) => UserSpec<Key<D>, S>;
  /** 会签: several sign, each with a seat; the rule makes one decision of their votes. The step ends with `agree` or `disagree`. */
  readonly signed: <
    const D extends Readonly<Record<string, OutcomeSpec<F>>>, const A extends Key<D>, const B extends Exclude<Key<D>, NoInfer<A>>, const S extends string = never,
  >(
    zh: string, en: string,
    step: {
      readonly by: Assignment; readonly form: FormOf<F>; readonly outcomes: D; readonly notSameAs?: readonly S[]; readonly designated?: Key<F>; readonly explains?: Text;
      readonly signers: readonly { readonly by: Assignment; readonly weight?: number; readonly chair?: boolean }[] | { readonly field: Key<F> };
      readonly order: Signing['order']; readonly rule: SigningRule; readonly agree: A; readonly disagree: B;
    },
  ) => UserSpec<A | B, S>;
  readonly service: <S extends ServiceName>(
    zh: string, en: string, service: S, input: { readonly [K in keyof (typeof services)[S]['shape']]: Feel },
    /** Fields that get what the service tells. */
    output?: { readonly [K in Key<F>]?: ResultOf<S> },
  ) => Named<ServiceTask>;
  /** 制作文书 from a template of the process. */
  readonly document: (zh: string, en: string, template: string, output?: { readonly [K in Key<F>]?: ResultOf<'document.generate'> }) => Named<ServiceTask>;
  /** 调用活动: a case of another process; this one waits until it is closed, unless `wait` is false (另案处理). */
  readonly call: (
    zh: string, en: string, process: string,
    call: {
      /** Its fields, FEEL over this case. */
      readonly input: Readonly<Record<string, Feel>>;
      /** Fields of this case, FEEL over `child.outcome`, `child.data.<field>`, `child.number`, … */
      readonly output?: { readonly [K in Key<F>]?: Feel };
      readonly agency?: { readonly kind: 'handling' } | { readonly kind: 'fixed'; readonly agency: string } | { readonly kind: 'data'; readonly field: Key<F> };
      readonly wait?: boolean; readonly multi?: MultiInstance; readonly explains?: Text;
    },
  ) => Named<CallActivity>;
  /** Computes fields from FEEL. */
  /** A decision table of the head decides; `set` sees its answer as `result`. */
  readonly rule: (zh: string, en: string, decision: string, set: { readonly [K in keyof F]?: Feel }) => Named<BusinessRuleTask>;
  readonly script: (zh: string, en: string, set: { readonly [K in keyof F]?: Feel }) => Named<ScriptTask>;
  /** Exclusive gateway: one way on, by condition. */
  readonly choice: (zh: string, en: string) => Named<ExclusiveGateway>;
  /** Parallel gateway: all ways on, or the place where they meet again. */
  readonly parallel: (zh: string, en: string) => Named<ParallelGateway>;
  /** Waits until another case (or whoever manages this one) tells it; the form says what the message may or must bring. */
  readonly message: (zh: string, en: string, message: string, form?: FormOf<F>) => Named<CatchEvent>;
  /** Event gateway: whichever of the events that follow it comes first. */
  readonly firstOf: (zh: string, en: string) => Named<EventGateway>;
  /** 子流程: its steps are written with `within`. With `multi` once for each item of a list. */
  readonly subProcess: (zh: string, en: string, explains?: Text, multi?: MultiInstance) => Named<SubProcess>;
  /** Steps that stand in a sub-process: one start, and ends that close nothing but it. */
  readonly within: <const N extends Readonly<Record<string, StepSpec>>>(subProcess: string, steps: N) => N;
  /** Waits; the token rests here until the time has come. */
  readonly wait: (zh: string, en: string, timer: TimerSpec) => Named<CatchEvent>;
  /** Beside a step: when time is up the step is withdrawn and this path taken instead. */
  readonly deadline: <const A extends string>(zh: string, en: string, beside: A, timer: TimerSpec) => BoundarySpec<A>;
  /** Beside a step: where the message comes first, the step is withdrawn and this path taken instead. */
  readonly interruptedBy: <const A extends string>(zh: string, en: string, beside: A, message: string, form?: FormOf<F>) => BoundarySpec<A>;
  /** Beside a step, which stays open: an additional path starts when the time has come. */
  readonly reminder: <const A extends string>(zh: string, en: string, beside: A, timer: TimerSpec) => BoundarySpec<A>;

  /** A post of the handling agency (承办机关). */
  readonly office: (role: Key<R>) => Assignment;
  /** A post of one certain agency. */
  readonly officeOf: (role: Key<R>, agency: string) => Assignment;
  /** A post of the agency that a field names. */
  readonly officeIn: (role: Key<R>, agencyField: Key<F>) => Assignment;
  /** @param otherwise who does it where the case has no such party */
  readonly party: (party: Key<P>, otherwise?: Assignment) => Assignment;

  /** FEEL that gives a post or a party ("officer@gz-amr"), e.g. the item of a list. */
  readonly pool: (pool: Feel) => Assignment;

  readonly asks: <const K extends Key<F>>(...fields: readonly K[]) => { readonly [N in K]: 'required' };
  readonly mayGive: <const K extends Key<F>>(...fields: readonly K[]) => { readonly [N in K]: 'optional' };
  readonly shows: <const K extends Key<F>>(...fields: readonly K[]) => { readonly [N in K]: 'read' };

  readonly positive: (zh: string, en: string, more?: More<F>) => OutcomeSpec<F>;
  readonly neutral: (zh: string, en: string, more?: More<F>) => OutcomeSpec<F>;
  readonly negative: (zh: string, en: string, more?: More<F>) => OutcomeSpec<F>;
}

type Loose = StepHelpers<Record<string, unknown>, Record<string, unknown>, Record<string, unknown>, Record<string, unknown>>;
const uses = (use: FieldUse) => (...fields: readonly string[]) => Object.fromEntries(fields.map((f) => [f, use]));
const tone = (tone: NonNullable<Outcome['tone']>): Loose['positive'] => (zh, en, more = {}) => ({ name: text(zh, en), tone, ...more });

type UserParts = Parameters<Loose['user']>[2];
const userTask = (zh: string, en: string, { by, form, outcomes, notSameAs, designated, explains, serves, sameApprover, multi }: UserParts): Named<UserTask> => ({
  type: 'userTask', name: text(zh, en), assignment: by, form: form as UserTask['form'],
  outcomes: Object.entries(outcomes).map(([id, o]) => ({ id, ...o })),
  ...(notSameAs === undefined ? {} : { notSameAs }),
  ...(designated === undefined ? {} : { designated }),
  ...(explains === undefined ? {} : { documentation: explains }),
  ...(serves === undefined ? {} : { serves }),
  ...(sameApprover === undefined ? {} : { sameApprover }),
  ...(multi === undefined ? {} : { multi }),
});

export const stepHelpers: Loose = {
  start: (zh, en) => ({ type: 'startEvent', name: text(zh, en) }),
  startBy: (zh, en, message, form) => ({ type: 'startEvent', name: text(zh, en), on: { kind: 'message', message, form: form as Form } }),
  eventSubProcess: (zh, en, explains) => ({ type: 'subProcess', name: text(zh, en), triggered: true, ...(explains ? { documentation: explains } : {}) }),
  startOn: (zh, en, on, aside) => ({ type: 'startEvent', name: text(zh, en), on, ...(aside ? { interrupting: false } : {}) }),
  end: (zh, en, outcome) => ({ type: 'endEvent', name: text(zh, en), outcome }),
  done: (zh, en, all) => ({ type: 'endEvent', name: text(zh, en), outcome: '', ...(all ? { terminate: true } : {}) }),
  terminate: (zh, en, outcome) => ({ type: 'endEvent', name: text(zh, en), outcome, terminate: true }),
  user: (zh, en, step) => userTask(zh, en, step),
  signed: (zh, en, { signers, order, rule, agree, disagree, ...step }) => ({ ...userTask(zh, en, step), signing: { signers, order, rule, agree, disagree } }),
  document: (zh, en, template, output) => ({ type: 'serviceTask', name: text(zh, en), service: 'document.generate', input: { template: JSON.stringify(template) }, ...(output ? { output: output as Readonly<Record<string, string>> } : {}) }),
  service: (zh, en, service, input, output) => ({ type: 'serviceTask', name: text(zh, en), service, input, ...(output ? { output: output as Readonly<Record<string, string>> } : {}) }),
  call: (zh, en, process, { input, output, agency, wait, multi, explains }) => ({
    type: 'callActivity', name: text(zh, en), process, input,
    ...(output ? { output: output as Readonly<Record<string, Feel>> } : {}), ...(agency ? { agency: agency as AgencyRef } : {}), ...(wait === undefined ? {} : { wait }), ...(multi ? { multi } : {}),
    ...(explains ? { documentation: explains } : {}),
  }),
  script: (zh, en, set) => ({ type: 'scriptTask', name: text(zh, en), set: set as ScriptTask['set'] }),
  rule: (zh, en, decision, set) => ({ type: 'businessRuleTask', name: text(zh, en), decision, set: set as ScriptTask['set'] }),
  choice: (zh, en) => ({ type: 'exclusiveGateway', name: text(zh, en) }),
  parallel: (zh, en) => ({ type: 'parallelGateway', name: text(zh, en) }),
  message: (zh, en, message, form = {}) => ({ type: 'catchEvent', name: text(zh, en), on: { kind: 'message', message, form: form as Form } }),
  firstOf: (zh, en) => ({ type: 'eventGateway', name: text(zh, en) }),
  subProcess: (zh, en, explains, multi) => ({ type: 'subProcess', name: text(zh, en), ...(multi ? { multi } : {}), ...(explains ? { documentation: explains } : {}) }),
  within: (parent, steps) => Object.fromEntries(Object.entries(steps).map(([id, step]) => [id, { ...step, parent }])) as typeof steps,
  wait: (zh, en, timer) => ({ type: 'catchEvent', name: text(zh, en), on: { kind: 'timer', timer } }),
  deadline: (zh, en, attachedTo, timer) => ({ type: 'boundaryEvent', name: text(zh, en), attachedTo, interrupting: true, on: { kind: 'timer', timer } }),
  interruptedBy: (zh, en, attachedTo, message, form = {}) => ({ type: 'boundaryEvent', name: text(zh, en), attachedTo, interrupting: true, on: { kind: 'message', message, form: form as Form } }),
  reminder: (zh, en, attachedTo, timer) => ({ type: 'boundaryEvent', name: text(zh, en), attachedTo, interrupting: false, on: { kind: 'timer', timer } }),
  office: (role) => ({ kind: 'office', role, agency: { kind: 'handling' } }),
  officeOf: (role, agency) => ({ kind: 'office', role, agency: { kind: 'fixed', agency } }),
  officeIn: (role, field) => ({ kind: 'office', role, agency: { kind: 'data', field } }),
  party: (party, otherwise) => ({ kind: 'party', party, ...(otherwise ? { otherwise } : {}) }),
  pool: (pool) => ({ kind: 'pool', pool }),
  asks: uses('required') as Loose['asks'],
  mayGive: uses('optional') as Loose['mayGive'],
  shows: uses('read') as Loose['shows'],
  positive: tone('positive'),
  neutral: tone('neutral'),
  negative: tone('negative'),
};
