/**
 * evolve(state, event) → state. Reads nothing but its arguments: no model, clock or policy may be consulted here, so that every
 * event ever written folds to the same state for ever.
 */
import { assertNever } from '../assert-never.ts';
import { applyChanges, fork, omit, use, type Draft } from './draft.ts';
import type { CaseEvent, ClockDates } from './events.ts';
import { mutateBetween } from './between/evolve-between.ts';
import { mutateDossier } from './dossier/evolve-documents.ts';
import { rename } from './change/rename.ts';
import type { CaseState, Pool, RunningClock, Seat, Task, Token, Visit } from './state.ts';

export function evolve(state: CaseState | null, event: CaseEvent & { readonly hash?: string }): CaseState {
  const draft = fork(state);
  mutate(draft, event);
  return draft;
}

/** Folds many events with one copy. */
export function fold(state: CaseState | null, events: readonly (CaseEvent & { readonly hash?: string })[]): CaseState | null {
  if (events.length === 0) return state;
  const draft = fork(state);
  for (const event of events) mutate(draft, event);
  return draft;
}

export function mutate(draft: Draft, event: CaseEvent & { readonly hash?: string }): void {
  const { body, at } = event;
  draft.seq = event.seq;
  if (event.hash !== undefined) draft.head = event.hash;
  switch (body.type) {
    case 'case.started':
      draft.caseId = body.caseId;
      draft.process = body.process;
      draft.title = body.title;
      draft.agency = body.agency;
      draft.region = body.region;
      draft.receivedAt = body.receivedAt;
      draft.initiator = body.initiator;
      draft.parties = body.parties;
      draft.visibleTo = body.parties.flatMap((p) => (p.later ? [] : [p.pool]));
      draft.data = { ...body.data };
      if (body.limits) draft.limits = body.limits;
      if (body.calendar) draft.calendar = body.calendar;
      if (body.parent) draft.parent = body.parent;
      return;
    case 'case.numbered':
      draft.number = body.number;
      return;
    case 'case.migrated':
      draft.former = [...(draft.former ?? []), { process: body.from, until: event.seq - 1 }];
      draft.process = body.to;
      rename(draft, body.renamed);
      return;
    case 'case.suspended':
      draft.status = 'suspended';
      draft.suspension = { reason: body.reason, since: at, ...(body.basis === undefined ? {} : { basis: body.basis }), ...(body.with === undefined ? {} : { with: body.with }) };
      return;
    case 'case.resumed':
      draft.status = 'open';
      draft.suspension = null;
      return;
    case 'case.closed':
      draft.status = 'closed';
      draft.outcome = body.outcome;
      draft.closedAt = at;
      draft.suspension = null;
      delete draft.merging;
      delete draft.ending;
      if (body.error !== undefined) draft.error = body.error;
      return;
    case 'comment.added':
    case 'event.thrown':
      return;
    case 'case.inherited':
      draft.visits = { ...body.visits };
      return;
    case 'case.reopened':
      draft.status = 'open';
      draft.outcome = null;
      draft.closedAt = null;
      delete draft.error;
      for (const node of body.undone) undo(draft, node);
      return;
    case 'data.changed':
    case 'message.received':
    case 'signal.received':
      applyChanges(draft, body.changes);
      return;
    case 'token.created':
      draft.tokens[use(draft, body.token)] = { id: body.token, node: body.node, flow: body.flow, scope: body.scope, ...originOf(draft, body.from) };
      return;
    case 'token.moved':
      draft.tokens[body.token] = { id: body.token, node: body.node, flow: body.flow, scope: draft.tokens[body.token]?.scope ?? 0, ...originOf(draft, body.token) };
      return;
    case 'token.removed':
      delete draft.tokens[body.token];
      if (body.ending !== undefined) draft.ending = body.ending;
      return;
    case 'scope.opened': {
      const { scope, node, token, parent, index, item } = body;
      draft.scopes[use(draft, scope)] = { id: scope, node, token, parent, index, item };
      const multi = draft.multis[token];
      if (multi && index !== null) draft.multis[token] = { ...multi, started: multi.started + 1 };
      return;
    }
    case 'scope.closed': {
      const scope = draft.scopes[body.scope];
      const multi = scope && scope.index !== null ? draft.multis[scope.token] : undefined;
      if (multi) draft.multis[multi.token] = { ...multi, completed: multi.completed + 1 };
      delete draft.scopes[body.scope];
      return;
    }
    case 'multi.opened':
      draft.multis[body.token] = { token: body.token, node: body.node, items: body.items, sequential: body.sequential, started: 0, completed: 0 };
      return;
    case 'multi.closed':
      delete draft.multis[body.token];
      return;
    case 'task.created':
      draft.tasks[use(draft, body.task)] = {
        id: body.task, token: body.token, node: body.node, pool: body.pool, assignee: body.assignee ?? null, createdAt: at, claimedAt: body.assignee ? at : null,
        ...(body.seat === undefined ? {} : { seat: body.seat }), ...(body.side === undefined ? {} : { side: body.side }),
      };
      if (body.before !== undefined) patchTask(draft, body.before, { waitsFor: body.task });
      see(draft, body.pool);
      return;
    case 'task.claimed':
      patchTask(draft, body.task, { assignee: body.by, claimedAt: at }, 'handedBy');
      return;
    case 'task.released':
      patchTask(draft, body.task, { assignee: null, claimedAt: null }, 'handedBy', 'owner');
      return;
    case 'task.transferred':
      patchTask(draft, body.task, { assignee: body.to, claimedAt: body.to ? at : null, pool: body.pool, ...(body.from && body.to ? { handedBy: body.from } : {}) }, 'owner', ...(body.from && body.to ? [] : ['handedBy' as const]));
      if (body.seat !== undefined) patchSeats(draft, body.token, (seats) => seats.map((s) => (s.seat === body.seat ? { ...s, pool: body.pool } : s)));
      see(draft, body.pool);
      return;
    case 'task.delegated':
      patchTask(draft, body.task, { assignee: body.to, claimedAt: at, owner: body.owner }, 'handedBy');
      see(draft, body.pool);
      return;
    case 'task.resolved':
      applyChanges(draft, body.changes);
      patchTask(draft, body.task, { assignee: draft.tasks[body.task]?.owner ?? null, claimedAt: at }, 'owner');
      return;
    case 'task.recalled':
      patchTask(draft, body.task, { assignee: body.to, claimedAt: at }, 'owner', 'handedBy');
      return;
    case 'task.urged':
      patchTask(draft, body.task, { urged: { by: body.by.id, at } });
      return;
    case 'side.completed':
      closeTask(draft, body.task);
      return;
    case 'step.returned':
      for (const node of body.undone) undo(draft, node);
      for (const clock of body.continues) {
        const past = draft.past?.[clock];
        if (past) draft.past = { ...draft.past, [clock]: { ...past, continues: true } };
      }
      return;
    case 'step.deemed':
      visit(draft, body.node, { by: '', name: '', at, outcome: body.outcome });
      moveOrigin(draft, body.token, { node: body.node, by: '' });
      return;
    case 'step.repeated':
      visit(draft, body.node, { by: body.by.id, name: body.by.name, at, outcome: body.outcome });
      moveOrigin(draft, body.token, { node: body.node, by: body.by.id });
      return;
    case 'person.recused':
      draft.recused = [...(draft.recused ?? []).filter((p) => p.id !== body.person.id), body.person];
      return;
    case 'case.copied':
      draft.copies = { ...draft.copies, [use(draft, body.copy)]: { pool: body.pool, person: body.person } };
      see(draft, body.pool);
      return;
    case 'copy.read': {
      draft.copies = omit(draft.copies ?? {}, body.copy);
      return;
    }
    case 'task.completed':
      // Of a step of the flow itself; a side task does not move its token.
      if (!draft.tasks[body.task]?.side) moveOrigin(draft, draft.tasks[body.task]?.token, { node: body.node, by: body.by.id });
      closeTask(draft, body.task);
      applyChanges(draft, body.changes);
      visit(draft, body.node, { by: body.by.id, name: body.by.name, at, outcome: body.outcome });
      return;
    case 'signing.opened':
      draft.signings[body.token] = { token: body.token, node: body.node, seats: body.seats };
      return;
    case 'vote.cast':
      closeTask(draft, body.task);
      applyChanges(draft, body.changes);
      patchSeat(draft, body.token, body.seat, () => ({ outcome: body.outcome, by: body.by.id, name: body.by.name, at }));
      return;
    case 'vote.changed':
      patchSeat(draft, body.token, body.seat, (vote) => (vote ? { ...vote, outcome: body.outcome, at } : null));
      return;
    case 'seat.added':
      patchSeats(draft, body.token, (seats) => [...seats, body.seat]);
      return;
    case 'seat.removed':
      patchSeats(draft, body.token, (seats) => seats.filter((s) => s.seat !== body.seat));
      return;
    case 'signing.decided':
      visit(draft, body.node, { by: '', name: '', at, outcome: body.outcome, voters: body.voters });
      moveOrigin(draft, body.token, { node: body.node, by: '' });
      delete draft.signings[body.token];
      return;
    case 'signing.cancelled':
      delete draft.signings[body.token];
      return;
    case 'task.cancelled':
      closeTask(draft, body.task);
      return;
    case 'job.requested':
      draft.jobs[use(draft, body.job)] = { id: body.job, token: body.token, node: body.node, service: body.service, input: body.input };
      return;
    case 'job.completed':
      applyChanges(draft, body.changes ?? []);
      delete draft.jobs[body.job];
      return;
    case 'job.cancelled':
      delete draft.jobs[body.job];
      return;
    case 'incident.raised': {
      const { incident: id, node, code, params, of } = body;
      (draft.incidents ??= {})[use(draft, id)] = { id, node, since: at, code, params, of };
      return;
    }
    case 'incident.resolved':
      delete draft.incidents?.[body.incident];
      return;
    case 'case.linked':
    case 'case.unlinked':
    case 'merge.asked':
    case 'merge.refused':
    case 'input.kept':
    case 'input.taken':
    case 'input.dropped':
    case 'opening.requested':
    case 'opening.done':
    case 'opening.refused':
    case 'call.held':
    case 'call.completed':
    case 'call.withdrawn':
    case 'errand.requested':
    case 'closing.requested':
    case 'closing.done':
    case 'errand.done':
      return mutateBetween(draft, body);
    case 'document.drafted':
    case 'document.issued':
    case 'document.voided':
    case 'document.served':
    case 'service.agreed':
    case 'file.added':
    case 'evidence.listed':
    case 'evidence.struck':
      return mutateDossier(draft, body);
    case 'timer.armed':
      draft.timers[use(draft, body.timer)] = {
        id: body.timer, node: body.node, token: body.token, startedAt: body.startedAt, dueAt: body.dueAt, provisional: body.provisional, pauses: [],
        ...(body.clockNo === undefined ? {} : { clockNo: body.clockNo }),
      };
      return;
    case 'timer.fired':
    case 'timer.cancelled':
      delete draft.timers[body.timer];
      return;
    case 'timer.moved': {
      const timer = draft.timers[body.timer];
      if (timer) draft.timers[body.timer] = { ...timer, dueAt: body.dueAt, provisional: body.provisional, pauses: body.pauses };
      return;
    }
    case 'clock.started':
      if (draft.past?.[body.clock]) draft.past = omit(draft.past, body.clock);
      draft.clocks[use(draft, body.clockNo)] = {
        id: body.clockNo, clock: body.clock, rule: body.rule, startedAt: body.startedAt, duty: body.duty, paused: false, pauses: body.pauses ?? [], extensions: body.extensions ?? [],
        light: body.light ?? 'green', breachedAt: body.breachedAt ?? null, ...dates(body),
      };
      return;
    case 'clock.paused':
      patchClock(draft, body.clockNo, (c) => ({ paused: true, pauses: [...c.pauses, body.pause] }));
      return;
    case 'clock.resumed':
      patchClock(draft, body.clockNo, () => ({ paused: false, pauses: body.pauses, ...dates(body) }));
      return;
    case 'clock.extended':
      patchClock(draft, body.clockNo, (c) => ({ extensions: [...c.extensions, body.extension], ...(body.light ? { light: body.light } : {}), ...dates(body) }));
      return;
    case 'calendar.adopted':
      draft.calendar = body.calendar;
      return;
    case 'clock.recomputed':
      patchClock(draft, body.clockNo, () => ({ ...dates(body), ...(body.light ? { light: body.light } : {}) }));
      return;
    case 'clock.breach-corrected':
      patchClock(draft, body.clockNo, () => ({ breachedAt: null }));
      return;
    case 'clock.rule-changed':
      patchClock(draft, body.clockNo, () => ({ rule: body.rule, duty: body.duty, light: 'green', ...dates(body) }));
      return;
    case 'clock.warned':
      patchClock(draft, body.clockNo, (c) => ({ light: body.level, warnings: c.warnings.slice(1) }));
      return;
    case 'clock.breached':
      patchClock(draft, body.clockNo, () => ({ breachedAt: body.dueAt, warnings: [] }));
      return;
    case 'clock.stopped': {
      const clock = draft.clocks[body.clockNo];
      if (clock) draft.past = { ...draft.past, [body.clock]: { ...clock, stoppedAt: at, ...(body.reason === 'returned' ? { continues: true } : {}) } };
      delete draft.clocks[body.clockNo];
      return;
    }
    default:
      assertNever(body);
  }
}

