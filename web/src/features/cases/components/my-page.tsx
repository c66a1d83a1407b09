import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorklistItem } from '../../../../../contracts/cases.ts';
import { formatDay } from '../../../lib/dates.ts';
import { useListKeys } from '../../../lib/list-keys.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { useDaysLeft } from '../../../ui/due.tsx';
import { LightSign } from '../../../ui/light.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { usePhone } from '../../../ui/media.ts';
import { PageHead } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Empty, LoadFault, Skeleton, StaleNote } from '../../../ui/states.tsx';
import { MyObjections } from '../../objections/components/my-objections.tsx';
import { worklistQuery } from '../../worklist/api/worklist.ts';
import { casesQuery } from '../api/cases.ts';
import { CaseCards, CaseTable } from './case-items.tsx';
import './my-page.css';

/** 我的申请: what is asked of the enterprise now and until when, then all its cases. */
export function MyPage() {
  const { t } = useTranslation();
  const asked = useInfiniteQuery(worklistQuery({ scope: 'all' }));
  const cases = useInfiniteQuery(casesQuery({ sort: 'updated' }));
  const tasks = useMemo(() => asked.data?.pages.flatMap((page) => page.items) ?? [], [asked.data]);
  const items = useMemo(() => cases.data?.pages.flatMap((page) => page.items) ?? [], [cases.data]);
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  const phone = usePhone();
  const startLink = <Link to="/new" className={buttonClass('primary')}>{t('mine.startOne')}</Link>;

  return (
    <div ref={list}>
      <PageHead title={t('mine.title')} aside={startLink} />
      <div className="stack">
        <Panel title={t('mine.asked')} flush>
          <StaleNote query={asked} />
          {asked.isPending ? <Skeleton lines={3} />
            : asked.data === undefined ? <div className="panel-body"><LoadFault error={asked.error} retry={() => void asked.refetch()} /></div>
            : tasks.length === 0 ? <Empty>{t('mine.askedNone')}</Empty>
            : <ul className="cards">{tasks.map((item) => <Asked key={`${item.caseId}/${item.task}`} item={item} />)}</ul>}
          {asked.hasNextPage && <LoadMore count={tasks.length} more loading={asked.isFetchingNextPage} onMore={() => void asked.fetchNextPage()} />}
        </Panel>
        <Panel title={t('mine.cases')} flush>
          <StaleNote query={cases} />
          {cases.isPending ? <Skeleton />
            : cases.data === undefined ? <div className="panel-body"><LoadFault error={cases.error} retry={() => void cases.refetch()} /></div>
            : items.length === 0 ? <Empty action={startLink}>{t('mine.empty')} {t('mine.emptyHint')}</Empty>
            : phone ? <CaseCards items={items} /> : <CaseTable items={items} />}
          <LoadMore count={items.length} more={cases.hasNextPage} loading={cases.isFetchingNextPage} onMore={() => void cases.fetchNextPage()} />
        </Panel>
        <MyObjections />
      </div>
    </div>
  );
}

function Asked({ item }: { item: WorklistItem }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  const daysLeft = useDaysLeft();
  const task = text(item.name);
  return (
    <li className="card asked">
      <div>
        <div className="asked-task">{task}</div>
        <div className="small"><span lang="zh-CN">{item.case.title}</span> <span className="quiet nowrap">{item.case.number}</span></div>
      </div>
      <div className="asked-due">
        {item.light !== null && item.dueDay !== null && <LightSign light={item.light} />}
        {item.dueDay === null ? <span className="quiet">{t('mine.noLimit')}</span> : <span>{t('mine.until', { day: formatDay(item.dueDay, lang) })} · <strong className="nowrap">{daysLeft(item.dueDay)}</strong></span>}
      </div>
      <Link to="/cases/$caseId" params={{ caseId: item.caseId }} className={buttonClass('primary', true)} aria-label={t('mine.openNamed', { task, title: item.case.title })} data-entry>{t('mine.open')}</Link>
    </li>
  );
}
