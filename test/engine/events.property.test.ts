/** Random sound processes with sub-processes, inclusive gateways and events of every kind, and whatever may come to them in any order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsOf } from '../../domain/model/checks/levels.ts';
import { checkSoundness } from '../../domain/model/checks/soundness.ts';
import { checkStructure } from '../../domain/model/checks/structure.ts';
import type { Node, ProcessDefinition, UserTask } from '../../domain/model/types.ts';
import type { CommandBody } from '../../domain/engine/commands.ts';
import { wakeAt } from '../../domain/engine/due.ts';
import { field } from '../../domain/model/builder-fields.ts';
import { awaitsOf } from '../../domain/record/awaits.ts';
import { drive, type Driver } from './driver.ts';
import { followLagging } from './lagging.ts';
import { eventfulDefinition, exclusive } from './models.ts';

const outside = { kind: 'system', id: 'case:other' } as const;

/** Nothing is lost or doubled: each token rests at something that will let it go on, and each task, scope and timer belongs to a token that is there. */
function audit({ model, state }: Driver): void {
  const tasks = Object.values(state.tasks);
  const tokens = new Set(Object.keys(state.tokens).map(Number));
  expect(new Set(tasks.map((t) => t.token)).size).toBe(tasks.length);
  for (const at of [...tasks, ...Object.values(state.scopes)]) expect(tokens).toContain(at.token);
  for (const timer of Object.values(state.timers)) if (timer.token !== 0) expect(tokens).toContain(timer.token);
  const levels = new Set([0, ...Object.keys(state.scopes).map(Number)]);
  for (const token of Object.values(state.tokens)) {
    const node = model.nodes.find((n) => n.id === token.node);
    expect(levels).toContain(token.scope);
    const rests = node?.type === 'userTask' ? tasks.some((t) => t.token === token.id)
      : node?.type === 'subProcess' ? Object.values(state.scopes).some((s) => s.token === token.id)
      : node?.type === 'parallelGateway' || node?.type === 'inclusiveGateway';
    expect(rests, `${token.node} of ${state.status}`).toBe(true);
  }
  if (state.status === 'open') expect(tasks.length).toBeGreaterThan(0);
}

/** The way on from every event is open only once somebody has said so. */
function breakable(model: ProcessDefinition): ProcessDefinition {
  const events = new Set(model.nodes.flatMap((n) => (n.type === 'boundaryEvent' || (n.type === 'startEvent' && n.on) ? [n.id] : [])));
  const gates = model.flows.filter((f) => events.has(f.from));
  return {
    ...model, fields: { ...model.fields, open: field.yesNo('可走', 'Open') },
    nodes: [
      ...model.nodes.map((n) => (n.type === 'userTask' ? { ...n, form: { open: 'optional' } as const } : n)),
      ...gates.map((f): Node => ({ ...exclusive(`g_${f.id}`), ...parentOf(model, f.to) })),
    ],
    flows: [...model.flows.filter((f) => !events.has(f.from)), ...gates.flatMap((f) => [{ ...f, to: `g_${f.id}` }, { id: `h_${f.id}`, from: `g_${f.id}`, to: f.to, condition: 'open' }])],
  };
}
function parentOf({ nodes }: ProcessDefinition, id: string): { readonly parent?: string } {
  const parent = nodes.find((n) => n.id === id)?.parent;
  return parent === undefined ? {} : { parent };
}

function attempt(d: Driver, body: CommandBody, refusal: RegExp): void {
  try {
    d.act(body);
  } catch (error) {
    expect(String(error)).toMatch(refusal);
  }
}

function play(model: ProcessDefinition, moves: Iterator<number>): Driver {
  const d = drive(model).start();
  const pick = (n: number): number => (moves.next().value as number) % n;
  for (let i = 0; d.state.status !== 'closed' && i < 300; i++) {
    const tasks = Object.values(d.state.tasks);
    const task = tasks[pick(tasks.length)]!;
    const node = model.nodes.find((n) => n.id === task.node) as UserTask;
    const outcomes = node.outcomes.map((o) => o.id);
    const awaited = awaitsOf(model, d.state);
    const done = Object.keys(d.state.visits);
    const act = i > 60 ? 9 : pick(10);
    const one = awaited[pick(Math.max(1, awaited.length))];
    if (act <= 1 && one) d.act(one.kind === 'message' ? { type: 'message', message: one.name, data: {} } : { type: 'signal', signal: one.name, data: {} }, outside);
    else if (act === 2) d.act({ type: 'suspend', reason: 'r' }).act({ type: 'resume' });
    else if (act === 3) d.until(new Date(d.now + 2 * 86_400_000).toISOString());
    else if (act === 4 && done.length > 0) {
      const back = { type: 'return', task: task.id, to: done[pick(done.length)]!, policy: 'redo', reason: 'r' } as const;
      // Not every step can be gone back to from everywhere; what is refused changes nothing.
      attempt(d, back, /return\./);
    } else {
      const outcome = i > 60 ? (outcomes.find((o) => o === 'on' || o === 'ok') ?? outcomes.at(-1)!) : outcomes[pick(outcomes.length)]!;
      const shut = model.fields['open'] !== undefined && i <= 60;
      const done = { type: 'complete', task: task.id, outcome, data: model.fields['open'] && !shut ? { open: true } : {} } as const;
      // An error or escalation that a person brings about may find its way shut: they are told, and nothing is changed.
      if (shut) attempt(d, done, /^Error: model\.no-flow/);
      else d.act(done);
    }
    audit(d);
    // Time never asks for the case at once again: what it cannot go on with waits.
    expect(wakeAt(d.state) ?? Infinity).toBeGreaterThan(d.now);
  }
  followLagging(d.events);
  return d;
}

describe('events in any process, in any order', () => {
  it('what is built soundly passes the checks of its structure, and of its soundness level by level', () => {
    fc.assert(fc.property(eventfulDefinition, (model) => {
      expect(checkStructure(model)).toEqual([]);
      expect(levelsOf(model).flatMap((level) => checkSoundness(level))).toEqual([]);
    }), { numRuns: 150 });
  });
  it('never leaves a case that cannot go on, a task without its token, or a token without its task; every case can be closed', () => {
    fc.assert(fc.property(eventfulDefinition, fc.infiniteStream(fc.nat()), (model, moves) => {
      const d = play(model, moves);
      expect(d.state).toMatchObject({ status: 'closed', outcome: 'done', tokens: {}, tasks: {}, scopes: {}, timers: {} });
    }), { numRuns: 120 });
  });
  it('where the ways on from events are shut, nothing that time or another case brings is refused, lost or asked for again; once they are open every case can be closed', () => {
    let raised = 0;
    fc.assert(fc.property(eventfulDefinition, fc.infiniteStream(fc.nat()), (model, moves) => {
      const d = play(breakable(model), moves);
      raised += d.bodies('incident.raised').length;
      expect(d.bodies('incident.resolved')).toHaveLength(d.bodies('incident.raised').length);
      expect(d.state).toMatchObject({ status: 'closed', outcome: 'done', tokens: {}, tasks: {}, scopes: {}, timers: {} });
      expect(Object.keys(d.state.incidents ?? {})).toEqual([]);
    }), { numRuns: 120 });
    expect(raised).toBeGreaterThan(0);
  });
});
