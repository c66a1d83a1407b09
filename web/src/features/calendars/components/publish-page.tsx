/** 公布放假安排: the notice of a year is typed in, its effect is looked at, then it is published. What is published is what was looked at. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarYear, NoticeRequest } from '../../../../../contracts/calendars.ts';
import type { FieldProblem } from '../../../../../contracts/problems.ts';
import { useText } from '../../../lib/lang.ts';
import { fieldsOf } from '../../../lib/problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Labelled } from '../../../ui/form/labelled.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Banner, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { calendarsQuery, usePreview, usePublication } from '../api/calendars.ts';
import { check, emptyLine, typedFrom, type Line, type Typed, type Wrong } from '../notice-lines.ts';
import { NoticeLine } from './notice-line.tsx';
import { Report } from './report.tsx';
import './calendars.css';

export function PublishPage() {
  const { t } = useTranslation();
  const { year: asked } = useParams({ from: '/console/calendars/publish/$year' });
  const year = Number(asked);
  const query = useQuery(calendarsQuery);
  if (query.isPending) return <div className="panel"><Skeleton lines={8} /></div>;
  if (query.data === undefined) return <LoadFault error={query.error} retry={() => void query.refetch()} />;
  if (!query.data.mayPublish || !Number.isInteger(year)) return <Banner tone="warn" title={t('calendars.forbidden')} />;
  return <Publish key={year} year={year} known={query.data.inForce.years.find((y) => y.year === year)} />;
}

function Publish({ year, known }: { year: number; known: CalendarYear | undefined }) {
  const { t } = useTranslation();
  const text = useText();
  const toast = useToast();
  const refused = useRefused();
  const navigate = useNavigate();
  const preview = usePreview(year);
  const publication = usePublication(year);
  const correction = known?.citation != null;
  const [typed, setTyped] = useState<Typed>(() => typedFrom(year, known));
  const [wrong, setWrong] = useState<Wrong>({});
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  /** What was looked at, word for word. */
  const [seen, setSeen] = useState<{ readonly id: string; readonly content: string } | null>(null);

  const change = (patch: Partial<Typed>): void => setTyped((old) => ({ ...old, ...patch }));
  const changeLine = (at: number, patch: Partial<Line>): void => change({ lines: typed.lines.map((l, i) => (i === at ? { ...l, ...patch } : l)) });
  const said = (name: string): string | undefined => {
    const own = wrong[name];
    if (own !== undefined) return t(`form.problem.${own}`);
    const found = problems.filter((p) => p.field === `body.${name}`).map((p) => (p.text ? text(p.text) : t('form.problem.other', { code: p.code })));
    return found.length === 0 ? undefined : found.join(t('common.sentence'));
  };
  const focus = (names: readonly string[]): void => {
    const first = names.map((name) => document.getElementById(`notice-${name.replaceAll('.', '-')}`)).find((e) => e !== null);
    first?.focus();
  };
  /** Null where something is to be put right first. */
  const checked = (): NoticeRequest | null => {
    const { wrong: found, notice } = check(typed, correction);
    setWrong(found);
    setProblems([]);
    focus(Object.keys(found));
    return Object.keys(found).length === 0 ? notice : null;
  };
  const onError = (about: string) => (error: unknown): void => {
    const named = fieldsOf(error);
    setProblems(named);
    // What stands at its field needs no banner that stays when it is put right.
    if (named.length === 0) refused(error, about);
    focus(named.map((p) => p.field.replace('body.holidays', 'lines').replace(/^body\./, '').replace(/^(lines\.\d+)$/, '$1.from')));
  };
  const look = (): void => {
    const notice = checked();
    if (notice) preview.mutate(notice, { onSuccess: ({ id }) => setSeen({ id, content: JSON.stringify(notice) }), onError: onError(t('calendars.preview')) });
  };
  const publish = (): void => {
    const notice = checked();
    if (!notice) return;
    publication.mutate(notice, {
      onSuccess: ({ id }) => {
        toast(t('calendars.done', { year }));
        void navigate({ to: '/calendars/publications/$id', params: { id } });
      },
      onError: onError(t('calendars.publishNow')),
    });
  };
  const current = seen !== null && seen.content === JSON.stringify(check(typed, correction).notice);
  const general = said('holidays');

  return (
    <>
      <PageHead title={correction ? t('calendars.correct', { year }) : t('calendars.publish', { year })} intro={t('calendars.publishIntro')} />
      <div className="stack">
        <Panel title={t('calendars.notice')}>
          <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); look(); }}>
            {general !== undefined && <div className="problem-summary" role="alert">{general}</div>}
            <Labelled id="notice-citation" label={t('calendars.citation')} required help={t('calendars.citationHelp')} problem={said('citation')}>
              {(props) => <input {...props} className="input" lang="zh-CN" maxLength={300} value={typed.citation} onChange={(e) => change({ citation: e.target.value })} />}
            </Labelled>
            {correction && (
              <Labelled id="notice-reason" label={t('calendars.reason')} required problem={said('reason')}>
                {(props) => <input {...props} className="input" maxLength={500} value={typed.reason} onChange={(e) => change({ reason: e.target.value })} />}
              </Labelled>
            )}
            {typed.lines.map((line, i) => (
              <NoticeLine
                key={line.key} at={i} line={line} said={(field) => said(`lines.${i}.${field}`)} problem={said(`holidays.${i}`)}
                onChange={(patch) => changeLine(i, patch)} onRemove={() => change({ lines: typed.lines.filter((_, j) => j !== i) })}
              />
            ))}
            <div className="notice-buttons">
              <Button onClick={() => change({ lines: [...typed.lines, emptyLine()] })} disabled={typed.lines.length >= 20}>{t('calendars.addLine')}</Button>
              <Button type="submit" tone={current ? 'plain' : 'primary'} disabled={preview.isPending}>{t('calendars.preview')}</Button>
            </div>
          </form>
        </Panel>
        {seen !== null && (
          <>
            {!current && <Banner tone="warn" role="status" title={t('calendars.changedSince')}>{t('calendars.changedSinceText')}</Banner>}
            <Report id={seen.id} />
            <div className="notice-buttons">
              <span className="quiet">{t('calendars.publishHint')}</span>
              <Button tone="primary" disabled={!current || publication.isPending} onClick={publish}>{t('calendars.publishNow')}</Button>
            </div>
          </>
        )}
      </div>
    </>
  );
}
