/** Forms of three engines as fields of the case and a form of the step. */
import type { Field, FieldType, FieldUse, Form } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import type { Element } from '../moddle.ts';
import { attributeOf, partsIn, textIn, type Extensions } from './extensions.ts';
import type { Reading } from './reading.ts';

const types: Readonly<Record<string, FieldType>> = {
  string: 'text', text: 'text', 'multi-line-text': 'long-text', long: 'integer', integer: 'integer', int: 'integer', double: 'decimal', decimal: 'decimal', boolean: 'boolean', date: 'date', enum: 'choice', radio: 'choice', dropdown: 'choice',
};
const both = (label: string): Field['label'] => text(label, label);

/** @returns the form, and whether there is one elsewhere that the file only names */
export function formOf(reading: Reading, element: Element, extensions: Extensions, embedded: ReadonlyMap<string, string>): { readonly form: Form; readonly elsewhere: boolean } {
  const form: Record<string, FieldUse> = {};
  for (const part of extensions.elements('formData')) for (const field of partsIn(part.value, 'formField')) camundaField(reading, element, field, form);
  for (const part of extensions.elements('formProperty')) flowableField(reading, element, part.value, form);
  const definition = extensions.element('formDefinition')?.value;
  const named = [attributeOf(definition, 'formId'), attributeOf(definition, 'formKey'), attributeOf(definition, 'externalReference'), extensions.attribute('formKey'), extensions.attribute('formRef')].find((n) => n !== undefined);
  extensions.attribute('formRefBinding', 'formRefVersion');
  if (named === undefined) return { form, elsewhere: false };
  const id = named.replace(/^camunda-forms:[a-z]+:/, '').replace(/\.form$/, '');
  const json = reading.options.forms?.[named] ?? reading.options.forms?.[id] ?? embedded.get(id);
  if (json === undefined) {
    reading.note('form.elsewhere', element, named);
    return { form, elsewhere: true };
  }
  formJs(reading, element, json, form);
  return { form, elsewhere: false };
}

/** Two steps may show one field; the more exact type holds. */
export function declare(reading: Reading, element: Element, variable: string, field: Field): string {
  const name = reading.names.field(variable);
  const asked = reading.options.fields?.[variable];
  const known = reading.fields.get(name);
  if (asked || known === undefined) reading.fields.set(name, asked ?? field);
  else if (known.type !== field.type) {
    const exact = known.type === 'text' ? field : field.type === 'text' ? known : known.type === 'integer' && field.type === 'decimal' ? field : known.type === 'decimal' && field.type === 'integer' ? known : null;
    if (exact === null) reading.refuse('form.conflict', element, `${variable}: ${known.type}, ${field.type}`);
    else reading.fields.set(name, exact);
  }
  return name;
}

function camundaField(reading: Reading, element: Element, field: Element, form: Record<string, FieldUse>): void {
  const id = attributeOf(field, 'id');
  const typeName = attributeOf(field, 'type') ?? 'string';
  const type = Object.hasOwn(types, typeName) ? types[typeName] : undefined;
  if (id === undefined || type === undefined) return reading.refuse('form.type', element, `${id ?? ''}: ${typeName}`);
  const constraints = new Map(partsIn(partsIn(field, 'validation')[0], 'constraint').map((c) => [attributeOf(c, 'name') ?? '', attributeOf(c, 'config') ?? '']));
  const limit = (name: string): number | undefined => {
    const n = constraints.has(name) ? Number(constraints.get(name)) : NaN;
    return Number.isFinite(n) ? n : undefined;
  };
  for (const name of constraints.keys()) if (!['required', 'readonly', 'min', 'max', 'maxlength'].includes(name)) reading.note('form.part', element, `${id}: ${name}`);
  if (attributeOf(field, 'defaultValue') !== undefined) reading.note('form.part', element, `${id}: defaultValue`);
  const values = partsIn(field, 'value').map((v) => [attributeOf(v, 'id') ?? '', attributeOf(v, 'name') ?? attributeOf(v, 'id') ?? ''] as const);
  put(reading, element, form, id, fieldOf(type, attributeOf(field, 'label') ?? id, values, { min: limit('min'), max: limit('max'), maxLength: limit('maxlength') }), constraints.has('readonly') ? 'read' : constraints.has('required') ? 'required' : 'optional');
}

