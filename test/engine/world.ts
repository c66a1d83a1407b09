/** Several cases that open and tell each other, with the shell played by the test: what is asked for is carried out at once, or when the test says so. */
import { defaultCalendar } from '../../domain/calendar/work-calendar.ts';
import type { Command, CommandBody, Rejection } from '../../domain/engine/commands.ts';
import { decide } from '../../domain/engine/decide.ts';
import { wakeAt } from '../../domain/engine/due.ts';
import { errandId, isForLater } from '../../domain/engine/between/errands.ts';
import { evolve, fold } from '../../domain/engine/evolve.ts';
import type { CaseEvent, CaseEventBody } from '../../domain/engine/events.ts';
import type { Actor, CaseRef, CaseState, Errand, Opening } from '../../domain/engine/state.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { everybody } from './driver.ts';

interface Case { readonly model: ProcessDefinition; state: CaseState | null; readonly events: CaseEvent[] }
export type Id = string;

export interface World {
  now: number;
  readonly start: (model: ProcessDefinition, data?: JsonObject, more?: { readonly agency?: string; readonly receivedAt?: string }) => Id;
  readonly act: (id: Id, body: CommandBody, actor?: Actor) => void;
  readonly refused: (id: Id, body: CommandBody, actor?: Actor) => Rejection;
  readonly complete: (id: Id, node: string, data?: JsonObject, outcome?: string) => void;
  readonly state: (id: Id) => CaseState;
  readonly ref: (id: Id) => CaseRef;
  readonly bodies: <T extends CaseEventBody['type']>(id: Id, type: T) => Extract<CaseEventBody, { type: T }>[];
  readonly open: (id: Id) => readonly string[];
  /** The shell: opens what is asked for and delivers what is to be told, until nothing is left. */
  readonly settle: () => void;
  /** One of the things that the shell has to do now, as it may come first; false where there is none. What goes to one case goes in order. */
  readonly step: (pick: number) => boolean;
  readonly all: () => readonly Id[];
  /** The cases that this one has opened, in order. */
  readonly opened: (id: Id) => readonly Id[];
  /** Moves to each due moment until `iso`. */
  readonly until: (iso: string) => void;
}

