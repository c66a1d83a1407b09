/**
 * A process definition (流程定义): immutable, versioned JSON with BPMN 2.0 semantics.
 * It is pinned by the hash of its content into every case that starts with it.
 * Types only. Construction is in builder.ts, checks are in check.ts.
 */
import type { Basis, Budget, ClockRule, Warning } from '../calendar/types.ts';
import type { AgencyKind } from '../authority/viewer.ts';
import type { DocumentTemplate } from '../documents/types.ts';
import type { DecisionTable } from '../decisions/decision-table.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Text } from '../text.ts';

/** A FEEL expression (OMG DMN 1.5 §10.3) over the case data; see engine/expressions.ts for the context. */
export type Feel = string;

/** 字段: one item of the data dictionary of a process. */
export interface Field {
  readonly label: Text;
  readonly type: FieldType;
  readonly help?: Text;
  readonly options?: readonly { readonly value: string; readonly label: Text }[];
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  /** Of persons: the post of the handling agency that each of them holds. `min` and `max` are how many. */
  readonly role?: string;
  /** Of a date or a moment: it has happened, so one after the present is refused. Limits run from such days; a later one would prolong them. */
  readonly past?: boolean;
  /** Personal data (个人信息): masked for whoever has no need to know, never logged. */
  readonly personal?: boolean;
  /** 所指: of a text that holds an id, what has that id. A field by which a step, a call or a letter chooses its agency refers to one anyhow. */
  readonly refersTo?: Referent;
  /** Lists that the flow works with (工作数据): in no form, and not shown; what people need of them stands in other fields and documents. */
  readonly working?: boolean;
  /** Of a number: so many out of those in this field (已召回数量 of 召回数量). Shown as a share of it. */
  readonly partOf?: string;
  /** 栏目: the title under which a long form and the dossier show the field, together with the others of the same title. */
  readonly section?: Text;
}
/** People read the name of an agency and are led to a draw, a panel or a notice; by a case or an objection only messages find their way, and it is not shown. */
export type Referent = 'agency' | 'draw' | 'panel' | 'notice' | 'case' | 'objection';
export type FieldType =
  | 'text' | 'long-text' | 'integer' | 'decimal' | 'money' | 'date' | 'boolean' | 'choice' | 'choices'
  | 'uscc' | 'phone' | 'region'
  /** 得分: hundredths of a point, as panels give them; shown and typed as points with two decimals. */
  | 'points'
  /** 时间: day, hour and minute in China, YYYY-MM-DDTHH:MM. For what the law counts in hours. */
  | 'moment'
  /** 人员: named by their accounts, looked up in the directory, kept with their names ({ id, name }). Only a step that somebody completes can ask for them. */
  | 'persons';

export type FieldUse = 'required' | 'optional' | 'read';
/** A form is the list of fields that a step shows and asks, in order. */
export type Form = Readonly<Record<string, FieldUse>>;

/** 办理结果: what the person who completes a step decides. Conditions see it as `outcome.<node id>`. */
export interface Outcome {
  readonly id: string;
  readonly name: Text;
  readonly tone?: 'positive' | 'negative' | 'neutral';
  /** Fields that this outcome requires in addition to the form. */
  readonly requires?: readonly string[];
}

/** Who may take a step: an office role in an agency, or a party of the case. Resolved to one pool when the task is created. */
export type Assignment =
  | { readonly kind: 'office'; readonly role: string; readonly agency: AgencyRef }
  /** `otherwise`: who does it where the case has no such party (a complaint by telephone comes from nobody with an account). */
  | { readonly kind: 'party'; readonly party: string; readonly otherwise?: Assignment }
  /** FEEL that gives a pool ("officer@gz-amr", "uscc:…"), e.g. the item of a multi-instance step. */
  | { readonly kind: 'pool'; readonly pool: Feel };
export type AgencyRef =
  | { readonly kind: 'handling' }                        // 承办机关: the agency that received the case
  | { readonly kind: 'fixed'; readonly agency: string }  // e.g. the national authority
  | { readonly kind: 'data'; readonly field: string };   // chosen in the case

