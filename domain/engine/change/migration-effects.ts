/** What follows for a case from going over to another version: who is asked, until when, and what waits for time. */
import { instantOf } from '../../calendar/civil-day.ts';
import { dueDate } from '../../calendar/due-date.ts';
import type { Instant, Pause } from '../../calendar/types.ts';
import { ruleFor } from '../../model/limits.ts';
import type { Assignment, Node, ProcessDefinition, TimerSpec, UserTask } from '../../model/types.ts';
import type { MigrationMapping, VersionMap } from '../../model/version-map.ts';
import { canonicalJson } from '../../record/canonical-json.ts';
import type { Json } from '../../json.ts';
import { chooseRule, datesOf } from '../clocks.ts';
import type { DecideContext } from '../commands.ts';
import type { CaseEventBody } from '../events.ts';
import { expressionContext } from '../expressions.ts';
import { indexModel } from '../index-model.ts';
import { givenUp } from './migration-standing.ts';
import type { MigrationRefusalCode, Refusals } from './migration-refusals.ts';
import { resolvePool } from '../pools.ts';
import { Refusal } from '../refusal.ts';
import { timerOf } from '../timers.ts';
import type { ArmedTimer, CaseState, Pool } from '../state.ts';

export interface Effects {
  readonly from: ProcessDefinition;
  readonly to: ProcessDefinition;
  readonly old: CaseState;
  /** With the names of the new version. */
  readonly next: CaseState;
  readonly map: VersionMap;
  readonly mapping: MigrationMapping;
  readonly found: Refusals;
  readonly context: DecideContext;
}

export interface NewPost { readonly task: number; readonly pool: Pool }
export type ClockMove = Omit<Extract<CaseEventBody, { type: 'clock.rule-changed' }>, 'type'>;
export type TimerMove =
  | { readonly kind: 'ends'; readonly timer: number; readonly node: string }
  | { readonly kind: 'moves'; readonly timer: number; readonly node: string; readonly dueAt: Instant; readonly provisional: boolean; readonly pauses: readonly Pause[] }
  | { readonly kind: 'arms'; readonly event: Node; readonly token: number; readonly startedAt: Instant };

/**
 * Open tasks whose step belongs to another post in the new version. A task that somebody has handed to another post stays there; a step of this
 * case alone (旁办) and the seats of a signing are nobody's but theirs.
 */
export function newPosts({ from, to, old, next, map, found }: Effects): readonly NewPost[] {
  return Object.values(old.tasks).flatMap((task): readonly NewPost[] => {
    const [was, is] = [userTask(from, task.node), userTask(to, map.step(task.node))];
    if (!was || !is || task.seat !== undefined || (task.side && task.side.kind !== 'redo') || same(assignment(was.assignment, map.field), is.assignment)) return [];
    const scope = old.tokens[task.token]?.scope ?? 0;
    if (poolOf(from, old, was.assignment, scope) !== task.pool) return [];
    const pool = poolOf(to, next, is.assignment, scope);
    if (pool === null) found.add('step.pool', task.node);
    return pool === null || pool === task.pool ? [] : [{ task: task.id, pool }];
  });
}

const userTask = (model: ProcessDefinition, id: string | null): UserTask | null => {
  const node = id === null ? undefined : nodeOf(model, id);
  return node?.type === 'userTask' ? node : null;
};

