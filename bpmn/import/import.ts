/**
 * BPMN 2.0 XML as a process definition: this project's own files without loss, those of Camunda 7, Camunda 8 and Flowable as far as the model
 * says the same. Never throws; everything that cannot be taken is refused by id, name and reason, all at once. What comes out is not yet checked
 * (model/check.ts): a definition is checked where it is registered.
 */
import type { Flow, Form, FieldUse, Node, ProcessDefinition } from '../../domain/model/types.ts';
import { childrenOf, idOf, type Element } from '../moddle.ts';
import { exactHead, type Head } from './exact.ts';
import { extensionsOf, type Extensions } from './extensions.ts';
import { collectElements, type Collected } from './collect.ts';
import { readDecisions } from './decisions.ts';
import { headOf } from './head.ts';
import { completeGraph, flowsOf } from './flows.ts';
import { nodesOf } from './nodes.ts';
import type { ImportNotice, ImportProblem } from './problem.ts';
import { importNotice, importProblem, someOf } from './problem.ts';
import { readXml } from './read.ts';
import { createReading, type ImportOptions, type Reading } from './reading.ts';
import { surround } from './surround.ts';
import { settleVariables } from './variables.ts';

export type { ImportOptions } from './reading.ts';
export type { ImportNotice, ImportProblem } from './problem.ts';

export type Imported =
  | { readonly ok: true; readonly definition: ProcessDefinition; readonly notices: readonly ImportNotice[]; /** Ids in the file by ids in the definition, where they differ. */ readonly ids: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly problems: readonly ImportProblem[]; readonly notices: readonly ImportNotice[] };

export async function importBpmn(xml: string, options: ImportOptions = {}): Promise<Imported> {
  const read = await readXml(xml);
  if (!read.ok) return { ok: false, problems: someOf(read.problems, importProblem('more', '', '', String(read.problems.length))), notices: [] };
  const reading = createReading(options, read.definitions);
  reading.notices.push(...read.notices);
  const process = chooseProcess(reading, read.definitions);
  if (process === null) return refused(reading);
  const extensions = extensionsOf(reading, process);
  const head = exactHead(reading, process);
  if (head === null) return refused(reading);
  if (head) takeHead(reading, head);
  for (const [id, decision] of await readDecisions(reading, options.dmn ?? [])) reading.dmn.set(id, decision);
  const collected = collectElements(reading, process);
  const nodes = nodesOf(reading, collected, extensions, head !== undefined);
  const flows = flowsOf(reading, collected, head !== undefined);
  const definition = assemble(reading, process, extensions, head, nodes, flows, collected);
  if (head === undefined) extensions.finish();
  if (reading.problems.length > 0) return refused(reading);
  const ids = new Map([...[...collected.nodes, ...collected.flows].filter(({ id, element }) => id !== idOf(element)).map(({ id, element }) => [id, idOf(element)] as const), ...[...reading.derived].map(([id, element]) => [id, idOf(element)] as const)]);
  return { ok: true, definition, notices: told(reading.notices), ids };
}

const refused = ({ problems, notices }: Reading): Imported => ({ ok: false, problems: someOf(problems, importProblem('more', '', '', String(problems.length))), notices: told(notices) });
const told = (notices: readonly ImportNotice[]): readonly ImportNotice[] => someOf(notices, importNotice('more', '', '', String(notices.length)));

function chooseProcess(reading: Reading, definitions: Element): Element | null {
  const processes = childrenOf(definitions, 'rootElements').filter((e) => e.$type === 'bpmn:Process');
  const { process: named } = reading.options;
  const filled = processes.filter((p) => childrenOf(p, 'flowElements').length > 0);
  const executable = filled.filter((p) => p['isExecutable'] === true);
  const candidates = named !== undefined ? processes.filter((p) => idOf(p) === named) : executable.length > 0 ? executable : filled.length > 0 ? filled : processes;
  const [only, more] = candidates;
  if (only === undefined) {
    reading.problems.push(importProblem('process.none', named ?? '', ''));
    return null;
  }
  if (more !== undefined) {
    for (const p of candidates) reading.refuse('process.several', p);
    return null;
  }
  for (const p of filled) if (p !== only) reading.note('process.other', p);
  for (const part of childrenOf(definitions, 'rootElements')) {
    if (part.$type === 'bpmn:Collaboration') for (const flow of childrenOf(part, 'messageFlows')) reading.note('element.drawing', flow, 'messageFlow');
  }
  return only;
}