interface NodeBase {
  readonly id: string;
  readonly name: Text;
  readonly documentation?: Text;
  /** The sub-process that it stands in; absent = the process itself. Flows stay within one. */
  readonly parent?: string;
}

/** Multi-instance (多实例; BPMN §10.3.8, §13.3.7): the activity once for each item of a list. */
export interface MultiInstance {
  /** FEEL list. An empty one completes the activity at once. */
  readonly collection: Feel;
  /** Name by which expressions inside see the item. */
  readonly item: string;
  readonly sequential?: boolean;
  /** FEEL over nrOfInstances, nrOfActiveInstances, nrOfCompletedInstances: when true, the instances still open are withdrawn. */
  readonly completion?: Feel;
}
/**
 * Embedded sub-process (子流程; BPMN §10.3.5): completes when no token is left in it.
 * `triggered`: event sub-process (事件子流程; §10.3.5.1, §13.5.4). No flow leads to it or from it; its start event says what starts it, as often as it occurs
 * while the process or sub-process around it is under way. An interrupting one withdraws everything else there first; see engine/catching.ts, model/catchers.ts.
 */
export interface SubProcess extends NodeBase { readonly type: 'subProcess'; readonly multi?: MultiInstance; readonly triggered?: true }

/** What a catching event waits for (BPMN §10.5.5), wherever it stands. */
export type Awaited =
  | { readonly kind: 'timer'; readonly timer: TimerSpec }
  /** Until somebody tells the case. `form`: fields that the message may or must bring. */
  | { readonly kind: 'message'; readonly message: string; readonly form: Form }
  /** Until the signal is broadcast (service 'signal.broadcast', signal throw event). `form`: fields that are taken from what it brings. */
  | { readonly kind: 'signal'; readonly signal: string; readonly form: Form }
  /** Thrown from within. Absent code = any (§10.5.5). */
  | { readonly kind: 'error'; readonly error?: string }
  | { readonly kind: 'escalation'; readonly escalation?: string };
/** What a throwing event brings about (BPMN §10.5.5). */
export type Thrown =
  /** Ends what it is thrown in, out to the event that catches it; one that nothing catches closes the case (§10.5.1). */
  | { readonly kind: 'error'; readonly error: string }
  /** Tells whoever catches it; the flow goes on unless that one interrupts (§10.5.1). */
  | { readonly kind: 'escalation'; readonly escalation: string }
  /** To other cases, as the service 'message.send' does: FEEL that gives a case id or what the case is to this one ("parent", "child", …). */
  | { readonly kind: 'message'; readonly message: string; readonly to: Feel; readonly data: Readonly<Record<string, Feel>> }
  | { readonly kind: 'signal'; readonly signal: string; readonly data: Readonly<Record<string, Feel>> };

/**
 * `on`: of an event sub-process, what starts it; of the process itself a message that starts a case, with the form that it brings (starts.ts). `interrupting`, of an event sub-process
 * alone, is true where absent (§10.5.2); an error always interrupts.
 */
export interface StartEvent extends NodeBase { readonly type: 'startEvent'; readonly on?: Awaited; readonly interrupting?: boolean }
/** BPMN §10.5.3; 'terminate' ends the whole case, or the sub-process, at once. */
export interface EndEvent extends NodeBase { readonly type: 'endEvent'; readonly terminate?: boolean; readonly throws?: Thrown; readonly outcome: string }
/** How the signers' votes become the outcome of the step; the rules are in engine/tasks/voting.ts. */
export type SigningRule =
  | { readonly kind: 'all' }                                                                            // 会签
  | { readonly kind: 'any' }                                                                            // 或签
  | { readonly kind: 'share'; readonly of: { readonly numerator: number; readonly denominator: number } } // 比例
  | { readonly kind: 'weight'; readonly needed: number }                                                // 票签
  | { readonly kind: 'chair' };                                                                         // 组长

