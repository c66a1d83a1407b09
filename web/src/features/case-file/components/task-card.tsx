import { useTranslation } from 'react-i18next';
import type { CaseView, TaskView } from '../../../../../contracts/cases.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { useWrite } from '../../../lib/write.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ReadBlock } from '../../../ui/form/read-block.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { WriteNote } from '../../../ui/write-note.tsx';
import { useMe } from '../../session/api/me.ts';
import { TaskActions } from './task-actions.tsx';
import { TaskForm } from './task-form.tsx';
import { offerOf, useWhyNot } from './why-not.tsx';

/** A step that the viewer may take: who has it, its form, its outcomes. */
export function TaskCard({ view, task }: { view: CaseView; task: TaskView }) {
  const text = useText();
  const { t } = useTranslation();
  const whyNot = useWhyNot();
  const why = whyNot(offerOf(task.offers, 'complete'));
  const prepares = offerOf(task.offers, 'resolve')?.allowed === true;
  return (
    <Panel title={text(task.side?.title ?? task.name)} className="task" aside={<ClaimButtons caseId={view.id} task={task} />}>
      <div className="stack">
        {task.documentation && <p className="task-doc">{text(task.documentation)}</p>}
        {task.side?.by && <p>{t('handling.askedBy', { name: task.side.by })}</p>}
        {task.side?.instructions && <blockquote className="task-asked" lang="zh-CN">{task.side.instructions}</blockquote>}
        <TaskFacts task={task} />
        {prepares
          ? <><p className="quiet">{t('handling.resolve.help', { name: task.owner?.name ?? '' })}</p><TaskForm key={task.task} caseId={view.id} task={task} prepares /></>
          : why === null
          ? <TaskForm key={task.task} caseId={view.id} task={task} />
          : (
            <>
              <p className="quiet">{why}</p>
              <ReadBlock fields={task.form} />
            </>
          )}
        <TaskActions view={view} task={task} />
      </div>
    </Panel>
  );
}

function TaskFacts({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  return (
    <dl className="task-facts">
      <div><dt>{t('task.pool')}</dt><dd>{text(task.poolName)}</dd></div>
      <div><dt>{t('task.assignee')}</dt><dd>{task.assignee ? <span lang="zh-CN">{task.assignee.name}</span> : <Badge>{t('task.unclaimed')}</Badge>}</dd></div>
      {task.owner && <div><dt>{t('handling.owner')}</dt><dd lang="zh-CN">{task.owner.name}</dd></div>}
      <div><dt>{t('task.arrived')}</dt><dd>{formatInstant(task.createdAt, lang)}</dd></div>
    </dl>
  );
}

function ClaimButtons({ caseId, task }: { caseId: string; task: TaskView }) {
  const { t } = useTranslation();
  const me = useMe();
  const toast = useToast();
  const refused = useRefused();
  const path = `/cases/${caseId}/tasks/${task.task}`;
  const claim = useWrite<Record<string, never>>(`${path}/claim`, { done: () => toast(t('task.claimed')), refused: (error) => refused(error, t('task.claim')) });
  const release = useWrite<Record<string, never>>(`${path}/release`, { done: () => toast(t('task.released')), refused: (error) => refused(error, t('task.release')) });
  const mayClaim = offerOf(task.offers, 'claim')?.allowed === true && task.assignee?.id !== me.id;
  const mayRelease = offerOf(task.offers, 'release')?.allowed === true;
  return (
    <div className="claim-buttons">
      {mayClaim && <Button small onClick={() => claim.send({})} disabled={claim.phase !== 'idle'}>{t('task.claim')}</Button>}
      {mayRelease && <Button small onClick={() => release.send({})} disabled={release.phase !== 'idle'}>{t('task.release')}</Button>}
      <WriteNote write={claim} /><WriteNote write={release} />
    </div>
  );
}

/** A step that is somebody else's: who has it, and why it is not the viewer's. */
export function OtherTask({ view, task }: { view: CaseView; task: TaskView }) {
  const text = useText();
  const whyNot = useWhyNot();
  const why = whyNot(offerOf(task.offers, 'complete'));
  return (
    <li className="other-task">
      <h3>{text(task.side?.title ?? task.name)}</h3>
      <TaskFacts task={task} />
      {why !== null && <p className="quiet small">{why}</p>}
      <TaskActions view={view} task={task} />
    </li>
  );
}
