/** 专家抽取和评审 of a case, above its steps: where the draw is witnessed, and where the panel scores. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DrawView } from '../../../../../contracts/panels.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { useLang } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { LoadFault } from '../../../ui/states.tsx';
import { caseDrawsQuery, casePanelsQuery } from '../api/reviews.ts';
import { PanelLine } from './panel-line.tsx';
import './reviews.css';

export function CaseReviews({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const draws = useQuery(caseDrawsQuery(caseId));
  const panels = useQuery(casePanelsQuery(caseId));
  const fault = [draws, panels].find((query) => query.isError && query.data === undefined);
  if (fault) return <Panel title={t('reviews.ofCase.title')}><LoadFault error={fault.error} retry={() => void fault.refetch()} /></Panel>;
  // Most of the way there is none: the heading of an empty list would only be in the way.
  if ((draws.data?.items.length ?? 0) + (panels.data?.items.length ?? 0) === 0) return null;
  return (
    <Panel title={t('reviews.ofCase.title')} flush>
      <ul>
        {draws.data?.items.map((draw) => <DrawLine key={draw.id} draw={draw} />)}
        {panels.data?.items.map((line) => <PanelLine key={line.id} line={line} action={t('reviews.ofCase.lookPanel')} />)}
      </ul>
    </Panel>
  );
}

function DrawLine({ draw }: { draw: DrawView }) {
  const { t } = useTranslation();
  const lang = useLang();
  const witnesses = draw.offers.some((o) => o.action === 'reveal' && o.allowed);
  const action = t(witnesses ? 'reviews.ofCase.toWitness' : 'reviews.ofCase.look');
  return (
    <li className="review-line">
      <div>
        <strong lang="zh-CN">{draw.subject}</strong>
        <div className="row small">
          <Badge tone={draw.revealedAt === null ? 'warn' : 'ok'}>{draw.revealedAt === null ? t('reviews.ofCase.unrevealed') : t('reviews.ofCase.revealed')}</Badge>
          <span>{t('reviews.ofCase.candidates', { count: draw.candidates.length })}</span>
          {draw.seats !== null && <span lang="zh-CN">{draw.seats.map((s) => s.name).join('、')}</span>}
        </div>
        <span className="sub">{draw.revealedAt === null ? `${t('reviews.witnessing.committed')} ${formatInstant(draw.committedAt, lang)}` : <>{t('reviews.ofCase.witnessedBy', { name: draw.witness ?? '' })} · {formatInstant(draw.revealedAt, lang)}</>}</span>
      </div>
      <div className="review-acts"><Link to="/draws/$draw" params={{ draw: draw.id }} className={buttonClass(witnesses ? 'primary' : 'plain', true)}>{action}</Link></div>
    </li>
  );
}
