/** Parts that the documents of the award share. */
import type { Block, Row } from '../../domain/documents/types.ts';
import { government, secretariat } from './departments.ts';

export const wide = (label: string, pattern: string, lines = 1): Row => ({ cells: [{ text: label, label: true }, { text: pattern, span: 3 }], lines });
export const pair = (first: string, one: string, second: string, two: string): Row => ({ cells: [{ text: first, label: true }, { text: one }, { text: second, label: true }, { text: two }] });
export const sheet = (rows: readonly Row[]): Block => ({ kind: 'table', widths: [32, 46, 32, 46], rows });
export const says = (pattern: string, when?: string): Block => ({ kind: 'paragraph', text: pattern, ...(when === undefined ? {} : { when }) });
export const signed: Block = { kind: 'signature' };
export const imprint: Block = { kind: 'imprint' };
/** A list: its head stands again on every page. */
export const roll = (widths: readonly number[], head: readonly string[], cells: readonly string[], each: string): Block => ({
  kind: 'table', widths, head: 1, small: true,
  rows: [{ cells: head.map((text) => ({ text, label: true })) }, { each, cells: cells.map((text, i) => ({ text, align: i === 0 ? 'center' : 'left' })) }],
});

export const bySecretariat = { kind: 'agency', agency: { kind: 'fixed', agency: secretariat } } as const;
export const byGovernment = { kind: 'agency', agency: { kind: 'fixed', agency: government } } as const;
export const byHandling = { kind: 'agency', agency: { kind: 'handling' } } as const;
export const paper = { to: [], numerals: 'arabic' } as const;
