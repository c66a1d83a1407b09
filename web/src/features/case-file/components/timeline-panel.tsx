import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView, FormField, TimelineEntry } from '../../../../../contracts/cases.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { formatValue } from '../../../lib/field-values.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Panel } from '../../../ui/panel.tsx';
import { LoadFault, Skeleton } from '../../../ui/states.tsx';
import { timelineQuery, timelineWindow, windowOf } from '../api/case-file.ts';

/** How the process moved, which follows from what people did: of interest to auditors. */
const isDetail = (entry: TimelineEntry): boolean => /^(token|timer|job)\./.test(entry.type);

/** 案卷流水: one sentence each, who, when, what changed. Newest first unless asked otherwise; fetched window by window. */
export function TimelinePanel({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const [newestFirst, setNewestFirst] = useState(true);
  const [details, setDetails] = useState(false);
  const top = windowOf(view.seq);
  // The newest window has just begun: show the one before as well.
  const first = view.seq - top * timelineWindow < timelineWindow / 3 ? 2 : 1;
  const [windows, setWindows] = useState(first);
  const wanted = Array.from({ length: Math.min(windows, top + 1) }, (_, i) => (newestFirst ? top - i : i));
  const queries = useQueries({ queries: wanted.map((window) => ({ ...timelineQuery(view.id, window, view.seq), placeholderData: (old: TimelineEntry[] | undefined) => old })) });
  const all = queries.flatMap((query) => (newestFirst ? [...(query.data ?? [])].reverse() : (query.data ?? [])));
  const entries = details ? all : all.filter((entry) => !isDetail(entry));
  const failed = queries.find((query) => query.isError && query.data === undefined);
  const loading = queries.some((query) => query.isPending);
  const fields = new Map([...view.tasks.flatMap((task) => task.form), ...view.dossier].map((field) => [field.name, field]));
  const order = (newest: boolean): void => {
    setNewestFirst(newest);
    setWindows(first);
  };

  return (
    <Panel
      title={t('timeline.title')} flush
      aside={(
        <div className="row" role="group" aria-label={t('timeline.order')}>
          <Button small tone="quiet" aria-pressed={newestFirst} onClick={() => order(true)}>{t('timeline.newestFirst')}</Button>
          <Button small tone="quiet" aria-pressed={!newestFirst} onClick={() => order(false)}>{t('timeline.oldestFirst')}</Button>
        </div>
      )}
    >
      <label className="choice timeline-details"><input type="checkbox" checked={details} onChange={(event) => setDetails(event.target.checked)} /><span>{t('timeline.details')}</span></label>
      <ol className="timeline" aria-busy={loading}>{entries.map((entry) => <Entry key={entry.seq} entry={entry} fields={fields} />)}</ol>
      {loading && <Skeleton />}
      {failed && <div className="panel-body"><LoadFault error={failed.error} retry={() => void failed.refetch()} /></div>}
      {!loading && !failed && entries.length === 0 && <p className="panel-body quiet">{t('timeline.empty')}</p>}
      {!loading && wanted.length <= top && (
        <div className="panel-body"><Button small onClick={() => setWindows(windows + 1)}>{newestFirst ? t('timeline.earlier') : t('timeline.later')}</Button></div>
      )}
    </Panel>
  );
}

function Entry({ entry, fields }: { entry: TimelineEntry; fields: ReadonlyMap<string, FormField> }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  const person = entry.actor.kind === 'person';
  return (
    <li className={cx('entry', !person && 'entry-system')} id={`seq-${entry.seq}`}>
      <div className="entry-head">
        <span className="entry-summary">{text(entry.summary)}</span>
        <time className="sub nowrap" dateTime={entry.at}>{formatInstant(entry.at, lang)}</time>
      </div>
      <div className="sub">
        {person ? <span lang="zh-CN">{entry.actor.name}</span> : t('timeline.system')}{person && entry.actor.as && ` · ${text(entry.actor.as)}`}
        <span className="entry-seq" title={entry.hash}>#{entry.seq}</span>
      </div>
      {entry.comment !== undefined && <blockquote className="entry-comment pre-line" lang="zh-CN">{entry.comment}</blockquote>}
      {entry.changes.length > 0 && (
        <details className="entry-changes" open={entry.changes.length <= 4}>
          <summary>{t('timeline.changes', { count: entry.changes.length })}</summary>
          <dl>
            {entry.changes.map((change) => {
              const field = fields.get(change.field);
              const before = formatValue(field, change.old, lang);
              const after = formatValue(field, change.new, lang);
              return (
                <div key={change.field}>
                  <dt>{text(change.label)}</dt>
                  <dd className="pre-line">
                    {before !== '' && <><del><span className="visually-hidden">{t('timeline.from')} </span>{before}</del> <span aria-hidden="true">→</span> </>}
                    {after === '' ? <span className="quiet">{change.masked === true ? t('timeline.hidden') : t('timeline.nothing')}</span> : before === '' ? after : <ins><span className="visually-hidden">{t('timeline.to')} </span>{after}</ins>}
                  </dd>
                </div>
              );
            })}
          </dl>
        </details>
      )}
    </li>
  );
}
