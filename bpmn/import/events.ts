/** Events of other engines: what is waited for, what is thrown. */
import type { Awaited, Node, Thrown } from '../../domain/model/types.ts';
import type { Drawn, EventKind } from '../drawn.ts';
import { childOf, childrenOf, nameOf, textOf, type Element } from '../moddle.ts';
import { expression, isExpression } from './expression.ts';
import { attributeOf, extensionsOf, joined, partsIn, type Extensions } from './extensions.ts';
import type { Reading } from './reading.ts';
import { sending, type Sent } from './services.ts';
import { surroundingsOf } from './surround.ts';
import { timerOf } from './time.ts';

type Base = Pick<Node, 'id' | 'name'> & { readonly parent?: string };

/** Whether the event definitions can be read at all; what cannot is refused here. */
export function readable(reading: Reading, element: Element): boolean {
  const definitions = [...childrenOf(element, 'eventDefinitions'), ...childrenOf(element, 'eventDefinitionRef')];
  if (definitions.length > 1 || childrenOf(element, 'eventDefinitionRef').length > 0) return no(reading, element, 'element.several-events');
  switch (definitions[0]?.$type) {
    case 'bpmn:CompensateEventDefinition':
    case 'bpmn:CancelEventDefinition':
      return no(reading, element, 'element.transaction');
    case 'bpmn:ConditionalEventDefinition':
      return no(reading, element, 'element.conditional');
    default:
      return true;
  }
}
function no(reading: Reading, element: Element, code: 'element.several-events' | 'element.transaction' | 'element.conditional'): false {
  reading.refuse(code, element);
  return false;
}

/** What a catching event waits for; null where it was refused. */
export function awaitedOf(reading: Reading, element: Element, drawn: Drawn): Awaited | null {
  const definition = childrenOf(element, 'eventDefinitions')[0];
  if (!definition || !drawn.event) return (reading.refuse('event.undefined', element), null);
  const { kind, ref } = drawn.event;
  tellDefinition(reading, element, definition);
  switch (kind) {
    case 'timer': {
      const timer = timerOf(reading, element, definition, drawn.id);
      return timer && { kind, timer };
    }
    case 'message': {
      const message = named(reading, element, ref || nameOf(element), 'message.none');
      if (message !== null) openForm(reading, drawn.id);
      return message === null ? null : { kind, message, form: {} };
    }
    case 'signal': {
      const signal = named(reading, element, ref, 'signal.none');
      if (signal !== null) openForm(reading, drawn.id);
      return signal === null ? null : { kind, signal, form: {} };
    }
    case 'error':
      return ref === '' ? { kind } : { kind, error: ref };
    case 'escalation':
      return ref === '' ? { kind } : { kind, escalation: ref };
    case 'link':
    case 'terminate':
      reading.refuse('event.here', element);
      return null;
  }
}

/** A message brings what its sender likes: which variables, only the expressions after it tell. */
export const openForm = (reading: Reading, id: string): void => void reading.open.set(id, {});

function named(reading: Reading, element: Element, name: string, missing: 'message.none' | 'signal.none'): string | null {
  if (name === '') return (reading.refuse(missing, element), null);
  if (isExpression(name)) return (reading.refuse('message.dynamic', element, name), null);
  return name;
}

/** Attributes and extensions of the event definition itself and of the message or error to which it refers. */
function tellDefinition(reading: Reading, element: Element, definition: Element): void {
  for (const part of [definition, childOf(definition, 'messageRef'), childOf(definition, 'signalRef'), childOf(definition, 'errorRef'), childOf(definition, 'escalationRef')]) {
    if (!part) continue;
    const extensions = extensionsOf({ ...reading, refuse: (code, _, detail) => reading.refuse(code, element, detail), note: (code, _, detail) => reading.note(code, element, detail) }, part);
    extensions.finish();
  }
}

/** What a throwing event throws; null where it was refused, undefined where it throws nothing. */
function thrownOf(reading: Reading, element: Element, drawn: Drawn, around: Beside): Thrown | Extract<Sent, { kind: 'service' }> | null | undefined {
  const definition = childrenOf(element, 'eventDefinitions')[0];
  if (!definition || !drawn.event) return undefined;
  const { kind, ref } = drawn.event;
  switch (kind) {
    case 'error':
      tellDefinition(reading, element, definition);
      return ref === '' ? (reading.refuse('error.none', element), null) : { kind, error: ref };
    case 'escalation':
      tellDefinition(reading, element, definition);
      return ref === '' ? (reading.refuse('escalation.none', element), null) : { kind, escalation: ref };
    case 'message': {
      const both = joined(around.extensions, extensionsOf(reading, definition));
      const sent = sending(reading, { element, at: drawn.id, local: around.local }, ref, both);
      both.finish();
      return sent?.kind === 'message' ? sent.throws : sent;
    }
    case 'signal': {
      const signal = named(reading, element, ref, 'signal.none');
      const data = signalData(reading, element, drawn.id, definition);
      return signal === null || data === null ? null : { kind, signal, data };
    }
    case 'timer':
    case 'link':
    case 'terminate':
      reading.refuse('event.here', element);
      return null;
  }
}

