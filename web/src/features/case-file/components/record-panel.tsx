import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../../../contracts/cases.ts';
import { useText } from '../../../lib/lang.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Banner, LoadFault } from '../../../ui/states.tsx';
import { verificationQuery } from '../api/case-file.ts';

/** Parties of the case, and proof on demand that its record is whole. */
export function RecordPanel({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const text = useText();
  const query = useQuery(verificationQuery(view.id, view.seq));
  const result = query.data;
  return (
    <Panel title={t('record.title')}>
      <div className="stack">
        {view.parties.length === 0
          ? <p className="quiet">{t('record.noParties')}</p>
          : <dl className="parties">{view.parties.map((party) => <div key={party.party}><dt>{text(party.name)}</dt><dd><Party party={party} /></dd></div>)}</dl>}
        <div className="stack verify">
          <div className="row"><Button small onClick={() => void query.refetch()} disabled={query.isFetching}><Icon name="shield" size={16} />{query.isFetching ? t('record.verifying') : t('record.verify')}</Button></div>
          <div role="status">
            {result === undefined
              ? <p className="sub">{t('record.explain')}</p>
              : result.intact
                ? <Banner tone="ok" title={t('record.intact')}>{t('record.intactText', { count: result.events })}<br />{t('record.head')} <code className="hash">{result.head.slice(0, 16)}…</code></Banner>
                : <Banner tone="danger" title={t('record.broken')}>{t('record.brokenText', { seq: result.brokenAt ?? '?' })}</Banner>}
          </div>
          {query.isError && <LoadFault error={query.error} retry={() => void query.refetch()} />}
        </div>
      </div>
    </Panel>
  );
}

function Party({ party: { uscc, enterprise, register } }: { party: CaseView['parties'][number] }) {
  const { t } = useTranslation();
  if (uscc === null) return <>{t('record.naturalPerson')}</>;
  const name = enterprise ?? uscc;
  return (
    <>
      {register ? <Link to="/enterprises/$uscc" params={{ uscc }} lang="zh-CN">{name}</Link> : <span lang="zh-CN">{name}</span>}
      {enterprise !== null && <div className="sub">{uscc}</div>}
    </>
  );
}
