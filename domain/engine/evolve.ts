/**
 * evolve(state, event) → state. Reads nothing but its arguments: no model, clock or policy may be consulted here, so that every
 * event ever written folds to the same state for ever.
 */
import { assertNever } from '../assert-never.ts';
import type { CaseEvent, ClockDates, FieldChange } from './events.ts';
import { mutateDossier } from './evolve-documents.ts';
import { rename } from './rename.ts';
import type { Call, CaseState, Pool, RunningClock, Seat, Task, Token, Visit } from './state.ts';

type Maps = 'tokens' | 'scopes' | 'multis' | 'tasks' | 'signings' | 'jobs' | 'timers' | 'clocks';
/** A state whose maps belong to this draft alone; the entries in them are shared and never changed in place. */
export type Draft = {
  -readonly [K in keyof CaseState]: K extends Maps ? { -readonly [N in keyof CaseState[K]]: CaseState[K][N] } : K extends RareMaps ? Record<number, NonNullable<CaseState[K]>[number]> : CaseState[K]
};
/** Most cases never have any of these. */
type RareMaps = 'openings' | 'calls' | 'errands';

const empty: CaseState = {
  caseId: '', process: { key: '', version: 0, hash: '' }, seq: 0, head: '', status: 'open', agency: '', region: '', number: null, title: '',
  receivedAt: '', initiator: { id: '', name: '' }, parties: [], visibleTo: [], data: {}, outcome: null, closedAt: null, suspension: null,
  tokens: {}, scopes: {}, multis: {}, tasks: {}, signings: {}, jobs: {}, timers: {}, clocks: {}, visits: {}, nextId: 1,
};

/** A copy that may be changed by `mutate` without touching the original. Its cost is the number of open entries, not of their content. */
export function fork(state: CaseState | null): Draft {
  const from = state ?? empty;
  return {
    ...from, data: { ...from.data }, tokens: { ...from.tokens }, scopes: { ...from.scopes }, multis: { ...from.multis }, tasks: { ...from.tasks }, signings: { ...from.signings }, jobs: { ...from.jobs },
    timers: { ...from.timers }, clocks: { ...from.clocks }, visits: { ...from.visits },
    ...(from.openings ? { openings: { ...from.openings } } : {}), ...(from.calls ? { calls: { ...from.calls } } : {}), ...(from.errands ? { errands: { ...from.errands } } : {}),
  };
}

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
      draft.visibleTo = body.parties.map((p) => p.pool);
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
      return;
    case 'comment.added':
      return;
    case 'case.linked':
      if (body.relation === 'related') draft.related = [...(draft.related ?? []), body.caseId];
      return;
    case 'case.unlinked':
      draft.related = (draft.related ?? []).filter((id) => id !== body.caseId);
      return;
    case 'merge.asked':
      draft.merging = { into: body.into, errand: body.errand, reason: body.reason };
      return;
    case 'merge.refused':
      delete draft.merging;
      return;
    case 'case.inherited':
      draft.visits = { ...body.visits };
      return;
    case 'case.reopened':
      draft.status = 'open';
      draft.outcome = null;
      draft.closedAt = null;
      for (const node of body.undone) undo(draft, node);
      return;
    case 'input.kept':
      draft.kept = [...(draft.kept ?? []), { id: use(draft, body.kept), body: body.body }];
      return;
    case 'input.taken':
    case 'input.dropped':
      draft.kept = (draft.kept ?? []).filter((k) => k.id !== body.kept);
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
    case 'opening.requested': {
      const { opening: id, kind, process, agency, data, wait, token, node, split } = body;
      (draft.openings ??= {})[use(draft, id)] = { id, kind, process, agency, data, wait, ...(split ? { split } : {}) };
      if (token !== undefined && node !== undefined) (draft.calls ??= {})[id] = { id, token, node, wait, child: null };
      return;
    }
    case 'opening.done':
      delete draft.openings?.[body.opening];
      patchCall(draft, body.opening, { child: body.child });
      return;
    case 'opening.refused':
      delete draft.openings?.[body.opening];
      patchCall(draft, body.opening, { refused: body.code });
      return;
    case 'call.held':
      patchCall(draft, body.call, { refused: body.code, told: { outcome: body.outcome, data: body.data } });
      return;
    case 'call.completed':
      applyChanges(draft, body.changes);
      delete draft.calls?.[body.call];
      return;
    case 'call.withdrawn':
      delete draft.calls?.[body.call];
      return;
    case 'errand.requested':
      (draft.errands ??= {})[use(draft, body.errand)] = { id: body.errand, to: body.to, body: body.body };
      return;
    case 'errand.done':
      delete draft.errands?.[body.errand];
      return;
    case 'document.drafted':
    case 'document.issued':
    case 'document.voided':
    case 'document.served':
    case 'service.agreed':
    case 'file.added':
    case 'evidence.listed':
    case 'evidence.struck':
      if (body.type === 'document.drafted') use(draft, body.document);
      else if (body.type === 'document.served') applyChanges(draft, body.changes);
      else if (body.type === 'file.added') use(draft, body.file);
      else if (body.type === 'evidence.listed') use(draft, body.item);
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

/** Ids are handed out by the engine in order; the fold only follows. */
function use(draft: Draft, id: number): number {
  if (id >= draft.nextId) draft.nextId = id + 1;
  return id;
}

function applyChanges(draft: Draft, changes: readonly FieldChange[]): void {
  if (changes.length === 0) return;
  draft.data = { ...draft.data, ...Object.fromEntries(changes.map((c) => [c.field, c.new])) };
}

function visit(draft: Draft, node: string, last: Omit<Visit, 'count'>): void {
  draft.visits = { ...draft.visits, [node]: { ...last, count: (draft.visits[node]?.count ?? 0) + 1 } };
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

function patchCall(draft: Draft, id: number, patch: Partial<Call>): void {
  const call = draft.calls?.[id];
  if (call && draft.calls) draft.calls[id] = { ...call, ...patch };
}

/** A task that waited for this one waits no longer. */
function closeTask(draft: Draft, id: number): void {
  const side = draft.tasks[id]?.side;
  delete draft.tasks[id];
  if (!side) return;
  for (const task of Object.values(draft.tasks)) if (task.waitsFor === id) patchTask(draft, task.id, {}, 'waitsFor');
}

function omit<K extends string | number, T>(map: Readonly<Record<K, T>>, key: K): Record<K, T> {
  const { [key]: _, ...rest } = map;
  return rest as Record<K, T>;
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
