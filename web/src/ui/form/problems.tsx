/** Problems at fields, in words; and their list above the form, which takes the focus so that nobody misses it. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../contracts/cases.ts';
import type { FieldProblem } from '../../../../contracts/problems.ts';
import { yuanOf } from '../../lib/field-values.ts';
import { useText } from '../../lib/lang.ts';
import { fieldId } from './field-control.tsx';

/** What the console can find itself, or must say with the units in which people type. */
const own = ['required', 'type', 'date', 'moment', 'too-long', 'too-small', 'too-large'] as const;
type Own = (typeof own)[number];
const isOwn = (code: string): code is Own => (own as readonly string[]).includes(code);

export function useProblemWords(): (problem: FieldProblem, field: FormField | undefined) => string {
  const { t } = useTranslation();
  const say = useText();
  return ({ code, text, params }, field) => {
    if (!isOwn(code)) return text ? say(text) : t('form.problem.other', { code });
    const limit = (name: 'min' | 'max'): string => {
      const value = params?.[name] ?? (code === 'too-long' ? field?.maxLength : field?.[name]);
      return typeof value === 'number' && (field?.type === 'money' || field?.type === 'points') ? yuanOf(value) : String(value ?? '');
    };
    return t(`form.problem.${code}`, { min: limit('min'), max: limit('max') });
  };
}

export function ProblemSummary({ form, fields, problems }: { form: string; fields: readonly FormField[]; problems: readonly FieldProblem[] }) {
  const { t } = useTranslation();
  const text = useText();
  const words = useProblemWords();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [problems]);
  if (problems.length === 0) return null;
  return (
    <div className="problem-summary" role="alert" tabIndex={-1} ref={ref}>
      <strong>{t('form.problems', { count: problems.length })}</strong>
      <ul>
        {problems.map((problem) => {
          const field = fields.find((one) => one.name === problem.field);
          const id = fieldId(form, problem.field);
          return (
            <li key={`${problem.field}:${problem.code}`}>
              <a
                href={`#${id}`}
                onClick={(event) => {
                  event.preventDefault();
                  const target = document.getElementById(id);
                  (target instanceof HTMLFieldSetElement ? (target.querySelector('input') ?? target) : target)?.focus();
                }}
              >
                {field ? text(field.label) : problem.field}
              </a>
              {t('common.colon')}{words(problem, field)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
