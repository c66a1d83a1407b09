/** What else can be done with a task than to complete it: 退回, 转办, 委派, 拿回, 临时环节, 催办. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView, TaskView } from '../../../../../contracts/cases.ts';
import { useText } from '../../../lib/lang.ts';
import { Button } from '../../../ui/button.tsx';
import { useMe } from '../../session/api/me.ts';
import { colleaguesQuery } from '../api/case-file.ts';
import { CommandDialog, type Command } from './command-dialog.tsx';
import { offerOf } from './why-not.tsx';

const names = ['return', 'transfer', 'delegate', 'recall', 'add-step', 'urge'] as const;
type Name = (typeof names)[number];

/** Only what is on offer is shown: whoever may not hand a task over now will hardly come to. */
export function TaskActions({ view, task }: { view: CaseView; task: TaskView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Name | null>(null);
  // Nobody urges themselves.
  const own = useMe().id === task.assignee?.id;
  const offered = names.filter((name) => offerOf(task.offers, name)?.allowed === true && !(own && name === 'urge'));
  if (offered.length === 0) return null;
  return (
    <div className="task-actions" role="group" aria-label={t('handling.more')}>
      {offered.map((name) => <Button key={name} small tone="quiet" onClick={() => setOpen(name)}>{t(`handling.${name}.name`)}</Button>)}
      {open !== null && <TaskCommand name={open} view={view} task={task} onClose={() => setOpen(null)} />}
    </div>
  );
}

function TaskCommand({ name, view, task, onClose }: { name: Name; view: CaseView; task: TaskView; onClose: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  const people = useQuery({ ...colleaguesQuery(view.id, task.task), enabled: name === 'transfer' || name === 'delegate' }).data?.items;
  const person = (takes: boolean) => ({
    kind: 'one', name: 'to', label: t('handling.person'), required: true, none: t('handling.nobody'),
    options: people?.filter((p) => p.takes || !takes).map((p) => ({ value: p.id, name: `${p.name}${t('common.aside', { text: p.posts.map(text).join(t('common.separator')) })}` })),
  } as const);
  const reason = { kind: 'text', name: 'reason', label: t('action.reason'), required: true } as const;
  const own: Record<Name, Pick<Command, 'asks' | 'bodyOf'>> = {
    return: {
      asks: [
        { kind: 'one', name: 'to', label: t('handling.return.to'), required: true, none: '', options: task.returnTo.map((s) => ({ value: s.node, name: text(s.name) })) },
        { kind: 'one', name: 'policy', label: t('handling.return.policy'), required: true, none: '', options: [{ value: 'redo', name: t('handling.return.redo') }, { value: 'back', name: t('handling.return.back') }] },
        reason,
      ],
      bodyOf: ({ to, policy, reason: why }) => ({ to, policy, reason: why }),
    },
    transfer: { asks: [person(true), reason], bodyOf: (v) => v },
    delegate: { asks: [person(false), reason], bodyOf: (v) => v },
    recall: { asks: [], bodyOf: () => ({}) },
    'add-step': {
      asks: [
        { kind: 'line', name: 'title', label: t('handling.add-step.title'), required: true },
        { kind: 'one', name: 'pool', label: t('task.pool'), required: true, none: '', options: view.posts.map((p) => ({ value: p.pool, name: text(p.name) })) },
        { kind: 'text', name: 'instructions', label: t('handling.add-step.instructions'), required: false },
        { kind: 'one', name: 'blocks', label: t('handling.add-step.blocks'), required: true, none: '', options: [{ value: 'yes', name: t('handling.add-step.before') }, { value: 'no', name: t('handling.add-step.beside') }] },
      ],
      bodyOf: ({ blocks, ...rest }) => ({ ...rest, blocks: blocks === 'yes' }),
    },
    urge: { asks: [{ kind: 'line', name: 'text', label: t('action.note'), required: false }], bodyOf: (v) => v },
  };
  const command: Command = {
    ...own[name], path: `/cases/${view.id}/tasks/${task.task}/${name}`, title: t(`handling.${name}.name`), help: t(`handling.${name}.help`), done: t(`handling.${name}.done`),
  };
  return <CommandDialog command={command} onClose={onClose} />;
}
