import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FundView } from '../../../../../contracts/fund.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { useLang } from '../../../lib/lang.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Banner, LoadFault } from '../../../ui/states.tsx';
import { fundAuditQuery } from '../api/funds.ts';
import { accounts, useMoney } from './fund-balances.tsx';

/** 审计: the whole ledger is read again and held against its balances, and its chain of hashes against itself. */
export function FundAudit({ fund }: { fund: FundView }) {
  const { t } = useTranslation();
  const lang = useLang();
  const money = useMoney();
  const query = useQuery(fundAuditQuery(fund.id));
  const { data } = query;
  return (
    <Panel title={t('funds.audit')} aside={<Button small disabled={query.isFetching} onClick={() => void query.refetch()}>{t('funds.check')}</Button>}>
      {query.isError && !query.isFetching ? <LoadFault error={query.error} retry={() => void query.refetch()} />
        : data === undefined ? <p className="quiet">{t('funds.auditText')}</p>
        : (
          <div className="stack">
            <Banner tone={data.sound ? 'ok' : 'danger'} role="status" title={data.sound ? t('funds.sound') : t('funds.unsound', { count: data.findings.length })}>
              {t('funds.checkedAt', { at: formatInstant(data.checkedAt, lang) })}
            </Banner>
            <dl className="fund-facts">
              <div><dt>{t('funds.entryCount')}</dt><dd>{data.entries}</dd></div>
              <div><dt>{t('funds.debits')}</dt><dd className="fund-money">{money(data.debits)}</dd></div>
              <div><dt>{t('funds.credits')}</dt><dd className="fund-money">{money(data.credits)}</dd></div>
              <div><dt>{t('funds.head')}</dt><dd className="fund-hash">{data.head === '' ? '–' : data.head}</dd></div>
            </dl>
            {data.findings.length > 0 && <ul className="fund-findings">{data.findings.map((finding, i) => <li key={i}>{sentence(finding)}</li>)}</ul>}
          </div>
        )}
    </Panel>
  );

  function sentence(finding: Readonly<Record<string, string | number>>): string {
    const kind = String(finding['kind']);
    const known = kinds.find((k) => k === kind);
    const account = accounts.find((name) => name === finding['account']);
    const at = finding['seq'] === undefined ? '' : t('funds.atEntry', { seq: finding['seq'] });
    const values = typeof finding['is'] === 'number' && typeof finding['should'] === 'number' ? t('funds.isShould', { is: money(finding['is']), should: money(finding['should']) }) : '';
    return [known ? t(`funds.findings.${known}`) : kind, account ? t(`funds.accounts.${account}`) : '', at, values].filter((part) => part !== '').join(' · ');
  }
}

const kinds = ['chain', 'order', 'negative', 'sides', 'ceiling', 'balance', 'position'] as const;
