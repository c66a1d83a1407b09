/** What other engines wrote beside an element. Everything that is read is ticked off; what is left at the end is refused or told, never dropped. */
import { childOf, childrenOf, type Element } from '../moddle.ts';
import { engineOf, type Engine, type Reading } from './reading.ts';

export interface Extensions {
  /** The engine that has the attribute or element of this name, with its value. */
  readonly attribute: (...names: readonly string[]) => string | undefined;
  readonly elements: (name: string) => readonly Part[];
  readonly element: (name: string) => Part | undefined;
  /** Tells what nobody has read. */
  readonly finish: () => void;
}
export interface Part { readonly engine: Engine; readonly name: string; readonly value: Element }

/** Changes what happens, so that leaving it out would make another process of it. */
const behaviour = new Set([
  'class', 'delegateExpression', 'expression', 'skipExpression', 'variableMappingClass', 'variableMappingDelegateExpression',
  'errorEventDefinition', 'eventType', 'triggerEventType', 'eventInParameter', 'eventOutParameter', 'channelKey', 'taskIdVariableName', 'taskCompleterVariableName', 'idVariableName', 'storeResultVariableAsTransient',
  'inputOutput', 'ioMapping', 'connector', 'in', 'out', 'eventListener', 'script', 'taskDefinition', 'mapException', 'variableAggregation', 'adHoc', 'calledDecision', 'calledElement', 'decisionRef',
  'type', 'topic', 'caseRef', 'errorCodeVariable', 'errorMessageVariable', 'errorVariableName', 'escalationCodeVariable', 'variableName', 'variableEvents', 'conditionalFilter', 'triggerable', 'agentDefinition', 'linkedResources',
]);

const listeners = new Set(['executionListener', 'taskListener', 'executionListeners', 'taskListeners']);

export function extensionsOf(reading: Reading, element: Element, parts: readonly Element[] = extensionParts(element)): Extensions {
  const read = new Set<unknown>();
  const attributes = Object.entries(element.$attrs ?? {}).flatMap(([name, value]) => {
    const [prefix = '', local] = name.split(':');
    const engine = local === undefined ? undefined : reading.prefixes.get(prefix);
    return local === undefined || prefix === 'xmlns' || engine === undefined || engine === 'none' || engine === 'banjie' ? [] : [{ engine, local, name, value }];
  });
  const own = parts.flatMap((value): Part[] => {
    const { uri, localName = '' } = value.$descriptor?.ns ?? {};
    const engine = engineOf(uri);
    return engine === null ? [] : [{ engine, name: localName, value }];
  });
  const elements = (name: string): readonly Part[] => own.filter((part) => part.name === name).map((part) => (read.add(part), part));
  return {
    attribute: (...names) => {
      const found = attributes.filter((a) => names.includes(a.local));
      for (const a of found) read.add(a);
      return found[0]?.value;
    },
    elements,
    element: (name) => elements(name)[0],
    finish: () => {
      for (const a of attributes) if (!read.has(a)) leftOver(reading, element, a.name, a.local);
      for (const part of own) if (!read.has(part)) leftOver(reading, element, String(part.value.$type), part.name);
      for (const part of parts) if (part.$type !== 'banjie:Exact' && !own.some((o) => o.value === part)) foreign(reading, element, String(part.$type));
    },
  };
}

/** What stands beside an element and beside a part of it, as one: engines differ in where they put it. */
export const joined = (one: Extensions, other: Extensions): Extensions => ({
  attribute: (...names) => {
    const [a, b] = [one.attribute(...names), other.attribute(...names)];
    return a ?? b;
  },
  elements: (name) => [...one.elements(name), ...other.elements(name)],
  element: (name) => [...one.elements(name), ...other.elements(name)][0],
  finish: () => {
    one.finish();
    other.finish();
  },
});

function leftOver(reading: Reading, element: Element, name: string, local: string): void {
  const { leaveOut = [] } = reading.options;
  if (leaveOut.includes(name) || leaveOut.includes(local)) reading.note('extension.left-out', element, name);
  else if (listeners.has(local)) reading.refuse('extension.listener', element, name);
  else if (behaviour.has(local)) reading.refuse('extension.behaviour', element, name);
  else reading.note('extension.unused', element, name);
}

/** Of a modeler or another tool, for itself: told once for each of its prefixes, of which a file may have hundreds. */
function foreign(reading: Reading, element: Element, name: string): void {
  const [prefix = ''] = name.split(':');
  if (reading.told.has(prefix)) return;
  reading.told.add(prefix);
  reading.note('extension.foreign', element, `${prefix}:*`);
}

const extensionParts = (element: Element): readonly Element[] => childrenOf(childOf(element, 'extensionElements'), 'values');

/** Children of an extension element by their local name, whatever their prefix. */
export const partsIn = (part: Element | undefined, name: string): readonly Element[] =>
  childrenOf(part, '$children').filter((child) => child.$type.split(':').at(-1) === name);
/** An attribute of an extension element. */
export const attributeOf = (part: Element | undefined, name: string): string | undefined => {
  const value = part?.[name];
  return typeof value === 'string' ? value : undefined;
};
export const textIn = (part: Element | undefined): string => (typeof part?.['$body'] === 'string' ? part['$body'].trim() : '');
