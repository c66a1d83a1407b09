/** Tasks, call activities and sub-processes of other engines. */
import type { DecisionTable } from '../../domain/decisions/decision-table.ts';
import type { CallActivity, ClockDefinition, Node } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import type { Drawn } from '../drawn.ts';
import { childOf, childrenOf, flagOf, textOf, type Element } from '../moddle.ts';
import { assignmentOf } from './assignment.ts';
import { tableOf } from './decisions.ts';
import { messageOf, openForm } from './events.ts';
import { expression, isExpression, type Where } from './expression.ts';
import { attributeOf, extensionsOf, type Extensions } from './extensions.ts';
import { formOf } from './forms.ts';
import { declareAssigned, inputs, takeMappings, writtenOutputs } from './mappings.ts';
import { multiOf, type Several } from './multi.ts';
import { keyOf } from './names.ts';
import type { Reading } from './reading.ts';
import { implementationOf, sending, serviceOf } from './services.ts';
import { setting, surroundingsOf } from './surround.ts';
import { dayVariable, dueIn, internalRule } from './time.ts';

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
  const assignment = assignmentOf(reading, element, drawn.id, extensions, lane, local);
  const { form, elsewhere } = formOf(reading, element, extensions, embedded);
  if (elsewhere) openForm(reading, drawn.id);
  takeMappings(reading, { element, at: drawn.id, local }, base, extensions, { open: elsewhere });
  extensions.elements('userTask');
  if (assignment === null) return null;
  dueClock(reading, element, extensions, base, assignment);
  return { ...base, type: 'userTask', assignment, form, outcomes: [{ id: 'done', name: text('办毕', 'Done') }] };
};

/** A due date is shown and warned of there; here it is a limit of the agency's own. */
function dueClock(reading: Reading, element: Element, extensions: Extensions, { id, name }: Base, duty: ClockDefinition['duty']): void {
  const schedule = extensions.element('taskSchedule')?.value;
  const due = extensions.attribute('dueDate') ?? attributeOf(schedule, 'dueDate');
  const followUp = extensions.attribute('followUpDate') ?? attributeOf(schedule, 'followUpDate');
  if (followUp !== undefined) reading.note('extension.unused', element, 'followUpDate');
  if (due === undefined) return;
  const budget = dueIn(due);
  const day = dayVariable(due);
  if ((budget === null && day === null) || duty.kind === 'pool') return reading.note('due.unread', element, due);
  if (day !== null) reading.uses.push({ variable: day, as: 'date', element, at: id });
  const clock: ClockDefinition = {
    // Where a field gives the day, the rule counts nothing: it only says that the limit is the agency's own.
    id: `${id}Limit`, name: text(`${name.zh}期限`, `${name.en}: limit`), rules: [internalRule(budget ?? { amount: 1, unit: 'calendar-day' })], ...(day === null ? {} : { endsOn: reading.names.field(day) }), start: [{ on: 'entered', node: id }], stop: [{ on: 'completed', node: id }],
    duty, warnings: [], breach: 'record',
  };
  reading.clocks.push(clock);
  reading.limited.set(clock.id, element);
  reading.note('due.clock', element, due);
}

const serviceTask: Make = (reading, element, drawn, base, extensions, { local }) => {
  const task = serviceOf(reading, { element, at: drawn.id, local }, extensions);
  return task && { ...base, ...task };
};

const scriptTask: Make = (reading, element, drawn, base, extensions, { local }) => {
  const zeebe = extensions.element('script')?.value;
  const format = (textOf(element, 'scriptFormat') ?? '').toLowerCase();
  const result = attributeOf(zeebe, 'resultVariable') ?? extensions.attribute('resultVariable', 'resultVariableName');
  const body = attributeOf(zeebe, 'expression') ?? textOf(element, 'script') ?? '';
  extensions.attribute('autoStoreVariables');
  if (!zeebe && format !== 'feel' && format !== 'juel') return (extensions.attribute('resource'), reading.refuse('script.language', element, format), null);
  if (result === undefined) return (reading.refuse('script.result', element), null);
  const where: Where = { element, at: drawn.id, local };
  const feel = expression(reading, where, body, 'any', format === 'juel' ? undefined : 'feel');
  takeMappings(reading, where, base, extensions);
  return feel === null ? null : { ...base, type: 'scriptTask', set: { [declareAssigned(reading, element, result)]: feel } };
};

