/** 字段: the data dictionary, one line per field. Options of a choice stay in the type, so that conditions on them are checked. */
import { text, type Text } from '../text.ts';
import type { Field, FieldType, Referent } from './types.ts';

type More = Partial<Pick<Field, 'help' | 'min' | 'max' | 'maxLength' | 'past' | 'personal' | 'working' | 'partOf'>>;
type Options = Readonly<Record<string, readonly [zh: string, en: string]>>;
/** A field whose values are one (choice) or several (choices) of V. `V` exists in the type alone. */
export interface ChoiceField<V extends string> extends Field { readonly type: 'choice' | 'choices'; readonly options: readonly { readonly value: V; readonly label: Text }[] }

const of = (type: FieldType, preset: More = {}) => (zh: string, en: string, more: More = {}): Field => ({ label: text(zh, en), type, ...preset, ...more });
const choosing = (type: 'choice' | 'choices') =>
  <const O extends Options>(zh: string, en: string, options: O, more: More = {}): ChoiceField<keyof O & string> => ({
    label: text(zh, en), type, ...more,
    options: Object.entries(options).map(([value, label]) => ({ value: value as keyof O & string, label: text(label[0], label[1]) })),
  });

export const field = {
  text: of('text', { maxLength: 200 }),
  longText: of('long-text', { maxLength: 4000 }),
  integer: of('integer', { min: 0, max: 1_000_000_000 }),
  decimal: of('decimal'),
  /** Fen (分): 12.30 yuan is 1230. */
  money: of('money', { min: 0 }),
  /** Hundredths of a point (百分之一分), shown with two decimals: 85.00 is 8500. */
  points: of('points', { min: 0 }),
  date: of('date'),
  /** To the minute, where the law counts hours. */
  moment: of('moment'),
  yesNo: of('boolean'),
  choice: choosing('choice'),
  choices: choosing('choices'),
  uscc: of('uscc'),
  phone: of('phone', { personal: true }),
  region: of('region'),
  /** People of the handling agency who hold that post, each once. */
  persons: (zh: string, en: string, role: string, more: Pick<More, 'help' | 'min' | 'max'> = {}): Field => ({ label: text(zh, en), type: 'persons', role, ...more }),
  /** Lists and tables that services tell and scripts compute. */
  working: of('long-text', { working: true }),
  /** The id of something, told by a service, a step or another case. */
  id: (zh: string, en: string, refersTo: Referent, more: Pick<More, 'help'> = {}): Field => ({ label: text(zh, en), type: 'text', maxLength: 80, refersTo, ...more }),
} as const;

/** 栏目: these fields stand together under one title in long forms and in the dossier. */
export function inSection<F extends Readonly<Record<string, Field>>>(zh: string, en: string, fields: F): F {
  const section = text(zh, en);
  return Object.fromEntries(Object.entries(fields).map(([name, it]) => [name, { ...it, section }])) as F;
}
