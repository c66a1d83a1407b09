import { useTranslation } from 'react-i18next';
import type { PanelView } from '../../../../../contracts/panels.ts';
import { useText } from '../../../lib/lang.ts';
import { yuanOf as pointsOf } from '../../../lib/field-values.ts';
import { Panel } from '../../../ui/panel.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { useTieWords } from './tie-words.ts';

/** 评分规则: criteria with their weights, and how the ranking is made. */
export function PanelRules({ panel }: { panel: PanelView }) {
  const { t } = useTranslation();
  const text = useText();
  const tieWords = useTieWords(panel);
  const { criteria, rules: { trim, quorum, places, threshold, outlier, ties } } = panel;
  const lines = [
    trim > 0 ? t('reviews.panel.trim', { count: trim }) : t('reviews.panel.noTrim'), t('reviews.panel.quorum', { count: quorum }), t('reviews.panel.places', { count: places }),
    threshold === null ? t('reviews.panel.noThreshold') : t('reviews.panel.threshold', { points: pointsOf(threshold) }),
    ties.length > 0 ? t('reviews.panel.ties', { rules: ties.map(tieWords).join(t('common.separator')) }) : t('reviews.panel.noTies'),
    ...(outlier === null ? [] : [t('reviews.panel.outlier', { points: pointsOf(outlier) })]),
  ];
  return (
    <Panel title={t('reviews.panel.rules')} flush>
      <TableBox>
        <table className="table">
          <caption className="visually-hidden">{t('reviews.panel.rules')}</caption>
          <thead><tr><th scope="col">{t('reviews.panel.criterion')}</th><th scope="col" className="review-number">{t('reviews.panel.max')}</th><th scope="col" className="review-number">{t('reviews.panel.weight')}</th></tr></thead>
          <tbody>{criteria.map((c) => <tr key={c.id}><td>{text(c.name)}</td><td className="review-number">{pointsOf(c.max)}</td><td className="review-number">{c.weight}</td></tr>)}</tbody>
        </table>
      </TableBox>
      <ul className="review-rules small">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </Panel>
  );
}
