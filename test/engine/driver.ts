/** Drives the pure engine in tests: one case, a clock that the test moves, every state passed through JSON on the way. */
import { agencies } from '../../domain/authority/agencies.ts';
import { regionByCode } from '../../domain/authority/regions.ts';
import { officePool, partyPool } from '../../domain/authority/viewer.ts';
import { defaultCalendar } from '../../domain/calendar/work-calendar.ts';
import type { CommandBody, Rejection } from '../../domain/engine/commands.ts';
import { decide } from '../../domain/engine/decide.ts';
import { wakeAt } from '../../domain/engine/due.ts';
import { evolve, fold } from '../../domain/engine/evolve.ts';
import type { CaseEvent, CaseEventBody } from '../../domain/engine/events.ts';
import type { Actor, CaseState } from '../../domain/engine/state.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';

export const caseId = '00000000-0000-4000-8000-000000000001';
export const validUscc = '91440300708461136T';

const isCounty = (region: string): boolean => regionByCode(region)?.level === 'county';
export const person = (id: string, ...pools: string[]): Actor => ({ kind: 'person', id, name: id, pools });
// Counties would make every command of a test carry hundreds of posts.
const reachable = agencies.filter((a) => !isCounty(a.region));
/** Holds every post of every agency above the counties: for tests that are not about who may. */
export const everybody = (id = 'everybody'): Actor =>
  person(id, ...reachable.flatMap((a) => ['officer', 'section-head', 'agency-head', 'technical-body'].map((r) => officePool(r, a.id))), partyPool(validUscc));

export interface Driver {
  readonly model: ProcessDefinition;
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  now: number;
  start: (data?: JsonObject, actor?: Actor, receivedAt?: string) => Driver;
  /** @throws the rejection's code as an Error where the command is refused */
  act: (body: CommandBody, actor?: Actor) => Driver;
  refused: (body: CommandBody, actor?: Actor) => Rejection;
  complete: (node: string, outcome: string, data?: JsonObject, actor?: Actor) => Driver;
  task: (node: string) => number;
  openNodes: () => readonly string[];
  /** Moves to each due moment until `iso`, as the shell's timer would. */
  until: (iso: string) => Driver;
  bodies: <T extends CaseEventBody['type']>(type: T) => Extract<CaseEventBody, { type: T }>[];
}

export function drive(model: ProcessDefinition, startAt = '2026-03-02T01:00:00.000Z', agency = 'gd-amr', { fast = false }: { readonly fast?: boolean } = {}): Driver {
  // fast: without looking at every state between two events, which costs the square of a large case.
  let state: CaseState | null = null;
  const events: CaseEvent[] = [];
  let counter = 0;
  const current = (): CaseState => {
    if (!state) throw new Error('the case has not started');
    return state;
  };
  const attempt = (body: CommandBody, actor: Actor) => decide(model, state, { id: `c${++counter}`, actor, body }, { now: driver.now, calendar: defaultCalendar });
  const take = (fresh: readonly CaseEvent[]): void => {
    if (fast) {
      state = fold(state, fresh);
      events.push(...fresh);
      return;
    }
    for (const event of fresh) {
      const through = JSON.parse(JSON.stringify(evolve(state, event))) as CaseState;
      if (JSON.stringify(through) !== JSON.stringify(evolve(state, event))) throw new Error('the state does not survive JSON');
      state = through;
      events.push(event);
    }
    if (JSON.stringify(fold(null, events)) !== JSON.stringify(state)) throw new Error('the fold differs from the steps');
  };
  const driver: Driver = {
    model,
    get state() { return current(); },
    events,
    now: Date.parse(startAt),
    start: (data = {}, actor = everybody(), receivedAt) =>
      driver.act({ type: 'start', caseId, hash: 'h', agency, region: '440000', data, ...(receivedAt ? { receivedAt } : {}) }, actor),
    act: (body, actor = everybody()) => {
      const decision = attempt(body, actor);
      if (!decision.ok) throw new Error(`${decision.rejection.code} ${JSON.stringify(decision.rejection)}`);
      take(decision.events);
      return driver;
    },
    refused: (body, actor = everybody()) => {
      const decision = attempt(body, actor);
      if (decision.ok) throw new Error(`${body.type} was not refused`);
      return decision.rejection;
    },
    complete: (node, outcome, data = {}, actor = everybody()) => driver.act({ type: 'complete', task: driver.task(node), outcome, data }, actor),
    task: (node) => {
      const task = Object.values(current().tasks).find((t) => t.node === node);
      if (!task) throw new Error(`no open task at ${node}; open: ${driver.openNodes().join(', ')}`);
      return task.id;
    },
    openNodes: () => Object.values(current().tasks).map((t) => t.node),
    until: (iso) => {
      const end = Date.parse(iso);
      for (let due = wakeAt(current()); due !== null && due <= end; due = wakeAt(current())) {
        driver.now = Math.max(driver.now, due);
        driver.act({ type: 'tick' }, { kind: 'system', id: 'engine' });
      }
      driver.now = end;
      return driver;
    },
    bodies: <T extends CaseEventBody['type']>(type: T) => events.map((e) => e.body).filter((b): b is Extract<CaseEventBody, { type: T }> => b.type === type),
  };
  return driver;
}
