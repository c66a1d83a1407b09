/** 历史视图与推演: the state of a case at a past instant, and what will happen to it if nobody acts, or if people act as supposed. */
import { msOf } from '../calendar/civil-day.ts';
import type { Instant } from '../calendar/types.ts';
import type { ProcessDefinition } from '../model/types.ts';
import type { Command, DecideContext, Rejection } from './commands.ts';
import { decide } from './decide.ts';
import { wakeAt } from './due.ts';
import type { CaseEvent } from './events.ts';
import { fold } from './evolve.ts';
import type { CaseState } from './state.ts';

/** State as of an instant, that instant included; null where the case did not exist yet. Events are in order of seq, so their times never fall. */
export function stateAt(events: readonly CaseEvent[], at: Instant): CaseState | null {
  return fold(null, events.filter((e) => e.at <= at));
}

export interface Supposed { readonly at: Instant; readonly command: Command }
export interface Simulation {
  readonly state: CaseState;
  /** What would be written to the record, in order. */
  readonly events: readonly CaseEvent[];
  /** Supposed commands that would be refused, with the reason. */
  readonly refused: readonly { readonly command: string; readonly at: Instant; readonly rejection: Rejection }[];
}

/**
 * Runs a case ahead to `until`: time acts at each due moment, the supposed commands in between. Nothing is written anywhere.
 * @param supposed commands in any order; those before the present state's last event or after `until` are left out
 */
export function simulate(
  model: ProcessDefinition, from: CaseState, until: Instant, calendar: DecideContext['calendar'], supposed: readonly Supposed[] = [],
): Simulation {
  const end = msOf(until);
  const acts = supposed.filter((s) => msOf(s.at) <= end).toSorted((a, b) => msOf(a.at) - msOf(b.at));
  const events: CaseEvent[] = [];
  const refused: { command: string; at: Instant; rejection: Rejection }[] = [];
  let state = from;
  const apply = (command: Command, now: number): Rejection | null => {
    const decision = decide(model, state, command, { now, calendar });
    if (!decision.ok) return decision.rejection;
    events.push(...decision.events);
    state = fold(state, decision.events) ?? state;
    return null;
  };
  const passTo = (moment: number): void => {
    for (let due = wakeAt(state); due !== null && due <= moment; due = wakeAt(state)) {
      const rejection = apply({ id: `simulated-tick-${state.seq}`, actor: { kind: 'system', id: 'simulation' }, body: { type: 'tick' } }, due);
      // Time cannot be refused unless the process itself is stuck there; looping on it would never end.
      if (rejection) {
        refused.push({ command: 'tick', at: new Date(due).toISOString(), rejection });
        return;
      }
    }
  };
  for (const { at, command } of acts) {
    passTo(msOf(at));
    const rejection = apply(command, msOf(at));
    if (rejection) refused.push({ command: command.id, at, rejection });
  }
  passTo(end);
  return { state, events, refused };
}
