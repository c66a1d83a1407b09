import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../../contracts/cases.ts';
import type { ExpertView } from '../../../../../contracts/panels.ts';
import type { FieldProblem } from '../../../../../contracts/problems.ts';
import { collect, typedOf, type TypedForm } from '../../../lib/field-values.ts';
import { fieldsOf } from '../../../lib/problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FieldControl } from '../../../ui/form/field-control.tsx';
import { ProblemSummary, useProblemWords } from '../../../ui/form/problems.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { useKeepExpert } from '../api/experts.ts';
import { advisedOf, advisedText, fieldsOfText, kinOf, kinText } from '../expert-lines.ts';

const form = 'expert';

/** @param expert null = a new entry */
export function ExpertDialog({ expert, onClose }: { expert: ExpertView | null; onClose: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const refused = useRefused();
  const words = useProblemWords();
  const fields = useExpertFields(expert);
  const [values, setValues] = useState<TypedForm>(() => Object.fromEntries(fields.map((field) => [field.name, typedOf(field)])));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const write = useKeepExpert(expert?.id ?? null, {
    done: () => {
      toast(t('experts.kept'));
      onClose();
    },
    refused: (error) => {
      // body.kin.0.uscc is a line of the field "kin".
      const named = fieldsOf(error).map((problem) => ({ ...problem, field: problem.field.replace(/^body\./, '').split('.')[0] ?? '' }));
      setProblems(named);
      if (named.length === 0) {
        refused(error, t('experts.title'));
        onClose();
      }
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { data, problems: found } = collect(fields, values);
    const textOf = (name: string): string => (typeof data[name] === 'string' ? data[name] : '');
    const orNull = (name: string): string | null => (textOf(name) === '' ? null : textOf(name));
    const kin = kinOf(textOf('kin'));
    const advised = advisedOf(textOf('advised'));
    const wrong: FieldProblem[] = [...found, ...(kin === null ? [{ field: 'kin', code: 'type' }] : []), ...(advised === null ? [{ field: 'advised', code: 'type' }] : [])];
    setProblems(wrong);
    if (wrong.length > 0) return;
    write.mutate({
      name: textOf('name'), title: orNull('title'), employer: textOf('employer'), employerUscc: orNull('employerUscc'), region: textOf('region'), fields: fieldsOfText(textOf('fields')),
      phone: orNull('phone'), person: orNull('person'), active: data['active'] === true, kin, advised,
    });
  };
  return (
    <Dialog title={expert === null ? t('experts.add') : t('experts.keep', { name: expert.name })} onClose={onClose} wide>
      <form className="stack" noValidate onSubmit={submit}>
        <ProblemSummary form={form} fields={fields} problems={problems} />
        <div className="form-grid">
          {fields.map((field) => {
            const problem = problems.find((one) => one.field === field.name);
            return (
              <FieldControl
                key={field.name} form={form} field={field} value={values[field.name] ?? ''} problem={problem && words(problem, field)}
                onChange={(value) => setValues((old) => ({ ...old, [field.name]: value }))}
              />
            );
          })}
        </div>
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" tone="primary" disabled={write.isPending}>{t('experts.save')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function useExpertFields(expert: ExpertView | null): readonly FormField[] {
  const { t } = useTranslation();
  const both = (said: string): FormField['label'] => ({ zh: said, en: said });
  const field = (name: keyof ExpertView & string, type: FormField['type'], value: FormField['value'], use: FormField['use'], label: string, more: Partial<FormField> = {}): FormField =>
    ({ name, type, use, label: both(label), ...(value === null || value === undefined ? {} : { value }), ...more });
  return [
    field('name', 'text', expert?.name, 'required', t('experts.name'), { maxLength: 80 }),
    field('title', 'text', expert?.title, 'optional', t('experts.post'), { maxLength: 80 }),
    field('employer', 'text', expert?.employer, 'required', t('experts.employer'), { maxLength: 200 }),
    field('employerUscc', 'uscc', expert?.employerUscc, 'optional', t('experts.employerUscc'), { help: both(t('experts.employerUsccHelp')) }),
    field('fields', 'text', expert?.fields.join('、'), 'required', t('experts.fields'), { help: both(t('experts.fieldsHelp')) }),
    field('region', 'region', expert?.region, 'required', t('experts.region')),
    field('phone', 'phone', expert?.phone, 'optional', t('experts.phone')),
    field('person', 'text', expert?.person, 'optional', t('experts.account'), { help: both(t('experts.accountHelp')), maxLength: 200 }),
    field('active', 'boolean', expert?.active ?? true, 'required', t('experts.active'), { help: both(t('experts.activeHelp')) }),
    field('kin', 'long-text', kinText(expert?.kin ?? []), 'optional', t('experts.kin'), { help: both(t('experts.kinHelp')) }),
    field('advised', 'long-text', advisedText(expert?.advised ?? []), 'optional', t('experts.advised'), { help: both(t('experts.advisedHelp')) }),
  ];
}
