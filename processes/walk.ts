/**
 * Ways through a process, as people would go them (办理路径). One list serves the pure walk, the walk through the real stack, and the demo cases.
 * A walk says what is done and by whom; it never says how.
 */
import { dayOf, dayOfEpoch, epochDay, momentOf, msOf, msPerHour, startOfDay } from '../domain/calendar/civil-day.ts';
import type { Day } from '../domain/calendar/types.ts';
import type { Json, JsonObject } from '../domain/json.ts';

/** [step, outcome, what is filled in, by whom]: the open task of that step is completed; where nobody is named, `whoTakes` says who does it. */
export type Deed = readonly [step: string, outcome: string, data?: JsonObject, by?: string];
export type Act =
  | Deed
  /**
   * The case that this step has opened goes this way and ends with this outcome. The pure walk of one process only hears of it: `tells` is what it
   * is told of the fields there.
   */
  | { readonly called: string; readonly acts: readonly Act[]; readonly outcome: string; readonly tells?: JsonObject }
  /** A deed in a case of another process that this one has led to. The pure walk is of one case alone: there `told` says what comes of it. */
  | { readonly at: string; readonly deed: Deed }
  /** A message from another case. Where that case is really there, it tells it by itself. */
  | { readonly told: string; readonly data?: JsonObject }
  /** A case of that process, for which this one waits, closes. Where that case is really there, it does so by itself. */
  | { readonly closed: string; readonly outcome: string; readonly data?: JsonObject }
  /** What people do beside the case (见证抽取、评审打分、处理异议), by a name that the spec of the process knows. */
  | { readonly beside: string }
  /** Days pass until this clock or timer of the case is due. */
  | { readonly waitFor: string }
  /** An action on the case (POST /cases/:id/actions/:action), by this demo person. The body is also that of the engine's command. */
  | { readonly action: string; readonly by: string; readonly body: JsonObject };

export interface Walk {
  readonly title: string;
  /** Demo person who starts the case (cli/demo/people.ts), and the agency that receives it. */
  readonly starter: string;
  readonly agency: string;
  readonly start: JsonObject;
  readonly acts: readonly Act[];
  /** With which the case closes; null where the walk leaves it open. */
  readonly outcome: string | null;
  /** Another case opens it: for the pure walk alone; on the stack such a way is walked by the `called` of the other. */
  readonly opened?: true;
  /** Walked with the pure engine alone, and why: another stands beside it on the real parts, or what it needs is not of one case. */
  readonly purely?: string;
  /** The agencies that tell it something have no case here (纸面往来): what they tell is sent in the name of one, on the real parts too. */
  readonly alone?: true;
  /** With which the cases of other processes that it has led to close, in the order in which they were opened. */
  readonly others?: Readonly<Record<string, readonly string[]>>;
}

/** A way that is gone in the same steps for each of these values: the grounds that the law gives. Walked with the pure engine, and where it says so on the real parts as well. */
export interface Grounds {
  readonly walk: string;
  /** Where the ground is named; absent: when the case is filed. */
  readonly step?: string;
  readonly field: string;
  readonly values: readonly string[];
  readonly onStack?: true;
}

/** The walks of a process, and which demo person takes a step that stands in this pool. */
export interface Walks {
  readonly process: string;
  readonly walks: Readonly<Record<string, Walk>>;
  readonly whoTakes: (step: string, pool: string) => string;
  readonly grounds?: readonly Grounds[];
}

/** A day in the data of a walk: n days after the day on which the act takes place. */
export const day = (n: number): string => `@${n}`;

/** A moment in the data of a walk: so many hours before the act takes place. */
export const hoursAgo = (n: number): string => `@-${n}h`;

/** @param now the day on which the act takes place, which stands for its first minute, or the instant in milliseconds */
export const onDay = (data: JsonObject, now: Day | number): JsonObject => Object.fromEntries(Object.entries(data).map(([name, value]) => [name, dated(value, now)]));

function dated(value: Json, now: Day | number): Json {
  if (typeof value === 'string') {
    if (/^@-?\d+$/.test(value)) return dayOfEpoch(epochDay(typeof now === 'number' ? dayOf(now) : now) + Number(value.slice(1)));
    return /^@-\d+h$/.test(value) ? momentOf((typeof now === 'number' ? now : msOf(startOfDay(now))) + Number(value.slice(1, -1)) * msPerHour) : value;
  }
  if (Array.isArray(value)) return value.map((item: Json) => dated(item, now));
  return value !== null && typeof value === 'object' ? onDay(value as JsonObject, now) : value;
}

export const isDeed = (act: Act): act is Deed => Array.isArray(act);

/** Whether time has to pass: such a walk is for the pure engine and the time-skipping server. */
export const takesDays = ({ acts }: Walk): boolean => acts.some((act) => 'waitFor' in act);

const isWhole = (way: Walk): boolean => way.outcome !== null && !way.opened && way.purely === undefined;
/** It is told what another case brings, and that case is not walked with it: over HTTP nobody can say what only a case says. */
const waitsForOthers = ({ acts, alone }: Walk): boolean => !alone && acts.some((act) => 'told' in act) && !acts.some((act) => !isDeed(act) && 'at' in act);
/** Where a whole way is walked beside the pure engine: over HTTP, or on the time-skipping server. One that another case opens is walked from there. */
export const isOverHttp = (way: Walk): boolean => isWhole(way) && !takesDays(way) && !waitsForOthers(way);
export const isThroughDays = (way: Walk): boolean => isWhole(way) && takesDays(way);

/** The walk up to a step, which is open then, or up to what people do beside it. @param times how often it was done before, where it is met more than once */
export function upTo(walk: Walk, step: string, times = 0): Walk {
  const deedOf = (act: Act): Deed | null => (isDeed(act) ? act : 'at' in act ? act.deed : null);
  const found = walk.acts.flatMap((act, i) => (deedOf(act)?.[0] === step || ('beside' in act && act.beside === step) ? [i] : []))[times];
  if (found === undefined) throw new Error(`the walk "${walk.title}" does not come to ${step} a ${times + 1}. time`);
  const { others: _, ...rest } = walk;
  return { ...rest, acts: walk.acts.slice(0, found), outcome: null };
}

/** The same walk with more filled in at a step. */
export const withMore = (walk: Walk, step: string, more: JsonObject): Walk => ({
  ...walk, acts: walk.acts.map((act): Act => (isDeed(act) && act[0] === step ? (act[3] === undefined ? [act[0], act[1], { ...act[2], ...more }] : [act[0], act[1], { ...act[2], ...more }, act[3]]) : act)),
});

/** A walk for each ground, by a name that says of which walk and ground. */
export const groundWalks = ({ walks, grounds = [] }: Walks): Readonly<Record<string, Walk>> => Object.fromEntries(grounds.flatMap(({ walk: name, step, field, values, onStack }) => {
  const walk = walks[name];
  if (!walk) throw new Error(`no walk ${name}`);
  return values.map((value): [string, Walk] => {
    const { others: _, ...way } = step === undefined ? { ...walk, start: { ...walk.start, [field]: value } } : withMore(walk, step, { [field]: value });
    return [`${name}:${value}`, { ...way, title: `${walk.title}（${value}）`, ...(onStack ? {} : { purely: '只有理由不同' }) }];
  });
}));
