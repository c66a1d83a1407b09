/** A long form by what asks for its fields: those of every result, then for each result what it alone asks for. */
import type { FormField, TaskOutcome } from '../../../../../contracts/cases.ts';

/** Up to this many fields that only some results ask for stand among the others. */
const fewMax = 4;

export interface OutcomeGroup {
  /** Results that ask for these fields. */
  readonly outcomes: readonly TaskOutcome[];
  readonly fields: readonly FormField[];
}
export interface GroupedForm { readonly common: readonly FormField[]; readonly groups: readonly OutcomeGroup[] }

export function groupByOutcome(fields: readonly FormField[], outcomes: readonly TaskOutcome[]): GroupedForm {
  const askedBy = (field: FormField): readonly TaskOutcome[] => (field.use === 'required' ? [] : outcomes.filter((one) => one.requires.includes(field.name)));
  const special = fields.filter((field) => askedBy(field).length > 0);
  const groups = new Map<string, { readonly outcomes: readonly TaskOutcome[]; readonly fields: FormField[] }>();
  for (const field of special) {
    const by = askedBy(field);
    const key = by.map((one) => one.id).join(' ');
    const group = groups.get(key);
    if (group) group.fields.push(field);
    else groups.set(key, { outcomes: by, fields: [field] });
  }
  if (special.length <= fewMax || groups.size < 2) return { common: fields, groups: [] };
  const place = (group: OutcomeGroup): number => Math.min(...group.outcomes.map((one) => outcomes.indexOf(one)));
  return { common: fields.filter((field) => !special.includes(field)), groups: [...groups.values()].sort((a, b) => place(a) - place(b)) };
}
