/** 会签: who has signed how, who is asked, and by what rule the step is decided. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView, SigningView } from '../../../../../contracts/cases.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../session/api/me.ts';
import { CommandDialog, several, type Command } from './command-dialog.tsx';
import { offerOf } from './why-not.tsx';

type Act = { readonly kind: 'change-vote' } | { readonly kind: 'add-signers' } | { readonly kind: 'remove-signer'; readonly seat: number };

export function SigningPanel({ view, signing }: { view: CaseView; signing: SigningView }) {
  const { t } = useTranslation();
  const text = useText();
  const me = useMe();
  const [act, setAct] = useState<Act | null>(null);
  const may = (action: Act['kind']): boolean => offerOf(signing.offers, action)?.allowed === true;
  const voted = signing.seats.filter((s) => s.vote !== null).length;
  return (
    <Panel
      title={t('signing.title', { step: text(signing.name) })} flush
      aside={may('add-signers') && <Button small tone="quiet" onClick={() => setAct({ kind: 'add-signers' })}>{t('signing.add')}</Button>}
    >
      <p className="panel-body quiet">{text(signing.rule.text)}{t('common.stop')} {t(`signing.${signing.order}`)} {t('signing.voted', { done: voted, all: signing.seats.length })}</p>
      <Tally signing={signing} />
      <ol className="seats">
        {signing.seats.map((seat) => (
          <li key={seat.seat} className="seat">
            <div>
              <strong>{text(seat.poolName)}</strong>{' '}
              {seat.chair && <Badge tone="accent">{t('signing.chair')}</Badge>}{' '}
              {seat.weight !== 1 && <Badge>{t('signing.weight', { count: seat.weight })}</Badge>}
              <div className="sub">{seat.vote ? <Voted vote={seat.vote} /> : seat.asked ? t('signing.asked') : t('signing.later')}</div>
            </div>
            <div className="claim-buttons">
              {seat.vote?.by.id === me.id && may('change-vote') && <Button small tone="quiet" onClick={() => setAct({ kind: 'change-vote' })}>{t('signing.change')}</Button>}
              {seat.vote === null && may('remove-signer') && (
                <Button small tone="quiet" aria-label={t('signing.removeNamed', { seat: text(seat.poolName) })} onClick={() => setAct({ kind: 'remove-signer', seat: seat.seat })}>{t('signing.remove')}</Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {act !== null && <SigningCommand act={act} view={view} signing={signing} onClose={() => setAct(null)} />}
    </Panel>
  );
}

/** 计票, by the weight of the seats. */
function Tally({ signing: { seats, outcomes } }: { signing: SigningView }) {
  const { t } = useTranslation();
  const text = useText();
  const votes = (which: (outcome: string | null) => boolean): number => seats.filter((s) => which(s.vote?.outcome ?? null)).reduce((sum, s) => sum + s.weight, 0);
  return (
    <dl className="tally" aria-label={t('signing.count')}>
      {outcomes.map((o) => <div key={o.id}><dt>{text(o.name)}</dt><dd>{t('signing.votes', { count: votes((v) => v === o.id) })}</dd></div>)}
      <div><dt>{t('signing.open')}</dt><dd>{t('signing.votes', { count: votes((v) => v === null) })}</dd></div>
    </dl>
  );
}

function Voted({ vote }: { vote: NonNullable<SigningView['seats'][number]['vote']> }) {
  const text = useText();
  const lang = useLang();
  return <>{text(vote.outcomeName)} · <span lang="zh-CN">{vote.by.name}</span> · {formatInstant(vote.at, lang)}</>;
}

function SigningCommand({ act, view, signing, onClose }: { act: Act; view: CaseView; signing: SigningView; onClose: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  const path = `/cases/${view.id}/actions/${act.kind}`;
  const reason = { kind: 'text', name: 'reason', label: t('action.reason'), required: true } as const;
  const command = ((): Command => {
    switch (act.kind) {
      case 'change-vote':
        return {
          path, title: t('signing.change'), help: t('signing.changeHelp'), done: t('signing.changed'),
          asks: [
            { kind: 'one', name: 'outcome', label: t('task.outcomes'), required: true, none: '', options: signing.outcomes.map((o) => ({ value: o.id, name: text(o.name) })) },
            { kind: 'text', name: 'comment', label: t('task.comment'), required: false },
          ],
          bodyOf: (v) => ({ ...v, node: signing.node }),
        };
      case 'add-signers':
        return {
          path, title: t('signing.add'), help: t('signing.addHelp'), done: t('signing.added'),
          asks: [{ kind: 'several', name: 'pools', label: t('task.pool'), required: true, options: view.posts.map((p) => ({ value: p.pool, name: text(p.name) })) }, reason],
          bodyOf: (v) => ({ node: signing.node, pools: several(v['pools']), reason: v['reason'] }),
        };
      case 'remove-signer':
        return { path, title: t('signing.remove'), help: t('signing.removeHelp'), done: t('signing.removed'), asks: [reason], bodyOf: (v) => ({ ...v, node: signing.node, seat: act.seat }) };
    }
  })();
  return <CommandDialog command={command} onClose={onClose} />;
}
