import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import './form.css';

export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

/** A label with its control, note (when it is required), help and problem, tied together for every reader. `group`: several controls under one legend, of which one or any number is chosen. */
export function Labelled({ id, label, required = false, note, help, problem, group, wide = false, children }: {
  id?: string; label: string; required?: boolean; note?: string | undefined; help?: ReactNode; problem?: string | undefined; group?: 'one' | 'many' | undefined; wide?: boolean;
  children: (props: ControlProps) => ReactNode;
}) {
  const { t } = useTranslation();
  const own = useId();
  const controlId = id ?? own;
  const helpId = `${controlId}-help`;
  const problemId = `${controlId}-problem`;
  const noteId = `${controlId}-note`;
  const describedBy = [problem !== undefined && problemId, note !== undefined && noteId, help !== undefined && helpId].filter(Boolean).join(' ') || undefined;
  const control = children({
    id: controlId, 'aria-describedby': describedBy, 'aria-invalid': problem === undefined ? undefined : true, 'aria-required': required ? true : undefined,
  });
  // Said by aria-required already, which a group of checkboxes cannot have.
  const mark = required ? <span className="field-required" aria-hidden={group !== 'many'}>{t('common.required')}</span>
    : note !== undefined ? <span className="field-when" id={noteId} aria-hidden="true">{note}</span> : null;
  const notes = (
    <>
      {help !== undefined && <div id={helpId} className="field-help">{help}</div>}
      {problem !== undefined && <div id={problemId} className="field-problem">{problem}</div>}
    </>
  );
  const className = cx('field', wide && 'field-wide', problem !== undefined && 'field-wrong');
  return group !== undefined ? (
    <fieldset
      className={className} id={controlId} tabIndex={-1} aria-describedby={describedBy}
      {...(group === 'one' ? { role: 'radiogroup', 'aria-required': required, 'aria-invalid': problem !== undefined } : {})}
    >
      <legend className="field-label">{label}{mark}</legend>{control}{notes}
    </fieldset>
  ) : (
    <div className={className}><div className="field-label"><label htmlFor={controlId}>{label}</label>{mark}</div>{control}{notes}</div>
  );
}