function visit(draft: Draft, node: string, last: Omit<Visit, 'count'>): void {
  const before = draft.visits[node];
  const voters = [...new Set([...(last.voters ?? []), ...(before?.voters ?? []), ...(before?.by ? [before.by] : [])])].filter((id) => id !== last.by);
  draft.visits = { ...draft.visits, [node]: { ...last, ...(voters.length > 0 ? { voters } : {}), count: (before?.count ?? 0) + 1 } };
}

function undo(draft: Draft, node: string): void {
  const last = draft.visits[node];
  if (last) draft.visits = { ...draft.visits, [node]: { ...last, undone: true } };
}

function patchSeats(draft: Draft, token: number, patch: (seats: readonly Seat[]) => readonly Seat[]): void {
  const round = draft.signings[token];
  if (round) draft.signings[token] = { ...round, seats: patch(round.seats) };
}

const patchSeat = (draft: Draft, token: number, seat: number, vote: (old: Seat['vote']) => Seat['vote']): void =>
  patchSeats(draft, token, (seats) => seats.map((s) => (s.seat === seat ? { ...s, vote: vote(s.vote) } : s)));

function patchTask(draft: Draft, id: number, patch: Partial<Task>, ...gone: readonly ('owner' | 'handedBy' | 'waitsFor')[]): void {
  const task = draft.tasks[id];
  if (!task) return;
  const next: { -readonly [K in keyof Task]: Task[K] } = { ...task, ...patch };
  for (const name of gone) delete next[name];
  draft.tasks[id] = next;
}

