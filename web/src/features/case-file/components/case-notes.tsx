/** What concerns the viewer personally, above the steps: a copy to be read, a step of one's own that can be taken back. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../../../contracts/cases.ts';
import { useText } from '../../../lib/lang.ts';
import { useWrite } from '../../../lib/write.ts';
import { Button } from '../../../ui/button.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { WriteNote } from '../../../ui/write-note.tsx';
import { CommandDialog } from './command-dialog.tsx';

export function CaseNotes({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const text = useText();
  const [step, setStep] = useState<CaseView['reclaimable'][number] | null>(null);
  if (view.copies.length === 0 && view.reclaimable.length === 0) return null;
  return (
    <div className="case-notes">
      {view.copies.map((copy) => <Copy key={copy} caseId={view.id} copy={copy} />)}
      {view.reclaimable.map((one) => (
        <p key={one.node} className="case-note">
          {t('handling.reclaim.note', { step: text(one.name) })} <Button small tone="quiet" onClick={() => setStep(one)}>{t('handling.reclaim.name')}</Button>
        </p>
      ))}
      {step !== null && (
        <CommandDialog
          onClose={() => setStep(null)}
          command={{
            path: `/cases/${view.id}/actions/reclaim`, title: t('handling.reclaim.name'), help: t('handling.reclaim.help', { step: text(step.name) }), done: t('handling.reclaim.done'),
            asks: [{ kind: 'text', name: 'reason', label: t('action.reason'), required: true }], bodyOf: (v) => ({ ...v, node: step.node }),
          }}
        />
      )}
    </div>
  );
}

function Copy({ caseId, copy }: { caseId: string; copy: number }) {
  const { t } = useTranslation();
  const toast = useToast();
  const refused = useRefused();
  const write = useWrite<{ copy: number }>(`/cases/${caseId}/actions/read-copy`, { done: () => toast(t('handling.copy.done')), refused: (error) => refused(error, t('handling.copy.read')) });
  return (
    <p className="case-note">
      {t('handling.copy.note')} <Button small onClick={() => write.send({ copy })} disabled={write.phase !== 'idle'}>{t('handling.copy.read')}</Button>
      <WriteNote write={write} />
    </p>
  );
}
