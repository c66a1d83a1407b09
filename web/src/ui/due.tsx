/** A due date as people read it: light, date with weekday, days left. */
import { useTranslation } from 'react-i18next';
import type { Light } from '../../../contracts/cases.ts';
import { chinaDay, daysBetween, formatDay } from '../lib/dates.ts';
import { useLang } from '../lib/lang.ts';
import { LightSign } from './light.tsx';
import './due.css';

export function useDaysLeft(): (dueDay: string) => string {
  const { t } = useTranslation();
  return (dueDay) => {
    const left = daysBetween(chinaDay(Date.now()), dueDay);
    if (left === 0) return t('due.today');
    if (left === 1) return t('due.tomorrow');
    return left > 0 ? t('due.left', { count: left }) : t('due.late', { count: -left });
  };
}

export function Provisional() {
  const { t } = useTranslation();
  return <abbr className="provisional" title={t('due.provisionalHint')}>{t('due.provisional')}</abbr>;
}

export function Due({ day, light, provisional = false, paused = false }: { day: string | null; light: Light | null; provisional?: boolean; paused?: boolean }) {
  const { t } = useTranslation();
  const lang = useLang();
  const daysLeft = useDaysLeft();
  if (day === null) return <span className="quiet">{paused ? t('due.paused') : t('due.none')}</span>;
  return (
    <span className="due">
      <span className="due-day"><time dateTime={day}>{formatDay(day, lang)}</time>{provisional && <Provisional />}</span>
      <span className="due-left">{light !== null && <LightSign light={light} />}<span>{paused ? t('due.paused') : daysLeft(day)}</span></span>
    </span>
  );
}
