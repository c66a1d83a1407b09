/** Everything that a definition names besides nodes and flows: fields, roles, parties, agencies, services, clocks. */
import type { JsonObject } from '../../json.ts';
import { assertNever } from '../../assert-never.ts';
import { agencyById } from '../../authority/agencies.ts';
import type { DecisionTable } from '../../decisions/decision-table.ts';
import { serviceResults, services, type TellingService } from '../services.ts';
import type { Assignment, Awaited, CallActivity, ClockDefinition, Form, PartyDefinition, ProcessDefinition, Signing, SigningRule, Trigger, UserTask } from '../types.ts';
import { problem, type ModelProblem } from './problem.ts';
import { validateForm } from '../forms.ts';
import { beginningsOf } from '../starts.ts';
import { repeated } from './structure.ts';

export const checkReferences = (model: ProcessDefinition): readonly ModelProblem[] => [
  ...checkTexts(model),
  ...checkFields(model),
  ...checkPeople(model),
  ...checkFormAlone(model, model.key, model.startForm),
  ...model.nodes.flatMap((node) => checkContent(model, node)),
  ...model.clocks.flatMap((clock) => checkClock(model, clock)),
  ...(model.decisions ?? []).flatMap(checkTable),
];

const has = (record: Readonly<Record<string, unknown>>, name: string): boolean => Object.hasOwn(record, name);
const isDate = (model: ProcessDefinition, field: string): boolean => has(model.fields, field) && model.fields[field]?.type === 'date';
/** Hours that are counted from a day would begin at midnight, when nothing happened. */
const isStart = (model: ProcessDefinition, field: string, { rules }: ClockDefinition): boolean =>
  (has(model.fields, field) && model.fields[field]?.type === 'moment') || (isDate(model, field) && rules.every((rule) => rule.budget.unit !== 'hour'));

function checkTexts(model: ProcessDefinition): readonly ModelProblem[] {
  const named = [
    [model.key, model.name], [model.key, model.summary],
    ...Object.entries(model.outcomes), ...Object.entries(model.roles),
    ...Object.entries(model.parties).map(([id, p]) => [id, p.name] as const),
    ...Object.entries(model.fields).flatMap(([id, f]) => [[id, f.label] as const, ...(f.options ?? []).map((o) => [`${id}.${o.value}`, o.label] as const), ...(f.help ? [[id, f.help] as const] : [])]),
    ...model.nodes.flatMap((n) => [[n.id, n.name] as const, ...(n.documentation ? [[n.id, n.documentation] as const] : []), ...(n.type === 'userTask' ? n.outcomes.map((o) => [`${n.id}.${o.id}`, o.name] as const) : [])]),
    ...model.clocks.map((c) => [c.id, c.name] as const),
  ] as const;
  return named.filter(([, t]) => !t.zh.trim() || !t.en.trim()).map(([id]) => problem('text.missing', id));
}

function checkFields(model: ProcessDefinition): readonly ModelProblem[] {
  return Object.entries(model.fields).flatMap(([id, field]) => {
    const values = (field.options ?? []).map((o) => o.value);
    const choice = field.type === 'choice' || field.type === 'choices';
    return [
      ...(choice === values.length > 0 && repeated(values).length === 0 ? [] : [problem('field.options', id)]),
      ...(field.min !== undefined && field.max !== undefined && field.min > field.max ? [problem('field.range', id)] : []),
      ...(field.past && field.type !== 'date' && field.type !== 'moment' ? [problem('field.past', id)] : []),
      ...((field.type === 'persons') !== (field.role !== undefined) || (field.role !== undefined && !has(model.roles, field.role)) ? [problem('field.role', id, field.role)] : []),
      ...(field.refersTo === undefined || field.type === 'text' ? [] : [problem('field.refers-to', id)]),
      ...(field.partOf === undefined || (field.type === 'integer' && field.partOf !== id && has(model.fields, field.partOf) && model.fields[field.partOf]?.type === 'integer') ? [] : [problem('field.part-of', id, field.partOf)]),
    ];
  });
}

function checkPeople(model: ProcessDefinition): readonly ModelProblem[] {
  return [
    ...Object.entries(model.parties).flatMap(([id, party]) => checkParty(model, id, party)),
    ...model.starters.flatMap((s) => {
      const [name, known] = s.kind === 'party' ? [s.party, model.parties] as const : [s.role, model.roles] as const;
      return has(known, name) ? [] : [problem('starter', model.key, name)];
    }),
    ...model.starters.flatMap((s) => (s.kind === 'party' && s.sets ? checkSets(model, s.party, s.sets) : [])),
    ...checkWithdrawal(model),
  ];
}

