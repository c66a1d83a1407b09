import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorklistCounts } from '../../../../../contracts/cases.ts';
import { useListKeys } from '../../../lib/list-keys.ts';
import { useText } from '../../../lib/lang.ts';
import { lights, scopes, type WorklistSearch } from '../../../lib/search.ts';
import { Button } from '../../../ui/button.tsx';
import { LightSign } from '../../../ui/light.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { usePhone } from '../../../ui/media.ts';
import { PageHead } from '../../../ui/page.tsx';
import { Filter, SearchBox } from '../../../ui/search-box.tsx';
import { Empty, LoadFault, Skeleton, StaleNote } from '../../../ui/states.tsx';
import { useProcesses } from '../../processes/api/processes.ts';
import { MyReviews } from '../../reviews/components/my-reviews.tsx';
import { worklistCountsQuery, worklistQuery } from '../api/worklist.ts';
import { WorklistCards, WorklistTable } from './worklist-items.tsx';
import './worklist.css';

const route = getRouteApi('/console/worklist');

export function WorklistPage() {
  const { t } = useTranslation();
  const text = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const scope = search.scope ?? 'all';
  const query = useInfiniteQuery(worklistQuery({ scope, process: search.process, light: search.light, q: search.q }));
  const counts = useQuery(worklistCountsQuery).data;
  const processes = useProcesses();
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  const phone = usePhone();

  const change = useCallback((patch: WorklistSearch) => {
    void navigate({ search: (old) => ({ ...old, ...patch }), replace: true });
  }, [navigate]);
  const onSearch = useCallback((q: string) => change({ q }), [change]);
  const filtered = search.process !== undefined || search.light !== undefined || search.q !== undefined;
  const emptyText = filtered ? t('worklist.emptyFiltered') : scope === 'mine' ? t('worklist.emptyMine') : scope === 'pool' ? t('worklist.emptyPool') : scope === 'unstaffed' ? t('worklist.emptyUnstaffed') : t('worklist.emptyAll');

  return (
    <>
      <PageHead title={t('worklist.title')} aside={counts && <Attention counts={counts} />} />
      <MyReviews />
      <div className="panel">
        <nav className="tabs" aria-label={t('worklist.scope')}>
          {scopes.filter((one) => one !== 'unstaffed' || scope === one || (counts?.unstaffed ?? 0) > 0).map((one) => (
            <Link key={one} from="/worklist" to="/worklist" search={(old) => ({ ...old, scope: one === 'all' ? undefined : one })} replace className="tab" aria-current={one === scope ? 'page' : undefined} activeProps={{}}>
              {t(`worklist.${one}`)}{counts && <span className="tab-count">{counts[one]}</span>}
            </Link>
          ))}
        </nav>
        <div className="filters" role="search">
          <SearchBox label={t('worklist.searchLabel')} hint={t('worklist.searchHint')} value={search.q ?? ''} onSearch={onSearch} />
          <Filter label={t('worklist.due')} value={search.light} all={t('common.all')} options={lights.map((value) => ({ value, name: t(`light.${value}`) }))} onChange={(light) => change({ light })} />
          <Filter
            label={t('worklist.process')} value={search.process} all={t('common.all')}
            options={processes.map((one) => ({ value: one.key, name: text(one.name) }))} onChange={(process) => change({ process })}
          />
          {filtered && <Button tone="quiet" small onClick={() => void navigate({ search: (old) => ({ scope: old.scope }), replace: true })}>{t('common.clear')}</Button>}
        </div>
        <StaleNote query={query} />
        <div ref={list} aria-busy={query.isFetching}>
          {query.isPending ? <Skeleton lines={8} />
            : query.data === undefined ? <div className="panel-body"><LoadFault error={query.error} retry={() => void query.refetch()} /></div>
            : items.length === 0 ? <Empty>{emptyText}</Empty>
            : phone ? <WorklistCards items={items} /> : <WorklistTable items={items} />}
        </div>
        <LoadMore count={items.length} more={query.hasNextPage} loading={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
      </div>
    </>
  );
}

function Attention({ counts }: { counts: WorklistCounts }) {
  const { t } = useTranslation();
  const shown = (['breached', 'red', 'yellow'] as const).filter((light) => counts[light] > 0);
  if (shown.length === 0) return null;
  return (
    <ul className="attention" aria-label={t('worklist.attention')}>
      {shown.map((light) => (
        <li key={light}><LightSign light={light} word={false} /> <Link from="/worklist" to="/worklist" search={{ light }} replace>{t(`worklist.${light}`, { count: counts[light] })}</Link></li>
      ))}
    </ul>
  );
}
