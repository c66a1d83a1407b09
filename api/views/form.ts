/** Fields of a form with their values, as far as the viewer may see them. */
import { agencyOptions } from '../../domain/authority/agencies.ts';
import type { FormField } from '../../contracts/cases.ts';
import type { Insight } from '../../domain/authority/policy.ts';
import type { Named } from '../../domain/engine/state.ts';
import type { JsonObject } from '../../domain/json.ts';
import { isNamed } from '../../domain/model/forms.ts';
import type { Field, FieldUse, Form, ProcessDefinition, Referent } from '../../domain/model/types.ts';
import { json } from '../http/json.ts';
import { agencyName } from './names.ts';

/** By post: who holds it in the handling agency. */
export type Staff = Readonly<Record<string, readonly Named[]>>;

export function formField(model: ProcessDefinition, name: string, use: FieldUse): FormField | null {
  const field = Object.hasOwn(model.fields, name) ? model.fields[name] : undefined;
  if (!field) return null;
  const { label, help, min, max, maxLength, partOf, refersTo, section } = field;
  // A field that says which agency acts holds its id; people read its name.
  const { type, options } = holdsAgency(model, name) ? { type: 'choice', options: use === 'read' ? [] : regulators } as const : field;
  return {
    name, label, type, use,
    ...(help ? { help } : {}), ...(options ? { options: options.map((o) => ({ ...o })) } : {}),
    ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), ...(maxLength === undefined ? {} : { maxLength }), ...(partOf === undefined ? {} : { partOf }), ...(hasPage(refersTo) ? { refersTo } : {}), ...(section ? { section } : {}),
  };
}

const hasPage = (referent: Referent | undefined): referent is 'draw' | 'panel' | 'notice' => referent === 'draw' || referent === 'panel' || referent === 'notice';
/** Of use to people: neither a list that the flow works with nor what only messages find their way by. */
export const isForPeople = (field: Field | undefined): boolean => field?.working !== true && field?.refersTo !== 'case' && field?.refersTo !== 'objection';

/** All of them only where one is chosen; a field that is read needs the name of its value alone. */
const regulators = agencyOptions('market', 'technical');
const holdsAgency = (model: ProcessDefinition, name: string): boolean => model.fields[name]?.type === 'text' && (model.fields[name].refersTo === 'agency' || namesAgency(model).has(name));
const agencyFields = new WeakMap<ProcessDefinition, ReadonlySet<string>>();

/** Fields by which an assignment, a call or a letter of this process chooses its agency. */
function namesAgency(model: ProcessDefinition): ReadonlySet<string> {
  const known = agencyFields.get(model);
  if (known) return known;
  const assignments = [...model.nodes.flatMap((n) => (n.type === 'userTask' ? [n.assignment] : [])), ...model.clocks.map((c) => c.duty)];
  const calls = model.nodes.flatMap((n) => (n.type === 'callActivity' && n.agency?.kind === 'data' ? [n.agency.field] : []));
  const letters = Object.values(model.documents ?? {}).flatMap((d) => d.to.flatMap((r) => (r.kind === 'agency' && r.agency.kind === 'data' ? [r.agency.field] : [])));
  const found = new Set([...assignments.flatMap((a) => (a.kind === 'office' && a.agency.kind === 'data' ? [a.agency.field] : [])), ...calls, ...letters]);
  agencyFields.set(model, found);
  return found;
}

const optionsWith = (options: NonNullable<FormField['options']>, id: string): NonNullable<FormField['options']> =>
  options.some((o) => o.value === id) ? options : [...options, { value: id, label: agencyName(id) }];

/** A masked field carries no value at all. */
export function filledField(model: ProcessDefinition, name: string, use: FieldUse, data: JsonObject, personal: boolean): FormField | null {
  const field = formField(model, name, use);
  const value = Object.hasOwn(data, name) ? data[name] ?? null : null;
  if (field === null || value === null) return field;
  if (isMasked(model, name, personal)) return { ...field, masked: true };
  const chosen = typeof value === 'string' && holdsAgency(model, name) ? { type: 'choice' as const, options: optionsWith(field.options ?? [], value) } : {};
  return { ...field, value: json(value), ...chosen };
}

export const isMasked = (model: ProcessDefinition, name: string, personal: boolean): boolean => !personal && model.fields[name]?.personal === true;

const present = (fields: readonly (FormField | null)[]): FormField[] => fields.filter((f): f is FormField => f !== null);

export const emptyForm = (model: ProcessDefinition, form: Form): FormField[] => present(Object.entries(form).map(([name, use]) => formField(model, name, use)));

/**
 * @param mine the viewer may take the step: what it shows, one needs to know for it
 * @param staff whom a field for people offers, besides those whom it holds
 */
export const filledForm = (model: ProcessDefinition, form: Form, data: JsonObject, insight: Insight, mine: boolean, staff: Staff = {}): FormField[] =>
  present(Object.entries(form).map(([name, use]) => offering(model, filledField(model, name, use, data, insight.personal || mine), staff)));

function offering(model: ProcessDefinition, field: FormField | null, staff: Staff): FormField | null {
  const { type, role = '' } = (field && model.fields[field.name]) ?? {};
  if (field === null || type !== 'persons' || field.use === 'read') return field;
  const held = Array.isArray(field.value) ? field.value.filter(isNamed) : [];
  const offered = [...new Map([...(staff[role] ?? []), ...held].map((p) => [p.id, p.name]))];
  return { ...field, options: offered.map(([value, name]) => ({ value, label: { zh: name, en: name } })) };
}

/** The posts from which the open steps of a case choose people. */
export const postsAskedFor = (model: ProcessDefinition, forms: readonly Form[]): readonly string[] =>
  [...new Set(forms.flatMap((form) => Object.keys(form).flatMap((name) => { const field = model.fields[name]; return field?.type === 'persons' && form[name] !== 'read' && field.role !== undefined ? [field.role] : []; })))];

/** 卷宗: everything that has a value, in the order of the data dictionary. */
export const dossier = (model: ProcessDefinition, data: JsonObject, insight: Insight): FormField[] =>
  present(
    Object.keys(model.fields)
      .filter((name) => (data[name] ?? null) !== null && isForPeople(model.fields[name]) && (insight.fields === null || insight.fields.has(name)))
      .map((name) => filledField(model, name, 'read', data, insight.personal)),
  );
