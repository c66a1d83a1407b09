/**
 * Who catches what is thrown (BPMN 2.0.2 §10.5.7, §13.5.3, §13.5.4), found from where things stand in the model; it never depends on the case.
 *
 * From the thrower outwards, the first that catches: where an activity throws it, its own boundary events; then, level by level, the event sub-processes
 * of the level, and the boundary events of the sub-process that is the level. At one place a catcher that names the code comes before one that
 * catches all. What an event sub-process throws itself is not caught by it or by its siblings, but further out: they belong to the same level.
 */
import type { Awaited, BoundaryEvent, Node, ProcessDefinition, StartEvent, SubProcess } from './types.ts';

export interface ThrownCode { readonly kind: 'error' | 'escalation'; /** Null = not known before it is thrown: only who catches all is sure to catch it. */ readonly code: string | null }
export interface Triggered { readonly sub: SubProcess; readonly start: StartEvent & { readonly on: Awaited } }
export type Catcher = { readonly at: 'beside'; readonly event: BoundaryEvent } | { readonly at: 'within'; readonly triggered: Triggered };

export const isTriggered = (node: Node | undefined): node is SubProcess => node?.type === 'subProcess' && node.triggered === true;
export const interrupts = ({ on, interrupting }: StartEvent | BoundaryEvent): boolean => on?.kind === 'error' || interrupting !== false;

/** The event sub-processes of a level. @param parent the sub-process that is the level; undefined = the process itself */
export const triggeredIn = (model: ProcessDefinition, parent: string | undefined): readonly Triggered[] =>
  model.nodes.filter((n): n is SubProcess => isTriggered(n) && n.parent === parent).flatMap((sub) => {
    const start = model.nodes.find((n) => n.type === 'startEvent' && n.parent === sub.id);
    return start?.type === 'startEvent' && start.on ? [{ sub, start: { ...start, on: start.on } }] : [];
  });

const codeOf = (on: Awaited): string | undefined => (on.kind === 'error' ? on.error : on.kind === 'escalation' ? on.escalation : undefined);

function first<T>(among: readonly T[], eventOf: (one: T) => Awaited, { kind, code }: ThrownCode): T | undefined {
  const fits = among.filter((one) => eventOf(one).kind === kind);
  return (code === null ? undefined : fits.find((one) => codeOf(eventOf(one)) === code)) ?? fits.find((one) => codeOf(eventOf(one)) === undefined);
}

/** @param own the node is an activity that throws it itself, so that its own boundary events are asked first */
export function catcherOf(model: ProcessDefinition, from: Node, thrown: ThrownCode, own: boolean): Catcher | null {
  const beside = (node: string): Catcher | null => {
    const event = first(model.nodes.filter((n): n is BoundaryEvent => n.type === 'boundaryEvent' && n.attachedTo === node), (n) => n.on, thrown);
    return event ? { at: 'beside', event } : null;
  };
  let caught = own ? beside(from.id) : null;
  for (let node: Node | undefined = from; node && !caught;) {
    const { parent }: Node = node;
    const triggered = isTriggered(node) ? undefined : first(triggeredIn(model, parent), (t) => t.start.on, thrown);
    caught = triggered ? { at: 'within', triggered } : parent === undefined ? null : beside(parent);
    node = parent === undefined ? undefined : model.nodes.find((n) => n.id === parent);
  }
  return caught;
}