function signalData(reading: Reading, element: Element, at: string, definition: Element): Readonly<Record<string, string>> | null {
  const extensions = extensionsOf(reading, definition);
  const pairs = extensions.elements('in').map(({ value }) => {
    const [source, computed, target] = [attributeOf(value, 'source'), attributeOf(value, 'sourceExpression'), attributeOf(value, 'target')];
    const feel = computed !== undefined ? expression(reading, { element, at }, computed, 'any') : source !== undefined ? expression(reading, { element, at }, `\${${source}}`, 'any') : null;
    return target === undefined || feel === null ? null : ([reading.names.field(target), feel] as const);
  });
  if (partsIn(childOf(definition, 'extensionElements'), 'in').length > 0 && pairs.includes(null)) return null;
  extensions.finish();
  const known = pairs.filter((p) => p !== null);
  if (known.length < pairs.length) return (reading.refuse('extension.behaviour', element, 'in'), null);
  return Object.fromEntries(known);
}

interface Beside { readonly extensions: Extensions; readonly local: readonly string[] }

const parts: Readonly<Record<string, (reading: Reading, element: Element, drawn: Drawn, base: Base, beside: Beside) => Node | null>> = {
  'bpmn:IntermediateCatchEvent': (reading, element, drawn, base) => {
    if (drawn.event?.kind === 'link') return linkOf(reading, element, drawn, base, 'catch');
    if (drawn.event?.kind === 'error' || drawn.event?.kind === 'escalation') return (reading.refuse('event.here', element), null);
    const on = awaitedOf(reading, element, drawn);
    return on && { ...base, type: 'catchEvent', on };
  },
  'bpmn:IntermediateThrowEvent': (reading, element, drawn, base, beside) => {
    if (drawn.event?.kind === 'link') return linkOf(reading, element, drawn, base, 'throw');
    if (drawn.event?.kind === 'error') return (reading.refuse('event.here', element), null);
    const throws = thrownOf(reading, element, drawn, beside);
    if (throws?.kind !== 'service') return throws === null ? null : { ...base, type: 'throwEvent', ...(throws ? { throws } : {}) };
    reading.note('send.service', element, throws.task.service);
    return { ...base, ...throws.task };
  },
  'bpmn:BoundaryEvent': (reading, element, drawn, base) => {
    if (drawn.attachedTo === null) return (reading.refuse('reference.unresolved', element, 'attachedToRef'), null);
    const on = awaitedOf(reading, element, drawn);
    return on && { ...base, type: 'boundaryEvent', attachedTo: drawn.attachedTo, interrupting: on.kind === 'error' ? true : drawn.interrupting !== false, on };
  },
  'bpmn:EndEvent': (reading, element, drawn, base, beside) => {
    const outcome = drawn.parent === null ? drawn.id : '';
    if (drawn.event?.kind === 'terminate') return { ...base, type: 'endEvent', terminate: true, outcome };
    const throws = thrownOf(reading, element, drawn, beside);
    if (throws?.kind !== 'service') return throws === null ? null : { ...base, type: 'endEvent', ...(throws ? { throws } : {}), outcome };
    surroundingsOf(reading, base.id, element).before.push({ ...base, id: reading.names.step(`${base.id}Send`), ...throws.task });
    reading.note('send.service', element, throws.task.service);
    return { ...base, type: 'endEvent', outcome };
  },
};

/** Intermediate, boundary and end events. */
export const eventNode = (reading: Reading, element: Element, drawn: Drawn, base: Base, beside: Beside): Node | null => parts[element.$type]?.(reading, element, drawn, base, beside) ?? null;

/** @param triggered of an event sub-process, whose start says what starts it */
export function startNode(reading: Reading, element: Element, drawn: Drawn, base: Base, triggered: boolean): Node | null {
  if (triggered) {
    const on = awaitedOf(reading, element, drawn);
    return on && { ...base, type: 'startEvent', on, ...(drawn.interrupting === false && on.kind !== 'error' ? { interrupting: false } : {}) };
  }
  const kind: EventKind | 'none' = drawn.event?.kind ?? 'none';
  if (kind === 'message' && drawn.parent === null) {
    const on = awaitedOf(reading, element, drawn);
    return on && { ...base, type: 'startEvent', on };
  }
  if (kind !== 'none') return (reading.refuse(drawn.parent === null ? 'start.kind' : 'event.here', element), null);
  return { ...base, type: 'startEvent' };
}

function linkOf(reading: Reading, element: Element, drawn: Drawn, base: Base, end: 'throw' | 'catch'): Node | null {
  // bpmn-js names the link in the definition; many tools leave that out and name the event.
  const link = drawn.event?.ref || drawn.name;
  return link === '' ? (reading.refuse('link.none', element), null) : { ...base, type: 'linkEvent', link, end };
}

export const messageOf = (element: Element): string => textOf(childOf(element, 'messageRef'), 'name') ?? '';
