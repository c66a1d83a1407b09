import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { usePhone } from '../ui/media.ts';
import { atThumb, type NavItem } from './nav.ts';

export interface NavCounts { readonly count: number; readonly words: 'unread' | 'waiting' }
type Counts = Readonly<Partial<Record<NavItem['to'], NavCounts>>>;

/** At the side; on a phone at the bottom, where five find room and the others stand behind the last. */
export function AppNav({ items, counts }: { items: readonly NavItem[]; counts: Counts }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const [open, setOpen] = useState(false);
  const shown = phone ? atThumb(items) : items;
  const others = items.filter((item) => !shown.includes(item));
  const waiting = others.reduce((sum, item) => sum + (counts[item.to]?.count ?? 0), 0);
  return (
    <nav className="app-nav" aria-label={t('app.navigation')}>
      <ul>
        {shown.map((item) => <li key={item.to}><NavLink item={item} of={counts[item.to]} /></li>)}
        {others.length > 0 && (
          <li>
            <button type="button" className="nav-link nav-more" aria-haspopup="dialog" onClick={() => setOpen(true)}><Icon name="more" /><span>{t('nav.more')}</span><Count of={{ count: waiting, words: 'waiting' }} /></button>
          </li>
        )}
      </ul>
      {open && (
        <Dialog title={t('nav.moreTitle')} onClose={() => setOpen(false)}>
          <ul className="nav-others">{others.map((item) => <li key={item.to}><NavLink item={item} of={counts[item.to]} onGo={() => setOpen(false)} /></li>)}</ul>
        </Dialog>
      )}
    </nav>
  );
}

function NavLink({ item, of, onGo }: { item: NavItem; of: NavCounts | undefined; onGo?: () => void }) {
  const { t } = useTranslation();
  return (
    <Link to={item.to} className="nav-link" activeOptions={{ includeSearch: false }} onClick={onGo}>
      <Icon name={item.icon} />
      <span>{t(`nav.${item.label}`)}</span>
      <Count of={of} />
    </Link>
  );
}

function Count({ of }: { of: NavCounts | undefined }) {
  const { t } = useTranslation();
  if (of === undefined || of.count === 0) return null;
  const { count, words } = of;
  return <span className="nav-count"><span aria-hidden="true">{count > 99 ? '99+' : count}</span><span className="visually-hidden">{t(`nav.${words}`, { count })}</span></span>;
}