/** Only of a natural person does the engine know before it reads the form that they are the party. */
function checkSets(model: ProcessDefinition, party: string, sets: JsonObject): readonly ModelProblem[] {
  const rule = model.parties[party];
  const form = Object.fromEntries(Object.keys(sets).flatMap((name) => (has(model.startForm, name) ? [[name, 'optional'] as const] : [])));
  const wrong = [...(rule && 'personField' in rule ? [] : Object.keys(sets)), ...Object.keys(sets).filter((name) => !has(form, name) || (model.startForm[name] === 'required' && sets[name] === null)), ...validateForm(model, form, [], sets).problems.map((p) => p.field)];
  return [...new Set(wrong)].map((name) => problem('starter.sets', model.key, name));
}

function checkWithdrawal({ key, withdrawal, parties, fields, nodes }: ProcessDefinition): readonly ModelProblem[] {
  if (!withdrawal) return [];
  const { party, reasons, ways } = withdrawal;
  const heard = (message: string): boolean => nodes.some((n) => 'on' in n && n.on?.kind === 'message' && n.on.message === message);
  const wrong = [...(has(parties, party) ? [] : [party]), ...(has(fields, reasons) ? [] : [reasons]), ...ways.filter((w) => !heard(w.message)).map((w) => w.message), ...(ways.length === 0 ? [party] : [])];
  return wrong.map((name) => problem('process.withdrawal', key, name));
}

function checkParty(model: ProcessDefinition, id: string, party: PartyDefinition): readonly ModelProblem[] {
  if ('usccField' in party) return has(model.fields, party.usccField) && model.fields[party.usccField]?.type === 'uscc' && beginningsOf(model).every(({ form }) => has(form, party.usccField)) ? [] : [problem('party.field', id, party.usccField)];
  const field = party.personField;
  const forms = [model.startForm, ...beginningsOf(model).map((b) => b.form), ...model.nodes.flatMap((n) => ('form' in n ? [n.form] : []))];
  const wellKept = has(model.fields, field) && model.fields[field]?.type === 'text' && model.fields[field].personal === true;
  return wellKept && forms.every((form) => form[field] === undefined || form[field] === 'read') ? [] : [problem('party.person', id, field)];
}

/** A case may come without this party: nobody with an account, or a code that the start form does not require. */
const mayBeMissing = (model: ProcessDefinition, party: PartyDefinition): boolean => 'personField' in party || beginningsOf(model).some(({ form }) => form[party.usccField] !== 'required');

const checkForm = (model: ProcessDefinition, element: string, form: Form): readonly ModelProblem[] =>
  Object.keys(form).filter((f) => !has(model.fields, f) || model.fields[f]?.working).map((f) => problem('form.field', element, f));

/** A form that nobody of the agency fills in: there is no post to look people up in. */
const checkFormAlone = (model: ProcessDefinition, element: string, form: Form): readonly ModelProblem[] =>
  [...checkForm(model, element, form), ...Object.keys(form).filter((f) => form[f] !== 'read' && model.fields[f]?.type === 'persons').map((f) => problem('form.persons', element, f))];

function checkAssignment(model: ProcessDefinition, element: string, assignment: Assignment): readonly ModelProblem[] {
  if (assignment.kind === 'party') {
    const party = has(model.parties, assignment.party) ? model.parties[assignment.party] : undefined;
    if (!party) return [problem('assignment.party', element, assignment.party)];
    if (assignment.otherwise) return checkAssignment(model, element, assignment.otherwise);
    return mayBeMissing(model, party) ? [problem('assignment.missing-party', element, assignment.party)] : [];
  }
  if (assignment.kind === 'pool') return [];
  const { role, agency } = assignment;
  const found = has(model.roles, role) ? [] : [problem('assignment.role', element, role)];
  if (agency.kind === 'fixed' && !agencyById(agency.agency)) found.push(problem('assignment.agency', element, agency.agency));
  if (agency.kind === 'data' && !has(model.fields, agency.field)) found.push(problem('assignment.agency', element, agency.field));
  return found;
}

function checkContent(model: ProcessDefinition, node: ProcessDefinition['nodes'][number]): readonly ModelProblem[] {
  switch (node.type) {
    case 'userTask':
      return checkTask(model, node);
    case 'serviceTask': {
      const service = has(services, node.service) ? services[node.service as keyof typeof services] : undefined;
      if (!service) return [problem('service.unknown', node.id, node.service)];
      const expected = Object.keys(service.shape);
      const given = Object.keys(node.input);
      const told = Object.keys(has(serviceResults, node.service) ? serviceResults[node.service as TellingService].shape : {});
      return [
        ...[...expected.filter((k) => !given.includes(k)), ...given.filter((k) => !expected.includes(k))].map((k) => problem('service.input', node.id, k)),
        ...Object.entries(node.output ?? {}).filter(([field, name]) => !has(model.fields, field) || !told.includes(name)).map(([field, name]) => problem('service.output', node.id, `${field} ← ${name}`)),
      ];
    }
    case 'callActivity':
      return checkCall(model, node);
    case 'catchEvent':
    case 'boundaryEvent':
    case 'startEvent':
      return node.on ? checkAwaited(model, node.id, node.on) : [];
    case 'businessRuleTask':
      if (!model.decisions?.some((d) => d.id === node.decision)) return [problem('decision.unknown', node.id, node.decision)];
      return Object.keys(node.set).filter((f) => !has(model.fields, f)).map((f) => problem('script.field', node.id, f));
    case 'scriptTask':
      return Object.keys(node.set).filter((f) => !has(model.fields, f)).map((f) => problem('script.field', node.id, f));
    default:
      return [];
  }
}

