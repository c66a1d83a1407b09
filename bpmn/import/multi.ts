/** Multi-instance of three engines: over a collection, or so many times. */
import type { Feel, MultiInstance } from '../../domain/model/types.ts';
import type { Drawn } from '../drawn.ts';
import { bodyOf, childOf, flagOf, idOf, textOf, type Element } from '../moddle.ts';
import { expression, isExpression, type Where } from './expression.ts';
import { attributeOf, extensionsOf } from './extensions.ts';
import { nameProblem } from '../../domain/model/names.ts';
import { declareAssigned } from './mappings.ts';
import type { Reading } from './reading.ts';

export const counts = ['nrOfInstances', 'nrOfActiveInstances', 'nrOfCompletedInstances'];
const zeebeCounts: Readonly<Record<string, string>> = { numberOfInstances: 'nrOfInstances', numberOfActiveInstances: 'nrOfActiveInstances', numberOfCompletedInstances: 'nrOfCompletedInstances' };

/** `collected`: the field that gets, of each instance, what the expression says. */
export interface Several { readonly multi: MultiInstance; readonly collected?: { readonly field: string; readonly feel: Feel } }

/** undefined where it has one instance, null where it was refused. */
export function multiOf(reading: Reading, element: Element, drawn: Drawn, local: readonly string[]): Several | null | undefined {
  const loop = childOf(element, 'loopCharacteristics');
  if (loop?.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return undefined;
  const said = { ...reading, refuse: (code: Parameters<Reading['refuse']>[0], _: Element, detail?: string) => reading.refuse(code, element, detail), note: (code: Parameters<Reading['note']>[0], _: Element, detail?: string) => reading.note(code, element, detail) };
  const extensions = extensionsOf(said, loop);
  const where = { element, at: drawn.id, local };
  const zeebe = extensions.element('loopCharacteristics')?.value;
  const written = extensions.attribute('collection') ?? attributeOf(zeebe, 'inputCollection') ?? referenced(loop);
  const item = extensions.attribute('elementVariable') ?? attributeOf(zeebe, 'inputElement') ?? (drawn.loop?.item || undefined) ?? 'loopCounter';
  const cardinality = bodyOf(loop, 'loopCardinality');
  const collection = written !== undefined ? expression(reading, where, isExpression(written) ? written : `\${${written}}`, 'list') : cardinality !== undefined ? times(reading, where, cardinality) : null;
  if (written === undefined && cardinality === undefined) reading.refuse('multi.collection', element);
  const named = nameProblem('field', item) === null ? item : reading.names.field(item);
  const condition = bodyOf(loop, 'completionCondition');
  const completion = condition ? expression(reading, { ...where, local: [...local, named, ...counts] }, counted(condition), 'boolean') : undefined;
  const [target, each] = [attributeOf(zeebe, 'outputCollection'), attributeOf(zeebe, 'outputElement')];
  const collected = target === undefined ? undefined : collectedOf(reading, { ...where, local: [...local, named], after: true }, target, each);
  extensions.finish();
  if (collection === null || completion === null || collected === null) return null;
  return { multi: { collection, item: named, ...(flagOf(loop, 'isSequential') ? { sequential: true } : {}), ...(completion === undefined ? {} : { completion }) }, ...(collected ? { collected } : {}) };
}

/** Without an expression the list has as many empty places as there are instances. */
function collectedOf(reading: Reading, where: Where, target: string, each: string | undefined): Several['collected'] | null {
  const feel = each === undefined ? 'null' : expression(reading, where, each, 'any');
  const field = declareAssigned(reading, where.element, target);
  reading.uses.push({ variable: target, as: 'list', element: where.element, at: where.at, after: true });
  return feel === null ? null : { field, feel };
}

/** Flowable takes the name of a variable where the standard has a reference to data: moddle leaves it unresolved (read.ts keeps it). */
const referenced = (loop: Element): string | undefined => {
  const data = childOf(loop, 'loopDataInputRef');
  return textOf(data, 'name') ?? (data ? idOf(data) : undefined) ?? textOf(loop, 'loopDataInputRef');
};

/** n times: the item counts from 0, as loopCounter does in Camunda 7 and Flowable. */
function times(reading: Reading, where: { readonly element: Element; readonly at: string; readonly local: readonly string[] }, written: string): string | null {
  const fixed = /^=?\s*(\d{1,4})$/.exec(written.replace(/^[$#]\{\s*(\d+)\s*\}$/, '$1'))?.[1];
  if (fixed !== undefined) return Number(fixed) === 0 ? '[]' : `for i in 1..${fixed} return i - 1`;
  const n = expression(reading, where, written, 'number');
  return n === null ? null : `if ${n} >= 1 then (for i in 1..${n} return i - 1) else []`;
}

/** Camunda 8 has other names for the counts. */
const counted = (condition: string): string => condition.replace(/\bnumberOf(?:Active|Completed)?Instances\b/g, (name) => zeebeCounts[name] ?? name);
