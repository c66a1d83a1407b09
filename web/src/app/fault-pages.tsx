import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiProblem, Unreachable } from '../lib/problem.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { PageHead } from '../ui/page.tsx';
import { LoadFault } from '../ui/states.tsx';
import { OpenLayout } from './open-layout.tsx';
import './shell.css';

/** The error boundary of every page. */
export function PageFault({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  if (error instanceof ApiProblem || error instanceof Unreachable) return <LoadFault error={error} retry={reset} />;
  return (
    <div className="plain-page">
      <PageHead title={t('fault.title')} />
      <p>{t('fault.text')}</p>
      <div className="row"><Button tone="primary" onClick={reset}>{t('common.retry')}</Button><a className={buttonClass()} href="/">{t('fault.home')}</a></div>
    </div>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <OpenLayout>
      <div className="plain-page">
        <PageHead title={t('fault.notFound')} />
        <p>{t('fault.notFoundText')}</p>
        <div className="row"><Link className={buttonClass('primary')} to="/">{t('fault.home')}</Link><Link className={buttonClass()} to="/public">{t('nav.publications')}</Link></div>
      </div>
    </OpenLayout>
  );
}
