import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../../contracts/cases.ts';
import { isLong } from '../../../lib/field-values.ts';
import { ReadField } from '../../../ui/form/field-control.tsx';
import { Panel } from '../../../ui/panel.tsx';

/** 案卷: all that has been filled in. Short entries side by side, long texts below them over the whole width. */
export function DossierPanel({ fields }: { fields: readonly FormField[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('dossier.title')} aside={fields.length > 0 && <span className="quiet small">{t('dossier.filled', { count: fields.length })}</span>}>
      {fields.length === 0
        ? <p className="quiet">{t('dossier.empty')}</p>
        : <div className="dossier">{[...fields.filter((one) => !isLong(one)), ...fields.filter(isLong)].map((field) => <ReadField key={field.name} field={field} />)}</div>}
    </Panel>
  );
}
