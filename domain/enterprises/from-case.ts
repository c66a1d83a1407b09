/** What a case tells of the enterprises in it. Pure. */
import { regionByCode } from '../authority/regions.ts';
import type { Json, JsonObject } from '../json.ts';
import { isRegion } from '../model/identifiers.ts';
import type { PartyDefinition } from '../model/types.ts';
import type { Contact, EnterpriseFacts } from './types.ts';

export interface EnterpriseRow extends EnterpriseFacts { readonly uscc: string }

/** Where the register stands that gave the code: its third to eighth character (GB 32100 §4.3), or the region around it. */
export function regionOfUscc(uscc: string): string {
  const code = uscc.slice(2, 8);
  if (code.startsWith('44')) return [code, `${code.slice(0, 4)}00`].find((c) => regionByCode(c)) ?? '440000';
  return isRegion(code) ? code : '100000';
}

/**
 * The parties of a case as they enter the register. A party's facts stand in the fields beside its code: with `producerUscc` go `producerName`,
 * `producerRegion`, `producerIndustry`, `producerContactName` and `producerContactPhone`; `contactName` and `contactPhone` are those of the party that is declared first.
 */
export function enterprisesIn(parties: Readonly<Record<string, PartyDefinition>>, data: JsonObject): readonly EnterpriseRow[] {
  const rows = Object.values(parties).flatMap((party, i): EnterpriseRow[] => {
    if (!('usccField' in party)) return [];
    const { usccField } = party;
    const uscc = words(data[usccField]);
    if (uscc === null) return [];
    const of = (fact: string): string | null => words(data[usccField === 'uscc' ? `${fact.charAt(0).toLowerCase()}${fact.slice(1)}` : usccField.replace(/Uscc$/, fact)]);
    const region = of('Region');
    const contact = contactOf(of('ContactName'), of('ContactPhone')) ?? (i === 0 ? contactOf(words(data['contactName']), words(data['contactPhone'])) : null);
    return [{ uscc, name: of('Name') ?? uscc, region: region !== null && isRegion(region) ? region : regionOfUscc(uscc), industry: of('Industry'), contacts: contact ? [contact] : [] }];
  });
  return [...new Map(rows.map((row) => [row.uscc, row])).values()];
}

const words = (value: Json | undefined): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
const contactOf = (name: string | null, phone: string | null): Contact | null => (name === null || phone === null ? null : { name, phone });
