/** project(before, events) → rows: what the append writes beside the events. A pure function of the record, so that any row can be rebuilt. */
import { officePool } from '../authority/viewer.ts';
import type { Day, Instant } from '../calendar/types.ts';
import type { CaseEvent, CaseEventBody } from '../engine/events.ts';
import { fork } from '../engine/draft.ts';
import { mutate } from '../engine/evolve.ts';
import { indexModel } from '../engine/index-model.ts';
import { owes } from '../engine/between/owes.ts';
import { lastDayOf } from '../engine/change/recompute.ts';
import type { CaseState, RunningClock, Task } from '../engine/state.ts';
import { enterprisesIn } from '../enterprises/from-case.ts';
import type { ClockDefinition, ProcessDefinition } from '../model/types.ts';
import { text } from '../text.ts';
import type { Json } from '../json.ts';
import { awaitsOf } from './awaits.ts';
import { canonicalJson } from './canonical-json.ts';
import type { CaseRow, ClockRow, Light, LinkRow, NoticeRow, RowChanges, TaskRow } from './rows.ts';

/** @param definition that of the case, or where events may take it to another version, the definition by its hash */
export function project(definition: ProcessDefinition | ((hash: string) => ProcessDefinition), before: CaseState | null, events: readonly CaseEvent[]): RowChanges {
  const modelOf = typeof definition === 'function' ? definition : () => definition;
  const state = fork(before);
  const tasks = new Map<number, TaskRow>();
  const clocks = new Map<number, ClockRow>();
  const notices: NoticeRow[] = [];
  const links = new Map<string, LinkRow>();
  let at: Instant = '';
  for (const event of events) {
    const { body } = event;
    at = event.at;
    // A row that the event closes is taken from the state before it: the state after it has forgotten it.
    // Only a side task is waited for: of thousands of receipts none looks through the others.
    const waited = 'task' in body && state.tasks[body.task]?.side ? Object.values(state.tasks).flatMap((t) => (t.waitsFor === body.task ? [t.id] : [])) : [];
    if (body.type === 'task.completed' || body.type === 'side.completed' || body.type === 'vote.cast' || body.type === 'task.cancelled') {
      const task = state.tasks[body.task];
      if (task) tasks.set(task.id, closedTask(task, at, body.type === 'task.cancelled' ? null : body));
    } else if (body.type === 'clock.stopped') {
      const clock = state.clocks[body.clockNo];
      if (clock) clocks.set(clock.id, { ...clockRow(clock), status: body.reason === 'returned' || body.reason === 'merged' ? 'cancelled' : body.reason, stoppedAt: at });
    }
    mutate(state, event);
    if (body.type === 'case.linked') links.set(`${body.relation} ${body.caseId}`, { relation: body.relation, otherId: body.caseId, reason: body.reason ?? null, at, endedAt: null });
    else if (body.type === 'case.unlinked') links.set(`${body.relation} ${body.caseId}`, { relation: body.relation, otherId: body.caseId, reason: body.reason, at, endedAt: at });
    if (body.type === 'case.migrated') {
      for (const task of Object.values(state.tasks)) tasks.set(task.id, openTask(task));
      for (const clock of Object.values(state.clocks)) clocks.set(clock.id, clockRow(clock));
    }
    notices.push(...toldNotices(modelOf(state.process.hash), state, event));
    // A task that waits for the one that this event opened or closed is changed with it.
    for (const id of 'task' in body ? [body.task, ...(body.type === 'task.created' && body.before !== undefined ? [body.before] : waited)] : []) {
      const task = state.tasks[id];
      if (task) tasks.set(id, openTask(task));
    }
    if ('clockNo' in body) {
      const clock = state.clocks[body.clockNo];
      if (clock) {
        clocks.set(clock.id, clockRow(clock));
        notices.push(...clockNotices(modelOf(state.process.hash), state, clock, event));
      }
    }
  }
  const first = events[0]?.body;
  const named = first?.type === 'case.started' ? enterprisesIn(modelOf(state.process.hash).parties, first.data) : [];
  const awaits = awaitsOf(modelOf(state.process.hash), state);
  const moved = canonicalJson(awaits as unknown as Json) !== canonicalJson(awaitsOf(modelOf(before?.process.hash ?? state.process.hash), before) as unknown as Json);
  return { ...(links.size > 0 ? { links: [...links.values()] } : {}), ...(moved ? { awaits } : {}), ...(named.length > 0 ? { enterprises: named } : {}), case: caseRow(state, at), tasks: [...tasks.values()], clocks: [...clocks.values()], notices };
}

