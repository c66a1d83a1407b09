/** 栏目: the fields of a long form under their titles. */
import type { FormField } from '../../../contracts/cases.ts';
import type { Text } from '../../../contracts/common.ts';

/** Up to this many fields are taken in at a glance, without titles between them. */
const glance = 9;

export interface FieldSection { /** null = fields without a title. */ readonly title: Text | null; readonly fields: readonly FormField[] }

/** In the order in which their first fields come. One section without a title where the form is short, or where all of it belongs together. */
export function sectionsOf(fields: readonly FormField[]): readonly FieldSection[] {
  const sections = new Map<string, { readonly title: Text | null; readonly fields: FormField[] }>();
  for (const field of fields) {
    const title = field.section ?? null;
    const section = sections.get(title?.zh ?? '');
    if (section) section.fields.push(field);
    else sections.set(title?.zh ?? '', { title, fields: [field] });
  }
  return fields.length > glance && sections.size > 1 ? [...sections.values()] : [{ title: null, fields }];
}
