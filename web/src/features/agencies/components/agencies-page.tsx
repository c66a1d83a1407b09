import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyView } from '../../../../../contracts/register.ts';
import { useText } from '../../../lib/lang.ts';
import { cities } from '../../../lib/regions.ts';
import { agencyKinds, type AgenciesSearch } from '../../../lib/search.ts';
import { Button } from '../../../ui/button.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { usePhone } from '../../../ui/media.ts';
import { PageHead } from '../../../ui/page.tsx';
import { Filter, SearchBox } from '../../../ui/search-box.tsx';
import { Empty, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { agenciesQuery } from '../api/agencies.ts';

const route = getRouteApi('/console/agencies');
const pageSize = 50;

/** 机关名录: who takes cases, and who stands above whom. */
export function AgenciesPage() {
  const { t } = useTranslation();
  const text = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(agenciesQuery);
  const phone = usePhone();
  const [count, show] = useState(pageSize);
  const change = useCallback((patch: AgenciesSearch) => {
    show(pageSize);
    void navigate({ search: (old) => ({ ...old, ...patch }), replace: true });
  }, [navigate]);
  const onSearch = useCallback((q: string) => change({ q }), [change]);
  const all = query.data?.items ?? [];
  const names = new Map(all.map((agency) => [agency.id, agency.name]));
  const wanted = search.q?.toLowerCase();
  const found = all.filter((agency) =>
    (search.kind === undefined || agency.kind === search.kind) && (search.region === undefined || agency.region.startsWith(search.region.slice(0, 4))) &&
    (wanted === undefined || agency.name.zh.includes(wanted) || agency.name.en.toLowerCase().includes(wanted)));
  const items = found.slice(0, count);
  const superior = (agency: AgencyView): string => {
    const name = agency.superior === null ? undefined : names.get(agency.superior);
    return name ? text(name) : '–';
  };
  const place = (agency: AgencyView): string => (agency.regionName ? text(agency.regionName) : agency.region);
  return (
    <>
      <PageHead title={t('agencies.title')} intro={t('agencies.intro')} />
      <div className="panel">
        <div className="filters" role="search">
          <SearchBox label={t('agencies.search')} hint={t('agencies.searchHint')} value={search.q ?? ''} onSearch={onSearch} />
          <Filter label={t('agencies.kind')} value={search.kind} all={t('common.all')} options={agencyKinds.map((value) => ({ value, name: t(`agencies.kinds.${value}`) }))} onChange={(kind) => change({ kind })} />
          <Filter label={t('agencies.region')} value={search.region} all={t('common.all')} options={cities.map(({ code, name }) => ({ value: code, name: text(name) }))} onChange={(region) => change({ region })} />
          {Object.keys(search).length > 0 && <Button tone="quiet" small onClick={() => void navigate({ search: {}, replace: true })}>{t('common.clear')}</Button>}
        </div>
        {query.isPending ? <Skeleton lines={8} />
          : query.data === undefined ? <div className="panel-body"><LoadFault error={query.error} retry={() => void query.refetch()} /></div>
          : items.length === 0 ? <Empty>{t('agencies.none')}</Empty>
          : phone ? (
            <ul className="cards" aria-label={t('agencies.title')}>
              {items.map((agency) => (
                <li key={agency.id} className="card">
                  <strong>{text(agency.name)}</strong>
                  <div className="sub">{t(`agencies.kinds.${agency.kind}`)} · {place(agency)}</div>
                  {agency.superior !== null && <div className="sub">{t('agencies.superior')}{t('common.colon')}{superior(agency)}</div>}
                </li>
              ))}
            </ul>
          ) : (
            <TableBox>
              <table className="table">
                <caption className="visually-hidden">{t('agencies.title')}</caption>
                <thead><tr><th scope="col">{t('agencies.name')}</th><th scope="col">{t('agencies.kind')}</th><th scope="col">{t('agencies.region')}</th><th scope="col">{t('agencies.superior')}</th></tr></thead>
                <tbody>{items.map((agency) => <tr key={agency.id}><td className="col-main">{text(agency.name)}</td><td>{t(`agencies.kinds.${agency.kind}`)}</td><td>{place(agency)}</td><td>{superior(agency)}</td></tr>)}</tbody>
              </table>
            </TableBox>
          )}
        <LoadMore count={items.length} more={found.length > items.length} loading={false} onMore={() => show(count + pageSize)} />
      </div>
    </>
  );
}
