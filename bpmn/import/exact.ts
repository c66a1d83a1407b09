/** What this project wrote beside the elements of its own files, held against what the file draws (drawn.ts). It comes from outside, so its shape is checked. */
import { z } from 'zod';
import { definitionSchema, flowSchema, nodeSchema } from '../../domain/model/schema.ts';
import type { Flow, Node, ProcessDefinition } from '../../domain/model/types.ts';
import { drawnFlow, drawnOf, type Drawn } from '../drawn.ts';
import { exactOf, idOf, nameOf, type Element } from '../moddle.ts';
import type { Reading } from './reading.ts';
import { timerOf } from './time.ts';

const headSchema = definitionSchema.omit({ nodes: true, flows: true }).extend({ nodes: z.array(z.string()), flows: z.array(z.string()), xmlName: z.string(), xmlId: z.string() });
/** A definition without its nodes and flows, and their order. */
export type Head = Omit<ProcessDefinition, 'nodes' | 'flows'> & { readonly nodes: readonly string[]; readonly flows: readonly string[] };

/** undefined where nothing stands there, null where it is refused. */
function parsed<T>(reading: Reading, element: Element, schema: z.ZodType<T>): T | null | undefined {
  const json = exactOf(element);
  if (json === null) return undefined;
  try {
    let trap = false;
    const value: unknown = JSON.parse(json, (key, inner: unknown) => (key === '__proto__' && (trap = true), inner));
    // A member of this name would change the object itself and not its content.
    if (trap) return (reading.refuse('exact.invalid', element, '__proto__'), null);
    const result = schema.safeParse(value);
    // What was written, not what the schema made of it: nothing may be lost.
    if (result.success) return value as T;
    const [issue] = result.error.issues;
    reading.refuse('exact.invalid', element, issue ? `${issue.path.join('.')}: ${issue.message}` : undefined);
  } catch (error) {
    reading.refuse('exact.invalid', element, error instanceof Error ? error.message : undefined);
  }
  return null;
}

export const exactNode = (reading: Reading, element: Element): Node | null | undefined => parsed<Node>(reading, element, nodeSchema);
export const exactFlow = (reading: Reading, element: Element): Flow | null | undefined => parsed<Flow>(reading, element, flowSchema);

export function exactHead(reading: Reading, process: Element): Head | null | undefined {
  const found = parsed(reading, process, headSchema);
  if (found === null || found === undefined) return found;
  const { xmlName, xmlId, ...head } = found;
  const drawn = nameOf(process);
  if (drawn === xmlName || drawn === '') return idOf(process) === xmlId ? head : (reading.note('drawing.wins', process, 'id'), head);
  reading.note('drawing.wins', process, drawn);
  return { ...head, name: { zh: drawn, en: drawn } };
}

/** The exact node where the drawing agrees, or with what the drawing has changed; null where the drawing is of something else altogether. */
export function reconcile(reading: Reading, element: Element, exact: Node, now: Drawn): Node | null {
  const was = drawnOf({ ...exact, id: now.id });
  const kinds = was.event?.kind === now.event?.kind && was.type === now.type && was.triggered === now.triggered;
  const loops = (was.loop === null) === (now.loop === null);
  if (!kinds || !loops) {
    reading.note('drawing.wins', element);
    return null;
  }
  const changed: Record<string, unknown> = { ...exact, id: now.id };
  const set = (member: string, value: unknown): void => {
    if (value === null || value === '') delete changed[member];
    else changed[member] = value;
    reading.note('drawing.wins', element, member);
  };
  if (was.name !== now.name) set('name', { zh: now.name, en: now.name });
  if (was.documentation !== now.documentation) set('documentation', now.documentation === '' ? null : { zh: now.documentation, en: now.documentation });
  if (was.parent !== now.parent) set('parent', now.parent);
  if (was.default !== now.default) set('default', now.default);
  if (was.attachedTo !== now.attachedTo) set('attachedTo', now.attachedTo);
  if (was.interrupting !== now.interrupting) set('interrupting', now.interrupting);
  if (was.says !== now.says) resay(reading, element, exact, now.says ?? '', set);
  if (was.loop && now.loop && JSON.stringify(was.loop) !== JSON.stringify(now.loop)) {
    const multi = 'multi' in exact ? exact.multi : undefined;
    const { sequential: _, completion: __, ...rest } = multi ?? { collection: '' };
    set('multi', { ...rest, item: now.loop.item || multi?.item, ...(now.loop.sequential ? { sequential: true } : {}), ...(now.loop.completion === null ? {} : { completion: now.loop.completion }) });
  }
  if (was.event?.ref !== now.event?.ref) renameEvent(changed, exact, now.event?.ref ?? '', set);
  else if (was.event?.timer && JSON.stringify({ ...was.event.timer, standard: true }) !== JSON.stringify(now.event?.timer)) retime(reading, element, exact, now, set);
  const result = nodeSchema.safeParse(changed);
  if (result.success) return changed as unknown as Node;
  reading.refuse('exact.invalid', element, result.error.issues[0]?.path.join('.'));
  return null;
}

const members = { message: 'message', signal: 'signal', error: 'error', escalation: 'escalation' } as const;

function renameEvent(changed: Readonly<Record<string, unknown>>, exact: Node, ref: string, set: (member: string, value: unknown) => void): void {
  if (exact.type === 'linkEvent') return set('link', ref);
  const at = 'on' in exact && exact.on ? 'on' : 'throws';
  const event = changed[at] as { readonly kind: keyof typeof members } & Readonly<Record<string, unknown>>;
  const { [members[event.kind]]: _, ...rest } = event;
  set(at, ref === '' ? rest : { ...event, [members[event.kind]]: ref });
}

function resay(reading: Reading, element: Element, exact: Node, says: string, set: (member: string, value: unknown) => void): void {
  if (exact.type === 'callActivity') return set('process', says);
  if (exact.type === 'serviceTask') return set('service', says);
  // Who it is otherwise (a party, whoever an expression names) the drawing cannot say, so it has nothing to change either.
  if (exact.type === 'userTask') return says === '' ? undefined : set('assignment', { kind: 'office', role: says, agency: exact.assignment.kind === 'office' ? exact.assignment.agency : { kind: 'handling' } });
  if (exact.type !== 'scriptTask') return;
  const [field, more] = Object.keys(exact.set);
  if (field === undefined || more !== undefined) return reading.refuse('exact.invalid', element, 'script');
  set('set', { [field]: says });
}

function retime(reading: Reading, element: Element, exact: Node, now: Drawn, set: (member: string, value: unknown) => void): void {
  const definitions = element['eventDefinitions'];
  const definition: unknown = Array.isArray(definitions) ? definitions[0] : undefined;
  const timer = timerOf(reading, element, definition as Element, now.id);
  if (timer !== null && 'on' in exact && exact.on) set('on', { kind: 'timer', timer });
}

/** A flow as it was written, with what the drawing has changed. `condition` is read by whoever calls where it differs: null then. */
export function reconcileFlow(exact: Flow, now: ReturnType<typeof drawnFlow>): { readonly flow: Flow; readonly conditionChanged: boolean } {
  const was = drawnFlow(exact);
  const { name, condition, ...rest } = exact;
  const conditionChanged = was.condition !== now.condition;
  return {
    flow: {
      ...rest, id: now.id, from: now.from, to: now.to,
      ...(was.name === now.name ? (name === undefined ? {} : { name }) : now.name === '' ? {} : { name: { zh: now.name, en: now.name } }),
      ...(conditionChanged || condition === undefined ? {} : { condition }),
    },
    conditionChanged,
  };
}
