/** 评审邀请: whoever was drawn says whether they come. */
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '../../../../../contracts/panels.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Labelled } from '../../../ui/form/labelled.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { useAnswer } from '../api/reviews.ts';

export function Invitations({ items }: { items: readonly Invitation[] }) {
  return <ul>{items.map((one) => <Item key={one.draw} one={one} />)}</ul>;
}

type Answer = 'accepted' | 'refused' | 'recused';
const tones = { accepted: 'ok', refused: 'neutral', recused: 'neutral' } as const;

function Item({ one }: { one: Invitation }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  const toast = useToast();
  const refused = useRefused();
  const [asking, setAsking] = useState<'refused' | 'recused' | null>(null);
  const [given, setGiven] = useState<Answer>('accepted');
  const write = useAnswer(one.draw, {
    done: () => {
      setAsking(null);
      toast(t(`reviews.invitations.told.${given}`));
    },
    refused: (error) => {
      setAsking(null);
      refused(error, t('reviews.invitations.title'));
    },
  });
  const answer = (body: { readonly answer: Answer; readonly reason?: string }): void => {
    setGiven(body.answer);
    write.mutate(body);
  };
  const open = one.answer === null || one.answer === 'accepted';
  return (
    <li className="review-line">
      <div>
        <strong lang="zh-CN">{one.subject}</strong>
        <span>{t('reviews.invitations.drawn', { field: one.field })}</span>
        <span className="sub">{text(one.agencyName)} · {formatInstant(one.drawnAt, lang)}{one.answer === 'accepted' && ` · ${t('reviews.invitations.later')}`}</span>
      </div>
      <div className="review-acts">
        {one.answer !== null && <Badge tone={tones[one.answer]}>{t(`reviews.invitations.${one.answer}`)}</Badge>}
        {one.answer === null && <Button small tone="primary" disabled={write.isPending} onClick={() => answer({ answer: 'accepted' })}>{t('reviews.invitations.accept')}</Button>}
        {open && <Button small disabled={write.isPending} onClick={() => setAsking('refused')}>{t('reviews.invitations.refuse')}</Button>}
        {open && <Button small disabled={write.isPending} onClick={() => setAsking('recused')}>{t('reviews.invitations.recuse')}</Button>}
      </div>
      {asking !== null && (
        <ReasonDialog
          title={t(asking === 'refused' ? 'reviews.invitations.refuse' : 'reviews.invitations.recuse')} help={t(asking === 'refused' ? 'reviews.invitations.refuseHelp' : 'reviews.invitations.recuseHelp')}
          busy={write.isPending} onClose={() => setAsking(null)} onSend={(reason) => answer({ answer: asking, reason })}
        />
      )}
    </li>
  );
}

/** Asks why. */
export function ReasonDialog({ title, help, busy, onClose, onSend, children }: { title: string; help: string; busy: boolean; onClose: () => void; onSend: (reason: string) => void; children?: React.ReactNode }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return document.getElementById('review-reason')?.focus();
    onSend(reason.trim());
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={send} noValidate>
        <p>{help}</p>
        {children}
        <Labelled id="review-reason" label={t('reviews.invitations.reason')} required problem={missing ? t('form.problem.required') : undefined}>
          {(props) => <textarea {...props} className="input" rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Labelled>
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" tone="negative" disabled={busy}>{title}</Button>
        </div>
      </form>
    </Dialog>
  );
}
