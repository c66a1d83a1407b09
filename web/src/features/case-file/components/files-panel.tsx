/** 附件和证据清单. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../../../contracts/cases.ts';
import { uploadReceiptSchema, type EvidenceView } from '../../../../../contracts/documents.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { request, withQuery } from '../../../lib/http.ts';
import { useLang } from '../../../lib/lang.ts';
import { Button } from '../../../ui/button.tsx';
import { Labelled } from '../../../ui/form/labelled.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { evidenceQuery, filesQuery } from '../api/documents.ts';
import { useMe } from '../../session/api/me.ts';
import { CommandDialog, several } from './command-dialog.tsx';
import { DownloadButton } from './download-button.tsx';
import './documents-panel.css';

/** Who handles the case or oversees it; a party has no part in the list of evidence. */
const isOffice = (view: CaseView): boolean => view.posts.length > 0;

export function FilesPanel({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const lang = useLang();
  const items = useQuery(filesQuery(view.id, view.seq)).data?.items;
  if (items === undefined || (items.length === 0 && view.status === 'closed')) return null;
  return (
    <Panel title={t('files.title')} flush aside={<span className="quiet small">{items.length}</span>}>
      {view.status !== 'closed' && <Upload view={view} />}
      <ul className="papers">
        {items.map((f) => (
          <li key={f.file} className="paper paper-head">
            <div><span lang="zh-CN">{f.name}</span><div className="sub">{t(`files.purposes.${f.purpose}`)} · <span lang="zh-CN">{t('files.by', { name: f.by, at: formatInstant(f.at, lang) })}</span> · <code title={f.sha256}>{f.sha256.slice(0, 12)}…</code></div></div>
            <DownloadButton path={`/cases/${view.id}/files/${f.file}/content`} text={`${Math.max(1, Math.round(f.size / 1024))} KB`} label={t('files.download', { name: f.name })} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Upload({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const me = useMe();
  const client = useQueryClient();
  const toast = useToast();
  const refused = useRefused();
  const input = useRef<HTMLInputElement>(null);
  const purposes = isOffice(view) ? (['evidence', 'proof', 'application'] as const) : (['application', 'evidence'] as const);
  const [purpose, setPurpose] = useState<string>(purposes[0]);
  const [busy, setBusy] = useState(false);
  const send = (file: File): void => {
    setBusy(true);
    const path = withQuery(`/cases/${view.id}/files`, { name: file.name, purpose });
    request(path, uploadReceiptSchema, { method: 'POST', file, idempotencyKey: `${me.id}-${crypto.randomUUID()}` })
      .then(() => { toast(t('files.uploaded')); return client.invalidateQueries({ queryKey: ['case', view.id] }); }, (error: unknown) => refused(error, t('files.title')))
      .finally(() => setBusy(false));
  };
  return (
    <div className="panel-body stack">
      <div className="upload">
        <Labelled label={t('files.purpose')}>
          {(props) => <select {...props} className="input" value={purpose} onChange={(event) => setPurpose(event.target.value)}>{purposes.map((p) => <option key={p} value={p}>{t(`files.purposes.${p}`)}</option>)}</select>}
        </Labelled>
        <input
          ref={input} type="file" hidden
          onChange={(event) => { const [file] = event.target.files ?? []; if (file) send(file); event.target.value = ''; }}
        />
        <Button small disabled={busy} onClick={() => input.current?.click()}>{busy ? t('files.uploading') : t('files.choose')}</Button>
      </div>
      <p className="sub">{t('files.help')}</p>
    </div>
  );
}

export function EvidencePanel({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const office = isOffice(view);
  const items = useQuery({ ...evidenceQuery(view.id, view.seq), enabled: office }).data?.items;
  const files = useQuery({ ...filesQuery(view.id, view.seq), enabled: office }).data?.items ?? [];
  const [act, setAct] = useState<'list' | EvidenceView | null>(null);
  const me = useMe();
  const open = view.status !== 'closed' && me.posts.some((p) => p.agency === view.agency);
  if (!office || items === undefined || (items.length === 0 && !open)) return null;
  const close = (): void => setAct(null);
  return (
    <Panel
      title={t('evidence.title')} flush
      aside={(
        <span className="claim-buttons">
          {items.length > 0 && <DownloadButton path={`/cases/${view.id}/evidence/manifest?format=pdf`} text={t('evidence.print')} />}
          {open && <Button small tone="quiet" onClick={() => setAct('list')}>{t('evidence.list')}</Button>}
        </span>
      )}
    >
      {items.length === 0 ? <p className="quiet panel-body">{t('evidence.none')}</p> : (
        <ol className="papers">{items.map((item) => <Item key={item.item} item={item} onStrike={open ? () => setAct(item) : null} />)}</ol>
      )}
      {act === 'list' && (
        <CommandDialog
          onClose={close}
          command={{
            path: `/cases/${view.id}/evidence`, title: t('evidence.list'), help: t('evidence.listHelp'), done: t('evidence.listed'),
            asks: [
              { kind: 'line', name: 'name', label: t('evidence.name'), required: true }, { kind: 'line', name: 'quantity', label: t('evidence.quantity'), required: true }, { kind: 'line', name: 'source', label: t('evidence.source'), required: true },
              { kind: 'line', name: 'place', label: t('evidence.place'), required: false }, { kind: 'day', name: 'obtainedOn', label: t('evidence.obtainedOn'), required: false },
              ...(files.length > 0 ? [{ kind: 'several', name: 'files', label: t('evidence.files'), required: false, options: files.map((f) => ({ value: String(f.file), name: f.name })) } as const] : []),
              { kind: 'text', name: 'note', label: t('evidence.note'), required: false },
            ],
            bodyOf: ({ files: chosen, ...v }) => ({ ...v, files: several(chosen).map(Number) }),
          }}
        />
      )}
      {act !== null && act !== 'list' && (
        <CommandDialog
          onClose={close}
          command={{
            path: `/cases/${view.id}/evidence/${act.item}/strike`, title: t('evidence.strike'), help: `${act.name}${t('common.stop')} ${t('evidence.strikeHelp')}`, done: t('evidence.struck'), negative: true,
            asks: [{ kind: 'text', name: 'reason', label: t('action.reason'), required: true }], bodyOf: (v) => v,
          }}
        />
      )}
    </Panel>
  );
}

function Item({ item, onStrike }: { item: EvidenceView; onStrike: (() => void) | null }) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <li className="paper paper-head">
      <div>
        <span lang="zh-CN" className={item.struck === null ? undefined : 'paper-struck'}><strong>{item.name}</strong> {item.quantity}</span>
        <div className="sub"><span lang="zh-CN">{[item.source, item.place].filter(Boolean).join(' · ')}</span> · <span lang="zh-CN">{t('files.by', { name: item.by, at: formatInstant(item.at, lang) })}</span></div>
        {item.files.map((f) => <div key={f.sha256} className="sub"><span lang="zh-CN">{f.name}</span> <code className="hash">{f.sha256}</code></div>)}
        {item.struck !== null && <div className="sub">{t('evidence.struckBy', { name: item.struck.by, why: item.struck.why })}</div>}
      </div>
      {item.struck === null && onStrike !== null && <Button small tone="quiet" aria-label={t('evidence.strikeNamed', { name: item.name })} onClick={onStrike}>{t('evidence.strike')}</Button>}
    </li>
  );
}