function checkAwaited(model: ProcessDefinition, id: string, on: Awaited): readonly ModelProblem[] {
  if (on.kind === 'message' || on.kind === 'signal') return checkFormAlone(model, id, on.form);
  if (on.kind !== 'timer') return [];
  const { timer } = on;
  if (timer.kind === 'on') return isDate(model, timer.field) ? [] : [problem('timer.field', id, timer.field)];
  if (timer.kind === 'clock') return model.clocks.some((c) => c.id === timer.clock) ? [] : [problem('timer.clock', id, timer.clock)];
  return timer.rule.budget.amount > 0 ? [] : [problem('clock.rules', id)];
}

function checkCall(model: ProcessDefinition, { id, process, output = {}, agency }: CallActivity): readonly ModelProblem[] {
  const unknownAgency = (agency?.kind === 'fixed' && !agencyById(agency.agency)) || (agency?.kind === 'data' && !has(model.fields, agency.field));
  return [
    ...(process.trim() === '' ? [problem('call.process', id)] : []),
    ...Object.keys(output).filter((field) => !has(model.fields, field)).map((field) => problem('call.output', id, field)),
    ...(unknownAgency ? [problem('assignment.agency', id, agency.kind === 'fixed' ? agency.agency : agency.field)] : []),
  ];
}

function checkTask(model: ProcessDefinition, node: UserTask): readonly ModelProblem[] {
  const steps = new Set(model.nodes.filter((n) => n.type === 'userTask' && n.id !== node.id).map((n) => n.id));
  const outcomes = node.outcomes.map((o) => o.id);
  return [
    ...checkAssignment(model, node.id, node.assignment),
    ...(node.signing ? checkSigning(model, node, node.signing) : []),
    ...checkForm(model, node.id, node.form),
    ...(outcomes.length > 0 && repeated(outcomes).length === 0 ? [] : [problem('task.outcomes', node.id)]),
    ...node.outcomes.flatMap((o) => (o.requires ?? []).filter((f) => !has(model.fields, f) || node.form[f] === 'read').map((f) => problem('form.requires', node.id, `${o.id}: ${f}`))),
    ...(node.sameApprover && !repeatable(node, node.sameApprover.outcome) ? [problem('task.same-approver', node.id, node.sameApprover.outcome)] : []),
    ...(node.notSameAs ?? []).filter((step) => !steps.has(step)).map((step) => problem('task.separation', node.id, step)),
    ...(node.designated !== undefined && !has(model.fields, node.designated) ? [problem('task.designated', node.id, node.designated)] : []),
  ];
}

/** Nobody is there to fill anything in. */
const repeatable = ({ outcomes, form, signing }: UserTask, outcome: string): boolean =>
  !signing && outcomes.some((o) => o.id === outcome && (o.requires ?? []).length === 0) && !Object.values(form).includes('required');

function checkSigning(model: ProcessDefinition, node: UserTask, { signers, rule, agree, disagree }: Signing): readonly ModelProblem[] {
  const outcomes = node.outcomes.map((o) => o.id);
  const named = 'field' in signers ? null : signers;
  const found = agree !== disagree && outcomes.includes(agree) && outcomes.includes(disagree) ? [] : [problem('signing.outcomes', node.id)];
  if ('field' in signers ? !has(model.fields, signers.field) || model.fields[signers.field]?.type !== 'choices' : signers.length === 0) found.push(problem('signing.signers', node.id));
  found.push(...(named ?? []).flatMap((s) => checkAssignment(model, node.id, s.by)));
  return canBeMet(rule, named) ? found : [...found, problem('signing.rule', node.id)];
}

/** @param signers null where they are known only in the case: then all have weight 1 and nobody is the chair */
function canBeMet(rule: SigningRule, signers: readonly { readonly weight?: number; readonly chair?: boolean }[] | null): boolean {
  switch (rule.kind) {
    case 'all':
    case 'any':
      return true;
    case 'share':
      return rule.of.numerator > 0 && rule.of.denominator >= rule.of.numerator;
    case 'weight':
      return rule.needed > 0 && (signers === null || signers.reduce((sum, s) => sum + (s.weight ?? 1), 0) >= rule.needed);
    case 'chair':
      return signers?.filter((s) => s.chair).length === 1;
    default:
      return assertNever(rule);
  }
}

