/** Parts of a publication that several pages show. */
import { useTranslation } from 'react-i18next';
import type { Publication } from '../../../../../contracts/people.ts';
import { formatDay } from '../../../lib/dates.ts';
import { formatValue } from '../../../lib/field-values.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import './publications.css';

/** An amount stands in the record as a bare number; people read it in groups. */
const isAmount = ({ label, value }: Publication['facts'][number]): boolean => label.zh.endsWith('（元）') && /^\d{1,15}(\.\d{1,2})?$/.test(value);

export function PublicationFacts({ facts }: { facts: Publication['facts'] }) {
  const text = useText();
  const lang = useLang();
  return <dl className="facts">{facts.map((fact) => <div key={fact.label.zh}><dt>{text(fact.label)}</dt><dd className="pre-line" lang="zh-CN">{isAmount(fact) ? formatValue({ type: 'decimal' }, Number(fact.value), lang) : fact.value}</dd></div>)}</dl>;
}

/** 公示期, and how many objections there are. */
export function NoticePeriod({ period }: { period: Publication['period'] }) {
  const { t } = useTranslation();
  const lang = useLang();
  if (period === null) return null;
  const all = period.objections.open + period.objections.upheld + period.objections.rejected;
  return (
    <span className="notice-period">
      <Badge tone={period.open ? 'accent' : 'neutral'}>{period.open ? t('publications.open') : t('publications.over')}</Badge>
      <span className="quiet small">{t('publications.until', { day: formatDay(period.lastDay, lang) })}{all > 0 && ` · ${t('publications.objections', { count: all })}`}</span>
    </span>
  );
}
