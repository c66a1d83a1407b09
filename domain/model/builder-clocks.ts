/** 时限: clocks and the rules by which they count. */
import type { Basis, Budget, ClockRule, Warning } from '../calendar/types.ts';
import { text, type Text } from '../text.ts';
import { fieldIs } from './builder-flows.ts';
import type { ChoiceField } from './builder-fields.ts';
import type { Assignment, ClockDefinition, ClockExclusion, ClockRuleChoice, ExtensionRule, Feel, Trigger } from './types.ts';

export type ClockSpec = Omit<ClockDefinition, 'id'>;
type Key<T> = keyof T & string;
type ChoiceOf<F> = { [K in Key<F>]: F[K] extends ChoiceField<string> ? K : never }[Key<F>];
type OptionOf<T> = T extends ChoiceField<infer V> ? V : never;

export interface ClockHelpers<F, P, R, D, N> {
  readonly clock: (
    zh: string, en: string,
    clock: {
      readonly duty: Assignment;
      readonly rules: readonly ClockRuleChoice[];
      readonly start: readonly Trigger[];
      readonly stop: readonly Trigger[];
      readonly startsFrom?: Key<F>;
      readonly endsOn?: Key<F>;
      readonly breach?: ClockDefinition['breach'];
      readonly warnings?: readonly Warning[];
      readonly excludes?: readonly ClockExclusion[];
      readonly extensions?: readonly ExtensionRule[];
      /** 并案: counts anew from the last matter merged. */
      readonly restartsOnMerge?: Basis;
    },
  ) => ClockSpec;
  readonly entered: (step: Key<N>) => Trigger;
  readonly completed: <K extends Key<N>>(step: K, outcome?: K extends keyof D ? D[K] : never) => Trigger;
  readonly office: (role: Key<R>) => Assignment;
  readonly officeOf: (role: Key<R>, agency: string) => Assignment;
  readonly officeIn: (role: Key<R>, agencyField: Key<F>) => Assignment;
  /** @param otherwise who does it where the case has no such party */
  readonly party: (party: Key<P>, otherwise?: Assignment) => Assignment;
  readonly pool: (pool: Feel) => Assignment;
  readonly is: <K extends ChoiceOf<F>>(field: K, option: OptionOf<F[K]>) => Feel;
}

/** 黄灯: a third of the limit is left; 红灯: one working day is left. */
export const usualWarnings: readonly Warning[] = [
  { level: 'yellow', when: { fractionLeft: 1 / 3 } },
  { level: 'red', when: { left: { amount: 1, unit: 'working-day' } } },
];

type Loose = ClockHelpers<Record<string, ChoiceField<string>>, Record<string, unknown>, Record<string, unknown>, Record<string, string>, Record<string, unknown>>;

export const clockHelpers: Loose = {
  clock: (zh, en, { warnings, breach, ...rest }) => ({ name: text(zh, en), ...rest, warnings: warnings ?? usualWarnings, breach: breach ?? 'escalate' }),
  entered: (node) => ({ on: 'entered', node }),
  completed: (node, outcome?: string) => ({ on: 'completed', node, ...(outcome === undefined ? {} : { outcome }) }),
  office: (role) => ({ kind: 'office', role, agency: { kind: 'handling' } }),
  officeOf: (role, agency) => ({ kind: 'office', role, agency: { kind: 'fixed', agency } }),
  officeIn: (role, field) => ({ kind: 'office', role, agency: { kind: 'data', field } }),
  party: (party, otherwise) => ({ kind: 'party', party, ...(otherwise ? { otherwise } : {}) }),
  pool: (pool) => ({ kind: 'pool', pool }),
  is: fieldIs,
};

/** An instrument of law as it is cited, with the version that was read. `articles`: those that were read; absent = all of it. */
export interface Instrument { readonly name: Text; readonly version: string; readonly confidence: Basis['confidence']; readonly articles?: readonly string[] }

/** An article that was not read is cited as not confirmed (依据待核). @param article compact, e.g. "§13①" (第十三条第一款); see citation.ts for its text */
export const under = (instrument: Instrument, article: string): Basis => ({
  instrument: instrument.name, article, version: instrument.version, confidence: instrument.articles?.includes(article) === false ? 'R' : instrument.confidence,
});

/** 内部时限: no number of days stands in law; the agency sets it, and it says so wherever it is shown. */
export const internalTarget: Basis = {
  instrument: text('内部时限（法规未规定日数）', 'Internal target (no number of days in law)'), article: '', version: '', confidence: 'R', internal: true,
};

const counted = (unit: Budget['unit']) => (amount: number, basis: Basis, more: { readonly when?: Feel; readonly inForceFrom?: string; readonly inForceUntil?: string } = {}): ClockRuleChoice => ({
  budget: { amount, unit }, startDay: 'excluded', rollOver: 'next-working-day', basis, ...more,
});
/** Start day not counted; a last day off moves to the next working day (程序规定 §80, 民法典 §§201–203). */
export const workingDays = counted('working-day');
export const calendarDays = counted('calendar-day');
export const months = counted('month');
export const years = counted('year');
/** Hours run through nights and days off. */
export const hours = (amount: number, basis: Basis): ClockRule => ({ budget: { amount, unit: 'hour' }, startDay: 'excluded', rollOver: 'none', basis });
