import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { taskActions } from '../../../../../contracts/actions.ts';
import type { FormField, TaskOutcome, TaskView } from '../../../../../contracts/cases.ts';
import type { FieldProblem } from '../../../../../contracts/problems.ts';
import { useDraft } from '../../../lib/drafts.ts';
import { collect, isAsked, isEmpty, typedOf, type TypedForm } from '../../../lib/field-values.ts';
import { useText } from '../../../lib/lang.ts';
import { fieldsOf } from '../../../lib/problem.ts';
import { useWrite } from '../../../lib/write.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { DraftNote } from '../../../ui/form/draft-note.tsx';
import { FieldControl } from '../../../ui/form/field-control.tsx';
import { Fold } from '../../../ui/form/fold.tsx';
import { FormSections } from '../../../ui/form/form-sections.tsx';
import { Labelled } from '../../../ui/form/labelled.tsx';
import { ProblemSummary, useProblemWords } from '../../../ui/form/problems.tsx';
import { ReadBlock } from '../../../ui/form/read-block.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { WriteNote } from '../../../ui/write-note.tsx';
import { useMe } from '../../session/api/me.ts';
import { groupByOutcome } from './outcome-groups.ts';

type Completion = z.input<(typeof taskActions)['complete']['body']>;
type Prepared = z.input<(typeof taskActions)['resolve']['body']>;
const commentField = '#comment';
const commentMax = 2000;

/** The form of a step. Its outcomes are the buttons that submit it. */
/** @param prepares the step is delegated to the viewer: what is filled in goes back to the owner, complete or not */
export function TaskForm({ caseId, task, prepares = false }: { caseId: string; task: TaskView; prepares?: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  const toast = useToast();
  const refused = useRefused();
  const words = useProblemWords();
  const form = `task-${task.task}`;
  const { common, groups } = useMemo(() => groupByOutcome(task.form.filter(isAsked), prepares ? [] : task.outcomes), [task.form, task.outcomes, prepares]);
  const initial = useMemo<TypedForm>(() => Object.fromEntries(task.form.filter(isAsked).map((field) => [field.name, typedOf(field)])), [task.form]);
  const draft = useDraft(`${useMe().id}:${caseId}:${form}`, initial);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [confirming, setConfirming] = useState<TaskOutcome | null>(null);
  const write = useWrite<Completion | Prepared>(`/cases/${caseId}/tasks/${task.task}/${prepares ? 'resolve' : 'complete'}`, {
    done: (_receipt, body) => {
      draft.discard();
      const id = 'outcome' in body ? body.outcome : null;
      const outcome = task.outcomes.find((one) => one.id === id);
      toast(id === null ? t('handling.resolve.done') : t('task.done', { outcome: outcome ? text(outcome.name) : id }));
      document.getElementById('main')?.focus({ preventScroll: true });
    },
    refused: (error) => {
      const fields = fieldsOf(error);
      if (fields.length > 0) setProblems(fields);
      else refused(error, text(task.name));
    },
  });
  const busy = write.phase !== 'idle';

  const complete = (outcome: TaskOutcome): void => {
    const { data, problems: now } = collect(task.form, draft.values, outcome);
    setProblems(now);
    if (now.length > 0) return setConfirming(null);
    const comment = String(draft.values[commentField] ?? '').trim();
    setConfirming(null);
    write.send({ outcome: outcome.id, data, ...(comment === '' ? {} : { comment }) });
  };
  const giveBack = (): void => {
    const { data, problems: now } = collect(task.form.map((field) => (field.use === 'required' ? { ...field, use: 'optional' as const } : field)), draft.values);
    setProblems(now);
    const comment = String(draft.values[commentField] ?? '').trim();
    if (now.length === 0) write.send({ data, ...(comment === '' ? {} : { comment }) });
  };
  const choose = (outcome: TaskOutcome): void => {
    // An adverse decision cannot be taken back: ask once, but only about a form that is complete.
    if (outcome.tone !== 'negative') return complete(outcome);
    const { problems: now } = collect(task.form, draft.values, outcome);
    setProblems(now);
    if (now.length === 0) setConfirming(outcome);
  };
  const namesOf = (outcomes: readonly TaskOutcome[]): string => outcomes.map((one) => text(one.name)).join(t('common.separator'));
  const noteOf = (name: string): string | undefined => {
    const outcomes = task.outcomes.filter((one) => one.requires.includes(name));
    return outcomes.length === 0 ? undefined : t('task.requiredFor', { outcomes: namesOf(outcomes) });
  };
  const control = (field: FormField, note: string | undefined): ReactNode => {
    const problem = problems.find((one) => one.field === field.name);
    return (
      <FieldControl
        key={field.name} form={form} field={field} value={draft.values[field.name] ?? ''} note={note}
        problem={problem && words(problem, field)} onChange={(value) => draft.change(field.name, value)}
      />
    );
  };

  return (
    <form className="stack" onSubmit={(event) => event.preventDefault()} noValidate>
      {draft.restored && <DraftNote onDiscard={draft.discard} />}
      <ProblemSummary form={form} fields={task.form} problems={problems} />
      <ReadBlock fields={task.form.filter((field) => !isAsked(field))} />
      {common.length > 0 && <FormSections fields={common}>{(field) => control(field, field.use === 'required' ? undefined : noteOf(field.name))}</FormSections>}
      {groups.length > 0 && (
        <div className="folds">
          {groups.map((group) => (
            <Fold
              key={group.outcomes.map((one) => one.id).join(' ')} summary={t('task.groupOf', { outcomes: namesOf(group.outcomes), count: group.fields.length })}
              // What is filled in, and what is wrong, is never out of sight.
              needed={group.fields.some((field) => problems.some((one) => one.field === field.name))}
              open={group.outcomes.some((one) => one.tone === 'positive') || group.fields.some((field) => !isEmpty(draft.values[field.name]))}
            >
              <div className="form-grid">{group.fields.map((field) => control(field, t('common.required')))}</div>
            </Fold>
          ))}
        </div>
      )}
      <Labelled id={`${form}-comment`} label={t('task.comment')} help={t('task.commentHint')} wide>
        {(props) => <textarea {...props} className="input" rows={2} maxLength={commentMax} value={String(draft.values[commentField] ?? '')} onChange={(event) => draft.change(commentField, event.target.value)} />}
      </Labelled>
      <WriteNote write={write} />
      <div className="outcomes" role="group" aria-label={t('task.outcomes')}>
        {prepares && <Button tone="primary" disabled={busy} onClick={giveBack}>{t('handling.resolve.name')}</Button>}
        {!prepares && task.outcomes.map((outcome) => (
          <Button key={outcome.id} tone={outcome.tone === 'neutral' ? 'plain' : outcome.tone} disabled={busy} onClick={() => choose(outcome)}>{text(outcome.name)}</Button>
        ))}
        {busy && <span className="quiet" role="status">{t('task.sending')}</span>}
      </div>
      {confirming !== null && (
        <Dialog title={t('task.confirmTitle', { outcome: text(confirming.name) })} onClose={() => setConfirming(null)}>
          <p>{t('task.confirmText')}</p>
          <div className="dialog-actions">
            <Button onClick={() => setConfirming(null)}>{t('common.cancel')}</Button>
            <Button tone="negative" onClick={() => complete(confirming)}>{t('task.confirm')}</Button>
          </div>
        </Dialog>
      )}
    </form>
  );
}
