/** What processes of several agencies (跨机关) write alike: choosing an agency, its name on paper, telling its people, telling its case. */
import { agencyOptions } from '../domain/authority/agencies.ts';
import type { AgencyKind } from '../domain/authority/viewer.ts';
import type { Block, Recipient, Row } from '../domain/documents/types.ts';
import type { Feel, Field } from '../domain/model/types.ts';
import { text } from '../domain/text.ts';

/** A field in which somebody chooses an agency of these kinds. */
export const agencyField = (zh: string, en: string, ...kinds: readonly AgencyKind[]): Field => ({ label: text(zh, en), type: 'choice', options: agencyOptions(...kinds) });

/** FEEL: the name of the agency that a field chooses. */
export const agencyName = (field: string, ...kinds: readonly AgencyKind[]): Feel =>
  `get value({${agencyOptions(...kinds).map(({ value, label }) => `${JSON.stringify(value)}: ${JSON.stringify(label.zh)}`).join(', ')}}, ${field})`;

/** FEEL: what a choice says on paper. */
export const chosen = (field: string, values: Readonly<Record<string, string>>): Feel =>
  Object.entries(values).reduceRight((rest, [value, label]) => `if ${field} = ${JSON.stringify(value)} then ${JSON.stringify(label)} else ${rest}`, 'null');

/** What has no value yet must be a text all the same where it is joined to one. */
export const orBlank = (feel: Feel): Feel => `(if ${feel} = null then "" else string(${feel}))`;

/** Input of `notify`. Subjects and bodies are FEEL texts, cut to the lengths that the service takes. */
export const noticeTo = (to: Feel, [subjectZh, subjectEn]: readonly [Feel, Feel], [bodyZh, bodyEn]: readonly [Feel, Feel]) => ({
  to, subjectZh: `substring(${subjectZh}, 1, 500)`, subjectEn: `substring(${subjectEn}, 1, 500)`, bodyZh: `substring(${bodyZh}, 1, 5000)`, bodyEn: `substring(${bodyEn}, 1, 5000)`,
});

/** Input of `message.send` and `message.deliver`. @param caseField field with the id of the case that is told */
export const messageTo = (caseField: string, message: string, data: Readonly<Record<string, Feel>> = {}) => ({
  to: caseField, message: JSON.stringify(message), data: `{${Object.entries(data).map(([field, feel]) => `${field}: ${feel}`).join(', ')}}`,
});

/** Parts of official letters (公文) that documents of several agencies share. */
export const says = (pattern: string, when?: string): Block => ({ kind: 'paragraph', text: pattern, ...(when === undefined ? {} : { when }) });
export const wide = (label: string, pattern: string, lines = 1): Row => ({ cells: [{ text: label, label: true }, { text: pattern, span: 3 }], lines });
export const pair = (first: string, one: string, second: string, two: string): Row => ({ cells: [{ text: first, label: true }, { text: one }, { text: second, label: true }, { text: two }] });
export const sheet = (rows: readonly Row[]): Block => ({ kind: 'table', widths: [32, 46, 32, 46], rows });
export const signed: Block = { kind: 'signature' };
export const handlingAgency = { kind: 'agency', agency: { kind: 'handling' } } as const;
/** Addressed to the agency that a field names; `name` is the value that is printed. */
export const agencyIn = (field: string, name: string): Recipient => ({ kind: 'agency', agency: { kind: 'data', field }, name });
/** 函: with letterhead and seal. */
export const letter = { issuer: handlingAgency, letterhead: true, sealed: true, numerals: 'arabic' } as const;
