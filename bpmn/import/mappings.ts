/**
 * Input and output mappings (zeebe:ioMapping, camunda:inputOutput). Other engines give an activity variables of its own, and take some of them back; here a
 * case has fields, and steps before and after the activity set them (surround.ts).
 */
import type { Feel, FieldUse, Node } from '../../domain/model/types.ts';
import type { Element } from '../moddle.ts';
import { expression, longestValue, valueOf, type Where } from './expression.ts';
import { attributeOf, partsIn, textIn, type Extensions } from './extensions.ts';
import { declare } from './forms.ts';
import type { Reading } from './reading.ts';
import { setting, surroundingsOf } from './surround.ts';

export interface Mapping { readonly target: string; readonly feel: Feel; /** Variable that is taken as it is. */ readonly same?: string }

/** Parameters that an activity is given. */
export function inputs(reading: Reading, where: Where, extensions: Extensions): readonly Mapping[] {
  const zeebe = extensions.elements('ioMapping').flatMap(({ value }) => partsIn(value, 'input')).map((p) => [attributeOf(p, 'target'), valued(reading, where, attributeOf(p, 'source')), attributeOf(p, 'source')] as const);
  const camunda = extensions.elements('inputOutput').flatMap(({ value }) => partsIn(value, 'inputParameter')).map((p) => [attributeOf(p, 'name'), parameter(reading, where, p), textIn(p)] as const);
  return mapped(reading, where, [...zeebe, ...camunda]);
}

/** What is taken from an activity when it is complete. */
export function outputs(reading: Reading, where: Where, extensions: Extensions): readonly Mapping[] {
  const zeebe = extensions.elements('ioMapping').flatMap(({ value }) => partsIn(value, 'output')).map((p) => [attributeOf(p, 'target'), valued(reading, where, attributeOf(p, 'source')), attributeOf(p, 'source')] as const);
  const camunda = extensions.elements('inputOutput').flatMap(({ value }) => partsIn(value, 'outputParameter')).map((p) => [attributeOf(p, 'name'), parameter(reading, where, p), textIn(p)] as const);
  return mapped(reading, where, [...zeebe, ...camunda]);
}

/** The same as they are written, for results of code and of called processes, which have names of their own. */
export const writtenOutputs = (reading: Reading, { element }: Pick<Where, 'element'>, extensions: Extensions): readonly { readonly source: string; readonly target: string }[] =>
  [
    ...extensions.elements('ioMapping').flatMap(({ value }) => partsIn(value, 'output')).map((p) => [attributeOf(p, 'target'), attributeOf(p, 'source')] as const),
    ...extensions.elements('inputOutput').flatMap(({ value }) => partsIn(value, 'outputParameter')).map((p) => [attributeOf(p, 'name'), plainParameter(reading, element, p)] as const),
  ].flatMap(([target, source]) => (target === undefined || source === undefined || source === null ? [] : [{ source, target }]));

/** Where code is given its parameters one by one (flowable:field, camunda:field). */
export const fieldInjections = (reading: Reading, where: Where, extensions: Extensions): readonly Mapping[] =>
  mapped(reading, where, extensions.elements('field').map(({ value }) =>
    [attributeOf(value, 'name'), valued(reading, where, attributeOf(value, 'stringValue') ?? attributeOf(value, 'expression') ?? textIn(partsIn(value, 'string')[0] ?? partsIn(value, 'expression')[0]))] as const));

/** A variable that the flow sets; of which type, its uses tell. */
export function declareAssigned(reading: Reading, element: Element, variable: string): string {
  const asked = reading.options.fields?.[variable];
  const name = asked ? declare(reading, element, variable, asked) : reading.names.field(variable);
  reading.assigned.add(name);
  return name;
}

