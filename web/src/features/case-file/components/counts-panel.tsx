import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../../contracts/cases.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { Panel } from '../../../ui/panel.tsx';

interface Count { readonly field: FormField; readonly done: number; readonly all: number }

/** 完成进度: how many of how many, one bar for each count that has been reported. Nothing where the case counts nothing. */
export function CountsPanel({ fields }: { fields: readonly FormField[] }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  const counts = fields.flatMap((field): readonly Count[] => {
    const all = fields.find((f) => f.name === field.partOf)?.value;
    return typeof field.value === 'number' && typeof all === 'number' && all > 0 ? [{ field, done: field.value, all }] : [];
  });
  if (counts.length === 0) return null;
  const number = new Intl.NumberFormat(lang);
  const percent = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <Panel title={t('counts.title')}>
      <ul className="counts">
        {counts.map(({ field, done, all }) => {
          const said = t('counts.of', { label: text(field.label), done: number.format(done), all: number.format(all), share: percent.format(done / all) });
          return <li key={field.name}><span className="small">{said}</span><progress value={Math.min(done, all)} max={all} aria-label={said} /></li>;
        })}
      </ul>
    </Panel>
  );
}