function caseRow(state: CaseState, updatedAt: Instant): CaseRow {
  const running = Object.values(state.clocks);
  const next = running.filter((c) => !c.paused).reduce<RunningClock | null>((best, c) => (best === null || c.dueAt < best.dueAt ? c : best), null);
  return {
    id: state.caseId, processKey: state.process.key, definitionHash: state.process.hash, title: state.title, status: state.status,
    outcome: state.outcome, agency: state.agency, region: state.region, receivedAt: state.receivedAt, closedAt: state.closedAt,
    initiatorId: state.initiator.id, openNodes: [...new Set(Object.values(state.tasks).flatMap((t) => (t.side && t.side.kind !== 'redo' ? [] : [t.node])))],
    dueAt: next?.dueAt ?? null, dueDay: next?.dueDay ?? null, countsUntil: countsUntil(state), provisional: next?.provisional ?? false,
    light: worst(running.map(lightOf)), visibleTo: state.visibleTo, owes: owes(state), seq: state.seq, updatedAt,
  };
}

const countsUntil = (state: CaseState): Day | null => {
  if (state.status === 'closed') return null;
  const days = [...Object.values(state.clocks).map((c) => c.dueDay), ...Object.values(state.timers).map((t) => lastDayOf(t.dueAt))];
  return days.reduce<Day | null>((latest, day) => (latest === null || day > latest ? day : latest), null);
};

const order: readonly Light[] = ['green', 'yellow', 'red', 'breached'];
const worst = (lights: readonly Light[]): Light | null =>
  lights.reduce<Light | null>((a, b) => (a === null || order.indexOf(b) > order.indexOf(a) ? b : a), null);

export const lightOf = (clock: Pick<RunningClock, 'breachedAt' | 'light'>): Light => (clock.breachedAt === null ? clock.light : 'breached');

