import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../../contracts/cases.ts';
import { isLong } from '../../../lib/field-values.ts';
import { useText } from '../../../lib/lang.ts';
import { sectionsOf } from '../../../lib/sections.ts';
import { ReadField } from '../../../ui/form/field-control.tsx';
import { Panel } from '../../../ui/panel.tsx';

/** 案卷: all that has been filled in, under the titles of the data dictionary. Short entries side by side, long texts below them over the whole width. */
export function DossierPanel({ fields }: { fields: readonly FormField[] }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <Panel title={t('dossier.title')} aside={fields.length > 0 && <span className="quiet small">{t('dossier.filled', { count: fields.length })}</span>}>
      {fields.length === 0
        ? <p className="quiet">{t('dossier.empty')}</p>
        : sectionsOf(fields).map(({ title, fields: own }) => (
          <div key={title?.zh ?? ''} className="dossier-section">
            {title !== null && <h3>{text(title)}</h3>}
            <div className="dossier">{[...own.filter((one) => !isLong(one)), ...own.filter(isLong)].map((field) => <ReadField key={field.name} field={field} />)}</div>
          </div>
        ))}
    </Panel>
  );
}
