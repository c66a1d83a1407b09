import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatInstantDay } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Empty, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { publicationsQuery } from '../api/publications.ts';
import { NoticePeriod, PublicationFacts } from './publication.tsx';

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
                <PublicationFacts facts={item.facts} />
                {item.period !== null && (
                  <div className="notice-foot">
                    <NoticePeriod period={item.period} />
                    {item.period.open && <Link to="/objections/$publication" params={{ publication: item.id }} className={buttonClass('plain', true)}>{t('publications.object')}</Link>}
                  </div>
                )}
              </Panel>
            ))}
          </div>
        )}
      <LoadMore count={items.length} more={query.hasNextPage} loading={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </>
  );
}
