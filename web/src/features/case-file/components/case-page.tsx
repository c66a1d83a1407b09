import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isStatus } from '../../../lib/problem.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { LoadFault, Skeleton, StaleNote } from '../../../ui/states.tsx';
import { caseQuery } from '../api/case-file.ts';
import { CaseHeader } from './case-header.tsx';
import { ClocksPanel } from './clocks-panel.tsx';
import { CountsPanel } from './counts-panel.tsx';
import { DocumentsPanel } from './documents-panel.tsx';
import { DossierPanel } from './dossier-panel.tsx';
import { EvidencePanel, FilesPanel } from './files-panel.tsx';
import { IncidentsPanel } from './incidents-panel.tsx';
import { LinksPanel } from './links-panel.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { RecordPanel } from './record-panel.tsx';
import { TasksPanel } from './tasks-panel.tsx';
import { TimelinePanel } from './timeline-panel.tsx';
import './case-page.css';

const route = getRouteApi('/console/cases/$caseId');

/** The case file (案卷). What each kind of person sees of it is the API's decision; the page shows what it is given. */
export function CasePage() {
  const { t } = useTranslation();
  const { caseId } = route.useParams();
  const query = useQuery(caseQuery(caseId));
  if (query.isPending) return <div className="panel"><Skeleton lines={10} /></div>;
  if (query.data === undefined) {
    // 400: what stands in the address is no case id at all
    return isStatus(query.error, 404) || isStatus(query.error, 400) ? <Missing /> : <LoadFault error={query.error} retry={() => void query.refetch()} />;
  }
  const view = query.data;
  return (
    <>
      <CaseHeader view={view} />
      <StaleNote query={query} />
      <IncidentsPanel view={view} />
      <div className="case-grid" key={view.id}>
        <div className="case-work"><TasksPanel view={view} /></div>
        <div className="case-side">
          <ClocksPanel view={view} />
          <CountsPanel fields={view.dossier} />
          <ProgressPanel steps={view.progress} />
          <LinksPanel view={view} />
          <RecordPanel view={view} />
        </div>
        <div className="case-file">
          <DocumentsPanel view={view} />
          <FilesPanel view={view} />
          <EvidencePanel view={view} />
          <DossierPanel fields={view.dossier} />
          <TimelinePanel view={view} />
        </div>
      </div>
      <p className="visually-hidden" role="status">{query.isRefetchError ? t('fault.stale') : ''}</p>
    </>
  );
}

function Missing() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('case.notFound')} />
      <p>{t('case.notFoundHint')}</p>
      <p className="case-missing"><Link to="/" className={buttonClass()}>{t('case.back')}</Link></p>
    </>
  );
}
