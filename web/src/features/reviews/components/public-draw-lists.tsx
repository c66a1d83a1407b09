/** How a draw came about, and the list from which it was drawn, as everybody may see them. */
import { useTranslation } from 'react-i18next';
import type { DrawProof } from '../../../../../contracts/panels.ts';
import type { RepeatedDraw } from '../../../../../contracts/repeat.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { useLang } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { TableBox } from '../../../ui/table-box.tsx';

export function PublicDrawSteps({ proof }: { proof: DrawProof }) {
  const { t } = useTranslation();
  const lang = useLang();
  const facts = [
    [t('reviews.public.committedAt'), formatInstant(proof.committedAt, lang), false],
    [t('reviews.draw.listHash'), proof.listHash, true],
    [t('reviews.draw.commitment'), proof.commitment, true],
    [t('reviews.public.revealedAt'), proof.revealedAt === null ? null : formatInstant(proof.revealedAt, lang), false],
    [t('reviews.draw.nonce'), proof.nonce, true],
    [t('reviews.public.word'), proof.word, false],
    [t('reviews.draw.seed'), proof.seed, true],
  ] as const;
  return (
    <Panel title={t('reviews.public.how')} aside={<a href={`/api/v1/draws/${encodeURIComponent(proof.id)}/proof`} className="small">{t('reviews.public.raw')}</a>}>
      <div className="stack">
        <p>{t('reviews.public.howText')}</p>
        <dl className="review-facts">
          {facts.map(([name, value, hash]) => <div key={name}><dt>{name}</dt><dd className={hash && value !== null ? 'review-hash' : undefined} lang={name === t('reviews.public.word') ? 'zh-CN' : undefined}>{value ?? <span className="quiet">{t('reviews.public.later')}</span>}</dd></div>)}
        </dl>
      </div>
    </Panel>
  );
}

export function PublicDrawCandidates({ proof, again }: { proof: DrawProof; again: RepeatedDraw | null }) {
  const { t } = useTranslation();
  const seated = new Set(again?.seats.map((s) => s.expert));
  const out = new Set(proof.declined.map((d) => d.expert));
  const place = (expert: string, field: string): number => (proof.order?.[proof.plan.strata.findIndex((s) => s.field === field)]?.indexOf(expert) ?? -1) + 1;
  return (
    <Panel title={t('reviews.draw.candidates')} aside={<span className="quiet small">{t('reviews.ofCase.candidates', { count: proof.candidates.length })}</span>} flush>
      <p className="panel-body quiet">{t('reviews.public.candidatesText')}</p>
      <TableBox>
        <table className="table">
          <caption className="visually-hidden">{t('reviews.draw.candidates')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('reviews.public.candidate')}</th><th scope="col">{t('reviews.draw.field')}{again !== null && ` · ${t('reviews.draw.order')}`}</th>{again !== null && <th scope="col">{t('reviews.ranking.status')}</th>}
            </tr>
          </thead>
          <tbody>
            {proof.candidates.map(({ expert, fields }, i) => (
              <tr key={expert}>
                <td><strong className="nowrap">{t('reviews.public.number', { n: i + 1 })}</strong><div className="review-hash">{expert}</div></td>
                <td lang="zh-CN">{fields.map((field) => <div key={field}>{field}{again !== null && <span className="quiet"> · {place(expert, field)}</span>}</div>)}</td>
                {again !== null && <td>{seated.has(expert) ? <Badge tone="ok">{t('reviews.draw.seated')}</Badge> : out.has(expert) ? <Badge>{t('reviews.draw.out')}</Badge> : <span className="quiet">–</span>}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Panel>
  );
}
