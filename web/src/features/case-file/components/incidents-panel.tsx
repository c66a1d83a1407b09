import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView, IncidentView } from '../../../../../contracts/cases.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { Button } from '../../../ui/button.tsx';
import { Banner } from '../../../ui/states.tsx';
import { CommandDialog, type Command } from './command-dialog.tsx';

/** 流程异常: where the process cannot go on by itself, why, and what to do about it. Above all else: nothing will happen there until somebody sees to it. */
export function IncidentsPanel({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<IncidentView | null>(null);
  if (view.incidents.length === 0) return null;
  const command = (incident: number): Command => ({
    path: `/cases/${view.id}/actions/retry-incident`, title: t('incidents.retry'), help: t('incidents.retryHelp'), done: t('incidents.retryDone'), asks: [], bodyOf: () => ({ incident }),
  });
  return (
    <section className="case-incidents stack" aria-label={t('incidents.title')}>
      {view.incidents.map((incident) => <IncidentNote key={incident.incident} incident={incident} retry={() => setOpen(incident)} />)}
      {open !== null && <CommandDialog command={command(open.incident)} onClose={() => setOpen(null)} />}
    </section>
  );
}

function IncidentNote({ incident, retry }: { incident: IncidentView; retry: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  const { at } = incident;
  return (
    <Banner tone="danger" title={t('incidents.at', { step: text(incident.name), node: incident.node })} action={incident.retry && <Button small onClick={retry}>{t('incidents.retry')}</Button>}>
      <p>{t('incidents.since', { at: formatInstant(incident.since, lang), what: text(incident.what) })}{incident.count > 1 && ` ${t('incidents.count', { count: incident.count })}`}</p>
      <p>{text(incident.why)}{at !== null && <> (<code>{at.element}{at.expression !== null && `: ${at.expression}`}</code>)</>}</p>
      <p>{text(incident.advice)}</p>
    </Banner>
  );
}
