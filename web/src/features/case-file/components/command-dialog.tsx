/** One dialog for every act that asks for a few things: what is asked stands in a list, what is sent follows from it. */
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/drafts.ts';
import { useWrite } from '../../../lib/write.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { DateInput } from '../../../ui/form/date-input.tsx';
import { Labelled, type ControlProps } from '../../../ui/form/labelled.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { WriteNote } from '../../../ui/write-note.tsx';
import { useMe } from '../../session/api/me.ts';

export interface Choice { readonly value: string; readonly name: string }
export type Ask = { readonly name: string; readonly label: string; readonly required: boolean; readonly help?: string } & (
  | { readonly kind: 'line' | 'text' | 'amount' | 'day' }
  /** `options` undefined while they are being fetched. */
  | { readonly kind: 'one'; readonly options: readonly Choice[] | undefined; readonly none: string }
  | { readonly kind: 'several'; readonly options: readonly Choice[] }
);
export type Values = Readonly<Record<string, string>>;

export interface Command {
  /** Below /api/v1. */
  readonly path: string;
  readonly title: string;
  readonly help: string;
  readonly done: string;
  readonly asks: readonly Ask[];
  readonly bodyOf: (values: Values) => object;
  readonly negative?: boolean;
}

const maxLength = 2000;
const nothing = {};
/** Values that one select among several holds. */
export const several = (value: string | undefined): string[] => (value ? value.split('\n') : []);

export function CommandDialog({ command, onClose }: { command: Command; onClose: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const refused = useRefused();
  const draft = useDraft(`${useMe().id}:${command.path}`, nothing);
  const [missing, setMissing] = useState<string | null>(null);
  const idOf = (name: string): string => `${command.path.replaceAll('/', '-')}-${name}`;
  const write = useWrite<object>(command.path, {
    done: () => {
      draft.discard();
      toast(command.done);
      onClose();
    },
    refused: (error) => {
      refused(error, command.title);
      onClose(); // what was typed is kept as a draft
    },
  });
  const valueOf = (ask: Ask): string => {
    const value = String(draft.values[ask.name] ?? '');
    // A draft may name somebody who can no longer be chosen.
    return ask.kind === 'one' && !ask.options?.some((o) => o.value === value) ? '' : value;
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const values: Record<string, string> = {};
    for (const ask of command.asks) {
      const value = valueOf(ask).trim();
      if (value !== '') values[ask.name] = value;
      else if (ask.required) {
        setMissing(ask.name);
        document.getElementById(idOf(ask.name))?.focus();
        return;
      }
    }
    setMissing(null);
    write.send(command.bodyOf(values));
  };
  const loading = command.asks.some((ask) => ask.kind === 'one' && ask.options === undefined);
  return (
    <Dialog title={command.title} onClose={onClose}>
      <form onSubmit={submit} noValidate className="stack">
        <p className="quiet">{command.help}</p>
        {loading ? <Skeleton lines={3} /> : command.asks.map((ask) => (
          <Labelled
            key={ask.name} id={idOf(ask.name)} label={ask.label} required={ask.required} help={ask.help} group={ask.kind === 'several' ? 'many' : undefined}
            problem={missing === ask.name ? t('form.problem.required') : undefined}
          >
            {(props) => <Control ask={ask} props={props} value={valueOf(ask)} onChange={(value) => draft.change(ask.name, value)} />}
          </Labelled>
        ))}
        <WriteNote write={write} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" tone={command.negative ? 'negative' : 'primary'} disabled={write.phase !== 'idle' || loading}>{write.phase === 'idle' ? command.title : t('task.sending')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function Control({ ask, props, value, onChange }: { ask: Ask; props: ControlProps; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  switch (ask.kind) {
    case 'text':
      return <textarea {...props} className="input" rows={4} maxLength={maxLength} value={value} onChange={(event) => onChange(event.target.value)} />;
    case 'line':
      return <input {...props} className="input" maxLength={maxLength} value={value} onChange={(event) => onChange(event.target.value)} />;
    case 'day':
      return <DateInput {...props} className="input" value={value} onDay={onChange} />;
    case 'amount':
      return <input {...props} className="input" inputMode="numeric" maxLength={4} value={value} onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))} />;
    case 'one':
      if (ask.options?.length === 0) return <p className="quiet">{ask.none}</p>;
      return (
        <select {...props} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t('common.choose')}</option>
          {ask.options?.map((o) => <option key={o.value} value={o.value}>{o.name}</option>)}
        </select>
      );
    case 'several': {
      const chosen = several(value);
      return (
        <div className="choices">
          {ask.options.map((o) => (
            <label key={o.value} className="choice">
              <input type="checkbox" checked={chosen.includes(o.value)} onChange={(event) => onChange((event.target.checked ? [...chosen, o.value] : chosen.filter((v) => v !== o.value)).join('\n'))} />
              {o.name}
            </label>
          ))}
        </div>
      );
    }
  }
}
