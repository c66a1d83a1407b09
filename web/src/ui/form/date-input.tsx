/**
 * A date in the one form in which documents carry it, 2026-02-13, on every machine: the browser's own field follows the language of the browser.
 * That field is still there for its calendar.
 */
import { useRef, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDay, weekdayName } from '../../lib/dates.ts';
import { useLang } from '../../lib/lang.ts';
import { Icon } from '../icon.tsx';

export function DateInput({ value, disabled, onDay, ...props }: Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> & { value: string; onDay: (day: string) => void }) {
  const { t } = useTranslation();
  const lang = useLang();
  const picker = useRef<HTMLInputElement>(null);
  const day = parseDay(value);
  return (
    <div className="input-unit">
      <div className="date-input">
        <input
          {...props} type="text" inputMode="numeric" autoComplete="off" maxLength={20} placeholder="2026-02-13" value={value} disabled={disabled}
          onChange={(event) => onDay(event.target.value)} onBlur={() => { if (day !== null && day !== value) onDay(day); }}
        />
        <input ref={picker} className="date-picker" type="date" tabIndex={-1} aria-hidden="true" value={day ?? ''} disabled={disabled} onChange={(event) => onDay(event.target.value)} />
        <button type="button" className="date-open" aria-label={t('form.pickDate')} disabled={disabled} onClick={() => picker.current?.showPicker()}><Icon name="calendar" size={16} /></button>
      </div>
      {day !== null && <span className="quiet">{weekdayName(day, lang)}</span>}
    </div>
  );
}
