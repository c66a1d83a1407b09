/** 随机抽取: how the list was fixed, who witnessed, who was drawn, who was left out and why, and the draw done again. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isStatus } from '../../../lib/problem.ts';
import { useText } from '../../../lib/lang.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { LoadFault, Skeleton, StaleNote } from '../../../ui/states.tsx';
import { drawQuery } from '../api/reviews.ts';
import { DrawLists } from './draw-lists.tsx';
import { DrawRepeat } from './draw-repeat.tsx';
import { DrawSeats } from './draw-seats.tsx';
import { DrawSteps } from './draw-steps.tsx';
import { NotThere } from './not-there.tsx';
import './reviews.css';

const route = getRouteApi('/console/draws/$draw');

export function DrawPage() {
  const { t } = useTranslation();
  const text = useText();
  const { draw: id } = route.useParams();
  const query = useQuery(drawQuery(id));
  if (query.isPending) return <div className="panel"><Skeleton lines={8} /></div>;
  if (query.data === undefined) return isStatus(query.error, 404) || isStatus(query.error, 400) ? <NotThere title={t('reviews.draw.title')} /> : <LoadFault error={query.error} retry={() => void query.refetch()} />;
  const draw = query.data;
  return (
    <>
      <PageHead title={draw.subject} intro={text(draw.agencyName)} aside={<div className="row"><Link to="/public/draws/$draw" params={{ draw: draw.id }} className={buttonClass()}>{t('reviews.public.page')}</Link><Link to="/cases/$caseId" params={{ caseId: draw.caseId }} className={buttonClass()}>{t('reviews.open')}</Link></div>} />
      <StaleNote query={query} />
      <div className="review-grid">
        <div className="stack">
          <DrawSteps draw={draw} />
          {draw.seats !== null && <DrawSeats draw={draw} seats={draw.seats} />}
          <DrawLists draw={draw} />
        </div>
        <div className="stack"><DrawRepeat draw={draw} /></div>
      </div>
    </>
  );
}
