import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './page.css';

/** Heading of a page; also the title of the tab. */
export function PageHead({ title, aside, intro }: { title: string; aside?: ReactNode; intro?: ReactNode }) {
  usePageTitle(title);
  return (
    <header className="page-head">
      <div><h1>{title}</h1>{intro !== undefined && <p className="quiet">{intro}</p>}</div>
      {aside}
    </header>
  );
}

export function usePageTitle(title: string): void {
  const { t } = useTranslation();
  useEffect(() => { document.title = t('app.pageTitle', { page: title }); }, [t, title]);
}
