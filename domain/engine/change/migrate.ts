/**
 * 版本迁移: a running case goes over to another version of its process. One command in the case itself: all of it or nothing, in the record, with
 * who ordered it and why. The case keeps where it stands, its open tasks with whoever holds them, its clocks with their start, pauses and extensions;
 * what is called otherwise is renamed. It goes over only where it could have come to stand just so under the new version: a sound model goes on
 * soundly from there (model/checks/reachable.ts).
 */
import { administeringPool } from '../../authority/policy.ts';
import type { ProcessDefinition } from '../../model/types.ts';
import { mappingProblems, versionMap, type MigrationMapping, type VersionMap } from '../../model/version-map.ts';
import { stopClock } from '../clocks.ts';
import type { CommandBody, DecideContext } from '../commands.ts';
import type { Renamed } from '../events.ts';
import { evolve } from '../evolve.ts';
import { actAs, type Acting } from '../guards.ts';
import { indexModel } from '../index-model.ts';
import { checkStanding } from './migration-standing.ts';
import { asParams, refusals, type MigrationRefusal } from './migration-refusals.ts';
import { movedClocks, newPosts, timerMoves, type ClockMove, type NewPost, type TimerMove } from './migration-effects.ts';
import { Refusal } from '../refusal.ts';
import type { CaseState } from '../state.ts';
import { armTimer } from '../timers.ts';
import { emit, type Transaction } from '../transaction.ts';

export interface MigrationPlan {
  readonly renamed: Renamed;
  /** Clocks that end, by number. */
  readonly ended: readonly number[];
  readonly posts: readonly NewPost[];
  readonly clocks: readonly ClockMove[];
  readonly timers: readonly TimerMove[];
}
export type Planned = { readonly ok: true; readonly plan: MigrationPlan } | { readonly ok: false; readonly refusals: readonly MigrationRefusal[] };

/** What a migration would do to this case, or every reason why it cannot be. Pure; nothing of the case changes. */
export function planMigration(from: ProcessDefinition, to: ProcessDefinition, state: CaseState, mapping: MigrationMapping, context: DecideContext): Planned {
  const map = versionMap(from, to, mapping);
  const found = refusals(from);
  const sound = checkStanding({ from, to, state, mapping, map, found });
  const renamed = namesInUse(state, map);
  const pinned = { key: to.key, version: to.version, hash: '' };
  const ended = Object.values(state.clocks).filter((c) => map.clock(c.clock) === null).map((c) => c.id);
  const next = evolve(state, { seq: state.seq + 1, at: '', command: '', actor: { kind: 'system', id: 'plan' }, body: { type: 'case.migrated', from: state.process, to: pinned, reason: '', renamed } });
  const about = { from, to, old: state, next: { ...next, clocks: without(next.clocks, ended) }, map, mapping, found, context };
  // Where the case cannot stand, nobody can be asked for, and nothing can be counted.
  const posts = sound ? newPosts(about) : [];
  const clocks = movedClocks(about);
  const timers = sound ? timerMoves(about) : [];
  const all = found.all();
  return all.length > 0 ? { ok: false, refusals: all } : { ok: true, plan: { renamed, ended, posts, clocks, timers } };
}

/** @throws Refusal migration.* */
export function migrate(tx: Transaction, body: Extract<CommandBody, { type: 'migrate' }>, person: Acting): void {
  const pool = administeringPool(tx.state.region, person.pools);
  if (pool === null) throw new Refusal('forbidden.administer', { region: tx.state.region });
  actAs(tx, person, pool);
  const { target } = tx.context;
  if (tx.state.process.hash !== body.from) throw new Refusal('migration.other-version', { version: tx.state.process.version });
  if (target?.hash !== body.to) throw new Refusal('migration.no-definition', { hash: body.to });
  if (target.model.key !== tx.model.key) throw new Refusal('migration.other-process', { process: tx.model.key, to: target.model.key });
  const wrong = mappingProblems(tx.model, target.model, body.mapping);
  if (wrong.length > 0) throw new Refusal('migration.mapping', { names: wrong.slice(0, 50).map((p) => ({ kind: p.kind, id: p.id, in: p.in })) });
  const planned = planMigration(tx.model, target.model, tx.state, body.mapping, tx.context);
  if (!planned.ok) throw new Refusal('migration.refused', asParams(planned.refusals));
  carryOut(tx, planned.plan, { ...target, reason: body.reason });
}

function carryOut(tx: Transaction, plan: MigrationPlan, { hash, model, reason }: { readonly hash: string; readonly model: ProcessDefinition; readonly reason: string }): void {
  for (const id of plan.ended) {
    const clock = tx.state.clocks[id];
    if (clock) stopClock(tx, clock, 'cancelled');
  }
  for (const move of plan.timers) if (move.kind === 'ends') emit(tx, { type: 'timer.cancelled', timer: move.timer, node: move.node });
  emit(tx, { type: 'case.migrated', from: tx.state.process, to: { key: model.key, version: model.version, hash }, reason, renamed: plan.renamed });
  tx.model = model;
  tx.index = indexModel(model);
  for (const { task, pool } of plan.posts) {
    const open = tx.state.tasks[task];
    if (open) emit(tx, { type: 'task.transferred', task, node: open.node, token: open.token, from: open.assignee, to: null, pool, reason });
  }
  for (const move of plan.clocks) emit(tx, { type: 'clock.rule-changed', ...move });
  for (const move of plan.timers) {
    if (move.kind === 'moves') emit(tx, { type: 'timer.moved', timer: move.timer, node: move.node, dueAt: move.dueAt, provisional: move.provisional, pauses: move.pauses });
    else if (move.kind === 'arms') armTimer(tx, move.event, move.token, move.startedAt);
  }
}

/** Everything in the state that the new version calls otherwise. */
function namesInUse(state: CaseState, map: VersionMap): Renamed {
  const changed = (ids: Iterable<string>, of: (id: string) => string | null): Readonly<Record<string, string | null>> =>
    Object.fromEntries([...new Set(ids)].flatMap((id) => (of(id) === id ? [] : [[id, of(id)]])));
  const tokens = Object.values(state.tokens);
  const nodes = [state.tokens, state.scopes, state.tasks, state.timers].flatMap((m) => Object.values(m).map((item: { readonly node: string }) => item.node));
  return {
    steps: changed([...nodes, ...tokens.flatMap((t) => (t.origin ? [t.origin.node] : [])), ...Object.keys(state.visits)], map.step),
    flows: changed(tokens.flatMap((t) => (t.flow === null ? [] : [t.flow])), map.flow),
    clocks: changed([...Object.values(state.clocks).map((c) => c.clock), ...Object.keys(state.past ?? {}), ...Object.keys(state.limits ?? {})], map.clock),
    fields: changed(Object.keys(state.data), map.field),
  };
}

function without<T>(items: Readonly<Record<number, T>>, ids: readonly number[]): Readonly<Record<number, T>> {
  return Object.fromEntries(Object.entries(items).filter(([id]) => !ids.includes(Number(id))));
}