const idOf = (n: number): Id => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** @param processes those that can be called */
export function world(processes: readonly ProcessDefinition[], startAt = '2026-03-02T01:00:00.000Z'): World {
  const cases = new Map<Id, Case>();
  const byOpening = new Map<string, Id>();
  let counter = 0;
  const acted = new Set<string>();
  const the = (id: Id): Case => {
    const found = cases.get(id);
    if (!found) throw new Error(`no case ${id}`);
    return found;
  };
  const state = (id: Id): CaseState => {
    const found = the(id).state;
    if (!found) throw new Error(`case ${id} has not started`);
    return found;
  };
  const attempt = (id: Id, command: Command): Rejection | null => {
    // As the record does: a command that is in it acts no more.
    if (acted.has(`${id} ${command.id}`)) return null;
    const one = the(id);
    const decision = decide(one.model, one.state, command, { now: w.now, calendar: defaultCalendar });
    if (!decision.ok) return decision.rejection;
    for (const fresh of decision.events) {
      const event = fresh.body.type === 'case.numbered' ? { ...fresh, body: { ...fresh.body, number: fresh.body.format.replace('{n}', String(cases.size)) } } : fresh;
      one.state = JSON.parse(JSON.stringify(evolve(one.state, event))) as CaseState;
      one.events.push(event);
    }
    if (JSON.stringify(fold(null, one.events)) !== JSON.stringify(one.state)) throw new Error('the fold differs from the steps');
    acted.add(`${id} ${command.id}`);
    return null;
  };
  const system = (id: string): Actor => ({ kind: 'system', id });
  const ref = (id: Id): CaseRef => ({ caseId: id, process: state(id).process.key, number: state(id).number, title: state(id).title });

  function openFor(from: Id, opening: Opening): void {
    const key = `${from} ${opening.id}`;
    const model = opening.split ? the(from).model : processes.find((p) => p.key === opening.process);
    const answer = (body: CommandBody): void => void attempt(from, { id: `opening-${opening.id}`, actor: system('engine'), body });
    if (!model) return answer({ type: 'opening-refused', opening: opening.id, code: 'process.not-found' });
    const known = byOpening.get(key);
    const id = known ?? idOf(cases.size + 1);
    if (!known) {
      cases.set(id, { model, state: null, events: [] });
      const { split } = opening;
      const origin = split ? { split: { ...split, from: ref(from) }, receivedAt: split.receivedAt }
        : { parent: { ...ref(from), call: opening.id, wait: opening.wait, depth: (state(from).parent?.depth ?? 0) + 1 } };
      const refusal = attempt(id, { id: 'start', actor: system(`case:${from}`), body: { type: 'start', caseId: id, hash: 'h', agency: opening.agency, region: '440000', data: opening.data, ...origin } });
      if (refusal) {
        cases.delete(id);
        return answer({ type: 'opening-refused', opening: opening.id, code: refusal.code });
      }
      byOpening.set(key, id);
    }
    answer({ type: 'opening-done', opening: opening.id, child: ref(id) });
  }

  function told(from: Id, { body }: Errand): CommandBody | null {
    const { kind, ...rest } = body;
    switch (body.kind) {
      case 'closed': {
        const { status, outcome, data } = state(from);
        return status === 'closed' && outcome !== null ? { type: 'child-closed', call: body.call, child: ref(from), outcome, data } : null;
      }
      case 'linked':
        return { ...rest, type: 'linked', other: ref(from) } as CommandBody;
      case 'unlinked':
        return { ...rest, type: 'unlinked', other: from } as CommandBody;
      case 'absorb':
        return { ...rest, type: 'absorb', from: ref(from) } as CommandBody;
      default:
        return { ...rest, type: kind, with: from } as CommandBody;
    }
  }

  function deliver(from: Id, errand: Errand): void {
    const body = told(from, errand);
    const refusal = body === null ? 'case.not-closed' : attempt(errand.to, { id: errandId(from, errand.id), actor: system(`case:${from}`), body })?.code;
    if (refusal && isForLater(errand, refusal)) return;
    attempt(from, { id: `errand-${errand.id}`, actor: system('engine'), body: { type: 'errand-done', errand: errand.id, ...(refusal ? { refused: refusal } : {}) } });
  }

  const w: World = {
    now: Date.parse(startAt),
    start: (model, data = {}, { agency = 'gd-amr', receivedAt } = {}) => {
      const id = idOf(cases.size + 1);
      cases.set(id, { model, state: null, events: [] });
      const refusal = attempt(id, { id: 'start', actor: everybody(), body: { type: 'start', caseId: id, hash: 'h', agency, region: '440000', data, ...(receivedAt ? { receivedAt } : {}) } });
      if (refusal) throw new Error(`${refusal.code} ${JSON.stringify(refusal)}`);
      return id;
    },
    act: (id, body, actor = everybody()) => {
      const refusal = attempt(id, { id: `c${++counter}`, actor, body });
      if (refusal) throw new Error(`${refusal.code} ${JSON.stringify(refusal)}`);
    },
    refused: (id, body, actor = everybody()) => {
      const refusal = attempt(id, { id: `c${++counter}`, actor, body });
      if (!refusal) throw new Error(`${body.type} was not refused`);
      return refusal;
    },
    complete: (id, node, data = {}, outcome = 'done') => {
      const task = Object.values(state(id).tasks).find((t) => t.node === node)?.id;
      if (task === undefined) throw new Error(`no open task at ${node}; open: ${w.open(id).join(', ')}`);
      w.act(id, { type: 'complete', task, outcome, data });
    },
    state, ref,
    bodies: <T extends CaseEventBody['type']>(id: Id, type: T) => the(id).events.map((e) => e.body).filter((b): b is Extract<CaseEventBody, { type: T }> => b.type === type),
    open: (id) => Object.values(state(id).tasks).map((t) => t.node),
    settle: () => {
      // Each in its turn: one that has to wait for another must not keep that one from acting.
      const written = (): number => [...cases.values()].reduce((n, c) => n + c.events.length, 0);
      for (let pick = 0, before = written(), rounds = 0; w.step(pick); rounds++) {
        if (rounds > 10_000) throw new Error('the cases never stop telling each other');
        pick = written() > before ? 0 : pick + 1;
        before = written();
      }
    },
    all: () => [...cases.keys()],
    step: (pick) => {
      const todo = [...cases.keys()].flatMap((id) => {
        const { openings = {}, errands = {} } = state(id);
        const taken = new Set<string>();
        return [
          ...Object.values(openings).map((opening) => () => openFor(id, opening)),
          ...Object.values(errands).filter(({ to }) => !taken.has(to) && taken.add(to)).map((errand) => () => deliver(id, errand)),
        ];
      });
      todo[pick % Math.max(1, todo.length)]?.();
      return todo.length > 0;
    },
    opened: (id) => w.bodies(id, 'opening.done').map((b) => b.child.caseId),
    until: (iso) => {
      const end = Date.parse(iso);
      for (const id of cases.keys()) {
        for (let due = wakeAt(state(id)); due !== null && due <= end; due = wakeAt(state(id))) {
          w.now = Math.max(w.now, due);
          w.act(id, { type: 'tick' }, system('engine'));
        }
      }
      w.now = end;
    },
  };
  return w;
}
