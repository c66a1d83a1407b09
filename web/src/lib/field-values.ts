/** Between what the API stores of a field and what a person types and reads. Money is stored in fen (分) and shown in yuan (元); points in hundredths, shown with two decimals. */
import type { FormField, TaskOutcome } from '../../../contracts/cases.ts';
import type { FieldProblem } from '../../../contracts/problems.ts';
import type { Text } from '../../../contracts/common.ts';
import { formatDay, formatMoment, momentText, parseDay, parseMoment, type Lang } from './dates.ts';
import { regionName } from './regions.ts';

export type Json = FormField['value'];
/** What the controls of a form hold: text, or the list of chosen values. Empty text = no value. */
export type Typed = string | readonly string[];
export type TypedForm = Readonly<Record<string, Typed>>;

const pick = (text: Text, lang: Lang): string => (lang === 'zh-CN' ? text.zh : text.en);

/** Yuan as typed ("1,234.5") to fen, points to hundredths; null where it is not an amount. By text, so that no cent is lost to binary fractions. */
export function fenOf(yuan: string): number | null {
  const match = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(yuan.replaceAll(/[,，\s]/g, ''));
  if (!match) return null;
  const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] === '-' && fen !== 0 ? -fen : fen;
}
export function yuanOf(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100);
  return `${fen < 0 ? '-' : ''}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}

/** Somebody as a field for people keeps them. */
const isNamed = (value: Json): value is { readonly name: string } => typeof value === 'object' && value !== null && 'name' in value && typeof value['name'] === 'string';

/** The text of a value as it stands in the record. */
export function formatValue(field: Pick<FormField, 'type' | 'options'> | undefined, value: Json, lang: Lang): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object' || isNamed(one))) return value.map((one) => formatValue(field, one, lang)).join(lang === 'zh-CN' ? '、' : ', ');
  if (typeof value === 'boolean') return lang === 'zh-CN' ? (value ? '是' : '否') : value ? 'Yes' : 'No';
  if (typeof value === 'number') {
    if (field?.type === 'money') return new Intl.NumberFormat(lang, { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' }).format(value / 100);
    if (field?.type === 'points') return new Intl.NumberFormat(lang, { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: 'min2' }).format(value / 100);
    // From five digits on: 2026 is a year more often than an amount.
    return new Intl.NumberFormat(lang, { maximumFractionDigits: 10, useGrouping: 'min2' }).format(value);
  }
  if (typeof value === 'string') {
    const option = field?.options?.find((o) => o.value === value);
    if (option) return pick(option.label, lang);
    if (field?.type === 'date' && /^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(value, lang);
    if (field?.type === 'moment' && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value)) return formatMoment(value, lang);
    const region = field?.type === 'region' ? regionName(value) : null;
    if (region) return `${pick(region, lang)} (${value})`;
    return value;
  }
  if (isNamed(value)) return value.name;
  // What services hand to one another has names for machines only; that it changed is all that people learn of it.
  return lang === 'zh-CN' ? '（系统数据）' : '(system data)';
}

/** What a control shows first for a stored value. */
export function typedOf(field: FormField): Typed {
  const { type, value } = field;
  // People are kept with their names, and named by their accounts.
  if (type === 'persons') return Array.isArray(value) ? value.flatMap((v) => (typeof v === 'object' && v !== null && 'id' in v && typeof v['id'] === 'string' ? [v['id']] : [])) : [];
  if (type === 'choices') return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];
  if (value === null || value === undefined) return '';
  if (type === 'money' || type === 'points') return typeof value === 'number' ? yuanOf(value) : '';
  if (type === 'moment' && typeof value === 'string') return momentText(value);
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return '';
}

export const isEmpty = (typed: Typed | undefined): boolean => typed === undefined || (typeof typed === 'string' ? typed.trim() === '' : typed.length === 0);
/** Of a stored value. */
export const isEmptyValue = (value: Json): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
/** Several are chosen from a list. */
export const isMany = (field: Pick<FormField, 'type'>): boolean => field.type === 'choices' || field.type === 'persons';
/** Takes the whole width of a form. */
export const isLong = (field: Pick<FormField, 'type'>): boolean => field.type === 'long-text' || isMany(field);
export const isAsked = (field: FormField): boolean => field.use !== 'read' && field.masked !== true;

type Read = { readonly value: Json } | { readonly problem: string };

function readNumber(text: string, whole: boolean): Read {
  const plain = text.replaceAll(/[,，\s]/g, '');
  if (!(whole ? /^-?\d{1,15}$/ : /^-?\d{1,15}(\.\d{1,10})?$/).test(plain)) return { problem: 'type' };
  return { value: Number(plain) };
}

function readTyped(field: FormField, typed: Typed): Read {
  if (typeof typed !== 'string') return { value: [...typed] };
  const text = typed.trim();
  switch (field.type) {
    case 'integer': return readNumber(text, true);
    case 'decimal': return readNumber(text, false);
    case 'money': case 'points': {
      const fen = fenOf(text);
      return fen === null ? { problem: 'type' } : { value: fen };
    }
    case 'boolean': return { value: text === 'true' };
    case 'date': {
      const day = parseDay(text);
      return day === null ? { problem: 'date' } : { value: day };
    }
    case 'moment': {
      const moment = parseMoment(text);
      return moment === null ? { problem: 'moment' } : { value: moment };
    }
    case 'uscc': return { value: text.toUpperCase().replaceAll(/\s/g, '') };
    case 'phone': case 'region': return { value: text.replaceAll(/\s/g, '') };
    default: return { value: text };
  }
}

export interface Collected { readonly data: Record<string, NonNullable<Json> | null>; readonly problems: readonly FieldProblem[] }

/**
 * Values to send, and what can be said without asking the API: missing and unreadable ones. Every other rule is the API's to judge.
 * A value that was taken away is sent as null; one that was never there is left out.
 */
export function collect(form: readonly FormField[], typed: TypedForm, outcome?: Pick<TaskOutcome, 'requires'>): Collected {
  const data: Record<string, NonNullable<Json> | null> = {};
  const problems: FieldProblem[] = [];
  for (const field of form.filter(isAsked)) {
    const given = typed[field.name];
    if (given === undefined || isEmpty(given)) {
      if (field.use === 'required' || outcome?.requires.includes(field.name)) problems.push({ field: field.name, code: 'required' });
      else if (field.value !== undefined && field.value !== null) data[field.name] = null;
      continue;
    }
    const read = readTyped(field, given);
    if ('problem' in read) problems.push({ field: field.name, code: read.problem });
    else data[field.name] = read.value ?? null;
  }
  return { data, problems };
}