/** A table whose rows fit its columns, and whose policy has what it needs (DMN 1.5 §8.2.8). */
function checkTable({ id, inputs, outputs, rules, hitPolicy, aggregation }: DecisionTable): readonly ModelProblem[] {
  const ranked = hitPolicy === 'PRIORITY' || hitPolicy === 'OUTPUT ORDER';
  return [
    ...(outputs.length > 0 && (!ranked || outputs.some((o) => o.values)) ? [] : [problem('decision.outputs', id)]),
    ...(aggregation === undefined || (hitPolicy === 'COLLECT' && outputs.length === 1) ? [] : [problem('decision.outputs', id, aggregation)]),
    ...rules.flatMap((rule, i) => (rule.when.length === inputs.length && rule.then.length === outputs.length ? [] : [problem('decision.row', id, String(i + 1))])),
  ];
}

/** What the clock says of steps whose time it leaves out, of more time, and of what follows when it is over. */
function checkPolicies(model: ProcessDefinition, { id, breach, excludes = [], extensions = [], restartsOnMerge }: ClockDefinition): readonly ModelProblem[] {
  const activity = (node: string): boolean => model.nodes.some((n) => n.id === node && ['userTask', 'serviceTask', 'subProcess', 'callActivity', 'catchEvent'].includes(n.type));
  const step = typeof breach === 'object' ? model.nodes.find((n) => n.id === breach.step) : undefined;
  const decidable = typeof breach !== 'object' || (step?.type === 'userTask' && (breach.kind === 'block' || step.outcomes.some((o) => o.id === breach.outcome)));
  return [
    ...(decidable ? [] : [problem('clock.breach', id, typeof breach === 'object' ? breach.step : breach)]),
    ...excludes.filter((e) => !activity(e.during)).map((e) => problem('clock.excludes', id, e.during)),
    ...extensions.filter((e) => e.budget !== null && !(Number.isSafeInteger(e.budget.amount) && e.budget.amount > 0)).map(() => problem('clock.extension', id)),
    ...extensions.flatMap((e) => checkAssignment(model, id, e.approver)),
    ...extensions.flatMap(({ decided }) => (decided ? [decided.asked, decided.granted] : [])).filter((t) => t.on !== 'completed' || !triggerExists(model, t)).map((t) => problem('clock.trigger', id, [t.node, t.outcome].filter(Boolean).join('.'))),
    ...extensions.filter(({ budget, decided }) => decided && (budget !== null || model.fields[decided.days]?.type !== 'integer' || !has(model.fields, decided.reasons))).map(() => problem('clock.extension', id)),
    ...[...excludes, ...extensions, ...(restartsOnMerge ? [{ basis: restartsOnMerge }] : [])].filter(({ basis }) => !basis.internal && (!basis.article || !basis.version)).map(() => problem('clock.basis', id)),
  ];
}

function checkClock(model: ProcessDefinition, clock: ClockDefinition): readonly ModelProblem[] {
  return [
    ...[...clock.start, ...clock.stop].filter((t) => !triggerExists(model, t)).map((t) => problem('clock.trigger', clock.id, [t.node, t.outcome].filter(Boolean).join('.'))),
    ...(clock.start.length > 0 ? [] : [problem('clock.trigger', clock.id)]),
    ...(clock.stop.length > 0 ? [] : [problem('clock.never-stops', clock.id)]),
    ...(clock.rules.length > 0 && clock.rules.every((r) => Number.isSafeInteger(r.budget.amount) && r.budget.amount > 0) ? [] : [problem('clock.rules', clock.id)]),
    ...clock.rules.filter((r) => !r.basis.internal && (!r.basis.article || !r.basis.version)).map(() => problem('clock.basis', clock.id)),
    ...(clock.startsFrom === undefined || isStart(model, clock.startsFrom, clock) ? [] : [problem('clock.field', clock.id, clock.startsFrom)]),
    ...(clock.endsOn === undefined || isDate(model, clock.endsOn) ? [] : [problem('clock.field', clock.id, clock.endsOn)]),
    ...checkAssignment(model, clock.id, clock.duty),
    ...checkPolicies(model, clock),
  ];
}

function triggerExists(model: ProcessDefinition, trigger: Trigger): boolean {
  const node = model.nodes.find((n) => n.id === trigger.node);
  if (!node) return false;
  return trigger.outcome === undefined || (trigger.on === 'completed' && node.type === 'userTask' && node.outcomes.some((o) => o.id === trigger.outcome));
}
