import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../contracts/people.ts';
import { unreadQuery } from '../features/notices/api/notices.ts';
import { hasReviews, reviewsQuery, waitingReviews } from '../features/reviews/api/reviews.ts';
import { leaveSession } from '../features/session/session.ts';
import { useKeys } from '../lib/list-keys.ts';
import { useText } from '../lib/lang.ts';
import { Icon } from '../ui/icon.tsx';
import { PageNote, PageNoteProvider } from '../ui/page-note.tsx';
import { Skeleton } from '../ui/states.tsx';
import { AppNav } from './app-nav.tsx';
import { Brand } from './brand.tsx';
import { LangSwitch } from './lang-switch.tsx';
import { MainLandmark, SkipLink } from './main-landmark.tsx';
import { navOf } from './nav.ts';
import { OfflineBanner } from './offline-banner.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import './shell.css';

/** The same frame before it is known whose it is: nobody who is signed in sees the menu of those who are not. */
export function ShellToCome() {
  return (
    <div className="app">
      <header className="app-side"><Brand /><div className="app-nav" /></header>
      <div className="app-body"><MainLandmark><Skeleton /></MainLandmark></div>
    </div>
  );
}

/** Frame of the console: navigation at the side, at the bottom on a phone. */
export function Shell({ me }: { me: Me }) {
  const [keysShown, showKeys] = useState(false);
  const unread = useQuery(unreadQuery).data ?? 0;
  // Nobody judges for an enterprise.
  const reviews = useQuery({ ...reviewsQuery, enabled: me.kind !== 'enterprise' }).data;
  const counts = { '/notices': { count: unread, words: 'unread' }, '/reviews': { count: reviews ? waitingReviews(reviews) : 0, words: 'waiting' } } as const;
  useKeys(useCallback((key) => {
    if (key !== '?') return false;
    showKeys(true);
    return true;
  }, []));
  return (
    <PageNoteProvider><div className="app">
      <SkipLink />
      <header className="app-side">
        <Brand />
        <AppNav items={navOf(me, reviews !== undefined && hasReviews(reviews))} counts={counts} />
        <Account me={me} onKeys={() => showKeys(true)} />
      </header>
      <div className="app-body">
        <OfflineBanner />
        <PageNote />
        <MainLandmark><Outlet /></MainLandmark>
      </div>
      {keysShown && <ShortcutsDialog onClose={() => showKeys(false)} />}
    </div></PageNoteProvider>
  );
}

function Account({ me, onKeys }: { me: Me; onKeys: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  const capacities = [...me.posts.map((post) => `${text(post.agencyName)} ${text(post.roleName)}`), ...(me.enterprise ? [me.enterprise.name] : [])];
  return (
    <div className="account">
      <div className="account-who">
        <span className="visually-hidden">{t('app.account')}</span>
        <strong>{me.name}</strong>
        <span className="account-post">{capacities.map((one) => <span key={one}>{one}</span>)}</span>
      </div>
      <div className="account-buttons">
        <LangSwitch />
        <button type="button" className="chrome-button chrome-keys" onClick={onKeys} aria-label={t('app.shortcuts')} title={t('app.shortcuts')}><Icon name="keyboard" /></button>
        <button type="button" className="chrome-button" onClick={() => void leaveSession()} aria-label={t('app.signOut')} title={t('app.signOut')}><Icon name="out" /></button>
      </div>
    </div>
  );
}
