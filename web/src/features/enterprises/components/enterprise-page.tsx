import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreditEntryView, Enterprise } from '../../../../../contracts/enterprises.ts';
import { formatDay } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Banner, Empty, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { CaseCards } from '../../cases/components/case-items.tsx';
import { creditQuery, enterpriseCasesQuery, enterpriseQuery } from '../api/enterprises.ts';
import { EnterpriseDialog } from './enterprise-dialog.tsx';
import './enterprise.css';

const route = getRouteApi('/console/enterprises/$uscc');

export function EnterprisePage() {
  const { t } = useTranslation();
  const [correcting, setCorrecting] = useState(false);
  const { uscc } = route.useParams();
  const query = useQuery(enterpriseQuery(uscc));
  if (query.isPending) return <div className="panel"><Skeleton lines={6} /></div>;
  if (query.data === undefined) return <LoadFault error={query.error} retry={() => void query.refetch()} />;
  const { data } = query;
  return (
    <>
      <PageHead title={data.name} intro={data.uscc} aside={data.editable && <Button onClick={() => setCorrecting(true)}>{t('enterprises.correct')}</Button>} />
      {correcting && <EnterpriseDialog enterprise={data} onClose={() => setCorrecting(false)} />}
      <div className="stack">
        <Hints hints={data.hints} />
        <div className="enterprise">
          <Panel title={t('enterprises.facts')}><Facts data={data} /></Panel>
          <Credit uscc={uscc} />
        </div>
        <Cases uscc={uscc} />
      </div>
    </>
  );
}

function Hints({ hints }: { hints: Enterprise['hints'] }) {
  const { t } = useTranslation();
  const text = useText();
  if (hints.length === 0) return null;
  return (
    <Banner tone={hints.some((h) => h.level === 'high') ? 'warn' : 'info'} title={t('enterprises.hints')}>
      <ul className="hints">{hints.map((hint) => <li key={hint.code}>{text(hint.text)}</li>)}</ul>
    </Banner>
  );
}

function Facts({ data }: { data: Enterprise }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <dl className="facts">
      <div><dt>{t('enterprises.region')}</dt><dd>{data.regionName ? text(data.regionName) : data.region}</dd></div>
      <div><dt>{t('enterprises.industry')}</dt><dd lang="zh-CN">{data.industry ?? '–'}</dd></div>
      <div><dt>{t('enterprises.cases')}</dt><dd>{t('enterprises.counts', data.cases)}</dd></div>
      <div>
        <dt>{t('enterprises.contacts')}</dt>
        <dd>
          {data.contacts.length === 0 ? '–' : data.contacts.map((c) => <div key={`${c.name}${c.phone}`} lang="zh-CN">{c.name} {c.phone}{c.duty === undefined ? '' : t('common.aside', { text: c.duty })}</div>)}
          {data.contactsMasked && <div className="quiet small">{t('common.maskedHint')}</div>}
        </dd>
      </div>
      <div><dt>{t('enterprises.origin')}</dt><dd>{t(`enterprises.from.${data.origin}`)}</dd></div>
    </dl>
  );
}

const tone = { public: 'warn', 'not-public': 'neutral', ended: 'neutral', withdrawn: 'neutral' } as const;

function Credit({ uscc }: { uscc: string }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(creditQuery(uscc));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('enterprises.credit')} flush>
      {query.isPending ? <Skeleton lines={3} />
        : query.data === undefined ? <div className="panel-body"><LoadFault error={query.error} retry={() => void query.refetch()} /></div>
        : items.length === 0 ? <Empty>{t('enterprises.noCredit')}</Empty>
        : <ul className="cards">{items.map((entry) => <Entry key={entry.id} entry={entry} />)}</ul>}
      <LoadMore count={items.length} more={query.hasNextPage} loading={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </Panel>
  );
}

function Entry({ entry }: { entry: CreditEntryView }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  return (
    <li className="card">
      <div className="card-head">
        <Link to="/cases/$caseId" params={{ caseId: entry.caseId }} className="row-link" lang="zh-CN">{text(entry.title)}</Link>
        <Badge tone={entry.adverse || entry.standing !== 'public' ? tone[entry.standing] : 'ok'}>{t(`enterprises.standing.${entry.standing}`)}</Badge>
      </div>
      <div className="sub">{text(entry.kindName)} · {text(entry.agencyName)} · {formatDay(entry.decidedOn, lang)}</div>
      {entry.publicUntil !== null && <div className="sub">{t('enterprises.until', { day: formatDay(entry.publicUntil, lang) })}</div>}
      {entry.withdrawnWhy !== null && <p className="quiet" lang="zh-CN">{entry.withdrawnWhy}</p>}
    </li>
  );
}

function Cases({ uscc }: { uscc: string }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(enterpriseCasesQuery(uscc));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('enterprises.itsCases')} flush>
      {query.isPending ? <Skeleton lines={4} />
        : query.data === undefined ? <div className="panel-body"><LoadFault error={query.error} retry={() => void query.refetch()} /></div>
        : items.length === 0 ? <Empty>{t('enterprises.noCases')}</Empty>
        : <CaseCards items={items} />}
      <LoadMore count={items.length} more={query.hasNextPage} loading={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </Panel>
  );
}
