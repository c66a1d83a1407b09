import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Publication } from '../../../../../contracts/people.ts';
import { formatInstantDay } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Empty, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { publicationsQuery } from '../api/publications.ts';
import { NoticePeriod, PublicationFacts } from './publication.tsx';

const route = getRouteApi('/open/public');

/** Of each, its first facts; the rest stands on its own page. */
const firstFacts = 4;

/** 公示: open to everybody. */
export function PublicationsPage() {
  const { t } = useTranslation();
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const openOnly = open === 'true';
  const query = useInfiniteQuery(publicationsQuery(openOnly));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead
        title={t('publications.title')} intro={t('publications.intro')}
        aside={<label className="choice"><input type="checkbox" checked={openOnly} onChange={(event) => void navigate({ search: event.target.checked ? { open: 'true' } : {}, replace: true })} /><span>{t('publications.openOnly')}</span></label>}
      />
      {query.isPending ? <div className="panel"><Skeleton /></div>
        : query.data === undefined ? <LoadFault error={query.error} retry={() => void query.refetch()} />
        : items.length === 0 ? <div className="panel"><Empty>{openOnly ? t('publications.emptyOpen') : t('publications.empty')}</Empty></div>
        : <div className="stack">{items.map((item) => <Item key={item.id} item={item} />)}</div>}
      <LoadMore count={items.length} more={query.hasNextPage} loading={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </>
  );
}

function Item({ item }: { item: Publication }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  const title = text(item.title);
  const to = { to: '/public/$publication', params: { publication: item.id } } as const;
  return (
    <Panel title={<Link {...to} className="notice-title">{title}</Link>} aside={<span className="quiet small">{text(item.agencyName)} · {t('publications.published', { at: formatInstantDay(item.publishedAt, lang) })}</span>}>
      <PublicationFacts facts={item.facts.slice(0, firstFacts)} />
      <div className="notice-foot">
        <NoticePeriod period={item.period} />
        <div className="row">
          <Link {...to} className={buttonClass('quiet', true)} aria-label={t('publications.lookNamed', { title })}>{t('publications.look')}</Link>
          {item.period?.open === true && <Link {...to} hash="object" className={buttonClass('plain', true)}>{t('publications.object')}</Link>}
        </div>
      </div>
    </Panel>
  );
}
