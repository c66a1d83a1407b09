import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseSummary } from '../../../../../contracts/cases.ts';
import { formatInstantDay } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { Due } from '../../../ui/due.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { When } from '../../../ui/when.tsx';

interface Props { readonly items: readonly CaseSummary[] }

export function CaseTable({ items }: Props) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <TableBox>
      <table className="table">
        <caption className="visually-hidden">{t('cases.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('cases.light')}</th><th scope="col">{t('cases.case')}</th><th scope="col">{t('cases.status')}</th><th scope="col">{t('cases.steps')}</th>
            <th scope="col">{t('cases.agency')}</th><th scope="col">{t('cases.received')}</th><th scope="col">{t('cases.updated')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td><CaseDue item={item} /></td>
              <td className="col-main"><CaseLink item={item} /><div className="sub">{item.number ?? t('cases.noNumber')} · {text(item.processName)}</div></td>
              <td><StatusBadge status={item.status} /></td>
              <td><NowAt item={item} /></td>
              <td>{text(item.agencyName)}</td>
              <td><When at={item.receivedAt} time={false} /></td>
              <td><When at={item.updatedAt} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

export function CaseCards({ items }: Props) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <ul className="cards" aria-label={t('cases.caption')}>
      {items.map((item) => (
        <li key={item.id} className="card">
          <div className="card-head"><CaseLink item={item} /><StatusBadge status={item.status} /></div>
          <div className="sub">{item.number ?? t('cases.noNumber')} · {text(item.processName)}</div>
          <div className="card-foot"><CaseDue item={item} /><span className="small"><NowAt item={item} /></span></div>
        </li>
      ))}
    </ul>
  );
}

const CaseLink = ({ item }: { item: CaseSummary }) =>
  <Link to="/cases/$caseId" params={{ caseId: item.id }} className="row-link" data-entry lang="zh-CN">{item.title}</Link>;

const CaseDue = ({ item }: { item: CaseSummary }) => item.closedAt !== null ? <Closed at={item.closedAt} /> : <Due day={item.dueDay} light={item.light} provisional={item.provisional} paused={item.status === 'suspended'} />;

/** A case that is over has nothing left to be due. */
function Closed({ at }: { at: string }) {
  const { t } = useTranslation();
  const lang = useLang();
  return <span className="quiet">{t('cases.closedOn', { day: formatInstantDay(at, lang) })}</span>;
}

/** The open steps; the outcome where there are none any more. */
function NowAt({ item }: { item: CaseSummary }) {
  const { t } = useTranslation();
  const text = useText();
  if (item.status === 'closed') return <>{item.outcomeName ? text(item.outcomeName) : t('status.closed')}</>;
  // Days of a notice, another case: nobody has to do anything.
  return item.steps.length === 0 ? <span className="quiet">{t('cases.waits')}</span> : <>{item.steps.map(text).join(t('common.separator'))}</>;
}
