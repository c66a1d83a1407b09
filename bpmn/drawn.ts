/**
 * What BPMN itself says of a node: the part that every engine and every modeler reads and writes. An export writes it, with the exact node beside it
 * as JSON; an import holds both against each other. Where they agree the exact node stands; where somebody has changed the drawing, the drawing wins.
 */
import type { Awaited, Flow, Node, Thrown, TimerSpec } from '../domain/model/types.ts';
import { xmlSafe } from './moddle.ts';

export type EventKind = 'timer' | 'message' | 'signal' | 'error' | 'escalation' | 'link' | 'terminate';
export interface DrawnEvent {
  readonly kind: EventKind;
  /** Name of the message, signal, link; code of the error, escalation. Empty = any, or none. */
  readonly ref: string;
  /** timeDuration, timeDate or timeCycle with its text. */
  readonly timer?: { readonly as: 'timeDuration' | 'timeDate' | 'timeCycle'; readonly text: string; readonly standard: boolean };
}
export interface Drawn {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly documentation: string;
  readonly parent: string | null;
  readonly default: string | null;
  readonly triggered: boolean;
  readonly attachedTo: string | null;
  readonly interrupting: boolean | null;
  /** Process that is called, service that is run, script, role of the post: what stands in an attribute or element of the standard. */
  readonly says: string | null;
  readonly loop: { readonly sequential: boolean; readonly item: string; readonly completion: string | null } | null;
  readonly event: DrawnEvent | null;
}

const types: Readonly<Record<Node['type'], string>> = {
  startEvent: 'bpmn:StartEvent', endEvent: 'bpmn:EndEvent', userTask: 'bpmn:UserTask', serviceTask: 'bpmn:ServiceTask', callActivity: 'bpmn:CallActivity',
  scriptTask: 'bpmn:ScriptTask', businessRuleTask: 'bpmn:BusinessRuleTask', subProcess: 'bpmn:SubProcess', exclusiveGateway: 'bpmn:ExclusiveGateway',
  parallelGateway: 'bpmn:ParallelGateway', inclusiveGateway: 'bpmn:InclusiveGateway', eventGateway: 'bpmn:EventBasedGateway', catchEvent: 'bpmn:IntermediateCatchEvent',
  throwEvent: 'bpmn:IntermediateThrowEvent', linkEvent: 'bpmn:IntermediateThrowEvent', boundaryEvent: 'bpmn:BoundaryEvent',
};

export function drawnOf(node: Node): Drawn {
  const multi = 'multi' in node ? node.multi : undefined;
  return {
    id: node.id, type: node.type === 'linkEvent' && node.end === 'catch' ? 'bpmn:IntermediateCatchEvent' : types[node.type],
    name: flat(node.name.zh), documentation: trimmed(node.documentation?.zh ?? ''), parent: node.parent ?? null,
    default: (node.type === 'exclusiveGateway' || node.type === 'inclusiveGateway') && node.default !== undefined ? node.default : null,
    triggered: node.type === 'subProcess' && node.triggered === true,
    attachedTo: node.type === 'boundaryEvent' ? node.attachedTo : null,
    interrupting: node.type === 'boundaryEvent' ? node.interrupting : node.type === 'startEvent' && node.on ? node.interrupting !== false : null,
    says: saysOf(node),
    loop: multi ? { sequential: multi.sequential === true, item: flat(multi.item), completion: trimmed(multi.completion ?? '') || null } : null,
    event: eventOf(node),
  };
}

/** Attributes and texts come back from XML with other white space than they went. */
export const flat = (text: string): string => xmlSafe(text).replace(/\s+/g, ' ').trim();
const trimmed = (text: string): string => xmlSafe(text).replace(/\r\n?/g, '\n').trim();

function saysOf(node: Node): string | null {
  switch (node.type) {
    case 'callActivity':
      return flat(node.process);
    case 'serviceTask':
      return flat(node.service);
    case 'scriptTask':
      return trimmed(scriptOf(node.set));
    case 'userTask':
      return node.assignment.kind === 'office' ? trimmed(node.assignment.role) || null : null;
    default:
      return null;
  }
}
/** One value as it is computed, several as the FEEL context that they are. */
const scriptOf = (set: Readonly<Record<string, string>>): string => {
  const [only, more] = Object.values(set);
  return only !== undefined && more === undefined ? only : `{${Object.entries(set).map(([field, feel]) => `${field}: ${feel}`).join(', ')}}`;
};

function eventOf(node: Node): DrawnEvent | null {
  switch (node.type) {
    case 'startEvent':
    case 'catchEvent':
    case 'boundaryEvent':
      return node.on ? awaitedEvent(node.on) : null;
    case 'throwEvent':
      return node.throws ? thrownEvent(node.throws) : null;
    case 'endEvent':
      return node.throws ? thrownEvent(node.throws) : node.terminate ? { kind: 'terminate', ref: '' } : null;
    case 'linkEvent':
      return { kind: 'link', ref: flat(node.link) };
    default:
      return null;
  }
}

function awaitedEvent(on: Awaited): DrawnEvent {
  switch (on.kind) {
    case 'timer':
      return { kind: 'timer', ref: '', timer: drawnTimer(on.timer) };
    case 'message':
      return { kind: 'message', ref: flat(on.message) };
    case 'signal':
      return { kind: 'signal', ref: flat(on.signal) };
    case 'error':
      return { kind: 'error', ref: flat(on.error ?? '') };
    case 'escalation':
      return { kind: 'escalation', ref: flat(on.escalation ?? '') };
  }
}
const thrownEvent = (thrown: Thrown): DrawnEvent =>
  ({ kind: thrown.kind, ref: flat(thrown.kind === 'error' ? thrown.error : thrown.kind === 'escalation' ? thrown.escalation : thrown.kind === 'message' ? thrown.message : thrown.signal) });

/** ISO 8601 has no working days and no clocks that stand still: what it cannot say is written in words, which no engine takes for a duration. */
function drawnTimer(timer: TimerSpec): NonNullable<DrawnEvent['timer']> {
  switch (timer.kind) {
    case 'after': {
      const { amount, unit } = timer.rule.budget;
      const iso = { 'calendar-day': `P${amount}D`, hour: `PT${amount}H`, month: `P${amount}M`, year: `P${amount}Y`, 'working-day': null }[unit];
      const text = iso === null ? `${amount} ${unit}` : timer.repeat ? `R/${iso}` : iso;
      return { as: timer.repeat ? 'timeCycle' : 'timeDuration', text, standard: iso !== null };
    }
    case 'on':
      return { as: 'timeDate', text: flat(timer.field), standard: true };
    case 'clock':
      return { as: 'timeDate', text: flat(`clock ${timer.clock}`), standard: false };
  }
}

export interface DrawnFlow { readonly id: string; readonly from: string; readonly to: string; readonly name: string; readonly condition: string | null }
export const drawnFlow = ({ id, from, to, name, condition }: Flow): DrawnFlow =>
  ({ id, from, to, name: flat(name?.zh ?? ''), condition: trimmed(condition ?? '') || null });
