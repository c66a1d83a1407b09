import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../../../../contracts/people.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { useListKeys } from '../../../lib/list-keys.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { Empty, LoadFault, Skeleton, StaleNote } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { noticesQuery, useMarkRead } from '../api/notices.ts';
import './notices.css';

export function NoticesPage() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(noticesQuery);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = query.data?.pages[0]?.unread ?? 0;
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  return (
    <>
      <PageHead title={t('notices.title')} aside={unread > 0 && <span className="quiet">{t('nav.unread', { count: unread })}</span>} />
      <div className="panel" ref={list}>
        <StaleNote query={query} />
        {query.isPending ? <Skeleton lines={6} />
          : query.data === undefined ? <div className="panel-body"><LoadFault error={query.error} retry={() => void query.refetch()} /></div>
          : items.length === 0 ? <Empty>{t('notices.empty')}</Empty>
          : <ul className="cards">{items.map((notice) => <NoticeItem key={notice.id} notice={notice} />)}</ul>}
        <LoadMore count={items.length} more={query.hasNextPage} loading={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
      </div>
    </>
  );
}

function NoticeItem({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  const toast = useToast();
  const mark = useMarkRead();
  const unread = notice.readAt === null;
  const answered = notice.answered;
  const read = (): void => { if (unread && !mark.isPending) mark.mutate(notice.id); };
  return (
    <li className={unread ? 'card notice notice-unread' : 'card notice'}>
      <div className="card-head">
        <div className="row">{unread && <Badge tone="accent">{t('notices.unread')}</Badge>}<strong>{text(notice.subject)}</strong></div>
        <time className="quiet small nowrap" dateTime={notice.at}>{formatInstant(notice.at, lang)}</time>
      </div>
      <p className="pre-line">{text(notice.body)}</p>
      <div className="card-foot">
        <div className="row notice-links">
          {notice.publication !== null && <Link to="/objections/$publication" params={{ publication: notice.publication }} onClick={read} className={buttonClass('primary', true)}>{answered ? t('notices.openAnswer') : t('notices.openObjections')}</Link>}
          {/* Whoever objected need not be a party to the case. */}
          {!answered && <Link to="/cases/$caseId" params={{ caseId: notice.caseId }} onClick={read} data-entry aria-label={t('notices.openCaseNamed', { title: notice.caseTitle })}>{notice.caseTitle === '' ? t('notices.openCase') : <span lang="zh-CN">{notice.caseTitle}</span>}</Link>}
        </div>
        {unread && (
          <Button tone="quiet" small disabled={mark.isPending} aria-label={t('notices.markReadNamed', { subject: text(notice.subject) })} onClick={() => mark.mutate(notice.id, { onSuccess: () => toast(t('notices.marked')) })}>
            {t('notices.markRead')}
          </Button>
        )}
      </div>
      {mark.isError && <LoadFault error={mark.error} retry={() => mark.mutate(notice.id)} />}
    </li>
  );
}
