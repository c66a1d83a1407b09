import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PanelView } from '../../../../../contracts/panels.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Panel } from '../../../ui/panel.tsx';

/** The applicants on whom the viewer has to hand in a sheet. */
export function SheetList({ panel, chosen }: { panel: PanelView; chosen: string }) {
  const { t } = useTranslation();
  const asked = panel.applicants.filter((a) => !a.recused);
  const has = (id: string): boolean => panel.sheets.some((s) => s.applicant === id);
  return (
    <Panel title={t('reviews.sheet.applicants')} flush aside={<span className="quiet small">{t('reviews.sheetsOf', { done: asked.filter((a) => has(a.id)).length, all: asked.length })}</span>}>
      <nav className="sheet-list" aria-label={t('reviews.sheet.applicants')}>
        {panel.applicants.map(({ id, name, recused }) => (
          <Link key={id} to="/panels/$panel" params={{ panel: panel.id }} search={{ applicant: id }} className="sheet-pick" aria-current={id === chosen ? 'page' : undefined} activeProps={{}}>
            <span lang="zh-CN">{name}</span>
            {recused ? <Badge>{t('reviews.sheet.recused')}</Badge> : has(id) ? <Badge tone="ok">{t('reviews.sheet.handedIn')}</Badge> : <Badge tone="warn">{t('reviews.sheet.unscored')}</Badge>}
          </Link>
        ))}
      </nav>
    </Panel>
  );
}