const businessRuleTask: Make = (reading, element, drawn, base, extensions, around) => {
  const zeebe = extensions.element('calledDecision')?.value;
  const decision = attributeOf(zeebe, 'decisionId') ?? extensions.attribute('decisionRef');
  const result = attributeOf(zeebe, 'resultVariable') ?? extensions.attribute('resultVariable');
  extensions.attribute('mapDecisionResult', 'decisionRefBinding');
  takeMappings(reading, { element, at: drawn.id, local: around.local }, base, extensions);
  if (decision === undefined || isExpression(decision)) return (reading.refuse('rule.kind', element, decision ?? implementationOf(extensions)), null);
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
  const where: Where = { element, at: drawn.id, local };
  const zeebe = extensions.element('calledElement')?.value;
  const called = attributeOf(zeebe, 'processId') ?? textOf(element, 'calledElement') ?? '';
  const process = called === '' || isExpression(called) ? null : reading.options.processes?.some((p) => p.key === called) ? called : keyOf(called);
  const binding = extensions.attribute('calledElementBinding') ?? attributeOf(zeebe, 'bindingType') ?? 'latest';
  extensions.attribute('calledElementType', 'calledElementVersion', 'calledElementVersionTag', 'calledElementTenantId', 'fallbackToDefaultTenant', 'sameDeployment');
  const input = handedIn(reading, where, extensions, zeebe, process);
  const output = handedOut(reading, where, extensions, zeebe, process);
  if (process === null) reading.refuse('call.process', element, called);
  if (binding !== 'latest') reading.refuse('call.binding', element, binding);
  if (process === null || binding !== 'latest' || input === null || output === null) return null;
  return { ...base, type: 'callActivity', process, input, ...(Object.keys(output).length > 0 ? { output } : {}) };
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
  return Object.fromEntries([...whole, ...mapped.map(({ target, feel }) => [target, feel] as const), ...named].map(([target, feel]) => [fieldThere(reading, process, target), feel]));
}

function handedOut(reading: Reading, where: Where, extensions: Extensions, zeebe: Element | undefined, process: string | null): NonNullable<CallActivity['output']> | null {
  const local = ['child', ...(where.local ?? [])];
  const child = (source: string): string => `child.data.${fieldThere(reading, process, source)}`;
  const parts = extensions.elements('out').map((p) => p.value);
  const mapped = writtenOutputs(reading, where, extensions).flatMap(({ source, target }) => {
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

const subProcess: Make = (reading, element, drawn, base, extensions, { local }) => {
  if (!drawn.triggered) takeMappings(reading, { element, at: drawn.id, local }, base, extensions);
  return { ...base, type: 'subProcess', ...(drawn.triggered ? { triggered: true as const } : {}) };
};

const receiveTask: Make = (reading, element, drawn, base, extensions, { local }) => {
  const message = messageOf(element);
  const named = message || drawn.name;
  if (named === '') return (reading.refuse('message.none', element), null);
  extensions.elements('subscription');
  openForm(reading, drawn.id);
  takeMappings(reading, { element, at: drawn.id, local }, base, extensions);
  return { ...base, type: 'catchEvent', on: { kind: 'message', message: named, form: {} } };
};

const sendTask: Make = (reading, element, drawn, base, extensions, { local }) => {
  const sent = sending(reading, { element, at: drawn.id, local }, messageOf(element), extensions);
  if (sent === null) return null;
  if (sent.kind === 'service') reading.note('send.service', element, sent.task.service);
  return sent.kind === 'service' ? { ...base, ...sent.task } : { ...base, type: 'throwEvent', throws: sent.throws };
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
export const isActivity = (element: Element): boolean => Object.hasOwn(makers, element.$type);

/** Of these the model has instances; any other node has them in a sub-process of its own. */
function inSeveral(reading: Reading, element: Element, node: Node, { multi, collected }: Several): Node {
  const has = node.type === 'userTask' || node.type === 'subProcess' || node.type === 'callActivity';
  if (has && !collected && !reading.surroundings.has(node.id)) return { ...node, multi };
  const around = surroundingsOf(reading, node.id, element);
  around.multi = multi;
  if (collected) {
    const { field, feel } = collected;
    around.first[field] = '[]';
    around.after.push(setting(reading, node, 'Collected', { zh: '收集结果', en: 'results' }, { [field]: `append(${field}, ${feel})` }));
    reading.note('multi.collected', element, field);
  }
  reading.note('multi.wrapped', element);
  return node;
}

/** null where it was refused. */
export function activityNode(reading: Reading, element: Element, drawn: Drawn, base: Base, around: Around): Node | null {
  const before = reading.problems.length;
  const extensions = extensionsOf(reading, element);
  const loop = childOf(element, 'loopCharacteristics');
  if (flagOf(element, 'isForCompensation')) reading.refuse('element.transaction', element);
  if (loop?.$type === 'bpmn:StandardLoopCharacteristics') reading.refuse('element.loop', element);
  if (flagOf(element, 'instantiate')) reading.refuse('gateway.instantiates', element);
  const several = multiOf(reading, element, drawn, around.local);
  const inside = several ? { ...around, local: [...around.local, several.multi.item] } : around;
  const once = makers[element.$type]?.(reading, element, drawn, base, extensions, inside) ?? null;
  const node = once && several ? inSeveral(reading, element, once, several) : once;
  extensions.finish();
  for (const member of ['ioSpecification', 'dataInputAssociations', 'dataOutputAssociations']) {
    if (childOf(element, member) || childrenOf(element, member).length > 0) reading.note('element.drawing', element, member);
  }
  return reading.problems.length > before ? null : node;
}

