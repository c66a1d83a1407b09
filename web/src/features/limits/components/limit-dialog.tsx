import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LimitView } from '../../../../../contracts/limits.ts';
import { useText } from '../../../lib/lang.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Labelled } from '../../../ui/form/labelled.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { Empty, LoadFault, Skeleton } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { When } from '../../../ui/when.tsx';
import { useBudget } from '../../case-file/components/budget.ts';
import { limitHistoryQuery, useLimitChange } from '../api/limits.ts';

const units = ['working-day', 'calendar-day', 'hour', 'month', 'year'] as const;

export function LimitDialog({ limit, changeable, onClose }: { limit: LimitView; changeable: boolean; onClose: () => void }) {
  const text = useText();
  return (
    <Dialog title={text(limit.name)} onClose={onClose}>
      <div className="stack">
        {changeable && <Change limit={limit} onClose={onClose} />}
        <History limit={limit} />
      </div>
    </Dialog>
  );
}

function Change({ limit, onClose }: { limit: LimitView; onClose: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const refused = useRefused();
  const write = useLimitChange(limit.process, limit.clock, {
    done: () => {
      toast(t('limits.done'));
      onClose();
    },
    refused: (error) => {
      refused(error, t('limits.change'));
      onClose();
    },
  });
  const [amount, setAmount] = useState(String(limit.inForce.amount));
  const [unit, setUnit] = useState<string>(limit.inForce.unit);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<'amount' | 'reason' | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const problem = Number(amount) >= 1 ? (reason.trim() === '' ? 'reason' : null) : 'amount';
    setWrong(problem);
    if (problem !== null) return document.getElementById(`limit-${problem}`)?.focus();
    write.mutate({ amount: Number(amount), unit, reason: reason.trim(), version: limit.version });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="quiet">{t('limits.help')}</p>
      <div className="form-grid">
        <Labelled id="limit-amount" label={t('limits.amount')} required problem={wrong === 'amount' ? t('form.problem.required') : undefined}>
          {(props) => <input {...props} className="input" inputMode="numeric" maxLength={4} value={amount} onChange={(event) => setAmount(event.target.value.replace(/\D/g, ''))} />}
        </Labelled>
        <Labelled id="limit-unit" label={t('limits.unit')} required>
          {(props) => <select {...props} className="input" value={unit} onChange={(event) => setUnit(event.target.value)}>{units.map((one) => <option key={one} value={one}>{t(`limits.units.${one}`)}</option>)}</select>}
        </Labelled>
      </div>
      <Labelled id="limit-reason" label={t('action.reason')} required problem={wrong === 'reason' ? t('form.problem.required') : undefined}>
        {(props) => <input {...props} className="input" maxLength={500} value={reason} onChange={(event) => {
          setReason(event.target.value);
          setWrong(null);
        }} />}
      </Labelled>
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" tone="primary" disabled={write.isPending}>{t('limits.change')}</Button>
      </div>
    </form>
  );
}

function History({ limit }: { limit: LimitView }) {
  const { t } = useTranslation();
  const budget = useBudget();
  const query = useQuery(limitHistoryQuery(limit.process, limit.clock));
  return (
    <section>
      <h3>{t('limits.history')}</h3>
      {query.isPending ? <Skeleton lines={2} />
        : query.data === undefined ? <LoadFault error={query.error} retry={() => void query.refetch()} />
        : query.data.items.length === 0 ? <Empty>{t('limits.never')}</Empty>
        : (
          <ul className="cards">
            {query.data.items.map((change) => (
              <li key={change.version} className="card">
                <div className="card-head"><strong>{budget(change.old)} → {budget(change.new)}</strong><When at={change.at} /></div>
                <div className="sub" lang="zh-CN">{change.by} · {change.reason}</div>
              </li>
            ))}
          </ul>
        )}
    </section>
  );
}
