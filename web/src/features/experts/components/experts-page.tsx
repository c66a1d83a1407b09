import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExpertView } from '../../../../../contracts/panels.ts';
import { useText } from '../../../lib/lang.ts';
import { regionName } from '../../../lib/regions.ts';
import type { ExpertsSearch } from '../../../lib/search.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { usePhone } from '../../../ui/media.ts';
import { PageHead } from '../../../ui/page.tsx';
import { Filter } from '../../../ui/search-box.tsx';
import { Empty, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { useMe } from '../../session/api/me.ts';
import { expertsQuery } from '../api/experts.ts';
import { ExpertDialog } from './expert-dialog.tsx';

const route = getRouteApi('/console/experts');
interface Shown { readonly items: readonly ExpertView[]; readonly onKeep: ((expert: ExpertView) => void) | null }

/** 专家库: from whom panels are drawn, and what keeps somebody out of one. */
export function ExpertsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(expertsQuery(search));
  const everybody = useInfiniteQuery(expertsQuery({})).data?.pages.flatMap((page) => page.items) ?? [];
  const phone = usePhone();
  const keeps = useMe().keepsExperts;
  const [open, setOpen] = useState<ExpertView | 'new' | null>(null);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const fields = [...new Set(everybody.flatMap((expert) => expert.fields))].sort((a, b) => a.localeCompare(b, 'zh-CN'));
  const filtered = search.field !== undefined || search.active !== undefined;
  const change = (patch: ExpertsSearch): void => void navigate({ search: (old) => ({ ...old, ...patch }), replace: true });
  const shown: Shown = { items, onKeep: keeps ? setOpen : null };
  return (
    <>
      <PageHead title={t('experts.title')} intro={t('experts.intro')} aside={keeps && <Button tone="primary" onClick={() => setOpen('new')}>{t('experts.add')}</Button>} />
      <div className="panel">
        <div className="filters" role="search">
          <Filter label={t('experts.fields')} value={search.field} all={t('common.all')} options={fields.map((value) => ({ value, name: value }))} onChange={(field) => change({ field })} />
          <Filter
            label={t('experts.status')} value={search.active} all={t('common.all')} onChange={(active) => change({ active })}
            options={[{ value: 'true', name: t('experts.inUse') }, { value: 'false', name: t('experts.outOfUse') }]}
          />
          {filtered && <Button tone="quiet" small onClick={() => void navigate({ search: {}, replace: true })}>{t('common.clear')}</Button>}
        </div>
        <div aria-busy={query.isFetching}>
          {query.isPending ? <Skeleton lines={8} />
            : query.data === undefined ? <div className="panel-body"><LoadFault error={query.error} retry={() => void query.refetch()} /></div>
            : items.length === 0 ? <Empty>{filtered ? t('experts.emptyFiltered') : t('experts.empty')}</Empty>
            : phone ? <Cards {...shown} /> : <Table {...shown} />}
        </div>
        <LoadMore count={items.length} more={query.hasNextPage} loading={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
      </div>
      {open !== null && <ExpertDialog key={open === 'new' ? open : open.id} expert={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}

function Standing({ expert }: { expert: ExpertView }) {
  const { t } = useTranslation();
  return <Badge tone={expert.active ? 'ok' : 'neutral'}>{expert.active ? t('experts.inUse') : t('experts.outOfUse')}</Badge>;
}

function usePlace(): (expert: ExpertView) => string {
  const text = useText();
  return ({ region }) => {
    const name = regionName(region);
    return name ? text(name) : region;
  };
}

function Keep({ expert, onKeep }: { expert: ExpertView; onKeep: Shown['onKeep'] }) {
  const { t } = useTranslation();
  return onKeep && <Button small onClick={() => onKeep(expert)} aria-label={t('experts.keep', { name: expert.name })}>{t('experts.edit')}</Button>;
}

function Table({ items, onKeep }: Shown) {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <TableBox>
      <table className="table">
        <caption className="visually-hidden">{t('experts.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('experts.name')}</th><th scope="col">{t('experts.employer')}</th><th scope="col">{t('experts.fields')}</th><th scope="col">{t('experts.region')}</th><th scope="col">{t('experts.status')}</th>
            {onKeep && <><th scope="col">{t('experts.phone')}</th><th scope="col"><span className="visually-hidden">{t('experts.edit')}</span></th></>}
          </tr>
        </thead>
        <tbody>
          {items.map((expert) => (
            <tr key={expert.id}>
              <td lang="zh-CN"><strong>{expert.name}</strong><div className="sub">{expert.title ?? ''}</div></td>
              <td lang="zh-CN">{expert.employer}<Ties expert={expert} /></td>
              <td lang="zh-CN">{expert.fields.join('、')}</td>
              <td>{place(expert)}</td>
              <td><Standing expert={expert} /></td>
              {onKeep && <><td>{expert.phone ?? '–'}</td><td className="table-action"><Keep expert={expert} onKeep={onKeep} /></td></>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Cards({ items, onKeep }: Shown) {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <ul className="cards" aria-label={t('experts.title')}>
      {items.map((expert) => (
        <li key={expert.id} className="card">
          <div className="card-head"><strong lang="zh-CN">{expert.name}</strong><Standing expert={expert} /></div>
          <div lang="zh-CN">{expert.employer}{expert.title !== null && ` · ${expert.title}`}</div>
          <Ties expert={expert} />
          <div className="card-foot"><span className="small"><span lang="zh-CN">{expert.fields.join('、')}</span> · {place(expert)}</span><Keep expert={expert} onKeep={onKeep} /></div>
        </li>
      ))}
    </ul>
  );
}

/** What a draw looks at before it leaves somebody out. */
function Ties({ expert: { kin, advised } }: { expert: ExpertView }) {
  const { t } = useTranslation();
  const ties = [...(kin.length > 0 ? [t('experts.kinCount', { count: kin.length })] : []), ...(advised.length > 0 ? [t('experts.advisedCount', { count: advised.length })] : [])];
  return ties.length > 0 && <div className="sub">{ties.join(t('common.separator'))}</div>;
}
