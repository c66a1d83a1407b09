import { useTranslation } from 'react-i18next';
import { Button } from '../button.tsx';

export function DraftNote({ onDiscard }: { onDiscard: () => void }) {
  const { t } = useTranslation();
  return <div className="draft-note" role="status"><span>{t('task.draft')}</span><Button tone="quiet" small onClick={onDiscard}>{t('task.discard')}</Button></div>;
}
