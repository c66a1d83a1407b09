import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { WorklistItem } from '../../../../../contracts/cases.ts';
import { useText } from '../../../lib/lang.ts';
import { useWrite } from '../../../lib/write.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Due } from '../../../ui/due.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { When } from '../../../ui/when.tsx';
import { WriteNote } from '../../../ui/write-note.tsx';

interface Props { readonly items: readonly WorklistItem[] }
const keyOf = (item: WorklistItem): string => `${item.caseId}/${item.task}`;

export function WorklistTable({ items }: Props) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <TableBox>
      <table className="table">
        <caption className="visually-hidden">{t('worklist.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('worklist.due')}</th><th scope="col">{t('worklist.task')}</th><th scope="col">{t('worklist.case')}</th>
            <th scope="col">{t('worklist.process')}</th><th scope="col">{t('worklist.holder')}</th><th scope="col">{t('worklist.arrived')}</th>
            <th scope="col"><span className="visually-hidden">{t('worklist.action')}</span></th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)}>
              <td><ItemDue item={item} /></td>
              <td><TaskLink item={item} /></td>
              <td className="col-main"><div lang="zh-CN">{item.case.title}</div><div className="sub">{item.case.number ?? t('cases.noNumber')}</div></td>
              <td>{text(item.case.processName)}</td>
              <td><Holder item={item} /></td>
              <td><When at={item.createdAt} /></td>
              <td className="worklist-action"><Claim item={item} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

export function WorklistCards({ items }: Props) {
  const { t } = useTranslation();
  return (
    <ul className="cards" aria-label={t('worklist.caption')}>
      {items.map((item) => (
        <li key={keyOf(item)} className="card">
          <div className="card-head"><TaskLink item={item} /><Claim item={item} /></div>
          <div><span lang="zh-CN">{item.case.title}</span><div className="sub">{item.case.number ?? t('cases.noNumber')}</div></div>
          <div className="card-foot"><ItemDue item={item} /><span className="small"><Holder item={item} /></span></div>
        </li>
      ))}
    </ul>
  );
}

const ItemDue = ({ item }: { item: WorklistItem }) =>
  <Due day={item.dueDay} light={item.light} provisional={item.case.provisional} paused={item.case.status === 'suspended'} />;

function TaskLink({ item }: { item: WorklistItem }) {
  const text = useText();
  return <Link to="/cases/$caseId" params={{ caseId: item.caseId }} className="row-link" data-entry>{text(item.name)}</Link>;
}

function Holder({ item }: { item: WorklistItem }) {
  const { t } = useTranslation();
  const text = useText();
  if (item.assignee === null) return <>{text(item.poolName)}</>;
  return <span className="row"><Badge tone="accent">{t('worklist.mineNow')}</Badge>{item.assignee.name}</span>;
}

function Claim({ item }: { item: WorklistItem }) {
  const { t } = useTranslation();
  const text = useText();
  const toast = useToast();
  const refused = useRefused();
  const task = text(item.name);
  const write = useWrite<Record<string, never>>(`/cases/${item.caseId}/tasks/${item.task}/claim`, {
    done: () => toast(t('worklist.claimed', { task })),
    refused: (error) => refused(error, t('worklist.claimNamed', { task, title: item.case.title })),
  });
  if (item.assignee !== null) return null;
  return (
    <div className="claim">
      <Button small onClick={() => write.send({})} disabled={write.phase !== 'idle'} aria-label={t('worklist.claimNamed', { task, title: item.case.title })}>
        {write.phase === 'idle' ? t('worklist.claim') : t('worklist.claiming')}
      </Button>
      <WriteNote write={write} />
    </div>
  );
}
