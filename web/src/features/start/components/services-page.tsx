import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../lib/lang.ts';
import { Icon } from '../../../ui/icon.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Empty, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { processesQuery } from '../../processes/api/processes.ts';
import { useMe } from '../../session/api/me.ts';
import './start.css';

/** The processes that the viewer may start. */
export function ServicesPage() {
  const { t } = useTranslation();
  const text = useText();
  const query = useQuery(processesQuery);
  const startable = query.data?.items.filter((one) => one.startable) ?? [];
  return (
    <>
      <PageHead title={useMe().kind === 'officer' ? t('start.title') : t('start.titleEnterprise')} />
      <Panel title={t('start.choose')} flush>
        {query.isPending ? <Skeleton />
          : query.data === undefined ? <div className="panel-body"><LoadFault error={query.error} retry={() => void query.refetch()} /></div>
          : startable.length === 0 ? <Empty>{t('start.none')}</Empty>
          : (
            <ul className="services">
              {startable.map((one) => (
                <li key={one.key}>
                  <Link to="/new/$process" params={{ process: one.key }} className="service">
                    <span className="service-name">{text(one.name)}</span>
                    <span className="service-summary">{text(one.summary)}</span>
                    <Icon name="chevron" />
                  </Link>
                </li>
              ))}
            </ul>
          )}
      </Panel>
    </>
  );
}
