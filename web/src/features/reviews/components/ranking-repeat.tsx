/** 复核排名: computed again in the reader's own browser, and held against the digest under which it was sealed. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelView } from '../../../../../contracts/panels.ts';
import { repeatRanking, type RepeatedRanking } from '../../../../../contracts/repeat.ts';
import { sha256 } from '../../../lib/sha256.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Banner } from '../../../ui/states.tsx';

export function RankingRepeat({ panel, digest }: { panel: PanelView; digest: string }) {
  const { t } = useTranslation();
  const [again, setAgain] = useState<RepeatedRanking | null>(null);
  return (
    <Panel title={t('reviews.ranking.repeat')}>
      <div className="stack">
        <p className="quiet">{t('reviews.ranking.repeatText')}</p>
        <div><Button onClick={() => setAgain(repeatRanking(panel, sha256))}>{t('reviews.ranking.again')}</Button></div>
        {again !== null && <Banner tone={again.same ? 'ok' : 'danger'} role="status" title={again.same ? t('reviews.ranking.same') : t('reviews.ranking.different')} />}
        <dl className="review-facts">
          <div><dt>{t('reviews.ranking.digest')}</dt><dd className="review-hash">{digest}</dd></div>
          {again !== null && <div><dt>{t('reviews.ranking.computed')}</dt><dd className="review-hash">{again.digest}</dd></div>}
        </dl>
      </div>
    </Panel>
  );
}
