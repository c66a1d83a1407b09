import { useTranslation } from 'react-i18next';
import type { FundView } from '../../../../../contracts/fund.ts';
import { formatValue } from '../../../lib/field-values.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { Panel } from '../../../ui/panel.tsx';

/** In the order in which money goes through them; together they are the ceiling. */
export const accounts = ['available', 'reserved', 'committed', 'disbursed', 'recovered'] as const;

export function useMoney(): (fen: number) => string {
  const lang = useLang();
  return (fen) => formatValue({ type: 'money' }, fen, lang);
}

export function FundBalances({ fund }: { fund: FundView }) {
  const { t } = useTranslation();
  const text = useText();
  const money = useMoney();
  const share = (fen: number): number => (fen / fund.ceiling) * 100;
  return (
    <Panel title={text(fund.name)} aside={<span className="quiet small">{text(fund.agencyName)}</span>}>
      <p className="fund-ceiling"><span className="quiet">{t('funds.ceiling')}</span> <strong>{money(fund.ceiling)}</strong></p>
      {/* The list below says the same. */}
      <div className="fund-bar" aria-hidden="true">{accounts.map((account) => <span key={account} className={`fund-part fund-${account}`} style={{ flexGrow: share(fund[account]) }} />)}</div>
      <dl className="fund-accounts">
        {accounts.map((account) => (
          <div key={account}>
            <dt><span className={`fund-mark fund-${account}`} aria-hidden="true" />{t(`funds.accounts.${account}`)}</dt>
            <dd><span className="fund-money">{money(fund[account])}</span> <span className="quiet small">{share(fund[account]).toFixed(2)}%</span></dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
