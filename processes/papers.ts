/** Blocks that the documents of several processes are built of. */
import type { Block, DocumentTemplate, Row } from '../domain/documents/types.ts';

export const says = (pattern: string, when?: string): Block => ({ kind: 'paragraph', text: pattern, ...(when === undefined ? {} : { when }) });
export const wide = (label: string, pattern: string, lines = 1): Row => ({ cells: [{ text: label, label: true }, { text: pattern, span: 3 }], lines });
export const pair = (first: string, one: string, second: string, two: string): Row => ({ cells: [{ text: first, label: true }, { text: one }, { text: second, label: true }, { text: two }] });
export const sheet = (rows: readonly Row[]): Block => ({ kind: 'table', widths: [32, 46, 32, 46], rows });
export const signed: Block = { kind: 'signature' };
export const imprint: Block = { kind: 'imprint' };
export const byHand = (...items: readonly string[]): Block => ({ kind: 'lines', items });

const issuer = { kind: 'agency', agency: { kind: 'handling' } } as const;
/** 审批表、笔录、报告: kept in the file, with neither number nor seal. */
export const internalPaper = { issuer, to: [], internal: true, numerals: 'arabic' } as const satisfies Partial<DocumentTemplate>;
/** What leaves the agency: numbered and sealed. */
export const officialPaper = { issuer, letterhead: true, sealed: true, numerals: 'hanzi' } as const satisfies Partial<DocumentTemplate>;
/** FEEL: the words for a choice. */
export const chosen = (field: string, options: readonly { readonly value: string; readonly label: { readonly zh: string } }[]): string =>
  options.reduceRight((rest, { value, label }) => `if ${field} = "${value}" then "${label.zh}" else ${rest}`, 'null');
