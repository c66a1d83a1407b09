/** project(before, events) → rows: what the append writes beside the events. A pure function of the record, so that any row can be rebuilt. */
import { officePool } from '../authority/viewer.ts';
import type { Instant } from '../calendar/types.ts';
import type { CaseEvent } from '../engine/events.ts';
import { fork, mutate } from '../engine/evolve.ts';
import { indexModel } from '../engine/index-model.ts';
import type { CaseState, RunningClock, Task } from '../engine/state.ts';
import type { ProcessDefinition } from '../model/types.ts';
import { text } from '../text.ts';
import type { CaseRow, ClockRow, Light, NoticeRow, RowChanges, TaskRow } from './rows.ts';

export function project(model: ProcessDefinition, before: CaseState | null, events: readonly CaseEvent[]): RowChanges {
  const state = fork(before);
  const tasks = new Map<number, TaskRow>();
  const clocks = new Map<number, ClockRow>();
  const notices: NoticeRow[] = [];
  let at: Instant = '';
  for (const event of events) {
    const { body } = event;
    at = event.at;
    // A row that the event closes is taken from the state before it: the state after it has forgotten it.
    if (body.type === 'task.completed' || body.type === 'vote.cast' || body.type === 'task.cancelled') {
      const task = state.tasks[body.task];
      if (task) tasks.set(task.id, closedTask(task, at, body.type === 'task.cancelled' ? null : body));
    } else if (body.type === 'clock.stopped') {
      const clock = state.clocks[body.clockNo];
      if (clock) clocks.set(clock.id, { ...clockRow(clock), status: body.reason === 'returned' ? 'cancelled' : body.reason, stoppedAt: at });
    }
    mutate(state, event);
    if ('task' in body && state.tasks[body.task]) tasks.set(body.task, openTask(state.tasks[body.task] as Task));
    if ('clockNo' in body) {
      const clock = state.clocks[body.clockNo];
      if (clock) {
        clocks.set(clock.id, clockRow(clock));
        notices.push(...clockNotices(model, state, clock, event));
      }
    }
  }
  return { case: caseRow(state, at), tasks: [...tasks.values()], clocks: [...clocks.values()], notices };
}

function caseRow(state: CaseState, updatedAt: Instant): CaseRow {
  const running = Object.values(state.clocks);
  const next = running.filter((c) => !c.paused).reduce<RunningClock | null>((best, c) => (best === null || c.dueAt < best.dueAt ? c : best), null);
  return {
    id: state.caseId, processKey: state.process.key, definitionHash: state.process.hash, title: state.title, status: state.status,
    outcome: state.outcome, agency: state.agency, region: state.region, receivedAt: state.receivedAt, closedAt: state.closedAt,
    initiatorId: state.initiator.id, openNodes: [...new Set(Object.values(state.tasks).map((t) => t.node))],
    dueAt: next?.dueAt ?? null, dueDay: next?.dueDay ?? null, provisional: next?.provisional ?? false,
    light: worst(running.map(lightOf)), visibleTo: state.visibleTo, seq: state.seq, updatedAt,
  };
}

const order: readonly Light[] = ['green', 'yellow', 'red', 'breached'];
const worst = (lights: readonly Light[]): Light | null =>
  lights.reduce<Light | null>((a, b) => (a === null || order.indexOf(b) > order.indexOf(a) ? b : a), null);

export const lightOf = (clock: Pick<RunningClock, 'breachedAt' | 'light'>): Light => (clock.breachedAt === null ? clock.light : 'breached');

const openTask = (task: Task): TaskRow => ({
  task: task.id, node: task.node, pool: task.pool, status: 'open', assigneeId: task.assignee?.id ?? null, assigneeName: task.assignee?.name ?? null,
  createdAt: task.createdAt, claimedAt: task.claimedAt, closedAt: null, outcome: null,
});

const closedTask = (task: Task, at: Instant, done: { readonly outcome: string; readonly by: { readonly id: string; readonly name: string } } | null): TaskRow => ({
  ...openTask(task), status: done ? 'completed' : 'cancelled', closedAt: at, outcome: done?.outcome ?? null,
  ...(done ? { assigneeId: done.by.id, assigneeName: done.by.name } : {}),
});

const clockRow = (clock: RunningClock): ClockRow => ({
  clockNo: clock.id, clock: clock.clock, status: clock.paused ? 'paused' : 'running', light: lightOf(clock), startedAt: clock.startedAt, stoppedAt: null,
  dueAt: clock.dueAt, dueDay: clock.dueDay, provisional: clock.provisional, breachedAt: clock.breachedAt, duty: clock.duty,
  budget: clock.rule.budget, basis: clock.rule.basis,
});

/** A light that turns, or a limit that is missed, is told to whose duty it is; a breach that escalates also one level up (审核人). */
function clockNotices(model: ProcessDefinition, state: CaseState, clock: RunningClock, { seq, at, body }: CaseEvent): readonly NoticeRow[] {
  const definition = indexModel(model).clock(clock.clock);
  if (!definition || (body.type !== 'clock.warned' && body.type !== 'clock.breached')) return [];
  const { name, breach } = definition;
  const missed = body.type === 'clock.breached';
  const subject = missed
    ? text(`已超期：${name.zh}`, `Overdue: ${name.en}`)
    : text(`即将到期：${name.zh}`, `Due soon: ${name.en}`);
  const content = text(
    `《${state.title}》“${name.zh}”${missed ? '应于' : '最迟于'} ${clock.dueDay} 完成${missed ? '，现已超期' : ''}。依据：${clock.rule.basis.instrument.zh}${clock.rule.basis.article}`,
    `${state.title}: "${name.en}" ${missed ? 'was due on' : 'is due by'} ${clock.dueDay}. Basis: ${clock.rule.basis.instrument.en} ${clock.rule.basis.article}`,
  );
  const pools = missed && breach === 'escalate' ? [clock.duty, officePool('section-head', state.agency)] : [clock.duty];
  return [...new Set(pools)].map((pool) => ({ key: `e${seq}-${pool}`, pool, subject, body: content, at }));
}