/** 会签: the step has one seat per signer, each with a task of its own; the rule decides the step. */
export interface Signing {
  /** In the order in which they sign. `field` names a case field that holds a list of pools. */
  readonly signers: readonly { readonly by: Assignment; readonly weight?: number; readonly chair?: boolean }[] | { readonly field: string };
  /** 'in-turn' (依次): the next is asked when the one before has voted. */
  readonly order: 'together' | 'in-turn';
  readonly rule: SigningRule;
  /** Outcomes of the step that count as consent and as objection; any other outcome is an abstention (弃权). The step ends with one of these two. */
  readonly agree: string;
  readonly disagree: string;
}

export interface UserTask extends NodeBase {
  readonly type: 'userTask';
  readonly assignment: Assignment;
  readonly form: Form;
  readonly outcomes: readonly Outcome[];
  /** 职责分离: whoever completed one of these steps in this case may not take this one. */
  readonly notSameAs?: readonly string[];
  /** 指定办理: field with a list of names or accounts; whoever holds the post and is none of them may not take the step. Nobody named = anybody in the post. */
  readonly designated?: string;
  /**
   * 同一人连续审批: where whoever did the step before holds this post too, the step counts as decided with this outcome, and the record says so. Absent = they are
   * asked again; `notSameAs` = somebody else is. The form may ask for nothing.
   */
  readonly sameApprover?: { readonly outcome: string };
  /** 送达: completing the step records the service of the last document of this template; the form asks for the day and the way. */
  readonly serves?: string;
  /** Several sign; `assignment` then only says whose step it is. */
  readonly signing?: Signing;
  readonly multi?: MultiInstance;
}
/** Leaves the system or writes outside the case: run by an activity, retried, idempotent by (case, job). */
export interface ServiceTask extends NodeBase {
  readonly type: 'serviceTask';
  readonly service: string;
  /** Input of the service: FEEL by parameter name. */
  readonly input: Readonly<Record<string, Feel>>;
  /** Which field gets which result of the service. A refusal (no money, nobody to draw) is a result too: the flow decides what follows. */
  readonly output?: Readonly<Record<string, string>>;
  /** Business error (BPMN §10.5.5): FEEL over the case with `result` = what the service told. Gives the code of the error that the task ends with, or null. */
  readonly error?: Feel;
}
/**
 * Call activity (调用活动; BPMN §10.3.7, §13.3.7): opens a case of another process, with its own number, record, clocks and version, and waits
 * until it is closed. The rules are in engine/between/calls.ts.
 */
