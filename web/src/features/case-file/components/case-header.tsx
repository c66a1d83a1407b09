import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../../../contracts/cases.ts';
import { formatInstant, formatInstantDay } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { Due } from '../../../ui/due.tsx';
import { usePageTitle } from '../../../ui/page.tsx';
import { Banner } from '../../../ui/states.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { CaseActions } from './case-actions.tsx';

export function CaseHeader({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  usePageTitle(view.number ?? view.title);
  return (
    <header className="case-head">
      <div className="case-title">
        <div>
          <p className="case-number">{view.number ?? t('cases.noNumber')} <StatusBadge status={view.status} /></p>
          <h1 lang="zh-CN">{view.title}</h1>
        </div>
        <CaseActions view={view} />
      </div>
      <dl className="case-facts">
        <div><dt>{t('case.process')}</dt><dd>{text(view.processName)}</dd></div>
        <div><dt>{t('case.agency')}</dt><dd>{text(view.agencyName)}</dd></div>
        <div><dt>{t('case.initiator')}</dt>{view.initiator.id.startsWith('case:') ? <dd>{t('case.byCase')}</dd> : <dd lang="zh-CN">{view.initiator.name}</dd>}</div>
        <div><dt>{t('case.received')}</dt><dd>{formatInstantDay(view.receivedAt, lang)}</dd></div>
        {view.closedAt !== null && <div><dt>{t('case.closed')}</dt><dd>{formatInstantDay(view.closedAt, lang)}</dd></div>}
        {view.outcomeName !== null && <div><dt>{t('case.outcome')}</dt><dd>{text(view.outcomeName)}</dd></div>}
        {view.status !== 'closed' && (
          <div><dt>{t('case.nextDue')}</dt><dd><Due day={view.dueDay} light={view.light} provisional={view.provisional} paused={view.status === 'suspended' || (view.dueDay === null && view.clocks.some((clock) => clock.status === 'paused'))} /></dd></div>
        )}
      </dl>
      {view.suspension !== null && (
        <Banner tone="warn" title={t('case.suspended')}>
          {t('case.suspendedSince', { at: formatInstant(view.suspension.since, lang) })}<br />
          {t('case.reason')}{t('common.colon')}<span lang="zh-CN">{view.suspension.reason}</span>
          {view.suspension.basis !== undefined && <><br />{t('case.basis')}{t('common.colon')}<span lang="zh-CN">{view.suspension.basis}</span></>}
        </Banner>
      )}
    </header>
  );
}
