/** 我的评审: everything that somebody has to do with draws and panels, in whichever capacity. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Reviews } from '../../../../../contracts/panels.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Empty, LoadFault, Skeleton, StaleNote } from '../../../ui/states.tsx';
import { hasReviews, isToScore, reviewsQuery } from '../api/reviews.ts';
import { Invitations } from './invitations.tsx';
import { PanelLine } from './panel-line.tsx';
import './reviews.css';

export function ReviewsPage() {
  const { t } = useTranslation();
  const query = useQuery(reviewsQuery);
  const { data } = query;
  return (
    <>
      <PageHead title={t('reviews.title')} intro={t('reviews.intro')} />
      <StaleNote query={query} />
      {query.isPending ? <div className="panel"><Skeleton lines={8} /></div>
        : data === undefined ? <LoadFault error={query.error} retry={() => void query.refetch()} />
        : !hasReviews(data) ? <div className="panel"><Empty>{t('reviews.none')}</Empty></div>
        : (
          <div className="stack">
            {data.invitations.length > 0 && <Panel title={t('reviews.invitations.title')} flush><Invitations items={data.invitations} /></Panel>}
            {data.scoring.length > 0 && (
              <Panel title={t('reviews.scoring.title')} flush>
                <ul>{data.scoring.map((line) => (
                  <PanelLine key={line.id} line={line} primary={isToScore(line)} action={t(isToScore(line) ? 'reviews.scoring.score' : 'reviews.scoring.look')} {...(line.asked > 0 && line.sheets === line.asked ? { note: t('reviews.scoring.done') } : {})} />
                ))}</ul>
              </Panel>
            )}
            {data.witnessing.length > 0 && <Panel title={t('reviews.witnessing.title')} flush><ul>{data.witnessing.map((one) => <ToWitness key={one.id} one={one} />)}</ul></Panel>}
            {data.running.length > 0 && (
              <Panel title={t('reviews.running.title')} flush><ul>{data.running.map((line) => <PanelLine key={line.id} line={line} action={t('reviews.running.look')} />)}</ul></Panel>
            )}
          </div>
        )}
    </>
  );
}

function ToWitness({ one }: { one: Reviews['witnessing'][number] }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  return (
    <li className="review-line">
      <div><strong lang="zh-CN">{one.subject}</strong><span className="sub">{text(one.agencyName)} · {t('reviews.witnessing.committed')} {formatInstant(one.committedAt, lang)}</span></div>
      <div className="review-acts"><Link to="/draws/$draw" params={{ draw: one.id }} className={buttonClass('primary', true)} aria-label={`${t('reviews.witnessing.witness')}: ${one.subject}`}>{t('reviews.witnessing.witness')}</Link></div>
    </li>
  );
}
