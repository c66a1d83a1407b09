import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../contracts/cases.ts';
import { isEmptyValue, isLong } from '../../lib/field-values.ts';
import { useText } from '../../lib/lang.ts';
import { ReadField } from './field-control.tsx';

/** Values that are shown and not asked: short ones side by side, long texts over the whole width, and in one line what is missing. */
export function ReadBlock({ fields }: { fields: readonly FormField[] }) {
  const { t } = useTranslation();
  const text = useText();
  const isMissing = (field: FormField): boolean => isEmptyValue(field.value) && field.masked !== true;
  const filled = fields.filter((field) => !isMissing(field));
  const missing = fields.filter(isMissing);
  if (fields.length === 0) return null;
  return (
    <div className="read-block">
      {[...filled.filter((field) => !isLong(field)), ...filled.filter(isLong)].map((field) => <ReadField key={field.name} field={field} />)}
      {missing.length > 0 && <p className="read-missing">{t('common.empty')}{t('common.colon')}{missing.map((field) => text(field.label)).join(t('common.separator'))}</p>}
    </div>
  );
}
