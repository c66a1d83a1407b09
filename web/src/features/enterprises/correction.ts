/** What a correction of an enterprise sends: only what was changed. A masked value that nobody has written over is not among it. */
import type { z } from 'zod';
import type { FormField } from '../../../../contracts/cases.ts';
import type { Enterprise, keepEnterpriseSchema } from '../../../../contracts/enterprises.ts';
import type { TypedForm } from '../../lib/field-values.ts';

export type Correction = z.input<typeof keepEnterpriseSchema>;
/** @param stored its place in the list that is kept; null = a new one */
export interface ContactLine { readonly key: string; readonly stored: number | null; readonly shown: Enterprise['contacts'][number] | null }
export const contactParts = ['name', 'phone', 'duty'] as const;
export type ContactPart = (typeof contactParts)[number];
export const partName = (line: ContactLine, part: ContactPart): string => `${line.key}-${part}`;

export const linesOf = (enterprise: Enterprise): readonly ContactLine[] => enterprise.contacts.map((shown, stored) => ({ key: `contact${stored}`, stored, shown }));

/** Names and numbers that are masked cannot be told from others once they stand in a control, and so never stand in one. */
export const isHidden = (enterprise: Enterprise, line: ContactLine, part: ContactPart): boolean => line.stored !== null && enterprise.contactsMasked && part !== 'duty';

/** @param data values of the controls, read (lib/field-values.ts) @returns null where nothing was changed */
export function correctionOf(enterprise: Enterprise, lines: readonly ContactLine[], data: Readonly<Record<string, FormField['value']>>): Omit<Correction, 'reason'> | null {
  const textOf = (name: string): string => { const value = data[name]; return typeof value === 'string' ? value : ''; };
  const contacts = lines.map((line) => {
    const [name, phone, duty] = contactParts.map((part) => textOf(partName(line, part)));
    if (line.stored === null) return { name: name ?? '', phone: phone ?? '', ...(duty ? { duty } : {}) };
    const { shown, stored } = line;
    return {
      stored, ...(name && name !== shown?.name ? { name } : {}), ...(phone && phone !== shown?.phone ? { phone } : {}), ...((duty ?? '') === (shown?.duty ?? '') ? {} : { duty: duty || null }),
    };
  });
  const untouched = contacts.length === enterprise.contacts.length && contacts.every((c, place) => 'stored' in c && c.stored === place && Object.keys(c).length === 1);
  const [name, region, industry] = [textOf('name'), textOf('region'), textOf('industry') || null];
  const changed: Omit<Correction, 'reason'> = {
    ...(name === enterprise.name ? {} : { name }), ...(region === enterprise.region ? {} : { region }), ...(industry === enterprise.industry ? {} : { industry }), ...(untouched ? {} : { contacts }),
  };
  return Object.keys(changed).length === 0 ? null : { ...changed, seen: enterprise.updatedAt };
}

/** A new line asks for name and number; of one that is there a control left empty means "as it is". */
export const contactUse = (enterprise: Enterprise, line: ContactLine, part: ContactPart): FormField['use'] => (part === 'duty' || isHidden(enterprise, line, part) ? 'optional' : 'required');

/** What the controls hold at first. */
export const typedContacts = (enterprise: Enterprise, lines: readonly ContactLine[]): TypedForm =>
  Object.fromEntries(lines.flatMap((line) => contactParts.map((part) => [partName(line, part), isHidden(enterprise, line, part) ? '' : (line.shown?.[part] ?? '')])));

/** body.contacts.1.phone is the number in the second line; body.name the name. */
export function fieldOfPath(path: string, lines: readonly ContactLine[]): string {
  const [member = '', place, part] = path.replace(/^body\./, '').split('.');
  const line = member === 'contacts' && place !== undefined ? lines[Number(place)] : undefined;
  return line === undefined ? member : `${line.key}-${part ?? 'name'}`;
}
