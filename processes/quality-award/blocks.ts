/** Parts that the documents of the award share. */
import type { Block } from '../../domain/documents/types.ts';
import { government, secretariat } from './departments.ts';

/** A list: its head stands again on every page. */
export const roll = (widths: readonly number[], head: readonly string[], cells: readonly string[], each: string): Block => ({
  kind: 'table', widths, head: 1, small: true,
  rows: [{ cells: head.map((text) => ({ text, label: true })) }, { each, cells: cells.map((text, i) => ({ text, align: i === 0 || (widths[i] ?? 0) < 30 ? 'center' : 'left' })) }],
});

export const bySecretariat = { kind: 'agency', agency: { kind: 'fixed', agency: secretariat } } as const;
export const byGovernment = { kind: 'agency', agency: { kind: 'fixed', agency: government } } as const;
export const byHandling = { kind: 'agency', agency: { kind: 'handling' } } as const;
export const paper = { to: [], numerals: 'arabic' } as const;
