import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { StartCase } from '../../../../../contracts/cases.ts';
import type { ProcessView } from '../../../../../contracts/people.ts';
import type { FieldProblem } from '../../../../../contracts/problems.ts';
import { useDraft } from '../../../lib/drafts.ts';
import { collect, typedOf, type TypedForm } from '../../../lib/field-values.ts';
import { useText } from '../../../lib/lang.ts';
import { fieldsOf, isStatus } from '../../../lib/problem.ts';
import { useWrite } from '../../../lib/write.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { FieldControl } from '../../../ui/form/field-control.tsx';
import { FormSections } from '../../../ui/form/form-sections.tsx';
import { Labelled } from '../../../ui/form/labelled.tsx';
import { ProblemSummary, useProblemWords } from '../../../ui/form/problems.tsx';
import { DraftNote } from '../../../ui/form/draft-note.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Banner, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { WriteNote } from '../../../ui/write-note.tsx';
import { processQuery } from '../../processes/api/processes.ts';
import { useMe } from '../../session/api/me.ts';
import { AgencySelect } from './agency-select.tsx';
import { isTooLarge, sendFiles, StartFiles } from './start-files.tsx';
import './start.css';

const route = getRouteApi('/console/new/$process');
const agencyField = '#agency';

export function StartPage() {
  const { t } = useTranslation();
  const text = useText();
  const { process } = route.useParams();
  const query = useQuery(processQuery(process));
  const back = <Link to="/new" className={buttonClass()}>{t('start.back')}</Link>;
  if (query.isPending) return <Skeleton lines={8} />;
  if (query.data === undefined && (isStatus(query.error, 404) || isStatus(query.error, 400))) return <><PageHead title={t('start.titleEnterprise')} aside={back} /><p>{t('start.notFound')}</p></>;
  if (query.data === undefined) return <LoadFault error={query.error} retry={() => void query.refetch()} />;
  const view = query.data;
  return (
    <>
      <PageHead title={text(view.name)} intro={text(view.summary)} aside={back} />
      {view.startable ? <StartForm key={view.key} process={view} /> : <Banner tone="warn" title={t('start.notStartable')} />}
    </>
  );
}

function StartForm({ process }: { process: ProcessView }) {
  const { t } = useTranslation();
  const me = useMe();
  const toast = useToast();
  const refused = useRefused();
  const navigate = useNavigate();
  const words = useProblemWords();
  const initial = useMemo<TypedForm>(() => {
    const typed: Record<string, TypedForm[string]> = Object.fromEntries(process.startForm.map((field) => [field.name, typedOf(field)]));
    // An enterprise applies for itself; an officer receives for the own agency.
    const code = process.startForm.find((field) => field.type === 'uscc');
    if (me.enterprise && code && typed[code.name] === '') {
      typed[code.name] = me.enterprise.uscc;
      const name = code.name.replace(/Uscc$/, 'Name');
      if (typed[name] === '') typed[name] = me.enterprise.name;
    }
    const own = process.agencies.find((agency) => me.posts.some((post) => post.agency === agency.id));
    typed[agencyField] = own?.id ?? (process.agencies.length === 1 ? (process.agencies[0]?.id ?? '') : '');
    return typed;
  }, [process, me]);
  const draft = useDraft(`${me.id}:start:${process.key}`, initial);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  /** Changed since the last try: no longer called wrong before it is looked at again. */
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sending, setSending] = useState(false);
  const write = useWrite<StartCase>('/cases', {
    done: async (receipt) => {
      setSending(true);
      const failed = await sendFiles(receipt.caseId, files);
      draft.discard();
      toast(failed.length === 0 ? t('start.done') : t('start.filesFailed', { names: failed.map((f) => f.file.name).join(t('common.separator')) }));
      void navigate({ to: '/cases/$caseId', params: { caseId: receipt.caseId } });
    },
    refused: (error) => {
      const fields = fieldsOf(error);
      setMended(new Set());
      if (fields.length > 0) setProblems(fields);
      else refused(error, t('start.submit'));
    },
  });
  const problemAt = (name: string): FieldProblem | undefined => (mended.has(name) ? undefined : problems.find((one) => one.field === name));
  const mend = (name: string): void => setMended((old) => (old.has(name) ? old : new Set([...old, name])));
  const agency = String(draft.values[agencyField] ?? '');
  const agencyProblem = problemAt('agency');
  const form = 'start';
  const busy = write.phase !== 'idle' || sending;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { data, problems: now } = collect(process.startForm, draft.values);
    const all = agency === '' ? [{ field: 'agency', code: 'required' }, ...now] : now;
    setProblems(all);
    setMended(new Set());
    if (files.some(isTooLarge)) return document.getElementById('start-files')?.focus();
    if (all.length === 0) write.send({ process: process.key, agency, data });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Panel title={t('start.form')}>
        <div className="stack">
          {draft.restored && <DraftNote onDiscard={draft.discard} />}
          <ProblemSummary
            form={form} problems={problems}
            fields={[...process.startForm, { name: 'agency', label: { zh: t('start.agency'), en: t('start.agency') }, type: 'choice', use: 'required' }]}
          />
          <div className="form-grid">
            <Labelled id={`${form}-agency`} label={t('start.agency')} required help={t('start.agencyHint')} problem={agencyProblem && words(agencyProblem, undefined)} wide>
              {(props) => <AgencySelect props={props} agencies={process.agencies} value={agency} onChange={(id) => { mend('agency'); draft.change(agencyField, id); }} />}
            </Labelled>
          </div>
          <FormSections fields={process.startForm}>
            {(field) => {
              const problem = problemAt(field.name);
              return (
                <FieldControl
                  key={field.name} form={form} field={field} value={draft.values[field.name] ?? ''}
                  problem={problem && words(problem, field)} onChange={(value) => { mend(field.name); draft.change(field.name, value); }}
                />
              );
            }}
          </FormSections>
          <StartFiles files={files} onChange={setFiles} />
          <WriteNote write={write} />
          <div className="row"><Button tone="primary" type="submit" disabled={busy}>{!busy ? t('start.submit') : sending ? t('files.uploading') : t('start.submitting')}</Button></div>
        </div>
      </Panel>
    </form>
  );
}
