/** Tasks, call activities and sub-processes of other engines. */
import { services } from '../../domain/model/services.ts';
import type { DecisionTable } from '../../domain/decisions/decision-table.ts';
import type { CallActivity, ClockDefinition, Node } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import type { Drawn } from '../drawn.ts';
import { childOf, childrenOf, flagOf, textOf, type Element } from '../moddle.ts';
import { assignmentOf } from './assignment.ts';
import { tableOf } from './decisions.ts';
import { messageOf, messageTo, openForm } from './events.ts';
import { expression, isExpression, valueOf, type Where } from './expression.ts';
import { attributeOf, extensionsOf, partsIn, type Extensions, textIn } from './extensions.ts';
import { declare, formOf } from './forms.ts';
import { multiOf } from './multi.ts';
import { keyOf } from './names.ts';
import type { Reading } from './reading.ts';
import { dueIn, internalRule } from './time.ts';

export interface Around {
  /** Lane in which it stands. */
  readonly lane: string | undefined;
  /** Names of the items of the multi-instance activities around it. */
  readonly local: readonly string[];
  readonly embedded: ReadonlyMap<string, string>;
}
type Base = Pick<Node, 'id' | 'name'> & { readonly parent?: string };
type Make = (reading: Reading, element: Element, drawn: Drawn, base: Base, extensions: Extensions, around: Around) => Node | null;

const has = (record: Readonly<Record<string, unknown>> | undefined, name: string): boolean => record !== undefined && Object.hasOwn(record, name);

const userTask: Make = (reading, element, drawn, base, extensions, { lane, local, embedded }) => {
  const multi = multiOf(reading, element, drawn, local);
  const inside = multi ? [...local, multi.item] : local;
  const assignment = assignmentOf(reading, element, drawn.id, extensions, lane, inside);
  const { form, elsewhere } = formOf(reading, element, extensions, embedded);
  if (elsewhere) openForm(reading, drawn.id);
  extensions.elements('userTask');
  if (assignment === null || multi === null) return null;
  dueClock(reading, element, extensions, base, assignment);
  return { ...base, type: 'userTask', assignment, form, outcomes: [{ id: 'done', name: text('办毕', 'Done') }], ...(multi ? { multi } : {}) };
};

/** A due date is shown and warned of there; here it is a limit of the agency's own. */
function dueClock(reading: Reading, element: Element, extensions: Extensions, { id, name }: Base, duty: ClockDefinition['duty']): void {
  const schedule = extensions.element('taskSchedule')?.value;
  const due = extensions.attribute('dueDate') ?? attributeOf(schedule, 'dueDate');
  const followUp = extensions.attribute('followUpDate') ?? attributeOf(schedule, 'followUpDate');
  if (followUp !== undefined) reading.note('extension.unused', element, 'followUpDate');
  if (due === undefined) return;
  const budget = dueIn(due);
  if (budget === null || duty.kind === 'pool') return reading.note('due.unread', element, due);
  const clock: ClockDefinition = {
    id: `${id}Limit`, name: text(`${name.zh}期限`, `${name.en}: limit`), rules: [internalRule(budget)], start: [{ on: 'entered', node: id }], stop: [{ on: 'completed', node: id }],
    duty, warnings: [], breach: 'record',
  };
  reading.clocks.push(clock);
  reading.note('due.clock', element, due);
}

/** What code of the other engine the task calls. */
const implementationOf = (extensions: Extensions): string | undefined => {
  const type = extensions.attribute('type');
  const called = extensions.attribute('topic') ?? attributeOf(extensions.element('taskDefinition')?.value, 'type') ?? extensions.attribute('delegateExpression') ?? extensions.attribute('expression') ?? extensions.attribute('class');
  return called ?? type;
};

