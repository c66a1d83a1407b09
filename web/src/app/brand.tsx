import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function Brand() {
  const { t } = useTranslation();
  return (
    <Link to="/" className="brand" aria-label={t('app.name')}>
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
        <path d="M8 15.5l5.2 5.2L24.5 9.4" fill="none" stroke="currentColor" strokeWidth="3.2" strokeLinecap="round" strokeLinejoin="round" />
        <path className="brand-line" d="M8 25h16" fill="none" strokeWidth="2.2" strokeLinecap="round" />
      </svg>
      <span className="brand-name">{t('app.name')}</span>
    </Link>
  );
}
