/** 抽取公开验证: what anybody may know of a draw, without names, and the draw done again at once in the visitor's own browser. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawProof } from '../../../../../contracts/panels.ts';
import { drawChecks, repeatDraw, type RepeatedDraw } from '../../../../../contracts/repeat.ts';
import { useText } from '../../../lib/lang.ts';
import { isStatus } from '../../../lib/problem.ts';
import { sha256 } from '../../../lib/sha256.ts';
import { Badge } from '../../../ui/badge.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Banner, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { proofQuery } from '../api/reviews.ts';
import { PublicDrawCandidates, PublicDrawSteps } from './public-draw-lists.tsx';
import './reviews.css';

const route = getRouteApi('/open/public/draws/$draw');

export function PublicDrawPage() {
  const { t } = useTranslation();
  const text = useText();
  const { draw: id } = route.useParams();
  const query = useQuery(proofQuery(id));
  const proof = query.data;
  const again = useMemo(() => (proof === undefined ? null : repeatDraw(proof, sha256)), [proof]);
  const back = <Link to="/public" className={buttonClass()}>{t('publications.back')}</Link>;
  if (query.isPending) return <div className="panel"><Skeleton lines={8} /></div>;
  if (proof === undefined) {
    return isStatus(query.error, 404) || isStatus(query.error, 400)
      ? <><PageHead title={t('reviews.public.title')} aside={back} /><p>{t('reviews.public.notFound')}</p></>
      : <LoadFault error={query.error} retry={() => void query.refetch()} />;
  }
  return (
    <>
      <PageHead title={t('reviews.public.title')} intro={<><span lang="zh-CN">{proof.subject ?? t('reviews.public.unnamed')}</span> · {text(proof.agencyName)}</>} aside={back} />
      <div className="stack">
        <Verdict again={again} />
        {again !== null && <Result proof={proof} again={again} />}
        <PublicDrawSteps proof={proof} />
        <PublicDrawCandidates proof={proof} again={again} />
      </div>
    </>
  );
}

function Verdict({ again }: { again: RepeatedDraw | null }) {
  const { t } = useTranslation();
  if (again === null) return <Banner tone="info" role="status" title={t('reviews.public.waiting')}>{t('reviews.public.waitingText')}</Banner>;
  const same = again.wrong.length === 0;
  return (
    <Panel title={t('reviews.public.verified')}>
      <div className="stack">
        <Banner tone={same ? 'ok' : 'danger'} role="status" title={same ? t('reviews.draw.same') : t('reviews.draw.different')}>{t('reviews.public.verifiedText')}</Banner>
        <ul className="draw-checks">
          {drawChecks.map((check) => {
            const fits = !again.wrong.includes(check);
            return <li key={check}><span>{t(`reviews.draw.checks.${check}`)}</span><Badge tone={fits ? 'ok' : 'danger'}>{fits ? t('reviews.draw.ok') : t('reviews.draw.wrong')}</Badge></li>;
          })}
        </ul>
      </div>
    </Panel>
  );
}

/** By number in the list: names stand only where the law has them published. */
function Result({ proof, again }: { proof: DrawProof; again: RepeatedDraw }) {
  const { t } = useTranslation();
  const number = (expert: string): number => proof.candidates.findIndex((c) => c.expert === expert) + 1;
  return (
    <Panel title={t('reviews.public.result')} flush>
      <TableBox>
        <table className="table">
          <caption className="visually-hidden">{t('reviews.public.result')}</caption>
          <thead><tr><th scope="col">{t('reviews.draw.field')}</th><th scope="col">{t('reviews.public.seats')}</th><th scope="col">{t('reviews.public.drawn')}</th></tr></thead>
          <tbody>
            {proof.plan.strata.map(({ field, seats }) => {
              const seated = again.seats.filter((s) => s.field === field);
              return (
                <tr key={field}>
                  <td lang="zh-CN">{field}</td>
                  <td>{t('reviews.draw.seatCount', { count: seats })}</td>
                  <td>{seated.length === 0 ? '–' : seated.map((s) => t('reviews.public.number', { n: number(s.expert) })).join(t('common.separator'))}{seated.length < seats && <> <Badge tone="warn">{t('reviews.public.vacant', { count: seats - seated.length })}</Badge></>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
      {proof.declined.length > 0 && <p className="panel-body quiet small">{t('reviews.public.declined', { numbers: proof.declined.map((d) => `${t('reviews.public.number', { n: number(d.expert) })} (${t(`reviews.draw.${d.kind}`)})`).join(t('common.separator')) })}</p>}
    </Panel>
  );
}
