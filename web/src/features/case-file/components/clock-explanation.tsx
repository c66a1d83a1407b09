import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockExplanation } from '../../../../../contracts/cases.ts';
import { formatDay, formatInstant, formatInstantDay, formatMonth } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { monthGrid, type Month } from '../../../lib/month-grid.ts';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { useBudget } from './budget.ts';

type Day = ClockExplanation['days'][number];
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const legend = ['start-day', 'counted', 'make-up', 'weekend', 'holiday', 'paused', 'roll-over'] as const;
/** More months than this and only the first and the last are drawn until asked. */
const monthsMax = 4;

/** 为什么是这一天: every day that was counted or skipped, with the reason; what was stopped and added; what the law says. */
export function ClockExplanationView({ explanation }: { explanation: ClockExplanation }) {
  const { t } = useTranslation();
  const lang = useLang();
  const text = useText();
  const budget = useBudget();
  const { clock, days } = explanation;
  const [all, showAll] = useState(false);
  const { omitted } = explanation;
  const months = monthGrid(days).filter((month) => month.weeks.flat().some((cell) => cell?.fact));
  const few = all || months.length <= monthsMax;
  const hidden = months.length - 2;
  const drawn = few ? months : [...months.slice(0, 1), ...months.slice(-1)];
  const used = legend.filter((reason) => days.some((day) => day.reason === reason));

  return (
    <div className="explain">
      <p>
        {t('clock.started')} {clock.budget.unit === 'hour' ? formatInstant(clock.startedAt, lang) : formatInstantDay(clock.startedAt, lang)} + {budget(clock.budget)} → <strong className="nowrap">{formatDay(clock.dueDay, lang)}</strong>
      </p>
      <ul className="explain-rules">
        <li>{explanation.startDayRule === 'excluded' ? t('explain.startExcluded') : t('explain.startIncluded')}</li>
        <li>{explanation.rollOver === 'next-working-day' ? t('explain.rollNext') : t('explain.rollNone')}</li>
        <li>{text(clock.basis.instrument)} {clock.basis.article} ({clock.basis.version}){clock.basis.unconfirmed && <> · <strong>{t('clock.unconfirmed')}</strong>: {t('clock.unconfirmedHint')}</>}</li>
      </ul>
      {drawn.map((month, i) => (
        <div key={month.month}>
          {omitted && month.month === omitted.to.slice(0, 7) && <p className="explain-gap">{t('explain.omitted', { from: formatDay(omitted.from, lang), to: formatDay(omitted.to, lang) })}</p>}
          {!few && i === 1 && <p className="explain-gap">{t('explain.hidden', { count: hidden })} <Button small tone="quiet" onClick={() => showAll(true)}>{t('explain.showAll')}</Button></p>}
          <MonthTable month={month} dueDay={clock.dueDay} />
        </div>
      ))}
      {used.length > 0 && (
        <ul className="explain-legend" aria-label={t('explain.legend')}>
          {used.map((reason) => (
            <li key={reason}><span className={cx('day', `day-${reason}`)} aria-hidden="true" />{t(`explain.reason.${reason === 'start-day' && explanation.startDayRule === 'included' ? 'start-day-counted' : reason}`)}</li>
          ))}
          <li><span className="day day-due" aria-hidden="true" />{t('explain.due')}</li>
        </ul>
      )}
      {explanation.pauses.length > 0 && (
        <section><h4>{t('explain.pauses')}</h4>
          <ul>{explanation.pauses.map((pause) => (
            <li key={pause.from}>
              {pause.to === null ? t('explain.pauseOpen', { from: formatInstant(pause.from, lang) }) : t('explain.pause', { from: formatInstant(pause.from, lang), to: formatInstant(pause.to, lang) })}
              <div className="sub"><span lang="zh-CN">{[pause.reason, pause.basis].filter(Boolean).join(' · ')}</span> · {t('explain.by', { by: pause.by })}</div>
            </li>
          ))}</ul>
        </section>
      )}
      {explanation.extensions.length > 0 && (
        <section><h4>{t('explain.extensions')}</h4>
          <ul>{explanation.extensions.map((extension) => (
            <li key={extension.at}>
              {t('explain.extension', { at: formatInstant(extension.at, lang), budget: budget(extension.budget) })}
              <div className="sub"><span lang="zh-CN">{[extension.reason, extension.basis].filter(Boolean).join(' · ')}</span> · {t('explain.by', { by: extension.by })}</div>
            </li>
          ))}</ul>
        </section>
      )}
      {explanation.moved.length > 0 && (
        <section><h4>{t('explain.moved')}</h4>
          <ul>{explanation.moved.map((move) => (
            <li key={move.at}>
              {move.from === move.to ? t('explain.confirmed', { at: formatInstantDay(move.at, lang), to: formatDay(move.to, lang) }) : t('explain.movedTo', { at: formatInstantDay(move.at, lang), from: formatDay(move.from, lang), to: formatDay(move.to, lang) })}
              {move.notice !== null && <div className="sub" lang="zh-CN">{move.notice}</div>}
            </li>
          ))}</ul>
        </section>
      )}
      {explanation.notices.length > 0 && (
        <section><h4>{t('explain.notices')}</h4>
          <ul className="sub">{explanation.notices.map(({ year, notice }) => <li key={year}>{notice === null ? t('explain.noNotice', { year }) : t('explain.notice', { year, notice })}</li>)}</ul>
        </section>
      )}
    </div>
  );
}

function MonthTable({ month, dueDay }: { month: Month<Day>; dueDay: string }) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <table className="month">
      <caption><span aria-hidden="true">{formatMonth(month.month, lang)}</span><span className="visually-hidden">{t('explain.calendarOf', { month: formatMonth(month.month, lang) })}</span></caption>
      <thead><tr>{weekdays.map((day) => <th key={day} scope="col">{t(`explain.weekday.${day}`)}</th>)}</tr></thead>
      <tbody>
        {month.weeks.filter((week) => week.some((cell) => cell?.fact)).map((week, i) => (
          <tr key={i}>{week.map((cell, j) => <td key={cell?.day ?? j}>{cell && <DayCell day={cell.day} fact={cell.fact} due={cell.day === dueDay} />}</td>)}</tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, fact, due }: { day: string; fact: Day | null; due: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  const number = Number(day.slice(8));
  if (fact === null) return <span className={cx('day', 'day-outside', due && 'day-due')}>{number}</span>;
  const reason = fact.reason === 'start-day' && fact.counted ? 'start-day-counted' : fact.reason;
  const said = [
    formatDay(day, lang), t(`explain.reason.${reason}`), fact.note && text(fact.note), fact.n !== undefined && t('explain.nth', { n: fact.n }),
    due && t('explain.due'), fact.provisional && t('explain.provisional', { year: day.slice(0, 4) }),
  ].filter(Boolean).join(t('common.separator'));
  return (
    <span className={cx('day', `day-${fact.reason}`, due && 'day-due', fact.provisional && 'day-provisional')} title={said}>
      <span aria-hidden="true">{number}{fact.n !== undefined && <small>{fact.n}</small>}</span>
      <span className="visually-hidden">{said}</span>
    </span>
  );
}
