/** 推演 for people: supposed acts become commands, and what they bring about becomes sentences. */
import type { SimulationView, SupposedMove } from '../../contracts/ahead.ts';
import { problemKinds } from '../../contracts/problems.ts';
import { managingRoles } from '../../domain/authority/acts.ts';
import { officePool } from '../../domain/authority/viewer.ts';
import type { Command, CommandBody } from '../../domain/engine/commands.ts';
import type { CaseEvent } from '../../domain/engine/events.ts';
import type { CaseState } from '../../domain/engine/state.ts';
import type { Simulation } from '../../domain/engine/time-travel.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { lightOf } from '../../domain/record/project.ts';
import { jsonRecord } from '../http/json.ts';
import { caseOutcomeName, clockName, nodeName, poolName } from './names.ts';
import { sentence } from './timeline-text.ts';

const prefix = 'supposed-';
const noTask = 0;

/** A command of somebody who may: another person for every act, so that separation of duties stands in nobody's way. */
export const supposedCommand = (asked: SupposedMove, n: number) => (state: CaseState): Command => {
  const pools = new Set([
    ...Object.values(state.tasks).map((t) => t.pool), ...Object.values(state.clocks).map((c) => c.duty), ...managingRoles.map((role) => officePool(role, state.agency)),
  ]);
  const task = 'step' in asked ? Object.values(state.tasks).filter((t) => t.node === asked.step).sort((a, b) => Number(a.side !== undefined) - Number(b.side !== undefined))[0] : undefined;
  // Whoever has claimed the task does it.
  const doer = task?.assignee ?? { id: `${prefix}${n}`, name: '假定' };
  return { id: `${prefix}${n}`, actor: { kind: 'person', id: doer.id, name: doer.name, pools: [...pools] }, body: bodyOf(asked, task?.id ?? noTask, state) };
};

const reason = '推演';

function bodyOf(asked: SupposedMove, task: number, state: CaseState): CommandBody {
  switch (asked.action) {
    case 'complete':
      return { type: 'complete', task, outcome: asked.outcome, data: asked.data ?? {} };
    case 'return':
      return { type: 'return', task, to: asked.to, policy: 'redo', reason };
    case 'extend': {
      const clockNo = Object.values(state.clocks).find((c) => c.clock === asked.clock)?.id ?? noTask;
      return { type: 'extend', clockNo, reason, ...(asked.budget ? { budget: asked.budget } : {}) };
    }
    case 'message':
      return { type: 'message', message: asked.message, data: asked.data ?? {} };
    case 'resume':
      return { type: 'resume' };
    case 'suspend':
    case 'terminate':
      return { type: asked.action, reason };
  }
}

export interface Looked { readonly model: ProcessDefinition; readonly before: CaseState; readonly from: string; readonly until: string }

export function simulationView({ state, events, refused, truncated }: Simulation, { model, before, from, until }: Looked): SimulationView {
  const { parties } = before;
  const names = namesIn(before, events);
  const context = { model, parties, nodeOfTask: (n: number) => names.tasks.get(n) ?? '', clockOf: (n: number) => names.clocks.get(n) ?? '' };
  return {
    caseId: before.caseId, seq: before.seq, from, until, truncated,
    happenings: events.filter((e) => !/^(token|scope)\./.test(e.body.type)).map((event) => ({
      at: event.at, type: event.body.type, text: sentence(event, context), ...ofClock(event, names.clocks), ...byMove(event.command),
    })),
    refused: refused.map(({ supposed, at, rejection }) => ({ move: supposed, at, code: rejection.code, text: problemKinds[rejection.code].title, params: jsonRecord(rejection.params) })),
    then: {
      status: state.status, outcome: state.outcome, outcomeName: state.outcome === null ? null : caseOutcomeName(model, state.outcome),
      steps: Object.values(state.tasks).map((t) => ({ step: t.node, name: nodeName(model, t.node), poolName: poolName(t.pool, model, parties) })),
      clocks: Object.values(state.clocks).map((c) => ({ clock: c.clock, name: clockName(model, c.clock), dueDay: c.dueDay, light: lightOf(c), paused: c.paused, provisional: c.provisional })),
    },
  };
}

function namesIn(before: CaseState, events: readonly CaseEvent[]): { readonly tasks: ReadonlyMap<number, string>; readonly clocks: ReadonlyMap<number, string> } {
  const tasks = new Map(Object.values(before.tasks).map((t) => [t.id, t.node]));
  const clocks = new Map(Object.values(before.clocks).map((c) => [c.id, c.clock]));
  for (const { body } of events) {
    if (body.type === 'task.created') tasks.set(body.task, body.node);
    else if (body.type === 'clock.started') clocks.set(body.clockNo, body.clock);
  }
  return { tasks, clocks };
}

function ofClock({ body }: CaseEvent, clocks: ReadonlyMap<number, string>): Pick<SimulationView['happenings'][number], 'clock' | 'light'> {
  if (!body.type.startsWith('clock.') || !('clockNo' in body) || body.clockNo === undefined) return {};
  const light = body.type === 'clock.warned' ? body.level : body.type === 'clock.breached' ? 'breached' : undefined;
  return { clock: clocks.get(body.clockNo) ?? '', ...(light === undefined ? {} : { light }) };
}

const byMove = (command: string): { readonly move?: number } => (command.startsWith(prefix) ? { move: Number(command.slice(prefix.length)) } : {});
