/** 异议: one publication with its objections. Anybody objects under their own name; the agency that published decides. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Objection } from '../../../../../contracts/notices.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Labelled } from '../../../ui/form/labelled.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Empty, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { NoticePeriod, PublicationFacts } from '../../publications/components/publication.tsx';
import { objectionsQuery, publicationQuery, useHandle } from '../api/objections.ts';
import { ObjectionForm } from './objection-form.tsx';

const route = getRouteApi('/console/objections/$publication');

export function ObjectionsPage() {
  const { t } = useTranslation();
  const text = useText();
  const { publication: id } = route.useParams();
  const publication = useQuery(publicationQuery(id));
  const list = useQuery(objectionsQuery(id));
  if (publication.isPending) return <div className="panel"><Skeleton lines={6} /></div>;
  if (publication.data === undefined) return <LoadFault error={publication.error} retry={() => void publication.refetch()} />;
  const { data } = publication;
  return (
    <>
      <PageHead title={text(data.title)} intro={text(data.agencyName)} />
      <div className="stack">
        <Panel title={t('publications.content')} aside={<NoticePeriod period={data.period} />}><PublicationFacts facts={data.facts} /></Panel>
        <Panel title={list.data?.handles === false ? t('objections.ownTitle') : t('objections.title')} flush>
          {list.isPending ? <Skeleton lines={3} />
            : list.data === undefined ? <div className="panel-body"><LoadFault error={list.error} retry={() => void list.refetch()} /></div>
            : list.data.items.length === 0 ? <Empty>{list.data.handles ? t('objections.none') : t('objections.noneOwn')}</Empty>
            : <ul className="cards">{list.data.items.map((one) => <Item key={one.id} one={one} handles={list.data.handles} />)}</ul>}
        </Panel>
        {data.period?.open === true && list.data?.handles === false && <Panel title={t('objections.new')}><ObjectionForm publication={id} /></Panel>}
      </div>
    </>
  );
}

const tone = { open: 'warn', upheld: 'danger', rejected: 'neutral', refused: 'neutral' } as const;

function Item({ one, handles }: { one: Objection; handles: boolean }) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <li className="card">
      <div className="card-head">
        <div className="row"><strong lang="zh-CN">{one.name}{one.contact === null ? '' : ` · ${one.contact}`}</strong>{!one.registered && <Badge tone="warn">{t('objections.unverified')}</Badge>}</div>
        <Badge tone={tone[one.status]}>{t(`objections.${one.status}`)}</Badge>
      </div>
      <div className="sub">{one.number} · <time dateTime={one.filedAt}>{formatInstant(one.filedAt, lang)}</time></div>
      <p className="pre-line" lang="zh-CN">{one.grounds}</p>
      {one.reply !== null && <p className="quiet pre-line">{t('objections.replyOf', { name: one.handledBy ?? '', at: one.handledAt === null ? '' : formatInstant(one.handledAt, lang) })}<span lang="zh-CN">{one.reply}</span></p>}
      {handles && one.status === 'open' && !one.mine && <Handle one={one} />}
    </li>
  );
}

function Handle({ one }: { one: Objection }) {
  const { t } = useTranslation();
  const toast = useToast();
  const refused = useRefused();
  const write = useHandle(one.id, { done: () => toast(t('objections.handled')), refused: (error) => refused(error, t('objections.title')) });
  const [reply, setReply] = useState('');
  const [missing, setMissing] = useState(false);
  const decide = (decision: 'upheld' | 'rejected' | 'refused'): void => {
    setMissing(reply.trim() === '');
    if (reply.trim() === '') return document.getElementById(`reply-${one.id}`)?.focus();
    write.mutate({ decision, reply: reply.trim() });
  };
  return (
    <div className="stack">
      <Labelled id={`reply-${one.id}`} label={t('objections.reply')} required help={t('objections.replyHelp')} problem={missing ? t('form.problem.required') : undefined}>
        {(props) => <textarea {...props} className="input" rows={3} maxLength={5_000} value={reply} onChange={(event) => setReply(event.target.value)} />}
      </Labelled>
      <div className="dialog-actions">
        <Button disabled={write.isPending} onClick={() => decide('refused')}>{t('objections.refused')}</Button>
        <Button tone="negative" disabled={write.isPending} onClick={() => decide('upheld')}>{t('objections.upheld')}</Button>
        <Button tone="primary" disabled={write.isPending} onClick={() => decide('rejected')}>{t('objections.rejected')}</Button>
      </div>
    </div>
  );
}
