/** What somebody filled in, held against the form of the step (表单校验). Values are taken as they are: no text becomes a number here. */
import { assertNever } from '../assert-never.ts';
import { dayOf, momentOf } from '../calendar/civil-day.ts';
import type { Instant } from '../calendar/types.ts';
import type { FieldProblem, FieldProblemCode } from '../engine/commands.ts';
import type { Json, JsonObject } from '../json.ts';
import { isCivilDay, isCivilMoment, isPhone, isRegion, isUscc } from './identifiers.ts';
import type { Named } from '../engine/state.ts';
import type { Field, Form, ProcessDefinition } from './types.ts';

/** Limits in characters (code points) where a field names none. */
const usualLength = { text: 500, 'long-text': 10_000 } as const;
const maxProblems = 200;

/**
 * @param requires fields that the chosen outcome asks for besides the form
 * @param stored what the case holds: a required field that is left out keeps this value; one that is sent as null does not
 * @param now the present; where absent, days and moments that must have happened are not held against it
 * @param holding who of those that the data names holds this post; where absent, nobody: only a step that somebody completes asks for people
 * @returns the values to be written: texts trimmed, an empty text is null; null only where something stored is thereby cleared.
 *   Unless `problems` is empty, `data` must not be used.
 */
export function validateForm(
  definition: Pick<ProcessDefinition, 'fields'>, form: Form, requires: readonly string[], data: JsonObject, stored: JsonObject = {}, now?: Instant | number, holding: (role: string) => readonly Named[] = () => [],
): { readonly data: JsonObject; readonly problems: readonly FieldProblem[] } {
  const required = new Set([...Object.keys(form).filter((name) => form[name] === 'required'), ...requires]);
  const accepted = new Set([...required, ...Object.keys(form).filter((name) => form[name] === 'optional')]);
  const cleaned: Record<string, Json> = {};
  const problems: FieldProblem[] = [];

  for (const name of Object.keys(data)) {
    if (!accepted.has(name)) problems.push({ field: name.slice(0, 80), code: 'unknown-field' });
  }
  for (const name of accepted) {
    const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined;
    if (!field) throw new Error(`the form names the field ${name}, which the definition does not have; it must not have been registered`);
    const kept = Object.hasOwn(stored, name) ? stored[name] ?? null : null;
    const sent = Object.hasOwn(data, name) ? data[name] ?? null : undefined;
    const value = emptyToNull(field, sent === undefined ? kept : sent);
    if (value === null) {
      if (required.has(name)) problems.push({ field: name, code: 'required' });
      else if (kept !== null) cleaned[name] = null;
    } else if (sent !== undefined) {
      const problem = field.type === 'persons' ? checkPersons(field, value, holding(field.role ?? '')) : checkValue(field, value) ?? checkPast(field, value, now);
      if (problem) problems.push({ field: name, ...problem });
      else cleaned[name] = field.type === 'persons' ? withNames(value, holding(field.role ?? '')) : value;
    }
  }
  return { data: cleaned, problems: problems.slice(0, maxProblems) };
}

type Finding = Omit<FieldProblem, 'field'> | null;
const found = (code: FieldProblemCode, params?: FieldProblem['params']): Finding => ({ code, ...(params === undefined ? {} : { params }) });

const isTextual = (field: Field): boolean => !['integer', 'decimal', 'money', 'points', 'boolean', 'choices', 'persons'].includes(field.type);

/** Nobody means a blank by it. -0 would not survive canonical JSON. */
function emptyToNull(field: Field, value: Json): Json {
  if (typeof value === 'string' && isTextual(field)) return value.trim() || null;
  if (Array.isArray(value) && value.length === 0) return null;
  return value === 0 ? 0 : value;
}

