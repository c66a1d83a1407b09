/** 查询异议答复: by number and code, without an account. */
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnObjection } from '../../../../../contracts/notices.ts';
import { Button } from '../../../ui/button.tsx';
import { Labelled } from '../../../ui/form/labelled.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Banner, useErrorWords } from '../../../ui/states.tsx';
import { useLookup } from '../api/objections.ts';
import { OwnObjectionView } from './own-objection.tsx';
import './objections.css';

const fields = ['number', 'code'] as const;
type Field = (typeof fields)[number];
const example = { number: 'YY20261125-00001', code: 'XXXX-XXXX-XXXX' } as const;

export function LookupPage() {
  const { t } = useTranslation();
  const words = useErrorWords();
  const [typed, setTyped] = useState<Readonly<Record<Field, string>>>({ number: '', code: '' });
  const [missing, setMissing] = useState<readonly Field[]>([]);
  const [found, setFound] = useState<OwnObjection | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const ask = useLookup({
    done: (one) => {
      setFound(one);
      setRefusal(null);
    },
    refused: (error) => {
      setFound(null);
      setRefusal(error);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const empty = fields.filter((field) => typed[field].trim() === '');
    setMissing(empty);
    const [first] = empty;
    if (first !== undefined) return document.getElementById(`lookup-${first}`)?.focus();
    if (!ask.isPending) ask.mutate({ number: typed.number.trim(), code: typed.code.trim() });
  };
  return (
    <>
      <PageHead title={t('objections.lookup.title')} intro={t('objections.lookup.intro')} />
      <div className="stack">
        <Panel title={t('objections.lookup.form')}>
          <form className="lookup" onSubmit={submit} noValidate>
            {fields.map((field) => (
              <Labelled key={field} id={`lookup-${field}`} label={t(`objections.${field}`)} required help={t(`objections.lookup.${field}Help`)} problem={missing.includes(field) ? t('form.problem.required') : undefined}>
                {(props) => <input {...props} className="input" maxLength={40} autoComplete="off" autoCapitalize="characters" spellCheck={false} placeholder={example[field]} value={typed[field]} onChange={(event) => setTyped((old) => ({ ...old, [field]: event.target.value }))} />}
              </Labelled>
            ))}
            <div><Button type="submit" tone="primary" disabled={ask.isPending}>{t('objections.lookup.submit')}</Button></div>
          </form>
        </Panel>
        {refusal !== null && <Banner tone="danger" role="alert" title={words(refusal).title}>{words(refusal).advice}</Banner>}
        {found !== null && <Panel title={t('objections.lookup.result')}><div role="status"><OwnObjectionView one={found} /></div></Panel>}
      </div>
    </>
  );
}
