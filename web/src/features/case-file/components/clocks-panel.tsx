import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView, ClockView } from '../../../../../contracts/cases.ts';
import { chinaTime, formatDay, formatInstant } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Due, Provisional } from '../../../ui/due.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { LoadFault, Skeleton } from '../../../ui/states.tsx';
import { explanationQuery } from '../api/case-file.ts';
import { ClockExplanationView } from './clock-explanation.tsx';
import { useBudget } from './budget.ts';
import { CommandDialog } from './command-dialog.tsx';

const isOpen = (clock: ClockView): boolean => clock.status === 'running' || clock.status === 'paused';
const statusTone = { running: 'accent', paused: 'warn', met: 'ok', late: 'danger', cancelled: 'neutral' } as const;

/** 法定时限: those that run, first due first; then those that have ended. */
export function ClocksPanel({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const open = view.clocks.filter(isOpen).sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  const ended = view.clocks.filter((clock) => !isOpen(clock)).sort((a, b) => b.clockNo - a.clockNo);
  return (
    <Panel title={t('clock.title')} flush>
      {view.clocks.length === 0 && <p className="panel-body quiet">{t('clock.none')}</p>}
      <ul className="clocks">{open.map((clock) => <Clock key={clock.clockNo} clock={clock} view={view} />)}</ul>
      {ended.length > 0 && (
        <details className="clocks-ended" open={open.length === 0}>
          <summary>{t('clock.finished', { count: ended.length })}</summary>
          <ul className="clocks">{ended.map((clock) => <Clock key={clock.clockNo} clock={clock} view={view} />)}</ul>
        </details>
      )}
    </Panel>
  );
}

function Clock({ clock, view }: { clock: ClockView; view: CaseView }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  const budget = useBudget();
  const [shown, show] = useState(false);
  const [extending, extend] = useState(false);
  const id = useId();
  return (
    <li className="clock">
      <div className="clock-head">
        <h3>{text(clock.name)}</h3>
        {clock.status !== 'running' && <Badge tone={statusTone[clock.status]}>{t(`clock.${clock.status}`)}</Badge>}
      </div>
      {isOpen(clock)
        ? <Due day={clock.dueDay} light={clock.light} provisional={clock.provisional} paused={clock.status === 'paused'} />
        : <p className="small">{t('due.label')} {formatDay(clock.dueDay, lang)} {clock.provisional && <Provisional />}{clock.stoppedAt !== null && <> · {t('clock.stopped')} {formatInstant(clock.stoppedAt, lang)}</>}</p>}
      {clock.budget.unit === 'hour' && isOpen(clock) && <p className="small">{t('clock.untilHour', { at: chinaTime(clock.dueAt) })}</p>}
      {clock.breachedAt !== null && <p className="clock-breach small">{t('clock.breachedAt', { at: formatInstant(clock.breachedAt, lang) })}</p>}
      <p className="sub">{t('clock.duty')}{t('common.colon')}{text(clock.dutyName)} · {t('clock.budget')}{t('common.colon')}{budget(clock.budget)}</p>
      <p className="sub">
        {t('clock.basis')}{t('common.colon')}{text(clock.basis.instrument)} {clock.basis.article}
        {clock.basis.internal && <> <Badge tone="warn" title={t('clock.internalHint')}>{t('clock.internal')}</Badge></>}
        {clock.basis.unconfirmed && <> <Badge tone="warn" title={t('clock.unconfirmedHint')}>{t('clock.unconfirmed')}</Badge></>}
      </p>
      {clock.extension && <Button small tone="quiet" onClick={() => extend(true)}>{clock.extension.grants ? t('handling.extend.grant') : t('handling.extend.ask')}</Button>}
      {extending && clock.extension && <ExtendDialog view={view} clock={clock} extension={clock.extension} onClose={() => extend(false)} />}
      <button type="button" className="clock-why" aria-expanded={shown} aria-controls={id} onClick={() => show(!shown)}>
        <Icon name="chevron" size={14} />{t('clock.why')}<span className="visually-hidden">{`: ${text(clock.name)}`}</span>
      </button>
      <div id={id}>{shown && <Why caseId={view.id} clockNo={clock.clockNo} seq={view.seq} />}</div>
    </li>
  );
}

function ExtendDialog({ view, clock, extension, onClose }: { view: CaseView; clock: ClockView; extension: NonNullable<ClockView['extension']>; onClose: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  const budget = useBudget();
  const name = extension.grants ? t('handling.extend.grant') : t('handling.extend.ask');
  const by = extension.budget ? budget(extension.budget) : t('handling.extend.open');
  return (
    <CommandDialog
      onClose={onClose}
      command={{
        path: `/cases/${view.id}/actions/extend`, title: name, done: extension.grants ? t('handling.extend.granted') : t('handling.extend.asked'),
        help: t('handling.extend.help', { clock: text(clock.name), by, approver: text(extension.approverName) }),
        asks: [
          ...(extension.budget ? [] : [{ kind: 'amount', name: 'amount', label: t('handling.extend.amount'), required: true } as const]),
          { kind: 'text', name: 'reason', label: t('action.reason'), required: true },
        ],
        bodyOf: ({ amount, reason }) => ({ clockNo: clock.clockNo, reason, ...(amount ? { budget: { amount: Number(amount), unit: clock.budget.unit } } : {}) }),
      }}
    />
  );
}

function Why({ caseId, clockNo, seq }: { caseId: string; clockNo: number; seq: number }) {
  const query = useQuery({ ...explanationQuery(caseId, clockNo, seq), placeholderData: (old) => old });
  if (query.isPending) return <Skeleton lines={5} />;
  if (query.data === undefined) return <LoadFault error={query.error} retry={() => void query.refetch()} />;
  return <ClockExplanationView explanation={query.data} />;
}
