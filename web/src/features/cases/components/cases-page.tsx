import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useListKeys } from '../../../lib/list-keys.ts';
import { useText } from '../../../lib/lang.ts';
import { lights, statuses, type CasesSearch } from '../../../lib/search.ts';
import { Button } from '../../../ui/button.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { usePhone } from '../../../ui/media.ts';
import { PageHead } from '../../../ui/page.tsx';
import { Filter, SearchBox } from '../../../ui/search-box.tsx';
import { Empty, LoadFault, Skeleton, StaleNote } from '../../../ui/states.tsx';
import { useProcesses } from '../../processes/api/processes.ts';
import { useMe } from '../../session/api/me.ts';
import { casesQuery } from '../api/cases.ts';
import { CaseCards, CaseTable } from './case-items.tsx';

const route = getRouteApi('/console/cases');

/** All cases that the viewer may see: 案件 for officers, 督查 for supervisors. */
export function CasesPage() {
  const { t } = useTranslation();
  const text = useText();
  const overseeing = useMe().kind !== 'officer';
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const sort = search.sort ?? (overseeing ? 'due' : 'updated');
  const query = useInfiniteQuery(casesQuery({ status: search.status, process: search.process, light: search.light, q: search.q, sort }));
  const processes = useProcesses();
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  const phone = usePhone();

  const change = useCallback((patch: CasesSearch) => {
    void navigate({ search: (old) => ({ ...old, ...patch }), replace: true });
  }, [navigate]);
  const onSearch = useCallback((q: string) => change({ q }), [change]);
  const filtered = search.status !== undefined || search.process !== undefined || search.light !== undefined || search.q !== undefined;

  return (
    <>
      <PageHead title={overseeing ? t('cases.supervision') : t('cases.title')} />
      <div className="panel">
        <div className="filters" role="search">
          <SearchBox label={t('cases.searchLabel')} hint={t('worklist.searchHint')} value={search.q ?? ''} onSearch={onSearch} />
          <Filter label={t('cases.status')} value={search.status} all={t('common.all')} options={statuses.map((value) => ({ value, name: t(`status.${value}`) }))} onChange={(status) => change({ status })} />
          <Filter label={t('cases.light')} value={search.light} all={t('common.all')} options={lights.map((value) => ({ value, name: t(`light.${value}`) }))} onChange={(light) => change({ light })} />
          <Filter label={t('cases.process')} value={search.process} all={t('common.all')} options={processes.map((one) => ({ value: one.key, name: text(one.name) }))} onChange={(process) => change({ process })} />
          <Filter
            label={t('cases.sort')} value={sort} onChange={(next) => change({ sort: next })}
            options={[{ value: 'due', name: t('cases.sortDue') }, { value: 'updated', name: t('cases.sortUpdated') }]}
          />
          {filtered && <Button tone="quiet" small onClick={() => void navigate({ search: {}, replace: true })}>{t('common.clear')}</Button>}
        </div>
        <StaleNote query={query} />
        <div ref={list} aria-busy={query.isFetching}>
          {query.isPending ? <Skeleton lines={8} />
            : query.data === undefined ? <div className="panel-body"><LoadFault error={query.error} retry={() => void query.refetch()} /></div>
            : items.length === 0 ? <Empty>{filtered ? t('cases.emptyFiltered') : t('cases.empty')}</Empty>
            : phone ? <CaseCards items={items} /> : <CaseTable items={items} />}
        </div>
        <LoadMore count={items.length} more={query.hasNextPage} loading={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
      </div>
    </>
  );
}
