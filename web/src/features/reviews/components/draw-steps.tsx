/** 承诺、见证、排定: the three steps of a draw, and the word of the witness. */
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawView } from '../../../../../contracts/panels.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { useLang } from '../../../lib/lang.ts';
import { Button } from '../../../ui/button.tsx';
import { Labelled } from '../../../ui/form/labelled.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { offerOf, useWhyNot } from '../../case-file/components/why-not.tsx';
import { proofQuery, useReveal } from '../api/reviews.ts';

export function DrawSteps({ draw }: { draw: DrawView }) {
  const { t } = useTranslation();
  const lang = useLang();
  const whyNot = useWhyNot();
  const proof = useQuery(proofQuery(draw.id)).data;
  const { revealedAt } = draw;
  const reveal = offerOf(draw.offers, 'reveal');
  return (
    <Panel title={t('reviews.draw.steps')}>
      <ol className="draw-steps">
        <li className="draw-step draw-done">
          <div>
            <h3>{t('reviews.draw.fixed')}<span className="quiet small">{formatInstant(draw.committedAt, lang)}</span></h3>
            <p>{t('reviews.draw.fixedText', { count: draw.candidates.length })}</p>
            <p className="small">{t('reviews.draw.commitment')} <code className="review-hash">{draw.commitment}</code></p>
          </div>
        </li>
        <li className={revealedAt === null ? 'draw-step draw-now' : 'draw-step draw-done'}>
          <div>
            <h3>{t('reviews.draw.witnessed')}{revealedAt !== null && <span className="quiet small">{formatInstant(revealedAt, lang)}</span>}</h3>
            {revealedAt !== null ? <p>{t('reviews.draw.witnessedText', { name: draw.witness ?? '', word: proof?.word ?? '…' })}</p>
              : reveal?.allowed === true ? <Word draw={draw.id} />
              : <><p>{t('reviews.draw.waits')}</p><p className="quiet">{whyNot(reveal)}</p></>}
          </div>
        </li>
        <li className={revealedAt === null ? 'draw-step' : 'draw-step draw-done'}>
          <div>
            <h3>{t('reviews.draw.made')}</h3>
            <p className={revealedAt === null ? 'quiet' : undefined}>{revealedAt === null ? t('reviews.draw.madeLater') : t('reviews.draw.madeText')}</p>
            {proof?.seed && <p className="small">{t('reviews.draw.seed')} <code className="review-hash">{proof.seed}</code></p>}
          </div>
        </li>
      </ol>
    </Panel>
  );
}

function Word({ draw }: { draw: string }) {
  const { t } = useTranslation();
  const toast = useToast();
  const refused = useRefused();
  const [word, setWord] = useState('');
  const [missing, setMissing] = useState(false);
  const write = useReveal(draw, { done: () => toast(t('reviews.draw.revealed')), refused: (error) => refused(error, t('reviews.draw.witnessed')) });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(word.trim() === '');
    if (word.trim() === '') return document.getElementById('draw-word')?.focus();
    write.mutate({ word: word.trim() });
  };
  return (
    <form className="draw-word" onSubmit={send} noValidate>
      <Labelled id="draw-word" label={t('reviews.draw.word')} required help={t('reviews.draw.wordHelp')} problem={missing ? t('form.problem.required') : undefined}>
        {(props) => <input {...props} className="input" maxLength={200} autoComplete="off" value={word} onChange={(event) => setWord(event.target.value)} />}
      </Labelled>
      <div className="row"><Button type="submit" tone="primary" disabled={write.isPending}>{t('reviews.draw.reveal')}</Button><span className="quiet small">{t('reviews.draw.afterReveal')}</span></div>
    </form>
  );
}
