import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { usePageTitle } from '../../../ui/page.tsx';
import { Banner, Skeleton } from '../../../ui/states.tsx';
import { beginSignIn } from '../oidc.ts';
import { hasExpired, markSilentTried, maySignInSilently } from '../tokens.ts';
import './session.css';

const audiences: readonly { key: 'officers' | 'enterprises' | 'supervisors'; icon: IconName }[] = [
  { key: 'officers', icon: 'worklist' }, { key: 'enterprises', icon: 'start' }, { key: 'supervisors', icon: 'shield' },
];

export function WelcomePage({ returnTo }: { returnTo: string }) {
  const { t } = useTranslation();
  usePageTitle(t('app.tagline'));
  const [silent] = useState(maySignInSilently);
  const [opening, setOpening] = useState(silent);
  const [failure, setFailure] = useState<unknown>(null);

  const signIn = useCallback((options: { silent: boolean }): void => {
    setOpening(true);
    setFailure(null);
    beginSignIn(returnTo, options).catch((error: unknown) => {
      setOpening(false);
      setFailure(error);
    });
  }, [returnTo]);
  useEffect(() => {
    if (!silent) return;
    markSilentTried();
    signIn({ silent: true });
  }, [silent, signIn]);

  if (silent && opening) return <Skeleton />;
  return (
    <div className="welcome">
      {failure !== null && <Banner tone="danger" role="alert" title={t('welcome.failed')}>{t('welcome.failedText', { reason: failure instanceof Error ? failure.message : '' })}</Banner>}
      {hasExpired() && failure === null && <Banner tone="info" title={t('welcome.expired')} />}
      <section className="welcome-lead">
        <h1>{t('welcome.title')}</h1>
        <p>{t('welcome.intro')}</p>
        <div className="row">
          <Button tone="primary" onClick={() => signIn({ silent: false })} disabled={opening}>{opening ? t('welcome.opening') : t('welcome.signIn')}</Button>
          <Link to="/public" className={buttonClass()}>{t('welcome.publications')}</Link>
        </div>
        {returnTo !== '/' && <p className="quiet small">{t('welcome.returnHint')}</p>}
      </section>
      <ul className="welcome-audiences">
        {audiences.map(({ key, icon }) => (
          <li key={key}><Icon name={icon} size={22} /><h2>{t(`welcome.${key}`)}</h2><p className="quiet">{t(`welcome.${key}Text`)}</p></li>
        ))}
      </ul>
    </div>
  );
}
