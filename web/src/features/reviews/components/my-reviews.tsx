import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { isToScore, reviewsQuery } from '../api/reviews.ts';
import { Invitations } from './invitations.tsx';
import { PanelLine } from './panel-line.tsx';
import './reviews.css';

/** In the inbox of an expert, above the steps of cases: what waits for them as a judge. Nothing for everybody else. */
export function MyReviews() {
  const { t } = useTranslation();
  const { data } = useQuery(reviewsQuery);
  const invitations = data?.invitations.filter((i) => i.answer === null) ?? [];
  const scoring = data?.scoring.filter(isToScore) ?? [];
  if (invitations.length + scoring.length === 0) return null;
  return (
    <Panel title={t('reviews.waiting')} flush className="review-mine" aside={<Link to="/reviews" className={buttonClass('quiet', true)}>{t('reviews.back')}</Link>}>
      {invitations.length > 0 && <Invitations items={invitations} />}
      {scoring.length > 0 && <ul>{scoring.map((line) => <PanelLine key={line.id} line={line} action={t('reviews.scoring.score')} primary />)}</ul>}
    </Panel>
  );
}
