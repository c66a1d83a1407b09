/** What an import knows while it reads a file, and where it puts what it finds. Nothing throws: whatever is wrong is told, all at once. */
import type { DecisionTable } from '../../domain/decisions/decision-table.ts';
import type { ClockDefinition, Feel, Field, FieldUse, ProcessDefinition } from '../../domain/model/types.ts';
import type { Text } from '../../domain/text.ts';
import { idOf, nameOf, type Element } from '../moddle.ts';
import type { Use } from './juel.ts';
import { createNames, type Names } from './names.ts';
import type { Surroundings } from './surround.ts';
import { importNotice, importProblem, type ImportNotice, type ImportProblem, type NoticeCode, type RefusalCode } from './problem.ts';

/** What a file lacks and the model needs. All of it can be left out; what cannot be derived then is refused by name. */
export interface ImportOptions {
  /** Id of the process, where the file has several. */
  readonly process?: string;
  readonly key?: string;
  readonly version?: number;
  /** Word of the case number (案号). */
  readonly numberWord?: string;
  /** Groups, people, lanes and assignment expressions as the file has them → office roles. Several groups of one task: as they stand there ("a, b"). */
  readonly roles?: Readonly<Record<string, string>>;
  /** Role of steps for which the file names nobody, or a person. */
  readonly role?: string;
  /** Classes, beans, topics, job types of the file, or ids of its elements → services (model/services.ts). */
  readonly services?: Readonly<Record<string, string>>;
  /** Variables of the file → fields. */
  readonly fields?: Readonly<Record<string, Field>>;
  readonly decisions?: readonly DecisionTable[];
  /** DMN files whose decision tables the process asks for. */
  readonly dmn?: readonly string[];
  /** Forms that the file names and does not hold: form id → form-js JSON. */
  readonly forms?: Readonly<Record<string, string>>;
  /** Extensions of other engines that run code and may be left out, by name ("taskListener", "camunda:executionListener"): whoever brings the file says so. */
  readonly leaveOut?: readonly string[];
  /** Messages that are sent → FEEL that says to which case. */
  readonly messageTo?: Readonly<Record<string, Feel>>;
  /** Processes that are registered: what is handed over to one that is called with "all variables" follows from its fields. */
  readonly processes?: readonly ProcessDefinition[];
}

export type Engine = 'camunda' | 'zeebe' | 'flowable';

/** A variable that an expression reads, to be held against the fields when all are known. */
export interface VariableUse extends Use {
  readonly element: Element;
  /** Node at which it is read. */
  readonly at: string;
  /** What the node itself asks for is in time for it. */
  readonly after?: true;
}

export interface Reading {
  readonly options: ImportOptions;
  readonly problems: ImportProblem[];
  readonly notices: ImportNotice[];
  readonly refuse: (code: RefusalCode, element: Element, detail?: string) => void;
  readonly note: (code: NoticeCode, element: Element, detail?: string) => void;
  /** Prefixes of the file for the extensions of other engines. */
  readonly prefixes: ReadonlyMap<string, Engine | 'banjie' | 'none'>;
  readonly names: Names;
  readonly roles: Map<string, Text>;
  readonly fields: Map<string, Field>;
  /** Fields that something in the flow sets, whatever their type turns out to be. */
  readonly assigned: Set<string>;
  readonly uses: VariableUse[];
  /** Steps whose forms are elsewhere, and messages: what they bring is not known. By node. */
  readonly open: Map<string, Record<string, FieldUse>>;
  readonly startForm: Record<string, FieldUse>;
  readonly clocks: ClockDefinition[];
  /** The element whose limit a clock is. */
  readonly limited: Map<string, Element>;
  /** Decisions of the DMN files, and the tables that became of those that are asked for. */
  readonly dmn: Map<string, Element>;
  readonly tables: Map<string, DecisionTable>;
  /** Variables that hold whoever started the case. */
  readonly initiators: Set<string>;
  /** By node: what it does before, after and around itself (surround.ts). */
  readonly surroundings: Map<string, Surroundings>;
  /** Nodes that the file does not have, with the element for which they stand. */
  readonly derived: Map<string, Element>;
  /** Variables that an element is given for itself alone. */
  readonly given: { readonly element: Element; readonly variable: string; readonly feel: Feel }[];
  /** Prefixes of other tools that were told of. */
  readonly told: Set<string>;
  /** Variables that nothing declares, of which conditions name every value there is. */
  readonly choices: Map<string, readonly string[]>;
}

const uris: Readonly<Record<string, Engine>> = {
  'http://camunda.org/schema/1.0/bpmn': 'camunda', 'http://camunda.org/schema/zeebe/1.0': 'zeebe',
  'http://flowable.org/bpmn': 'flowable',
  // Activiti wrote what Camunda and Flowable read to this day, in either one's manner.
  'http://activiti.org/bpmn': 'flowable',
};
export const engineOf = (uri: string | undefined): Engine | null => (uri !== undefined && Object.hasOwn(uris, uri) ? (uris[uri] ?? null) : null);

export function createReading(options: ImportOptions, definitions: Element): Reading {
  const problems: ImportProblem[] = [];
  const notices: ImportNotice[] = [];
  const prefixes = new Map<string, Engine | 'banjie' | 'none'>();
  for (const [name, uri] of Object.entries(definitions.$attrs ?? {})) {
    if (name.startsWith('xmlns:')) prefixes.set(name.slice('xmlns:'.length), engineOf(uri) ?? (uri === 'urn:banjie:bpmn:1' ? 'banjie' : 'none'));
  }
  return {
    options, problems, notices, prefixes, names: createNames(), roles: new Map(), fields: new Map(), assigned: new Set(), uses: [], open: new Map(), startForm: {}, clocks: [], dmn: new Map(), tables: new Map(), initiators: new Set(['initiator', 'INITIATOR']),
    surroundings: new Map(), derived: new Map(), given: [], limited: new Map(), choices: new Map(), told: new Set(),
    refuse: (code, element, detail) => void problems.push(importProblem(code, idOf(element), nameOf(element), detail)),
    note: (code, element, detail) => void notices.push(importNotice(code, idOf(element), nameOf(element), detail)),
  };
}