const serviceTask: Make = (reading, element, drawn, base, extensions, { local }) => {
  const implementation = implementationOf(extensions) ?? textOf(element, 'implementation')?.replace(/^##.*$/, '') ?? '';
  const plain = implementation.replace(/^[$#]\{\s*(.*?)\s*\}$/, '$1');
  const service = has(reading.options.services, implementation) ? reading.options.services?.[implementation] ?? '' : plain;
  if (!has(services, service)) {
    // Whatever else it is given belongs to code that is not here.
    for (const part of ['inputOutput', 'ioMapping', 'field', 'connector']) extensions.elements(part);
    extensions.attribute('resultVariable', 'resultVariableName');
    return (reading.refuse('service.unknown', element, implementation), null);
  }
  const where: Where = { element, at: drawn.id, local };
  const input = [...inputs(reading, where, extensions), ...fieldInjections(reading, where, extensions)];
  const output = outputs(extensions).map(({ source, target }) => [declareAssigned(reading, element, target), source.replace(/^=\s*|^[$#]\{|\}$/g, '').trim()] as const);
  return { ...base, type: 'serviceTask', service, input: Object.fromEntries(input), ...(output.length > 0 ? { output: Object.fromEntries(output) } : {}) };
};

/** Parameters as zeebe:ioMapping or camunda:inputOutput give them. */
function inputs(reading: Reading, where: Where, extensions: Extensions): readonly (readonly [string, string])[] {
  const zeebe = extensions.elements('ioMapping').flatMap(({ value }) => partsIn(value, 'input')).map((p) => [attributeOf(p, 'target'), attributeOf(p, 'source')] as const);
  const camunda = extensions.elements('inputOutput').flatMap(({ value }) => partsIn(value, 'inputParameter')).map((p) => [attributeOf(p, 'name'), textIn(p)] as const);
  return [...zeebe, ...camunda].flatMap(([name, source]) => {
    const feel = name === undefined || source === undefined ? null : valueOf(reading, where, source);
    return name === undefined || feel === null ? [] : [[name, feel] as const];
  });
}
const fieldInjections = (reading: Reading, where: Where, extensions: Extensions): readonly (readonly [string, string])[] =>
  extensions.elements('field').flatMap(({ value }) => {
    const name = attributeOf(value, 'name');
    const source = attributeOf(value, 'stringValue') ?? attributeOf(value, 'expression') ?? textIn(partsIn(value, 'string')[0] ?? partsIn(value, 'expression')[0]);
    const feel = name === undefined ? null : valueOf(reading, where, source);
    return name === undefined || feel === null ? [] : [[name, feel] as const];
  });
const outputs = (extensions: Extensions): readonly { readonly source: string; readonly target: string }[] =>
  [
    ...extensions.elements('ioMapping').flatMap(({ value }) => partsIn(value, 'output')).map((p) => [attributeOf(p, 'target'), attributeOf(p, 'source')] as const),
    ...extensions.elements('inputOutput').flatMap(({ value }) => partsIn(value, 'outputParameter')).map((p) => [attributeOf(p, 'name'), textIn(p)] as const),
  ].flatMap(([target, source]) => (target === undefined || source === undefined ? [] : [{ source, target }]));

/** A variable that the flow sets; of which type, its uses tell. */
function declareAssigned(reading: Reading, element: Element, variable: string): string {
  const asked = reading.options.fields?.[variable];
  const name = asked ? declare(reading, element, variable, asked) : reading.names.field(variable);
  reading.assigned.add(name);
  return name;
}

const scriptTask: Make = (reading, element, drawn, base, extensions, { local }) => {
  const zeebe = extensions.element('script')?.value;
  const format = (textOf(element, 'scriptFormat') ?? '').toLowerCase();
  const result = attributeOf(zeebe, 'resultVariable') ?? extensions.attribute('resultVariable', 'resultVariableName');
  const body = attributeOf(zeebe, 'expression') ?? textOf(element, 'script') ?? '';
  extensions.attribute('autoStoreVariables');
  if (!zeebe && format !== 'feel' && format !== 'juel') return (extensions.attribute('resource'), reading.refuse('script.language', element, format), null);
  if (result === undefined) return (reading.refuse('script.result', element), null);
  const feel = expression(reading, { element, at: drawn.id, local }, body, 'any', format === 'juel' ? undefined : 'feel');
  return feel === null ? null : { ...base, type: 'scriptTask', set: { [declareAssigned(reading, element, result)]: feel } };
};

const businessRuleTask: Make = (reading, element, drawn, base, extensions, around) => {
  const zeebe = extensions.element('calledDecision')?.value;
  const decision = attributeOf(zeebe, 'decisionId') ?? extensions.attribute('decisionRef');
  const result = attributeOf(zeebe, 'resultVariable') ?? extensions.attribute('resultVariable');
  extensions.attribute('mapDecisionResult', 'decisionRefBinding');
  if (decision === undefined || isExpression(decision)) return (implementationOf(extensions), reading.refuse('rule.kind', element, decision), null);
  const table = decisionOf(reading, { element, at: drawn.id, local: around.local }, decision);
  if (!table) return null;
  const set = result !== undefined
    ? [[declareAssigned(reading, element, result), 'result'] as const]
    : table.outputs.map((o) => [declareAssigned(reading, element, o.name), table.outputs.length === 1 ? 'result' : `result.${o.name}`] as const);
  return { ...base, type: 'businessRuleTask', decision, set: Object.fromEntries(set) };
};

/** Given as a table of ours, or in a DMN file; null where it was refused. */
function decisionOf(reading: Reading, where: Where, decision: string): DecisionTable | null {
  const known = reading.tables.get(decision) ?? reading.options.decisions?.find((d) => d.id === decision);
  const given = reading.dmn.get(decision);
  if (!known && !given) return (reading.refuse('rule.decision', where.element, decision), null);
  const table = known ?? (given ? tableOf(reading, given, where) : null);
  if (table) reading.tables.set(decision, table);
  return table;
}

const callActivity: Make = (reading, element, drawn, base, extensions, { local }) => {
  const multi = multiOf(reading, element, drawn, local);
  const where: Where = { element, at: drawn.id, local: multi ? [...local, multi.item] : local };
  const zeebe = extensions.element('calledElement')?.value;
  const called = attributeOf(zeebe, 'processId') ?? textOf(element, 'calledElement') ?? '';
  const process = called === '' || isExpression(called) ? null : reading.options.processes?.some((p) => p.key === called) ? called : keyOf(called);
  const binding = extensions.attribute('calledElementBinding') ?? attributeOf(zeebe, 'bindingType') ?? 'latest';
  extensions.attribute('calledElementType', 'calledElementVersion', 'calledElementVersionTag', 'calledElementTenantId', 'fallbackToDefaultTenant', 'sameDeployment');
  const input = handedIn(reading, where, extensions, zeebe, process);
  const output = handedOut(reading, where, extensions, zeebe, process);
  if (process === null) reading.refuse('call.process', element, called);
  if (binding !== 'latest') reading.refuse('call.binding', element, binding);
  if (process === null || binding !== 'latest' || input === null || output === null || multi === null) return null;
  return { ...base, type: 'callActivity', process, input, ...(Object.keys(output).length > 0 ? { output } : {}), ...(multi ? { multi } : {}) };
};

/** What a variable is called in the other process: as it has it, or as an import of it would name it. */
const fieldThere = (reading: Reading, process: string | null, variable: string): string =>
  has(reading.options.processes?.find((p) => p.key === process)?.fields, variable) ? variable : reading.names.field(variable);

/** Names of the fields that the called process has, or null where it is not known. */
function everyField(reading: Reading, element: Element, process: string | null): readonly string[] | null {
  const known = reading.options.processes?.find((p) => p.key === process);
  if (!known) return (reading.refuse('call.everything', element, process ?? ''), null);
  return Object.keys(known.fields);
}

function handedIn(reading: Reading, where: Where, extensions: Extensions, zeebe: Element | undefined, process: string | null): CallActivity['input'] | null {
  const mapped = inputs(reading, where, extensions);
  const parts = extensions.elements('in').map((p) => p.value).filter((p) => attributeOf(p, 'businessKey') === undefined);
  const all = extensions.attribute('inheritVariables') === 'true' || parts.some((p) => attributeOf(p, 'variables') === 'all')
    || (zeebe !== undefined && attributeOf(zeebe, 'propagateAllParentVariables') !== 'false' && mapped.length === 0);
  const named = parts.filter((p) => attributeOf(p, 'variables') === undefined).flatMap((p) => {
    const [source, computed, target] = [attributeOf(p, 'source'), attributeOf(p, 'sourceExpression'), attributeOf(p, 'target')];
    const feel = computed !== undefined ? expression(reading, where, computed, 'any') : source !== undefined ? expression(reading, where, `\${${source}}`, 'any') : null;
    return target === undefined || feel === null ? [] : [[target, feel] as const];
  });
  const every = all ? everyField(reading, where.element, process) : [];
  if (every === null) return null;
  const whole = every.map((field) => [field, expression(reading, where, `\${${reading.names.variableOf(field)}}`, 'any') ?? 'null'] as const);
  return Object.fromEntries([...whole, ...mapped, ...named].map(([target, feel]) => [fieldThere(reading, process, target), feel]));
}

function handedOut(reading: Reading, where: Where, extensions: Extensions, zeebe: Element | undefined, process: string | null): NonNullable<CallActivity['output']> | null {
  const local = ['child', ...(where.local ?? [])];
  const child = (source: string): string => `child.data.${fieldThere(reading, process, source)}`;
  const parts = extensions.elements('out').map((p) => p.value);
  const mapped = outputs(extensions).flatMap(({ source, target }) => {
    const plain = /^=\s*([A-Za-z_]\w*)$/.exec(source)?.[1];
    const feel = plain !== undefined ? child(plain) : expression(reading, { ...where, local }, source, 'any');
    return feel === null ? [] : [[declareAssigned(reading, where.element, target), feel] as const];
  });
  const all = parts.some((p) => attributeOf(p, 'variables') === 'all') || (zeebe !== undefined && attributeOf(zeebe, 'propagateAllChildVariables') !== 'false' && mapped.length === 0);
  const every = all ? everyField(reading, where.element, process) : [];
  if (every === null) return null;
  const named = parts.filter((p) => attributeOf(p, 'variables') === undefined).flatMap((p) => {
    const [source, computed, target] = [attributeOf(p, 'source'), attributeOf(p, 'sourceExpression'), attributeOf(p, 'target')];
    if (computed !== undefined) reading.refuse('expression.code', where.element, computed);
    return target === undefined || source === undefined ? [] : [[declareAssigned(reading, where.element, target), child(source)] as const];
  });
  return Object.fromEntries([...every.filter((f) => reading.fields.has(f)).map((f) => [f, `child.data.${f}`] as const), ...mapped, ...named]);
}

const subProcess: Make = (reading, element, drawn, base, _extensions, { local }) => {
  const multi = multiOf(reading, element, drawn, local);
  return multi === null ? null : { ...base, type: 'subProcess', ...(multi ? { multi } : {}), ...(drawn.triggered ? { triggered: true as const } : {}) };
};

const receiveTask: Make = (reading, element, drawn, base, extensions) => {
  const message = messageOf(element);
  const named = message || drawn.name;
  if (named === '') return (reading.refuse('message.none', element), null);
  extensions.elements('subscription');
  openForm(reading, drawn.id);
  return { ...base, type: 'catchEvent', on: { kind: 'message', message: named, form: {} } };
};

const sendTask: Make = (reading, element, _drawn, base, extensions) => {
  extensions.elements('taskDefinition');
  extensions.elements('ioMapping');
  extensions.attribute('class', 'delegateExpression', 'expression', 'type', 'topic');
  const throws = messageTo(reading, element, messageOf(element) || '', { ...element, $attrs: {}, extensionElements: undefined });
  return throws === null ? null : { ...base, type: 'throwEvent', throws };
};

/** No engine executes a plain or manual task; whoever drew it meant work of people. */
const manualTask: Make = (reading, element, drawn, base, extensions, around) => {
  reading.note('task.manual', element);
  return userTask(reading, element, drawn, base, extensions, around);
};

const makers: Readonly<Record<string, Make>> = {
  'bpmn:UserTask': userTask, 'bpmn:ManualTask': manualTask, 'bpmn:Task': manualTask, 'bpmn:ServiceTask': serviceTask, 'bpmn:ScriptTask': scriptTask, 'bpmn:BusinessRuleTask': businessRuleTask,
  'bpmn:CallActivity': callActivity, 'bpmn:SubProcess': subProcess, 'bpmn:ReceiveTask': receiveTask, 'bpmn:SendTask': sendTask,
};
const several = new Set(['bpmn:UserTask', 'bpmn:ManualTask', 'bpmn:Task', 'bpmn:SubProcess', 'bpmn:CallActivity']);

export const isActivity = (element: Element): boolean => Object.hasOwn(makers, element.$type);

/** null where it was refused. */
export function activityNode(reading: Reading, element: Element, drawn: Drawn, base: Base, around: Around): Node | null {
  const before = reading.problems.length;
  const extensions = extensionsOf(reading, element);
  const loop = childOf(element, 'loopCharacteristics');
  if (flagOf(element, 'isForCompensation')) reading.refuse('element.transaction', element);
  if (loop?.$type === 'bpmn:StandardLoopCharacteristics') reading.refuse('element.loop', element);
  else if (loop && !several.has(element.$type)) reading.refuse('multi.here', element);
  if (flagOf(element, 'instantiate')) reading.refuse('gateway.instantiates', element);
  const node = makers[element.$type]?.(reading, element, drawn, base, extensions, around) ?? null;
  extensions.finish();
  for (const member of ['ioSpecification', 'dataInputAssociations', 'dataOutputAssociations']) {
    if (childOf(element, member) || childrenOf(element, member).length > 0) reading.note('element.drawing', element, member);
  }
  return reading.problems.length > before ? null : node;
}

