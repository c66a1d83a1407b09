/** What a migration calls otherwise, in every place of the state that names it. Part of the fold: reads nothing but the event. */
import type { Renamed } from '../events.ts';
import type { Draft } from '../draft.ts';
import type { PastClock, Token, Visit } from '../state.ts';

type Names = Readonly<Record<string, string | null>>;
const called = (names: Names, id: string): string | null => (Object.hasOwn(names, id) ? names[id] ?? null : id);

export function rename(draft: Draft, { steps, flows, clocks, fields }: Renamed): void {
  // What the case stands at has a counterpart, or the migration was refused.
  const at = (id: string): string => called(steps, id) ?? id;
  each(draft.tokens, (token) => renameToken(token, steps, flows));
  each(draft.scopes, (scope) => ({ ...scope, node: at(scope.node) }));
  each(draft.multis, (multi) => ({ ...multi, node: at(multi.node) }));
  each(draft.tasks, (task) => ({ ...task, node: at(task.node) }));
  each(draft.signings, (round) => ({ ...round, node: at(round.node) }));
  each(draft.jobs, (job) => ({ ...job, node: at(job.node) }));
  each(draft.calls ?? {}, (call) => ({ ...call, node: at(call.node) }));
  each(draft.incidents ?? {}, (incident) => ({ ...incident, node: at(incident.node) }));
  each(draft.timers, (timer) => ({ ...timer, node: at(timer.node) }));
  each(draft.clocks, (clock) => ({ ...clock, clock: called(clocks, clock.clock) ?? clock.clock }));
  draft.visits = renamed(draft.visits, steps, (visit) => visit, bothVisits);
  if (draft.past) draft.past = renamed(draft.past, clocks, (past: PastClock, clock) => ({ ...past, clock }), (a, b) => (a.stoppedAt > b.stoppedAt ? a : b));
  if (draft.limits) draft.limits = renamed(draft.limits, clocks, (limit) => limit, (a) => a);
  draft.data = renamed(draft.data, fields, (value) => value, (a, b) => b ?? a);
}

function each<T>(map: Record<number, T>, change: (item: T) => T): void {
  for (const [id, item] of Object.entries(map)) map[Number(id)] = change(item);
}

function renameToken({ origin, ...token }: Token, steps: Names, flows: Names): Token {
  const from = origin ? called(steps, origin.node) : null;
  return {
    ...token, node: called(steps, token.node) ?? token.node, flow: token.flow === null ? null : called(flows, token.flow),
    ...(origin && from !== null ? { origin: { ...origin, node: from } } : {}),
  };
}

/** Entries under their new names; what the new version does not have is dropped: the record keeps it. */
function renamed<T>(map: Readonly<Record<string, T>>, names: Names, change: (item: T, name: string) => T, merge: (a: T, b: T) => T): Record<string, T> {
  const out: Record<string, T> = {};
  for (const [id, item] of Object.entries(map)) {
    const name = called(names, id);
    if (name === null) continue;
    const next = change(item, name);
    const there = Object.hasOwn(out, name) ? out[name] : undefined;
    out[name] = there === undefined ? next : merge(there, next);
  }
  return out;
}

/** Two steps that have become one: the later decision counts, and whoever did either of them has done it (职责分离). */
function bothVisits(a: Visit, b: Visit): Visit {
  const [earlier, later] = a.at <= b.at ? [a, b] : [b, a];
  return { ...later, count: a.count + b.count, voters: [...new Set([...(later.voters ?? []), ...(earlier.voters ?? []), ...(earlier.by ? [earlier.by] : [])])] };
}
