import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatInstantDay } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { LoadMore } from '../../../ui/load-more.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Empty, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { publicationsQuery } from '../api/publications.ts';
import './publications.css';

/** 公示: open to everybody. */
export function PublicationsPage() {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  const query = useInfiniteQuery(publicationsQuery);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title={t('publications.title')} intro={t('publications.intro')} />
      {query.isPending ? <div className="panel"><Skeleton /></div>
        : query.data === undefined ? <LoadFault error={query.error} retry={() => void query.refetch()} />
        : items.length === 0 ? <div className="panel"><Empty>{t('publications.empty')}</Empty></div>
        : (
          <div className="stack">
            {items.map((item) => (
              <Panel key={item.id} title={text(item.title)} aside={<span className="quiet small">{text(item.agencyName)} · {t('publications.published', { at: formatInstantDay(item.publishedAt, lang) })}</span>}>
                <dl className="facts">{item.facts.map((fact) => <div key={fact.label.zh}><dt>{text(fact.label)}</dt><dd className="pre-line" lang="zh-CN">{fact.value}</dd></div>)}</dl>
              </Panel>
            ))}
          </div>
        )}
      <LoadMore count={items.length} more={query.hasNextPage} loading={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </>
  );
}
