/** 内部时限: limits that no law sets. An administrator changes them, with a reason, for cases that start afterwards. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LimitView } from '../../../../../contracts/limits.ts';
import { useText } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { usePhone } from '../../../ui/media.ts';
import { PageHead } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Filter } from '../../../ui/search-box.tsx';
import { Empty, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { useBudget } from '../../case-file/components/budget.ts';
import { limitsQuery } from '../api/limits.ts';
import { LimitDialog } from './limit-dialog.tsx';

const route = getRouteApi('/console/limits');

export function LimitsPage() {
  const { t } = useTranslation();
  const text = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(limitsQuery);
  const [opened, open] = useState<LimitView | null>(null);
  const items = query.data?.items ?? [];
  const processes = [...new Map(items.map((item) => [item.process, item.processName]))];
  const wanted = processes.filter(([key]) => search.process === undefined || key === search.process);
  return (
    <>
      <PageHead title={t('limits.title')} intro={t('limits.intro')} />
      {query.isPending ? <div className="panel"><Skeleton lines={6} /></div>
        : query.data === undefined ? <LoadFault error={query.error} retry={() => void query.refetch()} />
        : items.length === 0 ? <div className="panel"><Empty>{t('limits.empty')}</Empty></div>
        : (
          <div className="stack">
            <div className="panel filters limits-filter" role="search">
              <Filter
                label={t('worklist.process')} value={search.process} all={t('common.all')} options={processes.map(([value, name]) => ({ value, name: text(name) }))}
                onChange={(process) => void navigate({ search: process === undefined ? {} : { process }, replace: true })}
              />
            </div>
            {wanted.length === 0 && <div className="panel"><Empty>{t('limits.empty')}</Empty></div>}
            {wanted.map(([process]) => <OfProcess key={process} items={items.filter((item) => item.process === process)} onOpen={open} />)}
          </div>
        )}
      {opened && <LimitDialog limit={opened} changeable={query.data?.changeable ?? false} onClose={() => open(null)} />}
    </>
  );
}

function OfProcess({ items, onOpen }: { items: readonly LimitView[]; onOpen: (limit: LimitView) => void }) {
  const text = useText();
  const [first] = items;
  return first ? <Panel title={text(first.processName)} flush><Limits items={items} onOpen={onOpen} /></Panel> : null;
}

function Limits({ items, onOpen }: { items: readonly LimitView[]; onOpen: (limit: LimitView) => void }) {
  const { t } = useTranslation();
  const text = useText();
  const budget = useBudget();
  const phone = usePhone();
  const changed = (item: LimitView) => item.version > 0 && <Badge tone="accent">{t('limits.changedTimes', { count: item.version })}</Badge>;
  const look = (item: LimitView) => <Button small onClick={() => onOpen(item)} aria-label={`${t('limits.open')}${t('common.colon')}${text(item.name)}`}>{t('limits.open')}</Button>;
  if (phone) {
    return (
      <ul className="cards">
        {items.map((item) => (
          <li key={item.clock} className="card">
            <div className="card-head"><span>{text(item.name)}</span>{look(item)}</div>
            <div><strong>{budget(item.inForce)}</strong> {changed(item)}</div>
            {item.version > 0 && <div className="sub">{t('limits.standard')}{t('common.colon')}{budget(item.standard)}</div>}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <TableBox>
      <table className="table limits-table">
        <thead><tr><th scope="col">{t('limits.clock')}</th><th scope="col">{t('limits.inForce')}</th><th scope="col">{t('limits.standard')}</th><th scope="col"><span className="visually-hidden">{t('limits.open')}</span></th></tr></thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.clock}>
              <td>{text(item.name)}</td>
              <td>{budget(item.inForce)} {changed(item)}</td>
              <td className="quiet">{budget(item.standard)}</td>
              <td className="table-action">{look(item)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
