/** One field of a form, by its type. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../contracts/cases.ts';
import { formatValue, isAsked, isLong, isMany, type Typed } from '../../lib/field-values.ts';
import { useLang, useText } from '../../lib/lang.ts';
import { Badge } from '../badge.tsx';
import { DateInput } from './date-input.tsx';
import { Labelled, type ControlProps } from './labelled.tsx';
import { RegionInput } from './region-input.tsx';

export const fieldId = (form: string, name: string): string => `${form}-${name}`;

interface Props {
  readonly form: string;
  readonly field: FormField;
  readonly value: Typed;
  readonly problem?: string | undefined;
  /** Said beside the label where an outcome asks for the field. */
  readonly note?: string | undefined;
  readonly disabled?: boolean;
  readonly onChange: (value: Typed) => void;
}

/** Up to this many options all are shown at once; more go into a list that opens. */
const radioMax = 5;

export function FieldControl({ form, field, value, problem, note, disabled = false, onChange }: Props) {
  const { t } = useTranslation();
  const text = useText();
  if (!isAsked(field)) return <ReadField field={field} />;
  const radios = field.type === 'boolean' || (field.type === 'choice' && (field.options?.length ?? 0) <= radioMax);
  const help = field.help ? text(field.help) : field.type === 'region' ? t('form.regionHint') : field.type === 'uscc' ? t('form.usccHint') : undefined;
  return (
    <Labelled
      id={fieldId(form, field.name)} label={text(field.label)} required={field.use === 'required'} note={note} problem={problem}
      group={radios ? 'one' : isMany(field) ? 'many' : undefined} wide={isLong(field)} {...(help === undefined ? {} : { help })}
    >
      {(props) => <Control props={props} field={field} value={value} disabled={disabled} radios={radios} onChange={onChange} />}
    </Labelled>
  );
}

/** A value that is shown and not asked. */
export function ReadField({ field }: { field: FormField }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  const shown = formatValue(field, field.value, lang);
  if (field.refersTo !== undefined && typeof field.value === 'string') return <Reference label={field.label} to={field.refersTo} id={field.value} />;
  return (
    <div className={isLong(field) ? 'field field-wide' : 'field'}>
      <div className="field-label">{text(field.label)}{field.masked === true && <Badge title={t('common.maskedHint')}>{t('common.masked')}</Badge>}</div>
      <div className="field-value pre-line">{shown !== '' ? shown : <span className="quiet">{field.masked === true ? '＊＊＊' : t('common.empty')}</span>}</div>
    </div>
  );
}

/** Nobody reads such a number: it is where it leads that counts. */
function Reference({ label, to, id }: { label: FormField['label']; to: NonNullable<FormField['refersTo']>; id: string }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <div className="field">
      <div className="field-label">{text(label)}</div>
      <div className="field-value">
        {to === 'draw' ? <Link to="/draws/$draw" params={{ draw: id }} title={id}>{t('form.reference.draw')}</Link>
          : to === 'panel' ? <Link to="/panels/$panel" params={{ panel: id }} title={id}>{t('form.reference.panel')}</Link>
          : <Link to="/objections/$publication" params={{ publication: id }} title={id}>{t('form.reference.notice')}</Link>}
      </div>
    </div>
  );
}

function Control({ props, field, value, disabled, radios, onChange }: {
  props: ControlProps; field: FormField; value: Typed; disabled: boolean; radios: boolean; onChange: (value: Typed) => void;
}) {
  const { t } = useTranslation();
  const text = useText();
  const single = typeof value === 'string' ? value : '';
  const many = typeof value === 'string' ? [] : value;
  const options = field.type === 'boolean'
    ? [{ value: 'true', name: t('common.yes') }, { value: 'false', name: t('common.no') }]
    : (field.options ?? []).map((option) => ({ value: option.value, name: text(option.label) }));
  const common = { ...props, className: 'input', disabled, value: single, name: field.name };

  if (radios || isMany(field)) {
    return (
      <div className={options.length > 3 ? 'choices choices-column' : 'choices'}>
        {field.type === 'persons' && options.length === 0 && <span className="quiet">{t('handling.nobody')}</span>}
        {options.map((option) => (
          <label key={option.value} className="choice">
            {radios
              ? <input type="radio" name={props.id} value={option.value} checked={single === option.value} disabled={disabled} onChange={() => onChange(option.value)} />
              : <input
                  type="checkbox" value={option.value} checked={many.includes(option.value)} disabled={disabled || (field.type === 'persons' && many.length >= (field.max ?? Infinity) && !many.includes(option.value))}
                  onChange={(event) => onChange(event.target.checked ? [...many, option.value] : many.filter((one) => one !== option.value))}
                />}
            <span>{option.name}</span>
          </label>
        ))}
      </div>
    );
  }
  switch (field.type) {
    case 'choice':
      return (
        <select {...common} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t('common.choose')}</option>
          {options.map((option) => <option key={option.value} value={option.value}>{option.name}</option>)}
        </select>
      );
    case 'long-text':
      return <textarea {...common} rows={4} maxLength={field.maxLength} onChange={(event) => onChange(event.target.value)} />;
    case 'date':
      return <DateInput {...common} onDay={onChange} />;
    case 'moment':
      return <DateInput {...common} kind="moment" onDay={onChange} />;
    case 'integer': case 'decimal': case 'points':
      return <input {...common} type="text" inputMode={field.type === 'integer' ? 'numeric' : 'decimal'} autoComplete="off" onChange={(event) => onChange(event.target.value)} />;
    case 'money':
      return (
        <div className="input-unit">
          <input {...common} type="text" inputMode="decimal" autoComplete="off" onChange={(event) => onChange(event.target.value)} />
          <span aria-hidden="true">{t('form.yuan')}</span>
        </div>
      );
    case 'uscc':
      return <input {...common} type="text" maxLength={24} autoComplete="off" spellCheck={false} autoCapitalize="characters" onChange={(event) => onChange(event.target.value)} />;
    case 'phone':
      return <input {...common} type="tel" autoComplete="off" onChange={(event) => onChange(event.target.value)} />;
    case 'region':
      return <RegionInput {...common} onRegion={onChange} />;
    default:
      return <input {...common} type="text" maxLength={field.maxLength} autoComplete="off" onChange={(event) => onChange(event.target.value)} />;
  }
}
