/** 公布结果 of one publication, while it runs and afterwards. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../ui/page.tsx';
import { calendarsQuery } from '../api/calendars.ts';
import { Report } from './report.tsx';

export function PublicationPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/console/calendars/publications/$id' });
  const one = useQuery(calendarsQuery).data?.items.find((item) => item.id === id);
  return (
    <>
      <PageHead title={t('calendars.result')} intro={one && <span lang="zh-CN">{one.citation}</span>} aside={<Link to="/calendars">{t('calendars.back')}</Link>} />
      <Report id={id} />
    </>
  );
}
