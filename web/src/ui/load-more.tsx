import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import './load-more.css';

/** Foot of a list that is fetched page by page. */
export function LoadMore({ count, more, loading, onMore }: { count: number; more: boolean; loading: boolean; onMore: () => void }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <div className="load-more">
      <span className="quiet small">{more ? t('common.shown', { count }) : `${t('common.shown', { count })} · ${t('common.end')}`}</span>
      {more && <Button small onClick={onMore} disabled={loading}>{loading ? t('common.loadingMore') : t('common.loadMore')}</Button>}
    </div>
  );
}