function poolOf(model: ProcessDefinition, state: CaseState, by: Assignment, scope: number): Pool | null {
  try {
    return resolvePool(state, by, '', () => expressionContext(model, state, scope));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Clocks that were asked to go over to the limit of the new version. Their start, pauses and extensions stay. */
export function movedClocks({ to, old, next, map, mapping, found, context }: Effects): readonly ClockMove[] {
  return Object.values(old.clocks).flatMap((clock): readonly ClockMove[] => {
    const id = map.clock(clock.clock);
    if (id === null && !givenUp(mapping.clocks, clock.clock)) found.add('clock.gone', clock.clock);
    const definition = id === null ? undefined : indexModel(to).clock(id);
    if (!definition || !mapping.newRules?.includes(clock.clock)) return [];
    const refuse = (code: MigrationRefusalCode): readonly ClockMove[] => (found.add(code, clock.clock), []);
    if (clock.breachedAt !== null) return refuse('clock.breached');
    const choice = chooseRule({ model: to, state: next }, definition);
    if (!choice) return refuse('clock.no-rule');
    const duty = poolOf(to, next, definition.duty, 0);
    if (duty === null) return refuse('clock.pool');
    const rule = ruleFor(choice, next.limits?.[definition.id]);
    // The same limit under the same article: nothing goes over.
    if (same(rule, clock.rule) && duty === clock.duty) return [];
    const { startedAt, pauses, extensions } = clock;
    return [{ clockNo: clock.id, clock: definition.id, oldRule: clock.rule, oldDueDay: clock.dueDay, rule, duty, ...datesOf(definition.warnings, { rule, startedAt, pauses, extensions }, context.calendar) }];
  });
}

/** Timers that are armed keep counting where the new version has the same; another rule counts from the same start. Those it has besides begin now. */
export function timerMoves(about: Effects): readonly TimerMove[] {
  const armed = Object.values(about.old.timers).flatMap((timer) => carried(about, timer));
  const known = new Map<string, ReadonlySet<string | null>>();
  const beside = Object.values(about.old.tokens).flatMap((token): readonly TimerMove[] => {
    const node = about.map.step(token.node);
    // The boundary events of an activity with instances stand at the token outside.
    if (node === null || about.old.scopes[token.scope]?.node === token.node) return [];
    const before = known.get(token.node) ?? new Set(timersAt(about.from, token.node).map((t) => about.map.step(t.id)));
    known.set(token.node, before);
    return timersAt(about.to, node).filter((t) => !before.has(t.id)).flatMap((event) => arm(about, event, token.id, instantOf(about.context.now)));
  });
  const start = new Set(startTimers(about.from, undefined).map((t) => about.map.step(t.id)));
  const fresh = startTimers(about.to, undefined).filter((t) => !start.has(t.id)).flatMap((event) => arm(about, event, 0, instantOf(about.context.now)));
  return [...armed, ...beside, ...fresh];
}

function carried(about: Effects, timer: ArmedTimer): readonly TimerMove[] {
  const { from, to, map, mapping, found, old, context } = about;
  const token = old.tokens[timer.token];
  const ends: TimerMove = { kind: 'ends', timer: timer.id, node: timer.node };
  if (givenUp(mapping.steps, timer.node)) return [ends];
  const there = timer.token === 0 ? startTimers(to, undefined) : timersAt(to, token ? map.step(token.node) ?? '' : '');
  const [before, is] = [nodeOf(from, timer.node), there.find((t) => t.id === map.step(timer.node))];
  const [was, next] = [before && timerOf(before), is && timerOf(is)];
  if (!is || !was || !next) {
    found.add('timer.gone', timer.node);
    return [];
  }
  if (same(spec(was, map), next)) return [];
  if (was.kind === 'after' && next.kind === 'after') {
    const { dueAt, provisional } = dueDate({ rule: next.rule, startedAt: timer.startedAt, pauses: timer.pauses, extensions: [] }, context.calendar);
    return [{ kind: 'moves', timer: timer.id, node: is.id, dueAt, provisional, pauses: timer.pauses }];
  }
  return [ends, ...arm(about, is, timer.token, timer.startedAt)];
}

function arm({ next, found }: Effects, event: Node, token: number, startedAt: Instant): readonly TimerMove[] {
  const timer = timerOf(event);
  if (timer?.kind === 'on' && typeof next.data[timer.field] !== 'string') {
    found.add('timer.no-date', event.id, {}, event.name);
    return [];
  }
  return [{ kind: 'arms', event, token, startedAt }];
}

/** Where a token at this node waits for time: at the node or behind it, beside it, and at the start of event sub-processes in it. */
function timersAt(model: ProcessDefinition, id: string): readonly Node[] {
  if (!nodeOf(model, id)) return [];
  const index = indexModel(model);
  return [...[...index.awaitedAt(id), ...index.boundaries(id)].filter((n) => timerOf(n) !== null), ...startTimers(model, id)];
}

/** Timers that start event sub-processes of a level. */
const startTimers = (model: ProcessDefinition, level: string | undefined): readonly Node[] => indexModel(model).triggered(level).map((t) => t.start).filter((n) => timerOf(n) !== null);

const nodeOf = (model: ProcessDefinition, id: string): Node | undefined => model.nodes.find((n) => n.id === id);

function spec(timer: TimerSpec, map: VersionMap): unknown {
  if (timer.kind === 'on') return { ...timer, field: map.field(timer.field) };
  return timer.kind === 'clock' ? { ...timer, clock: map.clock(timer.clock) } : timer;
}

const assignment = (by: Assignment, field: VersionMap['field']): unknown =>
  by.kind === 'office' && by.agency.kind === 'data' ? { ...by, agency: { ...by.agency, field: field(by.agency.field) } } : by;

const same = (a: unknown, b: unknown): boolean => canonicalJson(a as Json) === canonicalJson(b as Json);
