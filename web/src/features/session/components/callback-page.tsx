import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { usePageTitle } from '../../../ui/page.tsx';
import { Banner, Skeleton } from '../../../ui/states.tsx';
import { beginSignIn, finishSignIn, SignInFailed } from '../oidc.ts';
import { enterSession } from '../session.ts';
import { markSignedIn } from '../tokens.ts';

/** A code may be exchanged once; the effect may run more often. */
let exchange: ReturnType<typeof finishSignIn> | null = null;

export function CallbackPage() {
  const { t } = useTranslation();
  const { history } = useRouter();
  const [failure, setFailure] = useState<SignInFailed | null>(null);
  usePageTitle(t('app.signIn'));

  useEffect(() => {
    exchange ??= finishSignIn(new URL(location.href));
    exchange.then(
      ({ tokens, returnTo }) => {
        enterSession(tokens);
        history.replace(returnTo);
      },
      (error: unknown) => {
        const failed = error instanceof SignInFailed ? error : new SignInFailed('internal', '/', false, error);
        // Nobody was signed in at the provider: back to where the page explains itself.
        if (failed.silent) {
          markSignedIn(false);
          history.replace(failed.returnTo);
        } else setFailure(failed);
      },
    ).finally(() => { exchange = null; });
  }, [history]);

  if (failure === null) return <><h1 className="visually-hidden">{t('welcome.finishing')}</h1><Skeleton /></>;
  return (
    <>
      <h1 className="visually-hidden">{t('welcome.failed')}</h1>
      <Banner
        tone="danger" role="alert" title={t('welcome.failed')}
        action={<Button small onClick={() => void beginSignIn(failure.returnTo).catch(() => setFailure(new SignInFailed('unreachable', failure.returnTo, false)))}>{t('common.retry')}</Button>}
      >
        {t('welcome.failedText', { reason: failure.reason })}
      </Banner>
    </>
  );
}
