/** Parts of official letters and forms (公文、表格) that the documents of several processes share. */
import type { Block, Recipient, Row } from '../domain/documents/types.ts';
import type { Feel } from '../domain/model/types.ts';

/** FEEL: what a choice says on paper. */
export const chosen = (field: string, values: Readonly<Record<string, string>>): Feel =>
  Object.entries(values).reduceRight((rest, [value, label]) => `if ${field} = ${JSON.stringify(value)} then ${JSON.stringify(label)} else ${rest}`, 'null');

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
