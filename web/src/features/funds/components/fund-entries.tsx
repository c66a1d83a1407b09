import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FundEntryView, FundView } from '../../../../../contracts/fund.ts';
import { useText } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { usePhone } from '../../../ui/media.ts';
import { Panel } from '../../../ui/panel.tsx';
import { Empty, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { When } from '../../../ui/when.tsx';
import { fundEntriesQuery } from '../api/funds.ts';
import { useMoney } from './fund-balances.tsx';

const route = getRouteApi('/console/funds');

/** 分录, latest first; of one case where the address names it. */
export function FundEntries({ fund }: { fund: FundView }) {
  const { t } = useTranslation();
  const { case: caseId } = route.useSearch();
  const query = useInfiniteQuery(fundEntriesQuery(fund.id, caseId));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const phone = usePhone();
  const [first] = items;
  return (
    <Panel
      flush title={caseId === undefined ? t('funds.entries') : t('funds.entriesOf', { name: first?.caseNumber ?? first?.caseTitle ?? '' })}
      aside={caseId === undefined ? undefined : <Link to="/funds" search={{}} className={buttonClass('plain', true)}>{t('funds.allEntries')}</Link>}
    >
      {query.isPending ? <Skeleton lines={6} />
        : query.data === undefined ? <div className="panel-body"><LoadFault error={query.error} retry={() => void query.refetch()} /></div>
        : items.length === 0 ? <Empty>{t('funds.noEntries')}</Empty>
        : phone ? <ul className="cards" aria-label={t('funds.entries')}>{items.map((entry) => <Card key={entry.seq} entry={entry} own={caseId !== undefined} />)}</ul>
        : <Table items={items} own={caseId !== undefined} />}
      <LoadMore count={items.length} more={query.hasNextPage} loading={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </Panel>
  );
}

const tones = { open: 'neutral', reserve: 'accent', commit: 'accent', disburse: 'ok', 'claw-back': 'warn', release: 'neutral' } as const;

function Operation({ entry }: { entry: FundEntryView }) {
  const text = useText();
  return <Badge tone={tones[entry.operation]}>{text(entry.operationName)}</Badge>;
}

function Sides({ entry }: { entry: FundEntryView }) {
  const { t } = useTranslation();
  const name = (account: string): string => (isAccount(account) ? t(`funds.accounts.${account}`) : account);
  return <span className="small quiet">{t('funds.sides', { debit: name(entry.debit), credit: name(entry.credit) })}</span>;
}
const accounts = ['capital', 'available', 'reserved', 'committed', 'disbursed', 'recovered'] as const;
const isAccount = (name: string): name is (typeof accounts)[number] => accounts.some((account) => account === name);

/** The case, and a way to its entries alone. */
function OfCase({ entry, own }: { entry: FundEntryView; own: boolean }) {
  const { t } = useTranslation();
  const { caseId } = entry;
  if (caseId === null) return <span className="quiet">–</span>;
  return (
    <div className="fund-case">
      <Link to="/cases/$caseId" params={{ caseId }} className="row-link" lang="zh-CN">{entry.caseTitle ?? entry.caseNumber ?? caseId}</Link>
      <div className="sub">
        <span lang="zh-CN">{entry.caseNumber}</span>
        {!own && <> · <Link to="/funds" search={{ case: caseId }}>{t('funds.ofCase')}</Link></>}
      </div>
    </div>
  );
}

function Hash({ hash }: { hash: string }) {
  return <code className="fund-hash" title={hash}>{hash.slice(0, 12)}</code>;
}

function Table({ items, own }: { items: readonly FundEntryView[]; own: boolean }) {
  const { t } = useTranslation();
  const money = useMoney();
  return (
    <TableBox>
      <table className="table">
        <caption className="visually-hidden">{t('funds.entries')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('funds.seq')}</th><th scope="col">{t('funds.at')}</th><th scope="col">{t('funds.operation')}</th><th scope="col" className="fund-right">{t('funds.amount')}</th>
            <th scope="col">{t('funds.case')}</th><th scope="col">{t('funds.note')}</th><th scope="col">{t('funds.hash')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((entry) => (
            <tr key={entry.seq}>
              <td>{entry.seq}</td><td><When at={entry.at} /></td>
              <td><Operation entry={entry} /><div><Sides entry={entry} /></div></td><td className="fund-right fund-money">{money(entry.amount)}</td>
              <td className="col-main"><OfCase entry={entry} own={own} /></td><td lang="zh-CN">{entry.note}</td><td><Hash hash={entry.hash} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Card({ entry, own }: { entry: FundEntryView; own: boolean }) {
  const money = useMoney();
  return (
    <li className="card">
      <div className="card-head"><span className="fund-money"><strong>{money(entry.amount)}</strong></span><Operation entry={entry} /></div>
      <Sides entry={entry} />
      {entry.caseId !== null && <OfCase entry={entry} own={own} />}
      <div className="small" lang="zh-CN">{entry.note}</div>
      <div className="card-foot"><span className="sub">#{entry.seq} <Hash hash={entry.hash} /></span><When at={entry.at} /></div>
    </li>
  );
}
