/** 公示: one publication as anybody reads it, how to object to it, and the draws of its case to verify. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectionReceipt, PublicationView } from '../../../../../contracts/notices.ts';
import { formatDay, formatInstantDay } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { isStatus } from '../../../lib/problem.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Banner, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { NoticePeriod, PublicationFacts } from '../../publications/components/publication.tsx';
import { beginSignIn } from '../../session/oidc.ts';
import { useSignedIn } from '../../session/session.ts';
import { publicationQuery } from '../api/objections.ts';
import { ObjectionForm, UnregisteredObjectionForm } from './objection-form.tsx';
import { Receipt } from './receipt.tsx';
import './objections.css';

const route = getRouteApi('/open/public/$publication');

export function PublicNoticePage() {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  const { publication: id } = route.useParams();
  const query = useQuery(publicationQuery(id));
  if (query.isPending) return <div className="panel"><Skeleton lines={6} /></div>;
  const back = <Link to="/public" className={buttonClass()}>{t('publications.back')}</Link>;
  if (query.data === undefined) {
    return isStatus(query.error, 404) || isStatus(query.error, 400)
      ? <><PageHead title={t('publications.title')} aside={back} /><p>{t('publications.notFound')}</p></>
      : <LoadFault error={query.error} retry={() => void query.refetch()} />;
  }
  const { data } = query;
  return (
    <>
      <PageHead title={text(data.title)} intro={`${text(data.agencyName)} · ${t('publications.published', { at: formatInstantDay(data.publishedAt, lang) })}`} aside={back} />
      <div className="stack">
        {data.ended !== null ? <Ended ended={data.ended} /> : <Panel title={t('publications.content')} aside={<NoticePeriod period={data.period} />}><PublicationFacts facts={data.facts} /></Panel>}
        {data.draws.length > 0 && <Draws draws={data.draws} />}
        {data.period !== null && <Objecting notice={data} />}
      </div>
    </>
  );
}

function Ended({ ended: { kind, on, why } }: { ended: NonNullable<PublicationView['ended']> }) {
  const { t } = useTranslation();
  const lang = useLang();
  return <Banner tone="info" title={t(`publications.ended.${kind}`, { day: formatDay(on, lang) })}>{why !== null && why !== '' && <>{t('publications.ended.why')}<span lang="zh-CN">{why}</span></>}</Banner>;
}

function Draws({ draws }: Pick<PublicationView, 'draws'>) {
  const { t } = useTranslation();
  return (
    <Panel title={t('publications.draws')}>
      <div className="stack">
        <p className="quiet">{t('publications.drawsText')}</p>
        <ul className="draw-links">
          {draws.map(({ id, subject, revealedAt }) => (
            <li key={id}><Link to="/public/draws/$draw" params={{ draw: id }}><span lang="zh-CN">{subject}</span></Link><Badge tone={revealedAt === null ? 'warn' : 'neutral'}>{t(revealedAt === null ? 'reviews.ofCase.unrevealed' : 'reviews.ofCase.revealed')}</Badge></li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}

function Objecting({ notice }: { notice: PublicationView }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  const signedIn = useSignedIn();
  const [receipt, setReceipt] = useState<ObjectionReceipt | null>(null);
  const { period } = notice;
  if (receipt !== null) return <Panel title={t('objections.new')}><Receipt receipt={receipt} title={text(notice.title)} /></Panel>;
  if (period === null) return null;
  return (
    <Panel title={t('objections.new')} id="object">
      {!period.open ? <p>{t('objections.over', { day: formatDay(period.lastDay, lang) })} <Link to="/public/objection">{t('objections.lookup.title')}</Link></p>
        : signedIn ? <ObjectionForm publication={notice.id} />
        : (
          <div className="stack">
            <p>{t('objections.signInHint')} <Button small onClick={() => void beginSignIn(`${location.pathname}#object`)}>{t('welcome.signIn')}</Button></p>
            <UnregisteredObjectionForm publication={notice.id} onFiled={setReceipt} />
          </div>
        )}
    </Panel>
  );
}
