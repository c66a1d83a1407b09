/** 评分进度: who has handed in how much, who is recused from whom; and closing. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelView } from '../../../../../contracts/panels.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { useLang } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Labelled } from '../../../ui/form/labelled.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { offerOf, useWhyNot } from '../../case-file/components/why-not.tsx';
import { useClose, useRecuse } from '../api/reviews.ts';
import { ReasonDialog } from './invitations.tsx';

type Member = PanelView['members'][number];

export function PanelProgress({ panel }: { panel: PanelView }) {
  const { t } = useTranslation();
  const lang = useLang();
  const whyNot = useWhyNot();
  const [recusing, setRecusing] = useState<Member | null>(null);
  const { members, applicants, recusals, closedAt } = panel;
  const names = new Map(applicants.map((a) => [a.id, a.name]));
  const asked = (m: Member): number => applicants.length - m.recusedFrom.length;
  const missing = members.reduce((sum, m) => sum + asked(m) - m.handedIn, 0);
  const close = offerOf(panel.offers, 'close');
  const recuses = offerOf(panel.offers, 'recuse')?.allowed === true;
  return (
    <Panel title={t('reviews.panel.progress')} flush aside={close?.allowed === true && <CloseButton panel={panel.id} missing={missing} />}>
      {closedAt === null && <p className="panel-body quiet">{t('reviews.panel.hidden')} {close?.allowed === false && whyNot(close)}</p>}
      <TableBox>
        <table className="table">
          <caption className="visually-hidden">{t('reviews.panel.progress')}</caption>
          <thead><tr><th scope="col">{t('reviews.panel.member')}</th><th scope="col">{t('reviews.panel.handedIn')}</th><th scope="col">{t('reviews.panel.recusedFrom')}</th>{recuses && <th scope="col">{t('worklist.action')}</th>}</tr></thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.id}>
                <td><strong lang="zh-CN">{member.name}</strong> {!member.account && <Badge tone="warn" title={t('reviews.draw.noAccountHint')}>{t('reviews.draw.noAccount')}</Badge>}</td>
                <td><Badge tone={member.handedIn >= asked(member) ? 'ok' : 'warn'}>{member.handedIn}/{asked(member)}</Badge></td>
                <td lang="zh-CN">{member.recusedFrom.length === 0 ? <span className="quiet">{t('reviews.panel.none')}</span> : member.recusedFrom.map((id) => names.get(id) ?? id).join('、')}</td>
                {recuses && <td><Button small aria-label={t('reviews.panel.recuseNamed', { name: member.name })} onClick={() => setRecusing(member)}>{t('reviews.panel.recuse')}</Button></td>}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {recusals.length > 0 && (
        <div className="panel-body">
          <h3>{t('reviews.panel.recusals')}</h3>
          <ul>{recusals.map((r) => <li key={`${r.member} ${r.applicant}`}><span lang="zh-CN">{t('reviews.panel.recusalOf', { member: members.find((m) => m.id === r.member)?.name ?? r.member, applicant: names.get(r.applicant) ?? r.applicant })}：{r.reason}</span> <span className="sub">{r.by} · {formatInstant(r.at, lang)}</span></li>)}</ul>
        </div>
      )}
      {recusing !== null && <Recuse panel={panel} member={recusing} onClose={() => setRecusing(null)} />}
    </Panel>
  );
}

function CloseButton({ panel, missing }: { panel: string; missing: number }) {
  const { t } = useTranslation();
  const toast = useToast();
  const refused = useRefused();
  const [asking, ask] = useState(false);
  const write = useClose(panel, {
    done: () => {
      ask(false);
      toast(t('reviews.panel.closedNow'));
    },
    refused: (error) => {
      ask(false);
      refused(error, t('reviews.panel.closePanel'));
    },
  });
  return (
    <>
      <Button small tone="primary" onClick={() => ask(true)}>{t('reviews.panel.closePanel')}</Button>
      {asking && (
        <Dialog title={t('reviews.panel.closeTitle')} onClose={() => ask(false)}>
          <p><strong>{missing > 0 ? t('reviews.panel.missing', { count: missing }) : t('reviews.panel.complete')}</strong></p>
          <p>{t('reviews.panel.closeText')}</p>
          <div className="dialog-actions">
            <Button onClick={() => ask(false)}>{t('common.cancel')}</Button>
            <Button tone={missing > 0 ? 'negative' : 'primary'} disabled={write.isPending} onClick={() => write.mutate({})}>{t('reviews.panel.closePanel')}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function Recuse({ panel, member, onClose }: { panel: PanelView; member: Member; onClose: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const refused = useRefused();
  const open = panel.applicants.filter((a) => !member.recusedFrom.includes(a.id));
  const [applicant, setApplicant] = useState(open[0]?.id ?? '');
  const write = useRecuse(panel.id, {
    done: () => {
      onClose();
      toast(t('reviews.panel.recused'));
    },
    refused: (error) => {
      onClose();
      refused(error, t('reviews.panel.recuse'));
    },
  });
  return (
    <ReasonDialog title={t('reviews.panel.recuseTitle', { name: member.name })} help={t('reviews.panel.recuseHelp')} busy={write.isPending} onClose={onClose} onSend={(reason) => write.mutate({ applicant, member: member.id, reason })}>
      <Labelled label={t('reviews.panel.applicant')} required>
        {(props) => <select {...props} className="input" value={applicant} onChange={(event) => setApplicant(event.target.value)}>{open.map((a) => <option key={a.id} value={a.id}>{a.name}</option>)}</select>}
      </Labelled>
    </ReasonDialog>
  );
}
