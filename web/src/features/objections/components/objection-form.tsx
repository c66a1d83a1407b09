/** 提出异议: under the name of the account, or under one's own name without one, which then gives a receipt. */
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isReachable, type ObjectionReceipt } from '../../../../../contracts/notices.ts';
import { Button } from '../../../ui/button.tsx';
import { Labelled } from '../../../ui/form/labelled.tsx';
import { Banner, useErrorWords } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { useObject, useObjectUnregistered } from '../api/objections.ts';

type Field = 'name' | 'contact' | 'grounds';
type Problem = 'required' | 'contact' | 'name';
type Values = Readonly<Record<Field, string>>;
const empty: Values = { name: '', contact: '', grounds: '' };

/** For whoever is signed in. */
export function ObjectionForm({ publication }: { publication: string }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [refusal, setRefusal] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  const write = useObject(publication, {
    done: () => {
      setRefusal(null);
      setRound((n) => n + 1);
      toast(t('objections.filed'));
    },
    refused: setRefusal,
  });
  return <Form key={round} help={t('objections.help')} fields={['grounds', 'contact']} busy={write.isPending} refusal={refusal} onSend={({ grounds, contact }) => write.mutate({ grounds, contact })} />;
}

/** For whoever has no account. */
export function UnregisteredObjectionForm({ publication, onFiled }: { publication: string; onFiled: (receipt: ObjectionReceipt) => void }) {
  const { t } = useTranslation();
  const [refusal, setRefusal] = useState<unknown>(null);
  const write = useObjectUnregistered(publication, { done: onFiled, refused: setRefusal });
  return <Form help={t('objections.helpUnregistered')} fields={['name', 'contact', 'grounds']} busy={write.isPending} refusal={refusal} onSend={(values) => write.mutate(values)} />;
}

function Form({ help, fields, busy, refusal, onSend }: { help: string; fields: readonly Field[]; busy: boolean; refusal: unknown; onSend: (values: Values) => void }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const [values, setValues] = useState(empty);
  const [problems, setProblems] = useState<Readonly<Partial<Record<Field, Problem>>>>({});
  const unregistered = fields.includes('name');

  const problemOf = (field: Field, typed: string): Problem | null => {
    if (typed === '') return 'required';
    if (!unregistered) return null;
    return field === 'contact' && !isReachable(typed) ? 'contact' : field === 'name' && typed.length < 2 ? 'name' : null;
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const trimmed: Values = { name: values.name.trim(), contact: values.contact.trim(), grounds: values.grounds.trim() };
    const found = fields.flatMap((field) => { const problem = problemOf(field, trimmed[field]); return problem === null ? [] : [[field, problem] as const]; });
    setProblems(Object.fromEntries(found));
    const [first] = found;
    if (first) return document.getElementById(`objection-${first[0]}`)?.focus();
    if (!busy) onSend(trimmed);
  };
  const said = (problem: Problem | undefined): string | undefined => (problem === undefined ? undefined : problem === 'required' ? t('form.problem.required') : t(`objections.problem.${problem}`));
  const common = (field: Field) => ({ className: 'input', value: values[field], onChange: (event: { target: { value: string } }) => {
    setValues((old) => ({ ...old, [field]: event.target.value }));
    setProblems(({ [field]: _, ...others }) => others);
  } });

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="quiet">{help}</p>
      <div className="form-grid">
        {fields.map((field) => (
          <Labelled
            key={field} id={`objection-${field}`} label={t(`objections.${field}`)} required problem={said(problems[field])} wide={field === 'grounds'}
            help={field === 'grounds' ? t('objections.groundsHelp') : field === 'contact' && unregistered ? t('objections.contactHelp') : undefined}
          >
            {(props) => field === 'grounds'
              ? <textarea {...props} {...common(field)} rows={6} maxLength={5_000} />
              : <input {...props} {...common(field)} maxLength={field === 'name' ? 60 : 100} autoComplete={field === 'name' ? 'name' : 'off'} />}
          </Labelled>
        ))}
      </div>
      {refusal !== null && <Banner tone="danger" role="alert" title={words(refusal).title}>{words(refusal).advice}</Banner>}
      <div><Button type="submit" tone="primary" disabled={busy}>{busy ? t('start.submitting') : t('objections.submit')}</Button></div>
    </form>
  );
}