function flowableField(reading: Reading, element: Element, field: Element, form: Record<string, FieldUse>): void {
  const id = attributeOf(field, 'variable') ?? attributeOf(field, 'id');
  const typeName = attributeOf(field, 'type') ?? 'string';
  const type = Object.hasOwn(types, typeName) ? types[typeName] : undefined;
  if (id === undefined || type === undefined) return reading.refuse('form.type', element, `${id ?? ''}: ${typeName}`);
  for (const part of ['expression', 'default']) if (attributeOf(field, part) !== undefined) reading.note('form.part', element, `${id}: ${part}`);
  const values = partsIn(field, 'value').map((v) => [attributeOf(v, 'id') ?? '', attributeOf(v, 'name') ?? attributeOf(v, 'id') ?? ''] as const);
  put(reading, element, form, id, fieldOf(type, attributeOf(field, 'name') ?? id, values), attributeOf(field, 'writable') === 'false' ? 'read' : attributeOf(field, 'required') === 'true' ? 'required' : 'optional');
}

type Limits = { readonly [K in 'min' | 'max' | 'maxLength']?: number | undefined };
function fieldOf(type: FieldType, label: string, values: readonly (readonly [string, string])[], { min, max, maxLength }: Limits = {}): Field {
  const options = [...new Map(values).entries()].map(([value, name]) => ({ value, label: both(name || value) }));
  const choice = type === 'choice' || type === 'choices';
  const textual = type === 'text' || type === 'long-text';
  const numeric = type === 'integer' || type === 'decimal';
  return {
    // A choice among nothing is a text.
    label: both(label), type: choice && options.length === 0 ? 'text' : type, ...(choice && options.length > 0 ? { options } : {}),
    ...(numeric && min !== undefined ? { min } : {}), ...(numeric && max !== undefined ? { max } : {}), ...(textual && maxLength !== undefined && maxLength > 0 ? { maxLength } : {}),
  };
}

function put(reading: Reading, element: Element, form: Record<string, FieldUse>, variable: string, field: Field, use: FieldUse): void {
  const name = declare(reading, element, variable, field);
  Object.defineProperty(form, name, { value: use, enumerable: true, configurable: true, writable: true });
}

// --- form-js, the forms of Camunda 8 -----------------------------------------------------------------------------------------------

const formJsTypes: Readonly<Record<string, FieldType>> = { textfield: 'text', textarea: 'long-text', number: 'decimal', checkbox: 'boolean', select: 'choice', radio: 'choice', checklist: 'choices', taglist: 'choices', datetime: 'date' };
/** Shown, not asked. */
const still = new Set(['text', 'html', 'image', 'button', 'separator', 'spacer', 'iframe', 'table', 'documentPreview']);

interface Component { readonly type?: unknown; readonly key?: unknown; readonly label?: unknown; readonly components?: unknown; readonly values?: unknown; readonly validate?: unknown; readonly readonly?: unknown; readonly disabled?: unknown; readonly subtype?: unknown; readonly path?: unknown; readonly decimalDigits?: unknown }
const record = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {});

function formJs(reading: Reading, element: Element, json: string, form: Record<string, FieldUse>): void {
  let root: unknown;
  try {
    root = JSON.parse(json);
  } catch {
    return reading.refuse('form.unreadable', element);
  }
  const queue = components(root);
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const type = String(next.type);
    if (still.has(type)) continue;
    if (type === 'group' && typeof next.path !== 'string') {
      queue.unshift(...components(next));
      continue;
    }
    const known = Object.hasOwn(formJsTypes, type) ? formJsTypes[type] : undefined;
    if (typeof next.key !== 'string' || known === undefined || (type === 'datetime' && next.subtype !== undefined && next.subtype !== 'date')) {
      reading.refuse('form.type', element, `${typeof next.key === 'string' ? next.key : ''}: ${type}`);
      continue;
    }
    const validate = record(next.validate);
    const number = (name: string): number | undefined => (typeof validate[name] === 'number' ? validate[name] : undefined);
    const values = (Array.isArray(next.values) ? next.values : []).map((v: unknown) => [String(record(v)['value'] ?? ''), String(record(v)['label'] ?? record(v)['value'] ?? '')] as const).filter(([v]) => v !== '');
    if ((known === 'choice' || known === 'choices') && values.length === 0) {
      reading.refuse('form.type', element, `${next.key}: ${type}`);
      continue;
    }
    const exact = known === 'decimal' && next.decimalDigits === 0 ? 'integer' : known;
    const field = fieldOf(exact, typeof next.label === 'string' && next.label.trim() !== '' ? next.label : next.key, values, { min: number('min'), max: number('max'), maxLength: number('maxLength') });
    put(reading, element, form, next.key, field, next.readonly === true || next.disabled === true ? 'read' : validate['required'] === true ? 'required' : 'optional');
  }
}

const components = (value: unknown): Component[] => {
  const list = record(value)['components'];
  return Array.isArray(list) ? list.slice(0, 1_000).map((c: unknown) => record(c)) : [];
};

/** Forms that the process carries with it (zeebe:userTaskForm). */
export const embeddedForms = (process: Extensions): ReadonlyMap<string, string> =>
  new Map(process.elements('userTaskForm').map((part) => [attributeOf(part.value, 'id') ?? '', textIn(part.value)]));
