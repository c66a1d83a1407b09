import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnterpriseSummary } from '../../../../../contracts/enterprises.ts';
import { useText } from '../../../lib/lang.ts';
import { cities } from '../../../lib/regions.ts';
import type { EnterprisesSearch } from '../../../lib/search.ts';
import { Button } from '../../../ui/button.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { usePhone } from '../../../ui/media.ts';
import { PageHead } from '../../../ui/page.tsx';
import { Filter, SearchBox } from '../../../ui/search-box.tsx';
import { Empty, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { When } from '../../../ui/when.tsx';
import { useMe } from '../../session/api/me.ts';
import { enterprisesQuery } from '../api/enterprises.ts';

const route = getRouteApi('/console/enterprises');

/** 企业名录 of the viewer's territory; an enterprise finds itself. */
export function EnterprisesPage() {
  const { t } = useTranslation();
  const text = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback((patch: EnterprisesSearch) => {
    void navigate({ search: (old) => ({ ...old, ...patch }), replace: true });
  }, [navigate]);
  const onSearch = useCallback((q: string) => change({ q }), [change]);
  const query = useInfiniteQuery(enterprisesQuery(search));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const phone = usePhone();
  const own = useMe().kind === 'enterprise';
  const filtered = search.q !== undefined || search.region !== undefined;
  return (
    <>
      <PageHead title={own ? t('nav.ownEnterprise') : t('enterprises.title')} intro={own ? t('enterprises.ownIntro') : t('enterprises.intro')} />
      <div className="panel">
        {!own && (
          <div className="filters" role="search">
            <SearchBox label={t('enterprises.search')} hint={t('enterprises.searchHint')} value={search.q ?? ''} onSearch={onSearch} />
            <Filter label={t('enterprises.region')} value={search.region} all={t('common.all')} options={cities.map(({ code, name }) => ({ value: code, name: text(name) }))} onChange={(region) => change({ region })} />
            {filtered && <Button tone="quiet" small onClick={() => void navigate({ search: {}, replace: true })}>{t('common.clear')}</Button>}
          </div>
        )}
        <div aria-busy={query.isFetching}>
          {query.isPending ? <Skeleton lines={8} />
            : query.data === undefined ? <div className="panel-body"><LoadFault error={query.error} retry={() => void query.refetch()} /></div>
            : items.length === 0 ? <Empty>{filtered ? t('enterprises.emptyFiltered') : t('enterprises.empty')}</Empty>
            : phone ? <ul className="cards" aria-label={t('enterprises.title')}>{items.map((item) => <Card key={item.uscc} item={item} />)}</ul>
            : <Table items={items} />}
        </div>
        <LoadMore count={items.length} more={query.hasNextPage} loading={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
      </div>
    </>
  );
}

const Name = ({ item }: { item: EnterpriseSummary }) => <Link to="/enterprises/$uscc" params={{ uscc: item.uscc }} className="row-link" data-entry lang="zh-CN">{item.name}</Link>;

function Place({ item }: { item: EnterpriseSummary }) {
  const text = useText();
  return <>{item.regionName ? text(item.regionName) : item.region}</>;
}

const Card = ({ item }: { item: EnterpriseSummary }) => (
  <li className="card"><div className="card-head"><Name item={item} /></div><div className="sub">{item.uscc}</div><div className="card-foot"><span className="small"><Place item={item} /></span></div></li>
);

function Table({ items }: { items: readonly EnterpriseSummary[] }) {
  const { t } = useTranslation();
  return (
    <TableBox>
      <table className="table">
        <caption className="visually-hidden">{t('enterprises.title')}</caption>
        <thead><tr><th scope="col">{t('enterprises.name')}</th><th scope="col">{t('enterprises.region')}</th><th scope="col">{t('enterprises.industry')}</th><th scope="col">{t('enterprises.updated')}</th></tr></thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.uscc}>
              <td className="col-main"><Name item={item} /><div className="sub">{item.uscc}</div></td>
              <td><Place item={item} /></td><td lang="zh-CN">{item.industry ?? '–'}</td><td><When at={item.updatedAt} time={false} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
