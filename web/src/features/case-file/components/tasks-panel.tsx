import { useTranslation } from 'react-i18next';
import type { CaseView, TaskView } from '../../../../../contracts/cases.ts';
import { useText } from '../../../lib/lang.ts';
import { Panel } from '../../../ui/panel.tsx';
import { CaseReviews } from '../../reviews/components/case-reviews.tsx';
import { CaseNotes } from './case-notes.tsx';
import { SigningPanel } from './signing-panel.tsx';
import { OtherTask, TaskCard } from './task-card.tsx';
import { offerOf } from './why-not.tsx';

const isMine = (task: TaskView): boolean => offerOf(task.offers, 'complete')?.allowed === true || offerOf(task.offers, 'claim')?.allowed === true || offerOf(task.offers, 'resolve')?.allowed === true;

/** The open steps: first those that the viewer may take, with their forms; then who has the others. */
export function TasksPanel({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const text = useText();
  const mine = view.tasks.filter(isMine);
  const others = view.tasks.filter((task) => !isMine(task));
  return (
    <>
      <CaseNotes view={view} />
      {view.reviewed && <CaseReviews caseId={view.id} />}
      {view.tasks.length === 0 && (
        <Panel title={view.status === 'closed' ? t('case.outcome') : t('case.openTasks')}>
          <p className="quiet">{view.status === 'closed' ? t('task.noneClosed', { outcome: view.outcomeName ? text(view.outcomeName) : t('status.closed') }) : t('task.none')}</p>
        </Panel>
      )}
      {view.signings.map((signing) => <SigningPanel key={signing.node} view={view} signing={signing} />)}
      {mine.map((task) => <TaskCard key={task.task} view={view} task={task} />)}
      {others.length > 0 && (
        <Panel title={mine.length > 0 ? t('case.otherTasks') : t('case.openTasks')} flush>
          <ul className="cards">{others.map((task) => <OtherTask key={task.task} view={view} task={task} />)}</ul>
        </Panel>
      )}
    </>
  );
}
