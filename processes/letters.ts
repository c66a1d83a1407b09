/** Parts of official letters and forms (公文、表格) that the documents of several processes share. */
import type { Block, DocumentTemplate, Recipient, Row } from '../domain/documents/types.ts';
import type { Text } from '../domain/text.ts';

/** The labels of a choice field, for `chosen`. */
export const labelsOf = (options: readonly { readonly value: string; readonly label: Text }[]): Readonly<Record<string, string>> => Object.fromEntries(options.map(({ value, label }) => [value, label.zh]));

export const says = (pattern: string, when?: string): Block => ({ kind: 'paragraph', text: pattern, ...(when === undefined ? {} : { when }) });
export const wide = (label: string, pattern: string, lines = 1): Row => ({ cells: [{ text: label, label: true }, { text: pattern, span: 3 }], lines });
export const pair = (first: string, one: string, second: string, two: string): Row => ({ cells: [{ text: first, label: true }, { text: one }, { text: second, label: true }, { text: two }] });
export const sheet = (rows: readonly Row[]): Block => ({ kind: 'table', widths: [32, 46, 32, 46], rows });
export const signed: Block = { kind: 'signature' };
export const imprint: Block = { kind: 'imprint' };
/** 签名栏. */
export const byHand = (...items: readonly string[]): Block => ({ kind: 'lines', items });
export const handlingAgency = { kind: 'agency', agency: { kind: 'handling' } } as const;
/** Addressed to the agency that a field names; `name` is the value that is printed. */
export const agencyIn = (field: string, name: string): Recipient => ({ kind: 'agency', agency: { kind: 'data', field }, name });
/** 函: with letterhead and seal. */
export const letter = { issuer: handlingAgency, letterhead: true, sealed: true, numerals: 'arabic' } as const;
/** 决定、告知、通知: as a letter, dated in Chinese numerals. */
export const decision = { ...letter, numerals: 'hanzi' } as const;
/** 审批表、笔录、报告: kept in the file, with neither number nor seal. */
export const internalPaper = { issuer: handlingAgency, to: [], internal: true, numerals: 'arabic' } as const satisfies Partial<DocumentTemplate>;
