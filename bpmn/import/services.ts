/** Code of other engines that a service of ours stands for: service tasks, and messages that such code sends. */
import { services } from '../../domain/model/services.ts';
import type { ServiceTask, Thrown } from '../../domain/model/types.ts';
import { idOf, textOf, type Element } from '../moddle.ts';
import { isExpression, type Where } from './expression.ts';
import { attributeOf, type Extensions } from './extensions.ts';
import { declareAssigned, fieldInjections, inputs, writtenOutputs } from './mappings.ts';
import type { Reading } from './reading.ts';

type Task = Pick<ServiceTask, 'type' | 'service' | 'input' | 'output'>;
export type Sent = { readonly kind: 'message'; readonly throws: Thrown } | { readonly kind: 'service'; readonly task: Task };

const own = <T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined => (record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined);

/** What code of the other engine the task calls. */
export function implementationOf(extensions: Extensions): string | undefined {
  const type = extensions.attribute('type');
  const called = extensions.attribute('topic') ?? attributeOf(extensions.element('taskDefinition')?.value, 'type') ?? extensions.attribute('delegateExpression') ?? extensions.attribute('expression') ?? extensions.attribute('class');
  return called ?? type;
}

/** The service that the options give for the code or for the element, or whose own name the code has. */
function serviceFor(reading: Reading, element: Element, implementation: string): string | undefined {
  const plain = implementation.replace(/^[$#]\{\s*(.*?)\s*\}$/, '$1');
  const asked = own(reading.options.services, implementation) ?? own(reading.options.services, idOf(element)) ?? plain;
  return Object.hasOwn(services, asked) ? asked : undefined;
}

/** null where it was refused. */
export function serviceOf(reading: Reading, where: Where, extensions: Extensions): Task | null {
  const { element } = where;
  const implementation = implementationOf(extensions) ?? textOf(element, 'implementation')?.replace(/^##.*$/, '') ?? '';
  const service = serviceFor(reading, element, implementation);
  if (service !== undefined) return task(reading, where, service, extensions);
  leaveToCode(extensions);
  return (reading.refuse(implementation === '' ? 'service.none' : 'service.unknown', element, implementation), null);
}

function task(reading: Reading, where: Where, service: string, extensions: Extensions): Task {
  const input = [...inputs(reading, where, extensions), ...fieldInjections(reading, where, extensions)].map(({ target, feel }) => [target, feel] as const);
  const output = writtenOutputs(reading, where, extensions).map(({ source, target }) => [declareAssigned(reading, where.element, target), source.replace(/^=\s*|^[$#]\{|\}$/g, '').trim()] as const);
  return { type: 'serviceTask', service, input: Object.fromEntries(input), ...(output.length > 0 ? { output: Object.fromEntries(output) } : {}) };
}

/** What is given to code that is not here. */
function leaveToCode(extensions: Extensions): void {
  for (const part of ['inputOutput', 'ioMapping', 'field', 'connector']) extensions.elements(part);
  extensions.attribute('resultVariable', 'resultVariableName');
}

/**
 * In other engines code of their own sends a message. Here it goes to another case, and only whoever brings the file knows to which; or a service does what the
 * code did (a notice to somebody, mostly). null where it was refused.
 */
export function sending(reading: Reading, where: Where, message: string, extensions: Extensions): Sent | null {
  const { element } = where;
  const implementation = implementationOf(extensions) ?? '';
  const to = own(reading.options.messageTo, message);
  const service = serviceFor(reading, element, implementation);
  if (message !== '' && isExpression(message)) return (leaveToCode(extensions), reading.refuse('message.dynamic', element, message), null);
  if (message !== '' && to !== undefined) {
    const data = Object.fromEntries([...inputs(reading, where, extensions), ...fieldInjections(reading, where, extensions)].map(({ target, feel }) => [reading.names.field(target), feel]));
    extensions.elements('connector');
    return { kind: 'message', throws: { kind: 'message', message, to, data } };
  }
  if (service !== undefined) return { kind: 'service', task: task(reading, where, service, extensions) };
  leaveToCode(extensions);
  return (reading.refuse(message === '' ? 'send.none' : 'message.to', element, message || implementation), null);
}
