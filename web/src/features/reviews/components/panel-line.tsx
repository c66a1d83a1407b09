import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PanelLine as Line } from '../../../../../contracts/panels.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { buttonClass } from '../../../ui/button.tsx';

/** A panel in a list. @param primary the link is what the viewer has to do next */
export function PanelLine({ line, action, primary = false, note }: { line: Line; action: string; primary?: boolean; note?: string }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  const { id, name, agencyName, openedAt, closedAt, sheets, asked } = line;
  return (
    <li className="review-line">
      <div>
        <strong lang="zh-CN">{text(name)}</strong>
        <div className="row small">
          <Badge tone={closedAt === null ? 'accent' : 'neutral'}>{closedAt === null ? t('reviews.scoringNow') : t('reviews.closed')}</Badge>
          <span>{t('reviews.sheetsOf', { done: sheets, all: asked })}</span>
          {note !== undefined && <span className="quiet">{note}</span>}
        </div>
        <span className="sub">{text(agencyName)} · {closedAt === null ? `${t('reviews.opened')} ${formatInstant(openedAt, lang)}` : `${t('reviews.closedAt')} ${formatInstant(closedAt, lang)}`}</span>
      </div>
      <div className="review-acts"><Link to="/panels/$panel" params={{ panel: id }} className={buttonClass(primary ? 'primary' : 'plain', true)} aria-label={`${action}: ${text(name)}`}>{action}</Link></div>
    </li>
  );
}
