import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAction } from '../../../../../contracts/actions.ts';
import type { CaseView } from '../../../../../contracts/cases.ts';
import { useDraft } from '../../../lib/drafts.ts';
import { useWrite } from '../../../lib/write.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Labelled } from '../../../ui/form/labelled.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { WriteNote } from '../../../ui/write-note.tsx';
import { useMe } from '../../session/api/me.ts';
import { offerOf, useWhyNot } from './why-not.tsx';

/** What each action asks for, beside its name. */
const asked = {
  comment: [{ name: 'text', label: 'commentText', required: true }],
  suspend: [{ name: 'reason', label: 'reason', required: true }, { name: 'basis', label: 'basis', required: false }],
  resume: [{ name: 'comment', label: 'note', required: false }],
  terminate: [{ name: 'reason', label: 'reason', required: true }],
} as const satisfies Record<CaseAction, readonly { name: string; label: string; required: boolean }[]>;
const actions = Object.keys(asked) as CaseAction[];
const maxLength = 2000;
const nothing = {};

/** Actions on the case as a whole; those not on offer say why. */
export function CaseActions({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const whyNot = useWhyNot();
  const officer = useMe().kind === 'officer';
  const [open, setOpen] = useState<CaseAction | null>(null);
  const offers = actions.flatMap((action) => {
    const offer = offerOf(view.offers, action);
    // "Suspend" and "resume" exclude each other: show the one that fits the case.
    const fits = view.status === 'suspended' ? action !== 'suspend' : action !== 'resume';
    // Who has no post in an agency cannot come to have these: no use in saying why.
    return offer && fits && (offer.allowed || officer) ? [{ action, why: whyNot(offer) }] : [];
  });
  if (view.status === 'closed' || offers.every((one) => one.why !== null)) return null;
  return (
    <div className="case-actions" role="group" aria-label={t('case.actions')}>
      {offers.map(({ action, why }) => (
        <span key={action}>
          <Button
            tone={action === 'terminate' ? 'negative' : 'plain'} aria-disabled={why !== null} title={why ?? undefined}
            aria-describedby={why === null ? undefined : `why-${action}`} onClick={() => { if (why === null) setOpen(action); }}
          >
            {t(`action.${action}`)}
          </Button>
          {why !== null && <span className="visually-hidden" id={`why-${action}`}>{why}</span>}
        </span>
      ))}
      {open !== null && <ActionDialog key={open} caseId={view.id} action={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function ActionDialog({ caseId, action, onClose }: { caseId: string; action: CaseAction; onClose: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const refused = useRefused();
  const draft = useDraft(`${useMe().id}:${caseId}:${action}`, nothing);
  const [missing, setMissing] = useState<string | null>(null);
  const write = useWrite<Record<string, string>>(`/cases/${caseId}/actions/${action}`, {
    done: () => {
      draft.discard();
      toast(t(`action.${action}Done`));
      onClose();
    },
    refused: (error) => {
      refused(error, t(`action.${action}`));
      onClose(); // what was typed is kept as a draft
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body: Record<string, string> = {};
    for (const { name, required } of asked[action]) {
      const value = String(draft.values[name] ?? '').trim();
      if (value !== '') body[name] = value;
      else if (required) {
        setMissing(name);
        document.getElementById(`${action}-${name}`)?.focus();
        return;
      }
    }
    setMissing(null);
    write.send(body);
  };
  return (
    <Dialog title={t(`action.${action}`)} onClose={onClose}>
      <form onSubmit={submit} noValidate className="stack">
        <p className="quiet">{t(`action.${action}Help`)}</p>
        {asked[action].map(({ name, label, required }) => (
          <Labelled key={name} id={`${action}-${name}`} label={t(`action.${label}`)} required={required} problem={missing === name ? t('form.problem.required') : undefined}>
            {(props) => (name === 'basis'
              ? <input {...props} className="input" maxLength={maxLength} value={String(draft.values[name] ?? '')} onChange={(event) => draft.change(name, event.target.value)} />
              : <textarea {...props} className="input" rows={4} maxLength={maxLength} value={String(draft.values[name] ?? '')} onChange={(event) => draft.change(name, event.target.value)} />)}
          </Labelled>
        ))}
        <WriteNote write={write} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" tone={action === 'terminate' ? 'negative' : 'primary'} disabled={write.phase !== 'idle'}>{write.phase === 'idle' ? t(`action.${action}`) : t('task.sending')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
