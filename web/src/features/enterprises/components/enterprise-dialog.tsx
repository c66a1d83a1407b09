/** 更正企业信息. */
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../../contracts/cases.ts';
import type { Enterprise } from '../../../../../contracts/enterprises.ts';
import type { FieldProblem } from '../../../../../contracts/problems.ts';
import { collect, typedOf, type TypedForm } from '../../../lib/field-values.ts';
import { fieldsOf } from '../../../lib/problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FieldControl } from '../../../ui/form/field-control.tsx';
import { ProblemSummary, useProblemWords } from '../../../ui/form/problems.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { Banner, Empty, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { When } from '../../../ui/when.tsx';
import { enterpriseHistoryQuery, useKeepEnterprise } from '../api/enterprises.ts';
import { contactParts, contactUse, correctionOf, fieldOfPath, isHidden, linesOf, partName, typedContacts, type ContactLine } from '../correction.ts';

const form = 'enterprise';
const mostContacts = 20;

export function EnterpriseDialog({ enterprise, onClose }: { enterprise: Enterprise; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('enterprises.correctTitle', { name: enterprise.name })} onClose={onClose} wide>
      <CorrectionForm enterprise={enterprise} onClose={onClose} />
      <History uscc={enterprise.uscc} />
    </Dialog>
  );
}

function CorrectionForm({ enterprise, onClose }: { enterprise: Enterprise; onClose: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const refused = useRefused();
  const words = useProblemWords();
  const facts = useFacts(enterprise);
  const contactFields = useContactFields(enterprise);
  const [lines, setLines] = useState(() => linesOf(enterprise));
  const [added, setAdded] = useState(0);
  const [values, setValues] = useState<TypedForm>(() => ({ ...Object.fromEntries(facts.map((field) => [field.name, typedOf(field)])), ...typedContacts(enterprise, linesOf(enterprise)) }));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [unchanged, setUnchanged] = useState(false);
  const write = useKeepEnterprise(enterprise.uscc, {
    done: () => {
      toast(t('enterprises.corrected'));
      onClose();
    },
    refused: (error) => {
      const named = fieldsOf(error).map((problem) => ({ ...problem, field: fieldOfPath(problem.field, lines) }));
      setProblems(named);
      if (named.length === 0) {
        refused(error, t('enterprises.correct'));
        onClose();
      }
    },
  });
  const fields = [...facts, ...lines.flatMap(contactFields)];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { data, problems: found } = collect(fields, values);
    const correction = correctionOf(enterprise, lines, data);
    setProblems(found);
    setUnchanged(found.length === 0 && correction === null);
    const { reason } = data;
    if (found.length === 0 && correction !== null && typeof reason === 'string') write.mutate({ ...correction, reason });
  };
  const control = (field: FormField) => {
    const problem = problems.find((one) => one.field === field.name);
    return (
      <FieldControl
        key={field.name} form={form} field={field} value={values[field.name] ?? ''} problem={problem && words(problem, field)}
        onChange={(value) => setValues((old) => ({ ...old, [field.name]: value }))}
      />
    );
  };
  const add = (): void => {
    setLines((old) => [...old, { key: `new${added}`, stored: null, shown: null }]);
    setAdded(added + 1);
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p className="quiet">{t('enterprises.correctHelp')}</p>
      <ProblemSummary form={form} fields={fields} problems={problems} />
      {unchanged && <Banner tone="info" role="status" title={t('enterprises.unchanged')} />}
      <div className="form-grid">{facts.filter(({ name }) => name !== 'reason').map(control)}</div>
      {lines.map((line, place) => (
        <fieldset key={line.key} className="contact-line">
          <legend>{line.shown === null ? t('enterprises.newContact') : t('enterprises.contactOf', { name: line.shown.name, phone: line.shown.phone })}</legend>
          <div className="contact-parts">{contactFields(line).map(control)}</div>
          <Button small tone="quiet" aria-label={t('enterprises.removeContact', { n: place + 1 })} onClick={() => setLines((old) => old.filter((one) => one.key !== line.key))}>{t('enterprises.remove')}</Button>
        </fieldset>
      ))}
      {lines.length < mostContacts && <div><Button small onClick={add}>{t('enterprises.addContact')}</Button></div>}
      {facts.filter(({ name }) => name === 'reason').map(control)}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" tone="primary" disabled={write.isPending}>{t('enterprises.save')}</Button>
      </div>
    </form>
  );
}

const both = (said: string): FormField['label'] => ({ zh: said, en: said });

function useFacts({ name, region, industry }: Enterprise): readonly FormField[] {
  const { t } = useTranslation();
  return [
    { name: 'name', type: 'text', use: 'required', label: both(t('enterprises.entryName')), value: name, maxLength: 200 },
    { name: 'region', type: 'region', use: 'required', label: both(t('enterprises.region')), value: region },
    { name: 'industry', type: 'text', use: 'optional', label: both(t('enterprises.industry')), ...(industry === null ? {} : { value: industry }), maxLength: 100 },
    { name: 'reason', type: 'text', use: 'required', label: both(t('enterprises.reason')), maxLength: 500 },
  ];
}

function useContactFields(enterprise: Enterprise): (line: ContactLine) => readonly FormField[] {
  const { t } = useTranslation();
  return (line) => contactParts.map((part) => ({
    name: partName(line, part), type: part === 'phone' ? 'phone' : 'text', use: contactUse(enterprise, line, part), label: both(t(`enterprises.contact.${part}`)),
    ...(part === 'phone' ? {} : { maxLength: 80 }), ...(isHidden(enterprise, line, part) ? { help: both(t('enterprises.keepsHelp')) } : {}),
  }));
}

function History({ uscc }: { uscc: string }) {
  const { t } = useTranslation();
  const query = useQuery(enterpriseHistoryQuery(uscc));
  return (
    <section>
      <h3>{t('enterprises.history')}</h3>
      {query.isPending ? <Skeleton lines={2} />
        : query.data === undefined ? <LoadFault error={query.error} retry={() => void query.refetch()} />
        : query.data.items.length === 0 ? <Empty>{t('enterprises.neverCorrected')}</Empty>
        : (
          <ul className="cards">
            {query.data.items.map(({ id, at, by, reason, entered, changed }) => (
              <li key={id} className="card">
                <div className="card-head"><strong>{entered ? t('enterprises.entered') : changed.map((member) => t(`enterprises.members.${member}`)).join(t('common.separator')) || t('enterprises.unchanged')}</strong><When at={at} /></div>
                <div className="sub" lang="zh-CN">{by} · {reason}</div>
              </li>
            ))}
          </ul>
        )}
    </section>
  );
}
