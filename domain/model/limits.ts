/**
 * 内部时限: limits that no law sets. An administrator may change them, for cases that start afterwards; what the law sets nobody may.
 * The change travels with the start of the case, is recorded there, and takes the place of the rule when the clock starts.
 */
import type { Budget, ClockRule, Unit } from '../calendar/types.ts';
import type { ClockDefinition, ClockRuleChoice, ProcessDefinition } from './types.ts';

/** A limit as changed; `version` counts the changes of this clock. */
export interface InternalLimit { readonly budget: Budget; readonly version: number }
/** By clock. */
export type InternalLimits = Readonly<Record<string, InternalLimit>>;

const internalRule = (clock: ClockDefinition): ClockRuleChoice | undefined => clock.rules.find((r) => r.basis.internal === true);

export interface ConfigurableLimit { readonly clock: ClockDefinition; readonly standard: Budget }

/** The clocks of a process whose limit an administrator may change, with what the definition says. */
export const configurableLimits = (model: ProcessDefinition): readonly ConfigurableLimit[] =>
  model.clocks.flatMap((clock) => {
    const rule = internalRule(clock);
    return rule ? [{ clock, standard: rule.budget }] : [];
  });

const most: Readonly<Record<Unit, number>> = { hour: 24 * 365, 'working-day': 1_000, 'calendar-day': 3_650, month: 120, year: 10 };

export const isLimit = ({ amount, unit }: Budget): boolean => Number.isSafeInteger(amount) && amount >= 1 && amount <= most[unit];

/** The rule by which the clock runs in this case. The basis says which change it was, so that "why this date" can show it. */
export function ruleFor(choice: ClockRuleChoice, limit: InternalLimit | undefined): ClockRule {
  const { budget, startDay, rollOver, basis } = choice;
  if (limit === undefined || basis.internal !== true) return { budget, startDay, rollOver, basis };
  return { budget: limit.budget, startDay, rollOver: limit.budget.unit === 'hour' ? 'none' : rollOver, basis: { ...basis, version: `第${limit.version}次调整` } };
}