/** A task that waited for this one waits no longer. */
function closeTask(draft: Draft, id: number): void {
  const side = draft.tasks[id]?.side;
  delete draft.tasks[id];
  if (!side) return;
  for (const task of Object.values(draft.tasks)) if (task.waitsFor === id) patchTask(draft, task.id, {}, 'waitsFor');
}

function see(draft: Draft, pool: Pool): void {
  if (!draft.visibleTo.includes(pool)) draft.visibleTo = [...draft.visibleTo, pool];
}

const originOf = (draft: Draft, token: number | undefined): Pick<Token, 'origin'> => {
  const origin = token === undefined ? undefined : draft.tokens[token]?.origin;
  return origin ? { origin } : {};
};

function moveOrigin(draft: Draft, id: number | undefined, origin: Token['origin'] & object): void {
  const token = id === undefined ? undefined : draft.tokens[id];
  if (token) draft.tokens[token.id] = { ...token, origin };
}

function patchClock(draft: Draft, id: number, patch: (clock: RunningClock) => Partial<RunningClock>): void {
  const clock = draft.clocks[id];
  if (clock) draft.clocks[id] = { ...clock, ...patch(clock) };
}

const dates = (d: ClockDates): ClockDates => ({
  dueAt: d.dueAt, dueDay: d.dueDay, provisional: d.provisional, calendarVersion: d.calendarVersion, warnings: d.warnings,
});
