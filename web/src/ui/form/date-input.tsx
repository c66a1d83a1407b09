/**
 * A date in the one form in which documents carry it, 2026-02-13, on every machine: the browser's own field follows the language of the browser.
 * That field is still there for its calendar. A moment has the hour and minute of China after it: 2026-02-13 09:30.
 */
import { useRef, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { momentText, parseDay, parseMoment, weekdayName } from '../../lib/dates.ts';
import { useLang } from '../../lib/lang.ts';
import { Icon } from '../icon.tsx';

const kinds = {
  day: { parse: parseDay, written: (day: string) => day, picker: 'date', example: '2026-02-13' },
  moment: { parse: parseMoment, written: momentText, picker: 'datetime-local', example: '2026-02-13 09:30' },
} as const;

export function DateInput({ value, disabled, kind = 'day', onDay, ...props }: Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> & { value: string; kind?: keyof typeof kinds; onDay: (day: string) => void }) {
  const { t } = useTranslation();
  const lang = useLang();
  const picker = useRef<HTMLInputElement>(null);
  const { parse, written, picker: type, example } = kinds[kind];
  const read = parse(value);
  return (
    <div className="input-unit">
      <div className="date-input">
        <input
          {...props} type="text" inputMode={kind === 'day' ? 'numeric' : 'text'} autoComplete="off" maxLength={24} placeholder={example} value={value} disabled={disabled}
          onChange={(event) => onDay(event.target.value)} onBlur={() => { if (read !== null && written(read) !== value) onDay(written(read)); }}
        />
        <input ref={picker} className="date-picker" type={type} tabIndex={-1} aria-hidden="true" value={read ?? ''} disabled={disabled} onChange={(event) => onDay(written(event.target.value))} />
        <button type="button" className="date-open" aria-label={t(kind === 'day' ? 'form.pickDate' : 'form.pickMoment')} disabled={disabled} onClick={() => picker.current?.showPicker()}><Icon name="calendar" size={16} /></button>
      </div>
      {read !== null && <span className="quiet">{weekdayName(read.slice(0, 10), lang)}</span>}
    </div>
  );
}
