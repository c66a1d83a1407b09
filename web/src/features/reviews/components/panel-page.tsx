/** 评审组: score sheets for its members; progress, closing and ranking for those who run it or supervise. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PanelView } from '../../../../../contracts/panels.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { isStatus } from '../../../lib/problem.ts';
import { Badge } from '../../../ui/badge.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { LoadFault, Skeleton, StaleNote } from '../../../ui/states.tsx';
import { panelQuery } from '../api/reviews.ts';
import { NotThere } from './not-there.tsx';
import { PanelProgress } from './panel-progress.tsx';
import { PanelRules } from './panel-rules.tsx';
import { Ranking } from './ranking.tsx';
import { RankingRepeat } from './ranking-repeat.tsx';
import { SheetList } from './sheet-list.tsx';
import { MySheet } from './my-sheet.tsx';
import './reviews.css';

const route = getRouteApi('/console/panels/$panel');

export function PanelPage() {
  const { t } = useTranslation();
  const { panel: id } = route.useParams();
  const query = useQuery(panelQuery(id));
  if (query.isPending) return <div className="panel"><Skeleton lines={8} /></div>;
  if (query.data === undefined) return isStatus(query.error, 404) || isStatus(query.error, 400) ? <NotThere title={t('reviews.panel.title')} /> : <LoadFault error={query.error} retry={() => void query.refetch()} />;
  const panel = query.data;
  return (
    <>
      <Head panel={panel} />
      <StaleNote query={query} />
      {panel.member === null ? <AsRunner panel={panel} /> : <AsMember panel={panel} member={panel.member} />}
    </>
  );
}

function Head({ panel: { name, agencyName, openedAt, closedAt, caseId, member } }: { panel: PanelView }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  return (
    <PageHead
      title={text(name)}
      intro={<><Badge tone={closedAt === null ? 'accent' : 'neutral'}>{closedAt === null ? t('reviews.scoringNow') : t('reviews.closed')}</Badge> {text(agencyName)} · {t('reviews.opened')} {formatInstant(openedAt, lang)}{closedAt !== null && <> · {t('reviews.closedAt')} {formatInstant(closedAt, lang)}</>}</>}
      // An expert judges what is put before them; the case is not theirs to see.
      aside={member === null ? <Link to="/cases/$caseId" params={{ caseId }} className={buttonClass()}>{t('reviews.open')}</Link> : <Link to="/reviews" className={buttonClass()}>{t('reviews.back')}</Link>}
    />
  );
}

function AsMember({ panel, member }: { panel: PanelView; member: string }) {
  const { applicant } = route.useSearch();
  const toScore = (id: string): boolean => !panel.applicants.some((a) => a.id === id && a.recused) && !panel.sheets.some((s) => s.applicant === id);
  const chosen = panel.applicants.find((a) => a.id === applicant) ?? panel.applicants.find((a) => toScore(a.id)) ?? panel.applicants[0];
  return (
    <div className="review-grid">
      <div className="stack">{chosen && <MySheet key={chosen.id} panel={panel} member={member} applicant={chosen} next={panel.applicants.find((a) => a.id !== chosen.id && toScore(a.id)) ?? null} />}</div>
      <div className="stack">
        {panel.applicants.length > 1 && <SheetList panel={panel} chosen={chosen?.id ?? ''} />}
        <PanelRules panel={panel} />
      </div>
    </div>
  );
}

function AsRunner({ panel }: { panel: PanelView }) {
  return (
    <div className="review-grid">
      <div className="stack">
        {panel.result !== null && <Ranking panel={panel} result={panel.result} />}
        <PanelProgress panel={panel} />
      </div>
      <div className="stack">
        {panel.result !== null && <RankingRepeat panel={panel} digest={panel.result.digest} />}
        <PanelRules panel={panel} />
      </div>
    </div>
  );
}
