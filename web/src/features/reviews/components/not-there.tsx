import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../../ui/button.tsx';
import { PageHead } from '../../../ui/page.tsx';

/** What is not the viewer's to see is not there. */
export function NotThere({ title }: { title: string }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={title} />
      <p>{t('reviews.notFound')}</p>
      <p className="review-back"><Link to="/reviews" className={buttonClass()}>{t('reviews.back')}</Link></p>
    </>
  );
}
