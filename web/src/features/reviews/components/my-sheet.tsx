/** The viewer's sheet for one applicant: to fill in while scoring is open, to read afterwards. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelView } from '../../../../../contracts/panels.ts';
import { sheetTotal } from '../../../../../contracts/repeat.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { yuanOf as pointsOf } from '../../../lib/field-values.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { useRecuse } from '../api/reviews.ts';
import { ReasonDialog } from './invitations.tsx';
import { SheetForm } from './sheet-form.tsx';

export type Applicant = PanelView['applicants'][number];
type Sheet = PanelView['sheets'][number];

export function MySheet({ panel, member, applicant, next }: { panel: PanelView; member: string; applicant: Applicant; next: Applicant | null }) {
  const { t } = useTranslation();
  const lang = useLang();
  const sheet = panel.sheets.find((s) => s.applicant === applicant.id && s.member === member);
  const open = panel.closedAt === null;
  return (
    <Panel
      title={t('reviews.sheet.of', { name: applicant.name })} className="review-own"
      aside={applicant.recused ? <Badge>{t('reviews.sheet.recused')}</Badge> : sheet ? <Badge tone="ok">{t('reviews.sheet.handedIn')}</Badge> : <Badge tone="warn">{t('reviews.sheet.unscored')}</Badge>}
    >
      <div className="stack">
        {sheet && !applicant.recused && <p className="quiet">{t('reviews.sheet.last', { version: sheet.version, at: formatInstant(sheet.at, lang) })}</p>}
        {applicant.recused ? <p>{t('reviews.sheet.recusedText')}</p>
          : open ? <><SheetForm panel={panel} applicant={applicant} sheet={sheet} /><Recuse panel={panel.id} applicant={applicant} /></>
          : sheet ? <><p className="quiet">{t('reviews.sheet.closed')}</p><ReadSheet panel={panel} sheet={sheet} /></>
          : <p className="quiet">{t('reviews.sheet.notHandedIn')}</p>}
        {open && (applicant.recused || sheet !== undefined) && (next !== null
          ? <div><Link to="/panels/$panel" params={{ panel: panel.id }} search={{ applicant: next.id }} className={buttonClass('primary')}>{t('reviews.sheet.next')}</Link></div>
          : panel.applicants.length > 1 && <p className="quiet">{t('reviews.sheet.allDone')}</p>)}
      </div>
    </Panel>
  );
}

function ReadSheet({ panel: { criteria }, sheet }: { panel: PanelView; sheet: Sheet }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <>
      <dl className="review-facts">
        {criteria.map((c) => <div key={c.id}><dt>{text(c.name)}</dt><dd>{pointsOf(sheet.scores[c.id] ?? 0)} / {pointsOf(c.max)}</dd></div>)}
        <div><dt>{t('reviews.sheet.total')}</dt><dd><strong>{pointsOf(sheetTotal(criteria, sheet.scores).shown)}</strong></dd></div>
      </dl>
      {sheet.comment !== null && <p className="pre-line" lang="zh-CN">{sheet.comment}</p>}
    </>
  );
}

/** 回避 of oneself. */
function Recuse({ panel, applicant }: { panel: string; applicant: Applicant }) {
  const { t } = useTranslation();
  const toast = useToast();
  const refused = useRefused();
  const [asking, ask] = useState(false);
  const write = useRecuse(panel, {
    done: () => {
      ask(false);
      toast(t('reviews.panel.recused'));
    },
    refused: (error) => {
      ask(false);
      refused(error, t('reviews.panel.recuse'));
    },
  });
  return (
    <div className="row">
      <Button small tone="quiet" onClick={() => ask(true)}>{t('reviews.panel.recuseMine')}</Button>
      {asking && <ReasonDialog title={t('reviews.panel.recuseMine')} help={t('reviews.panel.recuseHelp')} busy={write.isPending} onClose={() => ask(false)} onSend={(reason) => write.mutate({ applicant: applicant.id, reason })} />}
    </div>
  );
}
