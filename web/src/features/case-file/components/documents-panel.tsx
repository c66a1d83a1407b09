/** 文书: what the case has issued, as far as the viewer may read it, with its service. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../../../contracts/cases.ts';
import type { DocumentList, DocumentView, ReceivedDocument } from '../../../../../contracts/documents.ts';
import { formatDay } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { useWrite } from '../../../lib/write.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { WriteNote } from '../../../ui/write-note.tsx';
import { documentsQuery, filesQuery } from '../api/documents.ts';
import { CommandDialog, several } from './command-dialog.tsx';
import { DownloadButton } from './download-button.tsx';
import './documents-panel.css';

interface Serving { readonly document: DocumentView; readonly to: number }

export function DocumentsPanel({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const query = useQuery(documentsQuery(view.id, view.seq));
  const [serving, setServing] = useState<Serving | null>(null);
  const list = query.data;
  // A case whose process issues no documents needs no panel.
  if (list === undefined || (list.items.length === 0 && list.received.length === 0 && !list.electronic.offered)) return null;
  return (
    <Panel title={t('documents.title')} flush aside={<span className="quiet small">{list.items.length}</span>}>
      {list.electronic.offered && <Electronic caseId={view.id} electronic={list.electronic} />}
      {list.items.length === 0 && list.received.length === 0 ? <p className="quiet panel-body">{t('documents.none')}</p> : (
        <ul className="papers">{list.items.map((d) => <Paper key={d.document} caseId={view.id} document={d} onServe={(to) => setServing({ document: d, to })} />)}</ul>
      )}
      {list.received.length > 0 && <Received documents={list.received} />}
      {serving !== null && <ServeDialog view={view} {...serving} onClose={() => setServing(null)} />}
    </Panel>
  );
}

function Paper({ caseId, document, onServe }: { caseId: string; document: DocumentView; onServe: (to: number) => void }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  const client = useQueryClient();
  const { title, number, issuer, on, status, seal, addressees, files } = document;
  const changed = (): void => void client.invalidateQueries({ queryKey: ['case', caseId] });
  return (
    <li className="paper">
      <div className="paper-head">
        <div>
          <strong>{text(title)}</strong> {number !== null && <span lang="zh-CN">{number}</span>}{' '}
          {status !== 'issued' && <Badge tone={status === 'void' ? 'warn' : 'neutral'}>{t(`documents.${status}`)}</Badge>} {document.internal && <Badge>{t('documents.internal')}</Badge>}
          <div className="sub"><span lang="zh-CN">{issuer}</span> · {formatDay(on, lang)}{seal !== null && <> · <span>{t('documents.seal', { series: seal.series, no: seal.no })}</span></>}</div>
        </div>
        <div className="claim-buttons">
          {files.map(({ format }) => (
            <DownloadButton key={format} path={`/cases/${caseId}/documents/${document.document}/file?format=${format}`} text={format.toUpperCase()} label={t('documents.download', { title: text(title) })} done={changed} />
          ))}
        </div>
      </div>
      {(document.toServe || addressees.some((a) => a.service !== null)) && (
        <ul className="paper-to">
          {addressees.map((a) => (
            <li key={a.to} className="paper-head">
              <span>{a.mine ? t('documents.mine') : <span lang="zh-CN">{a.name}</span>} · <Served service={a.service} /></span>
              {a.service === null && document.servable && <Button small tone="quiet" aria-label={t('documents.serveNamed', { title: `${text(title)} ${a.name}` })} onClick={() => onServe(a.to)}>{t('documents.serve')}</Button>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** 收到的文书: what other agencies have handed over, in cases that are not for the viewer to see. */
function Received({ documents }: { documents: readonly ReceivedDocument[] }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  return (
    <>
      <h3 className="panel-body small">{t('documents.received')}</h3>
      <ul className="papers">
        {documents.map(({ caseId, document, title, number, issuer, on, files }) => (
          <li key={`${caseId} ${document}`} className="paper">
            <div className="paper-head">
              <div>
                <strong>{text(title)}</strong> {number !== null && <span lang="zh-CN">{number}</span>}
                <div className="sub"><span lang="zh-CN">{issuer}</span> · {formatDay(on, lang)}</div>
              </div>
              <div className="claim-buttons">
                {files.map(({ format }) => <DownloadButton key={format} path={`/cases/${caseId}/documents/${document}/file?format=${format}`} text={format.toUpperCase()} label={t('documents.download', { title: text(title) })} />)}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Served({ service }: { service: DocumentView['addressees'][number]['service'] }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  if (service === null) return <Badge tone="warn">{t('documents.unserved')}</Badge>;
  return (
    <span className="quiet">
      {t('documents.served', { day: formatDay(service.on, lang), way: text(service.wayName) })}{service.announcedOn !== null && t('documents.announced', { day: formatDay(service.announcedOn, lang) })}
      {service.receivedBy !== null && <> · <span lang="zh-CN">{t('documents.receivedBy', { name: service.receivedBy })}</span></>}
    </span>
  );
}

function ServeDialog({ view, document, to, onClose }: Serving & { view: CaseView; onClose: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  const files = useQuery(filesQuery(view.id, view.seq)).data?.items ?? [];
  const ways = ['direct', 'left', 'entrusted', 'mail', ...(document.addressees.find((a) => a.to === to)?.electronic ? ['electronic' as const] : []), 'announcement'] as const;
  return (
    <CommandDialog
      onClose={onClose}
      command={{
        path: `/cases/${view.id}/documents/${document.document}/serve`, title: t('documents.serve'), help: `《${text(document.title)}》 ${t('documents.serveHelp')}`, done: t('documents.done'),
        asks: [
          { kind: 'one', name: 'way', label: t('documents.way'), required: true, none: '', options: ways.map((way) => ({ value: way, name: t(`documents.ways.${way}`) })) },
          { kind: 'day', name: 'on', label: t('documents.day'), required: true }, { kind: 'line', name: 'receivedBy', label: t('documents.recipient'), required: false },
          ...(files.length > 0 ? [{ kind: 'several', name: 'proof', label: t('documents.proof'), required: false, options: files.map((f) => ({ value: String(f.file), name: f.name })) } as const] : []),
          { kind: 'text', name: 'note', label: t('documents.note'), required: false },
        ],
        bodyOf: ({ way, on, receivedBy, note, proof }) => ({ to, way, on, proof: several(proof).map(Number), ...(receivedBy ? { receivedBy } : {}), ...(note ? { note } : {}) }),
      }}
    />
  );
}

/** 电子送达确认. */
function Electronic({ caseId, electronic: { agreed } }: { caseId: string; electronic: DocumentList['electronic'] }) {
  const { t } = useTranslation();
  const toast = useToast();
  const refused = useRefused();
  const write = useWrite<{ readonly agreed: boolean }>(`/cases/${caseId}/actions/agree-service`, { done: () => toast(t('documents.agreedDone')), refused: (error) => refused(error, t('documents.agree')) });
  return (
    <div className="panel-body stack">
      <div className="paper-head">
        <span className="quiet">{agreed ? t('documents.agreed') : t('documents.offer')}</span>
        <Button small tone={agreed ? 'quiet' : 'plain'} disabled={write.phase !== 'idle'} onClick={() => write.send({ agreed: !agreed })}>{agreed ? t('documents.withdraw') : t('documents.agree')}</Button>
      </div>
      <WriteNote write={write} />
    </div>
  );
}
