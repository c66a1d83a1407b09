/** 公布结果 or 预览: how far it has come, and case by case what it moves. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { visitStatuses, type CalendarMove, type MovedCase, type PublicationReport, type VisitStatus } from '../../../../../contracts/calendars.ts';
import { formatDay } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Empty, LoadFault, Skeleton, StaleNote } from '../../../ui/states.tsx';
import { reportQuery, useRetry } from '../api/calendars.ts';
import '../../../ui/filters.css';
import './calendars.css';

export function Report({ id }: { id: string }) {
  const { t } = useTranslation();
  const [status, setStatus] = useState<VisitStatus>('moved');
  const query = useInfiniteQuery(reportQuery(id, status));
  const last = query.data?.pages.at(-1);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (query.isPending) return <div className="panel"><Skeleton lines={5} /></div>;
  if (last === undefined) return <LoadFault error={query.error} retry={() => void query.refetch()} />;
  const shown = visitStatuses.filter((one) => one === status || one === 'moved' || last.cases[one] > 0);
  return (
    <Panel title={last.preview ? t('calendars.previewOf', { year: last.year }) : t('calendars.resultOf', { year: last.year })} flush aside={<Badge tone={last.status === 'finished' ? 'ok' : 'accent'}>{t(`calendars.${last.status}`)}</Badge>}>
      <Progress report={last} />
      <div className="tabs" role="group" aria-label={t('calendars.casesBy')}>
        {shown.map((one) => (
          <button key={one} type="button" className="tab" aria-pressed={one === status} onClick={() => setStatus(one)}>
            {t(`calendars.status.${one}`)}<span className="tab-count">{last.cases[one]}</span>
          </button>
        ))}
      </div>
      {last.status === 'finished' && last.cases.failed + last.cases.unanswered > 0 && <Retry id={id} />}
      <StaleNote query={query} />
      {items.length === 0 ? <Empty>{last.status === 'finished' ? t('calendars.nothing') : t('calendars.nothingYet')}</Empty>
        : <ul className="cards">{items.map((item) => <Case key={item.caseId} item={item} />)}</ul>}
      <LoadMore count={items.length} more={query.hasNextPage} loading={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </Panel>
  );
}

/** Cases that failed or did not answer are sent it once more. */
function Retry({ id }: { id: string }) {
  const { t } = useTranslation();
  const refused = useRefused();
  const write = useRetry(id);
  return <div className="report-head"><div><Button small disabled={write.isPending} onClick={() => write.mutate({}, { onError: (error) => refused(error, t('calendars.again')) })}>{t('calendars.again')}</Button></div></div>;
}

function Progress({ report: { total, cases, moves, preview } }: { report: PublicationReport }) {
  const { t } = useTranslation();
  const id = useId();
  const done = total === null ? 0 : total - cases.pending;
  return (
    <div className="report-head">
      <label id={id} className="report-progress">
        <span>{total === null ? t('calendars.counting') : t('calendars.progress', { done, total })}</span>
        <progress max={Math.max(1, total ?? 1)} value={total === 0 ? 1 : done} aria-labelledby={id} />
      </label>
      <ul className="report-counts">
        {(['later', 'earlier', 'confirmed', 'overdue', 'corrected'] as const).map((name) => <li key={name}><strong>{moves[name]}</strong> {t(`calendars.moves.${name}`)}</li>)}
      </ul>
      {preview && moves.overdue > 0 && <p className="report-warning">{t('calendars.overdueHint')}</p>}
    </div>
  );
}

function Case({ item }: { item: MovedCase }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <li className="card">
      <div className="card-head"><strong lang="zh-CN">{item.number ?? item.caseId}</strong></div>
      {item.problem && <p className="field-problem">{text(item.problem.title)}</p>}
      {item.moves.length > 0 && <ul className="moves">{item.moves.map((move) => <Move key={`${move.kind}${move.no}`} move={move} />)}</ul>}
      {item.status === 'unanswered' && <p className="quiet">{t('calendars.unansweredHint')}</p>}
    </li>
  );
}

function Move({ move }: { move: CalendarMove }) {
  const { t } = useTranslation();
  const lang = useLang();
  const text = useText();
  return (
    <li className="move">
      <span className="move-name">{move.kind === 'timer' ? t('calendars.timer', { name: text(move.name) }) : text(move.name)}</span>
      <span className="nowrap">{move.from === move.to ? formatDay(move.to, lang) : <>{formatDay(move.from, lang)} → <strong>{formatDay(move.to, lang)}</strong></>}</span>
      <span className="move-badges">
        {move.from !== move.to && <Badge tone={move.to > move.from ? 'accent' : 'warn'}>{move.to > move.from ? t('calendars.moves.later') : t('calendars.moves.earlier')}</Badge>}
        {move.provisional ? <Badge tone="warn">{t('calendars.provisional')}</Badge> : move.wasProvisional && <Badge tone="ok">{t('calendars.moves.confirmed')}</Badge>}
        {move.overdue && <Badge tone="danger">{t('calendars.moves.overdue')}</Badge>}
        {move.corrected && <Badge tone="ok">{t('calendars.moves.corrected')}</Badge>}
      </span>
    </li>
  );
}
