/** 评分表: points with two decimals for each criterion, with what is wrong at the field, and the weighted total while it is typed. */
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../../contracts/cases.ts';
import type { PanelView } from '../../../../../contracts/panels.ts';
import type { FieldProblem } from '../../../../../contracts/problems.ts';
import { sheetTotal } from '../../../../../contracts/repeat.ts';
import { useDraft } from '../../../lib/drafts.ts';
import { fenOf as hundredthsOf, yuanOf as pointsOf, type TypedForm } from '../../../lib/field-values.ts';
import { useText } from '../../../lib/lang.ts';
import { fieldsOf } from '../../../lib/problem.ts';
import { Button } from '../../../ui/button.tsx';
import { DraftNote } from '../../../ui/form/draft-note.tsx';
import { fieldId } from '../../../ui/form/field-control.tsx';
import { Labelled } from '../../../ui/form/labelled.tsx';
import { ProblemSummary, useProblemWords } from '../../../ui/form/problems.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { useMe } from '../../session/api/me.ts';
import { useHandIn } from '../api/reviews.ts';
import type { Applicant } from './my-sheet.tsx';

const commentField = '#comment';
const commentMax = 2_000;
const form = 'sheet';
/** As the API names the fields of a sheet. */
const scorePrefix = 'scores.';

export function SheetForm({ panel, applicant, sheet }: { panel: PanelView; applicant: Applicant; sheet: PanelView['sheets'][number] | undefined }) {
  const { t } = useTranslation();
  const text = useText();
  const toast = useToast();
  const refused = useRefused();
  const words = useProblemWords();
  const { criteria } = panel;
  const weights = criteria.reduce((sum, c) => sum + c.weight, 0);
  const fields = useMemo(() => criteria.map((c): FormField => ({ name: c.id, label: c.name, type: 'points', use: 'required', min: 0, max: c.max })), [criteria]);
  const initial = useMemo<TypedForm>(() => ({ ...Object.fromEntries(criteria.map((c) => [c.id, sheet?.scores[c.id] === undefined ? '' : pointsOf(sheet.scores[c.id] ?? 0)])), [commentField]: sheet?.comment ?? '' }), [criteria, sheet]);
  const draft = useDraft(`${useMe().id}:${panel.id}:${applicant.id}`, initial);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const write = useHandIn(panel.id, {
    done: () => {
      draft.discard();
      toast(t('reviews.sheet.done', { name: applicant.name }));
    },
    refused: (error) => {
      const wrong = fieldsOf(error).filter((p) => p.field.startsWith(scorePrefix)).map((p) => ({ ...p, field: p.field.slice(scorePrefix.length) }));
      if (wrong.length > 0) setProblems(wrong);
      else refused(error, t('reviews.sheet.title'));
    },
  });
  const typed = (name: string): string => String(draft.values[name] ?? '').trim();
  const read = fields.map((field) => ({ field, points: hundredthsOf(typed(field.name)) }));
  const scores = Object.fromEntries(read.map(({ field, points }) => [field.name, points ?? 0]));
  const known = read.every(({ field, points }) => points !== null && points >= 0 && points <= (field.max ?? 0));

  const send = (event: FormEvent): void => {
    event.preventDefault();
    const found = read.flatMap(({ field, points }): FieldProblem[] => {
      const problem = (code: string): FieldProblem[] => [{ field: field.name, code }];
      if (typed(field.name) === '') return problem('required');
      if (points === null) return problem('type');
      return points < 0 ? problem('too-small') : points > (field.max ?? 0) ? problem('too-large') : [];
    });
    setProblems(found);
    const comment = typed(commentField);
    if (found.length === 0) write.mutate({ applicant: applicant.id, scores, ...(comment === '' ? {} : { comment }) });
  };

  return (
    <form className="stack" onSubmit={send} noValidate>
      {draft.restored && <DraftNote onDiscard={draft.discard} />}
      <ProblemSummary form={form} fields={fields} problems={problems} />
      <div className="form-grid">
        {criteria.map((c, i) => {
          const problem = problems.find((p) => p.field === c.id);
          return (
            <Labelled key={c.id} id={fieldId(form, c.id)} label={text(c.name)} required help={t('reviews.sheet.limits', { max: pointsOf(c.max), weight: c.weight, all: weights })} problem={problem && words(problem, fields[i])}>
              {(props) => (
                <div className="sheet-points">
                  <input {...props} className="input" inputMode="decimal" autoComplete="off" value={String(draft.values[c.id] ?? '')} onChange={(event) => draft.change(c.id, event.target.value)} />
                  <span aria-hidden="true">{t('reviews.sheet.points')}</span>
                </div>
              )}
            </Labelled>
          );
        })}
      </div>
      <p className="sheet-total" aria-live="polite"><span>{t('reviews.sheet.total')}</span>{known ? <strong>{pointsOf(sheetTotal(criteria, scores).shown)}</strong> : <span className="quiet">{t('reviews.sheet.unknownTotal')}</span>}</p>
      <Labelled id={`${form}-comment`} label={t('reviews.sheet.comment')} wide>
        {(props) => <textarea {...props} className="input" rows={3} maxLength={commentMax} value={String(draft.values[commentField] ?? '')} onChange={(event) => draft.change(commentField, event.target.value)} />}
      </Labelled>
      <p className="quiet small">{t('reviews.sheet.mayChange')}</p>
      <div className="row"><Button type="submit" tone="primary" disabled={write.isPending}>{sheet === undefined ? t('reviews.sheet.submit') : t('reviews.sheet.again')}</Button></div>
    </form>
  );
}
