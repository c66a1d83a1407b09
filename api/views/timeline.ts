/** The timeline of a case as its viewer may see it. */
import type { TimelineEntry } from '../../contracts/cases.ts';
import type { NumberedNames } from '../../db/queries/timeline.ts';
import { isParty } from '../../domain/authority/acts.ts';
import type { Insight } from '../../domain/authority/policy.ts';
import type { FieldChange, StoredEvent } from '../../domain/engine/events.ts';
import type { CaseState } from '../../domain/engine/state.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { json } from '../http/json.ts';
import { isForPeople, isMasked } from './form.ts';
import { fieldLabel, poolName } from './names.ts';
import { aboutDossier, isDossierEvent, sentence, withoutOutcome } from './timeline-text.ts';

export interface TimelineView { readonly model: ProcessDefinition; readonly state: CaseState; readonly insight: Insight; readonly names: NumberedNames }

export function timelineEntry(event: StoredEvent, { model, state, insight, names }: TimelineView): TimelineEntry {
  const { seq, at, body, actor, command, hash } = event;
  const { parties } = state;
  const context = { model, parties, nodeOfTask: (n: number) => names.tasks.get(n) ?? '', clockOf: (n: number) => names.clocks.get(n) ?? '' };
  const comment = commentOf(event);
  // What an officer writes beside a decision is meant for colleagues, as an internal comment is.
  const mayRead = insight.internal || (actor.kind === 'person' && actor.as !== null && isParty(state, actor.as));
  return {
    seq, at, type: body.type, command, hash,
    summary: body.type === 'task.completed' && !mayRead ? withoutOutcome(body.node, model) : isDossierEvent(body) && !mayRead ? aboutDossier : sentence(event, context),
    actor: actor.kind === 'person'
      ? { kind: 'person', id: actor.id, name: actor.name, as: actor.as === null ? null : poolName(actor.as, model, parties) }
      : { kind: 'system', id: actor.id, name: actor.id, as: text('系统', 'System') },
    ...(comment !== null && mayRead ? { comment } : {}),
    changes: changesOf(event).flatMap(({ field, old, new: now }) => {
      if ((insight.fields !== null && !insight.fields.has(field)) || !isForPeople(Object.hasOwn(model.fields, field) ? model.fields[field] : undefined)) return [];
      const label = fieldLabel(model, field);
      return isMasked(model, field, insight.personal) ? [{ field, label, old: null, new: null, masked: true }] : [{ field, label, old: json(old), new: json(now) }];
    }),
  };
}

function commentOf({ body }: StoredEvent): string | null {
  return 'comment' in body ? (body.comment ?? null) : null;
}

/** What a case starts with is shown as changes from nothing. */
function changesOf({ body }: StoredEvent): readonly FieldChange[] {
  if ('changes' in body) return body.changes;
  return body.type === 'case.started' ? Object.entries(body.data).map(([field, value]) => ({ field, old: null, new: value })) : [];
}

/** The numbers of tasks and clocks that these events name. */
export function numbersIn(events: readonly StoredEvent[]): { readonly tasks: readonly number[]; readonly clocks: readonly number[] } {
  const tasks = new Set<number>();
  const clocks = new Set<number>();
  for (const { body } of events) {
    if ('task' in body) tasks.add(body.task);
    if (body.type.startsWith('clock.') && 'clockNo' in body && body.clockNo !== undefined) clocks.add(body.clockNo);
  }
  return { tasks: [...tasks], clocks: [...clocks] };
}
