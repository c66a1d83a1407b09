/** 代理: who acts for the viewer while they are away, and for whom the viewer acts. */
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Substitution } from '../../../../../contracts/work.ts';
import { chinaDay, parseDay } from '../../../lib/dates.ts';
import { useText } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { DateInput } from '../../../ui/form/date-input.tsx';
import { Labelled } from '../../../ui/form/labelled.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Empty, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { useMe } from '../../session/api/me.ts';
import { ownColleaguesQuery, substitutionsQuery, useNewSubstitution, useRevoke } from '../api/away.ts';
import './away.css';

const tone = { coming: 'accent', 'in-force': 'ok', over: 'neutral', revoked: 'neutral' } as const;

export function AwayPage() {
  const { t } = useTranslation();
  const query = useQuery(substitutionsQuery);
  return (
    <>
      <PageHead title={t('away.title')} />
      <div className="away">
        <Panel title={t('away.new')}><NewSubstitution /></Panel>
        <Panel title={t('away.list')} flush>
          {query.isPending ? <Skeleton lines={3} />
            : query.data === undefined ? <div className="panel-body"><LoadFault error={query.error} retry={() => void query.refetch()} /></div>
            : query.data.items.length === 0 ? <Empty>{t('away.none')}</Empty>
            : <ul className="cards">{query.data.items.map((one) => <Item key={one.id} one={one} />)}</ul>}
        </Panel>
      </div>
    </>
  );
}

function Item({ one }: { one: Substitution }) {
  const { t } = useTranslation();
  const me = useMe();
  const toast = useToast();
  const refused = useRefused();
  const write = useRevoke(one.id, { done: () => toast(t('away.revokedDone')), refused: (error) => refused(error, t('away.revoke')) });
  const revocable = one.absent.id === me.id && (one.state === 'coming' || one.state === 'in-force');
  return (
    <li className="card">
      <div className="card-head">
        <strong lang="zh-CN">{t('away.for', { substitute: one.substitute.name, absent: one.absent.name })}</strong>
        <Badge tone={tone[one.state]}>{t(`away.${one.state}`)}</Badge>
      </div>
      <div>{one.fromDay} – {one.untilDay}</div>
      <p className="quiet" lang="zh-CN">{one.reason}</p>
      {revocable && (
        <div>
          <Button small disabled={write.isPending} onClick={() => write.mutate({})}>{t('away.revoke')}</Button>
        </div>
      )}
    </li>
  );
}

const fields = ['substitute', 'fromDay', 'untilDay', 'reason'] as const;
type Typed = Record<(typeof fields)[number], string>;

function NewSubstitution() {
  const { t } = useTranslation();
  const text = useText();
  const toast = useToast();
  const refused = useRefused();
  const people = useQuery(ownColleaguesQuery);
  const today = chinaDay(Date.now());
  const empty: Typed = { substitute: '', fromDay: today, untilDay: today, reason: '' };
  const [typed, setTyped] = useState(empty);
  const [wrong, setWrong] = useState<Partial<Typed>>({});
  const write = useNewSubstitution({
    done: () => {
      setTyped(empty);
      toast(t('away.made'));
    },
    refused: (error) => refused(error, t('away.new')),
  });
  const change = (name: keyof Typed) => (value: string): void => setTyped((old) => ({ ...old, [name]: value }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const [from, until] = [parseDay(typed.fromDay), parseDay(typed.untilDay)];
    const now: Partial<Typed> = {
      ...(typed.substitute === '' ? { substitute: t('form.problem.required') } : {}), ...(from === null ? { fromDay: t('form.problem.date') } : {}),
      ...(until === null ? { untilDay: t('form.problem.date') } : from !== null && until < from ? { untilDay: t('form.problem.too-small', { min: from }) } : {}),
      ...(typed.reason.trim() === '' ? { reason: t('form.problem.required') } : {}),
    };
    setWrong(now);
    const first = fields.find((name) => now[name] !== undefined);
    if (first) return document.getElementById(`away-${first}`)?.focus();
    write.mutate({ substitute: typed.substitute, fromDay: from, untilDay: until, reason: typed.reason.trim() });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="quiet">{t('away.help')}</p>
      <Labelled id="away-substitute" label={t('away.substitute')} required problem={wrong.substitute}>
        {(props) => (people.data?.items.length === 0 ? <p className="quiet">{t('handling.nobody')}</p> : (
          <select {...props} className="input" value={typed.substitute} onChange={(event) => change('substitute')(event.target.value)}>
            <option value="">{t('common.choose')}</option>
            {people.data?.items.map((p) => <option key={p.id} value={p.id}>{`${p.name}${t('common.aside', { text: p.posts.map(text).join(t('common.separator')) })}`}</option>)}
          </select>
        ))}
      </Labelled>
      <div className="form-grid">
        <Labelled id="away-fromDay" label={t('away.fromDay')} required problem={wrong.fromDay}>{(props) => <DateInput {...props} className="input" value={typed.fromDay} onDay={change('fromDay')} />}</Labelled>
        <Labelled id="away-untilDay" label={t('away.untilDay')} required problem={wrong.untilDay}>{(props) => <DateInput {...props} className="input" value={typed.untilDay} onDay={change('untilDay')} />}</Labelled>
      </div>
      <Labelled id="away-reason" label={t('action.reason')} required problem={wrong.reason}>
        {(props) => <input {...props} className="input" maxLength={2000} value={typed.reason} onChange={(event) => change('reason')(event.target.value)} />}
      </Labelled>
      <div><Button type="submit" tone="primary" disabled={write.isPending}>{t('away.new')}</Button></div>
    </form>
  );
}
