/** 内部时限: limits that no law sets. An administrator changes them, with a reason, for cases that start afterwards. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LimitView } from '../../../../../contracts/limits.ts';
import { useText } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Empty, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { useBudget } from '../../case-file/components/budget.ts';
import { limitsQuery } from '../api/limits.ts';
import { LimitDialog } from './limit-dialog.tsx';

export function LimitsPage() {
  const { t } = useTranslation();
  const query = useQuery(limitsQuery);
  const [opened, open] = useState<LimitView | null>(null);
  const items = query.data?.items ?? [];
  const processes = [...new Set(items.map((item) => item.process))];
  return (
    <>
      <PageHead title={t('limits.title')} intro={t('limits.intro')} />
      {query.isPending ? <div className="panel"><Skeleton lines={6} /></div>
        : query.data === undefined ? <LoadFault error={query.error} retry={() => void query.refetch()} />
        : items.length === 0 ? <div className="panel"><Empty>{t('limits.empty')}</Empty></div>
        : (
          <div className="stack">
            {processes.map((process) => <OfProcess key={process} items={items.filter((item) => item.process === process)} onOpen={open} />)}
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
  return (
    <div className="table-box">
      <table className="table limits-table">
        <thead><tr><th scope="col">{t('limits.clock')}</th><th scope="col">{t('limits.inForce')}</th><th scope="col">{t('limits.standard')}</th><th scope="col"><span className="visually-hidden">{t('limits.open')}</span></th></tr></thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.clock}>
              <td>{text(item.name)}</td>
              <td>{budget(item.inForce)} {item.version > 0 && <Badge tone="accent">{t('limits.changedTimes', { count: item.version })}</Badge>}</td>
              <td className="quiet">{budget(item.standard)}</td>
              <td><Button small onClick={() => onOpen(item)} aria-label={`${t('limits.open')}: ${text(item.name)}`}>{t('limits.open')}</Button></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
