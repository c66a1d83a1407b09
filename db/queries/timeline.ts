/** 流水 for people: the events of a case but for the mechanics of the flow, with the names behind the numbers that they carry. */
import type { StoredEvent } from '../../domain/engine/events.ts';
import type { Database } from '../pool.ts';
import { storedEvent, type EventRow } from '../record/read.ts';

export interface TimelineQuery {
  readonly after: number;
  readonly limit: number;
  /** Notes of officers for one another, how they vote, and what other cases there are (a lead must not warn whom it is about) are left out. */
  readonly withoutInternal: boolean;
}

/** In order of seq, at most limit + 1: the one too many says that there are more. */
export async function timelineEvents(database: Database, caseId: string, { after, limit, withoutInternal }: TimelineQuery): Promise<readonly StoredEvent[]> {
  const { rows } = await database.pool.query<EventRow>({
    name: 'timeline',
    text: `select seq, at, command, actor, body, hash from events
           where case_id = $1 and seq > $2 and type !~ '^(token|scope)[.]'
             and not ($4 and (type = 'comment.added' and (body ->> 'internal')::boolean or type ~ '^(signing|vote|seat|side|copy|person|opening|call|errand|input|merge)[.]'
               or type in ('task.transferred', 'task.delegated', 'task.resolved', 'task.recalled', 'step.returned', 'case.copied', 'case.linked', 'case.unlinked', 'case.inherited')))
           order by seq limit $3`,
    values: [caseId, after, limit + 1, withoutInternal],
  });
  return rows.map(storedEvent);
}

export interface NumberedNames { readonly tasks: ReadonlyMap<number, string>; readonly clocks: ReadonlyMap<number, string> }

/** Nodes of the tasks and ids of the clocks with these numbers. */
export async function namesOfNumbers(database: Database, caseId: string, tasks: readonly number[], clocks: readonly number[]): Promise<NumberedNames> {
  const { rows } = await database.pool.query<{ kind: 't' | 'c'; n: number; name: string }>({
    name: 'names-of-numbers',
    text: `select 't' as kind, task as n, node as name from tasks where case_id = $1 and task = any($2::integer[])
           union all select 'c', clock_no, clock from clocks where case_id = $1 and clock_no = any($3::integer[])`,
    values: [caseId, [...tasks], [...clocks]],
  });
  const of = (kind: 't' | 'c'): ReadonlyMap<number, string> => new Map(rows.filter((r) => r.kind === kind).map((r) => [r.n, r.name]));
  return { tasks: of('t'), clocks: of('c') };
}
