/** 工作日历: the years by which limits are counted, and the notices that were published. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CalendarYear, PublicationSummary } from '../../../../../contracts/calendars.ts';
import { daysBetween, formatDay } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Empty, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { When } from '../../../ui/when.tsx';
import { calendarsQuery } from '../api/calendars.ts';
import './calendars.css';

export function CalendarsPage() {
  const { t } = useTranslation();
  const query = useQuery(calendarsQuery);
  const { data } = query;
  return (
    <>
      <PageHead title={t('calendars.title')} intro={t('calendars.intro')} />
      {query.isPending ? <div className="panel"><Skeleton lines={8} /></div>
        : data === undefined ? <LoadFault error={query.error} retry={() => void query.refetch()} />
        : (
          <div className="calendars">
            <div className="stack">
              {data.inForce.years.toReversed().map((year) => <Year key={year.year} year={year} mayPublish={data.mayPublish} />)}
              {data.mayPublish && <NextYear years={data.inForce.years} />}
            </div>
            <Panel title={t('calendars.publications')} flush>
              {data.items.length === 0 ? <Empty>{t('calendars.noPublications')}</Empty>
                : <ul className="cards">{data.items.map((one) => <Publication key={one.id} one={one} mayOpen={data.mayPublish} inForce={one.calendar === data.inForce.version} />)}</ul>}
            </Panel>
          </div>
        )}
    </>
  );
}

function Year({ year: { year, citation, holidays }, mayPublish }: { year: CalendarYear; mayPublish: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  const published = citation !== null;
  return (
    <Panel
      flush title={t('calendars.year', { year })}
      aside={(
        <span className="year-aside">
          <Badge tone={published ? 'ok' : 'warn'}>{published ? t('calendars.published') : t('calendars.provisional')}</Badge>
          {mayPublish && <Link to="/calendars/publish/$year" params={{ year: String(year) }} className={buttonClass(published ? 'plain' : 'primary', true)}>{published ? t('calendars.correct', { year }) : t('calendars.publish', { year })}</Link>}
        </span>
      )}
    >
      <p className="year-citation quiet" lang={published ? 'zh-CN' : undefined}>{citation ?? t('calendars.provisionalText')}</p>
      <TableBox>
        <table className="table">
          <thead><tr><th scope="col">{t('calendars.holiday')}</th><th scope="col">{t('calendars.daysOff')}</th><th scope="col">{t('calendars.makeUp')}</th></tr></thead>
          <tbody>
            {holidays.map((h) => (
              <tr key={h.from}>
                <td className="holiday">{text(h.name)}</td>
                <td><span className="nowrap">{formatDay(h.from, lang)}</span>{h.from !== h.to && <> – <span className="nowrap">{formatDay(h.to, lang)}</span></>} <span className="quiet nowrap">{t('calendars.days', { count: daysBetween(h.from, h.to) + 1 })}</span></td>
                <td>{h.makeUpDays.length === 0 ? <span className="quiet">{t('calendars.none')}</span> : <ul>{h.makeUpDays.map((day) => <li key={day} className="nowrap">{formatDay(day, lang)}</li>)}</ul>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Panel>
  );
}

/** A year that the calendar has no table for yet. */
function NextYear({ years }: { years: readonly CalendarYear[] }) {
  const { t } = useTranslation();
  const year = Math.max(...years.map((y) => y.year)) + 1;
  return <div><Link to="/calendars/publish/$year" params={{ year: String(year) }} className={buttonClass('plain')}>{t('calendars.publish', { year })}</Link></div>;
}

function Publication({ one, mayOpen, inForce }: { one: PublicationSummary; mayOpen: boolean; inForce: boolean }) {
  const { t } = useTranslation();
  const title = one.edition === 1 ? t('calendars.first', { year: one.year }) : t('calendars.correction', { year: one.year, edition: one.edition });
  return (
    <li className="card">
      <div className="card-head">
        {mayOpen ? <Link to="/calendars/publications/$id" params={{ id: one.id }} className="row-link">{title}</Link> : <strong>{title}</strong>}
        {inForce && <Badge tone="ok">{t('calendars.inForce')}</Badge>}
      </div>
      <div lang="zh-CN">{one.citation}</div>
      {one.reason !== null && <div className="quiet" lang="zh-CN">{t('calendars.because', { reason: one.reason })}</div>}
      <div className="card-foot"><span className="sub">{t('calendars.by', { name: one.by })}</span><When at={one.publishedAt} /></div>
    </li>
  );
}