export interface CallActivity extends NodeBase {
  readonly type: 'callActivity';
  /** Key of the process; its latest version when the case is opened. */
  readonly process: string;
  /** Fields of the other case, FEEL over this one. */
  readonly input: Readonly<Record<string, Feel>>;
  /** Fields of this case, FEEL over it with `child` = {caseId, number, title, outcome, data} (data: by the names of its fields). */
  readonly output?: Readonly<Record<string, Feel>>;
  /** Which agency handles the other case; that of this case where absent. */
  readonly agency?: AgencyRef;
  /** false (另案处理): the other case is opened and goes its own way; this one goes on at once, and what becomes of either is no concern of the other. */
  readonly wait?: boolean;
  readonly multi?: MultiInstance;
}
export interface ScriptTask extends NodeBase { readonly type: 'scriptTask'; readonly set: Readonly<Record<string, Feel>> }
/** BPMN §10.3.3, DMN 1.5 §8: a decision table of the definition decides; `set` sees what it gave as `result`, beside what every expression sees. */
export interface BusinessRuleTask extends NodeBase { readonly type: 'businessRuleTask'; readonly decision: string; readonly set: Readonly<Record<string, Feel>> }
export interface ExclusiveGateway extends NodeBase { readonly type: 'exclusiveGateway'; readonly default?: string }
export interface ParallelGateway extends NodeBase { readonly type: 'parallelGateway' }
/** BPMN §10.6.3: as many ways on as have a true condition; where ways meet, it waits for those that can still come (inclusive-join.ts). */
export interface InclusiveGateway extends NodeBase { readonly type: 'inclusiveGateway'; readonly default?: string }
/** BPMN §10.6.6: waits for the first of the events that follow it; the others are then no longer awaited. */
export interface EventGateway extends NodeBase { readonly type: 'eventGateway' }
/** Intermediate catch event (§10.5.4): the token rests until it occurs. Timer, message or signal. */
export interface CatchEvent extends NodeBase { readonly type: 'catchEvent'; readonly on: Awaited }
/** Intermediate throw event (§10.5.4): escalation, message or signal; without `throws` it only marks that the case has come here. */
export interface ThrowEvent extends NodeBase { readonly type: 'throwEvent'; readonly throws?: Thrown }
/** Link events (链接; §10.5.5): the token goes on at the catching one of the same name in the same level, as if a flow led there. */
export interface LinkEvent extends NodeBase { readonly type: 'linkEvent'; readonly link: string; readonly end: 'throw' | 'catch' }
/** Boundary event (§10.5.4) beside an activity. An error always interrupts. */
export interface BoundaryEvent extends NodeBase { readonly type: 'boundaryEvent'; readonly attachedTo: string; readonly interrupting: boolean; readonly on: Awaited }
export type TimerSpec =
  | { readonly kind: 'after'; readonly rule: ClockRule; /** repeat while the activity lasts (non-interrupting only) */ readonly repeat?: boolean }
  /** At 00:00 of the day in this field. */
  | { readonly kind: 'on'; readonly field: string }
  /** When this clock is due, and wherever pauses and extensions move it. Not armed where the clock does not run. */
  | { readonly kind: 'clock'; readonly clock: string };

export type Node =
  | StartEvent | EndEvent | UserTask | ServiceTask | ScriptTask | BusinessRuleTask | SubProcess | CallActivity
  | ExclusiveGateway | ParallelGateway | InclusiveGateway | EventGateway | CatchEvent | ThrowEvent | LinkEvent | BoundaryEvent;
/** Nodes that wait for something to occur. */
export type Catching = CatchEvent | BoundaryEvent | (StartEvent & { readonly on: Awaited });

export interface Flow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name?: Text;
  readonly condition?: Feel;
}

/** When a clock starts or stops. `outcome` narrows a completed user task to one decision. */
export interface Trigger {
  readonly on: 'entered' | 'completed';
  readonly node: string;
  readonly outcome?: string;
}

/** One version of a limit. The first rule that applies is chosen when the clock starts, and recorded. */
export interface ClockRuleChoice extends ClockRule {
  /** FEEL over the case data, e.g. consumer goods or motor vehicles. */
  readonly when?: Feel;
  /** In force for cases received from (inclusive) / until (exclusive) this day. */
  readonly inForceFrom?: string;
  readonly inForceUntil?: string;
}

