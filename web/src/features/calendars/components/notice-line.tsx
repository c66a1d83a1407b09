/** One holiday of a notice: its name in both languages, its days, and the weekend days on which one works instead. */
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { DateInput } from '../../../ui/form/date-input.tsx';
import { Labelled } from '../../../ui/form/labelled.tsx';
import type { Line, LineField } from '../notice-lines.ts';

export function NoticeLine({ at, line, said, problem, onChange, onRemove }: {
  at: number; line: Line; said: (field: LineField) => string | undefined; problem: string | undefined; onChange: (patch: Partial<Line>) => void; onRemove: () => void;
}) {
  const { t } = useTranslation();
  const name = line.zh.trim() === '' ? t('calendars.line', { n: at + 1 }) : line.zh;
  const id = (field: LineField): string => `notice-lines-${at}-${field}`;
  return (
    <fieldset className="notice-line">
      <legend>{name}</legend>
      {problem !== undefined && <p className="field-problem" role="alert">{problem}</p>}
      <div className="notice-grid">
        <Labelled id={id('zh')} label={t('calendars.nameZh')} required problem={said('zh')}>{(props) => <input {...props} className="input" lang="zh-CN" maxLength={40} value={line.zh} onChange={(e) => onChange({ zh: e.target.value })} />}</Labelled>
        <Labelled id={id('en')} label={t('calendars.nameEn')} required problem={said('en')}>{(props) => <input {...props} className="input" lang="en" maxLength={80} value={line.en} onChange={(e) => onChange({ en: e.target.value })} />}</Labelled>
        <Labelled id={id('from')} label={t('calendars.from')} required problem={said('from')}>{(props) => <DateInput {...props} className="input" value={line.from} onDay={(from) => onChange({ from })} />}</Labelled>
        <Labelled id={id('to')} label={t('calendars.to')} problem={said('to')}>{(props) => <DateInput {...props} className="input" value={line.to} onDay={(to) => onChange({ to })} />}</Labelled>
        <Labelled id={id('makeUp')} label={t('calendars.makeUp')} problem={said('makeUp')} wide>{(props) => <input {...props} className="input" placeholder={t('calendars.makeUpHint')} maxLength={200} value={line.makeUp} onChange={(e) => onChange({ makeUp: e.target.value })} />}</Labelled>
      </div>
      <Button small tone="quiet" onClick={onRemove} aria-label={t('calendars.removeLine', { name })}>{t('calendars.remove')}</Button>
    </fieldset>
  );
}
