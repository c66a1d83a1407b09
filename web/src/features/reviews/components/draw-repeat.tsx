/** 复核: the draw is done again in the reader's own browser, from what is published of it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawProof, DrawView } from '../../../../../contracts/panels.ts';
import { drawChecks, repeatDraw } from '../../../../../contracts/repeat.ts';
import { sha256 } from '../../../lib/sha256.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Banner, LoadFault } from '../../../ui/states.tsx';
import { proofQuery } from '../api/reviews.ts';

export function DrawRepeat({ draw }: { draw: DrawView }) {
  const { t } = useTranslation();
  const query = useQuery(proofQuery(draw.id));
  const [proof, setProof] = useState<DrawProof | null>(null);
  const repeat = async (): Promise<void> => setProof((await query.refetch()).data ?? null);
  return (
    <Panel title={t('reviews.draw.repeat')}>
      <div className="stack">
        <p className="quiet">{draw.revealedAt === null ? t('reviews.draw.later') : t('reviews.draw.repeatText')}</p>
        {draw.revealedAt !== null && <div><Button disabled={query.isFetching} onClick={() => void repeat()}>{t('reviews.draw.again')}</Button></div>}
        {query.isError && <LoadFault error={query.error} retry={() => void query.refetch()} />}
        {proof !== null && <Repeated proof={proof} draw={draw} />}
      </div>
    </Panel>
  );
}

function Repeated({ proof, draw }: { proof: DrawProof; draw: DrawView }) {
  const { t } = useTranslation();
  const again = repeatDraw(proof, sha256);
  if (again === null) return <p className="quiet">{t('reviews.draw.later')}</p>;
  const seats = (list: readonly { readonly field: string; readonly expert: string }[]): string => JSON.stringify(list.map(({ field, expert }) => [field, expert]));
  const seated = draw.seats !== null && seats(draw.seats) === seats(again.seats);
  const names = new Map(draw.candidates.map((c) => [c.expert, c.name]));
  const found = [...drawChecks.map((check) => ({ check, fits: !again.wrong.includes(check) })), { check: 'seats' as const, fits: seated }];
  const same = found.every((f) => f.fits);
  return (
    <>
      <Banner tone={same ? 'ok' : 'danger'} role="status" title={same ? t('reviews.draw.same') : t('reviews.draw.different')}>
        <span lang="zh-CN">{t('reviews.draw.repeated', { names: again.seats.map((s) => names.get(s.expert) ?? s.expert).join('、') })}</span>
      </Banner>
      <ul className="draw-checks">{found.map(({ check, fits }) => <li key={check}><span>{t(`reviews.draw.checks.${check}`)}</span><Badge tone={fits ? 'ok' : 'danger'}>{fits ? t('reviews.draw.ok') : t('reviews.draw.wrong')}</Badge></li>)}</ul>
      <p className="quiet small">{t('reviews.draw.how')}</p>
      <dl className="review-facts">
        {([['drawId', proof.id], ['plan', proof.plan.strata.map((s) => `${s.field}:${s.seats}`).join(' ')], ['nonce', proof.nonce], ['listHash', proof.listHash], ['commitment', proof.commitment], ['seed', proof.seed], ['wordOf', proof.word]] as const).map(([name, value]) => <div key={name}><dt>{t(`reviews.draw.${name}`)}</dt><dd className="review-hash">{value}</dd></div>)}
      </dl>
      <h3>{t('reviews.draw.fixedList')}</h3>
      <ol className="draw-fixed">{proof.candidates.map(({ expert, fields }) => <li key={expert} lang="zh-CN">{names.get(expert) ?? ''} <span className="quiet small">{fields.join(' ')}</span> <code className="review-hash">{expert}</code></li>)}</ol>
    </>
  );
}