export interface ClockDefinition {
  readonly id: string;
  readonly name: Text;
  readonly rules: readonly ClockRuleChoice[];
  readonly start: readonly Trigger[];
  readonly stop: readonly Trigger[];
  /** Counts from the day or the moment in this field (发现之日、采取措施之时) and not from the trigger itself. A limit in hours counts from a moment. */
  readonly startsFrom?: string;
  /**
   * Ends with the day in this field: one that a notice sets, or that is counted back from an appointment (听证的七个工作日前). The rule then says by which
   * article, and how the day was counted; the day is neither counted again nor moved. Where the field is empty there is no limit.
   */
  readonly endsOn?: string;
  /** Whose duty it is: shown to people, and the addressee of warnings. */
  readonly duty: Assignment;
  readonly warnings: readonly Warning[];
  /**
   * What happens when time is up. 'record' = the breach is recorded and shown; 'escalate' also informs one level up;
   * 'lapse' = no duty was missed but a right has ended (逾期视为放弃): the clock just ends.
   * 'block' = the step can no longer be done in the ordinary way: only whoever manages the case may still complete it.
   * 'decide' = the law says what silence means (行政许可法 §50: 逾期未作决定的，视为准予延续): the open step is completed with this outcome.
   */
  readonly breach: 'record' | 'escalate' | 'lapse' | { readonly kind: 'block'; readonly step: string } | { readonly kind: 'decide'; readonly step: string; readonly outcome: string };
  /** 不计入期限: the clock stands still while a token is at one of these steps (检测、检验、检疫、鉴定…). */
  readonly excludes?: readonly ClockExclusion[];
  /** 并案: the limit counts anew from the last matter that was merged into the case, by this article (处理期限自最后一次…重新计算). */
  readonly restartsOnMerge?: Basis;
  /** 延期: how often and by how much it may be extended. The first grant uses the first entry, the second the second. */
  readonly extensions?: readonly ExtensionRule[];
}
export interface ClockExclusion { readonly during: string; readonly reason: Text; readonly basis: Basis }
export interface ExtensionRule {
  readonly name: Text;
  /** Added to the limit; null where the law sets no number and the approver names it (案情特别复杂…继续延长的期限). */
  readonly budget: Budget | null;
  /** Who grants it (批准人). */
  readonly approver: Assignment;
  readonly basis: Basis;
  /**
   * 集体讨论决定延期: granted by no single person, but by a decision of the case. `asked` is refused where the limit cannot be extended so now; `granted` extends it
   * by as many days of the calendar as `days` says, for the reasons in `reasons`.
   */
  readonly decided?: { readonly asked: Trigger; readonly granted: Trigger; readonly days: string; readonly reasons: string };
}

/** 当事人: a party of the case, found by an identifier in the data: an enterprise or a natural person (自然人). */
export type PartyDefinition = {
  readonly name: Text;
  /** 'first-task': it learns of the case when it is first asked something, and sees nothing of it before. Absent: from the start. */
  readonly sees?: 'first-task';
} & (
  /** Field with the unified social credit code (统一社会信用代码). */
  | { readonly usccField: string }
  /** Field with the account of a natural person. The engine fills it in when they start the case themselves; nobody else may, but a case that calls this one. */
  | { readonly personField: string }
);

/** Who may start a case of this process. */
export type StarterRule =
  /** `sets`: what stands in these fields of the start form where a natural person starts it as that party; they are not asked (来源 of a report, 渠道 of a complaint). null = nothing. */
  | { readonly kind: 'party'; readonly party: string; readonly sets?: JsonObject }
  | { readonly kind: 'office'; readonly role: string };

export interface ProcessDefinition {
  readonly key: string;
  /** Counts up with every change that is registered. */
  readonly version: number;
  readonly name: Text;
  readonly summary: Text;
  /** Short code used in case numbers (案号), e.g. 召. */
  readonly numberWord: string;
  readonly roles: Readonly<Record<string, Text>>;
  readonly parties: Readonly<Record<string, PartyDefinition>>;
  readonly fields: Readonly<Record<string, Field>>;
  readonly starters: readonly StarterRule[];
  /**
   * 撤回: the party may take the case back also after somebody has acted on it: by the first of these messages for which the flow waits, where `when` holds. What they
   * give as their reason goes into the field `reasons`.
   */
  readonly withdrawal?: { readonly party: string; readonly reasons: string; readonly ways: readonly { readonly message: string; readonly when?: Feel }[] };
  /** Kinds of agencies that take such cases; market regulators where absent. */
  readonly receivedBy?: readonly AgencyKind[];
  /** The form with which a case is started (also the enterprise's application form), by its plain start event (starts.ts). */
  readonly startForm: Form;
  /** FEEL string expression that gives the title of a case. */
  readonly title: Feel;
  readonly outcomes: Readonly<Record<string, Text>>;
  readonly nodes: readonly Node[];
  readonly flows: readonly Flow[];
  readonly clocks: readonly ClockDefinition[];
  /** 决策表, for business rule tasks. */
  readonly decisions?: readonly DecisionTable[];
  /** 文书式样, by name; a service task 'document.generate' draws one up. */
  readonly documents?: Readonly<Record<string, DocumentTemplate>>;
  readonly extensions?: Readonly<Record<string, Json>>;
}