/** One value against its field. @param value not null */
export function checkValue(field: Field, value: Json): Finding {
  switch (field.type) {
    case 'text':
    case 'long-text':
      return checkText(field, value, field.type);
    case 'integer':
    case 'money':
    case 'points':
      return typeof value === 'number' && Number.isSafeInteger(value) ? checkRange(field, value) : found('type', { type: field.type });
    case 'decimal':
      return typeof value === 'number' && Number.isFinite(value) ? checkRange(field, value) : found('type', { type: field.type });
    case 'boolean':
      return typeof value === 'boolean' ? null : found('type', { type: field.type });
    case 'choice':
      return checkOption(field, value);
    case 'choices': {
      if (!Array.isArray(value) || new Set(value).size !== value.length) return found('type', { type: field.type });
      return value.map((v: Json) => checkOption(field, v)).find((problem) => problem !== null) ?? null;
    }
    case 'date':
      return checkPattern(value, isCivilDay, 'date');
    case 'moment':
      return checkPattern(value, isCivilMoment, 'moment');
    case 'uscc':
      return checkPattern(value, isUscc, 'uscc');
    case 'phone':
      return checkPattern(value, isPhone, 'phone');
    case 'region':
      return checkPattern(value, isRegion, 'region');
    // People are looked up, and not said by whoever gives a value: see checkPersons.
    case 'persons':
      return found('type', { type: field.type });
    default:
      return assertNever(field.type);
  }
}

/** C0 controls and DEL; a text of several lines may have tab, line feed and carriage return. */
const controls = { text: /[\u0000-\u001f\u007f]/, 'long-text': /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/ } as const;

function checkText(field: Field, value: Json, type: 'text' | 'long-text'): Finding {
  if (typeof value !== 'string') return found('type', { type });
  // Postgres refuses NUL in text, and half a surrogate pair has no UTF-8.
  if (controls[type].test(value) || !value.isWellFormed()) return found('characters');
  const max = field.maxLength ?? usualLength[type];
  return [...value].length > max ? found('too-long', { max }) : null;
}

function checkRange(field: Field, value: number): Finding {
  if (field.min !== undefined && value < field.min) return found('too-small', { min: field.min });
  if (field.max !== undefined && value > field.max) return found('too-large', { max: field.max });
  return null;
}

/** Compared as texts: YYYY-MM-DD and YYYY-MM-DDTHH:MM sort by time. */
function checkPast(field: Field, value: Json, now: Instant | number | undefined): Finding {
  if (!field.past || now === undefined || typeof value !== 'string') return null;
  const latest = field.type === 'moment' ? momentOf(now) : dayOf(now);
  return value > latest ? found('too-large', { max: field.type === 'moment' ? latest.replace('T', ' ') : latest }) : null;
}

const isNames = (value: Json): value is string[] => Array.isArray(value) && value.every((v: Json) => typeof v === 'string');

function checkPersons({ min, max }: Field, value: Json, holding: readonly Named[]): Finding {
  if (!isNames(value)) return found('type', { type: 'persons' });
  if (new Set(value).size !== value.length) return found('named-twice');
  if (value.some((id) => !holding.some((p) => p.id === id))) return found('not-in-post');
  if (min !== undefined && value.length < min) return found('too-few', { min });
  return max !== undefined && value.length > max ? found('too-many', { max }) : null;
}

/** Somebody as a field for people keeps them. */
export const isNamed = (value: Json): value is { readonly id: string; readonly name: string } =>
  typeof value === 'object' && value !== null && 'id' in value && 'name' in value && typeof value['id'] === 'string' && typeof value['name'] === 'string';

const withNames = (value: Json, holding: readonly Named[]): Json =>
  (isNames(value) ? value : []).flatMap((id) => holding.filter((p) => p.id === id).slice(0, 1).map((p) => ({ id: p.id, name: p.name })));

const checkOption = (field: Field, value: Json): Finding =>
  typeof value !== 'string' ? found('type', { type: 'choice' }) : field.options?.some((o) => o.value === value) ? null : found('not-an-option');

const checkPattern = (value: Json, holds: (text: string) => boolean, code: 'date' | 'moment' | 'uscc' | 'phone' | 'region'): Finding =>
  typeof value !== 'string' ? found('type', { type: code }) : holds(value) ? null : found(code);

/** The form with which a case begins, and any of these fields beside it that the process has: for a case that another one opens. */
export const formOf = (model: Pick<ProcessDefinition, 'fields'>, form: Form, fields: readonly string[]): Form =>
  ({ ...Object.fromEntries(fields.filter((field) => Object.hasOwn(model.fields, field)).map((field) => [field, 'optional' as const])), ...form });
