import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAction, MoreCaseAction } from '../../../../../contracts/actions.ts';
import type { CaseView } from '../../../../../contracts/cases.ts';
import { useText } from '../../../lib/lang.ts';
import { Button } from '../../../ui/button.tsx';
import { ownColleaguesQuery } from '../../away/api/away.ts';
import { useMe } from '../../session/api/me.ts';
import { CommandDialog, several, type Ask, type Command } from './command-dialog.tsx';
import { offerOf, useWhyNot } from './why-not.tsx';

type Name = CaseAction | Extract<MoreCaseAction, 'copy' | 'recuse' | 'withdraw'>;
const actions: readonly Name[] = ['comment', 'copy', 'suspend', 'resume', 'terminate', 'recuse', 'withdraw'];
/** Shown only to whom it is open: nobody else can come to have it. */
const unexplained: readonly Name[] = ['copy', 'recuse', 'withdraw'];
const negative: readonly Name[] = ['terminate', 'withdraw'];

/** Actions on the case as a whole; those not on offer say why. */
export function CaseActions({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const whyNot = useWhyNot();
  const officer = useMe().kind === 'officer';
  const [open, setOpen] = useState<Name | null>(null);
  const offers = actions.flatMap((action) => {
    const offer = offerOf(view.offers, action);
    // "Suspend" and "resume" exclude each other: show the one that fits the case.
    const fits = view.status === 'suspended' ? action !== 'suspend' : action !== 'resume';
    // Who has no post in an agency cannot come to have these: no use in saying why.
    return offer && fits && (offer.allowed || (officer && !unexplained.includes(action))) ? [{ action, why: whyNot(offer) }] : [];
  });
  if (view.status === 'closed' || offers.every((one) => one.why !== null)) return null;
  return (
    <div className="case-actions" role="group" aria-label={t('case.actions')}>
      {offers.map(({ action, why }) => (
        <span key={action}>
          <Button
            tone={negative.includes(action) ? 'negative' : 'plain'} aria-disabled={why !== null} title={why ?? undefined}
            aria-describedby={why === null ? undefined : `why-${action}`} onClick={() => { if (why === null) setOpen(action); }}
          >
            {t(`action.${action}`)}
          </Button>
          {why !== null && <span className="visually-hidden" id={`why-${action}`}>{why}</span>}
        </span>
      ))}
      {open !== null && <ActionDialog key={open} view={view} action={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function ActionDialog({ view, action, onClose }: { view: CaseView; action: Name; onClose: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  const officer = useMe().kind === 'officer';
  const colleagues = useQuery({ ...ownColleaguesQuery, enabled: officer && action === 'comment' }).data?.items ?? [];
  const reason: Ask = { kind: 'text', name: 'reason', label: t('action.reason'), required: true };
  const asked: Record<Name, readonly Ask[]> = {
    comment: [
      { kind: 'text', name: 'text', label: t('action.commentText'), required: true },
      ...(colleagues.length > 0 ? [{ kind: 'several', name: 'mentions', label: t('action.mention'), required: false, options: colleagues.map((p) => ({ value: p.id, name: p.name })) } as const] : []),
    ],
    suspend: [reason, { kind: 'line', name: 'basis', label: t('action.basis'), required: false }],
    resume: [{ kind: 'text', name: 'comment', label: t('action.note'), required: false }],
    terminate: [reason],
    withdraw: [reason],
    recuse: [reason],
    copy: [
      { kind: 'several', name: 'to', label: t('action.copyTo'), required: true, options: view.posts.map((p) => ({ value: p.pool, name: text(p.name) })) },
      { kind: 'text', name: 'text', label: t('action.note'), required: false },
    ],
  };
  const command: Command = {
    path: `/cases/${view.id}/actions/${action}`, title: t(`action.${action}`), help: t(`action.${action}Help`), done: t(`action.${action}Done`), asks: asked[action],
    bodyOf: ({ to, mentions, ...rest }) => (action === 'copy' ? { ...rest, to: several(to).map((pool) => ({ pool })) } : mentions ? { ...rest, mentions: several(mentions) } : rest), negative: negative.includes(action),
  };
  return <CommandDialog command={command} onClose={onClose} />;
}
