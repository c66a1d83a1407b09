import { useTranslation } from 'react-i18next';
import type { CaseSummary } from '../../../contracts/cases.ts';
import { Badge } from './badge.tsx';

const tones = { open: 'accent', suspended: 'warn', closed: 'neutral' } as const;

export function StatusBadge({ status }: { status: CaseSummary['status'] }) {
  const { t } = useTranslation();
  return <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>;
}
