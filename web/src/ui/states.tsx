/** What a page shows when there is nothing, not yet anything, or something went wrong. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chinaTime } from '../lib/dates.ts';
import { useText } from '../lib/lang.ts';
import { ApiProblem } from '../lib/problem.ts';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import './states.css';

export function Skeleton({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{t('app.loading')}</span>
      {Array.from({ length: lines }, (_, i) => <span key={i} className="skeleton-line" aria-hidden="true" />)}
    </div>
  );
}

export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return <div className="empty"><p>{children}</p>{action}</div>;
}

export function Banner({ tone, title, children, action, role }: {
  tone: 'info' | 'warn' | 'danger' | 'ok'; title: ReactNode; children?: ReactNode; action?: ReactNode; role?: 'alert' | 'status';
}) {
  return (
    <div className={cx('banner', `banner-${tone}`)} role={role}>
      <Icon name={tone === 'ok' ? 'check' : tone === 'info' ? 'info' : 'alert'} />
      <div className="banner-text"><strong>{title}</strong>{children !== undefined && <div>{children}</div>}</div>
      {action}
    </div>
  );
}

/** The words for an error, of whatever kind: what happened, and what to do. */
export function useErrorWords(): (error: unknown) => { title: string; advice: string; reference: string | null } {
  const { t } = useTranslation();
  const text = useText();
  return (error) => {
    if (error instanceof ApiProblem) {
      const { texts, instance, status } = error.problem;
      return { title: text(texts.title), advice: text(texts.advice), reference: status >= 500 && instance !== undefined ? instance : null };
    }
    return { title: t('fault.unreachable'), advice: t('fault.unreachableText'), reference: null };
  };
}

/** Instead of content that could not be fetched at all. */
export function LoadFault({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  const { title, advice, reference } = useErrorWords()(error);
  return (
    <Banner tone="danger" role="alert" title={title} action={<Button small onClick={retry}>{t('common.retry')}</Button>}>
      {advice}{reference !== null && <> · {t('write.reference', { id: reference })}</>}
    </Banner>
  );
}

/** Above content that is still shown though its refresh failed. */
export function StaleNote({ query }: { query: { isError: boolean; data: unknown; dataUpdatedAt: number; refetch: () => unknown } }) {
  const { t } = useTranslation();
  if (!query.isError || query.data === undefined) return null;
  return (
    <Banner tone="warn" role="status" title={t('fault.stale')} action={<Button small onClick={() => void query.refetch()}>{t('common.retry')}</Button>}>
      {t('fault.staleText', { at: chinaTime(new Date(query.dataUpdatedAt).toISOString()) })}
    </Banner>
  );
}
