import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../../../contracts/cases.ts';
import type { CaseLinksView, CaseLinkView } from '../../../../../contracts/links.ts';
import { useText } from '../../../lib/lang.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { LoadFault } from '../../../ui/states.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { linksQuery } from '../api/case-file.ts';
import { CommandDialog, type Ask, type Command } from './command-dialog.tsx';
import './links-panel.css';

type Act = 'link' | 'merge' | 'split' | 'reopen' | { readonly unlink: CaseLinkView } | { readonly retry: number };
/** Links from case to case that a supervisor sees on one page. */
const chain = 4;

/** What the case has to do with others, and what its managers can do about it. */
export function LinksPanel({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const text = useText();
  const [depth, setDepth] = useState(1);
  const [open, setOpen] = useState<Act | null>(null);
  const query = useQuery(linksQuery(view.id, depth));
  if (query.isError && query.data === undefined) return <Panel title={t('links.title')}><LoadFault error={query.error} retry={() => void query.refetch()} /></Panel>;
  const links = query.data;
  if (links === undefined || (links.items.length === 0 && links.calls.length === 0 && links.actions.length === 0)) return null;
  return (
    <Panel title={t('links.title')}>
      <div className="stack">
        {links.items.length === 0 ? <p className="quiet">{t('links.none')}</p> : (
          <ul className="links">
            {links.items.map((link) => (
              <li key={`${link.from} ${link.relation} ${link.case?.id ?? link.at}`} className={`link link-${Math.min(link.depth, chain)}`}>
                <p className="sub">{text(link.relationName)}</p>
                {link.case === null ? <p className="quiet">{t('links.hidden')}</p> : (
                  <p className="link-case">
                    <Link to="/cases/$caseId" params={{ caseId: link.case.id }}>{link.case.number ?? t('cases.noNumber')}</Link> <StatusBadge status={link.case.status} />
                    <span className="sub" lang="zh-CN">{link.case.title}</span>
                  </p>
                )}
                {link.reason !== null && <p className="sub" lang="zh-CN">{link.reason}</p>}
                {link.relation === 'related' && link.depth === 1 && link.case !== null && links.actions.includes('link') && (
                  <div className="row"><Button small onClick={() => setOpen({ unlink: link })}>{t('links.unlink')}</Button></div>
                )}
              </li>
            ))}
          </ul>
        )}
        {links.truncated && <p className="sub">{t('links.truncated')}</p>}
        {links.items.some((l) => l.case !== null) && depth === 1 && <div className="row"><Button small onClick={() => setDepth(chain)}>{t('links.further')}</Button></div>}
        {links.calls.filter((call) => call.status !== 'open').map((call) => (
          <div key={call.call} className="stack">
            <p>{text(call.name)}{t('common.colon')}{call.status === 'held' ? t('links.held') : call.status === 'refused' ? t('links.refused') : t('links.opening')}</p>
            {call.why !== null && <p className="sub">{text(call.why)}</p>}
            {call.retry && <div className="row"><Button small onClick={() => setOpen({ retry: call.call })}>{t('links.retry')}</Button></div>}
          </div>
        ))}
        {links.actions.length > 0 && (
          <div className="case-actions" role="group" aria-label={t('links.actions')}>
            {links.actions.filter((action) => action !== 'split' || links.splitAt.length > 0).filter((action) => action !== 'reopen' || links.reopenAt.length > 0)
              .map((action) => <Button key={action} small onClick={() => setOpen(action)}>{t(`links.${action}`)}</Button>)}
          </div>
        )}
      </div>
      {open !== null && <LinkDialog view={view} links={links} act={open} onClose={() => setOpen(null)} />}
    </Panel>
  );
}

function LinkDialog({ view, links, act, onClose }: { view: CaseView; links: CaseLinksView; act: Act; onClose: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  const name = typeof act === 'string' ? act : 'unlink' in act ? 'unlink' : 'retry';
  const reason: Ask = { kind: 'text', name: 'reason', label: t('action.reason'), required: true };
  const another = (of: string): Ask => ({ kind: 'line', name: of, label: t('links.number'), required: true, help: t('links.numberHelp') });
  const steps = (of: string, options: CaseLinksView['splitAt'], required: boolean): Ask =>
    ({ kind: 'one', name: of, label: t('links.step'), required, none: t('links.noStep'), options: options.map((o) => ({ value: o.node, name: text(o.name) })) });
  const asks: Record<typeof name, readonly Ask[]> = {
    link: [another('case'), reason], merge: [another('into'), reason], unlink: [reason], retry: [],
    split: [steps('at', links.splitAt, false), { kind: 'several', name: 'fields', label: t('links.fields'), required: false, options: view.dossier.map((f) => ({ value: f.name, name: text(f.label) })) }, reason],
    reopen: [steps('to', links.reopenAt, true), reason, { kind: 'line', name: 'basis', label: t('action.basis'), required: true }],
  };
  const command: Command = {
    path: `/cases/${view.id}/actions/${name === 'retry' ? 'retry-call' : name}`, title: t(`links.${name}`), help: t(`links.${name}Help`), done: t(`links.${name}Done`), asks: asks[name],
    bodyOf: ({ fields, ...values }) => {
      if (typeof act !== 'string') return 'unlink' in act ? { ...values, case: act.unlink.case?.id } : { call: act.retry };
      return act === 'split' ? { ...values, fields: fields ? fields.split('\n') : [] } : values;
    },
  };
  return <CommandDialog command={command} onClose={onClose} />;
}
