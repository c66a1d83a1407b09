/** 更正企业信息: what an administrator sends is what is to be different. They see contacts masked, so what they have not written must stay as it is kept. */
import type { FieldProblem } from '../engine/commands.ts';
import type { Contact, EnterpriseFacts } from './types.ts';

/** A contact that is there, by its place in the list that was looked at. A duty of null is taken away. */
export interface CorrectedContact { readonly stored: number; readonly name?: string; readonly phone?: string; readonly duty?: string | null }
/** Absent = as it is. Contacts that are not named in the list are taken out of it. */
export interface Correction { readonly name?: string; readonly region?: string; readonly industry?: string | null; readonly contacts?: readonly (Contact | CorrectedContact)[] }

/** @param before null = an enterprise that is not in the register yet, of which name and region are needed */
export function correct(before: EnterpriseFacts | null, { name = before?.name, region = before?.region, industry = before?.industry ?? null, contacts }: Correction): { readonly facts: EnterpriseFacts } | { readonly problem: FieldProblem } {
  if (name === undefined) return { problem: { field: 'name', code: 'required' } };
  if (region === undefined) return { problem: { field: 'region', code: 'required' } };
  const there = before?.contacts ?? [];
  const stored = (contacts ?? []).flatMap((c) => ('stored' in c ? [c.stored] : []));
  if (stored.some((place) => place >= there.length) || new Set(stored).size !== stored.length) return { problem: { field: 'contacts', code: 'not-an-option' } };
  return { facts: { name, region, industry, contacts: contacts?.flatMap((c) => contactOf(c, there)) ?? there } };
}

function contactOf(given: Contact | CorrectedContact, there: readonly Contact[]): readonly Contact[] {
  if (!('stored' in given)) return [given];
  const kept = there[given.stored];
  if (!kept) return [];
  const { name = kept.name, phone = kept.phone, duty = kept.duty ?? null } = given;
  return [{ name, phone, ...(duty === null ? {} : { duty }) }];
}

export const enterpriseMembers = ['name', 'region', 'industry', 'contacts'] as const;
export type EnterpriseMember = (typeof enterpriseMembers)[number];

/** 更正记录 names what was changed and not the persons: whoever reads it sees contacts masked. */
export const changedMembers = (old: EnterpriseFacts | null, now: EnterpriseFacts): readonly EnterpriseMember[] =>
  enterpriseMembers.filter((member) => (member === 'contacts' ? !sameContacts(old?.contacts ?? [], now.contacts) : (old?.[member] ?? null) !== now[member]));

const sameContacts = (a: readonly Contact[], b: readonly Contact[]): boolean =>
  a.length === b.length && a.every((one, i) => one.name === b[i]?.name && one.phone === b[i].phone && one.duty === b[i].duty);
