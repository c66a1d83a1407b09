/** A write that is on its way, or of which nothing is known, beside the button that sent it. */
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../lib/problem.ts';
import type { Write } from '../lib/write.ts';
import { Button } from './button.tsx';
import { Banner, useErrorWords } from './states.tsx';

export function WriteNote<B>({ write }: { write: Write<B> }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  if (write.phase === 'recording') return <Banner tone="info" role="status" title={t('write.accepted')}>{t('write.acceptedHint')}</Banner>;
  if (write.phase === 'sending' || write.error === null || write.error === undefined) return null;
  const { error } = write;
  const { title, reference } = words(error);
  return (
    <Banner tone="warn" role="alert" title={error instanceof ApiProblem ? title : t('write.unreachable')} action={<Button small onClick={write.again}>{t('write.retrySame')}</Button>}>
      {t('write.unreachableHint')}{reference !== null && <> · {t('write.reference', { id: reference })}</>}
    </Banner>
  );
}
