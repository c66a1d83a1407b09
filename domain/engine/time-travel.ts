/** 历史视图与推演: the state of a case at a past instant, and what will happen to it if nobody acts, or if people act as supposed. */
import { instantOf, msOf } from '../calendar/civil-day.ts';
import type { Instant } from '../calendar/types.ts';
import type { ProcessDefinition } from '../model/types.ts';
import type { Command, DecideContext, Rejection } from './commands.ts';
import { decide } from './decide.ts';
import { wakeAt } from './due.ts';
import type { CaseEvent } from './events.ts';
import { fold } from './evolve.ts';
import { awaitedJobs } from './incidents.ts';
import type { CaseState } from './state.ts';

/** State as of an instant, that instant included; null where the case did not exist yet. Events are in order of seq, so their times never fall. */
export function stateAt(events: readonly CaseEvent[], at: Instant): CaseState | null {
  return fold(null, events.filter((e) => e.at <= at));
}

/** What somebody is supposed to do then. Tasks that do not exist yet have no number: the command may be made of the state that it meets. */
export interface Supposed { readonly at: Instant; readonly command: Command | ((state: CaseState) => Command) }

export interface Assumptions {
  /** Services answer at once; where absent they never do. What they would tell the case nobody knows, so they tell nothing. */
  readonly servicesAnswer?: boolean;
  /** Events after which it stops. */
  readonly most?: number;
}

export interface Simulation {
  readonly state: CaseState;
  /** What would be written to the record, in order. */
  readonly events: readonly CaseEvent[];
  /** Supposed commands that would be refused, with the reason; `supposed` counts them as they were given. Null: time itself was refused. */
  readonly refused: readonly { readonly supposed: number | null; readonly command: string; readonly at: Instant; readonly rejection: Rejection }[];
  /** It stopped before `until`: there was too much to tell. */
  readonly truncated: boolean;
}

const system = { kind: 'system', id: 'simulation' } as const;

/**
 * Runs a case ahead to `until`: time acts at each due moment, the supposed commands in between. Nothing is written anywhere.
 * @param context the calendar, and whatever else a decision needs but the time
 * @param supposed commands in any order; those after `until` are left out
 */
export function simulate(
  model: ProcessDefinition, from: CaseState, { since, until }: { readonly since: Instant; readonly until: Instant }, context: Omit<DecideContext, 'now'>,
  supposed: readonly Supposed[] = [], { servicesAnswer = false, most = Infinity }: Assumptions = {},
): Simulation {
  const end = msOf(until);
  const acts = supposed.map((s, i) => ({ ...s, i })).filter((s) => msOf(s.at) <= end).toSorted((a, b) => msOf(a.at) - msOf(b.at));
  const events: CaseEvent[] = [];
  const refused: { supposed: number | null; command: string; at: Instant; rejection: Rejection }[] = [];
  let state = from;
  let clock = msOf(since);
  const full = (): boolean => events.length >= most;
  const attempt = (command: Command): Rejection | null => {
    const decision = decide(model, state, command, { ...context, now: clock });
    if (!decision.ok) return decision.rejection;
    events.push(...decision.events);
    state = fold(state, decision.events) ?? state;
    return null;
  };
  const apply = (command: Command, act: number | null): boolean => {
    const rejection = attempt(command);
    if (rejection) refused.push({ supposed: act, command: command.id, at: instantOf(clock), rejection });
    return rejection === null;
  };
  /** One answer may ask for the next service. @returns false where a service cannot be answered: it would be asked for ever */
  const answerServices = (): boolean => {
    while (servicesAnswer && state.status === 'open' && !full()) {
      const job = Object.values(awaitedJobs(state))[0];
      if (!job) break;
      if (!apply({ id: `simulated-job-${job.id}`, actor: system, body: { type: 'job-done', job: job.id } }, null)) return false;
    }
    return true;
  };
  const passTo = (moment: number): boolean => {
    for (let due = wakeAt(state); due !== null && due <= moment && !full(); due = wakeAt(state)) {
      // What is to be done at once is due at 0.
      clock = Math.max(clock, due);
      // What the process cannot go on with is held (incidents.ts): time is not refused, and does not ask again.
      if (!apply({ id: `simulated-tick-${state.seq}`, actor: system, body: { type: 'tick' } }, null) || !answerServices()) return false;
    }
    clock = Math.max(clock, moment);
    return true;
  };
  let flows = answerServices();
  for (const { at, command, i } of acts) {
    flows &&= passTo(msOf(at));
    if (!flows || full()) break;
    apply(typeof command === 'function' ? command(state) : command, i);
    flows = answerServices();
  }
  if (flows && !full()) passTo(end);
  return { state, events, refused, truncated: full() };
}