/** What the file says of roles and fields stands before anything of it is read. */
function takeHead(reading: Reading, head: Head): void {
  for (const [name, field] of Object.entries(head.fields)) {
    reading.names.field(name);
    reading.fields.set(name, field);
  }
  for (const [name, role] of Object.entries(head.roles)) reading.roles.set(name, role);
}

function assemble(reading: Reading, process: Element, extensions: Extensions, head: Head | undefined, nodes: readonly Node[], read: readonly Flow[], collected: Collected): ProcessDefinition {
  const gateways = head ? surround(reading, { nodes, flows: read }) : completeGraph(reading, collected, nodes, read);
  settleVariables(reading, gateways.nodes, gateways.flows);
  keepClocks(reading);
  const complete = gateways.nodes.map((node) => withOpenForm(reading, node));
  if (head === undefined) return headOf(reading, process, extensions, { nodes: complete, flows: gateways.flows });
  const { nodes: order, flows: flowOrder, ...rest } = head;
  return {
    ...rest, key: reading.options.key ?? rest.key, version: reading.options.version ?? rest.version, numberWord: reading.options.numberWord ?? rest.numberWord, fields: Object.fromEntries(reading.fields), roles: Object.fromEntries(reading.roles), clocks: [...head.clocks, ...reading.clocks],
    ...withTables(head, reading),
    outcomes: { ...head.outcomes, ...newOutcomes(head, complete) }, startForm: { ...head.startForm, ...reading.startForm },
    nodes: inOrder(complete, order), flows: inOrder(gateways.flows, flowOrder),
  };
}

/** The day of a limit comes from a date field: which type a variable has, only the whole file tells. */
function keepClocks(reading: Reading): void {
  for (const clock of reading.clocks.splice(0)) {
    if (clock.endsOn === undefined || reading.fields.get(clock.endsOn)?.type === 'date') reading.clocks.push(clock);
    else {
      const element = reading.limited.get(clock.id);
      if (element) reading.note('due.unread', element, reading.names.variableOf(clock.endsOn));
    }
  }
}

/** Decisions that a task asks for which somebody drew into a file of ours. */
function withTables({ decisions = [] }: Head, reading: Reading): Pick<ProcessDefinition, 'decisions'> {
  const more = [...reading.tables.values()].filter((table) => !decisions.some((d) => d.id === table.id));
  return more.length === 0 ? {} : { decisions: [...decisions, ...more] };
}

/** Ends that somebody drew into a file of ours. */
const newOutcomes = (head: Head, nodes: readonly Node[]): ProcessDefinition['outcomes'] =>
  Object.fromEntries(nodes.flatMap((n) => (n.type === 'endEvent' && n.parent === undefined && n.outcome === n.id && !head.nodes.includes(n.id) && !Object.hasOwn(head.outcomes, n.outcome) ? [[n.outcome, n.name]] : [])));

/** XML has the nodes of a sub-process inside it; the definition has its own order. What is new stands last. */
function inOrder<T extends { readonly id: string }>(items: readonly T[], order: readonly string[]): readonly T[] {
  const place = new Map(order.map((id, i) => [id, i]));
  return items.toSorted((a, b) => (place.get(a.id) ?? order.length) - (place.get(b.id) ?? order.length));
}

function withOpenForm(reading: Reading, node: Node): Node {
  const extra: Form = Object.fromEntries(Object.entries(reading.open.get(node.id) ?? {}).filter(([field]) => !reading.fields.get(field)?.working));
  if (Object.keys(extra).length === 0) return node;
  const more = <T extends Readonly<Record<string, FieldUse>>>(form: T): Form => ({ ...form, ...Object.fromEntries(Object.entries(extra).filter(([field]) => !Object.hasOwn(form, field))) });
  if (node.type === 'userTask') return { ...node, form: more(node.form) };
  if ((node.type === 'catchEvent' || node.type === 'boundaryEvent') && (node.on.kind === 'message' || node.on.kind === 'signal')) return { ...node, on: { ...node.on, form: more(node.on.form) } };
  if (node.type === 'startEvent' && node.on && (node.on.kind === 'message' || node.on.kind === 'signal')) return { ...node, on: { ...node.on, form: more(node.on.form) } };
  return node;
}
