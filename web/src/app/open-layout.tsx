import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../features/session/session.ts';
import { Brand } from './brand.tsx';
import { LangSwitch } from './lang-switch.tsx';
import { MainLandmark, SkipLink } from './main-landmark.tsx';
import './shell.css';

/** Frame of the pages that need no sign-in. */
export function OpenLayout({ children }: { children?: React.ReactNode }) {
  const { t } = useTranslation();
  const signedIn = useSignedIn();
  return (
    <div className="open">
      <SkipLink />
      <header className="open-head">
        <Brand />
        <nav aria-label={t('app.openNavigation')} className="open-nav">
          <Link to="/public" className="open-link" activeOptions={{ exact: true, includeSearch: false }}>{t('nav.publications')}</Link>
          <Link to="/public/objection" className="open-link">{t('nav.objection')}</Link>
          <Link to="/" className="open-link" activeOptions={{ exact: true }}>{signedIn ? t('nav.home') : t('app.signIn')}</Link>
        </nav>
        <LangSwitch />
      </header>
      <MainLandmark>{children ?? <Outlet />}</MainLandmark>
    </div>
  );
}