const openTask = (task: Task): TaskRow => ({
  task: task.id, node: task.node, pool: task.pool, status: 'open', assigneeId: task.assignee?.id ?? null, assigneeName: task.assignee?.name ?? null,
  createdAt: task.createdAt, claimedAt: task.claimedAt, closedAt: null, outcome: null,
  side: task.side?.kind ?? null, title: task.side?.kind === 'ad-hoc' ? task.side.title : null, waiting: task.waitsFor !== undefined,
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
  if (!definition) return [];
  if (body.type === 'clock.recomputed' || body.type === 'clock.breach-corrected') return movedNotices(state, clock, definition, seq, at, body);
  if (body.type !== 'clock.warned' && body.type !== 'clock.breached') return [];
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
  return [...new Set(pools)].map((pool) => ({ key: `e${seq}-${pool}`, pool, person: null, subject, body: content, at }));
}

/** A date that a published calendar has moved is told to whose duty it is, a breach that does not count to everybody who was told of it. */
function movedNotices(
  state: CaseState, { duty }: RunningClock, { name, breach }: ClockDefinition, seq: number, at: Instant, body: Extract<CaseEventBody, { type: 'clock.recomputed' | 'clock.breach-corrected' }>,
): readonly NoticeRow[] {
  if (body.type === 'clock.recomputed') {
    const { oldDueDay, dueDay } = body;
    if (oldDueDay === dueDay) return [];
    return [{
      key: `e${seq}-${duty}`, pool: duty, person: null, at, subject: text(`期限调整：${name.zh}`, `Date moved: ${name.en}`),
      body: text(`因放假安排公布，《${state.title}》“${name.zh}”期限由 ${oldDueDay} 调整为 ${dueDay}`, `With the published calendar "${name.en}" of ${state.title} is due on ${dueDay} instead of ${oldDueDay}`),
    }];
  }
  const pools = breach === 'escalate' ? [duty, officePool('section-head', state.agency)] : [duty];
  return [...new Set(pools)].map((pool) => ({
    key: `e${seq}-${pool}`, pool, person: null, at, subject: text(`超期更正：${name.zh}`, `Breach corrected: ${name.en}`),
    body: text(`因放假安排公布，《${state.title}》“${name.zh}”期限为 ${body.dueDay}，原超期记录不再计入`, `With the published calendar "${name.en}" of ${state.title} is due on ${body.dueDay}; the breach recorded does not count`),
  }));
}

const mentionNotices = (state: CaseState, seq: number, at: Instant, actor: CaseEvent['actor'], { text: said, mentions = [] }: Extract<CaseEventBody, { type: 'comment.added' }>): readonly NoticeRow[] => {
  const from = actor.kind === 'person' ? actor.name : actor.id;
  return mentions.map(({ person, pool }) => ({
    key: `e${seq}-mention-${person.id}`, pool, person: person.id, at, subject: text('批注中提到了您', 'You were mentioned'),
    body: text(`${from}在《${state.title}》的批注中提到您：${said}`, `${from} mentioned you in a comment on ${state.title}: ${said}`),
  }));
};

const strayNotice = (model: ProcessDefinition, state: CaseState, seq: number, at: Instant, { node, pool }: Extract<CaseEventBody, { type: 'task.created' }>): NoticeRow => {
  const step = indexModel(model).node(node).name;
  return {
    key: `e${seq}-stray`, pool, person: null, at, subject: text(`无人可办：${step.zh}`, `Nobody to do it: ${step.en}`),
    body: text(`《${state.title}》“${step.zh}”无法确定由谁办理，已转由您指定：请转办或者自行办理`, `Nobody could be found for "${step.en}" of ${state.title}; it is with you: hand it over, or do it`),
  };
};

/** Of many at one element (each of a list of thousands) the first is told; whoever sees to it sees the others. */
const incidentNotices = (model: ProcessDefinition, state: CaseState, seq: number, at: Instant, { node }: Extract<CaseEventBody, { type: 'incident.raised' }>): readonly NoticeRow[] => {
  if (Object.values(state.incidents ?? {}).filter((other) => other.node === node).length > 1) return [];
  const { name } = indexModel(model).node(node);
  const pool = officePool('section-head', state.agency);
  return [{
    key: `e${seq}-incident`, pool, person: null, at, subject: text(`流程异常：${name.zh}`, `Incident: ${name.en}`),
    body: text(`《${state.title}》在“${name.zh}”（${node}）无法自动继续，需要处理：请打开案件查看原因，更正后重试`, `${state.title} cannot go on by itself at "${name.en}" (${node}): open the case for the reason, mend it and retry`),
  }];
};

/** 催办, 抄送, @, incidents and what nobody could be found for reach whom they are for with the append itself. */
function toldNotices(model: ProcessDefinition, state: CaseState, { seq, at, body, actor }: CaseEvent): readonly NoticeRow[] {
  if (body.type === 'comment.added') return mentionNotices(state, seq, at, actor, body);
  if (body.type === 'incident.raised') return incidentNotices(model, state, seq, at, body);
  if (body.type === 'task.created') return body.stray ? [strayNotice(model, state, seq, at, body)] : [];
  if (body.type !== 'task.urged' && body.type !== 'case.copied') return [];
  const from = actor.kind === 'person' ? actor.name : actor.id;
  const said = body.text ? `：${body.text}` : '';
  if (body.type === 'case.copied') {
    return [{
      key: `e${seq}-copy`, pool: body.pool, person: body.person?.id ?? null, at,
      subject: text('抄送', 'Copy'), body: text(`${from}抄送《${state.title}》${said}`, `${from} sent you a copy of ${state.title}${said}`),
    }];
  }
  const step = indexModel(model).node(body.node).name;
  return [{
    key: `e${seq}-urge`, pool: body.pool, person: state.tasks[body.task]?.assignee?.id ?? null, at,
    subject: text(`催办：${step.zh}`, `Urged: ${step.en}`), body: text(`${from}催办《${state.title}》“${step.zh}”${said}`, `${from} asks for "${step.en}" of ${state.title} to be done${said}`),
  }];
}