const sameVariable = (written: string | undefined): string | undefined => /^(?:[$#]\{\s*([A-Za-z_]\w*)\s*\}|=\s*([A-Za-z_]\w*))$/.exec(written?.trim() ?? '')?.slice(1).find((v) => v !== undefined);

function mapped(reading: Reading, { element }: Where, pairs: readonly (readonly [string | undefined, Feel | null, (string | undefined)?])[]): readonly Mapping[] {
  const whole = new Map<string, Mapping>();
  const parts = new Map<string, (readonly [string, Feel])[]>();
  for (const [target, feel, written] of pairs) {
    if (target === undefined || feel === null) continue;
    const [root = '', ...path] = target.split('.');
    const same = sameVariable(written);
    if (path.length === 0) whole.set(target, { target, feel, ...(same === undefined ? {} : { same }) });
    else parts.set(root, [...(parts.get(root) ?? []), [path.join('.'), feel]]);
  }
  for (const [root, values] of parts) {
    const feel = whole.has(root) ? null : contextOf(values);
    if (feel === null) reading.refuse('mapping.part', element, root);
    else if (feel.length > longestValue) reading.refuse('expression.too-long', element, root);
    else whole.set(root, { target: root, feel });
  }
  return [...whole.values()];
}

/** Camunda 8 puts a structure together of its parts ("order.amount", "order.payer.name"). null where a part is given as a whole and in parts. */
function contextOf(values: readonly (readonly [string, Feel])[]): Feel | null {
  const names = [...new Set(values.map(([path]) => path.split('.')[0] ?? ''))];
  const entries = names.map((name) => {
    const exact = values.filter(([path]) => path === name);
    const deeper = values.flatMap(([path, feel]) => (path.startsWith(`${name}.`) ? [[path.slice(name.length + 1), feel] as const] : []));
    const [only] = exact;
    const value = deeper.length === 0 ? only?.[1] ?? null : exact.length > 0 || deeper.some(([path]) => path.split('.').length > 20) ? null : contextOf(deeper);
    return value === null ? null : `${JSON.stringify(name)}: ${value}`;
  });
  return entries.includes(null) ? null : `{${entries.join(', ')}}`;
}

const valued = (reading: Reading, where: Where, source: string | undefined): Feel | null => (source === undefined ? null : valueOf(reading, where, source));

/** Text, an expression, a list, a map, or FEEL as a script. */
function parameter(reading: Reading, where: Where, part: Element): Feel | null {
  const [script] = partsIn(part, 'script');
  const [list] = partsIn(part, 'list');
  const [map] = partsIn(part, 'map');
  if (script) {
    const language = attributeOf(script, 'scriptFormat') ?? '';
    return /feel/i.test(language) ? expression(reading, where, textIn(script), 'any', 'feel') : (reading.refuse('script.language', where.element, language), null);
  }
  const all = (parts: readonly (Feel | null)[]): readonly Feel[] | null => (parts.includes(null) ? null : parts.filter((p) => p !== null));
  if (list) {
    const items = all(partsIn(list, 'value').map((v) => valueOf(reading, where, textIn(v))));
    return items && `[${items.join(', ')}]`;
  }
  if (map) {
    const entries = all(partsIn(map, 'entry').map((e) => {
      const value = valueOf(reading, where, textIn(e));
      return value === null ? null : `${JSON.stringify(attributeOf(e, 'key') ?? '')}: ${value}`;
    }));
    return entries && `{${entries.join(', ')}}`;
  }
  return valueOf(reading, where, textIn(part));
}

function plainParameter(reading: Reading, element: Element, part: Element): string | null {
  const [inner] = ['script', 'list', 'map'].flatMap((name) => partsIn(part, name));
  if (!inner) return textIn(part);
  reading.refuse('mapping.part', element, attributeOf(part, 'name'));
  return null;
}

/** Other engines set one after the other; a step sets all from what stands before it: whatever reads one that was just set needs a step of its own. */
function inTurn(set: readonly (readonly [string, Feel])[]): readonly (readonly (readonly [string, Feel])[])[] {
  const turns: (readonly [string, Feel])[][] = [];
  for (const [name, feel] of set) {
    const last = turns.at(-1);
    if (last && !last.some(([earlier]) => earlier !== name && new RegExp(`\\b${earlier}\\b`).test(feel))) last.push([name, feel]);
    else turns.push([[name, feel]]);
  }
  return turns;
}

/** Whether a mapping takes a variable for what it is already. */
export const changesNothing = ({ target, same }: Mapping): boolean => same === target;

type Base = Pick<Node, 'id' | 'name'> & { readonly parent?: string };

/**
 * Mappings of an element that is not code. `open`: its form is elsewhere, so it shows what the step is given; what is taken from it again may be changed there.
 * @param only nothing comes before a start or boundary event, and nothing after an end
 */
export function takeMappings(reading: Reading, where: Where, base: Base, extensions: Extensions, { only, open }: { readonly only?: 'before' | 'after'; readonly open?: boolean } = {}): void {
  const given = inputs(reading, where, extensions);
  const taken = outputs(reading, { ...where, ...(only === 'before' ? {} : { after: true as const }) }, extensions);
  if (given.length === 0 && taken.length === 0) return;
  const { element } = where;
  if (only === 'after' && given.length > 0) return reading.refuse('mapping.here', element, given.map((m) => m.target).join(', '));
  const around = surroundingsOf(reading, base.id, element);
  const put = (list: Node[], suffix: string, said: { readonly zh: string; readonly en: string }, mappings: readonly Mapping[]): void => {
    const set = mappings.filter((m) => !changesNothing(m)).map(({ target, feel }) => [declareAssigned(reading, element, target), feel] as const);
    for (const [i, one] of inTurn(set).entries()) list.push(setting(reading, base, i === 0 ? suffix : `${suffix}${i + 1}`, said, Object.fromEntries(one)));
  };
  put(around.before, 'Given', { zh: '带入', en: 'what it is given' }, given);
  put(only === 'before' ? around.before : around.after, 'Taken', { zh: '带出', en: 'what is taken from it' }, taken);
  reading.given.push(...given.filter((m) => !changesNothing(m)).map(({ target, feel }) => ({ element, variable: target, feel })));
  if (open) {
    const form: Record<string, FieldUse> = reading.open.get(base.id) ?? {};
    for (const { target } of given) form[reading.names.field(target)] ??= taken.some((m) => m.same === target || new RegExp(`\\b${target}\\b`).test(m.feel)) ? 'optional' : 'read';
    reading.open.set(base.id, form);
  }
  reading.note('mapping.fields', element, [...given, ...taken].map((m) => reading.names.field(m.target)).join(', '));
}
