import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../ui/page.tsx';
import { Empty, LoadFault, Skeleton, StaleNote } from '../../../ui/states.tsx';
import { fundsQuery } from '../api/funds.ts';
import { FundAudit } from './fund-audit.tsx';
import { FundBalances } from './fund-balances.tsx';
import { FundEntries } from './fund-entries.tsx';
import './funds.css';

/** 基金账 of the funds that the viewer may see. */
export function FundsPage() {
  const { t } = useTranslation();
  const query = useQuery(fundsQuery);
  const { data } = query;
  return (
    <>
      <PageHead title={t('funds.title')} intro={t('funds.intro')} />
      <StaleNote query={query} />
      {query.isPending ? <div className="panel"><Skeleton lines={8} /></div>
        : data === undefined ? <LoadFault error={query.error} retry={() => void query.refetch()} />
        : data.items.length === 0 ? <div className="panel"><Empty>{t('funds.none')}</Empty></div>
        : (
          <div className="stack">
            {data.items.map((fund) => (
              <div key={fund.id} className="stack">
                <div className="fund">
                  <FundBalances fund={fund} />
                  <FundAudit fund={fund} />
                </div>
                <FundEntries fund={fund} />
              </div>
            ))}
          </div>
        )}
    </>
  );
}
