import type { ReactNode } from 'react';
import type { FormField } from '../../../../contracts/cases.ts';
import { useText } from '../../lib/lang.ts';
import { sectionsOf } from '../../lib/sections.ts';

/** The fields of a form; those of a long one under their titles. */
export function FormSections({ fields, children }: { fields: readonly FormField[]; children: (field: FormField) => ReactNode }) {
  const text = useText();
  return sectionsOf(fields).map(({ title, fields: own }) =>
    title === null
      ? <div key="" className="form-grid">{own.map(children)}</div>
      : <fieldset key={title.zh} className="form-section"><legend>{text(title)}</legend><div className="form-grid">{own.map(children)}</div></fieldset>);
}
